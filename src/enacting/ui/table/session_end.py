"""The session is over: where its report is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.ui.destinations import Home, NewSession
from enacting.ui.dialogs.message import show_file
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Intent, Reading
from enacting.ui.items.layout import Layout
from enacting.ui.table.unsaved import leave
from enacting.ui.table.write_report import ask_report_of

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out_side(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """The session is over: where the harvest is, and what can be done with it."""
    words = layout.words
    files = table.harvest_files
    panel = area.copy()
    gap = layout.px(14)
    actions: list[tuple[str, str, Intent, str, paint.ButtonStyle]] = [
        (
            "write-harvest",
            words("harvest_screen.write_again" if files else "naming.title"),
            lambda: ask_report_of(table),
            "file-text",
            paint.styles().on_table,
        ),
        ("leave", words("harvest_screen.leave"), Home(), "house", paint.styles().on_table),
    ]
    if table.alone:
        prepare: tuple[str, str, Intent, str, paint.ButtonStyle] = (
            "prepare",
            words("harvest_screen.prepare"),
            lambda: leave(table, then=NewSession()),
            "users",
            paint.styles().on_table,
        )
        actions.insert(0, prepare)
    if files:
        report, folder = files[0], files[0].parent
        actions[:0] = [
            (
                "open-report",
                words("harvest_screen.open"),
                lambda: show_file(table.app, report, "harvest_screen.opened"),
                "file-html",
                paint.styles().main,
            ),
            (
                "open-folder",
                words("harvest_screen.open_folder"),
                lambda: show_file(table.app, folder),
                "folder-open",
                paint.styles().on_table,
            ),
        ]
    bottom = area.bottom
    rects: dict[int, pygame.Rect] = {}
    for index in reversed(range(len(actions))):
        high = max(layout.px(70), layout.em(2.9)) if index == 0 else layout.button_height(21)
        rects[index] = pygame.Rect(area.left, bottom - high, area.width, high)
        bottom = rects[index].top - layout.px(10)
    with layout.read_as(Reading.ACTIONS):
        for index, (name, text, intent, icon, style) in enumerate(actions):
            layout.button(
                name,
                rects[index],
                text,
                intent,
                style=paint.styles().main if index == 0 else style,
                size=26 if index == 0 else 21,
                icon=icon,
                main=index == 0,
            )
    panel.height = bottom - gap - panel.top
    layout.panel("harvest-panel", panel, palette().panel, radius=18)
    with layout.read_as(Reading.TASK):
        _told(layout, table, panel)


def _told(layout: Layout, table: Table, panel: pygame.Rect) -> None:
    """Where the report is."""
    words, files = layout.words, table.harvest_files
    column = Column(layout, panel.inflate(-2 * layout.px(24), -2 * layout.px(22)), "harvest")
    column.heading("harvest-title", words("harvest_screen.title" if files else "harvest_screen.none_title"), 32)
    column.gap(8)
    body = paint.body(layout.scale, 21)
    column.text("harvest-text", words("harvest_screen.text" if files else "harvest_screen.none"), body, palette().text)
    column.gap(12)
    for index, file in enumerate(files):
        column.text(f"harvest-file-{index}", file.name, paint.strong(layout.scale, 18), palette().text)
        column.gap(4)
    if files:
        column.text(
            "harvest-folder",
            words("harvest_screen.folder", folder=files[0].parent),
            paint.body(layout.scale, 18),
            palette().text_second,
        )
    column.end()
