"""The sessions in the real window, by keyboard alone and by mouse alone: chosen, renamed, given, taken in, resumed."""

import shutil
from collections.abc import Callable
from pathlib import Path

from window.driving import Game
from window.prepared import at_a_discussion

from enacting.archive.copying import rename_session

Launch = Callable[..., Game]


def test_sessions_are_chosen_renamed_and_resumed_by_keyboard_alone(launch: Launch, tmp_path: Path) -> None:
    two_sessions(tmp_path / "data")
    game = launch("window", "--language", "en")

    game.press("sessions")
    game.wait("the list", lambda view: view.focus == "session-0")
    game.wait("a picture", lambda view: "Stage 3 of 5" in view.said("session-1"))
    game.picture("sessions-by-keyboard")
    game.key("Down")
    game.wait("the other session", lambda view: view.focus == "session-1" and view.state("session-1") == "chosen")
    title = game.view().said("session-title")
    game.press("rename")
    game.write("new-title", "Wednesday", clicks=False)
    game.key("Return")
    view = game.wait("the new title", lambda view: view.said("session-title") == "Wednesday")
    assert title != "Wednesday"
    assert view.focus.startswith("session-")
    game.key("Return")

    game.wait_for("place")
    assert len(list((tmp_path / "data" / "sessions").glob("*-wednesday.session"))) == 1


def test_a_session_is_given_and_taken_in_by_mouse_alone(launch: Launch, tmp_path: Path) -> None:
    two_sessions(tmp_path / "data")
    game = launch("window", "--language", "en")

    game.click("sessions")
    game.click("session-1")
    game.wait("it chosen", lambda view: view.state("session-1") == "chosen")
    game.click("keep-more")
    game.wait("60 days", lambda view: view.said("keep-label").startswith("60 days"))
    game.click("export")
    game.click("answer-0")
    game.click("option-0")
    game.write("folder-path", str(tmp_path / "stick"), clicks=True)
    game.click("keep-there")
    view = game.wait("the file", lambda view: "The session is exported" in view.text())
    (capsule,) = (tmp_path / "stick").iterdir()
    assert str(capsule) in view.text()
    game.click("answer-0")
    game.click("import")
    game.write("capsule-path", str(capsule), clicks=True)
    game.click("take")

    view = game.wait("three sessions", lambda view: len(view.live("session-")) == 3)
    game.picture("sessions-by-mouse")
    assert "has been imported in full" in view.text()
    game.click("resume")
    game.wait_for("place")


def two_sessions(data: Path) -> None:
    """Two sessions at a discussion."""
    first = at_a_discussion(data)
    other = data / "sessions" / "other.session"
    shutil.copy(first, other)
    rename_session(other, "Monday")
