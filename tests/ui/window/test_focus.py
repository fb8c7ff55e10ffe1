"""The focus: where it goes when a screen opens above another, and when it closes."""

from pathlib import Path

import pygame
import pytest
from ui.keyboard import focus_on, press
from ui.walks import Walk

from enacting.engine.board import ActivityKind, SeatId
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndPart
from enacting.system import paths
from enacting.ui.destinations import Menu
from enacting.ui.setup.setup_screen import SetupScreen


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """A window on the title screen."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    return Walk("en", [])


@pytest.mark.parametrize("key", [pygame.K_F1, pygame.K_F6])
def test_a_screen_that_is_shown_again_has_the_focus_it_had(walk: Walk, key: int) -> None:
    focus_on(walk, "sessions")

    press(walk, key, pygame.K_ESCAPE)

    assert walk.app.focus == "sessions"


def test_each_screen_of_a_stack_has_its_own_focus(walk: Walk) -> None:
    focus_on(walk, "sessions")
    press(walk, pygame.K_RETURN)
    focus_on(walk, "paper")
    press(walk, pygame.K_F1)
    focus_on(walk, "about")
    press(walk, pygame.K_RETURN, pygame.K_ESCAPE)
    seen = [walk.app.focus]
    for _ in range(2):
        press(walk, pygame.K_ESCAPE)
        seen.append(walk.app.focus)

    assert seen == ["about", "paper", "sessions"]


def test_a_field_that_is_typed_in_at_once_gives_way_to_what_had_the_focus(walk: Walk) -> None:
    walk.click("new", "length-short", "start")
    press(walk, pygame.K_n)
    first = walk.app.focus
    focus_on(walk, "close")
    press(walk, pygame.K_F6, pygame.K_ESCAPE)

    assert (first, walk.app.focus) == ("note-text", "close")


def test_once_something_was_decided_above_a_table_its_main_action_has_the_focus(walk: Walk) -> None:
    walk.click("new", "length-short", "start")
    focus_on(walk, "menu")
    walk.app.go_to(Menu())
    walk.table.play(EndPart(by=FACILITATOR))
    walk.app.close()
    walk.app.items()

    assert walk.app.focus != "menu"


@pytest.mark.parametrize("side", [0, 1])
def test_a_posture_in_hand_is_proposed_a_free_place_of_its_own_side_first(walk: Walk, side: int) -> None:
    walk.click("new")
    assert isinstance(walk.app.screen, SetupScreen)
    walk.app.screen.choices.seed = 1
    walk.click("start", "reveal-context", "reveal")
    while walk.table.doing is not None and walk.table.doing.kind is not ActivityKind.POSTURES:
        walk.table.play(EndPart(by=FACILITATOR))
    box, family = walk.table.box, walk.table.box.description.posture_families[side].id
    while True:
        walk.click("draw")
        assert walk.table.game.turn is not None
        card = walk.table.game.turn.hand[0]
        if box.postures[card].family == family:
            break
        seat = next(seat for seat in reversed(box.board.seats) if seat.id not in walk.table.game.postures)
        walk.click("place", f"seat-{seat.id}")

    focus_on(walk, "place")
    press(walk, pygame.K_RETURN)
    seat = box.seat(SeatId(walk.app.focus.removeprefix("seat-")))

    assert seat.family == family
    assert seat.id not in walk.table.game.postures
