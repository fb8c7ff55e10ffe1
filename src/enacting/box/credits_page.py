"""The page of credits that goes along with a box in one file: who made it, its pictures and what its cards stand on.

Law: the page says what the box says, in the language it was written in, and the same box gives the same page.
"""

from collections.abc import Iterator
from typing import Final

from enacting.box.loading import Boxes
from enacting.engine.board import Box
from enacting.engine.cards import Art, Card
from enacting.language.words import Words, languages, words_in

NAME: Final = "CREDITS.md"
_MARK: Final = "<!-- enacting pack -->"
"""The first line of a page that is written here, and rewritten each time."""


def credits_page(boxes: Boxes) -> str:
    """The page, in Markdown."""
    written = boxes.written if boxes.written in languages() else languages()[0]
    return "\n".join([_MARK, *_lines(boxes.box(boxes.written), words_in(written))]) + "\n"


def is_credits_page(content: bytes) -> bool:
    """Whether a page was written here."""
    return content.startswith(_MARK.encode())


def _lines(box: Box, words: Words) -> Iterator[str]:
    description = box.description
    yield from (f"# {_plain(description.title)}", "")
    yield words("credits.box", version=_plain(description.version), licence=_plain(description.licence))
    yield from ("", *map(str.rstrip, description.credits.splitlines()), "")
    pictures = list(_pictures(box))
    if pictures:
        yield from (f"## {words('credits.pictures')}", "")
        for card, art in pictures:
            credit = _plain(art.credit) or words("credits.unknown")
            yield f"- `{art.image}` ({_plain(getattr(card, 'title', ''))}): {credit}"
        yield ""
    sources = sorted({(source.named, source.url) for card in _cards(box) for source in getattr(card, "sources", ())})
    if sources:
        yield from (f"## {words('credits.sources')}", "")
        yield from (f"- {_plain(name)}{f' <{url}>' if url else ''}" for name, url in sources)


def _pictures(box: Box) -> Iterator[tuple[Card, Art]]:
    """The cards with a picture of a designer's own, and their art."""
    for card in _cards(box):
        art = getattr(card, "art", None)
        if isinstance(art, Art) and art.image:
            yield card, art


def _cards(box: Box) -> Iterator[Card]:
    return (card for deck in box.decks() for card in deck.values())


def _plain(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
