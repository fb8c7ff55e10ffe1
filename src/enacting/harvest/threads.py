"""Threads between linked proposals: from edge to edge, around faces and headings as far as possible.

Law: words are put on a thread only where they hide nothing; elsewhere the thread gets a number.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from enacting.harvest.board_layout import Rect

Point = tuple[float, float]

BENDS = tuple(side * bend / 100 for bend in (0, 8, 16, 24, 32, 42, 54, 70, 90) for side in (1, -1))[1:]
STEPS = tuple(step / 20 for step in range(1, 20))
PLACES_ON_THREAD = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
ACROSS_A_FACE = 20.0
ALONG_A_BORDER = 1.5
ENDS_TOGETHER = 30.0
CLEARANCE = 5.0
ROOM_TO_LEAVE = 14.0
ENDS_TRIED = 5
MOST_TRIED = 14
WORTH_FOR_WORDS = 12.0


class Thread(NamedTuple):
    """A quadratic curve that is pulled towards `pull`."""

    start: Point
    pull: Point
    end: Point

    def at(self, part: float) -> Point:
        """The point that far along, 0 to 1."""
        first, second, third = (1 - part) ** 2, 2 * part * (1 - part), part**2
        return (
            first * self.start[0] + second * self.pull[0] + third * self.end[0],
            first * self.start[1] + second * self.pull[1] + third * self.end[1],
        )


class Ground(NamedTuple):
    """What threads run over: what they must not hide, the borders they had better not follow, the board's edge."""

    busy: Sequence[Rect]
    borders: Sequence[Rect]
    board: Rect


def threads_between(source: Rect, target: Rect, ground: Ground, taken: Iterable[Point] = ()) -> tuple[Thread, ...]:
    """Threads from one face to another, the best first, none much worse; `taken` are the ends of other threads."""
    # A thread touches its own two faces, but only near its ends.
    grown = [one.grown(CLEARANCE) for one in ground.busy]
    near_ends = [one if one in (source, target) else one.grown(CLEARANCE) for one in ground.busy]
    around = (near_ends, grown)
    costs: dict[Thread, float] = {}
    most = math.inf
    # From the plainest to the most roundabout, so that most are given up without looking at what they cross.
    for plain, thread in sorted(_candidates(source, target, ground.busy, frozenset(taken))):
        if plain > most:
            break
        costs[thread] = plain + _crossings(thread, around, ground, most - plain)
        most = min(most, costs[thread] + WORTH_FOR_WORDS)
    best = sorted((thread for thread in costs if costs[thread] <= most), key=costs.__getitem__)
    return tuple(best[:MOST_TRIED])


def place_on(thread: Thread, size: Point, ground: Ground) -> Rect | None:
    """Where a label of that size lies on a thread and hides nothing; None when nowhere."""
    for part in PLACES_ON_THREAD:
        x, y = thread.at(part)
        for aside in (0.0, -size[1] * 0.6, size[1] * 0.6):
            label = Rect(x - size[0] / 2, y - size[1] / 2 + aside, *size)
            if label.within(ground.board) and not any(label.meets(one) for one in ground.busy):
                return label
    return None


def _candidates(
    source: Rect, target: Rect, busy: Sequence[Rect], taken: frozenset[Point]
) -> Iterator[tuple[float, Thread]]:
    """Every thread worth looking at, with what it costs to be long, bent, or to end where another one does."""
    ends = _ends_towards(target, source.middle, busy)
    for start in _ends_towards(source, target.middle, busy):
        for end in ends:
            shared = ENDS_TOGETHER * ((start in taken) + (end in taken))
            for bend in BENDS:
                thread = Thread(start, _pull(start, end, bend), end)
                length = math.dist(start, thread.pull) + math.dist(thread.pull, end)
                yield shared + length / 60 + 8 * abs(bend), thread


def _ends_towards(face: Rect, towards: Point, busy: Sequence[Rect]) -> list[Point]:
    """The places on the edges of a face that are nearest to a point, of those with room to leave the face."""
    found: list[tuple[float, Point]] = []
    for across, down in ((0, -1), (0, 1), (-1, 0), (1, 0)):
        for part in (0.25, 0.5, 0.75):
            x = face.x + face.width * (part if not across else (across + 1) / 2)
            y = face.y + face.height * (part if not down else (down + 1) / 2)
            out_x, out_y = x + across * ROOM_TO_LEAVE, y + down * ROOM_TO_LEAVE
            blocked = any(one.holds(out_x, out_y) for one in busy)
            found.append((math.dist((x, y), towards) + (10_000 if blocked else 0), (x, y)))
    return [point for _, point in sorted(found)[:ENDS_TRIED]]


def _pull(start: Point, end: Point, bend: float) -> Point:
    across, down = end[0] - start[0], end[1] - start[1]
    return (start[0] + end[0]) / 2 + down * bend, (start[1] + end[1]) / 2 - across * bend


def _crossings(thread: Thread, around: tuple[list[Rect], list[Rect]], ground: Ground, enough: float) -> float:
    """What it costs to cross what the thread crosses; no use counting beyond `enough`."""
    cost = 0.0
    for part in STEPS:
        x, y = thread.at(part)
        cost += ACROSS_A_FACE * sum(one.holds(x, y) for one in around[0.25 < part < 0.75])
        cost += ALONG_A_BORDER * sum(one.holds(x, y) for one in ground.borders)
        cost += 0 if ground.board.holds(x, y) else 2 * ACROSS_A_FACE
        if cost > enough:
            break
    return cost
