"""The session chosen in the list: its board, what is known of it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import pygame

from enacting.language.characters import cleaned
from enacting.session.journal import Summary
from enacting.system import paths
from enacting.ui.dialogs.keep_until import format_keep_days, format_keep_until
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import grid, square
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

FACTS = 17
"""How many ems what is known of a session takes at the least, beside its picture."""


class Action(NamedTuple):
    """Something that can be done with a session: the id of its button, the key of its words, its icon, what it does."""

    name: str
    key: str
    icon: str
    act: Act


def lay_out_none(layout: Layout, area: pygame.Rect) -> None:
    """That there is no session yet."""
    column = Column(layout, area, "session")
    column.text("sessions-none", layout.words("sessions.none"), paint.body(layout.scale, 22), palette().text)
    column.end()


def lay_out(
    layout: Layout,
    catalogue: Catalogue,
    area: pygame.Rect,
    session: Summary,
    actions: Sequence[Action],
    *,
    resume: Act,
    keeps: Callable[[int], Act],
) -> None:
    """Its title and board, what is known of it, and what can be done; taking it up stays in sight.

    `keeps` is what keeps it for less time, given -1, and for more, given 1.
    """
    words, preview = layout.words, catalogue.previews.of(session)
    high = round(layout.button_height(26) * 1.1)
    foot = pygame.Rect(area.left, area.bottom - high, area.width, high)
    view = pygame.Rect(area.left, area.top, area.width, foot.top - layout.px(16) - area.top)
    column = Column(layout, view, "session")
    column.heading("session-title", shown_title(session, words), theme.TITLE)
    column.gap(12)
    across = 3 if layout.columns >= 84 else 2 if layout.columns >= 56 else 1
    button = round(layout.button_height(20) * 1.25)
    rows = -(-len(actions) // across)
    below = rows * button + (rows - 1) * layout.px(10)
    if column.width >= layout.em(FACTS + 12):
        _side_by_side(column, catalogue, session, column.room() - below - layout.px(22), keeps)
    else:
        _facts(column, catalogue, session, keeps)
        column.gap(12)
        width = column.width
        rect = column.block(width * SHAPE[1] // SHAPE[0])
        lay_out_picture(layout, catalogue.previews, "picture", rect, session, large=True)
    column.block(max(layout.px(22), column.room() - below))
    for (name, key, icon, act), rect in zip(
        actions, grid(column.block(below), len(actions), across, button, layout.px(10)), strict=True
    ):
        style = paint.styles().danger if name == "erase" else paint.styles().soft
        layout.button(name, rect, words(key), act, style=style, size=20, icon=icon, align="left", pad=14)
    column.end()
    over = preview is not None and preview.over
    key, icon = ("sessions.open", "folder-open") if over or session.trouble else ("sessions.resume", "play")
    layout.button(
        "resume",
        foot,
        words(key),
        resume,
        style=paint.styles().main,
        size=26,
        icon=icon,
        main=True,
        halo=True,
    )


def _side_by_side(
    column: Column, catalogue: Catalogue, session: Summary, room: int, keeps: Callable[[int], Act]
) -> None:
    """The board at the left, as large as there is room for, and what is known at its right."""
    layout, gap = column.layout, column.layout.px(24)
    most, least = column.width - gap - layout.em(FACTS), round(column.width * 0.36)
    width = max(least, min(most, room * SHAPE[0] // SHAPE[1]))
    picture = pygame.Rect(column.left, column.y, width, width * SHAPE[1] // SHAPE[0])
    lay_out_picture(layout, catalogue.previews, "picture", picture, session, large=True)
    left = picture.right + gap
    right = pygame.Rect(left, column.y, column.left + column.width + column.gutter - left, picture.height)
    beside = Column(layout, right, column.pane)  # It has no end of its own: it scrolls with the other.
    _facts(beside, catalogue, session, keeps)
    column.block(max(picture.height, beside.y - column.y))


def _facts(column: Column, catalogue: Catalogue, session: Summary, keeps: Callable[[int], Act]) -> None:
    """How far it went, when, who, and until when it is kept."""
    layout, words, today = column.layout, column.layout.words, date.today()
    body, strong = paint.body(layout.scale, 19), paint.strong(layout.scale, 20)
    progress = progress_line(catalogue.previews, session, words)
    _fact(column, progress, strong)
    column.gap(10)
    _fact(column, SummaryLine("played", "clock", format_last_played(session, words), palette().text), body)
    if session.path.parent != paths.sessions_folder():
        column.gap(10)
        folder = words("sessions.elsewhere", folder=session.path.parent)
        _fact(column, SummaryLine("elsewhere", "usb", folder, palette().text), body)
    names = _names(catalogue, session)
    if names:
        column.gap(10)
        _fact(column, SummaryLine("people", "users", words.list_of(names), palette().text), body)
    column.gap(18)
    metadata = catalogue.metadata(session)
    past, until = is_overdue(session, metadata, today), format_keep_until(session, metadata, today, words)
    _fact(column, SummaryLine("until", "bookmark-simple", until, palette().warning if past else palette().text), strong)
    column.gap(6)
    _days(column, metadata.days, keeps)


def _fact(column: Column, told: SummaryLine, style: Type) -> None:
    """A line that is read, over the whole width."""
    high = line_height(column.layout, told, style, column.width)
    lay_out_line(column.layout, f"fact-{told.name}", column.block(high), told, style, Role.TEXT)


def _days(column: Column, days: int, keeps: Callable[[int], Act]) -> None:
    """For how many days it is kept, with a button for less and one for more."""
    layout, words = column.layout, column.layout.words
    style, side = paint.body(layout.scale, 18), max(layout.target() + layout.px(4), layout.em(1.9))
    text = words("sessions.keep_days", count=days) if days else words("sessions.keep_never")
    room = column.width - 2 * side - layout.px(16)
    high = max(side, layout.text_height(text, style, room))
    rect = column.block(high)
    area = pygame.Rect(rect.left, rect.top, room, high)
    layout.label("keep-days", area, text, style, palette().text_second, vertical="middle")
    told = format_keep_days(days, words)
    for way, icon, key, x in (
        (-1, "minus", "sessions.keep_less", rect.right - side - side // 2 - layout.px(8)),
        (1, "plus", "sessions.keep_more", rect.right - side // 2),
    ):
        layout.icon_button(
            f"keep-{'less' if way < 0 else 'more'}",
            square((x, rect.centery), side - layout.px(4)),
            icon,
            words(key, value=told),
            keeps(way),
            style=paint.styles().soft,
            tip=False,
        )


def _names(catalogue: Catalogue, session: Summary) -> list[str]:
    preview = catalogue.previews.of(session)
    names = preview.names if preview is not None else tuple(cleaned(one) for one in session.players)
    return list(names)
