"""The session selected in the list: its board, its facts, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pygame

from enacting.language.characters import cleaned
from enacting.session.journal import Summary
from enacting.system import paths
from enacting.ui.dialogs.keep_until import format_keep_days, format_keep_until
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column, Stack
from enacting.ui.items.item import Act, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, grid_height
from enacting.ui.items.stepper import Step, lay_out_stepper
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

FACTS_WIDTH = 17
"""The minimum width of the facts beside the picture, in ems."""


def lay_out_none(layout: Layout, area: pygame.Rect) -> None:
    """Say that there is no session yet."""
    column = Column(layout, area, "session")
    column.text("sessions-none", layout.words("sessions.none"), body_type(layout.scale, 22), palette().text)
    column.end()


def lay_out(
    layout: Layout,
    catalogue: Catalogue,
    area: pygame.Rect,
    session: Summary,
    actions: Sequence[Action],
    *,
    resume: Act,
    step_days: Step,
) -> None:
    """Its title and board, what is known of it, and what can be done; the button that opens it stays in sight.

    `step_days` changes how long it is kept.
    """
    words, preview = layout.words, catalogue.previews.of(session)
    view, footer = layout.stack(area, (REST, layout.action_height()), Space.LARGE)
    column = Column(layout, view, "session")
    column.heading("session-title", shown_title(session, words), theme.TITLE)
    column.gap(Space.MEDIUM)
    per_row = 3 if layout.columns >= 84 else 2 if layout.columns >= 56 else 1
    button_height, gap = layout.row_height(), layout.px(Space.WIDE)
    below = grid_height(len(actions), per_row, button_height, layout.px(Space.MEDIUM))
    if column.width >= layout.em(FACTS_WIDTH + 12):
        _side_by_side(column, catalogue, session, column.room() - below - gap, step_days)
    else:
        _facts(column, catalogue, session, step_days)
        column.gap(Space.MEDIUM)
        rect = column.block(column.width * SHAPE[1] // SHAPE[0])
        lay_out_picture(layout, catalogue.previews, "picture", rect, session, large=True)
    column.block(max(gap, column.room() - below))
    for action, rect in zip(actions, column.grid(len(actions), per_row, button_height), strict=True):
        layout.action(rect, action, size=20, style=button_styles().soft, align="left")
    column.end()
    is_closed = session.trouble or (preview is not None and preview.over)
    key, icon = ("sessions.open", "folder-open") if is_closed else ("sessions.resume", "play")
    layout.button(
        "resume", footer, words(key), resume, style=button_styles().main, size=26, icon=icon, main=True, halo=True
    )


def _side_by_side(column: Column, catalogue: Catalogue, session: Summary, room: int, step_days: Step) -> None:
    """The board at the left, as large as there is room for, and the facts at its right."""
    layout = column.layout
    max_width = column.width - layout.px(Space.WIDE) - layout.em(FACTS_WIDTH)
    width = max(round(column.width * 0.36), min(max_width, room * SHAPE[0] // SHAPE[1]))
    picture, right = layout.row(
        pygame.Rect(column.left, column.y, column.width, width * SHAPE[1] // SHAPE[0]), (width, REST), Space.WIDE
    )
    lay_out_picture(layout, catalogue.previews, "picture", picture, session, large=True)
    facts = Stack(layout, right)
    _facts(facts, catalogue, session, step_days)
    column.block(max(picture.height, facts.height))


def _facts(stack: Stack, catalogue: Catalogue, session: Summary, step_days: Step) -> None:
    """How far it went, when, who, and until when it is kept."""
    layout, words, today = stack.layout, stack.layout.words, date.today()
    body, strong, colour = body_type(layout.scale, 19), bold_type(layout.scale, 20), palette().text
    _fact(stack, progress_line(catalogue.previews, session, words), strong)
    stack.gap(Space.MEDIUM)
    _fact(stack, SummaryLine("played", "clock", format_last_played(session, words), colour), body)
    if session.path.parent != paths.sessions_folder():
        stack.gap(Space.MEDIUM)
        folder = words("sessions.elsewhere", folder=session.path.parent)
        _fact(stack, SummaryLine("elsewhere", "usb", folder, colour), body)
    names = _names(catalogue, session)
    if names:
        stack.gap(Space.MEDIUM)
        _fact(stack, SummaryLine("people", "users", words.list_of(names), colour), body)
    stack.gap(Space.LARGE)
    metadata = catalogue.metadata(session)
    overdue, until = is_overdue(session, metadata, today), format_keep_until(session, metadata, today, words)
    _fact(stack, SummaryLine("until", "bookmark-simple", until, palette().warning if overdue else colour), strong)
    stack.gap(Space.SMALL)
    days = metadata.days
    label = words("sessions.keep_days", count=days) if days else words("sessions.keep_never")
    value = format_keep_days(days, words)
    says = words("sessions.keep_less", value=value), words("sessions.keep_more", value=value)
    lay_out_stepper(stack, "keep", label, step_days, says)


def _fact(stack: Stack, line: SummaryLine, style: Type) -> None:
    """A line over the whole width."""
    height = line_height(stack.layout, line, style, stack.width)
    lay_out_line(stack.layout, f"fact-{line.name}", stack.block(height), line, style, Role.TEXT)


def _names(catalogue: Catalogue, session: Summary) -> list[str]:
    preview = catalogue.previews.of(session)
    return list(preview.names) if preview is not None else [cleaned(name) for name in session.players]
