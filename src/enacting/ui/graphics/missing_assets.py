"""Fonts, icons and sounds that are not there, or are damaged: the game goes on with what is left, and names them."""

from enum import StrEnum
from typing import Final

from enacting.system.paths import assets_folder


class Asset(StrEnum):
    """What is drawn or played from files of the game."""

    FONTS = "fonts"
    ICONS = "icons"
    SOUNDS = "sounds"


_FILES: Final = {Asset.FONTS: "*.ttf", Asset.ICONS: "*/*.svg", Asset.SOUNDS: "*.wav"}
_lacking: Final[set[Asset]] = set()


def report_missing(asset: Asset) -> None:
    """Note that one of those could not be had."""
    _lacking.add(asset)


def missing_assets() -> tuple[Asset, ...]:
    """What could not be had until now, and the folders that are empty."""
    empty = {asset for asset in Asset if not any((assets_folder() / asset).glob(_FILES[asset]))}
    return tuple(asset for asset in Asset if asset in _lacking | empty)
