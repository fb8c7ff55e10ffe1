"""The table decides on a proposal: by consent, by majority, or the facilitator does (RULES 4.4)."""

from collections.abc import Iterator, Mapping
from typing import Final

from enacting.engine.agenda import Outcome, next_turn
from enacting.engine.board import ActivityKind, DecisionRule
from enacting.engine.events import Adopted, Amended, OpinionGiven
from enacting.engine.game import (
    FACILITATOR,
    NOTHING,
    SENTENCE_LENGTH,
    Actor,
    Dissent,
    Game,
    Hearing,
    Opinion,
    PlayerId,
    Proposal,
    Turn,
    clean_words,
    replace,
    require_kind,
    require_own_words,
    require_sound,
    require_turn,
)
from enacting.engine.moves import Adopt, Amend, EverybodyAgrees, GiveOpinion, Move
from enacting.engine.refusals import IllegalMove, Reason, require

CORRECTED_SECONDS: Final = 5
"""An opinion replaced sooner was a slip of the hand: it was never held."""


def give_opinion(game: Game, move: GiveOpinion) -> Outcome:
    """Keep what somebody says of the proposal; another opinion replaces it, a dissent stays known (RULES 4.4)."""
    turn, proposal = _open_proposal(game)
    require_own_words(game, move.by, move.player)
    words = clean_words(move.words, SENTENCE_LENGTH, may_be_empty=True)
    must_be_written = game.setup.proposals.reservations_written and move.opinion is Opinion.RESERVE
    require(words or not must_be_written, Reason.RESERVATION_NOT_WRITTEN)
    said_before = proposal.opinions.get(move.player), proposal.reasons.get(move.player, "")
    require(said_before != (move.opinion, words), Reason.NOTHING_CHANGES)

    opinions = {**proposal.opinions, move.player: move.opinion}
    reasons = {player: reason for player, reason in proposal.reasons.items() if player != move.player}
    if words:
        reasons[move.player] = words
    changed = replace(
        proposal,
        opinions=opinions,
        reasons=reasons,
        said_at={**proposal.said_at, move.player: game.seconds},
        withdrawn=(*proposal.withdrawn, *_withdrawn(game, proposal, move)),
    )
    after = replace(game, turn=replace(turn, proposal=changed))
    return after, (OpinionGiven(player=move.player, opinion=move.opinion),)


def everybody_agrees(game: Game, move: EverybodyAgrees) -> Outcome:
    """Count everybody who has said nothing as agreeing, and adopt; an objection said aloud stands (RULES 4.4)."""
    _, proposal = _open_proposal(game)
    agreeing = {player.id: proposal.opinions.get(player.id, Opinion.AGREE) for player in game.present}
    _require_decided(game, move.by, agreeing)

    return _adopt(game, replace(proposal, opinions=agreeing))


def adopt(game: Game, move: Adopt) -> Outcome:
    """Adopt the proposal: it stays on the board (RULES 4.4)."""
    _, proposal = _open_proposal(game)
    _require_decided(game, move.by, proposal.opinions)

    return _adopt(game, proposal)


def amend(game: Game, move: Amend) -> Outcome:
    """Change the proposal, in words or on the board; dissent stays known, and all are asked again (RULES 4.4)."""
    turn, proposal = _open_proposal(game)
    require_turn(game, move.by)
    require_sound(game, proposal.by, move.seat, move.answers, move.allies)
    words = clean_words(move.words, SENTENCE_LENGTH, may_be_empty=True)
    changed = replace(proposal, seat=move.seat, answers=move.answers, allies=move.allies)
    require(words or changed != proposal, Reason.AMENDMENT_CHANGES_NOTHING)

    heard = Hearing(
        seat=proposal.seat,
        answers=proposal.answers,
        allies=proposal.allies,
        dissents=proposal.dissents,
        words=words,
    )
    asked_again = replace(
        changed,
        opinions=NOTHING,
        reasons=NOTHING,
        said_at=NOTHING,
        withdrawn=(),
        hearings=(*proposal.hearings, heard),
        amendments=proposal.amendments + 1,
    )
    return replace(game, turn=replace(turn, proposal=asked_again)), (Amended(card=proposal.card, seat=move.seat),)


def _withdrawn(game: Game, proposal: Proposal, move: GiveOpinion) -> tuple[Dissent, ...]:
    """The dissent whose place another opinion takes, if it was held for a while."""
    held_for = game.seconds - proposal.said_at.get(move.player, game.seconds)
    if proposal.opinions.get(move.player) is move.opinion or held_for < CORRECTED_SECONDS:
        return ()
    return proposal.dissent_of(move.player)


def may_adopt(game: Game) -> bool:
    """Whether the opinions given so far are enough to adopt the open proposal."""
    proposal = game.turn.proposal if game.turn else None
    try:
        _require_decided(game, FACILITATOR, proposal.opinions if proposal else NOTHING)
    except IllegalMove:
        return False
    return proposal is not None


def _open_proposal(game: Game) -> tuple[Turn, Proposal]:
    require_kind(game, ActivityKind.MECHANISMS)
    turn = game.turn
    require(turn is not None and turn.proposal is not None, Reason.NOTHING_TO_DECIDE)
    assert turn is not None
    assert turn.proposal is not None
    return turn, turn.proposal


def _require_decided(game: Game, by: Actor, opinions: Mapping[PlayerId, Opinion]) -> None:
    """Refuse unless the decision rule of the session allows the adoption."""
    here = game.present
    match game.setup.decision:
        case DecisionRule.CONSENT:
            require(all(opinions.get(player.id) is not Opinion.OBJECT for player in here), Reason.SOMEBODY_OBJECTS)
            require(all(player.id in opinions for player in here), Reason.NOT_EVERYBODY_HAS_SPOKEN)
        case DecisionRule.MAJORITY:
            favour = sum(opinions.get(player.id) in (Opinion.AGREE, Opinion.RESERVE) for player in here)
            require(2 * favour > len(here), Reason.NO_MAJORITY)
        case DecisionRule.FACILITATOR:
            require(by == FACILITATOR, Reason.ONLY_FACILITATOR)


def _adopt(game: Game, proposal: Proposal) -> Outcome:
    assert game.turn is not None
    proposal = replace(proposal, said_at=NOTHING)
    adopted = replace(game, turn=Turn(player=game.turn.player), proposals=(*game.proposals, proposal))
    after, events = next_turn(adopted)
    return after, (Adopted(card=proposal.card, seat=proposal.seat), *events)


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now; an amendment stands for all: another seat."""
    if game.turn is None or game.turn.proposal is None:
        return
    proposal = game.turn.proposal
    for player in game.present:
        for opinion in Opinion:
            yield GiveOpinion(by=player.id, player=player.id, opinion=opinion)
    yield EverybodyAgrees(by=FACILITATOR)
    yield Adopt(by=FACILITATOR)
    for seat in game.box.board.seats:
        if seat.id != proposal.seat:
            yield Amend(by=game.turn.player, seat=seat.id, answers=proposal.answers, allies=proposal.allies)
