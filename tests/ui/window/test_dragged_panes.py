"""Lists are scrolled without a wheel: by dragging them, or their bar, with a mouse, a finger or a pen."""

from pathlib import Path

import pygame
import pytest
from ui.walks import USUAL, Walk, Window

from enacting.system import paths
from enacting.ui.setup.setup_screen import SetupScreen


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """The set-up, with seventeen crises."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    return walk


def drag(walk: Walk, start: tuple[int, int], *, down: int) -> None:
    """Press there, move that far down in steps, let go."""
    walk.loop.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1))
    for step in range(1, 6):
        place = start[0], start[1] + down * step // 5
        walk.loop.handle(pygame.Event(pygame.MOUSEMOTION, pos=place, rel=(0, down // 5), buttons=(1, 0, 0)))
        walk.app.items()
    walk.loop.handle(pygame.Event(pygame.MOUSEBUTTONUP, pos=(start[0], start[1] + down), button=1))
    walk.app.items()


def scrolled(walk: Walk) -> int:
    """How far the crises are scrolled."""
    walk.app.items()
    return walk.app.scrolled.get("crises", 0)


def bar(walk: Walk) -> pygame.Rect:
    """The bar of the crises."""
    return next(item.rect for item in walk.app.items() if item.id == "scroll-crises")


def test_a_list_follows_what_drags_it_and_nothing_in_it_is_chosen(walk: Walk) -> None:
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    place = walk.item("crisis-rising-waters").seen.center

    drag(walk, place, down=-200)

    assert scrolled(walk) == 200
    assert screen.choices.crises.chosen is None


def test_a_press_that_hardly_moves_chooses(walk: Walk) -> None:
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)

    drag(walk, walk.item("crisis-rising-waters").seen.center, down=3)

    assert scrolled(walk) == 0
    assert screen.choices.crises.chosen == "rising-waters"


def test_the_bar_is_dragged_to_the_end_of_the_list(walk: Walk) -> None:
    track = bar(walk)
    height, seen = walk.app.extents["crises"]

    drag(walk, (track.centerx, track.top + 5), down=track.height)

    assert scrolled(walk) == height - seen


def test_a_click_beside_the_handle_of_a_bar_turns_a_page(walk: Walk) -> None:
    track = bar(walk)
    seen = walk.app.extents["crises"][1]

    drag(walk, (track.centerx, track.bottom - 3), down=0)

    assert scrolled(walk) == min(seen * 9 // 10, walk.app.extents["crises"][0] - seen)


def test_a_text_that_is_selected_does_not_scroll(walk: Walk) -> None:
    walk.app.stage.resize((1024, 600))
    walk.app.changed()
    walk.app.items()

    drag(walk, walk.item("name-1").seen.center, down=60)

    assert walk.app.scrolled.get("players", 0) == 0
