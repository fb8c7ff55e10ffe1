"""Fonts, icons and sounds that are not there, or are damaged: the game goes on with what is left, and says so."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from enacting.paths import assets_folder

if TYPE_CHECKING:
    from enacting.ui.app import App


class Asset(StrEnum):
    """What is drawn or played from files of the game."""

    FONTS = "fonts"
    ICONS = "icons"
    SOUNDS = "sounds"


_FILES: Final = {Asset.FONTS: "*.ttf", Asset.ICONS: "*/*.svg", Asset.SOUNDS: "*.wav"}
_lacking: Final[set[Asset]] = set()


def lacks(asset: Asset) -> None:
    """Note that one of those could not be had."""
    _lacking.add(asset)


def lacking() -> tuple[Asset, ...]:
    """What could not be had until now, and the folders that are empty."""
    empty = {asset for asset in Asset if not any((assets_folder() / asset).glob(_FILES[asset]))}
    return tuple(asset for asset in Asset if asset in _lacking | empty)


def tell_missing(app: App) -> None:
    """Say in one sentence what is missing, if something is."""
    from enacting.ui.screens.message import MessageDialog
    from enacting.ui.typeset import look_for_fonts

    look_for_fonts()
    found = lacking()
    if found:
        words = app.words
        files = words.list_of([words(f"missing.{asset}") for asset in found])
        app.open(MessageDialog(app, words("missing.title"), [words("missing.files", files=files)]))
