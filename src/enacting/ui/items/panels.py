"""Grounds: panels, the paper of the board, the overlay behind a dialog, scroll bars. Each look is a value."""

from dataclasses import dataclass
from itertools import pairwise, product
from typing import Final

import pygame

from enacting.ui.graphics import shapes
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.items.item import Mood


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A rounded rectangle, with or without border, shadow and glow; `dashed` for an empty place."""

    fill: Colour | None = None
    radius: int = 0
    border: Colour | None = None
    border_width: int = 0
    shadow: int = 0
    dashed: bool = False
    glow: int = 0

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the panel."""
        if self.glow:
            area = rect.inflate(2 * self.glow, 2 * self.glow)
            shapes.paint_rounded(surface, area, palette().accent, self.radius + self.glow)
        if self.shadow:
            shadow = shapes.Shadow(blur=self.shadow, offset_y=self.shadow // 3, alpha=70)
            shapes.paint_shadow(surface, rect, self.radius, shadow)
        if self.fill is not None:
            shapes.paint_rounded(surface, rect, self.fill, self.radius)
        if self.border is not None and self.border_width:
            draw = shapes.paint_dashed if self.dashed else shapes.paint_outline
            draw(surface, rect, self.border, self.border_width, self.radius)

    def reach(self) -> int:
        """The shadow and the glow."""
        return max(self.shadow * 2, self.glow + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The paper of the board, with its honeycomb and its shadow."""

    unit: float
    radius: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the paper."""
        shapes.paint_shadow(
            surface, rect, self.radius, shapes.Shadow(blur=self.radius, offset_y=self.radius // 3, alpha=90)
        )
        shapes.paint_rounded(surface, rect, palette().board, self.radius)
        inner = rect.inflate(-self.radius, -self.radius)
        surface.blit(shapes.board_paper(inner.size, self.unit), inner)

    def reach(self) -> int:
        """The shadow."""
        return self.radius * 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """A dark overlay over what is behind a dialog."""

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Darken the rectangle."""
        shapes.paint_overlay(surface, rect, palette().bar, 190)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


DIMMED: Final = 170
"""The opacity of what dims, of 255: the cards under it can still be told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimmed:
    """A dark overlay over all but some rounded rectangles, given as left, top, width, height from its own corner."""

    bright: tuple[tuple[int, int, int, int], ...]
    radius: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Darken band after band what is beside the bright rectangles."""
        holes = [pygame.Rect(hole).clip((0, 0, *rect.size)) for hole in self.bright]
        edges = sorted({0, rect.height, *(edge for hole in holes for edge in (hole.top, hole.bottom))})
        for top, bottom in pairwise(edges):
            left = 0
            for hole in sorted((hole for hole in holes if hole.top <= top < hole.bottom), key=lambda hole: hole.left):
                self._darken(surface, rect, (left, top, hole.left - left, bottom - top))
                left = max(left, hole.right)
            self._darken(surface, rect, (left, top, rect.width - left, bottom - top))
        for hole in holes:
            self._darken_corners(surface, hole.move(rect.topleft))

    def _darken_corners(self, surface: pygame.Surface, hole: pygame.Rect) -> None:
        """Darken what lies in the rectangle of a hole and beyond its round corners."""
        radius = min(self.radius, hole.width // 2, hole.height // 2)
        corners = pygame.Surface((2 * radius, 2 * radius), pygame.SRCALPHA)
        corners.fill((*palette().bar, DIMMED))
        corners.blit(shapes.disc(2 * radius, (0, 0, 0)), (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
        for right, low in product((False, True), repeat=2):
            at = (hole.right - radius if right else hole.left, hole.bottom - radius if low else hole.top)
            surface.blit(corners, at, (radius * right, radius * low, radius, radius))

    def _darken(self, surface: pygame.Surface, rect: pygame.Rect, part: tuple[int, int, int, int]) -> None:
        if part[2] > 0 and part[3] > 0:
            shapes.paint_overlay(surface, pygame.Rect(part).move(rect.topleft), palette().bar, DIMMED)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScrollBar:
    """A scroll bar: start and end of the visible part, 0 to 1."""

    begin: float
    end: float
    dark: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the track and the thumb."""
        track, thumb = (
            (palette().bar, palette().light_ink_second) if self.dark else (palette().line, palette().text_second)
        )
        shapes.paint_rounded(surface, rect, track, rect.width // 2)
        height = max(rect.width * 2, round(rect.height * (self.end - self.begin)))
        top = min(rect.bottom - height, rect.top + round(rect.height * self.begin))
        shapes.paint_rounded(surface, pygame.Rect(rect.left, top, rect.width, height), thumb, rect.width // 2)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0
