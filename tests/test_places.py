"""The folders a session can be kept in."""

from pathlib import Path

import pytest
from sticks import MEGABYTE, stick

from enacting import paths, places
from enacting.places import Place, PlaceKind, places_that_take, takes


def test_the_usual_folder_comes_first_and_the_temporary_one_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))

    found = places.places()

    assert found[0] == Place(PlaceKind.USUAL, tmp_path / "sessions")
    assert found[-1].kind is PlaceKind.TEMPORARY


def test_documents_and_desktop_are_places_unless_a_folder_takes_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.DATA_VARIABLE, raising=False)
    assert {PlaceKind.DOCUMENTS, PlaceKind.DESKTOP} <= {place.kind for place in places.places()}

    monkeypatch.setenv(paths.DATA_VARIABLE, "/somewhere")
    assert not {PlaceKind.DOCUMENTS, PlaceKind.DESKTOP} & {place.kind for place in places.places()}


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
        assert list(places._mounted(tmp_path)) == [red.folder]
        assert Place(PlaceKind.STICK, red.folder / places.FOLDER).name == "RED KEY"

        red.pull_out()

        assert list(places._mounted(tmp_path)) == []


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
    assert places.harvest_folder(session) == tmp_path / "harvest"

    monkeypatch.setenv(paths.DATA_VARIABLE, "/dev/null/nowhere")

    assert places.harvest_folder(session) == tmp_path / "stick"


def test_a_folder_that_may_not_be_looked_into_holds_no_stick(tmp_path: Path) -> None:
    assert places._folders_of(tmp_path / "nowhere") == []
