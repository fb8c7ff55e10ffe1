"""The cards somebody has drawn."""

from pathlib import Path

import pygame
import pytest
from ui.keyboard import press
from ui.walks import Walk

from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndPart
from enacting.system import paths


def test_a_card_is_kept_with_the_digit_that_the_wall_shows_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [])
    walk.click("new", "start")
    while walk.table.doing is not None and walk.table.doing.id != "mechanisms":
        walk.table.play(EndPart(by=FACILITATOR))
    walk.click("draw")
    assert walk.table.game.turn is not None
    second = walk.table.game.turn.hand[1]

    assert walk.item(f"keep-{second}").keys == "2"
    press(walk, pygame.K_2)

    assert walk.table.game.turn.hand == (second,)
