"""The folders a session can be kept in."""

import os
import sys
from pathlib import Path

import pytest
from journals import HEADER
from sticks import MEGABYTE, stick

from enacting.session.journal import CannotWrite, Journal
from enacting.system import paths, save_folders
from enacting.system.save_folders import PlaceKind, SaveFolder, places_that_take, takes

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps folders apart by other means")


def test_the_usual_folder_comes_first_and_the_temporary_one_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    found = save_folders.places()

    assert found[0] == SaveFolder(PlaceKind.USUAL, tmp_path / "sessions")
    assert found[-1].kind is PlaceKind.TEMPORARY


def test_documents_and_desktop_are_places_unless_a_folder_takes_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.DATA_VARIABLE, raising=False)
    assert {PlaceKind.DOCUMENTS, PlaceKind.DESKTOP} <= {place.kind for place in save_folders.places()}

    monkeypatch.setenv(paths.DATA_VARIABLE, "/somewhere")
    assert not {PlaceKind.DOCUMENTS, PlaceKind.DESKTOP} & {place.kind for place in save_folders.places()}


def test_a_folder_that_can_be_made_takes_a_session_and_looking_makes_nothing(tmp_path: Path) -> None:
    assert takes(tmp_path / "not" / "yet")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_refuses_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def refuse(path: Path, mode: str) -> None:
        asked.append(path)
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    assert not takes(tmp_path)
    assert [path.parent for path in asked] == [tmp_path]


def test_a_file_in_the_way_takes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "file"))

    assert not takes(tmp_path / "file" / "sessions")
    assert PlaceKind.USUAL not in {place.kind for place in places_that_take()}


def test_a_stick_is_found_with_its_name_until_it_is_pulled_out(tmp_path: Path) -> None:
    (tmp_path / "just a folder").mkdir()
    with stick(tmp_path / "RED KEY") as red:
        assert list(save_folders._mounted(tmp_path)) == [red.folder]
        assert SaveFolder(PlaceKind.STICK, red.folder / save_folders.FOLDER).name == "RED KEY"

        red.pull_out()

        assert list(save_folders._mounted(tmp_path)) == []


def test_a_stick_that_is_full_or_protected_takes_nothing(tmp_path: Path) -> None:
    with stick(tmp_path / "small", size=MEGABYTE) as small:
        assert not takes(small.folder)
    with stick(tmp_path / "other") as other:
        assert takes(other.folder)
        other.protect()
        assert not takes(other.folder)


def test_the_harvest_is_written_beside_the_session_where_its_own_folder_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = tmp_path / "stick" / "a.session"
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    assert save_folders.harvest_folder(session) == tmp_path / "harvest"

    monkeypatch.setenv(paths.DATA_VARIABLE, "/dev/null/nowhere")

    assert save_folders.harvest_folder(session) == tmp_path / "stick"


def test_a_folder_that_may_not_be_looked_into_holds_no_stick(tmp_path: Path) -> None:
    assert save_folders._folders_of(tmp_path / "nowhere") == []


# The temporary folder, which others share


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder that anybody may put files in, without ours; where ours would be."""
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    (tmp_path / "temporary").chmod(0o1777)
    return tmp_path / "temporary" / save_folders.FOLDER


def is_place(folder: Path) -> bool:
    return folder in [place.folder for place in save_folders.places()]


def test_the_temporary_folder_is_a_place_and_made_for_its_person_alone(temporary: Path) -> None:
    assert is_place(temporary)
    assert not temporary.exists()

    Journal.create(temporary / "a.session", HEADER).close()

    assert is_place(temporary)
    assert temporary.stat().st_mode & 0o777 == 0o700


@posix
@pytest.mark.parametrize("mode", [0o755, 0o750, 0o770, 0o777, 0o1777, 0o711])
def test_the_temporary_folder_is_no_place_where_others_may_look_into_it(temporary: Path, mode: int) -> None:
    temporary.mkdir()
    temporary.chmod(mode)

    assert not is_place(temporary)
    assert save_folders.temporary_folder() is save_folders.made_temporary_folder() is None


@posix
def test_a_link_in_the_temporary_folder_is_no_place_and_takes_nothing(temporary: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    temporary.symlink_to(tmp_path / "elsewhere")

    assert not is_place(temporary)
    with pytest.raises(CannotWrite):
        Journal.create(temporary / "a.session", HEADER)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives a folder away")
def test_the_folder_that_somebody_else_made_there_is_no_place_and_takes_nothing(temporary: Path) -> None:
    temporary.mkdir(mode=0o700)
    os.chown(temporary, 12345, 12345)

    assert not is_place(temporary)
    with pytest.raises(CannotWrite):
        Journal.create(temporary / "a.session", HEADER)
    assert list(temporary.iterdir()) == []


@posix
def test_what_an_earlier_version_made_there_is_closed_to_others_and_shown_again(temporary: Path) -> None:
    temporary.mkdir(mode=0o755)

    save_folders.close_temporary_folder()

    assert temporary.stat().st_mode & 0o777 == 0o700
    assert is_place(temporary)


@posix
def test_what_others_could_write_to_is_not_made_ones_own(temporary: Path) -> None:
    temporary.mkdir()
    temporary.chmod(0o777)

    save_folders.close_temporary_folder()

    assert not is_place(temporary)


@posix
def test_a_stick_whose_folder_is_a_link_is_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save_folders, "_sticks", lambda: iter([tmp_path]))
    (tmp_path / save_folders.FOLDER).symlink_to(Path.home())

    assert tmp_path / save_folders.FOLDER not in [place.folder for place in save_folders.places()]
