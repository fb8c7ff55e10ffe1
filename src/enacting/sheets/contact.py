"""The contact sheet: every card of a box in a picture, each deck under its title, on the ground of the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pygame

from enacting.box.draft import Deck
from enacting.engine.cards import Card
from enacting.sheets.drawn import DrawnBox
from enacting.system.whole_files import write_whole
from enacting.ui.faces.face_parts import corner_radius
from enacting.ui.faces.gallery import gallery_face
from enacting.ui.graphics import shapes
from enacting.ui.graphics.theme import Scale, palette
from enacting.ui.graphics.typeset import Face, Type, width_of, write

COLUMNS = 8
CARD_WIDTH, CARD_HEIGHT = 280, 504
QUESTION_HEIGHT = 276
GAP, MARGIN, HEAD, TITLE_HEIGHT = 28, 64, 168, 88

_SHADOW = shapes.Shadow(blur=14, offset_y=6, alpha=110)


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """The layout of the sheet, in pixels."""

    size: tuple[int, int]
    titles: Mapping[Deck, pygame.Rect]
    cards: tuple[tuple[Card, pygame.Rect], ...]


def write_sheet(drawn: DrawnBox, folder: Path) -> tuple[Path, ...]:
    """Write the picture of the sheet to that folder; returns the file."""
    file = folder / f"{drawn.box.description.id}-{drawn.box.language}.png"
    write_whole(file, _as_png(draw_contact_sheet(drawn)))
    return (file,)


def contact_sheet(decks: Mapping[Deck, tuple[Card, ...]]) -> ContactSheet:
    """The layout of the decks: each in a grid, below the one before."""
    titles: dict[Deck, pygame.Rect] = {}
    cards: list[tuple[Card, pygame.Rect]] = []
    width = 2 * MARGIN + COLUMNS * (CARD_WIDTH + GAP) - GAP
    top = HEAD
    for deck, deck_cards in decks.items():
        titles[deck] = pygame.Rect(MARGIN, top, width - 2 * MARGIN, TITLE_HEIGHT)
        top += TITLE_HEIGHT
        height = QUESTION_HEIGHT if deck is Deck.QUESTION else CARD_HEIGHT
        for index, card in enumerate(deck_cards):
            row, column = divmod(index, COLUMNS)
            left = MARGIN + column * (CARD_WIDTH + GAP)
            cards.append((card, pygame.Rect(left, top + row * (height + GAP), CARD_WIDTH, height)))
        top += -(-len(deck_cards) // COLUMNS) * (height + GAP) + GAP
    return ContactSheet((width, top + MARGIN - 2 * GAP), titles, tuple(cards))


def draw_contact_sheet(drawn: DrawnBox) -> pygame.Surface:
    """The picture of the sheet."""
    decks = drawn.decks()
    sheet = contact_sheet(decks)
    surface = pygame.Surface(sheet.size)
    surface.fill(palette().table)
    _paint_head(surface, drawn)
    for deck, rect in sheet.titles.items():
        _paint_title(surface, drawn.words(f"card.deck.{deck}"), len(decks[deck]), rect)
    for card, rect in sheet.cards:
        shapes.paint_shadow(surface, rect, corner_radius(rect.size), _SHADOW)
        surface.blit(gallery_face(card, rect.size, drawn.look(card, Scale())), rect)
    return surface


def _as_png(surface: pygame.Surface) -> bytes:
    # In memory: the error for a file that cannot be written then has its name and reason, which pygame omits.
    buffer = BytesIO()
    pygame.image.save(surface, buffer, "sheet.png")
    return buffer.getvalue()


def _paint_head(surface: pygame.Surface, drawn: DrawnBox) -> None:
    """Paint the title and the subtitle of the box."""
    description = drawn.box.description
    width = surface.width - 2 * MARGIN
    write(surface, description.title, Type(Face.TITLE_800, 64), palette().light_ink, (MARGIN, 44, width, 76))
    subtitle = Type(Face.TEXT, 28)
    write(surface, description.subtitle, subtitle, palette().light_ink_second, (MARGIN, 120, width, 40))


def _paint_title(surface: pygame.Surface, title: str, count: int, rect: pygame.Rect) -> None:
    """Paint the name of a deck and the number of its cards."""
    style, count_style = Type(Face.TITLE_700, 36), Type(Face.TEXT, 26)
    area = rect.inflate(0, -16)
    write(surface, title, style, palette().accent, area)
    count_area = area.move(width_of(title, style) + 16, 3)
    write(surface, str(count), count_style, palette().light_ink_second, count_area)
