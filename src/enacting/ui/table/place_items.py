"""The place in the middle of the board: its picture, the crisis above it, and what each of its quarters says.

Law: what a quarter says aloud is what its picture shows; words that have no room are read on pointing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from enacting.drawing.place_of_game import Struck, place_of, quarter_says, struck_quarters
from enacting.drawing.rects import Rect
from enacting.scenes.place import QuarterCell, cells_of
from enacting.scenes.quarters import MOST
from enacting.ui.destinations import ReadCard
from enacting.ui.faces.place_look import PlacePicture, QuarterGround
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type, WrappedText, fitted, width_of, wrap_text
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Hexagons
from enacting.ui.items.panels import Panel
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import body_type, bold_type, sizes_down

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

SMALLEST_NAME: Final = 9
"""Pixels under which the name of a consequence is not written."""


def lay_out_place(layout: Layout, table: Table, area: pygame.Rect) -> tuple[Rect, ...]:
    """The place in that part of the board; returns where its words are, the title of the crisis first."""
    border = max(2, layout.px(6))
    rect = area.inflate(-2 * border, -2 * border)
    picture = PlacePicture(place=place_of(table.game, table.box, table.pending), border=border)
    layout.add(Item(id="board-place", rect=rect, look=picture))
    words = [_crisis(layout, table, rect)]
    if table.game.revealed:
        struck = struck_quarters(table.game, table.box, table.pending)
        rooms = [_room(cell, rect) for cell in cells_of(len(struck), rect.size)]
        types = _types(layout, struck, rooms[0])
        for quarter, cell in zip(struck, cells_of(len(struck), rect.size), strict=True):
            _ground(layout, table, quarter, cell, rect)
        words += [_quarter(layout, quarter, room, types) for quarter, room in zip(struck, rooms, strict=True)]
    return tuple(Rect(*written) for written in words)


def _crisis(layout: Layout, table: Table, rect: pygame.Rect) -> pygame.Rect:
    """The title of the crisis in its colour, at the top of the sky: it shows the card."""
    game, card = table.game, table.box.crises[table.game.crisis]
    text = card.title if game.revealed else layout.words("table.crisis")
    icon = (card.art.icon or "warning") if game.revealed else "question"
    style = Type(Face.TITLE_700, layout.scale.text(28))
    smallest = max(theme.SMALLEST_TEXT, style.size // 2)
    gap, high = layout.px(Space.SMALL), rect.height // (5 if layout.scale.text_size > 1 else 7)
    if game.context is not None and game.context_revealed:  # Its sign lies between the title and the quarters.
        sky = cells_of(len(table.box.description.consequences), rect.size)[0].ground[1]
        high = min(high, round(sky) - layout.target() - 4 * gap)
    widest = rect.width - 4 * gap
    margin = 5 * gap + 4
    written = _title(text, style, smallest, widest - margin, high)
    side = written.type.line_height
    width = written.width + side + margin
    pill = place(rect, width, max(written.height, side) + 2 * gap, "midtop").move(0, layout.px(Space.SMALL))
    radius = min(pill.height // 2, layout.px(28))
    look = Panel(fill=theme.CRISIS, radius=radius, border=palette().card, border_width=max(1, layout.px(3)))
    is_read = game.revealed and layout.hand is None and table.placing is None
    layout.add(
        Item(
            id="crisis",
            rect=pill,
            look=look,
            role=Role.CARD,
            name=card.title if game.revealed else layout.words("table.crisis_hidden"),
            intent=ReadCard(card.id) if is_read else None,
            reads=card.id if game.revealed else None,
        )
    )
    sign, line = layout.row(layout.inset(pill, 2 * Space.SMALL, Space.SMALL), (side, REST), Space.SMALL)
    layout.symbol("crisis-icon", sign, icon, side, theme.WHITE)
    layout.label(
        "crisis-title",
        line,
        text,
        written.type,
        theme.WHITE,
        align="centre",
        vertical="middle",
        balanced=True,
        smallest=smallest,
        role=Role.DECOR,
    )
    return pill


def _title(text: str, style: Type, smallest: int, width: int, height: int) -> WrappedText:
    """The title as large as it can be written there, beside a sign as high as a line."""
    for kind in sizes_down(style, smallest):
        written = fitted(text, [kind], width - kind.line_height, height, balanced=True)
        if written is not None and not written.broken:
            return written
    kind = style.with_size(smallest)
    return wrap_text(text, kind, width - kind.line_height, balanced=True)


def _ground(layout: Layout, table: Table, struck: Struck, cell: QuarterCell, rect: pygame.Rect) -> None:
    """All of a quarter: what it says is read on pointing and by people who listen; a click shows the crisis."""
    left, top, width, height = cell.ground
    area = pygame.Rect(rect.left + round(left), rect.top + round(top), int(width), int(height))
    is_read = layout.hand is None and table.placing is None
    layout.add(
        Item(
            id=f"quarter-{struck.consequence.id}",
            rect=area,
            look=QuarterGround(width=max(2, layout.px(4)), radius=layout.px(14)),
            role=Role.BUTTON if is_read else Role.TEXT,
            name=f"{quarter_says(struck, layout.words)} {struck.text}".strip(),
            intent=ReadCard(table.game.crisis) if is_read else None,
            tip=True,
        )
    )


def _room(cell: QuarterCell, rect: pygame.Rect) -> pygame.Rect:
    """Where the words of a quarter can lie, in pixels."""
    left, top, width, height = cell.words
    return pygame.Rect(rect.left + round(left), rect.top + round(top), int(width), int(height))


@dataclass(frozen=True, slots=True)
class _Types:
    """In what type the names of all quarters are written, and what the crisis does there; None where that has no room.

    `line` is how high a name is; its icon stands before it, or else on the edge above.
    """

    name: Type | None
    text: Type | None
    line: int
    icon_before: bool


def _types(layout: Layout, struck: Sequence[Struck], room: pygame.Rect) -> _Types:
    """The largest types in which every quarter says alike."""
    gap = layout.px(Space.SMALL)
    width = room.width - 2 * gap
    name, icon_before = _name_type(layout, struck, width, gap)
    line = max(name.line_height if name is not None else 0, layout.px(22))
    below = room.height - line - 2 * gap
    usual = body_type(layout.scale, 16)
    smallest = max(theme.SMALLEST_TEXT, usual.size * 4 // 5)
    text = next((kind for kind in sizes_down(usual, smallest) if _all_written(struck, kind, width, below)), None)
    return _Types(name, text if name is not None else None, line, icon_before)


def _name_type(layout: Layout, struck: Sequence[Struck], width: int, gap: int) -> tuple[Type | None, bool]:
    """In what type every name goes in one line, and whether the icons have room before them."""
    usual = bold_type(layout.scale, 18)

    def largest(*, room_for_icon: bool) -> Type | None:
        for kind in sizes_down(usual, SMALLEST_NAME):
            before = kind.line_height + gap if room_for_icon else 0
            if all(before + width_of(quarter.consequence.title, kind) + 2 <= width for quarter in struck):
                return kind
        return None

    with_icon, alone = largest(room_for_icon=True), largest(room_for_icon=False)
    if with_icon is not None and with_icon.size >= usual.size * 4 // 5:
        return with_icon, True
    return alone, False


def _all_written(struck: Sequence[Struck], kind: Type, width: int, height: int) -> bool:
    """Whether what the crisis does in each quarter is written whole, no word of it in two."""
    written = [fitted(quarter.text, [kind], width, height) for quarter in struck if quarter.text]
    return height > 0 and all(text is not None and not text.broken for text in written)


def _quarter(layout: Layout, struck: Struck, room: pygame.Rect, types: _Types) -> pygame.Rect:
    """What a consequence is called and does, how many answers it has; returns where that lies."""
    ink, gap, key = palette().ink, layout.px(Space.SMALL), struck.consequence.id
    text = wrap_text(struck.text, types.text, room.width - 2 * gap) if types.text is not None else None
    height = min(room.height, types.line + 2 * gap + (text.height if text is not None else 0))
    plate = place(room, room.width, height, "midbottom")
    look = Panel(fill=palette().card, radius=layout.px(9), shadow=max(2, layout.px(4)))
    layout.add(Item(id=f"plate-{key}", rect=plate, look=look))
    top, rest = layout.stack(layout.inset(plate, Space.SMALL), (types.line, REST))
    if types.icon_before:
        sign, top = layout.row(top, (min(types.line, top.width), REST), Space.SMALL)
        layout.symbol(f"quarter-icon-{key}", sign, struck.consequence.icon, sign.width * 9 // 10, ink)
    if types.name is not None:
        title = struck.consequence.title
        layout.label(f"quarter-name-{key}", top, title, types.name, ink, vertical="middle", role=Role.DECOR)
    if types.text is not None:
        layout.label(f"quarter-text-{key}", rest, struck.text, types.text, ink, role=Role.DECOR)
    return plate.union(_answers(layout, struck, plate, with_icon=not types.icon_before))


def _answers(layout: Layout, struck: Struck, plate: pygame.Rect, *, with_icon: bool) -> pygame.Rect:
    """One hexagon for each state a quarter can reach, filled as it mends, on the upper edge of its words; where."""
    gap = layout.px(Space.SMALL)
    height = min(layout.px(26), plate.height * 3 // 5, (plate.width - 2 * gap) // (MOST + 1 + with_icon))
    row = pygame.Rect(0, 0, height * (MOST + 1) * 4 // 5, height)
    row.bottomright = (plate.right - gap, plate.top + height // 3)
    look = Hexagons(count=struck.quarter.state, most=MOST, fill=palette().done, empty=palette().ink_second)
    layout.add(Item(id=f"quarter-answers-{struck.consequence.id}", rect=row, look=look))
    if with_icon:
        tab = place(row, height, height, "midright").move(-row.width - gap // 2, 0)
        layout.add(
            Item(
                id=f"quarter-tab-{struck.consequence.id}", rect=tab, look=Panel(fill=palette().card, radius=height // 2)
            )
        )
        layout.symbol(
            f"quarter-icon-{struck.consequence.id}", tab, struck.consequence.icon, height * 3 // 4, palette().ink
        )
    return row
