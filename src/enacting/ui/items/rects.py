"""Dividing a rectangle: side by side, one below the other, in a grid, in lines, with a margin.

Law: everything here is a function of rectangles and pixels alone; `Layout` turns lengths of the design into pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pygame

Anchor = Literal[
    "topleft", "midtop", "topright", "midleft", "center", "midright", "bottomleft", "midbottom", "bottomright"
]


@dataclass(frozen=True, slots=True)
class Share:
    """A share of what the fixed sizes and the gaps leave: `Share(2)` gets twice as much as `Share(1)`."""

    weight: float = 1


REST = Share()
"""All that is left, or an equal share of it."""

Size = int | Share
"""Pixels, or a share of what is left."""


def shares(*weights: float) -> list[Share]:
    """Shares of those weights."""
    return [Share(weight) for weight in weights]


def row(rect: pygame.Rect, sizes: Sequence[Size], gap: int = 0) -> list[pygame.Rect]:
    """Rectangles side by side, as high as `rect` and of those widths."""
    return [
        pygame.Rect(left, rect.top, width, rect.height) for left, width in _spans(rect.left, rect.width, sizes, gap)
    ]


def stack(rect: pygame.Rect, sizes: Sequence[Size], gap: int = 0) -> list[pygame.Rect]:
    """Rectangles one below the other, as wide as `rect` and of those heights."""
    return [
        pygame.Rect(rect.left, top, rect.width, height) for top, height in _spans(rect.top, rect.height, sizes, gap)
    ]


def split(rect: pygame.Rect, count: int, gap: int = 0) -> list[pygame.Rect]:
    """`count` rectangles of equal width side by side."""
    return row(rect, [REST] * count, gap)


def grid(rect: pygame.Rect, count: int, per_row: int, height: int, gap: int = 0) -> list[pygame.Rect]:
    """`count` rectangles in rows of `per_row`, each `height` high, from the top of `rect`; it may be overrun."""
    cells: list[pygame.Rect] = []
    for first in range(0, count, per_row):
        line = pygame.Rect(rect.left, rect.top + first // per_row * (height + gap), rect.width, height)
        cells += split(line, per_row, gap)[: count - first]
    return cells


def grid_height(count: int, per_row: int, height: int, gap: int = 0) -> int:
    """How high such a grid is."""
    rows = -(-count // per_row)
    return rows * height + max(0, rows - 1) * gap


def flow(rect: pygame.Rect, widths: Sequence[int], height: int, gap: int = 0) -> list[pygame.Rect]:
    """Rectangles in as many lines as these widths need, each line stretched to the width of `rect`."""
    placed: list[pygame.Rect] = []
    for index, line in enumerate(_lines(widths, rect.width, gap)):
        area = pygame.Rect(rect.left, rect.top + index * (height + gap), rect.width, height)
        placed += row(area, [Share(width) for width in line], gap)
    return placed


def flow_height(width: int, widths: Sequence[int], height: int, gap: int = 0) -> int:
    """How high these rectangles are, in lines that are `width` wide."""
    return grid_height(len(_lines(widths, width, gap)), 1, height, gap)


def inset(rect: pygame.Rect, x: int, y: int | None = None) -> pygame.Rect:
    """The rectangle within a margin of `x` at the sides and of `y` above and below (`x` without it)."""
    return rect.inflate(-2 * x, -2 * (x if y is None else y))


def place(rect: pygame.Rect, width: int, height: int, at: Anchor = "center") -> pygame.Rect:
    """A rectangle of that size, at that point of `rect`."""
    placed = pygame.Rect(0, 0, width, height)
    setattr(placed, at, getattr(rect, at))
    return placed


def square(centre: tuple[int, int], side: int) -> pygame.Rect:
    """A square around that point."""
    placed = pygame.Rect(0, 0, side, side)
    placed.center = centre
    return placed


def _spans(start: int, length: int, sizes: Sequence[Size], gap: int) -> list[tuple[int, int]]:
    """Where each size begins, and how long it is; shares are 0 where the fixed sizes leave nothing."""
    fixed, weights = gap * (len(sizes) - 1), 0.0
    for size in sizes:
        if isinstance(size, int):
            fixed += size
        else:
            weights += size.weight
    left, position = max(0, length - fixed), float(start)
    spans = []
    for size in sizes:
        span = size if isinstance(size, int) else left * size.weight / weights
        spans.append((round(position), int(span)))
        position += span + gap
    return spans


def _lines(widths: Sequence[int], max_width: int, gap: int) -> list[list[int]]:
    """The widths that go in each line of at most that width."""
    lines: list[list[int]] = []
    for width in widths:
        if lines and sum(lines[-1]) + len(lines[-1]) * gap + width <= max_width:
            lines[-1].append(width)
        else:
            lines.append([width])
    return lines
