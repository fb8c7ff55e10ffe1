"""A hundred whole games: no exception but `IllegalMove`, no law broken, and a replay always equals its play."""

import random
from itertools import islice, product
from typing import get_args

import pytest
from tables import a_plan, a_setup, random_moves, rich_box, snapshot

from enacting.engine.board import DecisionRule
from enacting.engine.events import Event
from enacting.engine.game import FACILITATOR, Game, Setup
from enacting.engine.moves import (
    AddNextStep,
    Amend,
    CorrectNextStep,
    CorrectNote,
    DoNotRate,
    EndActivity,
    GiveOpinion,
    LeaveTakeaway,
    Move,
    NameSystem,
    Present,
    Rate,
    RenamePlayer,
    ReprintCards,
    RewordLink,
)
from enacting.engine.rules import legal_moves, refusal
from enacting.engine.setup import set_up
from engine.playing import MOVE_KINDS, any_move, attempt, play, replayed, whole_game

BOX = rich_box(mechanisms=12)
GAMES_EACH = 4


def a_random_setup(players: int, decision: DecisionRule, seed: int) -> Setup:
    chance = random.Random(seed)
    plan = a_plan(
        rounds=chance.choice([1, 2, 3]) if players < 5 else 1,
        postures_placed=chance.random() < 0.3,
        trouble=seed % 2 == 1,
    )
    return a_setup(players, seed=seed, decision=decision, plan=plan)


@pytest.mark.parametrize("decision", DecisionRule)
@pytest.mark.parametrize("players", range(1, 10))
def test_whole_games_break_no_law_and_replay_equal(players: int, decision: DecisionRule) -> None:
    for number in range(GAMES_EACH):
        seed = 1000 * players + number
        setup = a_random_setup(players, decision, seed)

        game, moves, _ = whole_game(BOX, setup, seed)

        again = replayed(BOX, setup, moves)
        assert again == game, f"seed {seed}, {decision}: {moves}"
        assert snapshot(again) == snapshot(game)


def test_random_games_play_every_kind_of_move_and_tell_every_kind_of_event() -> None:
    moves: set[type[Move]] = set()
    events: set[type[Event]] = set()

    for seed, decision in product(range(100, 148), DecisionRule):
        _, played, told = whole_game(BOX, a_random_setup(3, decision, seed), seed, attempts=0)
        moves.update(type(move) for move in played)
        events.update(type(event) for event in told)
        if moves == set(MOVE_KINDS) and events == set(get_args(Event)):
            break

    assert moves == set(MOVE_KINDS)
    assert events == set(get_args(Event))


@pytest.mark.parametrize("players", [1, 2, 3, 6])
def test_from_any_moment_the_facilitator_reaches_the_end(players: int) -> None:
    game, _ = set_up(BOX, a_random_setup(players, DecisionRule.CONSENT, players))

    for moment, _ in islice(random_moves(game, random.Random(players)), 100):
        game = moment
        steps = 0
        while not game.over:
            game, _ = play(game, EndActivity(by=FACILITATOR))
            steps += 1
        assert steps <= len(game.agenda)


@pytest.mark.parametrize("players", [1, 2, 4])
def test_the_window_is_offered_every_legal_move_of_the_rules(players: int) -> None:
    """`legal_moves` lights up what can be clicked: a move it does not list, in whatever words, must be refused."""
    chance = random.Random(players)
    accepted = 0
    for seed in range(2):
        game, _ = set_up(BOX, a_random_setup(players, DecisionRule.CONSENT, seed))
        for moment, _ in random_moves(game, chance):
            offered = {shape(move) for move in legal_moves(moment)}
            for move in (any_move(moment, chance) for _ in range(40)):
                if not is_worded(moment, move) and refusal(moment, move) is None:
                    accepted += 1
                    assert shape(move) in offered, move

    assert accepted > 150


WORDED = (
    AddNextStep,
    Amend,
    CorrectNextStep,
    CorrectNote,
    LeaveTakeaway,
    NameSystem,
    RenamePlayer,
    ReprintCards,
    RewordLink,
)
"""Moves of which one wording stands for all, and may happen to be the one that changes nothing."""


def is_worded(game: Game, move: Move) -> bool:
    """Whether the move may differ from one that is offered in its words alone, an opinion said again among them."""
    proposal = game.turn.proposal if game.turn is not None else None
    if isinstance(move, GiveOpinion) and proposal is not None:
        return proposal.opinions.get(move.player) is move.opinion
    return isinstance(move, WORDED)


ONE_BY_ONE = (Present, Rate, DoNotRate)
"""Moves offered to whoever comes next, and allowed to all."""


def shape(move: Move) -> tuple[object, ...]:
    """What a move is about, whoever gives it and in whatever words."""
    names = ("card", "seat", "source", "target", "opinion", "question", "part", "note", "player", "persona")
    if isinstance(move, ONE_BY_ONE):
        return (type(move),)
    return (type(move), *(getattr(move, name, None) for name in names if type(move).__name__ != "WriteNote"))


def test_what_is_offered_is_never_refused_and_never_offered_twice() -> None:
    game, _ = set_up(BOX, a_random_setup(3, DecisionRule.MAJORITY, 7))

    for moment, _ in random_moves(game, random.Random(7)):
        offered = list(legal_moves(moment))
        assert all(attempt(moment, move) is not None for move in offered)
        assert len({repr(move) for move in offered}) == len(offered)


def test_the_same_seed_gives_the_same_game() -> None:
    setup = a_random_setup(4, DecisionRule.CONSENT, 3)

    first, moves, told = whole_game(BOX, setup, 3)
    second, same_moves, same_told = whole_game(BOX, setup, 3)

    assert (first, moves, told) == (second, same_moves, same_told)
