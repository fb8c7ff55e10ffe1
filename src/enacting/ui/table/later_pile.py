"""The later pile: mechanisms kept for the new system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import CardId
from enacting.ui.destinations import ReadCard
from enacting.ui.faces.table_look import BoardCard
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import grid
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


class Later(Dialog):
    """The cards of the pile, to be read."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def lay_out(self, layout: Layout) -> None:
        """The cards in rows."""
        words, later = layout.words, self.table.game.later
        width = max(layout.px(190), layout.em(7))
        inside = self.panel(layout, 50, layout.em(11) + round(width * 1.3) * max(1, -(-len(later) // 5)))
        button = max(layout.px(62), layout.em(2.5))
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - layout.px(14))
        column = Column(layout, area, "later")
        column.heading("later-title", words("later.title"), theme.TITLE)
        column.gap(6)
        text = words("later.text" if later else "later.empty")
        column.text("later-text", text, paint.body(layout.scale, 20), palette().text_second)
        column.gap(16)
        across = max(1, column.width // (width + layout.px(16)))
        rows = -(-len(later) // across)
        high, gap = round(width * 1.21), layout.px(16)
        block = column.block(rows * (high + gap))
        for card_id, rect in zip(later, grid(block, len(later), across, high, gap), strict=True):
            card = self.table.card(card_id)
            place = pygame.Rect(rect.left, rect.top, width, high)
            look = BoardCard(card=card, look=self.table.look(card, layout.scale))
            name = self.table.box.mechanisms[card_id].title
            layout.add(
                Item(
                    id=f"later-{card_id}",
                    rect=place,
                    look=look,
                    role=Role.CARD,
                    name=name,
                    intent=ReadCard(card_id),
                    reads=card_id,
                )
            )
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        layout.button(
            "close", foot, words("common.close"), self.app.close, style=paint.styles().main, size=22, main=True
        )

    def read(self, card: CardId) -> None:
        """Show the card at reading size."""
        self.table.read(card)
