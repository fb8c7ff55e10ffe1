"""The list of the sessions: a row for each, with its board small where there is room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pygame

from enacting.language.words import Words
from enacting.session.journal import Summary
from enacting.system import paths
from enacting.ui.dialogs.keep_until import format_keep_until, lay_out_warning
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.library import is_overdue
from enacting.ui.sessions.catalogue import Catalogue
from enacting.ui.sessions.session_summary import (
    SummaryLine,
    format_last_played,
    lay_out_line,
    lay_out_picture,
    line_height,
    progress_line,
    shown_title,
)
from enacting.ui.table.board_view import SHAPE

NARROW = 64
"""Under how many ems the small pictures of the list are left out."""


class RowShape(NamedTuple):
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


class SessionRow(NamedTuple):
    """What is written in a row of the list, and how high each of it is, the title first."""

    name: str
    title: str
    lines: list[SummaryLine]
    heights: list[int]


class SessionRowCache:
    """The rows of a catalogue, written once as long as what they say stays the same."""

    def __init__(self) -> None:
        self._version = -1
        self._rows: dict[object, SessionRow] = {}

    def row(self, key: object, version: int, write: Callable[[], SessionRow]) -> SessionRow:
        """The row known by that key; those of another version of the catalogue are forgotten."""
        if version != self._version:
            self._version, self._rows = version, {}
        if key not in self._rows:
            self._rows[key] = write()
        return self._rows[key]


def lay_out(
    layout: Layout,
    catalogue: Catalogue,
    rows: SessionRowCache,
    area: pygame.Rect,
    *,
    picks: Callable[[Summary], Act],
    import_session: Act,
) -> list[Summary]:
    """What people should know of all of them, then a row for each; taking one in stays in sight.

    `picks` is what a click on a row does. Returns the sessions that are in sight.
    """
    words, high = layout.words, layout.button_height(20)
    foot = pygame.Rect(area.left, area.bottom - high, area.width, high)
    column = Column(layout, pygame.Rect(area.left, area.top, area.width, foot.top - layout.px(14) - area.top), "list")
    if catalogue.cloud:
        text = words("sessions.cloud", service=catalogue.cloud, folder=paths.sessions_folder())
        lay_out_warning(column, "cloud", text)
    today = date.today()
    past = sum(is_overdue(one, catalogue.metadata(one), today) for one in catalogue.sessions)
    if past:
        lay_out_warning(column, "past", words("sessions.past", count=past), icon="clock")
    shape, in_sight = _shape(column), []
    for index, session in enumerate(catalogue.sessions):
        row = _written(layout, catalogue, rows, session, shape)
        if _row(column, catalogue, shape, row, index, session, picks(session)):
            in_sight.append(session)
        column.gap(10)
    folder = words("sessions.folder", folder=paths.sessions_folder())
    column.gap(4)
    column.text("sessions-folder", folder, paint.body(layout.scale, 16), palette().text_second)
    column.end()
    layout.button(
        "import",
        foot,
        words("sessions.import"),
        import_session,
        style=paint.styles().on_paper,
        size=20,
        icon="folder-open",
    )
    return in_sight


def _row(
    column: Column, catalogue: Catalogue, shape: RowShape, row: SessionRow, index: int, session: Summary, pick: Act
) -> bool:
    """A session in the list: its board, its title, when it was played, how far it went; whether it is in sight."""
    layout, pad, chosen = column.layout, shape.pad, session.path == catalogue.chosen
    text = sum(row.heights)
    rect = column.block(max(shape.tall, text) + 2 * pad)
    layout.add(
        Item(
            id=f"session-{index}",
            rect=rect,
            look=shape.chosen if chosen else shape.usual,
            role=Role.CHOICE,
            name=row.name,
            state=layout.words("common.chosen") if chosen else "",
            intent=pick,
            chosen=chosen,
        )
    )
    if rect.bottom - shape.scrolled < column.view.top or rect.top - shape.scrolled > column.view.bottom:
        return False  # What is out of sight is not painted; the row itself is read and reached all the same.
    left = rect.left + pad
    if shape.wide:
        place = pygame.Rect(left, 0, shape.wide, shape.tall)
        place.centery = rect.centery
        lay_out_picture(layout, catalogue.previews, f"picture-{index}", place, session)
        left = place.right + pad
    top = rect.top + (rect.height - text) // 2
    area = pygame.Rect(left, top, shape.room, row.heights[0])
    layout.label(f"title-{index}", area, row.title, shape.strong, palette().text, role=Role.DECOR)
    top = area.bottom
    for line, high in zip(row.lines, row.heights[1:], strict=True):
        area = pygame.Rect(left, top, shape.room, high)
        lay_out_line(layout, f"{line.name}-{index}", area, line, shape.body, Role.DECOR)
        top += high
    return True


def _shape(column: Column) -> RowShape:
    layout, pad = column.layout, column.layout.px(12)
    strong, wide = paint.strong(layout.scale, 20), 0 if layout.columns < NARROW else layout.px(150)
    looks = [
        paint.Button(
            text="",
            type=strong,
            style=style,
            radius=layout.px(12),
            smallest=theme.SMALLEST_TEXT,
            border_width=layout.px(border),
        )
        for style, border in (
            (paint.styles().soft, 2),
            (paint.ButtonStyle(palette().ask, palette().text, border=palette().text, hover=palette().ask), 5),
        )
    ]
    return RowShape(
        usual=looks[0],
        chosen=looks[1],
        strong=strong,
        body=paint.body(layout.scale, 17),
        pad=pad,
        wide=wide,
        tall=wide * SHAPE[1] // SHAPE[0],
        room=column.width - 2 * pad - (wide + pad if wide else 0),
        scrolled=layout.scrolled.get(column.pane, 0),
    )


def _written(
    layout: Layout, catalogue: Catalogue, rows: SessionRowCache, session: Summary, shape: RowShape
) -> SessionRow:
    """What is written in the row of a session."""
    words, strong, body, room = layout.words, shape.strong, shape.body, shape.room

    def write() -> SessionRow:
        title, lines = shown_title(session, words), _row_lines(catalogue, session, date.today(), words)
        low = [line_height(layout, line, body, room) for line in lines]
        name = ". ".join((title, *(line.text for line in lines)))
        return SessionRow(name, title, lines, [layout.text_height(title, strong, room), *low])

    key = (session.path, catalogue.previews.of(session) is None, words.language, palette().panel, room, strong.size)
    return rows.row(key, catalogue.version, write)


def _row_lines(catalogue: Catalogue, session: Summary, today: date, words: Words) -> list[SummaryLine]:
    lines = [
        SummaryLine("when", "", format_last_played(session, words), palette().text_second),
        progress_line(catalogue.previews, session, words),
    ]
    metadata = catalogue.metadata(session)
    if is_overdue(session, metadata, today):
        lines.append(
            SummaryLine("until", "clock", format_keep_until(session, metadata, today, words), palette().warning)
        )
    return lines
