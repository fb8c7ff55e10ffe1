"""Where the words of a card are written: in its deck, or in the translation file."""

from functools import lru_cache

from enacting.box.draft import Deck, items_of
from enacting.box.loading import Boxes
from enacting.box.problems import Place
from enacting.box.reading import Node, node_at, place_of, read, text_at
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


@lru_cache(maxsize=8)
def _read(file: str, text: str) -> Node | None:
    return read(file, text).node
