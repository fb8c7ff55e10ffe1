"""The discs of people on a card of the board: who proposed it, then who commits, along its lower edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from enacting.drawing.discs import PROPOSER, disc_places
from enacting.drawing.rects import Rect
from enacting.engine.game import PlayerId, Proposal
from enacting.ui.items.item import Item
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Disc
from enacting.ui.items.rects import square
from enacting.ui.table.drafts import people_behind

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

SMALLEST_LETTER: Final = 10
SMALLEST: Final = 12
"""The size of the design under which no letter is written on a disc, and the pixels under which no disc is drawn, even
on the small cards of a crowded space."""


def _smallest(layout: Layout, card: pygame.Rect) -> int:
    """How large a disc is at least, so that its letter can be read where the card has room for it."""
    usual = round(layout.scale.text(SMALLEST_LETTER) * 1.45)
    return min(usual, max(SMALLEST, round(card.width * PROPOSER)))


def covered_by_discs(layout: Layout, card: pygame.Rect) -> int:
    """How many pixels of the lower edge of a card the largest disc covers: words end above it."""
    first = disc_places(Rect(*card), 1, _smallest(layout, card), has_proposer=True).places[0]
    return round(card.bottom - (first.y - first.side / 2))


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
    smallest = _smallest(layout, card)
    found = disc_places(Rect(*card), len(people), smallest, has_proposer=proposal.by is not None)
    places = [square((round(place.x), round(place.y)), round(place.side)) for place in found.places]
    shown = people[: len(places) - bool(found.left_out)]
    for player, place in reversed(list(zip(shown, places, strict=False))):
        is_proposer = player == proposal.by
        ring = max(1, place.width // (10 if is_proposer else 16))
        look = Disc(letter=table.initial(player), colour=table.colour_of(player), ring=ring)
        name = f"token-{player}" if flying and not is_proposer else f"{prefix}-{proposal.card}-{player}"
        layout.add(Item(id=name, rect=place, look=look, glides=flying))
    if found.left_out:
        number = Disc(letter=f"+{found.left_out}", colour=None, ring=1)
        layout.add(Item(id=f"{prefix}-{proposal.card}-more", rect=places[-1], look=number))


def held_disc(table: Table, player: PlayerId, at: tuple[int, int]) -> Item:
    """The disc of somebody in hand, around that point."""
    side = max(24, table.app.scale.px(64))
    look = Disc(letter=table.initial(player), colour=table.colour_of(player), ring=max(2, side // 12))
    return Item(id="held", rect=square(at, side).clamp(pygame.Rect(0, 0, *table.app.size)), look=look)
