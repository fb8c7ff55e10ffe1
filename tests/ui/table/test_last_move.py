"""What was laid on the board last glows, and taking a move back gives its light to the one before."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from ui.walks import SEED, USUAL, Walk, Window

from enacting.engine.board import SeatId
from enacting.engine.moves import Propose
from enacting.system import paths
from enacting.ui.items.item import Item
from enacting.ui.setup.setup_screen import SetupScreen


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


def a_table() -> Walk:
    """Four people before their first mechanism."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    walk.click("plan-placed")
    walk.click("start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity")
    return walk


def adopt_one(walk: Walk, seat: str) -> str:
    """A card is drawn, kept, laid on that seat and adopted; returns the id of its item."""
    walk.click("draw")
    turn = walk.table.game.turn
    assert turn is not None
    card = turn.hand[0]
    walk.click(f"keep-{card}")
    answers = (walk.table.box.description.consequences[0].id,)
    walk.app.perform(Propose(by=turn.player, card=card, seat=SeatId(seat), answers=answers))
    walk.click("adopt")
    return f"card-{card}"


def item_of(walk: Walk, name: str) -> Item | None:
    return next((item for item in walk.app.items() if item.id == name), None)


def lit(walk: Walk) -> pygame.Rect | None:
    """Where the light is."""
    light = item_of(walk, "laid-last")
    return light.rect if light is not None else None


def test_nothing_glows_before_anything_was_laid() -> None:
    assert lit(a_table()) is None


def test_the_card_adopted_last_glows_below_its_face_and_says_so() -> None:
    walk = a_table()

    card = adopt_one(walk, "with-1")
    found = item_of(walk, card)
    order = [item.id for item in walk.app.items()]

    assert found is not None
    assert lit(walk) == found.rect
    assert found.state == "placed last"
    assert order.index("laid-last") < order.index(card)


def test_the_light_goes_on_to_the_next_card_and_back_when_that_is_taken_back() -> None:
    walk = a_table()
    first = adopt_one(walk, "with-1")
    second = adopt_one(walk, "for-1")

    after = lit(walk)
    found = item_of(walk, second)
    assert found is not None
    assert after == found.rect
    while walk.table.game.proposal(second.removeprefix("card-")) is not None:  # type: ignore[arg-type]
        walk.click("undo")

    found = item_of(walk, first)
    assert found is not None
    assert lit(walk) == found.rect


def test_a_card_that_is_put_aside_leaves_nothing_lit() -> None:
    walk = a_table()
    adopt_one(walk, "with-1")

    walk.click("draw")
    turn = walk.table.game.turn
    assert turn is not None
    walk.click(f"keep-{turn.hand[0]}", "later")

    assert lit(walk) is None
