"""Opening a session: a new one, one taken up again, one looked at; and what is offered when it cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from enacting.engine.game import Setup
from enacting.engine.refusals import IllegalMove
from enacting.language.words import format_day, format_time, languages
from enacting.session.journal import (
    CannotRead,
    CannotWrite,
    DamagedSession,
    JournalError,
    NoSuchSession,
    NotASession,
    SessionInUse,
    StrangeJournal,
    copy_of,
    free_path,
    new_session_path,
    set_journal_aside,
)
from enacting.session.metadata import note_opened, reports_of
from enacting.session.session import Session
from enacting.session.unfinished import read_unfinished
from enacting.ui.dialogs.message import Choice, MessageDialog, failure_lines, show_failure
from enacting.ui.dialogs.save_elsewhere import choose_place, with_save_folder
from enacting.ui.table.edited_box import EditedBox
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.table.unfinished import find_again
from enacting.ui.window.app import App
from enacting.ui.window.displays import displays_apart

if TYPE_CHECKING:
    from enacting.box.loading import Boxes


def begin(app: App, boxes: Boxes, setup: Setup, title: str, keep_days: int | None = None) -> None:
    """Set the table and show it; say why when it cannot be, or where it is kept when not in the usual folder.

    `keep_days` is how long it is to be kept, where that was chosen.
    """
    with_save_folder(app, lambda folder: _begin_in(app, folder, boxes, setup, title, keep_days))


def _begin_in(app: App, folder: Path, boxes: Boxes, setup: Setup, title: str, keep_days: int | None) -> None:
    now = datetime.now()
    try:
        path = new_session_path(folder, title, now)
        session = Session.start(boxes, setup, path, app.settings.language, title, now)
    except IllegalMove as refused:
        app.show_message(app.words(f"reason.{refused.reason}"))
    except (JournalError, OSError) as failure:
        show_failure(app, failure)
    else:
        show(app, session, keep_days).announce_part()


def resume(app: App, path: Path) -> None:
    """Take a session up again where it stood, with a recap after a long break; say why when it cannot be.

    What can be done instead is offered.
    """
    away = _seconds_away(path)
    session = open_or_offer(app, path, Session.resume)
    if session is not None:
        begun = read_unfinished(path)
        table = show(app, session)
        find_again(table, begun)
        table.say_where_it_was()
        table.came_back_after(away)


def open_or_offer(app: App, path: Path, open_session: Callable[[Path], Session]) -> Session | None:
    """The session of that file, as `open_session` opens it; when it cannot, say why, offer what can be done, None."""
    try:
        return open_session(path)
    except JournalError as failure:
        offer(app, path, failure)
    except OSError as failure:
        show_failure(app, failure)
    return None


def _seconds_away(path: Path) -> float:
    """How long ago something was last written in that session."""
    try:
        return datetime.now().timestamp() - path.stat().st_mtime
    except OSError:
        return 0.0


def show(app: App, session: Session, keep_days: int | None = None) -> Table:
    """Show a session over the title screen; that it is played today is noted beside it, unless it is over."""
    app.screens = app.screens[:1]
    app.forget_fields("")
    app.found_again.clear()
    if not session.read_only and not session.game.over:
        note_opened(session.path, date.today(), keep_days)
    spoken = session.language in session.boxes.by_language and session.language in languages()
    if spoken and session.language != app.settings.language:
        app.apply_settings(replace(app.settings, language=session.language))
    folder = app.screens[0].folder_of_box(session.header.box_id) if app.screens and not session.read_only else None
    table = Table(app, session, reports_of(session.path) if session.game.over else (), EditedBox(folder))
    app.open(TableScreen(app, table))
    _show_to_room(app, table)
    return table


def _show_to_room(app: App, table: Table) -> None:
    """Open the window of the room if it was open when the session was last seen; else say that it could be."""
    if app.room is not None:
        return
    if table.was_shown_to_room:
        app.open_room(table.display_before)
    elif displays_apart(app.stage.place(), app.stage.displays()):
        app.show_message(app.words("room.second_display"))


def offer(app: App, path: Path, failure: JournalError) -> None:
    """Say why a session cannot be opened, and what can be done about it."""
    words = app.words
    lines = failure_lines(app, failure) or []
    choices: list[Choice] = []
    match failure:
        case DamagedSession() if failure.own_rows is not None:
            choices = [Choice(_rescue_words(app, path, failure), lambda: rescue(app, path), main=True)]
        case DamagedSession() | NotASession() | NoSuchSession() if copy_of(path).is_file():
            lines[1:] = [words("journal.only_the_copy", file=path.name, time=_time_of_copy(app, path))]
            choices = [Choice(words("failure.rescue"), lambda: rescue(app, path), main=True)]
        case StrangeJournal():
            choices = [Choice(words("journal.set_aside"), lambda: open_without(app, failure), main=True)]
        case CannotRead() if copy_of(path).is_file():
            lines[1:] = [words("journal.only_the_copy", file=path.name, time=_time_of_copy(app, path))]
            choices = [Choice(words("failure.rescue"), lambda: rescue(app, path), main=True)]
        case CannotRead():
            pass
        case SessionInUse():
            choices = [Choice(words("looking.look"), lambda: look_at(app, path), main=True)]
        case CannotWrite():
            choices = [
                Choice(words("places.choose"), lambda: go_on_elsewhere(app, path), main=True),
                Choice(words("looking.look"), lambda: look_at(app, path)),
            ]
    if choices:
        choices.append(Choice(words("common.cancel")))
    app.open(MessageDialog(app, lines[0], lines[1:], choices))


def rescue(app: App, path: Path) -> None:
    """Take up what can be had again of a damaged session."""
    _show(app, lambda: Session.rescue(path))


def open_without(app: App, failure: StrangeJournal) -> None:
    """Put aside what lies beside a session without being its own, and take the session up."""
    try:
        set_journal_aside(failure)
    except CannotWrite as refused:
        show_failure(app, refused)
    else:
        resume(app, failure.path)


def look_at(app: App, path: Path) -> None:
    """Show a session as it is now, without being able to change it."""
    _show(app, lambda: Session.look(path))


def go_on_elsewhere(app: App, path: Path) -> None:
    """Take up a session whose file cannot be written to in a file that can."""

    def go_on(folder: Path) -> None:
        def moved() -> Session:
            session = Session.look(path)
            session.continue_at(free_path(folder / path.name))
            return session

        _show(app, moved)

    choose_place(app, go_on)


def _show(app: App, opened: Callable[[], Session]) -> None:
    try:
        session = opened()
    except (JournalError, OSError) as failure:
        show_failure(app, failure)
    else:
        show(app, session)


def _rescue_words(app: App, path: Path, failure: DamagedSession) -> str:
    if failure.from_copy:
        return app.words("journal.rescue_copy", time=_time_of_copy(app, path))
    if failure.good_rows:
        return app.words("journal.rescue_at", count=failure.good_rows)
    return app.words("failure.rescue")


def _time_of_copy(app: App, path: Path) -> str:
    """The day and time of the second copy."""
    when = datetime.fromtimestamp(copy_of(path).stat().st_mtime)
    return f"{format_day(when, app.words)}, {format_time(when, app.words)}"
