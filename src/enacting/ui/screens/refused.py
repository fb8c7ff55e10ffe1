"""What is offered when a session cannot be opened, or the usual folder cannot take a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from enacting import paths
from enacting.journal import (
    CannotWrite,
    DamagedSession,
    JournalError,
    NoSuchSession,
    NotASession,
    SessionInUse,
    copy_of,
    free_path,
)
from enacting.places import places_that_take, takes
from enacting.session import Session
from enacting.ui.app import App
from enacting.ui.screens.elsewhere import choose_place, place_name
from enacting.ui.screens.message import Choice, MessageDialog, failure_lines, tell_failure
from enacting.words import clock_time, day_told


def with_a_folder(app: App, take: Callable[[Path], None]) -> None:
    """Give `take` the usual folder; where it cannot be written to, say so first, with where to go instead."""
    usual, words = paths.sessions_folder(), app.words
    if takes(usual):
        take(usual)
        return
    other = next(iter(places_that_take()), None)
    another = Choice(words("places.choose"), lambda: choose_place(app, take), main=other is None)
    if other is None:
        choices, text = [another], words("places.nowhere", folder=usual)
    else:
        folder = other.folder
        choices = [Choice(words("places.keep"), lambda: take(folder), main=True), another]
        text = words("places.protected", folder=usual, place=place_name(other, words), other=folder)
    app.open(MessageDialog(app, words("places.protected_title"), [text], [*choices, Choice(words("common.cancel"))]))


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
    from enacting.ui.screens.table import show

    try:
        session = opened()
    except (JournalError, OSError) as failure:
        tell_failure(app, failure)
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
    return f"{day_told(when, app.words)}, {clock_time(when, app.words)}"
