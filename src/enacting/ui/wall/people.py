"""A person and the time on the wall: whose turn it is, how long is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Face, Type, shortened, width_of
from enacting.ui.items import rects
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
from enacting.ui.wall.looks import WallClock
from enacting.ui.wall.wall_text import SMALLEST, WallText, fits, write


@dataclass(frozen=True, slots=True)
class PersonShown:
    """Somebody at the table: who they are for the program, their name, the letter and the colour of their disc."""

    id: str
    name: str
    letter: str
    colour: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """The time left as it is shown and as it is read; `part` is the part left, 0 to 1."""

    text: str
    spoken: str
    part: float
    paused: bool = False
    over: bool = False


def disc(layout: Layout, name: str, rect: pygame.Rect, person: PersonShown, *, glides: bool = False) -> None:
    """The disc of a person on a ring of paper, in the middle of the rectangle; it may glide to another place."""
    side = min(rect.size)
    square = rects.square(rect.center, side)
    layout.panel(f"{name}-ring", square, palette().card, radius=side)
    layout.token(name, square.inflate(-side // 8, -side // 8), person.letter, person.colour)
    layout.items[-2:] = [replace(item, glides=glides) for item in layout.items[-2:]]


def clock(layout: Layout, rect: pygame.Rect, time: Time) -> None:
    """The time left in its ring, its figures large."""
    side = min(rect.size)
    look = WallClock(text=time.text, part=time.part, paused=time.paused, over=time.over)
    layout.add(Item(id="timer", rect=rects.square(rect.center, side), look=look, role=Role.TIMER, name=time.spoken))


def turn(layout: Layout, area: pygame.Rect, caption: str, person: PersonShown, time: Time | None) -> None:
    """Whose turn it is, with the time at the right."""
    high = area.height
    sizes = (high, REST, *((high,) if time is not None else ()))
    at, words, *right = layout.row(area, sizes, 28)
    disc(layout, "turn-disc", at, person)
    light = palette().light_ink
    name = WallText(id="turn-name", text=person.name, colour=light, size=92, smallest=44, role=Role.HEADING)
    if not fits(layout, words, (name,)):
        short = shown_name(person.name, Type(name.face, layout.px(name.smallest)), words.width)
        name = replace(name, text=short, says=person.name)
    texts = [WallText(id="turn-caption", text=caption, colour=light, face=Face.TEXT, size=44), name]
    write(layout, words, texts if caption else texts[1:], vertical="middle")
    if time is not None:
        clock(layout, right[0], time)


def names_row(layout: Layout, area: pygame.Rect, people: tuple[PersonShown, ...], colour: Colour) -> None:
    """Discs with the names under them, in as few rows as they need; discs alone where names have no room.

    A person is on one picture in one such row only: their disc glides from one to another.
    """
    if not people:
        return
    count = len(people)
    for rows in range(1, count + 1):
        per_row = -(-count // rows)
        if area.width // per_row >= layout.px(180) and area.height // rows >= layout.px(150):
            high = min(area.height // rows, layout.px(250))
            used = rects.place(area, area.width, high * rows)
            _named(layout, rects.grid(used, count, per_row, high), people, colour)
            return
    _discs(layout, area, people)


def _named(layout: Layout, cells: Sequence[pygame.Rect], people: tuple[PersonShown, ...], colour: Colour) -> None:
    style = Type(Face.TEXT_BOLD, layout.px(SMALLEST))
    for person, cell in zip(people, cells, strict=True):
        at, under = layout.stack(cell, (REST, layout.px(62)))
        disc(layout, f"disc-{person.id}", at.inflate(0, -layout.px(8)), person, glides=True)
        text = shown_name(person.name, style, under.width - layout.px(20))
        layout.label(
            f"name-{person.id}", under, text, style, colour, align="centre", vertical="middle", says=person.name
        )


def _discs(layout: Layout, area: pygame.Rect, people: tuple[PersonShown, ...]) -> None:
    """Discs side by side, in the number of rows in which they are largest."""
    count = len(people)

    def side_in(rows: int) -> int:
        return min(area.width // -(-count // rows), area.height // rows)

    rows = max(range(1, count + 1), key=side_in)
    side, per_row = min(side_in(rows), layout.px(150)), -(-count // rows)
    used = rects.place(area, side * per_row, side * rows)
    for person, cell in zip(people, rects.grid(used, count, per_row, side), strict=True):
        disc(layout, f"disc-{person.id}", cell.inflate(-layout.px(10), -layout.px(10)), person, glides=True)
        layout.items[-1] = replace(layout.items[-1], role=Role.TEXT, name=person.name)


def shown_name(name: str, style: Type, width: int) -> str:
    """A name that goes on one line of that width: whole, its first word, Jean-B. for Jean-Baptiste, or what fits."""
    first = name.split(" ")[0]
    given, hyphen, other = first.partition("-")
    compound = f"{given}-{other[:1]}." if hyphen and given and other else first
    candidates = (name, first, compound)
    return next((text for text in candidates if width_of(text, style) <= width), shortened(first, style, width))
