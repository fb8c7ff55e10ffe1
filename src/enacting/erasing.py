"""Erasing a session: every file of it, and a list of what has gone and what could not.

Law: nothing goes while another window holds the session; what is told as gone is no longer there.
"""

from dataclasses import dataclass
from pathlib import Path

from enacting.belongings import Belonging, alike_of, belongings_of, capsules_of, perhaps_reports_of
from enacting.journal import Journal, JournalError, SessionInUse


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A file that is still there, and what the system said."""

    belonging: Belonging
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What has `gone`, what is `left`; then what only people can judge.

    `capsules` are whole copies given away, `perhaps` may be reports, and `alike` are other sessions that begin as it.
    """

    gone: tuple[Belonging, ...]
    left: tuple[Left, ...]
    capsules: tuple[Path, ...]
    perhaps: tuple[Path, ...]
    alike: tuple[Path, ...]


def erase_session(path: Path) -> Erased:
    """Erase every file of the session; `SessionInUse` when another window holds it, and nothing has gone."""
    must_be_free(path)
    capsules, perhaps, alike = capsules_of(path), perhaps_reports_of(path), alike_of(path)
    gone, left = [], []
    for one in belongings_of(path):
        try:
            one.file.unlink(missing_ok=True)
        except OSError as error:
            left.append(Left(belonging=one, why=error.strerror or ""))
        else:
            gone.append(one)
    return Erased(gone=tuple(gone), left=tuple(left), capsules=capsules, perhaps=perhaps, alike=alike)


def must_be_free(path: Path) -> None:
    """`SessionInUse` when a window holds the session; a damaged one is free."""
    try:
        Journal.open(path).close()
    except SessionInUse:
        raise
    except (JournalError, OSError):
        return
