"""A font read by the structure of its format and written anew with nothing but the outlines of its letters.

Law: what comes out is a small TrueType font in which every part was recognised and every number is within bounds: no
programs (hints), no bitmaps, no colours, no variations, no rules for joining letters. Whatever the file, nothing but
that reaches the libraries that draw. Nothing is drawn here, and reading takes time in proportion to the length of the
file.

Source: the OpenType specification (ISO/IEC 14496-22).
"""

import struct
import zlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, pairwise
from typing import Final

from enacting.language.characters import printable

MAX_LETTERS: Final = 40_000
MAX_POINTS: Final = 4_000
"""Of the outline of one letter, with those it is composed of: far more than any script needs."""
MAX_POINTS_TOGETHER: Final = 1_500_000
"""Of all the fonts of a box: about two seconds of reading. A font of Chinese or Japanese has a million."""
MAX_COMPONENTS: Final = 200
MAX_DEPTH: Final = 5
"""Of letters composed of letters."""
MAX_REACH: Final = 4
"""How far from its origin a letter may go, and how far it may push the next, in its own heights."""

_EM: Final = range(256, 16_385)
_MAX_TABLES: Final = 100
_MAX_NAME: Final = 400
_JOINED: Final = (
    (0x0600, 0x06FF), (0x0700, 0x0DFF), (0x0F00, 0x109F), (0x1700, 0x18AF), (0x1900, 0x1CFF), (0xA800, 0xA82F),
    (0xA840, 0xA87F), (0xA880, 0xA95F), (0xA980, 0xAADF), (0xABC0, 0xABFF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE),
    (0x10A00, 0x10FFF), (0x11000, 0x11FFF), (0x1E800, 0x1EEFF),
)  # fmt: skip
"""Scripts whose letters join, change places or pile up by rules of the font, which are not kept."""
_NOT_LETTERS: Final = (
    (0, 0x1F),
    (0x7F, 0x9F),
    (0xD800, 0xF8FF),
    (0xFDD0, 0xFDEF),
    (0xFFF0, 0xFFFF),
    (0xE0000, 0x10FFFF),
)
_PROGRAM, _MORE, _WORDS, _ARE_OFFSETS = 0x100, 0x20, 0x1, 0x2
_SCALES: Final = ((0x8, 1), (0x40, 2), (0x80, 4))
_KEPT_NAMES: Final = (0, 13, 14)
"""What a font says of its copyright and its licence, which must stay with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainFont:
    """A font with the outlines of its letters alone, the code points of those letters, and how many points they have.

    `is_variable`: the file also held other weights, which are left out.
    """

    content: bytes
    letters: frozenset[int]
    points: int
    is_variable: bool = False


class UnfitFont(Exception):
    """A font that is not used; `words("problem." + key)` is the sentence to show."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


_MAX_KEPT: Final = 8
_kept: OrderedDict[tuple[bytes, frozenset[int] | None], PlainFont] = OrderedDict()
"""The fonts that were read last; what was written anew is itself again, and is not read a second time."""


def plain_font(
    content: bytes, letters: frozenset[int] | None = None, max_points: int = MAX_POINTS_TOGETHER
) -> PlainFont:
    """The TrueType font in that content, with these letters or all it has; `UnfitFont` when it is none that is used."""
    key = sha256(content).digest(), letters
    if key not in _kept:
        try:
            made = _Source(content, max_points).plain(letters)
        except (struct.error, IndexError, OverflowError) as error:
            raise UnfitFont("font_damaged") from error
        _kept[key] = _kept[sha256(made.content).digest(), letters] = made
        while len(_kept) > _MAX_KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(key)
    return _kept[key]


@dataclass(frozen=True, slots=True)
class _Outline:
    """A glyph as it is written anew, and what must be known to compose others of it.

    `reach` is the largest of its coordinates, or more; `parts` are the glyphs it is composed of.
    """

    content: bytes
    points: int = 0
    contours: int = 0
    reach: float = 0
    depth: int = 0
    parts: tuple[int, ...] = ()


class _Source:
    """A font as it came."""

    def __init__(self, content: bytes, max_points: int) -> None:
        self._tables = _tables(content)
        self._room = max_points
        head, hhea = self._table("head"), self._table("hhea")
        self._em = struct.unpack_from(">H", head, 18)[0]
        if self._em not in _EM:
            raise UnfitFont("font_damaged")
        self._long = struct.unpack_from(">h", head, 50)[0] == 1
        self._ascent, self._descent = struct.unpack_from(">2h", hhea, 4)
        self._metrics = struct.unpack_from(">H", hhea, 34)[0]
        self._count = struct.unpack_from(">H", self._table("maxp"), 4)[0]
        self._outlines: dict[int, _Outline] = {}
        if not self._metrics:
            raise UnfitFont("font_damaged")

    def plain(self, wanted: Set[int] | None) -> PlainFont:
        found = self._letters()
        drawn = {
            point: glyph
            for point, glyph in sorted(found.items())
            if (wanted is None or point in wanted) and (self._outline(glyph).points or chr(point).isspace())
        }
        if not drawn:
            raise UnfitFont("font_without_letters")
        kept: dict[int, int] = {}
        for glyph in (0, *drawn.values()):
            self._keep(glyph, kept)
        return PlainFont(
            content=self._written(drawn, kept),
            letters=frozenset(drawn),
            points=sum(outline.points for outline in self._outlines.values()),
            is_variable="fvar" in self._tables,
        )

    def _table(self, name: str) -> bytes:
        if name not in self._tables:
            raise UnfitFont("font_postscript" if {"CFF ", "CFF2"} & set(self._tables) else "font_damaged")
        return self._tables[name]

    # Its letters

    def _letters(self) -> dict[int, int]:
        """The glyph of each letter that is used."""
        cmap, glyphs = self._table("cmap"), dict[int, int]()
        self._table("glyf")
        for start in _tables_of_letters(cmap):
            pairs = _of_format_12(cmap, start) if cmap[start + 1] == 12 else _of_format_4(cmap, start)
            for point, glyph in pairs:
                if 0 < glyph < self._count and not _is_among(point, _NOT_LETTERS) and not _is_among(point, _JOINED):
                    glyphs.setdefault(point, glyph)
                    if len(glyphs) > MAX_LETTERS:
                        raise UnfitFont("font_large")
        return glyphs

    # Its outlines

    def _outline(self, glyph: int, depth: int = 0) -> _Outline:
        found = self._outlines.get(glyph)
        if found is None:
            if depth > MAX_DEPTH or glyph >= self._count:
                raise UnfitFont("font_damaged")
            found = self._outlines[glyph] = self._read_outline(self._glyph(glyph), depth)
        return found

    def _glyph(self, glyph: int) -> bytes:
        loca, glyf = self._table("loca"), self._tables["glyf"]
        if self._long:
            start, end = struct.unpack_from(">2I", loca, 4 * glyph)
        else:
            start, end = (2 * half for half in struct.unpack_from(">2H", loca, 2 * glyph))
        if not start <= end <= len(glyf):
            raise UnfitFont("font_damaged")
        return glyf[start:end]

    def _read_outline(self, glyph: bytes, depth: int) -> _Outline:
        if not glyph:
            return _Outline(b"")
        contours = struct.unpack_from(">h", glyph)[0]
        found = self._simple(glyph, contours) if contours >= 0 else self._composed(glyph, depth)
        if found.points > MAX_POINTS or found.reach > MAX_REACH * self._em or found.depth > MAX_DEPTH:
            raise UnfitFont("font_damaged")
        return found

    def _simple(self, glyph: bytes, contours: int) -> _Outline:
        if not contours:
            return _Outline(b"")
        ends = struct.unpack_from(f">{contours}H", glyph, 10)
        points = ends[-1] + 1
        if points > MAX_POINTS or any(end <= before for before, end in pairwise(ends)):
            raise UnfitFont("font_damaged")
        self._room -= points
        if self._room < 0:
            raise UnfitFont("font_large")
        at = 10 + 2 * contours
        start = at = at + 2 + struct.unpack_from(">H", glyph, at)[0]
        flags: list[int] = []
        while len(flags) < points:
            flag, at = glyph[at], at + 1
            flags.append(flag)
            if flag & 8:
                flags += [flag] * glyph[at]
                at += 1
        if len(flags) != points:
            raise UnfitFont("font_damaged")
        across, at = _coordinates(glyph, at, flags, 2, 16)
        upwards, at = _coordinates(glyph, at, flags, 4, 32)
        if at > len(glyph):
            raise UnfitFont("font_damaged")
        box = (min(across), min(upwards), max(across), max(upwards))
        head = struct.pack(f">5h{contours}HH", contours, *box, *ends, 0)
        return _Outline(head + glyph[start:at], points, contours, max(map(abs, box)))

    def _composed(self, glyph: bytes, depth: int) -> _Outline:
        parts: list[int] = []
        written, at, more = [glyph[:10]], 10, _MORE
        points = contours = below = 0
        reach = 0.0
        while more:
            flags, part = struct.unpack_from(">2H", glyph, at)
            offsets = ">2h" if flags & _WORDS else ">2b"
            size = struct.calcsize(offsets)
            x, y = struct.unpack_from(offsets, glyph, at + 4)
            scales = next((count for bit, count in _SCALES if flags & bit), 0)
            scaled = struct.unpack_from(f">{scales}h", glyph, at + 4 + size)
            end = at + 4 + size + 2 * scales
            if not flags & _ARE_OFFSETS or len(parts) >= MAX_COMPONENTS:
                raise UnfitFont("font_damaged")
            inner = self._outline(part, depth + 1)
            largest = sum(map(abs, scaled)) / 0x4000 if scaled else 1
            reach = max(reach, max(abs(x), abs(y)) * max(1, largest) + inner.reach * largest)
            points, contours, below = points + inner.points, contours + inner.contours, max(below, inner.depth)
            if points > MAX_POINTS:
                raise UnfitFont("font_damaged")
            written.append(struct.pack(">H", flags & ~_PROGRAM) + glyph[at + 2 : end])
            parts.append(part)
            at, more = end, flags & _MORE
        return _Outline(b"".join(written), points, contours, reach, below + 1, tuple(parts))

    # Written anew

    def _keep(self, glyph: int, kept: dict[int, int]) -> None:
        """Give a place to a glyph and to those it is composed of."""
        if glyph not in kept:
            kept[glyph] = len(kept)
            for part in self._outline(glyph).parts:
                self._keep(part, kept)

    def _written(self, letters: Mapping[int, int], kept: Mapping[int, int]) -> bytes:
        outlines = [self._outline(glyph) for glyph in kept]
        glyphs = [_with_parts(outline, kept) for outline in outlines]
        places = [0, *accumulate(map(len, glyphs))]
        metrics = [self._metric(glyph) for glyph in kept]
        em, ascent = self._em, _within(self._ascent, 0, 3 * self._em // 2)
        descent = _within(self._descent, -self._em, 0)
        cmap = _written_letters({point: kept[glyph] for point, glyph in letters.items()})
        glyf = b"".join(glyphs)
        most_points, most_contours = (max(getattr(each, name) for each in outlines) for name in ("points", "contours"))
        deepest = max(outline.depth for outline in outlines)
        widest = max(advance for advance, _ in metrics)
        box = [_within(side * MAX_REACH * em, -0x8000, 0x7FFF) for side in (-1, -1, 1, 1)]
        return _font(
            {
                "OS/2": struct.pack(
                    ">HhHHHhhhhhhhhhhh10s4I4sHHHhhhHH2IhhHHH",
                    4, em // 2, 400, 5, 0, *(0,) * 11, bytes(10), 0, 0, 0, 0, b"    ", 0x40,
                    min(0xFFFF, min(letters)), min(0xFFFF, max(letters)), ascent, descent, 0, ascent, -descent,
                    1, 0, em // 2, 7 * em // 10, 0, 32, 2,
                ),
                "cmap": cmap,
                "glyf": glyf or b"\0",
                "head": struct.pack(">4I2HQQ4h2H3h", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, em, 0, 0, *box, 0, 8, 2, 1, 0),
                "hhea": struct.pack(">I3hH11hH", 0x10000, ascent, descent, 0, widest, *(0,) * 11, len(metrics)),
                "hmtx": b"".join(struct.pack(">Hh", *metric) for metric in metrics),
                "loca": struct.pack(f">{len(places)}I", *places),
                "maxp": struct.pack(
                    ">I14H", 0x10000, len(kept), most_points, most_contours, most_points, most_contours,
                    1, 0, 0, 0, 0, 0, 0, max(len(outline.parts) for outline in outlines), deepest,
                ),
                "name": self._written_names(f"Box letters {zlib.crc32(cmap + glyf):08x}"),
                "post": struct.pack(">2I2h5I", 0x30000, 0, -em // 10, em // 20, 0, 0, 0, 0, 0),
            }
        )  # fmt: skip

    def _metric(self, glyph: int) -> tuple[int, int]:
        """How far a glyph pushes the next, and how far it begins from its origin."""
        hmtx, last = self._table("hmtx"), self._metrics - 1
        advance = struct.unpack_from(">H", hmtx, 4 * min(glyph, last))[0]
        aside = 4 * glyph + 2 if glyph <= last else 4 * self._metrics + 2 * (glyph - self._metrics)
        bearing = struct.unpack_from(">h", hmtx, aside)[0]
        return min(advance, MAX_REACH * self._em, 0xFFFF), _within(bearing, -MAX_REACH * self._em, MAX_REACH * self._em)

    def _written_names(self, family: str) -> bytes:
        said = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "-"), **self._names()}
        records, texts = b"", b""
        for number, text in sorted(said.items()):
            encoded = text.encode("utf-16-be", "replace")
            records += struct.pack(">6H", 3, 1, 0x409, number, len(encoded), len(texts))
            texts += encoded
        return struct.pack(">3H", 0, len(said), 6 + len(records)) + records + texts

    def _names(self) -> dict[int, str]:
        """What the font says of its copyright and of its licence."""
        table, found = self._tables.get("name", b""), dict[int, str]()
        if len(table) < 6:
            return found
        _, count, texts = struct.unpack_from(">3H", table)
        for index in range(min(count, (len(table) - 6) // 12)):
            platform, _, _, number, length, start = struct.unpack_from(">6H", table, 6 + 12 * index)
            if number in _KEPT_NAMES and platform == 3 and number not in found:
                text = table[texts + start : texts + start + length].decode("utf-16-be", "replace")
                found[number] = printable(text)[:_MAX_NAME]
        return found


def _tables(content: bytes) -> dict[str, bytes]:
    """The tables of a font by name, each within the file."""
    kind = content[:4]
    if kind in (b"OTTO", b"typ1"):
        raise UnfitFont("font_postscript")
    if kind in (b"ttcf", b"wOFF", b"wOF2"):
        raise UnfitFont("font_packed")
    if kind not in (b"\0\1\0\0", b"true"):
        raise UnfitFont("font_unknown")
    count = struct.unpack_from(">H", content, 4)[0]
    if count > _MAX_TABLES:
        raise UnfitFont("font_damaged")
    found: dict[str, bytes] = {}
    for index in range(count):
        name, _, start, length = struct.unpack_from(">4s3I", content, 12 + 16 * index)
        if start + length > len(content):
            raise UnfitFont("font_damaged")
        found[name.decode("latin-1")] = content[start : start + length]
    return found


def _tables_of_letters(cmap: bytes) -> list[int]:
    """Where the lists of Unicode letters begin that are read, the fullest first."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    places: dict[int, list[int]] = {12: [], 4: []}
    for index in range(min(count, _MAX_TABLES)):
        platform, encoding, start = struct.unpack_from(">2HI", cmap, 4 + 8 * index)
        kind = struct.unpack_from(">H", cmap, start)[0]
        if kind in places and (platform == 0 or (platform == 3 and encoding in (1, 10))):
            places[kind].append(start)
    return [*places[12][:1], *places[4][:1]]


def _of_format_12(cmap: bytes, start: int) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">I", cmap, start + 12)[0]
    for index in range(min(count, MAX_LETTERS)):
        first, last, glyph = struct.unpack_from(">3I", cmap, start + 16 + 12 * index)
        if not first <= last <= min(0x10FFFF, first + 0xFFFF):
            raise UnfitFont("font_damaged")
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _of_format_4(cmap: bytes, start: int) -> Iterator[tuple[int, int]]:
    segments = struct.unpack_from(">H", cmap, start + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", cmap, start + 14)
    at = start + 16 + 2 * segments
    firsts = struct.unpack_from(f">{segments}H", cmap, at)
    shifts = struct.unpack_from(f">{segments}H", cmap, at + 2 * segments)
    offsets = struct.unpack_from(f">{segments}H", cmap, at + 4 * segments)
    before = -1
    for index, (first, last, shift, offset) in enumerate(zip(firsts, ends, shifts, offsets, strict=True)):
        if not before < first <= last:
            raise UnfitFont("font_damaged")
        before = last
        for point in range(first, last + 1):
            glyph = point
            if offset:
                place = at + 4 * segments + 2 * index + offset + 2 * (point - first)
                glyph = struct.unpack_from(">H", cmap, place)[0] if place + 2 <= len(cmap) else 0
            yield point, (glyph + shift) & 0xFFFF if glyph else 0


def _coordinates(glyph: bytes, at: int, flags: Iterable[int], short: int, same: int) -> tuple[list[int], int]:
    """The coordinates of an outline along one axis, and where they end."""
    found, value = [], 0
    for flag in flags:
        if flag & short:
            value += glyph[at] if flag & same else -glyph[at]
            at += 1
        elif not flag & same:
            high = glyph[at]
            value += (high << 8 | glyph[at + 1]) - (high >> 7 << 16)
            at += 2
        found.append(value)
    return found, at


def _with_parts(outline: _Outline, kept: Mapping[int, int]) -> bytes:
    """A glyph with the new places of those it is composed of, as long as a multiple of four."""
    content = bytearray(outline.content)
    at = 10
    for part in outline.parts:
        flags = struct.unpack_from(">H", content, at)[0]
        struct.pack_into(">H", content, at + 2, kept[part])
        scales = next((count for bit, count in _SCALES if flags & bit), 0)
        at += 4 + (4 if flags & _WORDS else 2) + 2 * scales
    return bytes(content) + bytes(-len(content) % 4)


def _written_letters(glyphs: Mapping[int, int]) -> bytes:
    """The list of letters: runs of code points with glyphs that follow one another."""
    runs: list[list[int]] = []
    for point, glyph in glyphs.items():
        if runs and point == runs[-1][1] + 1 and glyph == runs[-1][2] + point - runs[-1][0]:
            runs[-1][1] = point
        else:
            runs.append([point, point, glyph])
    body = b"".join(struct.pack(">3I", *run) for run in runs)
    return struct.pack(">2H2HI2H3I", 0, 1, 3, 10, 12, 12, 0, 16 + len(body), 0, len(runs)) + body


def _font(tables: Mapping[str, bytes]) -> bytes:
    """The tables as one file."""
    power = len(tables).bit_length() - 1
    listed = struct.pack(">I4H", 0x10000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    body, start = b"", len(listed) + 16 * len(tables)
    for name, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        listed += struct.pack(">4s3I", name.encode("ascii"), total, start + len(body), len(table))
        body += padded
    return listed + body


def _within(value: int, least: int, most: int) -> int:
    return max(least, min(most, value))


def _is_among(point: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= point <= last for first, last in ranges)
