"""The session is over: where its report is, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from enacting.engine.written import has_table_cards
from enacting.ui.destinations import About, Home, NewSession
from enacting.ui.dialogs.message import show_file
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column, Stack
from enacting.ui.items.item import ReadingOrder
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, grid_height
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table.save_cards import save_cards
from enacting.ui.table.unsaved import leave
from enacting.ui.table.write_report import ask_report_of

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out_side(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """The session is over: where the harvest is, and what can be done with it."""
    main, *others = _actions(table)
    height = layout.button_height(21)
    others_height = grid_height(len(others), 1, height, layout.px(Space.MEDIUM))
    panel, first, below = layout.stack(area, (REST, layout.action_height(), others_height), Space.MEDIUM)
    with layout.read_as(ReadingOrder.ACTIONS):
        layout.action(first, replace(main, main=True), size=26)
        Stack(layout, below).button_list(others, height, size=21, style=button_styles().on_table)
    layout.panel("harvest-panel", panel, palette().panel)
    with layout.read_as(ReadingOrder.TASK):
        _report(layout, table, panel)


def _actions(table: Table) -> list[Action]:
    """What can be done now, the likeliest first."""
    words, app, files = table.words, table.app, table.harvest_files
    actions = [
        Action(
            "write-harvest",
            words("harvest_screen.write_again" if files else "naming.title"),
            lambda: ask_report_of(table),
            "file-text",
        ),
        Action("leave", words("harvest_screen.leave"), Home(), "house"),
        Action("about", words("about.title"), About(), "info"),
    ]
    if table.alone:
        prepare = words("harvest_screen.prepare")
        actions.insert(1 if files else 0, Action("prepare", prepare, lambda: leave(table, then=NewSession()), "users"))
    if has_table_cards(table.game):
        actions.insert(1, Action("save-cards", words("table_cards.save"), lambda: save_cards(table), "cards"))
    if files:
        report, folder = files[0], files[0].parent
        text = words("harvest_screen.open")
        show_report = Action("open-report", text, lambda: show_file(app, report, "harvest_screen.opened"), "file-html")
        text = words("harvest_screen.open_folder")
        actions[1:1] = [
            show_report,
            Action("open-folder", text, lambda: show_file(app, folder, "harvest_screen.folder_opened"), "folder-open"),
        ]
    return actions


def _report(layout: Layout, table: Table, panel: pygame.Rect) -> None:
    """Where the report is."""
    words, files = layout.words, table.harvest_files
    column = Column(layout, layout.inset(panel, Space.WIDE), "harvest")
    farewells = sorted(table.game.farewells.values(), key=str.casefold)
    if farewells:
        column.heading("farewells-title", words("debrief.farewells"), 24)
        column.gap(Space.TINY)
        column.text("farewells", " · ".join(farewells), bold_type(layout.scale, 28), palette().text)
        column.gap(Space.LARGE)
    column.heading("harvest-title", words("harvest_screen.title" if files else "harvest_screen.none_title"), 32)
    column.gap(Space.SMALL)
    body, small = body_type(layout.scale, 21), body_type(layout.scale, 18)
    column.text("harvest-text", words("harvest_screen.text" if files else "harvest_screen.none"), body, palette().text)
    column.gap(Space.MEDIUM)
    for index, file in enumerate(files):
        column.text(f"harvest-file-{index}", file.name, bold_type(layout.scale, 18), palette().text)
        column.gap(Space.TINY)
    if files:
        folder = words("harvest_screen.folder", folder=files[0].parent)
        column.text("harvest-folder", folder, small, palette().text_second)
    column.end()
