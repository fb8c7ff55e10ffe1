"""A proposal that is being made, before the table is asked: a value, so that it can be kept, shown and come back to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from enacting.engine.board import SeatId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.game import FACILITATOR, Game, PlayerId, Proposal, Step
from enacting.engine.moves import Amend, Propose, TakeBack

Proposing = Propose | Amend | TakeBack


class DraftKind(StrEnum):
    """Where the card of a draft comes from: the hand, the later pile, or the proposal being decided."""

    ASK = "ask"
    TAKE_BACK = "take_back"
    AMEND = "amend"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalDraft:
    """A card over a seat, with the consequences it answers and the people who commit, as chosen so far."""

    kind: DraftKind
    card: CardId
    seat: SeatId
    answers: tuple[ConsequenceId, ...] = ()
    allies: tuple[PlayerId, ...] = ()

    def with_answer(self, answer: ConsequenceId) -> ProposalDraft:
        """The same but for that answer: given, or taken away."""
        kept = tuple(other for other in self.answers if other != answer)
        return replace(self, answers=kept if answer in self.answers else (*kept, answer))

    def with_ally(self, ally: PlayerId) -> ProposalDraft:
        """The same but for that ally: committed, or not any more."""
        kept = tuple(other for other in self.allies if other != ally)
        return replace(self, allies=kept if ally in self.allies else (*kept, ally))

    def by(self, game: Game) -> PlayerId | None:
        """Whose proposal it is; nobody's where everybody takes a card back."""
        if self.kind is DraftKind.TAKE_BACK or game.turn is None:
            return None
        return game.turn.proposal.by if game.turn.proposal is not None else game.turn.player

    def move(self, game: Game) -> Proposing:
        """The move that asks the table, its choices in the order of the box and of the table."""
        answers = tuple(
            consequence.id for consequence in game.box.description.consequences if consequence.id in self.answers
        )
        allies = tuple(player.id for player in game.present if player.id in self.allies and player.id != self.by(game))
        if self.kind is DraftKind.TAKE_BACK:
            return TakeBack(by=FACILITATOR, card=self.card, seat=self.seat, answers=answers, allies=allies)
        assert game.turn is not None
        if self.kind is DraftKind.AMEND:
            return Amend(by=game.turn.player, seat=self.seat, answers=answers, allies=allies)
        return Propose(by=game.turn.player, card=self.card, seat=self.seat, answers=answers, allies=allies)

    def proposal(self, game: Game) -> Proposal:
        """What would lie on the board."""
        move = self.move(game)
        return Proposal(card=self.card, seat=self.seat, answers=move.answers, allies=move.allies, by=self.by(game))


def draft_of(game: Game, card: CardId, seat: SeatId) -> ProposalDraft:
    """A draft with that card over that seat; an amendment begins with what was proposed."""
    proposal = game.turn.proposal if game.turn is not None else None
    if proposal is not None and proposal.card == card:
        return ProposalDraft(
            kind=DraftKind.AMEND, card=card, seat=seat, answers=proposal.answers, allies=proposal.allies
        )
    kind = DraftKind.TAKE_BACK if card in game.later else DraftKind.ASK
    return ProposalDraft(kind=kind, card=card, seat=seat)


def is_open(draft: ProposalDraft, game: Game) -> bool:
    """Whether the card of a draft is still where the draft took it from."""
    turn = game.turn
    match draft.kind:
        case DraftKind.TAKE_BACK:
            return draft.card in game.later
        case DraftKind.AMEND:
            return turn is not None and turn.proposal is not None and turn.proposal.card == draft.card
        case DraftKind.ASK:
            return turn is not None and turn.step is Step.DISCUSS and draft.card in turn.hand


def people_behind(proposal: Proposal) -> tuple[PlayerId, ...]:
    """Who proposed it, where somebody did, then who commits."""
    return (*((proposal.by,) if proposal.by is not None else ()), *proposal.allies)
