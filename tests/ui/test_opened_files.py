"""What a double click on a file does: the session goes on, a box prepares one, and the rest is told in a sentence."""

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pygame
import pytest
from ui.played_sessions import a_session
from ui.walks import Walk

from enacting import cli
from enacting.box.new_box import make_box
from enacting.box.packing import pack_box
from enacting.system import paths
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.start import open_file
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.window import system_programs


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))


@pytest.fixture
def walk() -> Iterator[Walk]:
    """Somebody on the title."""
    walk = Walk("en", [])
    yield walk
    for screen in walk.app.screens:
        if isinstance(screen, TableScreen):
            screen.table.session.close()


def test_a_session_goes_on_where_it_lies(walk: Walk, tmp_path: Path) -> None:
    file = a_session("Aubagne", datetime(2026, 3, 12)).rename(tmp_path / "atelier de Léa.session")

    open_file(walk.app, file)

    table = next(screen.table for screen in walk.app.screens if isinstance(screen, TableScreen))
    assert table.session.path == file


@pytest.mark.parametrize("ending", [".box", ".zip"])
def test_a_box_prepares_a_session(walk: Walk, tmp_path: Path, ending: str) -> None:
    make_box(tmp_path / "our-town", "en")
    file = pack_box(tmp_path / "our-town", tmp_path / f"boîte reçue{ending}")

    open_file(walk.app, file)

    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    assert screen.choices.box.description.id == "our-town"


def test_what_is_no_box_says_so_and_the_title_stays(walk: Walk, tmp_path: Path) -> None:
    file = tmp_path / "letter.box"
    file.write_bytes(b"Dear all")

    open_file(walk.app, file)

    assert isinstance(walk.app.screen, MessageDialog)
    assert walk.app.screen.texts[0].startswith("letter.box:1:1: this is not a whole ZIP file")


# On Windows


def test_a_file_that_no_program_of_windows_opens_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(path: Path) -> None:
        raise OSError(1155, "No application is associated with the specified file for this operation")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", refuse, raising=False)

    assert not system_programs.show_in_system(tmp_path)


def test_without_a_terminal_a_complaint_is_shown_in_a_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shown: list[tuple[str, str]] = []
    user32 = SimpleNamespace(MessageBoxW=lambda owner, text, title, options: shown.append((text, title)))
    monkeypatch.setattr("ctypes.windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stderr", None)

    code = cli.main([str(tmp_path / "x.session")])

    assert code == cli.CANNOT_RUN
    assert [title for _, title in shown] == ["Enacting the Commons"]
    assert "x.session" in shown[0][0]
