"""A card that can be read from where it lies, as the stages of a session show it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import Card
from enacting.ui.destinations import ReadCard
from enacting.ui.faces.spoken_words import spoken_card
from enacting.ui.faces.table_look import ReadingCard
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def reading_card(layout: Layout, table: Table, card: Card, rect: pygame.Rect, *, chosen: bool = False) -> Item:
    """A card at reading size; a click shows it larger."""
    return Item(
        id=f"card-{card.id}",
        rect=rect,
        look=ReadingCard(card=card, look=table.look(card, layout.scale), chosen=chosen),
        role=Role.CARD,
        name=spoken_card(card, table.box, layout.words),
        intent=ReadCard(card.id),
        reads=card.id,
    )


def card_for_room(layout: Layout, table: Table, card: Card, rect: pygame.Rect) -> Item:
    """The same for the room, where nothing can be pressed."""
    return replace(reading_card(layout, table, card, rect), intent=None, reads=None, glides=True)


def reading_part(layout: Layout, table: Table, card: Card, rect: pygame.Rect) -> float:
    """How large the type of that card is there, 1 being as large as text is; 0 where it cannot be read."""
    if not fits_reading(layout, table, card, rect):
        return 0.0
    return ReadingCard(card=card, look=table.look(card, layout.scale)).part(rect)


def fits_reading(layout: Layout, table: Table, card: Card, rect: pygame.Rect) -> bool:
    """Whether that card can be read in that rectangle."""
    return rect.height > layout.em(9) and ReadingCard(card=card, look=table.look(card, layout.scale)).fits(rect)
