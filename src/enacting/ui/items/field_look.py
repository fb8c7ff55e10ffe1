"""How a text field looks."""

from dataclasses import dataclass

import pygame

from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items.item import Mood
from enacting.ui.writing.edited_text import EditedText
from enacting.ui.writing.field_painting import paint_field


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFieldLook:
    """A text field: its ground, its text, and the caret while it is edited."""

    text: EditedText
    type: Type
    placeholder: str
    focused: bool
    radius: int
    pad: int
    scroll: tuple[int, int]

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the field."""
        shapes.paint_rounded(surface, rect, palette().leaf, self.radius)
        border = (
            palette().text if self.focused or mood.hovered else theme.mixed(palette().text_second, palette().panel, 0.4)
        )
        shapes.paint_outline(surface, rect, border, 3 if self.focused else 2, self.radius)
        text_rect = field_text_rect(rect, self.type, self.pad, multiline=self.text.multiline)
        paint_field(
            surface,
            text_rect,
            self.text,
            self.type,
            focused=self.focused,
            placeholder=self.placeholder,
            scroll=self.scroll,
        )

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


def field_text_rect(rect: pygame.Rect, style: Type, pad: int, *, multiline: bool) -> pygame.Rect:
    """The rectangle of the text of a field; a single line is centred vertically."""
    if multiline:
        return rect.inflate(-2 * pad, -2 * pad)
    text_rect = pygame.Rect(rect.left + pad, 0, rect.width - 2 * pad, style.line_height)
    text_rect.centery = rect.centery
    return text_rect
