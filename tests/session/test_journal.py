"""The file of a session: what it promises, and what it says when it cannot keep the promise."""

import errno
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from journals import HEADER, files_of_at_most, with_sql
from sessions import a_session, held_elsewhere

from enacting.language.words import languages, words_in
from enacting.session.journal import (
    CannotRead,
    CannotWrite,
    DamagedSession,
    DiskFull,
    FileGone,
    Header,
    Journal,
    JournalError,
    NewerFormat,
    NoSuchSession,
    NotASession,
    NotSaved,
    OnlyLookedAt,
    Row,
    SessionInUse,
    StrangeJournal,
    Summary,
    copy_of,
    is_in_use,
    look,
    new_session_path,
    peek,
    rescue,
    salvage,
    set_aside,
    set_journal_aside,
    summary,
)

NOON = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.session"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    with closing(Journal.create(path, HEADER)) as journal:
        yield journal


def open_files() -> list[int]:
    """The number of each file that this program has open, as often as it has."""
    found = []
    for handle in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            found.append(handle.stat().st_ino)
    return found


def a_closed_session(path: Path, rows: int = 40) -> tuple[Row, ...]:
    """A session of that many rows, closed; its rows."""
    with closing(Journal.create(path, HEADER)) as journal:
        for number in range(1, rows + 1):
            journal.append("played", f'{{"move":"WriteNote","text":"Note {number} éœ’ {"x" * (number % 50)}"}}')
        return journal.rows()


def reopened(path: Path) -> tuple[Header, tuple[Row, ...]]:
    """What the file says, read anew."""
    with closing(Journal.open(path)) as journal:
        return journal.header, journal.rows()


# Writing and reading


def test_what_was_written_is_read_back(journal: Journal, path: Path) -> None:
    journal.append("played", '{"move":"EndFloor"}')
    journal.append("undone", "")
    journal.close()

    assert reopened(path) == (HEADER, (Row(1, "played", '{"move":"EndFloor"}'), Row(2, "undone", "")))


def test_rows_go_on_after_reopening(journal: Journal, path: Path) -> None:
    journal.append("played", "1")
    journal.close()
    with closing(Journal.open(path)) as again:
        again.append("played", "2")

    assert [row.data for row in reopened(path)[1]] == ["1", "2"]


def test_a_closed_session_is_one_file(journal: Journal, path: Path) -> None:
    journal.append("played", "1")
    journal.close()

    assert list(path.parent.iterdir()) == [path]


def test_every_write_reaches_the_disk_and_no_other_file_is_needed(journal: Journal) -> None:
    names = ("synchronous", "fullfsync", "secure_delete", "trusted_schema", "cell_size_check")

    asked = {name: journal._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}

    assert asked == {"synchronous": 3, "fullfsync": 1, "secure_delete": 1, "trusted_schema": 0, "cell_size_check": 1}
    assert journal._connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_session_in_wal_mode_is_brought_back_to_one_file(path: Path) -> None:
    rows = a_closed_session(path)
    with_sql(path, "PRAGMA journal_mode = WAL")

    assert reopened(path) == (HEADER, rows)
    assert path.read_bytes()[18:20] == b"\1\1"


def test_creating_never_overwrites(path: Path) -> None:
    path.write_text("a shopping list")

    with pytest.raises(CannotWrite):
        Journal.create(path, HEADER)

    assert path.read_text() == "a shopping list"


def test_a_new_file_owes_nothing_to_what_lay_beside_its_name(path: Path) -> None:
    for ending in ("-journal", "-wal", "-shm"):
        path.with_name(f"a.session{ending}").write_bytes(b"of another session")

    Journal.create(path, HEADER).close()

    assert list(path.parent.iterdir()) == [path]
    assert reopened(path) == (HEADER, ())


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs a list of the open files")
@pytest.mark.parametrize("for_others", [False, True])
def test_a_new_file_is_opened_by_its_database_alone(path: Path, for_others: bool) -> None:
    with closing(Journal.create(path, HEADER, for_others=for_others)):
        held = open_files().count(path.stat().st_ino)

    assert (held, open_files().count(path.stat().st_ino)) == (1, 0)


def test_the_texts_of_cards_are_kept_letter_by_letter(path: Path) -> None:
    a_closed_session(path)

    assert "title: Été".encode() in path.read_bytes()


def test_creating_from_rows_writes_them_all(path: Path) -> None:
    rows = (Row(1, "played", "a"), Row(2, "undone", ""))

    Journal.create(path, HEADER, rows).close()

    assert reopened(path) == (HEADER, rows)


def test_closing_twice_is_harmless(journal: Journal) -> None:
    journal.close()
    journal.close()


# Two windows


def test_a_session_is_held_by_one_window(journal: Journal, path: Path) -> None:
    with pytest.raises(SessionInUse):
        Journal.open(path)
    with pytest.raises(SessionInUse):
        peek(path)
    with pytest.raises(SessionInUse):
        salvage(path)

    journal.append("played", "still mine")
    assert len(journal.rows()) == 1


def test_closing_frees_the_session(journal: Journal, path: Path) -> None:
    journal.close()

    assert reopened(path) == (HEADER, ())


def test_a_session_just_opened_is_held_before_anything_is_written(path: Path) -> None:
    a_closed_session(path)

    with closing(Journal.open(path)), pytest.raises(SessionInUse):
        Journal.open(path)


def test_a_session_is_in_use_while_a_window_holds_it_here_or_in_another_program(path: Path) -> None:
    assert is_in_use(path) is False
    with closing(a_session(path)):
        assert is_in_use(path) is True
    assert is_in_use(path) is False

    with held_elsewhere(path):
        assert is_in_use(path) is True


def test_a_damaged_file_that_another_program_holds_is_read_for_a_while_and_said_to_be_in_use(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_session(path).close()
    whole = path.read_bytes()
    waits: list[float] = []

    with held_elsewhere(path):
        monkeypatch.setattr("time.sleep", waits.append)
        path.write_bytes(whole.replace(b'"seed"', b'"sedd"'))
        with pytest.raises(SessionInUse):
            look(path)

    assert waits == [pytest.approx(0.015)] * 20


# Failures


def test_a_row_that_cannot_be_written_can_be_written_again(journal: Journal, path: Path) -> None:
    journal.append("played", "before")
    with files_of_at_most(path.stat().st_size), pytest.raises(NotSaved):
        journal.append("played", "x" * 50_000)
    assert [row.data for row in journal.rows()] == ["before"]

    journal.append("played", "x" * 50_000)
    journal.close()

    assert [row.data for row in reopened(path)[1]] == ["before", "x" * 50_000]


@pytest.mark.parametrize("room", [0, 1, 511, 512, 513, 1024, 4096, 5000, 9000, 20_000, 40_000])
def test_wherever_writing_stops_only_acknowledged_rows_are_there(path: Path, room: int) -> None:
    said = []
    with closing(Journal.create(path, HEADER)) as journal, files_of_at_most(room):
        for number in range(12):
            try:
                journal.append("played", f"{number}" * 3000)
            except NotSaved:
                continue
            said.append(f"{number}" * 3000)

    assert [row.data for row in reopened(path)[1]] == said


def test_a_row_that_was_never_acknowledged_gives_way_to_the_next(journal: Journal, path: Path) -> None:
    journal.append("played", "acknowledged")
    journal._connection.execute("INSERT INTO row VALUES (2, 'played', 'written but not acknowledged', 'x')")

    journal.append("played", "done again")
    journal.close()

    assert [row.data for row in reopened(path)[1]] == ["acknowledged", "done again"]


def test_a_full_disk_has_words_of_its_own(journal: Journal) -> None:
    pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
    journal._connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(DiskFull) as refused:
        journal.append("played", "x" * 50_000)

    assert refused.value.word_key == "journal.disk_full"
    assert journal.rows() == ()


def test_a_row_longer_than_any_that_is_read_is_not_written(journal: Journal, path: Path) -> None:
    journal.append("played", "x" * 1_000_000)

    with pytest.raises(NotSaved):
        journal.append("played", "x" * 1_000_001)
    journal.close()

    assert [len(row.data) for row in reopened(path)[1]] == [1_000_000]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody remove a file that is held")
def test_a_write_that_fails_once_its_file_is_gone_says_that_it_is_gone(journal: Journal, path: Path) -> None:
    path.unlink()

    with files_of_at_most(100), pytest.raises(FileGone):
        journal.append("played", "x" * 50_000)


def test_an_append_after_closing_is_not_saved(journal: Journal) -> None:
    journal.close()

    with pytest.raises(NotSaved):
        journal.append("played", "too late")


def test_a_creation_that_fails_leaves_nothing(path: Path) -> None:
    with files_of_at_most(2000), pytest.raises(CannotWrite):
        Journal.create(path, HEADER)

    assert list(path.parent.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs a list of the open files")
def test_a_creation_that_fails_lets_its_file_go(path: Path) -> None:
    with files_of_at_most(2000), pytest.raises(CannotWrite) as refused:
        Journal.create(path, HEADER)

    assert refused.value.fields["reason"] == "disk I/O error"
    links = [handle.readlink() for handle in Path("/proc/self/fd").iterdir() if handle.is_symlink()]
    assert [link for link in links if str(link).startswith(str(path))] == []


def test_a_folder_deeper_than_the_database_can_reach_takes_nothing(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["x" * 100] * 8)
    deep.mkdir(parents=True)

    with pytest.raises(CannotWrite):
        Journal.create(deep / "a.session", HEADER)

    assert list(deep.iterdir()) == []


def test_why_a_file_cannot_be_made_is_told_without_its_path(path: Path) -> None:
    path.write_text("a shopping list")

    with pytest.raises(CannotWrite) as refused:
        Journal.create(path, HEADER)

    assert refused.value.fields == {"file": "a.session", "folder": path.parent, "reason": os.strerror(errno.EEXIST)}


def test_a_folder_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("")

    with pytest.raises(CannotWrite):
        Journal.create(tmp_path / "sessions" / "a.session", HEADER)


def test_a_protected_folder_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        (tmp_path / "probe").touch()
    except OSError:
        with pytest.raises(CannotWrite):
            Journal.create(tmp_path / "a.session", HEADER)
    else:
        pytest.skip("nothing is protected from this user")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root becomes somebody else")
@pytest.mark.parametrize(("folder_rights", "file_rights"), [(0o555, 0o666), (0o777, 0o444)])
def test_a_session_one_may_read_but_not_write_is_refused_before_it_is_played(
    path: Path, folder_rights: int, file_rights: int
) -> None:
    a_closed_session(path)
    path.chmod(file_rights)
    for folder in path.parents[1:4]:
        folder.chmod(folder.stat().st_mode | 0o055)
    path.parent.chmod(folder_rights)
    script = (
        f"import os; from pathlib import Path; from enacting.session.journal import *; path = Path({str(path)!r})\n"
        "os.seteuid(65534); print(peek(path).title == look(path).header.title, flush=True); Journal.open(path)"
    )

    asked = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert asked.stdout == "True\n", asked.stderr
    assert "CannotWrite: " in asked.stderr


def test_a_session_whose_folder_lets_nothing_be_written_is_refused_before_it_is_played(path: Path) -> None:
    a_closed_session(path)
    path.with_name("a.session-journal").mkdir()

    with pytest.raises(CannotWrite):
        Journal.open(path)


def test_a_protected_file_cannot_be_resumed_but_can_be_peeked_at(path: Path) -> None:
    a_closed_session(path)
    path.chmod(0o400)
    try:
        path.open("ab").close()
    except OSError:
        assert peek(path).title == HEADER.title
        with pytest.raises(CannotWrite):
            Journal.open(path)
    else:
        pytest.skip("nothing is protected from this user")


# What is not a session


def test_a_missing_file_is_no_session(path: Path) -> None:
    for ask in (Journal.open, peek):
        with pytest.raises(NoSuchSession):
            ask(path)

    assert not path.exists()


@pytest.mark.parametrize("data", [b"", b"\n", b"a shopping list\n" * 1000, b"SQLite format 3\0" + b"\0" * 8000])
def test_another_file_is_not_a_session_and_is_left_as_it_is(path: Path, data: bytes) -> None:
    path.write_bytes(data)

    for ask in (Journal.open, peek):
        with pytest.raises((NotASession, DamagedSession)):
            ask(path)

    assert path.read_bytes() == data


def test_somebody_elses_database_is_not_a_session(path: Path) -> None:
    with_sql(path, "CREATE TABLE bookmarks (url TEXT)")

    with pytest.raises(NotASession):
        Journal.open(path)


def test_opening_alone_changes_nothing(path: Path) -> None:
    a_closed_session(path)
    before = path.read_bytes()

    with closing(Journal.open(path)) as opened:
        assert not opened._connection.in_transaction

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_newer_format_says_so(path: Path) -> None:
    a_closed_session(path)
    with_sql(path, "PRAGMA user_version = 2")

    for ask in (Journal.open, peek):
        with pytest.raises(NewerFormat):
            ask(path)


# Damage


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE row SET data = 'changed' WHERE sequence = 21",
        "UPDATE row SET kind = 'undone' WHERE sequence = 21",
        "UPDATE row SET chain = 'changed' WHERE sequence = 21",
        "UPDATE row SET data = CAST(x'C3' AS TEXT) WHERE sequence = 21",
        "DELETE FROM row WHERE sequence = 21",
        "UPDATE row SET sequence = 99 WHERE sequence = 21",
    ],
)
def test_a_changed_row_is_noticed_and_the_rows_before_it_saved(path: Path, statement: str) -> None:
    rows = a_closed_session(path)
    with_sql(path, statement)

    with pytest.raises(DamagedSession) as refused:
        Journal.open(path)

    assert refused.value.good_rows == 20
    assert refused.value.total in (39, 40)
    assert salvage(path) == (HEADER, rows[:20])


def test_a_last_row_that_changed_its_number_is_noticed(path: Path) -> None:
    a_closed_session(path)
    with_sql(path, "UPDATE row SET sequence = 99 WHERE sequence = 40")

    with pytest.raises(DamagedSession) as refused:
        Journal.open(path)

    assert (refused.value.good_rows, refused.value.total) == (39, 40)


def test_a_damaged_index_is_noticed(path: Path) -> None:
    rows = a_closed_session(path)
    whole = path.read_bytes()
    places = [found.start() for found in re.finditer(rb"art/river\.png", whole)]

    for place in places:
        path.write_bytes(whole[:place] + b"x" + whole[place + 1 :])
        with pytest.raises(DamagedSession):
            Journal.open(path)

    assert len(places) == 2
    path.write_bytes(whole)
    assert reopened(path) == (HEADER, rows)


def test_two_rows_that_changed_places_are_noticed(path: Path) -> None:
    a_closed_session(path)
    with_sql(path, "UPDATE row SET sequence = CASE sequence WHEN 5 THEN -1 ELSE sequence END")
    with_sql(path, "UPDATE row SET sequence = 5 WHERE sequence = 6")
    with_sql(path, "UPDATE row SET sequence = 6 WHERE sequence = -1")

    with pytest.raises(DamagedSession) as refused:
        Journal.open(path)

    assert refused.value.good_rows == 4


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE header SET value = 'Other' WHERE key = 'title'",
        "UPDATE header SET value = replace(value, 'Été', 'Ete') WHERE key = 'files'",
        "UPDATE header SET value = replace(value, '\"seed\":1', '\"seed\":2') WHERE key = 'setup'",
        "UPDATE header SET value = 'abd' WHERE key = 'digest'",
        "DELETE FROM header WHERE key = 'language'",
        "INSERT INTO header VALUES ('more', 'x')",
        "UPDATE picture SET data = x'00'",
        "DELETE FROM picture",
    ],
)
def test_a_changed_header_is_noticed(path: Path, statement: str) -> None:
    a_closed_session(path)
    with_sql(path, statement)

    with pytest.raises(DamagedSession) as refused:
        Journal.open(path)

    assert (refused.value.good_rows, refused.value.total, refused.value.own_rows) == (0, 0, None)
    assert refused.value.word_key == "journal.lost_session"
    with pytest.raises(DamagedSession) as lost:
        salvage(path)
    assert (lost.value.good_rows, lost.value.total) == (0, 40)


def test_a_trigger_that_came_with_a_file_is_never_run(path: Path) -> None:
    rows = a_closed_session(path)
    with_sql(path, "CREATE TRIGGER mine AFTER INSERT ON row BEGIN DELETE FROM row; END")

    with pytest.raises(DamagedSession):
        Journal.open(path)

    assert salvage(path) == (HEADER, rows)


def test_a_flipped_byte_in_any_of_the_rows_is_noticed(path: Path) -> None:
    rows = a_closed_session(path)
    whole = path.read_bytes()

    for number in range(1, 41, 3):
        damaged = bytearray(whole)
        damaged[whole.index(f"Note {number} ".encode())] ^= 4
        path.write_bytes(damaged)

        assert salvage(path) == (HEADER, rows[: number - 1])
        with pytest.raises(DamagedSession):
            Journal.open(path)


def test_a_file_whose_tables_cannot_be_spelled_is_let_go_at_once(path: Path) -> None:
    a_closed_session(path)
    whole = path.read_bytes()
    place = whole.index(b"kind TEXT NOT NULL")
    path.write_bytes(whole[:place] + b"\xba" + whole[place + 1 :])

    with pytest.raises(DamagedSession) as refused:
        Journal.open(path)

    assert refused.value.total == 40
    assert salvage(path) == (HEADER, ())


def test_where_the_rows_cannot_even_be_counted_at_least_one_is_said_to_be_lost(path: Path) -> None:
    a_closed_session(path)
    with closing(sqlite3.connect(path)) as database:
        [(page,)] = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'row'")
    damaged = bytearray(path.read_bytes())
    damaged[(page - 1) * 4096] = 0xFF
    path.write_bytes(damaged)

    with pytest.raises(DamagedSession) as refused:
        Journal.open(path)

    assert (refused.value.good_rows, refused.value.total, refused.value.own_rows) == (0, 1, 0)


def test_an_opening_that_is_interrupted_lets_the_file_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(connection: sqlite3.Connection) -> None:
        raise KeyboardInterrupt

    a_closed_session(path)
    with monkeypatch.context() as patched:
        patched.setattr("enacting.session.journal._hold", interrupted)
        with pytest.raises(KeyboardInterrupt):
            Journal.open(path)

    assert reopened(path)[0] == HEADER


def test_a_damaged_file_stays_free_for_others(path: Path) -> None:
    a_closed_session(path)
    with_sql(path, "DELETE FROM row WHERE sequence = 21")
    for _ in range(2):
        with pytest.raises(DamagedSession):
            Journal.open(path)

    with_sql(path, "DELETE FROM row WHERE sequence = 22")


def test_a_second_copy_lends_its_header_and_its_rows(path: Path) -> None:
    rows = a_closed_session(path)
    with closing(Journal.open(path)) as journal:
        journal.backup_to(copy_of(path))
        journal.append("played", "after the copy")
        rows_now = journal.rows()
    whole = path.read_bytes()

    with_sql(path, "UPDATE header SET value = 'Other' WHERE key = 'title'")
    assert salvage(path) == (HEADER, rows_now)

    path.write_bytes(whole)
    with_sql(path, "DELETE FROM row WHERE sequence = 3")
    assert salvage(path) == (HEADER, rows)

    path.write_bytes(b"")
    assert salvage(path) == (HEADER, rows)


def test_a_file_of_something_else_has_nothing_to_be_had_again(path: Path) -> None:
    path.write_text("a shopping list")

    with pytest.raises(DamagedSession) as lost:
        salvage(path)

    assert (lost.value.good_rows, lost.value.total) == (0, 0)


def test_nothing_is_had_again_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 300}.session"

    with pytest.raises(CannotRead) as refused:
        salvage(path)

    assert refused.value.fields["reason"] == os.strerror(errno.ENAMETOOLONG)


def a_damaged_session(path: Path, rows: int = 40) -> bytes:
    """A session whose second row from the end was changed; its bytes."""
    a_closed_session(path, rows)
    with_sql(path, f"UPDATE row SET data = 'changed' WHERE sequence = {rows - 1}")
    return path.read_bytes()


def test_a_rescue_puts_what_is_good_in_place_and_says_where_the_damaged_file_is(path: Path) -> None:
    damaged = a_damaged_session(path)
    path.with_name("a.session-journal").write_bytes(b"\0" * 600)

    aside = rescue(path)

    assert (aside.name, aside.read_bytes()) == ("a.session.damaged", damaged)
    assert aside.with_name("a.session.damaged-journal").read_bytes() == b"\0" * 600
    assert not path.with_name("a.session-journal").exists()
    assert len(reopened(path)[1]) == 38


def test_on_a_disk_that_knows_no_second_names_the_damaged_file_is_copied(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = a_damaged_session(path)
    monkeypatch.setattr(Path, "hardlink_to", _no_second_name)

    assert rescue(path).read_bytes() == damaged
    assert len(reopened(path)[1]) == 38


def test_a_rescue_that_finds_no_room_changes_nothing_and_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_damaged_session(path)
    with path.open("ab") as file:
        file.write(bytes(200_000))
    damaged = path.read_bytes()
    monkeypatch.setattr(Path, "hardlink_to", _no_second_name)

    with files_of_at_most(100_000), pytest.raises(CannotWrite):
        rescue(path)

    assert path.read_bytes() == damaged
    assert [file.name for file in path.parent.iterdir() if file.name.startswith("a.session.rescued")] == []


def _no_second_name(path: Path, other: Path) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def test_what_lies_beside_a_session_and_has_gone_meanwhile_cannot_be_put_aside(path: Path) -> None:
    with pytest.raises(CannotWrite):
        set_journal_aside(StrangeJournal(path, path.with_name("a.session-journal")))


def test_setting_aside_keeps_the_damaged_file(path: Path) -> None:
    path.write_bytes(b"first")
    first = set_aside(path)
    path.unlink()
    path.write_bytes(b"second")
    second = set_aside(path)

    assert path.read_bytes() == b"second"
    assert (first.read_bytes(), second.read_bytes()) == (b"first", b"second")
    assert first.suffix == second.suffix == ".damaged"


# Copies, lists, names


def test_a_second_copy_is_a_session(journal: Journal, path: Path) -> None:
    journal.append("played", "1")
    journal.backup_to(copy_of(path))
    journal.append("played", "2")
    journal.backup_to(copy_of(path))

    assert reopened(copy_of(path)) == (HEADER, journal.rows())
    assert list(copy_of(path).parent.iterdir()) == [copy_of(path)]


def test_a_second_copy_that_cannot_be_written_leaves_the_one_before(journal: Journal, path: Path) -> None:
    journal.append("played", "1")
    journal.backup_to(copy_of(path))
    journal.append("played", "x" * 100_000)
    with files_of_at_most(50_000), pytest.raises(CannotWrite):
        journal.backup_to(copy_of(path))

    assert [row.data for row in reopened(copy_of(path))[1]] == ["1"]
    journal.append("played", "still alive")


def test_what_a_copy_that_was_cut_short_left_does_not_stop_the_next_one(journal: Journal, path: Path) -> None:
    copy_of(path).parent.mkdir(exist_ok=True)
    for ending in ("", "-journal"):
        copy_of(path).with_name(f"a.session.new{ending}").write_bytes(b"half of a copy")

    journal.backup_to(copy_of(path))

    assert list(copy_of(path).parent.iterdir()) == [copy_of(path)]


def test_a_session_that_was_only_looked_at_takes_no_row(path: Path) -> None:
    rows = a_closed_session(path)

    seen = look(path)
    with pytest.raises(OnlyLookedAt):
        seen.append("played", "1")

    assert (seen.read_only, seen.header, seen.rows()) == (True, HEADER, rows)


@pytest.mark.parametrize(
    ("kinds", "moves"),
    [
        ("", 0),
        ("played", 1),
        ("language", 0),
        ("played undone", 0),
        ("played undone redone", 1),
        ("played played undone undone redone redone", 2),
        ("played undone undone", None),
        ("played redone", None),
        ("played undone redone redone", None),
        ("played undone played redone", None),
        ("erased", None),
    ],
)
def test_a_list_counts_the_moves_in_force_and_no_history_that_cannot_be(
    path: Path, kinds: str, moves: int | None
) -> None:
    rows = [Row(number, kind, "") for number, kind in enumerate(kinds.split(), start=1)]
    Journal.create(path, HEADER, rows).close()

    listed = summary(path)

    assert (listed.moves, listed.trouble) == (moves or 0, "" if moves is not None else listed.trouble)
    assert (listed.trouble == "") == (moves is not None)


def test_what_a_list_shows_of_a_file_that_is_none(path: Path) -> None:
    path.write_text("a shopping list")

    assert summary(path) == Summary(
        path=path,
        title="a",
        created="",
        language="",
        box_title="",
        players=(),
        moves=0,
        changed=path.stat().st_mtime,
        trouble="journal.not_a_session",
    )


def test_peeking_tells_what_a_list_shows(journal: Journal, path: Path) -> None:
    for kind in ("played", "played", "played", "undone", "undone", "redone", "language"):
        journal.append(kind, "")
    journal.close()

    seen = peek(path)

    assert (seen.title, seen.created, seen.language) == ("Atelier d’été", "2026-03-12T10:00:00", "fr")
    assert (seen.box_title, seen.players, seen.moves) == ("Petite boîte", ("Amina", "Léo", "Inès"), 2)
    assert seen.changed == path.stat().st_mtime


def test_peeking_does_not_hold_the_session(path: Path) -> None:
    a_closed_session(path)
    peek(path)

    assert reopened(path)[0] == HEADER


def test_a_header_with_an_unreadable_setup_is_damage(path: Path) -> None:
    a_closed_session(path)
    with_sql(path, "UPDATE header SET value = '{}' WHERE key = 'setup'")

    for ask in (Journal.open, peek):
        with pytest.raises(DamagedSession):
            ask(path)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Atelier d’été à Nantes", "2026-03-12-atelier-d-ete-a-nantes.session"),
        ("Cœur & Ær: ¡olé!", "2026-03-12-coeur-aer-ole.session"),
        ("../../etc/passwd", "2026-03-12-etc-passwd.session"),
        ("CON", "2026-03-12-con.session"),
        ("", "2026-03-12.session"),
        ("会議", "2026-03-12.session"),
        ("a" * 300, f"2026-03-12-{'a' * 60}.session"),
        ("a" * 59 + " b", f"2026-03-12-{'a' * 59}.session"),
        ("\ud800\x00\n", "2026-03-12.session"),
    ],
)
def test_a_file_is_named_by_its_day_and_its_title(tmp_path: Path, title: str, name: str) -> None:
    assert new_session_path(tmp_path, title, NOON) == tmp_path / name


def test_two_sessions_of_a_day_have_two_names(tmp_path: Path) -> None:
    first = new_session_path(tmp_path, "Test", NOON)
    first.touch()
    second = new_session_path(tmp_path, "Test", NOON)
    copy_of(second).parent.mkdir()
    copy_of(second).touch()

    third = new_session_path(tmp_path, "Test", NOON)

    assert [path.name for path in (first, second, third)] == [
        "2026-03-12-test.session",
        "2026-03-12-test-2.session",
        "2026-03-12-test-3.session",
    ]


# Limits. A file within them that was written by one program must be read by every other of the same format.


def longest(**facts: object) -> Header:
    return replace(HEADER, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "header",
    [
        longest(title="x" * 1000),
        longest(box_title="é" * 1000),
        longest(files={f"{number}.yaml": "x" for number in range(60)}),
        longest(files={"game.yaml": "x" * (9_000_000 - len('{"game.yaml": ""}'))}),
        longest(pictures={f"{number}.png": b"x" for number in range(1000)}),
        longest(pictures={"x" * 1000: b"x"}),
        longest(created="1970-01-01T00:00:00"),
        longest(created="9000-12-31T23:59:59"),
    ],
    ids=range(8),
)
def test_all_that_the_format_allows_is_written_and_read(path: Path, header: Header) -> None:
    Journal.create(path, header).close()

    assert reopened(path) == (header, ())
    assert peek(path).created == header.created


@pytest.mark.parametrize(
    "header",
    [
        longest(title="x" * 1001),
        longest(files={f"{number}.yaml": "x" for number in range(61)}),
        longest(files={"game.yaml": "x" * (9_000_001 - len('{"game.yaml": ""}'))}),
        longest(created="1969-12-31T23:59:59"),
        longest(created="9001-01-01T00:00:00"),
    ],
    ids=range(5),
)
def test_nothing_more_than_the_format_allows_is_written(path: Path, header: Header) -> None:
    with pytest.raises(CannotWrite):
        Journal.create(path, header)

    assert not path.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE header SET value = value || 'x' WHERE key = 'title'",
        "UPDATE header SET value = '{\"game.yaml\": \"' || hex(zeroblob(4499992)) || '\"}' WHERE key = 'files'",
    ],
)
def test_nothing_more_than_the_format_allows_is_listed(path: Path, statement: str) -> None:
    Journal.create(path, longest(title="x" * 1000)).close()
    assert summary(path).trouble == ""

    with_sql(path, statement)

    assert summary(path).trouble == "journal.lost_session"


@pytest.mark.parametrize(("more", "listed"), [(0, True), (1, False)])
def test_all_rows_together_have_so_many_characters_and_no_more(path: Path, more: int, listed: bool) -> None:
    # Each has a kind of eight letters, and a link of 64.
    rows = [Row(number, "language", "x" * (1_000_000 - 72)) for number in range(1, 33)]
    rows[-1] = replace(rows[-1], data=rows[-1].data + "x" * more)
    Journal.create(path, HEADER, rows).close()

    assert (summary(path).trouble == "") == listed


@pytest.mark.parametrize(("more", "listed"), [(0, True), (1, False)])
def test_a_session_has_so_many_rows_and_no_more(path: Path, more: int, listed: bool) -> None:
    Journal.create(path, HEADER, [Row(number, "language", "fr") for number in range(1, 10_001 + more)]).close()

    assert (summary(path).trouble == "") == listed


# Words


def test_an_error_names_itself_the_file_and_what_is_known(path: Path) -> None:
    assert str(NoSuchSession(path)) == f"NoSuchSession: {path}"
    assert str(NotSaved(path, reason="no")) == f"NotSaved: {path} {{'count': 1, 'reason': 'no'}}"
    assert NotSaved(path).fields["count"] == 1


ERRORS: tuple[Callable[[Path], JournalError], ...] = (
    NoSuchSession,
    NotASession,
    NewerFormat,
    SessionInUse,
    CannotWrite,
    NotSaved,
    DiskFull,
    FileGone,
    OnlyLookedAt,
    lambda path: DamagedSession(path, 0, 40),
    lambda path: DamagedSession(path, 0, 40, 0),
    lambda path: DamagedSession(path, 1, 40, 1),
    lambda path: DamagedSession(path, 20, 40, 20),
    lambda path: DamagedSession(path, 20, 40, 3),
)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("make", ERRORS)
def test_every_error_has_a_sentence(language: str, make: Callable[[Path], JournalError], path: Path) -> None:
    error = make(path)

    sentence = words_in(language)(error.word_key, **error.fields)

    assert sentence.endswith(".")
    assert "{" not in sentence
