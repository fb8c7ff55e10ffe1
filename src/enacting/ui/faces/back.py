"""The backs of the cards, one for each kind."""

import pygame

from enacting.drawing.card_backs import GROUNDS, SIGNS
from enacting.ui.faces.face_cache import cached_faces
from enacting.ui.faces.face_parts import corner_radius
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight, icon, paint_icon
from enacting.ui.graphics.shapes import disc, layer, paint_at, paint_outline, round_corners
from enacting.ui.graphics.theme import Colour, mixed, palette


def back(kind: str, size: tuple[int, int]) -> pygame.Surface:
    """The back of a card of that kind. Shared, not to be painted on."""
    return cached_faces.get(("back", kind, size, palette().name), lambda: _back(kind, size))


def _ground(kind: str) -> Colour:
    return palette().raised if kind == "posture" else GROUNDS.get(kind, palette().bar)


def _back(kind: str, size: tuple[int, int]) -> pygame.Surface:
    colour = _ground(kind)
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill(colour)
    cells = mixed(colour, theme.WHITE, 0.07)
    surface.blit(layer(size, cells, lambda canvas, _: _cells(canvas, cells)), (0, 0))
    side = round(min(size) * 0.46)
    middle = (size[0] // 2, size[1] // 2)
    paint_at(surface, disc(round(side * 1.5), colour), middle)
    paint_icon(surface, "hexagon", Weight.DUOTONE, side, palette().accent, middle)
    if kind in SIGNS:
        paint_icon(surface, SIGNS[kind], Weight.FILL, round(side * 0.4), palette().accent, middle)
    border = max(2, round(min(size) * 0.025))
    radius = corner_radius(size)
    round_corners(surface, radius)
    paint_outline(surface, surface.get_rect(), palette().accent, border, radius)
    return surface


def _cells(canvas: pygame.Surface, colour: Colour) -> None:
    step = canvas.width / 5
    for row in range(round(canvas.height / step / 0.87) + 2):
        for column in range(7):
            side = icon("hexagon", Weight.FILL, max(4, round(step * 1.02)), colour)
            canvas.blit(side, ((column - 0.5 * (row % 2) - 0.5) * step, (row * 0.87 - 0.5) * step))
