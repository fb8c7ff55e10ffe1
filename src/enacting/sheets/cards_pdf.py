"""The cards of a box as a PDF file, in letters and lines: measured first, then set on their sheets.

Law: every text of a card is text in the file, which screen readers read; what only decorates says nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from enacting.box.draft import Deck
from enacting.drawing import colours
from enacting.drawing.colours import colour_of, hexadecimal
from enacting.engine.cards import Card
from enacting.sheets.added_cards import AIDS, blank_fit
from enacting.sheets.card_content import Language, abridged, art_icons, content_of
from enacting.sheets.card_fit import BAND_MM, PAD_BOTTOM_MM, PAD_TOP_MM, Fit, fits_of, frame_of
from enacting.sheets.choices import EDGE_MM, Backs, PrintChoices, Size
from enacting.sheets.paper import STRIP_MM, Page, Side, backs_of, fold_of, grid_of, lines_of, pages_of
from enacting.sheets.vector_art import back_svg, grey, icon_art_svg, icon_svg, photo_svg, scene_svg, shape_svg
from enacting.typesetting import Document, Typeset, Typesetter, TypesettingStep
from enacting.typesetting.viewing import ACTUAL_SIZE

Picture = Callable[[str], bytes | None]
"""The content of a designer's picture by its name, upright; None when there is none to be drawn."""

MAX_CARDS: Final = 240
"""How many cards a file has at most: what typst lays out is all in memory, about a megabyte a card."""
DUPLEX: Final[Mapping[Backs, str]] = {
    Backs.LONG_EDGE: "/Duplex/DuplexFlipLongEdge",
    Backs.SHORT_EDGE: "/Duplex/DuplexFlipShortEdge",
}
_COLOURS: Final[Mapping[str, str]] = {
    "ink": hexadecimal(colours.INK),
    "second": hexadecimal(colours.INK_SECOND),
    "question": hexadecimal(colours.QUESTION),
    "rule": hexadecimal(colours.RULE),
    "line": hexadecimal(colours.mixed(colours.INK_SECOND, colours.WHITE, 0.4)),
    "paper": hexadecimal(colours.WHITE),
}


class PrintStep(StrEnum):
    """Where the printing of cards is."""

    MEASURING = "measuring"
    DRAWING = "drawing"
    LAYING_OUT = "laying_out"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """A card to be printed, by its name: what is on it, and the card of the box unless it is added to those.

    The text of one that `is_blank` is written by hand.
    """

    name: str
    deck: str
    content: Mapping[str, Any]
    card: Card | None = None
    is_blank: bool = False


@dataclass(frozen=True, slots=True)
class PrintedDecks:
    """The cards to be printed, by deck and in order, each as many times as there are copies, in one language or two."""

    languages: tuple[Language, ...]
    decks: Mapping[str, tuple[PrintedCard, ...]]

    @property
    def cards(self) -> tuple[PrintedCard, ...]:
        """All of them, each once."""
        return tuple({card.name: card for deck in self.decks.values() for card in deck}.values())

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the cards, by deck, each as many times as it is printed."""
        return {deck: tuple(card.name for card in cards) for deck, cards in self.decks.items()}

    def parts(self, per_sheet: int) -> tuple["PrintedDecks", ...]:
        """The same in parts of whole sheets, none of more than `MAX_CARDS`, each a file of its own."""
        parts: list[dict[str, tuple[PrintedCard, ...]]] = [{}]
        most = MAX_CARDS - MAX_CARDS % per_sheet
        for deck, cards in self.decks.items():
            left = cards
            while left:
                room = most - sum(map(len, parts[-1].values()))
                if room < per_sheet:
                    parts.append({})
                    continue
                taken = room - room % per_sheet
                parts[-1][deck], left = left[:taken], left[taken:]
        return tuple(PrintedDecks(self.languages, part) for part in parts)


def printed_decks(languages: Sequence[Language], decks: Mapping[Deck, Sequence[Card]], copies: int = 1) -> PrintedDecks:
    """These cards as they are printed in these languages, one or two; copies of a card follow one another."""
    return PrintedDecks(
        tuple(languages),
        {
            deck.value: tuple(
                printed
                for card in cards
                for printed in [PrintedCard(card.id, deck.value, content_of(card, languages), card)] * copies
            )
            for deck, cards in decks.items()
        },
    )


def fits_by_name(printed: PrintedDecks, choices: PrintChoices, typesetter: Typesetter) -> Mapping[str, Fit]:
    """How each card is set, by its name. Raises `CannotTypeset`."""
    blank = blank_fit(frame_of(choices).height)
    fits = {card.name: blank for card in printed.cards if card.is_blank}
    measured = [card for card in printed.cards if not card.is_blank]
    for first in range(0, len(measured), MAX_CARDS):
        some = measured[first : first + MAX_CARDS]
        found = fits_of([card.content for card in some], choices, typesetter, printed.languages[0].fonts)
        fits |= {card.name: fit for card, fit in zip(some, found, strict=True)}
        typesetter.close()  # It keeps all that it measured: a new one takes less memory.
    return fits


def with_less_where_small(
    printed: PrintedDecks, fits: Mapping[str, Fit], choices: PrintChoices, typesetter: Typesetter
) -> tuple[PrintedDecks, Mapping[str, Fit], tuple[str, ...]]:
    """The same cards, with less on those that are too small for all of it; how each is set, and the names of those.

    Of the usual size of card nothing is left out: what does not fit there is a mistake. Raises `CannotTypeset`.
    """
    if not choices.is_small:
        return printed, fits, ()
    left = {card.name: (card, abridged(card.content)) for card in printed.cards if fits[card.name].lines_over}
    found: dict[str, PrintedCard] = {}
    while left:
        tried = {
            name: replace(card, content=content)
            for name, (card, shorter) in left.items()
            if (content := next(shorter, None)) is not None
        }
        measured = fits_by_name(PrintedDecks(printed.languages, {"": tuple(tried.values())}), choices, typesetter)
        found, fits = found | tried, {**fits, **measured}
        left = {name: card for name, card in left.items() if name in tried and measured[name].lines_over}
    decks = {deck: tuple(found.get(card.name, card) for card in cards) for deck, cards in printed.decks.items()}
    return PrintedDecks(printed.languages, decks), fits, tuple(found)


def cards_pdf(
    printed: PrintedDecks,
    fits: Mapping[str, Fit],
    choices: PrintChoices,
    typesetter: Typesetter,
    *,
    picture: Picture = lambda name: None,
    on_step: Callable[[PrintStep], None] = lambda step: None,
) -> Typeset:
    """The file of the faces, with the backs that belong in it. Raises `CannotTypeset`."""
    on_step(PrintStep.DRAWING)
    return _set(cards_document(printed, fits, choices, picture), choices, typesetter, on_step)


def cards_document(
    printed: PrintedDecks, fits: Mapping[str, Fit], choices: PrintChoices, picture: Picture = lambda name: None
) -> Document:
    """What is set in type: the pages of the faces, with the backs that belong among them."""
    data = _common(printed, choices)
    data["pages"] = [_page(page, printed, choices) for page in pages_of(printed.names, choices)]
    data["cards"] = {card.name: _face(card, fits[card.name], printed, choices, picture) for card in printed.cards}
    return Document("cards.typ", data, printed.languages[0].fonts)


def backs_pdf(printed: PrintedDecks, choices: PrintChoices, typesetter: Typesetter) -> Typeset:
    """The file of the backs alone, a page for each of the faces, in the same order. Raises `CannotTypeset`."""
    data = _common(printed, choices)
    data["pages"] = [_page(page, printed, choices) for page in backs_of(printed.names, choices)]
    data["cards"] = {card.name: {"deck": card.deck} for card in printed.cards}
    return _set(Document("cards.typ", data, printed.languages[0].fonts), choices, typesetter, lambda step: None)


def _set(
    document: Document, choices: PrintChoices, typesetter: Typesetter, on_step: Callable[[PrintStep], None]
) -> Typeset:
    preferences = ACTUAL_SIZE + DUPLEX.get(choices.backs, "/Duplex/Simplex")
    return typesetter.typeset(
        document,
        preferences=preferences,
        labels=("laid-out",),
        on_step=lambda step: on_step(PrintStep.WRITING if step is TypesettingStep.WRITING else PrintStep.LAYING_OUT),
    )


def _common(printed: PrintedDecks, choices: PrintChoices) -> dict[str, Any]:
    """What all pages have in common."""
    first = printed.languages[0]
    grid, frame, bleed = grid_of(choices), frame_of(choices), choices.bleed_mm
    cell = Size(choices.trim.width + 2 * bleed, choices.trim.height + 2 * bleed)
    strip_x, strip_y = _strip(choices)
    return {
        "title": first.box.description.title,
        "lang": first.code,
        "width": grid.sheet.width,
        "height": grid.sheet.height,
        "edge": EDGE_MM,
        "card": {"width": choices.trim.width, "height": choices.trim.height},
        "bleed": bleed,
        "border": frame.border,
        "margin": frame.margin,
        "text_width": frame.text_width,
        "band": BAND_MM,
        "pad_top": PAD_TOP_MM,
        "pad_bottom": PAD_BOTTOM_MM,
        "colours": {name: _shown(colour, choices) for name, colour in _COLOURS.items()},
        "strip": grid.strip,
        "strip_x": strip_x,
        "strip_y": strip_y,
        "strip_room": grid.sheet.width - EDGE_MM - strip_x if grid.strip == "below" else strip_y - EDGE_MM,
        "back_offset": choices.back_offset,
        "scale_words": first.words("printing.scale"),
        "icons": {name: _shown(_icon(name), choices) for name in _icons(printed)},
        "backs": {deck: _shown(back_svg(deck, cell, saves_ink=choices.saves_ink), choices) for deck in printed.decks},
        "back_alts": {deck: first.words("card.back_alt", deck=deck_title(deck, first)) for deck in printed.decks},
    }


def deck_title(deck: str, language: Language) -> str:
    """What a deck is called."""
    return language.words("printing.aids" if deck == AIDS else f"card.deck.{deck}")


def _strip(choices: PrintChoices) -> tuple[float, float]:
    """Where the ruler begins: below the cards, or beside them, going up."""
    grid = grid_of(choices)
    if grid.strip == "below":
        below = grid.top + grid.rows * grid.cell.height
        room = grid.sheet.height - EDGE_MM - below
        return max(EDGE_MM, grid.left), below + min(0.6, max(0.0, room - STRIP_MM))
    right = grid.left + grid.columns * grid.cell.width
    return right + 0.2, grid.top + grid.rows * grid.cell.height


def _page(page: Page, printed: PrintedDecks, choices: PrintChoices) -> Mapping[str, Any]:
    return {
        "side": page.side,
        "label": " · ".join(deck_title(page.deck, language) for language in printed.languages),
        "cells": [
            {"card": cell.card, "x": cell.x, "y": cell.y, "is_back": cell.is_back, "turned": cell.turned}
            for cell in page.cells
        ],
        "lines": lines_of(page, choices),
        "fold": fold_of(choices) if page.side is Side.BOTH else None,
    }


def _face(
    card: PrintedCard, fit: Fit, printed: PrintedDecks, choices: PrintChoices, picture: Picture
) -> Mapping[str, Any]:
    content = card.content
    frame = frame_of(choices)
    size = Size(frame.width + 2 * choices.bleed_mm, fit.art_mm + choices.bleed_mm)
    return {
        "deck": card.deck,
        "lang": content["lang"],
        "fill": _shown(content["fill"], choices),
        "label": _shown(content["label"], choices),
        "kind": content["kind"],
        "band": content["band"],
        "band_icon": content["band_icon"],
        "blocks": content["blocks"],
        "origin": content["origin"],
        "middle": content["middle"],
        "hyphenate": content["hyphenate"],
        "origin_hyphenate": content["origin_hyphenate"],
        "points": fit.points,
        "art_height": fit.art_mm,
        "art": _shown(_art(card, size, printed.languages[0], picture), choices),
    }


def _art(card: PrintedCard, size: Size, language: Language, picture: Picture) -> str:
    fill = colour_of(card.content["fill"])
    if card.card is None:
        return icon_art_svg(card.content["icon"], "", fill, card.content["ground"], size)
    name = getattr(getattr(card.card, "art", None), "image", "")
    content = picture(name) if name else None
    if content is not None:
        return photo_svg(content, size)
    scene = scene_svg(card.card, language.box, size)
    if scene:
        return scene
    icon, echo = art_icons(card.card, language.box)
    return icon_art_svg(icon, echo, fill, card.content["ground"], size)


def _shown(text: str, choices: PrintChoices) -> str:
    """Colours, or a picture, as they are printed: in colour or in grey."""
    return grey(text) if choices.grey else text


def _icons(printed: PrintedDecks) -> Iterator[str]:
    """The names of all icons that the cards show, each once."""
    names: dict[str, None] = {}
    for card in printed.cards:
        for block in (*card.content["blocks"], *card.content["origin"], {"icon": card.content["band_icon"]}):
            names.update(dict.fromkeys(name for key in ("icon", "tag_icon") if (name := block.get(key))))
    yield from names


def _icon(name: str) -> str:
    weight, icon, colour = name.split("/")
    return shape_svg(icon, colour) if weight == "shape" else icon_svg(icon, weight, colour)
