"""What has been chosen so far for a session that is being prepared: the people, the crisis, the length, the plan."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from enacting.engine.board import Box, DecisionRule, ProposalRules
from enacting.engine.cards import CardId
from enacting.engine.game import NAME_LENGTH, NewPlayer, Plan, Setup
from enacting.engine.planning import plan_for
from enacting.language.words import format_day
from enacting.system import paths
from enacting.system.synced_folders import service_of
from enacting.ui.faces.displayed_box import typeset_box
from enacting.ui.window.app import App

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

USUAL_PLAYERS: Final = 4
TITLE_LENGTH: Final = 60


@dataclass(slots=True)
class PlayerRow:
    """One person being entered; `persona` None means dealt, "" as oneself."""

    field: str
    persona: CardId | str | None = None


class CrisisChoice:
    """The crisis chosen, None for one at random, and those set aside: the law is that one at least is left.

    At first those are set aside that the box sets aside, and with them the ones given.
    """

    def __init__(self, box: Box, aside: Iterable[str] = ()) -> None:
        self.chosen: CardId | None = None
        self._all = tuple(box.crises)
        by_box = set(box.crises_set_aside())
        given = {card for card in self._all if card in set(aside)}
        leaving_some = (one for one in (by_box | given, by_box) if len(one) < len(self._all))
        self._aside: set[CardId] = next(leaving_some, set())

    @property
    def aside(self) -> tuple[CardId, ...]:
        """The crises set aside, in the order of the box."""
        return tuple(card for card in self._all if card in self._aside)

    @property
    def left(self) -> tuple[CardId, ...]:
        """The crises that can be drawn."""
        return tuple(card for card in self._all if card not in self._aside)

    def choose(self, crisis: CardId | None) -> None:
        """Play with that one; what was set aside comes back."""
        self.chosen = crisis
        if crisis is not None:
            self._aside.discard(crisis)

    def put_aside(self, crisis: CardId) -> bool:
        """Leave that one out; False when it is the last."""
        if self.left == (crisis,):
            return False
        self._aside.add(crisis)
        if self.chosen == crisis:
            self.chosen = None
        return True

    def put_back(self, crisis: CardId) -> None:
        """Let that one be drawn again."""
        self._aside.discard(crisis)


class SetupChoices:
    """The set-up being prepared. `minutes` is a length of the box, or the time until the end that was chosen.

    `plan` follows the length and the people until the facilitator changes a number of it. `cloud` is the service that
    copies the folder of the sessions, "" for none.
    """

    def __init__(self, app: App, boxes: Boxes, seed: int | None = None) -> None:
        self.app = app
        self.seed = seed if seed is not None else random.SystemRandom().randrange(2**31)
        self.cloud = service_of(paths.sessions_folder())
        self.rows: list[PlayerRow] = []
        self._rows_made = 0
        app.forget_fields("name-")
        self.take(boxes)

    def take(self, boxes: Boxes) -> None:
        """Prepare a session of that box, for the people already entered."""
        self.boxes = boxes
        self.print_box()
        description = self.box.description
        least, most = description.players.least, description.players.most
        people = len(self.rows) or USUAL_PLAYERS
        known = {None, "", *self.box.personas}
        self.rows = [PlayerRow(row.field, row.persona if row.persona in known else None) for row in self.rows[:most]]
        self.decision: DecisionRule = description.decision
        self.proposals: ProposalRules = description.proposals
        self.crises = CrisisChoice(self.box, self._set_aside_before())
        usual = next(length for length in description.lengths if length.id == description.usual_length)
        self.minutes = usual.minutes
        while len(self.rows) < max(least, min(people, most)):
            self.add_person()
        self.app.field("session-title", self.proposed_title(), TITLE_LENGTH)
        self._plan_is_own = False
        self.plan = self._usual_plan()

    def print_box(self) -> None:
        """Print the box in the language of the window."""
        by_language = self.boxes.by_language
        language = self.app.settings.language
        self.box: Box = typeset_box(by_language.get(language, by_language[self.boxes.written]), self.app.words)

    # The people

    def name_of(self, row: PlayerRow) -> str:
        """The name that was typed; "" as long as there is none."""
        return self.app.field(row.field, "", NAME_LENGTH).text.text.strip()

    def add_person(self) -> PlayerRow:
        """One person more, under a pseudonym that is free."""
        self._rows_made += 1
        row = PlayerRow(f"name-{self._rows_made}")
        taken = {self.name_of(other).casefold() for other in self.rows}
        names = self.app.words("setup.pseudonyms").split(", ")
        free = [name for name in names if name.casefold() not in taken]
        field = self.app.field(row.field, free[0] if free else "", NAME_LENGTH)
        field.click(0)
        field.click(len(field.text.text), extend=True)
        self.rows.append(row)
        return row

    def remove(self, row: PlayerRow) -> None:
        """One person less."""
        self.rows.remove(row)
        self.app.forget_fields(row.field)
        self.plan_again()

    # The session

    def set_length(self, minutes: int) -> None:
        """Take that length, and plan anew."""
        self.minutes = minutes
        self._plan_is_own = False
        self.plan = self._usual_plan()

    def set_plan(self, plan: Plan) -> None:
        """Take that plan, a number of which the facilitator has changed."""
        self.plan = plan
        self._plan_is_own = True

    def plan_again(self) -> None:
        """Make the plan anew, unless the facilitator has changed a number of it."""
        if not self._plan_is_own:
            self.plan = self._usual_plan()

    def _usual_plan(self) -> Plan:
        lengths = sorted(self.box.description.lengths, key=lambda length: length.minutes)
        like = [length for length in lengths if length.minutes <= self.minutes] or lengths[:1]
        return plan_for(
            self.box,
            minutes=self.minutes,
            players=max(1, len(self.rows)),
            postures_placed=like[-1].postures_placed,
        )

    def proposed_title(self) -> str:
        """The title of a session that gets no other: its day."""
        now, words = datetime.now(), self.app.words
        return words("setup.proposed_title", date=format_day(now, words))

    def title(self) -> str:
        """The title that was typed, or else the one proposed."""
        return self.app.field("session-title").text.text.strip() or self.proposed_title()

    def setup(self) -> Setup:
        """What has been chosen, as the engine takes it. Who has no name gets the next pseudonym."""
        players = []
        taken = {self.name_of(row).casefold() for row in self.rows}
        free = [name for name in self.app.words("setup.pseudonyms").split(", ") if name.casefold() not in taken]
        for row in self.rows:
            name = self.name_of(row) or free.pop(0)
            persona = CardId(row.persona) if row.persona else None
            players.append(NewPlayer(name=name, persona=persona, oneself=row.persona == ""))
        return Setup(
            seed=self.seed,
            players=tuple(players),
            plan=self.plan,
            decision=self.decision,
            proposals=self.proposals,
            crisis=self.crises.chosen,
            excluded_crises=self.crises.aside,
        )

    # The crises set aside, from one session of a box to the next

    def _set_aside_before(self) -> list[str]:
        """The crises of this box that were set aside for the last session."""
        beginning = f"{self.box.description.id}/"
        kept = self.app.settings.crises_aside
        return [crisis.removeprefix(beginning) for crisis in kept if crisis.startswith(beginning)]

    def remember_set_aside(self) -> None:
        """Remember what was set aside here, for the next session of this box; the box sets its own aside anew."""
        box = self.box.description.id
        others = [crisis for crisis in self.app.settings.crises_aside if not crisis.startswith(f"{box}/")]
        chosen = (crisis for crisis in self.crises.aside if not self.box.crises[crisis].set_aside)
        aside = (*others, *(f"{box}/{crisis}" for crisis in chosen))
        if aside != self.app.settings.crises_aside:
            self.app.apply_settings(replace(self.app.settings, crises_aside=aside))
