"""Crisp shapes: rounded rectangles, shadows, discs, rings, the marks of the postures, threads, the paper of the board.

Law: edges are antialiased; what is slow to draw is drawn once, supersampled, scaled down and cached. Angles are in
degrees, clockwise from noon.
"""

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import pygame

from enacting.drawing.outlines import RING_HOLE, around, shape_outline
from enacting.drawing.rects import Point
from enacting.drawing.thread_routes import Thread, arrow_of
from enacting.ui.graphics.cache import LruCache, surface_bytes, surface_cache
from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.theme import Colour, label_on, palette, sign_on

RectLike = pygame.Rect | tuple[int, int, int, int]

_SUPERSAMPLING = 4
_STRETCH = 8
_cache = surface_cache(max_entries=1_200, megabytes=48)
_papers = surface_cache(max_entries=2, megabytes=80)


class Corners(NamedTuple):
    """Which corners of a rectangle are round."""

    top_left: bool = True
    top_right: bool = True
    bottom_left: bool = True
    bottom_right: bool = True


ALL = Corners()
TOP = Corners(bottom_left=False, bottom_right=False)
BOTTOM = Corners(top_left=False, top_right=False)
RIGHT = Corners(top_left=False, bottom_left=False)


class Shadow(NamedTuple):
    """How far a shadow is blurred and moved down, in pixels, and its opacity, 0 to 255."""

    blur: int
    offset_y: int
    alpha: int


# Rounded rectangles


def paint_rounded(surface: pygame.Surface, rect: RectLike, colour: Colour, radius: int, corners: Corners = ALL) -> None:
    """Paint a filled rectangle with round corners."""
    area = pygame.Rect(rect)
    radius = max(0, min(radius, area.width // 2, area.height // 2))
    surface.fill(colour, (area.left + radius, area.top, area.width - 2 * radius, area.height))
    surface.fill(colour, (area.left, area.top + radius, radius, area.height - 2 * radius))
    surface.fill(colour, (area.right - radius, area.top + radius, radius, area.height - 2 * radius))
    if radius:
        round_corner = disc(2 * radius, colour)
        for is_round, corner, part in _corner_parts(area, radius, corners):
            if is_round:
                surface.blit(round_corner, corner, part)
            else:
                surface.fill(colour, corner)


def paint_outline(
    surface: pygame.Surface, rect: RectLike, colour: Colour, width: int, radius: int, corners: Corners = ALL
) -> None:
    """Paint the border of a rounded rectangle, inside its edge; nothing within."""
    area = pygame.Rect(rect)
    radius = max(0, min(radius, area.width // 2, area.height // 2))
    width = max(1, min(width, area.width // 2, area.height // 2))
    straight_width, straight_height = area.width - 2 * radius, area.height - 2 * radius
    surface.fill(colour, (area.left + radius, area.top, straight_width, width))
    surface.fill(colour, (area.left + radius, area.bottom - width, straight_width, width))
    surface.fill(colour, (area.left, area.top + radius, width, straight_height))
    surface.fill(colour, (area.right - width, area.top + radius, width, straight_height))
    if radius:
        bent = ring(2 * radius, width, colour)
        square = _square_outline(2 * radius, width, colour)
        for is_round, corner, part in _corner_parts(area, radius, corners):
            surface.blit(bent if is_round else square, corner, part)


def paint_shadow(surface: pygame.Surface, rect: RectLike, radius: int, shadow: Shadow) -> None:
    """Paint a soft shadow around that rectangle, for something opaque that is painted over it afterwards."""
    area = pygame.Rect(rect)
    drawn = shadow_of(area.size, radius, shadow)
    left, top = area.left - shadow.blur, area.top - shadow.blur + shadow.offset_y
    hidden = area.inflate(-2 * radius, -2 * radius).move(-left, -top)
    whole = drawn.get_rect()
    strips = (
        (0, 0, whole.width, hidden.top),
        (0, hidden.bottom, whole.width, whole.height - hidden.bottom),
        (0, hidden.top, hidden.left, hidden.height),
        (hidden.right, hidden.top, whole.width - hidden.right, hidden.height),
    )
    for strip in strips:
        surface.blit(drawn, (left + strip[0], top + strip[1]), strip)


def paint_glow(surface: pygame.Surface, rect: RectLike, colour: Colour, radius: int, blur: int) -> None:
    """Paint light of that colour around that rectangle, for something opaque that is painted over it afterwards."""
    area = pygame.Rect(rect)
    light = _cache.get(("glow", area.size, colour, radius, blur), lambda: _glow(area.size, colour, radius, blur))
    surface.blit(light, (area.left - blur, area.top - blur))


def _glow(size: tuple[int, int], colour: Colour, radius: int, blur: int) -> pygame.Surface:
    light = shadow_of(size, radius, Shadow(blur=blur, offset_y=0, alpha=255)).copy()
    light.fill((*colour, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return light


def shadow_of(size: tuple[int, int], radius: int, shadow: Shadow) -> pygame.Surface:
    """The shadow of a rounded rectangle, `blur` larger on each side; shared, not to be painted on."""
    return _cache.get(("shadow", size, radius, shadow), lambda: _shadow(size, radius, shadow))


def paint_overlay(surface: pygame.Surface, rect: RectLike, colour: Colour, opacity: int) -> None:
    """Darken or lighten a whole rectangle; `opacity` is 0 to 255."""
    area = pygame.Rect(rect)
    overlay = pygame.Surface(area.size)
    overlay.fill(colour)
    overlay.set_alpha(opacity)
    surface.blit(overlay, area)


def paint_dashed(
    surface: pygame.Surface, rect: RectLike, colour: Colour, width: int, radius: int, dash: int | None = None
) -> None:
    """Paint the border of a rounded rectangle in dashes: an empty place."""
    area = pygame.Rect(rect)
    key = ("dashed", area.size, colour, width, radius, dash)
    surface.blit(_cache.get(key, lambda: _dashed(area.size, colour, width, radius, dash or 3 * width)), area)


def paint_octagon(surface: pygame.Surface, rect: RectLike, colour: Colour, cut: int) -> None:
    """Paint a filled rectangle whose corners are cut off, `cut` pixels from each."""
    area = pygame.Rect(rect)
    width, height = area.size

    def draw(canvas: pygame.Surface, factor: int) -> None:
        corners = (
            (cut, 0),
            (width - cut, 0),
            (width, cut),
            (width, height - cut),
            (width - cut, height),
            (cut, height),
            (0, height - cut),
            (0, cut),
        )
        pygame.draw.polygon(canvas, colour, [(x * factor, y * factor) for x, y in corners])

    key = ("octagon", area.size, colour, cut)
    surface.blit(_cache.get(key, lambda: layer(area.size, colour, draw, factor=2)), area)


def round_corners(surface: pygame.Surface, radius: int, corners: Corners = ALL) -> None:
    """Round the corners of a surface with transparency, in place."""
    area = surface.get_rect()
    mask = disc(2 * radius, (255, 255, 255))
    for is_round, corner, part in _corner_parts(area, radius, corners):
        if is_round:
            surface.blit(mask, corner, part, special_flags=pygame.BLEND_RGBA_MIN)


# Discs and rings


def disc(diameter: int, colour: Colour) -> pygame.Surface:
    """A filled disc; shared, not to be painted on."""

    def draw(canvas: pygame.Surface, factor: int) -> None:
        middle = diameter * factor / 2
        pygame.draw.circle(canvas, colour, (middle, middle), middle)

    return _cache.get(("disc", diameter, colour), lambda: layer((diameter, diameter), colour, draw))


def ring(diameter: int, width: int, colour: Colour) -> pygame.Surface:
    """A circle with a hole; shared, not to be painted on."""

    def draw(canvas: pygame.Surface, factor: int) -> None:
        middle = diameter * factor / 2
        pygame.draw.circle(canvas, colour, (middle, middle), middle)
        pygame.draw.circle(canvas, (*colour, 0), (middle, middle), middle - width * factor)

    return _cache.get(("ring", diameter, width, colour), lambda: layer((diameter, diameter), colour, draw))


def arc(diameter: int, width: int, colour: Colour, start: float, end: float) -> pygame.Surface:
    """A part of a ring, from one angle to another; shared, not to be painted on."""

    def draw(canvas: pygame.Surface, factor: int) -> None:
        middle = diameter * factor / 2
        steps = max(2, math.ceil((end - start) / 2))
        angles = [start + (end - start) * step / steps for step in range(steps + 1)]
        outer = [around((middle, middle), middle, angle) for angle in angles]
        inner = [around((middle, middle), middle - width * factor, angle) for angle in reversed(angles)]
        pygame.draw.polygon(canvas, colour, outer + inner)

    if end <= start:
        return _cache.get(("nothing", diameter), lambda: pygame.Surface((diameter, diameter), pygame.SRCALPHA))
    if end - start >= 360:
        return ring(diameter, width, colour)
    key = ("arc", diameter, width, colour, round(start, 1), round(end, 1))
    return _cache.get(key, lambda: layer((diameter, diameter), colour, draw))


def hexagon(height: int, width: int, colour: Colour) -> pygame.Surface:
    """A hexagon on its point, its outline so wide, or filled when `width` is 0; shared, not to be painted on."""

    def draw(canvas: pygame.Surface, factor: int) -> None:
        side = height * factor
        for radius, tone in ((side / 2, colour), (side / 2 - width * factor * 1.15, (*colour, 0))):
            if tone == colour or width:
                corners = [around((side / 2, side / 2), radius, turn * 60) for turn in range(6)]
                pygame.draw.polygon(canvas, tone, corners)

    return _cache.get(("hexagon", height, width, colour), lambda: layer((height, height), colour, draw))


def paint_at(surface: pygame.Surface, drawn: pygame.Surface, centre: tuple[int, int]) -> None:
    """Paint a surface around that point."""
    surface.blit(drawn, (centre[0] - drawn.width // 2, centre[1] - drawn.height // 2))


# Postures


_ICON_PLACES: dict[str, tuple[float, float, float]] = {
    "ring": (0.5, 0.5, 0.46),
    "corner": (0.69, 0.31, 0.56),
    "chevron": (0.5, 0.81, 0.36),
    "bar": (0.5, 0.5, 0.4),
    "triangle": (0.5, 0.65, 0.44),
    "square": (0.5, 0.5, 0.66),
    "circle": (0.5, 0.5, 0.6),
    "octagon": (0.5, 0.5, 0.62),
    "heart": (0.5, 0.46, 0.5),
    "diamond": (0.5, 0.5, 0.48),
    "star": (0.5, 0.54, 0.42),
}
"""Where the icon of a posture is drawn in or beside its shape: x and y of its centre and its size, in parts of the side
of the shape."""

_BESIDE = frozenset({"ring", "corner", "chevron"})


def posture_mark(
    shape: str, size: int, fill: Colour, icon_name: str = "", ground: Colour | None = None
) -> pygame.Surface:
    """The shape of a posture, with its icon if named; an icon beside the shape contrasts with `ground`, a card's."""
    ground = ground or palette().card
    fill = sign_on(ground, fill)
    return _cache.get(
        ("posture", shape, size, fill, icon_name, ground), lambda: _posture_mark(shape, size, fill, icon_name, ground)
    )


# Threads


def paint_thread(
    surface: pygame.Surface,
    thread: Thread,
    colour: Colour,
    width: float,
    *,
    edge: Colour | None = None,
    edge_width: float = 2.5,
) -> None:
    """Paint a thread from a dot to an arrow head, with an outline that separates it from what it crosses."""
    edge = edge or palette().card
    line, corners = arrow_of(thread, 4 * width, 2 * width)
    points = [line.at(step / 40) for step in range(41)]
    left, top = (math.floor(min(values) - 2 * width) for values in zip(*corners, strict=True))
    moved = tuple((x - left, y - top) for x, y in corners)
    head = _cache.get(("head", moved, colour, edge, edge_width), lambda: _head(moved, colour, edge, edge_width))
    dot = round(width * 2.6)
    start = (round(thread.start[0]), round(thread.start[1]))
    paint_stroke(surface, points, edge, width + 2 * edge_width)
    paint_at(surface, disc(dot + round(2 * edge_width), edge), start)
    surface.blit(head, (left, top))
    paint_stroke(surface, points, colour, width)
    paint_at(surface, disc(dot, colour), start)


def paint_stroke(surface: pygame.Surface, points: Sequence[Point], colour: Colour, width: float) -> None:
    """Paint a thick line along the points."""
    surface.fblits(_strokes.get((tuple(points), colour, width), lambda: _stretches(points, colour, width)))


# Paper


def board_paper(size: tuple[int, int], unit: float) -> pygame.Surface:
    """Opaque paper with a honeycomb; `unit` is that of the scale. Shared, not to be painted on."""
    paper, line = palette().board, palette().board_line
    return _papers.get(("paper", size, unit, paper, line), lambda: _paper(size, unit, paper, line))


# Supersampling


def layer(
    size: tuple[int, int], colour: Colour, draw: Callable[[pygame.Surface, int], object], factor: int = _SUPERSAMPLING
) -> pygame.Surface:
    """What `draw` paints in one colour on a canvas `factor` times as large, scaled down to `size`."""
    width, height = max(1, size[0]), max(1, size[1])
    canvas = pygame.Surface((width * factor, height * factor), pygame.SRCALPHA)
    canvas.fill((*colour, 0))
    draw(canvas, factor)
    return pygame.transform.smoothscale(canvas, (width, height))


def faded(surface: pygame.Surface, opacity: float) -> pygame.Surface:
    """A copy, more transparent; `opacity` is 0 to 1."""
    copy = surface.copy()
    copy.fill((255, 255, 255, round(255 * opacity)), special_flags=pygame.BLEND_RGBA_MULT)
    return copy


def tilted(surface: pygame.Surface, degrees: float) -> pygame.Surface:
    """A copy rotated clockwise by a few degrees, with smooth edges."""
    if not degrees:
        return surface
    framed = pygame.Surface((surface.width + 4, surface.height + 4), pygame.SRCALPHA)
    framed.blit(surface, (2, 2))
    return pygame.transform.rotozoom(framed, -degrees, 1)


def _corner_parts(area: pygame.Rect, radius: int, corners: Corners) -> Iterable[tuple[bool, pygame.Rect, pygame.Rect]]:
    """Each corner: whether it is round, where it is, and its part of a disc."""
    right, bottom = area.right - radius, area.bottom - radius
    places = ((area.left, area.top), (right, area.top), (area.left, bottom), (right, bottom))
    parts = ((0, 0), (radius, 0), (0, radius), (radius, radius))
    side = (radius, radius)
    for is_round, place, part in zip(corners, places, parts, strict=True):
        yield is_round, pygame.Rect(place, side), pygame.Rect(part, side)


def _square_outline(side: int, width: int, colour: Colour) -> pygame.Surface:
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    pygame.draw.rect(surface, colour, (0, 0, side, side), width)
    return surface


def _shadow(size: tuple[int, int], radius: int, shadow: Shadow) -> pygame.Surface:
    reduction = max(1, shadow.blur // 4)
    full = (size[0] + 2 * shadow.blur, size[1] + 2 * shadow.blur)
    small = (math.ceil(full[0] / reduction), math.ceil(full[1] / reduction))
    canvas = pygame.Surface(small, pygame.SRCALPHA)
    shape = pygame.Rect(
        shadow.blur // reduction, shadow.blur // reduction, max(1, size[0] // reduction), max(1, size[1] // reduction)
    )
    pygame.draw.rect(canvas, (8, 12, 24, shadow.alpha), shape, border_radius=max(1, radius // reduction))
    softened = pygame.transform.gaussian_blur(canvas, max(1, shadow.blur // (2 * reduction)))
    softened.fill((8, 12, 24, 0), special_flags=pygame.BLEND_RGBA_MAX)
    return pygame.transform.smoothscale(softened, full)


def _dashed(size: tuple[int, int], colour: Colour, width: int, radius: int, dash: int) -> pygame.Surface:
    def draw(canvas: pygame.Surface, factor: int) -> None:
        path = _rounded_path(size, radius, width / 2)
        count = max(4, round(len(path) / (2 * dash)))
        for number in range(count):
            first, last = number * len(path) // count, (2 * number + 1) * len(path) // (2 * count)
            part = [(x * factor, y * factor) for x, y in path[first : last + 1]]
            if len(part) > 1:
                pygame.draw.polygon(canvas, colour, _ribbon(part, width * factor / 2))

    return layer(size, colour, draw, factor=2)


def _rounded_path(size: tuple[int, int], radius: int, inset: float) -> list[Point]:
    """Points a pixel apart along the edge of a rounded rectangle, `inset` within it."""
    right, bottom, bow = size[0] - inset, size[1] - inset, max(1.0, radius - inset)
    middles = (
        (right - bow, inset + bow, 0),
        (right - bow, bottom - bow, 90),
        (inset + bow, bottom - bow, 180),
        (inset + bow, inset + bow, 270),
    )
    knots: list[Point] = []
    for x, y, turn in middles:
        for step in range(0, 91, 6):
            angle = math.radians(turn + step)
            knots.append((x + bow * math.sin(angle), y - bow * math.cos(angle)))
    return _pixel_by_pixel([*knots, knots[0]])


def _pixel_by_pixel(knots: Sequence[Point]) -> list[Point]:
    found: list[Point] = []
    for (x, y), (to_x, to_y) in pairwise(knots):
        steps = max(1, round(math.dist((x, y), (to_x, to_y))))
        found.extend((x + (to_x - x) * step / steps, y + (to_y - y) * step / steps) for step in range(steps))
    return found


def _posture_mark(shape: str, size: int, fill: Colour, icon_name: str, ground: Colour) -> pygame.Surface:
    def draw(canvas: pygame.Surface, factor: int) -> None:
        side = size * factor
        pygame.draw.polygon(canvas, fill, [(x * side, y * side) for x, y in shape_outline(shape)])
        if shape == "ring":
            pygame.draw.circle(canvas, (*fill, 0), (side / 2, side / 2), side * RING_HOLE / 2)

    mark = layer((size, size), fill, draw)
    if icon_name:
        x, y, part = _ICON_PLACES.get(shape, _ICON_PLACES["octagon"])
        colour = label_on(ground) if shape in _BESIDE else label_on(fill)
        paint_at(mark, icon(icon_name, Weight.FILL, round(size * part), colour), (round(size * x), round(size * y)))
    return mark


def _head(corners: Sequence[Point], colour: Colour, edge: Colour, edge_width: float) -> pygame.Surface:
    """An arrow head with its edge, on a surface large enough."""
    side = math.ceil(max(max(corner) for corner in corners) + 2 * edge_width)

    def draw_edge(canvas: pygame.Surface, factor: int) -> None:
        larger = [(x * factor, y * factor) for x, y in corners]
        pygame.draw.polygon(canvas, edge, larger)
        for start, end in pairwise((*larger, larger[0])):
            pygame.draw.polygon(canvas, edge, _ribbon((start, end), edge_width * factor))
            pygame.draw.circle(canvas, edge, start, edge_width * factor)

    def draw(canvas: pygame.Surface, factor: int) -> None:
        pygame.draw.polygon(canvas, colour, [(x * factor, y * factor) for x, y in corners])

    drawn = layer((side, side), edge, draw_edge)
    drawn.blit(layer((side, side), colour, draw), (0, 0))
    return drawn


def _ribbon(points: Sequence[Point], half: float) -> list[Point]:
    """The outline of a band along the points."""
    left: list[Point] = []
    right: list[Point] = []
    for index, (x, y) in enumerate(points):
        before, after = points[max(0, index - 1)], points[min(len(points) - 1, index + 1)]
        length = math.dist(before, after) or 1
        aside, along = -(after[1] - before[1]) / length * half, (after[0] - before[0]) / length * half
        left.append((x + aside, y + along))
        right.append((x - aside, y - along))
    return left + right[::-1]


def _stretches(points: Sequence[Point], colour: Colour, width: float) -> list[tuple[pygame.Surface, Point]]:
    """A thick line in short pieces, so that a long one does not take a surface as large as the board."""
    found: list[tuple[pygame.Surface, Point]] = []
    for first in range(0, len(points) - 1, _STRETCH):
        stretch = points[max(0, first - 1) : first + _STRETCH + 1]
        left = math.floor(min(x for x, _ in stretch) - width)
        top = math.floor(min(y for _, y in stretch) - width)
        found.append((_stroke([(x - left, y - top) for x, y in stretch], colour, width), (left, top)))
    return found


def _stroke(points: Sequence[Point], colour: Colour, width: float) -> pygame.Surface:
    size = (math.ceil(max(x for x, _ in points) + width), math.ceil(max(y for _, y in points) + width))

    def draw(canvas: pygame.Surface, factor: int) -> None:
        outline = _ribbon([(x * factor, y * factor) for x, y in points], width * factor / 2)
        pygame.draw.polygon(canvas, colour, outline)

    return layer(size, colour, draw)


def _weight_of_stretches(stretches: list[tuple[pygame.Surface, Point]]) -> int:
    return sum(surface_bytes(surface) for surface, _ in stretches)


_strokes: LruCache[Hashable, list[tuple[pygame.Surface, Point]]] = LruCache(200, 32_000_000, _weight_of_stretches)


def _paper(size: tuple[int, int], unit: float, paper: Colour, line: Colour) -> pygame.Surface:
    side = 34 * unit
    tile_width, tile_height = max(4, round(side * math.sqrt(3))), max(6, round(side * 3))
    tile = layer((tile_width, tile_height), line, lambda canvas, factor: _honeycomb(canvas, factor, unit))
    surface = pygame.Surface(size, 0, 32)
    surface.fill(paper)
    for top in range(0, size[1], tile_height):
        for left in range(0, size[0], tile_width):
            surface.blit(tile, (left, top))
    return surface


def _honeycomb(canvas: pygame.Surface, factor: int, unit: float) -> None:
    """Cells that continue on the next tile, each outlined a little within its edge."""
    tile_width, tile_height = canvas.get_size()
    middles = ((0, 0), (tile_width, 0), (tile_width / 2, tile_height / 2), (0, tile_height), (tile_width, tile_height))
    thickness = max(1, round(1.6 * unit * factor))
    colour = canvas.get_at((0, 0))
    colour.a = 255
    for x, y in middles:
        cell = [
            (
                x + math.sin(math.radians(turn)) * tile_width / math.sqrt(3) * 0.9,
                y - math.cos(math.radians(turn)) * tile_height / 3 * 0.9,
            )
            for turn in range(0, 360, 60)
        ]
        pygame.draw.polygon(canvas, colour, cell, thickness)
