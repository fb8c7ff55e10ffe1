"""Every move, as an order.

`by` is who gives it; `seconds` is the time since the move before, stamped by the session.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from enacting.engine.board import PartId, SeatId
from enacting.engine.cards import CardId, ConsequenceId, FamilyId, Reprint
from enacting.engine.game import (
    Actor,
    CardLine,
    CardText,
    CardTitle,
    IconName,
    LinkWords,
    NoteId,
    NoteText,
    Opinion,
    PersonName,
    PlayerId,
    SystemName,
    WrittenSentence,
    WrittenWord,
)


@dataclass(frozen=True, kw_only=True)
class Order:
    """What all moves carry."""

    by: Actor
    seconds: int = 0


# RULES 2: opening


@dataclass(frozen=True, kw_only=True)
class RevealContext(Order):
    """Turn the context card over."""


@dataclass(frozen=True, kw_only=True)
class RevealCrisis(Order):
    """Turn the crisis card over."""


@dataclass(frozen=True, kw_only=True)
class Present(Order):
    """Say that somebody has presented their persona."""

    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class Rate(Order):
    """Give one mark to each consequence."""

    player: PlayerId
    marks: Mapping[ConsequenceId, int]


@dataclass(frozen=True, kw_only=True)
class DoNotRate(Order):
    """Leave one's rating out."""

    player: PlayerId


# RULES 3: postures


@dataclass(frozen=True, kw_only=True)
class DrawPosture(Order):
    """Draw the next posture."""


@dataclass(frozen=True, kw_only=True)
class PlacePosture(Order):
    """Lay the posture in hand on an empty seat."""

    card: CardId
    seat: SeatId


# RULES 4: mechanisms


@dataclass(frozen=True, kw_only=True)
class DrawMechanisms(Order):
    """Draw as many mechanisms as the box says."""


@dataclass(frozen=True, kw_only=True)
class KeepMechanism(Order):
    """Keep one of the cards drawn; the others go under the pile."""

    card: CardId


@dataclass(frozen=True, kw_only=True)
class WriteMechanism(Order):
    """Write a mechanism instead of drawing some; it is in hand like a card that was kept."""

    title: CardTitle
    text: CardText
    family: FamilyId
    icon: IconName
    who: CardLine = ""
    limits: CardLine = ""


@dataclass(frozen=True, kw_only=True)
class Propose(Order):
    """Lay the card in hand under a posture, as a proposal."""

    card: CardId
    seat: SeatId
    answers: tuple[ConsequenceId, ...] = ()
    allies: tuple[PlayerId, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GiveOpinion(Order):
    """Say what somebody thinks of the proposal, and why, if they say so."""

    player: PlayerId
    opinion: Opinion
    words: WrittenSentence = ""


@dataclass(frozen=True, kw_only=True)
class EverybodyAgrees(Order):
    """Everybody agrees with the proposal: it is adopted."""


@dataclass(frozen=True, kw_only=True)
class Adopt(Order):
    """Adopt the proposal, as the decision rule allows."""


@dataclass(frozen=True, kw_only=True)
class Amend(Order):
    """Change the proposal and ask again; `words` say what was agreed, such as a condition."""

    seat: SeatId
    answers: tuple[ConsequenceId, ...]
    allies: tuple[PlayerId, ...]
    words: WrittenSentence = ""


@dataclass(frozen=True, kw_only=True)
class KeepForLater(Order):
    """Put the card on the later pile."""


@dataclass(frozen=True, kw_only=True)
class Drop(Order):
    """Discard the card."""


@dataclass(frozen=True, kw_only=True)
class Pass(Order):
    """Let the next player have the turn; cards in hand go back under the pile."""


# RULES 5: the new system


@dataclass(frozen=True, kw_only=True)
class MoveProposal(Order):
    """Move an adopted proposal under another posture."""

    card: CardId
    seat: SeatId


@dataclass(frozen=True, kw_only=True)
class TakeBack(Order):
    """Take a mechanism from the later pile and lay it under a posture."""

    card: CardId
    seat: SeatId
    answers: tuple[ConsequenceId, ...] = ()
    allies: tuple[PlayerId, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LinkProposals(Order):
    """Say that one proposal makes another possible."""

    source: CardId
    target: CardId
    words: LinkWords = ""


@dataclass(frozen=True, kw_only=True)
class RewordLink(Order):
    """Change the words of a link."""

    source: CardId
    target: CardId
    words: LinkWords


@dataclass(frozen=True, kw_only=True)
class Unlink(Order):
    """Remove a link."""

    source: CardId
    target: CardId


@dataclass(frozen=True, kw_only=True)
class NameSystem(Order):
    """Give the new system its name."""

    name: SystemName


@dataclass(frozen=True, kw_only=True)
class DrawTrouble(Order):
    """Draw what happens to the finished system."""


@dataclass(frozen=True, kw_only=True)
class JudgeProposal(Order):
    """Say whether a proposal holds or gives way, and what would have to change."""

    card: CardId
    holds: bool
    words: WrittenSentence = ""


# RULES 6: debrief


@dataclass(frozen=True, kw_only=True)
class AskQuestion(Order):
    """Put one of the activity's questions to the table."""

    question: CardId


@dataclass(frozen=True, kw_only=True)
class LeaveTakeaway(Order):
    """Leave, or change, one's sentence to take home."""

    player: PlayerId
    words: WrittenSentence


@dataclass(frozen=True, kw_only=True)
class LeaveWord(Order):
    """Leave, or change, the one word with which somebody goes."""

    player: PlayerId
    word: WrittenWord


@dataclass(frozen=True, kw_only=True)
class AddNextStep(Order):
    """Write down what somebody will do after the session."""

    what: WrittenSentence
    who: CardLine = ""
    when: CardLine = ""


@dataclass(frozen=True, kw_only=True)
class CorrectNextStep(Order):
    """Replace the words of a next step; they are counted from 1."""

    step: int
    what: WrittenSentence
    who: CardLine = ""
    when: CardLine = ""


@dataclass(frozen=True, kw_only=True)
class RemoveNextStep(Order):
    """Take a next step away."""

    step: int


# RULES 4.2 and 7: at any moment


@dataclass(frozen=True, kw_only=True)
class GiveFloor(Order):
    """Let somebody speak; their time is kept."""

    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class EndFloor(Order):
    """Nobody in particular speaks any more."""


@dataclass(frozen=True, kw_only=True)
class KeepSpeech(Order):
    """Keep the share of speech from now on, or keep it no more."""

    kept: bool


@dataclass(frozen=True, kw_only=True)
class WriteNote(Order):
    """Write down something said."""

    text: NoteText
    card: CardId | None = None
    person: PlayerId | None = None


@dataclass(frozen=True, kw_only=True)
class CorrectNote(Order):
    """Replace a note's text, card and person."""

    note: NoteId
    text: NoteText
    card: CardId | None = None
    person: PlayerId | None = None


@dataclass(frozen=True, kw_only=True)
class RemoveNote(Order):
    """Take a note away."""

    note: NoteId


@dataclass(frozen=True, kw_only=True)
class RenamePlayer(Order):
    """Change somebody's name."""

    player: PlayerId
    name: PersonName


@dataclass(frozen=True, kw_only=True)
class AddPlayer(Order):
    """Somebody arrives, with a persona still free or as themselves."""

    name: PersonName
    persona: CardId | None = None


@dataclass(frozen=True, kw_only=True)
class RemovePlayer(Order):
    """Somebody leaves: their cards go to the later pile, their words stay."""

    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class ComeBack(Order):
    """Somebody who left comes back, as the same person."""

    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class EndActivity(Order):
    """Go on to the next activity."""


@dataclass(frozen=True, kw_only=True)
class EndPart(Order):
    """Go to the next part, even early."""


@dataclass(frozen=True, kw_only=True)
class SkipPart(Order):
    """Leave out a part still to come."""

    part: PartId


@dataclass(frozen=True, kw_only=True)
class KeepPart(Order):
    """Play a part after all that was to be left out."""

    part: PartId


@dataclass(frozen=True, kw_only=True)
class ChangePlan(Order):
    """Change how many mechanisms there is time for and how long discussions are meant to last, from now on."""

    rounds: int
    turns: int
    posture_seconds: int
    mechanism_seconds: int


@dataclass(frozen=True, kw_only=True)
class ReprintCards(Order):
    """Give cards that are not on the board the words that their box has now, once somebody has edited it."""

    reprints: tuple[Reprint, ...]


Move = (
    RevealContext
    | RevealCrisis
    | Present
    | Rate
    | DoNotRate
    | DrawPosture
    | PlacePosture
    | DrawMechanisms
    | KeepMechanism
    | WriteMechanism
    | Propose
    | GiveOpinion
    | EverybodyAgrees
    | Adopt
    | Amend
    | KeepForLater
    | Drop
    | Pass
    | MoveProposal
    | TakeBack
    | LinkProposals
    | RewordLink
    | Unlink
    | NameSystem
    | DrawTrouble
    | JudgeProposal
    | AskQuestion
    | LeaveTakeaway
    | LeaveWord
    | AddNextStep
    | CorrectNextStep
    | RemoveNextStep
    | GiveFloor
    | EndFloor
    | KeepSpeech
    | WriteNote
    | CorrectNote
    | RemoveNote
    | RenamePlayer
    | AddPlayer
    | RemovePlayer
    | ComeBack
    | EndActivity
    | EndPart
    | SkipPart
    | KeepPart
    | ChangePlan
    | ReprintCards
)
