"""The whole session: what happened, line by line, the present moment, what is to come. Any line leads to its moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enacting.engine.agenda import ONE_BY_ONE_KINDS
from enacting.engine.board import ActivityKind
from enacting.language.event_sentences import describe
from enacting.language.words import Words, format_time
from enacting.session.overview import Line, lines_of
from enacting.session.pace import announced_end, turns_left
from enacting.session.recap import recap
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column, lay_out_column
from enacting.ui.items.dialog_panel import dialog_area
from enacting.ui.items.item import Act, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place, shares
from enacting.ui.items.type_styles import body_type, bold_type, title_type
from enacting.ui.table.past import Past
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ROOM_FOR_TWO: Final = 60
"""How many ems wide a window must be for two columns."""
BOTTOM: Final = 1_000_000


class OverviewDialog(Dialog):
    """What has happened at the left, now and what is to come at the right."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table
        session = table.session
        self.lines = lines_of(session.first_game, session.in_force(), session.taken_back())
        app.scrolled["overview"] = BOTTOM  # The latest is in sight.

    def lay_out(self, layout: Layout) -> None:
        """Two columns; one above the other when text is large."""
        heading = Type(title_type(layout.scale).face, layout.scale.text(theme.TITLE))
        text = layout.words("overview.title")
        with dialog_area(layout, width=78, height=layout.rect.height, footer=self._footer()) as area:
            title, area = layout.stack(area, (layout.text_height(text, heading, area.width), REST), Space.MEDIUM)
            layout.label("overview-title", title, text, heading, palette().text, role=Role.HEADING)
            if layout.columns >= ROOM_FOR_TWO:
                left, right = layout.row(area, shares(58, 42), Space.HUGE)
                lay_out_column(layout, left, "overview", self._past)
                lay_out_column(layout, right, "overview-now", self._now, self._to_come)
            else:
                lay_out_column(layout, area, "overview", self._past, self._now, self._to_come)

    def _footer(self) -> tuple[Action, ...]:
        """What can be done besides looking at a moment."""
        return (Action("close", self.app.words("overview.back"), self.app.close, main=True),)

    def _introduction(self, column: Column) -> None:
        """What there is to do with the lines, where it must be said."""

    def _past(self, column: Column) -> None:
        """A heading for each part, a line for each turn; what was taken back comes last."""
        words, box = column.layout.words, self.table.box
        self._introduction(column)
        if not self.lines:
            column.text(
                "overview-none", words("overview.nothing"), body_type(column.layout.scale, 20), palette().text_second
            )
        titles = {part.id: (index, part.title) for index, part in enumerate(box.description.parts, start=1)}
        part, taken_back = None, False
        for line in self.lines:
            if line.taken_back and not taken_back:
                column.gap(Space.MEDIUM)
                text = words("overview.taken_back_text")
                column.text("overview-taken-back", text, body_type(column.layout.scale, 18), palette().text_second)
                column.gap(Space.SMALL)
            elif line.part != part and not line.taken_back:
                column.gap(Space.MEDIUM if part else 0)
                number, title = titles[line.part]
                column.heading(f"overview-part-{line.count}", words("table.part", number=number, title=title), 24)
                column.gap(Space.SMALL)
            part, taken_back = line.part, line.taken_back
            self._line(column, line)
            column.gap(Space.SMALL)

    def _line(self, column: Column, line: Line) -> None:
        layout, words, table = column.layout, column.layout.words, self.table
        sentence, moment = describe(line.event, line.game, table.box, words), moment_sentence(line, words)
        side, gap = layout.em(1.9), layout.px(Space.MEDIUM)
        with column.button_box(
            f"moment-{line.count}",
            f"{sentence} {moment}",
            self._looks_at(line),
            state=words("overview.taken_back") if line.taken_back else "",
            style=button_styles().quiet if line.taken_back else None,
            pad_y=Space.SMALL,
            before=side + gap if line.player is not None else 0,
        ) as box:
            ink = palette().text_second if line.taken_back else palette().text
            box.text(f"moment-told-{line.count}", sentence, bold_type(layout.scale, 19), ink, role=Role.DECOR)
            box.text(
                f"moment-when-{line.count}",
                moment,
                body_type(layout.scale, 17),
                palette().text_second,
                role=Role.DECOR,
            )
        if line.player is not None:
            disc = place(layout.inset(box.frame, Space.MEDIUM), side, side, "midleft")
            layout.token(f"moment-token-{line.count}", disc, table.initial(line.player), table.colour_of(line.player))

    def _now(self, column: Column) -> None:
        """What is open, and whose turn it is."""
        layout, table = column.layout, self.table
        _, _, is_open, whose, _ = recap(table.game, table.box, layout.words, minutes=0)
        column.heading("overview-now-title", layout.words("overview.now"), 24)
        column.gap(Space.SMALL)
        with column.box(
            "overview-now", palette().leaf, pad=Space.LARGE, border=palette().accent, border_width=5
        ) as box:
            for index, line in enumerate((is_open,) if table.game.over else (is_open, whose)):
                box.text(f"overview-now-{index}", line, body_type(layout.scale, 20), palette().text)

    def _to_come(self, column: Column) -> None:
        """Who comes next in the activity, then the parts that follow with their minutes."""
        layout, words, game = column.layout, column.layout.words, self.table.game
        if game.over:
            return
        body, strong = body_type(layout.scale, 20), bold_type(layout.scale, 20)
        column.heading("overview-to-come-title", words("overview.to_come"), 24)
        column.gap(Space.SMALL)
        names = self._next_names()
        if names:
            text = words("overview.turns_to_come", names=words.list_of(names))
            column.text("overview-turns", text, body, palette().text)
            column.gap(Space.SMALL)
        rounds = self._rounds_to_come(len(names))
        if rounds > 0:
            column.text("overview-rounds", words("overview.rounds_to_come", count=rounds), body, palette().text)
            column.gap(Space.SMALL)
        here = [part.id for part in game.box.description.parts].index(game.part.id) if game.part is not None else 0
        for number, part in enumerate(self.table.box.description.parts[here + 1 :], start=here + 2):
            title = words("table.part", number=number, title=part.title)
            planned = words.duration(game.setup.plan.minutes.get(part.id, 0))
            key = "overview.part_skipped" if part.id in game.skipped else "overview.part"
            column.text(f"overview-coming-{part.id}", words(key, part=title, planned=planned), strong, palette().text)
            column.gap(Space.SMALL)
        pace = self.table.pace
        ends = format_time(announced_end(pace.ends), words) if pace else ""
        end = words("overview.end_at", ends=ends) if ends else words("overview.end")
        column.text("overview-end", end, body, palette().text_second)

    def _next_names(self) -> list[str]:
        """Who still has their turn in this round, or still has to speak."""
        game = self.table.game
        if game.turn is not None:
            here = [player.id for player in game.present].index(game.turn.player)
            return [player.name for player in game.present[here + 1 :]][: turns_left(game, game.activity) - 1]
        if game.doing is not None and game.doing.kind in ONE_BY_ONE_KINDS:
            return [player.name for player in game.present if player.id not in game.done][1:]
        return []

    def _rounds_to_come(self, named_count: int) -> int:
        """How many rounds begin after this one."""
        game = self.table.game
        if game.doing is None or game.doing.kind is not ActivityKind.MECHANISMS:
            return 0
        return -(-(turns_left(game, game.activity) - 1 - named_count) // len(game.present))

    def _looks_at(self, line: Line) -> Act:
        return lambda: self.app.open(Past(self.app, self.table, self.lines, self.lines.index(line)))


def moment_sentence(line: Line, words: Words) -> str:
    """Whose turn it was, in which round, and at which minute."""
    minute = line.seconds // 60
    if line.player is None:
        return words("overview.minute", minute=minute)
    key = "overview.whose_round" if line.round else "overview.whose"
    return words(key, name=line.game.player(line.player).name, round=line.round, minute=minute)
