"""The rules: moves per second of processor time, and the replay of a session."""

import time
from collections.abc import Callable

from benchmarks.games import game_of, random_games
from enacting.engine.game import Game
from enacting.engine.moves import Move
from enacting.engine.rules import apply
from enacting.session.move_text import move_from_text, move_to_text

UNDO_EVERY = 10


def best_of(times: int, act: Callable[[], object]) -> float:
    """The least processor time of several runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        begin = time.process_time()
        act()
        best = min(best, time.process_time() - begin)
    return best


def moves_per_second() -> float:
    """Over whole random games: each move validated and applied, logged, one in ten taken back and played again."""
    games = random_games(60)
    played = sum(len(moves) + len(moves) // UNDO_EVERY for _, moves in games)

    def play() -> None:
        for first, moves in games:
            _with_log_and_undo(first, moves)

    return played / best_of(5, play)


def _with_log_and_undo(game: Game, moves: list[Move]) -> None:
    log: list[tuple[Move, Game]] = []
    for number, move in enumerate(moves, start=1):
        log.append((move, game))
        game, _ = apply(game, move)
        if number % UNDO_EVERY == 0:
            undone, game = log.pop()
            log.append((undone, game))
            game, _ = apply(game, undone)


def replay_milliseconds(moves: int = 150) -> tuple[float, float]:
    """Replaying a session of that many moves: applying them, then reading them from their text as well."""
    first, played = game_of(moves)
    texts = [move_to_text(move) for move in played]

    def replay() -> None:
        game = first
        for move in played:
            game, _ = apply(game, move)

    def read_and_replay() -> None:
        game = first
        for text in texts:
            game, _ = apply(game, move_from_text(text))

    return 1000 * best_of(20, replay), 1000 * best_of(20, read_and_replay)
