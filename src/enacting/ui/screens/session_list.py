"""The list of the sessions: a row for each, with its board small where there is room."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pygame

from enacting import paths
from enacting.journal import Summary
from enacting.ui import paint, theme
from enacting.ui.item import Item, Role
from enacting.ui.library import is_past
from enacting.ui.screens.board_view import SHAPE
from enacting.ui.screens.keep import lay_out_warning, until_told
from enacting.ui.screens.session_told import (
    Told,
    lay_out_line,
    lay_out_picture,
    line_height,
    played_told,
    progress_told,
    shown_title,
)
from enacting.ui.sheet import Column, Sheet
from enacting.ui.typeset import Type
from enacting.words import Words

if TYPE_CHECKING:
    from enacting.ui.screens.sessions import Sessions

NARROW = 64
"""Under how many ems the small pictures of the list are left out."""


class Shape(NamedTuple):
    """What the rows of the list have in common: looks, types, and lengths in pixels."""

    usual: paint.Button
    chosen: paint.Button
    strong: Type
    body: Type
    pad: int
    wide: int
    tall: int
    room: int
    scrolled: int


class Row(NamedTuple):
    """What is written in a row of the list, and how high each of it is, the title first."""

    name: str
    title: str
    lines: list[Told]
    heights: list[int]


def lay_out(sheet: Sheet, screen: Sessions, area: pygame.Rect) -> None:
    """What people should know of all of them, then a row for each; taking one in stays in sight."""
    words, high = sheet.words, sheet.button_height(20)
    foot = pygame.Rect(area.left, area.bottom - high, area.width, high)
    column = Column(sheet, pygame.Rect(area.left, area.top, area.width, foot.top - sheet.px(14) - area.top), "list")
    if screen.cloud:
        text = words("sessions.cloud", service=screen.cloud, folder=paths.sessions_folder())
        lay_out_warning(column, "cloud", text)
    today = date.today()
    past = sum(is_past(one, screen.slips[one.path], today) for one in screen.sessions)
    if past:
        lay_out_warning(column, "past", words("sessions.past", count=past), icon="clock")
    screen.in_sight = []
    shape = _shape(column)
    for index, session in enumerate(screen.sessions):
        _row(column, screen, shape, index, session)
        column.gap(10)
    folder = words("sessions.folder", folder=paths.sessions_folder())
    column.gap(4)
    column.text("sessions-folder", folder, paint.body(sheet.scale, 16), theme.TEXT_SECOND)
    column.end()
    sheet.button(
        "import",
        foot,
        words("sessions.import"),
        screen.coming_back("import", screen.ask_for_file),
        dress=paint.ON_PAPER,
        size=20,
        icon="folder-open",
    )


def _row(column: Column, screen: Sessions, shape: Shape, index: int, session: Summary) -> None:
    """A session in the list: its board, its title, when it was played, how far it went."""
    sheet, pad, chosen = column.sheet, shape.pad, session.path == screen.chosen
    row = _written(sheet, screen, session, shape)
    text = sum(row.heights)
    rect = column.block(max(shape.tall, text) + 2 * pad)
    sheet.add(
        Item(
            id=f"session-{index}",
            rect=rect,
            look=shape.chosen if chosen else shape.usual,
            role=Role.CHOICE,
            name=row.name,
            state=sheet.words("common.chosen") if chosen else "",
            intent=screen.picks(session),
            chosen=chosen,
        )
    )
    if rect.bottom - shape.scrolled < column.view.top or rect.top - shape.scrolled > column.view.bottom:
        return  # What is out of sight is not painted; the row itself is read and reached all the same.
    screen.in_sight.append(session)
    left = rect.left + pad
    if shape.wide:
        place = pygame.Rect(left, 0, shape.wide, shape.tall)
        place.centery = rect.centery
        lay_out_picture(sheet, screen.glances, f"picture-{index}", place, session)
        left = place.right + pad
    top = rect.top + (rect.height - text) // 2
    area = pygame.Rect(left, top, shape.room, row.heights[0])
    sheet.label(f"title-{index}", area, row.title, shape.strong, theme.TEXT, role=Role.DECOR)
    top = area.bottom
    for line, high in zip(row.lines, row.heights[1:], strict=True):
        area = pygame.Rect(left, top, shape.room, high)
        lay_out_line(sheet, f"{line.name}-{index}", area, line, shape.body, Role.DECOR)
        top += high


def _shape(column: Column) -> Shape:
    sheet, pad = column.sheet, column.sheet.px(12)
    strong, wide = paint.strong(sheet.scale, 20), 0 if sheet.columns < NARROW else sheet.px(150)
    looks = [
        paint.Button(
            text="",
            type=strong,
            dress=dress,
            radius=sheet.px(12),
            smallest=theme.SMALLEST_TEXT,
            border_width=sheet.px(border),
        )
        for dress, border in (
            (paint.SOFT, 2),
            (paint.Dress(theme.ASK, theme.TEXT, border=theme.TEXT, hover=theme.ASK), 5),
        )
    ]
    return Shape(
        usual=looks[0],
        chosen=looks[1],
        strong=strong,
        body=paint.body(sheet.scale, 17),
        pad=pad,
        wide=wide,
        tall=wide * SHAPE[1] // SHAPE[0],
        room=column.width - 2 * pad - (wide + pad if wide else 0),
        scrolled=sheet.scrolled.get(column.pane, 0),
    )


def _written(sheet: Sheet, screen: Sessions, session: Summary, shape: Shape) -> Row:
    """What is written in the row of a session, laid out once as long as it stays the same."""
    words, strong, body, room = sheet.words, shape.strong, shape.body, shape.room
    key = (session.path, screen.glances.of(session) is None, words.language, theme.PANEL, room, strong.size)
    if key not in screen.rows:
        title, lines = shown_title(session, words), _row_lines(screen, session, date.today(), words)
        low = [line_height(sheet, line, body, room) for line in lines]
        name = ". ".join((title, *(line.text for line in lines)))
        screen.rows[key] = Row(name, title, lines, [sheet.text_height(title, strong, room), *low])
    return screen.rows[key]


def _row_lines(screen: Sessions, session: Summary, today: date, words: Words) -> list[Told]:
    lines = [
        Told("when", "", played_told(session, words), theme.TEXT_SECOND),
        progress_told(screen.glances, session, words),
    ]
    slip = screen.slips[session.path]
    if is_past(session, slip, today):
        lines.append(Told("until", "clock", until_told(session, slip, today, words), theme.WARNING))
    return lines
