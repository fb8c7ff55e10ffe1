"""What can be chosen of a box on paper: sizes of cards and of sheets, backs, cut lines, languages, copies.

Law: all lengths are millimetres; nothing is printed within `EDGE_MM` of the edge of a sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

EDGE_MM: Final = 5.0
"""What printers leave white around a sheet."""
BLEED_MM: Final = 3.0
BORDER_MM: Final = 3.0
"""The white border within a card that has no bleed, so that an imprecise cut removes nothing."""


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height."""

    width: float
    height: float

    @property
    def turned(self) -> "Size":
        """The same on its side."""
        return Size(self.height, self.width)


PAPERS: Final[Mapping[str, Size]] = {
    "a4": Size(210, 297),
    "letter": Size(215.9, 279.4),
    "a3": Size(297, 420),
}
CARD_SIZES: Final[Mapping[str, Size]] = {
    "94x134": Size(94, 134),
    "94x128": Size(94, 128),
    "100x140": Size(100, 140),
    "tarot": Size(70, 120),
    "a6": Size(105, 148),
}
USUAL_SIZE: Final[Mapping[str, str]] = {"a4": "94x134", "letter": "94x128", "a3": "94x134"}
"""The size of card that is four to a sheet with its bleed, by paper."""
WITHOUT_BLEED: Final = frozenset({"100x140"})
"""The sizes that fill a sheet better with a white border than with a bleed."""


class Backs(StrEnum):
    """Where the backs are printed.

    On every second page, for a printer that turns sheets along their long or their short edge; on the same page, to be
    folded along its middle and glued; in a file of their own; nowhere.
    """

    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"
    FOLD = "fold"
    APART = "apart"
    NONE = "none"


class CutLines(StrEnum):
    """How one sees where to cut: marks at the corners of cards, or lines over the whole sheet."""

    MARKS = "marks"
    GUIDES = "guides"


class BoardPaper(StrEnum):
    """What the board is printed on: one sheet of A3, sheets of A4 to be glued, or not at all."""

    A3 = "a3"
    A4 = "a4"
    LETTER = "letter"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintChoices:
    """How a box is printed.

    `size` and `bleed` are the usual ones of the paper when they are empty or None. `decks` and `cards` name what is
    printed, everything when both are empty. `back_offset` moves the backs right and down, for a printer that shifts.
    `blanks` of each deck that tables write, and `aids` for players, are added. `sheets` to play on paper, so many for
    people and one for the table, are a file of their own. `second_language` puts a second language
    on the cards, which then say less.
    """

    paper: str = "a4"
    size: str = ""
    bleed: float | None = None
    cut_lines: CutLines = CutLines.MARKS
    backs: Backs = Backs.LONG_EDGE
    back_offset: tuple[float, float] = (0.0, 0.0)
    saves_ink: bool = False
    grey: bool = False
    decks: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    copies: int = 1
    blanks: int = 0
    aids: int = 0
    sheets: int = 0
    second_language: str = ""
    board: BoardPaper = BoardPaper.A3

    @property
    def sheet(self) -> Size:
        """The size of the paper, upright."""
        return PAPERS[self.paper]

    @property
    def trim(self) -> Size:
        """The size of a card once it is cut."""
        return CARD_SIZES[self._size]

    @property
    def is_small(self) -> bool:
        """Whether the cards are smaller than the usual ones of the paper, for which texts are written."""
        usual = CARD_SIZES[USUAL_SIZE[self.paper]]
        return self.trim.width * self.trim.height < usual.width * usual.height

    @property
    def bleed_mm(self) -> float:
        """How much of a card is cut off on each side."""
        if self.bleed is not None:
            return self.bleed
        return 0.0 if self._size in WITHOUT_BLEED else BLEED_MM

    @property
    def _size(self) -> str:
        return self.size or USUAL_SIZE[self.paper]
