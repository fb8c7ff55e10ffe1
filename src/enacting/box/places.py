"""Where the words of a card are written: in its deck, or in the translation file."""

from bisect import bisect_right
from functools import lru_cache

from enacting.box.draft import Deck, items_of
from enacting.box.loading import Boxes
from enacting.box.problems import Place
from enacting.box.reading import Entries, Node, node_at, place_of, read, text_at
from enacting.engine.cards import CardId


def written_at(boxes: Boxes, language: str, deck: Deck, card: CardId, key: str) -> tuple[str, Place]:
    """The file and the place where that key of the card is written in that language, or else in that of the box.

    The files are read again: a box is loaded far more often than a mistake is reported.
    """
    translation = f"{language}.yaml"
    if language != boxes.written and translation in boxes.files:
        words = node_at(_read(translation, boxes.files[translation]), deck.value, card, key)
        if words is not None:
            return translation, place_of(words)
    cards = items_of(_read(deck.file, boxes.files[deck.file]))
    return deck.file, place_of(next(found for found in cards if text_at(found, "id") == card), key)


def card_at(file: str, text: str, line: int) -> str:
    """The id of the card in whose lines that line is, in a deck or in a translation; "" when it is in none."""
    starts = _starts(file, text)
    found = bisect_right(starts, (line, "\U0010ffff")) - 1
    return starts[found][1] if found >= 0 else ""


@lru_cache(maxsize=16)
def _starts(file: str, text: str) -> list[tuple[int, str]]:
    """Where the lines of each card begin, in the order of the file; an empty id where those of no card do."""
    node = _read(file, text)
    if file in {deck.file for deck in Deck}:
        return sorted((place_of(card).line, text_at(card, "id")) for card in items_of(node))
    starts: list[tuple[int, str]] = []
    for key, entry in node.entries.items() if isinstance(node, Entries) else ():
        starts.append((entry.place.line, ""))
        if key in set(Deck) and isinstance(entry.node, Entries):
            starts += [(card.place.line, name) for name, card in entry.node.entries.items()]
    return sorted(starts)


@lru_cache(maxsize=16)
def _read(file: str, text: str) -> Node | None:
    return read(file, text).node
