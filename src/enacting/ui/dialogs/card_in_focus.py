"""One card at reading size, with all that it says."""

from __future__ import annotations

import pygame

from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.ui.faces.face_look import look_of
from enacting.ui.faces.focus import focus_height
from enacting.ui.faces.spoken_words import spoken_whole
from enacting.ui.faces.table_look import WholeCard
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.window.app import App, Dialog
from enacting.ui.window.room_window import Showing


class CardInFocus(Dialog):
    """The card over the table; any key or click outside puts it back."""

    def __init__(self, app: App, box: Box, card: CardId, picture: pygame.Surface | None = None) -> None:
        super().__init__(app)
        self.box = box
        self.card = card
        self.picture = picture

    def clicked_beside(self) -> None:
        """Any click puts the card back."""
        self.app.close()

    def lay_out(self, layout: Layout) -> None:
        """The card in the middle, scrolled when it is higher than the window; a button below."""
        card = self.box.card(self.card)
        edge, button = layout.px(30), layout.button_height(22)
        width = min(layout.em(46), layout.rect.width - 2 * edge)
        look = look_of(card, self.box, layout.scale, layout.words, picture=self.picture)
        gutter = layout.px(14)
        height = focus_height(card, width - gutter, look)
        room = layout.rect.height - 2 * edge - button - layout.px(18)
        shown = min(height, room)
        top = (layout.rect.height - shown - button - layout.px(18)) // 2
        view = pygame.Rect((layout.rect.width - width) // 2, top, width, shown)
        column = Column(layout, view, "focus", dark=True)
        layout.add(
            Item(
                id="focus-card",
                rect=column.block(height),
                look=WholeCard(card=card, look=look),
                role=Role.CARD,
                name=spoken_whole(card, self.box, layout.words),
            )
        )
        column.end()
        self._buttons(layout, view.bottom + layout.px(18), button)

    def _buttons(self, layout: Layout, top: int, high: int) -> None:
        """Close; and show it large to the room, while the room has a window of its own."""
        room = self.app.room
        close, large = layout.words("common.close"), layout.words("room.show_card_large")
        wide = layout.button_width(close, 22) + layout.px(60)
        row = pygame.Rect(0, top, wide, high)
        if room is not None:
            wide = max(wide, layout.button_width(large, 22, icon=True))
            row.width = 2 * wide + layout.px(12)
        row.centerx = layout.rect.centerx
        foot = pygame.Rect(row.right - wide, top, wide, high)
        if room is not None:
            show = pygame.Rect(row.left, top, wide, high)
            layout.button(
                "show-card", show, large, self._show, style=paint.styles().on_table, size=22, icon="projector-screen"
            )
        layout.button("close", foot, close, self.app.close, style=paint.styles().main, size=22, main=True)

    def _show(self) -> None:
        if self.app.room is not None:
            self.app.room.show(Showing.CARD, self.card)
        self.app.close()
