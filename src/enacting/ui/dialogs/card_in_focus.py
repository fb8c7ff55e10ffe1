"""One card at reading size, with its whole text."""

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
    """The card over the table; any click outside or Escape closes it."""

    def __init__(self, app: App, box: Box, card: CardId, picture: pygame.Surface | None = None) -> None:
        super().__init__(app)
        self.box = box
        self.card = card
        self.picture = picture

    def clicked_beside(self) -> None:
        """Any click outside closes it."""
        self.app.close()

    def lay_out(self, layout: Layout) -> None:
        """The card in the middle, scrolled when it is higher than the window; the buttons below."""
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

    def _buttons(self, layout: Layout, top: int, height: int) -> None:
        """Close, and show it large in the room's window when there is one."""
        room = self.app.room
        close, large = layout.words("common.close"), layout.words("room.show_card_large")
        button_width = layout.button_width(close, 22) + layout.px(60)
        row = pygame.Rect(0, top, button_width, height)
        if room is not None:
            button_width = max(button_width, layout.button_width(large, 22, icon=True))
            row.width = 2 * button_width + layout.px(12)
        row.centerx = layout.rect.centerx
        close_rect = pygame.Rect(row.right - button_width, top, button_width, height)
        if room is not None:
            large_rect = pygame.Rect(row.left, top, button_width, height)
            layout.button(
                "show-card",
                large_rect,
                large,
                self._show,
                style=paint.styles().on_table,
                size=22,
                icon="projector-screen",
            )
        layout.button("close", close_rect, close, self.app.close, style=paint.styles().main, size=22, main=True)

    def _show(self) -> None:
        if self.app.room is not None:
            self.app.room.show(Showing.CARD, self.card)
        self.app.close()
