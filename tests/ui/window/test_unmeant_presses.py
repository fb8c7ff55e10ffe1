"""A press on what has only just come does nothing: the second one of a double click, or of a doubled key, above all."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.keyboard import focus_on, press
from ui.walks import SEED, USUAL, Walk, Window

from enacting.engine.board import ActivityKind
from enacting.engine.game import FACILITATOR, Opinion, PlayerId
from enacting.engine.moves import EndPart
from enacting.system import paths
from enacting.ui.destinations import People
from enacting.ui.items.item import DiscOf, at
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.people import PeopleDialog


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


@pytest.fixture
def walk() -> Walk:
    """Four people before a crisis that is still face down."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    walk.click("plan-placed", "start", "reveal-context")
    return walk


def double_click(walk: Walk, clock: HandClock, name: str, *, apart: float = 0.15) -> None:
    """Press twice where that item is, as a hand does: the window is painted in between."""
    clock.later(5)
    walk.loop.draw()
    place = walk.item(name).seen.center
    click_at(walk, place)
    clock.later(0.05)
    walk.loop.draw()
    clock.later(apart - 0.05)
    click_at(walk, place)


def click_at(walk: Walk, place: tuple[int, int]) -> None:
    """Press and release the button of the mouse there."""
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        walk.loop.handle(pygame.Event(kind, pos=place, button=1))


def test_a_double_click_on_the_crisis_does_not_skip_it(walk: Walk, clock: HandClock) -> None:
    double_click(walk, clock, "reveal")

    assert walk.table.game.revealed
    assert walk.table.doing is not None
    assert walk.table.doing.kind is ActivityKind.REVEAL


def test_a_double_click_introduces_one_person(walk: Walk, clock: HandClock) -> None:
    walk.click("reveal", "go-on")
    main = next(item.id for item in walk.app.items() if item.main)

    double_click(walk, clock, main)

    assert len(walk.table.game.done) == 1


def test_a_double_click_makes_one_person_leave(walk: Walk, clock: HandClock) -> None:
    walk.app.go_to(People())
    leaving = walk.table.game.present[1].id

    double_click(walk, clock, f"leave-{leaving}")

    assert [player.id for player in walk.table.game.players if not player.present] == [leaving]
    assert isinstance(walk.app.screen, PeopleDialog)


def test_a_double_click_takes_back_one_thing(walk: Walk, clock: HandClock) -> None:
    walk.click("reveal", "go-on")
    played = len(walk.table.session.moves())

    double_click(walk, clock, "undo")

    assert len(walk.table.session.moves()) == played - 1


def test_what_opens_under_the_second_press_stays_open_and_untouched(walk: Walk, clock: HandClock) -> None:
    double_click(walk, clock, "menu")

    assert not walk.app.screen.covers, "the menu was closed by a press beside it"
    assert len(walk.table.session.moves()) == 1


def test_the_same_two_presses_apart_are_two_clicks(walk: Walk, clock: HandClock) -> None:
    double_click(walk, clock, "reveal", apart=0.6)
    clock.later(0.5)

    assert walk.table.doing is not None
    assert walk.table.doing.kind is not ActivityKind.REVEAL


def test_a_button_that_goes_on_meaning_the_same_can_be_pressed_quickly(clock: HandClock) -> None:
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    people = len(setup.choices.rows)
    clock.later(5)
    walk.loop.draw()
    minutes = setup.choices.minutes
    more = next(item for item in walk.app.items() if item.id == "end-more" and item.live)
    for _ in range(3):
        click_at(walk, more.seen.center)
        clock.later(0.1)
        walk.loop.draw()

    assert setup.choices.minutes >= minutes + 11
    assert len(setup.choices.rows) == people


def test_what_moves_under_the_pointer_by_itself_takes_no_press_at_once(walk: Walk, clock: HandClock) -> None:
    walk.click("reveal")
    clock.later(5)
    walk.loop.draw()
    place = walk.item("go-on").seen.center
    walk.app.open_room()
    walk.loop.draw()
    clock.later(0.2)
    moments = len(walk.table.session.moves())
    under = next((item for item in reversed(walk.app.items()) if item.live and item.seen.collidepoint(place)), None)
    assert under is None or under.id != "go-on", "the strip of the room moves the button"

    click_at(walk, place)

    assert len(walk.table.session.moves()) == moments
    assert walk.app.room is not None


def test_what_the_wheel_brings_under_the_pointer_can_be_pressed_at_once(clock: HandClock) -> None:
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    clock.later(5)
    walk.loop.draw()
    before = next(item for item in walk.app.items() if item.id == "crisis-long-heatwave")
    place = before.seen.centerx, before.seen.centery + 40
    walk.loop.handle(pygame.Event(pygame.MOUSEMOTION, pos=place, rel=(1, 1), buttons=(0, 0, 0)))
    walk.loop.handle(pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1))
    walk.loop.draw()
    under = at(walk.app.items(), place)
    assert under is not None
    assert under.id != before.id

    click_at(walk, place)

    assert setup.choices.crises.chosen == under.id.removeprefix("crisis-")


def at_a_card(walk: Walk) -> Walk:
    """The first person has a mechanism in hand."""
    walk.click("reveal", "go-on")
    while walk.table.doing is not None and walk.table.doing.kind is not ActivityKind.MECHANISMS:
        walk.table.play(EndPart(by=FACILITATOR))
    walk.click("draw")
    assert walk.table.game.turn is not None
    walk.click(f"keep-{walk.table.game.turn.hand[0]}", "place", f"seat-{walk.table.box.board.seats[0].id}")
    return walk


@pytest.mark.parametrize("name", ["answer-economic", "ally-p2"])
def test_a_double_click_on_what_is_touched_touches_it_once(walk: Walk, clock: HandClock, name: str) -> None:
    at_a_card(walk)

    double_click(walk, clock, name)

    assert walk.item(name).chosen


def test_a_double_click_on_a_disc_takes_it_in_hand(walk: Walk, clock: HandClock) -> None:
    at_a_card(walk).click("propose")

    double_click(walk, clock, "disc-p2")

    assert walk.app.held == DiscOf(PlayerId("p2"))


def test_a_double_click_on_a_mat_gives_an_opinion_and_adopts_nothing(walk: Walk, clock: HandClock) -> None:
    at_a_card(walk).click("propose", "disc-p2")

    double_click(walk, clock, "mat-reserve")

    turn = walk.table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    assert turn.proposal.opinions == {"p2": Opinion.RESERVE}


# The keyboard


def press_twice(walk: Walk, clock: HandClock, key: int, *, apart: float = 0.15) -> None:
    """Press that key twice, as a hand does: the window is painted in between."""
    clock.later(5)
    walk.loop.draw()
    press(walk, key)
    clock.later(0.05)
    walk.loop.draw()
    clock.later(apart - 0.05)
    press(walk, key)


def test_enter_pressed_twice_does_not_skip_the_crisis(walk: Walk, clock: HandClock) -> None:
    focus_on(walk, "reveal")

    press_twice(walk, clock, pygame.K_RETURN)

    assert walk.table.game.revealed
    assert walk.table.doing is not None
    assert walk.table.doing.kind is ActivityKind.REVEAL


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE])
def test_a_key_pressed_twice_introduces_one_person(walk: Walk, clock: HandClock, key: int) -> None:
    walk.click("reveal", "go-on")

    press_twice(walk, clock, key)

    assert len(walk.table.game.done) == 1


def test_enter_pressed_twice_does_not_set_a_proposal_aside(walk: Walk, clock: HandClock) -> None:
    at_a_card(walk)
    focus_on(walk, "propose")
    press_twice(walk, clock, pygame.K_RETURN)

    focus_on(walk, "later")
    clock.later(5)
    walk.loop.draw()
    walk.click("amend")
    focus_on(walk, "propose")
    press_twice(walk, clock, pygame.K_RETURN)

    assert walk.table.game.turn is not None
    assert walk.table.game.turn.proposal is not None
    assert walk.table.game.turn.proposal.opinions == {}


def test_a_picture_that_came_late_takes_no_second_press_either(walk: Walk, clock: HandClock) -> None:
    focus_on(walk, "reveal")
    clock.later(5)
    walk.loop.draw()

    press(walk, pygame.K_RETURN)
    clock.later(2)
    press(walk, pygame.K_RETURN)

    assert walk.table.doing is not None
    assert walk.table.doing.kind is ActivityKind.REVEAL, "nobody had seen the crisis yet"


def test_enter_pressed_again_once_the_screen_was_seen_acts(walk: Walk, clock: HandClock) -> None:
    walk.click("reveal", "go-on")

    press_twice(walk, clock, pygame.K_RETURN, apart=0.5)

    assert len(walk.table.game.done) == 2


def test_another_key_in_between_is_meant_at_once(walk: Walk, clock: HandClock) -> None:
    clock.later(5)
    walk.loop.draw()
    press(walk, pygame.K_m)
    clock.later(0.05)
    walk.loop.draw()
    assert not walk.app.screen.covers
    press(walk, pygame.K_ESCAPE)
    walk.loop.draw()

    press(walk, pygame.K_RETURN)

    assert walk.table.game.revealed


def test_undo_pressed_twice_takes_two_things_back(walk: Walk, clock: HandClock) -> None:
    walk.click("reveal", "go-on")
    clock.later(5)
    walk.loop.draw()
    played = len(walk.table.session.moves())

    for _ in range(2):
        press(walk, pygame.K_z, mod=pygame.KMOD_CTRL)
        clock.later(0.1)
        walk.loop.draw()

    assert len(walk.table.session.moves()) == played - 2
