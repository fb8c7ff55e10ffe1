"""The table as it was: looked at, never played. One can go on from there, which takes back what came after.

Law: nothing here plays a move. The room's window keeps showing the present: it asks the table below first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from enacting.engine.game import Game
from enacting.engine.moves import Order
from enacting.language.event_sentences import describe
from enacting.session.overview import Line
from enacting.session.pace import seconds_while, timed, timer_seconds
from enacting.session.session import Session
from enacting.ui.destinations import CopyFromHere, ReadCard
from enacting.ui.dialogs.message import Choice, MessageDialog
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.item import Act, Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, shares
from enacting.ui.items.type_styles import bold_type
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import TableScreen, lay_out_stage
from enacting.ui.window.app import App

ONLY_SEEN = (Role.BUTTON, Role.CHOICE, Role.FIELD)
SHOWS_SOMETHING = ("part-", "write-", "token-", "quarter-")
"""The beginnings of the ids of buttons that show something as well."""


def _only_serves_to_do(item: Item) -> bool:
    """Whether an item is nothing but a button."""
    return item.role in (Role.BUTTON, Role.CHOICE) and not item.id.startswith(SHOWS_SOMETHING)


class PastTable(Table):
    """A table that stands at one of the moments of its session."""

    def __init__(self, app: App, session: Session, lines: Sequence[Line], index: int) -> None:
        self.lines, self.index = lines, index
        super().__init__(app, session)

    @property
    def moment(self) -> Line:
        """The moment being looked at."""
        return self.lines[self.index]

    @property
    def game(self) -> Game:
        """The game as it stood then."""
        return self.moment.game

    def stand_at(self, index: int) -> None:
        """Show that moment."""
        self.index = index
        self._time()
        self.draw_curtain()
        self.app.forget_fields("system-name")

    def _time(self) -> None:
        """The timer as it was at that moment."""
        games = [(self.session.first_game, 0.0)]
        entries = (*self.session.in_force(), *self.session.taken_back())[: self.moment.count]
        stretches = [*games, *((entry.game, 0.0) for entry in entries)]
        for index, entry in enumerate(entries):
            stretches[index] = (stretches[index][0], float(entry.played.seconds))
        self.timer.start(timed(self.game), timer_seconds(self.game), seconds_while(stretches, timed))


class Past(TableScreen):
    """One of the moments of a session."""

    def __init__(self, app: App, table: Table, lines: Sequence[Line], index: int) -> None:
        """`table` is the present one."""
        self.past = PastTable(app, table.session, lines, index)
        super().__init__(app, self.past)
        self._present = table
        app.forget_fields("system-name")
        app.forget_fields("takeaway")

    @property
    def moment(self) -> Line:
        """The moment being looked at."""
        return self.past.moment

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """The table above, where only cards can be read; below it the banner that says what this is."""
        height = self._banner_height(layout)
        above = self.app.layout(self.app.size, self.app.size[1] - layout.rect.height + height, held=layout.hand)
        lay_out_stage(above, self.table, self._small_boards)
        layout.items.extend(self._only_seen(item) for item in above.items if not _only_serves_to_do(item))
        layout.extents.update(above.extents)
        self._banner(layout, layout.stack(layout.rect, (REST, height))[1])

    def _only_seen(self, item: Item) -> Item:
        """The same item, with nothing to do but to be read."""
        reads = item.reads
        return replace(
            item,
            role=Role.TEXT if item.role in ONLY_SEEN else item.role,
            keys="",
            intent=ReadCard(reads) if reads is not None else None,
            lifts=None,
            drop=None,
            editing=False,
            main=False,
            tip=False,
        )

    def _banner_height(self, layout: Layout) -> int:
        line = layout.row_height()
        lines = line if self._is_wide(layout) else 2 * line + layout.px(Space.MEDIUM)
        return lines + 2 * layout.px(Space.MEDIUM)

    def _is_wide(self, layout: Layout) -> bool:
        return layout.columns >= 78

    def _banner(self, layout: Layout, rect: pygame.Rect) -> None:
        words, line = layout.words, self.moment
        layout.panel("past-banner", rect, palette().accent, radius=0)
        inner = layout.inset(rect, Space.WIDE, Space.MEDIUM)
        divide = layout.row if self._is_wide(layout) else layout.stack
        text, row = divide(inner, shares(*((40, 60) if self._is_wide(layout) else (1, 1))), Space.MEDIUM)
        minute = line.seconds // 60
        looking = (
            words("overview.looking_turn", minute=minute, name=self.table.name_of(line.player))
            if line.player is not None
            else words("overview.looking", minute=minute)
        )
        layout.line_label(
            "past-looking",
            text,
            f"{looking} {describe(line.event, line.game, self.table.box, words)}",
            bold_type(layout.scale, 22),
            palette().on_accent,
            role=Role.HEADING,
        )
        before = self._moves(-1) if self.past.index > 0 else None
        after = self._moves(1) if self.past.index + 1 < len(self.past.lines) else None
        steps = (
            Action("earlier", words("overview.earlier"), before, "caret-left", share=18),
            Action("later", words("overview.later"), after, "caret-right", share=18),
        )
        layout.buttons(row, (*steps, *self._ways_on()), size=19, gap=Space.SMALL, pad=6)

    def _ways_on(self) -> tuple[Action, ...]:
        """Going on from here at this table or in a copy, and back to the present."""
        words, chosen = self.app.words, button_styles().chosen
        go_on = words("overview.bring_back" if self.moment.taken_back else "overview.go_on_here")
        return (
            Action("go-on-here", go_on, self._ask, share=27),
            Action("in-a-copy", words("what_if.in_a_copy"), CopyFromHere(), share=26),
            Action("come-back", words("overview.come_back"), self._come_back, main=True, style=chosen, share=27),
        )

    # What happens

    def play(self, move: Order) -> None:
        """The past is not played."""

    def tick(self, now: float) -> bool:
        """The time of the past stands still."""
        return False

    def slept(self) -> None:
        """The table below says so."""

    def can_close(self) -> bool:
        """The table below answers for the session."""
        return True

    def _moves(self, steps: int) -> Act:
        return lambda: self.past.stand_at(self.past.index + steps)

    def _come_back(self) -> None:
        self.app.forget_fields("system-name")
        self.app.forget_fields("takeaway")
        while self._shows_over_the_present() and len(self.app.screens) > 1:
            self.app.close()

    def _shows_over_the_present(self) -> bool:
        """Whether the screen on top is not the one of the present table."""
        top = self.app.screen
        return not (isinstance(top, TableScreen) and top.table is self._present)

    def _ask(self) -> None:
        words, line = self.app.words, self.moment
        count = abs(len(self._present.session.in_force()) - line.count)
        key = "overview.bring_back_text" if line.taken_back else "overview.go_on_text"
        choices = [Choice(words("overview.go_on_yes"), self._go_on_here, main=True), Choice(words("common.cancel"))]
        title = words("overview.go_on_title", minute=line.seconds // 60)
        self.app.open(MessageDialog(self.app, title, [words(key, count=count)], choices))

    def _go_on_here(self) -> None:
        line = self.moment
        self._come_back()
        if self._present.written(lambda: self._present.session.go_to(line.count)):
            self.app.show_message(self.app.words("overview.went", minute=line.seconds // 60))
        self._present.show_again()

    def back(self) -> None:
        """Escape: back to the list."""
        self.app.forget_fields("system-name")
        self.app.close()
