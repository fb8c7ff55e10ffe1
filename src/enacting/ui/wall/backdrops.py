"""Scenes that belong to no card: the town at night, in the evening, at work, at its best, and one quarter of it."""

from typing import Final

from enacting.scenes.quarters import STANDING, QuarterKind
from enacting.scenes.setting import Setting
from enacting.ui.graphics.scenery import Scenery

NIGHT: Final = Scenery(
    (
        "sky night",
        "stars n30",
        "moon 60 20 14",
        "hills far 64 4",
        "hills mid 72 4",
        "block 6 88 46 floors5 lit",
        "house 18 88 20 lit",
        "pine 25 88 24",
        "block 33 88 36 floors4 lit",
        "townhall 50 88 34",
        "tree 63 88 26",
        "house 72 88 20 lit",
        "block 84 88 40 floors4 lit",
        "block 96 88 52 floors6 lit",
        "ground 87",
    ),
    Setting("#22304A", seed=3),
)
"""Before the crisis: the town sleeps."""

EVENING: Final = Scenery(
    (
        "sky dusk",
        "halo 78 58 50",
        "sun 78 74 30",
        "hills far 60 4",
        "hills mid 70 4",
        "ground 76",
        "house 8 82 22 lit",
        "house 18 80 18 lit",
        "pine 27 82 26",
        "lamp 34 90 44",
        "tree 92 90 66",
        "table 54 92 16",
        "person 48 95 28",
        "person 61 95 28 flip",
        "bench 76 92 16",
        "person 72 96 28",
        "person 82 96 28 hat",
    ),
    Setting("#54396A", seed=5),
)
"""A break: people sit together in the evening."""

TOWN: Final = Scenery(
    (
        "sky night",
        "pattern rays",
        "block 5 90 64 floors6 lit",
        "townhall 19 90 50",
        "tree 31 90 38",
        "stall 42 90 40",
        "tower 55 90 56",
        "house 65 90 36 solar",
        "hospital 77 90 48",
        "tree 86 90 40",
        "block 95 90 66 floors6 lit",
        "ground 88",
        "crowd 14 97 24 n4",
        "bench 31 97 14",
        "council 50 99 22",
        "person 66 98 26 up",
        "tractor 75 98 16",
        "crowd 90 98 24 n4",
    ),
    Setting("#22304A", seed=7),
)
"""A part begins: the whole town stands ready."""

FEAST: Final = Scenery(
    (
        "sky clear",
        "hills far 52 4",
        "hills mid 60 5",
        "bunting 0 4 100 4",
        "ground 66",
        "tree 3 92 40",
        "person 12 96 24 up",
        "flower 18 97 10",
        "person 26 96 24 wide",
        "stall 35 95 24",
        "person 43 96 24 one",
        "tree 50 93 28",
        "person 57 96 24 up",
        "bench 64 96 13",
        "person 71 96 24 wide",
        "bush 77 97 10",
        "person 83 96 24 up",
        "house 90 94 24 solar",
        "tree 98 92 36",
    ),
    Setting("#8CC175", seed=9),
)
"""The end: a feast in the place that lives."""


def quarter_scene(kind: QuarterKind, state: int) -> Scenery:
    """A quarter of the place alone, in that state."""
    sky, ground = (("sky dusk",), "#B5854A") if state == 0 else (("sky clear", "hills far 56 4"), "#8CC175")
    return Scenery((*sky, "ground 66", *STANDING[kind][state]), Setting(ground, seed=11))
