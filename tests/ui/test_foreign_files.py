"""What the window does with files that somebody else may have written: one line each, and the rest goes on."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from hostile.journals import naming
from hostile.sessions import released, sound
from hostile.shown import close_tables, opened_window

from enacting.session.journal import Journal, Row, Summary
from enacting.system import paths
from enacting.ui.destinations import NewSession, SessionList
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.library import MAX_SESSIONS
from enacting.ui.start import _announce_damaged_settings
from enacting.ui.table.open_session import resume
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.welcome.title import TitleScreen
from enacting.ui.window.loop import MainLoop

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    paths.sessions_folder().mkdir(parents=True)


@pytest.fixture
def loop() -> Iterator[MainLoop]:
    """A window on its title, the box read."""
    loop, _ = opened_window()
    yield loop
    close_tables(loop)


def title_of(loop: MainLoop) -> TitleScreen:
    title = loop.app.screens[0]
    assert isinstance(title, TitleScreen)
    return title


@pytest.fixture
def path() -> Path:
    path = paths.sessions_folder() / "x.session"
    path.write_bytes(released("tiny"))
    return path


def press(loop: MainLoop, name: str) -> None:
    """Do what a button does."""
    item = loop.app.reach(name)
    assert item is not None
    loop.app.activate(item)


def said(loop: MainLoop) -> str:
    """Everything that is told on the screen."""
    return " ".join(item.name for item in loop.app.items() if item.name)


@posix
def test_a_title_beside_which_hostile_files_lie_shows_the_sound_session(loop: MainLoop, path: Path) -> None:
    folder = path.parent
    (folder / "ring.session").symlink_to("ring.session")
    os.mkfifo(folder / "pipe.session")
    (folder / "\udcff.session").write_bytes(b"x")
    (folder / "a\nb\x1b[31m.session").write_bytes(b"x")
    for number, place in enumerate((68, 100, 4200)):
        data = bytearray(released("tiny"))
        data[place] ^= 1
        (folder / f"{number}.session").write_bytes(data)
    os.utime(path, (2e9, 2e9))

    title_of(loop).arrive()
    loop.draw()
    loop.app.go_to(SessionList())
    loop.draw()

    assert len(title_of(loop).sessions) == 8
    assert [listed.path for listed in title_of(loop).sessions if not listed.trouble][:1] == [path]


def test_whatever_goes_wrong_while_sessions_are_looked_for_the_title_is_there(
    loop: MainLoop, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(file: Path) -> Summary:
        raise ZeroDivisionError

    monkeypatch.setattr("enacting.session.journal.summary", fall)

    title_of(loop).arrive()
    loop.draw()

    assert loop.app.screen is title_of(loop)
    assert loop.app.message is not None
    assert loop.app.message.text == "The sessions could not be listed. They are safe: start the game again to see them."
    assert len(list(paths.traces_folder().iterdir())) == 1
    loop.app.go_to(NewSession())
    loop.draw()
    assert loop.app.screen is not title_of(loop)


def test_a_session_with_a_strange_journal_is_opened_once_that_is_put_aside(
    loop: MainLoop, path: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.write_text("the only copy")
    path.with_name("x.session-journal").write_bytes(naming(victim, pages=1))

    resume(loop.app, path)
    loop.draw()
    assert "Beside it is a file that is not part of it, x.session-journal" in said(loop)
    press(loop, "answer-0")

    assert isinstance(loop.app.screen, TableScreen)
    assert victim.exists()
    assert path.with_name("x.session.damaged-journal").exists()


def test_a_language_that_the_game_does_not_speak_stays_with_the_session(loop: MainLoop, path: Path) -> None:
    other = path.with_name("nl.session")
    with closing(Journal.open(path)) as journal:
        header, rows = journal.header, journal.rows()
    files = {**header.files, "nl.yaml": "game:\n  title: Kleine doos\n"}
    spoken = Row(len(rows) + 1, "language", "nl")
    Journal.create(other, replace(header, files=files, language="nl"), [*rows, spoken]).close()

    resume(loop.app, other)
    loop.draw()

    assert isinstance(loop.app.screen, TableScreen)
    assert "nl" in loop.app.screen.table.session.boxes.by_language
    assert loop.app.settings.language == "en"


def test_no_more_sessions_of_a_folder_are_listed_than_anybody_goes_through(loop: MainLoop, path: Path) -> None:
    for number in range(MAX_SESSIONS + 20):
        file = path.with_name(f"{number}.session")
        file.touch()
        os.utime(file, (number, number))

    title_of(loop).arrive()

    assert len(title_of(loop).sessions) == MAX_SESSIONS
    assert path in [listed.path for listed in title_of(loop).sessions]


def test_damaged_settings_are_told(loop: MainLoop) -> None:
    _announce_damaged_settings(loop.app)
    loop.draw()

    assert isinstance(loop.app.screen, MessageDialog)
    assert "Your settings cannot be read" in said(loop)
    assert f"The file {paths.settings_file()} is damaged" in said(loop)


def test_a_session_that_takes_back_what_was_not_played_is_no_number_of_actions(loop: MainLoop, path: Path) -> None:
    rows = [Row(number, "undone", "") for number in range(1, 48)]
    Journal.create(path.with_name("less.session"), sound("tiny").header, rows).close()

    loop.app.go_to(SessionList(path.with_name("less.session")))
    loop.draw()

    assert "This file is damaged, or is not a session." in said(loop)
    assert "47" not in said(loop)
