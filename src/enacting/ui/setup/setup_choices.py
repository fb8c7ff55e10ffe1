"""What has been chosen so far for a session that is being prepared: the people, the crisis, the length, the plan."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations
from typing import TYPE_CHECKING, Final

from enacting.engine.board import Box, DecisionRule, ProposalRules
from enacting.engine.cards import CardId
from enacting.engine.game import NAME_LENGTH, NewPlayer, OwnContext, OwnCrisis, Plan, Setup
from enacting.engine.planning import plan_for
from enacting.language.names import are_alike, names_in, proposed_names
from enacting.language.words import format_day
from enacting.system import paths
from enacting.system.synced_folders import service_of
from enacting.ui.faces.displayed_box import typeset_box
from enacting.ui.graphics.typeset import bring_fonts
from enacting.ui.window.app import App

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

USUAL_PLAYERS: Final = 4
TITLE_LENGTH: Final = 60


@dataclass(slots=True)
class PlayerRow:
    """A person being entered; `persona` None means dealt, "" playing as oneself.

    `is_asked` is a row that asks for one more name: left empty, it is nobody.
    """

    field: str
    persona: CardId | str | None = None
    is_asked: bool = False


PeopleBefore = tuple[tuple[PlayerRow, str], ...]
"""The rows there were, and the name in each."""


class CrisisChoice:
    """The chosen crisis, None for a random one, and the excluded ones: at least one always remains.

    The crises that the box itself sets aside begin excluded, together with those given.
    """

    def __init__(self, box: Box, excluded: Iterable[str] = ()) -> None:
        self.chosen: CardId | None = None
        self.own: OwnCrisis | None = None
        self._all = tuple(box.crises)
        by_box = set(box.crises_set_aside())
        given = {card for card in self._all if card in set(excluded)}
        leaving_some = (cards for cards in (by_box | given, by_box) if len(cards) < len(self._all))
        self._excluded: set[CardId] = next(leaving_some, set())

    @property
    def excluded(self) -> tuple[CardId, ...]:
        """The excluded crises, in the order of the box."""
        return tuple(card for card in self._all if card in self._excluded)

    @property
    def remaining(self) -> tuple[CardId, ...]:
        """The crises that can be drawn."""
        return tuple(card for card in self._all if card not in self._excluded)

    def choose(self, crisis: CardId | None) -> None:
        """Play with that crisis, which is no longer excluded; None for a random one."""
        self.chosen, self.own = crisis, None
        if crisis is not None:
            self._excluded.discard(crisis)

    def write(self, crisis: OwnCrisis) -> None:
        """Play with a crisis that people wrote."""
        self.chosen, self.own = None, crisis

    def take(self, excluded: Iterable[CardId], chosen: CardId | None, own: OwnCrisis | None) -> None:
        """Exclude those crises and no others, and play with that one."""
        kept = {card for card in self._all if card in set(excluded)}
        if len(kept) < len(self._all):
            self._excluded = kept
        self.chosen, self.own = chosen, own

    def exclude(self, crisis: CardId) -> bool:
        """Exclude that crisis; False when it is the last one remaining."""
        if self.remaining == (crisis,):
            return False
        self._excluded.add(crisis)
        if self.chosen == crisis:
            self.chosen = None
        return True

    def include(self, crisis: CardId) -> None:
        """Stop excluding that crisis."""
        self._excluded.discard(crisis)


@dataclass(slots=True)
class ContextChoice:
    """Where the table plays: `chosen`, a place of its `own`, `none`, or a place drawn at random."""

    chosen: CardId | None = None
    own: OwnContext | None = None
    none: bool = False


class SetupChoices:
    """The choices made so far. `minutes` is a length of the box, or the time until the chosen end.

    `plan` follows the length and the people until the facilitator edits it. `cloud` is the service that synchronises
    the sessions folder, "" for none.
    """

    def __init__(self, app: App, boxes: Boxes, seed: int | None = None) -> None:
        self.app = app
        self.seed = seed if seed is not None else random.SystemRandom().randrange(2**31)
        self.cloud = service_of(paths.sessions_folder())
        self.rows: list[PlayerRow] = []
        self._rows_made = 0
        self._people_before: list[PeopleBefore] = []
        for beginning in ("name-", "own-context-", "own-crisis-"):
            app.forget_fields(beginning)
        self.use(boxes)

    def use(self, boxes: Boxes) -> None:
        """Prepare a session with that box, for the people already entered."""
        self.boxes = boxes
        self.print_box()
        description = self.box.description
        minimum, maximum = description.players.least, description.players.most
        people = len(self.rows) or USUAL_PLAYERS
        known_personas = {None, "", *self.box.personas}
        self.rows = [
            PlayerRow(row.field, row.persona if row.persona in known_personas else None) for row in self.rows[:maximum]
        ]
        self.decision: DecisionRule = description.decision
        self.proposals: ProposalRules = description.proposals
        self.context = ContextChoice()
        self.draws_failures = True
        self.crises = CrisisChoice(self.box, self._excluded_last_time())
        usual = next(length for length in description.lengths if length.id == description.usual_length)
        self.minutes = usual.minutes
        while len(self.rows) < max(minimum, min(people, maximum)):
            self.add_person()
        title = self.app.field("session-title", self.proposed_title(), TITLE_LENGTH)
        title.suggestion = title.text.text
        self._plan_is_own = False
        self.plan = self._usual_plan()

    def print_box(self) -> None:
        """Print the box in the language chosen for its cards."""
        bring_fonts(self.boxes.letters())
        self.box: Box = typeset_box(self.boxes.box(*self.app.card_languages))

    # The people

    def name_of(self, row: PlayerRow) -> str:
        """The typed name, "" when empty."""
        return self.app.field(row.field, "", NAME_LENGTH).text.text.strip()

    def people(self) -> list[PlayerRow]:
        """The rows of those who play: all but those that ask for a name and have none."""
        return [row for row in self.rows if not row.is_asked or self.name_of(row)]

    def add_person(self) -> PlayerRow:
        """Add a person under an unused pseudonym, to be typed over."""
        taken = {self.name_of(other).casefold() for other in self.rows}
        names = proposed_names(self.app.words)
        free = [name for name in names if name.casefold() not in taken]
        row = self._new_row(free[0] if free else "")
        self.rows.append(row)
        return row

    def ask_for_person(self) -> PlayerRow:
        """Add a row that asks for one more name."""
        row = self._new_row("", is_asked=True)
        self.rows.append(row)
        return row

    def forget_unnamed(self) -> None:
        """Remove the rows that ask for a name and were left without one."""
        self.rows = self.people()

    def _new_row(self, name: str, *, is_asked: bool = False) -> PlayerRow:
        self._rows_made += 1
        row = PlayerRow(f"name-{self._rows_made}", is_asked=is_asked)
        self._write_name(row, name)
        self.app.fields[row.field].suggestion = name
        return row

    def _write_name(self, row: PlayerRow, name: str) -> None:
        self.app.forget_fields(row.field)
        field = self.app.field(row.field, name, NAME_LENGTH)
        field.click(0)
        field.click(len(field.text.text), extend=True)

    def take_names(self, row: PlayerRow, pasted: str) -> int:
        """Write the names of a pasted list in that row and the following ones; returns how many found no room.

        A text that is no list changes nothing, and is -1.
        """
        names = names_in(pasted)
        if len(names) < 2:
            return -1
        self._remember_people()
        start, most = self.rows.index(row), self.box.description.players.most
        while len(self.rows) < min(start + len(names), most):
            self.rows.append(self._new_row(""))
        for each, name in zip(self.rows[start:], names, strict=False):
            self._write_name(each, name)
            each.is_asked = False
        self.plan_again()
        return max(0, start + len(names) - most)

    def remove(self, row: PlayerRow) -> None:
        """Remove a person."""
        self._remember_people()
        self.rows.remove(row)
        self.app.forget_fields(row.field)
        self.plan_again()

    def _remember_people(self) -> None:
        self._people_before.append(tuple((row, self.name_of(row)) for row in self.rows))

    def take_people_back(self) -> bool:
        """Bring back the people there were before the last list was pasted, or the last person removed."""
        if not self._people_before:
            return False
        before = self._people_before.pop()
        self.rows = [row for row, _ in before]
        for row, name in before:
            self._write_name(row, name)
        self.plan_again()
        return True

    def alike(self) -> list[tuple[str, str]]:
        """Every two names that one could take for each other."""
        names = [self.name_of(row) for row in self.people() if self.name_of(row)]
        return [(one, other) for one, other in combinations(names, 2) if are_alike(one, other)]

    # The session

    def set_length(self, minutes: int) -> None:
        """Use that length, and make the plan again."""
        self.minutes = minutes
        self._plan_is_own = False
        self.plan = self._usual_plan()

    def set_plan(self, plan: Plan) -> None:
        """Use that plan, edited by the facilitator."""
        self.plan = plan
        self._plan_is_own = True

    def plan_again(self) -> None:
        """Make the plan again, unless the facilitator has edited it."""
        if not self._plan_is_own:
            self.plan = self._usual_plan()

    def _usual_plan(self) -> Plan:
        lengths = sorted(self.box.description.lengths, key=lambda length: length.minutes)
        shorter = [length for length in lengths if length.minutes <= self.minutes] or lengths[:1]
        return plan_for(
            self.box,
            minutes=self.minutes,
            players=max(1, len(self.people())),
            postures_placed=shorter[-1].postures_placed,
            trouble=shorter[-1].trouble,
        )

    def proposed_title(self) -> str:
        """The default title: the date."""
        now, words = datetime.now(), self.app.words
        return words("setup.proposed_title", date=format_day(now, words))

    def title(self) -> str:
        """The typed title, or the default one."""
        return self.app.field("session-title").text.text.strip() or self.proposed_title()

    def take(self, setup: Setup, *, minutes: int, title: str) -> None:
        """Choose what that set-up says, of the same box; an empty title is the proposed one."""
        for row in self.rows:
            self.app.forget_fields(row.field)
        proposed = proposed_names(self.app.words)
        self.rows = []
        for player in setup.players:
            row = self._new_row(player.name)
            row.persona = "" if player.oneself else player.persona
            if player.name not in proposed:
                self.app.fields[row.field].suggestion = ""
            self.rows.append(row)
        if title:
            self.app.forget_fields("session-title")
            self.app.field("session-title", title, TITLE_LENGTH)
        self.minutes, self.plan = minutes, setup.plan
        self._plan_is_own = setup.plan != self._usual_plan()
        self.decision, self.proposals = setup.decision, setup.proposals
        self.draws_failures = not setup.excluded_mechanisms
        self.context = ContextChoice(setup.context, setup.own_context, setup.without_context)
        self.crises.take(setup.excluded_crises, setup.crisis, setup.own_crisis)

    def setup(self) -> Setup:
        """The set-up for the engine. People without a name get the next unused pseudonym."""
        players = []
        taken = {self.name_of(row).casefold() for row in self.rows}
        free = [name for name in proposed_names(self.app.words) if name.casefold() not in taken]
        for row in self.people():
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
            excluded_crises=self.crises.excluded,
            own_crisis=self.crises.own,
            excluded_mechanisms=() if self.draws_failures else self.box.failures(),
            context=self.context.chosen,
            without_context=self.context.none,
            own_context=self.context.own,
        )

    # The excluded crises, from one session of a box to the next

    def _excluded_last_time(self) -> list[str]:
        """The crises of this box that were excluded from the last session."""
        prefix = f"{self.box.description.id}/"
        saved = self.app.settings.crises_aside
        return [crisis.removeprefix(prefix) for crisis in saved if crisis.startswith(prefix)]

    def remember_excluded(self) -> None:
        """Remember the crises excluded here for the next session of this box, without those the box excludes itself."""
        box = self.box.description.id
        others = [crisis for crisis in self.app.settings.crises_aside if not crisis.startswith(f"{box}/")]
        chosen = (crisis for crisis in self.crises.excluded if not self.box.crises[crisis].set_aside)
        excluded = (*others, *(f"{box}/{crisis}" for crisis in chosen))
        if excluded != self.app.settings.crises_aside:
            self.app.apply_settings(replace(self.app.settings, crises_aside=excluded))
