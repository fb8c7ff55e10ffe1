"""Room mode: the window itself shows the picture of the moment, until a key brings the table back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from enacting.ui.faces.large_view import MIN_TYPE
from enacting.ui.graphics.theme import Scale, palette
from enacting.ui.items import rects
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
from enacting.ui.table.room_view import moment_picture
from enacting.ui.wall.pictures import lay_out_picture
from enacting.ui.window.app import App, Screen

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


class RoomModeDialog(Screen):
    """What the table is doing, for a projector."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def lay_out(self, layout: Layout) -> None:
        """The picture of the moment; below it the few buttons there are."""
        table, words = self.table, layout.words
        width, height = layout.rect.size
        foot, edge = round(height * 0.11), round(height * 0.03)
        above = Layout((width, height - foot), Scale.for_window((width, height - foot)), words)
        layout.panel("ground", layout.rect, palette().table, radius=0)
        lay_out_picture(above, moment_picture(table, layout.scale))
        layout.items.extend(replace(item, id=f"wall-{item.id}") for item in above.items)
        actions = [Action("room-back", words("room.back"), self.app.close, "arrow-left", "f5", main=True)]
        if table.doing is not None and table.timer.total:
            key, icon = ("table.go_on", "play") if table.session.paused else ("table.pause", "pause")
            actions.append(Action("room-pause", words(key), table.pause, icon, "p"))
            actions.append(Action("room-more", words("table.more_time"), table.add_minute, "plus", "+"))
        size = height * MIN_TYPE / layout.scale.unit / max(0.01, layout.scale.text_size)
        row = rects.stack(rects.inset(layout.rect, edge, 0), (REST, foot - edge, edge))[1]
        row.top += edge // 2
        for action, rect in zip(actions, rects.split(row, len(actions), edge), strict=True):
            layout.action(rect, action, size=size, style=button_styles().on_table, pad=6)

    def back(self) -> None:
        """Escape: back to the table."""
        self.app.close()
