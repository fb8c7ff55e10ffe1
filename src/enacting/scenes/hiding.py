"""Whether a part of a scene can be seen: neither outside the picture, nor behind what is written on the card.

The title of a card begins where its picture ends, so what goes below the lower edge is hidden behind it; the kind of
the card is written over the upper left corner.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from enacting.scenes.frame import Frame
from enacting.scenes.reading import Placed, Scene

KIND_WIDE: Final = 0.40
KIND_HIGH: Final = 0.16
"""The corner in which the kind of the card is written, in parts of the picture."""
_MIN_SEEN: Final = 1 / 3
_USUAL: Final = Frame(280, 190)
_FILLING: Final = ("ground", "soilcut", "sea")


class Covering(StrEnum):
    """What hides a part."""

    TITLE = "title"
    KIND = "kind"
    EDGE = "edge"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Hidden:
    """The part at that index is hidden; `by` is the index of the part that does it, if one does."""

    index: int
    cover: Covering
    by: int = -1


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)

    def within(self, other: "_Box") -> "_Box":
        return _Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


def hidden_parts(scene: Scene) -> Iterator[Hidden]:
    """The standing parts of which less than a third is seen, at the usual shape of a card's picture."""
    for index, placed in enumerate(scene):
        if not placed.part.stands:
            continue
        cover = _cover(placed)
        by = _filled_over(scene, index)
        if cover is not None:
            yield Hidden(index, cover)
        elif by is not None:
            yield Hidden(index, Covering.PART, by)


def _box(placed: Placed) -> _Box:
    x, foot, height = placed.numbers
    high = _USUAL.unit * height / 100
    half, at = high * placed.part.width / 200, _USUAL.x(x)
    return _Box(at - half, _USUAL.y(foot) - high, at + half, _USUAL.y(foot))


def _cover(placed: Placed) -> Covering | None:
    box = _box(placed)
    whole = _Box(0, 0, _USUAL.width, _USUAL.height)
    seen = box.within(whole)
    label = seen.within(_Box(0, 0, _USUAL.width * KIND_WIDE, _USUAL.height * KIND_HIGH))
    if seen.area - label.area >= box.area * _MIN_SEEN:
        return None
    below = box.within(_Box(box.left, _USUAL.height, box.right, box.bottom)).area
    if label.area >= box.area * _MIN_SEEN:
        return Covering.KIND
    return Covering.TITLE if below >= (box.area - seen.area) / 2 else Covering.EDGE


def _filled_over(scene: Scene, index: int) -> int | None:
    """The first later part that fills the picture from so high up that it covers most of this one."""
    box = _box(scene[index])
    for by, later in enumerate(scene[index + 1 :], index + 1):
        if later.part.name in _FILLING:
            top = _USUAL.y(later.numbers[0])
            if min(box.bottom, _USUAL.height) - top >= (1 - _MIN_SEEN) * (min(box.bottom, _USUAL.height) - box.top):
                return by
    return None
