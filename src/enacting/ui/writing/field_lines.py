"""The lines of a field, and where the caret, the selection and a point are in them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pygame

from enacting.ui.graphics.shapes import RectLike
from enacting.ui.graphics.typeset import Type, width_of
from enacting.ui.writing.caret_stops import caret_stops
from enacting.ui.writing.edited_text import EditedText

Pixel = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A line as displayed, and its start and end in `displayed_text`: without its newline, with its last spaces.

    `top` is in pixels from the top of the text. `flows`: the line is wrapped, and the next one continues it.
    """

    text: str
    start: int
    end: int
    top: int
    flows: bool


def displayed_text(text: EditedText) -> str:
    """The text with the composition in place of the selection."""
    start, end = _replaced_range(text)
    return text.text[:start] + text.composition + text.text[end:]


def field_lines(text: EditedText, style: Type, width: int) -> tuple[FieldLine, ...]:
    """The text in lines, at least one: wrapped to the width if the text is multiline, otherwise a single line."""
    return _lines(displayed_text(text), style, _max_line_width(text, style, width))


def caret_width(style: Type) -> int:
    """The width of the caret in pixels."""
    return max(2, style.size // 10)


def scroll_to_caret(text: EditedText, style: Type, size: Pixel, before: Pixel = (0, 0)) -> Pixel:
    """How far the text is scrolled, (x, y) in pixels, for the caret to be visible in a field of that size.

    It stays at `before` if it can, so that what is visible does not move when it is clicked.
    """
    lines = field_lines(text, style, size[0])
    line = _line_of(displayed_caret(text), lines)
    if text.multiline:
        bottom = line.top + style.line_height
        return 0, _scroll_into_view(
            before[1], line.top, bottom, view=size[1], length=len(lines) * style.line_height, jump=0
        )
    left = _offset_x(line, displayed_caret(text), style, None)
    right = left + caret_width(style)
    full_width = max(right, width_of(line.text, style) + caret_width(style))
    return _scroll_into_view(before[0], left, right, view=size[0], length=full_width, jump=size[0] // 4), 0


def caret_rect(text: EditedText, style: Type, rect: RectLike, *, scroll: Pixel | None = None) -> pygame.Rect:
    """Where the caret is on the surface, for a field that fills `rect`; without `scroll`, as `scroll_to_caret` says."""
    area = pygame.Rect(rect)
    line = _line_of(displayed_caret(text), field_lines(text, style, area.width))
    left, top = text_origin(text, style, area, scroll)
    offset_x = _offset_x(line, displayed_caret(text), style, _max_line_width(text, style, area.width))
    return pygame.Rect(left + offset_x, top + line.top, caret_width(style), style.line_height)


def selection_rects(
    text: EditedText, style: Type, rect: RectLike, *, scroll: Pixel | None = None
) -> tuple[pygame.Rect, ...]:
    """The selection on the surface, a rectangle per line; a selected newline is a narrow one at the end of its line."""
    if text.composition:
        return ()
    return tuple(range_rects(text, text.selection, style, pygame.Rect(rect), scroll))


def index_at(point: Pixel, text: EditedText, style: Type, rect: RectLike, *, scroll: Pixel | None = None) -> int:
    """The index in the text nearest to a point of the surface, which may be outside the field."""
    area = pygame.Rect(rect)
    lines = field_lines(text, style, area.width)
    left, top = text_origin(text, style, area, scroll)
    row = (point[1] - top) // style.line_height
    return _nearest_index(text, lines[max(0, min(row, len(lines) - 1))], point[0] - left, style, area.width)


def line_start(text: EditedText, style: Type, width: int) -> int:
    """The index of the start of the displayed line of the caret."""
    return _text_index(text, _line_of(displayed_caret(text), field_lines(text, style, width)).start)


def line_end(text: EditedText, style: Type, width: int) -> int:
    """The index of the end of the displayed line of the caret: before the space at which it is wrapped."""
    return _text_index(
        text, _stops_in(_line_of(displayed_caret(text), field_lines(text, style, width)), displayed_text(text))[-1]
    )


def index_lines_away(text: EditedText, style: Type, width: int, *, rows: int, column: int) -> int:
    """The index that many lines below the caret (above if negative), nearest to `column` pixels from the left.

    Above the first line is the start of the text, below the last its end.
    """
    lines = field_lines(text, style, width)
    row = lines.index(_line_of(displayed_caret(text), lines)) + rows
    if row < 0:
        return 0
    if row >= len(lines):
        return len(text.text)
    return _nearest_index(text, lines[row], column, style, width)


def range_rects(
    text: EditedText, indices: tuple[int, int], style: Type, area: pygame.Rect, scroll: Pixel | None
) -> Iterator[pygame.Rect]:
    """The rectangles of a range of indices of the displayed text, line by line."""
    line_width = _max_line_width(text, style, area.width)
    left, top = text_origin(text, style, area, scroll)
    for line in field_lines(text, style, area.width):
        start, end = max(indices[0], line.start), min(indices[1], line.end)
        newline = not line.flows and start <= line.end < indices[1]
        if start < end or newline:
            first, last = _offset_x(line, start, style, line_width), _offset_x(line, end, style, line_width)
            newline_width = style.size // 4 if newline else 0
            yield pygame.Rect(left + first, top + line.top, last - first + newline_width, style.line_height)


def text_origin(text: EditedText, style: Type, area: pygame.Rect, scroll: Pixel | None) -> Pixel:
    """The top left of the text on the surface; a single line is centred vertically."""
    scroll_x, scroll_y = scroll_to_caret(text, style, area.size) if scroll is None else scroll
    offset_y = 0 if text.multiline else (area.height - style.line_height) // 2
    return area.left - scroll_x, area.top - scroll_y + offset_y


def displayed_caret(text: EditedText) -> int:
    """The index of the caret in the displayed text: after the composition."""
    return text.selection[0] + len(text.composition) if text.composition else text.caret


_WORD_AND_SPACES = re.compile("(?=.)(?P<word>[^ ]*) *")


def _max_line_width(text: EditedText, style: Type, width: int) -> int | None:
    """The maximum width of a line in pixels; `None` if it is not wrapped."""
    return max(0, width - caret_width(style)) if text.multiline else None


@lru_cache(maxsize=64)
def _lines(displayed: str, style: Type, width: int | None) -> tuple[FieldLine, ...]:
    lines: list[FieldLine] = []
    start = 0
    for paragraph in displayed.split("\n"):
        end = start + len(paragraph)
        breaks = () if width is None else _breaks(displayed, start, end, style, width)
        for first, last in pairwise((start, *breaks, end)):
            lines.append(
                FieldLine(displayed[first:last], first, last, len(lines) * style.line_height, flows=last != end)
            )
        start = end + 1
    return tuple(lines)


def _breaks(displayed: str, start: int, end: int, style: Type, width: int) -> Iterator[int]:
    """Where a paragraph is wrapped: after spaces, which may overflow, or inside a word wider than a line."""
    for piece in _WORD_AND_SPACES.finditer(displayed, start, end):
        word_end = piece.end("word")
        if width_of(displayed[start:word_end], style) <= width:
            continue
        if start < piece.start():
            start = piece.start()
            yield start
        while (stop := _fitting_end(displayed, start, word_end, style, width)) < word_end:
            start = stop
            yield start


def _fitting_end(displayed: str, start: int, end: int, style: Type, width: int) -> int:
    """The last stop up to which the text fits in that width, at least one character after `start`."""
    if width_of(displayed[start:end], style) <= width:
        return end
    stops = caret_stops(displayed)
    first, last = bisect_right(stops, start), bisect_right(stops, end)
    fitting = bisect_right(stops, width, first, last, key=lambda stop: width_of(displayed[start:stop], style))
    return stops[max(first, fitting - 1)]


def _line_of(index: int, lines: tuple[FieldLine, ...]) -> FieldLine:
    return lines[bisect_right(lines, index, key=lambda line: line.start) - 1]


def _offset_x(line: FieldLine, index: int, style: Type, line_width: int | None) -> int:
    """The x of an index of a line; spaces that overflow stay at the right edge."""
    offset = width_of(line.text[: index - line.start], style)
    return offset if line_width is None else min(offset, line_width)


def _stops_in(line: FieldLine, displayed: str) -> tuple[int, ...]:
    """The stops of a caret displayed on that line; the end of a wrapped line is the start of the next one."""
    stops = caret_stops(displayed)
    first, last = bisect_left(stops, line.start), bisect_right(stops, line.end)
    return stops[first : max(first + 1, last - line.flows)]


def _nearest_index(text: EditedText, line: FieldLine, offset_x: int, style: Type, width: int) -> int:
    line_width = _max_line_width(text, style, width)
    stops = _stops_in(line, displayed_text(text))
    after = bisect_left(stops, offset_x, key=lambda stop: _offset_x(line, stop, style, line_width))
    near = stops[max(0, after - 1) : after + 1]
    return _text_index(text, min(near, key=lambda stop: abs(_offset_x(line, stop, style, line_width) - offset_x)))


def _scroll_into_view(before: int, low: int, high: int, *, view: int, length: int, jump: int) -> int:
    """The scroll for `low` to `high` to be visible; `jump` further when it goes back, to show what precedes."""
    if low < before:
        before = low - jump
    if high > before + view:
        before = high - view
    return max(0, min(before, length - view))


def _replaced_range(text: EditedText) -> tuple[int, int]:
    return text.selection if text.composition else (text.caret, text.caret)


def _text_index(text: EditedText, index: int) -> int:
    """The index in the text of an index in the displayed text; all of a composition is where it starts."""
    start, end = _replaced_range(text)
    if index <= start:
        return index
    return max(start, index - len(text.composition) + end - start) if index >= start + len(text.composition) else start
