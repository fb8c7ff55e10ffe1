"""Short movements: a card flies and turns over, a stamp lands, a bar grows, the place mends, a title passes.

Law: the state never waits. A movement only changes how items are painted that are already in their place or already
gone; after it everything is painted as if there had been none. Any key or click ends it, and *reduce motion* omits it.
A key or a click is lost only where it would act on what nobody has seen yet: while something is announced over the
screen, lands, turns over or has still to come into sight. While a card or a disc flies, a link draws itself or the
place mends, all is in sight, and it acts at once: somebody who is quick loses nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final, Protocol, runtime_checkable

import pygame

from enacting.ui.items.item import Item, Look
from enacting.ui.items.layout import Layout
from enacting.ui.window.moving_look import Copy, moved

GLIDE_SECONDS: Final = 0.28
TURN_SECONDS: Final = 0.35
"""How long a card turns over while it flies."""
STAMP_SECONDS: Final = 0.18
STAMP_SIZE: Final = 1.6
"""How large a stamp is before it lands."""


class Movement(Protocol):
    """How an item is shown for a while.

    `seconds` is how long, with what it waits first. `is_moment`: what lies below, or comes, has not been seen yet, so
    that a key or a click ends it and does nothing else.
    """

    @property
    def seconds(self) -> float: ...

    @property
    def is_moment(self) -> bool: ...

    def shown(self, item: Item, at: float, copy: Copy) -> Item | None:
        """The item as it is shown that many seconds after the beginning; `None` while it is not to be seen."""


@runtime_checkable
class GrowingLook(Look, Protocol):
    """A look that draws itself: a thread, a bar, a name."""

    @property
    def growing_seconds(self) -> float:
        """How long it takes to be there."""

    def grown(self, at: float) -> Look:
        """The same look that many seconds after it has begun."""


@runtime_checkable
class ChangingLook(Look, Protocol):
    """A look that becomes another one by degrees."""

    @property
    def changing_seconds(self) -> float:
        """How long it takes to change."""

    def is_ready(self, before: Look, size: tuple[int, int]) -> bool:
        """Whether all that it takes to change from that look is drawn."""

    def changed_from(self, before: Look, at: float) -> Look:
        """What is seen that many seconds after it was that look."""


def _part(at: float, delay: float, seconds: float) -> float:
    return min(1.0, max(0.0, (at - delay) / seconds))


def _eased(part: float) -> float:
    """Fast first, then slower."""
    return float(1 - (1 - part) ** 3)


def _enlarged(rect: pygame.Rect, by: float) -> pygame.Rect:
    width, height = round(rect.width * by), round(rect.height * by)
    enlarged = pygame.Rect(0, 0, width, height)
    enlarged.center = rect.center
    return enlarged


@dataclass(frozen=True, slots=True)
class Glide:
    """An item moves from one rectangle to another; `turns` names its back, if it turns over on the way."""

    begin: pygame.Rect
    end: pygame.Rect
    delay: float = 0.0
    turns: str = ""
    is_departure: bool = False

    @property
    def flight(self) -> float:
        """How long it moves, in seconds."""
        return TURN_SECONDS if self.turns and not self.is_departure else GLIDE_SECONDS

    @property
    def seconds(self) -> float:
        """How long it waits and moves."""
        return self.delay + self.flight

    @property
    def is_moment(self) -> bool:
        """A card that is turned over is looked at."""
        return bool(self.turns) and not self.is_departure

    def shown(self, item: Item, at: float, copy: Copy) -> Item | None:
        """The item on its way."""
        part = _eased(_part(at, self.delay, self.flight))
        rect = pygame.Rect(*(round(a + (b - a) * part) for a, b in zip(self.begin, self.end, strict=True)))
        if not self.turns and not self.is_departure and rect.size == item.rect.size:
            return replace(item, rect=rect)
        opacity, squeeze, turned = 1.0, 1.0, ""
        if self.turns:
            flipped = 1 - part if self.is_departure else part
            squeeze = max(0.02, abs(math.cos(math.pi * flipped)))
            turned = self.turns if flipped < 0.5 else ""
        elif self.is_departure:
            opacity = math.sqrt(1 - part)
        return moved(item, rect, copy, opacity=opacity, squeeze=squeeze, turned=turned)


@dataclass(frozen=True, slots=True)
class Stamp:
    """An item lands in its place from above, larger and transparent at first."""

    is_moment: ClassVar[bool] = True
    size: float = STAMP_SIZE
    delay: float = 0.0

    @property
    def seconds(self) -> float:
        """How long it waits and lands."""
        return self.delay + STAMP_SECONDS

    def shown(self, item: Item, at: float, copy: Copy) -> Item | None:
        """The item above its place."""
        if at < self.delay:
            return None
        part = _part(at, self.delay, STAMP_SECONDS) ** 2
        by = self.size + (1 - self.size) * part
        return moved(item, _enlarged(item.rect, by), copy, opacity=min(1.0, 0.3 + part))


@dataclass(frozen=True, slots=True)
class Appear:
    """An item comes into sight where it lies."""

    is_moment: ClassVar[bool] = True
    lasts: float
    delay: float = 0.0

    @property
    def seconds(self) -> float:
        """How long it waits and comes."""
        return self.delay + self.lasts

    def shown(self, item: Item, at: float, copy: Copy) -> Item | None:
        """The item, more and more."""
        if at < self.delay:
            return None
        return moved(item, item.rect, copy, opacity=_eased(_part(at, self.delay, self.lasts)))


@dataclass(frozen=True, slots=True)
class Grow:
    """An item draws itself: `look` is how it looks in the end."""

    is_moment: ClassVar[bool] = False
    look: GrowingLook
    delay: float = 0.0

    @property
    def seconds(self) -> float:
        """How long it waits and draws itself."""
        return self.delay + self.look.growing_seconds

    def shown(self, item: Item, at: float, copy: Copy) -> Item | None:
        """The item, as far as it is drawn."""
        return replace(item, look=self.look.grown(at - self.delay)) if at >= self.delay else None


@dataclass(frozen=True, slots=True)
class Morph:
    """An item becomes what it is from what it was."""

    is_moment: ClassVar[bool] = False
    before: Look
    look: ChangingLook

    @property
    def seconds(self) -> float:
        """How long it changes."""
        return self.look.changing_seconds

    def shown(self, item: Item, at: float, copy: Copy) -> Item | None:
        """The item, as far as it has changed."""
        return replace(item, look=self.look.changed_from(self.before, at))


@dataclass(frozen=True, slots=True)
class Interlude:
    """An item that is shown for a while only: it lands (from a size over 1) or slides in, rests and fades away."""

    is_moment: ClassVar[bool] = True
    enters: float
    rests: float
    leaves: float
    delay: float = 0.0
    size: float = 1.0
    slides: int = 0

    @property
    def seconds(self) -> float:
        """How long it waits and is shown."""
        return self.delay + self.enters + self.rests + self.leaves

    def shown(self, item: Item, at: float, copy: Copy) -> Item | None:
        """The item coming, resting or leaving."""
        if at < self.delay:
            return None
        coming = _part(at, self.delay, self.enters)
        leaving = _part(at, self.delay + self.enters + self.rests, self.leaves)
        if leaving > 0:
            return moved(item, item.rect, copy, opacity=1 - leaving)
        if coming == 1:
            return moved(item, item.rect, copy)
        if self.size != 1:
            by = self.size + (1 - self.size) * coming**2
            return moved(item, _enlarged(item.rect, by), copy, opacity=min(1.0, 0.3 + coming**2))
        eased = _eased(coming)
        return moved(item, item.rect.move(-round(self.slides * (1 - eased)), 0), copy, opacity=eased)


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


class Announcement(Protocol):
    """Something said in large over the screen for a moment."""

    @property
    def passing(self) -> Interlude:
        """How long it is shown, and how it comes."""

    def item(self, layout: Layout, shown: Sequence[Item]) -> Item | None:
        """What is shown, over the items of the screen; `None` where it has no place there."""


@dataclass(frozen=True, slots=True)
class Movements:
    """What moves besides the items that glide to their new place, by item id.

    `stamps` are the items that land in their place, `appearing` those that come into sight, after so many seconds and
    in so many; `growing` those that draw themselves, after so many seconds; `changing` those that become what they are.
    """

    arrivals: Mapping[str, Arrival] = field(default_factory=dict)
    departures: Mapping[str, Departure] = field(default_factory=dict)
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    appearing: Mapping[str, Appear] = field(default_factory=dict)
    growing: Mapping[str, float] = field(default_factory=dict)
    changing: frozenset[str] = frozenset()
    announcements: tuple[Announcement, ...] = ()


NO_MOVEMENTS = Movements()


@dataclass(slots=True)
class _Running:
    movement: Movement
    since: float
    copy: Copy = field(default_factory=Copy)
    has_begun: bool = False

    def begin(self, item: Item, now: float) -> None:
        """Begin as soon as all is drawn that the movement shows."""
        if self.has_begun:
            return
        movement = self.movement
        self.has_begun = not isinstance(movement, Morph) or movement.look.is_ready(movement.before, item.rect.size)
        if not self.has_begun:
            self.since = now


class Motion:
    """The movements in a window. `departing` are the items that are no longer, or only for a while, on the screen."""

    def __init__(self) -> None:
        self.departing: list[Item] = []
        self._running: dict[str, _Running] = {}
        self._expected = NO_MOVEMENTS

    @property
    def moving(self) -> bool:
        """Whether something is still moving."""
        return bool(self._running)

    @property
    def is_moment(self) -> bool:
        """Whether something is moving that people look at."""
        return any(running.movement.is_moment for running in self._running.values())

    @property
    def movements(self) -> dict[str, Movement]:
        """What moves, by item id."""
        return {name: running.movement for name, running in self._running.items()}

    def expect_movements(self, movements: Movements) -> None:
        """Set what will have moved the next time items are laid out."""
        self._expected = movements

    def follow(
        self, before: Sequence[Item], after: Sequence[Item], now: float, new_layout: Callable[[], Layout] | None = None
    ) -> None:
        """Start the movements from what was shown to what is shown now; `new_layout` lays announcements out, if any."""
        expected, self._expected = self._expected, NO_MOVEMENTS
        if expected.announcements:
            self.finish()
        movements, departing = movements_between(before, after, expected)
        if new_layout is not None:
            for announcement in expected.announcements:
                item = announcement.item(new_layout(), after)
                if item is not None:
                    movements[item.id] = announcement.passing
                    departing.append(item)
        self._running.update({name: _Running(movement, now) for name, movement in movements.items()})
        self.departing.extend(departing)

    def finish(self) -> None:
        """End every movement."""
        self._running.clear()
        self.departing.clear()

    def shown(self, items: Sequence[Item], now: float) -> list[Item]:
        """The items as they are shown at that time; what is gone but still moving comes last. Ends what has arrived."""
        self._running = {
            name: running for name, running in self._running.items() if now - running.since < running.movement.seconds
        }
        self.departing = [item for item in self.departing if item.id in self._running]
        if not self._running:
            return list(items)
        found = (self._shown(item, now) for item in (*items, *self.departing))
        return [item for item in found if item is not None]

    def _shown(self, item: Item, now: float) -> Item | None:
        running = self._running.get(item.id)
        if running is None or not item.rect.width or not item.rect.height:
            return item
        running.begin(item, now)
        return running.movement.shown(item, now - running.since, running.copy)


def movements_between(
    before: Sequence[Item], after: Sequence[Item], expected: Movements = NO_MOVEMENTS
) -> tuple[dict[str, Movement], list[Item]]:
    """The movements from what was shown to what is shown now, and the items that are gone but still moving."""
    old_items = {item.id: item for item in before}
    new_rects = {item.id: item.rect for item in after}
    movements: dict[str, Movement] = {}
    for item in after:
        movement = _movement(item, old_items, new_rects, expected)
        if movement is not None:
            movements[item.id] = movement
    departing = []
    for item in before:
        departure = expected.departures.get(item.id)
        if departure is None or not item.rect.width:
            continue
        fallen_rect = item.rect.move(0, item.rect.height // 2)
        ghost = replace(item, id=f"gone-{item.id}", intent=None, drop=None, lifts=None, editing=False, name="")
        end = new_rects.get(departure.target, fallen_rect) if departure.target else fallen_rect
        movements[ghost.id] = Glide(item.rect, end, departure.delay, departure.turns, is_departure=True)
        departing.append(ghost)
    return movements, departing


def _movement(
    item: Item, old_items: Mapping[str, Item], new_rects: Mapping[str, pygame.Rect], expected: Movements
) -> Movement | None:
    """How an item comes to where it is."""
    old = old_items.get(item.id)
    if item.id in expected.stamps:
        return expected.stamps[item.id]
    if item.id in expected.appearing:
        return expected.appearing[item.id]
    if item.id in expected.growing and isinstance(item.look, GrowingLook):
        return Grow(item.look, expected.growing[item.id])
    if item.id in expected.changing and old is not None and isinstance(item.look, ChangingLook):
        is_other = old.look != item.look and old.rect.size == item.rect.size
        return Morph(old.look, item.look) if is_other and type(old.look) is type(item.look) else None
    arrival = expected.arrivals.get(item.id)
    begin = old.rect if old is not None else None
    if arrival is not None and arrival.origin != item.id:
        origin = old_items.get(arrival.origin)
        begin = new_rects.get(arrival.origin, origin.rect if origin is not None else None)
    elif arrival is not None and arrival.turns and begin is None:
        begin = item.rect
    if arrival is not None and begin and item.rect.width and (begin != item.rect or arrival.turns):
        return Glide(begin, item.rect, arrival.delay, arrival.turns)
    if item.glides and begin and begin != item.rect and item.rect.width:
        return Glide(begin, item.rect)
    return None
