"""The window of the room as it is on a display: it goes on whatever the game's own window does, and comes back."""

import time
from collections.abc import Callable
from pathlib import Path

from window.driving import Display, Game, until
from window.prepared import at_a_discussion

Launch = Callable[..., Game]


def room_of(display: Display, game: Game) -> str:
    """The window of the room; "" while there is none."""
    found = display.run("xdotool", "search", "--onlyvisible", "--pid", str(game.process.pid)).split()
    return next((window for window in found if window != game.window), "")


def open_room(display: Display, game: Game) -> str:
    """Open the window of the room with its key."""
    game.key("F8")
    until("the window of the room", lambda: room_of(display, game))
    return room_of(display, game)


def looks_different(display: Display, window: str, folder: Path) -> bool:
    """Whether the window changes: its timer counts."""
    folder.mkdir(exist_ok=True)
    file = folder / "room.png"

    def picture() -> bytes:
        display.run("import", "-window", window, f"rgb:{file}")
        return file.read_bytes()

    first, begun = picture(), time.monotonic()
    while time.monotonic() - begun < 20:
        if picture() != first:
            return True
    return False


def state_of(display: Display, window: str) -> str:
    """What the window manager says of a window."""
    return display.run("xprop", "-id", window, "WM_STATE")


def test_the_room_goes_on_while_the_game_is_minimised(launch: Launch, display: Display, tmp_path: Path) -> None:
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))
    room = open_room(display, game)

    display.run("xdotool", "windowminimize", game.window)
    until("the game minimised", lambda: "Iconic" in state_of(display, game.window))

    assert looks_different(display, room, tmp_path / "pictures")


def test_a_full_room_does_not_minimise_a_full_game(launch: Launch, display: Display, tmp_path: Path) -> None:
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))
    room = open_room(display, game)
    full = "_NET_WM_STATE_FULLSCREEN"
    game.activate()
    game.key("F11", changes=True)

    display.run("xdotool", "windowactivate", "--sync", room, "key", "F11")

    until("a full room", lambda: full in display.run("xprop", "-id", room, "_NET_WM_STATE"))
    assert full in display.run("xprop", "-id", game.window, "_NET_WM_STATE")
    assert "Normal" in state_of(display, game.window)
    assert looks_different(display, room, tmp_path / "pictures")


def test_a_killed_game_that_is_resumed_opens_the_room_again(launch: Launch, display: Display, tmp_path: Path) -> None:
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))
    open_room(display, game)
    game.wait("the strip", lambda view: view.said("room-picture"))
    game.settle()

    game.kill()
    again = launch("window", "--language", "en")
    again.click("resume")

    until("the window of the room", lambda: room_of(display, again))
    assert again.wait("the strip", lambda view: view.said("room-picture"))
