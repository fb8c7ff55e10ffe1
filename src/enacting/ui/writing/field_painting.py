"""How the text of a field is painted: its lines, selection, composition, placeholder and caret."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.shapes import RectLike
from enacting.ui.graphics.theme import Colour, mixed, palette
from enacting.ui.graphics.typeset import Type, line_surface, paint, width_of, wrap_text, write
from enacting.ui.writing.caret_stops import caret_stops
from enacting.ui.writing.edited_text import EditedText
from enacting.ui.writing.field_lines import (
    FieldLine,
    Pixel,
    caret_rect,
    displayed_caret,
    displayed_text,
    field_lines,
    range_rects,
    scroll_to_caret,
    selection_rects,
    text_origin,
)

_MAX_DRAWN_WIDTH = 4_000


@dataclass(frozen=True, slots=True)
class FieldColours:
    """The colours of a field; `second` is for the placeholder."""

    ink: Colour
    second: Colour
    selection: Colour
    caret: Colour


def colours_on_leaf() -> FieldColours:
    """The colours of a field on a panel, in the theme in use."""
    colours = palette()
    selection = mixed(colours.leaf, theme.PERSONA, 0.3)
    return FieldColours(colours.text, colours.text_second, selection, colours.text)


def paint_field(
    surface: pygame.Surface,
    rect: RectLike,
    text: EditedText,
    style: Type,
    *,
    focused: bool,
    colours: FieldColours | None = None,
    placeholder: str = "",
    caret_visible: bool = True,
    scroll: Pixel | None = None,
) -> None:
    """Paint the content of the field, and nothing outside `rect`: no ground, border or focus ring.

    Without `scroll`, the text is scrolled by `scroll_to_caret`. The selection and the caret show only when focused.
    """
    area = pygame.Rect(rect)
    scroll = scroll_to_caret(text, style, area.size) if scroll is None else scroll
    colours = colours or colours_on_leaf()
    clip = surface.get_clip()
    surface.set_clip(clip.clip(area))
    try:
        if focused:
            for rect_of_line in selection_rects(text, style, area, scroll=scroll):
                surface.fill(colours.selection, rect_of_line)
        if displayed_text(text):
            _paint_lines(surface, area, text, style, colours.ink, scroll)
            _underline_composition(surface, area, text, style, colours.ink, scroll)
        else:
            _paint_placeholder(surface, area, placeholder, text, style, colours.second)
        if focused and caret_visible:
            surface.fill(colours.caret, caret_rect(text, style, area, scroll=scroll))
    finally:
        surface.set_clip(clip)


def _paint_lines(
    surface: pygame.Surface, area: pygame.Rect, text: EditedText, style: Type, colour: Colour, scroll: Pixel
) -> None:
    left, top = text_origin(text, style, area, scroll)
    for line in field_lines(text, style, area.width):
        if top + line.top + style.line_height <= area.top or top + line.top >= area.bottom:
            continue
        start, visible = _visible_part(line, style, area.left - left, area.right - left)
        if visible.strip():
            image = line_surface(visible, style, colour)
            surface.blit(image, (left + start, top + line.top + (style.line_height - image.height) // 2))


def _visible_part(line: FieldLine, style: Type, left: int, right: int) -> tuple[int, str]:
    """The x and the text of the part to draw: the line, or the visible part of a line too wide for a surface."""
    if width_of(line.text, style) <= _MAX_DRAWN_WIDTH:
        return 0, line.text
    stops = caret_stops(line.text)
    first = max(0, bisect_right(stops, left, key=lambda stop: width_of(line.text[:stop], style)) - 1)
    last = min(len(stops) - 1, bisect_left(stops, right, key=lambda stop: width_of(line.text[:stop], style)))
    return width_of(line.text[: stops[first]], style), line.text[stops[first] : stops[last]]


def _underline_composition(
    surface: pygame.Surface, area: pygame.Rect, text: EditedText, style: Type, colour: Colour, scroll: Pixel
) -> None:
    end = displayed_caret(text)
    thickness = max(1, style.size // 14)
    for rect in range_rects(text, (end - len(text.composition), end), style, area, scroll):
        surface.fill(colour, (rect.left, rect.bottom - 2 * thickness, rect.width, thickness))


def _paint_placeholder(
    surface: pygame.Surface, area: pygame.Rect, placeholder: str, text: EditedText, style: Type, colour: Colour
) -> None:
    if not placeholder:
        return
    if text.multiline:
        max_lines = max(1, area.height // style.line_height)
        paint(surface, wrap_text(placeholder, style, area.width, max_lines=max_lines), colour, area)
        return
    write(surface, placeholder, style, colour, area)
