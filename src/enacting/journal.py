"""One session in one file: a header that says all it started from, then one row a decision, never rewritten.

Law: `append` returns only when the row is on disk; what was appended is read back exactly, or its damage is noticed.

The file is SQLite, the only one of our formats that promises this through a power cut. It is copied whole by copying
the one file once closed. While a `Journal` holds it, nobody else in this program may even open it: on Linux and macOS,
closing a second handle on it would quietly give up the lock. Another program may read it, as `look` does.
"""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import time
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
from enacting.private import make_private_folder, new_private_file

SUFFIX: Final = ".session"
COPIES: Final = "copies"
DAMAGED: Final = "damaged"
RESCUED: Final = "rescued"
FORMAT: Final = 1
APPLICATION: Final = 0x456E4374
"""`EnCt`, in the four bytes where `file` and SQLite look for who made a database."""

WAIT_SECONDS: Final = 0.3
"""How long to wait for another window that is only looking at the file, as `peek` does."""

LOOKS: Final = 20
"""How many times `look` reads a file that another window may be writing, `WAIT_SECONDS` in all."""

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

_held_here: Final[dict[Path, "Journal"]] = {}
"""The files that this program holds: what must not be opened a second time."""


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
    """What a list of sessions shows; `moves` counts those in force, `changed` is in seconds since 1970.

    `trouble` is the key of the sentence that says why the file cannot be read, "" when it can.
    """

    path: Path
    title: str
    created: str
    language: str
    box_title: str
    players: tuple[str, ...]
    moves: int
    changed: float
    trouble: str = ""


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
    """The file is damaged; `salvage` gives its first `good_rows` rows, of `total` that could be counted.

    `own_rows` of them are in the file itself: where they are fewer, the second copy has the others. It is None when
    there is not even a header left, and nothing can be had again.
    """

    def __init__(self, path: Path, good_rows: int, total: int, own_rows: int | None = None) -> None:
        super().__init__(path, count=good_rows, total=total, own=own_rows)
        self.good_rows = good_rows
        self.total = total
        self.own_rows = own_rows
        if own_rows is None:
            self.word_key = "journal.lost_session"
        elif self.from_copy:
            self.word_key = "journal.damaged_but_copied"
        else:
            self.word_key = "journal.damaged_session" if good_rows else "journal.damaged_at_once"

    @property
    def from_copy(self) -> bool:
        """Whether the second copy has more than the file."""
        return self.own_rows is not None and self.own_rows < self.good_rows


class CannotWrite(JournalError):
    """The folder or the file cannot be written."""

    word_key = "journal.cannot_write"


class NotSaved(JournalError):
    """The last row is not on disk; the journal is as before, and appending may be tried again."""

    word_key = "journal.not_saved"

    def __init__(self, path: Path, **fields: object) -> None:
        super().__init__(path, count=1, **fields)


class DiskFull(NotSaved):
    """The last row is not on disk, for want of room."""

    word_key = "journal.disk_full"


class FileGone(NotSaved):
    """The last row is not where it would be looked for: the file was moved or removed, or the stick pulled out."""

    word_key = "journal.file_gone"


class OnlyLookedAt(JournalError):
    """The session was opened to be looked at: nothing can be written."""

    word_key = "journal.only_looked_at"


class Journal:
    """A session's file, held open by this window alone."""

    read_only = False
    """Whether it only shows what was there when it was read."""

    def __init__(self, path: Path, connection: sqlite3.Connection, header: Header, digest: str) -> None:
        """For `create` and `open`."""
        self.path = path
        self.header = header
        self._connection = connection
        self._sequence, self._chain = _last_link(connection) or (0, digest)
        self._file = path.stat()
        self._held = path.resolve()
        _held_here[self._held] = self

    @classmethod
    def create(cls, path: Path, header: Header, rows: Sequence[Row] = (), *, for_others: bool = False) -> "Journal":
        """Make a new file, on disk when this returns, and hold it; `CannotWrite` when there is one already.

        Nobody else on this computer may read it, unless it is `for_others`.
        """
        try:
            _make_folder(path.parent, private=not for_others)
            if for_others:
                path.open("xb").close()
            else:
                os.close(new_private_file(path))
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
            self._must_be_in_place()
            refused = DiskFull if _code(error) == sqlite3.SQLITE_FULL else NotSaved
            raise refused(self.path, reason=_plain_reason(error)) from error
        self._must_be_in_place()
        self._sequence, self._chain = sequence, chain

    def _must_be_in_place(self) -> None:
        """`FileGone` when the file written to is not, or no longer, the one that would be found at its path.

        A file that was removed can be written to as long as it is held: all goes well, and nothing is kept.
        """
        try:
            same = os.path.samestat(self.path.stat(), self._file)
        except OSError as error:
            raise FileGone(self.path) from error
        if not same:
            raise FileGone(self.path)

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
            os.close(new_private_file(fresh))
            with closing(sqlite3.connect(fresh)) as copy:
                self._connection.backup(copy)
            fresh.replace(path)
            flush_folder(path.parent)
        except (sqlite3.Error, OSError) as error:
            raise CannotWrite(path, reason=_plain_reason(error)) from error

    def close(self) -> None:
        """Let the file go; closing twice is harmless."""
        self._connection.close()
        if _held_here.get(self._held) is self:
            del _held_here[self._held]


class Glimpse(Journal):
    """What a session's file held when it was read; nothing is held, and nothing can be written."""

    read_only = True

    def __init__(self, path: Path, header: Header, rows: Sequence[Row]) -> None:
        """For `look`."""
        self.path = path
        self.header = header
        self._rows = tuple(rows)

    def append(self, kind: str, data: str) -> None:
        """Refuse."""
        raise OnlyLookedAt(self.path)

    def rows(self) -> tuple[Row, ...]:
        """Every row there was, in order."""
        return self._rows

    def backup_to(self, path: Path) -> None:
        """Write no second copy."""

    def close(self) -> None:
        """Nothing is held."""


def look(path: Path) -> Glimpse:
    """A session as it is now, even while another program holds it; checked, and read without touching the file.

    What the other program is writing meanwhile may be half there: it is then read again.
    """
    if path.resolve() in _held_here:
        raise SessionInUse(path)
    for left in range(LOOKS - 1, -1, -1):
        try:
            return _glimpse(path)
        except DamagedSession:
            if not left:
                raise
            time.sleep(WAIT_SECONDS / LOOKS)
    raise AssertionError("the last look returns or raises")


def _glimpse(path: Path) -> Glimpse:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        try:
            if not path.is_file():
                raise NoSuchSession(path)
            if not 0 < path.stat().st_size <= MOST_BYTES:
                raise NotASession(path)
            connection.deserialize(path.read_bytes())
            _be_wary(connection)
            _check_identity(path, connection)
            header, _ = _checked_header(connection)
            found = connection.execute("SELECT sequence, kind, data FROM row ORDER BY sequence")
            return Glimpse(path, header, tuple(Row(*one) for one in found))
        except OSError as error:
            raise CannotWrite(path, reason=_plain_reason(error)) from error
        except _UNREADABLE as error:
            if _code(error) == sqlite3.SQLITE_NOTADB:
                raise NotASession(path) from error
            raise DamagedSession(path, 0, 0) from error


def peek(path: Path) -> Summary:
    """What a list of sessions shows, read without holding the file nor checking it; raises a `JournalError`."""
    with closing(_connect(path)) as connection, _told(path, connection):
        _check_identity(path, connection)
        with _transaction(connection, "BEGIN"):
            said = dict(connection.execute("SELECT key, value FROM header WHERE key <> 'files'"))
            kinds = [kind for (kind,) in connection.execute("SELECT kind FROM row")]
        return _summary(path, said, setup_from_text(said["setup"]), kinds)


def summary(path: Path) -> Summary:
    """What a list shows of any file that may be a session: held by another program, damaged or not one at all."""
    try:
        return peek(path)
    except SessionInUse:
        with suppress(JournalError):
            seen = look(path)
            return _summary(path, _said(seen.header), seen.header.setup, [row.kind for row in seen.rows()])
        trouble = SessionInUse.word_key
    except JournalError as error:
        trouble = error.word_key
    changed = 0.0
    with suppress(OSError):
        changed = path.stat().st_mtime
    return Summary(
        path=path,
        title=path.stem,
        created="",
        language="",
        box_title="",
        players=(),
        moves=0,
        changed=changed,
        trouble=trouble,
    )


def _summary(path: Path, said: Mapping[str, str], setup: Setup, kinds: Sequence[str]) -> Summary:
    return Summary(
        path=path,
        title=said["title"],
        created=said["created"],
        language=said["language"],
        box_title=said["box_title"],
        players=tuple(one.name for one in setup.players),
        moves=kinds.count(Kind.PLAYED) - kinds.count(Kind.UNDONE) + kinds.count(Kind.REDONE),
        changed=path.stat().st_mtime,
    )


def salvage(path: Path) -> tuple[Header, tuple[Row, ...]]:
    """The header, and the rows up to the first damage, from a session or its second copy, whichever has more.

    Raises `DamagedSession` when neither has a whole header, and what `Journal.open` raises for a file held elsewhere.
    """
    header, own, copied = _salvaged(path)
    return header, max(own, copied, key=len)


def _salvaged(path: Path) -> tuple[Header, tuple[Row, ...], tuple[Row, ...]]:
    """The header, the good rows of the file itself, and those of its second copy."""
    own, copied = (_remains(file) if file.is_file() else _NOTHING for file in (path, copy_of(path)))
    whole = own if own.header else copied
    if whole.header is None:
        raise DamagedSession(path, 0, max(own.total, copied.total))
    return whole.header, own.good(whole.digest), copied.good(whole.digest)


def rescue(path: Path) -> Path:
    """Put what can be had again of a damaged session in its place, and keep the damaged file; where that one is now.

    `CannotWrite` has changed nothing. At no moment is there no file in that place.
    """
    header, rows = salvage(path)
    fresh = free_path(path.with_name(f"{path.name}.{RESCUED}"))
    Journal.create(fresh, header, rows).close()
    try:
        aside = set_aside(path)
        _sidecar(path).unlink(missing_ok=True)
        fresh.replace(path)
        flush_folder(path.parent)
    except CannotWrite:
        _forget(fresh)
        raise
    except OSError as error:
        _forget(fresh)
        raise CannotWrite(path, reason=_plain_reason(error)) from error
    return aside


def set_aside(path: Path) -> Path:
    """Give a damaged file a second name that nobody takes for a session, or a copy of that name; its path."""
    aside = free_path(path.with_name(f"{path.name}.{DAMAGED}"))
    sidecar = _sidecar(path)
    try:
        if path.exists():
            _second_name(path, aside)
        if sidecar.exists():
            _second_name(sidecar, _sidecar(aside))
    except OSError as error:
        raise CannotWrite(path, reason=_plain_reason(error)) from error
    return aside


def _second_name(path: Path, other: Path) -> None:
    try:
        other.hardlink_to(path)
    except OSError:  # Not every disk knows second names.
        shutil.copy2(path, other)


def _sidecar(path: Path) -> Path:
    """Where SQLite keeps what a write that was cut short must be undone with."""
    return path.with_name(f"{path.name}-journal")


def copy_of(path: Path) -> Path:
    """Where the second copy of that session is, or would be."""
    return path.parent / COPIES / path.name


def new_session_path(folder: Path, title: str, now: datetime) -> Path:
    """Where a new session of that title can be: a file that nobody has."""
    return free_path(folder / file_name(title, now))


def file_name(title: str, now: datetime) -> str:
    """A file name readable by date: `2026-03-12-atelier-de-leo.session`."""
    letters = unicodedata.normalize("NFKD", title.casefold().replace("œ", "oe").replace("æ", "ae"))
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    slug = re.sub(r"[^a-z0-9]+", "-", bare)[:SLUG_LENGTH].strip("-")
    return f"{now:%Y-%m-%d}{'-' if slug else ''}{slug}{SUFFIX}"


def free_path(path: Path) -> Path:
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
    _be_wary(connection)
    return connection


def _be_wary(connection: sqlite3.Connection) -> None:
    """Trust nothing that may come with a file."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")


def _hold(connection: sqlite3.Connection) -> None:
    """Take the file for this window alone, and ask for every write to reach the disk."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA secure_delete = ON")  # The usual setting differs from one system to the next.
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA journal_mode = DELETE")
    with _transaction(connection, "BEGIN EXCLUSIVE"):
        pass


def _try_writing(connection: sqlite3.Connection) -> None:
    """Begin to write and give up: SQLite says only then that a file or its folder is protected."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
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
        flush_folder(path.parent)
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
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_IOERR_READ:  # A bad block, or nothing can be read.
        counts = _counts(path)
        return DamagedSession(path, *counts) if counts[0] else CannotWrite(path, reason=_plain_reason(error))
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


def _make_folder(folder: Path, *, private: bool = True) -> None:
    """Make the folder and those above it, where they are missing, for good; a private one is closed to others."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    if private:
        make_private_folder(folder)
    else:
        folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        flush_folder(one.parent)


def flush_folder(folder: Path) -> None:
    """Have the folder remember its new file through a power cut; Windows does so by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _forget(path: Path) -> None:
    """Remove the file whose creation failed."""
    for one in (path, _sidecar(path)):
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


_NOTHING: Final = _Remains(None, "", (), 0)


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


def _counts(path: Path) -> tuple[int, int, int | None]:
    """How many rows of a damaged session can be had, how many it seems to have had, how many are in the file itself."""
    with suppress(JournalError):
        _, own, copied = _salvaged(path)
        good = max(len(own), len(copied))
        return good, max(good, _remains(path).total), len(own)
    return 0, 0, None
