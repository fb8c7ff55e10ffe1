"""Builders: small TrueType fonts whose letters are squares, and the pieces to make wrong ones with."""

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate

EM = 1000
TIFINAGH = "ⴰⴱⵜⵎ"
"""Letters that no font of ours has."""


def square(side: int = 700, *, program: bytes = b"") -> bytes:
    """A glyph that is a square, with a program of hints."""
    box = struct.pack(">5h", 1, 0, 0, side, side)
    flags = bytes((0x01, 0x01, 0x01, 0x01))
    across, upwards = struct.pack(">4h", 0, side, 0, -side), struct.pack(">4h", 0, 0, side, 0)
    return box + struct.pack(">2H", 3, len(program)) + program + flags + across + upwards


def composed(*glyphs: int, scale: int = 0x4000) -> bytes:
    """A glyph composed of others, each as it is or at that scale."""
    parts = b""
    for index, glyph in enumerate(glyphs):
        more = 0x20 if index + 1 < len(glyphs) else 0
        parts += struct.pack(">2H3h", 0x0001 | 0x0002 | 0x0008 | more, glyph, 10, 10, scale)
    return struct.pack(">5h", -1, 0, 0, 0, 0) + parts


def dense(points: int) -> bytes:
    """A glyph of that many points in few bytes, all in one place."""
    flags = b""
    left = points
    while left:
        again = min(left, 256)
        flags += bytes((0x39, again - 1))
        left -= again
    return struct.pack(">5h2H", 1, 0, 0, 0, 0, points - 1, 0) + flags


def letters_of(text: str) -> bytes:
    """The table that gives each character of a text a glyph of its own, after the one for what is missing."""
    runs = b"".join(struct.pack(">3I", ord(letter), ord(letter), 1 + index) for index, letter in enumerate(text))
    return struct.pack(">2H2HI2H3I", 0, 1, 3, 10, 12, 12, 0, 16 + len(runs), 0, len(text)) + runs


def font(
    text: str = TIFINAGH,
    glyphs: Sequence[bytes] = (),
    *,
    kind: bytes = b"\0\1\0\0",
    em: int = EM,
    more: Mapping[bytes, bytes] | None = None,
) -> bytes:
    """A font with a square for each character of a text, or these glyphs, and other tables more or instead."""
    drawn = [square(), *(glyphs or [square()] * len(text))]
    padded = [glyph + bytes(-len(glyph) % 4) for glyph in drawn]
    places = [0, *accumulate(map(len, padded))]
    tables = {
        b"cmap": letters_of(text),
        b"glyf": b"".join(padded),
        b"head": struct.pack(">4I2HQQ4h2H3h", 0x10000, 0, 0, 0x5F0F3CF5, 3, em, 0, 0, 0, 0, em, em, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">I3hH11hH", 0x10000, 800, -200, 0, em, *(0,) * 11, len(padded)),
        b"hmtx": struct.pack(">Hh", 750, 0) * len(padded),
        b"loca": struct.pack(f">{len(places)}I", *places),
        b"maxp": struct.pack(">IH", 0x10000, len(padded)) + bytes(26),
        **(more or {}),
    }
    start = 12 + 16 * len(tables)
    listed, body = kind + struct.pack(">4H", len(tables), 0, 0, 0), b""
    for name, table in sorted(tables.items()):
        listed += struct.pack(">4s3I", name, 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return listed + body
