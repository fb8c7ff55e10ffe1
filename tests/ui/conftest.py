"""These tests draw without a screen, show nothing outside the window, and time passes only when they say so."""

import os
from collections.abc import Iterator

import pytest
from clocks import HandClock, clock_in_hand
from opening import Opener

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"


@pytest.fixture(autouse=True)
def clock() -> Iterator[HandClock]:
    """The one clock of the test: the window, its session and its messages all follow it."""
    with clock_in_hand() as clock:
        yield clock


@pytest.fixture(autouse=True)
def opener(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """What the window asks the system to show is noted, and never shown on the screen of whoever runs the tests."""
    opener = Opener(tmp_path_factory.mktemp("opener"))
    monkeypatch.setenv("PATH", opener.path)
    return opener
