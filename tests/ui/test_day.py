"""A table played at for a while, second after second: what is on the disk is what is seen, and nothing is left open.

A whole day takes longer: tests/long/day.py.
"""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.days import Day
from ui.random_events import open_handles, shut_in


@pytest.fixture
def clock(tmp_path: Path) -> Iterator[HandClock]:
    pygame.display.init()
    pygame.event.clear()
    with shut_in(tmp_path) as clock:
        yield clock


def test_five_minutes_of_play_leave_a_file_that_gives_the_table_and_nothing_else(
    tmp_path: Path, clock: HandClock
) -> None:
    day = Day(5, tmp_path, clock)
    handles = open_handles()

    while day.seconds < 300:
        day.second()
        if day.chance.random() < 1 / 8:
            day.act()
    day.app.close_room()
    day.check()

    assert day.moves > 15
    assert open_handles() == handles
    day.leave()


def test_a_thousand_moves_in_one_session_are_played_and_read_again(tmp_path: Path, clock: HandClock) -> None:
    day = Day(6, tmp_path, clock)

    while len(day.session.log()) < 1000:
        for _ in range(30):
            day.play()
        day.turn_back()
    day.check()
    day.elsewhere()

    assert len(day.session.log()) >= 1000
    day.leave()
