"""A session's content in memory answers plain questions, for a while, and nothing else."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hostile.sessions import released

from enacting.session.session import Session
from enacting.session.snapshot import (
    MAX_VALUE,
    Changing,
    Damage,
    NotADatabase,
    _allow,
    _Effort,
    digest_of,
    distrust_content,
    is_held,
    snapshot,
    uri_of,
)
from enacting.system.untrusted_files import TooLarge, read_file

ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT count(*) FROM c"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.session"
    path.write_bytes(released("tiny"))
    return path


def with_sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def test_it_holds_what_the_file_holds(path: Path) -> None:
    with snapshot(path) as asked, closing(sqlite3.connect(path)) as db:
        for table in ("header", "picture", "row"):
            statement = f"SELECT * FROM {table}"
            assert asked.execute(statement).fetchall() == db.execute(statement).fetchall()


@pytest.mark.parametrize(
    "statement",
    [
        *("DELETE FROM row", "CREATE TABLE t (a)", "ATTACH 'other' AS other", "PRAGMA writable_schema = ON", "VACUUM"),
        *("SELECT randomblob(9)", "SELECT load_extension('x')", "SELECT * FROM pragma_table_list", ENDLESS),
        "SELECT * FROM dbstat",
    ],
)
def test_anything_but_a_plain_question_is_refused(path: Path, statement: str) -> None:
    before = path.read_bytes()

    with snapshot(path) as asked, pytest.raises(sqlite3.Error):
        asked.execute(statement).fetchall()

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["x.session"]


def test_nothing_is_written_even_by_who_may_ask_anything(path: Path) -> None:
    with snapshot(path) as asked:
        asked.set_authorizer(None)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            asked.execute("DELETE FROM row")


def test_a_connection_that_is_wary_trusts_nothing_that_comes_with_a_file() -> None:
    limits = {
        sqlite3.SQLITE_LIMIT_LENGTH: 16_777_216,
        sqlite3.SQLITE_LIMIT_SQL_LENGTH: 10_000,
        sqlite3.SQLITE_LIMIT_COLUMN: 20,
        sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
        sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
        sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
        sqlite3.SQLITE_LIMIT_ATTACHED: 0,
        sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
        sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
    }
    with closing(sqlite3.connect(":memory:")) as wary:
        distrust_content(wary)

        assert {limit: wary.getlimit(limit) for limit in limits} == limits
        assert wary.execute("PRAGMA trusted_schema").fetchone() == (0,)
        assert wary.execute("PRAGMA cell_size_check").fetchone() == (1,)
        if sys.version_info >= (3, 12):
            assert wary.getconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE)


def test_what_came_with_the_file_is_not_trusted(path: Path) -> None:
    with snapshot(path) as asked:
        asked.set_authorizer(None)

        assert asked.execute("PRAGMA trusted_schema").fetchone() == (0,)
        assert asked.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == 16_777_216


def test_what_is_not_known_to_be_a_plain_question_is_none() -> None:
    questions = {
        *(sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_TRANSACTION),
        *(sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_PRAGMA),
    }

    answers = {_allow(action, "row", "data", "main", None) for action in range(100) if action not in questions}

    assert answers == {sqlite3.SQLITE_DENY}


def test_what_a_view_would_do_is_refused(path: Path) -> None:
    with_sql(path, "DROP TABLE row", "CREATE VIEW row AS SELECT key AS sequence FROM header")

    with snapshot(path) as asked, pytest.raises(sqlite3.DatabaseError, match=r"prohibited|not authorized"):
        asked.execute("SELECT sequence FROM row").fetchall()


def test_no_question_goes_on_for_ever(path: Path) -> None:
    began = time.process_time()

    with snapshot(path) as asked:
        asked.set_authorizer(None)
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            asked.execute(ENDLESS).fetchall()

    assert time.process_time() - began < 3


def test_a_question_takes_twenty_million_steps_and_no_more() -> None:
    effort = _Effort()

    assert [effort.is_spent() for _ in range(2001)] == [0] * 2000 + [1]


def test_no_value_is_longer_than_any_of_ours(path: Path) -> None:
    with_sql(path, f"INSERT INTO picture VALUES ('x', zeroblob({MAX_VALUE + 1}))")

    with snapshot(path) as asked, pytest.raises(sqlite3.DataError):
        asked.execute("SELECT data FROM picture").fetchall()


def test_the_list_of_tables_is_short_before_it_is_read(path: Path) -> None:
    with_sql(path, *(f"CREATE TABLE t{number} (a)" for number in range(12)))

    with pytest.raises(Damage), snapshot(path):
        pass


def test_a_list_of_sixteen_tables_and_indices_is_read(path: Path) -> None:
    with_sql(path, *(f"CREATE TABLE t{number} (a)" for number in range(11)))

    with snapshot(path) as asked:
        assert asked.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (16,)


@pytest.mark.parametrize("place", [56, 57, 58, 59, 100, 103, 104])
def test_a_beginning_that_is_not_as_ours_is_damage(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 0x12
    path.write_bytes(data)

    with pytest.raises(Damage), snapshot(path):
        pass


@pytest.mark.parametrize("asked", ["page_size = 65536", "page_size = 8192", "auto_vacuum = FULL"])
def test_however_a_database_is_laid_out_it_holds_the_same(path: Path, asked: str) -> None:
    with snapshot(path) as before:
        rows = before.execute("SELECT * FROM row").fetchall()
    with_sql(path, f"PRAGMA {asked}", "VACUUM")

    with snapshot(path) as after:
        assert after.execute("SELECT * FROM row").fetchall() == rows


BEGINNING = b"SQLite format 3\0" + b"\x02\0\1\1"


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", NotADatabase),
        (b"x" * 600, NotADatabase),
        (BEGINNING.ljust(511, b"\0"), NotADatabase),
        (BEGINNING.ljust(512, b"\0"), Damage),
        (BEGINNING.replace(b"\x02", b"\0").ljust(512, b"\0"), NotADatabase),
    ],
)
def test_what_is_no_database_is_refused(path: Path, data: bytes, refusal: type[Exception]) -> None:
    path.write_bytes(data)

    with pytest.raises(refusal), snapshot(path):
        pass


def test_what_is_larger_than_any_session_is_refused(path: Path) -> None:
    path.write_bytes(b"")
    for size, refusal in ((83_886_080, NotADatabase), (83_886_081, TooLarge)):
        with path.open("r+b") as file:
            file.truncate(size)

        with pytest.raises(refusal), snapshot(path):
            pass


def test_a_file_that_is_written_to_all_the_time_is_read_for_a_while_then_given_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("enacting.session.snapshot.read_file", _read_while_it_changes)
    monkeypatch.setattr("time.sleep", waits.append)

    with pytest.raises(Changing), snapshot(path):
        pass

    assert waits == [pytest.approx(0.015)] * 20


def _read_while_it_changes(path: Path, max_bytes: int) -> bytearray:
    content = read_file(path, max_bytes)
    with path.open("ab") as file:
        file.write(b"x")
    return content


def _nothing(data: bytearray) -> None:
    pass


def _counters(data: bytearray) -> None:
    data[18:20] = b"\2\2"
    data[24:28] = data[92:96] = b"\1\2\3\4"
    data[96:100] = b"\5\6\7\x08"


def _last_byte(data: bytearray) -> None:
    data[-1] ^= 1


@pytest.mark.parametrize(("change", "same"), [(_nothing, True), (_counters, True), (_last_byte, False)])
def test_its_digest_changes_with_all_but_its_counters(
    path: Path, change: Callable[[bytearray], None], same: bool
) -> None:
    with snapshot(path) as asked:
        before = digest_of(asked)
    data = bytearray(path.read_bytes())
    change(data)
    path.write_bytes(data)

    with snapshot(path) as asked:
        assert (digest_of(asked) == before) == same


@pytest.mark.parametrize("place", [28, 40, 47, 60, 68, 91])
def test_its_digest_changes_with_whatever_else_its_beginning_says(path: Path, place: int) -> None:
    with snapshot(path) as asked:
        before = digest_of(asked)
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)

    with snapshot(path) as asked:
        assert digest_of(asked) != before


@pytest.mark.parametrize("name", ["a?b#c%20d.session", "é \u202e.session", "file:x.session", "a b&mode=memory.session"])
def test_the_name_of_a_file_is_no_more_than_a_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(released("tiny"))

    with closing(sqlite3.connect(uri_of(path, "ro"), uri=True)) as db:
        assert db.execute("SELECT count(*) FROM row").fetchone()[0] > 0
    with closing(Session.resume(path)) as session:
        session.undo()
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [name]


def test_a_file_is_held_while_another_program_holds_it(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from enacting.session.session import Session\n"
        f"session = Session.resume(Path({str(path)!r})); print('held', flush=True); sys.stdin.read()"
    )
    assert not is_held(path)

    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert is_held(path)
        other.communicate()

    assert is_held(path) is False
    assert is_held(path.with_name("none")) is False
    with_sql(path, "PRAGMA journal_mode = WAL")
    assert is_held(path) is False
