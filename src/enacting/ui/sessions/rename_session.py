"""Giving a session another title."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from enacting.archive.copying import rename_session
from enacting.session.journal import TITLE_LENGTH, JournalError
from enacting.ui.dialogs.message import show_failure
from enacting.ui.dialogs.one_field import FieldDialog, FieldPrompt
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.window.app import App

_TITLE: Final = FieldPrompt(
    name="rename",
    title="rename.title",
    text="rename.text",
    field="new-title",
    label="rename.field",
    max_length=TITLE_LENGTH,
    button="keep-title",
    accept="rename.keep",
)


class RenameDialog(FieldDialog):
    """The title, in a field; `after` is given where the session is now."""

    def __init__(self, app: App, path: Path, title: str, after: Callable[[Path], None]) -> None:
        super().__init__(app, _TITLE, self._keep, title)
        self.path = path
        self.after = after

    def arrive(self) -> None:
        """Type at once, in place of the title there is."""
        super().arrive()
        field = self.app.field("new-title", self.value, TITLE_LENGTH)
        field.click(0)
        field.click(len(field.text.text), extend=True)

    def rows(self, column: Column) -> None:
        """The field, and what becomes of the files."""
        column.gap(14)
        self.entry(column)
        column.gap(14)
        text = column.layout.words("rename.text")
        column.text("rename-text", text, paint.body(column.layout.scale), palette().text_second)

    def _keep(self) -> None:
        title = self.typed.strip()
        if not title:
            return
        self.app.close()
        try:
            path = rename_session(self.path, title)
        except (JournalError, OSError) as failure:
            show_failure(self.app, failure)
        else:
            self.after(path)
