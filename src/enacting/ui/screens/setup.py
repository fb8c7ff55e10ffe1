"""Setting up a session: who plays, which crisis, how long; *Start* works at once with what is proposed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from enacting import paths
from enacting.clouds import service_of
from enacting.engine.board import Box, DecisionRule, ProposalRules
from enacting.engine.cards import CardId
from enacting.engine.game import NAME_LENGTH, NewPlayer, Plan, Setup
from enacting.engine.planning import plan_for
from enacting.ui import paint, theme
from enacting.ui.app import App, Screen
from enacting.ui.library import Library
from enacting.ui.pictures import picture_of
from enacting.ui.printed import printed
from enacting.ui.screens import crises, setup_people, setup_session
from enacting.ui.screens.bar import Corner, lay_out_bar
from enacting.ui.screens.boxes import choose_box, take_box
from enacting.ui.screens.crises import CrisisChoice
from enacting.ui.screens.setup_people import Row
from enacting.ui.screens.setup_session import TITLE_LENGTH
from enacting.ui.sheet import Column, Sheet, weighted

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

USUAL_PLAYERS = 4


@dataclass(slots=True)
class Draft:
    """The set-up being prepared. `minutes` is a length of the box, or the time until the end that was chosen."""

    rows: list[Row] = field(default_factory=list)
    minutes: int = 90
    decision: DecisionRule = DecisionRule.CONSENT
    proposals: ProposalRules = field(default_factory=ProposalRules)
    plan: Plan | None = None
    touched: bool = False


class SetUp(Screen):
    """The screen before a session."""

    def __init__(self, app: App, library: Library, boxes: Boxes, *, seed: int | None = None) -> None:
        super().__init__(app)
        self.library = library
        self.seed = seed if seed is not None else random.SystemRandom().randrange(2**31)
        self.rows_made = 0
        self.cloud = service_of(paths.sessions_folder())
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
        self.draft = Draft(rows=rows, decision=description.decision, proposals=description.proposals)
        self.crises = CrisisChoice(self.box, self._set_aside_before())
        usual = next(one for one in description.lengths if one.id == description.usual_length)
        self.draft.minutes = usual.minutes
        while len(rows) < max(least, min(people, most)):
            setup_people.add(self)
        self.app.field("session-title", self.proposed_title(), TITLE_LENGTH)
        self.plan_again()

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
        setup_people.lay_out(sheet, self, insides[0])
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
        setup_session.rows(column, self)
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
        words, title = sheet.words, self.box.description.title
        corner = [
            Corner("settings", "gear", words("title.settings"), self._settings),
            Corner("help", "question", words("title.help"), self._help, "f1"),
        ]
        if self.box.description.glossary:
            corner.append(Corner("glossary", "book-open", words("glossary.title"), self._glossary))
        says = words("common.labelled", label=words("title.new"), text=title)
        return lay_out_bar(sheet, "setup-title", title, self.app.close, corner, says)

    # What people do

    def edited(self, name: str) -> None:
        """Say when a name can be no longer, and that a nickname is enough."""
        if not name.startswith("name-"):
            super().edited(name)
        elif len(self.app.field(name).text.text) == NAME_LENGTH:
            self.app.say(self.app.words("setup.name_full", most=NAME_LENGTH))

    def change_box(self) -> None:
        """Choose another box."""
        choose_box(self.app, self.library, self._take)

    def dropped(self, path: Path) -> None:
        """Take the box that was dropped on the window."""
        take_box(self.app, self.library, path, self._take)

    def toggle_placed(self) -> None:
        """Place the postures before the session, or let people place them."""
        assert self.draft.plan is not None
        self.draft.plan = replace(self.draft.plan, postures_placed=not self.draft.plan.postures_placed)
        self.draft.touched = True

    def plan_again(self) -> None:
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

    def proposed_title(self) -> str:
        """The title of a session that gets no other: its day."""
        now, words = datetime.now(), self.app.words
        return words("setup.proposed_title", day=now.day, month=words(f"month.{now.month}"), year=now.year)

    def _settings(self) -> None:
        from enacting.ui.screens.settings import SettingsScreen

        self.app.open(SettingsScreen(self.app))

    def _help(self) -> None:
        from enacting.ui.screens.help import Help

        self.app.open(Help(self.app, "setup", box=self.box))

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
            self.app.field("session-title").text.text.strip() or self.proposed_title(),
            self.app.settings.keep_days,
        )

    def setup(self) -> Setup:
        """What has been chosen, as the engine takes it. Who has no name gets the next pseudonym."""
        assert self.draft.plan is not None
        players = []
        taken = {setup_people.name_of(self, row).casefold() for row in self.draft.rows}
        free = [name for name in self.app.words("setup.pseudonyms").split(", ") if name.casefold() not in taken]
        for row in self.draft.rows:
            name = setup_people.name_of(self, row) or free.pop(0)
            persona = CardId(row.persona) if row.persona else None
            players.append(NewPlayer(name=name, persona=persona, oneself=row.persona == ""))
        return Setup(
            seed=self.seed,
            players=tuple(players),
            plan=self.draft.plan,
            decision=self.draft.decision,
            proposals=self.draft.proposals,
            crisis=self.crises.chosen,
            excluded_crises=self.crises.aside,
        )
