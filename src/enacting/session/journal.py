"""One session in one file: a header that says all it started from, then one row for each decision, never rewritten.

Law: `append` returns only when the row is on disk; what was appended is read back exactly, or its damage is noticed.

The file is SQLite, the only one of our formats that promises this through a power cut. It is copied whole by copying
the one file once closed. While a `Journal` holds it, no other code of this program may even open it: on Linux and
macOS, closing a second handle on it would quietly give up the lock. Another program may read it, as `look` does.

Anybody may have written a file that has the name of a session. It is read from its bytes (`session.snapshot`), whether
to list, look, import or erase it; only what was found sound there, and is the same once it is held, is played on.
"""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, TypeVar

from enacting.engine.game import Setup, Written
from enacting.language.characters import cleaned, printable
from enacting.language.plain_letters import slug
from enacting.session.move_text import MAX_CHARACTERS, UnreadableMove, setup_from_text, setup_to_text
from enacting.session.snapshot import (
    JOURNAL,
    LOOKS,
    OTHERS,
    WAIT_SECONDS,
    Changing,
    Damage,
    NotADatabase,
    StrangeCompanion,
    beside,
    digest_of,
    distrust_content,
    error_code,
    is_held,
    snapshot,
    uri_of,
)
from enacting.system.private_files import make_private_folder, new_private_file
from enacting.system.untrusted_files import NotOrdinary, TooLarge, is_link, is_own_folder, is_shared_folder
from enacting.system.whole_files import flush_folder, replace_durably

SUFFIX: Final = ".session"
COPIES: Final = "copies"
DAMAGED: Final = "damaged"
RESCUED: Final = "rescued"
FORMAT: Final = 1
APPLICATION: Final = 0x456E4374
"""`EnCt`, in the four bytes where `file` and SQLite look for who made a database."""

MAX_ROWS: Final = 10_000
"""More decisions than a table takes in a day, one every four seconds."""
MAX_ROW_CHARACTERS: Final = 32_000_000
MAX_PICTURES: Final = 1000
MAX_NAME: Final = 1000
"""How many characters a title, the name of a picture and the like may have in a file; the window allows far fewer."""
MAX_FILES: Final = 60
"""Files of a box in a session; a box has 40 at the most."""
MAX_FILES_CHARACTERS: Final = 9_000_000
"""The cards of a box, 4 MB at the most, as JSON."""
LATEST_YEAR: Final = 9000
HOLDS: Final = 3
"""How many times to read a file again that was written to just before it was held."""

SLUG_LENGTH: Final = 60

TABLES: Final = {
    "header": "CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "picture": "CREATE TABLE picture (name TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT",
    "row": "CREATE TABLE row (sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, data TEXT NOT NULL,"
    " chain TEXT NOT NULL) STRICT",
}
DIGEST: Final = "digest"
"""The key of the header whose value is the digest of all the others."""

_CREATED: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:[+-]\d\d:\d\d)?", re.ASCII)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_JSON: Final = json.JSONDecoder()

_INSERT_ROW: Final = "INSERT INTO row VALUES (?, ?, ?, ?)"

_held_here: Final[dict[Path, "Journal"]] = {}
"""The files that this program holds: what must not be opened a second time."""


TITLE_LENGTH: Final = 80
"""How many characters the title of a session may have: more than in a set-up, for what is added to those of copies."""

SessionTitle = Annotated[str, Written(TITLE_LENGTH)]


class Kind(StrEnum):
    """What a row says."""

    PLAYED = "played"
    UNDONE = "undone"
    REDONE = "redone"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """All that a session started from; with it, a session never depends on a box somebody edits afterwards."""

    title: SessionTitle
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
    """One decision. Sequences count from 1, without a gap."""

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
        self.fields: Mapping[str, object] = {"file": printable(path.name), "folder": path.parent, **fields}


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


class NotAFile(JournalError):
    """A link, a pipe or the like has the name of a session; it was not opened."""

    word_key = "journal.not_a_file"


class CannotWrite(JournalError):
    """The folder or the file cannot be written."""

    word_key = "journal.cannot_write"


class CannotRead(CannotWrite):
    """The file is there and may not, or cannot, be read; let alone written."""

    word_key = "journal.cannot_read"


class StrangeJournal(CannotWrite):
    """`companion`, beside the session, has the name of what SQLite keeps there, and is not that of this session."""

    word_key = "journal.strange_journal"

    def __init__(self, path: Path, companion: Path) -> None:
        super().__init__(path, companion=printable(companion.name))
        self.companion = companion


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
        _must_be_readable(path, header)
        try:
            _make_folder(path.parent, private=not for_others)
            if for_others:
                path.open("xb").close()
            else:
                os.close(new_private_file(path))
        except OSError as error:
            raise CannotWrite(path, reason=_plain_reason(error)) from error
        try:
            for ending in (JOURNAL, *OTHERS):  # The name is new: what lies beside it belongs to nothing.
                beside(path, ending).unlink(missing_ok=True)
            return cls(path, *_new_database(path, header, rows))
        except CannotWrite:
            _forget(path)
            raise
        except (sqlite3.Error, OSError) as error:
            _forget(path)
            raise CannotWrite(path, reason=_plain_reason(error)) from error

    @classmethod
    def open(cls, path: Path) -> "Journal":
        """Hold an existing file, after checking every byte that matters; raises a `JournalError`."""
        for _ in range(HOLDS):
            header, digest, content = _checked(path)
            connection = _connect(path)
            with _translating_errors(path, connection):
                _settle(connection)
                _hold(connection)
                if digest_of(connection) == content:
                    _remove_old_journal(path)
                    _try_writing(connection)
                    return cls(path, connection, header, digest)
            connection.close()
        raise SessionInUse(path)

    def append(self, kind: str, data: str) -> None:
        """Write a row; returns once it is on disk, or raises `NotSaved` and may be called again."""
        sequence, chain = self._sequence + 1, _link(self._chain, kind, data)
        if sequence > MAX_ROWS or len(data) > MAX_CHARACTERS:
            raise NotSaved(self.path, reason="too long to be read again")
        try:
            with _transaction(self._connection):
                # A row that reached the disk although SQLite said it had not was never acknowledged: it gives way.
                self._connection.execute("DELETE FROM row WHERE sequence >= ?", (sequence,))
                self._connection.execute(_INSERT_ROW, (sequence, kind, data, chain))
        except sqlite3.Error as error:
            self._must_be_in_place()
            refused = DiskFull if error_code(error) == sqlite3.SQLITE_FULL else NotSaved
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
        return tuple(Row(*row) for row in found)

    def backup_to(self, path: Path) -> None:
        """Write a second copy, whole before it takes the place of the one before; raises `CannotWrite`."""
        fresh = path.with_name(f"{path.name}.new")
        try:
            if path == copy_of(self.path):
                must_stay_beside(self.path)
            _make_folder(path.parent)
            for file in (fresh, *(beside(fresh, ending) for ending in (JOURNAL, *OTHERS))):
                file.unlink(missing_ok=True)
            os.close(new_private_file(fresh))
            with closing(_connect(fresh)) as copy:
                self._connection.backup(copy)
            replace_durably(fresh, path)
        except (sqlite3.Error, OSError) as error:
            raise CannotWrite(path, reason=_plain_reason(error)) from error

    def close(self) -> None:
        """Let the file go; closing twice is harmless."""
        self._connection.close()
        if _held_here.get(self._held) is self:
            del _held_here[self._held]


def _checked(path: Path) -> tuple[Header, str, str]:
    """The header of a sound session, its digest, and that of the whole content of the file."""

    def seen(connection: sqlite3.Connection) -> tuple[Header, str, str]:
        header, digest, _ = _sound(path, connection)
        return header, digest, digest_of(connection)

    return _read(path, seen)


class ReadOnlyJournal(Journal):
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


def look(path: Path) -> ReadOnlyJournal:
    """A session as it is now, even while another program holds it; checked, and read without touching the file."""

    def seen(connection: sqlite3.Connection) -> ReadOnlyJournal:
        header, _, rows = _sound(path, connection)
        return ReadOnlyJournal(path, header, rows)

    return _read(path, seen)


def is_in_use(path: Path) -> bool:
    """Whether a window holds the session of that file, this one or that of another program; what is none is free."""
    try:
        return _read(path, lambda connection: is_held(path))
    except SessionInUse:
        return True
    except JournalError:
        return False


def peek(path: Path) -> Summary:
    """What a list of sessions shows, read without holding the file; raises a `JournalError`.

    The facts that are shown are checked, not the sums of all the rest: a list is read often, and shows what it can.
    """

    def seen(connection: sqlite3.Connection) -> Summary:
        _check_identity(path, connection)
        _must_have_our_tables(connection)
        texts = _header_texts_in(connection)
        kinds = (link.row.kind for link in _links_in(connection))
        return _summary(path, texts, _facts(texts), kinds)

    return _read(path, seen)


def summary(path: Path) -> Summary:
    """What a list shows of any file that may be a session: held by another program, damaged or not one at all.

    It never raises: what is wrong with a file stays with that file.
    """
    try:
        return peek(path)
    except JournalError as error:
        trouble = error.word_key
    return Summary(
        path=path,
        title=printable(path.stem),
        created="",
        language="",
        box_title="",
        players=(),
        moves=0,
        changed=_changed(path),
        trouble=trouble,
    )


def _summary(path: Path, texts: Mapping[str, str], setup: Setup, kinds: Iterable[str]) -> Summary:
    return Summary(
        path=path,
        title=_shown(texts["title"]),
        created=texts["created"],
        language=texts["language"],
        box_title=_shown(texts["box_title"]),
        players=tuple(_shown(player.name) for player in setup.players),
        moves=_in_force(kinds),
        changed=_changed(path),
    )


def _shown(text: str) -> str:
    """A text on one line, without invisible characters."""
    return " ".join(cleaned(text).split())


def _in_force(kinds: Iterable[str]) -> int:
    """How many moves are in force after those rows; `Damage` where they take back what was not played."""
    moves = taken_back = 0
    for kind in kinds:
        if kind == Kind.PLAYED:
            moves, taken_back = moves + 1, 0
        elif kind == Kind.UNDONE:
            moves, taken_back = moves - 1, taken_back + 1
        elif kind == Kind.REDONE:
            moves, taken_back = moves + 1, taken_back - 1
        elif kind != Kind.LANGUAGE:
            raise Damage
        if moves < 0 or taken_back < 0:
            raise Damage
    return moves


def _changed(path: Path) -> float:
    """When the file was last written to, in seconds since 1970; 0 where the disk says what no calendar has."""
    try:
        changed = os.lstat(path).st_mtime
        datetime.fromtimestamp(changed)
    except (OSError, OverflowError, ValueError):
        return 0.0
    return max(changed, 0.0)


def salvage(path: Path) -> tuple[Header, tuple[Row, ...]]:
    """The header, and the rows up to the first damage, from a session or its second copy, whichever has more.

    Raises `DamagedSession` when neither has a whole header, and what `Journal.open` raises for a file held elsewhere.
    """
    if is_in_use(path):
        raise SessionInUse(path)
    header, own, copied = _salvaged(path)
    return header, max(own, copied, key=len)


def _salvaged(path: Path) -> tuple[Header, tuple[Row, ...], tuple[Row, ...]]:
    """The header, the good rows of the file itself, and those of its second copy."""
    own, copied = _remains(path), _remains(copy_of(path))
    whole = own if own.header else copied
    if whole.header is None and own.unread is not None:
        raise own.unread
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
        replace_durably(fresh, path)
    except CannotWrite:
        _forget(fresh)
        raise
    except OSError as error:
        _forget(fresh)
        raise CannotWrite(path, reason=_plain_reason(error)) from error
    return aside


def set_aside(path: Path) -> Path:
    """Give a damaged file a second name that is not that of a session, or copy it to that name; the path of that."""
    aside = free_path(path.with_name(f"{path.name}.{DAMAGED}"))
    sidecar = _sidecar(path)
    try:
        if path.exists():
            _second_name(path, aside)
        if sidecar.exists():
            shutil.copy2(sidecar, _sidecar(aside))  # A second name would make it look like somebody else's.
    except OSError as error:
        raise CannotWrite(path, reason=_plain_reason(error)) from error
    return aside


def _second_name(path: Path, other: Path) -> None:
    try:
        other.hardlink_to(path)
    except OSError:  # Not every disk knows second names.
        shutil.copy2(path, other)


def set_journal_aside(failure: StrangeJournal) -> Path:
    """Give what lies beside a session without being its own another name, so that the session can be opened without."""
    path, ending = failure.path, failure.companion.name.removeprefix(failure.path.name)
    aside = free_path(path.with_name(f"{path.name}.{DAMAGED}"))
    target = beside(aside, ending)
    try:
        failure.companion.rename(target)
    except OSError as error:
        raise CannotWrite(path, reason=_plain_reason(error)) from error
    return target


def _sidecar(path: Path) -> Path:
    """Where SQLite keeps what a write that was cut short must be undone with."""
    return beside(path, JOURNAL)


def copy_of(path: Path) -> Path:
    """Where the second copy of that session is, or would be."""
    return path.parent / COPIES / path.name


def must_stay_beside(path: Path) -> None:
    """`OSError` where the folder of the second copies is a link: what it leads to may be somebody's only files."""
    if is_link(copy_of(path).parent):
        raise NotADirectoryError(copy_of(path).parent)


def new_session_path(folder: Path, title: str, now: datetime) -> Path:
    """Where a new session of that title can be: a path that is free."""
    return free_path(folder / file_name(title, now))


def file_name(title: str, now: datetime) -> str:
    """A file name readable by date: `2026-03-12-atelier-de-leo.session`."""
    name = slug(title, SLUG_LENGTH)
    return f"{now:%Y-%m-%d}{'-' if name else ''}{name}{SUFFIX}"


def free_path(path: Path) -> Path:
    """That path, or the same with a number when it, or its second copy, is taken."""
    number, free = 1, path
    while any(map(os.path.lexists, (free, copy_of(free), *(beside(free, ending) for ending in (JOURNAL, *OTHERS))))):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


# Connections


def _connect(path: Path) -> sqlite3.Connection:
    """A connection to write to a file that is there; `isolation_level` None leaves transactions to us."""
    try:
        connection = sqlite3.connect(uri_of(path, "rw"), uri=True, timeout=WAIT_SECONDS, isolation_level=None)
    except (sqlite3.Error, OSError) as error:
        raise CannotWrite(path, reason=_plain_reason(error)) from error
    distrust_content(connection)
    return connection


def _settle(connection: sqlite3.Connection) -> None:
    """Have SQLite undo what a power cut left, and give up another way of writing.

    All of that is over, its journal removed, before the file is held: what is written then keeps one journal open.
    """
    connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    connection.execute("PRAGMA user_version").fetchone()


def _hold(connection: sqlite3.Connection) -> None:
    """Take the file for this window alone, and ask for every write to reach the disk."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA secure_delete = ON")  # The usual setting differs from one system to the next.
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA journal_mode = DELETE")
    with _transaction(connection, "BEGIN EXCLUSIVE"):
        pass


def _remove_old_journal(path: Path) -> None:
    """Remove what a write that was cut short left, and is no longer of use: SQLite would write over it.

    Nothing of it may stay behind what is written: only while the file is held, and before SQLite has opened it.
    """
    journal = _sidecar(path)
    with suppress(FileNotFoundError):
        if stat.S_ISREG(os.lstat(journal).st_mode):
            journal.unlink()


def _try_writing(connection: sqlite3.Connection) -> None:
    """Begin to write and give up: SQLite says only then that a file or its folder is protected."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute("ROLLBACK")


def _new_database(path: Path, header: Header, rows: Sequence[Row]) -> tuple[sqlite3.Connection, Header, str]:
    texts = _header_texts(header)
    digest = _digest(texts, header.pictures)
    connection = _connect(path)
    try:
        _hold(connection)
        with _transaction(connection):
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")
            for statement in TABLES.values():
                connection.execute(statement)
            connection.executemany("INSERT INTO header VALUES (?, ?)", {**texts, DIGEST: digest}.items())
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
def _translating_errors(path: Path, connection: sqlite3.Connection) -> Iterator[None]:
    """What goes wrong on the way closes the connection, and becomes a `JournalError`."""
    try:
        yield
    except BaseException as error:
        connection.close()
        if isinstance(error, (sqlite3.Error, OSError)):
            raise _error_for(path, error) from error
        raise


def _error_for(path: Path, error: Exception) -> JournalError:
    if isinstance(error, OSError):
        return CannotWrite(path, reason=_plain_reason(error))
    match error_code(error):
        case code if code in _HELD:
            return SessionInUse(path)
        case code if code in _UNWRITABLE:
            return CannotWrite(path, reason=_plain_reason(error))
        case _:
            return DamagedSession(path, *_counts(path))


_UNREADABLE: Final = (
    *(sqlite3.Error, UnreadableMove, Damage),
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, ArithmeticError, RecursionError, MemoryError),
)
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
    """Make the folder and those above it, where they are missing, for good; a private one is closed to others.

    Where anybody may put files, somebody else may have made it first: `OSError` too, where it is not ours.
    """
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    if private:
        make_private_folder(folder)
    else:
        folder.mkdir(parents=True, exist_ok=True)
    if is_shared_folder(folder.parent) and not is_own_folder(folder):
        raise PermissionError(folder)
    for missing_folder in missing:
        flush_folder(missing_folder.parent)


def _forget(path: Path) -> None:
    """Remove the file whose creation failed."""
    for file in (path, _sidecar(path)):
        with suppress(OSError):
            file.unlink()


# Reading and checking

Found = TypeVar("Found")


def _read(path: Path, ask: Callable[[sqlite3.Connection], Found]) -> Found:
    """What the content of a session's file answers, read again while another program writes to it.

    Whatever is wrong with the file is a `JournalError`.
    """
    for _ in range(LOOKS):
        try:
            return _asked(path, ask)
        except _Unsound as unsound:
            if not is_held(path, wait_seconds=0):
                raise DamagedSession(path, *_counts(path)) from unsound
        time.sleep(WAIT_SECONDS / LOOKS)
    raise SessionInUse(path)


class _Unsound(Exception):
    """What was read is not as it was written; it may be, read again."""


def _asked(path: Path, ask: Callable[[sqlite3.Connection], Found]) -> Found:
    try:
        _must_not_be_held_here(path)
        with snapshot(path) as connection:
            return ask(connection)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise NoSuchSession(path) from error
    except NotOrdinary as error:
        raise NotAFile(path) from error
    except (NotADatabase, TooLarge) as error:
        raise NotASession(path) from error
    except StrangeCompanion as error:
        raise StrangeJournal(path, error.file) from error
    except Changing as error:
        raise SessionInUse(path) from error
    except JournalError:
        raise
    except OSError as error:
        raise CannotRead(path, reason=_plain_reason(error)) from error
    except Exception as error:  # Whatever reading a file can raise stays with that file.
        if error_code(error) == sqlite3.SQLITE_NOTADB:
            raise NotASession(path) from error
        raise _Unsound from error


def _must_not_be_held_here(path: Path) -> None:
    """`SessionInUse` for a file that this program holds, under any name: reading it would give up the lock."""
    there = os.lstat(path)
    if any(os.path.samestat(there, journal._file) for journal in _held_here.values()):
        raise SessionInUse(path)


def _check_identity(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse what is not a session, or is one of a later format."""
    if _number(connection, "application_id") != APPLICATION:
        raise NotASession(path)
    if _number(connection, "user_version") > FORMAT:
        raise NewerFormat(path)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _sound(path: Path, connection: sqlite3.Connection) -> tuple[Header, str, tuple[Row, ...]]:
    """The header, its digest and the rows, once the whole file has been found sound; else `Damage`."""
    _check_identity(path, connection)
    _must_have_our_tables(connection)
    if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise Damage
    remains = _remains_in(connection)
    rows = remains.good(remains.digest)
    if remains.header is None or len(rows) < remains.total:
        raise Damage
    return remains.header, remains.digest, rows


def _must_have_our_tables(connection: sqlite3.Connection) -> None:
    """`Damage` unless the tables are ours to the letter, and nothing came with them: no trigger, view or index."""
    # No cursor in a variable: were its text unreadable, the error would keep it, and with it the file.
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    if sorted(found, key=repr) != _SCHEMA:
        raise Damage


_SCHEMA: Final = sorted(
    [
        *(("table", name, name, statement) for name, statement in TABLES.items()),
        *(("index", f"sqlite_autoindex_{name}_1", name, None) for name in ("header", "picture")),
    ],
    key=repr,
)


def _whole_header(connection: sqlite3.Connection) -> tuple[Header | None, str]:
    """The header as it was written, with its digest; None when anything in it has changed."""
    try:
        texts, pictures = _header_texts_in(connection), _pictures_in(connection)
        digest = texts.pop(DIGEST)
        return (_header_from(texts, pictures) if digest == _digest(texts, pictures) else None), digest
    except _UNREADABLE:
        return None, ""


def _header_texts_in(connection: sqlite3.Connection) -> dict[str, str]:
    """What the header table says; `Damage` where something is missing, no text, or longer than it may be.

    What is too long is not even read.
    """
    limit = "CASE key WHEN 'files' THEN ? WHEN 'setup' THEN ? ELSE ? END"
    asked = f"SELECT key, value FROM header WHERE length(value) <= {limit}"
    texts = dict(connection.execute(asked, (MAX_FILES_CHARACTERS, MAX_CHARACTERS, MAX_NAME)).fetchmany(len(_KEYS)))
    if texts.keys() != _KEYS or not all(isinstance(value, str) for value in texts.values()):
        raise Damage
    if _count(connection, "header") > len(_KEYS):
        raise Damage
    return texts


_KEYS: Final = frozenset(
    {"title", "created", "language", "program", "box_id", "box_title", "box_digest", "files", "setup", DIGEST}
)


def _pictures_in(connection: sqlite3.Connection) -> dict[str, bytes]:
    if _count(connection, "picture") > MAX_PICTURES:
        raise Damage
    pictures = dict(connection.execute("SELECT name, data FROM picture WHERE length(name) <= ?", (MAX_NAME,)))
    if not all(isinstance(name, str) and isinstance(data, bytes) for name, data in pictures.items()):
        raise Damage
    if len(pictures) < _count(connection, "picture"):
        raise Damage
    return pictures


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _links_in(connection: sqlite3.Connection) -> Iterator["_Linked"]:
    """The rows with their links, in order; `Damage` at one that is none, or where they are too many or too long."""
    characters = 0
    found = connection.execute("SELECT sequence, kind, data, chain FROM row ORDER BY sequence")
    for number, (sequence, kind, data, chain) in enumerate(found, start=1):
        if (type(sequence), type(kind), type(data), type(chain)) != (int, str, str, str):
            raise Damage
        characters += len(kind) + len(data) + len(chain)
        if number > MAX_ROWS or len(data) > MAX_CHARACTERS or characters > MAX_ROW_CHARACTERS:
            raise Damage
        yield _Linked(Row(sequence, kind, data), chain)


def language_from(text: str) -> str:
    """The code of a language that a file gives, as `fr` or `pt-BR`; `Damage` when it is none."""
    if _LANGUAGE.fullmatch(text) is None:
        raise Damage
    return text


def _facts(texts: Mapping[str, str]) -> Setup:
    """The set-up of a header whose texts are such as the program writes; else `Damage`.

    Importing, listing and opening a session ask this.
    """
    language_from(texts["language"])
    if _CREATED.fullmatch(texts["created"]) is None:
        raise Damage
    if not 1970 <= datetime.fromisoformat(texts["created"]).year <= LATEST_YEAR:
        raise Damage
    return setup_from_text(texts["setup"])


def _header_from(texts: Mapping[str, str], pictures: Mapping[str, bytes]) -> Header:
    return Header(
        title=texts["title"],
        created=texts["created"],
        language=texts["language"],
        program=texts["program"],
        box_id=texts["box_id"],
        box_title=texts["box_title"],
        box_digest=texts["box_digest"],
        files=_texts_by_name(texts["files"]),
        pictures=pictures,
        setup=_facts(texts),
    )


def _must_be_readable(path: Path, header: Header) -> None:
    """`CannotWrite` for what would not be read again: nothing is written that is not."""
    texts = _header_texts(header)
    try:
        _header_from(texts, header.pictures)
        short = all(len(value) <= MAX_NAME for key, value in texts.items() if key not in ("files", "setup"))
    except _UNREADABLE as error:
        raise CannotWrite(path, reason=str(error)) from error
    if not short or len(texts["files"]) > MAX_FILES_CHARACTERS:
        raise CannotWrite(path, reason="too long to be read again")


def _texts_by_name(text: str) -> dict[str, str]:
    """The texts of a JSON object as `_header_texts` writes it, and no more than a box can have; else `Damage`.

    Nothing else is built on the way: what is nested without end would fill the memory before it could be refused.
    """
    found: dict[str, str] = {}
    at = 1
    while text[at : at + 1] == '"' and len(found) < MAX_FILES:
        name, at = _JSON.raw_decode(text, at)
        if text[at : at + 3] != ': "':
            raise Damage
        found[name], at = _JSON.raw_decode(text, at + 2)
        at += 2 * (text[at : at + 2] == ", ")
    if text[:1] != "{" or text[at:] != "}":
        raise Damage
    for text_or_name in (*found, *found.values()):
        text_or_name.encode()  # Half a surrogate pair, which no file of ours holds, is a `UnicodeEncodeError`.
    return found


def _header_texts(header: Header) -> dict[str, str]:
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


def _digest(texts: Mapping[str, str], pictures: Mapping[str, bytes]) -> str:
    """What the chain hangs from: it changes with anything in the header, pictures included."""
    digest = hashlib.sha256()
    for key, value in sorted(texts.items()):
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
class _Linked:
    """A row with what links it to those before."""

    row: Row
    chain: str


@dataclass(frozen=True, slots=True)
class _Remains:
    """What can still be read of a file: `links` stop at the first that cannot, `total` counts them all."""

    header: Header | None
    digest: str
    links: Sequence[_Linked]
    total: int
    unread: CannotRead | None = None
    """Why nothing of it could be read, where that is so."""

    def good(self, digest: str) -> tuple[Row, ...]:
        """The rows that hang from that digest, one after the other from 1, up to the first that does not."""
        good: list[Row] = []
        chain = digest
        for expected, link in enumerate(self.links, start=1):
            chain = _link(chain, link.row.kind, link.row.data)
            if (link.row.sequence, chain) != (expected, link.chain):
                break
            good.append(link.row)
        return tuple(good)


_NOTHING: Final = _Remains(None, "", (), 0)


def _remains(path: Path) -> _Remains:
    """What can still be read of a file, nothing where it cannot be read at all; `SessionInUse`, `StrangeJournal`."""
    try:
        return _asked(path, _remains_in)
    except (SessionInUse, StrangeJournal):
        raise
    except CannotRead as error:
        return replace(_NOTHING, unread=error)
    except (JournalError, _Unsound):
        return _NOTHING


def _remains_in(connection: sqlite3.Connection) -> _Remains:
    links: list[_Linked] = []
    with suppress(*_UNREADABLE):
        for link in _links_in(connection):
            links.append(link)
    return _Remains(*_whole_header(connection), links, _row_count(connection, readable=len(links)))


def _row_count(connection: sqlite3.Connection, readable: int) -> int:
    with suppress(*_UNREADABLE):
        return max(readable, _count(connection, "row"))
    return readable + 1


def _counts(path: Path) -> tuple[int, int, int | None]:
    """How many rows of a damaged session can be had, how many it seems to have had, how many are in the file itself."""
    with suppress(JournalError):
        _, own, copied = _salvaged(path)
        good = max(len(own), len(copied))
        return good, max(good, _remains(path).total), len(own)
    return 0, 0, None
