"""The parts of the session: where we are, the minutes planned and spent, the pace and what to do about it, going on
early, leaving a part out."""

from __future__ import annotations

from enacting.engine.board import Part
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndActivity, EndPart, KeepPart, Move, SkipPart
from enacting.engine.rules import apply, refusal
from enacting.language.words import Words, format_time
from enacting.session.pace import Advice, Pace, Remedy, announced_end
from enacting.ui.destinations import Overview
from enacting.ui.dialogs.message import Choice, MessageDialog
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Act
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import place
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table.table_dialog import TableDialog

EARLY_SECONDS = 300


class SessionPartsDialog(TableDialog):
    """A row for each part."""

    def lay_out(self, layout: Layout) -> None:
        """The pace, the parts, then the two ways to go on early."""
        words, game = layout.words, self.table.game
        footer = (
            Action("overview", words("overview.title"), self._overview, "path", keys="h"),
            Action("close", words("common.close"), self.app.close, main=True),
        )
        with dialog(layout, "parts", words("parts.title"), width=48, footer=footer) as column:
            column.gap(Space.SMALL)
            if not game.over and self.table.pace is not None:
                self._pace(column, self.table.pace)
            column.gap(Space.MEDIUM)
            for index, part in enumerate(self.table.box.description.parts):
                self._row(column, index, part)
                column.gap(Space.MEDIUM)
            if not game.over:
                self._going_on(column)

    def _pace(self, column: Column, pace: Pace) -> None:
        """When the session ends at this pace; what would bring it back, one click each."""
        layout, words = column.layout, column.layout.words
        column.text("pace-told", pace_sentence(pace, words), bold_type(layout.scale, 20), palette().text)
        column.gap(Space.HAIR)
        column.text("pace-how", words("pace.how"), body_type(layout.scale, 17), palette().text_second)
        if not pace.is_late:
            return
        column.gap(Space.SMALL)
        if not pace.advice:
            column.text("pace-nothing", words("pace.nothing"), body_type(layout.scale, 18), palette().text)
            return
        per_row = len(pace.advice) if column.width > len(pace.advice) * layout.em(13) else 1
        places = column.grid(len(pace.advice), per_row, layout.length(66, 3), Space.SMALL)
        for advice, rect in zip(pace.advice, places, strict=True):
            then = words("pace.then", ends=format_time(announced_end(pace.ends, advice), words))
            layout.button(
                f"advice-{advice.remedy}",
                rect,
                advice_sentence(advice, words),
                self._follows(advice),
                second=then,
                size=20,
                pad=8,
            )
        for advice in pace.advice:
            if advice.without:
                names = [self.table.name_of(player) for player in dict.fromkeys(advice.without)]
                text = words(
                    "pace.without", what=advice_sentence(advice, words), names=words.list_of(names), count=len(names)
                )
                column.gap(Space.SMALL)
                column.text(f"advice-without-{advice.remedy}", text, body_type(layout.scale, 18), palette().text_second)

    def _going_on(self, column: Column) -> None:
        words = column.layout.words
        ends = (
            Action(
                "end-activity", words("parts.end_activity"), self._plays(EndActivity(by=FACILITATOR)), "skip-forward"
            ),
            Action("end-part", words("parts.end_part"), self._plays(EndPart(by=FACILITATOR)), "fast-forward"),
        )
        column.gap(Space.SMALL)
        column.button_list(ends, column.layout.button_height(20), size=20, style=button_styles().soft)

    def _row(self, column: Column, index: int, part: Part) -> None:
        layout, words, game = column.layout, column.layout.words, self.table.game
        is_current = game.part is not None and game.part.id == part.id
        skip = SkipPart(by=FACILITATOR, part=part.id)
        keep = KeepPart(by=FACILITATOR, part=part.id)
        action = self._leaving_out(skip, part) if self.table.allows(skip) else None
        if self.table.allows(keep):
            says = words("parts.play_this", title=part.title)
            action = Action(f"keep-{part.id}", words("parts.play"), lambda: self.table.play(keep), says=says)
        width = layout.em(8.5) if action is not None else 0
        with column.box(
            f"part-row-{part.id}",
            palette().leaf,
            pad=Space.LARGE,
            pad_y=Space.SMALL,
            beside=width + (layout.px(Space.MEDIUM) if width else 0),
            border=palette().accent if is_current else palette().line,
            border_width=5 if is_current else 2,
        ) as box:
            title = words("table.part", number=index + 1, title=part.title)
            box.text(f"part-title-{part.id}", title, bold_type(layout.scale, 22), palette().text)
            about = self._about(part, words)
            box.text(f"part-about-{part.id}", about, body_type(layout.scale, 18), palette().text_second)
        if action is not None:
            rect = place(layout.inset(box.frame, Space.LARGE, 0), width, layout.button_height(18), "midright")
            layout.action(rect, action, size=18, style=button_styles().soft, pad=6)

    def _leaving_out(self, skip: SkipPart, part: Part) -> Action:
        """The button that leaves a part out, once that has been confirmed."""
        words = self.app.words

        def ask() -> None:
            minutes = words.duration(self.table.game.setup.plan.minutes.get(part.id, 0))
            choices = [
                Choice(words("parts.play"), main=True),
                Choice(words("parts.skip"), lambda: self.table.play(skip)),
            ]
            text = words("parts.skip_text", minutes=minutes)
            self.app.open(MessageDialog(self.app, words("parts.skip_title", title=part.title), [text], choices))

        return Action(f"skip-{part.id}", words("parts.skip"), ask, says=words("parts.skip_this", title=part.title))

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

    def _follows(self, advice: Advice) -> Act:
        return lambda: self.table.play(advice.move)

    def _plays(self, move: Move) -> Act:
        def play() -> None:
            self.app.close()
            self.table.play(move)

        def ask() -> None:
            words = self.app.words
            choices = [Choice(words("parts.stay"), main=True), Choice(words("debrief.finish"), play)]
            self.app.open(MessageDialog(self.app, words("debrief.finish_title"), [words("parts.ends")], choices))

        game = self.table.game
        ends = refusal(game, move) is None and apply(game, move)[0].over
        return ask if ends else play


def pace_sentence(pace: Pace, words: Words) -> str:
    """When the session ends at this pace, in a sentence."""
    minutes = pace.late_minutes
    ends, planned = format_time(announced_end(pace.ends), words), format_time(pace.planned, words)
    if pace.is_late:
        return words("pace.late", ends=ends, planned=planned, late=words.duration(minutes))
    if -pace.late_seconds >= EARLY_SECONDS:
        return words("pace.early", ends=ends, planned=planned, early=words.duration(-minutes))
    return words("pace.on_time", ends=ends, planned=planned)


def advice_sentence(advice: Advice, words: Words) -> str:
    """What to do, in a few words."""
    if advice.remedy is Remedy.DISCUSSIONS:
        minutes, seconds = divmod(advice.count, 60)
        key = "pace.discussions_seconds" if seconds else "pace.discussions"
        return words(key, time=words.duration(minutes), seconds=seconds)
    return words(f"pace.{advice.remedy}", count=advice.count)
