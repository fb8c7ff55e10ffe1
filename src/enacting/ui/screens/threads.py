"""The threads between proposals on the board, with their words.

Law: of the ways a thread can go, it takes the one that crosses the fewest faces, names and other words.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import CardId
from enacting.engine.game import Link
from enacting.ui import paint, theme
from enacting.ui.item import Item, Role
from enacting.ui.shapes import thread_points
from enacting.ui.sheet import Sheet
from enacting.ui.typeset import Face, Type, width_of
from enacting.ui.typeset import lay_out as lay_out_text

if TYPE_CHECKING:
    from enacting.ui.screens.table import Table

Area = tuple[int, ...]
Point = tuple[float, float]
Way = tuple[Point, Point, float]
"""Where a thread begins and ends, and how far it bends."""
BENDS = (0.14, -0.14, 0.3, -0.3, 0.45, -0.45)
STEPS = 28
"""At how many places along a curve it is looked whether it crosses something."""
WIDE_BENDS = (0.1, -0.1, 0.24, -0.24)
PARTS = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85)
"""How far along a thread its words may be, the best first."""
SHIFTS = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6)
"""How many lines above or below the thread they may be."""


def lay_out_threads(
    sheet: Sheet, table: Table, area: pygame.Rect, places: dict[CardId, pygame.Rect], crisis: pygame.Rect
) -> None:
    """Every link between two cards that lie on the board; `crisis` is kept free of words."""
    drawn: list[pygame.Rect] = [crisis]
    headings = ("posture-", "mark-", "icon-", "side-")
    drawn.extend(_written(item) for item in sheet.items if item.id.startswith(headings))
    for index, link in enumerate(table.game.links):
        if link.source in places and link.target in places:
            _thread(sheet, table, area, index, link, places, drawn)


def _written(item: Item) -> pygame.Rect:
    """Where an item has ink: the room that a label leaves free beside its words is free for threads."""
    if not isinstance(item.look, paint.Label):
        return item.rect
    wide = min(item.rect.width, width_of(item.look.text, item.look.type) + 4)
    rect = pygame.Rect(item.rect.left, item.rect.top, wide, item.rect.height)
    if item.look.align == "right":
        rect.right = item.rect.right
    elif item.look.align == "centre":
        rect.centerx = item.rect.centerx
    return rect


def _thread(
    sheet: Sheet,
    table: Table,
    area: pygame.Rect,
    index: int,
    link: Link,
    places: dict[CardId, pygame.Rect],
    labels: list[pygame.Rect],
) -> None:
    """A curve from the edge of a card to the edge of the other, bent to cross as few cards as it can."""
    source, target = places[link.source], places[link.target]
    others = [rect for card, rect in places.items() if card not in (link.source, link.target)]
    faces = [*others, source.inflate(-8, -8), target.inflate(-8, -8)]
    points = _curve(tuple(source), tuple(target), tuple(map(tuple, faces)), tuple(map(tuple, labels)), tuple(area))
    left, top = min(x for x, _ in points), min(y for _, y in points)
    rect = pygame.Rect(
        round(left), round(top), round(max(x for x, _ in points) - left) + 1, round(max(y for _, y in points) - top) + 1
    )
    proposal = table.game.proposal(link.source)
    posture = table.game.postures.get(proposal.seat) if proposal is not None else None
    colour = theme.colour_of(table.box.postures[posture].colour) if posture is not None else theme.INK
    moved = tuple((round(x - rect.left, 1), round(y - rect.top, 1)) for x, y in points)
    sheet.add(
        Item(
            id=f"thread-{index}",
            rect=rect,
            look=paint.Thread(points=moved, colour=colour, width=max(3, sheet.px(5))),
            role=Role.TEXT,
            name=said_link(table, link),
        )
    )
    if link.words:
        _thread_words(sheet, index, link.words, points, [*places.values(), *labels], labels, area)


@lru_cache(maxsize=64)
def _curve(source: Area, target: Area, faces: tuple[Area, ...], labels: tuple[Area, ...], area: Area) -> list[Point]:
    """The curve between two cards that crosses the least: faces, then labels; kept, as it takes long to find."""
    board, cards, words = pygame.Rect(area), list(map(pygame.Rect, faces)), list(map(pygame.Rect, labels))

    def tried(starts: list[Point], ends: list[Point], bends: tuple[float, ...]) -> tuple[int, float, Way]:
        """The best of these ways: what it crosses, what it costs, where it goes."""
        found: tuple[int, float, Way] | None = None
        for way in product(starts, ends, bends):
            long = math.dist(way[0], way[1])
            cost = long / 8 + max(0, source[2] / 2 - long)
            crossed, step = 0, max(1, round(long / 8 / STEPS))
            for point in thread_points(*way, steps=STEPS):
                crossed += step * _crossed(point, cards, words, board)
                if found is not None and 20 * crossed + cost >= found[1]:
                    break
            else:
                found = (crossed, 20 * crossed + cost, way)
        assert found is not None
        return found

    one, other = pygame.Rect(source), pygame.Rect(target)
    best = tried(_middles(one), _middles(other), BENDS)
    if best[0]:  # Nothing straightforward is free: more ways in and out of the cards.
        best = min(best, tried(_sides(one), _sides(other), WIDE_BENDS), key=lambda way: way[1])
    return list(thread_points(*best[2]))


def _crossed(point: Point, cards: list[pygame.Rect], words: list[pygame.Rect], board: pygame.Rect) -> int:
    """How bad it is for a thread to pass there."""
    here = pygame.Rect(int(point[0]), int(point[1]), 1, 1)
    return 3 * (here.collidelist(cards) >= 0) + 2 * (here.collidelist(words) >= 0) + 5 * (not board.collidepoint(point))


def said_link(table: Table, link: Link) -> str:
    """A link in words."""
    titles = table.box.mechanisms
    words = link.words or table.app.words("table.makes_possible")
    return f"{titles[link.source].title} → {words} → {titles[link.target].title}"


def _middles(rect: pygame.Rect) -> list[Point]:
    """Where a thread may leave a card or reach it: the middles of its edges."""
    return [rect.midtop, rect.midright, rect.midbottom, rect.midleft]


def _sides(rect: pygame.Rect) -> list[Point]:
    """More such places: a fifth from the ends of each edge."""
    across, down = rect.width / 5, rect.height / 5
    return [
        (rect.left + across, rect.top),
        (rect.right - across, rect.top),
        (rect.right, rect.top + down),
        (rect.right, rect.bottom - down),
        (rect.left + across, rect.bottom),
        (rect.right - across, rect.bottom),
        (rect.left, rect.top + down),
        (rect.left, rect.bottom - down),
    ]


def _covered(rect: pygame.Rect, others: list[pygame.Rect]) -> int:
    """How many pixels of others a rectangle covers."""
    return sum(
        rect.clip(others[index]).width * rect.clip(others[index]).height for index in rect.collidelistall(others)
    )


def _thread_words(
    sheet: Sheet,
    index: int,
    text: str,
    points: list[tuple[float, float]],
    obstacles: list[pygame.Rect],
    labels: list[pygame.Rect],
    area: pygame.Rect,
) -> None:
    # The side panel says the same words at the size of the text; on the board they leave room for the cards.
    style = Type(Face.TEXT_BOLD, max(theme.SMALLEST_TEXT, min(sheet.scale.text(17), sheet.px(18))))
    wide = width_of(text, style)
    lines = lay_out_text(text, style, wide if wide < area.width // 6 else wide * 6 // 10, balanced=True)
    size = (min(lines.width + sheet.px(24), area.width // 3), lines.height + sheet.px(8))
    best: tuple[int, pygame.Rect] | None = None
    places = [(part, shift) for shift in SHIFTS for part in PARTS]
    for part, shift in places:
        rect = pygame.Rect(0, 0, *size)
        rect.center = tuple(round(value) for value in points[round(part * (len(points) - 1))])
        rect.move_ip(0, shift * style.line_height)
        rect.clamp_ip(area)
        covered = abs(shift) * size[1] + _covered(rect, obstacles) + 20 * _covered(rect, labels)
        if best is None or covered < best[0]:
            best = (covered, rect)
    assert best is not None
    labels.append(best[1])
    sheet.panel(f"thread-ground-{index}", best[1], theme.INK, radius=style.line_height)
    sheet.label(
        f"thread-words-{index}",
        best[1].inflate(-sheet.px(16), 0),
        text,
        style,
        theme.LIGHT_INK,
        align="centre",
        vertical="middle",
        balanced=True,
        smallest=9,
        role=Role.DECOR,
    )
