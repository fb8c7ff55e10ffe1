"""The window of the room as it is on a display: it goes on whatever the game's own window does, and comes back."""

import time
from collections.abc import Callable
from pathlib import Path

from window.driving import Display, Game, until
from window.prepared import at_a_discussion

Launch = Callable[..., Game]
FULL = "_NET_WM_STATE_FULLSCREEN"


def room_of(display: Display, game: Game) -> str:
    """The window of the room; "" while there is none."""
    found = display.run("xdotool", "search", "--onlyvisible", "--pid", str(game.process.pid)).split()
    return next((window for window in found if window != game.window), "")


def open_room(display: Display, game: Game) -> str:
    """Open the window of the room with its key."""
    game.key("F8")
    until("the window of the room", lambda: room_of(display, game))
    return room_of(display, game)


def goes_on(display: Display, window: str, folder: Path) -> bool:
    """Whether the window changes again and again: its timer counts."""
    folder.mkdir(exist_ok=True)
    file, seen = folder / "room.png", set[bytes]()
    begun = time.monotonic()
    while len(seen) < 4 and time.monotonic() - begun < 20:
        display.run("import", "-window", window, f"rgb:{file}")
        seen.add(file.read_bytes())
    return len(seen) == 4


def fill(display: Display, window: str) -> None:
    """Have the window fill the screen, with its key."""
    display.run("xdotool", "windowactivate", "--sync", window)
    until("the keyboard", lambda: display.run("xdotool", "getwindowfocus").strip() == window)
    display.run("xdotool", "key", "F11")
    until("a full window", lambda: FULL in display.run("xprop", "-id", window, "_NET_WM_STATE"))


def state_of(display: Display, window: str) -> str:
    """What the window manager says of a window."""
    return display.run("xprop", "-id", window, "WM_STATE")


def test_the_room_goes_on_while_the_game_is_minimised(launch: Launch, display: Display, tmp_path: Path) -> None:
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))
    room = open_room(display, game)

    display.run("xdotool", "windowminimize", game.window)
    until("the game minimised", lambda: "Iconic" in state_of(display, game.window))

    assert goes_on(display, room, tmp_path / "pictures")


def test_a_full_room_does_not_minimise_a_full_game(launch: Launch, display: Display, tmp_path: Path) -> None:
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))
    room = open_room(display, game)
    fill(display, game.window)

    fill(display, room)

    assert FULL in display.run("xprop", "-id", game.window, "_NET_WM_STATE")
    assert "Normal" in state_of(display, game.window)
    assert goes_on(display, room, tmp_path / "pictures")


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
