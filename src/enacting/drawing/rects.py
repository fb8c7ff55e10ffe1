"""Points and rectangles of a page or a board, in any unit, without a window."""

from typing import NamedTuple

Point = tuple[float, float]


class Rect(NamedTuple):
    """A rectangle that does not change."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.x < x < self.x + self.width and self.y < y < self.y + self.height

    def meets(self, other: "Rect") -> bool:
        """Whether it has a part in common with another."""
        overlaps_in_x = self.x < other.x + other.width and other.x < self.x + self.width
        return overlaps_in_x and self.y < other.y + other.height and other.y < self.y + self.height

    def shared(self, other: "Rect") -> float:
        """How much of it another covers."""
        x, y, width, height = self
        other_x, other_y, other_width, other_height = other
        shared_width = min(x + width, other_x + other_width) - max(x, other_x)
        shared_height = min(y + height, other_y + other_height) - max(y, other_y)
        return shared_width * shared_height if shared_width > 0 and shared_height > 0 else 0.0

    def within(self, other: "Rect") -> bool:
        """Whether all of it is in another."""
        return self.x >= other.x and self.y >= other.y and self.right <= other.right and self.bottom <= other.bottom

    def moved_into(self, other: "Rect") -> "Rect":
        """The same, as near as it can be within another."""
        x = max(other.x, min(self.x, other.right - self.width))
        y = max(other.y, min(self.y, other.bottom - self.height))
        return Rect(x, y, self.width, self.height)

    def grown(self, by: float) -> "Rect":
        """The same, larger on every side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


def over_disc(middle: Point, radius: float) -> tuple[Rect, ...]:
    """Three rectangles that cover a disc, and hardly more."""
    x, y = middle
    halves = ((0.98, 0.42), (0.78, 0.78), (0.42, 0.98))
    return tuple(
        Rect(x - half_width * radius, y - half_height * radius, 2 * half_width * radius, 2 * half_height * radius)
        for half_width, half_height in halves
    )
