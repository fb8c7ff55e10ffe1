"""Mats on which discs are put: told apart by their form. Each look is a value."""

from dataclasses import dataclass
from enum import StrEnum

import pygame

from enacting.ui.graphics import shapes
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.items.item import Mood


class Form(StrEnum):
    """The form of a mat."""

    ROUND = "round"
    DASHED = "dashed"
    OCTAGON = "octagon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mat:
    """A mat in its form, with an edge; `lit` while it takes the disc in hand."""

    form: Form
    fill: Colour
    colour: Colour
    width: int
    lit: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the light around it, the ground and the edge."""
        light = 2 * self.width if mood.hovered else self.width
        if self.form is Form.OCTAGON:
            cut = min(rect.size) // 6
            if self.lit:
                glow = rect.inflate(2 * light, 2 * light)
                shapes.paint_octagon(surface, glow, palette().accent, cut + light // 2)
            shapes.paint_octagon(surface, rect, self.colour, cut)
            inner = rect.inflate(-2 * self.width, -2 * self.width)
            shapes.paint_octagon(surface, inner, self.fill, cut - self.width // 2)
            return
        radius = min(rect.size) // (7 if self.form is Form.ROUND else 14)
        if self.lit:
            glow = rect.inflate(2 * light, 2 * light)
            shapes.paint_rounded(surface, glow, palette().accent, radius + light)
        shapes.paint_rounded(surface, rect, self.fill, radius)
        if self.form is Form.ROUND:
            shapes.paint_outline(surface, rect, self.colour, self.width, radius)
        else:
            shapes.paint_dashed(surface, rect, self.colour, self.width, radius)

    def reach(self) -> int:
        """The light."""
        return 2 * self.width + 1
