"""What only a real window shows: how it ends and comes back, how it resizes, how it rests, how people write in it."""

import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame
import pytest
from window.driving import ACTING_KEYS, SECONDS, DidNotHappen, Display, Game, View, until
from window.prepared import at_a_discussion

from enacting.session.journal import SessionInUse, copy_of, look
from enacting.session.session import Session
from enacting.ui.graphics.theme import palette

Launch = Callable[..., Game]


# Ending and coming back


def test_a_killed_game_comes_back_to_the_same_pending_question(launch: Launch, tmp_path: Path) -> None:
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))
    game.click("place")
    game.click(game.view().live("seat-")[0])
    game.click(game.view().live("answer-")[0])
    game.click("propose")
    game.click("disc-p2")
    game.click("mat-object")
    game.click("keep-reason")
    before = game.view()

    game.kill()
    again = launch("window", "--language", "en")
    again.click("resume")

    view = again.wait_for("adopt")
    for name in ("decision-title", "decision-about", "token-p2", "mat-agree", "mat-object"):
        assert view.said(name) == before.said(name) != ""
    assert [view.state(f"disc-p{number}") for number in (1, 2, 3)] == [
        "has not spoken yet",
        "Objection",
        "has not spoken yet",
    ]
    again.click("disc-p2")
    again.click("mat-agree")
    again.click("adopt")
    again.wait_for("draw")


def test_closing_the_window_asks_nothing_and_the_session_resumes(launch: Launch, tmp_path: Path) -> None:
    file = at_a_discussion(tmp_path / "data")
    game = launch("play", "--language", "en", "--resume", str(file))
    game.click("later")
    game.wait_for("draw")
    with pytest.raises(SessionInUse):
        Session.resume(file)

    game.key("alt+F4")

    assert game.ended() == 0
    assert game.errors() == ""
    session = Session.resume(file)
    assert len(session.game.later) == 1
    session.close()


@pytest.mark.parametrize("content", [b"hello", b""])
def test_a_file_that_is_no_session_is_told_in_the_window(launch: Launch, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "letter.session"
    file.write_bytes(content)

    game = launch("play", "--language", "en", "--resume", str(file))

    view = game.wait_for("answer-0")
    assert "letter.session has not been changed" in view.text()
    game.click("answer-0")
    game.wait_for("new")
    assert file.read_bytes() == content


def test_a_box_with_a_mistake_is_told_on_the_terminal(display: Display, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "game.yaml").write_text("id: [oops\n", encoding="utf-8")

    command = [sys.executable, "-m", "enacting", "play", str(tmp_path / "mine"), "--language", "en"]
    environment = {**display.environment, "ENACTING_DATA": str(tmp_path / "data")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=SECONDS)

    assert (done.returncode, done.stdout) == (2, "")
    assert "game.yaml:1:5: the [ opened here is not closed" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_game_asked_to_stop_by_the_system_stops_with_nothing_lost(launch: Launch, tmp_path: Path) -> None:
    file = at_a_discussion(tmp_path / "data")
    game = launch("play", "--resume", str(file))
    game.wait_for("place")

    game.process.terminate()

    assert game.ended() == 0
    Session.resume(file).close()


def test_a_game_whose_terminal_closes_stops_with_its_second_copy_up_to_date(launch: Launch, tmp_path: Path) -> None:
    file = at_a_discussion(tmp_path / "data")
    # Under `nohup`, a program that tests start would ignore the signal as well, and so would the game, as it should.
    game = launch("play", "--resume", str(file), under=("env", "--default-signal=HUP"))
    game.click("later")
    game.wait_for("draw")
    assert len(look(file).rows()) > len(look(copy_of(file)).rows())

    game.process.send_signal(signal.SIGHUP)

    assert game.ended() == 0
    assert look(copy_of(file)).rows() == look(file).rows()


# What the system sees of it


def test_the_window_has_the_name_of_its_icon_among_those_of_other_programs(launch: Launch) -> None:
    game = launch("window")
    game.wait_for("new")

    told = game.display.run("xprop", "-id", game.window, "WM_CLASS")

    assert told == 'WM_CLASS(STRING) = "enacting-the-commons", "enacting-the-commons"\n'


def test_a_display_of_30_bits_shows_the_game(display: Display, tmp_path: Path) -> None:
    deep = Display(tmp_path / "home", bits=30)
    game = Game(deep, tmp_path / "data", "window", pictures=tmp_path)
    try:
        assert game.wait_for("new").size == (1280, 720)
        shown_whole(game, tmp_path / "deep.png", (1280, 720))
        assert game.errors() == ""
    finally:
        game.stop()
        deep.stop()


# Size


def test_nothing_is_left_unpainted_whatever_the_size(launch: Launch, tmp_path: Path) -> None:
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))

    game.wait_for("place")
    for size in ((1024, 600), (1600, 900), (1280, 720)):
        game.resize(*size)
        shown_whole(game, tmp_path / f"{size[0]}.png", size)
        game.click("place")
        game.click("put-down")

    game.display.run("xdotool", "windowsize", game.window, "640", "400")
    game.wait("the smallest size", lambda view: view.size == (1024, 600))


def test_after_a_storm_of_sizes_the_last_frame_is_whole(launch: Launch, tmp_path: Path) -> None:
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))
    game.wait_for("place")
    chance = random.Random(7)
    storm = [(chance.randint(300, 1900), chance.randint(200, 1000)) for _ in range(150)]

    sizes = [word for size in storm for word in ("windowsize", game.window, *map(str, size))]
    game.display.run("xdotool", *sizes)
    game.resize(1366, 768)  # A size it did not have before: once it is drawn, the whole storm is over.

    shown_whole(game, tmp_path / "last.png", (1366, 768))
    game.click("place")
    game.click("put-down")
    assert game.errors() == ""


def shown_whole(game: Game, file: Path, size: tuple[int, int]) -> None:
    """The window has that size and nothing of it stays unpainted, once what was drawn last has come to the display."""
    left: list[tuple[int, int]] = []

    def is_whole() -> bool:
        left[:] = unpainted(pygame.image.load(game.window_picture(file)), size)
        return not left

    game.settle()
    try:
        until("a whole window", is_whole)
    except DidNotHappen:
        pytest.fail(f"{len(left)} places stay unpainted, such as {left[:5]}; picture: {file}", pytrace=False)


def unpainted(picture: pygame.Surface, size: tuple[int, int]) -> list[tuple[int, int]]:
    """Places of a picture of the window, all over it and along its edges, that nobody painted.

    All of them when its size is another one. The lower corners are the bare table.
    """
    right, bottom = size[0] - 1, size[1] - 1
    places = [(x, y) for x in range(0, size[0], 16) for y in range(0, size[1], 16)]
    places += [(x, bottom) for x in range(size[0])] + [(right, y) for y in range(size[1])]
    if picture.get_size() != size:
        return places
    bare = [place for place in ((right, bottom), (2, bottom)) if picture.get_at(place)[:3] != palette().table[:3]]
    return bare + [place for place in places if picture.get_at(place)[:3] == (0, 0, 0)]


# Rest


def test_nothing_is_drawn_while_nothing_happens(launch: Launch, tmp_path: Path) -> None:
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))
    game.wait_for("place")
    game.settle()

    first = another_second(game)
    last = first
    for _ in range(3):
        last = another_second(game)
    game.key("p")
    game.wait("a pause", lambda view: view.state("timer") == "paused")

    passed = seconds_of_timer(first) - seconds_of_timer(last)
    assert 3 <= last.frame - first.frame <= passed + 1  # The time of the end may be told anew meanwhile.
    game.settle(seconds=3)  # Once the sentence about the pause has gone.


def test_nothing_is_drawn_on_a_title_at_rest(launch: Launch) -> None:
    game = launch("window", "--language", "en")

    game.settle(seconds=3)  # Once the cards of the fan have been read.


def another_second(game: Game) -> View:
    """The view when the timer shows another time."""
    before = game.view().said("timer")
    return game.wait("another second", lambda view: view.said("timer") != before)


def seconds_of_timer(view: View) -> int:
    """What is left on the timer."""
    minutes, seconds = re.findall(r"\d+", view.said("timer"))
    return 60 * int(minutes) + int(seconds)


# Writing


def test_a_dead_key_writes_an_accent_and_the_clipboard_goes_from_field_to_field(
    launch: Launch, display: Display
) -> None:
    display.speak("fr", "oss")
    game = launch("window", "--language", "fr")
    game.click("new")

    game.click("name-1", changes=False)
    game.key("ctrl+a", "dead_circumflex", "e", "dead_diaeresis", "i", "d", "dead_acute", "e")
    game.wait("êïdé", lambda view: view.state("name-1") == "êïdé")
    game.key("ctrl+a", "ctrl+c")
    game.click("name-2", changes=False)
    game.key("ctrl+a", "ctrl+v")
    game.wait("êïdé again", lambda view: view.state("name-2") == "êïdé")
    until("êïdé on the clipboard", lambda: display.run("xclip", "-o", "-selection", "clipboard") == "êïdé")
    subprocess.run(["xclip", "-selection", "clipboard"], env=display.environment, input="Ζωή".encode(), check=True)
    game.click("name-3", changes=False)
    game.key("ctrl+a", "ctrl+v")
    game.wait("what another program copied", lambda view: view.state("name-3") == "Ζωή")


def at_stop(view: View, *, count: str) -> bool:
    """Whether the tour is there."""
    return view.by_id["tour-count"].name == count


def test_somebody_new_goes_through_the_tour_with_one_key_and_is_left_at_the_title(
    launch: Launch, tmp_path: Path
) -> None:
    game = launch("window", "--language", "en", newcomer=True)

    game.key("Return")
    game.wait("the first stop", lambda view: "tour-panel" in view.by_id and not view.has("tour-back"))
    for number in range(2, 15):
        count = f"{number} of 14"
        game.key(ACTING_KEYS[number % 2 == 0])
        game.wait(count, partial(at_stop, count=count))
    game.key("Return")
    game.wait_for("accept")

    assert game.view().focus == "accept"
    assert not (tmp_path / "data" / "sessions").exists()
    assert '"offered": "try"' in (tmp_path / "data" / "settings.json").read_text(encoding="utf-8")


def test_enter_held_down_does_one_thing(launch: Launch) -> None:
    game = launch("window", "--language", "en")

    game.display.run("xdotool", "keydown", "Return")
    game.wait_for("start")
    time.sleep(0.8)  # Longer than a key takes to come again.
    game.display.run("xdotool", "keyup", "Return")

    assert game.view().has("start")


# The room


def windows_of(display: Display) -> list[str]:
    """The titles of the windows of the game."""
    found = subprocess.run(
        ["xwininfo", "-root", "-tree"], env=display.environment, capture_output=True, text=True, check=True
    )
    return re.findall(r'"(Enacting the Commons[^"]*)"', found.stdout)


def test_the_room_has_a_window_of_its_own_until_it_is_closed(launch: Launch, tmp_path: Path) -> None:
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))

    game.key("F8")
    game.wait_for("room-black")
    until("two windows", lambda: len(windows_of(game.display)) == 2)
    game.click("room-close")
    until("one window", lambda: windows_of(game.display) == ["Enacting the Commons"])
    game.wait("no strip", lambda view: not view.has("room-black"))

    game.click("later")
    game.wait_for("draw")
    assert game.errors() == ""


def test_one_thing_at_a_time_by_one_key_and_back(launch: Launch, tmp_path: Path) -> None:
    game = launch("play", "--language", "en", "--resume", str(at_a_discussion(tmp_path / "data")))

    game.key("F5")
    game.wait_for("room-back")
    game.key("F5")

    game.wait_for("place")
