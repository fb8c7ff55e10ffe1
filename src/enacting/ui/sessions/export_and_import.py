"""Exporting a whole session to one file, and importing one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from enacting.archive.copying import export_session, import_session
from enacting.session.journal import JournalError
from enacting.system.save_folders import PlaceKind, SaveFolder, places, takes
from enacting.ui.dialogs.field_dialog import FieldDialog, FieldPrompt
from enacting.ui.dialogs.message import Choice, MessageDialog, show_failure, show_file
from enacting.ui.dialogs.save_elsewhere import ChoosePlace, with_save_folder
from enacting.ui.dialogs.written_path import PATH_LENGTH, parse_path
from enacting.ui.window.app import App

EXPORT_PLACES: Final = (PlaceKind.DOCUMENTS, PlaceKind.DESKTOP, PlaceKind.STICK)

OnImported = Callable[[Path], None]

_FILE_PROMPT: Final = FieldPrompt(
    name="import",
    title="import.title",
    text="import.how",
    field="capsule-path",
    label="import.path",
    max_length=PATH_LENGTH,
    button="take",
    accept="import.take",
)


def ask_to_export(app: App, path: Path) -> None:
    """Say what the file will contain, ask where, and write it there."""
    words = app.words
    choices = (
        Choice(
            words("export.choose"),
            lambda: app.open(ExportPlace(app, lambda folder: _export(app, path, folder))),
            main=True,
        ),
        Choice(words("common.cancel")),
    )
    app.open(MessageDialog(app, words("export.title"), [words("export.text"), words("export.warning")], choices))


class ExportPlace(ChoosePlace):
    """The documents, the desktop or a stick; in the game's own folder the file would be listed as another session."""

    title_key = "export.where"

    def offered(self) -> list[tuple[SaveFolder, Path]]:
        """The places where people look for a file to share."""
        found = [(place, place.folder.parent) for place in places() if place.kind in EXPORT_PLACES]
        return [(place, folder) for place, folder in found if takes(folder)]


def _export(app: App, path: Path, folder: Path) -> None:
    words = app.words
    try:
        exported_file = export_session(path, folder)
    except (JournalError, OSError) as failure:
        show_failure(app, failure)
        return
    choices = (
        Choice(words("common.understood"), main=True),
        Choice(
            words("harvest_screen.open_folder"),
            lambda: show_file(app, exported_file.parent, "harvest_screen.folder_opened"),
        ),
    )
    app.open(MessageDialog(app, words("export.done_title"), [words("export.done", file=exported_file)], choices))


def ask_to_import(app: App, after: OnImported) -> None:
    """Ask for the file of a session and import it; `after` is called with its new path."""
    app.open(ImportDialog(app, after))


def import_from(app: App, exported_file: Path, after: OnImported) -> None:
    """Import a session from that file, once it has been checked; say why when it cannot be imported."""

    def take(folder: Path) -> None:
        try:
            path = import_session(exported_file, folder, datetime.now(), app.settings.keep_days)
        except (JournalError, OSError) as failure:
            show_failure(app, failure)
        else:
            after(path)

    with_save_folder(app, take)


class ImportDialog(FieldDialog):
    """The path of a session's file, typed, pasted or dropped."""

    def __init__(self, app: App, after: OnImported) -> None:
        super().__init__(app, _FILE_PROMPT, self._accept)
        self.after = after

    def dropped(self, path: Path) -> None:
        """Import the file that was dropped."""
        import_from(self.app, path, self._imported)

    def _accept(self) -> None:
        written = parse_path(self.typed)
        if written is not None:
            self.dropped(written)

    def _imported(self, path: Path) -> None:
        if self.app.screen is self:
            self.app.close()
        self.after(path)
