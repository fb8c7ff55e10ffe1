"""The cards of a box on sheets of A4: their pages, positions and cut marks; all lengths in millimetres.

Law: every second page has the backs of the page before it, mirrored, for two-sided printing along the long edge.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from enacting.box.draft import Deck
from enacting.engine.cards import Card
from enacting.ui.faces.printing import HEIGHT_MM, WIDTH_MM

PAPER_WIDTH, PAPER_HEIGHT = 210.0, 297.0
COLUMNS, ROWS = 2, 2
LEFT = (PAPER_WIDTH - COLUMNS * WIDTH_MM) / 2
TOP = (PAPER_HEIGHT - ROWS * HEIGHT_MM) / 2
_MARK_GAP, _MARK_END = 1.0, 1.5
"""The gaps from the cards to a cut mark, and from a cut mark to the edge of the paper."""

Mark = tuple[float, float, float, float]
"""A line: x and y of its start, x and y of its end."""


@dataclass(frozen=True, slots=True)
class Page:
    """A side of a sheet: cards of a deck, or their backs."""

    deck: Deck
    cards: tuple[Card, ...]
    backs: bool

    def positions(self) -> Iterator[tuple[Card, float, float]]:
        """Each card with its left and its top; a back is behind its card."""
        for index, card in enumerate(self.cards):
            row, column = divmod(index, COLUMNS)
            if self.backs:
                column = COLUMNS - 1 - column
            yield card, LEFT + column * WIDTH_MM, TOP + row * HEIGHT_MM


def pages_of(decks: Mapping[Deck, tuple[Card, ...]]) -> tuple[Page, ...]:
    """The pages in order: each deck begins a new sheet, backs follow their faces."""
    per_page = COLUMNS * ROWS
    return tuple(
        Page(deck, cards[first : first + per_page], backs)
        for deck, cards in decks.items()
        for first in range(0, len(cards), per_page)
        for backs in (False, True)
    )


def cut_marks() -> tuple[Mark, ...]:
    """Short lines in the margins, at every edge of a card and over none."""
    marks: list[Mark] = []
    for column, bottom in product(range(COLUMNS + 1), (False, True)):
        x = LEFT + column * WIDTH_MM
        ends = (PAPER_HEIGHT - TOP + _MARK_GAP, PAPER_HEIGHT - _MARK_END) if bottom else (_MARK_END, TOP - _MARK_GAP)
        marks.append((x, ends[0], x, ends[1]))
    for row, right in product(range(ROWS + 1), (False, True)):
        y = TOP + row * HEIGHT_MM
        ends = (PAPER_WIDTH - LEFT + _MARK_GAP, PAPER_WIDTH - _MARK_END) if right else (_MARK_END, LEFT - _MARK_GAP)
        marks.append((ends[0], y, ends[1], y))
    return tuple(marks)
