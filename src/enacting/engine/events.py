"""What has happened, in the past tense: for motion, sound, voice and the log of the session.

The state never depends on events. Each has a sentence in every language, with its fields as placeholders.
"""

from dataclasses import dataclass

from enacting.engine.board import ActivityId, PartId, SeatId
from enacting.engine.cards import CardId
from enacting.engine.game import NoteId, Opinion, PlayerId, SystemName


@dataclass(frozen=True, kw_only=True)
class ContextRevealed:
    card: CardId


@dataclass(frozen=True, kw_only=True)
class CrisisRevealed:
    card: CardId


@dataclass(frozen=True, kw_only=True)
class PersonaPresented:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class Rated:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class RatingLeftOut:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class TurnStarted:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class PostureDrawn:
    player: PlayerId
    card: CardId


@dataclass(frozen=True, kw_only=True)
class PosturePlaced:
    card: CardId
    seat: SeatId
    own_side: bool


@dataclass(frozen=True, kw_only=True)
class MechanismsDrawn:
    player: PlayerId
    cards: tuple[CardId, ...]


@dataclass(frozen=True, kw_only=True)
class MechanismKept:
    player: PlayerId
    card: CardId


@dataclass(frozen=True, kw_only=True)
class CardsPutBack:
    cards: tuple[CardId, ...]


@dataclass(frozen=True, kw_only=True)
class MechanismWritten:
    player: PlayerId
    card: CardId


@dataclass(frozen=True, kw_only=True)
class Proposed:
    player: PlayerId
    card: CardId
    seat: SeatId


@dataclass(frozen=True, kw_only=True)
class OpinionGiven:
    player: PlayerId
    opinion: Opinion


@dataclass(frozen=True, kw_only=True)
class Adopted:
    card: CardId
    seat: SeatId


@dataclass(frozen=True, kw_only=True)
class Amended:
    card: CardId
    seat: SeatId


@dataclass(frozen=True, kw_only=True)
class KeptForLater:
    card: CardId


@dataclass(frozen=True, kw_only=True)
class Dropped:
    card: CardId


@dataclass(frozen=True, kw_only=True)
class TurnPassed:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class ProposalMoved:
    card: CardId
    seat: SeatId


@dataclass(frozen=True, kw_only=True)
class TakenBack:
    card: CardId
    seat: SeatId


@dataclass(frozen=True, kw_only=True)
class Linked:
    source: CardId
    target: CardId


@dataclass(frozen=True, kw_only=True)
class LinkReworded:
    source: CardId
    target: CardId


@dataclass(frozen=True, kw_only=True)
class Unlinked:
    source: CardId
    target: CardId


@dataclass(frozen=True, kw_only=True)
class SystemNamed:
    name: SystemName


@dataclass(frozen=True, kw_only=True)
class TroubleDrawn:
    card: CardId


@dataclass(frozen=True, kw_only=True)
class ProposalHolds:
    card: CardId


@dataclass(frozen=True, kw_only=True)
class ProposalGivesWay:
    card: CardId


@dataclass(frozen=True, kw_only=True)
class QuestionAsked:
    question: CardId


@dataclass(frozen=True, kw_only=True)
class TakeawayLeft:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class WordLeft:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class NextStepAdded:
    step: int


@dataclass(frozen=True, kw_only=True)
class NextStepCorrected:
    step: int


@dataclass(frozen=True, kw_only=True)
class NextStepRemoved:
    step: int


@dataclass(frozen=True, kw_only=True)
class FloorGiven:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class FloorEnded:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class SpeechKept:
    pass


@dataclass(frozen=True, kw_only=True)
class SpeechNotKept:
    pass


@dataclass(frozen=True, kw_only=True)
class NoteWritten:
    note: NoteId


@dataclass(frozen=True, kw_only=True)
class NoteCorrected:
    note: NoteId


@dataclass(frozen=True, kw_only=True)
class NoteRemoved:
    note: NoteId


@dataclass(frozen=True, kw_only=True)
class PlayerRenamed:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class PlayerAdded:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class PlayerRemoved:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class PlayerCameBack:
    player: PlayerId


@dataclass(frozen=True, kw_only=True)
class ActivityEnded:
    activity: ActivityId


@dataclass(frozen=True, kw_only=True)
class ActivityStarted:
    activity: ActivityId


@dataclass(frozen=True, kw_only=True)
class PartStarted:
    part: PartId


@dataclass(frozen=True, kw_only=True)
class PartSkipped:
    part: PartId


@dataclass(frozen=True, kw_only=True)
class PartKept:
    part: PartId


@dataclass(frozen=True, kw_only=True)
class PlanChanged:
    pass


@dataclass(frozen=True, kw_only=True)
class CardsReprinted:
    count: int


@dataclass(frozen=True, kw_only=True)
class SessionEnded:
    pass


Event = (
    ContextRevealed
    | CrisisRevealed
    | PersonaPresented
    | Rated
    | RatingLeftOut
    | TurnStarted
    | PostureDrawn
    | PosturePlaced
    | MechanismsDrawn
    | MechanismKept
    | CardsPutBack
    | MechanismWritten
    | Proposed
    | OpinionGiven
    | Adopted
    | Amended
    | KeptForLater
    | Dropped
    | TurnPassed
    | ProposalMoved
    | TakenBack
    | Linked
    | LinkReworded
    | Unlinked
    | SystemNamed
    | TroubleDrawn
    | ProposalHolds
    | ProposalGivesWay
    | QuestionAsked
    | TakeawayLeft
    | WordLeft
    | NextStepAdded
    | NextStepCorrected
    | NextStepRemoved
    | FloorGiven
    | FloorEnded
    | SpeechKept
    | SpeechNotKept
    | NoteWritten
    | NoteCorrected
    | NoteRemoved
    | PlayerRenamed
    | PlayerAdded
    | PlayerRemoved
    | PlayerCameBack
    | ActivityEnded
    | ActivityStarted
    | PartStarted
    | PartSkipped
    | PartKept
    | PlanChanged
    | CardsReprinted
    | SessionEnded
)
