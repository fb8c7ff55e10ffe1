"""A session that somebody else may have written: looking changes nothing, and whatever it is stays with that file."""

import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hostile.journals import naming, torn
from hostile.sessions import FILES, HARMLESS, MOMENTS, SHAPES, released, sound, write
from on_failing_disk import folder_in_memory

from enacting.archive import unfinished_erasures
from enacting.archive.copying import export_session, import_session
from enacting.archive.erase_session import erase_session, must_be_free
from enacting.archive.session_files import alike_of, session_files_of
from enacting.session.journal import (
    MAX_ROWS,
    CannotWrite,
    DamagedSession,
    Journal,
    JournalError,
    Kind,
    NewerFormat,
    NoSuchSession,
    NotAFile,
    NotASession,
    NotSaved,
    Row,
    SessionInUse,
    StrangeJournal,
    _header_texts,
    copy_of,
    look,
    new_session_path,
    peek,
    rescue,
    salvage,
    set_journal_aside,
    summary,
)
from enacting.session.move_text import setup_to_text
from enacting.session.session import CannotReplay, Session
from enacting.system import paths
from enacting.ui.library import SessionIndex

NOW = datetime(2026, 5, 1, 10, 0)
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")

LOOKING: tuple[Callable[[Path], object], ...] = (
    *(peek, look, summary, salvage, Session.look, session_files_of, alike_of, must_be_free),
    lambda path: SessionIndex().find_all(),
)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    paths.sessions_folder().mkdir(parents=True)


@pytest.fixture
def path() -> Path:
    """A whole session, where sessions are kept."""
    path = paths.sessions_folder() / "x.session"
    path.write_bytes(released("tiny"))
    return path


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """Somebody's only copy of something."""
    victim = tmp_path / "victim.txt"
    victim.write_text("the only copy")
    return victim


def beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}{ending}")


def open_files() -> set[int]:
    """The numbers of the files that this program has open."""
    found = set()
    for handle in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            found.add(handle.stat().st_ino)
    return found


def contents(folder: Path) -> dict[str, bytes | None]:
    files = (file for file in folder.rglob("*") if not file.is_symlink())
    return {str(file): file.read_bytes() if file.is_file() else None for file in files}


def made(**facts: Any) -> Path:
    """A session whose sums are right, with other facts in its header."""
    seen = sound("tiny")
    rows, pictures = facts.pop("rows", seen.rows()), facts.pop("pictures", seen.header.pictures)
    path = paths.sessions_folder() / "made.session"
    path.unlink(missing_ok=True)
    write(path, {**_header_texts(seen.header), **facts}, rows, dict(pictures), None)
    return path


def refused(path: Path) -> str:
    """Why the session is neither looked at, taken in nor opened; it is listed all the same."""
    with pytest.raises(JournalError):
        look(path)
    with pytest.raises(JournalError):
        import_session(path, paths.sessions_folder(), NOW)
    with pytest.raises(JournalError) as why:
        Journal.open(path)
    summary(path)
    return type(why.value).__name__


# Looking


@pytest.mark.parametrize("ask", LOOKING)
def test_looking_at_a_torn_session_leaves_it_torn_and_shows_it_whole(
    tmp_path: Path, ask: Callable[[Path], object]
) -> None:
    path = paths.sessions_folder() / "x.session"
    database, journal = torn()
    path.write_bytes(database)
    beside(path, "-journal").write_bytes(journal)
    before = contents(tmp_path)

    ask(path)

    assert contents(tmp_path) == before
    assert summary(path).trouble == ""
    with closing(Journal.open(path)) as opened:
        assert opened.rows() == sound("tiny").rows()
    assert path.read_bytes() == released("tiny")


@pytest.mark.parametrize("pages", [0, 5, 2**30])
@pytest.mark.parametrize("beginning", [b"", b"\0"])
def test_a_file_that_a_journal_names_is_left_alone(
    path: Path, victim: Path, tmp_path: Path, pages: int, beginning: bytes
) -> None:
    journal = naming(victim, pages=pages)
    beside(path, "-journal").write_bytes(beginning + journal[len(beginning) :])
    before = contents(tmp_path)

    for ask in (*LOOKING, Journal.open, Session.resume, rescue):
        with suppress(StrangeJournal):
            ask(path)

    assert contents(tmp_path) == before
    assert summary(path).trouble == "journal.strange_journal"


def test_a_true_journal_that_also_names_a_file_is_not_used(path: Path, victim: Path) -> None:
    database, journal = torn()
    path.write_bytes(database)
    beside(path, "-journal").write_bytes(journal + naming(victim, pages=1)[512:])

    with pytest.raises(StrangeJournal):
        Journal.open(path)

    assert victim.exists()
    assert path.read_bytes() == database


def _link(file: Path, victim: Path) -> None:
    file.symlink_to(victim)


def _second_name(file: Path, victim: Path) -> None:
    file.hardlink_to(victim)


def _pipe(file: Path, victim: Path) -> None:
    os.mkfifo(file)


def _folder(file: Path, victim: Path) -> None:
    file.mkdir()


def _huge(file: Path, victim: Path) -> None:
    with file.open("wb") as opened:
        opened.truncate(1 << 33)


@posix
@pytest.mark.timeout(30)
@pytest.mark.parametrize("lay", [_link, _second_name, _pipe, _folder, _huge])
@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_what_is_no_journal_of_the_session_is_told_and_put_aside_on_demand(
    path: Path, victim: Path, ending: str, lay: Callable[[Path, Path], None]
) -> None:
    lay(beside(path, ending), victim)
    with pytest.raises(StrangeJournal) as told:
        Session.resume(path)
    assert path.read_bytes() == released("tiny")

    aside = set_journal_aside(told.value)
    Session.resume(path).close()

    assert aside.name == f"x.session.damaged{ending}"
    assert os.path.lexists(aside)
    assert aside in [item.file for item in session_files_of(path)] or not aside.is_file()
    assert victim.read_text() == "the only copy"


def test_a_journal_that_is_of_no_more_use_does_not_outlive_the_opening(path: Path) -> None:
    beside(path, "-journal").write_bytes(b"\0" * 512 + b"what somebody left" * 100_000)

    with closing(Session.resume(path)) as session:
        session.undo()
        assert b"somebody" not in beside(path, "-journal").read_bytes()

    assert not beside(path, "-journal").exists()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs a list of the open files")
@pytest.mark.parametrize("before", ["nothing", "an old journal", "a torn write", "another way of writing"])
def test_what_is_written_has_its_journal_on_the_disk_whatever_was_there_before(path: Path, before: str) -> None:
    match before:
        case "an old journal":
            beside(path, "-journal").write_bytes(bytes(600))
        case "a torn write":
            path.write_bytes(torn()[0])
            beside(path, "-journal").write_bytes(torn()[1])
        case "another way of writing":
            with closing(sqlite3.connect(path)) as db:
                db.execute("PRAGMA journal_mode = WAL")

    with closing(Session.resume(path)) as session:
        session.undo()
        assert beside(path, "-journal").stat().st_ino in open_files()

    assert [file.name for file in path.parent.iterdir() if file.is_file()] == ["x.session"]


def test_a_new_session_takes_no_name_beside_which_something_lies(tmp_path: Path) -> None:
    for ending in ("-journal", "-wal"):
        (tmp_path / f"2026-05-01-a.session{ending}").write_text("mine")

    assert new_session_path(tmp_path, "A", NOW).name == "2026-05-01-a-2.session"


@posix
def test_a_new_session_takes_no_name_of_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "2026-05-01-a.session").symlink_to(tmp_path / "nowhere")

    assert new_session_path(tmp_path, "A", NOW).name == "2026-05-01-a-2.session"


@pytest.mark.parametrize("coming", [["whole"], ["tiny", "whole"]])
def test_a_session_written_to_between_reading_and_holding_is_read_again(
    path: Path, monkeypatch: pytest.MonkeyPatch, coming: list[str]
) -> None:
    last = coming[0]
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect

    def connect_late(*given: Any, **more: Any) -> sqlite3.Connection:
        if "mode=rw" in str(given[0]) and coming:
            path.write_bytes(released(coming.pop()))
        return connect(*given, **more)

    monkeypatch.setattr(sqlite3, "connect", connect_late)

    with closing(Journal.open(path)) as journal:
        assert journal.header == sound(last).header
        assert journal.rows() == sound(last).rows()


def test_a_session_that_is_never_twice_the_same_is_not_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect
    turns = ["tiny"]

    def connect_late(*given: Any, **more: Any) -> sqlite3.Connection:
        if "mode=rw" in str(given[0]):
            turns.append("whole" if turns[-1] == "tiny" else "tiny")
            path.write_bytes(released(turns[-1]))
        return connect(*given, **more)

    monkeypatch.setattr(sqlite3, "connect", connect_late)

    with pytest.raises(SessionInUse) as refused:
        Journal.open(path)

    assert turns == ["tiny", "whole", "tiny", "whole"]
    assert refused.value.path == path
    if Path("/proc/self/fd").is_dir():
        assert path.stat().st_ino not in open_files()


@posix
def test_a_second_name_of_a_session_that_is_held_is_not_read(path: Path, tmp_path: Path) -> None:
    (tmp_path / "other.session").hardlink_to(path)

    with closing(Session.resume(path)):
        with pytest.raises(SessionInUse):
            look(tmp_path / "other.session")
        asked = subprocess.run(
            [
                sys.executable,
                "-c",
                f"from pathlib import Path; from enacting.session.journal import *; Journal.open(Path({str(path)!r}))",
            ],
            capture_output=True,
            text=True,
            check=False,
        )

    assert "SessionInUse" in asked.stderr


def test_erasing_looks_whether_a_session_is_held_without_writing(tmp_path: Path, victim: Path) -> None:
    path = paths.sessions_folder() / "x.session"
    database, journal = torn()
    path.write_bytes(database)
    beside(path, "-journal").write_bytes(journal)
    before = contents(tmp_path)

    must_be_free(path)

    assert contents(tmp_path) == before
    assert [item.file.name for item in erase_session(path).gone] == ["x.session-journal", "x.session"]
    assert victim.exists()


# What the file is


@posix
@pytest.mark.timeout(30)
def test_a_link_or_a_pipe_with_the_name_of_a_session_is_one_line_of_the_list(path: Path, victim: Path) -> None:
    folder = path.parent
    (folder / "link.session").symlink_to(path)
    (folder / "ring.session").symlink_to("ring.session")
    (folder / "gone.session").symlink_to("gone")
    (folder / "device.session").symlink_to("/dev/zero")
    (folder / "folder.session").mkdir()
    os.mkfifo(folder / "pipe.session")

    troubles = {listed.path.stem: listed.trouble for listed in SessionIndex().find_all()}

    link = NotAFile.word_key
    assert troubles.pop("folder") == NoSuchSession.word_key
    assert troubles == {"x": "", "link": link, "ring": link, "gone": link, "device": link, "pipe": link}
    for name in ("link", "ring", "gone", "device", "pipe"):
        assert refused(folder / f"{name}.session") == "NotAFile"


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root becomes somebody else")
def test_a_session_one_may_not_read_is_told_as_such(path: Path, tmp_path: Path) -> None:
    path.chmod(0)
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(folder.stat().st_mode | 0o055)
    script = (
        "import os; from pathlib import Path\n"
        "from enacting.session.journal import *; from enacting.language.words import words_in\n"
        f"path = Path({str(path)!r}); os.seteuid(65534)\n"
        "for ask in (Journal.open, look, peek):\n"
        "    try: ask(path)\n"
        "    except JournalError as no: print(type(no).__name__, words_in('en')(no.word_key, **no.fields))\n"
    )

    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split("\n")

    sentence = "CannotRead The file x.session has not been changed, but it cannot be read (Permission denied)."
    assert [line[: len(sentence)] for line in said[:3]] == [sentence] * 3


@posix
def test_a_session_that_cannot_be_read_is_taken_up_from_its_second_copy(path: Path) -> None:
    Session.resume(path).close()
    copy = copy_of(path)
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(released("tiny"))
    with path.open("wb") as file:
        file.truncate(1 << 40)

    assert summary(path).trouble == NotASession.word_key
    with closing(Session.rescue(path)) as session:
        assert len(session.log()) == len(sound("tiny").rows())


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"x" * 5000, b"SQLite format 3\0" + bytes(5000)])
def test_what_is_no_session_is_not_opened_and_left_as_it_is(path: Path, data: bytes) -> None:
    path.write_bytes(data)

    assert refused(path) in ("NotASession", "DamagedSession")
    assert path.read_bytes() == data


def test_one_changed_bit_in_the_list_of_keys_is_damage_of_that_file(path: Path) -> None:
    data = bytearray(released("tiny"))
    place = re.search(rb"\x03\x17.title|\x03.{1,2}title", data, re.DOTALL)
    assert place is not None
    for offset in range(place.start(), place.end()):
        for bit in range(8):
            changed = bytearray(data)
            changed[offset] ^= 1 << bit
            path.write_bytes(changed)
            summary(path)
            with suppress(JournalError):
                Journal.open(path).close()


@pytest.mark.timeout(60)
@pytest.mark.parametrize("number", range(len(SHAPES)))
def test_a_database_that_is_not_ours_to_the_letter_is_refused_at_once(number: int) -> None:
    seen, path = sound("tiny"), paths.sessions_folder() / "shape.session"
    write(path, dict(_header_texts(seen.header)), seen.rows(), dict(seen.header.pictures), SHAPES[number])
    began = time.process_time()

    for ask in (peek, look, Journal.open, salvage, summary):
        with suppress(JournalError):
            opened = ask(path)
            if isinstance(opened, Journal):
                opened.close()

    assert time.process_time() - began < 3
    if SHAPES[number] in HARMLESS:
        Session.resume(path).close()
    else:
        assert refused(path) in ("DamagedSession", "NotASession", "NewerFormat")


def test_a_trigger_hidden_under_the_name_of_a_table_drops_no_move(tmp_path: Path) -> None:
    seen, path = sound("tiny"), paths.sessions_folder() / "evil.session"
    hidden = next(shape for shape in SHAPES if shape.__name__ == "_hidden_trigger")
    write(path, dict(_header_texts(seen.header)), seen.rows(), dict(seen.header.pictures), hidden)

    with pytest.raises(DamagedSession):
        Session.resume(path)
    with closing(Session.rescue(path)) as session:
        session.undo()
        session.undo()
        assert session.unsaved == 0
        log = len(session.log())

    assert len(Session.look(path).log()) == log == len(seen.rows()) + 2


# What it says


def test_a_session_made_by_hand_of_true_facts_opens() -> None:
    with closing(Session.resume(made())) as session:
        assert len(session.log()) == len(sound("tiny").rows())


@pytest.mark.parametrize("moment", MOMENTS, ids=repr)
def test_a_moment_that_is_none_is_refused_before_it_is_called_checked(moment: object) -> None:
    path = made(created=moment)

    if moment in ("2026-03-12T10:00:00+00:00", "2026-03-12T10:00:00-23:59"):
        taken = import_session(path, paths.sessions_folder(), NOW)
        with closing(Session.resume(taken)) as session:
            assert session.created.isoformat() == moment
    else:
        assert refused(path) == "DamagedSession"


@pytest.mark.parametrize("files", FILES, ids=lambda value: repr(value)[:30])
def test_cards_that_are_no_texts_by_name_are_refused(files: str) -> None:
    path = made(files=files)

    with pytest.raises((DamagedSession, CannotReplay)):
        Session.resume(path)
    with pytest.raises((DamagedSession, CannotReplay)):
        import_session(path, paths.sessions_folder(), NOW)


@pytest.mark.parametrize("key", ["title", "created", "language", "program", "box_id", "box_title", "files", "setup"])
@pytest.mark.parametrize("value", [7, 1.5, b"bytes", "x" * 10_000_000, None], ids=lambda value: repr(value)[:20])
def test_a_fact_of_another_kind_or_without_end_is_refused(key: str, value: object) -> None:
    assert refused(made(**{key: value})) == "DamagedSession"


@pytest.mark.parametrize("language", ["", "FR", "fr\n", "../fr", "f" * 900, "français"])
def test_a_language_that_is_none_is_refused(language: str) -> None:
    assert refused(made(language=language)) == "DamagedSession"
    path = made(rows=[*sound("tiny").rows(), Row(len(sound("tiny").rows()) + 1, Kind.LANGUAGE, language)])
    with pytest.raises(CannotReplay):
        Session.resume(path)


@pytest.mark.parametrize("minutes", [-1, 1441, 10**15, 10**400])
def test_a_plan_longer_than_a_day_cannot_be_played(minutes: int) -> None:
    setup = sound("tiny").header.setup
    plan = replace(setup.plan, minutes=dict.fromkeys(setup.plan.minutes, minutes))
    path = made(setup=setup_to_text(replace(setup, plan=plan)))

    with pytest.raises(CannotReplay):
        Session.resume(path)
    with pytest.raises(CannotReplay):
        import_session(path, paths.sessions_folder(), NOW)


@pytest.mark.parametrize("seconds", [-1, 1801, 10**15])
def test_a_move_that_lasted_longer_than_moves_do_is_refused(seconds: int) -> None:
    first, *others = sound("tiny").rows()
    assert '"seconds":' in first.data
    changed = re.sub(r'"seconds":\d+', f'"seconds":{seconds}', first.data)

    with pytest.raises(CannotReplay):
        Session.resume(made(rows=[Row(1, first.kind, changed), *others]))


@pytest.mark.parametrize("kinds", [["undone"] * 50, ["redone"], ["erased"], ["played\0"]])
def test_no_list_tells_fewer_actions_than_none(kinds: list[str]) -> None:
    path = made(rows=[Row(number, kind, "") for number, kind in enumerate(kinds, start=1)])

    assert summary(path).trouble
    with pytest.raises(CannotReplay):
        Session.resume(path)


def test_more_rows_than_a_table_plays_are_refused_and_never_written() -> None:
    rows = sound("tiny").rows()
    more = [Row(number, Kind.LANGUAGE, "fr") for number in range(len(rows) + 1, MAX_ROWS + 1)]
    with closing(Session.resume(made(rows=[*rows, *more]))) as session:
        assert len(session.log()) == MAX_ROWS

        session.undo()

        assert session.unsaved == 1
        assert isinstance(session.failure, NotSaved)
    assert refused(made(rows=[*rows, *more, Row(MAX_ROWS + 1, Kind.LANGUAGE, "fr")])) == "DamagedSession"


def test_pictures_without_number_or_of_another_kind_are_refused() -> None:
    for pictures in (
        {f"art/{number}.png": b"" for number in range(1001)},
        {"art/x.png": "a text"},
        {"art/x.png": 7},
        {None: b""},
        {"art/x.png": bytes(17_000_000)},
        {"x" * 1001: b""},
    ):
        assert refused(made(pictures=pictures)) == "DamagedSession"


@pytest.mark.parametrize(
    "facts", [{"title": "x" * 1001}, {"created": "yesterday"}, {"language": "FR"}, {"files": {"a": "\ud800"}}]
)
def test_nothing_is_written_that_would_not_be_read_again(tmp_path: Path, facts: dict[str, Any]) -> None:
    with pytest.raises(CannotWrite):
        Journal.create(tmp_path / "a.session", replace(sound("tiny").header, **facts))

    assert not (tmp_path / "a.session").exists()


@posix
@pytest.mark.parametrize("when", [-(2**33), -1, 2**33, 253402300800, 2**40])
def test_a_date_that_no_calendar_has_does_not_leave_its_file(when: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with folder_in_memory() as folder:  # Whose dates have no bound.
        monkeypatch.setenv(paths.DATA_VARIABLE, str(folder))
        path = paths.sessions_folder() / "x.session"
        path.parent.mkdir()
        path.write_bytes(released("tiny"))
        os.utime(path, (when, when))

        (listed,) = SessionIndex().find_all()

        assert listed.changed == (when if when == 2**33 else 0)
        Session.resume(path).close()


@posix
def test_the_folder_of_the_copies_is_never_a_link(path: Path, victim: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("x.session", "x.session.slip", "x.session.new"):
        (elsewhere / name).write_text("mine")
    copy_of(path).parent.symlink_to(elsewhere)

    with closing(Session.resume(path)) as session:
        session.undo()
        session.backup()
        assert isinstance(session.copy_failure, CannotWrite)
    erase_session(path)

    assert {file.name: file.read_text() for file in elsewhere.iterdir()} == dict.fromkeys(
        ("x.session", "x.session.slip", "x.session.new"), "mine"
    )


def test_a_name_that_no_file_can_have_is_no_session(tmp_path: Path) -> None:
    for name in ("a\0b.session", "x" * 5000 + ".session"):
        with pytest.raises(JournalError):
            Journal.open(tmp_path / name)
        assert summary(tmp_path / name).trouble


@posix
def test_a_session_whose_name_is_no_text_is_listed_played_and_erased(tmp_path: Path) -> None:
    path = paths.sessions_folder() / os.fsdecode(b"\xff\xfe.session")
    try:
        path.write_bytes(released("tiny"))
    except OSError:
        pytest.skip("this disk keeps no such name")

    (listed,) = SessionIndex().find_all()
    with closing(Session.resume(path)) as session:
        session.undo()
    erased = erase_session(path)

    assert listed.trouble == ""
    assert path in [item.file for item in erased.gone]
    assert not path.exists()


@posix
@pytest.mark.timeout(20)
def test_a_list_of_what_is_to_be_erased_is_not_read_from_a_pipe(path: Path) -> None:
    copy_of(path).parent.mkdir()
    erased = erase_session(path)
    path.write_bytes(released("tiny"))
    os.mkfifo(unfinished_erasures._file_beside(path))

    assert erased.gone
    assert unfinished_erasures.list_of(path) is None


def test_a_damaged_session_is_told_at_once_and_not_waited_for(path: Path) -> None:
    path.write_bytes(released("tiny").replace(b'"seconds"', b'"sekonds"'))
    began = time.monotonic()

    for _ in range(5):
        with suppress(DamagedSession):
            look(path)

    assert time.monotonic() - began < 1.4


def test_what_is_given_from_a_torn_session_is_whole(tmp_path: Path) -> None:
    path = paths.sessions_folder() / "x.session"
    database, journal = torn()
    path.write_bytes(database)
    beside(path, "-journal").write_bytes(journal)

    capsule = export_session(path, tmp_path / "stick")

    assert look(capsule).rows() == sound("tiny").rows()


def test_a_newer_format_is_told_even_where_its_tables_are_others(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE more (a)")
        db.execute("PRAGMA user_version = 2")
        db.commit()

    with pytest.raises(NewerFormat):
        look(path)
