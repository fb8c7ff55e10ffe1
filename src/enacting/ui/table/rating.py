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
from enacting.ui.items.item import Intent, Item, Reading, Role
from enacting.ui.items.layout import Column, Sheet, split

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out(sheet: Sheet, table: Table) -> None:
    """The curtain, or the marks of the person who lifted it."""
    sheet.panel("curtain", sheet.rect, palette().table, radius=0)
    player = next_to_speak(table.game)
    assert player is not None
    with sheet.read_as(Reading.ALWAYS):
        _corner(sheet, table)
    if table.curtain.open_for == player:
        _marks(sheet, table, player)
    else:
        _curtain(sheet, table, player)


def _corner(sheet: Sheet, table: Table) -> None:
    """Help, undo, the menu and, while the curtain is drawn, a question for those who wait stay within reach."""
    words, side = sheet.words, max(sheet.px(48), sheet.em(1.9))
    right, top = sheet.rect.right - sheet.px(24) - side // 2, sheet.px(20) + side // 2
    undo = table.undo if table.session.can_undo else None
    asks = not table.secret and table.prompts()
    buttons: tuple[tuple[str, str, str, Intent | None, str], ...] = (
        ("menu", "list", words("table.menu"), Menu(), "m"),
        ("help", "question", words("table.help"), table.help, "f1"),
        *((("prompt", "chat-circle-dots", words("table.prompt"), Prompt(), "q"),) if asks else ()),
        ("undo", "arrow-u-up-left", table.undo_name, undo, "ctrl+z"),
    )
    for name, icon, says, intent, keys in buttons:
        sheet.icon_button(name, (right, top), side, icon, says, intent, keys=keys)
        right -= side + sheet.px(8)


def _curtain(sheet: Sheet, table: Table, player: PlayerId) -> None:
    words, name = sheet.words, table.name_of(player)
    title = Type(Face.TITLE_800, sheet.scale.text(78 if sheet.columns >= 60 else 44))
    body = paint.body(sheet.scale, 30 if sheet.columns >= 60 else 22)
    width = min(sheet.rect.width - sheet.px(120), sheet.em(62))
    text, under = words("rating.pass_to", name=name), words("rating.secret")
    doing = table.doing
    assert doing is not None
    why = f"{doing.title} · {doing.text}"
    small = paint.body(sheet.scale, 20)
    under_width = min(width, sheet.em(50))
    heights = (
        sheet.px(170),
        sheet.text_height(text, title, width, balanced=True),
        sheet.text_height(under, body, under_width, balanced=True),
        max(sheet.px(72), sheet.em(2.9)),
        sheet.text_height(why, small, width),
    )
    gaps = (sheet.px(28), sheet.px(22), sheet.px(40), sheet.px(30))
    total = sum(heights) + sum(gaps) + sheet.button_height(20) + sheet.px(20)
    top = max(sheet.px(30), (sheet.rect.height - total) // 2)
    centre = sheet.rect.centerx
    disc = pygame.Rect(0, top, heights[0], heights[0])
    disc.centerx = centre
    sheet.add(
        Item(
            id="curtain-token",
            rect=disc,
            look=paint.Token(letter=table.initial(player), colour=table.colour_of(player)),
        )
    )
    area = pygame.Rect(0, disc.bottom + gaps[0], width, heights[1])
    area.centerx = centre
    sheet.label(
        "curtain-title", area, text, title, palette().light_ink, align="centre", balanced=True, role=Role.HEADING
    )
    area = pygame.Rect(0, area.bottom + gaps[1], under_width, heights[2])
    area.centerx = centre
    sheet.label("curtain-secret", area, under, body, palette().light_ink_second, align="centre", balanced=True)
    area = pygame.Rect(0, area.bottom + gaps[2], min(width, max(sheet.px(560), sheet.em(20))), heights[3])
    area.centerx = centre
    sheet.button(
        "its-me",
        area,
        words("rating.its_me", name=name),
        lambda: _open(table, player),
        dress=paint.styles().main,
        size=28,
        main=True,
    )
    area = pygame.Rect(0, area.bottom + gaps[3], width, heights[4])
    area.centerx = centre
    sheet.label("curtain-why", area, why, small, palette().light_ink_second, align="centre")
    row = pygame.Rect(0, area.bottom + sheet.px(20), min(width, sheet.em(42)), sheet.button_height(20))
    row.centerx = centre
    row.bottom = min(row.bottom, sheet.rect.bottom - sheet.px(16))
    leave, skip = split(row, 2, sheet.px(14))
    sheet.button(
        "do-not-rate",
        leave,
        words("rating.leave_out", name=name),
        DoNotRate(by=player, player=player),
        dress=paint.styles().on_table,
        size=19,
    )
    sheet.button(
        "skip-activity",
        skip,
        words("table.skip_activity"),
        EndActivity(by=FACILITATOR),
        dress=paint.styles().on_table,
        size=19,
        icon="fast-forward",
    )


def _open(table: Table, player: PlayerId) -> None:
    if table.curtain.lift(player, table.app.frames_shown):
        first = table.box.description.consequences[0].id
        table.app.focus = f"mark-{first}-{table.box.description.scale.least}"


def _marks(sheet: Sheet, table: Table, player: PlayerId) -> None:
    """A row for each consequence, a button for each mark."""
    words, name = sheet.words, table.name_of(player)
    edge = sheet.px(30)
    width = min(sheet.rect.width - 2 * edge, max(sheet.px(1180), sheet.em(48)))
    top = sheet.px(20) + max(sheet.px(48), sheet.em(1.9)) + sheet.px(14)
    most = sheet.rect.height - top - edge
    count = len(table.box.description.consequences)
    roomy = sheet.em(7) + count * max(sheet.px(132), sheet.em(5)) + sheet.px(200)
    panel = pygame.Rect(0, 0, width, min(most, roomy))
    panel.center = (sheet.rect.centerx, top + most // 2)
    sheet.panel("marks-panel", panel, palette().panel, radius=theme.RADIUS_LARGE)
    inside = panel.inflate(-2 * sheet.px(40), -2 * sheet.px(32))
    button = max(sheet.px(72), sheet.em(2.9))
    foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
    area = pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - sheet.px(16))
    column = Column(sheet, area, "marks")
    column.heading("marks-title", words("rating.title", name=name), theme.TITLE)
    column.gap(6)
    scale = table.box.description.scale
    text = words("rating.text", least=scale.least, most=scale.most)
    column.text("marks-text", text, paint.body(sheet.scale, 22), palette().text_second)
    column.gap(20)
    missing = [one for one in table.box.description.consequences if one.id not in table.curtain.marks]
    for one in table.box.description.consequences:
        is_next = bool(missing) and missing[0].id == one.id
        _row(sheet, table, column, one.id, one.title, one.icon, by_digits=is_next)
    column.end()
    marks = {ConsequenceId(key): mark for key, mark in table.curtain.marks.items()}
    sheet.button(
        "give-marks",
        foot,
        words("rating.give") if not missing else words("rating.missing", count=len(missing)),
        Rate(by=player, player=player, marks=marks) if not missing else None,
        dress=paint.styles().main if not missing else paint.styles().cannot,
        size=28,
        main=not missing,
        icon="check" if not missing else "",
    )


def _row(
    sheet: Sheet, table: Table, column: Column, name: ConsequenceId, title: str, icon: str, *, by_digits: bool
) -> None:
    """A consequence and its marks; digits choose in the first row that has none."""
    words, scale = sheet.words, table.box.description.scale
    bold, body = paint.strong(sheet.scale, 24), paint.body(sheet.scale, 20)
    crisis = table.box.crises[table.game.crisis].consequences.get(name, "")
    count = scale.most - scale.least + 1
    side = max(sheet.px(84), sheet.em(2.8))
    marks_width = count * side + (count - 1) * sheet.px(10)
    beside = column.width - marks_width - sheet.px(24) >= sheet.em(15)
    room = (column.width - marks_width - sheet.px(24) if beside else column.width) - sheet.px(60)
    words_height = sheet.text_height(title, bold, room) + sheet.text_height(crisis, body, room)
    height = max(side, words_height) if beside else words_height + side + sheet.px(8)
    rect = column.block(height)
    symbol = pygame.Rect(rect.left, rect.top, sheet.px(44), min(height, sheet.px(60)))
    sheet.add(
        Item(
            id=f"marks-icon-{name}",
            rect=symbol,
            look=paint.Symbol(icon=icon, weight=Weight.FILL, size=sheet.px(38), colour=palette().text),
        )
    )
    line = sheet.text_height(title, bold, room)
    left = rect.left + sheet.px(60)
    sheet.label(f"marks-name-{name}", pygame.Rect(left, rect.top, room, line), title, bold, palette().text)
    sheet.label(
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
    for mark, place in zip(range(scale.least, scale.most + 1), split(row, count, sheet.px(10)), strict=True):
        chosen = table.curtain.marks.get(name) == mark
        sheet.button(
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
