"""An overlay over the whole window with a clear area in it, and where to put a panel about that area."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pygame

from enacting.ui.graphics import shapes
from enacting.ui.graphics.theme import palette
from enacting.ui.items.item import Mood
from enacting.ui.items.panels import Overlay

OPACITY = 105
"""The opacity of the overlay, of 255: what is behind stays legible."""


@dataclass(frozen=True, slots=True)
class Spotlight(Overlay):
    """An overlay that leaves an area clear: `clear` is its left, top, width and height."""

    clear: tuple[int, int, int, int]

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Darken what is around the clear area."""
        clear = pygame.Rect(self.clear).clip(rect)
        above = pygame.Rect(rect.left, rect.top, rect.width, clear.top - rect.top)
        below = pygame.Rect(rect.left, clear.bottom, rect.width, rect.bottom - clear.bottom)
        left = pygame.Rect(rect.left, clear.top, clear.left - rect.left, clear.height)
        right = pygame.Rect(clear.right, clear.top, rect.right - clear.right, clear.height)
        for part in (above, below, left, right):
            if part.width and part.height:
                shapes.paint_overlay(surface, part, palette().bar, OPACITY)


def panel_position(
    window: pygame.Rect,
    shown: pygame.Rect,
    hidden: Iterable[pygame.Rect],
    widths: Sequence[int],
    height_of: Callable[[int], int],
    gap: int,
) -> pygame.Rect | None:
    """The rectangle of a panel of one of these widths that covers nothing of `shown`, and little of `hidden`.

    `None` if it does not fit beside `shown`.
    """
    hidden_rects = list(hidden)
    best: tuple[float, pygame.Rect] | None = None
    for index, width in enumerate(widths):
        size = (width, height_of(width))
        for position in _candidate_positions(window, shown, size, gap):
            if not window.contains(position) or position.colliderect(shown.inflate(2 * gap - 2, 2 * gap - 2)):
                continue
            covered_area = sum(_area(position.clip(rect)) for rect in hidden_rects)
            cost = covered_area + _distance(position, shown) * window.height / 30 + index * window.width
            if best is None or cost < best[0]:
                best = (cost, position)
    return best[1] if best is not None else None


def _candidate_positions(
    window: pygame.Rect, shown: pygame.Rect, size: tuple[int, int], gap: int
) -> Iterable[pygame.Rect]:
    """Positions beside `shown`, aligned with its middle or an edge, or at the corners and middles of the window."""
    width, height = size
    left_edges = {
        *(window.left, window.right - width, window.centerx - width // 2),
        *(shown.left - gap - width, shown.right + gap, shown.centerx - width // 2, shown.left, shown.right - width),
    }
    tops = {
        *(window.top, window.bottom - height, window.centery - height // 2),
        *(shown.top - gap - height, shown.bottom + gap, shown.centery - height // 2, shown.top, shown.bottom - height),
    }
    for left in sorted(left_edges):
        for top in sorted(tops):
            yield pygame.Rect(left, top, width, height).clamp(window)


def _area(rect: pygame.Rect) -> int:
    return rect.width * rect.height


def _distance(first: pygame.Rect, second: pygame.Rect) -> int:
    """The distance between their nearest edges."""
    dx = max(first.left - second.right, second.left - first.right, 0)
    dy = max(first.top - second.bottom, second.top - first.bottom, 0)
    return dx + dy
