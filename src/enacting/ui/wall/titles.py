"""Large words on the wall: a part that begins, a break, a question to the whole table."""

from dataclasses import dataclass

import pygame

from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face
from enacting.ui.items import rects
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.wall.backdrops import EVENING, TOWN
from enacting.ui.wall.looks import Backdrop
from enacting.ui.wall.wall_text import ALOUD, WallText, paper, used_height, write, write_line


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTitle:
    """A part of the session begins."""

    number: int
    title: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakTitle:
    """The table has a break; `until` says when it goes on, or since when it rests."""

    title: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTitle:
    """A question to the whole table."""

    text: str


def lay_out_part(layout: Layout, shown: PartTitle) -> None:
    """The number, the title and one line over the town."""
    area, px = layout.rect, layout.px
    layout.add(Item(id="scene", rect=area, look=Backdrop(TOWN)))
    panel = pygame.Rect(px(64), px(56), area.width - 2 * px(64), area.height * 54 // 100)
    paper(layout, "words-ground", panel, palette().bar)
    inner = layout.inset(panel, 56, 24)
    number = str(shown.number)
    figure, words = layout.row(inner, (px(170 + 130 * (len(number) - 1)), rects.REST), 36)
    big = WallText(id="number", text=number, colour=palette().accent, face=Face.TITLE_800, size=330, smallest=200)
    write_line(layout, figure, big, align="centre")
    light = palette().light_ink
    face, bold = Face.TITLE_800, Face.TEXT_BOLD
    texts = [
        WallText(id="title", text=shown.title, colour=light, face=face, size=190, smallest=90, role=Role.HEADING),
        WallText(id="line", text=shown.line, colour=light, face=bold, size=62, smallest=ALOUD, before=14),
    ]
    write(layout, words, texts, vertical="middle")


def lay_out_break(layout: Layout, shown: BreakTitle) -> None:
    """The evening, and the hour at which the session goes on."""
    light = palette().light_ink
    face = Face.TITLE_800
    texts = [WallText(id="title", text=shown.title, colour=light, face=face, size=210, smallest=120, role=Role.HEADING)]
    if shown.until:
        texts.append(WallText(id="until", text=shown.until, colour=light, size=128, smallest=72, before=10))
    layout.add(Item(id="scene", rect=layout.rect, look=Backdrop(EVENING)))
    inner = layout.inset(layout.rect, 120, 96)
    inner.height = inner.height * 62 // 100
    pad = layout.px(48)
    high = used_height(layout, inner, texts)
    sheet = pygame.Rect(inner.left, inner.top, inner.width, high).inflate(2 * pad, pad)
    paper(layout, "words-ground", sheet, palette().bar)
    write(layout, inner, texts)


def lay_out_question(layout: Layout, shown: QuestionTitle) -> None:
    """The question, as large as it can be."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    sheet = layout.inset(layout.rect, 70, 60)
    paper(layout, "question-ground", sheet, palette().question)
    inner = layout.inset(sheet, 90, 60)
    ink = palette().ink
    face = Face.TITLE_800
    question = WallText(id="question", text=shown.text, colour=ink, face=face, size=150, smallest=66, role=Role.HEADING)
    write_line(layout, inner, question)
