"""The discs of people on a card: whose letter is on them, how large they are and where they lie.

Law: a disc has a letter that can be read; those for whom that leaves no room are counted on a disc of their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from enacting.drawing.rects import Rect

PROPOSER: Final = 0.27
ALLY: Final = 0.21
"""How large a disc is, in parts of the width of its card."""
BESIDE: Final = 1.06
APART: Final = 0.9
CROWDED: Final = 0.75
"""How far from the disc of the proposer, and from another one, to the next, in parts of the disc; the last one where
there are many."""
BELOW: Final = 0.3
"""How far the middle of the discs is above the lower edge of the card, in parts of the largest one."""


class DiscPlace(NamedTuple):
    """Where a disc lies: its middle, and how wide it is."""

    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class DiscPlaces:
    """Where the discs of a card lie, the proposer's first, and how many have no room."""

    places: tuple[DiscPlace, ...]
    left_out: int


def disc_places(
    card: Rect, count: int, smallest: float, *, has_proposer: bool, largest: float = float("inf")
) -> DiscPlaces:
    """The places of so many discs along the lower edge of a card, none smaller than `smallest`.

    Where some are left out, the last place is for their number. `largest` is how large the proposer's may be.
    """
    first = max(min(largest, card.width * PROPOSER), smallest * 1.2) if has_proposer else 0.0
    others = count - bool(first)
    room = card.width + smallest / 3 - first * BESIDE
    step = APART if smallest * (1 + APART * (others - 1)) <= room else CROWDED
    usual = min(card.width * ALLY, largest * ALLY / PROPOSER)
    side = max(smallest, min(usual, room / (1 + step * max(0, others - 1))))
    shown = min(others, 1 + int((room - side) / (side * step)) if room >= side else 0)
    middle = card.bottom - max(first, side) * BELOW
    left = card.x + max(1.0, card.width / 30)
    places = []
    for width, part in (*([(first, BESIDE)] if first else []), *[(side, step)] * shown):
        places.append(DiscPlace(left + width / 2, middle, width))
        left += width * part
    left_out = others - shown
    if left_out and len(places) > 1:
        left_out += 1  # The last place is for the number, and not for one of them.
    elif places:
        left_out = 0  # There is room for the proposer alone.
    return DiscPlaces(tuple(places), left_out)


def letter_of(name: str, others: Iterable[str]) -> str:
    """What stands on somebody's disc: a letter; two where others begin with it, the second theirs alone if any is."""
    letters = [letter for letter in name if letter.isalnum()] or [name[:1]]
    alike = [other for other in others if other[:1].casefold() == name[:1].casefold()]
    if not alike:
        return name[:1].upper()
    rivals = [[letter.casefold() for letter in other if letter.isalnum()] for other in alike]
    own = (
        letter
        for place, letter in enumerate(letters[1:], start=1)
        if all(rival[place : place + 1] != [letter.casefold()] for rival in rivals)
    )
    return (name[:1] + next(own, "".join(letters[1:2]))).capitalize()
