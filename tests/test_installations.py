"""The checkout, the installed package and the folder for one system find and do the same."""

import json
import os
import tarfile
import zipfile
from pathlib import Path

import pytest
from boxes import tiny_box_files, write_box
from installations import BUNDLE_VARIABLE, ROOT, Installation, build, from_bundle, from_checkout, from_wheel

pytestmark = pytest.mark.xdist_group("installations")
BUNDLE = os.environ.get(BUNDLE_VARIABLE)

WHERE = """
import json, sys
from enacting.system import paths
at_import = "platformdirs" in sys.modules
print(json.dumps({
    "package": paths.__file__,
    "shipped": [str(paths.assets_folder()), str(paths.shipped_boxes_folder()), str(paths.blank_boxes_folder())],
    "guides": [str(paths.guides_page(language)) for language in ("fr", "en")],
    "written": [str(each()) for each in (paths.sessions_folder, paths.boxes_folder, paths.harvest_folder)],
    "settings": str(paths.settings_file()),
    "asked_at_import": at_import,
}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module", params=["checkout", "wheel", "bundle"])
def game(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    match request.param:
        case "checkout":
            return from_checkout()
        case "wheel":
            return from_wheel(request.getfixturevalue("wheel"), tmp_path_factory.mktemp("environment"))
        case _:
            if BUNDLE is None:
                pytest.skip(f"{BUNDLE_VARIABLE} names no folder made for this system")
            return from_bundle(Path(BUNDLE))


apart = pytest.mark.parametrize("game", ["wheel", "bundle"], indirect=True)
"""What every other test does from the checkout."""


def test_everything_that_is_shipped_is_found_where_the_game_is(game: Installation, tmp_path: Path) -> None:
    where = json.loads(game.run_code(tmp_path, WHERE))

    assert Path(where["package"]).is_relative_to(game.folder)
    for folder in where["shipped"]:
        assert any(Path(folder).iterdir())
    for page in where["guides"]:
        assert Path(page).is_file()
    assert not where["asked_at_import"]


def test_what_a_person_writes_goes_where_the_variable_says(game: Installation, tmp_path: Path) -> None:
    where = json.loads(game.run_code(tmp_path, WHERE))

    data = tmp_path / "data"
    assert where["written"] == [str(data / name) for name in ("sessions", "boxes", "harvest")]
    assert where["settings"] == str(data / "settings.json")
    assert not data.exists()


@apart
def test_a_box_that_is_shipped_is_fine(game: Installation, tmp_path: Path) -> None:
    assert "all is well" in game.run_game(tmp_path, "check", "enacting-the-commons-mini", "--language", "en")


@apart
def test_a_whole_session_is_played_to_its_report(game: Installation, tmp_path: Path) -> None:
    game.run_game(tmp_path, "demo", "--out", "played", "--players", "1", "--size", "1024x600", "--language", "fr")

    assert {".session", ".html", ".md", ".png"} <= {file.suffix for file in (tmp_path / "played").iterdir()}


@apart
def test_a_box_is_printed(game: Installation, tmp_path: Path) -> None:
    write_box(tmp_path / "small", tiny_box_files())

    game.run_game(tmp_path, "print", "small", "--language", "en", "--out", "paper")

    assert list((tmp_path / "paper").glob("*.pdf"))


# The package


def test_the_package_holds_every_card_word_font_icon_and_page(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())

    for top in ("cards", "assets", "docs/pages", "docs/pictures"):
        for file in (ROOT / top).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                assert f"enacting/{file.relative_to(ROOT).as_posix()}" in packed
    assert not [name for name in packed if name.startswith(("tests", "docs", "benchmarks", "packaging"))]
    assert not [name for name in packed if "__pycache__" in name]
    assert [name for name in packed if name.endswith("licenses/LICENSE")]


def test_the_source_package_makes_the_very_same_wheel(wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(build(ROOT, "sdist", tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path, filter="data")
    [unpacked] = tmp_path.glob("enacting_the_commons-*")

    again = build(unpacked, "wheel", tmp_path / "wheel")

    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_the_source_package_has_the_tests_and_no_rubbish(tmp_path: Path) -> None:
    with tarfile.open(build(ROOT, "sdist", tmp_path)) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]

    assert {"README.md", "tests/test_installations.py", "packaging/lock/test.txt", ".ci/run"} <= set(names)
    assert not [name for name in names if "__pycache__" in name or name.endswith((".session", ".pyc"))]
