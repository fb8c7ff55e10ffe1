"""The whole session: what happened, line by line, the present moment, what is to come. Any line leads to its moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.agenda import ONE_BY_ONE_KINDS
from enacting.engine.board import ActivityKind
from enacting.language.event_sentences import describe
from enacting.language.words import Words, format_time
from enacting.session.overview import Line, lines_of
from enacting.session.pace import announced_end, turns_left
from enacting.session.recap import recap
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import shares
from enacting.ui.table.past import Past
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

BOTTOM = 1_000_000


class Overview(Dialog):
    """What has happened at the left, now and what is to come at the right."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table
        session = table.session
        self.lines = lines_of(session.first_game, session.in_force(), session.taken_back())
        app.scrolled["overview"] = BOTTOM  # The latest is in sight.

    def lay_out(self, layout: Layout) -> None:
        """Two columns; one above the other when text is large."""
        words = layout.words
        inside = self.panel(layout, 78, layout.rect.height)
        button = max(layout.px(62), layout.em(2.5))
        title = Type(paint.title(layout.scale).face, layout.scale.text(theme.TITLE))
        text = words("overview.title")
        high = layout.text_height(text, title, inside.width)
        head = pygame.Rect(inside.left, inside.top, inside.width, high)
        layout.label("overview-title", head, text, title, palette().text, role=Role.HEADING)
        top = head.bottom + layout.px(10)
        area = pygame.Rect(inside.left, top, inside.width, inside.bottom - button - layout.px(14) - top)
        if layout.columns >= 60:
            left, right = layout.row(area, shares(58, 42), 30)
            column = Column(layout, left, "overview")
            self._past(column)
            column.end()
            column = Column(layout, right, "overview-now")
            self._now(column)
            self._to_come(column)
            column.end()
        else:
            column = Column(layout, area, "overview")
            self._past(column)
            column.gap(16)
            self._now(column)
            self._to_come(column)
            column.end()
        self._foot(layout, pygame.Rect(inside.left, inside.bottom - button, inside.width, button))

    def _foot(self, layout: Layout, rect: pygame.Rect) -> None:
        """What can be done besides looking at a moment."""
        text = layout.words("overview.back")
        layout.button("close", rect, text, self.app.close, style=paint.styles().main, size=22, main=True)

    def _introduction(self, column: Column) -> None:
        """What there is to do with the lines, where it must be said."""

    def _past(self, column: Column) -> None:
        """A heading for each part, a line for each turn; what was taken back comes last."""
        words, box = column.layout.words, self.table.box
        self._introduction(column)
        if not self.lines:
            column.text(
                "overview-none", words("overview.nothing"), paint.body(column.layout.scale, 20), palette().text_second
            )
        titles = {part.id: (index, part.title) for index, part in enumerate(box.description.parts, start=1)}
        part, taken_back = None, False
        for line in self.lines:
            if line.taken_back and not taken_back:
                column.gap(10)
                text = words("overview.taken_back_text")
                column.text("overview-taken-back", text, paint.body(column.layout.scale, 18), palette().text_second)
                column.gap(8)
            elif line.part != part and not line.taken_back:
                column.gap(10 if part else 0)
                number, title = titles[line.part]
                column.heading(f"overview-part-{line.count}", words("table.part", number=number, title=title), 24)
                column.gap(8)
            part, taken_back = line.part, line.taken_back
            self._line(column, line)
            column.gap(8)

    def _line(self, column: Column, line: Line) -> None:
        layout, words, table = column.layout, column.layout.words, self.table
        told = describe(line.event, line.game, table.box, words)
        second = when_told(line, words)
        side, pad = layout.em(1.9), layout.px(14)
        strong, body = paint.strong(layout.scale, 19), paint.body(layout.scale, 17)
        room = column.width - 2 * pad - (side + pad if line.player is not None else 0)
        first, rest = layout.text_height(told, strong, room), layout.text_height(second, body, room)
        rect = column.block(max(layout.target(), first + rest + 2 * layout.px(8)))
        state = words("overview.taken_back") if line.taken_back else ""
        style = paint.styles().soft if not line.taken_back else paint.styles().quiet
        look = paint.Button(
            text="", type=strong, style=style, radius=layout.px(10), smallest=8, border_width=layout.px(2)
        )
        layout.add(
            Item(
                id=f"moment-{line.count}",
                rect=rect,
                look=look,
                role=Role.BUTTON,
                name=f"{told} {second}",
                state=state,
                intent=self._looks_at(line),
            )
        )
        left = rect.left + pad
        if line.player is not None:
            disc = pygame.Rect(left, 0, side, side)
            disc.centery = rect.centery
            letter, colour = table.initial(line.player), table.colour_of(line.player)
            token = paint.Token(letter=letter, colour=colour)
            layout.add(Item(id=f"moment-token-{line.count}", rect=disc, look=token))
            left = disc.right + pad
        ink = palette().text_second if line.taken_back else palette().text
        top = rect.top + (rect.height - first - rest) // 2
        area = pygame.Rect(left, top, room, first)
        layout.label(f"moment-told-{line.count}", area, told, strong, ink, role=Role.DECOR)
        area = pygame.Rect(left, top + first, room, rest)
        layout.label(f"moment-when-{line.count}", area, second, body, palette().text_second, role=Role.DECOR)

    def _now(self, column: Column) -> None:
        """What is open, and whose turn it is."""
        layout, table = column.layout, self.table
        _, _, is_open, whose, _ = recap(table.game, table.box, layout.words, minutes=0)
        pad, body = layout.px(16), paint.body(layout.scale, 20)
        lines = (is_open,) if table.game.over else (is_open, whose)
        column.heading("overview-now-title", layout.words("overview.now"), 24)
        column.gap(8)
        heights = [layout.text_height(line, body, column.width - 2 * pad) for line in lines]
        rect = column.block(sum(heights) + 2 * pad)
        layout.panel("overview-now", rect, palette().leaf, radius=12, border=palette().accent, border_width=5)
        top = rect.top + pad
        for index, (line, high) in enumerate(zip(lines, heights, strict=True)):
            area = pygame.Rect(rect.left + pad, top, rect.width - 2 * pad, high)
            layout.label(f"overview-now-{index}", area, line, body, palette().text)
            top += high
        column.gap(18)

    def _to_come(self, column: Column) -> None:
        """Who comes next in the activity, then the parts that follow with their minutes."""
        layout, words, game = column.layout, column.layout.words, self.table.game
        if game.over:
            return
        body, strong = paint.body(layout.scale, 20), paint.strong(layout.scale, 20)
        column.heading("overview-to-come-title", words("overview.to_come"), 24)
        column.gap(8)
        names = self._next_names()
        if names:
            column.text(
                "overview-turns", words("overview.turns_to_come", names=words.list_of(names)), body, palette().text
            )
            column.gap(6)
        rounds = self._rounds_to_come(len(names))
        if rounds > 0:
            column.text("overview-rounds", words("overview.rounds_to_come", count=rounds), body, palette().text)
            column.gap(6)
        here = [part.id for part in game.box.description.parts].index(game.part.id) if game.part is not None else 0
        for number, part in enumerate(self.table.box.description.parts[here + 1 :], start=here + 2):
            title = words("table.part", number=number, title=part.title)
            planned = words.duration(game.setup.plan.minutes.get(part.id, 0))
            key = "overview.part_skipped" if part.id in game.skipped else "overview.part"
            column.text(f"overview-coming-{part.id}", words(key, part=title, planned=planned), strong, palette().text)
            column.gap(6)
        pace = self.table.pace
        end = (
            words("overview.end_at", ends=format_time(announced_end(pace.ends), words))
            if pace
            else words("overview.end")
        )
        column.text("overview-end", end, body, palette().text_second)

    def _next_names(self) -> list[str]:
        """Who still has their turn in this round, or still has to speak."""
        game = self.table.game
        if game.turn is not None:
            here = [one.id for one in game.present].index(game.turn.player)
            return [one.name for one in game.present[here + 1 :]][: turns_left(game, game.activity) - 1]
        if game.doing is not None and game.doing.kind in ONE_BY_ONE_KINDS:
            return [one.name for one in game.present if one.id not in game.done][1:]
        return []

    def _rounds_to_come(self, named: int) -> int:
        """How many rounds begin after this one."""
        game = self.table.game
        if game.doing is None or game.doing.kind is not ActivityKind.MECHANISMS:
            return 0
        return -(-(turns_left(game, game.activity) - 1 - named) // len(game.present))

    def _looks_at(self, line: Line) -> Act:
        return lambda: self.app.open(Past(self.app, self.table, self.lines, self.lines.index(line)))


def when_told(line: Line, words: Words) -> str:
    """Whose turn it was, in which round, and at which minute."""
    minute = line.seconds // 60
    if line.player is None:
        return words("overview.minute", minute=minute)
    key = "overview.whose_round" if line.round else "overview.whose"
    return words(key, name=line.game.player(line.player).name, round=line.round, minute=minute)
