"""How text in lines looks."""

from dataclasses import dataclass

import pygame

from enacting.ui.graphics.theme import Colour
from enacting.ui.graphics.typeset import Align, Type, Vertical, fitted, paint, wrap_text
from enacting.ui.items.item import Mood
from enacting.ui.items.type_styles import sizes_down


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Text in lines. It may shrink to the size `smallest` to fit."""

    text: str
    type: Type
    colour: Colour
    align: Align = "left"
    vertical: Vertical = "top"
    balanced: bool = False
    smallest: int = 0

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the text."""
        types = sizes_down(self.type, self.smallest or self.type.size)
        paragraph = fitted(self.text, types, rect.width, rect.height, balanced=self.balanced)
        if paragraph is None:
            max_lines = max(1, rect.height // types[-1].line_height)
            paragraph = wrap_text(self.text, types[-1], rect.width, max_lines=max_lines)
        paint(surface, paragraph, self.colour, rect, self.align, self.vertical)

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether all of the text is shown in a rectangle, with no word split."""
        types = sizes_down(self.type, self.smallest or self.type.size)
        paragraph = fitted(self.text, types, rect.width, rect.height, balanced=self.balanced)
        return paragraph is not None and not paragraph.broken

    def reach(self) -> int:
        """Descenders may touch the line below."""
        return 2
