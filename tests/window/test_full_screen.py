"""Full screen and back: the window is as it was, and never larger than the display."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from window.driving import Display, Game, missing_programs

from enacting.ui.window.settings import NOTHING, Settings, write_settings

DISPLAYS = ((1024, 768), (1280, 720), (1920, 1080))


@pytest.fixture(params=DISPLAYS, ids=lambda size: f"{size[0]}x{size[1]}")
def game(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Game]:
    """The title, on a display of that size."""
    missing = missing_programs()
    if missing:
        pytest.skip(f"the real window is not tried here: no {', '.join(missing)}")
    display = Display(tmp_path / "home", size=request.param)
    write_settings(tmp_path / "data" / "settings.json", Settings(offered=NOTHING))
    game = Game(display, tmp_path / "data", pictures=tmp_path)
    yield game
    game.stop()
    display.stop()


def test_the_window_comes_back_from_full_screen_as_it_was(game: Game, request: pytest.FixtureRequest) -> None:
    width, height = request.node.callspec.params["game"]
    game.wait_for("new")
    game.settle()
    before = game.view().size

    game.key("F11")
    game.wait("full screen", lambda view: view.size == (width, height))
    game.settle()
    game.key("F11")

    game.wait(f"{before} again, not {game.view().size}", lambda view: view.size == before)
    assert before[0] <= width
    assert before[1] <= height
