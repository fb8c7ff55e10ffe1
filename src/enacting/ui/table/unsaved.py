"""What stays in sight while the last actions are not on disk, or while a session is only looked at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from enacting.session.journal import JournalError, free_path
from enacting.session.metadata import read_metadata, write_metadata
from enacting.ui.destinations import Destination, Home, LookAt
from enacting.ui.dialogs.message import Choice, MessageDialog, show_failure
from enacting.ui.dialogs.save_elsewhere import choose_place
from enacting.ui.window.status_bar import Answer, StatusLine

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def status_line_of(table: Table) -> StatusLine | None:
    """The line below the table; None when all is on disk."""
    words, session = table.words, table.session
    if session.read_only:
        answers = (
            Answer("look-again", words("looking.again"), LookAt(session.path)),
            Answer("stop-looking", words("looking.stop"), Home()),
        )
        return StatusLine(words("looking.line"), answers)
    if session.failure is None:
        return None
    answers = (
        Answer("save-again", words("unsaved.retry"), lambda: _save_again(table)),
        Answer("save-elsewhere", words("unsaved.elsewhere"), lambda: save_elsewhere(table)),
    )
    short = words("unsaved.short", count=session.unsaved)
    return StatusLine(_sentence(table), answers, alarm=True, short=short)


def save_elsewhere(table: Table) -> None:
    """Choose a folder, and go on in a file there with everything so far."""
    app, session = table.app, table.session

    def go_on(folder: Path) -> None:
        metadata = read_metadata(session.path)
        try:
            session.continue_at(free_path(folder / session.path.name))
        except (JournalError, OSError) as failure:
            show_failure(app, failure)
        else:
            with suppress(OSError):
                write_metadata(session.path, metadata)  # Kept as long as it was meant to be, wherever it is.
            app.show_message(app.words("unsaved.goes_on", file=session.path))

    choose_place(app, go_on)


def leave(table: Table, then: Destination | None = None, *, discard: bool = False) -> None:
    """Close the session, go back to the title and on from there; where something is not on disk, the person is asked.

    `discard` says that they have given it up.
    """
    if discard or loses_nothing(table, lambda: leave(table, then, discard=True)):
        table.session.close()
        table.app.show_only(table.app.screens[0])
        if then is not None:
            table.app.go_to(then)


def loses_nothing(table: Table, discard: Callable[[], None]) -> bool:
    """Whether all is on disk; else the person is asked, and `discard` is done when they give it up."""
    session = table.session
    if session.unsaved:
        with suppress(JournalError):
            session.save()
    if session.unsaved and not isinstance(table.app.screen, Loss):
        _ask(table, discard)
    return not session.unsaved


class Loss(MessageDialog):
    """Asked before something is lost."""


def _ask(table: Table, discard: Callable[[], None]) -> None:
    words = table.app.words
    choices = (
        Choice(words("unsaved.first"), lambda: save_elsewhere(table), main=True),
        Choice(words("unsaved.stay")),
        Choice(words("unsaved.give_up"), discard, danger=True),
    )
    table.app.open(Loss(table.app, words("unsaved.leaving"), [_sentence(table)], choices))


def _sentence(table: Table) -> str:
    """How many actions are not saved, and why."""
    failure = table.session.failure
    assert failure is not None
    return table.app.words(failure.word_key, **{**failure.fields, "count": table.session.unsaved})


def _save_again(table: Table) -> None:
    """Try once more, and say how it went."""
    app = table.app
    try:
        table.session.save()
    except JournalError:
        app.show_message(app.words("unsaved.still_not"))
    else:
        app.show_message(app.words("unsaved.saved"))
