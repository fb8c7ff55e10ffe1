"""How a tile with the art of a card looks."""

from dataclasses import dataclass

import pygame

from enacting.engine.cards import Art as ArtNames
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.art import art
from enacting.ui.graphics.icons import Weight, paint_icon
from enacting.ui.graphics.scenery import Scenery
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Type, fitted, paint, write
from enacting.ui.items.item import Mood
from enacting.ui.items.type_styles import sizes_down


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtTile:
    """A tile with the art of a card, or its picture, above its title: to choose a crisis or a persona."""

    art: ArtNames
    fill: Colour
    ground: str
    title: str
    type: Type
    smallest: int
    radius: int
    chosen: bool
    picture: pygame.Surface | None = None
    scenery: Scenery | None = None

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the tile; the chosen one has a thick accent border and a tick."""
        if self.chosen:
            shapes.paint_rounded(surface, rect.inflate(10, 10), palette().accent, self.radius + 5)
        shapes.paint_rounded(surface, rect, palette().leaf, self.radius)
        footer = self.footer(rect)
        art_size = (rect.width, rect.height - footer.height)
        drawn = art(self.art, art_size, self.fill, self.ground, picture=self.picture, scenery=self.scenery).copy()
        shapes.round_corners(drawn, self.radius, shapes.TOP)
        surface.blit(drawn, rect)
        border = palette().text if mood.hovered else theme.mixed(palette().text_second, palette().panel, 0.55)
        shapes.paint_outline(surface, rect, border, 2, self.radius)
        title_rect = footer.inflate(-2 * self.radius, -self.radius // 2)
        paragraph = fitted(self.title, self._types(), title_rect.width, title_rect.height, balanced=True)
        if paragraph is not None:
            paint(surface, paragraph, palette().text, title_rect, "left", "middle")
        else:
            write(surface, self.title, self._types()[-1], palette().text, title_rect)
        if self.chosen:
            middle = (rect.right - self.radius * 2, rect.top + self.radius * 2)
            shapes.paint_at(surface, shapes.disc(self.radius * 3, palette().accent), middle)
            paint_icon(surface, "check", Weight.BOLD, self.radius * 2, palette().on_accent, middle)

    def footer(self, rect: pygame.Rect) -> pygame.Rect:
        """The rectangle of the title."""
        height = min(rect.height * 6 // 10, round(self.type.line_height * 2.3))
        return pygame.Rect(rect.left, rect.bottom - height, rect.width, height)

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether all of the title is shown."""
        title_rect = self.footer(rect).inflate(-2 * self.radius, -self.radius // 2)
        paragraph = fitted(self.title, self._types(), title_rect.width, title_rect.height, balanced=True)
        return paragraph is not None and not paragraph.broken

    def _types(self) -> list[Type]:
        return sizes_down(self.type, self.smallest)

    def reach(self) -> int:
        """The thick border."""
        return 6
