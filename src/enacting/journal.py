"""One session in one file: a header that says all it started from, then one row a decision, never rewritten.

Law: `append` returns only when the row is on disk; what was appended is read back exactly, or its damage is noticed.

The file is SQLite, the only one of our formats that promises this through a power cut. It is copied whole by copying
the one file once closed. While a `Journal` holds it, nobody else may even open it: on Linux and macOS, closing a second
handle on it in the same program would quietly give up the lock.
"""

import hashlib
import json
import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from enacting.engine.game import Setup
from enacting.move_text import UnreadableMove, setup_from_text, setup_to_text

SUFFIX: Final = ".session"
COPIES: Final = "copies"
DAMAGED: Final = "damaged"
FORMAT: Final = 1
APPLICATION: Final = 0x456E4374
"""`EnCt`, in the four bytes where `file` and SQLite look for who made a database."""

WAIT_SECONDS: Final = 0.3
"""How long to wait for another window that is only looking at the file, as `peek` does."""

MOST_BYTES: Final = 512 * 1024 * 1024
SLUG_LENGTH: Final = 60

TABLES: Final = {
    "header": "CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "picture": "CREATE TABLE picture (name TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT",
    "row": "CREATE TABLE row (sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, data TEXT NOT NULL,"
    " chain TEXT NOT NULL) STRICT",
}
DIGEST: Final = "digest"
"""The key of the header whose value is the digest of all the others."""

_INSERT_ROW: Final = "INSERT INTO row VALUES (?, ?, ?, ?)"


class Kind(StrEnum):
    """What a row says."""

    PLAYED = "played"
    UNDONE = "undone"
    REDONE = "redone"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """All that a session started from; with it, a session never depends on a box somebody edits afterwards."""

    title: str
    created: str
    language: str
    program: str
    box_id: str
    box_title: str
    box_digest: str
    files: Mapping[str, str]
    pictures: Mapping[str, bytes]
    setup: Setup


@dataclass(frozen=True, slots=True)
class Row:
    """One decision. Sequences count from 1, without a hole."""

    sequence: int
    kind: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a list of sessions shows; `moves` counts those in force, `changed` is in seconds since 1970."""

    path: Path
    title: str
    created: str
    language: str
    box_title: str
    players: tuple[str, ...]
    moves: int
    changed: float


class JournalError(Exception):
    """Something is wrong with a session's file; `word_key` and `fields` make the sentence to show."""

    word_key = ""

    def __init__(self, path: Path, **fields: object) -> None:
        super().__init__(f"{type(self).__name__}: {path} {fields or ''}".rstrip())
        self.path = path
        self.fields: Mapping[str, object] = {"file": path.name, "folder": path.parent, **fields}


class NoSuchSession(JournalError):
    """There is no file there."""

    word_key = "journal.no_such_session"


class NotASession(JournalError):
    """The file is something else, or its very beginning is damaged."""

    word_key = "journal.not_a_session"


class NewerFormat(JournalError):
    """The file was written by a newer program, in a format this one does not know."""

    word_key = "journal.newer_format"


class SessionInUse(JournalError):
    """Another window holds the session."""

    word_key = "journal.session_in_use"


class DamagedSession(JournalError):
    """The file is damaged; `salvage` gives its first `good_rows` rows, of `total` that could be counted."""

    def __init__(self, path: Path, good_rows: int, total: int) -> None:
        super().__init__(path, count=good_rows, total=total)
        self.word_key = "journal.damaged_session" if good_rows else "journal.lost_session"
        self.good_rows = good_rows
        self.total = total


class CannotWrite(JournalError):
    """The folder or the file cannot be written."""

    word_key = "journal.cannot_write"


class NotSaved(JournalError):
    """The last row is not on disk; the journal is as before, and appending may be tried again."""

    word_key = "journal.not_saved"


class DiskFull(NotSaved):
    """The last row is not on disk, for want of room."""

    word_key = "journal.disk_full"


class Journal:
    """A session's file, held open by this window alone."""

    def __init__(self, path: Path, connection: sqlite3.Connection, header: Header, digest: str) -> None:
        """For `create` and `open`."""
        self.path = path
        self.header = header
        self._connection = connection
        self._sequence, self._chain = _last_link(connection) or (0, digest)

    @classmethod
    def create(cls, path: Path, header: Header, rows: Sequence[Row] = ()) -> "Journal":
        """Make a new file, on disk when this returns, and hold it; `CannotWrite` when there is one already."""
        try:
            _make_folder(path.parent)
            path.open("xb").close()
        except OSError as error:
            raise CannotWrite(path, reason=_plain_reason(error)) from error
        try:
            return cls(path, *_new_database(path, header, rows))
        except (sqlite3.Error, OSError) as error:
            _forget(path)
            raise CannotWrite(path, reason=_plain_reason(error)) from error

    @classmethod
    def open(cls, path: Path) -> "Journal":
        """Hold an existing file, after checking every byte that matters; raises a `JournalError`."""
        connection = _connect(path)
        with _told(path, connection):
            _check_identity(path, connection)
            _hold(connection)
            header, digest = _checked_header(connection)
            _try_writing(connection)
            return cls(path, connection, header, digest)

    def append(self, kind: str, data: str) -> None:
        """Write a row; returns once it is on disk, or raises `NotSaved` and may be called again."""
        sequence, chain = self._sequence + 1, _link(self._chain, kind, data)
        try:
            with _transaction(self._connection):
                # A row that reached the disk although SQLite said it had not was never acknowledged: it gives way.
                self._connection.execute("DELETE FROM row WHERE sequence >= ?", (sequence,))
                self._connection.execute(_INSERT_ROW, (sequence, kind, data, chain))
        except sqlite3.Error as error:
            refused = DiskFull if _code(error) == sqlite3.SQLITE_FULL else NotSaved
            raise refused(self.path, reason=_plain_reason(error)) from error
        self._sequence, self._chain = sequence, chain

    def rows(self) -> tuple[Row, ...]:
        """Every row, in order."""
        found = self._connection.execute("SELECT sequence, kind, data FROM row ORDER BY sequence")
        return tuple(Row(*one) for one in found)

    def backup_to(self, path: Path) -> None:
        """Write a second copy, whole before it takes the place of the one before; raises `CannotWrite`."""
        fresh = path.with_name(f"{path.name}.new")
        try:
            _make_folder(path.parent)
            fresh.unlink(missing_ok=True)
            with closing(sqlite3.connect(fresh)) as copy:
                self._connection.backup(copy)
            fresh.replace(path)
            _flush_folder(path.parent)
        except (sqlite3.Error, OSError) as error:
            raise CannotWrite(path, reason=_plain_reason(error)) from error

    def close(self) -> None:
        """Let the file go; closing twice is harmless."""
        self._connection.close()


def peek(path: Path) -> Summary:
    """What a list of sessions shows, read without holding the file nor checking it; raises a `JournalError`."""
    with closing(_connect(path)) as connection, _told(path, connection):
        _check_identity(path, connection)
        with _transaction(connection, "BEGIN"):
            said = dict(connection.execute("SELECT key, value FROM header WHERE key <> 'files'"))
            counts = dict(connection.execute("SELECT kind, count(*) FROM row GROUP BY kind"))
        return Summary(
            path=path,
            title=said["title"],
            created=said["created"],
            language=said["language"],
            box_title=said["box_title"],
            players=tuple(one.name for one in setup_from_text(said["setup"]).players),
            moves=counts.get(Kind.PLAYED, 0) - counts.get(Kind.UNDONE, 0) + counts.get(Kind.REDONE, 0),
            changed=path.stat().st_mtime,
        )


def salvage(path: Path) -> tuple[Header, tuple[Row, ...]]:
    """The header, and the rows up to the first damage, from a session or its second copy, whichever has more.

    Raises `DamagedSession` when neither has a whole header, and what `Journal.open` raises for a file held elsewhere.
    """
    remains = [_remains(file) for file in (path, copy_of(path)) if file.is_file()]
    whole = next((one for one in remains if one.header), None)
    if whole is None or whole.header is None:
        raise DamagedSession(path, 0, max((one.total for one in remains), default=0))
    return whole.header, max((one.good(whole.digest) for one in remains), key=len)


def set_aside(path: Path) -> Path:
    """Rename a damaged file, so that nobody takes it for a session and nothing of it is lost; its new path."""
    aside = _free(path.with_name(f"{path.name}.{DAMAGED}"))
    try:
        path.rename(aside)
        sidecar = path.with_name(f"{path.name}-journal")
        if sidecar.exists():
            sidecar.rename(aside.with_name(f"{aside.name}-journal"))
    except OSError as error:
        raise CannotWrite(path, reason=_plain_reason(error)) from error
    return aside


def copy_of(path: Path) -> Path:
    """Where the second copy of that session is, or would be."""
    return path.parent / COPIES / path.name


def new_session_path(folder: Path, title: str, now: datetime) -> Path:
    """A file name that nobody has, readable by date: `2026-03-12-atelier-de-leo.session`."""
    letters = unicodedata.normalize("NFKD", title.casefold().replace("œ", "oe").replace("æ", "ae"))
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    slug = re.sub(r"[^a-z0-9]+", "-", bare)[:SLUG_LENGTH].strip("-")
    return _free(folder / f"{now:%Y-%m-%d}{'-' if slug else ''}{slug}{SUFFIX}")


def _free(path: Path) -> Path:
    """That path, or the same with a number when it, or its second copy, is taken."""
    number, free = 1, path
    while free.exists() or copy_of(free).exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


# Connections


def _connect(path: Path) -> sqlite3.Connection:
    """A connection to an existing file, wary of what is inside; `isolation_level` None leaves transactions to us."""
    try:
        if not path.is_file():
            raise NoSuchSession(path)
        connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
    except (sqlite3.Error, OSError) as error:
        raise CannotWrite(path, reason=_plain_reason(error)) from error
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _hold(connection: sqlite3.Connection) -> None:
    """Take the file for this window alone, and ask for every write to reach the disk."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA journal_mode = DELETE")
    with _transaction(connection, "BEGIN EXCLUSIVE"):
        pass


def _try_writing(connection: sqlite3.Connection) -> None:
    """Begin to write and give up: SQLite says only then that a file or its folder is protected."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {FORMAT}")
    finally:
        connection.execute("ROLLBACK")


def _new_database(path: Path, header: Header, rows: Sequence[Row]) -> tuple[sqlite3.Connection, Header, str]:
    said = _said(header)
    digest = _digest(said, header.pictures)
    connection = _connect(path)
    try:
        _hold(connection)
        with _transaction(connection):
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")
            for statement in TABLES.values():
                connection.execute(statement)
            connection.executemany("INSERT INTO header VALUES (?, ?)", {**said, DIGEST: digest}.items())
            connection.executemany("INSERT INTO picture VALUES (?, ?)", header.pictures.items())
            connection.executemany(_INSERT_ROW, _chained(digest, rows))
        _flush_folder(path.parent)
    except BaseException:
        connection.close()
        raise
    return connection, header, digest


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """All of it is on disk, or none of it happened."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _told(path: Path, connection: sqlite3.Connection) -> Iterator[None]:
    """What goes wrong on the way closes the connection, and becomes a `JournalError`."""
    try:
        yield
    except BaseException as error:
        connection.close()
        if isinstance(error, (*_UNREADABLE, OSError)):
            raise _error_for(path, error) from error
        raise


def _error_for(path: Path, error: Exception) -> JournalError:
    if isinstance(error, OSError):
        return CannotWrite(path, reason=_plain_reason(error))
    match _code(error):
        case code if code in _HELD:
            return SessionInUse(path)
        case sqlite3.SQLITE_NOTADB:
            return NotASession(path)
        case code if code in _UNWRITABLE:
            return CannotWrite(path, reason=_plain_reason(error))
        case _:
            return DamagedSession(path, *_counts(path))


def _code(error: Exception) -> int:
    """SQLite's own number for what went wrong."""
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)) & 0xFF


class _Damage(Exception):
    """The file is not as it was written."""


_UNREADABLE: Final = (sqlite3.Error, KeyError, ValueError, TypeError, AttributeError, UnreadableMove, _Damage)
"""All that reading a damaged file can raise; Python gives `UnicodeDecodeError` when SQLite quotes damaged bytes."""

_HELD: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_UNWRITABLE: Final = (
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
)


def _plain_reason(error: Exception) -> str:
    """What the system said, without paths."""
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _make_folder(folder: Path) -> None:
    """Make the folder and those above it, where they are missing, for good."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        _flush_folder(one.parent)


def _flush_folder(folder: Path) -> None:
    """Have the folder remember its new file through a power cut; Windows does so by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _forget(path: Path) -> None:
    """Remove the file whose creation failed."""
    for one in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            one.unlink(missing_ok=True)


# Checking


def _check_identity(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse what is not a session, or is one of a later format."""
    if _number(connection, "application_id") != APPLICATION:
        raise NotASession(path)
    if _number(connection, "user_version") > FORMAT:
        raise NewerFormat(path)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _checked_header(connection: sqlite3.Connection) -> tuple[Header, str]:
    """The header and its digest, once the whole file has been found sound."""
    sound = connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)] and _has_our_tables(connection)
    remains = _remains_in(connection)
    if not sound or remains.header is None or len(remains.good(remains.digest)) < remains.total:
        raise _Damage
    return remains.header, remains.digest


def _has_our_tables(connection: sqlite3.Connection) -> bool:
    """Whether the tables are ours to the letter, and no trigger or view came with them."""
    # No cursor in a variable: were its text unreadable, the error would keep it, and with it the file.
    return dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")) == TABLES


def _whole_header(connection: sqlite3.Connection) -> tuple[Header | None, str]:
    """The header as it was written, with its digest; None when anything in it has changed."""
    try:
        said = dict(connection.execute("SELECT key, value FROM header"))
        pictures = dict(connection.execute("SELECT name, data FROM picture"))
        digest = said.pop(DIGEST)
        return (_header_from(said, pictures) if digest == _digest(said, pictures) else None), digest
    except _UNREADABLE:
        return None, ""


def _header_from(said: Mapping[str, str], pictures: Mapping[str, bytes]) -> Header:
    return Header(
        title=said["title"],
        created=said["created"],
        language=said["language"],
        program=said["program"],
        box_id=said["box_id"],
        box_title=said["box_title"],
        box_digest=said["box_digest"],
        files=json.loads(said["files"]),
        pictures=pictures,
        setup=setup_from_text(said["setup"]),
    )


def _said(header: Header) -> dict[str, str]:
    """What the header table holds, but for the digest."""
    return {
        "title": header.title,
        "created": header.created,
        "language": header.language,
        "program": header.program,
        "box_id": header.box_id,
        "box_title": header.box_title,
        "box_digest": header.box_digest,
        "files": json.dumps(dict(header.files), ensure_ascii=False),
        "setup": setup_to_text(header.setup),
    }


def _digest(said: Mapping[str, str], pictures: Mapping[str, bytes]) -> str:
    """What the chain hangs from: it changes with anything in the header, pictures included."""
    digest = hashlib.sha256()
    for key, value in sorted(said.items()):
        digest.update(f"{key}={hashlib.sha256(value.encode()).hexdigest()}\n".encode())
    for name, picture in sorted(pictures.items()):
        digest.update(f"{name}={hashlib.sha256(picture).hexdigest()}\n".encode())
    return digest.hexdigest()


def _link(previous: str, kind: str, data: str) -> str:
    return hashlib.sha256(f"{previous}\n{kind}\n{data}".encode()).hexdigest()


def _chained(digest: str, rows: Iterable[Row]) -> Iterator[tuple[int, str, str, str]]:
    chain = digest
    for row in rows:
        chain = _link(chain, row.kind, row.data)
        yield row.sequence, row.kind, row.data, chain


def _last_link(connection: sqlite3.Connection) -> tuple[int, str] | None:
    last: tuple[int, str] | None = connection.execute(
        "SELECT sequence, chain FROM row ORDER BY sequence DESC LIMIT 1"
    ).fetchone()
    return last


# Damage


@dataclass(frozen=True, slots=True)
class _Remains:
    """What can still be read of a file: `rows` stop at the first that cannot, `total` counts them all."""

    header: Header | None
    digest: str
    rows: Sequence[tuple[int, str, str, str]]
    total: int

    def good(self, digest: str) -> tuple[Row, ...]:
        """The rows that hang from that digest, one after the other from 1, up to the first that does not."""
        good: list[Row] = []
        chain = digest
        for expected, (sequence, kind, data, written) in enumerate(self.rows, start=1):
            chain = _link(chain, kind, data)
            if (sequence, chain) != (expected, written):
                break
            good.append(Row(sequence, kind, data))
        return tuple(good)


def _remains(path: Path) -> _Remains:
    with closing(_connect(path)) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema")
        except _UNREADABLE as error:
            if _code(error) in _HELD:
                raise SessionInUse(path) from error
        return _remains_in(connection)


def _remains_in(connection: sqlite3.Connection) -> _Remains:
    rows: list[tuple[int, str, str, str]] = []
    with suppress(*_UNREADABLE):
        for row in connection.execute("SELECT sequence, kind, data, chain FROM row ORDER BY sequence"):
            rows.append(row)
    return _Remains(*_whole_header(connection), rows, _row_count(connection, least=len(rows)))


def _row_count(connection: sqlite3.Connection, least: int) -> int:
    with suppress(*_UNREADABLE):
        return max(least, int(connection.execute("SELECT count(*) FROM row").fetchone()[0]))
    return least + 1


def _counts(path: Path) -> tuple[int, int]:
    """How many rows of a damaged session are sure to be good, and how many it seems to have had."""
    with suppress(JournalError):
        good = len(salvage(path)[1])
        return good, max(good, _remains(path).total)
    return 0, 0
