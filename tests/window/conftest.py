"""A display for the tests that drive the real window, and games on it that always end."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pytest
from window.driving import Display, Game, missing_programs

from enacting.ui.window.settings import NOTHING, Settings, write_settings

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
    """Starts a game whose files are all in the test's folder; a game that wrote an error fails the test.

    Nothing is offered on the title, unless to a newcomer, and nothing moves.
    """
    games: list[Game] = []

    def start(
        *arguments: str,
        newcomer: bool = False,
        under: Sequence[str] = (),
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> Game:
        kept = tmp_path / "data" / "settings.json"
        if not newcomer and not kept.is_file():
            write_settings(kept, Settings(offered=NOTHING, reduce_motion=True))
        data = tmp_path / "data"
        game = Game(display, data, *arguments, pictures=tmp_path, under=under, environment=environment)
        games.append(game)
        return game

    yield start
    said = []
    for game in games:
        said.append(game.errors())
        game.stop()
    assert "Traceback" not in "".join(said), "".join(said)
