"""Writing a report: who is named in it, then where it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from enacting.harvest.naming import Naming
from enacting.language.masking import Choices
from enacting.session.journal import JournalError
from enacting.session.session import Session
from enacting.system.save_folders import harvest_folder
from enacting.ui.dialogs.message import Choice, MessageDialog, MessageParagraph, show_failure, show_file
from enacting.ui.dialogs.name_changes import ask_changes
from enacting.ui.dialogs.options_dialog import Option, OptionsDialog
from enacting.ui.faces.designer_pictures import small_copy
from enacting.ui.table.write_pages import Pages, WritingPages
from enacting.ui.window.app import App
from enacting.ui.window.system_programs import copy_picture

if TYPE_CHECKING:
    from enacting.harvest.making import PreparedReport
    from enacting.typesetting import Typesetter
    from enacting.ui.table.table import Table

Files = tuple[Path, ...]

FILE_ICONS: Final = {".html": "file-html", ".md": "file-text", ".pdf": "file-pdf", ".png": "image"}
ICONS: Final = {Naming.ANONYMOUS: "eye-slash", Naming.PSEUDONYMS: "leaf", Naming.NAMES: "users"}


def ask_report(app: App, path: Path) -> None:
    """Ask who is named, write the report of the session of that file, and say where it is."""
    try:
        session = Session.look(path)
    except (JournalError, OSError) as failure:
        show_failure(app, failure)
    else:
        _ask(app, session, lambda files: None)


def ask_report_of(table: Table) -> None:
    """The same for the session being played; its table remembers the files."""
    _ask(table.app, table.session, table.report_written)


def _ask(app: App, session: Session, written: Callable[[Files], None]) -> None:
    words = app.words
    options = [
        Option(ICONS[naming], words(f"naming.{naming}"), words(f"naming.{naming}_text"), naming) for naming in Naming
    ]

    def write(naming: Naming, choices: Choices) -> None:
        from enacting.harvest.formats import USUAL_FORMATS
        from enacting.harvest.making import prepare_report

        report = prepare_report(session, app.settings.language, small_copy, naming, choices)
        try:
            files = report.write(harvest_folder(session.path), USUAL_FORMATS)
        except OSError as failure:
            show_failure(app, failure)
            return
        written(files)
        _tell(app, files, report)

    def review(naming: Naming) -> None:
        from enacting.harvest.making import changes_of

        changes = changes_of(session, app.settings.language, naming)
        go_on = words("name_changes.write")
        ask_changes(app, words("name_changes.title"), changes, go_on, lambda choices: write(naming, choices))

    app.open(OptionsDialog(app, words("naming.title"), options, review, Naming.ANONYMOUS))


def _tell(app: App, files: Files, report: PreparedReport) -> None:
    """Say where the report is, and offer to open it, or to make pages to print of it."""
    words, folder = app.words, files[0].parent
    lines = [
        *_where(app, files),
        *([] if report.harvest.naming is Naming.NAMES else [MessageParagraph(words("naming.reread"))]),
    ]
    make = Choice(words("pages_of_report.make"), lambda: _make_pages(app, report, folder))
    choices = (*_ways_to_open(app, files), *([] if files[0].suffix == ".pdf" else [make]))
    app.open(MessageDialog(app, words("naming.written"), lines, choices))


def _make_pages(app: App, report: PreparedReport, folder: Path) -> None:
    from enacting.harvest.formats import Format

    def write(typesetter: Typesetter) -> Files:
        return report.write(folder, (Format.PDF,), typesetter=typesetter)

    pages = Pages(write, "pages_of_report")
    app.open(WritingPages(app, pages, lambda files: _tell(app, files, report)))


def make_board_pictures(table: Table) -> None:
    """Draw the board for a wall and for a screen, and put the latter in the clipboard where the system takes it."""
    from enacting.harvest.formats import Format
    from enacting.harvest.making import prepare_report

    app, session = table.app, table.session
    report = prepare_report(session, app.settings.language, small_copy)

    def write(typesetter: Typesetter) -> Files:
        return report.write(harvest_folder(session.path), (Format.PNG,), typesetter=typesetter)

    pages = Pages(write, "board_picture")
    app.open(WritingPages(app, pages, lambda files: _tell_pictures(app, files)))


def print_table(table: Table) -> None:
    """Make sheets of the table as it stands, to go on without the laptop."""
    from enacting.harvest.as_it_stands import table_on_paper

    app, session = table.app, table.session
    sheets = table_on_paper(session, app.settings.language, datetime.now(), small_copy)

    def write(typesetter: Typesetter) -> Files:
        return sheets.write(harvest_folder(session.path), typesetter)

    app.open(WritingPages(app, Pages(write, "standing"), lambda files: _tell_sheets(app, files)))


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
        *(MessageParagraph(file.name, FILE_ICONS[file.suffix]) for file in files),
    ]


def _ways_to_open(app: App, files: Files, opening: str = "harvest_screen.open") -> tuple[Choice, ...]:
    words, folder = app.words, files[0].parent
    return (
        Choice(words(opening), lambda: show_file(app, files[0], "harvest_screen.opened"), main=True),
        Choice(words("harvest_screen.open_folder"), lambda: show_file(app, folder, "naming.where")),
        Choice(words("common.close")),
    )
