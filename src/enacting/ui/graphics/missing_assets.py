"""Fonts, icons and sounds that are missing or damaged: the game goes on without them, and says which they are."""

from enum import StrEnum
from typing import Final

from enacting.system.paths import assets_folder


class Asset(StrEnum):
    """The kinds of files that the game draws or plays."""

    FONTS = "fonts"
    ICONS = "icons"
    SOUNDS = "sounds"


_FILES: Final = {Asset.FONTS: "*.ttf", Asset.ICONS: "*/*.svg", Asset.SOUNDS: "*.wav"}
_missing: Final[set[Asset]] = set()


def report_missing(asset: Asset) -> None:
    """Record that a file of that kind could not be loaded."""
    _missing.add(asset)


def missing_assets() -> tuple[Asset, ...]:
    """The kinds of which a file could not be loaded so far, or whose folder is empty."""
    empty = {asset for asset in Asset if not any((assets_folder() / asset).glob(_FILES[asset]))}
    return tuple(asset for asset in Asset if asset in _missing | empty)
