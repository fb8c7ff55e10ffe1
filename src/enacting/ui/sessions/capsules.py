"""A whole session in one file: given to somebody, or taken in from somebody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from enacting.archive.copying import export_session, import_session
from enacting.session.journal import JournalError
from enacting.system.save_folders import Place, PlaceKind, places, takes
from enacting.ui.dialogs.message import Choice, MessageDialog, show_failure, show_file
from enacting.ui.dialogs.one_field import FieldDialog, FieldPrompt
from enacting.ui.dialogs.save_elsewhere import ChoosePlace, with_save_folder
from enacting.ui.dialogs.written_path import PATH_LENGTH, parse_path
from enacting.ui.window.app import App

EXPORT_PLACES: Final = (PlaceKind.DOCUMENTS, PlaceKind.DESKTOP, PlaceKind.STICK)

After = Callable[[Path], None]

_FILE: Final = FieldPrompt(
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
    """Say what the file will hold, choose where, and write it there."""
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
    """The documents, the desktop or a stick: in our own folder there, the file would be one more session."""

    title_key = "export.where"

    def offered(self) -> list[tuple[Place, Path]]:
        """Where people look for a file to give."""
        found = [(one, one.folder.parent) for one in places() if one.kind in EXPORT_PLACES]
        return [(place, folder) for place, folder in found if takes(folder)]


def _export(app: App, path: Path, folder: Path) -> None:
    words = app.words
    try:
        capsule = export_session(path, folder)
    except (JournalError, OSError) as failure:
        show_failure(app, failure)
        return
    choices = (
        Choice(words("common.understood"), main=True),
        Choice(words("harvest_screen.open_folder"), lambda: show_file(app, capsule.parent)),
    )
    app.open(MessageDialog(app, words("export.done_title"), [words("export.done", file=capsule)], choices))


def ask_to_import(app: App, after: After) -> None:
    """Ask for the file of a session and take it in; `after` is given where it is now."""
    app.open(ImportDialog(app, after))


def import_from(app: App, capsule: Path, after: After) -> None:
    """Take a session in from that file, once all of it has been checked; say why when it cannot be."""

    def take(folder: Path) -> None:
        try:
            path = import_session(capsule, folder, datetime.now(), app.settings.keep_days)
        except (JournalError, OSError) as failure:
            show_failure(app, failure)
        else:
            after(path)

    with_save_folder(app, take)


class ImportDialog(FieldDialog):
    """The path of a session's file, typed, pasted or dropped."""

    def __init__(self, app: App, after: After) -> None:
        super().__init__(app, _FILE, self._take)
        self.after = after

    def dropped(self, path: Path) -> None:
        """Take what was dropped."""
        import_from(self.app, path, self._taken)

    def _take(self) -> None:
        written = parse_path(self.typed)
        if written is not None:
            self.dropped(written)

    def _taken(self, path: Path) -> None:
        if self.app.screen is self:
            self.app.close()
        self.after(path)
