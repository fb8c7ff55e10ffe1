"""The law of the curtain: while it is drawn, nothing of anybody's marks is on the screen nor in what is read aloud."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from ui.sessions import SEED, USUAL, Walk, Window

from enacting import paths
from enacting.ui.item import Item, text_model
from enacting.ui.screens.setup import SetUp


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


def at_the_curtain() -> Walk:
    """Four people before their first marks."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetUp)
    setup.seed = SEED
    walk.click("start", "reveal", "go-on", "skip-activity")
    walk.app.message = None
    walk.app.changed()
    return walk


def give(walk: Walk, *marks: int) -> None:
    """Choose those marks, and give them."""
    for one, mark in zip(walk.table.box.description.consequences, marks, strict=False):
        walk.click(f"mark-{one.id}-{mark}")
    if len(marks) == len(walk.table.box.description.consequences):
        walk.click("give-marks")


def told(items: list[Item]) -> list[tuple[object, ...]]:
    """All that an eye or an ear gets of the items."""
    seen = [(item.id, tuple(item.rect), item.look, item.name, item.state, item.keys, item.chosen) for item in items]
    return [*seen, *text_model(items)]


def after_marks(*marks: int) -> Walk:
    """The curtain once the first person has given those marks."""
    walk = at_the_curtain()
    walk.click("its-me")
    give(walk, *marks)
    walk.app.message = None
    walk.app.changed()
    return walk


def test_the_curtain_is_the_same_whatever_marks_were_given() -> None:
    low, high = after_marks(1, 1, 1, 1), after_marks(5, 4, 3, 2)

    assert told(low.app.items()) == told(high.app.items())


@pytest.mark.parametrize("dialog", ["menu", "help", "people", "notes", "parts", "later"])
def test_no_dialog_over_the_curtain_tells_marks(dialog: str) -> None:
    pair = after_marks(1, 1, 1, 1), after_marks(5, 4, 3, 2)

    for walk in pair:
        getattr(walk.table, dialog)()
        if dialog == "menu":
            walk.app.changed()

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


def test_marks_chosen_and_left_are_forgotten_behind_the_curtain() -> None:
    walk = at_the_curtain()
    untouched = told(walk.app.items())
    walk.click("its-me")
    give(walk, 5, 4)

    walk.app.screen.back()
    walk.app.changed()

    assert walk.table.marks == {}
    assert told(walk.app.items()) == untouched


def test_the_next_person_finds_no_mark_chosen() -> None:
    walk = after_marks(5, 4, 3, 2)

    walk.click("its-me")

    marks = [item for item in walk.app.items() if item.id.startswith("mark-")]
    assert marks
    assert not [item.id for item in marks if item.chosen or item.state]


def test_what_is_seen_with_a_dialog_over_the_marks_is_not_read_aloud() -> None:
    walk = at_the_curtain()
    walk.click("its-me")
    give(walk, 5, 4)

    walk.table.menu()
    walk.app.changed()

    assert not [item for item in walk.app.items() if item.id.startswith("mark-") and (item.name or item.live)]
