"""How a picture comes to the wall: the crisis line by line, the stamp, the ratings row by row, sentences one by one.

Law: a picture comes once; all of it is there from the first moment for whoever reads it in words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from enacting.ui.wall.deciding import AdoptedCard
from enacting.ui.wall.ending import LastPicture, Sentences
from enacting.ui.wall.marks import Averages
from enacting.ui.wall.opening import CrisisShown
from enacting.ui.wall.pictures import Picture
from enacting.ui.wall.titles import PartTitle
from enacting.ui.window.motion import NO_MOVEMENTS, Appear, Movements, Stamp

QUICK: Final = 0.25
STEP: Final = 0.35
"""Seconds from one consequence, or one sentence, to the next."""
BEFORE, PAUSE, AFTER, ROW = 0.3, 0.8, 0.7, 0.5
"""How long the averages before and after grow, the pause between them, and from one row to the next."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """`of` tells one picture from the next: what it is about, and not the time that passes on it."""

    of: Hashable
    movements: Movements


def entrance_of(picture: Picture) -> Entrance:
    """How that picture comes."""
    match picture:
        case CrisisShown():
            return Entrance(("crisis", picture.title), _crisis(picture))
        case PartTitle():
            return Entrance(("part", picture.number), _appearing(("number", "title", "line"), begin=0.1, apart=0.2))
        case AdoptedCard():
            return Entrance(("adopted", picture.card.title), _adopted(picture))
        case Averages():
            return Entrance("averages", _averages(picture))
        case Sentences():
            last = ("last-ground", "last-disc", "last-disc-ring", "last-text")
            return Entrance(("sentences", picture.last), _appearing(last, begin=0.0, apart=0.0))
        case LastPicture():
            return Entrance("end", _last_picture(picture))
        case _:
            return Entrance(type(picture).__name__, NO_MOVEMENTS)


def _appearing(names: Iterable[str], *, begin: float, apart: float) -> Movements:
    return Movements(appearing={name: Appear(QUICK, begin + index * apart) for index, name in enumerate(names)})


def _together(groups: Iterable[Iterable[str]], *, begin: float, apart: float) -> Mapping[str, Appear]:
    """Items that come group by group."""
    return {name: Appear(QUICK, begin + index * apart) for index, names in enumerate(groups) for name in names}


def _crisis(picture: CrisisShown) -> Movements:
    parts = ("quarter", "quarter-edge", "quarter-badge", "quarter-icon", "quarter-name", "quarter-text")
    plates = [[f"{part}-{one.id}" for part in parts] for one in picture.consequences]
    return Movements(appearing=_together([["words-ground", "title"], ["text"], *plates], begin=0.4, apart=STEP))


def _adopted(picture: AdoptedCard) -> Movements:
    parts = ("mended-icon", "mended", "mended-marks")
    rows = [[f"{part}-{one.id}" for part in parts] for one in picture.mended]
    appearing = _together([*rows, ["following-ground", "following"]], begin=0.8, apart=STEP)
    return Movements(stamps={"stamp": Stamp(delay=0.3)}, appearing=appearing)


def _averages(picture: Averages) -> Movements:
    growing: dict[str, float] = {}
    appearing: dict[str, Appear] = {}
    for row, one in enumerate(picture.rows):
        last = len(one.parts) - 1
        begin = row * ROW
        for index in range(last):
            growing[f"bar-{one.id}-{index}"] = begin
            appearing[f"average-{one.id}-{index}"] = Appear(QUICK, begin + BEFORE)
        begin += BEFORE + PAUSE if last else 0.0
        growing[f"bar-{one.id}-{last}"] = begin
        appearing[f"average-last-{one.id}"] = Appear(QUICK, begin + AFTER)
    return Movements(growing=growing, appearing=appearing)


def _last_picture(picture: LastPicture) -> Movements:
    parts = ("sentence-ground", "sentence-disc", "sentence")
    cards = [
        [*(f"{part}-{index}" for part in parts), f"sentence-disc-{index}-ring"]
        for index in range(len(picture.sentences))
    ]
    return Movements(appearing=_together([*cards, ["thanks-ground", "thanks"]], begin=0.3, apart=STEP))
