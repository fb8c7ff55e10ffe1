"""How buttons look, and their usual colours in each theme."""

from dataclasses import dataclass
from functools import cache

import pygame

from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.icons import Weight, paint_icon
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Align, Face, Type, fitted, paint, width_of, write
from enacting.ui.items.item import Mood
from enacting.ui.items.type_styles import sizes_down


@dataclass(frozen=True, slots=True)
class ButtonStyle:
    """The colours of a button."""

    fill: Colour | None
    ink: Colour
    border: Colour | None = None
    hover: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonStyles:
    """The usual buttons, in the colours of a theme."""

    main: ButtonStyle
    on_paper: ButtonStyle
    soft: ButtonStyle
    chosen: ButtonStyle
    on_table: ButtonStyle
    small_on_table: ButtonStyle
    in_bar: ButtonStyle
    quiet: ButtonStyle
    danger: ButtonStyle
    waiting: ButtonStyle
    done: ButtonStyle
    ready: ButtonStyle
    cannot: ButtonStyle


def button_styles() -> ButtonStyles:
    """The usual buttons, in the colours of the theme in use."""
    return _styles_of(palette().name)


@cache
def _styles_of(name: str) -> ButtonStyles:
    colours = theme.PALETTES[name]
    soft = theme.mixed(colours.text_second, colours.panel, 0.55)
    return ButtonStyles(
        main=ButtonStyle(colours.accent, colours.on_accent, hover=theme.mixed(colours.accent, theme.WHITE, 0.25)),
        on_paper=ButtonStyle(colours.leaf, colours.text, border=colours.text, hover=colours.ask),
        soft=ButtonStyle(colours.leaf, colours.text, border=soft, hover=colours.ask),
        chosen=ButtonStyle(
            colours.text, colours.leaf, border=colours.text, hover=theme.mixed(colours.text, colours.leaf, 0.15)
        ),
        on_table=ButtonStyle(colours.raised, colours.light_ink, hover=theme.mixed(colours.raised, theme.WHITE, 0.15)),
        small_on_table=ButtonStyle(
            colours.raised, colours.light_ink, border=colours.light_ink_second, hover=colours.table
        ),
        in_bar=ButtonStyle(None, colours.light_ink, hover=colours.raised),
        quiet=ButtonStyle(None, colours.text_second, hover=colours.ask),
        danger=ButtonStyle(colours.leaf, colours.refused, border=colours.refused, hover=colours.refused_light),
        waiting=ButtonStyle(theme.mixed(colours.table, colours.raised, 0.5), colours.light_ink_second),
        done=ButtonStyle(colours.done_light, colours.done),
        ready=ButtonStyle(colours.light_ink, colours.on_accent),
        cannot=ButtonStyle(colours.panel, colours.text_second, border=colours.line),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button: text, an icon before or after it, a second smaller line, and its key where it fits."""

    text: str
    type: Type
    style: ButtonStyle
    radius: int
    smallest: int
    icon: str = ""
    icon_after: bool = False
    second: str = ""
    align: Align = "centre"
    pad: int = 8
    weight: Weight = Weight.BOLD
    dashed: bool = False
    border_width: int = 2
    halo: int = 0
    key: str = ""

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the button; it is lighter under the pointer, and its text moves down when it is pressed."""
        if self.halo:
            area = rect.inflate(2 * self.halo, 2 * self.halo)
            shapes.paint_outline(
                surface, area, self.style.fill or palette().accent, max(2, self.halo // 2), self.radius + self.halo
            )
        fill = (self.style.hover or self.style.fill) if mood.hovered else self.style.fill
        if fill is not None:
            shapes.paint_rounded(surface, rect, fill, self.radius)
        if self.style.border is not None:
            draw = shapes.paint_dashed if self.dashed else shapes.paint_outline
            draw(surface, rect, self.style.border, self.border_width, self.radius)
        text_rect = self.text_rect(rect).move(0, 1 if mood.pressed else 0)
        self._paint_words(surface, text_rect)
        if self.icon:
            self._paint_icon(surface, rect)
        if self.key:
            self._paint_key(surface, rect)

    def key_rect(self, rect: pygame.Rect) -> pygame.Rect | None:
        """Where the key is shown: after the text, or in a corner without text; `None` if it does not fit."""
        style = self._key_type(rect)
        key_width = width_of(self.key, style)
        if self.text:
            area = pygame.Rect(0, 0, max(key_width + 8, style.size + 4), style.size + 4)
            area.midright = rect.right - self.pad, rect.centery
            return area if area.left >= self._words_end(rect) + self.pad // 2 else None
        area = pygame.Rect(0, 0, key_width + 2, style.size + 1)
        if self.icon:
            area.bottomright = rect.right - 1, rect.bottom - 1
        else:
            area.topright = rect.right - 2 * self.border_width, rect.top + 2 * self.border_width
        return area if area.width <= rect.width * 11 // 20 and area.height <= rect.height // 2 else None

    def _words_end(self, rect: pygame.Rect) -> int:
        """The right end of the text, or of the icon after it."""
        text_rect = self.text_rect(rect)
        first, second = self._split(text_rect)
        width = 0
        for text, types, area in ((self.text, self._types(), first), (self.second, self._second_types(), second)):
            paragraph = fitted(text, types, area.width, area.height, balanced=True) if text else None
            width = max(width, paragraph.width if paragraph is not None else area.width if text else 0)
        spare_width = text_rect.width - width
        end = text_rect.left + width + {"left": 0, "centre": spare_width // 2, "right": spare_width}[self.align]
        return end + (self._icon_gap() + self._icon_size() if self.icon and self.icon_after else 0)

    def _key_type(self, rect: pygame.Rect) -> Type:
        size = min(rect.size) * 3 // 10 if self.icon and not self.text else self.type.size * 3 // 5
        return Type(Face.TEXT_BOLD, max(theme.SMALLEST_TEXT, size))

    def _paint_key(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        key_rect = self.key_rect(rect)
        if key_rect is None:
            return
        ground = self.style.fill or palette().table
        ink = theme.mixed(self.style.ink, ground, 0.2)
        if self.text:
            shapes.paint_outline(surface, key_rect, theme.mixed(self.style.ink, ground, 0.55), 1, key_rect.height // 4)
        write(surface, self.key, self._key_type(rect), ink, key_rect, "centre")

    def text_rect(self, rect: pygame.Rect) -> pygame.Rect:
        """The rectangle of the text."""
        text_rect = rect.inflate(-2 * self.pad, -max(2, self.pad // 2))
        if not self.icon or not self.text:
            return text_rect
        icon_room = self._icon_size() + self._icon_gap()
        if self.align == "centre" and not self.second:
            paragraph = fitted(self.text, self._types(), text_rect.width - icon_room, text_rect.height, balanced=True)
            width = paragraph.width if paragraph else text_rect.width - icon_room
            left = text_rect.left + (text_rect.width - width - icon_room) // 2 + (0 if self.icon_after else icon_room)
            return pygame.Rect(left, text_rect.top, width + 1, text_rect.height)
        text_rect.width -= icon_room
        if not self.icon_after:
            text_rect.left += icon_room
        return text_rect

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether all of its text is shown, with no word split."""
        text_rect = self.text_rect(rect)
        first, second = self._split(text_rect)
        paragraph = fitted(self.text, self._types(), first.width, first.height, balanced=True)
        if paragraph is None or paragraph.broken:
            return False
        if not self.second:
            return True
        second_paragraph = fitted(self.second, self._second_types(), second.width, second.height)
        return second_paragraph is not None and not second_paragraph.broken

    def _types(self) -> list[Type]:
        return sizes_down(self.type, self.smallest)

    def _second_types(self) -> list[Type]:
        max_size = max(self.smallest, round(self.type.size * 0.8))
        return sizes_down(Type(Face.TEXT, max_size), self.smallest)

    def _icon_size(self) -> int:
        return round(self.type.size * 1.25)

    def _icon_gap(self) -> int:
        return max(self.pad * 2 // 3, round(self.type.size * 0.45))

    def _split(self, text_rect: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect]:
        if not self.second:
            return text_rect, text_rect
        first = text_rect.copy()
        first.height = round(text_rect.height * 0.55)
        return first, pygame.Rect(text_rect.left, first.bottom, text_rect.width, text_rect.height - first.height)

    def _paint_words(self, surface: pygame.Surface, text_rect: pygame.Rect) -> None:
        first, second = self._split(text_rect)
        for text, types, area, vertical in (
            (self.text, self._types(), first, "bottom" if self.second else "middle"),
            (self.second, self._second_types(), second, "top"),
        ):
            if not text:
                continue
            paragraph = fitted(text, types, area.width, area.height, balanced=True)
            if paragraph is None:
                write(surface, text, types[-1], self.style.ink, area, self.align)
            else:
                paint(surface, paragraph, self.style.ink, area, self.align, vertical)  # type: ignore[arg-type]

    def _paint_icon(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        size = self._icon_size()
        if not self.text:
            side = min(rect.size) if self.key and self.key_rect(rect) is not None else 0
            centre = rect.centerx - side // 12, rect.centery - side // 8
            paint_icon(surface, self.icon, self.weight, size, self.style.ink, centre)
            return
        text_rect = self.text_rect(rect)
        offset = self._icon_gap() + size // 2
        x = text_rect.right + offset if self.icon_after else text_rect.left - offset
        paint_icon(surface, self.icon, self.weight, size, self.style.ink, (x, rect.centery))

    def reach(self) -> int:
        """The halo."""
        return self.halo + 2
