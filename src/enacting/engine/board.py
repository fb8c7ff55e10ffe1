"""The board and the box: everything that is printed, and nothing that is on the table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from enacting.engine.cards import (
    Card,
    CardId,
    ConsequenceId,
    ContextCard,
    CrisisCard,
    FamilyId,
    MechanismCard,
    MechanismKind,
    PersonaCard,
    PostureCard,
    QuestionCard,
    TroubleCard,
)

SeatId = NewType("SeatId", str)
PartId = NewType("PartId", str)
ActivityId = NewType("ActivityId", str)


class ActivityKind(StrEnum):
    """What a table can be asked to do; each kind is one file of the rules."""

    REVEAL = "reveal"
    PRESENT = "present"
    RATE = "rate"
    POSTURES = "postures"
    MECHANISMS = "mechanisms"
    ARRANGE = "arrange"
    TROUBLE = "trouble"
    DISCUSS = "discuss"
    TAKEAWAYS = "takeaways"


class DecisionRule(StrEnum):
    """How the table decides on a proposal."""

    CONSENT = "consent"
    MAJORITY = "majority"
    FACILITATOR = "facilitator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A spot of the board that holds one posture; the rectangle is in percent of the board."""

    id: SeatId
    family: FamilyId
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisPlace:
    """Where the crisis lies: its centre and diameter, in percent of the board's width and height."""

    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOnBoard:
    """Where the picture of the place lies, in percent of the board."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Where things lie on the table. With a `place` the crisis is drawn in it, else as a ring where `crisis` says."""

    crisis: CrisisPlace
    seats: tuple[Seat, ...]
    place: PlaceOnBoard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """One order of consequences of a crisis, a segment of the ring around it.

    `quarter` is the kind of quarter of the place that it strikes, as `enacting.scenes.quarters` names them.
    """

    id: ConsequenceId
    title: str
    icon: str
    quarter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostureFamily:
    """A side of the board: do with, do for."""

    id: FamilyId
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MechanismFamily:
    """What a mechanism is for; `ground` names the pattern behind its art."""

    id: FamilyId
    title: str
    colour: str
    icon: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One thing the table does. `minutes` is for one turn of it where it has turns, else for all of it.

    `icon` is drawn on the questions asked in it.
    The plan shares out the minutes of a part again when the session is shorter or longer than usual.
    """

    id: ActivityId
    kind: ActivityKind
    title: str
    text: str
    minutes: float = 0
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A chapter of the session; `share` is its usual part of the time, in percent."""

    id: PartId
    title: str
    share: int
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length a facilitator can choose; short ones may start with the postures placed, long ones draw trouble."""

    id: str
    title: str
    minutes: int
    postures_placed: bool = False
    trouble: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The marks a person can give when rating."""

    least: int = 1
    most: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRules:
    """What this box asks of a proposal, beyond what every table asks; nothing unless it says so.

    `least_allies` counts people other than the proposer. Where fewer people or consequences are there, all of them do.
    """

    least_allies: int = 0
    least_answers: int = 0
    reservations_written: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerCount:
    """How many can play; below `comfortable` it is for trying the game."""

    least: int = 1
    comfortable: int = 3
    most: int = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """A word that players meet on the screens and the cards, and what it means."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """The box in general: `game.yaml`. `words` are what it calls postures, mechanisms and the labels of its cards."""

    id: str
    title: str
    subtitle: str
    version: str
    licence: str
    credits: str
    consequences: tuple[Consequence, ...]
    posture_families: tuple[PostureFamily, ...]
    mechanism_families: tuple[MechanismFamily, ...]
    parts: tuple[Part, ...]
    lengths: tuple[Length, ...]
    usual_length: str
    players: PlayerCount = field(default_factory=PlayerCount)
    decision: DecisionRule = DecisionRule.CONSENT
    proposals: ProposalRules = field(default_factory=ProposalRules)
    draw: int = 3
    scale: Scale = field(default_factory=Scale)
    glossary: tuple[GlossaryEntry, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Everything printed, in one language. Card ids are distinct over all decks."""

    language: str
    description: Description
    board: Board
    postures: Mapping[CardId, PostureCard]
    mechanisms: Mapping[CardId, MechanismCard]
    crises: Mapping[CardId, CrisisCard]
    personas: Mapping[CardId, PersonaCard]
    questions: Mapping[CardId, QuestionCard]
    contexts: Mapping[CardId, ContextCard] = field(default_factory=dict)
    troubles: Mapping[CardId, TroubleCard] = field(default_factory=dict)

    def seat(self, seat: SeatId) -> Seat:
        """The seat of that id; `KeyError` when the board has none."""
        for printed in self.board.seats:
            if printed.id == seat:
                return printed
        raise KeyError(seat)

    def crises_set_aside(self) -> tuple[CardId, ...]:
        """The crises that the box keeps out of chance until the facilitator brings them in."""
        return tuple(crisis.id for crisis in self.crises.values() if crisis.set_aside)

    def failures(self) -> tuple[CardId, ...]:
        """The mechanisms that tell of a failure or a controversy."""
        return tuple(card.id for card in self.mechanisms.values() if card.kind is MechanismKind.FAILURE)

    def card(self, card: CardId) -> Card:
        """The card of that id, of any deck; `KeyError` when the box has none."""
        for deck in self.decks():
            if card in deck:
                return deck[card]
        raise KeyError(card)

    def decks(self) -> tuple[Mapping[CardId, Card], ...]:
        """Every deck, in the order in which a table meets them."""
        return (
            self.contexts,
            self.crises,
            self.personas,
            self.postures,
            self.mechanisms,
            self.troubles,
            self.questions,
        )

    def activity(self, activity: ActivityId) -> tuple[Part, Activity]:
        """The activity of that id, with its part; `KeyError` when the box has none."""
        for part, found in self.activities():
            if found.id == activity:
                return part, found
        raise KeyError(activity)

    def activities(self) -> tuple[tuple[Part, Activity], ...]:
        """Every activity with its part, in playing order."""
        return tuple((part, activity) for part in self.description.parts for activity in part.activities)
