"""One subject at a time, large enough to be read from the back of a room.

Law: no type is smaller than a twentieth of the height (54 pixels of 1080), the time is 15 % of it, and all text has a
contrast of at least 7 to 1. Text grows as long as all of it fits on one page; what does not fit on a page goes on the
next one. The text size that a player has chosen changes nothing here.
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
from enacting.ui.graphics.typeset import Face, Type, fitted, wrap_text
from enacting.ui.items.item import Item, Mood, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Symbol, Token

MIN_TYPE, MAX_TYPE, TITLE_TYPE, TIME_TYPE = 0.05, 0.1, 0.078, 0.15
"""Sizes of type, as parts of the height of the window."""
EDGE, SPACING = 0.03, 0.02
SENTENCE = re.compile(r"(?<=[.!?…:;])\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `icon` is drawn before it; a `question` has a ground of its own."""

    text: str
    icon: str = ""
    bold: bool = False
    question: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeView:
    """What the room is shown: a title, a line under it, paragraphs; beside them whose turn it is and the time.

    `art` is drawn beside the title, with the look of its card.
    """

    title: str
    subtitle: str = ""
    blocks: tuple[Block, ...] = ()
    art: tuple[Art, FaceLook] | None = None
    name_caption: str = ""
    name: str = ""
    token: tuple[str, Colour] | None = None
    time: str = ""
    spoken_time: str = ""
    time_caption: str = ""


@dataclass(frozen=True, slots=True)
class ArtSquare:
    """The art of a card in a square with round corners."""

    drawn: Art
    look: FaceLook
    radius: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the art."""
        look = self.look
        drawn = art(
            self.drawn,
            rect.size,
            look.fill,
            look.ground,
            echoes=(),
            disc_part=0.8,
            picture=look.picture,
            scenery=look.scenery,
        )
        cut = drawn.copy()
        shapes.round_corners(cut, self.radius)
        surface.blit(cut, rect)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


@dataclass(frozen=True, slots=True)
class _SetBlock:
    """A paragraph in its type, its height including its ground, and whether a word of it is broken."""

    block: Block
    type: Type
    height: int
    broken: bool


def lay_out_large_view(layout: Layout, view: LargeView, page: int = 0, *, below: int = 0) -> int:
    """Lay out that page, leaving `below` pixels free at the bottom; returns how many pages there are."""
    height, width = layout.rect.height, layout.rect.width
    margin = round(height * EDGE)
    layout.panel("ground", layout.rect, palette().table, radius=0)
    side_width = round(width * 0.29) if view.name or view.time else 0
    area = pygame.Rect(margin, margin, width - 2 * margin - side_width, height - 2 * margin - below)
    layout.panel("large-paper", area, palette().panel, radius=theme.RADIUS_LARGE)
    inner = area.inflate(-2 * margin, -2 * margin)
    top = _title(layout, view, inner)
    body = pygame.Rect(inner.left, top, inner.width, inner.bottom - top)
    pages = _pages(view.blocks, body, height, _type_size(view.blocks, body, height))
    current = min(page, len(pages) - 1)
    _blocks(layout, pages[current], body)
    if len(pages) > 1:
        _page_number(layout, current + 1, len(pages), area)
    if side_width:
        _side_column(
            layout, view, pygame.Rect(area.right + margin, margin, width - area.right - 2 * margin, area.height)
        )
    return len(pages)


def _title(layout: Layout, view: LargeView, inner: pygame.Rect) -> int:
    """The art, the title and the line under it; returns the top of what follows."""
    height = layout.rect.height
    left, side = inner.left, round(height * 0.17) if view.art is not None else 0
    gap = round(height * EDGE) if side else 0
    column = pygame.Rect(left + side + gap, inner.top, inner.width - side - gap, round(height * 0.24))
    type_size, title_size = round(height * MIN_TYPE), round(height * TITLE_TYPE)
    subtitle_type = Type(Face.TEXT_BOLD, type_size)
    subtitle_height = wrap_text(view.subtitle, subtitle_type, column.width).height if view.subtitle else 0
    sizes = [Type(Face.TITLE_800, size) for size in range(title_size, type_size - 1, -2)]
    title = fitted(view.title, sizes, column.width, max(column.height - subtitle_height, title_size), balanced=True)
    style = title.type if title is not None else sizes[-1]
    title_height = layout.text_height(view.title, style, column.width, balanced=True)
    if view.art is not None:
        square = pygame.Rect(left, inner.top, side, side)
        layout.add(Item(id="large-art", rect=square, look=ArtSquare(*view.art, round(side * 0.14))))
    total_height = title_height + subtitle_height
    top = inner.top + max(0, (side - total_height) // 2)
    rect = pygame.Rect(column.left, top, column.width, title_height)
    layout.label("large-title", rect, view.title, style, palette().text, balanced=True, role=Role.HEADING)
    if view.subtitle:
        below = pygame.Rect(column.left, rect.bottom, column.width, subtitle_height)
        layout.label("large-under", below, view.subtitle, subtitle_type, palette().text)
    return max(inner.top + side, top + total_height) + round(height * EDGE)


def _type_size(blocks: tuple[Block, ...], body: pygame.Rect, view_height: int) -> int:
    """The largest type in which all the paragraphs fit on one page, no word broken; else the smallest there may be."""
    smallest = round(view_height * MIN_TYPE)
    spacing = round(view_height * SPACING)
    for size in range(round(view_height * MAX_TYPE), smallest, -2):
        set_blocks = [_set_block(block, body.width, size) for block in blocks]
        is_whole = not any(set_block.broken for set_block in set_blocks)
        if is_whole and sum(set_block.height + spacing for set_block in set_blocks) <= body.height + spacing:
            return size
    return smallest


def _pages(blocks: tuple[Block, ...], body: pygame.Rect, view_height: int, type_size: int) -> list[list[_SetBlock]]:
    """The paragraphs distributed over pages, in order; a paragraph higher than a page is split between sentences."""
    pages: list[list[_SetBlock]] = [[]]
    spacing = round(view_height * SPACING)
    page_number_height = round(view_height * (MIN_TYPE + 0.03))
    max_height = body.height
    set_blocks = [_set_block(block, body.width, type_size) for block in blocks]
    if sum(set_block.height + spacing for set_block in set_blocks) > max_height + spacing:
        max_height -= page_number_height
        set_blocks = [
            set_block for block in blocks for set_block in _split_block(block, body.width, max_height, type_size)
        ]
    used = 0
    for set_block in set_blocks:
        if pages[-1] and used + set_block.height > max_height:
            pages.append([])
            used = 0
        pages[-1].append(set_block)
        used += set_block.height + spacing
    return pages


def _split_block(block: Block, width: int, max_height: int, type_size: int) -> Iterator[_SetBlock]:
    whole = _set_block(block, width, type_size)
    sentences = SENTENCE.split(block.text)
    if whole.height <= max_height or len(sentences) == 1:
        yield whole
        return
    middle = max(1, len(sentences) // 2)
    for part in (sentences[:middle], sentences[middle:]):
        yield from _split_block(replace(block, text=" ".join(part)), width, max_height, type_size)


def _set_block(block: Block, width: int, type_size: int) -> _SetBlock:
    style = Type(Face.TEXT_BOLD if block.bold or block.question else Face.TEXT, type_size)
    text_width = width - _indent(block, type_size)
    paragraph = wrap_text(block.text, style, text_width)
    height = paragraph.height + (type_size if block.question else 0)
    return _SetBlock(block, style, height, paragraph.broken)


def _indent(block: Block, type_size: int) -> int:
    return 2 * type_size if block.question else round(type_size * 1.5) if block.icon else 0


def _blocks(layout: Layout, set_blocks: list[_SetBlock], body: pygame.Rect) -> None:
    top = body.top
    for index, set_block in enumerate(set_blocks):
        type_size = set_block.type.size
        rect = pygame.Rect(body.left, top, body.width, set_block.height)
        indent = _indent(set_block.block, type_size)
        if set_block.block.question:
            layout.panel(f"large-question-{index}", rect, palette().ask, radius=16)
            rect = rect.inflate(-2 * type_size, -type_size)
        elif set_block.block.icon:
            mark = pygame.Rect(rect.left, rect.top, type_size, set_block.type.line_height)
            look = Symbol(icon=set_block.block.icon, weight=Weight.FILL, size=type_size, colour=palette().text)
            layout.add(Item(id=f"large-icon-{index}", rect=mark, look=look))
            rect = pygame.Rect(rect.left + indent, rect.top, rect.width - indent, rect.height)
        layout.label(f"large-{index}", rect, set_block.block.text, set_block.type, palette().text)
        top += set_block.height + round(layout.rect.height * SPACING)


def _page_number(layout: Layout, current: int, count: int, area: pygame.Rect) -> None:
    type_size = round(layout.rect.height * MIN_TYPE)
    style = Type(Face.TEXT_BOLD, type_size)
    rect = pygame.Rect(area.left, area.bottom - round(type_size * 1.5), area.width - type_size, style.line_height)
    layout.label(
        "large-page", rect, layout.words("room.page", page=current, pages=count), style, palette().text, align="right"
    )


def _side_column(layout: Layout, view: LargeView, area: pygame.Rect) -> None:
    """The time, and below it whose turn it is."""
    height = layout.rect.height
    type_size, top = round(height * MIN_TYPE), area.top
    if view.time:
        style = Type(Face.TITLE_700, round(height * TIME_TYPE))
        caption_type = Type(Face.TEXT_BOLD, type_size)
        lines_height = style.line_height + (caption_type.line_height if view.time_caption else 0)
        panel = pygame.Rect(area.left, top, area.width, lines_height + type_size)
        layout.panel("large-time-panel", panel, palette().bar, radius=theme.RADIUS_LARGE)
        rect = pygame.Rect(panel.left, panel.top + type_size // 2, panel.width, style.line_height)
        label = layout.label("large-time", rect, view.time, style, palette().light_ink, align="centre", role=Role.TIMER)
        layout.items[-1] = replace(label, name=view.spoken_time)
        if view.time_caption:
            rect = pygame.Rect(panel.left, rect.bottom, panel.width, caption_type.line_height)
            layout.label("large-time-under", rect, view.time_caption, caption_type, palette().light_ink, align="centre")
        top = panel.bottom + type_size
    if view.name:
        _turn(layout, view, pygame.Rect(area.left, top, area.width, area.bottom - top))


def _turn(layout: Layout, view: LargeView, area: pygame.Rect) -> None:
    view_height = layout.rect.height
    type_size, top = round(view_height * MIN_TYPE), area.top
    if view.token is not None:
        side = min(round(view_height * 0.16), area.width)
        disc = pygame.Rect(0, top, side, side)
        disc.centerx = area.centerx
        letter, colour = view.token
        layout.add(Item(id="large-token", rect=disc, look=Token(letter=letter, colour=colour)))
        top = disc.bottom + type_size // 2
    caption_type = Type(Face.TEXT, type_size)
    if view.name_caption:
        height = layout.text_height(view.name_caption, caption_type, area.width)
        rect = pygame.Rect(area.left, top, area.width, height)
        layout.label("large-who", rect, view.name_caption, caption_type, palette().light_ink, align="centre")
        top = rect.bottom
    sizes = [Type(Face.TITLE_700, size) for size in range(round(view_height * 0.065), type_size - 1, -1)]
    name = fitted(view.name, sizes, area.width, area.bottom - top)
    style = name.type if name is not None else sizes[-1]
    height = layout.text_height(view.name, style, area.width)
    rect = pygame.Rect(area.left, top, area.width, height)
    layout.label("large-name", rect, view.name, style, palette().light_ink, align="centre", role=Role.HEADING)
