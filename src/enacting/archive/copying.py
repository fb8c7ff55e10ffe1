"""Sessions made from sessions: renamed, copied from one of their moments, exported to one file and imported.

Law: whatever is read is checked to its last row before anything is written; what is written is whole, on disk, before
anything it takes the place of is gone; the session copied or put in a capsule is left as it is.

A capsule is a session's own file, rewritten: all it started from, box included, and every decision. It needs nothing
else, and nothing sets it apart: any session can be imported. What people wrote in it loses the letters that
nobody sees, as what is typed does; it is played again as it will be kept before it is.
"""

import json
import os
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from enacting.archive.session_files import FileKind, files_of
from enacting.box.fonts import fit_font, fit_licence, is_font_name, is_licence_name
from enacting.box.pictures import fit_picture
from enacting.box.problems import Problem
from enacting.language.characters import cleaned
from enacting.session.journal import (
    DAMAGED,
    TITLE_LENGTH,
    CannotWrite,
    Header,
    Journal,
    Kind,
    ReadOnlyJournal,
    Row,
    copy_of,
    file_name,
    free_path,
    look,
    new_session_path,
)
from enacting.session.metadata import USUAL_DAYS, Metadata, metadata_of, note_capsule, read_metadata, write_metadata
from enacting.session.move_text import move_to_text, setup_from_text, setup_to_text
from enacting.session.session import Session

REWRITTEN: Final = "rewritten"

Change = Callable[[Header, tuple[Row, ...]], tuple[Header, Sequence[Row]]]
Replacing = Callable[[Path, Path, Sequence[Path]], AbstractContextManager[object]]
"""Called with the rewritten session, the file whose place it takes, and those that go then; entered while it does."""


def rename_session(path: Path, title: str) -> Path:
    """Give the session another title, and its file the name that goes with it; where it is now.

    A damaged file kept aside is kept, under a name that goes with it too. `JournalError` has changed nothing.
    """
    plain = plain_title(title)
    asides = [
        session_file.file
        for session_file in files_of(path)
        if session_file.what is FileKind.ASIDE and f".{DAMAGED}" in session_file.file.name
    ]
    renamed = rewrite_session(
        path, lambda header, rows: (replace(header, title=plain or header.title), rows), keep=asides
    )
    for session_file in asides if renamed != path else ():
        beside = renamed.with_name(f"{renamed.name}{session_file.name.removeprefix(path.name)}")
        if not beside.exists():
            with suppress(OSError):
                session_file.rename(beside)
    return renamed


def plain_title(title: str) -> str:
    """A title on one line, without invisible characters, of `TITLE_LENGTH` characters at most."""
    one_line = " ".join(cleaned(title).split())
    return one_line if len(one_line) <= TITLE_LENGTH else f"{one_line[: TITLE_LENGTH - 1].rstrip()}…"


def rewrite_session(
    path: Path,
    change: Change,
    keep: Collection[Path] = (),
    around_replacing: Replacing = lambda fresh, target, old: nullcontext(),
) -> Path:
    """Put what `change` makes of a session in its place, and nothing is left of the one before; where it is now.

    Its second copy is rewritten, and the damaged files set aside go but those in `keep`; the file keeps the time it
    was last played. `JournalError` has changed nothing.
    """
    played = path.stat() if path.is_file() else None
    with closing(Journal.open(path)) as journal:
        written = journal.header
        header, rows = change(written, journal.rows())
    target = path if header.title == written.title else _path_for(path, header)
    fresh = free_path(path.with_name(f"{path.name}.{REWRITTEN}"))
    metadata = read_metadata(path)
    old = [
        session_file.file
        for session_file in files_of(path)
        if session_file.file not in (target, metadata_of(target), *keep)
    ]
    Journal.create(fresh, header, rows).close()
    try:
        with around_replacing(fresh, target, old):
            fresh.replace(target)
        _write_metadata(target, metadata)
        for file in old:
            file.unlink(missing_ok=True)
    except (OSError, CannotWrite) as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        if isinstance(error, CannotWrite):
            raise
        raise CannotWrite(path, reason=error.strerror or "") from error
    with closing(Journal.open(target)) as journal, suppress(CannotWrite):
        journal.backup_to(copy_of(target))
    if played is not None:
        with suppress(OSError):
            os.utime(target, ns=(played.st_atime_ns, played.st_mtime_ns))
    return target


def copy_from(session: Session, count: int, folder: Path, title: str, now: datetime) -> Path:
    """A new session that begins with the first `count` moves of that one, taken back ones after those in force.

    It is kept as long as the other. `CannotWrite` has made nothing.
    """
    entries = (*session.in_force(), *session.taken_back())[:count]
    rows = [Row(number, Kind.PLAYED, move_to_text(entry.played)) for number, entry in enumerate(entries, start=1)]
    header = replace(session.header, title=title, created=now.isoformat(timespec="seconds"), language=session.language)
    path = new_session_path(folder, title, now)
    with closing(Journal.create(path, header, rows)) as journal, suppress(CannotWrite):
        journal.backup_to(copy_of(path))
    _write_metadata(path, Metadata(days=read_metadata(session.path).days, opened=now.date().isoformat()))
    return path


def export_session(path: Path, folder: Path) -> Path:
    """Write the whole session as one file in that folder, and say where; another window may hold it meanwhile."""
    seen = look(path)
    capsule = free_path(folder / path.name)
    note_capsule(path, capsule)
    Journal.create(capsule, with_plain_pictures(seen.header), seen.rows(), for_others=True).close()
    return capsule


def import_session(capsule: Path, folder: Path, now: datetime, days: int = USUAL_DAYS) -> Path:
    """Take a session in from a capsule, once all of it has been checked and played again; where it is now.

    It is kept for so many days. `JournalError` has taken nothing in. The capsule stays as it is.
    """
    seen = look(capsule)
    header = _cleaned_header(seen.header)
    rows = tuple(replace(row, data=_cleaned_data(row)) for row in seen.rows())
    Session.replayed(ReadOnlyJournal(capsule, header, rows))
    path = new_session_path(folder, header.title, _day_of(header, now))
    with closing(Journal.create(path, header, rows)) as journal, suppress(CannotWrite):
        journal.backup_to(copy_of(path))
    _write_metadata(path, Metadata(days=days, opened=now.date().isoformat()))
    return path


def with_plain_pictures(header: Header) -> Header:
    """The header with nothing in its pictures that is not drawn: earlier versions kept whatever a camera had said.

    One that is no longer drawn stays without any content, so that its card is still whole; so does a font.
    """
    return replace(header, pictures={name: _plain(name, content) for name, content in header.pictures.items()})


def _plain(name: str, content: bytes) -> bytes:
    if is_licence_name(name):
        return fit_licence(content) or b""
    fit = fit_font(name, content) if is_font_name(name) else fit_picture(name, content)
    return b"" if isinstance(fit, Problem) else fit.content


def _cleaned_header(header: Header) -> Header:
    header = with_plain_pictures(header)
    setup = setup_from_text(_cleaned_text(setup_to_text(header.setup)))
    box_title, program = plain_title(header.box_title), plain_title(header.program)
    title = plain_title(header.title) or box_title
    return replace(header, title=title, box_title=box_title, program=program, setup=setup)


def _cleaned_data(row: Row) -> str:
    return _cleaned_text(row.data) if row.kind == Kind.PLAYED else row.data


def _cleaned_text(written: str) -> str:
    """A move or a set-up with every text in it cleaned; one that cannot be read is for others to refuse."""
    try:
        value = json.loads(written)
    except (ValueError, RecursionError):
        return written
    plain = _cleaned(value)
    return written if plain == value else json.dumps(plain, ensure_ascii=False)


def _cleaned(value: object) -> object:
    match value:
        case str():
            return cleaned(value)
        case list():
            return [_cleaned(item) for item in value]
        case dict():
            return {key: _cleaned(item) for key, item in value.items()}
        case _:
            return value


def _path_for(path: Path, header: Header) -> Path:
    """Where the session of that title can be; where it is when its file has that name already."""
    usual = path.with_name(file_name(header.title, _day_of(header, datetime.fromtimestamp(path.stat().st_mtime))))
    return path if path == usual else free_path(usual)


def _day_of(header: Header, otherwise: datetime) -> datetime:
    try:
        return datetime.fromisoformat(header.created)
    except ValueError:
        return otherwise


def _write_metadata(path: Path, metadata: Metadata) -> None:
    with suppress(OSError):
        write_metadata(path, metadata)
