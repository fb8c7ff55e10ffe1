"""Thousands of rehearsed sessions of one box.

In one process: they take half a minute, and processes that share work would open sockets, which nothing here does.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from enacting.box.loading import load
from enacting.engine.board import Box, Length
from enacting.rehearsal.playing import play
from enacting.rehearsal.tally import Tally

STEP: Final = 100
"""How many sessions are played before it is said."""

Progress = Callable[[int], None]
"""Told how many sessions have been played so far."""


def rehearse(folder: Path, *, sessions: int, seed: int, progress: Progress) -> Tally:
    """What so many sessions of a box say of it: every length in turn, with every number of people in turn.

    The same box, number and seed always give the same tally. Raises `BrokenBox` when the box cannot be read,
    `IllegalMove` when no session of it can be set up, and `EndlessSession` when one does not end.
    """
    boxes = load(folder)
    box = boxes.by_language[boxes.written]
    tally = Tally()
    for number in range(sessions):
        tally.add(play(box, *_table(box, number), seed + number))
        if tally.sessions % STEP == 0 or tally.sessions == sessions:
            progress(tally.sessions)
    return tally


def _table(box: Box, number: int) -> tuple[Length, int]:
    """The length and the number of people of a session: each number of people in turn, then the next length."""
    description = box.description
    people = range(description.players.comfortable, description.players.most + 1)
    lengths = description.lengths
    return lengths[number // len(people) % len(lengths)], people[number % len(people)]
