"""The language of the cards, chosen apart from that of the window."""

from pathlib import Path

import pygame
import pytest
from ui.walks import USUAL, Walk, Window

from enacting.system import paths
from enacting.ui.setup.setup_screen import SetupScreen


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Somebody in front of the set-up, in English."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    return walk


def printed(walk: Walk) -> str:
    """The language of the cards in the set-up."""
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    return screen.choices.box.language


def test_the_cards_are_in_the_language_of_the_window_until_another_is_chosen(walk: Walk) -> None:
    assert printed(walk) == "en"

    walk.click("cards-language-fr")

    assert printed(walk) == "fr"
    assert walk.app.settings.language == "en"


def test_the_session_is_played_with_cards_in_that_language_and_a_window_in_its_own(walk: Walk) -> None:
    walk.click("cards-language-fr", "start")

    assert walk.table.box.language == "fr"
    assert walk.app.words.language == "en"


def test_the_cards_follow_the_window_again(walk: Walk) -> None:
    walk.click("cards-language-fr", "cards-language-window")

    assert printed(walk) == "en"


def test_the_chosen_language_is_the_one_that_is_marked(walk: Walk) -> None:
    walk.click("cards-language-fr")

    marked = [item.id for item in walk.app.items() if item.id.startswith("cards-language-") and item.chosen]
    assert marked == ["cards-language-fr"]
