"""Where we are, in five lines: after a pause, when a session is taken up again, for somebody who arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.language.words import format_time
from enacting.session.pace import announced_end
from enacting.session.recap import recap
from enacting.ui.destinations import Overview
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.item import Item
from enacting.ui.items.layout import Column, Layout, split
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ICONS = ("warning", "cards", "compass", "user", "clock")


class Recap(Dialog):
    """Five lines, large enough to be read aloud."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def lay_out(self, layout: Layout) -> None:
        """An icon and a sentence for each line."""
        words, lines = layout.words, self._lines()
        body = paint.body(layout.scale, 24)
        side, gap = layout.em(2), layout.px(20)
        width = min(layout.em(44), layout.rect.width - layout.px(56)) - 2 * layout.px(40) - side - gap - layout.px(14)
        high = sum(layout.text_height(line, body, width) + layout.px(18) for line in lines)
        inside = self.panel(layout, 44, high + layout.em(10))
        button = max(layout.px(62), layout.em(2.5))
        column = Column(layout, pygame.Rect(inside.left, inside.top, inside.width, inside.height - button), "recap")
        column.heading("recap-title", words("recap.title"), theme.TITLE)
        column.gap(4)
        column.text("recap-text", words("recap.text"), paint.body(layout.scale, 18), palette().text_second)
        column.gap(18)
        for index, (icon, line) in enumerate(zip(ICONS, lines, strict=True)):
            rect = column.block(max(side, layout.text_height(line, body, width)))
            mark = pygame.Rect(rect.left, rect.top, side, side)
            look = paint.Symbol(icon=icon, weight=Weight.BOLD, size=side * 7 // 10, colour=palette().text_second)
            layout.add(Item(id=f"recap-icon-{index}", rect=mark, look=look))
            area = pygame.Rect(mark.right + gap, rect.top, width, rect.height)
            layout.label(f"recap-{index}", area, line, body, palette().text, vertical="middle")
            column.gap(18)
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button + layout.px(10), inside.width, button - layout.px(10))
        other, foot = split(foot, 2, layout.px(14))
        text = words("overview.title")
        layout.button(
            "overview", other, text, self._overview, style=paint.styles().on_paper, size=22, icon="path", keys="h"
        )
        layout.button("close", foot, words("menu.go_on"), self.app.close, style=paint.styles().main, size=22, main=True)

    def _lines(self) -> tuple[str, ...]:
        table, pace = self.table, self.table.pace
        minutes = round(sum(seconds for _, seconds in table.session.stretches()) / 60)
        ends = format_time(announced_end(pace.ends), table.words) if pace is not None and not table.game.over else ""
        return recap(table.game, table.box, table.words, minutes=minutes, ends=ends)

    def _overview(self) -> None:
        self.app.close()
        self.app.go_to(Overview())
