"""Erasing that is cut short, wherever it is: what was to go is gone, or still known, and can be finished."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
from sessions import NOTE, TEN, a_session, files_in
from sticks import stick
from tables import NAMES

from enacting.archive.copying import export_session, rename_session
from enacting.archive.erase_person import erase_person
from enacting.archive.erase_session import erase_session, finish_erasing
from enacting.archive.session_files import FileKind, session_files_of
from enacting.archive.unfinished_erasures import ENDING, PendingErasure, begin_erasing, unfinished
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import WriteNote
from enacting.harvest.making import make_harvest
from enacting.session.accident_trace import Circumstances, write_trace
from enacting.session.journal import SUFFIX, CannotWrite, SessionInUse, copy_of
from enacting.session.metadata import note_opened, read_metadata
from enacting.session.session import Session
from enacting.system import paths

KILLED = 9
CALLS = ("unlink", "rename", "replace", "open", "fsync")
"""What changes the disk, each call of which the program may be killed before."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no process can be copied there")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A session whose title, note, reports and copies name somebody, with all that it can leave on a computer."""
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    path = paths.sessions_folder() / f"2026-03-12-atelier{SUFFIX}"
    with closing(a_session(path)) as session:
        session.play(NOTE)
        session.play(WriteNote(by=FACILITATOR, text=f"{NAMES[0]} parle d’eau"))
        note_opened(session.path, TEN.date())
        make_harvest(session, paths.harvest_folder(), "fr")
        make_harvest(session, tmp_path / "elsewhere", "fr")
        write_trace(ValueError("x"), Circumstances(now=TEN, screens=["Table"], window=[], session=session))
    path = rename_session(path, f"Chez {NAMES[0]}")
    path.with_name(f"{path.name}.damaged").write_text(f"kept aside, with {NAMES[0]}")
    half = paths.harvest_folder() / f".{read_metadata(path).reports[0].rpartition('/')[2]}-0a1b2c3d.part"
    half.write_text(f"half of a report, with {NAMES[0]}")
    return path


def killed_before(call: int, act: Callable[[], object]) -> bool:
    """Whether a program that does that was killed just before its so-manyth change of the disk."""
    child = os.fork()
    if child == 0:
        _count_down(call)
        act()
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in (0, KILLED)
    return ended == KILLED


def _count_down(call: int) -> None:
    left = call

    def counted(done: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*arguments: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                os._exit(KILLED)
            return done(*arguments, **more)

        return counting

    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))


STEP_VARIABLE = "ENACTING_KILLS_STEP"
"""Tells before each how-manyth change of the disk the program is killed: `tests/long/erasing.py` takes them all."""


def calls(end: int = 400) -> Iterator[int]:
    yield from range(0, end, int(os.environ.get(STEP_VARIABLE, "5")))


def everything(folder: Path) -> dict[str, bytes]:
    """Every file there is, by its name."""
    return {name: (folder / name).read_bytes() for name in files_in(folder)}


def put_back(folder: Path, files: dict[str, bytes]) -> None:
    """Make it as it was."""
    for name in files_in(folder):
        (folder / name).unlink()
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


def known(folder: Path) -> set[Path]:
    """Every file that the program knows: on a list, of a session that is there, or a list itself."""
    found = {file for list_ in unfinished() for file in (*[each.file for each in list_.session_files], list_.session)}
    for session in folder.rglob(f"*{SUFFIX}"):
        if session.parent.name != "copies":
            found |= {item.file for item in session_files_of(session)}
    return found | set(folder.rglob(f"*{ENDING}")) | set(folder.rglob(f"*{ENDING}.new"))


def test_a_session_whose_erasing_is_killed_anywhere_is_known_to_the_last_file_and_can_be_erased(
    path: Path, tmp_path: Path
) -> None:
    before = everything(tmp_path)
    for call in calls():
        put_back(tmp_path, before)
        was_killed = killed_before(call, lambda: erase_session(path))

        assert {tmp_path / name for name in files_in(tmp_path)} <= known(tmp_path), call
        if path.exists():
            erase_session(path)
        for erasure in unfinished():
            finish_erasing(erasure)
        assert files_in(tmp_path) == [], call
        if not was_killed:
            break

    assert call > 10


@pytest.mark.parametrize("person", [0, 1])
def test_a_person_whose_erasing_is_killed_anywhere_is_in_nothing_that_is_not_known(
    path: Path, tmp_path: Path, person: int
) -> None:
    before, name = everything(tmp_path), NAMES[person].encode()
    for call in calls():
        put_back(tmp_path, before)
        was_killed = killed_before(call, lambda: erase_person(path, person, "Personne 1"))

        assert {tmp_path / name for name in files_in(tmp_path)} <= known(tmp_path), call
        for erasure in unfinished():
            finish_erasing(erasure)
        [session] = list(paths.sessions_folder().glob(f"*{SUFFIX}"))
        if name in session.read_bytes():
            session = erase_person(session, person, "Personne 1").path
        assert [file for file, content in everything(tmp_path).items() if name in content] == [], call
        assert unfinished() == ()
        assert Session.look(session).moves()[0] == NOTE
        if not was_killed:
            break

    assert call > 10


def test_a_list_is_made_before_anything_goes_and_goes_with_the_last_file(path: Path, tmp_path: Path) -> None:
    folder = paths.erasures_folder()
    seen = []

    child = os.fork()
    if child == 0:
        unlink = os.unlink

        def looking(file: Any, *more: Any, **named: Any) -> None:
            if Path(file).parent != folder:
                os._exit(len(list(folder.glob(f"*{ENDING}"))))
            unlink(file, *more, **named)

        os.unlink = looking  # type: ignore[assignment]
        erase_session(path)
        os._exit(0)
    seen.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    [listed] = unfinished()

    assert seen == [1]
    assert set(listed.session_files) == set(session_files_of(path))
    erase_session(path)
    assert unfinished() == ()


def test_nothing_goes_when_no_list_can_be_written(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_in(tmp_path)

    def full(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("enacting.archive.unfinished_erasures.write_private_file", full)

    with pytest.raises(CannotWrite):
        erase_session(path)
    with pytest.raises(CannotWrite):
        erase_person(path, 0, "Personne 1")

    assert files_in(tmp_path) == before


def test_a_person_is_not_erased_from_anything_when_the_session_cannot_be_replaced(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_in(tmp_path)
    replaced = os.replace

    def protected(source: Any, target: Any) -> None:
        if str(target).endswith(SUFFIX):
            raise PermissionError(13, "Permission denied")
        replaced(source, target)

    monkeypatch.setattr(os, "replace", protected)

    with pytest.raises(CannotWrite):
        erase_person(path, 0, "Personne 1")

    assert (files_in(tmp_path), unfinished()) == (before, ())


# Away


def on_a_stick(path: Path, folder: Path) -> list[Path]:
    """A report and a whole copy of that session, on that disk."""
    reports = make_harvest(Session.look(path), folder, "fr")
    return [*reports, export_session(path, folder)]


@pytest.mark.parametrize("inside", ["", "Enacting the Commons"])
def test_what_is_on_a_stick_that_is_not_there_is_told_and_known_when_it_is_back(
    path: Path, tmp_path: Path, inside: str
) -> None:
    with stick(tmp_path / "E") as plugged:
        html, text, capsule = on_a_stick(path, plugged.folder / inside)
        contents = [file.read_bytes() for file in (html, text, capsule)]
        plugged.pull_out()

        erased = erase_session(path)

        assert set(erased.away) == {html, text, capsule}
        assert [item.file for item in unfinished()[0].away] == [html, text]
        assert unfinished()[0].there == ()
    with stick(tmp_path / "E"):
        html.parent.mkdir(exist_ok=True)
        for file, content in zip((html, text, capsule), contents, strict=True):
            file.write_bytes(content)
        [back] = unfinished()
        assert ({item.file for item in back.there}, back.capsules_there) == ({html, text}, (capsule,))

        finished = finish_erasing(back)

        assert ({item.file for item in finished.gone}, finished.capsules, finished.away) == (
            {html, text},
            (capsule,),
            (),
        )
        assert (html.exists(), text.exists(), capsule.exists(), unfinished()) == (False, False, True, ())


def test_a_session_left_on_a_stick_that_was_pulled_out_is_told_and_known_when_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    (tmp_path / "stick").mkdir()
    left = tmp_path / "stick" / f"a{SUFFIX}"
    with closing(a_session(left)) as session:
        (tmp_path / "stick").rename(tmp_path / "pocket")
        session.play(NOTE)
        session.continue_at(paths.sessions_folder() / f"a{SUFFIX}")

    assert erase_session(session.path).away == (left,)
    (tmp_path / "pocket").rename(tmp_path / "stick")
    assert unfinished()[0].capsules_there == (left,)


def test_a_session_left_anywhere_is_told_as_one_that_begins_the_same(path: Path, tmp_path: Path) -> None:
    with closing(Session.resume(path)) as session:
        session.continue_at(tmp_path / "one" / f"a{SUFFIX}")
        session.continue_at(tmp_path / "two" / f"a{SUFFIX}")

    assert erase_session(session.path).alike == (path, tmp_path / "one" / f"a{SUFFIX}")


def test_a_report_away_is_known_after_a_person_was_erased(path: Path, tmp_path: Path) -> None:
    html, text, capsule = on_a_stick(path, tmp_path / "stick")
    (tmp_path / "stick").rename(tmp_path / "pocket")

    forgotten = erase_person(path, 0, "Personne 1")

    assert set(forgotten.files.away) == {html, text, capsule}
    assert str(html) in read_metadata(forgotten.path).reports
    (tmp_path / "pocket").rename(tmp_path / "stick")
    [back] = unfinished()
    finish_erasing(back)
    assert (html.exists(), text.exists(), unfinished()) == (False, False, ())


def test_a_report_that_somebody_deleted_is_not_waited_for(path: Path) -> None:
    for report in paths.harvest_folder().iterdir():
        report.unlink()

    assert erase_session(path).away == ()
    assert unfinished() == ()


def test_a_session_that_is_a_link_goes_and_what_it_leads_to_stays(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "of somebody"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)

    erase_session(path)

    assert (path.is_symlink(), elsewhere.exists(), unfinished()) == (False, True, ())


# Whoever wrote the list


@pytest.mark.parametrize(
    ("what", "name"),
    [
        (FileKind.REPORT, "letter.html"),
        (FileKind.REPORT, "letter-2026-03-13.html"),
        (FileKind.REPORT, "letter-2026-03-12.docx"),
        (FileKind.SESSION, "letter.docx"),
        (FileKind.COPY, "letter.session"),
        (FileKind.METADATA, "copies/letter.docx"),
        (FileKind.ASIDE, "letter.session"),
        (FileKind.ACCIDENT, "letter.trace.txt"),
    ],
)
def test_a_list_from_elsewhere_erases_nothing_that_is_no_file_of_a_session(
    path: Path, tmp_path: Path, what: FileKind, name: str
) -> None:
    letter = tmp_path / "documents" / name
    letter.parent.mkdir(parents=True)
    letter.write_text("of somebody")
    session_file = replace(session_files_of(path)[0], what=what, file=letter)
    begin_erasing(PendingErasure(session=path, day="2026-03-12", session_files=(session_file,), away=(session_file,)))

    for erasure in unfinished():
        finish_erasing(erasure)

    assert letter.read_text() == "of somebody"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[",
        b"[" * 100_000,
        b"[]",
        b"7",
        b'{"session": 7}',
        b'{"session": "relative", "day": ""}',
        b'{"session": "/a", "day": "\xff"}',
        b'{"session": "/a\\u0000", "day": ""}',
        b'{"session": "/a", "day": "yesterday"}',
        b'{"session": "/a", "day": "", "files": 7, "capsules": {}}',
        b'{"session": "/a", "day": "", "files": [7, [], ["report"], ["x", "/a"], ["report", 7], ["report", "a"]]}',
        b'{"session": "/a", "day": "", "fresh": 7}',
        bytes(2 << 20),
    ],
)
def test_a_list_that_makes_no_sense_is_as_none(path: Path, content: bytes) -> None:
    paths.erasures_folder().mkdir()
    (paths.erasures_folder() / f"{'0' * 32}{ENDING}").write_bytes(content)

    assert [item for list_ in unfinished() for item in list_.session_files] == []


def test_what_a_window_holds_is_not_finished(path: Path) -> None:
    begin_erasing(PendingErasure(session=path, day="2026-03-12", session_files=session_files_of(path)))

    with closing(Session.resume(path)), pytest.raises(SessionInUse):
        finish_erasing(unfinished()[0])

    assert path.exists()
    assert copy_of(path).exists()
