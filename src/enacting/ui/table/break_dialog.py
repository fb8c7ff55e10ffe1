"""A break: the time stands still, and everybody sees when the table goes on."""

from __future__ import annotations

from datetime import datetime

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Act, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.stepper import lay_out_stepper
from enacting.ui.items.type_styles import body_type
from enacting.ui.table.break_end import break_sentence, moved_end
from enacting.ui.table.table_dialog import TableDialog


class BreakDialog(TableDialog):
    """Over the table until it goes on."""

    def lay_out(self, layout: Layout) -> None:
        """When the table goes on, which can be moved, and the button that goes on."""
        words, table = layout.words, self.table
        footer = (Action("pause", words("table.go_on"), self.back, "play", keys="p", main=True),)
        with dialog(layout, "break", words("table.pause"), width=40, footer=footer) as column:
            column.gap(Space.MEDIUM)
            style = Type(Face.TITLE_700, layout.scale.text(theme.TITLE))
            column.text(
                "break-until",
                break_sentence(table.break_ends, table.paused_since, words),
                style,
                palette().text,
                role=Role.HEADING,
            )
            column.gap(Space.MEDIUM)
            lay_out_stepper(
                column,
                "break",
                words("table.break_length"),
                self._moves,
                (words("table.break_less"), words("table.break_more")),
            )
            column.gap(Space.MEDIUM)
            column.text("break-text", words("table.pause_told"), body_type(layout.scale), palette().text_second)

    def _moves(self, step: int) -> Act:
        def act() -> None:
            now = datetime.now()
            self.table.break_ends = moved_end(self.table.break_ends or now, step, now)

        return act

    def tick(self, now: float) -> bool:
        """Time passes while nothing is counted: the end may have come, or somebody has played."""
        if not self.table.session.paused and self.app.screen is self:
            self.app.close()
        return self.table.break_ends is not None and self.table.break_ends <= datetime.now()

    def back(self) -> None:
        """Escape goes on."""
        self.app.close()
        if self.table.session.paused:
            self.table.pause()
