"""A draft box: one that was played, with cards that tables wrote at the end of its decks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from enacting.box.card_ids import card_id
from enacting.box.deck_text import TableCard, deck_text
from enacting.box.draft import GAME_FILE, Deck
from enacting.box.loading import Boxes

_ID: Final = re.compile(r"^id:.*$", re.MULTILINE)
_CREDITS: Final = re.compile(r"^(?P<margin> *)credits:.*\n(?:(?P=margin) +\S.*\n|[ \t]*\n)*", re.MULTILINE)
"""The credits of a file: their key, then every line further to the right."""


def draft_files(
    boxes: Boxes, decks: Mapping[Deck, Sequence[TableCard]], *, name: str, comment: str, credit_lines: Mapping[str, str]
) -> dict[str, str | bytes]:
    """The files of the draft: `name` is its id, `credit_lines` are added to its credits, by language.

    The ids of the cards are ids of their own, as `with_ids` gives them.
    """
    files = boxes.content()
    for deck, cards in decks.items():
        before = str(files.get(deck.file, "")).rstrip()
        files[deck.file] = f"{before}\n\n{deck_text(cards, comment)}".lstrip()
    for language, line in credit_lines.items():
        file = GAME_FILE if language == boxes.written else f"{language}.yaml"
        if file in files:
            files[file] = _with_credit(str(files[file]), boxes.box(language).description.credits, line)
    files[GAME_FILE] = _ID.sub(f"id: {name}", str(files[GAME_FILE]), count=1)
    return files


def with_ids(cards: Sequence[TableCard], taken: set[str]) -> tuple[TableCard, ...]:
    """The same cards with ids made of their titles, none of which is `taken`; these are taken from then on."""
    named: list[TableCard] = []
    for card in cards:
        named.append(replace(card, id=card_id(card.title, taken)))
        taken.add(named[-1].id)
    return tuple(named)


def _with_credit(text: str, before: str, line: str) -> str:
    """The text of a file with a line more in its credits; a file without credits stays as it is."""
    found = _CREDITS.search(text)
    if found is None:
        return text
    margin = found["margin"]
    lines = (f"{margin}  {text}".rstrip() for text in (*before.strip().split("\n"), "", line))
    block = "\n".join((f"{margin}credits: |", *lines))
    return f"{text[: found.start()]}{block}\n\n{text[found.end() :]}"
