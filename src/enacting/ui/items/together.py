"""Several looks as one, so that they come, move and leave together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from enacting.ui.items.item import CALM, Item, Look, Mood


@dataclass(frozen=True, slots=True)
class Together:
    """Looks in rectangles relative to the top left, in painting order; tilted by some degrees, to the left if > 0."""

    parts: tuple[tuple[Look, tuple[int, int, int, int]], ...]
    beyond: int = 0
    tilt: float = 0.0

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint them all."""
        if not self.tilt:
            self._paint(surface, rect)
            return
        margin = self.beyond
        straight = pygame.Surface((rect.width + 2 * margin, rect.height + 2 * margin), pygame.SRCALPHA)
        self._paint(straight, pygame.Rect(margin, margin, *rect.size))
        tilted = pygame.transform.rotozoom(straight, self.tilt, 1.0)
        surface.blit(tilted, tilted.get_rect(center=rect.center))

    def _paint(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        for look, part in self.parts:
            look.paint(surface, pygame.Rect(*part).move(rect.topleft), CALM)

    def reach(self) -> int:
        """As far as any of them, and as far as their corners go when they are tilted."""
        return self.beyond


def together(name: str, items: Sequence[Item], rect: pygame.Rect, *, tilt: float = 0.0) -> Item:
    """One item that looks like all of these, `rect` being where it is."""
    parts = tuple((item.look, tuple(item.rect.move(-rect.left, -rect.top))) for item in items)
    beyond = max((item.look.reach() for item in items), default=0)
    if tilt:
        beyond += round(max(rect.size) * abs(tilt) / 100)
    return Item(id=name, rect=rect, look=Together(parts, beyond, tilt))  # type: ignore[arg-type]
