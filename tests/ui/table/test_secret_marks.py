"""The law of the curtain: while it is drawn, nothing of anybody's marks is on the screen nor in what is read aloud."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.hand_overs import Pair, at_the_curtain, give_marks, settle, told
from ui.walks import USUAL, Walk, Window

from enacting.engine.game import PlayerId
from enacting.system import paths
from enacting.ui.destinations import CardsForLater, Destination, Help, Menu, Notes, Parts, People
from enacting.ui.table.open_session import resume
from enacting.ui.table.table import CURTAIN_SECONDS


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


def after_marks(*marks: int) -> Walk:
    """The curtain once the first person has given those marks."""
    walk = at_the_curtain()
    walk.click("its-me")
    give_marks(walk, *marks)
    settle(walk)
    return walk


def test_the_curtain_is_the_same_whatever_marks_were_given() -> None:
    low, high = after_marks(1, 1, 1, 1), after_marks(5, 4, 3, 2)

    assert told(low.app.items()) == told(high.app.items())


DIALOGS = (Menu(), Help("rate"), People(), Notes(), Parts(), CardsForLater())


@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda dialog: type(dialog).__name__)
def test_no_dialog_over_the_curtain_tells_marks(dialog: Destination) -> None:
    pair = after_marks(1, 1, 1, 1), after_marks(5, 4, 3, 2)

    for walk in pair:
        walk.app.go_to(dialog)

    low, high = ([line for line in told(walk.app.items()) if ".session" not in repr(line)] for walk in pair)
    assert low == high


def test_taking_marks_back_does_not_tell_them() -> None:
    low, high = after_marks(1, 1, 1, 1), after_marks(5, 4, 3, 2)

    for walk in (low, high):
        walk.table.undo()

    assert low.app.message is not None
    assert high.app.message is not None
    assert low.app.message.text == high.app.message.text
    assert told(low.app.items()) == told(high.app.items())


def test_giving_marks_back_after_undo_does_not_show_the_former_ones() -> None:
    low, high = after_marks(1, 1, 1, 1), after_marks(5, 4, 3, 2)

    for walk in (low, high):
        walk.table.undo()
        walk.click("its-me")
        walk.app.message = None
        walk.app.changed()

    assert told(low.app.items()) == told(high.app.items())


def left_after_marks(*marks: int) -> Walk:
    """The curtain, drawn again by somebody who has chosen those marks."""
    walk = at_the_curtain()
    walk.click("its-me")
    give_marks(walk, *marks)
    walk.app.screen.back()
    walk.app.changed()
    return walk


def test_nothing_is_told_of_marks_chosen_and_left_behind_the_curtain() -> None:
    untouched = told(at_the_curtain().app.items())
    walk = left_after_marks(5, 4)

    assert walk.table.curtain.marks == {}
    assert told(walk.app.items()) == untouched


def test_marks_chosen_and_left_are_kept_but_not_shown_to_whoever_lifts_the_curtain() -> None:
    low, high = left_after_marks(1, 2), left_after_marks(5, 4)

    for walk in (low, high):
        walk.click("its-me")

    assert told(low.app.items()) == told(high.app.items())
    assert [name for name in low.ids("mark-") if low.item(name).chosen] == []
    for walk in (low, high):
        walk.click("mark-environmental-3", "mark-social-3", "give-marks")
    assert [list(next(iter(walk.table.game.ratings.values()))[PlayerId("p1")].values()) for walk in (low, high)] == [
        [1, 2, 3, 3],
        [5, 4, 3, 3],
    ]
    assert low.table.curtain.begun == {}


def test_marks_chosen_and_not_given_are_found_again_after_the_session_was_left(clock: HandClock) -> None:
    walk = left_after_marks(5, 4)
    path = walk.table.session.path
    walk.app.quit()
    again = Walk("en", [Window(*USUAL, 1.0)])

    resume(again.app, path)
    again.click("its-me", "mark-environmental-3", "mark-social-2", "give-marks")

    assert list(next(iter(again.table.game.ratings.values()))[PlayerId("p1")].values()) == [5, 4, 3, 2]


def test_the_next_person_finds_no_mark_chosen() -> None:
    walk = after_marks(5, 4, 3, 2)

    walk.click("its-me")

    marks = [item for item in walk.app.items() if item.id.startswith("mark-")]
    assert marks
    assert not [item.id for item in marks if item.chosen or item.state]


def test_what_is_seen_with_a_dialog_over_the_marks_is_not_read_aloud() -> None:
    walk = at_the_curtain()
    walk.click("its-me")
    give_marks(walk, 5, 4)

    walk.app.go_to(Menu())
    walk.app.changed()

    assert not [item for item in walk.app.items() if item.id.startswith("mark-") and (item.name or item.live)]


# The curtain comes first, and comes back


def press_enter(walk: Walk) -> None:
    walk.loop.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r"))
    walk.loop.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0))


def test_two_quick_presses_do_not_lead_past_a_curtain_nobody_has_seen(clock: HandClock) -> None:
    walk = at_the_curtain()
    walk.click("its-me")
    give_marks(walk, 1, 2, 3)
    walk.click("mark-social-4")
    walk.app.items()

    press_enter(walk)
    walk.app.items()
    press_enter(walk)

    assert walk.app.focus == "its-me"
    assert [len(given) for given in walk.table.game.ratings.values()] == [1]
    assert walk.table.curtain.open_for is None
    walk.loop.draw()
    clock.later(0.5)
    press_enter(walk)
    assert walk.table.curtain.open_for is not None


def opened() -> Walk:
    """Somebody has lifted the curtain and given two marks."""
    walk = at_the_curtain()
    walk.loop.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(0, 0), buttons=(0, 0, 0)))
    walk.loop.tick()
    walk.click("its-me")
    give_marks(walk, 5, 4)
    return walk


def wait(walk: Walk, clock: HandClock, seconds: int) -> None:
    for _ in range(seconds):
        clock.now += 1
        walk.loop.tick()


def test_the_curtain_comes_back_after_a_minute_without_a_hand(clock: HandClock) -> None:
    walk = opened()

    wait(walk, clock, CURTAIN_SECONDS - 1)
    still = walk.table.curtain.open_for
    wait(walk, clock, 1)

    assert still is not None
    assert walk.table.curtain.open_for is None
    assert walk.table.curtain.marks == {}


def test_a_hand_on_the_mouse_keeps_the_curtain_open(clock: HandClock) -> None:
    walk = opened()

    wait(walk, clock, CURTAIN_SECONDS - 1)
    walk.loop.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(9, 9), rel=(1, 1), buttons=(0, 0, 0)))
    wait(walk, clock, CURTAIN_SECONDS - 1)

    assert walk.table.curtain.open_for is not None


def test_after_a_sleep_the_curtain_is_back_and_the_session_paused(clock: HandClock) -> None:
    walk = opened()

    clock.now += 600
    walk.loop.tick()

    assert walk.table.curtain.open_for is None
    assert walk.table.curtain.marks == {}
    assert walk.table.session.paused
    assert walk.app.message is not None


def test_a_window_made_small_comes_back_with_the_curtain() -> None:
    walk = opened()

    walk.loop.handle(pygame.event.Event(pygame.WINDOWMINIMIZED))

    assert walk.table.curtain.open_for is None
    assert walk.table.curtain.marks == {}


def test_no_random_hand_over_tells_a_mark_before_its_me(clock: HandClock) -> None:
    pair = Pair(0, clock)

    while pair.lifted < 25:
        pair.hand_over()

    assert pair.frames > 25
