"""A card as it lies on the board: art, title, place, consequences."""

from typing import assert_never

import pygame

from enacting.engine.cards import (
    Card,
    ContextCard,
    CrisisCard,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
    TroubleCard,
)
from enacting.ui.faces.card_text import art_names, title_of
from enacting.ui.faces.face_cache import cached_face
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.face_parts import blank, corner_radius
from enacting.ui.graphics import theme
from enacting.ui.graphics.art import art
from enacting.ui.graphics.icons import Weight, icon, paint_icon
from enacting.ui.graphics.shapes import disc, paint_at, round_corners
from enacting.ui.graphics.theme import label_on, palette
from enacting.ui.graphics.typeset import Face, Type, WrappedText, fitted, paint, width_of, wrap_text, write

USUAL_ART = 0.44
SCENE_ART = 0.5
SMALL_ART = 0.32
LARGE_TEXT_ARTS = (USUAL_ART, 0.3, 0.16)
"""The parts of the height of a card that its art may take when text is large, in order of preference."""
_STRIP_OPACITY = 225
_CAPTIONED = 0.3
"""The least part of the height in which a scene bears the place and the marks of its card."""

MAX_LETTERS = 16
"""How many times the size of its type a card may be wide: longer words are cut in two rather than written smaller."""


def board_face(card: Card, size: tuple[int, int], look: FaceLook) -> pygame.Surface:
    """The card as it lies on the board: art, title, place, consequences. Shared, not to be painted on."""
    return cached_face("board", card, size, look, lambda: _board_face(card, size, look))


def _board_face(card: Card, size: tuple[int, int], look: FaceLook) -> pygame.Surface:
    width, height = size
    surface = blank(size)
    margin, footer_height = _margin(size), _footer_height(size, look)
    art_height, title = _art_and_title(card, size, look, 12)
    _paint_board_art(surface, card, (width, art_height), look)
    captioned = look.shows_scene and art_height >= height * _CAPTIONED
    if captioned:
        _paint_caption(surface, card, (width, art_height), look)
    if captioned or look.discs:
        _paint_marks(surface, (width, art_height), look)
    title_top = art_height + margin // 2 + 1
    title_height = height - art_height - footer_height - margin // 2
    paint(surface, title, palette().ink, (margin, title_top, width - 2 * margin, title_height))
    if not captioned and not look.discs:
        footer = pygame.Rect(margin, height - footer_height - margin // 3, width - 2 * margin, footer_height)
        _paint_board_footer(surface, card, footer, look)
    round_corners(surface, corner_radius(size))
    return surface


def title_on_board(card: Card, size: tuple[int, int], look: FaceLook, *, smallest: int = 12) -> WrappedText:
    """The title as it is on the board, in type of at least that size; its `cut` says whether it is shortened."""
    return _art_and_title(card, size, look, smallest)[1]


def _art_and_title(card: Card, size: tuple[int, int], look: FaceLook, smallest: int) -> tuple[int, WrappedText]:
    """The height of the art, and the title below it: with large text the art gives way to a larger title."""
    width, height = size
    large = look.scale.text_size > 1
    ideal_size, min_size = look.scale.text(theme.TITLE_CARD), max(9, look.scale.px(smallest))
    layouts: list[tuple[int, WrappedText]] = []
    parts = LARGE_TEXT_ARTS if large else (USUAL_ART, SMALL_ART)
    if look.shows_scene:
        parts = (SCENE_ART, *parts)
    for part in parts:
        art_height = round(height * part)
        title_height = height - art_height - _footer_height(size, look) - _margin(size) // 2
        lines = 4 if large else 3
        title = board_title(
            title_of(card), width - 2 * _margin(size), title_height, ideal_size, min_size, max_lines=lines
        )
        layouts.append((art_height, title))
    return max(layouts, key=lambda candidate: (not candidate[1].cut, not candidate[1].broken, candidate[1].type.size))


def _margin(size: tuple[int, int]) -> int:
    return max(4, round(size[0] * 0.07))


def _footer_height(size: tuple[int, int], look: FaceLook) -> int:
    return max(round(size[1] * 0.17), look.discs)


def _paint_board_art(surface: pygame.Surface, card: Card, size: tuple[int, int], look: FaceLook) -> None:
    drawn = art(
        art_names(card, look),
        size,
        look.fill,
        look.ground,
        echoes=(),
        disc_part=0.86,
        picture=look.picture,
        scenery=look.scenery,
    )
    surface.blit(drawn, (0, 0))
    if look.family_icon and look.picture is None and not look.shows_scene:
        side = max(8, round(size[1] * 0.24))
        paint_icon(
            surface,
            look.family_icon,
            Weight.FILL,
            side,
            label_on(look.fill),
            (size[0] - round(side * 0.85), round(side * 0.85)),
        )


def _paint_caption(surface: pygame.Surface, card: Card, size: tuple[int, int], look: FaceLook) -> None:
    """The place of the card on a strip along the lower edge of its scene."""
    padding = _padding(size)
    place = _short_place(card, look)
    if place:
        style = Type(Face.TEXT, max(9, min(look.scale.text(14), round(size[1] * 0.2))))
        strip = pygame.Surface((size[0], style.line_height + padding // 2), pygame.SRCALPHA)
        strip.fill((*palette().bar, _STRIP_OPACITY))
        write(strip, place, style, palette().light_ink, (padding, 0, size[0] - 2 * padding, strip.height))
        surface.blit(strip, (0, size[1] - strip.height))


def _padding(size: tuple[int, int]) -> int:
    return max(3, round(size[0] * 0.05))


def _paint_marks(surface: pygame.Surface, size: tuple[int, int], look: FaceLook) -> None:
    """The marks of the card on discs in the upper corner of its art."""
    padding = _padding(size)
    side = max(12, min(round(size[0] * 0.16), round(size[1] * 0.3)))
    for index, name in enumerate(look.marks):
        middle = (padding + side // 2 + index * (side + max(1, side // 8)), padding + side // 2)
        if middle[0] + side // 2 > size[0]:
            return
        paint_at(surface, disc(side, palette().card), middle)
        paint_icon(surface, name, Weight.FILL, round(side * 0.7), palette().ink, middle)


def board_title(
    text: str, width: int, height: int, ideal_size: int, min_size: int, *, max_lines: int = 3
) -> WrappedText:
    """The title in at most `max_lines` lines, in smaller type if needed; in the smallest it may be cut."""
    types = [Type(Face.TITLE_700, size) for size in range(ideal_size, min_size - 1, -1)]
    legible = [style for style in types if style.size * MAX_LETTERS >= width] or types[:1]
    for choice in (legible, types):
        paragraph = fitted(text, choice, width, height, balanced=True, max_lines=max_lines)
        if paragraph is not None:
            return paragraph
    smallest = Type(Face.TITLE_700, min(ideal_size, min_size + 1))
    return wrap_text(text, smallest, width, max_lines=max(1, min(max_lines, height // smallest.line_height)))


def _paint_board_footer(surface: pygame.Surface, card: Card, area: pygame.Rect, look: FaceLook) -> None:
    side = max(8, min(round(area.height * 0.8), look.scale.text(theme.SMALL)))
    left = area.right
    for name in reversed(look.marks):
        left -= side
        if left < area.left:
            return
        surface.blit(icon(name, Weight.FILL, side, palette().ink), (left, area.centery - side // 2))
        left -= max(1, side // 6)
    style = Type(Face.TEXT, max(9, min(look.scale.text(14), round(area.height * 0.72))))
    text_width = left - area.left
    place = _short_place(card, look)
    if text_width > 3 * style.size and (look.scale.text_size <= 1 or width_of(place, style) <= text_width):
        write(surface, place, style, palette().ink_second, (area.left, area.top, text_width, area.height))


def _short_place(card: Card, look: FaceLook) -> str:
    match card:
        case MechanismCard():
            return card.place.split(",")[0]
        case PostureCard():
            return look.family
        case ContextCard():
            return card.size
        case CrisisCard() | PersonaCard() | QuestionCard() | TroubleCard():
            return ""
        case _:
            assert_never(card)
