"""A display for the tests that drive the real window, and games on it that always end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from window.driving import Display, Game, missing_programs

Launch = Callable[..., Game]


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    """One screen for all of them."""
    missing = missing_programs()
    if missing:
        pytest.skip(f"the real window is not tried here: no {', '.join(missing)}")
    display = Display(tmp_path_factory.mktemp("home"))
    yield display
    display.stop()


@pytest.fixture
def launch(display: Display, tmp_path: Path) -> Iterator[Launch]:
    """Starts a game whose files are all in the test's folder; a game that wrote an error fails the test."""
    games: list[Game] = []

    def start(*arguments: str) -> Game:
        game = Game(display, tmp_path / "data", *arguments, pictures=tmp_path)
        games.append(game)
        return game

    yield start
    said = []
    for game in games:
        said.append(game.errors())
        game.stop()
    assert "Traceback" not in "".join(said), "".join(said)
