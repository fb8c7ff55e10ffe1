"""Room mode: the window itself shows one thing at a time, large, until a key brings the table back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.ui.faces.large_view import MIN_TYPE, lay_out_large_view
from enacting.ui.items import paint
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split
from enacting.ui.table.room_moment import moment
from enacting.ui.window.app import App, Screen

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


class RoomMode(Screen):
    """What the table is doing, for a projector."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table
        self.page = 0
        self.pages = 1

    def lay_out(self, layout: Layout) -> None:
        """The thing of the moment; below it the few things that can be done."""
        table, words = self.table, layout.words
        high = round(layout.rect.height * 0.11)
        edge = round(layout.rect.height * 0.03)
        self.pages = lay_out_large_view(layout, moment(table, layout.scale), self.page, below=high)
        self.page = min(self.page, self.pages - 1)
        row = pygame.Rect(edge, layout.rect.bottom - high, layout.rect.width - 2 * edge, high - edge)
        buttons = [("room-back", "arrow-left", words("room.back"), self.app.close, "f5")]
        if self.pages > 1:
            buttons.append(("room-next", "caret-right", words("room.next_page"), self._next, ""))
        if table.doing is not None and table.timer.total:
            paused = table.session.paused
            name = words("table.go_on" if paused else "table.pause")
            buttons.append(("room-pause", "play" if paused else "pause", name, table.pause, "p"))
            buttons.append(("room-more", "plus", words("table.more_time"), table.add_minute, "+"))
        size = layout.rect.height * MIN_TYPE / layout.scale.unit / max(0.01, layout.scale.text_size)
        for (name, icon, text, act, keys), rect in zip(buttons, split(row, len(buttons), edge), strict=True):
            layout.button(
                name,
                rect,
                text,
                act,
                style=paint.styles().main if name == "room-back" else paint.styles().on_table,
                size=size,
                icon=icon,
                keys=keys,
                main=name == "room-back",
                pad=6,
            )

    def _next(self) -> None:
        self.turn_page(1)

    def turn_page(self, way: int) -> None:
        """Another page of what does not fit on one."""
        self.page = (self.page + way) % self.pages

    def back(self) -> None:
        """Escape: back to the table."""
        self.app.close()
