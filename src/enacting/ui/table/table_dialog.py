"""Dialogs over a table that stay open while the session changes: undo and redo reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


class TableDialog(Dialog):
    """A dialog that shows the session as it is, even when something is taken back or brought back meanwhile."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def situation(self) -> object:
        """What was last decided."""
        return self.table.session.decided

    def take_back(self) -> None:
        """Take back the last thing decided."""
        if not self.table.session.read_only:
            self.table.undo()

    def bring_back(self) -> None:
        """Bring back the last thing taken back."""
        if not self.table.session.read_only:
            self.table.redo()
