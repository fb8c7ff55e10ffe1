"""Moments of a session that both hands play alike: `act` is a click, or Tab and Enter."""

from collections.abc import Callable

from window.driving import Game, View

Act = Callable[[str], View]


def rate(game: Game, act: Act, mark: int) -> None:
    """One person's marks, from their curtain to the next."""
    view = game.wait_for("its-me")
    curtain = view.text()
    view = act("its-me")
    consequences = dict.fromkeys(name.split("-")[1] for name in view.live("mark-"))
    assert "give-marks" not in view.live()
    for consequence in consequences:
        act(f"mark-{consequence}-{mark}")
    act("give-marks")
    game.wait("the next curtain, or what follows", lambda view: not view.has("give-marks") and view.text() != curtain)


def discuss(game: Game, act: Act) -> None:
    """The steps of the debrief where people only talk, up to the sentences."""
    while "write-next" not in (view := game.wait_for("go-on", "write-next")).live():
        if view.has("next-question"):
            act("next-question")
        act("go-on")


def write_takeaway(game: Game, act: Act, sentence: str, *, clicks: bool) -> None:
    """The next person's sentence."""
    act("write-next")
    game.write("takeaway", sentence, clicks=clicks)
    act("keep-takeaway")


def seconds_shown(text: str) -> int:
    """The seconds of `3:42`."""
    minutes, seconds = text.split(":")
    return 60 * int(minutes) + int(seconds)
