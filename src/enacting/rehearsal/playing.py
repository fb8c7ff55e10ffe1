"""One rehearsed session, played from the set-up to its end, and what is kept of it."""

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Final

from enacting.engine.board import Box, Length, PartId, SeatId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.events import Event, MechanismsDrawn
from enacting.engine.game import Game, NewPlayer, Setup
from enacting.engine.moves import EndActivity, EndPart, Move
from enacting.engine.planning import plan_for
from enacting.engine.refusals import IllegalMove, Reason
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.rehearsal.habits import tries

MAX_MOVES: Final = 20_000
"""More than any table plays: beyond, a box has no end."""


class EndlessSession(Exception):
    """A rehearsed session that does not come to its end; `seed` plays it again."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.seed = seed


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What is kept of one session. Seconds by part, played and planned; cards once each, those drawn in any order."""

    length: str
    people: int
    moves: int
    rounds_planned: int
    rounds_played: int
    seconds: dict[PartId, int]
    planned_seconds: dict[PartId, int]
    cut_short: tuple[PartId, ...]
    drawn: frozenset[CardId]
    placed: tuple[CardId, ...]
    later: tuple[CardId, ...]
    dropped: tuple[CardId, ...]
    crisis: CardId
    by_space: dict[SeatId, int]
    answered: dict[ConsequenceId, int]
    links: int
    refused: Counter[Reason] = field(default_factory=Counter)


def play(box: Box, length: Length, people: int, seed: int) -> Played:
    """Play one whole session; the same arguments always play the same one.

    Raises `EndlessSession` when the parts of the box never end, and `IllegalMove` when it cannot be set up.
    """
    chance = Random(seed)
    game, events = set_up(box, setup_of(box, length, people, seed))
    refused: Counter[Reason] = Counter()
    drawn: set[CardId] = set()
    moves = rounds = 0
    while not game.over:
        game, events = _next(game, chance, refused)
        drawn.update(_drawn(events))
        rounds = max(rounds, game.round)
        moves += 1
        if moves > MAX_MOVES:
            raise EndlessSession(seed)
    plan = game.setup.plan
    return Played(
        length=length.id,
        people=people,
        moves=moves,
        rounds_planned=plan.rounds,
        rounds_played=min(rounds, plan.rounds),
        seconds={part.id: game.spent_seconds.get(part.id, 0) for part in box.description.parts},
        planned_seconds={part: 60 * minutes for part, minutes in plan.minutes.items()},
        cut_short=game.cut_short,
        drawn=frozenset(drawn),
        placed=tuple(proposal.card for proposal in game.proposals),
        later=game.later,
        dropped=game.discard,
        crisis=game.crisis,
        by_space={seat.id: sum(proposal.seat == seat.id for proposal in game.proposals) for seat in box.board.seats},
        answered=dict(game.answered()),
        links=len(game.links),
        refused=refused,
    )


def setup_of(box: Box, length: Length, people: int, seed: int) -> Setup:
    """The set-up that the window proposes for that length and number of people; no crisis that is set aside."""
    plan = plan_for(
        box,
        minutes=length.minutes,
        players=people,
        postures_placed=length.postures_placed,
        trouble=length.trouble,
    )
    return Setup(
        seed=seed,
        players=tuple(NewPlayer(name=f"{number}") for number in range(1, people + 1)),
        plan=plan,
        decision=box.description.decision,
        proposals=box.description.proposals,
        excluded_crises=box.crises_set_aside(),
    )


def _next(game: Game, chance: Random, refused: Counter[Reason]) -> tuple[Game, tuple[Event, ...]]:
    """The game after the first thing the table tries that the rules accept."""
    last: IllegalMove | None = None
    for move in tries(game, chance):
        try:
            return apply(game, move)
        except IllegalMove as illegal:
            last = illegal
            if _is_a_habit(move):
                refused[illegal.reason] += 1
    assert last is not None
    raise last


def _is_a_habit(move: Move) -> bool:
    """Whether people tried it, and not only the program to go on."""
    return not isinstance(move, EndActivity | EndPart)


def _drawn(events: tuple[Event, ...]) -> tuple[CardId, ...]:
    return next((event.cards for event in events if isinstance(event, MechanismsDrawn)), ())
