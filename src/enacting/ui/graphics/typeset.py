"""Text in our fonts: measured, broken into lines, painted.

Law: text is painted exactly as it was measured, to the pixel; it arrives ready (French spaces included) and is only
cleaned of what the font library refuses. Characters missing from a font are taken from others, by `coverage.json`;
those that no font of ours has, from the fonts of the boxes that are shown.
What is written from right to left is painted so, and stands at the right where text would stand at the left.
"""

import hashlib
import json
import math
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from io import BytesIO
from typing import Literal, NamedTuple

import pygame

from enacting.box.font_formats import PlainFont
from enacting.language.characters import SOFT_HYPHEN, drawable, drawable_in_lines
from enacting.language.directions import Run, begins_at_right, runs_from_left
from enacting.system import paths
from enacting.ui.graphics.cache import LruCache, surface_cache
from enacting.ui.graphics.missing_assets import Asset, report_missing
from enacting.ui.graphics.theme import Colour

Align = Literal["left", "centre", "right"]
Vertical = Literal["top", "middle", "bottom"]

ELLIPSIS = "…"

_FALLBACK_FAMILIES = ("Inter", "NotoSansHebrew", "NotoSansArabic", "NotoSansArmenian", "NotoSansGeorgian")
_EMOJI = "NotoEmoji_400Regular.ttf"
_SCRIPTS = {"Hebrew": "Hebr", "Arabic": "Arab", "Armenian": "Armn", "Georgian": "Geor"}
"""What the font library calls the script that a file is for, by a part of its name; Latin for all others."""


class Face(Enum):
    """A font we ship: its own file, the weight of its fallbacks, the distance from line to line."""

    TITLE_800 = ("BricolageGrotesque_800ExtraBold.ttf", "700Bold", 1.08)
    TITLE_700 = ("BricolageGrotesque_700Bold.ttf", "700Bold", 1.12)
    TEXT = ("AtkinsonHyperlegibleNext_400Regular.ttf", "400Regular", 1.32)
    TEXT_BOLD = ("AtkinsonHyperlegibleNext_700Bold.ttf", "700Bold", 1.32)

    def __init__(self, file: str, weight: str, leading: float) -> None:
        self.file = file
        self.fallbacks = (*(f"{family}_{weight}.ttf" for family in _FALLBACK_FAMILIES), _EMOJI)
        self.leading = leading

    __hash__ = object.__hash__  # That of `Enum` is slow, and every text that is measured is looked up by its face.


class Type(NamedTuple):
    """A face at a size in pixels; `tracking` is the space added after each character, in thousandths of the size."""

    face: Face
    size: int
    tracking: int = 0

    @property
    def line_height(self) -> int:
        """From one line to the next, in pixels."""
        return max(1, round(self.size * self.face.leading))

    def with_size(self, size: int) -> "Type":
        """The same but of another size."""
        return Type(self.face, size, self.tracking)


@dataclass(frozen=True, slots=True)
class WrappedText:
    """Text in lines. `width` is that of the widest line.

    `broken`: a word was wider than a line and was split; `cut`: something was left out, and an ellipsis says so.
    """

    lines: tuple[str, ...]
    width: int
    height: int
    type: Type
    broken: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _BrokenLines:
    lines: tuple[str, ...]
    broken: bool


# Line by line


def wrap_text(
    text: str, style: Type, width: int, *, balanced: bool = False, max_lines: int | None = None
) -> WrappedText:
    """The text in lines no wider than `width`; a newline starts a new line.

    `balanced` makes the lines of a title about equally long. Beyond `max_lines` the text is cut.
    """
    return _paragraphs.get(
        (text, style, width, balanced, max_lines), lambda: _wrapped(text, style, width, balanced, max_lines)
    )


def fitted(
    text: str,
    types: Iterable[Type],
    width: int,
    height: int,
    *,
    balanced: bool = False,
    max_lines: int | None = None,
) -> WrappedText | None:
    """The text in the first of those types in which it fits; `None` if it fits in none.

    A type in which a word must be split is taken only if the text fits in no other.
    """
    fallback: WrappedText | None = None
    for style in types:
        paragraph = wrap_text(text, style, width, balanced=balanced)
        fits = paragraph.height <= height and (max_lines is None or len(paragraph.lines) <= max_lines)
        if fits and not paragraph.broken:
            return paragraph
        if fits and fallback is None:
            fallback = paragraph
    return fallback


def width_of(text: str, style: Type) -> int:
    """The width of the text on one line."""
    return _width(drawable(text), style)


def shortened(text: str, style: Type, width: int) -> str:
    """The text if it fits on one line, otherwise as much of it as fits with an ellipsis."""
    text = drawable(text)
    if _width(text, style) <= width:
        return text
    return _truncated(text, style, width)


# On the surface


def paint(
    surface: pygame.Surface,
    paragraph: WrappedText,
    colour: Colour,
    rect: pygame.Rect | tuple[int, int, int, int],
    align: Align = "left",
    vertical: Vertical = "top",
) -> None:
    """Paint the paragraph in the rectangle; it overflows if it was laid out for a larger one."""
    area = pygame.Rect(rect)
    spare_height = area.height - paragraph.height
    top = area.top + {"top": 0, "middle": spare_height // 2, "bottom": spare_height}[vertical]
    line_height = paragraph.type.line_height
    for index, line in enumerate(paragraph.lines):
        if not line.strip():
            continue
        line_image = line_surface(line, paragraph.type, colour)
        spare_width = area.width - line_image.width
        side = "right" if align == "left" and begins_at_right(line) else align
        left = area.left + {"left": 0, "centre": spare_width // 2, "right": spare_width}[side]
        surface.blit(line_image, (left, top + index * line_height + (line_height - line_image.height) // 2))


def write(
    surface: pygame.Surface,
    text: str,
    style: Type,
    colour: Colour,
    rect: pygame.Rect | tuple[int, int, int, int],
    align: Align = "left",
    vertical: Vertical = "middle",
) -> None:
    """Paint the text on one line in the rectangle, shortened if it does not fit."""
    area = pygame.Rect(rect)
    line = shortened(text.replace("\n", " "), style, area.width)
    paint(surface, WrappedText((line,), width_of(line, style), style.line_height, style), colour, area, align, vertical)


def line_surface(text: str, style: Type, colour: Colour) -> pygame.Surface:
    """One line as a surface as high as the font; shared, not to be painted on."""
    return _lines.get((text, style, colour), lambda: _render_line(drawable(text), style, colour))


# Breaking

_BREAK = re.compile(
    r"(?<=[^\W\d_][^\W\d_]-)(?!(?:ce|ci|là|on|ils?|elles?|je|tu)\b)(?=[^\W\d_]{2})|"  # not in "qu’est-ce"
    r"(?<=/)(?=[^/])|(?<=[^\W\d_]{5}·)(?=[^\W\d_]{3})"  # agriculteur·rice
)
_SPACES = re.compile(" +")
_BREAK_IN_PATH = re.compile(r"(?<=[-_/\\])(?=[^-_/\\])|(?<=\w)(?=\.\w)")
_PATH = re.compile(r"[/\\]|\w\.[A-Za-z][A-Za-z0-9]{1,9}\W*$")
"""The path or the name of a file: an added hyphen would change it."""


def _wrapped(text: str, style: Type, width: int, balanced: bool, max_lines: int | None) -> WrappedText:
    text = drawable_in_lines(text)
    found = _lines_within(text, style, width)
    if balanced and len(found.lines) > 1 and not found.broken:
        found = _balanced(text, style, width, found)
    lines = found.lines
    cut = max_lines is not None and len(lines) > max_lines
    if cut and max_lines is not None:
        last = " ".join(lines[max_lines - 1 : max_lines + 1])
        lines = (*lines[: max_lines - 1], _truncated(last, style, width))
    return WrappedText(
        lines,
        max(_width(line, style) for line in lines),
        len(lines) * style.line_height,
        style,
        broken=found.broken,
        cut=cut,
    )


def _lines_within(text: str, style: Type, width: int) -> _BrokenLines:
    lines: list[str] = []
    broken = False
    for paragraph in text.split("\n"):
        line, end = "", ""
        pieces = _pieces(paragraph)
        while pieces:
            count, longer = _taken(line, pieces, style, width)
            if count:
                line, end = longer, pieces[count - 1].end
            pieces = pieces[count:]
            if not pieces:
                break
            piece, pieces = pieces[0], pieces[1:]
            if line:
                lines.append(line + ("" if piece.glue else end))
            *full, line = _split_word(piece.text, style, width, "" if piece.in_path else "-")
            end = piece.end
            broken = broken or (bool(full) and not piece.in_path)
            lines.extend(full)
        lines.append(line)
    return _BrokenLines(tuple(lines), broken)


def _taken(line: str, pieces: Sequence["_Piece"], style: Type, width: int) -> tuple[int, str]:
    """How many of these pieces the line takes besides what it has, and what it is then.

    Measured is only what is about as long as the line: most letters are half as wide as they are high.
    """
    about = 2 * width // style.size
    longer: list[str] = []
    for piece in pieces:
        line = line + piece.glue + piece.text if line else piece.text
        longer.append(line)
        if len(line) > about and _width(line + piece.end, style) > width:
            break
    count = len(longer)
    while count and _width(longer[count - 1] + pieces[count - 1].end, style) > width:
        count -= 1
    return count, longer[count - 1] if count else ""


class _Piece(NamedTuple):
    """What stays on one line: the space or nothing that joins it to the piece before, and `end`, the hyphen that is
    seen when the line is broken after it. `in_path`: it is part of the name of a file."""

    glue: str
    text: str
    end: str
    in_path: bool


@lru_cache(maxsize=2_000)
def _pieces(paragraph: str) -> tuple[_Piece, ...]:
    """The pieces between which a line may break."""
    return tuple(_cut(paragraph))


def _cut(paragraph: str) -> Iterator[_Piece]:
    for word in _SPACES.split(paragraph.strip(" ")):
        glue = " "
        in_path = _PATH.search(word) is not None
        for part in (_BREAK_IN_PATH if in_path else _BREAK).split(word):
            *before_hyphen, last = part.split(SOFT_HYPHEN)
            for text in before_hyphen:
                yield _Piece(glue, text, "-", in_path)
                glue = ""
            yield _Piece(glue, last, "", in_path)
            glue = ""


def _split_word(word: str, style: Type, width: int, end_of_part: str) -> list[str]:
    """A word too wide for a line, split into parts that end with `end_of_part`; unchanged if it fits."""
    parts: list[str] = []
    while len(word) > 1 and _width(word, style) > width:
        ends = range(1, len(word))
        fitting = bisect_right(ends, width, key=lambda end: _width(word[:end] + end_of_part, style))
        end = max(1, min(fitting, len(word) - 2)) if fitting else 1
        end = next((before for before in range(end, 0, -1) if word[before - 1 : before + 1].isalpha()), end)
        parts.append(word[:end] if word[end - 1] in "-/" else word[:end] + end_of_part)
        word = word[end:]
    return [*parts, word]


def _balanced(text: str, style: Type, width: int, greedy: _BrokenLines) -> _BrokenLines:
    """The text wrapped to the narrowest width that gives the same number of lines."""
    low, high, best = width // 3, width, greedy
    while low < high:
        middle = (low + high) // 2
        attempt = _lines_within(text, style, middle)
        if len(attempt.lines) == len(greedy.lines) and not attempt.broken:
            high, best = middle, attempt
        else:
            low = middle + 1
    return best


def _truncated(text: str, style: Type, width: int) -> str:
    """As much of the text as fits with an ellipsis."""
    end = bisect_right(range(len(text) + 1), width, key=lambda end: _width(_with_ellipsis(text[:end]), style)) - 1
    return _with_ellipsis(text[: max(0, end)])


def _with_ellipsis(text: str) -> str:
    return text.rstrip(" ,;:.-\u00a0\u202f") + ELLIPSIS


def _width(text: str, style: Type) -> int:
    glyphs = _widths.get((text, style.face), lambda: _measured(text, style.face)) * style.size
    return math.ceil(glyphs + max(0, len(text) - 1) * style.size * style.tracking / 1000)


# Fonts

_SPACELIKE = frozenset(" \u00a0\u2009\u202f")
_MEASURED_AT = 240
"""Text is measured at this size, so that lines break at the same words at every size of the window."""

_MAX_BROUGHT = 8
_brought: dict[str, PlainFont] = {}
"""The fonts of the boxes that were shown last, by digest."""

_fonts: LruCache[tuple[str, int, bool], pygame.font.Font] = LruCache(96)
_widths: LruCache[tuple[str, Face], float] = LruCache(20_000, size_independent=True)
_paragraphs: LruCache[tuple[str, Type, int, bool, int | None], WrappedText] = LruCache(4_000)
_lines = surface_cache(max_entries=3_000, megabytes=48)


class _Stroke(NamedTuple):
    """What is rendered at once: characters in the order in which they are read, with the file that has them."""

    file: str
    text: str
    right_to_left: bool


def _font(file: str, size: int, *, right_to_left: bool = False) -> pygame.font.Font:
    if not pygame.font.get_init():
        _fonts.clear()
        pygame.font.init()
    if not len(_fonts):
        pygame.register_quit(_fonts.clear)
    return _fonts.get((file, size, right_to_left), lambda: _opened(file, size, right_to_left=right_to_left))


def _opened(file: str, size: int, *, right_to_left: bool) -> pygame.font.Font:
    """The font, or the default font of pygame when its file is missing or damaged."""
    brought = _brought.get(file)
    try:
        font = pygame.font.Font(BytesIO(brought.content if brought is not None else _font_file(file)), size)
        font.size("a")  # A damaged file may load, and fail only when it is used.
    except (OSError, ValueError, pygame.error):
        report_missing(Asset.FONTS)
        font = pygame.font.Font(None, size)
    script = next((script for name, script in _SCRIPTS.items() if name in file), "")
    with suppress(pygame.error):  # Where the font library joins no letters, they stand side by side.
        if script:
            font.set_script(script)
        if right_to_left:
            font.set_direction(pygame.DIRECTION_RTL)
    return font


def check_fonts() -> None:
    """Open the fonts of every text once, to find out which are missing."""
    for face in Face:
        for file in (face.file, face.fallbacks[0]):
            _font(file, _MEASURED_AT)


def bring_fonts(fonts: Iterable[PlainFont]) -> None:
    """Take characters that no font of ours has from these as well: those of a box that is about to be shown."""
    new = {hashlib.sha256(font.content).hexdigest(): font for font in fonts}
    if new.keys() <= _brought.keys():
        return
    _brought.update(new)
    while len(_brought) > max(_MAX_BROUGHT, len(new)):
        del _brought[next(iter(_brought))]
    for kept in (_fonts, _widths, _paragraphs, _lines):
        kept.clear()


def _files_of(face: Face) -> tuple[str, ...]:
    """Where the characters of a text in that face are looked for: the face's own file, its fallbacks, those brought."""
    return (face.file, *face.fallbacks, *_brought)


@cache
def _font_file(file: str) -> bytes:
    content = (paths.assets_folder() / "fonts" / file).read_bytes()
    if not _is_whole(content):
        raise ValueError(file)
    return content


def _is_whole(font: bytes) -> bool:
    """Whether every table of a font is within its file: a truncated file would load, without its characters."""
    count = int.from_bytes(font[4:6], "big")
    records = [font[12 + 16 * index : 28 + 16 * index] for index in range(count)]
    ends = [int.from_bytes(record[8:12], "big") + int.from_bytes(record[12:16], "big") for record in records]
    return bool(ends) and max(ends) <= len(font)


def _covered(file: str) -> frozenset[int]:
    """The code points of a font; empty when they are not known."""
    brought = _brought.get(file)
    return brought.letters if brought is not None else _covered_by_ours(file)


@cache
def _covered_by_ours(file: str) -> frozenset[int]:
    return frozenset(point for first, last in _coverage().get(file, ()) for point in range(first, last + 1))


@cache
def _coverage() -> Mapping[str, Sequence[tuple[int, int]]]:
    """The first and the last of each range of code points of every font; empty when they are not known."""
    try:
        table = json.loads((paths.assets_folder() / "fonts" / "coverage.json").read_text(encoding="utf-8"))
        return {str(file): [(int(first), int(last)) for first, last in ranges] for file, ranges in table.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        report_missing(Asset.FONTS)
        return {}


def undrawn(text: str, face: Face, fonts: Iterable[PlainFont] | None = None) -> str:
    """The letters of the text that no font can draw in that face, each once: with these `fonts`, or those brought."""
    more = _brought.values() if fonts is None else fonts
    files = [*(_covered(file) for file in (face.file, *face.fallbacks)), *(font.letters for font in more)]
    return "".join(
        dict.fromkeys(
            letter
            for letter in drawable(text)
            if not letter.isspace()
            and not unicodedata.combining(letter)
            and not any(ord(letter) in letters for letters in files)
        )
    )


def _file_for(character: str, face: Face, before: str) -> str:
    """The file that has a character: the face's own or a fallback; that of the one `before` for a space or a mark."""
    if before and (character in _SPACELIKE or unicodedata.combining(character)):
        return before
    point = ord(character)
    return next((file for file in _files_of(face) if point in _covered(file)), face.file)


def _strokes(text: str, style: Type) -> list[_Stroke]:
    """The text from left to right in what is rendered at once; a space belongs to what is before it.

    Each character is rendered alone when the type has tracking, but for scripts whose letters are joined.
    """
    if _covered(style.face.file).issuperset(map(ord, text)):
        strokes = [_Stroke(style.face.file, text, False)] if text else []
    else:
        strokes = [stroke for run in runs_from_left(text) for stroke in _strokes_of(run, style.face)]
    if not style.tracking:
        return strokes
    return [
        part
        for stroke in strokes
        for part in ([stroke] if stroke.right_to_left else [stroke._replace(text=letter) for letter in stroke.text])
    ]


def _strokes_of(run: Run, face: Face) -> list[_Stroke]:
    """A run in the files that have its characters, from left to right."""
    strokes: list[_Stroke] = []
    for character in run.text:
        file = _file_for(character, face, strokes[-1].file if strokes else "")
        if strokes and strokes[-1].file == file:
            strokes[-1] = strokes[-1]._replace(text=strokes[-1].text + character)
        else:
            strokes.append(_Stroke(file, character, run.right_to_left))
    return strokes[::-1] if run.right_to_left else strokes


def _measured(text: str, face: Face) -> float:
    """The width of the text on one line, divided by its size."""
    strokes = _strokes(text, Type(face, _MEASURED_AT))
    return sum(_font_of(stroke, _MEASURED_AT).size(stroke.text)[0] for stroke in strokes) / _MEASURED_AT


def _font_of(stroke: _Stroke, size: int) -> pygame.font.Font:
    return _font(stroke.file, size, right_to_left=stroke.right_to_left)


def _render_line(text: str, style: Type, colour: Colour) -> pygame.Surface:
    """The line rendered larger and scaled down, so that characters are not moved to the nearest whole pixel."""
    text = text.replace("\n", " ")
    factor = 3 if style.size < 40 else 2 if style.size < 90 else 1
    base_font = _font(style.face.file, style.size * factor)
    baseline = round(base_font.get_ascent() / factor)
    height = baseline + math.ceil((base_font.get_height() - base_font.get_ascent()) / factor)
    strokes = [(_font_of(stroke, style.size * factor), stroke.text) for stroke in _strokes(text, style)]
    margin = _margin(baseline, height, [font for font, _ in strokes], factor)
    baseline, height = baseline + margin, height + 2 * margin
    step = style.size * factor * style.tracking / 1000
    width = sum(font.size(run)[0] + step for font, run in strokes) - step
    canvas = pygame.Surface((max(1, round(width)), height * factor), pygame.SRCALPHA)
    canvas.fill((*colour, 0))
    left = 0.0
    for font, run in strokes:
        if run.strip():
            canvas.blit(font.render(run, True, colour), (round(left), baseline * factor - font.get_ascent()))
        left += font.size(run)[0] + step
    return pygame.transform.smoothscale(canvas, (max(1, width_of(text, style)), height))


def _margin(baseline: int, height: int, fonts: Sequence[pygame.font.Font], factor: int) -> int:
    """How much higher a line is at the top, and at the bottom as well, so that nothing of these fonts is cut off.

    As much at both: a line put in the middle of its height keeps its baseline.
    """
    above = [font.get_ascent() / factor - baseline for font in fonts]
    below = [-font.get_descent() / factor - (height - baseline) for font in fonts]
    return math.ceil(max([0, *above, *below]))
