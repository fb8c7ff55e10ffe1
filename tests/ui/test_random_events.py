"""Random events: nothing that is done to the window, in any order, breaks it, loses a move or makes it grow."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.random_events import Heard, Wanderer, open_handles, resident_megabytes, shut_in

from enacting.language.words import words_in
from enacting.ui.dialogs.help import HelpDialog
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.item import Item
from enacting.ui.items.layout import Layout
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.window.too_small import too_small_items

EVENTS = 10_000
EACH = 1_000
"""After so many events the file is read again."""


@pytest.fixture(autouse=True)
def clock(tmp_path: Path) -> Iterator[HandClock]:
    pygame.display.init()
    pygame.event.clear()
    with shut_in(tmp_path) as clock:
        yield clock
    pygame.event.clear()


def test_ten_thousand_events_break_nothing_and_what_is_on_the_disk_is_what_is_seen(
    tmp_path: Path, clock: HandClock
) -> None:
    wanderer = Wanderer(1, tmp_path, clock)

    wanderer.wander(EVENTS, EACH)
    wanderer.drain()

    assert wanderer.handled >= EVENTS
    assert wanderer.checked >= 3
    assert not pygame.event.peek(pump=False)


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (4000, 1), (320, 200), (899, 700), (1000, 499)])
def test_a_window_too_small_asks_for_more_and_nothing_is_lost(
    size: tuple[int, int], tmp_path: Path, clock: HandClock
) -> None:
    wanderer = Wanderer(3, tmp_path, clock)
    wanderer.begin()
    app = wanderer.app
    resized(wanderer, (1280, 720))
    before = [item.id for item in app.items()]

    resized(wanderer, size)
    small = app.items()
    wanderer.loop.draw()
    resized(wanderer, (1280, 720))

    assert [item.id for item in small if item.live] == []
    assert {item.id for item in small} <= {"ground", "larger"}
    assert ("larger" in {item.id for item in small}) == (min(size) >= 200)
    assert [item.id for item in app.items()] == before
    assert isinstance(app.screen, TableScreen)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", [(225, 125), (899, 499), (4000, 100)])
def test_the_sentence_that_asks_for_more_is_whole(size: tuple[int, int], language: str) -> None:
    layout = Layout(size, Scale.for_window(size), words_in(language))

    items = too_small_items(layout)

    assert [item.id for item in items] == ["ground", "larger"]
    assert layout.rect.contains(items[1].rect)


@pytest.mark.skipif(sys.platform != "linux", reason="a screen reader is stood in for as on Linux")
@pytest.mark.parametrize("size", [(2, 700), (300, 200)])
def test_a_dialog_in_a_window_too_small_for_it_is_still_told_to_a_screen_reader(
    size: tuple[int, int], tmp_path: Path, clock: HandClock
) -> None:
    wanderer, bridge = Wanderer(5, tmp_path, clock), Heard()
    wanderer.begin()
    app = wanderer.app
    wanderer.loop.bridge = bridge
    app.open(HelpDialog(app, "setup"))
    wanderer.loop.draw()

    resized(wanderer, size)
    wanderer.loop.draw()

    assert bridge.told == 2


def resized(wanderer: Wanderer, size: tuple[int, int]) -> None:
    wanderer.app.stage.resize(size)
    wanderer.loop.handle(pygame.event.Event(pygame.WINDOWRESIZED, x=size[0], y=size[1]))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")
def test_a_storm_of_sizes_leaves_the_window_as_it_was(tmp_path: Path, clock: HandClock) -> None:
    wanderer, chance = Wanderer(4, tmp_path, clock), random.Random(4)
    wanderer.begin()
    app = wanderer.app
    sizes = [(chance.randint(1, 1920), chance.randint(1, 1080)) for _ in range(40)]

    def storm() -> None:
        for size in sizes:
            resized(wanderer, size)
            wanderer.loop.draw()
            clock.now += 0.01

    storm()
    grown, handles = resident_megabytes(), open_handles()
    storm()
    grown = resident_megabytes() - grown
    resized(wanderer, (1280, 720))
    wanderer.loop.draw()

    assert grown <= 20
    assert open_handles() == handles
    assert within(app.items(), (1280, 720))


def within(items: list[Item], size: tuple[int, int]) -> bool:
    return all(pygame.Rect(0, 0, *size).contains(item.rect) for item in items if item.live and not item.pane)
