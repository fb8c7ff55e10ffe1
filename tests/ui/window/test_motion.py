"""Movements: short, only painted, ended by any input, and none with *reduce motion*."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.walks import SEED, USUAL, Walk, Window

from enacting.engine.cards import CardId
from enacting.system import paths
from enacting.ui.items.item import text_model
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.movements import ONE_AFTER_ANOTHER
from enacting.ui.window.motion import GLIDE_SECONDS

LONGEST = GLIDE_SECONDS + 2 * ONE_AFTER_ANOTHER


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


def before_a_draw(clock: HandClock, *, reduce_motion: bool = False) -> Walk:
    """Four people before the first draw of a mechanism."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    walk.click("plan-placed")
    walk.click("start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity")
    walk.app.settings = replace(walk.app.settings, reduce_motion=reduce_motion)
    walk.app.message = None
    pass_time(walk, clock, 5)
    return walk


def pass_time(walk: Walk, clock: HandClock, seconds: float) -> None:
    """Let that much time pass, and paint."""
    clock.now += seconds
    walk.loop.draw()
    walk.loop.draw()


def picture(walk: Walk) -> bytes:
    return pygame.image.tobytes(walk.app.stage.surface(), "RGB")


def painted_anew(walk: Walk) -> bytes:
    """The picture of a window where nothing was painted before."""
    walk.loop.canvas.invalidate()
    walk.loop.draw()
    return picture(walk)


def hand(walk: Walk) -> tuple[CardId, ...]:
    turn = walk.table.game.turn
    assert turn is not None
    return turn.hand


def test_cards_drawn_fly_from_the_pile_one_after_the_other_and_turn_over(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    pile = walk.item("draw-pile").rect

    walk.click("draw")
    walk.loop.draw()
    glides = walk.app.motion.glides
    places = [walk.app.motion.current_rect(walk.item(f"card-{card}"), clock.now) for card in hand(walk)]

    assert places == [pile, pile, pile]
    assert [glides[f"card-{card}"].turns for card in hand(walk)] == ["mechanism"] * 3
    assert sorted(glides[f"card-{card}"].delay for card in hand(walk)) == [0, ONE_AFTER_ANOTHER, 2 * ONE_AFTER_ANOTHER]


def test_the_place_and_the_crisis_turn_over_where_they_lie(clock: HandClock) -> None:
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", "start")
    walk.app.settings = replace(walk.app.settings, reduce_motion=False)
    pass_time(walk, clock, 5)

    for button, kind in (("reveal-context", "context"), ("reveal", "crisis")):
        game = walk.table.game
        card = f"card-{game.context if kind == 'context' else game.crisis}"
        lying = walk.item(card).rect
        walk.click(button)
        walk.loop.draw()

        assert walk.app.motion.glides[card].turns == kind
        assert walk.app.motion.current_rect(walk.item(card), clock.now) == lying
        pass_time(walk, clock, LONGEST)


def test_the_state_does_not_wait_for_a_movement(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    still = before_a_draw(clock, reduce_motion=True)

    walk.click("draw")
    still.click("draw")
    walk.loop.draw()

    assert walk.app.motion.moving
    assert text_model(walk.app.items()) == text_model(still.app.items())


def test_cards_put_back_go_to_the_pile_and_are_gone(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    walk.click("draw")
    pass_time(walk, clock, LONGEST)
    kept_card, *others = hand(walk)

    walk.click(f"keep-{kept_card}")
    walk.loop.draw()
    on_their_way = [item.id for item in walk.app.motion.departing]
    pass_time(walk, clock, LONGEST)

    assert on_their_way == [f"gone-card-{card}" for card in others]
    assert walk.app.motion.departing == []


@pytest.mark.parametrize("act", ["later", "drop", "pass"])
def test_after_a_movement_the_window_shows_what_painting_everything_gives(act: str, clock: HandClock) -> None:
    walk = before_a_draw(clock)
    walk.click("draw")
    pass_time(walk, clock, LONGEST)
    walk.click(f"keep-{hand(walk)[0]}")
    pass_time(walk, clock, LONGEST)

    walk.click(act)
    for _ in range(12):
        pass_time(walk, clock, LONGEST / 8)

    assert not walk.app.motion.moving
    assert picture(walk) == painted_anew(walk)


def test_in_the_middle_of_a_movement_too(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    walk.click("draw")

    for _ in range(3):
        pass_time(walk, clock, GLIDE_SECONDS / 5)

    assert walk.app.motion.moving
    assert picture(walk) == painted_anew(walk)


def test_any_key_ends_a_movement(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    walk.click("draw")
    walk.loop.draw()

    walk.loop.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t"))
    walk.loop.draw()

    assert not walk.app.motion.moving


def test_reduce_motion_leaves_every_movement_out(clock: HandClock) -> None:
    walk = before_a_draw(clock, reduce_motion=True)

    walk.click("draw")
    walk.loop.draw()
    kept_card = hand(walk)[0]
    walk.click(f"keep-{kept_card}")
    walk.loop.draw()

    assert not walk.app.motion.moving
    assert walk.app.motion.departing == []


def test_nothing_is_painted_once_everything_lies_still(clock: HandClock) -> None:
    walk = before_a_draw(clock)
    walk.click("draw")
    walk.loop.draw()
    pass_time(walk, clock, LONGEST)
    frames = walk.loop.canvas.frames_drawn

    pass_time(walk, clock, 0.1)

    assert walk.loop.canvas.frames_drawn == frames
