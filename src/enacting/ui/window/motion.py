"""Short movements: a card flies from its pile and turns over, another goes back, falls away or settles where it lies.

Law: the state never waits. A movement only paints on their way items that are already where they belong, or that are
already gone; any input ends it, and *reduce motion* leaves it out.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pygame

from enacting.ui.faces.back import back
from enacting.ui.items.item import CALM, Item

GLIDE_SECONDS = 0.28
STAMP = 0.09
"""By what part of its size a thing that settles is larger at first."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An item comes from where another one is, or from its own old place. `turns` is the kind whose back it shows."""

    origin: str
    turns: str = ""
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Departure:
    """An item goes to where another one is and is gone; without one, it falls. `turns`: it ends face down."""

    target: str = ""
    turns: str = ""
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Movements:
    """What moves besides the items that glide to their new place, by the ids of items. `stamps` settle."""

    arrivals: Mapping[str, Arrival] = field(default_factory=dict)
    departures: Mapping[str, Departure] = field(default_factory=dict)
    stamps: tuple[str, ...] = ()


NONE = Movements()


@dataclass(slots=True)
class Glide:
    """One item on its way; its pictures are drawn once."""

    begin: pygame.Rect
    end: pygame.Rect
    since: float
    delay: float = 0.0
    turns: str = ""
    leaves: bool = False
    _face: pygame.Surface | None = None

    def part(self, now: float) -> float:
        """How far along it is, 0 to 1."""
        return min(1.0, max(0.0, (now - self.since - self.delay) / GLIDE_SECONDS))

    def eased(self, now: float) -> float:
        """The same, fast first, then slower."""
        return 1 - (1 - self.part(now)) ** 3

    def rect(self, now: float) -> pygame.Rect:
        """Where it is."""
        eased = self.eased(now)
        return pygame.Rect(*(round(a + (b - a) * eased) for a, b in zip(self.begin, self.end, strict=True)))

    def paint(self, surface: pygame.Surface, item: Item, rect: pygame.Rect) -> None:
        """Paint the item there. How far it has come is told by the rectangle, so that a frame is a frame for ever."""
        if rect.size == item.rect.size and not self.turns and not self.leaves:
            item.look.paint(surface, rect, CALM)
            return
        part = self._part_at(rect)
        reach = item.look.reach()
        shown = self._picture(item, reach)
        narrow = 1.0
        if self.turns:
            turned = part if not self.leaves else 1 - part
            narrow = max(0.02, abs(math.cos(math.pi * turned)))
            if turned < 0.5:
                shown, reach = back(self.turns, item.rect.size), 0
        wide, high = rect.width / item.rect.width * narrow, rect.height / item.rect.height
        size = max(1, round(shown.get_width() * wide)), max(1, round(shown.get_height() * high))
        scaled = pygame.transform.smoothscale(shown, size)
        if self.leaves and not self.turns:
            scaled.set_alpha(round(255 * (1 - part) ** 0.5))
        surface.blit(scaled, scaled.get_rect(center=rect.center))

    def _part_at(self, rect: pygame.Rect) -> float:
        """How far along the way that rectangle lies."""
        ways = [(b - a, c - a) for a, b, c in zip(self.begin, self.end, rect, strict=True)]
        whole, gone = max(ways, key=lambda way: abs(way[0]))
        return min(1.0, max(0.0, gone / whole)) if whole else 1.0

    def _picture(self, item: Item, reach: int) -> pygame.Surface:
        if self._face is None:
            size = (item.rect.width + 2 * reach, item.rect.height + 2 * reach)
            self._face = pygame.Surface(size, pygame.SRCALPHA)
            item.look.paint(self._face, pygame.Rect(reach, reach, *item.rect.size), CALM)
        return self._face


class Motion:
    """What is on its way in one window."""

    def __init__(self) -> None:
        self.glides: dict[str, Glide] = {}
        self.gone: list[Item] = []
        self._expected = NONE

    @property
    def moving(self) -> bool:
        """Whether something is still on its way."""
        return bool(self.glides)

    def expect(self, movements: Movements) -> None:
        """Say what will have moved the next time things are laid out."""
        self._expected = movements

    def follow(self, before: Sequence[Item], after: Sequence[Item], now: float) -> None:
        """Lead from what was shown to what is."""
        glides, gone = glides_between(before, after, now, self._expected)
        self.glides.update(glides)
        self.gone.extend(gone)
        self._expected = NONE

    def finish(self) -> None:
        """Everything is where it belongs."""
        self.glides.clear()
        self.gone.clear()

    def place(self, item: Item, now: float) -> pygame.Rect:
        """Where an item is shown now."""
        glide = self.glides.get(item.id)
        return glide.rect(now) if glide is not None and glide.part(now) < 1 else item.rect

    def rest(self, now: float) -> None:
        """Forget what has arrived."""
        self.glides = {name: glide for name, glide in self.glides.items() if glide.part(now) < 1}
        self.gone = [item for item in self.gone if item.id in self.glides]


def glides_between(
    before: Sequence[Item], after: Sequence[Item], now: float, movements: Movements = NONE
) -> tuple[dict[str, Glide], list[Item]]:
    """The glides that lead from what was shown to what is, and the items that are gone and still on their way."""
    were = {item.id: item.rect for item in before}
    are = {item.id: item.rect for item in after}
    glides: dict[str, Glide] = {}
    for item in after:
        arrival = movements.arrivals.get(item.id)
        begin = were.get(item.id)
        if arrival is not None and arrival.origin != item.id:
            begin = are.get(arrival.origin, were.get(arrival.origin))
        if item.id in movements.stamps:
            grown = item.rect.inflate(item.rect.width * STAMP * 2, item.rect.height * STAMP * 2)
            glides[item.id] = Glide(grown, item.rect, now)
        elif (item.glides or arrival is not None) and begin and begin != item.rect and item.rect.width:
            turns, delay = (arrival.turns, arrival.delay) if arrival is not None else ("", 0.0)
            glides[item.id] = Glide(begin, item.rect, now, delay=delay, turns=turns)
    gone = []
    for item in before:
        leaves = movements.departures.get(item.id)
        if leaves is None or not item.rect.width:
            continue
        fallen = item.rect.move(0, item.rect.height // 2)
        ghost = replace(item, id=f"gone-{item.id}", intent=None, drop=None, lifts=None, editing=False, name="")
        end = are.get(leaves.target, fallen) if leaves.target else fallen
        glides[ghost.id] = Glide(item.rect, end, now, delay=leaves.delay, turns=leaves.turns, leaves=True)
        gone.append(ghost)
    return glides, gone
