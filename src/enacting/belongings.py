"""Every file that belongs to a session: its copies, what was kept aside, what was written from it.

Law: only what is known to be of that session is told as its own. Reports that may be are told apart.
"""

import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from enacting import paths
from enacting.harvest.writing import file_name
from enacting.journal import COPIES, Header, JournalError, look, salvage
from enacting.places import FOLDER
from enacting.slip import read_slip, slip_of


class What(StrEnum):
    """What a file is to a session."""

    SESSION = "session"
    COPY = "copy"
    ASIDE = "aside"
    SLIP = "slip"
    REPORT = "report"
    ACCIDENT = "accident"


@dataclass(frozen=True, slots=True)
class Belonging:
    """A file of a session."""

    what: What
    file: Path


def belongings_of(path: Path) -> tuple[Belonging, ...]:
    """Every file that goes when the session of that file is erased, in the order they go: the session itself last."""
    header = _header_of(path)
    reports = tuple(Belonging(What.REPORT, one) for one in _reports(path, header))
    accidents = tuple(Belonging(What.ACCIDENT, one) for one in _accidents(header)) if header is not None else ()
    return (*reports, *accidents, *files_of(path))


def files_of(path: Path) -> tuple[Belonging, ...]:
    """The files the program keeps for the session itself, in the order they go: the session itself last."""
    return (
        *(Belonging(What.ASIDE, one) for one in _matching(path.parent, _aside_pattern(path.name))),
        *(Belonging(What.COPY, one) for one in _matching(path.parent / COPIES, _copy_pattern(path.name))),
        *(Belonging(What.SLIP, one) for one in (slip_of(path),) if one.is_file()),
        *(Belonging(What.SESSION, one) for one in (path,) if one.is_file()),
    )


def capsules_of(path: Path) -> tuple[Path, ...]:
    """The whole copies of the session that were given away and are still there."""
    return tuple(Path(one) for one in read_slip(path).capsules if Path(one).is_file())


def perhaps_reports_of(path: Path) -> tuple[Path, ...]:
    """Files that bear the name of a report of the session without being known as one of them."""
    header = _header_of(path)
    if header is None:
        return ()
    known = {Path(one) for one in read_slip(path).reports}
    name = re.escape(file_name(header.title, header.created[:10]))
    found = _matching(paths.harvest_folder(), re.compile(rf"{name}(?:-[a-z0-9-]+)?\.(?:html|md)"))
    return tuple(one for one in found if one not in known)


def _reports(path: Path, header: Header | None) -> Iterator[Path]:
    """The reports known of the session that bear a report's name: a slip from elsewhere may name any file."""
    day = re.escape(header.created[:10]) if header is not None else r"\d{4}-\d\d-\d\d"
    named = re.compile(rf"[a-z0-9-]+-{day}(?:-[a-z0-9-]+)?\.(?:html|md)")
    return (one for one in map(Path, read_slip(path).reports) if named.fullmatch(one.name) and one.is_file())


def _header_of(path: Path) -> Header | None:
    """What the session started from; None when that cannot be read."""
    readers: tuple[Callable[[Path], Header], ...] = (lambda one: look(one).header, lambda one: salvage(one)[0])
    for read in readers:
        try:
            return read(path)
        except (JournalError, OSError):
            continue
    return None


def _aside_pattern(name: str) -> re.Pattern[str]:
    """The damaged, rescued or rewritten files beside a session, and what SQLite keeps beside them."""
    stem, whole = re.escape(name), re.escape(name)
    return re.compile(rf"{whole}-journal|{stem}(?:-\d+)?\.(?:damaged|rescued|rewritten)(?:-journal)?")


def _copy_pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(name)}(?:\.new|\.slip\.new)?(?:-journal)?")


def _matching(folder: Path, pattern: re.Pattern[str]) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if pattern.fullmatch(one.name) and one.is_file())
    except OSError:
        return []


def _accidents(header: Header) -> Iterator[Path]:
    """What was kept of the accidents of the program in that session: told by the seed of its cards."""
    seed = re.compile(rf'"seed":{header.setup.seed}[,}}]')
    for folder in (paths.traces_folder(), Path(tempfile.gettempdir()) / FOLDER / "traces"):
        for file in _matching(folder, re.compile(r".+\.trace\.txt")):
            try:
                text = file.read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            if seed.search(text):
                yield file
