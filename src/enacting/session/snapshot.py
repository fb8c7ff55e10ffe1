"""The content of a session's file at one moment, as a database in memory. Anybody may have written the file.

Law: looking never writes, never follows a name that the file gives, and ends. What a power cut left half written is
undone on the bytes; a file beside the session that is not its own journal is reported, not used. The database in memory
trusts nothing: it runs only plain questions about the tables of a session, and no more than `MAX_EFFORT` of work.
"""

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from enacting.session.rollback import is_hot, names_another, undo
from enacting.system.untrusted_files import NotOrdinary, TooLarge, read_beginning, read_file

MAX_BYTES: Final = 80 << 20
"""More than a session can have: 56 MB of pictures, 4 MB of cards, its rows."""
MAX_VALUE: Final = 16 << 20
"""More bytes than any one value has: a picture has 8 MB at the most."""
MAX_EFFORT: Final = 2000
"""How much SQLite may do for one file, in `_STEPS` of its own: about a second. A whole session takes a tenth of it."""
MAX_OBJECTS: Final = 16
"""Tables and indices in the schema of a file that is looked into at all: ours has five."""
WAIT_SECONDS: Final = 0.3
"""How long to wait for another program that is writing to the file, or only looking at it."""
LOOKS: Final = 20
"""How many times to read a file that another program is writing to, in `WAIT_SECONDS`."""

TABLES: Final = frozenset({"header", "picture", "row"})

JOURNAL: Final = "-journal"
OTHERS: Final = ("-wal", "-shm")
"""What SQLite would keep beside a database of a kind that ours never is, and would read if it were there."""

_MAGIC: Final = b"SQLite format 3\0"
_SMALLEST: Final = 512
"""Bytes of the smallest page, and so of the smallest database."""
_PAGE_SIZE: Final = slice(16, 18)
_READ_VERSIONS: Final = slice(18, 20)
_COUNTERS: Final = (slice(24, 28), slice(92, 100))
_ENCODING: Final = slice(56, 60)
_FIRST_PAGE: Final = 100
"""Where the first page says of what kind it is, after the header of the file."""
_LEAF: Final = 0x0D
_ENTRIES: Final = slice(103, 105)
_STEPS: Final = 10_000
_QUESTIONS: Final = frozenset({"application_id", "user_version", "integrity_check"})
_FUNCTIONS: Final = frozenset({"count", "length", "sum"})


class NotADatabase(Exception):
    """The file is something else."""


class Damage(Exception):
    """The file is not as it was written."""


class StrangeCompanion(Exception):
    """`file`, beside the session, has the name of a part of it, and is none."""

    def __init__(self, file: Path) -> None:
        super().__init__(file.name)
        self.file = file


class Changing(Exception):
    """Another program is writing to the file."""


@contextmanager
def snapshot(path: Path) -> Iterator[sqlite3.Connection]:
    """The content of a session's file, to be asked questions.

    Raises `NotADatabase`, `Damage`, `StrangeCompanion`, `Changing`, or the `OSError` of a file that cannot be read.
    """
    content = _content(path)
    _must_have_a_short_schema(content)
    content[_READ_VERSIONS] = b"\1\1"  # The way it was last written is of no matter to who only reads.
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(content)
        content.clear()
        distrust_content(connection)
        connection.execute("PRAGMA query_only = ON")
        connection.set_authorizer(_allow)
        connection.set_progress_handler(_Effort().is_spent, _STEPS)
        yield connection


def digest_of(connection: sqlite3.Connection) -> str:
    """What changes with anything in a database, but for the counters of its writes and the way they are made."""
    content, digest, start = memoryview(connection.serialize()), hashlib.sha256(), 0
    for place in (_READ_VERSIONS, *_COUNTERS):
        digest.update(content[start : place.start])
        start = place.stop
    digest.update(content[start:])
    return digest.hexdigest()


def is_held(path: Path, *, wait_seconds: float = WAIT_SECONDS) -> bool:
    """Whether another program still holds the file after so long.

    Only for what `snapshot` has read, for SQLite opens it to see its lock. Where it would write files beside it to do
    so, no program holds it: our sessions are never of that kind.
    """
    try:
        if read_beginning(path, _READ_VERSIONS.stop)[_READ_VERSIONS] != b"\1\1":
            return False
        with closing(
            sqlite3.connect(uri_of(path, "ro"), uri=True, timeout=wait_seconds, isolation_level=None)
        ) as asked:
            asked.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        return error_code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    except (OSError, ValueError):  # It has gone, or has a name that no file can have.
        pass
    return False


def uri_of(path: Path, mode: str) -> str:
    """How SQLite is asked for a file that is there, to be read (`ro`) or written (`rw`): it then creates none."""
    name = quote(os.fsencode(path.absolute().as_posix()))
    return f"file://{name if name.startswith('/') else f'/{name}'}?mode={mode}"


def error_code(error: Exception) -> int:
    """SQLite's own number for what went wrong; damage where it gave none."""
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)) & 0xFF


def distrust_content(connection: sqlite3.Connection) -> None:
    """Trust nothing that may come with a file."""
    for limit, maximum in _LIMITS.items():
        connection.setlimit(limit, maximum)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    configure = getattr(connection, "setconfig", None)  # Since Python 3.12.
    if configure is not None:
        configure(getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE"), True)  # noqa: B009


_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: MAX_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 10_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 20,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


# Reading


def _content(path: Path) -> bytearray:
    """The bytes of the file with what was half written undone, read again while another program writes to it."""
    for _ in range(LOOKS):
        before = state_of(path)
        journal = _journal_of(path)
        content = read_file(path, MAX_BYTES)
        if state_of(path) == before:
            break
        time.sleep(WAIT_SECONDS / LOOKS)
    else:
        raise Changing
    if is_hot(journal):
        try:
            undo(content, journal, MAX_BYTES)
        except ValueError as error:
            raise StrangeCompanion(beside(path, JOURNAL)) from error
    if not content.startswith(_MAGIC) or len(content) < _SMALLEST or not any(content[_PAGE_SIZE]):
        raise NotADatabase
    return content


def beside(path: Path, ending: str) -> Path:
    """The file with that ending beside a session."""
    return path.with_name(f"{path.name}{ending}")


def _journal_of(path: Path) -> bytearray:
    """What SQLite keeps beside the session while it writes to it; nothing most of the time."""
    for ending in OTHERS:
        if os.path.lexists(beside(path, ending)):
            raise StrangeCompanion(beside(path, ending))
    journal = beside(path, JOURNAL)
    try:
        if os.lstat(journal).st_nlink > 1:
            raise StrangeCompanion(journal)
        content = read_file(journal, MAX_BYTES)
    except FileNotFoundError:
        return bytearray()
    except (NotOrdinary, TooLarge, IsADirectoryError) as error:
        raise StrangeCompanion(journal) from error
    if names_another(content):
        raise StrangeCompanion(journal)
    return content


State = tuple[tuple[int, ...], ...]
"""A session's file and its journal as they are: another one as soon as either is."""


def state_of(path: Path) -> State:
    """What differs as soon as the file or its journal has been written to."""
    return tuple(map(_stamp, (path, beside(path, JOURNAL))))


def _stamp(file: Path) -> tuple[int, ...]:
    """Empty where there is nothing to look at: reading it says why."""
    try:
        there = os.lstat(file)
    except OSError:
        return ()
    return there.st_dev, there.st_ino, there.st_size, there.st_mtime_ns, there.st_ctime_ns


def _must_have_a_short_schema(content: bytearray) -> None:
    """`Damage` unless all tables are listed on the first page, and few: SQLite reads their whole list before all else.

    https://www.sqlite.org/fileformat2.html, "B-tree Pages".
    """
    if content[_FIRST_PAGE] != _LEAF or int.from_bytes(content[_ENTRIES], "big") > MAX_OBJECTS:
        raise Damage
    if int.from_bytes(content[_ENCODING], "big") != 1:
        raise Damage


class _Effort:
    """Counts what SQLite does."""

    def __init__(self) -> None:
        self._left = MAX_EFFORT

    def is_spent(self) -> int:
        """1 once it has done too much."""
        self._left -= 1
        return int(self._left < 0)


def _allow(action: int, first: str | None, second: str | None, database: str | None, view: str | None) -> int:
    """Plain questions about the tables of a session, and about the list of tables; nothing from inside a view."""
    match action:
        case sqlite3.SQLITE_SELECT | sqlite3.SQLITE_TRANSACTION:
            allowed = view is None
        case sqlite3.SQLITE_READ:
            allowed = view is None and first in (*TABLES, "sqlite_master", "sqlite_schema")
        case sqlite3.SQLITE_FUNCTION:
            allowed = view is None and second in _FUNCTIONS
        case sqlite3.SQLITE_PRAGMA:
            allowed = first in _QUESTIONS
        case _:
            allowed = False
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
