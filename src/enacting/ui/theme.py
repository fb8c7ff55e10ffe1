"""Colours, sizes and the scale of the window.

Sizes are for a window 1080 pixels high; `Scale` turns them into pixels.

The colours are those of the theme that was taken last: always write `theme.INK`, never import the name alone nor keep
it where it outlives a change of theme. What is printed (cards, the board) is paper in every theme but high contrast.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self

Colour = tuple[int, int, int]

# The table
TABLE: Colour = (0x22, 0x30, 0x4A)
BAR: Colour = (0x1A, 0x24, 0x38)
RAISED: Colour = (0x2F, 0x3E, 0x5C)
LIGHT_INK: Colour = (0xF6, 0xF1, 0xE7)
LIGHT_INK_SECOND: Colour = (0xC9, 0xCF, 0xDB)

# Panels and dialogs
PANEL: Colour = (0xFB, 0xF8, 0xF1)
LEAF: Colour = (0xFF, 0xFF, 0xFF)
"""What lies on a panel: a field, a button, a note."""
TEXT: Colour = (0x1F, 0x24, 0x33)
TEXT_SECOND: Colour = (0x5A, 0x60, 0x72)
LINE: Colour = (0xE4, 0xDE, 0xD2)
ASK: Colour = (0xFF, 0xF0, 0xC9)
"""The ground of a question, and of what the pointer is over."""
WARNING: Colour = (0xA3, 0x2A, 0x2A)
EDGE: Colour = (0x5A, 0x60, 0x72)
"""The border of what lies on the table and would not stand out without one."""

# Printed: cards and the board
BOARD: Colour = (0xF3, 0xEB, 0xDA)
BOARD_LINE: Colour = (0xE6, 0xDA, 0xC2)
CARD: Colour = (0xFF, 0xFD, 0xF8)
INK: Colour = (0x1F, 0x24, 0x33)
INK_SECOND: Colour = (0x5A, 0x60, 0x72)
RULE: Colour = (0xE4, 0xDE, 0xD2)
WHITE: Colour = (0xFF, 0xFF, 0xFF)
BLACK: Colour = (0x00, 0x00, 0x00)

# Meaning
ACCENT: Colour = (0xF2, 0xB8, 0x4B)
ON_ACCENT: Colour = (0x1F, 0x24, 0x33)
"""What is written on the accent, and on a player's token."""
QUESTION: Colour = (0xFF, 0xF0, 0xC9)
CRISIS: Colour = (0xA3, 0x2A, 0x2A)
PERSONA: Colour = (0x22, 0x57, 0x7A)
DISCUSSION: Colour = (0x6A, 0x4E, 0x12)
MECHANISM: Colour = (0x3B, 0x3F, 0x4C)
DONE: Colour = (0x1E, 0x6B, 0x4A)
DONE_LIGHT: Colour = (0xDD, 0xF0, 0xE4)
REFUSED: Colour = (0xA3, 0x2A, 0x2A)
REFUSED_LIGHT: Colour = (0xFB, 0xE3, 0xDF)
RESERVED: Colour = (0x8A, 0x5A, 0x00)

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

LIGHT, DARK, CONTRAST = "light", "dark", "contrast"
THEMES = (LIGHT, DARK, CONTRAST)

_DARK: Mapping[str, Colour] = {
    "TABLE": (0x12, 0x15, 0x1C),
    "BAR": (0x0A, 0x0C, 0x11),
    "RAISED": (0x27, 0x2D, 0x3B),
    "LIGHT_INK": (0xF0, 0xEC, 0xE2),
    "LIGHT_INK_SECOND": (0xBC, 0xC3, 0xCF),
    "PANEL": (0x1E, 0x22, 0x2C),
    "LEAF": (0x2B, 0x31, 0x3E),
    "TEXT": (0xF0, 0xEC, 0xE2),
    "TEXT_SECOND": (0xBC, 0xC3, 0xCF),
    "LINE": (0x43, 0x4B, 0x5C),
    "ASK": (0x4A, 0x3D, 0x16),
    "WARNING": (0xF5, 0x9A, 0x92),
    "EDGE": (0x7A, 0x83, 0x96),
    "DONE": (0x8A, 0xDC, 0xB1),
    "DONE_LIGHT": (0x16, 0x3B, 0x2A),
    "REFUSED": (0xF5, 0x9A, 0x92),
    "REFUSED_LIGHT": (0x4A, 0x1C, 0x1A),
    "RESERVED": (0xEB, 0xBE, 0x6C),
}
"""For a dark room: panels are dark, what is printed stays paper."""

_CONTRAST: Mapping[str, Colour] = {
    "TABLE": (0x00, 0x00, 0x00),
    "BAR": (0x00, 0x00, 0x00),
    "RAISED": (0x1C, 0x1C, 0x1C),
    "LIGHT_INK": (0xFF, 0xFF, 0xFF),
    "LIGHT_INK_SECOND": (0xFF, 0xFF, 0xFF),
    "PANEL": (0xFF, 0xFF, 0xFF),
    "LEAF": (0xFF, 0xFF, 0xFF),
    "TEXT": (0x00, 0x00, 0x00),
    "TEXT_SECOND": (0x00, 0x00, 0x00),
    "LINE": (0x76, 0x76, 0x76),
    "ASK": (0xFF, 0xF3, 0xB0),
    "WARNING": (0x8A, 0x00, 0x00),
    "EDGE": (0xFF, 0xFF, 0xFF),
    "BOARD": (0xFF, 0xFF, 0xFF),
    "BOARD_LINE": (0xEE, 0xEE, 0xEE),
    "CARD": (0xFF, 0xFF, 0xFF),
    "INK": (0x00, 0x00, 0x00),
    "INK_SECOND": (0x00, 0x00, 0x00),
    "RULE": (0x8C, 0x8C, 0x8C),
    "ACCENT": (0xFF, 0xD4, 0x00),
    "ON_ACCENT": (0x00, 0x00, 0x00),
    "QUESTION": (0xFF, 0xF3, 0xB0),
    "DONE": (0x00, 0x4D, 0x2B),
    "DONE_LIGHT": (0xFF, 0xFF, 0xFF),
    "REFUSED": (0x8A, 0x00, 0x00),
    "REFUSED_LIGHT": (0xFF, 0xFF, 0xFF),
    "RESERVED": (0x5A, 0x38, 0x00),
}
"""Black, white and yellow: all text stands out at least 7 to 1."""

_LIGHT: Mapping[str, Colour] = {name: globals()[name] for name in {**_DARK, **_CONTRAST}}
_PALETTES = {LIGHT: _LIGHT, DARK: {**_LIGHT, **_DARK}, CONTRAST: {**_LIGHT, **_CONTRAST}}
_followers: list[Callable[[], None]] = []
_taken = LIGHT


def take(theme: str) -> None:
    """Show everything in the colours of that theme from now on; one that is not known is the light one."""
    global _taken
    wanted = theme if theme in THEMES else LIGHT
    if wanted == _taken:
        return
    _taken = wanted
    globals().update(_PALETTES[wanted])
    for follow in _followers:
        follow()


def taken() -> str:
    """The theme whose colours are shown."""
    return _taken


def follow(change: Callable[[], None]) -> Callable[[], None]:
    """Have that done now, and each time another theme is taken: for what is made of colours and kept."""
    _followers.append(change)
    change()
    return change


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
    return mixed(CARD, colour, 0.08)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
