"""Setting up a session: who plays, which crisis, how long; *Start* works at once with what is proposed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame

from enacting import paths
from enacting.clouds import service_of
from enacting.engine.board import ActivityKind, Box, DecisionRule, Length
from enacting.engine.cards import CardId
from enacting.engine.game import NAME_LENGTH, NewPlayer, Plan, Setup
from enacting.engine.planning import plan_for
from enacting.slip import days_step
from enacting.ui import paint, theme
from enacting.ui.app import App
from enacting.ui.item import Item, Reading, Role
from enacting.ui.library import Library
from enacting.ui.pictures import picture_of
from enacting.ui.printed import printed
from enacting.ui.screen import Screen
from enacting.ui.screens import crises
from enacting.ui.screens.boxes import choose_box, take_box
from enacting.ui.screens.choose import Choose, Option
from enacting.ui.screens.crises import CrisisChoice
from enacting.ui.screens.keep import days_told, lay_out_warning
from enacting.ui.screens.notices import show_notice
from enacting.ui.sheet import Column, Sheet, weighted
from enacting.ui.typeset import Face, Type

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

USUAL_PLAYERS = 4
RULES = (DecisionRule.CONSENT, DecisionRule.MAJORITY, DecisionRule.FACILITATOR)
TITLE_LENGTH = 60
END_STEP = 5
LEAST_MINUTES, MOST_MINUTES = 20, 300
MOST_ROUNDS = 9


@dataclass(slots=True)
class Row:
    """One person being entered; `persona` None means dealt, "" as oneself."""

    field: str
    persona: CardId | str | None = None


@dataclass(slots=True)
class Draft:
    """The set-up being prepared. `minutes` is a length of the box, or the time until the end that was chosen."""

    rows: list[Row] = field(default_factory=list)
    minutes: int = 90
    decision: DecisionRule = DecisionRule.CONSENT
    plan: Plan | None = None
    touched: bool = False


class SetUp(Screen):
    """The screen before a session."""

    def __init__(self, app: App, library: Library, boxes: Boxes, *, seed: int | None = None) -> None:
        super().__init__(app)
        self.library = library
        self.seed = seed if seed is not None else random.SystemRandom().randrange(2**31)
        self._rows_made = 0
        self._cloud = service_of(paths.sessions_folder())
        self.draft = Draft()
        app.forget_fields("name-")
        self._take(boxes)

    def _take(self, boxes: Boxes) -> None:
        """Prepare a session of that box, for the people already entered."""
        self.boxes = boxes
        self.settings_changed()
        description = self.box.description
        least, most = description.players.least, description.players.most
        people = len(self.draft.rows) or USUAL_PLAYERS
        known = {None, "", *self.box.personas}
        rows = [Row(row.field, row.persona if row.persona in known else None) for row in self.draft.rows[:most]]
        self.draft = Draft(rows=rows, decision=description.decision)
        self.crises = CrisisChoice(self.box, self._set_aside_before())
        usual = next(one for one in description.lengths if one.id == description.usual_length)
        self.draft.minutes = usual.minutes
        while len(rows) < max(least, min(people, most)):
            self._add()
        self.app.field("session-title", self._proposed_title(), TITLE_LENGTH)
        self._plan_again()

    def settings_changed(self) -> None:
        """Print the box in the language of the window."""
        by_language = self.boxes.by_language
        language = self.app.settings.language
        self.box: Box = printed(by_language.get(language, by_language[self.boxes.written]), self.app.words)

    # Laying out

    def lay_out(self, sheet: Sheet) -> None:
        """Three panels side by side; two when text is large."""
        words = sheet.words
        bar = self._lay_out_bar(sheet)
        edge, gap = sheet.px(26), sheet.px(22)
        area = pygame.Rect(edge, bar + edge, sheet.rect.width - 2 * edge, sheet.rect.height - bar - 2 * edge)
        panels = weighted(area, (48, 48, 43) if sheet.columns >= 64 else (1, 1), gap)
        insides = []
        for index, rect in enumerate(panels):
            sheet.panel(f"panel-{index}", rect, theme.PANEL, radius=20)
            insides.append(rect.inflate(-2 * sheet.px(28), -2 * sheet.px(26)))
        self._lay_out_players(sheet, insides[0])
        high = round(sheet.button_height(28) * 1.15)
        last = insides[-1]
        foot = pygame.Rect(last.left, last.bottom - high, last.width, high)
        last.height -= high + sheet.px(24)
        if len(insides) == 3:
            crises.lay_out(sheet, self, insides[1])
            column = Column(sheet, last, "session")
        else:
            column = Column(sheet, last, "session")
            crises.rows(column, self)
            column.gap(24)
        self._session_rows(column)
        column.end()
        sheet.button(
            "start",
            foot,
            words("setup.start"),
            self._start,
            dress=paint.MAIN,
            size=28,
            icon="arrow-right",
            icon_after=True,
            main=True,
            halo=True,
        )

    def _lay_out_bar(self, sheet: Sheet) -> int:
        height = max(sheet.px(64), sheet.em(2.4))
        sheet.panel("bar", pygame.Rect(0, 0, sheet.rect.width, height), theme.BAR, radius=0)
        side = round(height * 0.72)
        place = [sheet.px(20) + side // 2, height // 2]
        title = pygame.Rect(place[0] + side, 0, sheet.rect.width // 2, height)
        sheet.label(
            "setup-title",
            title,
            self.box.description.title,
            paint.title(sheet.scale, 26),
            theme.LIGHT_INK,
            vertical="middle",
            smallest=theme.SMALLEST_TEXT,
            role=Role.HEADING,
            says=sheet.words("common.labelled", label=sheet.words("title.new"), text=self.box.description.title),
        )
        with sheet.read_as(Reading.ALWAYS):
            sheet.icon_button(
                "back", (place[0], place[1]), side, "arrow-left", sheet.words("setup.back"), self.app.close
            )
            self._lay_out_corner(sheet, side, height)
        return height

    def _lay_out_corner(self, sheet: Sheet, side: int, height: int) -> None:
        """What can be asked for at any moment."""
        right = sheet.rect.width - sheet.px(20) - side // 2
        for name, icon, key, act, keys in (
            ("settings", "gear", "title.settings", self._settings, ""),
            ("help", "question", "title.help", self._help, "f1"),
            *((("glossary", "book-open", "glossary.title", self._glossary, ""),) if self._has_glossary else ()),
        ):
            sheet.icon_button(name, (right, height // 2), side, icon, sheet.words(key), act, keys=keys)
            right -= side + sheet.px(8)

    def _lay_out_players(self, sheet: Sheet, area: pygame.Rect) -> None:
        words, count = sheet.words, self.box.description.players
        column = Column(sheet, area, "players")
        column.heading("players-title", words("setup.players"), theme.TITLE)
        column.gap(4)
        text = words("setup.players_text", least=count.comfortable, most=count.most)
        column.text("players-text", text, paint.body(sheet.scale), theme.TEXT_SECOND)
        column.gap(16)
        for number, row in enumerate(self.draft.rows):
            self._player_row(sheet, column.block(max(sheet.px(58), sheet.em(2.7))), number, row)
            column.gap(11)
        if len(self.draft.rows) < count.most:
            sheet.button(
                "add-player",
                column.block(sheet.button_height()),
                words("setup.add_player"),
                self._add_and_type,
                dress=paint.Dress(None, theme.TEXT_SECOND, border=theme.TEXT_SECOND, hover=theme.ASK),
                icon="plus",
                align="left",
                dashed=True,
            )
        column.end()

    def _player_row(self, sheet: Sheet, rect: pygame.Rect, number: int, row: Row) -> None:
        words = sheet.words
        field = self.app.field(row.field, "", NAME_LENGTH)
        across = max(sheet.target(), rect.height * 3 // 4)
        remove = pygame.Rect(rect.right - across, rect.top, across, rect.height)
        persona_width = min(round(rect.width * 0.3), sheet.em(7))
        persona = pygame.Rect(remove.left - persona_width - sheet.px(4), rect.top, persona_width, rect.height)
        entry = pygame.Rect(rect.left, rect.top, persona.left - sheet.px(8) - rect.left, rect.height)
        token = pygame.Rect(entry.left + sheet.px(10), 0, sheet.px(38), sheet.px(38))
        token.centery = rect.centery
        name = field.text.text.strip()
        sheet.add(
            Item(
                id=f"token-{row.field}",
                rect=token,
                look=paint.Token(letter=name[:1].upper() or "?", colour=theme.PLAYERS[number % len(theme.PLAYERS)]),
            )
        )
        entry = pygame.Rect(token.right + sheet.px(8), entry.top, entry.right - token.right - sheet.px(8), entry.height)
        sheet.field(
            row.field,
            entry,
            field,
            words("setup.name_of", number=number + 1),
            focused=self.app.focus == row.field,
            placeholder=words("setup.name_placeholder"),
            intent=lambda: self._next_name(number),
            size=22,
        )
        sheet.button(
            f"persona-{row.field}",
            persona,
            self._persona_name(row),
            lambda: self._choose_persona(row),
            dress=paint.SOFT,
            size=17,
            align="centre",
            says=words("setup.persona_of", name=name, persona=self._persona_name(row)),
            pad=6,
        )
        if len(self.draft.rows) > self.box.description.players.least:
            sheet.icon_button(
                f"remove-{row.field}",
                remove.center,
                across,
                "x",
                words("setup.remove", name=name),
                lambda: self._remove(row),
                dress=paint.QUIET,
            )

    def _session_rows(self, column: Column) -> None:
        sheet, words, draft = column.sheet, column.sheet.words, self.draft
        column.heading("session-heading", words("setup.session"), theme.TITLE)
        column.gap(10)
        if self._cloud:
            text = words("sessions.cloud", service=self._cloud, folder=paths.sessions_folder())
            lay_out_warning(column, "cloud", text)
        self._box_row(column)
        column.gap(10)
        rect = column.block(sheet.button_height(20))
        sheet.field(
            "session-title",
            rect,
            self.app.field("session-title", self._proposed_title(), TITLE_LENGTH),
            words("setup.session_title"),
            focused=self.app.focus == "session-title",
        )
        column.gap(18)
        self._heading(column, "length-title", words("setup.length"))
        lengths = self.box.description.lengths
        high = max(round(sheet.button_height() * 1.25), sheet.em(2.9))
        for length, rect in self._choices(column, lengths, high):
            chosen = draft.minutes == length.minutes
            sheet.button(
                f"length-{length.id}",
                rect,
                length.title,
                self._chooses_length(length),
                second=words.duration(length.minutes),
                chosen=chosen,
                role=Role.CHOICE,
                state=words("common.chosen") if chosen else "",
                pad=8,
            )
        column.gap(8)
        self._number_row(column, "end", words("setup.end"), self._end_time(), self._moves_end)
        column.text("length-text", self._ending(), paint.body(sheet.scale, 18), theme.TEXT_SECOND)
        column.gap(18)
        self._heading(column, "decision-title", words("setup.decision"))
        for rule, rect in self._choices(column, RULES, sheet.button_height()):
            chosen = draft.decision is rule
            sheet.button(
                f"decision-{rule}",
                rect,
                words(f"decision.{rule}"),
                self._chooses_rule(rule),
                chosen=chosen,
                role=Role.CHOICE,
                state=words("common.chosen") if chosen else "",
                pad=8,
            )
        column.gap(8)
        column.text(
            "decision-text", words(f"decision.{draft.decision}_text"), paint.body(sheet.scale, 18), theme.TEXT_SECOND
        )
        column.gap(18)
        self._heading(column, "plan-title", words("setup.plan"))
        self._plan_rows(column)
        column.gap(18)
        self._heading(column, "keep-title", words("keep.title"))
        self._keep_rows(column)
        column.gap(8)

    def _box_row(self, column: Column) -> None:
        sheet, words = column.sheet, column.sheet.words
        spoken = " · ".join(language.upper() for language in self.boxes.by_language)
        about = words(
            "setup.box_about", mechanisms=len(self.box.mechanisms), crises=len(self.box.crises), languages=spoken
        )
        sheet.button(
            "box",
            column.block(max(round(sheet.button_height() * 1.3), sheet.em(3))),
            words("setup.box_named", title=self.box.description.title),
            self._choose_box,
            dress=paint.Dress(theme.TABLE, theme.LIGHT_INK, hover=theme.RAISED),
            icon="cards-three",
            second=about,
            align="left",
            says=words("setup.box_says", title=self.box.description.title, about=about),
        )

    def _heading(self, column: Column, name: str, text: str) -> None:
        style = Type(Face.TITLE_700, column.sheet.scale.text(23))
        column.text(name, text, style, theme.TEXT, role=Role.HEADING)
        column.gap(8)

    def _choices(self, column: Column, things: Any, height: int) -> list[tuple[Any, pygame.Rect]]:
        """A row of choices, or a column of them where there is no room."""
        sheet = column.sheet
        if column.width >= sheet.em(17):
            return list(zip(things, column.row(height, len(things), 10), strict=True))
        placed = []
        for thing in things:
            placed.append((thing, column.block(sheet.button_height())))
            column.gap(6)
        return placed

    def _plan_rows(self, column: Column) -> None:
        """Every number of the plan, with a button to lower and one to raise it."""
        words, plan = column.sheet.words, self.draft.plan
        assert plan is not None
        for part in self.box.description.parts:
            minutes = plan.minutes[part.id]
            self._number_row(
                column, f"plan-{part.id}", part.title, words.duration(minutes), self._changes_part(part.id)
            )
        if self._has(ActivityKind.MECHANISMS):
            label, count = ("setup.turns", plan.turns) if plan.turns else ("setup.rounds", plan.rounds)
            self._number_row(column, "plan-rounds", words(label), words.number(count), self._changes_rounds)
            text = _clock(plan.mechanism_seconds)
            act = self._changes("mechanism_seconds", 30, 30, 1200)
            self._number_row(column, "plan-mechanism", words("setup.mechanism_discussion"), text, act)
        if self._has(ActivityKind.POSTURES):
            text = _clock(plan.posture_seconds)
            act = self._changes("posture_seconds", 15, 15, 600)
            self._number_row(column, "plan-posture", words("setup.posture_discussion"), text, act)
            column.sheet.button(
                "plan-placed",
                column.block(column.sheet.button_height(18)),
                words("setup.postures_placed"),
                self._toggle_placed,
                dress=paint.QUIET,
                size=18,
                icon="check-circle" if plan.postures_placed else "circle",
                align="left",
                role=Role.CHOICE,
                state=words("common.chosen") if plan.postures_placed else "",
                pad=4,
            )

    def _keep_rows(self, column: Column) -> None:
        """For how long the session is kept, whether that folder leaves the computer, and the notice to print."""
        sheet, words, days = column.sheet, column.sheet.words, self.app.settings.keep_days
        self._number_row(column, "keep", words("keep.label"), days_told(days, words), self._keeps)
        column.text("keep-text", words("keep.text"), paint.body(sheet.scale, 18), theme.TEXT_SECOND)
        column.gap(10)
        sheet.button(
            "notice",
            column.block(sheet.button_height(18)),
            words("notice.button"),
            lambda: show_notice(self.app, self.app.settings.keep_days),
            dress=paint.SOFT,
            size=18,
            icon="file-text",
            align="left",
        )

    def _keeps(self, way: int) -> Callable[[], None]:
        """One step more or less, for this session and the next ones."""

        def act() -> None:
            settings = self.app.settings
            self.app.set(replace(settings, keep_days=days_step(settings.keep_days, way)))

        return act

    def _number_row(
        self, column: Column, name: str, label: str, value: str, change: Callable[[int], Callable[[], None]]
    ) -> None:
        sheet = column.sheet
        style = paint.body(sheet.scale, 19)
        side = max(sheet.target() + sheet.px(4), sheet.em(1.9))
        value_width = sheet.em(4.6)
        room = column.width - 2 * side - value_width - sheet.px(8)
        height = max(side, sheet.text_height(label, style, room) + sheet.px(6))
        rect = column.block(height)
        sheet.label(
            f"{name}-label", pygame.Rect(rect.left, rect.top, room, height), label, style, theme.TEXT, vertical="middle"
        )
        left = rect.left + room + sheet.px(8)
        for way, icon, x, key in (
            (-1, "minus", left + side // 2, "setup.less"),
            (1, "plus", rect.right - side // 2, "setup.more"),
        ):
            sheet.icon_button(
                f"{name}-{'less' if way < 0 else 'more'}",
                (x, rect.centery),
                side - sheet.px(4),
                icon,
                sheet.words(key, what=label, value=value),
                change(way),
                dress=paint.SOFT,
                tip=False,
            )
        area = pygame.Rect(left + side, rect.top, value_width, height)
        sheet.label(
            f"{name}-value",
            area,
            value,
            paint.strong(sheet.scale, 19),
            theme.TEXT,
            align="centre",
            vertical="middle",
            smallest=theme.SMALLEST_TEXT,
        )
        column.gap(4)

    # What people do

    def _add(self) -> Row:
        self._rows_made += 1
        row = Row(f"name-{self._rows_made}")
        taken = {self._name(one).casefold() for one in self.draft.rows}
        names = self.app.words("setup.pseudonyms").split(", ")
        free = [name for name in names if name.casefold() not in taken]
        field = self.app.field(row.field, free[0] if free else "", NAME_LENGTH)
        field.click(0)
        field.click(len(field.text.text), extend=True)
        self.draft.rows.append(row)
        return row

    def _add_and_type(self) -> None:
        row = self._add()
        self._plan_again()
        self.app.focus = row.field

    def _next_name(self, number: int) -> None:
        if number + 1 < len(self.draft.rows):
            self.app.focus = self.draft.rows[number + 1].field
        elif len(self.draft.rows) < self.box.description.players.most:
            self._add_and_type()

    def _remove(self, row: Row) -> None:
        place = self.draft.rows.index(row)
        self.draft.rows.remove(row)
        following = self.draft.rows[min(place, len(self.draft.rows) - 1)]
        is_least = len(self.draft.rows) <= self.box.description.players.least
        self.app.focus = "add-player" if is_least else f"remove-{following.field}"
        self.app.forget_fields(row.field)
        self._plan_again()

    def edited(self, name: str) -> None:
        """Say when a name can be no longer."""
        if name.startswith("name-") and len(self.app.field(name).text.text) == NAME_LENGTH:
            self.app.say(self.app.words("setup.name_full", most=NAME_LENGTH))

    def _name(self, row: Row) -> str:
        return self.app.field(row.field, "", NAME_LENGTH).text.text.strip()

    def _persona_name(self, row: Row) -> str:
        if row.persona is None:
            return self.app.words("setup.persona_dealt")
        if row.persona == "":
            return self.app.words("setup.persona_oneself")
        return self.box.personas[CardId(row.persona)].title

    def _choose_persona(self, row: Row) -> None:
        words = self.app.words
        taken = {one.persona for one in self.draft.rows if one is not row}
        options = [
            Option("shuffle", words("setup.persona_dealt"), words("setup.persona_dealt_text"), None),
            Option("user", words("setup.persona_oneself"), words("setup.persona_oneself_text"), ""),
            *(
                Option(card.art.icon, card.title, card.goal, card.id)
                for card in self.box.personas.values()
                if card.id not in taken
            ),
        ]

        def choose(persona: CardId | str | None) -> None:
            row.persona = persona

        self.app.open(Choose(self.app, words("setup.persona_for", name=self._name(row)), options, choose, row.persona))

    def _chooses_length(self, length: Length) -> Callable[[], None]:
        def choose() -> None:
            self._last(length.minutes)

        return choose

    def _moves_end(self, way: int) -> Callable[[], None]:
        """Five minutes earlier or later, on the five minutes of the clock."""

        def act() -> None:
            end = datetime.now() + timedelta(minutes=self.draft.minutes)
            past = end.minute % END_STEP
            step = (END_STEP - past if past else END_STEP) if way > 0 else -(past or END_STEP)
            self._last(max(LEAST_MINUTES, min(MOST_MINUTES, self.draft.minutes + step)))

        return act

    def _last(self, minutes: int) -> None:
        """Take that length, and plan anew."""
        self.draft.minutes = minutes
        self.draft.touched = False
        self._plan_again()

    def _chooses_rule(self, rule: DecisionRule) -> Callable[[], None]:
        def choose() -> None:
            self.draft.decision = rule

        return choose

    def _choose_box(self) -> None:
        choose_box(self.app, self.library, self._take)

    def dropped(self, path: Path) -> None:
        """Take the box that was dropped on the window."""
        take_box(self.app, self.library, path, self._take)

    def _changes(self, name: str, step: int, least: int, most: int) -> Callable[[int], Callable[[], None]]:
        def change(way: int) -> Callable[[], None]:
            def act() -> None:
                assert self.draft.plan is not None
                value = max(least, min(most, getattr(self.draft.plan, name) + way * step))
                self.draft.plan = replace(self.draft.plan, **{name: value})
                self.draft.touched = True

            return act

        return change

    def _changes_rounds(self, way: int) -> Callable[[], None]:
        """A turn more or less until everybody has one, then a round more or less."""

        def act() -> None:
            plan, others = self.draft.plan, len(self.draft.rows) - 1
            assert plan is not None
            step = max(1, min(others + MOST_ROUNDS, (plan.turns or others + plan.rounds) + way))
            turns, rounds = (step, 1) if step <= others else (0, step - others)
            self.draft.plan = replace(plan, rounds=rounds, turns=turns)
            self.draft.touched = True

        return act

    def _changes_part(self, part: Any) -> Callable[[int], Callable[[], None]]:
        def change(way: int) -> Callable[[], None]:
            def act() -> None:
                assert self.draft.plan is not None
                minutes = {**self.draft.plan.minutes, part: max(0, self.draft.plan.minutes[part] + way)}
                self.draft.plan = replace(self.draft.plan, minutes=minutes)
                self.draft.touched = True

            return act

        return change

    def _toggle_placed(self) -> None:
        assert self.draft.plan is not None
        self.draft.plan = replace(self.draft.plan, postures_placed=not self.draft.plan.postures_placed)
        self.draft.touched = True

    def _plan_again(self) -> None:
        """Make the plan anew, unless the facilitator has changed a number of it."""
        if self.draft.touched and self.draft.plan is not None:
            return
        lengths = sorted(self.box.description.lengths, key=lambda length: length.minutes)
        like = [length for length in lengths if length.minutes <= self.draft.minutes] or lengths[:1]
        self.draft.plan = plan_for(
            self.box,
            minutes=self.draft.minutes,
            players=max(1, len(self.draft.rows)),
            postures_placed=like[-1].postures_placed,
        )

    def _has(self, kind: ActivityKind) -> bool:
        return any(activity.kind is kind for _, activity in self.box.activities())

    def _ending(self) -> str:
        assert self.draft.plan is not None
        minutes = sum(self.draft.plan.minutes.values())
        words = self.app.words
        return words("setup.ending", duration=words.duration(minutes), time=self._end_time())

    def _end_time(self) -> str:
        """The time on the clock when the plan ends, if the session began now."""
        assert self.draft.plan is not None
        end = datetime.now() + timedelta(minutes=sum(self.draft.plan.minutes.values()))
        return self.app.words("common.time", hour=end.hour, minute=f"{end.minute:02}")

    def _proposed_title(self) -> str:
        now = datetime.now()
        words = self.app.words
        return words("setup.proposed_title", day=now.day, month=words(f"month.{now.month}"), year=now.year)

    def _settings(self) -> None:
        from enacting.ui.screens.settings import SettingsScreen

        self.app.open(SettingsScreen(self.app))

    def _help(self) -> None:
        from enacting.ui.screens.help import Help

        self.app.open(Help(self.app, "setup", box=self.box))

    @property
    def _has_glossary(self) -> bool:
        return bool(self.box.description.glossary)

    def _glossary(self) -> None:
        from enacting.ui.screens.glossary import Glossary

        self.app.open(Glossary(self.app, self.box))

    def read(self, card: CardId) -> None:
        """Read a crisis before choosing it."""
        from enacting.ui.screens.focus import Focus

        self.app.open(Focus(self.app, self.box, card, picture_of(self.box.crises[card], self.boxes.pictures)))

    def _set_aside_before(self) -> list[str]:
        """The crises of this box that were set aside for the last session."""
        beginning = f"{self.box.description.id}/"
        kept = self.app.settings.crises_aside
        return [one.removeprefix(beginning) for one in kept if one.startswith(beginning)]

    def _keep_set_aside(self) -> None:
        """Remember what is set aside for the next session of this box."""
        box = self.box.description.id
        others = [one for one in self.app.settings.crises_aside if not one.startswith(f"{box}/")]
        aside = (*others, *(f"{box}/{crisis}" for crisis in self.crises.aside))
        if aside != self.app.settings.crises_aside:
            self.app.set(replace(self.app.settings, crises_aside=aside))

    def _start(self) -> None:
        from enacting.ui.screens.table import begin

        self._keep_set_aside()
        begin(
            self.app,
            self.boxes,
            self.setup(),
            self.app.field("session-title").text.text.strip() or self._proposed_title(),
            self.app.settings.keep_days,
        )

    def setup(self) -> Setup:
        """What has been chosen, as the engine takes it. Who has no name gets the next pseudonym."""
        assert self.draft.plan is not None
        players = []
        taken = {self._name(row).casefold() for row in self.draft.rows}
        free = [name for name in self.app.words("setup.pseudonyms").split(", ") if name.casefold() not in taken]
        for row in self.draft.rows:
            name = self._name(row) or free.pop(0)
            persona = CardId(row.persona) if row.persona else None
            players.append(NewPlayer(name=name, persona=persona, oneself=row.persona == ""))
        return Setup(
            seed=self.seed,
            players=tuple(players),
            plan=self.draft.plan,
            decision=self.draft.decision,
            crisis=self.crises.chosen,
            excluded_crises=self.crises.aside,
        )


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
