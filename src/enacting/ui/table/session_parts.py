"""The parts of the session: where we are, the minutes planned and spent, the pace and what to do about it, going on
early, leaving a part out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.board import Part
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndActivity, EndPart, Move, SkipPart
from enacting.language.words import Words, format_time
from enacting.session.pace import Advice, Pace, Remedy, announced_end
from enacting.ui.destinations import Overview
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split
from enacting.ui.window.app import App, Dialog

EARLY_SECONDS = 300

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


class Parts(Dialog):
    """A row for each part."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def lay_out(self, layout: Layout) -> None:
        """The pace, the parts, then the two ways to go on early."""
        words, game = layout.words, self.table.game
        parts = self.table.box.description.parts
        high = max(layout.px(74), layout.em(3.2))
        inside = self.panel(layout, 48, len(parts) * (high + layout.px(10)) + layout.em(22))
        button = max(layout.px(62), layout.em(2.5))
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - layout.px(14))
        column = Column(layout, area, "parts")
        column.heading("parts-title", words("parts.title"), theme.TITLE)
        column.gap(8)
        if not game.over and self.table.pace is not None:
            self._pace(column, self.table.pace)
        column.gap(14)
        for index, part in enumerate(parts):
            self._row(layout, column.block(high), index, part)
            column.gap(10)
        if not game.over:
            self._going_on(column)
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        other, foot = split(foot, 2, layout.px(14))
        text = words("overview.title")
        layout.button(
            "overview", other, text, self._overview, style=paint.styles().on_paper, size=22, icon="path", keys="h"
        )
        layout.button(
            "close", foot, words("common.close"), self.app.close, style=paint.styles().main, size=22, main=True
        )

    def _pace(self, column: Column, pace: Pace) -> None:
        """When the session ends at this pace; what would bring it back, one click each."""
        layout, words = column.layout, column.layout.words
        column.text("pace-told", pace_told(pace, words), paint.strong(layout.scale, 20), palette().text)
        column.gap(2)
        column.text("pace-how", words("pace.how"), paint.body(layout.scale, 17), palette().text_second)
        if not pace.is_late:
            return
        column.gap(8)
        if not pace.advice:
            column.text("pace-nothing", words("pace.nothing"), paint.body(layout.scale, 18), palette().text)
            return
        across = len(pace.advice) if column.width > len(pace.advice) * layout.em(13) else 1
        rows = [pace.advice[first : first + across] for first in range(0, len(pace.advice), across)]
        for row in rows:
            for one, rect in zip(row, column.split(max(layout.px(66), layout.em(3)), across, 10), strict=False):
                then = words("pace.then", ends=format_time(announced_end(pace.ends, one), words))
                layout.button(
                    f"advice-{one.remedy}",
                    rect,
                    advice_told(one, words),
                    self._follows(one),
                    second=then,
                    size=20,
                    style=paint.styles().soft,
                    pad=8,
                )
            column.gap(8)

    def _going_on(self, column: Column) -> None:
        layout, words = column.layout, column.layout.words
        column.gap(8)
        for name, key, move, icon in (
            ("end-activity", "parts.end_activity", EndActivity(by=FACILITATOR), "skip-forward"),
            ("end-part", "parts.end_part", EndPart(by=FACILITATOR), "fast-forward"),
        ):
            rect = column.block(layout.button_height(20))
            layout.button(name, rect, words(key), self._plays(move), style=paint.styles().soft, size=20, icon=icon)
            column.gap(10)

    def _row(self, layout: Layout, rect: pygame.Rect, index: int, part: Part) -> None:
        words, game = layout.words, self.table.game
        here = game.part is not None and game.part.id == part.id
        layout.panel(
            f"part-row-{part.id}",
            rect,
            palette().leaf,
            radius=12,
            border=palette().accent if here else palette().line,
            border_width=5 if here else 2,
        )
        pad = layout.px(18)
        skip = SkipPart(by=FACILITATOR, part=part.id)
        can_skip = self.table.allows(skip)
        wide = layout.em(8.5) if can_skip else 0
        room = rect.width - 2 * pad - wide - (layout.px(10) if can_skip else 0)
        half = rect.height // 2
        title = pygame.Rect(rect.left + pad, rect.top + layout.px(4), room, half)
        layout.label(
            f"part-title-{part.id}",
            title,
            words("table.part", number=index + 1, title=part.title),
            paint.strong(layout.scale, 22),
            palette().text,
            vertical="bottom",
            smallest=10,
        )
        under = pygame.Rect(title.left, title.bottom, room, rect.height - half - layout.px(8))
        about = self._about(part, words)
        layout.label(
            f"part-about-{part.id}", under, about, paint.body(layout.scale, 18), palette().text_second, smallest=10
        )
        if can_skip:
            place = pygame.Rect(
                rect.right - pad - wide, 0, wide, min(layout.button_height(18), rect.height - layout.px(12))
            )
            place.centery = rect.centery
            layout.button(
                f"skip-{part.id}",
                place,
                words("parts.skip"),
                lambda: self.table.play(skip),
                style=paint.styles().soft,
                size=18,
                pad=6,
                says=words("parts.skip_this", title=part.title),
            )

    def _about(self, part: Part, words: Words) -> str:
        """The minutes planned and spent, up to now in the part being played."""
        game = self.table.game
        if part.id in game.skipped:
            return words("parts.skipped")
        here = game.part is not None and game.part.id == part.id
        seconds = game.spent_seconds.get(part.id, 0) + (self.table.session.elapsed if here else 0)
        planned = words.duration(game.setup.plan.minutes.get(part.id, 0))
        key = "parts.minutes_cut_short" if part.id in game.cut_short else "parts.minutes"
        return words(key, planned=planned, spent=words.duration(round(seconds / 60)))

    def _overview(self) -> None:
        self.app.close()
        self.app.go_to(Overview())

    def _follows(self, one: Advice) -> Act:
        return lambda: self.table.play(one.move)

    def _plays(self, move: Move) -> Act:
        def act() -> None:
            self.app.close()
            self.table.play(move)

        return act


def pace_told(pace: Pace, words: Words) -> str:
    """When the session ends at this pace, in a sentence."""
    minutes = pace.late_minutes
    ends, planned = format_time(announced_end(pace.ends), words), format_time(pace.planned, words)
    if pace.is_late:
        return words("pace.late", ends=ends, planned=planned, late=words.duration(minutes))
    if -pace.late_seconds >= EARLY_SECONDS:
        return words("pace.early", ends=ends, planned=planned, early=words.duration(-minutes))
    return words("pace.on_time", ends=ends, planned=planned)


def advice_told(one: Advice, words: Words) -> str:
    """What to do, in a few words."""
    if one.remedy is Remedy.DISCUSSIONS:
        minutes, seconds = divmod(one.count, 60)
        key = "pace.discussions_seconds" if seconds else "pace.discussions"
        return words(key, time=words.duration(minutes), seconds=seconds)
    return words(f"pace.{one.remedy}", count=one.count)
