"""The discs of people on a card of the board: who proposed it, then who commits, along its lower edge.

Law: a disc has a letter that can be read; those for whom that leaves no room are counted on a disc of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from enacting.engine.game import PlayerId, Proposal
from enacting.ui.items.item import Item
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Disc
from enacting.ui.items.rects import square
from enacting.ui.table.drafts import people_behind

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

PROPOSER: Final = 0.27
ALLY: Final = 0.21
"""How large a disc is, in parts of the width of its card."""
BESIDE: Final = 1.06
APART: Final = 0.9
CROWDED: Final = 0.75
"""How far from the disc of the proposer, and from another one, to the next, in parts of the disc; the last one where
there are many."""
SMALLEST_LETTER: Final = 10
SMALLEST: Final = 12
"""The size of the design under which no letter is written on a disc, and the pixels under which no disc is drawn, even
on the small cards of a crowded space."""


@dataclass(frozen=True, slots=True)
class DiscPlaces:
    """Where the discs of a card lie, the proposer's first, and how many have no room."""

    places: tuple[pygame.Rect, ...]
    left_out: int


def disc_places(card: pygame.Rect, count: int, smallest: int, *, has_proposer: bool) -> DiscPlaces:
    """The places of so many discs on a card, none smaller than `smallest` pixels.

    Where some are left out, the last place is for their number.
    """
    first = max(round(card.width * PROPOSER), smallest + max(2, smallest // 5)) if has_proposer else 0
    others = count - bool(first)
    room = card.width + smallest // 3 - round(first * BESIDE)
    step = APART if smallest * (1 + APART * (others - 1)) <= room else CROWDED
    side = max(smallest, min(round(card.width * ALLY), int(room / (1 + step * max(0, others - 1)))))
    shown = min(others, 1 + int((room - side) / (side * step)) if room >= side else 0)
    middle = card.bottom - round(max(first, side) * 0.3)
    left = card.left + max(1, card.width // 30)
    places = []
    for width, part in (*([(first, BESIDE)] if first else []), *[(side, step)] * shown):
        places.append(square((left + width // 2, middle), width))
        left += round(width * part)
    left_out = others - shown
    if left_out and len(places) > 1:
        left_out += 1  # The last place is for the number, and not for one of them.
    elif places:
        left_out = 0  # There is room for the proposer alone.
    return DiscPlaces(tuple(places), left_out)


def lay_out_discs(
    layout: Layout,
    table: Table,
    proposal: Proposal,
    card: pygame.Rect,
    *,
    flying: bool = False,
    prefix: str = "disc",
) -> None:
    """The discs of whoever stands behind a proposal, on the lower edge of its card.

    `flying` ones are those of the people themselves, which come from their places at the table and go back there. The
    ids of the others begin with `prefix`.
    """
    people = people_behind(proposal)
    usual = round(layout.scale.text(SMALLEST_LETTER) * 1.45)
    smallest = min(usual, max(SMALLEST, round(card.width * PROPOSER)))
    found = disc_places(card, len(people), smallest, has_proposer=proposal.by is not None)
    shown = people[: len(found.places) - bool(found.left_out)]
    for player, place in reversed(list(zip(shown, found.places, strict=False))):
        is_proposer = player == proposal.by
        ring = max(1, place.width // (10 if is_proposer else 16))
        look = Disc(letter=table.initial(player), colour=table.colour_of(player), ring=ring)
        name = f"token-{player}" if flying and not is_proposer else f"{prefix}-{proposal.card}-{player}"
        layout.add(Item(id=name, rect=place, look=look, glides=flying))
    if found.left_out:
        number = Disc(letter=f"+{found.left_out}", colour=None, ring=1)
        layout.add(Item(id=f"{prefix}-{proposal.card}-more", rect=found.places[-1], look=number))


def held_disc(table: Table, player: PlayerId, at: tuple[int, int]) -> Item:
    """The disc of somebody in hand, around that point."""
    side = max(24, table.app.scale.px(64))
    look = Disc(letter=table.initial(player), colour=table.colour_of(player), ring=max(2, side // 12))
    return Item(id="held", rect=square(at, side).clamp(pygame.Rect(0, 0, *table.app.size)), look=look)
