"""The parts of the session: where we are, the minutes planned and spent, going on early, leaving one out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.board import Part
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndActivity, EndPart, Move, SkipPart
from enacting.ui import paint, theme
from enacting.ui.app import App
from enacting.ui.item import Act
from enacting.ui.screen import Dialog
from enacting.ui.sheet import Column, Sheet

if TYPE_CHECKING:
    from enacting.ui.screens.table import Table


class Parts(Dialog):
    """A row for each part."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def lay_out(self, sheet: Sheet) -> None:
        """Then the two ways to go on early."""
        words, game = sheet.words, self.table.game
        parts = self.table.box.description.parts
        high = max(sheet.px(74), sheet.em(3.2))
        inside = self.panel(sheet, 44, len(parts) * (high + sheet.px(10)) + sheet.em(17))
        button = max(sheet.px(62), sheet.em(2.5))
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - sheet.px(14))
        column = Column(sheet, area, "parts")
        column.heading("parts-title", words("parts.title"), theme.TITLE)
        column.gap(14)
        for index, part in enumerate(parts):
            self._row(sheet, column.block(high), index, part)
            column.gap(10)
        if not game.over:
            column.gap(8)
            for name, key, move, icon in (
                ("end-activity", "parts.end_activity", EndActivity(by=FACILITATOR), "skip-forward"),
                ("end-part", "parts.end_part", EndPart(by=FACILITATOR), "fast-forward"),
            ):
                rect = column.block(sheet.button_height(20))
                sheet.button(name, rect, words(key), self._plays(move), dress=paint.SOFT, size=20, icon=icon)
                column.gap(10)
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        sheet.button("close", foot, words("common.close"), self.app.close, dress=paint.MAIN, size=22, main=True)

    def _row(self, sheet: Sheet, rect: pygame.Rect, index: int, part: Part) -> None:
        words, game = sheet.words, self.table.game
        here = game.part is not None and game.part.id == part.id
        sheet.panel(
            f"part-row-{part.id}",
            rect,
            theme.LEAF,
            radius=12,
            border=theme.ACCENT if here else theme.LINE,
            border_width=5 if here else 2,
        )
        pad = sheet.px(18)
        skip = SkipPart(by=FACILITATOR, part=part.id)
        can_skip = self.table.allows(skip)
        wide = sheet.em(8.5) if can_skip else 0
        room = rect.width - 2 * pad - wide - (sheet.px(10) if can_skip else 0)
        half = rect.height // 2
        title = pygame.Rect(rect.left + pad, rect.top + sheet.px(4), room, half)
        sheet.label(
            f"part-title-{part.id}",
            title,
            words("table.part", number=index + 1, title=part.title),
            paint.strong(sheet.scale, 22),
            theme.TEXT,
            vertical="bottom",
            smallest=10,
        )
        planned = words.duration(game.setup.plan.minutes.get(part.id, 0))
        spent = words.duration(round(game.spent_seconds.get(part.id, 0) / 60))
        about = (
            words("parts.skipped") if part.id in game.skipped else words("parts.minutes", planned=planned, spent=spent)
        )
        under = pygame.Rect(title.left, title.bottom, room, rect.height - half - sheet.px(8))
        sheet.label(f"part-about-{part.id}", under, about, paint.body(sheet.scale, 18), theme.TEXT_SECOND, smallest=10)
        if can_skip:
            place = pygame.Rect(
                rect.right - pad - wide, 0, wide, min(sheet.button_height(18), rect.height - sheet.px(12))
            )
            place.centery = rect.centery
            sheet.button(
                f"skip-{part.id}",
                place,
                words("parts.skip"),
                lambda: self.table.play(skip),
                dress=paint.SOFT,
                size=18,
                pad=6,
                says=words("parts.skip_this", title=part.title),
            )

    def _plays(self, move: Move) -> Act:
        def act() -> None:
            self.app.close()
            self.table.play(move)

        return act
