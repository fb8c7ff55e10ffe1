"""Builders: sessions of the tiny box, closed or being played, and what plays at random."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from boxes import tiny_box_files
from tables import a_setup, random_moves

from enacting.box.loading import load_files
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import WriteNote
from enacting.engine.refusals import IllegalMove
from enacting.session.session import Session

TEN = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
"""When the sessions begin."""
LATER = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)

NOTE = WriteNote(by=FACILITATOR, text="La rivière")
OTHER_NOTE = WriteNote(by=FACILITATOR, text="Le pont")


class Wristwatch:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def later(self, seconds: float) -> None:
        self.now += seconds


def a_session(path: Path, watch: Wristwatch | None = None, players: int = 3) -> Session:
    """A new session of the tiny box, held by the caller."""
    boxes = load_files(tiny_box_files())
    return Session.start(boxes, a_setup(players), path, "fr", "Atelier", TEN, clock=watch or Wristwatch())


def play_at_random(session: Session, chance: random.Random, most: int) -> None:
    """Random moves with random undoing, redoing and changes of language."""
    for _, move in random_moves(session.game, chance, most):
        try:
            session.play(move)
        except IllegalMove:
            break
        for _ in range(chance.choice((0, 0, 0, 0, 1, 2, 5))):
            if session.can_undo:
                session.undo()
        for _ in range(chance.choice((0, 0, 1, 4))):
            if session.can_redo:
                session.redo()
        if chance.random() < 0.1:
            session.speak(chance.choice(("fr", "en")))


def files_in(folder: Path) -> list[str]:
    """The names of all files below that folder, in order."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@contextmanager
def held_elsewhere(path: Path) -> Iterator[None]:
    """Another program has the session open."""
    program = (
        "import sys; from pathlib import Path; from enacting.session.session import Session;"
        "held = Session.resume(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin and other.stdout
        assert other.stdout.readline() == "held\n"
        yield
