"""A move whose choices are still to be made: what it could become once they are.

A proposal begins as a card over a seat, before anybody has said what it answers and who joins in; an opinion begins
before its words. Whether such a move may begin is asked of the rules themselves, by trying what it could become: a new
rule about answers, allies or words needs nothing here.
"""

from collections.abc import Iterator

from enacting.engine.game import Game, PlayerId, replace
from enacting.engine.moves import Amend, GiveOpinion, Move, Propose, TakeBack

SOME_WORDS = "…"
"""Stands for what somebody will write."""


def completions(game: Game, move: Move) -> Iterator[Move]:
    """The move itself, then what it could become: one for each number of answers and allies, the fewest first."""
    yield move
    match move:
        case Propose() | Amend() | TakeBack():
            answers = [consequence.id for consequence in game.box.description.consequences]
            allies = [player.id for player in game.present if player.id != _proposer(game, move)]
            counts = [(some, others) for some in range(len(answers) + 1) for others in range(len(allies) + 1)]
            for some, others in sorted(counts, key=sum):
                yield replace(move, answers=tuple(answers[:some]), allies=tuple(allies[:others]))
        case GiveOpinion(words="") if _changes_opinion(game, move):
            yield replace(move, words=SOME_WORDS)
        case _:
            pass


def _proposer(game: Game, move: Propose | Amend | TakeBack) -> PlayerId | None:
    """Whose proposal it is; they are no ally of their own."""
    if game.turn is None or isinstance(move, TakeBack):
        return None
    return game.turn.proposal.by if game.turn.proposal else game.turn.player


def _changes_opinion(game: Game, move: GiveOpinion) -> bool:
    proposal = game.turn.proposal if game.turn else None
    return proposal is not None and proposal.opinions.get(move.player) is not move.opinion
