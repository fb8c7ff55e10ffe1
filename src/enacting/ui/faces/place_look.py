"""The picture of the place on the board, drawn once for each state and size."""

from dataclasses import dataclass

import pygame

from enacting.scenes.place import LivingPlace, draw_place, sky_of_place
from enacting.ui.graphics import shapes
from enacting.ui.graphics.scenery import scenery_surface
from enacting.ui.graphics.theme import palette
from enacting.ui.items.item import Mood


@dataclass(frozen=True, slots=True)
class PlaceScenery:
    """The place as something that is drawn aside when it takes long."""

    place: LivingPlace

    @property
    def series(self) -> str:
        """The places of one crisis follow one another."""
        return f"place {self.place.seed} {self.place.colour}"

    def svg(self, size: tuple[int, int]) -> str:
        """The place in that size as the text of an SVG picture."""
        return draw_place(self.place, size)

    def sky(self) -> tuple[str, ...]:
        """The colours of the bands of its sky, from the top, then that of its ground."""
        return sky_of_place(self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePicture:
    """The place in a frame of paper, which is `border` wide and lies around the rectangle."""

    place: LivingPlace
    border: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the shadow, the picture and its frame."""
        frame = rect.inflate(2 * self.border, 2 * self.border)
        radius = 3 * self.border
        shadow = shapes.Shadow(blur=max(4, 2 * self.border), offset_y=max(1, self.border // 2), alpha=70)
        shapes.paint_shadow(surface, frame, radius, shadow)
        surface.blit(scenery_surface(PlaceScenery(self.place), rect.size), rect)
        shapes.paint_outline(surface, frame, palette().card, self.border + 1, radius)

    def reach(self) -> int:
        """The frame and its shadow."""
        return 5 * self.border
