"""The keys shown on the buttons, on the real keyboards of two countries."""

from collections.abc import Callable
from pathlib import Path

import pytest
from window.driving import Display, Game
from window.playing import seconds_shown
from window.prepared import at_a_discussion


@pytest.mark.parametrize(
    ("layout", "second", "plus"), [(("us",), "2", "shift+equal"), (("fr", "oss"), "eacute", "shift+equal")]
)
def test_digits_letters_and_plus_work_as_printed(
    launch: Callable[..., Game], display: Display, tmp_path: Path, layout: tuple[str, ...], second: str, plus: str
) -> None:
    display.speak(*layout)
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))
    view = game.wait_for("place")
    left = seconds_shown(view.said("timer").removeprefix("Time left: "))

    game.key(second)
    game.wait("the floor to the second person", lambda view: "has the floor" in view.state("player-p2"))
    game.key(plus)
    game.wait("a minute more", lambda view: seconds_shown(view.said("timer").removeprefix("Time left: ")) > left + 40)
    game.key("m")
    game.wait_for("quit")
    game.key("Escape")
    game.key("F6")
    game.wait_for("copy")
    display.speak("us")


def test_the_words_of_the_screen_are_copied_to_the_systems_clipboard(
    launch: Callable[..., Game], display: Display
) -> None:
    game = launch("window", "--language", "en")
    game.wait_for("new")
    game.key("F6")

    game.click("copy", changes=False)

    game.wait("a sentence that says so", lambda view: "Copied" in view.text())
    copied = display.run("xclip", "-o", "-selection", "clipboard")
    assert copied.splitlines()[0] == "Enacting the Commons"
    assert "New session (button)" in copied.splitlines()
