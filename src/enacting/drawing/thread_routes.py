"""Threads between linked proposals: from edge to edge, around faces and headings as far as possible.

Law: the window and the report ask the same questions here, in units of which a board is 1200 wide; of the ways a thread
can go it takes the one that crosses least, and its words lie where they hide nothing, in the fewest lines.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from enacting.drawing.rects import Point, Rect

WIDTH = 1200.0
"""How wide a board is, in the units of this module."""

BENDS = tuple(side * bend / 100 for bend in (0, 8, 16, 24, 32, 42, 54, 70, 90) for side in (1, -1))[1:]
STEPS = tuple(
    ((1 - part) ** 2, 2 * part * (1 - part), part**2, 0.25 < part < 0.75)
    for part in (step / 36 for step in range(1, 36))
)
"""Points along a thread, as parts of its start, its pull and its end, and whether they are in its middle half."""
PLACES_ON_THREAD = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
BESIDE = (0.0, -0.6, 0.6)
"""How far above or below a thread words still seem to lie on it, in parts of their height."""
NEARBY = tuple(side * step / 5 for step in range(16) for side in (1, -1))
ACROSS_A_FACE = 20.0
ALONG_A_BORDER = 1.5
OFF_THE_BOARD = 40.0
ENDS_TOGETHER = 30.0
CLEARANCE = 5.0
ROOM_TO_LEAVE = 14.0
ENDS_TRIED = 6
MAX_TRIED = 14
WORTH_FOR_WORDS = 12.0
HALF_BORDER = 5.0
HALF_END = 11.0
SQUARE = 40.0


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

    def until(self, part: float) -> "Thread":
        """The same, ending that far along."""
        (x, y), (pull_x, pull_y) = self.start, self.pull
        return Thread(self.start, (x + (pull_x - x) * part, y + (pull_y - y) * part), self.at(part))

    def larger(self, by: float) -> "Thread":
        """The same, so many times as large."""
        return Thread(*((x * by, y * by) for x, y in self))

    def moved(self, dx: float, dy: float) -> "Thread":
        """The same, elsewhere."""
        return Thread(*((x + dx, y + dy) for x, y in self))


class Arrow(NamedTuple):
    """The end of a thread: where its line stops, and the corners of its head, the tip first."""

    line: Thread
    corners: tuple[Point, Point, Point]


class Ground(NamedTuple):
    """What threads run over: faces, what is written, the borders they had better not follow, the board's edge."""

    faces: tuple[Rect, ...]
    written: tuple[Rect, ...]
    borders: tuple[Rect, ...]
    board: Rect

    @property
    def busy(self) -> tuple[Rect, ...]:
        """What they must not hide."""
        return (*self.faces, *self.written)


class Wanted(NamedTuple):
    """A link to draw: its two faces, and the sizes its words can have, the best first; no size for no words.

    The last size is for a place where the words have to be, even if they hide something.
    """

    source: Rect
    target: Rect
    sizes: tuple[Point, ...]


class Tie(NamedTuple):
    """A link drawn: its thread, where its words lie, and which of their sizes that is."""

    thread: Thread
    label: Rect | None
    size: int


def tied(links: Sequence[Wanted], ground: Ground) -> tuple[Tie, ...]:
    """A thread for each link, in their order; each keeps off the words and the ends of those before it."""
    written, ends = list(ground.written), list[Point]()
    ties: list[Tie] = []
    for link in links:
        now = ground._replace(written=tuple(written))
        tie = _tie(threads_between(link.source, link.target, now, ends), link.sizes, now)
        written += [tie.label.grown(4)] if tie.label else []
        written += _ends_of(tie.thread)
        ends += [tie.thread.start, tie.thread.end]
        ties.append(tie)
    return tuple(ties)


def _tie(threads: Sequence[Thread], sizes: Sequence[Point], ground: Ground) -> Tie:
    """The first thread that has room for the words; else the first one, its words where they hide least."""
    if not sizes:
        return Tie(threads[0], None, 0)
    for thread in threads:
        for number, size in enumerate(sizes[:-1]):
            label = place_on(thread, size, ground)
            if label:
                return Tie(thread, label, number)
    last = len(sizes) - 1
    return Tie(
        threads[0], place_on(threads[0], sizes[last], ground) or _least_hiding(threads[0], sizes[last], ground), last
    )


def _ends_of(thread: Thread) -> tuple[Rect, Rect]:
    """What must be seen of a thread: the dot where it starts and its arrow head."""
    (x, y), (tip_x, tip_y) = thread.start, thread.end
    return Rect(x, y, 0, 0).grown(HALF_END), Rect(tip_x, tip_y, 0, 0).grown(HALF_END)


def arrow_of(thread: Thread, length: float, half: float) -> Arrow:
    """The thread with an arrow head of that length, `half` as wide on each side; a shorter thread is all head."""
    near, far = 0.0, 1.0
    for _ in range(12):
        middle = (near + far) / 2
        near, far = (middle, far) if math.dist(thread.at(middle), thread.end) > length else (near, middle)
    (x, y), (tip_x, tip_y) = thread.at(near), thread.end
    long = math.dist((x, y), (tip_x, tip_y)) or 1.0
    half_x, half_y = half * (tip_x - x) / long, half * (tip_y - y) / long
    pull = tuple(
        start_part + (other - start_part) * near for start_part, other in zip(thread.start, thread.pull, strict=True)
    )
    line = Thread(thread.start, (pull[0], pull[1]), (x, y))
    return Arrow(line, (thread.end, (x - half_y, y + half_x), (x + half_y, y - half_x)))


def borders_of(seats: Iterable[Rect]) -> tuple[Rect, ...]:
    """The four edges of each seat, as thin rectangles."""
    thick = 2 * HALF_BORDER
    return tuple(
        border
        for x, y, width, height in seats
        for border in (
            Rect(x, y - HALF_BORDER, width, thick),
            Rect(x, y + height - HALF_BORDER, width, thick),
            Rect(x - HALF_BORDER, y, thick, height),
            Rect(x + width - HALF_BORDER, y, thick, height),
        )
    )


def threads_between(source: Rect, target: Rect, ground: Ground, taken: Iterable[Point] = ()) -> tuple[Thread, ...]:
    """Threads from one face to another, the best first, none much worse; `taken` are the ends of other threads."""
    over = _Over.of(ground, (source, target))
    costs: dict[Thread, float] = {}
    max_cost = math.inf
    # From the plainest to the most roundabout, so that most are given up without looking at what they cross.
    for plain, thread in sorted(_candidates(source, target, ground.busy, frozenset(taken))):
        if plain > max_cost:
            break
        costs[thread] = plain + _crossings(thread, over, max_cost - plain)
        max_cost = min(max_cost, costs[thread] + WORTH_FOR_WORDS)
    best = sorted((thread for thread in costs if costs[thread] <= max_cost), key=costs.__getitem__)
    return tuple(best[:MAX_TRIED])


def place_on(thread: Thread, size: Point, ground: Ground) -> Rect | None:
    """Where a label of that size lies on a thread and hides nothing; None when nowhere."""
    places = (label for label in _places(thread, size, BESIDE) if label.within(ground.board))
    busy = (*ground.busy, *_ends_of(thread))
    return next((label for label in places if not any(label.meets(obstacle) for obstacle in busy)), None)


def _least_hiding(thread: Thread, size: Point, ground: Ground) -> Rect:
    """Where a label of that size, on the thread or near it, hides least; of what is written nothing if possible."""
    seen = (*ground.written, *_ends_of(thread))
    along = [thread.at(part) for part in PLACES_ON_THREAD]
    labels = [label.moved_into(ground.board) for label in _places(thread, size, NEARBY)]
    away = [min(math.dist(label.middle, point) for point in along) * size[0] / 2 for label in labels]
    best, min_cost = labels[0], math.inf
    # From the nearest on, so that most are given up without looking at what they hide.
    for cost, label in sorted(zip(away, labels, strict=True), key=itemgetter(0)):
        if cost >= min_cost:
            break
        cost += sum(map(label.shared, ground.faces)) + 20 * sum(map(label.shared, seen))
        if cost < min_cost:
            best, min_cost = label, cost
    return best


def _places(thread: Thread, size: Point, asides: Sequence[float]) -> list[Rect]:
    """Where a label of that size may lie along a thread, the best first; `asides` are in parts of its height."""
    return [
        Rect(x - size[0] / 2, y - size[1] / 2 + aside * size[1], *size)
        for x, y in map(thread.at, PLACES_ON_THREAD)
        for aside in asides
    ]


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
    for dx, dy in ((0, -1), (0, 1), (-1, 0), (1, 0)):
        for part in (0.25, 0.5, 0.75):
            x = face.x + face.width * (part if not dx else (dx + 1) / 2)
            y = face.y + face.height * (part if not dy else (dy + 1) / 2)
            out_x, out_y = x + dx * ROOM_TO_LEAVE, y + dy * ROOM_TO_LEAVE
            blocked = any(obstacle.holds(out_x, out_y) for obstacle in busy)
            found.append((math.dist((x, y), towards) + (10_000 if blocked else 0), (x, y)))
    return [point for _, point in sorted(found)[:ENDS_TRIED]]


def _pull(start: Point, end: Point, bend: float) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    return (start[0] + end[0]) / 2 + dy * bend, (start[1] + end[1]) / 2 - dx * bend


_Squares = dict[tuple[float, float], list[tuple[float, float, float, float, float]]]
"""What costs something to cross, by the squares it touches: left, top, right and lower edge, and the cost.

A point is compared with the few that touch its square.
"""


def _in_squares(costs: Iterable[tuple[Rect, float]]) -> _Squares:
    """Rectangles, each with what it costs to cross it, by the squares they touch."""
    squares: _Squares = defaultdict(list)
    for rect, cost in costs:
        edges = (rect.x, rect.y, rect.right, rect.bottom, cost)
        for column in range(int(rect.x // SQUARE), int(rect.right // SQUARE) + 1):
            for row in range(int(rect.y // SQUARE), int(rect.bottom // SQUARE) + 1):
                squares[column, row].append(edges)
    return squares


class _Over(NamedTuple):
    """The ground of one thread: what it costs to cross near its ends and in its middle, and the edge of the board."""

    near_ends: _Squares
    middle: _Squares
    board: Rect

    @classmethod
    def of(cls, ground: Ground, own: tuple[Rect, Rect]) -> "_Over":
        """The ground, for a thread that touches its own two faces, but only near its ends."""
        borders = [(rect, ALONG_A_BORDER) for rect in ground.borders]
        others = [(rect.grown(CLEARANCE), ACROSS_A_FACE) for rect in ground.busy if rect not in own]
        bare = [(rect, ACROSS_A_FACE) for rect in ground.busy if rect in own]
        grown = [(rect.grown(CLEARANCE), cost) for rect, cost in bare]
        return cls(_in_squares([*borders, *others, *bare]), _in_squares([*borders, *others, *grown]), ground.board)


def _crossings(thread: Thread, over: _Over, enough: float) -> float:
    """What it costs to cross what the thread crosses; no use counting beyond `enough`."""
    (start_x, start_y), (pull_x, pull_y), (end_x, end_y) = thread
    board_left, board_top, board_right, board_bottom = over.board.x, over.board.y, over.board.right, over.board.bottom
    cost = 0.0
    for first, second, third, in_the_middle in STEPS:
        x = first * start_x + second * pull_x + third * end_x
        y = first * start_y + second * pull_y + third * end_y
        squares = over.middle if in_the_middle else over.near_ends
        for left, top, right, bottom, square_cost in squares.get((x // SQUARE, y // SQUARE), ()):
            if left < x < right and top < y < bottom:
                cost += square_cost
        if not (board_left < x < board_right and board_top < y < board_bottom):
            cost += OFF_THE_BOARD
        if cost > enough:
            break
    return cost
