"""A card as it lies on the board: art, title, place, consequences."""

from typing import assert_never

import pygame

from enacting.engine.cards import Card, CrisisCard, MechanismCard, PersonaCard, PostureCard, QuestionCard
from enacting.ui.faces.card_text import art_names, title_of
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.remembered import remembered
from enacting.ui.faces.shared import blank, corner_radius
from enacting.ui.graphics import theme
from enacting.ui.graphics.art import art
from enacting.ui.graphics.icons import Weight, icon, paint_icon
from enacting.ui.graphics.shapes import round_corners
from enacting.ui.graphics.theme import label_on, palette
from enacting.ui.graphics.typeset import Face, Paragraph, Type, fitted, lay_out, paint, width_of, write

USUAL_ART = 0.44
LARGE_TEXT_ARTS = (USUAL_ART, 0.3, 0.16)
"""How much of the height of a card its art may take, for large text the most first."""


def board_face(card: Card, size: tuple[int, int], look: FaceLook) -> pygame.Surface:
    """The card as it lies on the board: art, title, place, consequences. Shared, not to be painted on."""
    return remembered("board", card, size, look, lambda: _board_face(card, size, look))


def _board_face(card: Card, size: tuple[int, int], look: FaceLook) -> pygame.Surface:
    width, height = size
    surface = blank(size)
    edge, foot = _edge(size), _foot(size)
    art_height, title = _art_and_title(card, size, look, 12)
    _paint_board_art(surface, card, (width, art_height), look)
    room = (edge, art_height + edge // 2 + 1, width - 2 * edge, height - art_height - foot - edge // 2)
    paint(surface, title, palette().ink, room)
    _paint_board_foot(surface, card, pygame.Rect(edge, height - foot - edge // 3, width - 2 * edge, foot), look)
    round_corners(surface, corner_radius(size))
    return surface


def title_on_board(card: Card, size: tuple[int, int], look: FaceLook, *, smallest: int = 12) -> Paragraph:
    """The title as it stands on the board, in letters of at least that size; it says whether it is cut."""
    return _art_and_title(card, size, look, smallest)[1]


def _art_and_title(card: Card, size: tuple[int, int], look: FaceLook, smallest: int) -> tuple[int, Paragraph]:
    """How high the art is, and the title below it: large text takes from the art what makes the title larger."""
    width, height = size
    large = look.scale.text_size > 1
    ideal, least = look.scale.text(theme.TITLE_CARD), max(9, look.scale.px(smallest))
    tried: list[tuple[int, Paragraph]] = []
    for part in LARGE_TEXT_ARTS if large else (USUAL_ART,):
        art_height = round(height * part)
        room = height - art_height - _foot(size) - _edge(size) // 2
        lines = 4 if large else 3
        title = board_title(title_of(card), width - 2 * _edge(size), room, ideal, least, max_lines=lines)
        tried.append((art_height, title))
    return max(tried, key=lambda one: (not one[1].cut, not one[1].broken, one[1].type.size))


def _edge(size: tuple[int, int]) -> int:
    return max(4, round(size[0] * 0.07))


def _foot(size: tuple[int, int]) -> int:
    return round(size[1] * 0.17)


def _paint_board_art(surface: pygame.Surface, card: Card, size: tuple[int, int], look: FaceLook) -> None:
    drawn = art(art_names(card, look), size, look.fill, look.ground, echoes=(), disc_part=0.86, picture=look.picture)
    surface.blit(drawn, (0, 0))
    if look.family_icon and look.picture is None:
        side = max(8, round(size[1] * 0.24))
        paint_icon(
            surface,
            look.family_icon,
            Weight.FILL,
            side,
            label_on(look.fill),
            (size[0] - round(side * 0.85), round(side * 0.85)),
        )


def board_title(text: str, width: int, height: int, ideal: int, least: int, *, max_lines: int = 3) -> Paragraph:
    """The title in at most so many lines, smaller if it must be; at the smallest size it may be cut."""
    types = [Type(Face.TITLE_700, size) for size in range(ideal, least - 1, -1)]
    found = fitted(text, types, width, height, balanced=True, max_lines=max_lines)
    if found is not None:
        return found
    smallest = Type(Face.TITLE_700, min(ideal, least + 1))
    return lay_out(text, smallest, width, max_lines=max(1, min(max_lines, height // smallest.line_height)))


def _paint_board_foot(surface: pygame.Surface, card: Card, area: pygame.Rect, look: FaceLook) -> None:
    side = max(8, min(round(area.height * 0.8), look.scale.text(theme.SMALL)))
    left = area.right
    for name in reversed(look.marks):
        left -= side
        if left < area.left:
            return
        surface.blit(icon(name, Weight.FILL, side, palette().ink), (left, area.centery - side // 2))
        left -= max(1, side // 6)
    style = Type(Face.TEXT, max(9, min(look.scale.text(14), round(area.height * 0.72))))
    room = left - area.left
    place = _short_place(card, look)
    if room > 3 * style.size and (look.scale.text_size <= 1 or width_of(place, style) <= room):
        write(surface, place, style, palette().ink_second, (area.left, area.top, room, area.height))


def _short_place(card: Card, look: FaceLook) -> str:
    match card:
        case MechanismCard():
            return card.place.split(",")[0]
        case PostureCard():
            return look.family
        case CrisisCard() | PersonaCard() | QuestionCard():
            return ""
        case _:
            assert_never(card)
