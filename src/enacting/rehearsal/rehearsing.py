"""Thousands of rehearsed sessions of one box, shared between the processors of the computer."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from enacting.box.loading import load
from enacting.engine.board import Box, Length
from enacting.rehearsal.playing import Played, play
from enacting.rehearsal.tally import Tally

CHUNK: Final = 100
"""How many sessions a process plays before it says so."""
WORTH_ANOTHER_PROCESS: Final = 600
"""Fewer sessions are played sooner than a second process has started."""

Progress = Callable[[int], None]
"""Told how many sessions have been played so far."""

_worker_box: Box | None = None


def rehearse(folder: Path, *, sessions: int, seed: int, progress: Progress) -> Tally:
    """What so many sessions of a box say of it: every length in turn, with every number of people in turn.

    The same box, number and seed always give the same tally, whatever the computer. Raises `BrokenBox` when the box
    cannot be read, `IllegalMove` when no session of it can be set up, and `EndlessSession` when one does not end.
    """
    boxes = load(folder)
    box = boxes.by_language[boxes.written]
    starts = range(0, sessions, CHUNK)
    chunks = [(start, min(CHUNK, sessions - start), seed) for start in starts]
    tally = Tally()
    for played in (
        _in_processes(folder, chunks) if _is_worth_it(sessions) else (_chunk(box, *chunk) for chunk in chunks)
    ):
        for session in played:
            tally.add(session)
        progress(tally.sessions)
    return tally


def _is_worth_it(sessions: int) -> bool:
    return sessions >= WORTH_ANOTHER_PROCESS and (os.cpu_count() or 1) > 1


def _in_processes(folder: Path, chunks: list[tuple[int, int, int]]) -> Iterator[list[Played]]:
    with ProcessPoolExecutor(
        max_workers=min(os.cpu_count() or 1, len(chunks)),
        mp_context=get_context("spawn"),
        initializer=_load_box,
        initargs=(folder,),
    ) as pool:
        yield from pool.map(_worker_chunk, *zip(*chunks, strict=True))


def _load_box(folder: Path) -> None:
    """Read the box once in each process."""
    global _worker_box
    boxes = load(folder)
    _worker_box = boxes.by_language[boxes.written]


def _worker_chunk(start: int, count: int, seed: int) -> list[Played]:
    assert _worker_box is not None
    return _chunk(_worker_box, start, count, seed)


def _chunk(box: Box, start: int, count: int, seed: int) -> list[Played]:
    return [play(box, *_table(box, number), seed + number) for number in range(start, start + count)]


def _table(box: Box, number: int) -> tuple[Length, int]:
    """The length and the number of people of a session: each number of people in turn, then the next length."""
    description = box.description
    people = range(description.players.comfortable, description.players.most + 1)
    lengths = description.lengths
    return lengths[number // len(people) % len(lengths)], people[number % len(people)]
