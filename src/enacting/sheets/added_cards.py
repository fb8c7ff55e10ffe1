"""The cards that a print adds to those of the box: blank ones for what tables write, and aids for players."""

from collections.abc import Iterator
from typing import Any, Final

from enacting.box.draft import Deck
from enacting.drawing import colours
from enacting.drawing.colours import Colour, hexadecimal, readable_on
from enacting.engine.board import ActivityKind, Box
from enacting.language.words import Words
from enacting.sheets.card_content import INK, INK_SECOND, Block, Language
from enacting.sheets.card_fit import Fit

AIDS: Final = "aid"
"""The deck of the aids."""
WRITTEN_DECKS: Final = (Deck.MECHANISM, Deck.CONTEXT, Deck.CRISIS)
"""The decks that tables can write cards of."""
_LOOKS: Final[dict[str, tuple[Colour, str, str]]] = {
    Deck.MECHANISM: (colours.MECHANISM, "rays", "pencil-simple"),
    Deck.CONTEXT: (colours.CONTEXT, "waves", "map-pin"),
    Deck.CRISIS: (colours.CRISIS, "cracks", "warning"),
    AIDS: (colours.TABLE, "rays", "compass"),
}
_BLANK_ART: Final = 0.16
_BLANK_POINTS: Final = 9.0
_LINE_MM: Final = 7.5


def blank_of(deck: Deck, language: Language) -> dict[str, Any]:
    """A card of that deck to be written on by hand."""
    words = language.words
    return _content(deck, words, words(f"kind.{deck}"), list(_blank_blocks(deck, language)))


def blank_fit(height_mm: float) -> Fit:
    """How a blank card is set: its lines are for a pen, and do not shrink."""
    return Fit(_BLANK_POINTS, height_mm * _BLANK_ART)


def aids_of(language: Language) -> tuple[dict[str, Any], ...]:
    """What each player can have at hand: the order of the session, and the postures with the consequences."""
    words, box = language.words, language.box
    return (
        _content(AIDS, words, words("printing.aid"), list(_order(box, words))),
        _content(AIDS, words, words("printing.aid"), list(_postures(box, words))),
    )


def _content(deck: str, words: Words, kind: str, blocks: list[Block]) -> dict[str, Any]:
    fill, ground, icon = _LOOKS[deck]
    return {
        "lang": words.language,
        "fill": hexadecimal(fill),
        "label": hexadecimal(readable_on(fill)),
        "kind": kind,
        "band": kind,
        "band_icon": "",
        "blocks": blocks,
        "origin": [],
        "hyphenate": False,
        "origin_hyphenate": False,
        "ground": ground,
        "icon": icon,
        "middle": False,
        "largest": 11.5,
    }


def _blank_blocks(deck: Deck, language: Language) -> Iterator[Block]:
    words = language.words
    yield from _to_write(words("printing.blank.title"), 1)
    yield from _to_write(words(f"printing.blank.{deck}"), 4 if deck is Deck.MECHANISM else 3)
    if deck is Deck.CRISIS:
        for consequence in language.box.description.consequences:
            yield from _to_write(consequence.title, 1)
        return
    yield from _to_write(words("printing.blank.question"), 2)


def _to_write(label: str, lines: int) -> Iterator[Block]:
    yield {"is": "label", "text": label}
    yield {"is": "lines", "count": lines, "step": _LINE_MM}


def _order(box: Box, words: Words) -> Iterator[Block]:
    yield {"is": "title", "text": words("printing.aid_order"), "lang": words.language}
    for part in box.description.parts:
        titles = " · ".join(activity.title for activity in part.activities)
        yield {"is": "row", "icon": f"fill/caret-right/{INK_SECOND}", "label": part.title, "text": titles}
    for part, activity in box.activities():
        if activity.kind is ActivityKind.MECHANISMS:
            text = f"{part.title} · {activity.text}"
            yield {"is": "question", "text": text, "lang": words.language, "icon": f"fill/cards/{INK}"}


def _postures(box: Box, words: Words) -> Iterator[Block]:
    yield {"is": "title", "text": words("card.deck.posture"), "lang": words.language}
    families = {family.id: family.title for family in box.description.posture_families}
    for posture in box.postures.values():
        mark = f"shape/{posture.shape}/{posture.colour}"
        text = families[posture.family]
        yield {"is": "row", "icon": mark, "label": posture.title, "text": text, "strong": True}
    if box.description.consequences:
        yield {"is": "label", "text": words("card.consequences")}
    for consequence in box.description.consequences:
        yield {"is": "row", "icon": f"fill/{consequence.icon}/{INK}", "label": consequence.title, "text": ""}
