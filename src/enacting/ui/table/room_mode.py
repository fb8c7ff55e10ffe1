"""Room mode: the window itself shows the moment in large letters, until a key brings the table back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enacting.ui.faces.large_view import MIN_TYPE, lay_out_large_view
from enacting.ui.items import rects
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
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
        """The moment; below it the few buttons there are."""
        table, words = self.table, layout.words
        height, edge = round(layout.rect.height * 0.11), round(layout.rect.height * 0.03)
        self.pages = lay_out_large_view(layout, moment(table, layout.scale), self.page, below=height)
        self.page = min(self.page, self.pages - 1)
        actions = [Action("room-back", words("room.back"), self.app.close, "arrow-left", "f5", main=True)]
        if self.pages > 1:
            actions.append(Action("room-next", words("room.next_page"), self._next, "caret-right"))
        if table.doing is not None and table.timer.total:
            key, icon = ("table.go_on", "play") if table.session.paused else ("table.pause", "pause")
            actions.append(Action("room-pause", words(key), table.pause, icon, "p"))
            actions.append(Action("room-more", words("table.more_time"), table.add_minute, "plus", "+"))
        size = layout.rect.height * MIN_TYPE / layout.scale.unit / max(0.01, layout.scale.text_size)
        row = rects.stack(rects.inset(layout.rect, edge, 0), (REST, height - edge, edge))[1]
        for action, rect in zip(actions, rects.split(row, len(actions), edge), strict=True):
            layout.action(rect, action, size=size, style=button_styles().on_table, pad=6)

    def _next(self) -> None:
        self.turn_page(1)

    def turn_page(self, way: int) -> None:
        """Another page of what does not fit on one."""
        self.page = (self.page + way) % self.pages

    def back(self) -> None:
        """Escape: back to the table."""
        self.app.close()
