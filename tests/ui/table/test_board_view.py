"""The small board beside the debrief: the same picture as the large one, made when its scenes are drawn."""

import time
from pathlib import Path

import pygame
import pytest
from ui.walks import SEED, USUAL, Walk, Window

from enacting.engine.board import ActivityKind
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndActivity
from enacting.system import paths
from enacting.ui.graphics import scenery
from enacting.ui.graphics.scenery import begin_frame, collect, drawing_ahead, is_drawing_aside
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.board_view import SmallBoards


def test_the_small_board_is_made_again_once_its_scenes_are_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    walk.click("plan-placed", "start")
    while walk.table.doing is not None and walk.table.doing.kind is not ActivityKind.DISCUSS:
        walk.table.play(EndActivity(by=FACILITATOR))
    boards = SmallBoards()
    scenery._cache.clear()

    with drawing_ahead():
        begin_frame()
        first = boards.look(walk.table)
        deadline = time.monotonic() + 60
        while is_drawing_aside():
            assert time.monotonic() < deadline
            collect()
            time.sleep(0.002)
        begin_frame()
        second = boards.look(walk.table)
        assert boards.look(walk.table) is second

    assert second is not first
    at_once = SmallBoards().look(walk.table)
    assert pygame.image.tobytes(second.picture, "RGB") == pygame.image.tobytes(at_once.picture, "RGB")
