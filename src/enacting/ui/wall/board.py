"""The board on the wall: shapes, scenes, discs and links, and no word."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pygame

from enacting.drawing.rects import Rect
from enacting.drawing.thread_routes import WIDTH, Ground, Thread, Wanted, borders_of, tied
from enacting.engine.board import Seat
from enacting.engine.cards import CardId
from enacting.scenes.place import LivingPlace
from enacting.ui.faces.place_look import PlacePicture
from enacting.ui.faces.table_look import SeatGround
from enacting.ui.graphics.scenery import Scenery
from enacting.ui.graphics.theme import CONTRAST, Colour, palette
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import PostureMark, ThreadLook
from enacting.ui.items.panels import Panel, Paper
from enacting.ui.items.rects import grid, inset, place
from enacting.ui.wall.looks import Pictured, SmallCard

SHAPE: Final = (16, 9)
"""The proportions of the board."""
_CARD_SHAPE: Final = 0.86
"""How high a card is for a width of 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallCard:
    """An adopted card: its picture, the colours of those who carry it, whether trouble made it give way."""

    id: CardId
    picture: Pictured
    discs: tuple[Colour, ...] = ()
    lost: bool = False
    glow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WallSeat:
    """A seat with the colour, shape and scene of its posture; without colour it is free."""

    seat: Seat
    colour: Colour | None = None
    shape: str = ""
    scenery: Scenery | None = None
    cards: tuple[WallCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WallLink:
    """A link from one card to another."""

    source: CardId
    target: CardId
    colour: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class WallBoard:
    """The board as the room sees it. `place` is its middle and where that lies, in percent; `says` is it in words."""

    says: str
    seats: tuple[WallSeat, ...]
    place: tuple[LivingPlace, Rect] | None = None
    links: tuple[WallLink, ...] = ()


def lay_out_board(layout: Layout, board: WallBoard, area: pygame.Rect) -> pygame.Rect:
    """The board, as large as it can be in that rectangle; returns where it is."""
    width = min(area.width, area.height * SHAPE[0] // SHAPE[1])
    rect = place(area, width, width * SHAPE[1] // SHAPE[0])
    unit = width / 1920
    look = Paper(unit=unit, radius=max(6, width // 80))
    layout.add(Item(id="board", rect=rect, look=look, role=Role.TEXT, name=board.says))
    inner = inset(rect, max(3, width // 160))
    places: dict[CardId, pygame.Rect] = {}
    seats = []
    for seat in board.seats:
        at = _in(seat.seat.x, seat.seat.y, seat.seat.width, seat.seat.height, inner)
        seats.append(at)
        _seat(layout, seat, at, unit, places)
    if board.place is not None:
        living, where = board.place
        at = _in(*where, inner)
        border = max(2, round(6 * unit))
        layout.add(Item(id="board-place", rect=inset(at, border), look=PlacePicture(place=living, border=border)))
    _links(layout, board.links, inner, places, seats)
    return rect


def _in(x: float, y: float, width: float, height: float, area: pygame.Rect) -> pygame.Rect:
    """A rectangle in percent of the board, in pixels."""
    return pygame.Rect(
        round(area.left + x * area.width / 100),
        round(area.top + y * area.height / 100),
        round(width * area.width / 100),
        round(height * area.height / 100),
    )


def _seat(layout: Layout, seat: WallSeat, rect: pygame.Rect, unit: float, places: dict[CardId, pygame.Rect]) -> None:
    name = seat.seat.id
    scenery = seat.scenery if palette().name != CONTRAST else None  # Nothing lies behind cards in high contrast.
    look = SeatGround(colour=seat.colour, highlighted=False, unit=unit, scenery=scenery)
    layout.add(Item(id=f"seat-{name}", rect=rect, look=look))
    if seat.colour is None:
        return
    side = max(10, rect.height // 5)
    tab = pygame.Rect(rect.left, rect.top, side + side // 2, side + side // 3)
    layout.add(Item(id=f"tab-{name}", rect=tab, look=Panel(fill=palette().card, radius=side // 4)))
    mark = PostureMark(shape=seat.shape, fill=seat.colour, icon="")
    layout.add(Item(id=f"mark-{name}", rect=place(tab, side, side), look=mark))
    room = pygame.Rect(tab.right, rect.top, rect.right - tab.right, rect.height).inflate(-side // 3, -side // 2)
    for card, at in zip(seat.cards, _card_places(room, len(seat.cards), side // 3), strict=True):
        places[card.id] = at
        small = SmallCard(picture=card.picture, discs=card.discs, glow=card.glow, lost=card.lost)
        layout.add(Item(id=f"card-{card.id}", rect=at, look=small, glides=True))


def _card_places(room: pygame.Rect, count: int, gap: int) -> list[pygame.Rect]:
    """Where so many cards lie in a seat: as large as they can be, in rows."""
    if not count:
        return []

    def width_in(columns: int) -> int:
        rows = -(-count // columns)
        height = (room.height - gap * rows) / rows
        return int(min((room.width - gap * (columns - 1)) / columns, height / _CARD_SHAPE, room.width * 0.44))

    columns = max(range(1, count + 1), key=width_in)
    width = max(8, width_in(columns))
    height = round(width * _CARD_SHAPE)
    rows = -(-count // columns)
    used = place(room, columns * width + (columns - 1) * gap, rows * height + (rows - 1) * gap)
    return grid(used, count, columns, height, gap)


_tied: Final = lru_cache(maxsize=8)(tied)
"""`tied`, remembered: it takes long, and boards change seldom."""


def _links(
    layout: Layout,
    links: Sequence[WallLink],
    area: pygame.Rect,
    places: dict[CardId, pygame.Rect],
    seats: Sequence[pygame.Rect],
) -> None:
    drawn = [link for link in links if link.source in places and link.target in places]
    if not drawn:
        return
    larger = area.width / WIDTH

    def scaled(rect: pygame.Rect) -> Rect:
        return Rect(rect.left / larger, rect.top / larger, rect.width / larger, rect.height / larger)

    wanted = tuple(Wanted(scaled(places[link.source]), scaled(places[link.target]), ()) for link in drawn)
    faces = tuple(scaled(rect) for rect in places.values())
    ground = Ground(faces, (), borders_of(scaled(rect) for rect in seats), scaled(area))
    for index, (link, tie) in enumerate(zip(drawn, _tied(wanted, ground), strict=True)):
        _thread(layout, index, link, tie.thread.larger(larger), max(3, round(area.width / 190)))


def _thread(layout: Layout, index: int, link: WallLink, thread: Thread, width: int) -> None:
    corners = [thread.at(step / 20) for step in range(21)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    size = max(x for x, _ in corners) - left, max(y for _, y in corners) - top
    rect = pygame.Rect(round(left), round(top), round(size[0]) + 1, round(size[1]) + 1)
    look = ThreadLook(thread=thread.moved(-rect.left, -rect.top), colour=link.colour, width=width)
    layout.add(Item(id=f"thread-{index}", rect=rect, look=look))
