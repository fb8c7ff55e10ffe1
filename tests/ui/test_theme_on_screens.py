"""In every theme, what is written on every screen can be read: 4.5 to 1, and 7 to 1 with high contrast."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from ui.sessions import Shown, Window, every_screen

from enacting import paths
from enacting.ui import theme
from enacting.ui.item import Item
from enacting.ui.paint import Button, Label, Panel, Paper, Veil
from enacting.ui.theme import CONTRAST, DARK, LIGHT, THEMES, Colour

LEAST = {LIGHT: 4.5, DARK: 4.5, CONTRAST: 7.0}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    yield
    theme.take(LIGHT)


def ground_of(item: Item, below: tuple[Item, ...]) -> Colour | None:
    """The colour under the middle of an item; None over a card, whose face has tests of its own."""
    for other in reversed(below):
        if not other.seen.collidepoint(item.seen.center):
            continue
        look = other.look
        if isinstance(look, Panel):
            if look.fill is not None:
                return look.fill
        elif isinstance(look, Paper):
            return theme.BOARD
        elif isinstance(look, Button):
            if look.dress.fill is not None:
                return look.dress.fill
        elif not isinstance(look, Label):
            return None
    return theme.TABLE


def pale(shown: Shown, least: float) -> Iterator[str]:
    """The words of a screen that do not stand out from their ground."""
    veils = [index for index, item in enumerate(shown.items) if isinstance(item.look, Veil)]
    for index, item in enumerate(shown.items):
        if (veils and index < veils[-1]) or not item.seen.width or not item.seen.height:
            continue
        ground: Colour | None
        if isinstance(item.look, Label):
            ink, ground = item.look.colour, ground_of(item, shown.items[:index])
        elif isinstance(item.look, Button) and (item.look.text or item.look.icon) and item.live:
            ink = item.look.dress.ink
            ground = item.look.dress.fill or ground_of(item, shown.items[:index])
        else:
            continue
        if ground is not None and theme.contrast(ink, ground) < least:
            yield f"{shown}: {item.id} {ink} on {ground}: {theme.contrast(ink, ground):.1f}"


@pytest.mark.parametrize("name", THEMES)
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
