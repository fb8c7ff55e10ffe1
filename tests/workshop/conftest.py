"""The preview is drawn without a screen, and time passes only when a test says so."""

from collections.abc import Iterator

import pytest
from clocks import HandClock, clock_in_hand


@pytest.fixture(autouse=True)
def _without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")


@pytest.fixture
def clock() -> Iterator[HandClock]:
    """The one clock of the test."""
    with clock_in_hand() as clock:
        yield clock
