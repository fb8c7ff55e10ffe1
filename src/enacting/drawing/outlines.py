"""The outlines of the shapes of postures, in a square of side 1, y downwards, alike in the window and in the report.

Angles are in degrees, clockwise from noon.
"""

import math
from functools import cache
from typing import Final

from enacting.drawing.rects import Point

RING_HOLE: Final = 0.58
"""How wide the hole of a ring is, in parts of its width."""


def around(middle: Point, radius: float, angle: float) -> Point:
    """A point of a circle."""
    turn = math.radians(angle)
    return middle[0] + radius * math.sin(turn), middle[1] - radius * math.cos(turn)


def shape_outline(shape: str) -> tuple[Point, ...]:
    """The outline of the shape of a posture, that of a ring without its hole; an unknown shape is an octagon."""
    return _outlines().get(shape) or _outlines()["octagon"]


@cache
def _outlines() -> dict[str, tuple[Point, ...]]:
    middle = (0.5, 0.5)
    circle = tuple(around(middle, 0.5, turn * 6) for turn in range(60))
    return {
        "ring": circle,
        "circle": circle,
        "square": ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
        "corner": ((0.04, 0.04), (0.36, 0.04), (0.36, 0.64), (0.96, 0.64), (0.96, 0.96), (0.04, 0.96)),
        "chevron": ((0.5, 0.04), (1.0, 0.54), (1.0, 0.96), (0.5, 0.46), (0.0, 0.96), (0.0, 0.54)),
        "bar": ((0.0, 0.27), (1.0, 0.27), (1.0, 0.73), (0.0, 0.73)),
        "triangle": ((0.5, 0.03), (1.0, 0.93), (0.0, 0.93)),
        "octagon": tuple(around(middle, 0.52, 22.5 + turn * 45) for turn in range(8)),
        "heart": tuple(_heart(turn * math.tau / 60) for turn in range(60)),
        "diamond": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
        "star": tuple(around((0.5, 0.53), 0.27 if turn % 2 else 0.5, turn * 36) for turn in range(10)),
    }


def _heart(turn: float) -> Point:
    x = 16 * math.sin(turn) ** 3
    y = 13 * math.cos(turn) - 5 * math.cos(2 * turn) - 2 * math.cos(3 * turn) - math.cos(4 * turn)
    return 0.5 + x / 33, 0.46 - y / 33
