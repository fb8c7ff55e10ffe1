"""What is on the table: the whole state of one session, immutable.

Law: every posture and mechanism of the box is in exactly one zone (`zones`), at every moment.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NewType

from enacting.engine.board import (
    Activity,
    ActivityId,
    ActivityKind,
    Box,
    DecisionRule,
    Part,
    PartId,
    ProposalRules,
    SeatId,
)
from enacting.engine.cards import CardId, ConsequenceId, FamilyId, Reprint
from enacting.engine.refusals import Reason, require

if TYPE_CHECKING:
    # mypy checks the field names of `replace`, and only of that function: this is it, made quick.
    from dataclasses import replace
else:

    def replace(state: Any, **changes: Any) -> Any:
        """The same state with some fields changed: ten times quicker than `dataclasses.replace`."""
        changed = object.__new__(type(state))
        object.__setattr__(changed, "__dict__", state.__dict__ | changes)
        return changed


PlayerId = NewType("PlayerId", str)
NoteId = NewType("NoteId", int)
FACILITATOR: Final = "facilitator"

Actor = PlayerId | Literal["facilitator"]

NAME_LENGTH: Final = 24
LINK_LENGTH: Final = 40
SYSTEM_NAME_LENGTH: Final = 60
SENTENCE_LENGTH: Final = 280
NOTE_LENGTH: Final = 1000
WORD_LENGTH: Final = 24

TITLE_LENGTH: Final = 40
LINE_LENGTH: Final = 80
TEXT_LENGTH: Final = 220
CONSEQUENCE_LENGTH: Final = 90
"""The last four are of cards that the table writes."""


@dataclass(frozen=True, slots=True)
class Written:
    """Marks a text that people write as they like, of so many characters at most; `is_name` when it names one of them.

    What must keep such texts at the table finds them by this mark.
    """

    max_length: int
    is_name: bool = False


PersonName = Annotated[str, Written(NAME_LENGTH, is_name=True)]
LinkWords = Annotated[str, Written(LINK_LENGTH)]
SystemName = Annotated[str, Written(SYSTEM_NAME_LENGTH)]
WrittenSentence = Annotated[str, Written(SENTENCE_LENGTH)]
WrittenWord = Annotated[str, Written(WORD_LENGTH)]
NoteText = Annotated[str, Written(NOTE_LENGTH)]
CardTitle = Annotated[str, Written(TITLE_LENGTH)]
CardLine = Annotated[str, Written(LINE_LENGTH)]
CardText = Annotated[str, Written(TEXT_LENGTH)]
ConsequenceText = Annotated[str, Written(CONSEQUENCE_LENGTH)]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Marks a text that is one of a list of ours: nobody writes it."""


IconName = Annotated[str, Chosen()]

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Step(StrEnum):
    """Where the player in turn stands: draw, keep one of the cards drawn, discuss and place, decide."""

    DRAW = "draw"
    KEEP = "keep"
    DISCUSS = "discuss"
    DECIDE = "decide"


class Opinion(StrEnum):
    """What somebody says of a proposal."""

    AGREE = "agree"
    RESERVE = "reserve"
    OBJECT = "object"


class Zone(StrEnum):
    """The kinds of place a card can be in."""

    PILE = "pile"
    HAND = "hand"
    SEAT = "seat"
    PROPOSAL = "proposal"
    ADOPTED = "adopted"
    LATER = "later"
    DISCARD = "discard"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How the time is shared: minutes of each part, turns per player, seconds of each discussion.

    `turns`, when not 0, ends a mechanisms activity after so many turns: many people, little time. `trouble` says
    whether the finished system is put to the test. `writes_on` says whether turns of mechanisms go on, to write cards,
    when the pile is empty; in sessions that do not say so, the activity then ends.
    """

    minutes: Mapping[PartId, int]
    rounds: int
    posture_seconds: int
    mechanism_seconds: int
    postures_placed: bool
    turns: int = 0
    trouble: bool = False
    writes_on: bool = False


@dataclass(frozen=True, kw_only=True)
class NewPlayer:
    """Somebody at the table before the deal: a persona chosen, or none to be dealt one, or themselves."""

    name: PersonName
    persona: CardId | None = None
    oneself: bool = False


@dataclass(frozen=True, kw_only=True)
class OwnContext:
    """A place that the table plays in, as people describe it: its name and at most three lines."""

    title: CardTitle
    lines: tuple[CardLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OwnCrisis:
    """A crisis that the table brings; a consequence may be left without words."""

    title: CardTitle
    text: CardText
    consequences: Mapping[ConsequenceId, ConsequenceText]


@dataclass(frozen=True, kw_only=True)
class WrittenMechanism:
    """A mechanism that somebody wrote instead of drawing one."""

    title: CardTitle
    text: CardText
    family: FamilyId
    icon: IconName
    who: CardLine = ""
    limits: CardLine = ""


@dataclass(frozen=True, kw_only=True)
class Setup:
    """All that is chosen before playing: with the box, it makes the first `Game`. Only its plan may change later.

    `crisis` None means drawn at random among those not excluded, those that fit the context first. No excluded
    mechanism is ever drawn. `context` None means drawn at random, where the box has any and `without_context` is not
    asked for. What the table writes, `own_context` and `own_crisis`, goes before what is chosen or drawn.
    `from_paper` are the cards that a table took while it played on paper, in their order; None where it plays here.
    They are on top of their piles, and mechanisms are drawn one by one: nobody knows what else was in hand.
    """

    seed: int
    players: tuple[NewPlayer, ...]
    plan: Plan
    decision: DecisionRule
    crisis: CardId | None = None
    excluded_crises: tuple[CardId, ...] = ()
    excluded_mechanisms: tuple[CardId, ...] = ()
    proposals: ProposalRules = field(default_factory=ProposalRules)
    context: CardId | None = None
    without_context: bool = False
    own_context: OwnContext | None = None
    own_crisis: OwnCrisis | None = None
    from_paper: tuple[CardId, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class Player:
    """Somebody at the table. Who leaves stays in the list, their words too."""

    id: PlayerId
    name: PersonName
    persona: CardId | None
    present: bool = True


@dataclass(frozen=True, kw_only=True)
class Dissent:
    """An objection or a reservation that no longer stands, with what was said, if anything was."""

    player: PlayerId
    opinion: Opinion
    words: WrittenSentence = ""


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """A proposal as the table was asked about it before an amendment: who dissented; `words` say what was changed."""

    seat: SeatId
    answers: tuple[ConsequenceId, ...]
    allies: tuple[PlayerId, ...]
    dissents: tuple[Dissent, ...]
    words: WrittenSentence = ""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A mechanism, the seat whose posture carries it, the consequences it answers, who commits to it.

    `by` is None for a card taken back by everybody from the later pile. `reasons` holds what people said with their
    opinion, for those who did; `said_at`, the second of the session at which they gave it. `withdrawn` are the dissents
    that others have taken the place of since it was last amended, `hearings` how it was before each amendment.
    """

    card: CardId
    seat: SeatId
    answers: tuple[ConsequenceId, ...]
    allies: tuple[PlayerId, ...]
    by: PlayerId | None
    opinions: Mapping[PlayerId, Opinion] = field(default_factory=lambda: NOTHING)
    reasons: Mapping[PlayerId, WrittenSentence] = field(default_factory=lambda: NOTHING)
    amendments: int = 0
    said_at: Mapping[PlayerId, int] = field(default_factory=lambda: NOTHING)
    withdrawn: tuple[Dissent, ...] = ()
    hearings: tuple[Hearing, ...] = ()

    def dissent_of(self, player: PlayerId) -> tuple[Dissent, ...]:
        """The objection or the reservation of somebody that stands, if there is one."""
        opinion = self.opinions.get(player, Opinion.AGREE)
        if opinion is Opinion.AGREE:
            return ()
        return (Dissent(player=player, opinion=opinion, words=self.reasons.get(player, "")),)

    @property
    def agreed(self) -> tuple[str, ...]:
        """What people agreed on in words, at each amendment that has some."""
        return tuple(hearing.words for hearing in self.hearings if hearing.words)

    @property
    def dissents(self) -> tuple[Dissent, ...]:
        """Those raised since it was last amended, withdrawn or not."""
        return (*self.withdrawn, *(dissent for player in self.opinions for dissent in self.dissent_of(player)))


@dataclass(frozen=True, kw_only=True)
class Turn:
    """Whose turn it is, and how far they are. `hand` holds the cards drawn, then the one kept."""

    player: PlayerId
    step: Step = Step.DRAW
    hand: tuple[CardId, ...] = ()
    proposal: Proposal | None = None

    @property
    def before_the_table(self) -> CardId | None:
        """The one card that is talked about: the proposal open, else the card kept."""
        if self.proposal is not None:
            return self.proposal.card
        return self.hand[0] if len(self.hand) == 1 else None


@dataclass(frozen=True, kw_only=True)
class Link:
    """One adopted proposal makes another possible; `words` say how, and may be empty."""

    source: CardId
    target: CardId
    words: LinkWords = ""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the table says of a proposal when trouble comes: it holds or gives way, and what would have to change."""

    holds: bool
    words: WrittenSentence = ""


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """What somebody will do after the session; `who` and `when` are as people say them, and may be empty."""

    what: WrittenSentence
    who: CardLine = ""
    when: CardLine = ""


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something said, tied to a card and to who said it, where known."""

    id: NoteId
    text: NoteText
    card: CardId | None = None
    person: PlayerId | None = None
    activity: ActivityId | None = None
    corrected: bool = False


@dataclass(frozen=True, kw_only=True)
class Game:
    """One session at one moment.

    `activity` is an index in `agenda`; past the last one, the session is over.
    `set_aside` are the proposals that people dissented from and that were not adopted, as they were then.
    `done` holds who has had their turn in an activity where each person speaks once; `cut_short`, the parts left before
    their end. The share of speech is counted only while `speech_kept`.
    Ratings are by activity, then player, then consequence. Seconds are whole seconds.
    """

    box: Box
    setup: Setup
    crisis: CardId
    players: tuple[Player, ...]
    agenda: tuple[tuple[Part, Activity], ...]
    posture_pile: tuple[CardId, ...]
    mechanism_pile: tuple[CardId, ...]
    persona_pile: tuple[CardId, ...]
    activity: int = 0
    revealed: bool = True
    context: CardId | None = None
    context_revealed: bool = True
    turn: Turn | None = None
    round: int = 1
    done: tuple[PlayerId, ...] = ()
    question: CardId | None = None
    skipped: tuple[PartId, ...] = ()
    cut_short: tuple[PartId, ...] = ()
    postures: Mapping[SeatId, CardId] = field(default_factory=lambda: NOTHING)
    proposals: tuple[Proposal, ...] = ()
    later: tuple[CardId, ...] = ()
    set_aside: tuple[Proposal, ...] = ()
    discard: tuple[CardId, ...] = ()
    links: tuple[Link, ...] = ()
    written: tuple[WrittenMechanism, ...] = ()
    reprints: tuple[Reprint, ...] = ()
    trouble_pile: tuple[CardId, ...] = ()
    trouble: CardId | None = None
    verdicts: Mapping[CardId, Verdict] = field(default_factory=lambda: NOTHING)
    system_name: SystemName = ""
    ratings: Mapping[ActivityId, Mapping[PlayerId, Mapping[ConsequenceId, int]]] = field(
        default_factory=lambda: NOTHING
    )
    takeaways: Mapping[PlayerId, WrittenSentence] = field(default_factory=lambda: NOTHING)
    farewells: Mapping[PlayerId, WrittenWord] = field(default_factory=lambda: NOTHING)
    next_steps: tuple[NextStep, ...] = ()
    notes: tuple[Note, ...] = ()
    notes_written: int = 0
    people_met: int = 0
    floor: PlayerId | None = None
    speech_kept: bool = False
    speech_seconds: Mapping[PlayerId, int] = field(default_factory=lambda: NOTHING)
    spent_seconds: Mapping[PartId, int] = field(default_factory=lambda: NOTHING)

    @property
    def over(self) -> bool:
        """Whether the last activity has ended."""
        return self.activity >= len(self.agenda)

    @property
    def doing(self) -> Activity | None:
        """The activity being played, None when the session is over."""
        return None if self.over else self.agenda[self.activity][1]

    @property
    def part(self) -> Part | None:
        """The part being played, None when the session is over."""
        return None if self.over else self.agenda[self.activity][0]

    def player(self, player: PlayerId) -> Player:
        """The player of that id, present or gone; refused when there is none."""
        for participant in self.players:
            if participant.id == player:
                return participant
        require(False, Reason.UNKNOWN_PLAYER)
        raise AssertionError

    def is_present(self, player: PlayerId) -> bool:
        """Whether somebody of that id is at the table now."""
        return any(participant.id == player and participant.present for participant in self.players)

    @property
    def present(self) -> tuple[Player, ...]:
        """Who is at the table now, in order of play."""
        return tuple(player for player in self.players if player.present)

    def proposal(self, card: CardId) -> Proposal | None:
        """The adopted proposal made with that mechanism, if any."""
        for proposal in self.proposals:
            if proposal.card == card:
                return proposal
        return None

    @property
    def seconds(self) -> int:
        """For how long the session has been played."""
        return sum(self.spent_seconds.values())

    def answered(self) -> Mapping[ConsequenceId, int]:
        """How many adopted proposals answer each consequence of the box, in the box's order."""
        counts = {consequence.id: 0 for consequence in self.box.description.consequences}
        for proposal in self.proposals:
            for consequence in proposal.answers:
                counts[consequence] += 1
        return counts

    def zones(self) -> dict[CardId, list[Zone]]:
        """Every posture and mechanism with the zones it is found in: one each, always."""
        found: dict[CardId, list[Zone]] = {card: [] for card in (*self.box.postures, *self.box.mechanisms)}
        pending = self.turn.proposal if self.turn else None
        for zone, cards in (
            (Zone.PILE, self.posture_pile + self.mechanism_pile),
            (Zone.HAND, self.turn.hand if self.turn else ()),
            (Zone.SEAT, tuple(self.postures.values())),
            (Zone.PROPOSAL, (pending.card,) if pending else ()),
            (Zone.ADOPTED, tuple(proposal.card for proposal in self.proposals)),
            (Zone.LATER, self.later),
            (Zone.DISCARD, self.discard),
        ):
            for card in cards:
                found[card].append(zone)
        return found


def with_set_aside(game: Game) -> Game:
    """The same game, where the open proposal is remembered if somebody dissented from it: it is not adopted."""
    proposal = game.turn.proposal if game.turn else None
    if proposal is None or not (proposal.dissents or any(hearing.dissents for hearing in proposal.hearings)):
        return game
    return replace(game, set_aside=(*game.set_aside, proposal))


def has_kind(game: Game, kind: ActivityKind) -> bool:
    """Whether the activity being played is of that kind."""
    return game.activity < len(game.agenda) and game.agenda[game.activity][1].kind is kind


def require_kind(game: Game, *kinds: ActivityKind) -> None:
    """Refuse unless an activity of one of these kinds is being played."""
    require(game.activity < len(game.agenda), Reason.SESSION_OVER)
    require(game.agenda[game.activity][1].kind in kinds, Reason.NOT_THIS_ACTIVITY)


def require_turn(game: Game, by: Actor) -> Turn:
    """The turn being played; refused unless it is `by`'s, or the facilitator acts for them."""
    turn = game.turn
    require(turn is not None, Reason.NOT_THIS_ACTIVITY)
    assert turn is not None
    require(by in (turn.player, FACILITATOR), Reason.NOT_YOUR_TURN)
    return turn


def require_present(game: Game, player: PlayerId) -> Player:
    """The player of that id; refused when unknown or gone."""
    found = game.player(player)
    require(found.present, Reason.PLAYER_HAS_LEFT)
    return found


def require_own_words(game: Game, by: Actor, player: PlayerId) -> None:
    """Refuse unless `by` speaks for themselves, or the facilitator writes for them."""
    require_present(game, player)
    require(by in (player, FACILITATOR), Reason.NOT_YOURS_TO_SAY)


def require_sound(
    game: Game,
    proposer: PlayerId | None,
    seat: SeatId,
    answers: tuple[ConsequenceId, ...],
    allies: tuple[PlayerId, ...],
) -> None:
    """Refuse unless seat, consequences and allies exist, are said once, and nobody is their own ally."""
    require_carrier(game, seat)
    known = [consequence.id for consequence in game.box.description.consequences]
    require(all(answer in known for answer in answers), Reason.UNKNOWN_CONSEQUENCE)
    require(len(set(answers)) == len(answers) and len(set(allies)) == len(allies), Reason.SAID_TWICE)
    require(proposer not in allies, Reason.ALLY_OF_ONESELF)
    for ally in allies:
        require_present(game, ally)
    others = sum(player.id != proposer for player in game.present)
    asked = game.setup.proposals
    require(len(answers) >= min(asked.least_answers, len(known)), Reason.TOO_FEW_ANSWERS)
    require(len(allies) >= min(asked.least_allies, others), Reason.TOO_FEW_ALLIES)


def require_carrier(game: Game, seat: SeatId) -> None:
    """Refuse unless the board has that seat, and a posture lies on it."""
    require(any(each.id == seat for each in game.box.board.seats), Reason.UNKNOWN_SEAT)
    require(seat in game.postures, Reason.SEAT_WITHOUT_POSTURE)


def clean_words(text: str, max_length: int, *, may_be_empty: bool = False) -> str:
    """The text without white space around it; refused when empty or longer than `max_length` characters."""
    words = text.strip()
    require(words or may_be_empty, Reason.EMPTY_WORDS)
    require(len(words) <= max_length, Reason.WORDS_TOO_LONG)
    return words
