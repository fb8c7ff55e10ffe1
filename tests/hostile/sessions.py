"""Builder: sessions changed by chance, and sessions made by hand, with their sums right and wrong all the same."""

import json
import lzma
import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hostile.kinds import Kind, Room, mutated

from enacting.archive.copying import export_session, import_session
from enacting.archive.erase_session import erase_session, must_be_free
from enacting.archive.session_files import alike_of, capsules_of, perhaps_reports_of, session_files_of
from enacting.engine.rules import legal_moves
from enacting.session.journal import (
    APPLICATION,
    TABLES,
    JournalError,
    ReadOnlyJournal,
    Row,
    StrangeJournal,
    _chained,
    _digest,
    _header_texts,
    look,
    peek,
    salvage,
    set_journal_aside,
    summary,
)
from enacting.session.journal import (
    Kind as RowKind,
)
from enacting.session.metadata import read_metadata
from enacting.session.session import Session
from enacting.system.save_folders import places
from enacting.ui.library import SessionIndex, is_overdue

RELEASED = Path(__file__).parents[1] / "data" / "formats" / "0.1.0"
NOW = datetime(2026, 5, 1, 10, 0)


@cache
def released(name: str) -> bytes:
    """The bytes of a released session."""
    return lzma.decompress((RELEASED / f"{name}.session.xz").read_bytes())


@cache
def sound(name: str) -> ReadOnlyJournal:
    """What a released session says."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.session"
        path.write_bytes(released(name))
        return look(path)


# Using


def look_at_sessions(room: Room) -> None:
    """List every session there is, look at each, and at what belongs to it."""
    for listed in room.timed(SessionIndex().find_all):
        assert listed.trouble or listed.moves >= 0
        is_overdue(listed, read_metadata(listed.path), NOW.date())
        datetime.fromtimestamp(listed.changed)
    for path in sorted(room.sessions.iterdir()):
        room.timed(summary, path)
        for ask in (peek, look, Session.look, salvage, must_be_free):
            with suppress(JournalError):
                room.timed(ask, path)
        for describe in (session_files_of, capsules_of, alike_of, perhaps_reports_of, read_metadata):
            room.timed(describe, path)
    assert places()


def use_sessions(room: Room) -> None:
    """Take each session in, give it, play it, take what can be had again of it, and erase it."""
    for path in sorted(room.sessions.iterdir()):
        taken = None
        with suppress(JournalError):
            taken = room.timed(import_session, path, room.data / "taken", NOW)
        if taken is not None:  # What was called checked opens, and goes on.
            room.timed(_play, taken)
            assert not summary(taken).trouble
        with suppress(JournalError):
            room.timed(export_session, path, room.data / "given")
        with suppress(JournalError):
            room.timed(_play, path)
        with suppress(JournalError):
            room.timed(Session.rescue, path).close()
        try:
            room.timed(Session.resume, path).close()
        except StrangeJournal as strange:
            with suppress(JournalError):
                set_journal_aside(strange)
        except JournalError:
            pass
        with suppress(JournalError):
            room.timed(erase_session, path)


def _play(path: Path) -> None:
    """Play a move: it is there when the session is opened again."""
    with closing(Session.resume(path)) as session:
        before = len(session.log())
        if session.game.over:
            session.undo()
        else:
            session.play(next(iter(legal_moves(session.game))))
        assert session.unsaved == 0
    with closing(Session.resume(path)) as again:
        assert len(again.log()) == before + 1, "a move called saved is lost"


# Making


def changed_by_chance(chance: random.Random, room: Room) -> str:
    """A session with bits flipped and pieces moved, most often where it says what it is."""
    data = released("tiny" if chance.random() < 0.8 else "whole")
    where = chance.choice(("header", "schema", "page", "anywhere"))
    if where == "anywhere":
        data = mutated(data, chance, chance.randrange(1, 20))
    else:
        start, end = {"header": (0, 100), "schema": (100, 4096), "page": (4096, len(data))}[where]
        data = data[:start] + mutated(data[start:end], chance, chance.randrange(1, 6)) + data[end:]
    (room.sessions / "x.session").write_bytes(data)
    return where


def made_by_hand(chance: random.Random, room: Room) -> str:
    """A session whose sums are right, of values that no program of ours wrote."""
    seen = sound("tiny")
    said: dict[str, Any] = dict(_header_texts(seen.header))
    rows = list(seen.rows())
    pictures: dict[Any, Any] = dict(seen.header.pictures)
    what = []
    for _ in range(chance.randrange(1, 3)):
        name, change = chance.choice(CHANGES)
        what.append(name)
        said, rows, pictures = change(chance, said, rows, pictures)
    write(room.sessions / "x.session", said, rows, pictures, chance.choice(SHAPES) if chance.random() < 0.4 else None)
    return ", ".join(what)


Parts = tuple[dict[str, Any], list[Row], dict[Any, Any]]
Change = Callable[[random.Random, dict[str, Any], list[Row], dict[Any, Any]], Parts]
Shape = Callable[[sqlite3.Connection], object]


def write(path: Path, said: dict[str, Any], rows: Sequence[Row], pictures: dict[Any, Any], shape: Shape | None) -> None:
    """A session's file of those values, whatever they are, with the sums that go with them."""
    try:
        digest = _digest(said, pictures)
        chained = list(_chained(digest, rows))
    except (AttributeError, TypeError, UnicodeError):
        digest, chained = "no sum", []
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        if shape is not None and shape in BEFORE:
            shape(db)
        db.execute("PRAGMA synchronous=OFF")
        db.execute(f"PRAGMA application_id={APPLICATION}")
        db.execute("PRAGMA user_version=1")
        db.execute("BEGIN")
        for statement in TABLES.values():
            db.execute(statement.removesuffix(" STRICT"))  # Values of any kind go in: the word is added afterwards.
        with suppress(UnicodeError, sqlite3.Error, OverflowError):
            db.executemany("INSERT INTO header VALUES (?,?)", {**said, "digest": digest}.items())
            db.executemany("INSERT INTO picture VALUES (?,?)", pictures.items())
            db.executemany("INSERT INTO row VALUES (?,?,?,?)", chained)
        db.execute("COMMIT")
        db.execute("PRAGMA writable_schema=ON")
        for name, statement in TABLES.items():
            db.execute("UPDATE sqlite_schema SET sql=? WHERE name=?", (statement, name))
        db.execute("PRAGMA writable_schema=RESET")
        if shape is not None and shape not in BEFORE:
            with suppress(sqlite3.Error):
                shape(db)


MOMENTS = (
    *(
        "yesterday",
        "",
        "2026-03-12",
        "2026-W11-4T10:00",
        "20260312T100000",
        "2026-13-45T10:00:00",
        "0001-01-01T00:00:00",
    ),
    *("9999-12-31T23:59:59", "2026-03-12T10:00:00+99:00", "2026-03-12T10:00:00-23:59", "2026-03-12T10:00:00+00:00"),
    *("२०२६-०३-१२T10:00:00", "2026-03-12T10:00:00\0", "2026-03-12T24:00:00", "../../../etc/passwd", 20260312, b"2026"),
)
TEXTS: tuple[Any, ...] = (
    *(
        "",
        " ",
        "\0",
        "\x1b[31m",
        "\u202e",
        "a" * 2000,
        "é" * 1000,
        "\U0001f600" * 900,
        "../../x",
        "CON",
        "{title}",
        "%s",
    ),
    *(1, 1.5, None, b"\xff", "x" * 5_000_000),
)
NUMBERS: tuple[Any, ...] = (
    *(-1, 0, 10**6, 10**15, 2**31, 2**63, 10**400, -(10**15), 1.5, 1e308, float("nan"), float("inf"), True, None),
    *("", "7", [], {}, [[]], {"": ""}),
)
LANGUAGES = ("", "xx", "FR", "fr\0", "../fr", "fr" * 1000, 7, b"fr", "zz-ZZ", "en\n")
FILES = (
    *("", "[]", "{}", "7", "null", '"x"', '{"game.yaml": 7}', '{"game.yaml": ["x"]}', '{"game.yaml": {"a": "b"}}'),
    *("[" * 100_000, '{"a":' * 50_000, '{"game.yaml": "' + "x" * 3_000_000 + '"}', '{"x": "\\ud800"}'),
    "{" + '"a": "",' * 200_000 + '"b": ""}',
)


def _other_fact(key: str, values: Sequence[Any]) -> Change:
    def change(chance: random.Random, said: dict[str, Any], rows: list[Row], pictures: dict[Any, Any]) -> Parts:
        return {**said, key: chance.choice(values)}, rows, pictures

    return change


def _other_setup(chance: random.Random, said: dict[str, Any], rows: list[Row], pictures: dict[Any, Any]) -> Parts:
    return {**said, "setup": _changed_json(chance, said["setup"])}, rows, pictures


def _other_row(chance: random.Random, said: dict[str, Any], rows: list[Row], pictures: dict[Any, Any]) -> Parts:
    place = chance.randrange(len(rows))
    row = rows[place]
    match chance.randrange(5):
        case 0:
            row = Row(row.sequence, chance.choice((*RowKind, "erased", "", "played\0", "x" * 9999)), row.data)
        case 1:
            row = Row(row.sequence, row.kind, chance.choice(("", "{}", "[", "null", "[" * 50_000, "x" * 900_000)))
        case 2:
            row = Row(chance.choice((0, -1, 2**62, row.sequence + 100)), row.kind, row.data)
        case 3:
            row = Row(row.sequence, RowKind.LANGUAGE, str(chance.choice(LANGUAGES)))
        case _:
            row = Row(row.sequence, row.kind, _changed_json(chance, row.data or "{}"))
    return said, [*rows[:place], row, *rows[place + 1 :]], pictures


def _many_rows(chance: random.Random, said: dict[str, Any], rows: list[Row], pictures: dict[Any, Any]) -> Parts:
    kind = chance.choice(tuple(RowKind))
    count = chance.choice((50, 5000, 30_000))
    more = [Row(len(rows) + number, kind, "fr" if kind is RowKind.LANGUAGE else "") for number in range(1, count + 1)]
    return said, [*rows, *more], pictures


def _long_play(chance: random.Random, said: dict[str, Any], rows: list[Row], pictures: dict[Any, Any]) -> Parts:
    """A session in which something is played, taken back and played again for hours."""
    pairs = chance.choice((10, 1000, 4000))
    kinds = [RowKind.UNDONE, RowKind.REDONE] * pairs
    return said, [*rows, *(Row(len(rows) + number, kind, "") for number, kind in enumerate(kinds, 1))], pictures


def _other_pictures(chance: random.Random, said: dict[str, Any], rows: list[Row], pictures: dict[Any, Any]) -> Parts:
    names = ("art/x.png", "../x.png", "", "art/" + "x" * 2000, None, 7, "art/\0.png")
    contents = (b"", b"\x89PNG", bytes(9_000_000), "text", 7, bytes(17_000_000))
    more = {chance.choice(names): chance.choice(contents)}
    if chance.random() < 0.1:
        more = {f"art/{number}.png": b"" for number in range(3000)}
    return said, rows, {**pictures, **more}


def _more_facts(chance: random.Random, said: dict[str, Any], rows: list[Row], pictures: dict[Any, Any]) -> Parts:
    if chance.random() < 0.5:
        return {**said, **{f"k{number}": "x" for number in range(chance.choice((1, 5000)))}}, rows, pictures
    lacking = chance.choice(list(said))
    return {key: value for key, value in said.items() if key != lacking}, rows, pictures


CHANGES: Sequence[tuple[str, Change]] = (
    ("created", _other_fact("created", MOMENTS)),
    ("title", _other_fact("title", TEXTS)),
    ("program", _other_fact("program", TEXTS)),
    ("box id", _other_fact("box_id", TEXTS)),
    ("box title", _other_fact("box_title", TEXTS)),
    ("box digest", _other_fact("box_digest", TEXTS)),
    ("language", _other_fact("language", LANGUAGES)),
    ("files", _other_fact("files", FILES)),
    ("setup", _other_setup),
    ("setup", _other_setup),
    ("row", _other_row),
    ("row", _other_row),
    ("many rows", _many_rows),
    ("long play", _long_play),
    ("pictures", _other_pictures),
    ("more facts", _more_facts),
)


def _changed_json(chance: random.Random, text: str) -> str:
    """JSON with one of its values, or all of it, replaced."""
    try:
        tree = json.loads(text)
    except ValueError:
        return text
    places: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        for key in list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
            places.append((node, key))
            walk(node[key])

    walk(tree)
    if not places:
        return json.dumps(chance.choice(NUMBERS))
    node, key = chance.choice(places)
    if chance.random() < 0.15 and isinstance(node, dict):
        node[f"{key}x"] = node.pop(key)
    elif chance.random() < 0.2 and isinstance(node[key], list):
        node[key] = node[key] * chance.choice((0, 2, 50, 3000))
    else:
        value = chance.choice((*NUMBERS, *TEXTS[:13]))
        node[key] = value if not isinstance(value, bytes) else ""
    return json.dumps(tree)


# Databases that are not as ours


def _sql(*statements: str) -> Shape:
    def shape(db: sqlite3.Connection) -> None:
        for statement in statements:
            db.execute(statement)

    return shape


def _hidden_trigger(db: sqlite3.Connection) -> None:
    """A trigger with the name of a table, listed after it."""
    db.execute("CREATE TRIGGER header AFTER INSERT ON row BEGIN DELETE FROM row WHERE sequence=NEW.sequence; END")
    db.execute("PRAGMA writable_schema=ON")
    db.execute("UPDATE sqlite_schema SET rowid=rowid+100")
    db.execute("UPDATE sqlite_schema SET rowid=1 WHERE type='table' AND name='row'")
    db.execute("UPDATE sqlite_schema SET rowid=2 WHERE type='trigger'")


def _instead(table: str, statement: str) -> Shape:
    """Something else under the name of a table."""

    def shape(db: sqlite3.Connection) -> None:
        db.execute(f"DROP TABLE {table}")
        db.execute(statement)

    return shape


_ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c)"
HARMLESS: Sequence[Shape] = (
    _sql("PRAGMA page_size=1024"),
    _sql("PRAGMA page_size=65536"),
    _sql("PRAGMA auto_vacuum=FULL"),
    _sql("PRAGMA journal_mode=WAL"),
    _sql("PRAGMA user_version=-5"),
)
"""Ways of writing the same rows, given up when the file is held."""
BEFORE: Sequence[Shape] = (*HARMLESS[:3], _sql("PRAGMA encoding='UTF-16le'"), _sql("PRAGMA page_size=512"))
"""What must be chosen before anything is written."""
SHAPES: Sequence[Shape] = (
    *HARMLESS,
    *BEFORE[len(HARMLESS[:3]) :],
    _sql("PRAGMA user_version=2"),
    _sql("PRAGMA application_id=1"),
    _hidden_trigger,
    _sql("CREATE TRIGGER t AFTER INSERT ON row BEGIN DELETE FROM row; END"),
    _sql(f"CREATE VIEW v AS {_ENDLESS} SELECT x FROM c"),
    _sql("CREATE INDEX i ON row (kind)"),
    _sql("CREATE INDEX i ON row (abs(kind))"),
    _sql("CREATE VIRTUAL TABLE t USING fts5(x)"),
    _sql("CREATE VIRTUAL TABLE t USING rtree(a,b,c)"),
    _sql("ANALYZE"),
    _sql(*(f"CREATE TABLE t{number} (a)" for number in range(300))),
    _instead(
        "row", f"CREATE VIEW row AS {_ENDLESS} SELECT x AS sequence, 'played' AS kind, '' AS data, '' AS chain FROM c"
    ),
    _instead("header", f"CREATE VIEW header AS {_ENDLESS} SELECT x AS key, x AS value FROM c"),
    _instead("picture", f"CREATE VIEW picture AS {_ENDLESS} SELECT x AS name, zeroblob(9999999) AS data FROM c"),
    _instead("picture", "CREATE TABLE picture (name TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID"),
    _instead("picture", "CREATE TABLE picture (name TEXT PRIMARY KEY, data BLOB AS (zeroblob(99999999)))"),
    _instead("picture", "CREATE TABLE picture (name TEXT PRIMARY KEY, data BLOB CHECK (length(data) < 9))"),
    _sql("PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET rootpage=2"),
    _sql("PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET rootpage=1 WHERE name='row'"),
    _sql("PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET rootpage=0 WHERE name='row'"),
    _sql("PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET sql='CREATE TABLE row (' WHERE name='row'"),
    _sql("PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET type='view' WHERE name='row'"),
    _sql("PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET tbl_name='header' WHERE name='row'"),
    _sql("PRAGMA writable_schema=ON", "DELETE FROM sqlite_schema WHERE type='index'"),
    _sql("PRAGMA writable_schema=ON", "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name='row'"),
)

KINDS = (
    Kind("session-changed", changed_by_chance, look_at_sessions, use_sessions),
    Kind("session-made", made_by_hand, look_at_sessions, use_sessions),
)
