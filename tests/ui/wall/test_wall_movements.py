"""What moves on the wall is on the picture that it moves on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.walks import Walk
from ui.wall_moments import Moments

from enacting.engine.events import Adopted, CrisisRevealed, PartStarted, SessionEnded, TakeawayLeft
from enacting.system import paths
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.layout import Layout
from enacting.ui.table.room_view import moment_picture
from enacting.ui.table.wall_movements import wall_movements_of
from enacting.ui.wall.pictures import lay_out_picture
from enacting.ui.window.motion import NO_MOVEMENTS

HAPPENS = {
    "crisis": CrisisRevealed,
    "adopted 0": Adopted,
    "part of the postures": PartStarted,
    "sentence 0": TakeawayLeft,
    "end": SessionEnded,
}
"""The event that brings each of these moments."""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


def test_what_an_event_moves_is_on_the_picture_that_it_brings(clock: HandClock) -> None:
    still: list[str] = []

    def look(name: str, walk: Walk) -> None:
        last = walk.table.session.last_entry
        if name not in HAPPENS or last is None:
            return
        events = [event for event in last.events if isinstance(event, HAPPENS[name])]
        assert events
        layout = Layout((1920, 1080), Scale(), walk.app.words)
        lay_out_picture(layout, moment_picture(walk.table, Scale()))
        movements = wall_movements_of(NO_MOVEMENTS, events, walk.table.game)
        there = {item.id for item in layout.items}
        named = {*movements.appearing, *movements.growing, *movements.stamps}
        if name == "adopted 0":
            named = {item for item in named if not item.startswith("mended-")}  # Of the consequences that are answered.
        still.extend(f"{name}: {item}" for item in named - there)

    Moments("en", clock, look, long=False).play()

    assert still == []


def test_a_room_that_opens_stands_still_at_once(clock: HandClock) -> None:
    moving: list[bool] = []

    def look(name: str, walk: Walk) -> None:
        if name == "crisis":
            assert walk.app.room is not None
            last = walk.table.session.last_entry
            assert last is not None
            movements = wall_movements_of(NO_MOVEMENTS, last.events, walk.table.game)
            walk.app.settings = replace(walk.app.settings, reduce_motion=False)
            assert movements.appearing
            walk.app.room.motion.expect_movements(movements)
            for _ in range(2):
                walk.app.changed()
                walk.loop.draw()
                moving.append(walk.app.room.motion.moving)

    Moments("en", clock, look, long=False).play()

    assert moving == [False, False]
