"""What a write that was cut short left is undone in memory as SQLite undoes it on the disk."""

import random
import sqlite3
import struct
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hostile.journals import MAGIC, naming, torn
from hostile.kinds import mutated
from hostile.sessions import released

from enacting.session.rollback import is_hot, names_another, undo

MOST = 1 << 26


def by_sqlite(folder: Path, database: bytes, journal: bytes) -> bytes:
    """What SQLite makes of the database when it finds that journal beside it."""
    path = folder / "a.session"
    path.write_bytes(database)
    path.with_name("a.session-journal").write_bytes(journal)
    with closing(sqlite3.connect(path)) as db, suppress(sqlite3.DatabaseError):
        db.execute("PRAGMA user_version").fetchone()  # What is left may be no database: it is undone all the same.
    return path.read_bytes()


def in_memory(database: bytes, journal: bytes) -> bytes:
    """What we make of it."""
    content = bytearray(database)
    if is_hot(journal):
        undo(content, journal, MOST)
    return bytes(content)


def test_a_torn_write_is_undone_to_the_session_before_it(tmp_path: Path) -> None:
    database, journal = torn()

    assert database != released("tiny")
    assert in_memory(database, journal) == released("tiny")
    assert by_sqlite(tmp_path, database, journal) == released("tiny")


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_journal_is_undone_as_sqlite_does(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    database, journal = torn()
    journal = (
        mutated(journal, chance, chance.randrange(1, 5)) if seed % 3 else journal[: chance.randrange(len(journal))]
    )
    if seed % 5 == 0:
        journal = journal[:512] + mutated(journal[512:600], chance, 2) + journal[600:]

    assert in_memory(database, journal) == by_sqlite(tmp_path, database, journal)


@pytest.mark.parametrize("where", [8, 12, 16, 20, 24])
@pytest.mark.parametrize("number", [0, 1, 5, 32, 512, 1024, 4095, 2**16, 2**32 - 1])
def test_every_number_of_its_header_is_taken_as_sqlite_takes_it(tmp_path: Path, where: int, number: int) -> None:
    database, journal = torn()
    journal = journal[:where] + struct.pack(">I", number) + journal[where + 4 :]
    pages, page = struct.unpack(">I", journal[16:20])[0], struct.unpack(">I", journal[24:28])[0]
    if page == 0 or (page <= 2**16 and pages * page > MOST):
        with pytest.raises(ValueError):
            in_memory(database, journal)
        return

    assert in_memory(database, journal) == by_sqlite(tmp_path, database, journal)


@pytest.mark.parametrize("nonce", [0, 2**31, 2**32 - 1])
def test_the_sum_of_a_page_goes_round_as_in_sqlite(tmp_path: Path, nonce: int) -> None:
    database, journal = torn()
    written, at = bytearray(journal), 0
    while at + 28 <= len(journal):
        count, before, _, sector, page = struct.unpack(">5I", journal[at + 8 : at + 28])
        written[at + 12 : at + 16] = struct.pack(">I", nonce)
        at += sector
        for _ in range(count):
            end = at + 4 + page
            (found,) = struct.unpack(">I", journal[end : end + 4])
            written[end : end + 4] = struct.pack(">I", (found - before + nonce) % 2**32)
            at = end + 4
        at = -(-at // sector) * sector

    assert in_memory(database, bytes(written)) == by_sqlite(tmp_path, database, bytes(written)) == released("tiny")


def test_a_journal_of_an_older_kind_is_refused(tmp_path: Path) -> None:
    database, journal = torn()

    with pytest.raises(ValueError, match="page"):
        in_memory(database, journal[:24] + bytes(4) + journal[28:])


def test_a_journal_that_makes_a_huge_database_is_refused_and_nothing_changes() -> None:
    content = bytearray(b"as it was")
    journal = MAGIC + struct.pack(">5I", 0, 1, 2**32 - 1, 512, 65536)

    with pytest.raises(ValueError, match="bytes"):
        undo(content, journal, MOST)

    assert content == b"as it was"


def test_a_journal_that_names_a_file_is_known_whole_or_torn(tmp_path: Path) -> None:
    end = naming(tmp_path / "victim", pages=1)[512:]

    assert names_another(naming(tmp_path / "victim", pages=1))
    assert names_another(torn()[1] + end)
    assert names_another(b"\0" + naming(tmp_path / "victim", pages=1)[1:])
    assert not names_another(torn()[1])
    assert not names_another(MAGIC)
    assert not names_another(b"")


@pytest.mark.parametrize(("journal", "hot"), [(b"", False), (b"\0" * 600, False), (MAGIC, True), (b"x", True)])
def test_a_journal_with_a_cleared_beginning_is_of_no_more_use(journal: bytes, hot: bool) -> None:
    assert is_hot(journal) == hot
