"""Next steps in the window: written with the take-aways, corrected, taken away, and still written after the end."""

import pytest
from ui.walks import USUAL, Walk, Window

from enacting.engine.board import ActivityKind
from enacting.engine.game import FACILITATOR, NextStep
from enacting.engine.moves import EndActivity


@pytest.fixture
def walk() -> Walk:
    """Four people who write what they take home."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", "start")
    table = walk.table
    while table.doing is not None and table.doing.kind is not ActivityKind.TAKEAWAYS:
        table.play(EndActivity(by=FACILITATOR))
    walk.app.message = None
    return walk


def write(walk: Walk, what: str, who: str = "", when: str = "") -> None:
    """Fill the dialog and keep it."""
    for name, text in (("step-what", what), ("step-who", who), ("step-when", when)):
        walk.fill(name, text, 280, multiline=name == "step-what")
    walk.click("keep-step")


def test_a_next_step_is_written_corrected_and_taken_away(walk: Walk) -> None:
    walk.click("add-step")
    write(walk, "Call the town", "Robin", "on Monday")
    walk.click("add-step")
    write(walk, "Plant a hedge")

    assert walk.item("step-1").name == "Next step 1: Call the town: Robin · on Monday"
    walk.click("step-2")
    write(walk, "Plant a long hedge")
    assert walk.table.game.next_steps[1] == NextStep(what="Plant a long hedge")

    walk.click("step-1", "remove-step")
    assert walk.table.game.next_steps == (NextStep(what="Plant a long hedge"),)


def test_a_next_step_is_typed_at_once(walk: Walk) -> None:
    walk.click("add-step")
    walk.app.items()

    assert walk.app.focus == "step-what"


def test_a_next_step_without_words_is_refused_and_stays_open(walk: Walk) -> None:
    walk.click("add-step")
    write(walk, " ", "Robin")

    assert not walk.table.game.next_steps
    assert walk.item("step-who")


def test_a_next_step_kept_as_it_was_changes_nothing(walk: Walk) -> None:
    walk.click("add-step")
    write(walk, "Call")
    moves = len(walk.table.session.log())

    walk.click("step-1", "keep-step")

    assert len(walk.table.session.log()) == moves
    assert walk.item("step-1")


def test_next_steps_are_written_after_the_end_too(walk: Walk) -> None:
    walk.table.play(EndActivity(by=FACILITATOR))

    walk.click("add-step")
    write(walk, "Call")

    assert walk.table.game.over
    assert walk.table.game.next_steps == (NextStep(what="Call"),)
