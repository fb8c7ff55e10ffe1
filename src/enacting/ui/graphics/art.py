"""The picture of a card, in layers: a ground with the pattern of its family, a disc, the main icon, echoes of another.

A scene of drawn parts, or a designer's own picture, may take the place of all of it.
"""

import math
from collections.abc import Callable
from itertools import product

import pygame

from enacting.drawing.outlines import shape_outline
from enacting.drawing.rects import Point
from enacting.engine.cards import POSTURE_SHAPES, Art
from enacting.ui.graphics.cache import surface_cache
from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.scenery import Scenery, scenery_surface
from enacting.ui.graphics.shapes import disc, faded, layer, paint_at
from enacting.ui.graphics.theme import BLACK, WHITE, Colour, label_on, mixed

Echo = tuple[float, float, float]
"""Where the centre of an echo is, as parts of the width and of the height of the art, and its tilt in degrees."""

ECHOES_AROUND: tuple[Echo, ...] = ((0.12, 0.2, -14), (0.87, 0.18, 12), (0.86, 0.76, -10))
ECHOES_BELOW_A_LABEL: tuple[Echo, ...] = ((0.88, 0.2, 12), (0.11, 0.72, -14), (0.88, 0.78, -10))
_ECHOES_WIDE: tuple[Echo, ...] = ((0.29, 0.24, 10), (0.3, 0.8, 14), (0.7, 0.7, -12), (0.71, 0.22, -8))
"""Added to the others when the art is more than 2.5 times as wide as it is high."""

_ECHO_OPACITY = 0.28

_cache = surface_cache(max_entries=400, megabytes=48)


def art(
    names: Art,
    size: tuple[int, int],
    colour: Colour,
    ground: str,
    *,
    echoes: tuple[Echo, ...] = ECHOES_AROUND,
    disc_part: float = 0.66,
    middle: float = 0.5,
    picture: pygame.Surface | None = None,
    scenery: Scenery | None = None,
) -> pygame.Surface:
    """The art of a card in a rectangle of that size; shared, not to be painted on.

    That is the picture of the designer's own, else the scene, else layers around the icon.

    `ground` is `rays`, `waves`, `orbits`, `cracks`, `scales`, `bubbles` or the shape of a posture. The disc takes
    `disc_part` of the height, its centre at `middle` of the width.
    """
    if picture is not None:
        return _cache.get((picture, size), lambda: scaled_to_cover(picture, size))
    if scenery is not None:
        return scenery_surface(scenery, size)
    key = (names.icon, names.echo, size, colour, ground, echoes, disc_part, middle)
    return _cache.get(key, lambda: _compose(names, size, colour, ground, echoes, disc_part, middle))


def scaled_to_cover(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The picture scaled to cover the whole size, cropped around its centre."""
    factor = max(size[0] / picture.width, size[1] / picture.height)
    scaled = pygame.transform.smoothscale(
        picture.convert(pygame.Surface((1, 1), pygame.SRCALPHA)),
        (math.ceil(picture.width * factor), math.ceil(picture.height * factor)),
    )
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill(WHITE)
    paint_at(surface, scaled, (size[0] // 2, size[1] // 2))
    return surface


def _compose(
    names: Art,
    size: tuple[int, int],
    colour: Colour,
    ground: str,
    echoes: tuple[Echo, ...],
    disc_part: float,
    middle: float,
) -> pygame.Surface:
    label = label_on(colour)
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill(colour)
    surface.blit(_ground(size, colour, ground), (0, 0))
    diameter = round(min(size[1] * disc_part, size[0] * 0.7))
    centre = (round(size[0] * middle), size[1] // 2)
    paint_at(surface, disc(diameter, mixed(colour, BLACK if label == WHITE else WHITE, 0.22)), centre)
    if names.echo:
        is_wide = size[0] > 2.5 * size[1]
        _paint_echoes(surface, names.echo, label, (*echoes, *_ECHOES_WIDE) if echoes and is_wide else echoes)
    if names.icon:
        paint_at(surface, icon(names.icon, Weight.DUOTONE, round(diameter * 0.74), label), centre)
    return surface


def _ground(size: tuple[int, int], colour: Colour, ground: str) -> pygame.Surface:
    """The pattern alone, shared by the cards of a family."""
    lighter = mixed(colour, WHITE, 0.09 if label_on(colour) == WHITE else 0.16)
    factor = 2 if size[0] * size[1] > 250_000 else 3
    paint_pattern = _pattern(ground)
    return _cache.get(
        ("ground", size, colour, ground),
        lambda: layer(size, lighter, lambda canvas, _: paint_pattern(canvas, lighter), factor),
    )


def _paint_echoes(surface: pygame.Surface, name: str, colour: Colour, echoes: tuple[Echo, ...]) -> None:
    side = round(min(surface.height * 0.15, surface.width * 0.12))
    large = faded(icon(name, Weight.FILL, max(8, side * 2), colour), _ECHO_OPACITY)
    for x, y, tilt in echoes:
        turned = pygame.transform.rotozoom(large, -tilt, 0.5)
        paint_at(surface, turned, (round(surface.width * x), round(surface.height * y)))


# Patterns

_Painter = Callable[[pygame.Surface, Colour], None]


def _pattern(ground: str) -> _Painter:
    patterns: dict[str, _Painter] = {
        "rays": _rays,
        "waves": _waves,
        "orbits": _orbits,
        "cracks": _cracks,
        "scales": _scales,
    }
    if ground in POSTURE_SHAPES:
        return lambda canvas, colour: _shapes(canvas, colour, ground)
    return patterns.get(ground, _bubbles)


def _rays(canvas: pygame.Surface, colour: Colour) -> None:
    x, y = canvas.width / 2, canvas.height / 2
    reach = math.hypot(x, y)
    for turn in range(0, 360, 15):
        sides = [math.radians(turn + 3.5), math.radians(turn + 11)]
        ends = [(x + reach * math.sin(side), y - reach * math.cos(side)) for side in sides]
        pygame.draw.polygon(canvas, colour, [(x, y), *ends])


def _waves(canvas: pygame.Surface, colour: Colour) -> None:
    step, thickness = canvas.height / 5.5, canvas.height * 0.04
    length = canvas.height / 2.6
    for row in range(7):
        middle = step * (row + 0.2)
        shift = row * length / 2.4
        upper = [(x, middle + _wave_offset(x + shift, length, step)) for x in range(0, canvas.width + 8, 8)]
        lower = [(x, y + thickness) for x, y in reversed(upper)]
        pygame.draw.polygon(canvas, colour, upper + lower)


def _wave_offset(x: float, length: float, step: float) -> float:
    return math.sin(x * math.tau / length) * step * 0.2


def _orbits(canvas: pygame.Surface, colour: Colour) -> None:
    middle = (canvas.width / 2, canvas.height / 2)
    thickness = canvas.height * 0.026
    for number in range(1, _ring_count(canvas, 0.14)):
        radius = canvas.height * (0.24 + 0.14 * number)
        dashes = 6 + 2 * number
        for dash in range(dashes):
            start = 360 / dashes * dash + number * 17
            pygame.draw.polygon(canvas, colour, _arc_band(middle, radius, thickness, start, start + 250 / dashes))


def _ring_count(canvas: pygame.Surface, step: float) -> int:
    """How many rings reach the corners when they are `step` of the height apart."""
    return math.ceil(math.hypot(canvas.width, canvas.height) / 2 / canvas.height / step)


def _arc_band(middle: Point, radius: float, thickness: float, start: float, end: float) -> list[Point]:
    angles = [math.radians(start + (end - start) * step / 12) for step in range(13)]
    outer = [(middle[0] + radius * math.sin(a), middle[1] - radius * math.cos(a)) for a in angles]
    inner = radius - thickness
    return outer + [(middle[0] + inner * math.sin(a), middle[1] - inner * math.cos(a)) for a in reversed(angles)]


def _cracks(canvas: pygame.Surface, colour: Colour) -> None:
    """Concentric jagged rings, like the marks of an impact."""
    middle = (canvas.width / 2, canvas.height / 2)
    for number in range(_ring_count(canvas, 0.15), 0, -1):
        radius = canvas.height * (0.26 + 0.15 * number)
        teeth = max(14, round(math.tau * radius / (canvas.height * 0.17)))
        for reach, ink in ((radius, colour), (radius - canvas.height * 0.04, (*colour, 0))):
            pygame.draw.polygon(canvas, ink, _jagged(middle, reach, teeth, canvas.height * 0.1))


def _jagged(middle: Point, radius: float, teeth: int, depth: float) -> list[Point]:
    """Teeth of uneven depth; the depth does not grow with the radius, so that rings never cross."""
    points = []
    for tooth in range(2 * teeth):
        angle = math.pi / teeth * (tooth + 0.3 * (tooth * 5 % 3))
        reach = radius if tooth % 2 else radius - depth * (0.55 + 0.22 * ((tooth * 7 + teeth) % 3))
        points.append((middle[0] + reach * math.sin(angle), middle[1] - reach * math.cos(angle)))
    return points


def _scales(canvas: pygame.Surface, colour: Colour) -> None:
    """Rows of overlapping arcs, like a crowd."""
    radius = canvas.height / 5.2
    for row, column in product(range(-1, 13), range(-1, math.ceil(canvas.width / radius / 2) + 2)):
        middle = (radius * (2 * column + row % 2), radius * (row * 0.55 + 0.4))
        for part, is_erased in ((1.0, False), (0.86, True), (0.56, False), (0.42, True)):
            pygame.draw.circle(canvas, (*colour, 0) if is_erased else colour, middle, radius * part)


def _shapes(canvas: pygame.Surface, colour: Colour, shape: str) -> None:
    """The shape of the posture, repeated in staggered rows."""
    side = canvas.height * 0.24
    step = side * 1.5
    columns, rows = math.ceil(canvas.width / step) + 2, math.ceil(canvas.height / step) + 2
    left, top = (canvas.width - (columns - 1) * step) / 2, (canvas.height - (rows - 1) * step) / 2
    for row, column in product(range(rows), range(columns)):
        x, y = left + (column + 0.5 * (row % 2)) * step, top + row * step
        pygame.draw.polygon(
            canvas, colour, [(x + (a - 0.5) * side, y + (b - 0.5) * side) for a, b in shape_outline(shape)]
        )
        if shape == "ring":
            pygame.draw.circle(canvas, (*colour, 0), (x, y), side * 0.29)


def _bubbles(canvas: pygame.Surface, colour: Colour) -> None:
    step = canvas.height / 5
    for row, column in product(range(7), range(math.ceil(canvas.width / step) + 2)):
        radius = step * (0.13 + 0.06 * ((row * 3 + column * 5) % 4))
        pygame.draw.circle(canvas, colour, (step * (column + 0.5 * (row % 2)), step * (row - 0.2)), radius)
