"""One thing at a time, large enough to be read from the back of a room.

Law: nothing is written smaller than a twentieth of the height (54 pixels of 1080), the time is 15 % of it, and all text
stands out at least 7 to 1. What does not fit on a page goes on the next one. The text size a player has chosen changes
nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pygame

from enacting.engine.cards import Art
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.art import art
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Face, Type, fitted
from enacting.ui.graphics.typeset import lay_out as set_text
from enacting.ui.items import paint
from enacting.ui.items.item import Item, Mood, Role
from enacting.ui.items.layout import Layout

LEAST, TITLE, TIME = 0.05, 0.078, 0.15
"""Sizes of type, as parts of the height of the window."""
EDGE = 0.03
SENTENCE = re.compile(r"(?<=[.!?…:;])\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `icon` stands before it; a `question` has a ground of its own."""

    text: str
    icon: str = ""
    bold: bool = False
    question: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What the room is shown: a title, a line under it, paragraphs; beside them whose turn it is and the time.

    `art` is what is drawn by the title, with the look of its card.
    """

    title: str
    under: str = ""
    blocks: tuple[Block, ...] = ()
    art: tuple[Art, FaceLook] | None = None
    who: str = ""
    name: str = ""
    token: tuple[str, Colour] | None = None
    time: str = ""
    time_says: str = ""
    time_under: str = ""


@dataclass(frozen=True, slots=True)
class ArtSquare:
    """The art of a card in a square with round corners."""

    drawn: Art
    look: FaceLook
    radius: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the art."""
        look = self.look
        drawn = art(self.drawn, rect.size, look.fill, look.ground, echoes=(), disc_part=0.8, picture=look.picture)
        cut = drawn.copy()
        shapes.round_corners(cut, self.radius)
        surface.blit(cut, rect)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


@dataclass(frozen=True, slots=True)
class _Set:
    """A paragraph set in its type: how high it is with its ground."""

    block: Block
    type: Type
    height: int


def lay_out(layout: Layout, thing: Thing, page: int = 0, *, below: int = 0) -> int:
    """Put that page on the sheet, leaving so many pixels free below; returns how many pages there are."""
    high, wide = layout.rect.height, layout.rect.width
    edge = round(high * EDGE)
    layout.panel("ground", layout.rect, palette().table, radius=0)
    beside = round(wide * 0.29) if thing.name or thing.time else 0
    area = pygame.Rect(edge, edge, wide - 2 * edge - beside, high - 2 * edge - below)
    layout.panel("large-paper", area, palette().panel, radius=theme.RADIUS_LARGE)
    inside = area.inflate(-2 * edge, -2 * edge)
    top = _title(layout, thing, inside)
    rest = pygame.Rect(inside.left, top, inside.width, inside.bottom - top)
    pages = _pages(thing.blocks, rest, high)
    here = min(page, len(pages) - 1)
    _blocks(layout, pages[here], rest)
    if len(pages) > 1:
        _page_number(layout, here + 1, len(pages), area)
    if beside:
        _beside(layout, thing, pygame.Rect(area.right + edge, edge, wide - area.right - 2 * edge, area.height))
    return len(pages)


def _title(layout: Layout, thing: Thing, inside: pygame.Rect) -> int:
    """The art, the title and the line under it; returns where what follows begins."""
    high = layout.rect.height
    left, side = inside.left, round(high * 0.17) if thing.art is not None else 0
    gap = round(high * EDGE) if side else 0
    room = pygame.Rect(left + side + gap, inside.top, inside.width - side - gap, round(high * 0.24))
    least, best = round(high * LEAST), round(high * TITLE)
    under = Type(Face.TEXT_BOLD, least)
    under_height = set_text(thing.under, under, room.width).height if thing.under else 0
    sizes = [Type(Face.TITLE_800, size) for size in range(best, least - 1, -2)]
    title = fitted(thing.title, sizes, room.width, max(room.height - under_height, best), balanced=True)
    style = title.type if title is not None else sizes[-1]
    height = layout.text_height(thing.title, style, room.width, balanced=True)
    if thing.art is not None:
        square = pygame.Rect(left, inside.top, side, side)
        layout.add(Item(id="large-art", rect=square, look=ArtSquare(*thing.art, round(side * 0.14))))
    whole = height + under_height
    top = inside.top + max(0, (side - whole) // 2)
    rect = pygame.Rect(room.left, top, room.width, height)
    layout.label("large-title", rect, thing.title, style, palette().text, balanced=True, role=Role.HEADING)
    if thing.under:
        below = pygame.Rect(room.left, rect.bottom, room.width, under_height)
        layout.label("large-under", below, thing.under, under, palette().text)
    return max(inside.top + side, top + whole) + round(high * EDGE)


def _pages(blocks: tuple[Block, ...], rest: pygame.Rect, high: int) -> list[list[_Set]]:
    """The paragraphs shared out over pages, in order; a paragraph higher than a page is parted between sentences."""
    pages: list[list[_Set]] = [[]]
    gap = round(high * 0.02)
    foot = round(high * (LEAST + 0.03))
    most = rest.height
    sets = [_set(block, rest.width, high) for block in blocks]
    if sum(one.height + gap for one in sets) > most + gap:
        most -= foot
        sets = [one for block in blocks for one in _parted(block, rest.width, most, high)]
    used = 0
    for one in sets:
        if pages[-1] and used + one.height > most:
            pages.append([])
            used = 0
        pages[-1].append(one)
        used += one.height + gap
    return pages


def _parted(block: Block, width: int, most: int, high: int) -> Iterator[_Set]:
    whole = _set(block, width, high)
    sentences = SENTENCE.split(block.text)
    if whole.height <= most or len(sentences) == 1:
        yield whole
        return
    half = max(1, len(sentences) // 2)
    for part in (sentences[:half], sentences[half:]):
        yield from _parted(replace(block, text=" ".join(part)), width, most, high)


def _set(block: Block, width: int, high: int) -> _Set:
    least = round(high * LEAST)
    style = Type(Face.TEXT_BOLD if block.bold or block.question else Face.TEXT, least)
    room = width - _indent(block, least)
    height = set_text(block.text, style, room).height + (least if block.question else 0)
    return _Set(block, style, height)


def _indent(block: Block, least: int) -> int:
    return 2 * least if block.question else round(least * 1.5) if block.icon else 0


def _blocks(layout: Layout, sets: list[_Set], rest: pygame.Rect) -> None:
    high = layout.rect.height
    least, top = round(high * LEAST), rest.top
    for index, one in enumerate(sets):
        rect = pygame.Rect(rest.left, top, rest.width, one.height)
        indent = _indent(one.block, least)
        if one.block.question:
            layout.panel(f"large-question-{index}", rect, palette().ask, radius=16)
            rect = rect.inflate(-2 * least, -least)
        elif one.block.icon:
            mark = pygame.Rect(rect.left, rect.top, least, one.type.line_height)
            look = paint.Symbol(icon=one.block.icon, weight=Weight.FILL, size=least, colour=palette().text)
            layout.add(Item(id=f"large-icon-{index}", rect=mark, look=look))
            rect = pygame.Rect(rect.left + indent, rect.top, rect.width - indent, rect.height)
        layout.label(f"large-{index}", rect, one.block.text, one.type, palette().text)
        top += one.height + round(high * 0.02)


def _page_number(layout: Layout, here: int, count: int, area: pygame.Rect) -> None:
    least = round(layout.rect.height * LEAST)
    style = Type(Face.TEXT_BOLD, least)
    rect = pygame.Rect(area.left, area.bottom - round(least * 1.5), area.width - least, style.line_height)
    layout.label(
        "large-page", rect, layout.words("room.page", page=here, pages=count), style, palette().text, align="right"
    )


def _beside(layout: Layout, thing: Thing, area: pygame.Rect) -> None:
    """The time, and below it whose turn it is."""
    high = layout.rect.height
    least, top = round(high * LEAST), area.top
    if thing.time:
        style = Type(Face.TITLE_700, round(high * TIME))
        bold = Type(Face.TEXT_BOLD, least)
        lines = style.line_height + (bold.line_height if thing.time_under else 0)
        panel = pygame.Rect(area.left, top, area.width, lines + least)
        layout.panel("large-time-panel", panel, palette().bar, radius=theme.RADIUS_LARGE)
        rect = pygame.Rect(panel.left, panel.top + least // 2, panel.width, style.line_height)
        label = layout.label(
            "large-time", rect, thing.time, style, palette().light_ink, align="centre", role=Role.TIMER
        )
        layout.items[-1] = replace(label, name=thing.time_says)
        if thing.time_under:
            rect = pygame.Rect(panel.left, rect.bottom, panel.width, bold.line_height)
            layout.label("large-time-under", rect, thing.time_under, bold, palette().light_ink, align="centre")
        top = panel.bottom + least
    if thing.name:
        _turn(layout, thing, pygame.Rect(area.left, top, area.width, area.bottom - top))


def _turn(layout: Layout, thing: Thing, area: pygame.Rect) -> None:
    high = layout.rect.height
    least, top = round(high * LEAST), area.top
    if thing.token is not None:
        side = min(round(high * 0.16), area.width)
        disc = pygame.Rect(0, top, side, side)
        disc.centerx = area.centerx
        letter, colour = thing.token
        layout.add(Item(id="large-token", rect=disc, look=paint.Token(letter=letter, colour=colour)))
        top = disc.bottom + least // 2
    who = Type(Face.TEXT, least)
    if thing.who:
        height = layout.text_height(thing.who, who, area.width)
        rect = pygame.Rect(area.left, top, area.width, height)
        layout.label("large-who", rect, thing.who, who, palette().light_ink, align="centre")
        top = rect.bottom
    sizes = [Type(Face.TITLE_700, size) for size in range(round(high * 0.065), least - 1, -1)]
    name = fitted(thing.name, sizes, area.width, area.bottom - top)
    style = name.type if name is not None else sizes[-1]
    height = layout.text_height(thing.name, style, area.width)
    rect = pygame.Rect(area.left, top, area.width, height)
    layout.label("large-name", rect, thing.name, style, palette().light_ink, align="centre", role=Role.HEADING)
