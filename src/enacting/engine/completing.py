"""A move whose choices are still to be made: what it could become once they are.

A proposal begins as a card over a seat, before anybody has said what it answers and who joins in; an opinion begins
before its words. Whether such a move may begin is asked of the rules themselves, by trying what it could become: a new
rule about answers, allies or words needs nothing here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from enacting.engine.cards import ConsequenceId
from enacting.engine.game import Game, PlayerId, replace
from enacting.engine.moves import Amend, GiveOpinion, Move, Propose, TakeBack
from enacting.engine.refusals import Reason

SOME_WORDS = "…"
"""Stands for what somebody will write."""

Proposing = Propose | Amend | TakeBack
Answers = tuple[ConsequenceId, ...]
Allies = tuple[PlayerId, ...]
Refusal = Callable[[Game, Move], Reason | None]
T = TypeVar("T")


def allowed(game: Game, move: Move, refusal: Refusal) -> Iterator[Move]:
    """What may be played of the move itself and what it could become, the fewest choices first."""
    if refusal(game, move) is None:
        yield move
    match move:
        case Propose() | Amend() | TakeBack():
            yield from _with_choices(game, move, refusal)
        case GiveOpinion(words="") if _changes_opinion(game, move):
            with_words = replace(move, words=SOME_WORDS)
            if refusal(game, with_words) is None:
                yield with_words
        case _:
            pass


def _with_choices(game: Game, move: Proposing, refusal: Refusal) -> Iterator[Proposing]:
    """Any number of answers and of allies; then, if the choice of them matters, those apart that the rules treat alike.

    Somebody who may not join a proposal must not hide that somebody else may.
    """
    answers = tuple(consequence.id for consequence in game.box.description.consequences)
    allies = tuple(player.id for player in game.present if player.id != _proposer(game, move))
    tried: dict[tuple[Answers, Allies], Reason | None] = {}

    def reason(some: Answers, others: Allies) -> Reason | None:
        if (some, others) not in tried:
            tried[some, others] = refusal(game, replace(move, answers=some, allies=others))
        return tried[some, others]

    for some, others in _fewest_first(_beginnings([answers]), _beginnings([allies])):
        if reason(some, others) is None:
            yield replace(move, answers=some, allies=others)
    if len(set(tried.values())) == 1:
        return
    some_answers, some_allies = _samples(answers), _samples(allies)
    answers_alike = _alike(answers, lambda answer: [reason((answer,), others) for others in some_allies])
    allies_alike = _alike(allies, lambda ally: [reason(some, (ally,)) for some in some_answers])
    for some, others in _fewest_first(_beginnings(answers_alike), _beginnings(allies_alike)):
        if reason(some, others) is None:
            yield replace(move, answers=some, allies=others)


def _samples(things: tuple[T, ...]) -> list[tuple[T, ...]]:
    """None of them, each alone, all."""
    return [(), *((thing,) for thing in things), things]


def _alike(things: Iterable[T], reasons: Callable[[T], list[Reason | None]]) -> list[tuple[T, ...]]:
    """The things in groups, each of those that are refused for the same reasons."""
    groups: dict[tuple[Reason | None, ...], tuple[T, ...]] = {}
    for thing in things:
        key = tuple(reasons(thing))
        groups[key] = (*groups.get(key, ()), thing)
    return list(groups.values())


def _beginnings(groups: Iterable[tuple[T, ...]]) -> list[tuple[T, ...]]:
    """The first of each group, for every number of them, each once."""
    return list(dict.fromkeys(group[:count] for group in groups for count in range(len(group) + 1)))


def _fewest_first(answers: Iterable[Answers], allies: Sequence[Allies]) -> list[tuple[Answers, Allies]]:
    both = [(some, others) for some in answers for others in allies]
    return sorted(both, key=lambda choice: len(choice[0]) + len(choice[1]))


def _proposer(game: Game, move: Proposing) -> PlayerId | None:
    """Whose proposal it is; they are no ally of their own."""
    if game.turn is None or isinstance(move, TakeBack):
        return None
    return game.turn.proposal.by if game.turn.proposal else game.turn.player


def _changes_opinion(game: Game, move: GiveOpinion) -> bool:
    proposal = game.turn.proposal if game.turn else None
    return proposal is not None and proposal.opinions.get(move.player) is not move.opinion
