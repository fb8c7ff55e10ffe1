"""Where we are, in five lines: after a pause, when a session is taken up again, for somebody who arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.language.words import clock_time
from enacting.session.pace import told_end
from enacting.session.recap import recap
from enacting.ui.destinations import Overview
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.item import Item
from enacting.ui.items.layout import Column, Sheet, split
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ICONS = ("warning", "cards", "compass", "user", "clock")


class Recap(Dialog):
    """Five lines, large enough to be read aloud."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def lay_out(self, sheet: Sheet) -> None:
        """An icon and a sentence for each line."""
        words, lines = sheet.words, self._lines()
        body = paint.body(sheet.scale, 24)
        side, gap = sheet.em(2), sheet.px(20)
        width = min(sheet.em(44), sheet.rect.width - sheet.px(56)) - 2 * sheet.px(40) - side - gap - sheet.px(14)
        high = sum(sheet.text_height(line, body, width) + sheet.px(18) for line in lines)
        inside = self.panel(sheet, 44, high + sheet.em(10))
        button = max(sheet.px(62), sheet.em(2.5))
        column = Column(sheet, pygame.Rect(inside.left, inside.top, inside.width, inside.height - button), "recap")
        column.heading("recap-title", words("recap.title"), theme.TITLE)
        column.gap(4)
        column.text("recap-text", words("recap.text"), paint.body(sheet.scale, 18), palette().text_second)
        column.gap(18)
        for index, (icon, line) in enumerate(zip(ICONS, lines, strict=True)):
            rect = column.block(max(side, sheet.text_height(line, body, width)))
            mark = pygame.Rect(rect.left, rect.top, side, side)
            look = paint.Symbol(icon=icon, weight=Weight.BOLD, size=side * 7 // 10, colour=palette().text_second)
            sheet.add(Item(id=f"recap-icon-{index}", rect=mark, look=look))
            area = pygame.Rect(mark.right + gap, rect.top, width, rect.height)
            sheet.label(f"recap-{index}", area, line, body, palette().text, vertical="middle")
            column.gap(18)
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button + sheet.px(10), inside.width, button - sheet.px(10))
        other, foot = split(foot, 2, sheet.px(14))
        text = words("overview.title")
        sheet.button(
            "overview", other, text, self._overview, dress=paint.styles().on_paper, size=22, icon="path", keys="h"
        )
        sheet.button("close", foot, words("menu.go_on"), self.app.close, dress=paint.styles().main, size=22, main=True)

    def _lines(self) -> tuple[str, ...]:
        table, pace = self.table, self.table.pace
        minutes = round(sum(seconds for _, seconds in table.session.stretches()) / 60)
        ends = clock_time(told_end(pace.ends), table.words) if pace is not None and not table.game.over else ""
        return recap(table.game, table.box, table.words, minutes=minutes, ends=ends)

    def _overview(self) -> None:
        self.app.close()
        self.app.go_to(Overview())
