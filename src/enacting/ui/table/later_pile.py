"""The later pile: mechanisms kept for the new system."""

from __future__ import annotations

import pygame

from enacting.engine.cards import CardId
from enacting.ui.destinations import ReadCard
from enacting.ui.faces.table_look import CARD_SHAPE, BoardCard
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import place
from enacting.ui.items.type_styles import body_type
from enacting.ui.table.table_dialog import TableDialog


class LaterPileDialog(TableDialog):
    """The cards of the pile, to be read."""

    def lay_out(self, layout: Layout) -> None:
        """The cards in rows."""
        words, later = layout.words, self.table.game.later
        width = layout.length(190, 7)
        footer = (Action("close", words("common.close"), self.app.close, main=True),)
        with dialog(layout, "later", words("later.title"), width=50, footer=footer) as column:
            column.gap(Space.SMALL)
            text = words("later.text" if later else "later.empty")
            column.text("later-text", text, body_type(layout.scale, 20), palette().text_second)
            column.gap(Space.LARGE)
            per_row = max(1, column.width // (width + layout.px(Space.LARGE)))
            height = round(width * CARD_SHAPE)
            for card_id, rect in zip(later, column.grid(len(later), per_row, height, Space.LARGE), strict=True):
                self._lay_out_card(layout, card_id, place(rect, width, height, "topleft"))

    def _lay_out_card(self, layout: Layout, card_id: CardId, rect: pygame.Rect) -> None:
        look = BoardCard(card=self.table.card(card_id), look=self.table.look(self.table.card(card_id), layout.scale))
        layout.add(
            Item(
                id=f"later-{card_id}",
                rect=rect,
                look=look,
                role=Role.CARD,
                name=self.table.box.mechanisms[card_id].title,
                intent=ReadCard(card_id),
                reads=card_id,
            )
        )

    def read(self, card: CardId) -> None:
        """Show the card at reading size."""
        self.table.read(card)
