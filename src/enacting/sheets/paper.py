"""Cards on sheets: which are on which page and where, with their backs behind them; all lengths in millimetres.

Law: a back lies behind its card however the sheet is turned, upright when the card is turned over like a page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from enacting.sheets.choices import EDGE_MM, Backs, CutLines, PrintChoices, Size

Line = tuple[float, float, float, float]
"""A line: x and y of its start, x and y of its end."""
_MARK_MM = 2.4
_MARK_GAP = 0.3
"""How long a cut mark is within the bleed, and the gap between it and the corner of the card."""
_CROSS_MM = 2.0
"""How far a cut mark reaches along the edges of cards that have no bleed."""
STRIP_MM = 2.9
"""What the ruler and its words need beside the cards."""


class Side(StrEnum):
    """What is on a page: faces, the backs behind them, or both, to be folded."""

    FACES = "faces"
    BACKS = "backs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card on a page, by its name, with its bleed; its back if `is_back`, upside down if `turned`."""

    card: str
    x: float
    y: float
    is_back: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of cards of a deck."""

    deck: str
    side: Side
    cells: tuple[PlacedCard, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Where cards are on a sheet: cells of a size, with the bleed, row by row from `left` and `top`.

    With a `fold`, backs are mirrored on the same page: along its vertical middle (`x`) or its horizontal one (`y`).
    """

    sheet: Size
    cell: Size
    columns: int
    rows: int
    fold: str = ""

    @property
    def left(self) -> float:
        """The left of the first column."""
        return (self.sheet.width - self.columns * self.cell.width) / 2

    @property
    def top(self) -> float:
        """The top of the first row."""
        return (self.sheet.height - self.rows * self.cell.height) / 2

    @property
    def places(self) -> tuple[tuple[float, float], ...]:
        """Left and top of each cell that takes a face."""
        columns = self.columns // 2 if self.fold == "x" else self.columns
        rows = self.rows // 2 if self.fold == "y" else self.rows
        return tuple(
            (self.left + column * self.cell.width, self.top + row * self.cell.height)
            for row in range(rows)
            for column in range(columns)
        )

    @property
    def strip(self) -> str:
        """Where the ruler is: `below` the cards, or `beside` them where it has more room there."""
        return "below" if self.top - EDGE_MM >= min(STRIP_MM, self.left - EDGE_MM) else "beside"


def grid_of(choices: PrintChoices) -> Grid:
    """The sheet that takes the most cards: upright if it takes as many so."""
    cell = Size(choices.trim.width + 2 * choices.bleed_mm, choices.trim.height + 2 * choices.bleed_mm)
    return max(
        (grid for sheet in (choices.sheet, choices.sheet.turned) for grid in _grids(sheet, cell, choices.backs)),
        key=lambda grid: len(grid.places),
    )


def _grids(sheet: Size, cell: Size, backs: Backs) -> Iterator[Grid]:
    columns, rows = (
        int((whole - 2 * EDGE_MM + 1e-6) // part)
        for whole, part in ((sheet.width, cell.width), (sheet.height, cell.height))
    )
    if backs is not Backs.FOLD:
        yield Grid(sheet, cell, columns, rows)
        return
    yield Grid(sheet, cell, columns - columns % 2, rows, "x")
    yield Grid(sheet, cell, columns, rows - rows % 2, "y")


def pages_of(decks: Mapping[str, Sequence[str]], choices: PrintChoices) -> tuple[Page, ...]:
    """The pages of these cards by deck, in order: each deck begins a new sheet."""
    grid = grid_of(choices)
    per_page = len(grid.places)
    pages: list[Page] = []
    for deck, cards in decks.items():
        for first in range(0, len(cards), per_page):
            pages += _sides(deck, cards[first : first + per_page], grid, choices.backs)
    return tuple(pages)


def backs_of(decks: Mapping[str, Sequence[str]], choices: PrintChoices) -> tuple[Page, ...]:
    """The pages of backs alone, each for the page of faces with the same number."""
    grid = grid_of(choices)
    return tuple(Page(page.deck, Side.BACKS, _behind(page.cells, grid, along="x")) for page in pages_of(decks, choices))


def _sides(deck: str, cards: Sequence[str], grid: Grid, backs: Backs) -> Iterator[Page]:
    cells = tuple(PlacedCard(card, x, y) for card, (x, y) in zip(cards, grid.places, strict=False))
    if backs is Backs.FOLD:
        yield Page(deck, Side.BOTH, cells + _behind(cells, grid, along=grid.fold))
        return
    yield Page(deck, Side.FACES, cells)
    if backs in (Backs.LONG_EDGE, Backs.SHORT_EDGE):
        is_upright = grid.sheet.height >= grid.sheet.width
        sideways = is_upright is (backs is Backs.LONG_EDGE)
        yield Page(deck, Side.BACKS, _behind(cells, grid, along="x" if sideways else "y"))


def _behind(cells: Sequence[PlacedCard], grid: Grid, *, along: str) -> tuple[PlacedCard, ...]:
    """The backs of these cells: mirrored from left to right (`x`), or from top to bottom (`y`) and upside down."""
    if along == "x":
        return tuple(
            PlacedCard(cell.card, grid.sheet.width - cell.x - grid.cell.width, cell.y, is_back=True) for cell in cells
        )
    return tuple(
        PlacedCard(cell.card, cell.x, grid.sheet.height - cell.y - grid.cell.height, is_back=True, turned=True)
        for cell in cells
    )


def lines_of(page: Page, choices: PrintChoices) -> tuple[Line, ...]:
    """Where to cut that page."""
    grid, bleed = grid_of(choices), choices.bleed_mm
    if choices.cut_lines is CutLines.GUIDES:
        return _guides(page, grid, bleed)
    lines: dict[Line, None] = {}
    for cell in page.cells:
        left, top = cell.x + bleed, cell.y + bleed
        right, bottom = cell.x + grid.cell.width - bleed, cell.y + grid.cell.height - bleed
        for x, outward in ((left, -1), (right, 1)):
            for y, down in ((top, -1), (bottom, 1)):
                lines.update(dict.fromkeys(_corner(x, y, outward, down, bleed)))
    return tuple(lines)


def _corner(x: float, y: float, outward: int, down: int, bleed: float) -> tuple[Line, Line]:
    """The two marks of a corner: within the bleed, or across the corner where there is none."""
    if not bleed:
        return (x - _CROSS_MM, y, x + _CROSS_MM, y), (x, y - _CROSS_MM, x, y + _CROSS_MM)
    near, far = min(_MARK_GAP, bleed / 4), min(_MARK_GAP + _MARK_MM, bleed)
    return (x + outward * near, y, x + outward * far, y), (x, y + down * near, x, y + down * far)


def _guides(page: Page, grid: Grid, bleed: float) -> tuple[Line, ...]:
    lines: dict[Line, None] = {}
    far_x, far_y = grid.sheet.width - EDGE_MM, grid.sheet.height - EDGE_MM
    for cell in page.cells:
        for x in (cell.x + bleed, cell.x + grid.cell.width - bleed):
            lines[(round(x, 3), EDGE_MM, round(x, 3), far_y)] = None
        for y in (cell.y + bleed, cell.y + grid.cell.height - bleed):
            lines[(EDGE_MM, round(y, 3), far_x, round(y, 3))] = None
    return tuple(lines)


def fold_of(choices: PrintChoices) -> Line | None:
    """Where a page is folded, if it is."""
    grid = grid_of(choices)
    middle_x, middle_y = grid.sheet.width / 2, grid.sheet.height / 2
    match grid.fold:
        case "x":
            return middle_x, EDGE_MM, middle_x, grid.sheet.height - EDGE_MM
        case "y":
            return EDGE_MM, middle_y, grid.sheet.width - EDGE_MM, middle_y
        case _:
            return None
