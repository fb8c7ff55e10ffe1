"""Colours that the window and the report share, and what is computed from them: mixtures, contrast, a readable label.

Law: a colour is red, green and blue, 0 to 255. What differs from theme to theme is for the window alone to know.
"""

from typing import Final

Colour = tuple[int, int, int]

WHITE: Final[Colour] = (0xFF, 0xFF, 0xFF)
BLACK: Final[Colour] = (0x00, 0x00, 0x00)

# The table

TABLE: Final[Colour] = (0x22, 0x30, 0x4A)
BAR: Final[Colour] = (0x1A, 0x24, 0x38)
LIGHT_INK: Final[Colour] = (0xF6, 0xF1, 0xE7)
LIGHT_INK_SECOND: Final[Colour] = (0xC9, 0xCF, 0xDB)

# Paper, and what is printed on it

PANEL: Final[Colour] = (0xFB, 0xF8, 0xF1)
BOARD: Final[Colour] = (0xF3, 0xEB, 0xDA)
BOARD_LINE: Final[Colour] = (0xE6, 0xDA, 0xC2)
CARD: Final[Colour] = (0xFF, 0xFD, 0xF8)
INK: Final[Colour] = (0x1F, 0x24, 0x33)
INK_SECOND: Final[Colour] = (0x5A, 0x60, 0x72)
RULE: Final[Colour] = (0xE4, 0xDE, 0xD2)

# What colours mean

ACCENT: Final[Colour] = (0xF2, 0xB8, 0x4B)
QUESTION: Final[Colour] = (0xFF, 0xF0, 0xC9)
CRISIS: Final[Colour] = (0xA3, 0x2A, 0x2A)
PERSONA: Final[Colour] = (0x22, 0x57, 0x7A)
CONTEXT: Final[Colour] = (0x33, 0x5C, 0x3A)
TROUBLE: Final[Colour] = (0x3A, 0x41, 0x55)
MECHANISM: Final[Colour] = (0x3B, 0x3F, 0x4C)
DISCUSSION: Final[Colour] = (0x6A, 0x4E, 0x12)
DONE: Final[Colour] = (0x1E, 0x6B, 0x4A)


# People

PLAYERS: Final[tuple[Colour, ...]] = (
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
"""The colours of the tokens of the players; the letter on them is ink."""


def colour_of(written: str) -> Colour:
    """The colour written `#RRGGBB`; `ValueError` for anything else."""
    if len(written) != 7 or written[0] != "#":
        raise ValueError(written)
    return int(written[1:3], 16), int(written[3:5], 16), int(written[5:7], 16)


def hexadecimal(colour: Colour) -> str:
    """The colour as `#RRGGBB`."""
    return "#{:02X}{:02X}{:02X}".format(*colour)


def mixed(base: Colour, added: Colour, part: float) -> Colour:
    """`base` with `part` (0 to 1) of the other in it."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(base, added, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: Colour, second: Colour) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_on(colour: Colour, ink: Colour = INK) -> Colour:
    """Ink or white, whichever has the better contrast on that colour."""
    return ink if contrast(ink, colour) >= contrast(WHITE, colour) else WHITE


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
