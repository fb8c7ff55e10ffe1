"""How pictures come to the wall: once, and all of what is said to move is there."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.walks import Walk
from ui.wall_moments import Moments

from enacting.system import paths
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.layout import Layout
from enacting.ui.table.room_view import moment_picture
from enacting.ui.table.wall_entrances import entrance_of
from enacting.ui.wall.pictures import lay_out_picture
from enacting.ui.window.settings import Settings


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


def test_whatever_comes_by_degrees_is_an_item_of_its_picture(clock: HandClock) -> None:
    strange: list[str] = []
    moving: set[str] = set()

    def look(name: str, walk: Walk) -> None:
        picture = moment_picture(walk.table, Scale())
        layout = Layout((1920, 1080), Scale(), walk.app.words)
        lay_out_picture(layout, picture)
        movements = entrance_of(picture).movements
        named = {*movements.appearing, *movements.growing, *movements.stamps}
        there = {item.id for item in layout.items}
        moving.update(name for _ in named)
        if name not in ("no sentence yet", "somebody writes"):
            strange.extend(f"{name}: {one}" for one in named - there)

    Moments("en", clock, look, long=False).play()

    assert strange == []
    assert {"crisis", "part of the postures", "adopted 0", "ratings", "sentence 0", "end"} <= moving


def test_a_picture_comes_once_and_then_stands_still(clock: HandClock) -> None:
    moved: dict[str, list[bool]] = {}

    def look(name: str, walk: Walk) -> None:
        if name == "place":
            walk.loop.draw()
        if name != "crisis":
            return
        walk.app.settings = Settings(language="en", reduce_motion=False)
        room = walk.app.room
        assert room is not None
        seen = []
        for _ in range(2):
            walk.app.changed()
            walk.loop.draw()
            seen.append(room.motion.moving)
            clock.later(4)
            walk.loop.draw()
            seen.append(room.motion.moving)
        moved[name] = seen
        walk.app.settings = Settings(language="en", reduce_motion=True)

    Moments("en", clock, look, long=False).play()

    assert moved["crisis"] == [True, False, False, False]
