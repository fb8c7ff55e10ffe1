"""Whole random games to measure with."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from tables import a_table, random_moves, tiny_box

from enacting.engine.game import Game
from enacting.engine.moves import Move


def random_games(count: int) -> list[tuple[Game, list[Move]]]:
    """That many first games, each with the moves of a whole session: 3 to 9 players, 39 mechanisms, two rounds."""
    games = []
    for seed in range(count):
        chance = random.Random(seed)
        first = a_table(chance.randint(3, 9), box=tiny_box(mechanisms=39, draw=3), seed=seed, rounds=2)
        games.append((first, [move for _, move in random_moves(first, chance)]))
    return games


def game_of(moves: int) -> tuple[Game, list[Move]]:
    """A first game with at least that many moves, cut to that number."""
    for first, played in random_games(200):
        if len(played) >= moves:
            return first, played[:moves]
    raise LookupError(moves)
