"""Trouble: something happens to the finished system, and the table says what holds and what gives way (RULES 5)."""

from collections.abc import Iterator

from enacting.engine.agenda import Outcome
from enacting.engine.board import ActivityKind
from enacting.engine.events import ProposalGivesWay, ProposalHolds, TroubleDrawn
from enacting.engine.game import (
    FACILITATOR,
    SENTENCE_LENGTH,
    Game,
    Verdict,
    clean_words,
    has_kind,
    replace,
    require_kind,
)
from enacting.engine.moves import DrawTrouble, JudgeProposal, Move
from enacting.engine.refusals import Reason, require


def draw_trouble(game: Game, move: DrawTrouble) -> Outcome:
    """Draw what happens; anybody may, once (RULES 5)."""
    require_kind(game, ActivityKind.TROUBLE)
    require(game.trouble is None, Reason.ONE_TROUBLE_IS_ENOUGH)
    require(game.trouble_pile, Reason.PILE_EMPTY)

    card, *rest = game.trouble_pile
    return replace(game, trouble=card, trouble_pile=tuple(rest)), (TroubleDrawn(card=card),)


def judge_proposal(game: Game, move: JudgeProposal) -> Outcome:
    """Keep whether a proposal holds, and what would have to change; said again, it replaces what was said (RULES 5)."""
    require_kind(game, ActivityKind.TROUBLE)
    require(game.trouble is not None, Reason.NO_TROUBLE_YET)
    require(game.proposal(move.card) is not None, Reason.NOT_ON_BOARD)
    verdict = Verdict(holds=move.holds, words=clean_words(move.words, SENTENCE_LENGTH, may_be_empty=True))
    require(game.verdicts.get(move.card) != verdict, Reason.NOTHING_CHANGES)

    event = ProposalHolds(card=move.card) if move.holds else ProposalGivesWay(card=move.card)
    return replace(game, verdicts={**game.verdicts, move.card: verdict}), (event,)


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now; one wording stands for all."""
    if not has_kind(game, ActivityKind.TROUBLE):
        return
    yield DrawTrouble(by=FACILITATOR)
    for proposal in game.proposals:
        for holds in (True, False):
            yield JudgeProposal(by=FACILITATOR, card=proposal.card, holds=holds)
