"""Erasing a session: every file of it, and a list of what has gone and what could not.

Law: nothing goes while another window holds the session; what is reported as gone is no longer there; what was to go is
on the disk as a list before anything does, so that whatever ends the program, erasing can be finished.
"""

from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from enacting.archive.session_files import (
    SessionFile,
    alike_of,
    away_from,
    capsules_of,
    day_of,
    perhaps_reports_of,
    remove_empty_deck_folder,
    session_files_of,
)
from enacting.archive.unfinished_erasures import PendingErasure, begin_erasing, end_erasing
from enacting.session.journal import Journal, JournalError, SessionInUse, copy_of, is_in_use
from enacting.system.whole_files import flush_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A file that is still there, and what the system said."""

    session_file: SessionFile
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What has `gone`, what is `left`; then what only people can judge.

    `capsules` are whole copies given away, `perhaps` may be reports, and `alike` are other sessions that begin as it.
    `away` are files on a disk that is not plugged in: they stay on a list until it is.
    """

    gone: tuple[SessionFile, ...] = ()
    left: tuple[Left, ...] = ()
    capsules: tuple[Path, ...] = ()
    perhaps: tuple[Path, ...] = ()
    alike: tuple[Path, ...] = ()
    away: tuple[Path, ...] = ()


def erase_session(path: Path) -> Erased:
    """Erase every file of the session; `SessionInUse` when another window holds it, and nothing has gone.

    `CannotWrite` when no list of them can be written first; nothing has gone then either.
    """
    must_be_free(path)
    capsules, perhaps, alike = capsules_of(path), perhaps_reports_of(path), alike_of(path)
    reports_away, capsules_away = away_from(path)
    erasure = begin_erasing(
        PendingErasure(
            session=path,
            day=day_of(path),
            session_files=session_files_of(path),
            away=reports_away,
            capsules=capsules_away,
        )
    )
    gone, left = erase_all(erasure.there)
    away = end_erasing(erasure).out_of_reach
    return Erased(gone=gone, left=left, capsules=capsules, perhaps=perhaps, alike=alike, away=away)


def finish_erasing(todo: PendingErasure) -> Erased:
    """Erase what is still there of a list; `SessionInUse` when a window holds the session, and nothing has gone."""
    must_be_free(todo.session)
    capsules = todo.capsules_there
    gone, left = erase_all(todo.there)
    if todo.rewriting is not None:
        with suppress(JournalError), closing(Journal.open(todo.rewriting.target)) as journal:
            journal.backup_to(copy_of(todo.rewriting.target))
    return Erased(gone=gone, left=left, capsules=capsules, away=end_erasing(todo).out_of_reach)


def erase_all(session_files: Iterable[SessionFile]) -> tuple[tuple[SessionFile, ...], tuple[Left, ...]]:
    """Erase these files, for good where the system allows it: those that have gone, and those that are left."""
    gone, left = [], []
    for session_file in session_files:
        try:
            session_file.file.unlink(missing_ok=True)
        except OSError as error:
            left.append(Left(session_file=session_file, why=error.strerror or ""))
        else:
            gone.append(session_file)
    for session_file in gone:
        remove_empty_deck_folder(session_file.file)
    for folder in dict.fromkeys(session_file.file.parent for session_file in gone):
        with suppress(OSError):
            flush_folder(folder)
    return tuple(gone), tuple(left)


def must_be_free(path: Path) -> None:
    """`SessionInUse` when a window holds the session; a damaged one is free. Nothing is written to find that out."""
    if is_in_use(path):
        raise SessionInUse(path)
