"""The session chosen in the list: its board, what is known of it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import pygame

from enacting.language.characters import cleaned
from enacting.session.journal import Summary
from enacting.system import paths
from enacting.ui.dialogs.keep_until import days_told, until_told
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items import paint
from enacting.ui.items.item import Act, Role
from enacting.ui.items.layout import Column, Sheet, grid
from enacting.ui.library import is_past
from enacting.ui.sessions.catalogue import Catalogue
from enacting.ui.sessions.session_summary import (
    Told,
    lay_out_line,
    lay_out_picture,
    line_height,
    played_told,
    progress_told,
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


def lay_out_none(sheet: Sheet, area: pygame.Rect) -> None:
    """That there is no session yet."""
    column = Column(sheet, area, "session")
    column.text("sessions-none", sheet.words("sessions.none"), paint.body(sheet.scale, 22), palette().text)
    column.end()


def lay_out(
    sheet: Sheet,
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
    words, glance = sheet.words, catalogue.glances.of(session)
    high = round(sheet.button_height(26) * 1.1)
    foot = pygame.Rect(area.left, area.bottom - high, area.width, high)
    view = pygame.Rect(area.left, area.top, area.width, foot.top - sheet.px(16) - area.top)
    column = Column(sheet, view, "session")
    column.heading("session-title", shown_title(session, words), theme.TITLE)
    column.gap(12)
    across = 3 if sheet.columns >= 84 else 2 if sheet.columns >= 56 else 1
    button = round(sheet.button_height(20) * 1.25)
    rows = -(-len(actions) // across)
    below = rows * button + (rows - 1) * sheet.px(10)
    if column.width >= sheet.em(FACTS + 12):
        _side_by_side(column, catalogue, session, column.room() - below - sheet.px(22), keeps)
    else:
        _facts(column, catalogue, session, keeps)
        column.gap(12)
        width = column.width
        rect = column.block(width * SHAPE[1] // SHAPE[0])
        lay_out_picture(sheet, catalogue.glances, "picture", rect, session, large=True)
    column.block(max(sheet.px(22), column.room() - below))
    for (name, key, icon, act), rect in zip(
        actions, grid(column.block(below), len(actions), across, button, sheet.px(10)), strict=True
    ):
        dress = paint.styles().danger if name == "erase" else paint.styles().soft
        sheet.button(name, rect, words(key), act, dress=dress, size=20, icon=icon, align="left", pad=14)
    column.end()
    over = glance is not None and glance.over
    key, icon = ("sessions.open", "folder-open") if over or session.trouble else ("sessions.resume", "play")
    sheet.button(
        "resume",
        foot,
        words(key),
        resume,
        dress=paint.styles().main,
        size=26,
        icon=icon,
        main=True,
        halo=True,
    )


def _side_by_side(
    column: Column, catalogue: Catalogue, session: Summary, room: int, keeps: Callable[[int], Act]
) -> None:
    """The board at the left, as large as there is room for, and what is known at its right."""
    sheet, gap = column.sheet, column.sheet.px(24)
    most, least = column.width - gap - sheet.em(FACTS), round(column.width * 0.36)
    width = max(least, min(most, room * SHAPE[0] // SHAPE[1]))
    picture = pygame.Rect(column.left, column.y, width, width * SHAPE[1] // SHAPE[0])
    lay_out_picture(sheet, catalogue.glances, "picture", picture, session, large=True)
    left = picture.right + gap
    right = pygame.Rect(left, column.y, column.left + column.width + column.gutter - left, picture.height)
    beside = Column(sheet, right, column.pane)  # It has no end of its own: it scrolls with the other.
    _facts(beside, catalogue, session, keeps)
    column.block(max(picture.height, beside.y - column.y))


def _facts(column: Column, catalogue: Catalogue, session: Summary, keeps: Callable[[int], Act]) -> None:
    """How far it went, when, who, and until when it is kept."""
    sheet, words, today = column.sheet, column.sheet.words, date.today()
    body, strong = paint.body(sheet.scale, 19), paint.strong(sheet.scale, 20)
    progress = progress_told(catalogue.glances, session, words)
    _fact(column, progress, strong)
    column.gap(10)
    _fact(column, Told("played", "clock", played_told(session, words), palette().text), body)
    if session.path.parent != paths.sessions_folder():
        column.gap(10)
        folder = words("sessions.elsewhere", folder=session.path.parent)
        _fact(column, Told("elsewhere", "usb", folder, palette().text), body)
    names = _names(catalogue, session)
    if names:
        column.gap(10)
        _fact(column, Told("people", "users", words.list_of(names), palette().text), body)
    column.gap(18)
    slip = catalogue.slip(session)
    past, until = is_past(session, slip, today), until_told(session, slip, today, words)
    _fact(column, Told("until", "bookmark-simple", until, palette().warning if past else palette().text), strong)
    column.gap(6)
    _days(column, slip.days, keeps)


def _fact(column: Column, told: Told, style: Type) -> None:
    """A line that is read, over the whole width."""
    high = line_height(column.sheet, told, style, column.width)
    lay_out_line(column.sheet, f"fact-{told.name}", column.block(high), told, style, Role.TEXT)


def _days(column: Column, days: int, keeps: Callable[[int], Act]) -> None:
    """For how many days it is kept, with a button for less and one for more."""
    sheet, words = column.sheet, column.sheet.words
    style, side = paint.body(sheet.scale, 18), max(sheet.target() + sheet.px(4), sheet.em(1.9))
    text = words("sessions.keep_days", count=days) if days else words("sessions.keep_never")
    room = column.width - 2 * side - sheet.px(16)
    high = max(side, sheet.text_height(text, style, room))
    rect = column.block(high)
    area = pygame.Rect(rect.left, rect.top, room, high)
    sheet.label("keep-days", area, text, style, palette().text_second, vertical="middle")
    told = days_told(days, words)
    for way, icon, key, x in (
        (-1, "minus", "sessions.keep_less", rect.right - side - side // 2 - sheet.px(8)),
        (1, "plus", "sessions.keep_more", rect.right - side // 2),
    ):
        sheet.icon_button(
            f"keep-{'less' if way < 0 else 'more'}",
            (x, rect.centery),
            side - sheet.px(4),
            icon,
            words(key, value=told),
            keeps(way),
            dress=paint.styles().soft,
            tip=False,
        )


def _names(catalogue: Catalogue, session: Summary) -> list[str]:
    glance = catalogue.glances.of(session)
    names = glance.names if glance is not None else tuple(cleaned(one) for one in session.players)
    return list(names)
