"""Every file that belongs to a session: its copies, what was kept aside, what was written from it.

Law: only what is known to be of that session is listed as its own. Reports that may be are listed apart.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

from enacting.box.draft import Deck
from enacting.harvest.writing import days_in, file_name, is_deck_folder
from enacting.session.journal import COPIES, SUFFIX, Header, JournalError, SessionInUse, copy_of, look, salvage
from enacting.session.metadata import REPORT_SUFFIXES, Metadata, metadata_of, read_metadata
from enacting.session.snapshot import State, state_of
from enacting.session.unfinished import unfinished_of
from enacting.session.written_texts import without_texts
from enacting.system import paths
from enacting.system.save_folders import TRACES, places, temporary_folder
from enacting.system.untrusted_files import is_link, read_file
from enacting.system.whole_files import PART

MAX_TRACE_BYTES: Final = 16 << 20
"""More than the trace of the longest session."""

_SUFFIXES: Final = "|".join(REPORT_SUFFIXES)
_REPORT: Final = re.compile(rf"[a-z0-9-]+\.(?:{_SUFFIXES})")
_DECK: Final = re.compile("|".join(re.escape(deck.file) for deck in (Deck.MECHANISM, Deck.CONTEXT, Deck.CRISIS)))
_HALF_WRITTEN: Final = re.compile(rf"\.({_REPORT.pattern}|{_DECK.pattern})-[a-z0-9_]{{8}}{re.escape(PART)}")
_SESSION: Final = re.compile(rf".+{re.escape(SUFFIX)}")


class FileKind(StrEnum):
    """What a file is to a session."""

    SESSION = "session"
    COPY = "copy"
    ASIDE = "aside"
    METADATA = "slip"
    REPORT = "report"
    ACCIDENT = "accident"


@dataclass(frozen=True, slots=True)
class SessionFile:
    """A file of a session."""

    what: FileKind
    file: Path


def session_files_of(path: Path) -> tuple[SessionFile, ...]:
    """Every file that goes when the session of that file is erased, in the order they go: the session itself last."""
    header = _header_of(path)
    reports = tuple(SessionFile(FileKind.REPORT, file) for file in _reports(path, header))
    accidents = tuple(SessionFile(FileKind.ACCIDENT, file) for file in _accidents(header)) if header is not None else ()
    return (*reports, *accidents, *left_behind(path), *files_of(path))


def left_behind(path: Path) -> tuple[SessionFile, ...]:
    """What stayed where the session was before its file was moved or renamed by hand: its second copy, its metadata."""
    return tuple(session_file for former in _formers(path, _header_of(path)) for session_file in files_of(former))


def files_of(path: Path) -> tuple[SessionFile, ...]:
    """The files the program keeps for the session itself, in the order they go: the session itself last."""
    return (
        *(SessionFile(FileKind.ASIDE, file) for file in _matching(path.parent, _aside_pattern(path.name))),
        *(SessionFile(FileKind.COPY, file) for file in _matching(path.parent / COPIES, _copy_pattern(path.name))),
        *(
            SessionFile(FileKind.METADATA, file)
            for beside in (metadata_of(path), unfinished_of(path))
            for file in _matching(beside.parent, _only(beside.name))
        ),
        *(SessionFile(FileKind.SESSION, file) for file in (path,) if file.is_file()),
    )


def capsules_of(path: Path) -> tuple[Path, ...]:
    """The whole copies given away that are still there."""
    given = (Path(capsule) for capsule in known_of(path).capsules)
    return tuple(dict.fromkeys(capsule for capsule in given if capsule.is_file() and capsule != path))


def day_of(path: Path) -> str:
    """The day the session was begun, as 2026-03-12; "" when that is not known."""
    header = _header_of(path)
    return header.created[:10] if header is not None else ""


def away_from(path: Path) -> tuple[tuple[SessionFile, ...], tuple[Path, ...]]:
    """The reports, and the whole copies given away or left, that are known and on a disk that is not plugged in now."""
    known, day, here = known_of(path), day_of(path), (path.parent, paths.harvest_folder())

    def away(files: Iterable[str]) -> list[Path]:
        return [file for file in map(Path, files) if is_away(file) and file.parent not in here]

    reports = tuple(SessionFile(FileKind.REPORT, file) for file in away(known.reports) if is_named_as_report(file, day))
    return reports, tuple(dict.fromkeys(away((*known.capsules, *known.left))))


def is_there(file: Path) -> bool:
    """Whether there is a file of that name now; a link is one, wherever it leads."""
    try:
        return file.is_symlink() or file.is_file()
    except OSError:
        return False


def is_away(file: Path) -> bool:
    """Whether a file that is not there may be on a disk that is not plugged in: its folder is missing, or empty.

    An empty folder is what is left where a disk was.
    """
    try:
        return not file.exists() and next(file.parent.iterdir(), None) is None
    except OSError:
        return True


def is_named_as_report(file: Path, day: str) -> bool:
    """Whether a report or a deck of a session begun on that day can have that name, whole or half written.

    "" is any day. The name of a deck is that of its folder.
    """
    half = _HALF_WRITTEN.fullmatch(file.name)
    whole = half[1] if half is not None else file.name
    if _DECK.fullmatch(whole):
        days = days_in(file.parent.name) if is_deck_folder(file.parent.name) else frozenset()
    else:
        days = days_in(whole.rpartition(".")[0]) if _REPORT.fullmatch(whole) else frozenset()
    return day in days if day else bool(days)


def remove_empty_deck_folder(file: Path) -> None:
    """Remove the folder of a deck that was erased, once nothing else is in it."""
    if _DECK.fullmatch(file.name) and is_deck_folder(file.parent.name):
        with suppress(OSError):
            file.parent.rmdir()


def alike_of(path: Path) -> tuple[Path, ...]:
    """The other sessions within reach that begin as this one: it was copied, or it is a copy, or it was left there."""
    header = _header_of(path)
    if header is None:
        return ()
    others = {path.resolve(), *(session.resolve() for session in capsules_of(path))}
    beside = (session for folder in _folders(path) for session in _matching(folder, _SESSION))
    left = filter(is_there, map(Path, known_of(path).left))
    found = dict.fromkeys((*beside, *left))
    return tuple(session for session in found if session.resolve() not in others and _is_from(session, header))


def perhaps_reports_of(path: Path) -> tuple[Path, ...]:
    """Files that have the name of a report of the session without being known as one of them."""
    header = _header_of(path)
    if header is None:
        return ()
    known = set(_reports(path, header))
    name = re.escape(file_name(header.title, header.created[:10]))
    report = rf"{name}(?:-[a-z0-9-]+)?\.(?:{_SUFFIXES})"
    named = re.compile(rf"{report}|\.{report}-[a-z0-9_]{{8}}{re.escape(PART)}")
    folders = dict.fromkeys((paths.harvest_folder(), path.parent))
    decks = (deck for folder in folders for deck in _deck_folders(folder, rf"{name}-[a-z0-9-]+"))
    files = (
        *(file for folder in folders for file in _matching(folder, named)),
        *(file for folder in decks for file in _matching(folder, _DECK)),
    )
    return tuple(file for file in files if file not in known)


def known_of(path: Path) -> Metadata:
    """What is known of the session beside its file, and beside where it was before."""
    metadata = read_metadata(path)
    formers = [read_metadata(former) for former in _formers(path, _header_of(path))]
    return replace(
        metadata,
        reports=tuple(dict.fromkeys(report for known in (*formers, metadata) for report in known.reports)),
        capsules=tuple(dict.fromkeys(capsule for known in (*formers, metadata) for capsule in known.capsules)),
        left=tuple(dict.fromkeys(former for known in (*formers, metadata) for former in known.left)),
    )


def _reports(path: Path, header: Header | None) -> Iterator[Path]:
    """The reports known of the session that have a report's name, since metadata from elsewhere may name any file.

    Then those of them that were never finished.
    """
    day = header.created[:10] if header is not None else ""
    known = [report for report in map(Path, known_of(path).reports) if is_named_as_report(report, day)]
    yield from filter(is_there, known)
    names = "|".join(re.escape(report.name) for report in known)
    half_written = re.compile(rf"\.(?:{names})-[a-z0-9_]{{8}}{re.escape(PART)}")
    for folder in dict.fromkeys(report.parent for report in known):
        yield from _matching(folder, half_written)


def _formers(path: Path, header: Header | None) -> list[Path]:
    """Where the file of the session was before: there is none any more, but its second copy is still there."""
    if header is None:
        return []
    copies = (copy for folder in _folders(path) for copy in _matching(folder / COPIES, _SESSION) if copy != path)
    formers = ((copy.parent.parent / copy.name, copy) for copy in copies)
    return [former for former, copy in formers if not former.exists() and _is_from(copy, header, header.created)]


def _folders(path: Path) -> Iterable[Path]:
    """The folders where files of the session may be: its own, and those where sessions are kept."""
    return {folder.resolve(): folder for folder in (path.parent, *(place.folder for place in places()))}.values()


def _is_from(file: Path, header: Header, created: str = "") -> bool:
    """Whether a session was set like another one but for names, and begun at that moment where one is given."""
    try:
        other = look(file).header
    except (JournalError, OSError):
        return False
    same = (without_texts(other.setup), other.box_digest) == (without_texts(header.setup), header.box_digest)
    return same and created in ("", other.created)


def _header_of(path: Path) -> Header | None:
    """What the session started from; None when that cannot be read. A file that has not changed is read once."""
    try:
        return _read_header(path, state_of(path), state_of(copy_of(path)))
    except (JournalError, OSError):
        return None


@lru_cache(maxsize=8)
def _read_header(path: Path, _state: State, _state_of_copy: State) -> Header | None:
    """The header of a session in that state; one that another program holds, or that no disk gives, is tried again."""
    with suppress(JournalError, OSError):
        return look(path).header
    try:
        return salvage(path)[0]
    except SessionInUse:
        raise
    except JournalError:
        return None


def _aside_pattern(name: str) -> re.Pattern[str]:
    """The damaged, rescued or rewritten files beside a session, and what SQLite keeps beside them."""
    stem, whole = re.escape(name), re.escape(name)
    return re.compile(rf"{whole}-journal|{stem}(?:-\d+)?\.(?:damaged|rescued|rewritten)(?:-journal|-wal|-shm)?")


def _only(name: str) -> re.Pattern[str]:
    return re.compile(re.escape(name))


def _copy_pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(name)}(?:\.new|\.slip\.new)?(?:-journal)?")


def _matching(folder: Path, pattern: re.Pattern[str]) -> list[Path]:
    if folder.name == COPIES and is_link(folder):
        return []
    try:
        return sorted(file for file in folder.iterdir() if pattern.fullmatch(file.name) and file.is_file())
    except OSError:
        return []


def _deck_folders(folder: Path, pattern: str) -> list[Path]:
    """The folders of decks in a folder whose names match."""
    try:
        return sorted(
            found
            for found in folder.iterdir()
            if re.fullmatch(pattern, found.name)
            and is_deck_folder(found.name)
            and found.is_dir()
            and not is_link(found)
        )
    except OSError:
        return []


def _accidents(header: Header) -> Iterator[Path]:
    """What was kept of the accidents of the program in that session: recognised by the seed of its cards."""
    seed = re.compile(rf'"seed":{header.setup.seed}[,}}]')
    temporary = temporary_folder()
    for folder in (paths.traces_folder(), *([temporary / TRACES] if temporary is not None else [])):
        for file in _matching(folder, re.compile(r".+\.trace\.txt")):
            try:
                text = read_file(file, MAX_TRACE_BYTES).decode("utf-8", "replace")
            except OSError:
                continue
            if seed.search(text):
                yield file
