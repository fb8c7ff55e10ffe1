"""Icons from the SVG files under `assets/icons`, in any size and colour."""

from enum import StrEnum
from functools import cache
from io import BytesIO

import pygame

from enacting.system import paths
from enacting.ui.graphics.cache import surface_cache
from enacting.ui.graphics.missing_assets import Asset, report_missing
from enacting.ui.graphics.theme import Colour
from enacting.ui.graphics.typeset import Face, Type, line_surface


class Weight(StrEnum):
    """How an icon is drawn: `DUOTONE` large on cards, `FILL` small, `BOLD` for buttons."""

    DUOTONE = "duotone"
    FILL = "fill"
    BOLD = "bold"


_FALLBACKS = {
    Weight.DUOTONE: (Weight.DUOTONE, Weight.BOLD, Weight.FILL),
    Weight.FILL: (Weight.FILL, Weight.DUOTONE, Weight.BOLD),
    Weight.BOLD: (Weight.BOLD, Weight.DUOTONE, Weight.FILL),
}

_cache = surface_cache(max_entries=1_500, megabytes=32)


def icon(name: str, weight: Weight, size: int, colour: Colour) -> pygame.Surface:
    """The icon in a square of `size` pixels; shared, not to be painted on.

    An icon without that weight, or whose file is damaged, is drawn in another; one that has none is drawn as a question
    mark in a seal.
    """
    return _cache.get((name, weight, size, colour), lambda: _render(name, weight, max(1, size), colour))


def paint_icon(
    surface: pygame.Surface, name: str, weight: Weight, size: int, colour: Colour, centre: tuple[int, int]
) -> None:
    """Paint the icon around that point."""
    surface.blit(icon(name, weight, size, colour), (centre[0] - size // 2, centre[1] - size // 2))


@cache
def _names(weight: Weight) -> frozenset[str]:
    return frozenset(path.stem for path in (paths.assets_folder() / "icons" / weight).glob("*.svg"))


def _render(name: str, weight: Weight, size: int, colour: Colour) -> pygame.Surface:
    for available in _FALLBACKS[weight]:
        if name in _names(available):
            try:
                return _from_file(name, available, size, colour)
            except (OSError, ValueError, pygame.error):
                report_missing(Asset.ICONS)
    return _placeholder(size, colour)


def _from_file(name: str, weight: Weight, size: int, colour: Colour) -> pygame.Surface:
    text = (paths.assets_folder() / "icons" / weight / f"{name}.svg").read_text(encoding="utf-8")
    coloured = text.replace("currentColor", "#{:02x}{:02x}{:02x}".format(*colour))
    drawn = pygame.image.load_sized_svg(BytesIO(coloured.encode("utf-8")), (size, size))
    return drawn.convert(pygame.Surface((1, 1), pygame.SRCALPHA))


def _placeholder(size: int, colour: Colour) -> pygame.Surface:
    surface = pygame.Surface((size, size), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    pygame.draw.aacircle(surface, colour, (size / 2, size / 2), size * 0.42, max(1, size // 12))
    mark = line_surface("?", Type(Face.TITLE_800, max(4, size * 6 // 10)), colour)
    surface.blit(mark, ((size - mark.width) // 2, (size - mark.height) // 2))
    return surface
