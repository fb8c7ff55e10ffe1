"""What stands in each kind of quarter of the place, from nobody having answered its trouble to all being well.

A line is written as in the scene of a card. What adopted cards bring stands before it.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

MOST: Final = 3
"""The best state of a quarter; the worst is 0."""


class QuarterKind(StrEnum):
    """What a quarter of the place is made of, in the order in which quarters are drawn."""

    COUNCIL = "council"
    NATURE = "nature"
    WORK = "work"
    HOMES = "homes"


Lines = tuple[str, ...]

STANDING: Final[Mapping[QuarterKind, tuple[Lines, Lines, Lines, Lines]]] = {
    QuarterKind.COUNCIL: (
        (
            "townhall 50 70 78 cracked red-flag",
            "person 9 80 40 up look2",
            "person 22 82 40 one look4",
            "person 80 82 40 up flip look3",
            "person 92 80 40 one flip look7",
            "bubble 14 40 24 alarm",
            "bubble 87 38 24 alarm flip",
        ),
        (
            "townhall 50 70 78",
            "person 16 80 40 hold look2",
            "person 84 80 40 hold flip look7",
        ),
        (
            "townhall 50 70 78 blue-flag",
            "person 16 80 40 hold look2",
            "person 80 80 40 hold flip look7",
            "person 93 82 38 down look4",
            "bush 32 74 14",
        ),
        (
            "bunting 0 4 100 4",
            "townhall 50 70 78 blue-flag",
            "person 14 80 40 up look2",
            "person 80 80 40 up flip look7",
            "person 93 82 38 up look4",
            "bush 32 74 14 flowers",
            "bush 67 74 14 flowers",
        ),
    ),
    QuarterKind.NATURE: (
        (
            "cracks 8 74 84 22",
            "deadtree 74 72 74",
            "deadtree 94 82 46 flip",
            "stump 22 80 24",
            "heat 44 56 32",
        ),
        (
            "pine 20 66 40",
            "tree 86 74 62",
            "sprout 54 84 22",
        ),
        (
            "pine 12 62 46",
            "pine 46 62 40",
            "pine 29 68 60",
            "tree 86 74 74",
            "bush 62 82 18",
            "sprout 44 86 16",
        ),
        (
            "pine 12 62 52",
            "pine 46 62 46",
            "pine 29 68 68",
            "tree 86 74 86",
            "bush 66 84 20 flowers",
            "heron 51 86 32",
            "flower 10 86 16 yellow",
            "flower 17 88 14 violet",
            "bird 60 14 10 dark",
            "bird 72 22 8 dark",
        ),
    ),
    QuarterKind.WORK: (
        (
            "factory 78 70 50 closed",
            "field -4 74 108 60 bare",
            "cracks 14 80 74 40",
            "stall 28 76 62 closed",
            "wheat 60 92 22 dry",
            "wheat 74 88 20 dry tilt12",
        ),
        (
            "field -4 74 108 60 sown",
            "stall 30 76 62",
            "person 66 80 40 hold flip look6",
        ),
        (
            "house 82 70 54",
            "field -4 74 108 60 sown",
            "stall 28 76 62",
            "person 61 80 40 hold flip look6",
            "wheat 78 90 24",
            "wheat 90 88 22",
        ),
        (
            "house 82 70 54 lit",
            "field -4 74 108 60 wheat",
            "stall 28 76 62",
            "person 61 80 40 up flip look6",
            "wheat 78 90 24",
            "wheat 90 88 22",
            "bunting 0 4 100 4",
        ),
    ),
    QuarterKind.HOMES: (
        (
            "block 24 66 72 floors5 shut",
            "block 78 72 86 floors6 shut",
            "cracks 10 78 80 40",
            "ambulance 28 92 26",
            "person 62 92 38 down old",
        ),
        (
            "block 24 66 72 floors5 half",
            "block 78 72 86 floors6 half",
            "bench 50 84 18",
            "person 43 85 32 sit look3",
            "person 57 85 32 sit look9 flip",
        ),
        (
            "block 24 66 72 floors5 lit garden",
            "block 78 72 86 floors6 half",
            "tree 52 70 52",
            "bench 50 84 18",
            "person 43 85 32 sit look3",
            "person 57 85 32 sit look9 flip",
        ),
        (
            "block 24 66 72 floors5 lit garden",
            "block 78 72 86 floors6 lit garden",
            "tree 52 70 58",
            "bunting 0 4 100 4",
            "bench 50 84 18",
            "person 43 85 32 sit look3",
            "person 57 85 32 sit look9 flip",
            "bush 8 84 16 flowers",
        ),
    ),
}
"""For each state, from 0 to `MOST`."""

PARCHED: Final = frozenset(("cracks", "heat"))
"""Parts that are only drawn where the crisis dries the ground."""
