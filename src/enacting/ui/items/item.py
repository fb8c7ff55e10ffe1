"""The items of a screen: a rectangle, its look, its name, what it does.

Law: a screen is a list of items in painting order; only items are drawn, clicked or spoken. They are read, and reached
with Tab, in reading order: what has just happened, what to do, the content, the people, the actions, and last the
actions that are always there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Final, Protocol

import pygame

from enacting.engine.cards import CardId
from enacting.engine.game import PlayerId
from enacting.engine.moves import Move
from enacting.ui.destinations import Destination

Act = Callable[[], None]
Intent = Move | Destination | Act


@dataclass(frozen=True, slots=True)
class DiscOf:
    """The disc of a person, to be put somewhere."""

    player: PlayerId


Held = CardId | DiscOf
"""What a hand can hold: a card, or the disc of a person."""


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

    `intent` is what a click or Enter does. `lifts` is what a drag picks up; `drop` is what happens when what is held is
    dropped here: an item accepts it exactly when it has one. `reads` is the card it shows, to be
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
    lifts: Held | None = None
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


SIDEWAYS_COST: Final = 8
"""How many pixels ahead one pixel aside is worth, to an arrow key."""


def nearest(item: Item, others: list[Item], arrow: int) -> Item | None:
    """The nearest other item in the direction of an arrow key, preferring those straight ahead; `None` if none.

    It is measured from edge to edge, so that wide items are not passed over for small ones beside them.
    """
    best = min(
        ((distance, other) for other in others if (distance := _distance(item.rect, other.rect, arrow)) is not None),
        key=lambda found: found[0],
        default=None,
    )
    return best[1] if best is not None else None


def _distance(here: pygame.Rect, there: pygame.Rect, arrow: int) -> tuple[float, float] | None:
    """How far that is in the direction of an arrow: between edges, then between centres; None where it is not ahead."""
    across = arrow in (pygame.K_LEFT, pygame.K_RIGHT)
    ahead = there.centerx - here.centerx if across else there.centery - here.centery
    if arrow in (pygame.K_LEFT, pygame.K_UP):
        ahead = -ahead
    gap_x, gap_y = (
        _gap(here.left, here.right, there.left, there.right),
        _gap(here.top, here.bottom, there.top, there.bottom),
    )
    forward, aside = (gap_x, gap_y) if across else (gap_y, gap_x)
    overlaps_ahead = forward == 0 and aside > 0  # It lies beside, no further in that direction.
    if ahead <= 0 or overlaps_ahead:
        return None
    off_centre = abs(there.centery - here.centery) if across else abs(there.centerx - here.centerx)
    return forward + SIDEWAYS_COST * aside, ahead + off_centre


def _gap(start: int, end: int, other_start: int, other_end: int) -> int:
    """The pixels between two stretches of a line, 0 where they overlap."""
    return max(0, other_start - end, start - other_end)


def in_reading_order(items: Iterable[Item]) -> list[Item]:
    """The items that are read, in the order in which they are."""
    return sorted((item for item in items if item.role not in SILENT), key=lambda item: item.reading)


def text_model(items: Iterable[Item]) -> list[tuple[str, str, str, str]]:
    """What is read of a screen: (role, name, state, keys) of each item, in reading order."""
    return [(item.role, item.name, item.state, item.keys) for item in in_reading_order(items)]
