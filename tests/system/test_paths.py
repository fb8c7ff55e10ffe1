"""Where things are, from a checkout."""

import subprocess
import sys
from pathlib import Path

import pytest

from enacting.system import paths


def test_the_assets_of_a_checkout_are_found() -> None:
    assert (paths.assets_folder() / "fonts" / "coverage.json").is_file()


def test_the_boxes_of_a_checkout_are_found() -> None:
    assert (paths.shipped_boxes_folder() / "enacting-the-commons" / "game.yaml").is_file()


def test_what_is_packed_in_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "assets").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)

    assert paths.assets_folder() == tmp_path / "assets"


def test_one_variable_moves_everything_a_player_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENACTING_DATA", str(tmp_path))

    written = (paths.sessions_folder(), paths.boxes_folder(), paths.settings_file(), paths.harvest_folder())

    assert written == (tmp_path / "sessions", tmp_path / "boxes", tmp_path / "settings.json", tmp_path / "harvest")


def test_asking_where_folders_are_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENACTING_DATA", str(tmp_path / "new"))

    paths.sessions_folder()
    paths.boxes_folder()

    assert not (tmp_path / "new").exists()


# In a downloaded folder


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that was downloaded, where the game runs from."""
    monkeypatch.delenv("ENACTING_DATA", raising=False)
    folder = tmp_path / "clé de Léa"
    package = folder / "program" / "packages" / "enacting"
    package.mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    return folder


def test_a_checkout_is_no_downloaded_folder() -> None:
    assert paths.bundle_folder() is None


def test_a_downloaded_folder_is_known_from_inside(bundle: Path) -> None:
    assert paths.bundle_folder() == bundle


@pytest.mark.parametrize("mark", ["portable", "portable.txt"])
def test_in_a_portable_folder_everything_is_written_beside_the_program(bundle: Path, mark: str) -> None:
    (bundle / mark).touch()

    written = (paths.sessions_folder(), paths.boxes_folder(), paths.settings_file(), paths.harvest_folder())

    data = bundle / "data"
    assert written == (data / "sessions", data / "boxes", data / "settings.json", data / "harvest")
    assert not data.exists()


def test_without_the_mark_a_downloaded_folder_is_not_written_to(bundle: Path) -> None:
    assert bundle not in paths.sessions_folder().parents
    assert bundle not in paths.harvest_folder().parents


def test_the_variable_goes_before_the_mark(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bundle / "portable").touch()
    monkeypatch.setenv("ENACTING_DATA", str(tmp_path / "elsewhere"))

    assert paths.sessions_folder() == tmp_path / "elsewhere" / "sessions"


# Asking


def test_without_the_variable_sessions_go_to_the_folders_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ENACTING_DATA", raising=False)

    assert paths.sessions_folder().is_absolute()
    assert "enacting-the-commons" in paths.sessions_folder().parts


def test_importing_asks_nothing_of_the_system() -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import enacting.system.paths; "
    code += "print('platformdirs' in sys.modules)"
    source = str(Path(paths.__file__).parents[2])

    done = subprocess.run([sys.executable, "-c", code, source], check=True, capture_output=True, text=True)

    assert done.stdout.strip() == "False"
