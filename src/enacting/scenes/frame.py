"""The frame of a picture: percent into pixels.

Things keep together: where a picture is much wider than high, they stand nearer to its middle than its edges, and only
the layers (sky, hills, ground, water) reach from edge to edge.
"""

from dataclasses import dataclass
from typing import Final

_LOWEST: Final = 0.74
"""Heights count on the lesser of the picture's height and this part of its width."""
_WIDEST: Final = 2.1
"""From that many times its height on, the picture is wider than the place where things stand."""
_SHARE: Final = 0.45
"""How much of the width beyond that things take all the same."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of that many pixels."""

    width: float
    height: float

    @property
    def unit(self) -> float:
        """What a height of 100 percent is."""
        return min(self.height, self.width * _LOWEST)

    @property
    def stage(self) -> float:
        """The width on which things stand, in the middle of the picture."""
        beyond = max(0.0, self.width - self.height * _WIDEST)
        return self.width - beyond * (1 - _SHARE)

    def x(self, percent: float) -> float:
        """That far across the stage."""
        return (self.width - self.stage) / 2 + self.stage * percent / 100

    def y(self, percent: float) -> float:
        """That far down."""
        return self.height * percent / 100
