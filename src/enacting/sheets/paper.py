"""The cards of a box on sheets of A4: which on which, where, and where to cut; all lengths in millimetres.

Law: every second page holds the backs of the page before it, mirrored, for printing on both sides along the long edge.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from enacting.box.draft import Deck
from enacting.engine.cards import Card
from enacting.ui.faces.printing import HEIGHT_MM, WIDTH_MM

PAPER_WIDTH, PAPER_HEIGHT = 210.0, 297.0
ACROSS, DOWN = 2, 2
LEFT = (PAPER_WIDTH - ACROSS * WIDTH_MM) / 2
TOP = (PAPER_HEIGHT - DOWN * HEIGHT_MM) / 2
_MARK_GAP, _MARK_END = 1.0, 1.5
"""From the cards to a cut mark, and from a cut mark to the edge of the paper."""

Mark = tuple[float, float, float, float]
"""A line, from x and y to x and y."""


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a sheet: cards of one deck, or their backs."""

    deck: Deck
    cards: tuple[Card, ...]
    backs: bool

    def places(self) -> Iterator[tuple[Card, float, float]]:
        """Each card with its left and its top; a back lies behind its card."""
        for index, card in enumerate(self.cards):
            row, column = divmod(index, ACROSS)
            if self.backs:
                column = ACROSS - 1 - column
            yield card, LEFT + column * WIDTH_MM, TOP + row * HEIGHT_MM


def pages_of(decks: Mapping[Deck, tuple[Card, ...]]) -> tuple[Page, ...]:
    """The pages in their order: a new sheet for each deck, faces then backs."""
    each = ACROSS * DOWN
    return tuple(
        Page(deck, cards[first : first + each], backs)
        for deck, cards in decks.items()
        for first in range(0, len(cards), each)
        for backs in (False, True)
    )


def cut_marks() -> tuple[Mark, ...]:
    """Short lines in the margins, at every edge of a card and on none."""
    marks: list[Mark] = []
    for column, bottom in product(range(ACROSS + 1), (False, True)):
        x = LEFT + column * WIDTH_MM
        ends = (PAPER_HEIGHT - TOP + _MARK_GAP, PAPER_HEIGHT - _MARK_END) if bottom else (_MARK_END, TOP - _MARK_GAP)
        marks.append((x, ends[0], x, ends[1]))
    for row, right in product(range(DOWN + 1), (False, True)):
        y = TOP + row * HEIGHT_MM
        ends = (PAPER_WIDTH - LEFT + _MARK_GAP, PAPER_WIDTH - _MARK_END) if right else (_MARK_END, LEFT - _MARK_GAP)
        marks.append((ends[0], y, ends[1], y))
    return tuple(marks)
