"""A copy of the session being played: whatever happens on the way, the table on the screen is one that is written."""

from pathlib import Path

import pygame
import pytest
from journals import files_of_at_most
from ui.walks import SEED, USUAL, Walk, Window

from enacting.engine.game import FACILITATOR
from enacting.engine.moves import WriteNote
from enacting.system import paths
from enacting.ui.destinations import Home, Overview
from enacting.ui.sessions.what_if import choose_moment
from enacting.ui.setup.setup_screen import SetupScreen


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Somebody who asks for a copy from the first moment of a session."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    screen.choices.seed = SEED
    walk.click("start", "reveal-context", "reveal", "go-on")
    walk.app.message = None
    walk.app.go_to(Overview())
    walk.click(walk.ids("moment-")[0], "in-a-copy")
    return walk


def is_written(walk: Walk) -> bool:
    """Whether what is played at that table now is on disk."""
    walk.table.play(WriteNote(by=FACILITATOR, text="It goes on"))
    return walk.table.session.failure is None and walk.table.session.unsaved == 0


def test_where_no_folder_takes_a_copy_the_session_goes_on_and_is_still_written(walk: Walk) -> None:
    first = walk.table.session.path

    with files_of_at_most(100):
        walk.click("answer-0")
        walk.click("answer-1")

    assert walk.table.session.path == first
    assert is_written(walk)


def test_a_copy_that_cannot_be_opened_leaves_the_title_from_which_both_can_be_resumed(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, app = walk.table.session.path, walk.app
    sessions = paths.sessions_folder()

    def unreadable(*_: object) -> None:
        raise PermissionError("gone")

    monkeypatch.setattr("enacting.session.session.Journal.open", unreadable)
    walk.click("answer-0")
    monkeypatch.undo()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(sessions.parent))

    assert app.screens[0].covers and all(not screen.covers for screen in app.screens[1:])
    assert len(list(sessions.glob("*.session"))) == 2
    assert first.is_file()


def test_the_copy_is_written_too(walk: Walk) -> None:
    first = walk.table.session.path

    walk.click("answer-0")

    assert walk.table.session.path != first
    assert is_written(walk)


def test_a_moment_of_a_session_that_is_only_read_has_no_status_line(walk: Walk) -> None:
    path = walk.table.session.path
    walk.app.go_to(Home())
    choose_moment(walk.app, path)

    walk.click(walk.ids("moment-")[0])

    assert walk.ids("copy-here") == ["copy-here"]
    assert [item.id for item in walk.app.items() if item.id.startswith("line")] == []
