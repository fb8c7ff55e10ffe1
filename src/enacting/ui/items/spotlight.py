"""A light veil over the whole window with a clear place in it, and where to speak of that place."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pygame

from enacting.ui.graphics import shapes
from enacting.ui.graphics.theme import palette
from enacting.ui.items.item import Mood
from enacting.ui.items.paint import Overlay

OPACITY = 105
"""How dark the veil is, of 255: what is behind can still be read."""


@dataclass(frozen=True, slots=True)
class Spotlight(Overlay):
    """A veil that leaves a place clear: `clear` is its left, top, width and height."""

    clear: tuple[int, int, int, int]

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Darken what is around the clear place."""
        clear = pygame.Rect(self.clear).clip(rect)
        above = pygame.Rect(rect.left, rect.top, rect.width, clear.top - rect.top)
        below = pygame.Rect(rect.left, clear.bottom, rect.width, rect.bottom - clear.bottom)
        left = pygame.Rect(rect.left, clear.top, clear.left - rect.left, clear.height)
        right = pygame.Rect(clear.right, clear.top, rect.right - clear.right, clear.height)
        for part in (above, below, left, right):
            if part.width and part.height:
                shapes.paint_overlay(surface, part, palette().bar, OPACITY)


def speaking_place(
    window: pygame.Rect,
    shown: pygame.Rect,
    hidden: Iterable[pygame.Rect],
    widths: Sequence[int],
    height_of: Callable[[int], int],
    gap: int,
) -> pygame.Rect | None:
    """Where a panel of one of these widths covers nothing of what is shown and the least of what it would hide.

    None where it has no room beside what is shown.
    """
    hides = list(hidden)
    best: tuple[float, pygame.Rect] | None = None
    for index, width in enumerate(widths):
        size = (width, height_of(width))
        for place in _places(window, shown, size, gap):
            if not window.contains(place) or place.colliderect(shown.inflate(2 * gap - 2, 2 * gap - 2)):
                continue
            covered = sum(_area(place.clip(one)) for one in hides)
            cost = covered + _distance(place, shown) * window.height / 30 + index * window.width
            if best is None or cost < best[0]:
                best = (cost, place)
    return best[1] if best is not None else None


def _places(window: pygame.Rect, shown: pygame.Rect, size: tuple[int, int], gap: int) -> Iterable[pygame.Rect]:
    """Beside what is shown, level with its middle or an edge, or in the corners and middles of the window."""
    width, height = size
    lefts = {
        *(window.left, window.right - width, window.centerx - width // 2),
        *(shown.left - gap - width, shown.right + gap, shown.centerx - width // 2, shown.left, shown.right - width),
    }
    tops = {
        *(window.top, window.bottom - height, window.centery - height // 2),
        *(shown.top - gap - height, shown.bottom + gap, shown.centery - height // 2, shown.top, shown.bottom - height),
    }
    for left in sorted(lefts):
        for top in sorted(tops):
            yield pygame.Rect(left, top, width, height).clamp(window)


def _area(rect: pygame.Rect) -> int:
    return rect.width * rect.height


def _distance(one: pygame.Rect, other: pygame.Rect) -> int:
    """How far apart their nearest edges are."""
    across = max(one.left - other.right, other.left - one.right, 0)
    down = max(one.top - other.bottom, other.top - one.bottom, 0)
    return across + down
