"""A field to write in: its text as a value, its keys, its lines, its picture.

Law: a caret stands between two characters as people count them (a letter with its accents, an emoji with its parts are
one), and the text is never longer than its limit. Only TEXTINPUT writes; only the event is read, never the keyboard.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from typing import Self

import pygame

from enacting.language import characters
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Colour, mixed, palette
from enacting.ui.graphics.typeset import Face, Type, line_surface, paint, width_of, wrap_text, write

Place = tuple[int, int]
RectLike = pygame.Rect | tuple[int, int, int, int]


# The text, as a value


@dataclass(frozen=True, slots=True)
class Text:
    """What a field holds: the text, where the caret is and how far the selection reaches, all in code points.

    `composition` is what a dead key or an input method is still composing: shown in place of the selection, not yet
    written. `ValueError` for a caret outside the text or a text beyond `max_length`; `Text.of` mends any text.
    """

    text: str = ""
    caret: int = 0
    anchor: int = 0
    composition: str = ""
    max_length: int = 200
    multiline: bool = False

    def __post_init__(self) -> None:
        if len(self.text) > self.max_length:
            raise ValueError(f"a text of {len(self.text)} characters in a field of {self.max_length}")
        if not (0 <= self.caret <= len(self.text) and 0 <= self.anchor <= len(self.text)):
            raise ValueError(f"caret {self.caret} or anchor {self.anchor} outside 0 to {len(self.text)}")

    @classmethod
    def of(cls, written: str, *, max_length: int = 200, multiline: bool = False) -> Self:
        """That text, cleaned and no longer than `max_length`, with the caret at its end."""
        kept = _within(cleaned(_beginning(written, max_length), multiline=multiline), max_length)
        return cls(kept, len(kept), len(kept), "", max_length, multiline)

    @property
    def selection(self) -> tuple[int, int]:
        """Where the selection starts and ends; twice the caret if nothing is selected."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The selected text."""
        start, end = self.selection
        return self.text[start:end]

    def insert(self, written: str) -> Self:
        """Typed or pasted text in place of the selection, cleaned and cut to the room left; it ends a composition."""
        start, end = self.selection
        room = self.max_length - len(self.text) + end - start
        piece = _within(cleaned(_beginning(written, room), multiline=self.multiline), room)
        if not piece:
            return replace(self, composition="")
        return self._rewritten(self.text[:start] + piece + self.text[end:], start + len(piece))

    def compose(self, composition: str) -> Self:
        """The same but composing that text; an empty one ends the composition."""
        return replace(self, composition=cleaned(_beginning(composition, self.max_length), multiline=False))

    def backspace(self) -> Self:
        """Without the selection, or else without the character before the caret."""
        return (self if self.selected else self.left(extend=True))._without_selection()

    def delete(self) -> Self:
        """Without the selection, or else without the character after the caret."""
        return (self if self.selected else self.right(extend=True))._without_selection()

    def backspace_word(self) -> Self:
        """Without the selection, or else without the word before the caret."""
        return (self if self.selected else self.word_left(extend=True))._without_selection()

    def delete_word(self) -> Self:
        """Without the selection, or else without the word after the caret."""
        return (self if self.selected else self.word_right(extend=True))._without_selection()

    def to(self, index: int, *, extend: bool = False) -> Self:
        """The caret at the nearest place from that index on; `extend` selects what it passes."""
        caret = _snapped(self.text, index)
        return replace(self, caret=caret, anchor=self.anchor if extend else caret, composition="")

    def left(self, *, extend: bool = False) -> Self:
        """The caret one character back, or at the start of a selection that is let go."""
        if self.selected and not extend:
            return self.to(self.selection[0])
        return self.to(_stop_before(self.text, self.caret), extend=extend)

    def right(self, *, extend: bool = False) -> Self:
        """The caret one character on, or at the end of a selection that is let go."""
        if self.selected and not extend:
            return self.to(self.selection[1])
        return self.to(self.caret + 1, extend=extend)

    def word_left(self, *, extend: bool = False) -> Self:
        """The caret at the start of the word it is in or after."""
        return self.to(_word_before(self.text, self.caret), extend=extend)

    def word_right(self, *, extend: bool = False) -> Self:
        """The caret after the word it is in or before, and the spaces that follow."""
        return self.to(_word_after(self.text, self.caret), extend=extend)

    def select_all(self) -> Self:
        """Everything selected, the caret at the end."""
        return self.to(0).to(len(self.text), extend=True)

    def select_word(self, index: int) -> Self:
        """The word, or the run of spaces or signs, at that index selected."""
        start, end = _word_around(self.text, index)
        return self.to(start).to(end, extend=True)

    def _without_selection(self) -> Self:
        start, end = self.selection
        return self._rewritten(self.text[:start] + self.text[end:], start)

    def _rewritten(self, text: str, caret: int) -> Self:
        caret = _snapped(text, caret)
        return replace(self, text=text, caret=caret, anchor=caret, composition="")


def cleaned(written: str, *, multiline: bool) -> str:
    """The text as `characters.cleaned` leaves it. In a single line, newlines at the ends go, others become a space."""
    text = characters.cleaned(_NEWLINE.sub("\n", written).replace("\t", " "))
    return text if multiline else re.sub("\n+", " ", text.strip("\n"))


_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


# Characters as people count them


@lru_cache(maxsize=64)
def _stops(text: str) -> tuple[int, ...]:
    """Where a caret may stand, from 0 to the length of the text."""
    flags = 0
    stops = [0]
    for index, (before, after) in enumerate(pairwise(text), start=1):
        flags = flags + 1 if _is_flag_half(before) else 0
        if not _is_joined(before, after) and not (flags % 2 and _is_flag_half(after)):
            stops.append(index)
    return (*stops, len(text)) if text else (0,)


def _is_joined(before: str, after: str) -> bool:
    """Whether the two are parts of one character: an accent on a letter, a tone or a profession on an emoji."""
    if before == "\n" or after == "\n":
        return False
    if before == _JOINER and unicodedata.category(after) in ("So", "Sk"):
        return True
    return unicodedata.category(after) in ("Mn", "Mc", "Me") or _EXTENDING.match(after) is not None


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


_JOINER = "\u200d"
_EXTENDING = re.compile("[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


def _snapped(text: str, index: int) -> int:
    stops = _stops(text)
    return stops[min(bisect_left(stops, index), len(stops) - 1)]


def _stop_before(text: str, index: int) -> int:
    stops = _stops(text)
    return stops[max(0, bisect_left(stops, index) - 1)]


def _beginning(written: str, room: int) -> str:
    """Enough of a text to fill that room, however much of it goes or comes together when it is cleaned."""
    return written[: 16 * room + 4096]


def _within(text: str, max_length: int) -> str:
    """As many whole characters as fit in that many code points."""
    stops = _stops(text)
    return text[: stops[max(0, bisect_right(stops, max_length) - 1)]]


class _Sort(Enum):
    SPACE = auto()
    WORD = auto()
    SIGN = auto()


def _sort_of(character: str) -> _Sort:
    if character.isspace():
        return _Sort.SPACE
    return _Sort.WORD if character.isalnum() or character == "_" else _Sort.SIGN


def _sorts(text: str) -> tuple[_Sort, ...]:
    return tuple(_sort_of(text[stop]) for stop in _stops(text)[:-1])


def _word_before(text: str, index: int) -> int:
    stops, sorts = _stops(text), _sorts(text)
    at = bisect_left(stops, index)
    while at and sorts[at - 1] is _Sort.SPACE:
        at -= 1
    return stops[_run_start(sorts, at)]


def _word_after(text: str, index: int) -> int:
    stops, sorts = _stops(text), _sorts(text)
    at = _run_end(sorts, bisect_left(stops, index))
    while at < len(sorts) and sorts[at] is _Sort.SPACE:
        at += 1
    return stops[at]


def _word_around(text: str, index: int) -> tuple[int, int]:
    stops, sorts = _stops(text), _sorts(text)
    at = min(bisect_left(stops, index), max(0, len(sorts) - 1))
    return stops[_run_start(sorts, min(at + 1, len(sorts)))], stops[_run_end(sorts, at)]


def _run_start(sorts: tuple[_Sort, ...], end: int) -> int:
    start = end
    while start and sorts[start - 1] is sorts[end - 1]:
        start -= 1
    return start


def _run_end(sorts: tuple[_Sort, ...], start: int) -> int:
    end = start
    while end < len(sorts) and sorts[end] is sorts[start]:
        end += 1
    return end


# Its lines


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A line as seen, with where it starts and ends in what is `shown`: its newline left out, its last spaces kept.

    `top` is in pixels from the top of the text. `flows`: the next line goes on without a newline between them.
    """

    text: str
    start: int
    end: int
    top: int
    flows: bool


def shown(text: Text) -> str:
    """What is seen: the text, with the composition in place of the selection."""
    start, end = _replaced(text)
    return text.text[:start] + text.composition + text.text[end:]


def field_lines(text: Text, style: Type, width: int) -> tuple[FieldLine, ...]:
    """The text in lines, at least one: wrapped to a field that wide if it is multiline, or else one however wide."""
    return _lines(shown(text), style, _room(text, style, width))


def caret_width(style: Type) -> int:
    """How thick the caret is, in pixels."""
    return max(2, style.size // 10)


def scrolled(text: Text, style: Type, size: Place, before: Place = (0, 0)) -> Place:
    """How far the text slides left and up, in pixels, for the caret to be seen in a field of that size.

    From `before` it slides only if it must, so that what is in sight does not move when it is clicked.
    """
    lines = field_lines(text, style, size[0])
    line = _line_of(_caret(text), lines)
    if text.multiline:
        bottom = line.top + style.line_height
        return 0, _slid(before[1], line.top, bottom, view=size[1], whole=len(lines) * style.line_height, jump=0)
    left = _across(line, _caret(text), style, None)
    right = left + caret_width(style)
    whole = max(right, width_of(line.text, style) + caret_width(style))
    return _slid(before[0], left, right, view=size[0], whole=whole, jump=size[0] // 4), 0


def caret_rect(text: Text, style: Type, rect: RectLike, *, scroll: Place | None = None) -> pygame.Rect:
    """Where the caret is on the surface, for a field that fills `rect`; without `scroll`, as `scrolled` says."""
    area = pygame.Rect(rect)
    line = _line_of(_caret(text), field_lines(text, style, area.width))
    left, top = _origin(text, style, area, scroll)
    across = _across(line, _caret(text), style, _room(text, style, area.width))
    return pygame.Rect(left + across, top + line.top, caret_width(style), style.line_height)


def selection_rects(text: Text, style: Type, rect: RectLike, *, scroll: Place | None = None) -> tuple[pygame.Rect, ...]:
    """The selection on the surface, a rectangle a line; a selected newline is a sliver at the end of its line."""
    if text.composition:
        return ()
    return tuple(_stretches(text, text.selection, style, pygame.Rect(rect), scroll))


def index_at(point: Place, text: Text, style: Type, rect: RectLike, *, scroll: Place | None = None) -> int:
    """The index in the text that is nearest to a point of the surface, be it outside the field."""
    area = pygame.Rect(rect)
    lines = field_lines(text, style, area.width)
    left, top = _origin(text, style, area, scroll)
    row = (point[1] - top) // style.line_height
    return _nearest(text, lines[max(0, min(row, len(lines) - 1))], point[0] - left, style, area.width)


def line_start(text: Text, style: Type, width: int) -> int:
    """The index where the line of the caret starts, as seen."""
    return _written(text, _line_of(_caret(text), field_lines(text, style, width)).start)


def line_end(text: Text, style: Type, width: int) -> int:
    """The index where the line of the caret ends, as seen: before the space at which it was wrapped."""
    return _written(text, _stops_in(_line_of(_caret(text), field_lines(text, style, width)), shown(text))[-1])


def line_away(text: Text, style: Type, width: int, *, rows: int, column: int) -> int:
    """The index that many lines below the caret (above if negative), nearest to `column` pixels from the left.

    Above the first line is the start of the text, below the last its end.
    """
    lines = field_lines(text, style, width)
    row = lines.index(_line_of(_caret(text), lines)) + rows
    if row < 0:
        return 0
    if row >= len(lines):
        return len(text.text)
    return _nearest(text, lines[row], column, style, width)


def _room(text: Text, style: Type, width: int) -> int | None:
    """How wide a line may be; `None` for as wide as it likes."""
    return max(0, width - caret_width(style)) if text.multiline else None


@lru_cache(maxsize=64)
def _lines(seen: str, style: Type, width: int | None) -> tuple[FieldLine, ...]:
    lines: list[FieldLine] = []
    start = 0
    for paragraph in seen.split("\n"):
        end = start + len(paragraph)
        breaks = () if width is None else _breaks(seen, start, end, style, width)
        for first, last in pairwise((start, *breaks, end)):
            lines.append(FieldLine(seen[first:last], first, last, len(lines) * style.line_height, flows=last != end))
        start = end + 1
    return tuple(lines)


def _breaks(seen: str, start: int, end: int, style: Type, width: int) -> Iterator[int]:
    """Where a paragraph is wrapped: after spaces, which may hang over, or inside a word wider than a line."""
    for piece in _WORD_AND_SPACES.finditer(seen, start, end):
        word_end = piece.end("word")
        if width_of(seen[start:word_end], style) <= width:
            continue
        if start < piece.start():
            start = piece.start()
            yield start
        while (stop := _widest(seen, start, word_end, style, width)) < word_end:
            start = stop
            yield start


_WORD_AND_SPACES = re.compile("(?=.)(?P<word>[^ ]*) *")


def _widest(seen: str, start: int, end: int, style: Type, width: int) -> int:
    """The last stop up to which the text fits in that width; at least one character on."""
    if width_of(seen[start:end], style) <= width:
        return end
    stops = _stops(seen)
    first, last = bisect_right(stops, start), bisect_right(stops, end)
    fitting = bisect_right(stops, width, first, last, key=lambda stop: width_of(seen[start:stop], style))
    return stops[max(first, fitting - 1)]


def _line_of(index: int, lines: tuple[FieldLine, ...]) -> FieldLine:
    return lines[bisect_right(lines, index, key=lambda line: line.start) - 1]


def _across(line: FieldLine, index: int, style: Type, room: int | None) -> int:
    """How far right an index of a line is; spaces that hang over stay at the edge."""
    across = width_of(line.text[: index - line.start], style)
    return across if room is None else min(across, room)


def _stops_in(line: FieldLine, seen: str) -> tuple[int, ...]:
    """Where a caret is seen on that line; the end of a line that flows is the start of the next."""
    stops = _stops(seen)
    first, last = bisect_left(stops, line.start), bisect_right(stops, line.end)
    return stops[first : max(first + 1, last - line.flows)]


def _nearest(text: Text, line: FieldLine, across: int, style: Type, width: int) -> int:
    room = _room(text, style, width)
    stops = _stops_in(line, shown(text))
    after = bisect_left(stops, across, key=lambda stop: _across(line, stop, style, room))
    near = stops[max(0, after - 1) : after + 1]
    return _written(text, min(near, key=lambda stop: abs(_across(line, stop, style, room) - across)))


def _origin(text: Text, style: Type, area: pygame.Rect, scroll: Place | None) -> Place:
    """Where on the surface the top left of the text is; a single line is in the middle of the height."""
    left, up = scrolled(text, style, area.size) if scroll is None else scroll
    spare = 0 if text.multiline else (area.height - style.line_height) // 2
    return area.left - left, area.top - up + spare


def _slid(before: int, low: int, high: int, *, view: int, whole: int, jump: int) -> int:
    """How far to slide for `low` to `high` to be in view; `jump` further when it goes back, to show what precedes."""
    if low < before:
        before = low - jump
    if high > before + view:
        before = high - view
    return max(0, min(before, whole - view))


def _stretches(
    text: Text, stretch: tuple[int, int], style: Type, area: pygame.Rect, scroll: Place | None
) -> Iterator[pygame.Rect]:
    """The rectangles of a stretch of what is shown, a line at a time."""
    room = _room(text, style, area.width)
    left, top = _origin(text, style, area, scroll)
    for line in field_lines(text, style, area.width):
        start, end = max(stretch[0], line.start), min(stretch[1], line.end)
        newline = not line.flows and start <= line.end < stretch[1]
        if start < end or newline:
            first, last = _across(line, start, style, room), _across(line, end, style, room)
            sliver = style.size // 4 if newline else 0
            yield pygame.Rect(left + first, top + line.top, last - first + sliver, style.line_height)


def _replaced(text: Text) -> tuple[int, int]:
    return text.selection if text.composition else (text.caret, text.caret)


def _caret(text: Text) -> int:
    """Where the caret is in what is shown: after a composition."""
    return text.selection[0] + len(text.composition) if text.composition else text.caret


def _written(text: Text, index: int) -> int:
    """The index in the text of an index in what is shown; any of a composition is where it starts."""
    start, end = _replaced(text)
    if index <= start:
        return index
    return max(start, index - len(text.composition) + end - start) if index >= start + len(text.composition) else start


# On the surface


@dataclass(frozen=True, slots=True)
class FieldColours:
    """What a field is painted with; `second` is for the placeholder."""

    ink: Colour
    second: Colour
    selection: Colour
    caret: Colour


def colours_on_leaf() -> FieldColours:
    """A field on a leaf, in the colours of the theme that is shown."""
    colours = palette()
    selection = mixed(colours.leaf, theme.PERSONA, 0.3)
    return FieldColours(colours.text, colours.text_second, selection, colours.text)


def paint_field(
    surface: pygame.Surface,
    rect: RectLike,
    text: Text,
    style: Type,
    *,
    focused: bool,
    colours: FieldColours | None = None,
    placeholder: str = "",
    caret_visible: bool = True,
    scroll: Place | None = None,
) -> None:
    """Paint what the field holds, and nothing outside `rect`: neither ground nor border nor ring of focus.

    Without `scroll`, the text slides as `scrolled` says. The selection and the caret show only when focused.
    """
    area = pygame.Rect(rect)
    scroll = scrolled(text, style, area.size) if scroll is None else scroll
    colours = colours or colours_on_leaf()
    clip = surface.get_clip()
    surface.set_clip(clip.clip(area))
    try:
        if focused:
            for selected in selection_rects(text, style, area, scroll=scroll):
                surface.fill(colours.selection, selected)
        if shown(text):
            _paint_lines(surface, area, text, style, colours.ink, scroll)
            _underline_composition(surface, area, text, style, colours.ink, scroll)
        else:
            _paint_placeholder(surface, area, placeholder, text, style, colours.second)
        if focused and caret_visible:
            surface.fill(colours.caret, caret_rect(text, style, area, scroll=scroll))
    finally:
        surface.set_clip(clip)


def _paint_lines(
    surface: pygame.Surface, area: pygame.Rect, text: Text, style: Type, colour: Colour, scroll: Place
) -> None:
    left, top = _origin(text, style, area, scroll)
    for line in field_lines(text, style, area.width):
        if top + line.top + style.line_height <= area.top or top + line.top >= area.bottom:
            continue
        start, part = _drawn_part(line, style, area.left - left, area.right - left)
        if part.strip():
            drawn = line_surface(part, style, colour)
            surface.blit(drawn, (left + start, top + line.top + (style.line_height - drawn.height) // 2))


def _drawn_part(line: FieldLine, style: Type, left: int, right: int) -> tuple[int, str]:
    """How far right the part to draw starts, and that part: the line, or what is seen of one too wide for a surface."""
    if width_of(line.text, style) <= _WIDEST_DRAWN:
        return 0, line.text
    stops = _stops(line.text)
    first = max(0, bisect_right(stops, left, key=lambda stop: width_of(line.text[:stop], style)) - 1)
    last = min(len(stops) - 1, bisect_left(stops, right, key=lambda stop: width_of(line.text[:stop], style)))
    return width_of(line.text[: stops[first]], style), line.text[stops[first] : stops[last]]


_WIDEST_DRAWN = 4_000


def _underline_composition(
    surface: pygame.Surface, area: pygame.Rect, text: Text, style: Type, colour: Colour, scroll: Place
) -> None:
    end = _caret(text)
    thickness = max(1, style.size // 14)
    for composed in _stretches(text, (end - len(text.composition), end), style, area, scroll):
        surface.fill(colour, (composed.left, composed.bottom - 2 * thickness, composed.width, thickness))


def _paint_placeholder(
    surface: pygame.Surface, area: pygame.Rect, placeholder: str, text: Text, style: Type, colour: Colour
) -> None:
    if not placeholder:
        return
    if text.multiline:
        max_lines = max(1, area.height // style.line_height)
        paint(surface, wrap_text(placeholder, style, area.width, max_lines=max_lines), colour, area)
        return
    write(surface, placeholder, style, colour, area)


# The clipboard, the input method

_own_clipboard = [""]
_receiving_text = [False]


def to_clipboard(text: str) -> None:
    """Put a text on the system's clipboard, and on our own for when the system has none."""
    _own_clipboard[0] = text
    with suppress(pygame.error, ValueError):
        pygame.scrap.put_text(text)


def from_clipboard() -> str:
    """The text on the system's clipboard, or on our own if that has none."""
    with suppress(pygame.error, ValueError):
        return pygame.scrap.get_text() or _own_clipboard[0]
    return _own_clipboard[0]


def text_input_on(rect: RectLike) -> None:
    """Begin to receive TEXTINPUT, and say where the caret is, in points of the window, for what a method proposes.

    Call it when a field gets the focus, and again when its caret has moved: it begins once only, because beginning
    again makes Windows forget a dead key.
    """
    with suppress(pygame.error):
        if not _receiving_text[0]:
            pygame.key.start_text_input()
            _receiving_text[0] = True
        pygame.key.set_text_input_rect(rect)


def text_input_off() -> None:
    """Receive no TEXTINPUT any more: letters are shortcuts again."""
    _receiving_text[0] = False
    with suppress(pygame.error):
        pygame.key.stop_text_input()


# Being edited


class Outcome(Enum):
    """What a field made of an event.

    Only an IGNORED event is for the screen. TAKEN: it was for the field, and nothing is to be drawn again.
    """

    IGNORED = auto()
    TAKEN = auto()
    CHANGED = auto()
    SUBMITTED = auto()
    CANCELLED = auto()


class _Doing(Enum):
    """What is undone in one go as long as it goes on."""

    TYPING = auto()
    ERASING = auto()
    OTHER = auto()


MAX_UNDONE = 200
_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
_KEYPAD_TYPES = range(pygame.K_KP_DIVIDE, pygame.K_KP_PERIOD + 1)
_FIRST_NOT_TYPING = 1 << 30
_LAST_LATIN = 0x24F
_COMMAND = pygame.KMOD_CTRL | pygame.KMOD_META
_ALT = pygame.KMOD_ALT | pygame.KMOD_MODE


@dataclass(slots=True)
class Field:
    """A text being edited, with what can be undone and how far it slid.

    Up, Down, Home and End need to know its lines: call `lie` whenever it is laid out.
    """

    text: Text
    scroll: Place = (0, 0)
    style: Type = field(default_factory=lambda: Type(Face.TEXT, theme.BODY))
    rect: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 100_000, 100_000))
    _past: deque[Text] = field(init=False, default_factory=lambda: deque(maxlen=MAX_UNDONE))
    _future: list[Text] = field(init=False, default_factory=list)
    _doing: _Doing | None = field(init=False, default=None)
    _column: int | None = field(init=False, default=None)

    def lie(self, rect: RectLike, style: Type) -> None:
        """Take that place on the surface, in that type; the caret stays in sight."""
        self.rect, self.style = pygame.Rect(rect), style
        self._show_caret()

    def handle(self, event: pygame.event.Event) -> Outcome:
        """Do what the event says: keys, text, composition, the window's loss of focus."""
        match event.type:
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.TEXTINPUT:
                return self._typed(event.text)
            case pygame.TEXTEDITING:
                return self._become(self.text.compose(event.text), self._doing)
            case pygame.WINDOWFOCUSLOST:
                return Outcome.CHANGED if self.leave() else Outcome.IGNORED
            case _:
                return Outcome.IGNORED

    def click(self, index: int, *, extend: bool = False) -> Outcome:
        """Put the caret there, or with `extend` (Shift, or dragging) select up to there; a composition is dropped."""
        return self._become(self.text.to(index, extend=extend), None)

    def select_word(self, index: int) -> Outcome:
        """Select the word there: for a double click."""
        return self._become(self.text.select_word(index), None)

    def index_at(self, point: Place) -> int:
        """The index nearest to a point of the surface."""
        return index_at(point, self.text, self.style, self.rect, scroll=self.scroll)

    def caret_rect(self) -> pygame.Rect:
        """Where the caret is on the surface."""
        return caret_rect(self.text, self.style, self.rect, scroll=self.scroll)

    def paste(self, written: str) -> Outcome:
        """Insert a text, undone in one go."""
        return self._become(self.text.insert(written), _Doing.OTHER)

    def undo(self) -> Outcome:
        """Go back before the last thing done."""
        if not self._past:
            return Outcome.TAKEN
        self._future.append(self.text.compose(""))
        return self._show(self._past.pop())

    def redo(self) -> Outcome:
        """Do again what was undone last."""
        if not self._future:
            return Outcome.TAKEN
        self._past.append(self.text.compose(""))
        return self._show(self._future.pop())

    def leave(self) -> bool:
        """Drop what is being composed, because the focus goes; whether there was any."""
        return self._become(self.text.compose(""), None) is Outcome.CHANGED

    def _key(self, event: pygame.event.Event) -> Outcome:
        key, mod = _letter(event), event.mod
        if self.text.composition:
            return Outcome.TAKEN
        if key in _ENTER:
            return self._enter(mod)
        if key == pygame.K_ESCAPE:
            return Outcome.CANCELLED
        if key == pygame.K_TAB:
            return Outcome.IGNORED
        if key in (pygame.K_UP, pygame.K_DOWN) and self.text.multiline:
            return self._up_or_down(-1 if key == pygame.K_UP else 1, mod)
        if (moved := self._moved(key, mod)) is not None:
            return self._become(moved, None)
        if (erased := self._erased(key, mod)) is not None:
            return self._become(erased, _Doing.ERASING)
        if mod & _COMMAND and not mod & _ALT:
            return self._shortcut(key, mod)
        return Outcome.TAKEN if key < _FIRST_NOT_TYPING or key in _KEYPAD_TYPES else Outcome.IGNORED

    def _enter(self, mod: int) -> Outcome:
        if mod & _ALT:
            return Outcome.IGNORED
        if self.text.multiline and not mod & _COMMAND:
            return self._become(self.text.insert("\n"), _Doing.OTHER)
        return Outcome.SUBMITTED

    def _moved(self, key: int, mod: int) -> Text | None:
        """The text with the caret where that key puts it: Ctrl (Option) goes by words, Cmd to the ends of the line."""
        text, extend = self.text, bool(mod & pygame.KMOD_SHIFT)
        far, by_word = mod & pygame.KMOD_META, mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT)
        match key:
            case pygame.K_HOME if mod & _COMMAND:
                return text.to(0, extend=extend)
            case pygame.K_END if mod & _COMMAND:
                return text.to(len(text.text), extend=extend)
            case pygame.K_HOME:
                return self._to_line_start(extend=extend)
            case pygame.K_END:
                return self._to_line_end(extend=extend)
            case pygame.K_LEFT if far:
                return self._to_line_start(extend=extend)
            case pygame.K_RIGHT if far:
                return self._to_line_end(extend=extend)
            case pygame.K_LEFT:
                return text.word_left(extend=extend) if by_word else text.left(extend=extend)
            case pygame.K_RIGHT:
                return text.word_right(extend=extend) if by_word else text.right(extend=extend)
            case _:
                return None

    def _erased(self, key: int, mod: int) -> Text | None:
        by_word = mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT)
        match key:
            case pygame.K_BACKSPACE if mod & pygame.KMOD_META and not self.text.selected:
                return self._to_line_start(extend=True).backspace()
            case pygame.K_BACKSPACE:
                return self.text.backspace_word() if by_word else self.text.backspace()
            case pygame.K_DELETE:
                return self.text.delete_word() if by_word else self.text.delete()
            case _:
                return None

    def _shortcut(self, key: int, mod: int) -> Outcome:
        match key:
            case pygame.K_a:
                return self._become(self.text.select_all(), None)
            case pygame.K_c:
                return self._copy()
            case pygame.K_x:
                self._copy()
                return self._become(self.text.backspace() if self.text.selected else self.text, _Doing.OTHER)
            case pygame.K_v:
                return self.paste(from_clipboard())
            case pygame.K_z:
                return self.redo() if mod & pygame.KMOD_SHIFT else self.undo()
            case pygame.K_y:
                return self.redo()
            case _:
                return Outcome.IGNORED

    def _copy(self) -> Outcome:
        if self.text.selected:
            to_clipboard(self.text.selected)
        return Outcome.TAKEN

    def _to_line_start(self, *, extend: bool) -> Text:
        return self.text.to(line_start(self.text, self.style, self.rect.width), extend=extend)

    def _to_line_end(self, *, extend: bool) -> Text:
        return self.text.to(line_end(self.text, self.style, self.rect.width), extend=extend)

    def _up_or_down(self, rows: int, mod: int) -> Outcome:
        """A line up or down, in the column where the first of several such steps began."""
        column = self.caret_rect().left - self.rect.left if self._column is None else self._column
        index = line_away(self.text, self.style, self.rect.width, rows=rows, column=column)
        outcome = self._become(self.text.to(index, extend=bool(mod & pygame.KMOD_SHIFT)), None)
        self._column = column
        return outcome

    def _typed(self, written: str) -> Outcome:
        """A word begun after a space is undone apart from what precedes it."""
        before = self.text.text[: self.text.selection[0]]
        if self.text.selected or (before[-1:].isspace() and not written[:1].isspace()):
            self._doing = None
        return self._become(self.text.insert(written), _Doing.TYPING)

    def _become(self, text: Text, doing: _Doing | None) -> Outcome:
        """Change into that text, remembering the one before unless the same thing goes on being done."""
        before, self.text, self._column = self.text, text, None
        if text.text != before.text:
            if doing is not self._doing or doing is _Doing.OTHER:
                self._past.append(before.compose(""))
            self._future.clear()
            self._doing = doing
        elif doing is None:
            self._doing = None
        self._show_caret()
        return Outcome.CHANGED if text != before else Outcome.TAKEN

    def _show(self, text: Text) -> Outcome:
        self.text, self._doing, self._column = text, None, None
        self._show_caret()
        return Outcome.CHANGED

    def _show_caret(self) -> None:
        self.scroll = scrolled(self.text, self.style, self.rect.size, self.scroll)


def _letter(event: pygame.event.Event) -> int:
    """The key by what is written on it; on a keyboard without Latin letters, by where those letters are elsewhere."""
    key = int(event.key)
    place = int(getattr(event, "scancode", 0))
    if _LAST_LATIN < key < _FIRST_NOT_TYPING and pygame.KSCAN_A <= place <= pygame.KSCAN_Z:
        return pygame.K_a + place - pygame.KSCAN_A
    return key
