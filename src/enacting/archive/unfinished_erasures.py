"""What is still to be erased of a session: a list that is on the disk before anything on it goes.

Law: whatever ends the program, each file that was to go is gone, or on a list, or a file of a session that is still
there. A list erases nothing by itself: a person is asked again. It goes with the last file that is on it.
"""

import hashlib
import json
import os
import re
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PureWindowsPath
from typing import Final

from enacting.archive.session_files import FileKind, SessionFile, is_away, is_named_as_report, is_there
from enacting.session.journal import COPIES, SUFFIX, CannotWrite, copy_of
from enacting.system import paths
from enacting.system.private_files import make_private_folder, write_private_file
from enacting.system.untrusted_files import read_text

ENDING: Final = ".erasure"
MAX_BYTES: Final = 1 << 20
MAX_FILES: Final = 1000
A_WHILE_SECONDS: Final = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingRewrite:
    """A session being rewritten: `fresh` takes the place of `target`. While it is there, nothing has changed."""

    fresh: Path
    target: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingErasure:
    """What is to be erased with `session`, in that order; `day` is when it was begun, "" when that is not known.

    `away` was on a disk that was not plugged in. So were the `capsules`, whole copies given away or left: they are
    never erased, and listed once they can be reached.
    """

    session: Path
    day: str
    session_files: tuple[SessionFile, ...]
    away: tuple[SessionFile, ...] = ()
    capsules: tuple[Path, ...] = ()
    rewriting: PendingRewrite | None = None

    @property
    def there(self) -> tuple[SessionFile, ...]:
        """The files that can be erased now."""
        return tuple(session_file for session_file in (*self.away, *self.session_files) if is_there(session_file.file))

    @property
    def out_of_reach(self) -> tuple[Path, ...]:
        """The files on a disk that is not plugged in."""
        listed = (*(session_file.file for session_file in (*self.away, *self.session_files)), *self.capsules)
        return tuple(file for file in listed if not is_there(file))

    @property
    def capsules_there(self) -> tuple[Path, ...]:
        """The copies given away that can be reached now."""
        return tuple(capsule for capsule in self.capsules if is_there(capsule))


def begin_erasing(erasure: PendingErasure) -> PendingErasure:
    """Put the list on the disk, with what was still on an earlier one of the same session; what is on it now.

    `CannotWrite` when no folder takes it: nothing may be erased then.
    """
    before = list_of(erasure.session)
    if before is not None:
        session_files = tuple(dict.fromkeys((*before.session_files, *erasure.session_files)))
        away = dict.fromkeys((*before.away, *erasure.away))
        erasure = replace(
            erasure,
            day=erasure.day or before.day,
            session_files=session_files,
            away=tuple(
                session_file for session_file in away if session_file not in session_files
            ),  # Gone by now: it was within reach before.
            capsules=tuple(dict.fromkeys((*before.capsules, *erasure.capsules))),
        )
    _write(erasure)
    return erasure


def list_of(session: Path) -> PendingErasure | None:
    """What is still to be erased with that session; None when there is no such list."""
    return _read(_file_for(session)) or _read(_file_beside(session))


def give_up_erasing(erasure: PendingErasure, before: PendingErasure | None) -> None:
    """Put back the list there was before, because nothing has come of this one."""
    if before is not None:
        with suppress(CannotWrite):
            _write(before)
    else:
        _remove(erasure.session)


def end_erasing(done: PendingErasure) -> PendingErasure:
    """Keep on the list what is still there or still away, and say what; without any such file the list goes."""
    remaining = PendingErasure(
        session=done.session,
        day=done.day,
        session_files=tuple(
            session_file
            for session_file in done.session_files
            if is_there(session_file.file) or not session_file.file.parent.is_dir()
        ),
        away=tuple(
            session_file for session_file in done.away if is_there(session_file.file) or is_away(session_file.file)
        ),
        capsules=tuple(filter(is_away, done.capsules)),
    )
    if remaining.session_files or remaining.away or remaining.capsules:
        with suppress(CannotWrite):  # The longer list is still there.
            _write(remaining)
        return remaining
    _remove(done.session)
    return remaining


def unfinished() -> tuple[PendingErasure, ...]:
    """Every list there is. One that came to nothing, because its session was not rewritten after all, goes."""
    found = []
    for file in _lists():
        erasure = _read(file)
        if erasure is not None and _file_for(erasure.session) == file:
            found.append(erasure)
        elif _is_old(file):
            with suppress(OSError):
                file.unlink()
    return tuple(found)


def _is_old(file: Path) -> bool:
    """Whether no other window can be rewriting the session right now."""
    try:
        return time.time() - file.stat().st_mtime > A_WHILE_SECONDS
    except OSError:
        return False


# On the disk


def _file_for(session: Path) -> Path:
    """Where the list of that session is: a name that says nothing."""
    return paths.erasures_folder() / f"{hashlib.sha256(os.fsencode(_absolute(session))).hexdigest()[:32]}{ENDING}"


def _file_beside(session: Path) -> Path:
    """Where it is when nothing can be written on this computer but the disk of the session."""
    return session.parent / COPIES / _file_for(session).name


def _remove(session: Path) -> None:
    for file in (_file_for(session), _file_beside(session)):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _lists() -> list[Path]:
    try:
        return sorted(file for file in paths.erasures_folder().iterdir() if file.suffix == ENDING)
    except OSError:
        return []


def _write(list_: PendingErasure) -> None:
    stored: dict[str, object] = {
        "session": _absolute(list_.session),
        "day": list_.day,
        "files": [[session_file.what.value, _absolute(session_file.file)] for session_file in list_.session_files],
        "away": [[session_file.what.value, _absolute(session_file.file)] for session_file in list_.away],
        "capsules": [_absolute(capsule) for capsule in list_.capsules],
    }
    if list_.rewriting is not None:
        stored["fresh"], stored["target"] = _absolute(list_.rewriting.fresh), _absolute(list_.rewriting.target)
    content = json.dumps(stored, indent=1).encode()
    refused: OSError | None = None
    for file in (_file_for(list_.session), _file_beside(list_.session)):
        try:
            make_private_folder(file.parent)
            write_private_file(file, content)
        except OSError as error:
            refused = error
        else:
            return
    raise CannotWrite(list_.session, reason=refused.strerror if refused else "") from refused


def _absolute(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 (keeps links)


def _read(file: Path) -> PendingErasure | None:
    """The list of that file, as far as it makes sense; None when there is none, or nothing came of it."""
    try:
        stored = json.loads(read_text(file, MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(stored, dict):
        return None
    session, day = _path(stored.get("session")), stored.get("day")
    if session is None or not isinstance(day, str) or re.fullmatch(r"(?:\d{4}-\d\d-\d\d)?", day, re.ASCII) is None:
        return None
    rewriting = None
    if "fresh" in stored:
        fresh, target = _path(stored["fresh"]), _path(stored.get("target"))
        if fresh is None or target is None or fresh.exists() or not target.is_file():
            return None
        rewriting = PendingRewrite(fresh=fresh, target=target)
    return PendingErasure(
        session=session,
        day=day,
        session_files=tuple(_session_files(stored.get("files"), session, day)),
        away=tuple(_session_files(stored.get("away"), session, day)),
        capsules=tuple(capsule for capsule in map(_path, _several(stored.get("capsules"))) if capsule is not None),
        rewriting=rewriting,
    )


def _several(found: object) -> Sequence[object]:
    return found[:MAX_FILES] if isinstance(found, list) else ()


def _path(found: object) -> Path | None:
    """A path of this computer: asking another one for a file would reveal who asks."""
    if not isinstance(found, str) or "\0" in found or not Path(found).is_absolute():
        return None
    drive = PureWindowsPath(found).drive if os.name == "nt" else ""
    usual = {PureWindowsPath(folder).drive for folder in (paths.erasures_folder(), paths.harvest_folder())}
    return Path(found) if not drive.startswith("\\\\") or drive in usual else None


def _session_files(found: object, session: Path, day: str) -> Iterable[SessionFile]:
    """The files of a list that can be what it says: somebody else may have written it."""
    for pair in _several(found):
        if isinstance(pair, list) and len(pair) == 2 and pair[0] in list(FileKind):
            what, file = FileKind(pair[0]), _path(pair[1])
            if file is not None and _can_be(what, file, session, day):
                yield SessionFile(what, file)


def _can_be(what: FileKind, file: Path, session: Path, day: str) -> bool:
    match what:
        case FileKind.REPORT:
            return is_named_as_report(file, day)
        case FileKind.SESSION:
            return file == session or file.suffix == SUFFIX
        case FileKind.ASIDE:
            return SUFFIX in file.suffixes[:-1] or file.name.startswith(f"{session.name}")
        case FileKind.COPY | FileKind.METADATA:
            return file.parent.name == COPIES and (
                SUFFIX in file.suffixes or file.name.startswith(copy_of(session).name)
            )
        case FileKind.ACCIDENT:
            return file.parent.name == paths.traces_folder().name and file.name.endswith(".trace.txt")
