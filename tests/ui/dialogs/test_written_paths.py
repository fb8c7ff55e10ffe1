"""Whatever is typed or pasted where a path is asked for is a path, or is refused in a sentence."""

from pathlib import Path

import pygame
import pytest
from ui.walks import USUAL, Walk, Window

from enacting.system import paths
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.dialogs.save_elsewhere import OtherFolder
from enacting.ui.dialogs.written_path import parse_path
from enacting.ui.sessions.export_and_import import ImportDialog
from enacting.ui.setup.choose_box import OtherBox
from enacting.ui.setup.setup_screen import SetupScreen

ODD = (
    "file://[a",
    "file:///%00",
    "file://%ff%fe",
    "~nobody-of-that-name/box",
    "~",
    "/proc/self/mem",
    "a" * 900,
    "/" * 900,
    "nowhere/../../..//x",
    "\\\\server\\share",
    "C:|x",
)


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read or written beside the test."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("written", "path"),
    [
        (" /home/ana/box ", "/home/ana/box"),
        ("'/home/ana/my box'", "/home/ana/my box"),
        ("file:///home/ana/my%20box", "/home/ana/my box"),
        ("file://localhost/home/ana", "/home/ana"),
        ("file:///C:/Users/Ana/box", "C:/Users/Ana/box"),
        ("file:///home/100%", "/home/100%"),
        ("~nobody-of-that-name/box", "~nobody-of-that-name/box"),
    ],
)
def test_quotes_and_addresses_are_understood(written: str, path: str) -> None:
    assert parse_path(written) == Path(path)


def test_the_persons_own_folder_is_meant_by_a_tilde(tmp_path: Path) -> None:
    assert parse_path("~/boxes") == tmp_path / "boxes"


def test_nothing_written_is_no_path() -> None:
    assert [parse_path(text) for text in ("", "  ", '""', "file://")] == [None, None, None, None]


def test_an_odd_path_is_refused_and_the_window_goes_on() -> None:
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup, app = walk.app.screen, walk.app
    assert isinstance(setup, SetupScreen)
    took: list[object] = []
    asked = (
        (lambda: OtherBox(app, setup.library, took.append), "box-path", "open-box"),
        (lambda: ImportDialog(app, took.append), "capsule-path", "take"),
        (lambda: OtherFolder(app, took.append), "folder-path", "keep-there"),
    )

    for written in ODD:
        for make, field, button in asked:
            app.message = None
            app.open(make())
            app.items()
            app.field(field).paste(written)
            app.changed()
            app.activate(next(item for item in app.items() if item.id == button and item.live))

            said = isinstance(app.screen, MessageDialog) or app.message is not None
            assert said or isinstance(took.pop(), Path), (written, field)
            app.show_only(setup)
    walk.loop.draw()
    assert took == []
