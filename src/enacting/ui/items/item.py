"""The items of a screen: a rectangle, its look, its name, what it does.

Law: a screen is a list of items in painting order; only items are drawn, clicked or spoken. They are read, and reached
with Tab, in reading order: what has just happened, what to do, the content, the people, the actions, and last the
actions that are always there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Protocol

import pygame

from enacting.engine.cards import CardId
from enacting.engine.moves import Move
from enacting.ui.destinations import Destination

Act = Callable[[], None]
Intent = Move | Destination | Act


class Role(StrEnum):
    """What an item is, for assistive technology."""

    DECOR = "decor"
    TEXT = "text"
    HEADING = "heading"
    BUTTON = "button"
    CHOICE = "choice"
    FIELD = "field"
    CARD = "card"
    SEAT = "seat"
    PLAYER = "player"
    TIMER = "timer"


SILENT = (Role.DECOR,)


class ReadingOrder(IntEnum):
    """The groups in which the items of a screen are read, in order."""

    NEWS = 0
    TASK = 1
    CONTENT = 2
    PEOPLE = 3
    ACTIONS = 4
    ALWAYS = 5


@dataclass(frozen=True, slots=True)
class Mood:
    """Whether the pointer is over an item, and presses it."""

    hovered: bool = False
    pressed: bool = False


CALM = Mood()


class Look(Protocol):
    """How an item is painted. Two equal looks in the same rectangle paint the same pixels."""

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint on the surface, in the rectangle."""

    def reach(self) -> int:
        """How far it paints beyond the rectangle, in pixels: a shadow, a glow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An element of a screen.

    `intent` is what a click or Enter does. `lifts` is the card that a drag picks up; `drop` is what happens when the
    card held is dropped here: an item accepts the card exactly when it has one. `reads` is the card it shows, to be
    read larger. `pane` names the scrolled area it is in, and `clip` is the visible part of that area. `glides` items
    move to their new place. `tip`: a tooltip shows the name, or `short` if the name is long. `reading` is the group in
    which it is read.
    """

    id: str
    rect: pygame.Rect
    look: Look
    role: Role = Role.DECOR
    name: str = ""
    state: str = ""
    keys: str = ""
    intent: Intent | None = None
    lifts: CardId | None = None
    drop: Intent | None = None
    reads: CardId | None = None
    chosen: bool = False
    main: bool = False
    editing: bool = False
    pane: str = ""
    clip: pygame.Rect | None = None
    glides: bool = False
    tip: bool = False
    short: str = ""
    reading: ReadingOrder = ReadingOrder.CONTENT

    @property
    def seen(self) -> pygame.Rect:
        """The visible part of the rectangle."""
        return self.rect.clip(self.clip) if self.clip else self.rect

    @property
    def live(self) -> bool:
        """Whether it can be pointed at or focused."""
        return self.intent is not None or self.drop is not None or self.lifts is not None or self.editing

    def painted_area(self, rect: pygame.Rect) -> pygame.Rect:
        """The whole area it may paint when it is shown in that rectangle."""
        reach = 2 * self.look.reach()
        area = rect.inflate(reach, reach)
        return area.clip(self.clip) if self.clip else area


def disabled(items: list[Item]) -> list[Item]:
    """The same items behind a dialog: visible, but neither clickable nor read."""
    return [
        replace(item, role=Role.DECOR, name="", intent=None, lifts=None, drop=None, editing=False, main=False)
        for item in items
    ]


def at(items: list[Item], point: tuple[int, int]) -> Item | None:
    """The topmost live item under that point."""
    for item in reversed(items):
        if item.live and item.seen.collidepoint(point):
            return item
    return None


def live_item(items: Sequence[Item], name: str) -> Item | None:
    """The live item of that id, not a disabled one behind a dialog; `None` if there is none."""
    return next((item for item in reversed(items) if item.id == name and item.live), None)


def nearest(item: Item, others: list[Item], arrow: int) -> Item | None:
    """The nearest other item in the direction of an arrow key, preferring those straight ahead; `None` if none."""
    dx, dy = {
        pygame.K_LEFT: (-1, 0),
        pygame.K_RIGHT: (1, 0),
        pygame.K_UP: (0, -1),
        pygame.K_DOWN: (0, 1),
    }[arrow]

    def cost(other: Item) -> float:
        x, y = other.rect.centerx - item.rect.centerx, other.rect.centery - item.rect.centery
        ahead, sideways = (x * dx, abs(y)) if dx else (y * dy, abs(x))
        return ahead + 3 * sideways if ahead > 0 else float("inf")

    best = min((other for other in others if other.id != item.id), key=cost, default=None)
    return best if best is not None and cost(best) < float("inf") else None


def in_reading_order(items: Iterable[Item]) -> list[Item]:
    """The items that are read, in the order in which they are."""
    return sorted((item for item in items if item.role not in SILENT), key=lambda item: item.reading)


def text_model(items: Iterable[Item]) -> list[tuple[str, str, str, str]]:
    """What is read of a screen: (role, name, state, keys) of each item, in reading order."""
    return [(item.role, item.name, item.state, item.keys) for item in in_reading_order(items)]
