"""Rating in secret: a curtain before each person, then their marks, then the curtain again.

Law: while the curtain is drawn, nothing of anybody's marks is on the screen nor in what is read aloud. It has been
seen before it can be lifted: two quick presses never lead from one person's marks to the next person's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from enacting.engine.agenda import next_to_speak
from enacting.engine.cards import ConsequenceId
from enacting.engine.game import FACILITATOR, PlayerId
from enacting.engine.moves import DoNotRate, EndActivity, Rate
from enacting.ui.destinations import Menu, Prompt
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Intent, Item, Reading, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split, square

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out(layout: Layout, table: Table) -> None:
    """The curtain, or the marks of the person who lifted it."""
    layout.panel("curtain", layout.rect, palette().table, radius=0)
    player = next_to_speak(table.game)
    assert player is not None
    with layout.read_as(Reading.ALWAYS):
        _corner(layout, table)
    if table.curtain.open_for == player:
        _marks(layout, table, player)
    else:
        _curtain(layout, table, player)


def _corner(layout: Layout, table: Table) -> None:
    """Help, undo, the menu and, while the curtain is drawn, a question for those who wait stay within reach."""
    words, side = layout.words, max(layout.px(48), layout.em(1.9))
    right, top = layout.rect.right - layout.px(24) - side // 2, layout.px(20) + side // 2
    undo = table.undo if table.session.can_undo else None
    asks = not table.secret and table.prompts()
    buttons: tuple[tuple[str, str, str, Intent | None, str], ...] = (
        ("menu", "list", words("table.menu"), Menu(), "m"),
        ("help", "question", words("table.help"), table.help, "f1"),
        *((("prompt", "chat-circle-dots", words("table.prompt"), Prompt(), "q"),) if asks else ()),
        ("undo", "arrow-u-up-left", table.undo_name, undo, "ctrl+z"),
    )
    for name, icon, says, intent, keys in buttons:
        layout.icon_button(name, square((right, top), side), icon, says, intent, keys=keys)
        right -= side + layout.px(8)


def _curtain(layout: Layout, table: Table, player: PlayerId) -> None:
    words, name = layout.words, table.name_of(player)
    title = Type(Face.TITLE_800, layout.scale.text(78 if layout.columns >= 60 else 44))
    body = paint.body(layout.scale, 30 if layout.columns >= 60 else 22)
    width = min(layout.rect.width - layout.px(120), layout.em(62))
    text, under = words("rating.pass_to", name=name), words("rating.secret")
    doing = table.doing
    assert doing is not None
    why = f"{doing.title} · {doing.text}"
    small = paint.body(layout.scale, 20)
    under_width = min(width, layout.em(50))
    heights = (
        layout.px(170),
        layout.text_height(text, title, width, balanced=True),
        layout.text_height(under, body, under_width, balanced=True),
        max(layout.px(72), layout.em(2.9)),
        layout.text_height(why, small, width),
    )
    gaps = (layout.px(28), layout.px(22), layout.px(40), layout.px(30))
    total = sum(heights) + sum(gaps) + layout.button_height(20) + layout.px(20)
    top = max(layout.px(30), (layout.rect.height - total) // 2)
    centre = layout.rect.centerx
    disc = pygame.Rect(0, top, heights[0], heights[0])
    disc.centerx = centre
    layout.add(
        Item(
            id="curtain-token",
            rect=disc,
            look=paint.Token(letter=table.initial(player), colour=table.colour_of(player)),
        )
    )
    area = pygame.Rect(0, disc.bottom + gaps[0], width, heights[1])
    area.centerx = centre
    layout.label(
        "curtain-title", area, text, title, palette().light_ink, align="centre", balanced=True, role=Role.HEADING
    )
    area = pygame.Rect(0, area.bottom + gaps[1], under_width, heights[2])
    area.centerx = centre
    layout.label("curtain-secret", area, under, body, palette().light_ink_second, align="centre", balanced=True)
    area = pygame.Rect(0, area.bottom + gaps[2], min(width, max(layout.px(560), layout.em(20))), heights[3])
    area.centerx = centre
    layout.button(
        "its-me",
        area,
        words("rating.its_me", name=name),
        lambda: _open(table, player),
        style=paint.styles().main,
        size=28,
        main=True,
    )
    area = pygame.Rect(0, area.bottom + gaps[3], width, heights[4])
    area.centerx = centre
    layout.label("curtain-why", area, why, small, palette().light_ink_second, align="centre")
    row = pygame.Rect(0, area.bottom + layout.px(20), min(width, layout.em(42)), layout.button_height(20))
    row.centerx = centre
    row.bottom = min(row.bottom, layout.rect.bottom - layout.px(16))
    leave, skip = split(row, 2, layout.px(14))
    layout.button(
        "do-not-rate",
        leave,
        words("rating.leave_out", name=name),
        DoNotRate(by=player, player=player),
        style=paint.styles().on_table,
        size=19,
    )
    layout.button(
        "skip-activity",
        skip,
        words("table.skip_activity"),
        EndActivity(by=FACILITATOR),
        style=paint.styles().on_table,
        size=19,
        icon="fast-forward",
    )


def _open(table: Table, player: PlayerId) -> None:
    if table.curtain.lift(player, table.app.frames_shown):
        first = table.box.description.consequences[0].id
        table.app.focus = f"mark-{first}-{table.box.description.scale.least}"


def _marks(layout: Layout, table: Table, player: PlayerId) -> None:
    """A row for each consequence, a button for each mark."""
    words, name = layout.words, table.name_of(player)
    edge = layout.px(30)
    width = min(layout.rect.width - 2 * edge, max(layout.px(1180), layout.em(48)))
    top = layout.px(20) + max(layout.px(48), layout.em(1.9)) + layout.px(14)
    most = layout.rect.height - top - edge
    count = len(table.box.description.consequences)
    roomy = layout.em(7) + count * max(layout.px(132), layout.em(5)) + layout.px(200)
    panel = pygame.Rect(0, 0, width, min(most, roomy))
    panel.center = (layout.rect.centerx, top + most // 2)
    layout.panel("marks-panel", panel, palette().panel, radius=theme.RADIUS_LARGE)
    inside = panel.inflate(-2 * layout.px(40), -2 * layout.px(32))
    button = max(layout.px(72), layout.em(2.9))
    foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
    area = pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - layout.px(16))
    column = Column(layout, area, "marks")
    column.heading("marks-title", words("rating.title", name=name), theme.TITLE)
    column.gap(6)
    scale = table.box.description.scale
    text = words("rating.text", least=scale.least, most=scale.most)
    column.text("marks-text", text, paint.body(layout.scale, 22), palette().text_second)
    column.gap(20)
    missing = [one for one in table.box.description.consequences if one.id not in table.curtain.marks]
    for one in table.box.description.consequences:
        is_next = bool(missing) and missing[0].id == one.id
        _row(layout, table, column, one.id, one.title, one.icon, by_digits=is_next)
    column.end()
    marks = {ConsequenceId(key): mark for key, mark in table.curtain.marks.items()}
    layout.button(
        "give-marks",
        foot,
        words("rating.give") if not missing else words("rating.missing", count=len(missing)),
        Rate(by=player, player=player, marks=marks) if not missing else None,
        style=paint.styles().main if not missing else paint.styles().cannot,
        size=28,
        main=not missing,
        icon="check" if not missing else "",
    )


def _row(
    layout: Layout, table: Table, column: Column, name: ConsequenceId, title: str, icon: str, *, by_digits: bool
) -> None:
    """A consequence and its marks; digits choose in the first row that has none."""
    words, scale = layout.words, table.box.description.scale
    bold, body = paint.strong(layout.scale, 24), paint.body(layout.scale, 20)
    crisis = table.box.crises[table.game.crisis].consequences.get(name, "")
    count = scale.most - scale.least + 1
    side = max(layout.px(84), layout.em(2.8))
    marks_width = count * side + (count - 1) * layout.px(10)
    beside = column.width - marks_width - layout.px(24) >= layout.em(15)
    room = (column.width - marks_width - layout.px(24) if beside else column.width) - layout.px(60)
    words_height = layout.text_height(title, bold, room) + layout.text_height(crisis, body, room)
    height = max(side, words_height) if beside else words_height + side + layout.px(8)
    rect = column.block(height)
    symbol = pygame.Rect(rect.left, rect.top, layout.px(44), min(height, layout.px(60)))
    layout.add(
        Item(
            id=f"marks-icon-{name}",
            rect=symbol,
            look=paint.Symbol(icon=icon, weight=Weight.FILL, size=layout.px(38), colour=palette().text),
        )
    )
    line = layout.text_height(title, bold, room)
    left = rect.left + layout.px(60)
    layout.label(f"marks-name-{name}", pygame.Rect(left, rect.top, room, line), title, bold, palette().text)
    layout.label(
        f"marks-crisis-{name}",
        pygame.Rect(left, rect.top + line, room, words_height - line),
        crisis,
        body,
        palette().text_second,
    )
    row = pygame.Rect(
        rect.right - marks_width,
        rect.top + (rect.height - side) // 2 if beside else rect.bottom - side,
        marks_width,
        side,
    )
    for mark, place in zip(range(scale.least, scale.most + 1), split(row, count, layout.px(10)), strict=True):
        chosen = table.curtain.marks.get(name) == mark
        layout.button(
            f"mark-{name}-{mark}",
            place,
            str(mark),
            _marks_one(table, name, mark),
            size=26,
            chosen=chosen,
            keys=str(mark) if by_digits and mark <= 9 else "",
            role=Role.CHOICE,
            state=words("common.chosen") if chosen else "",
            says=words("rating.mark", consequence=title, mark=mark, most=scale.most),
            pad=4,
        )
    column.gap(26)


def _marks_one(table: Table, name: ConsequenceId, mark: int) -> Callable[[], None]:
    def act() -> None:
        table.curtain.mark(name, mark)
        following = [one.id for one in table.box.description.consequences if one.id not in table.curtain.marks]
        scale = table.box.description.scale
        table.app.focus = f"mark-{following[0]}-{scale.least}" if following else "give-marks"

    return act
