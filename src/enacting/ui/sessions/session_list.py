"""The list of sessions: a row for each, with a small picture of its board where there is room."""

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
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items.buttons import Button, ButtonStyle, button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import body_type, bold_type
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
"""Below this width in ems the small pictures are left out."""


class RowShape(NamedTuple):
    """What the rows of the list have in common: looks, types, and lengths in pixels."""

    usual: Button
    chosen: Button
    strong: Type
    body: Type
    picture: tuple[int, int]
    text_width: int
    scrolled: int


class SessionRow(NamedTuple):
    """The texts of a row and their heights, the title first."""

    name: str
    title: str
    lines: list[SummaryLine]
    heights: list[int]


class SessionRowCache:
    """The rows of a catalogue, made again only when what they say changes."""

    def __init__(self) -> None:
        self._version = -1
        self._rows: dict[object, SessionRow] = {}

    def row(self, key: object, version: int, make: Callable[[], SessionRow]) -> SessionRow:
        """The cached row of that key; rows of another version of the catalogue are dropped."""
        if version != self._version:
            self._version, self._rows = version, {}
        if key not in self._rows:
            self._rows[key] = make()
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
    """Warnings about all of them, then a row for each; the button to import one stays in sight.

    `picks` returns what a click on a row does. Returns the sessions in sight.
    """
    words = layout.words
    view, footer = layout.stack(area, (REST, layout.button_height(20)), Space.MEDIUM)
    column = Column(layout, view, "list")
    if catalogue.cloud:
        text = words("sessions.cloud", service=catalogue.cloud, folder=paths.sessions_folder())
        lay_out_warning(column, "cloud", text)
    today = date.today()
    overdue = sum(is_overdue(session, catalogue.metadata(session), today) for session in catalogue.sessions)
    if overdue:
        lay_out_warning(column, "past", words("sessions.past", count=overdue), icon="clock")
    shape, in_sight = _shape(column), []
    for index, session in enumerate(catalogue.sessions):
        row = _make_row(layout, catalogue, rows, session, shape)
        if _row(column, catalogue, shape, row, index, session, picks(session)):
            in_sight.append(session)
        column.gap(Space.MEDIUM)
    folder = words("sessions.folder", folder=paths.sessions_folder())
    column.gap(Space.TINY)
    column.text("sessions-folder", folder, body_type(layout.scale, 16), palette().text_second)
    column.end()
    layout.button(
        "import",
        footer,
        words("sessions.import"),
        import_session,
        style=button_styles().on_paper,
        size=20,
        icon="folder-open",
    )
    return in_sight


def _row(
    column: Column, catalogue: Catalogue, shape: RowShape, row: SessionRow, index: int, session: Summary, pick: Act
) -> bool:
    """A session in the list: its board, its title, when it was played, how far it went; whether it is in sight."""
    layout, chosen, text_height = column.layout, session.path == catalogue.chosen, sum(row.heights)
    picture_width, picture_height = shape.picture
    rect = column.block(max(picture_height, text_height) + 2 * layout.px(Space.MEDIUM))
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
    inner = layout.inset(rect, Space.MEDIUM)
    if picture_width:
        picture = place(inner, picture_width, picture_height, "midleft")
        lay_out_picture(layout, catalogue.previews, f"picture-{index}", picture, session)
    texts = place(inner, shape.text_width, text_height, "midright")
    title, *lines = layout.stack(texts, row.heights)
    layout.label(f"title-{index}", title, row.title, shape.strong, palette().text, role=Role.DECOR)
    for line, line_rect in zip(row.lines, lines, strict=True):
        lay_out_line(layout, f"{line.name}-{index}", line_rect, line, shape.body, Role.DECOR)
    return True


def _shape(column: Column) -> RowShape:
    layout, strong = column.layout, bold_type(column.layout.scale, 20)
    width = 0 if layout.columns < NARROW else layout.px(150)
    usual, chosen = (
        Button(
            text="",
            type=strong,
            style=style,
            radius=layout.px(12),
            smallest=theme.SMALLEST_TEXT,
            border_width=layout.px(border),
        )
        for style, border in (
            (button_styles().soft, 2),
            (ButtonStyle(palette().ask, palette().text, border=palette().text, hover=palette().ask), 5),
        )
    )
    pad = layout.px(Space.MEDIUM)
    return RowShape(
        usual=usual,
        chosen=chosen,
        strong=strong,
        body=body_type(layout.scale, 17),
        picture=(width, width * SHAPE[1] // SHAPE[0]),
        text_width=column.width - 2 * pad - (width + pad if width else 0),
        scrolled=layout.scrolled.get(column.pane, 0),
    )


def _make_row(
    layout: Layout, catalogue: Catalogue, rows: SessionRowCache, session: Summary, shape: RowShape
) -> SessionRow:
    """The text of the row of a session, from the cache where it is unchanged."""
    words, strong, body, width = layout.words, shape.strong, shape.body, shape.text_width

    def make() -> SessionRow:
        title, lines = shown_title(session, words), _row_lines(catalogue, session, date.today(), words)
        heights = [line_height(layout, line, body, width) for line in lines]
        name = ". ".join((title, *(line.text for line in lines)))
        return SessionRow(name, title, lines, [layout.text_height(title, strong, width), *heights])

    key = (session.path, catalogue.previews.of(session) is None, words.language, palette().panel, width, strong.size)
    return rows.row(key, catalogue.version, make)


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
