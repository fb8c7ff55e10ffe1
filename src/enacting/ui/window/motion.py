"""Short movements: a card flies from its pile and flips, another flies back, falls away or settles in its place.

Law: the state never waits. A movement only changes where items are painted that are already in their place or already
gone; any input ends it, and *reduce motion* omits it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pygame

from enacting.ui.faces.back import back
from enacting.ui.items.item import CALM, Item

GLIDE_SECONDS = 0.28
STAMP_GROWTH = 0.09
"""By what part of its size an item that settles is larger at first, on each side."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An item comes from another item, or from its own old place; `turns`: the kind of back it shows first."""

    origin: str
    turns: str = ""
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Departure:
    """An item flies to another item and disappears; without a target, it falls. `turns`: it ends face down."""

    target: str = ""
    turns: str = ""
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Movements:
    """What moves besides the items that glide to their new place, by item id. `stamps` are the items that settle."""

    arrivals: Mapping[str, Arrival] = field(default_factory=dict)
    departures: Mapping[str, Departure] = field(default_factory=dict)
    stamps: tuple[str, ...] = ()


NO_MOVEMENTS = Movements()


@dataclass(slots=True)
class Glide:
    """An item that moves; its picture is drawn once."""

    begin: pygame.Rect
    end: pygame.Rect
    since: float
    delay: float = 0.0
    turns: str = ""
    is_departure: bool = False
    _face: pygame.Surface | None = None

    def part(self, now: float) -> float:
        """The elapsed part of its time, 0 to 1."""
        return min(1.0, max(0.0, (now - self.since - self.delay) / GLIDE_SECONDS))

    def eased(self, now: float) -> float:
        """The same, eased out: fast first, then slower."""
        return 1 - (1 - self.part(now)) ** 3

    def rect(self, now: float) -> pygame.Rect:
        """Where it is shown at that time."""
        eased = self.eased(now)
        return pygame.Rect(*(round(a + (b - a) * eased) for a, b in zip(self.begin, self.end, strict=True)))

    def paint(self, surface: pygame.Surface, item: Item, rect: pygame.Rect) -> None:
        """Paint the item in `rect`. Progress depends on `rect` alone, so that equal rectangles paint equal pixels."""
        if rect.size == item.rect.size and not self.turns and not self.is_departure:
            item.look.paint(surface, rect, CALM)
            return
        part = self._part_at(rect)
        reach = item.look.reach()
        image = self._picture(item, reach)
        flip_scale = 1.0
        if self.turns:
            flipped = part if not self.is_departure else 1 - part
            flip_scale = max(0.02, abs(math.cos(math.pi * flipped)))
            if flipped < 0.5:
                image, reach = back(self.turns, item.rect.size), 0
        scale_x, scale_y = rect.width / item.rect.width * flip_scale, rect.height / item.rect.height
        size = max(1, round(image.get_width() * scale_x)), max(1, round(image.get_height() * scale_y))
        scaled = pygame.transform.smoothscale(image, size)
        if self.is_departure and not self.turns:
            scaled.set_alpha(round(255 * (1 - part) ** 0.5))
        surface.blit(scaled, scaled.get_rect(center=rect.center))

    def _part_at(self, rect: pygame.Rect) -> float:
        """How far along its path that rectangle is, 0 to 1."""
        distances = [(b - a, c - a) for a, b, c in zip(self.begin, self.end, rect, strict=True)]
        total, done = max(distances, key=lambda distance: abs(distance[0]))
        return min(1.0, max(0.0, done / total)) if total else 1.0

    def _picture(self, item: Item, reach: int) -> pygame.Surface:
        if self._face is None:
            size = (item.rect.width + 2 * reach, item.rect.height + 2 * reach)
            self._face = pygame.Surface(size, pygame.SRCALPHA)
            item.look.paint(self._face, pygame.Rect(reach, reach, *item.rect.size), CALM)
        return self._face


class Motion:
    """The movements in a window."""

    def __init__(self) -> None:
        self.glides: dict[str, Glide] = {}
        self.departing: list[Item] = []
        self._expected = NO_MOVEMENTS

    @property
    def moving(self) -> bool:
        """Whether something is still moving."""
        return bool(self.glides)

    def expect_movements(self, movements: Movements) -> None:
        """Set what will have moved the next time items are laid out."""
        self._expected = movements

    def follow(self, before: Sequence[Item], after: Sequence[Item], now: float) -> None:
        """Start the movements from what was shown to what is shown now."""
        glides, departing = glides_between(before, after, now, self._expected)
        self.glides.update(glides)
        self.departing.extend(departing)
        self._expected = NO_MOVEMENTS

    def finish(self) -> None:
        """End every movement."""
        self.glides.clear()
        self.departing.clear()

    def current_rect(self, item: Item, now: float) -> pygame.Rect:
        """Where an item is shown at that time."""
        glide = self.glides.get(item.id)
        return glide.rect(now) if glide is not None and glide.part(now) < 1 else item.rect

    def remove_arrived(self, now: float) -> None:
        """Remove the movements that have ended."""
        self.glides = {name: glide for name, glide in self.glides.items() if glide.part(now) < 1}
        self.departing = [item for item in self.departing if item.id in self.glides]


def glides_between(
    before: Sequence[Item], after: Sequence[Item], now: float, movements: Movements = NO_MOVEMENTS
) -> tuple[dict[str, Glide], list[Item]]:
    """The glides from what was shown to what is shown now, and the items that are gone but still moving."""
    old_rects = {item.id: item.rect for item in before}
    new_rects = {item.id: item.rect for item in after}
    glides: dict[str, Glide] = {}
    for item in after:
        arrival = movements.arrivals.get(item.id)
        begin = old_rects.get(item.id)
        if arrival is not None and arrival.origin != item.id:
            begin = new_rects.get(arrival.origin, old_rects.get(arrival.origin))
        if item.id in movements.stamps:
            enlarged = item.rect.inflate(item.rect.width * STAMP_GROWTH * 2, item.rect.height * STAMP_GROWTH * 2)
            glides[item.id] = Glide(enlarged, item.rect, now)
        elif (item.glides or arrival is not None) and begin and begin != item.rect and item.rect.width:
            turns, delay = (arrival.turns, arrival.delay) if arrival is not None else ("", 0.0)
            glides[item.id] = Glide(begin, item.rect, now, delay=delay, turns=turns)
    departing = []
    for item in before:
        departure = movements.departures.get(item.id)
        if departure is None or not item.rect.width:
            continue
        fallen_rect = item.rect.move(0, item.rect.height // 2)
        ghost = replace(item, id=f"gone-{item.id}", intent=None, drop=None, lifts=None, editing=False, name="")
        end = new_rects.get(departure.target, fallen_rect) if departure.target else fallen_rect
        glides[ghost.id] = Glide(item.rect, end, now, delay=departure.delay, turns=departure.turns, is_departure=True)
        departing.append(ghost)
    return glides, departing
