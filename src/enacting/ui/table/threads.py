"""The threads between proposals on the board, with their words.

Law: a thread points to what it makes possible, and goes as in the report: around faces and names, its words where they
hide nothing, else their number, under which the side panel says them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from enacting.drawing.rects import Point, Rect
from enacting.drawing.thread_routes import WIDTH, Ground, Thread, Tie, Wanted, borders_of, tied
from enacting.engine.cards import CardId
from enacting.engine.game import Link
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Align, Face, Type, width_of, wrap_text
from enacting.ui.items.item import Item, Role
from enacting.ui.items.labels import Label
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import ThreadLook
from enacting.ui.items.rects import Anchor, place

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

Ties = Callable[[tuple[Wanted, ...], Ground], tuple[Tie, ...]]
"""Finds the threads of all the links."""

HEADINGS = ("posture-", "mark-", "icon-", "side-")
"""How the ids of what stands at the top of a seat begin."""


tied_once = lru_cache(maxsize=64)(tied)
"""`tied`, remembered: it takes long, and boards change seldom."""


def lay_out_threads(
    layout: Layout,
    table: Table,
    area: pygame.Rect,
    places: dict[CardId, pygame.Rect],
    kept_free: Sequence[Rect],
    ties: Ties = tied_once,
) -> None:
    """Every link between two cards that lie on the board; `kept_free`, in pixels of the window, is gone around.

    Where `ties` finds nothing, none is laid out.
    """
    links = [
        (index, link) for index, link in enumerate(table.game.links) if link.source in places and link.target in places
    ]
    if not links:
        return
    style = _style(layout)
    larger = area.width / WIDTH
    wanted = tuple(
        Wanted(
            _as_drawn(places[link.source], larger),
            _as_drawn(places[link.target], larger),
            tuple((width / larger, height / larger) for width, height in _sizes(layout, link.words, style)),
        )
        for _, link in links
    )
    written = [written_area(item) for item in layout.items if item.id.startswith(HEADINGS)]
    seats = (item.rect for item in layout.items if item.role is Role.SEAT)
    ground = Ground(
        tuple(_as_drawn(rect, larger) for rect in places.values()),
        (*(_as_drawn(rect, larger) for rect in kept_free), *(_as_drawn(rect, larger) for rect in written)),
        borders_of(_as_drawn(rect, larger) for rect in seats),
        _as_drawn(area, larger),
    )
    found = tuple(zip(links, ties(wanted, ground), strict=False))
    for (index, link), tie in found:
        _line(layout, table, index, link, tie.thread.larger(larger))
    for (index, link), tie in found:
        if tie.label is None:
            continue
        rect = pygame.Rect(*(round(larger * value) for value in tie.label))
        if rect.collidelist(written) == -1:  # Words over a heading would hide both; the thread says them aloud.
            has_room = tie.size < len(_sizes(layout, link.words, style)) - 1
            _words(layout, index, link.words if has_room else str(index + 1), style, rect)


def link_sentence(table: Table, link: Link) -> str:
    """A link in words."""
    titles = table.box.mechanisms
    words = link.words or table.app.words("table.makes_possible")
    return f"{titles[link.source].title} → {words} → {titles[link.target].title}"


def _as_drawn(rect: pygame.Rect | Rect, larger: float) -> Rect:
    """A rectangle of the window in the units in which threads are drawn."""
    left, top, width, height = rect
    return Rect(left / larger, top / larger, width / larger, height / larger)


def written_area(item: Item) -> pygame.Rect:
    """Where an item has ink: the room that a label leaves free beside its words is free for threads."""
    if not isinstance(item.look, Label):
        return item.rect
    width = min(item.rect.width, width_of(item.look.text, item.look.type) + 4)
    anchors: Mapping[Align, Anchor] = {"left": "midleft", "centre": "center", "right": "midright"}
    return place(item.rect, width, item.rect.height, anchors[item.look.align])


def _line(layout: Layout, table: Table, index: int, link: Link, thread: Thread) -> None:
    corners = [thread.at(step / 20) for step in range(21)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    size = max(x for x, _ in corners) - left, max(y for _, y in corners) - top
    rect = pygame.Rect(round(left), round(top), round(size[0]) + 1, round(size[1]) + 1)
    proposal = table.game.proposal(link.source)
    posture = table.game.postures.get(proposal.seat) if proposal is not None else None
    colour = theme.colour_of(table.box.postures[posture].colour) if posture is not None else palette().ink
    look = ThreadLook(thread=thread.moved(-rect.left, -rect.top), colour=colour, width=max(3, layout.px(5)))
    layout.add(Item(id=f"thread-{index}", rect=rect, look=look, role=Role.TEXT, name=link_sentence(table, link)))


def _style(layout: Layout) -> Type:
    # The side panel says the same words at the size of the text; on the board they leave room for the cards.
    return Type(Face.TEXT_BOLD, max(theme.SMALLEST_TEXT, min(layout.scale.text(17), layout.px(18))))


def _sizes(layout: Layout, text: str, style: Type) -> list[Point]:
    """How large the ground of the words is in one line, two, three; last of their number, which takes least room."""
    if not text:
        return []
    width = width_of(text, style)
    paragraphs = [wrap_text(text, style, width * part // 20 + 1, balanced=True) for part in (20, 12, 8)]
    margin_x, margin_y = layout.px(Space.WIDE), layout.px(Space.SMALL)
    sizes = [
        (paragraph.width + margin_x, paragraph.height + margin_y) for paragraph in paragraphs if not paragraph.broken
    ]
    number = style.line_height + layout.px(Space.SMALL)
    return [*sizes, (number, number)]


def _words(layout: Layout, index: int, text: str, style: Type, rect: pygame.Rect) -> None:
    layout.panel(f"thread-ground-{index}", rect, palette().bar, radius=style.line_height)
    layout.label(
        f"thread-words-{index}",
        layout.inset(rect, Space.SMALL, 0),
        text,
        style,
        palette().light_ink,
        align="centre",
        vertical="middle",
        balanced=True,
        smallest=9,
        role=Role.DECOR,
    )
