"""Erasing in the session being played: it is closed, rewritten, and resumed at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from enacting.archive.erase_person import ErasedPerson
from enacting.archive.erase_words import ErasedWords
from enacting.session.journal import CannotWrite, JournalError
from enacting.system.save_folders import takes
from enacting.ui.sessions.erase_session_dialog import refuse
from enacting.ui.table.open_session import resume
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import TableScreen

Rewritten = TypeVar("Rewritten", ErasedPerson, ErasedWords)


def erase_at_table(
    table: Table, erase: Callable[[Path], Rewritten], resumed: Callable[[Table], None] = lambda table: None
) -> Rewritten | None:
    """Erase in the file of a session that is closed meanwhile; none when that was refused, which is said.

    Unsaved actions are saved first; when that fails, nothing changes. `resumed` is called with the table as it is then,
    before it is paused as it was.
    """
    app, session = table.app, table.session
    paused, path = session.paused, session.path
    if not takes(path.parent):
        refuse(app, CannotWrite(path))
        return None
    try:
        session.save()
        session.close()
        erased = erase(path)
    except (JournalError, OSError) as failure:
        if not session.unsaved:
            resume(app, path)
        refuse(app, failure)
        return None
    resume(app, erased.path)
    if isinstance(app.screen, TableScreen):
        resumed(app.screen.table)
        if paused:
            app.screen.table.pause()
    return erased
