"""The board on paper: its empty seats and the place of the crisis, painted as in the window."""

import pygame

from enacting.sheets.decks import DrawnBox
from enacting.ui.faces.table_look import CrisisRing, SeatGround
from enacting.ui.graphics import theme
from enacting.ui.graphics.shapes import board_paper
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type, write
from enacting.ui.items.item import CALM
from enacting.ui.table.board_items import seat_rect

BOARD_WIDTH_MM, BOARD_HEIGHT_MM = 420, 297
_DOTS_PER_INCH = 200
_MARGIN_MM = 8


def draw_board(drawn: DrawnBox) -> pygame.Surface:
    """The board of the box, to be printed."""
    box = drawn.box
    size = (_pixels(BOARD_WIDTH_MM), _pixels(BOARD_HEIGHT_MM))
    unit = size[1] / 1080
    surface = pygame.Surface(size)
    surface.fill(theme.WHITE)
    area = surface.get_rect().inflate(-2 * _pixels(_MARGIN_MM), -2 * _pixels(_MARGIN_MM))
    surface.blit(board_paper(area.size, unit), area)
    families = {family.id: family.title for family in box.description.posture_families}
    for seat in box.board.seats:
        rect = seat_rect(seat, area)
        SeatGround(colour=None, highlighted=False, unit=unit).paint(surface, rect, CALM)
        title = Type(Face.TITLE_700, round(30 * unit))
        title_rect = pygame.Rect(rect.left, rect.top + round(18 * unit), rect.width, title.line_height)
        write(surface, families[seat.family], title, palette().ink_second, title_rect, "centre")
    _paint_crisis(surface, drawn, area)
    return surface


def _paint_crisis(surface: pygame.Surface, drawn: DrawnBox, area: pygame.Rect) -> None:
    """Paint the ring of consequences at the place of the crisis."""
    box = drawn.box
    position, icons = box.board.crisis, [consequence.icon for consequence in box.description.consequences]
    side = round(position.size * area.height / 100)
    rect = pygame.Rect(0, 0, side, side)
    rect.center = (round(area.left + position.x * area.width / 100), round(area.top + position.y * area.height / 100))
    crisis = next(iter(box.crises.values()))
    ring = CrisisRing(card=crisis, answered=tuple((icon, 0.0) for icon in icons), revealed=False, smallest=12)
    ring.paint(surface, rect, CALM)


def _pixels(millimetres: float) -> int:
    return round(millimetres * _DOTS_PER_INCH / 25.4)
