"""Where we are, in five lines: after a pause, when a session is taken up again, for somebody who arrives."""

from __future__ import annotations

from enacting.language.words import format_time
from enacting.session.pace import announced_end
from enacting.session.recap import recap
from enacting.ui.destinations import Overview
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type
from enacting.ui.table.table_dialog import TableDialog

ICONS = ("warning", "cards", "compass", "user", "clock")


class RecapDialog(TableDialog):
    """Five lines, large enough to be read aloud."""

    def lay_out(self, layout: Layout) -> None:
        """An icon and a sentence for each line."""
        words = layout.words
        footer = (
            Action("overview", words("overview.title"), self._overview, "path", keys="h"),
            Action("close", words("menu.go_on"), self.app.close, main=True),
        )
        with dialog(layout, "recap", words("recap.title"), width=44, footer=footer) as column:
            column.gap(Space.TINY)
            column.text("recap-text", words("recap.text"), body_type(layout.scale, 18), palette().text_second)
            for index, (icon, line) in enumerate(zip(ICONS, self._lines(), strict=True)):
                column.gap(Space.LARGE)
                column.icon_line(f"recap-{index}", icon, line, body_type(layout.scale, 24), weight=Weight.BOLD)

    def _lines(self) -> tuple[str, ...]:
        table, pace = self.table, self.table.pace
        minutes = round(sum(seconds for _, seconds in table.session.stretches()) / 60)
        ends = format_time(announced_end(pace.ends), table.words) if pace is not None and not table.game.over else ""
        return recap(table.game, table.box, table.words, minutes=minutes, ends=ends)

    def _overview(self) -> None:
        self.app.close()
        self.app.go_to(Overview())
