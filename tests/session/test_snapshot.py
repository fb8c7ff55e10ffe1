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
from enacting.session.snapshot import MAX_VALUE, Damage, NotADatabase, digest_of, is_held, snapshot, uri_of
from enacting.system.untrusted_files import TooLarge

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
    assert [one.name for one in path.parent.iterdir()] == ["x.session"]


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


def test_no_value_is_longer_than_any_of_ours(path: Path) -> None:
    with_sql(path, f"INSERT INTO picture VALUES ('x', zeroblob({MAX_VALUE + 1}))")

    with snapshot(path) as asked, pytest.raises(sqlite3.DataError):
        asked.execute("SELECT data FROM picture").fetchall()


def test_the_list_of_tables_is_short_before_it_is_read(path: Path) -> None:
    with_sql(path, *(f"CREATE TABLE t{number} (a)" for number in range(12)))

    with pytest.raises(Damage), snapshot(path):
        pass


@pytest.mark.parametrize(
    ("data", "refusal"),
    [(b"", NotADatabase), (b"x" * 200, NotADatabase), (b"SQLite format 3\0" + bytes(84), NotADatabase)],
)
def test_what_is_no_database_is_refused(path: Path, data: bytes, refusal: type[Exception]) -> None:
    path.write_bytes(data)

    with pytest.raises(refusal), snapshot(path):
        pass


def test_what_is_larger_than_any_session_is_refused(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(81 << 20)

    with pytest.raises(TooLarge), snapshot(path):
        pass


def _nothing(data: bytearray) -> None:
    pass


def _counters(data: bytearray) -> None:
    data[24:28] = data[92:96] = b"\0\0\1\0"


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


@pytest.mark.parametrize("name", ["a?b#c%20d.session", "é \u202e.session", "file:x.session", "a b&mode=memory.session"])
def test_the_name_of_a_file_is_no_more_than_a_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(released("tiny"))

    with closing(sqlite3.connect(uri_of(path, "ro"), uri=True)) as db:
        assert db.execute("SELECT count(*) FROM row").fetchone()[0] > 0
    with closing(Session.resume(path)) as session:
        session.undo()
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [name]


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

    assert not is_held(path)
    assert not is_held(path.with_name("none"))
