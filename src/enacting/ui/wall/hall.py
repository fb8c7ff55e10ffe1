"""Several tables of one hall on the wall: their boards side by side, what they share, and a sentence of each person.

Law: nobody is named. What does not fit one picture goes on in the next, in letters that can be read from afar.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Face
from enacting.ui.items import rects
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, Size
from enacting.ui.wall.board import WallBoard, lay_out_board
from enacting.ui.wall.wall_text import ALOUD, SMALLEST, WallText, fits, write, write_line

MAX_BOARDS = 12
"""How many boards are in one picture."""
MAX_WITH_WORDS = 6
"""How many boards leave room for what they share, which the next picture says at length."""
MAX_IN_A_ROW = 3
"""How many boards stand in one row, the only one."""
MAX_SENTENCES = 8
"""How many sentences are in one picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HallTable:
    """A table: the number and the colour that it is known by here, the name of its system, its crisis, its board."""

    number: str
    colour: Colour
    name: str
    crisis: str
    board: WallBoard


@dataclass(frozen=True, slots=True, kw_only=True)
class HallBoards:
    """Boards side by side; `shared` and `different` say what they have in common, and what not."""

    title: str
    tables: tuple[HallTable, ...]
    shared: str
    different: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HallComparison:
    """What tables share and where they differ, one line each, what matters most first."""

    shared_title: str
    shared: tuple[str, ...]
    different_title: str
    different: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HallSentence:
    """What somebody takes away, at the table of that number and colour."""

    number: str
    colour: Colour
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HallSentences:
    """Sentences, each in the colour of its table."""

    title: str
    sentences: tuple[HallSentence, ...]


HallPicture = HallBoards | HallComparison | HallSentences


def lay_out_hall(layout: Layout, picture: HallPicture) -> None:
    """Lay a picture out over the whole window."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    area = layout.inset(layout.rect, 44, 30)
    match picture:
        case HallBoards():
            _boards(layout, picture, area)
        case HallComparison():
            _comparison(layout, picture, area)
        case HallSentences():
            _sentences(layout, picture, area)


def _boards(layout: Layout, shown: HallBoards, area: pygame.Rect) -> None:
    has_foot = len(shown.tables) <= MAX_WITH_WORDS
    sizes: list[Size] = [layout.px(110), REST, *([layout.px(216)] if has_foot else [])]
    head, body, *foot = layout.stack(area, sizes, 20)
    write_line(layout, head, _title(shown.title), align="centre")
    columns = _columns(len(shown.tables))
    rows = -(-len(shown.tables) // columns)
    gap = layout.px(22)
    cells = rects.grid(body, len(shown.tables), columns, (body.height - gap * (rows - 1)) // rows, gap)
    for table, cell in zip(shown.tables, cells, strict=True):
        _table(layout, table, cell)
    for rect in foot:
        left, right = rects.row(rect, (rect.width // 2 - gap // 2, REST), gap)
        for name, text, half in (("shared", shown.shared, left), ("different", shown.different, right)):
            layout.panel(f"{name}-ground", half, palette().card, radius=22)
            words = WallText(id=name, text=text, colour=palette().ink, face=Face.TEXT, size=54, smallest=SMALLEST)
            write_line(layout, layout.inset(half, 26, 12), words)


def _columns(count: int) -> int:
    """How many boards stand side by side: up to three in one row, more in about as many rows as columns."""
    return count if count <= MAX_IN_A_ROW else math.ceil(math.sqrt(count))


def _table(layout: Layout, table: HallTable, cell: pygame.Rect) -> None:
    """A board under the number of its table and the name of its system; the crisis where there is room for it."""
    name = f"table-{table.number}"
    high = layout.px(84)
    head, below = layout.stack(cell, (high, REST), 6)
    at, words = layout.row(head, (high, REST), 14)
    _number(layout, name, at, table.number, table.colour)
    light = palette().light_ink
    title = WallText(id=f"{name}-name", text=table.name, colour=light, size=54, smallest=SMALLEST, role=Role.HEADING)
    crisis = WallText(id=f"{name}-crisis", text=table.crisis, colour=light, face=Face.TEXT, size=SMALLEST)
    has_room = below.height > layout.px(330)
    if has_room:
        board, under = layout.stack(below, (REST, layout.px(58)), 4)
        write_line(layout, under, crisis)
    else:
        board = below
    write_line(layout, words, title)
    within = Layout(layout.rect.size, layout.scale, layout.words)
    lay_out_board(within, table.board, board)
    layout.items.extend(replace(item, id=f"{name}-{item.id}") for item in within.items)


def _number(layout: Layout, name: str, rect: pygame.Rect, number: str, colour: Colour) -> None:
    """The number of a table on a disc of its colour."""
    side = min(rect.size)
    square = rects.square(rect.center, side)
    layout.panel(f"{name}-ring", square, palette().card, radius=side)
    layout.token(f"{name}-disc", square.inflate(-side // 8, -side // 8), number, colour)


def _comparison(layout: Layout, shown: HallComparison, area: pygame.Rect) -> None:
    left, right = layout.row(area, (area.width // 2 - layout.px(18), REST), 36)
    for name, title, lines, rect in (
        ("shared", shown.shared_title, shown.shared, left),
        ("different", shown.different_title, shown.different, right),
    ):
        head, body = layout.stack(rect, (layout.px(150), REST), 20)
        write_line(layout, head, _title(title, f"{name}-title"))
        layout.panel(f"{name}-ground", body, palette().card, radius=22)
        _lines(layout, name, lines, layout.inset(body, 36, 28))


def _lines(layout: Layout, name: str, lines: Sequence[str], rect: pygame.Rect) -> None:
    """As many lines as there is room for: those left out matter least, and the report has them."""
    words = [
        WallText(
            id=f"{name}-{index}",
            text=text,
            colour=palette().ink,
            face=Face.TEXT,
            size=62,
            smallest=ALOUD - 8,
            before=22,
        )
        for index, text in enumerate(lines)
    ]
    while len(words) > 1 and not fits(layout, rect, words):
        words.pop()
    write(layout, rect, words)


def _sentences(layout: Layout, shown: HallSentences, area: pygame.Rect) -> None:
    head, body = layout.stack(area, (layout.px(120), REST), 20)
    write_line(layout, head, _title(shown.title), align="centre")
    gap, count = layout.px(20), len(shown.sentences)
    columns = 1 if count <= 3 else 2
    rows = -(-count // columns)
    cells = rects.grid(body, count, columns, (body.height - gap * (rows - 1)) // rows, gap)
    if count % columns:
        cells[-1] = pygame.Rect(cells[-1].topleft, (body.width, cells[-1].height))
    for index, (sentence, cell) in enumerate(zip(shown.sentences, cells, strict=True)):
        layout.panel(f"sentence-ground-{index}", cell, sentence.colour, radius=22)
        at, words = layout.row(layout.inset(cell, 20, 10), (layout.px(86), REST), 18)
        _number(layout, f"sentence-{index}", at, sentence.number, sentence.colour)
        ink = palette().on_accent
        write_line(
            layout,
            words,
            WallText(id=f"sentence-{index}-text", text=sentence.text, colour=ink, size=76, smallest=SMALLEST),
        )


def _title(text: str, name: str = "title") -> WallText:
    accent = palette().accent
    return WallText(id=name, text=text, colour=accent, face=Face.TITLE_800, size=92, smallest=54, role=Role.HEADING)
