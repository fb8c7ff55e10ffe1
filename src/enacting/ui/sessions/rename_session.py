"""Renaming a session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from enacting.archive.copying import rename_session
from enacting.session.journal import TITLE_LENGTH, JournalError
from enacting.ui.dialogs.field_dialog import FieldDialog, FieldPrompt
from enacting.ui.dialogs.message import show_failure
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.column import Column
from enacting.ui.items.type_styles import body_type
from enacting.ui.window.app import App

_TITLE_PROMPT: Final = FieldPrompt(
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
    """A field for the title; `after` is called with the new path of the session."""

    def __init__(self, app: App, path: Path, title: str, after: Callable[[Path], None]) -> None:
        super().__init__(app, _TITLE_PROMPT, self._keep, title, path.name)
        self.path = path
        self.after = after

    def arrive(self) -> None:
        """Focus the field, with the current title selected."""
        super().arrive()
        self.select_all()

    def rows(self, column: Column) -> None:
        """The field, and what happens to the files."""
        column.gap(Space.MEDIUM)
        self.entry(column)
        column.gap(Space.MEDIUM)
        text = column.layout.words("rename.text")
        column.text("rename-text", text, body_type(column.layout.scale), palette().text_second)

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
