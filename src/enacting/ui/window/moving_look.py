"""An item while it moves: its own look, painted once and then only enlarged, squeezed or made transparent."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import pygame

from enacting.ui.faces.back import back
from enacting.ui.graphics.scenery import watching
from enacting.ui.items.item import CALM, Item, Look, Mood


@dataclass(slots=True)
class Copy:
    """What an item looks like when it lies still; painted again only while a scene of it is not ready."""

    _surface: pygame.Surface | None = None
    _of: tuple[Look, tuple[int, int]] | None = None

    def surface(self, look: Look, size: tuple[int, int]) -> pygame.Surface:
        """The look in that size, with what it paints beyond the rectangle on each side."""
        if self._surface is None or self._of != (look, size):
            reach = look.reach()
            surface = pygame.Surface((size[0] + 2 * reach, size[1] + 2 * reach), pygame.SRCALPHA)
            with watching() as watch:
                look.paint(surface, pygame.Rect(reach, reach, *size), CALM)
            self._surface, self._of = surface, None if watch.missing else (look, size)
        return self._surface


@dataclass(frozen=True, slots=True, kw_only=True)
class MovingLook:
    """A look whose natural size is `size`, in any rectangle it is painted in.

    `opacity` goes from 0 to 255; `squeeze` is by what part it is as wide as it should be, while it turns over; `turned`
    names the back that it shows, "" for its face.
    """

    look: Look
    size: tuple[int, int]
    opacity: int = 255
    squeeze: float = 1.0
    turned: str = ""
    enlarged: float = 1.0
    copy: Copy = field(compare=False)

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the copy."""
        image = back(self.turned, self.size) if self.turned else self.copy.surface(self.look, self.size)
        width = round(image.get_width() * rect.width / self.size[0] * self.squeeze)
        height = round(image.get_height() * rect.height / self.size[1])
        if (width, height) != image.get_size():
            image = pygame.transform.smoothscale(image, (max(1, width), max(1, height)))
        if self.opacity < 255:
            image.set_alpha(self.opacity)
        surface.blit(image, image.get_rect(center=rect.center))
        image.set_alpha(255)

    def reach(self) -> int:
        """As far as the look itself, enlarged as it is."""
        return math.ceil(self.look.reach() * self.enlarged) + 1


def moved(
    item: Item, rect: pygame.Rect, copy: Copy, *, opacity: float = 1.0, squeeze: float = 1.0, turned: str = ""
) -> Item:
    """The item as it is shown in that rectangle, so transparent, squeezed or turned over."""
    look = MovingLook(
        look=item.look,
        size=item.rect.size,
        opacity=round(255 * opacity),
        squeeze=squeeze,
        turned=turned,
        enlarged=max(1.0, rect.width / item.rect.width),
        copy=copy,
    )
    return replace(item, rect=rect, look=look)
