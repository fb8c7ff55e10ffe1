"""A session erased: all of it, a list of what has gone, and a list of what has not."""

from contextlib import closing
from pathlib import Path

import pytest
from journals import with_sql
from sessions import LATER, NOTE, TEN, a_session, files_in
from sticks import stick

from enacting.archive.copying import copy_from, export_session, rename_session
from enacting.archive.erase_session import erase_session
from enacting.archive.session_files import FileKind, perhaps_reports_of, session_files_of
from enacting.harvest.making import make_harvest
from enacting.harvest.naming import Naming
from enacting.session.accident_trace import Circumstances, write_trace
from enacting.session.journal import SessionInUse, copy_of
from enacting.session.metadata import metadata_of, note_opened, note_reports
from enacting.session.session import Session
from enacting.system import paths


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A session with everything that one can leave on a computer."""
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    with closing(a_session(paths.sessions_folder() / "2026-03-12-atelier.session")) as session:
        session.play(NOTE)
        note_opened(session.path, TEN.date())
        make_harvest(session, paths.harvest_folder(), "fr")
        write_trace(ValueError("x"), Circumstances(now=TEN, screens=["Table"], window=[], session=session))
    session.path.with_name(f"{session.path.name}.damaged").write_text("kept aside")
    return session.path


def test_everything_of_a_session_goes(path: Path, tmp_path: Path) -> None:
    erased = erase_session(path)

    assert files_in(tmp_path) == []
    assert [(item.what, item.file.name.replace("-000000", "")) for item in erased.gone] == [
        (FileKind.REPORT, "atelier-2026-03-12.html"),
        (FileKind.REPORT, "atelier-2026-03-12.md"),
        (FileKind.ACCIDENT, "2026-03-12-100000.trace.txt"),
        (FileKind.ASIDE, "2026-03-12-atelier.session.damaged"),
        (FileKind.COPY, "2026-03-12-atelier.session"),
        (FileKind.METADATA, "2026-03-12-atelier.session.slip"),
        (FileKind.SESSION, "2026-03-12-atelier.session"),
    ]
    assert (erased.left, erased.capsules, erased.perhaps, erased.alike) == ((), (), (), ())


def test_what_will_go_is_known_before(path: Path) -> None:
    foreseen = session_files_of(path)

    assert erase_session(path).gone == foreseen


def test_other_sessions_stay(path: Path, tmp_path: Path) -> None:
    other = copy_from(Session.look(path), 1, path.parent, "Atelier", LATER)
    kept = files_in(path.parent)

    erased = erase_session(path)

    assert (erased.alike, erased.capsules) == ((other,), ())
    assert files_in(path.parent) == [name for name in kept if "2026-05-01" in name]
    assert Session.look(other).moves() == (NOTE,)


def test_a_session_that_a_window_holds_stays(path: Path, tmp_path: Path) -> None:
    before = files_in(tmp_path)

    with closing(Session.resume(path)), pytest.raises(SessionInUse):
        erase_session(path)

    assert files_in(tmp_path) == before


@pytest.mark.parametrize("damage", ["row", "all"])
def test_a_damaged_session_goes_too(path: Path, tmp_path: Path, damage: str) -> None:
    if damage == "row":
        with_sql(path, "UPDATE row SET data = 'x'")
    else:
        path.write_bytes(b"nothing that can be read")
        copy_of(path).write_bytes(b"nor here")

    erased = erase_session(path)

    assert not path.exists()
    assert FileKind.SESSION in {item.what for item in erased.gone}
    assert [name for name in files_in(tmp_path) if not name.startswith("traces")] == []


def test_what_was_given_away_and_what_may_be_its_report_are_told_and_stay(path: Path, tmp_path: Path) -> None:
    capsule = export_session(path, tmp_path / "stick")
    stranger = paths.harvest_folder() / "atelier-2026-03-12-7.md"
    stranger.write_text("written by nobody knows whom")
    (paths.harvest_folder() / "atelier-autre-2026-03-12.md").write_text("of another session")

    erased = erase_session(path)

    assert erased.capsules == (capsule,)
    assert erased.perhaps == (stranger,)
    assert capsule.is_file()
    assert stranger.is_file()


def test_what_cannot_go_is_told_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    with stick(tmp_path / "stick") as protected:
        a_session(protected.folder / "a.session").close()
        protected.protect()

        erased = erase_session(protected.folder / "a.session")

        assert [(item.session_file.what, item.why) for item in erased.left] == [
            (FileKind.COPY, "Read-only file system"),
            (FileKind.SESSION, "Read-only file system"),
        ]
        assert erased.gone == ()


@pytest.mark.parametrize(
    "name", ["letter.md", "letter-2026-03-12.docx", "letter-2026-03-13.md", "Letter-2026-03-12.md"]
)
def test_a_file_that_is_no_report_stays_whatever_a_slip_from_elsewhere_says(
    path: Path, tmp_path: Path, name: str
) -> None:
    letter = tmp_path / name
    letter.write_text("of somebody else")
    note_reports(path, [letter])

    erase_session(path)

    assert letter.read_text() == "of somebody else"


@pytest.mark.parametrize("naming", list(Naming))
@pytest.mark.parametrize("title", ["Atelier", "Séance du 12 mars 2026", "Session of 12 March 2026"])
def test_reports_are_known_by_their_names_in_a_slip_and_perhaps_without_one(
    path: Path, title: str, naming: Naming
) -> None:
    path = rename_session(path, title)
    written = make_harvest(Session.look(path), path.parent, "fr", naming=naming)

    assert set(written) <= {item.file for item in session_files_of(path)}
    metadata_of(path).unlink()
    assert [item.file for item in session_files_of(path) if item.what is FileKind.REPORT] == []
    assert set(written) <= set(perhaps_reports_of(path))


def test_reports_whose_names_carried_the_date_twice_are_known(path: Path) -> None:
    path = rename_session(path, "Séance du 12 mars 2026")
    before = paths.harvest_folder() / "seance-du-12-mars-2026-2026-03-12-anonyme.html"
    before.write_text("written by an earlier version")

    assert before in perhaps_reports_of(path)
    note_reports(path, [before])
    assert before in {item.file for item in session_files_of(path)}


def test_everything_is_found_after_the_session_was_renamed(path: Path, tmp_path: Path) -> None:
    renamed = rename_session(path, "Conseil d’été")

    erase_session(renamed)

    assert files_in(tmp_path) == []


@pytest.mark.parametrize("to", ["stick/2026-03-12-atelier.session", "sessions/ours.session", "stick/ours"])
def test_everything_is_found_after_the_file_was_moved_by_hand(path: Path, tmp_path: Path, to: str) -> None:
    moved = tmp_path / to
    moved.parent.mkdir(exist_ok=True)
    path.rename(moved)

    erased = erase_session(moved)

    assert files_in(tmp_path) == []
    assert {item.what for item in erased.gone} == set(FileKind)


def test_everything_is_found_of_a_session_played_on_after_it_was_moved(path: Path, tmp_path: Path) -> None:
    moved = tmp_path / "stick" / path.name
    moved.parent.mkdir()
    path.rename(moved)
    with closing(Session.resume(moved)) as session:
        session.play(NOTE)
        note_opened(moved, LATER.date())

    erase_session(moved)

    assert files_in(tmp_path) == []


def test_what_a_full_disk_left_behind_is_told(path: Path, tmp_path: Path) -> None:
    with closing(Session.resume(path)) as session:
        session.continue_at(tmp_path / "stick" / path.name)

    erased = erase_session(tmp_path / "stick" / path.name)

    assert erased.alike == (path,)
    assert path.is_file()


def test_a_session_set_alike_but_begun_at_another_moment_keeps_its_second_copy(path: Path, tmp_path: Path) -> None:
    other = copy_from(Session.look(path), 1, path.parent, "Atelier (et si)", LATER)
    other.rename(tmp_path / "moved away.session")

    erased = erase_session(path)

    assert copy_of(other).is_file()
    assert erased.alike == ()
