"""In every theme, what is written on every screen can be read: 4.5 to 1, and 7 to 1 with high contrast."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from ui.layout_laws import pale
from ui.sessions import Window, every_screen

from enacting import paths
from enacting.ui import theme
from enacting.ui.theme import CONTRAST, DARK, LIGHT

LEAST = {DARK: 4.5, CONTRAST: 7.0}
"""The laws of layout hold the light one."""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    yield
    theme.take(LIGHT)


@pytest.mark.parametrize("name", LEAST)
def test_every_word_stands_out_from_its_ground(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()

    shown = every_screen("fr", folder, [Window(1280, 720, 1.0)], name)
    found = [fault for one in shown for fault in pale(one, LEAST[name])]

    assert len(shown) > 90
    assert found == []


def test_taking_another_theme_paints_everything_in_its_colours() -> None:
    theme.take(DARK)
    dark = theme.PANEL, theme.TEXT
    theme.take(LIGHT)

    assert theme.luminance(dark[0]) < theme.luminance(dark[1])
    assert theme.luminance(theme.PANEL) > theme.luminance(theme.TEXT)


def test_a_theme_that_is_not_known_is_the_light_one() -> None:
    theme.take(DARK)

    theme.take("purple")

    assert theme.luminance(theme.PANEL) > theme.luminance(theme.TEXT)
