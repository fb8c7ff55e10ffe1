"""What stays in sight while the last actions are not on disk, or while a session is only looked at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from enacting.journal import JournalError, free_path
from enacting.slip import read_slip, write_slip
from enacting.ui.screens.elsewhere import choose_place
from enacting.ui.screens.message import Choice, MessageDialog, tell_failure
from enacting.ui.screens.refused import look_at
from enacting.ui.standing import Answer, Line

if TYPE_CHECKING:
    from enacting.ui.screens.table import Table


def line_of(table: Table) -> Line | None:
    """The line below the table; None when all is on disk."""
    words, session = table.words, table.session
    if session.read_only:
        answers = (
            Answer("look-again", words("looking.again"), lambda: look_at(table.app, session.path)),
            Answer("stop-looking", words("looking.stop"), table.leave),
        )
        return Line(words("looking.line"), answers)
    if session.failure is None:
        return None
    answers = (
        Answer("save-again", words("unsaved.retry"), lambda: _save_again(table)),
        Answer("save-elsewhere", words("unsaved.elsewhere"), lambda: save_elsewhere(table)),
    )
    short = words("unsaved.short", count=session.unsaved)
    return Line(_sentence(table), answers, alarm=True, short=short)


def save_elsewhere(table: Table) -> None:
    """Choose a folder, and go on in a file there with everything so far."""
    app, session = table.app, table.session

    def go_on(folder: Path) -> None:
        slip = read_slip(session.path)
        try:
            session.continue_at(free_path(folder / session.path.name))
        except (JournalError, OSError) as failure:
            tell_failure(app, failure)
        else:
            with suppress(OSError):
                write_slip(session.path, slip)  # Kept as long as it was meant to be, wherever it is.
            app.say(app.words("unsaved.goes_on", file=session.path))

    choose_place(app, go_on)


def lets_go(table: Table, leave: Callable[[], None]) -> bool:
    """Whether the session may be left, and is now closed; else the person is asked, who may `leave` all the same."""
    if not loses_nothing(table, leave):
        return False
    table.session.close()
    return True


def loses_nothing(table: Table, go_on: Callable[[], None]) -> bool:
    """Whether all is on disk, or the person gives it up; else they are asked, and may `go_on` all the same."""
    session = table.session
    if session.unsaved and not table.gives_up:
        with suppress(JournalError):
            session.save()
    if session.unsaved and not table.gives_up:
        if not isinstance(table.app.screen, Loss):
            _ask(table, go_on)
        return False
    return True


class Loss(MessageDialog):
    """Asked before something is lost."""


def _ask(table: Table, leave: Callable[[], None]) -> None:
    words = table.app.words

    def give_up() -> None:
        table.gives_up = True
        leave()

    choices = (
        Choice(words("unsaved.first"), lambda: save_elsewhere(table), main=True),
        Choice(words("unsaved.stay")),
        Choice(words("unsaved.give_up"), give_up, danger=True),
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
        app.say(app.words("unsaved.still_not"))
    else:
        app.say(app.words("unsaved.saved"))
