"""Who may read what the program writes: nobody else what it keeps, others what is given to them."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from boxes import tiny_box_files, write_box
from sessions import NOTE, TEN, a_session

from enacting.archive.copying import copy_from, export_session, import_session, rename_session
from enacting.archive.session_files import session_files_of
from enacting.archive.unfinished_erasures import PendingErasure, begin_erasing
from enacting.box.packing import pack_box
from enacting.harvest.making import make_harvest
from enacting.session.accident_trace import Circumstances, write_trace
from enacting.session.journal import COPIES
from enacting.session.metadata import note_opened
from enacting.session.session import Session
from enacting.system import paths
from enacting.system.private_files import close_to_others

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folders of a person apart by itself")


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def rights(folder: Path) -> dict[str, int]:
    """Of every file and folder in that one."""
    return {str(file.relative_to(folder)): stat.S_IMODE(file.stat().st_mode) for file in sorted(folder.rglob("*"))}


def test_what_the_program_keeps_is_for_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, umask: int) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    with closing(a_session(paths.sessions_folder() / "a.session")) as session:
        session.play(NOTE)
        note_opened(session.path, TEN.date())
        journal = session.path.with_name(f"{session.path.name}-journal")
        write_trace(ValueError(), Circumstances(now=TEN, screens=[], window=[], session=session))
        assert not journal.exists() or stat.S_IMODE(journal.stat().st_mode) == 0o600
    path = rename_session(session.path, "Conseil")
    copy_from(Session.look(path), 1, path.parent, "Conseil (et si)", TEN)
    import_session(path, path.parent, TEN)
    begin_erasing(PendingErasure(session=path, day="", session_files=session_files_of(path)))

    found = rights(tmp_path)

    assert {name: mode for name, mode in found.items() if mode not in (0o600, 0o700)} == {}
    assert {name for name, mode in found.items() if mode == 0o700} == {
        "erasures",
        "sessions",
        f"sessions/{COPIES}",
        "traces",
    }
    assert len(found) > 12


def test_what_is_given_to_others_has_the_usual_rights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, umask: int
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    a_session(paths.sessions_folder() / "a.session").close()
    box = write_box(tmp_path / "box", tiny_box_files())
    given = tmp_path / "given"

    make_harvest(Session.look(paths.sessions_folder() / "a.session"), given, "fr")
    export_session(paths.sessions_folder() / "a.session", given)
    pack_box(box, given)

    assert sorted(set(rights(given).values())) == [0o666 & ~umask]
    assert len(rights(given)) == 4


def test_what_an_earlier_version_left_open_is_closed_and_nothing_else_is(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir(mode=0o755)
    (tmp_path / "sessions" / "a.session").write_text("kept")
    (tmp_path / "letter.txt").write_text("of the person")
    (tmp_path / "sessions" / "linked").symlink_to(tmp_path / "letter.txt")
    (tmp_path / "letter.txt").chmod(0o644)

    close_to_others(tmp_path / "sessions")
    close_to_others(tmp_path / "nowhere")

    assert stat.S_IMODE((tmp_path / "sessions").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "sessions" / "a.session").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "letter.txt").stat().st_mode) == 0o644
