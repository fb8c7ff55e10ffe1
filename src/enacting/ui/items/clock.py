"""How the time left looks."""

import math
from dataclasses import dataclass

import pygame

from enacting.ui.graphics import shapes
from enacting.ui.graphics.icons import Weight, paint_icon
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type, wrap_text, write
from enacting.ui.items.item import Mood


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A ring that empties, with the time left in it. `part` is the part left, 0 to 1; past the end it becomes beads."""

    text: str
    under: str
    part: float
    paused: bool = False
    over: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the ring, the time and the line under it."""
        side = min(rect.size)
        width = max(3, side // 10)
        shapes.paint_at(surface, shapes.disc(side, palette().bar), rect.center)
        if self.part > 0:
            sweep = max(0.5, round(self.part * 120) * 3)
            colour = palette().light_ink_second if self.paused else palette().accent
            shapes.paint_at(surface, shapes.arc(side, width, colour, 0, sweep), rect.center)
        shapes.paint_at(surface, shapes.disc(side - 2 * width, palette().table), rect.center)
        if self.over:
            self._paint_beads(surface, rect.center, (side - width) / 2, max(3, width * 6 // 10))
        inner = pygame.Rect(0, 0, side - 2 * width, side - 2 * width)
        inner.center = rect.center
        if self.paused:
            paint_icon(
                surface, "pause", Weight.FILL, side // 7, palette().accent, (rect.centerx, inner.top + side // 8)
            )
        time_rect = pygame.Rect(inner.left, inner.centery - side // 5, inner.width, side * 3 // 10)
        under_rect = pygame.Rect(inner.left + width, time_rect.bottom - side // 40, inner.width - 2 * width, side // 6)
        types = (Type(Face.TEXT, size) for size in range(max(11, side // 9), 8, -1))
        fitting = (style for style in types if wrap_text(self.under, style, 10_000).width <= under_rect.width)
        under_type = next(fitting, None) if self.under else None
        if under_type is not None:
            write(surface, self.under, under_type, palette().light_ink_second, under_rect, "centre")
        else:  # A word that has no room is left out: the time alone is in the middle.
            time_rect.centery = inner.centery
        write(surface, self.text, Type(Face.TITLE_700, max(10, side // 4)), palette().light_ink, time_rect, "centre")

    def _paint_beads(self, surface: pygame.Surface, centre: tuple[int, int], radius: float, side: int) -> None:
        """Paint a bead at each hour of a clock face: the end is shown by a shape, not only by a colour."""
        bead = shapes.disc(side, palette().light_ink_second if self.paused else palette().accent)
        for hour in range(12):
            x, y = radius * math.sin(math.pi * hour / 6), radius * math.cos(math.pi * hour / 6)
            shapes.paint_at(surface, bead, (round(centre[0] + x), round(centre[1] - y)))

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 1
