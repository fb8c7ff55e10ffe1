"""Colours, sizes and the scale of the window.

Sizes are for a window 1080 pixels high; `Scale` turns them into pixels.
"""

from dataclasses import dataclass
from typing import Self

Colour = tuple[int, int, int]

# The table
TABLE: Colour = (0x22, 0x30, 0x4A)
BAR: Colour = (0x1A, 0x24, 0x38)
RAISED: Colour = (0x2F, 0x3E, 0x5C)
LIGHT_INK: Colour = (0xF6, 0xF1, 0xE7)
LIGHT_INK_SECOND: Colour = (0xC9, 0xCF, 0xDB)

# Paper
BOARD: Colour = (0xF3, 0xEB, 0xDA)
BOARD_LINE: Colour = (0xE6, 0xDA, 0xC2)
PANEL: Colour = (0xFB, 0xF8, 0xF1)
CARD: Colour = (0xFF, 0xFD, 0xF8)
INK: Colour = (0x1F, 0x24, 0x33)
INK_SECOND: Colour = (0x5A, 0x60, 0x72)
RULE: Colour = (0xE4, 0xDE, 0xD2)
WHITE: Colour = (0xFF, 0xFF, 0xFF)
BLACK: Colour = (0x00, 0x00, 0x00)

# Meaning
ACCENT: Colour = (0xF2, 0xB8, 0x4B)
QUESTION: Colour = (0xFF, 0xF0, 0xC9)
CRISIS: Colour = (0xA3, 0x2A, 0x2A)
PERSONA: Colour = (0x22, 0x57, 0x7A)
DISCUSSION: Colour = (0x6A, 0x4E, 0x12)
MECHANISM: Colour = (0x3B, 0x3F, 0x4C)
DONE: Colour = (0x1E, 0x6B, 0x4A)
DONE_LIGHT: Colour = (0xDD, 0xF0, 0xE4)
REFUSED: Colour = (0xA3, 0x2A, 0x2A)
REFUSED_LIGHT: Colour = (0xFB, 0xE3, 0xDF)

PLAYERS: tuple[Colour, ...] = (
    (0xF2, 0xB8, 0x4B),
    (0x7C, 0xC6, 0xA4),
    (0x9D, 0xB4, 0xF0),
    (0xF0, 0x9A, 0x8A),
    (0xD3, 0xA4, 0xE6),
    (0xB9, 0xD2, 0x6A),
    (0x8C, 0xCF, 0xE0),
    (0xE8, 0xC4, 0xA0),
    (0xF2, 0xA6, 0xC8),
)
"""One for each player's token; the letter on it is ink."""

# Type
TITLE = 34
TITLE_SMALL = 28
TITLE_CARD = 18
BODY = 20
SMALL = 16

# Corners
RADIUS_PANEL = 16
RADIUS_LARGE = 24

# Distances
GAP = 12
SPACE = 16

FOCUS_WIDTH = 4
"""How thick the ring around the focused item is."""

SMALLEST_TARGET = 24
SMALLEST_BODY = 13
SMALLEST_TEXT = 11


@dataclass(frozen=True, slots=True)
class Scale:
    """How many pixels a size is: `unit` for everything, times `text` for what is written."""

    unit: float = 1.0
    text_size: float = 1.0

    @classmethod
    def for_window(cls, size: tuple[int, int], text_size: float = 1.0) -> Self:
        """The scale of a window of that many pixels; `text_size` is the player's setting, 0.8 to 2."""
        return cls(min(size[0] / 1920, size[1] / 1080), text_size)

    def px(self, length: float) -> int:
        """A length in pixels; never 0 for a length that is not."""
        return max(1, round(length * self.unit)) if length else 0

    def text(self, size: float) -> int:
        """A size of type in pixels; body text is never under 13, nothing under 11."""
        factor = max(self.unit * self.text_size, SMALLEST_BODY / BODY)
        return max(SMALLEST_TEXT, round(size * factor))


def colour_of(written: str) -> Colour:
    """The colour written `#RRGGBB`; `ValueError` for anything else."""
    if len(written) != 7 or written[0] != "#":
        raise ValueError(written)
    return int(written[1:3], 16), int(written[3:5], 16), int(written[5:7], 16)


def mixed(one: Colour, other: Colour, part: float) -> Colour:
    """`one` with `part` (0 to 1) of the other in it."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def label_on(colour: Colour) -> Colour:
    """Ink or white, whichever reads better on that colour."""
    return INK if contrast(INK, colour) >= contrast(WHITE, colour) else WHITE


def seat_fill(colour: Colour) -> Colour:
    """The pale ground of a seat that holds a posture of that colour."""
    return mixed(PANEL, colour, 0.08)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
