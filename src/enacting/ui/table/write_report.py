"""The files that a session leaves: its report, pictures of its board, the table on paper; and where they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from enacting.harvest.naming import Naming
from enacting.session.journal import JournalError
from enacting.session.session import Session
from enacting.system.save_folders import harvest_folder
from enacting.ui.dialogs.message import Choice, MessageDialog, MessageParagraph, show_failure, show_file
from enacting.ui.faces.designer_pictures import small_copy
from enacting.ui.table.write_pages import Pages, WritingPagesDialog
from enacting.ui.window.app import App
from enacting.ui.window.system_programs import copy_picture

if TYPE_CHECKING:
    from enacting.harvest.making import PreparedReport
    from enacting.typesetting import Typesetter
    from enacting.ui.table.table import Table

Files = tuple[Path, ...]

FILE_ICONS: Final = {".html": "file-html", ".pdf": "file-pdf", ".png": "image"}
OTHER_ICON: Final = "file-text"


def ask_report(app: App, path: Path) -> None:
    """Show the report of the session of that file before it is saved, and say where it is afterwards."""
    try:
        session = Session.look(path)
    except (JournalError, OSError) as failure:
        show_failure(app, failure)
    else:
        _show(app, session, lambda files, report: _tell(app, files, report))


def ask_report_of(table: Table) -> None:
    """The same for the session being played; its table remembers the files."""

    def written(files: Files, report: PreparedReport) -> None:
        table.report_written(files)
        _tell(table.app, files, report)

    _show(table.app, table.session, written)


def _show(app: App, session: Session, written: Callable[[Files, PreparedReport], None]) -> None:
    # Imported here: a table does not wait for what only its end needs.
    from enacting.ui.table.report_screen import ReportScreen

    app.open(ReportScreen(app, session, written))


def _tell(app: App, files: Files, report: PreparedReport) -> None:
    """Say where the report is, and offer to open it."""
    lines = [
        *_where(app, files),
        *([] if report.harvest.naming is Naming.NAMES else [MessageParagraph(app.words("naming.reread"))]),
    ]
    app.open(MessageDialog(app, app.words("naming.written"), lines, _ways_to_open(app, files)))


def make_board_pictures(table: Table) -> None:
    """Draw the board for a wall and for a screen, and put the latter in the clipboard where the system takes it."""
    from enacting.harvest.formats import Format
    from enacting.harvest.making import prepare_report

    app, session = table.app, table.session
    report = prepare_report(session, app.settings.language, small_copy)

    def write(typesetter: Typesetter) -> Files:
        return report.write(harvest_folder(session.path), (Format.PNG,), typesetter=typesetter)

    pages = Pages(write, "board_picture")
    app.open(WritingPagesDialog(app, pages, lambda files: _tell_pictures(app, files)))


def print_table(table: Table) -> None:
    """Make sheets of the table as it stands, to go on without the laptop."""
    from enacting.harvest.as_it_stands import table_on_paper

    app, session = table.app, table.session
    sheets = table_on_paper(session, app.settings.language, datetime.now(), small_copy)

    def write(typesetter: Typesetter) -> Files:
        return sheets.write(harvest_folder(session.path), typesetter)

    app.open(WritingPagesDialog(app, Pages(write, "standing"), lambda files: _tell_sheets(app, files)))


def _tell_sheets(app: App, files: Files) -> None:
    ways = _ways_to_open(app, files, "standing.open")
    app.open(MessageDialog(app, app.words("standing.written"), _where(app, files), ways))


def _tell_pictures(app: App, files: Files) -> None:
    """Say where the pictures are, and whether one can be pasted."""
    words = app.words
    copied = words("board_picture.copied" if copy_picture(files[-1]) else "board_picture.not_copied")
    lines = [*_where(app, files), MessageParagraph(copied)]
    app.open(MessageDialog(app, words("board_picture.written"), lines, _ways_to_open(app, files, "board_picture.open")))


def _where(app: App, files: Files) -> list[MessageParagraph]:
    """The folder of the files, and each of them."""
    return [
        MessageParagraph(app.words("naming.where", folder=files[0].parent)),
        *(MessageParagraph(file.name, FILE_ICONS.get(file.suffix, OTHER_ICON)) for file in files),
    ]


def _ways_to_open(app: App, files: Files, opening: str = "harvest_screen.open") -> tuple[Choice, ...]:
    words, folder = app.words, files[0].parent
    return (
        Choice(words(opening), lambda: show_file(app, files[0], "harvest_screen.opened"), main=True),
        Choice(words("harvest_screen.open_folder"), lambda: show_file(app, folder, "naming.where")),
        Choice(words("common.close")),
    )
