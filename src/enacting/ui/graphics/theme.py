"""Colours, sizes and the scale of the window.

Sizes are for a window 1080 pixels high; `Scale` turns them into pixels.

Most colours depend on the theme: `palette()` gives those of the theme in use, and what is cached of them has its name
in the key. What is printed (cards, the board) looks like paper in the light theme, and is printed as such.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final, Self

from enacting.drawing import colours
from enacting.drawing.colours import BLACK as BLACK
from enacting.drawing.colours import CONTEXT as CONTEXT
from enacting.drawing.colours import CRISIS as CRISIS
from enacting.drawing.colours import DISCUSSION as DISCUSSION
from enacting.drawing.colours import MECHANISM as MECHANISM
from enacting.drawing.colours import PERSONA as PERSONA
from enacting.drawing.colours import PLAYERS as PLAYERS
from enacting.drawing.colours import TROUBLE as TROUBLE
from enacting.drawing.colours import WHITE as WHITE
from enacting.drawing.colours import Colour as Colour
from enacting.drawing.colours import colour_of as colour_of
from enacting.drawing.colours import contrast as contrast
from enacting.drawing.colours import luminance as luminance
from enacting.drawing.colours import mixed as mixed
from enacting.drawing.colours import readable_on

# The same in every theme, with those that are imported to be had here

LIGHT, DARK, CONTRAST = "light", "dark", "contrast"
THEMES = (LIGHT, DARK, CONTRAST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours that differ from theme to theme."""

    name: str

    # The table
    table: Colour
    bar: Colour
    raised: Colour
    light_ink: Colour
    light_ink_second: Colour

    # Panels and dialogs
    panel: Colour
    leaf: Colour
    """The ground of what is on a panel: a field, a button, a note."""
    text: Colour
    text_second: Colour
    line: Colour
    ask: Colour
    """The ground of a question, and of what is hovered."""
    warning: Colour
    edge: Colour
    """The border of what would not stand out on the table without one."""

    # Printed: cards and the board
    board: Colour
    board_line: Colour
    card: Colour
    ink: Colour
    ink_second: Colour
    rule: Colour

    # Meaning
    accent: Colour
    on_accent: Colour
    """The colour of text on the accent, and on the token of a player."""
    question: Colour
    done: Colour
    done_light: Colour
    refused: Colour
    refused_light: Colour
    reserved: Colour


LIGHT_PALETTE: Final = Palette(
    name=LIGHT,
    table=colours.TABLE,
    bar=colours.BAR,
    raised=(0x2F, 0x3E, 0x5C),
    light_ink=colours.LIGHT_INK,
    light_ink_second=colours.LIGHT_INK_SECOND,
    panel=colours.PANEL,
    leaf=colours.WHITE,
    text=colours.INK,
    text_second=colours.INK_SECOND,
    line=colours.RULE,
    ask=colours.QUESTION,
    warning=colours.CRISIS,
    edge=colours.INK_SECOND,
    board=colours.BOARD,
    board_line=colours.BOARD_LINE,
    card=colours.CARD,
    ink=colours.INK,
    ink_second=colours.INK_SECOND,
    rule=colours.RULE,
    accent=colours.ACCENT,
    on_accent=colours.INK,
    question=colours.QUESTION,
    done=colours.DONE,
    done_light=(0xDD, 0xF0, 0xE4),
    refused=colours.CRISIS,
    refused_light=(0xFB, 0xE3, 0xDF),
    reserved=(0x8A, 0x5A, 0x00),
)
DARK_PALETTE: Final = replace(
    LIGHT_PALETTE,
    name=DARK,
    table=(0x12, 0x15, 0x1C),
    bar=(0x0A, 0x0C, 0x11),
    raised=(0x27, 0x2D, 0x3B),
    light_ink=(0xF0, 0xEC, 0xE2),
    light_ink_second=(0xBC, 0xC3, 0xCF),
    panel=(0x1E, 0x22, 0x2C),
    leaf=(0x2B, 0x31, 0x3E),
    text=(0xF0, 0xEC, 0xE2),
    text_second=(0xBC, 0xC3, 0xCF),
    line=(0x43, 0x4B, 0x5C),
    board=(0x1B, 0x1F, 0x29),
    board_line=(0x22, 0x27, 0x33),
    card=(0x2B, 0x31, 0x3E),
    ink=(0xF0, 0xEC, 0xE2),
    ink_second=(0xBC, 0xC3, 0xCF),
    rule=(0x4F, 0x58, 0x6A),
    question=(0x4A, 0x3D, 0x16),
    ask=(0x4A, 0x3D, 0x16),
    warning=(0xF5, 0x9A, 0x92),
    edge=(0x7A, 0x83, 0x96),
    done=(0x8A, 0xDC, 0xB1),
    done_light=(0x16, 0x3B, 0x2A),
    refused=(0xF5, 0x9A, 0x92),
    refused_light=(0x4A, 0x1C, 0x1A),
    reserved=(0xEB, 0xBE, 0x6C),
)
"""For a dark room: the board and the cards are dark too, for they are most of what is seen."""
CONTRAST_PALETTE: Final = replace(
    LIGHT_PALETTE,
    name=CONTRAST,
    table=(0x00, 0x00, 0x00),
    bar=(0x00, 0x00, 0x00),
    raised=(0x1C, 0x1C, 0x1C),
    light_ink=(0xFF, 0xFF, 0xFF),
    light_ink_second=(0xFF, 0xFF, 0xFF),
    panel=(0xFF, 0xFF, 0xFF),
    leaf=(0xFF, 0xFF, 0xFF),
    text=(0x00, 0x00, 0x00),
    text_second=(0x00, 0x00, 0x00),
    line=(0x76, 0x76, 0x76),
    ask=(0xFF, 0xF3, 0xB0),
    warning=(0x8A, 0x00, 0x00),
    edge=(0xFF, 0xFF, 0xFF),
    board=(0xFF, 0xFF, 0xFF),
    board_line=(0xEE, 0xEE, 0xEE),
    card=(0xFF, 0xFF, 0xFF),
    ink=(0x00, 0x00, 0x00),
    ink_second=(0x00, 0x00, 0x00),
    rule=(0x8C, 0x8C, 0x8C),
    accent=(0xFF, 0xD4, 0x00),
    on_accent=(0x00, 0x00, 0x00),
    question=(0xFF, 0xF3, 0xB0),
    done=(0x00, 0x4D, 0x2B),
    done_light=(0xFF, 0xFF, 0xFF),
    refused=(0x8A, 0x00, 0x00),
    refused_light=(0xFF, 0xFF, 0xFF),
    reserved=(0x5A, 0x38, 0x00),
)
"""Black, white and yellow: all text has a contrast of at least 7 to 1."""

PALETTES: Final[Mapping[str, Palette]] = {LIGHT: LIGHT_PALETTE, DARK: DARK_PALETTE, CONTRAST: CONTRAST_PALETTE}
_shown: Final[ContextVar[Palette]] = ContextVar("palette", default=LIGHT_PALETTE)


def palette() -> Palette:
    """The colours of the theme in use."""
    return _shown.get()


def use_theme(theme: str) -> None:
    """Draw everything in the colours of that theme from now on; an unknown theme is the light one."""
    _shown.set(PALETTES.get(theme, LIGHT_PALETTE))


# Type
TITLE = 34
TITLE_SMALL = 28
TITLE_CARD = 18
BUTTON = 22
BODY = 20
SMALL = 16

# Corners
RADIUS_SMALL = 10
RADIUS_PANEL = 16
RADIUS_LARGE = 24


class Space(IntEnum):
    """The distances between things, in pixels of the 1080 design."""

    HAIR = 2
    TINY = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 18
    WIDE = 24
    HUGE = 36


FOCUS_WIDTH = 4
"""The thickness of the ring around the focused item."""

SMALLEST_TARGET = 24
SMALLEST_BODY = 13
SMALLEST_TEXT = 11
SMALLEST_LABEL = 9


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns sizes into pixels: times `unit` for everything, times `text_size` too for type."""

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


def label_on(colour: Colour) -> Colour:
    """Dark ink or white, whichever has the better contrast on that colour."""
    return readable_on(colour, palette().on_accent)


def on_card(colour: Colour) -> Colour:
    """That colour, mixed with ink until words in it can be read on a card."""
    return _against(palette().card, colour, 7.0 if palette().name == CONTRAST else 4.5)


def sign_on(ground: Colour, colour: Colour) -> Colour:
    """That colour, mixed with ink until a sign in it stands out from that ground."""
    return _against(ground, colour, 3.0)


def _against(ground: Colour, colour: Colour, min_contrast: float) -> Colour:
    mixtures = (mixed(colour, palette().ink, part / 10) for part in range(11))
    return next((mixture for mixture in mixtures if contrast(mixture, ground) >= min_contrast), palette().ink)


def free_seat_fill() -> Colour:
    """The ground of a seat without a posture: printed paper, paler than the board."""
    return mixed(palette().board, palette().card, 0.6)


def seat_fill(colour: Colour) -> Colour:
    """The pale ground of a seat with a posture of that colour."""
    return mixed(palette().card, colour, 0.08)
