"""Builder: programs that play sessions, acknowledging each move, and are killed at any moment; what is left is checked.

A nursery starts them by forking, as starting Python anew each time would be slow. POSIX only.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from boxes import tiny_box_files
from tables import a_setup, random_moves

from enacting.box.loading import load_files
from enacting.engine.game import Game
from enacting.engine.rules import legal_moves
from enacting.session.journal import Kind, SessionInUse
from enacting.session.move_text import move_to_text
from enacting.session.session import LogEntry, Session

TEN = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
LIVES = 10
"""How many programs play in one session before another one is begun."""

LANGUAGES = ("fr", "en")


@dataclass(slots=True)
class Tally:
    """How many programs were killed, how many moves they had acknowledged, how many they had only written."""

    kills: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0


class Nursery:
    """Starts programs: each line it is given is the name of what one does, a seed, and the file."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from killing import nurse; nurse()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(folder for folder in sys.path if folder)},
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(timeout=60)

    def begin(self, what: str, seed: int, path: Path) -> tuple[int, Iterator[str]]:
        """Start a program; its number, and the lines it says."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"{what} {seed} {path}\n")
        return int(self._process.stdout.readline()), _lines(self._process.stdout)


def _lines(said: IO[str]) -> Iterator[str]:
    """The lines a program says until it is dead."""
    for line in said:
        if line == "dead\n":
            return
        yield line.rstrip("\n")


def nurse() -> None:
    """The nursery itself."""
    load_files(tiny_box_files())
    for line in sys.stdin:
        what, seed, path = line.rstrip("\n").split(" ", 2)
        child = os.fork()
        if child == 0:
            try:
                {"play": play_for_ever, "race": take_and_hold}[what](Path(path), random.Random(int(seed)))
            finally:
                os._exit(1)
        say(str(child))
        os.waitpid(child, 0)
        say("dead")


def play_for_ever(path: Path, chance: random.Random) -> None:
    """Play, undo, redo and change the language, acknowledging each once it is on disk."""
    session = Session.resume(path)
    while True:
        if session.can_redo and chance.random() < 0.3:
            session.redo()
        elif session.game.over or (session.can_undo and chance.random() < 0.2):
            session.undo()
        elif chance.random() < 0.05:
            session.speak(LANGUAGES[session.language == LANGUAGES[0]])
        else:
            _, move = next(random_moves(session.game, chance, 1))
            session.play(move)
        if not session.unsaved:
            say(as_line(session.log()[-1]))


def take_and_hold(path: Path, chance: random.Random) -> None:
    """Try to hold a session, and say how that went."""
    time.sleep(chance.random() * 0.004)
    try:
        session = Session.resume(path)
    except SessionInUse:
        say("in use")
        return
    say("mine")
    while True:
        time.sleep(60)
        session.keep_time()


def say(line: str) -> None:
    """Say a line in one go, so that a kill cuts none in two."""
    os.write(1, f"{line}\n".encode())


def as_line(told: LogEntry) -> str:
    """What was decided, and what the table is asked next."""
    move = move_to_text(told.move) if told.move else told.language
    return f"{told.kind} {move} {asked(told.game)}"


def asked(game: Game) -> str:
    """What the table is doing, and whom the game waits for."""
    turn = game.turn
    waits = f"{turn.player} {turn.step} {' '.join(turn.hand)}" if turn is not None else " ".join(game.done)
    return f"{game.activity} {game.round} {waits}"


def kill_at_random(folder: Path, count: int, seed: int = 5) -> Tally:
    """Kill that many programs at any moment, and look each time at what they left."""
    chance, tally = random.Random(seed), Tally()
    boxes = load_files(tiny_box_files())
    with Nursery() as nursery:
        for session in range(-(-count // LIVES)):
            path = folder / f"{session}.session"
            Session.start(boxes, a_setup(3), path, "fr", "Atelier", TEN).close()
            kept: list[str] = []
            for _ in range(min(LIVES, count - tally.kills)):
                kept = _one_life(nursery, path, chance, kept, tally)
    return tally


def _one_life(nursery: Nursery, path: Path, chance: random.Random, kept: list[str], tally: Tally) -> list[str]:
    """Let one program play and kill it; the session must hold all it had said. Returns what the session holds."""
    child, lines = nursery.begin("play", chance.randrange(10**9), path)
    said = list(islice(lines, chance.randrange(12)))
    time.sleep(chance.random() * 0.005 if said else chance.random() * 0.1)
    os.kill(child, signal.SIGKILL)
    said += lines

    with closing(Session.resume(path)) as session:
        found = [as_line(told) for told in session.log()]
        acknowledged = kept + said
        assert found[: len(acknowledged)] == acknowledged, f"{path}: {acknowledged[-1]} is lost"
        assert len(found) - len(acknowledged) in (0, 1), path
        tally.kills += 1
        tally.acknowledged += len(said)
        tally.unacknowledged += len(found) - len(acknowledged)
        _goes_on(session)
        return [as_line(told) for told in session.log()]


def _goes_on(session: Session) -> None:
    """The next thing the rules allow is accepted, and on disk."""
    before = asked(session.game)
    if session.game.over:
        session.undo()
    else:
        assert asked(session.game) == before
        session.play(next(iter(legal_moves(session.game))))
        assert session.log()[-1].kind is Kind.PLAYED
    assert session.unsaved == 0


def race(folder: Path, count: int, runners: int = 2, seed: int = 5) -> int:
    """Let programs run for the same session: one gets it, and once it is killed another can. Returns how many races."""
    path = folder / "raced.session"
    Session.start(load_files(tiny_box_files()), a_setup(3), path, "fr", "Atelier", TEN).close()
    chance = random.Random(seed)
    nurseries = [Nursery() for _ in range(runners)]
    for nursery in nurseries:
        nursery.__enter__()
    try:
        for number in range(count):
            started = [nursery.begin("race", chance.randrange(10**9), path) for nursery in nurseries]
            said = [next(lines) for _, lines in started]
            assert sorted(said) == ["in use"] * (runners - 1) + ["mine"], f"race {number}: {said}"
            for (child, lines), word in zip(started, said, strict=True):
                if word == "mine":
                    os.kill(child, signal.SIGKILL)
                list(lines)
            Session.resume(path).close()
    finally:
        for nursery in nurseries:
            nursery.__exit__(None, None, None)
    return count
