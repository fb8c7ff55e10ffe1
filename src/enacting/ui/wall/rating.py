"""Marks on the wall: something to talk about while they are given, then the averages, before and after.

Law: while marks are given, nothing here depends on any of them.
"""

from dataclasses import dataclass, replace
from typing import Final

import pygame

from enacting.drawing import colours
from enacting.ui.graphics import shapes
from enacting.ui.graphics.scenery import Scenery
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Face, Type, width_of
from enacting.ui.items import rects
from enacting.ui.items.item import Item, Mood, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import AFTER_SECONDS, BEFORE_SECONDS
from enacting.ui.items.rects import REST
from enacting.ui.wall.board import WallBoard, lay_out_board
from enacting.ui.wall.looks import CardPictureLook, Pictured, RoundScene
from enacting.ui.wall.people import PersonShown, disc
from enacting.ui.wall.turns import ask
from enacting.ui.wall.wall_text import SMALLEST, WallText, paper, write, write_line

BEFORE: Final[Colour] = (0xB0, 0x7A, 0x2E)
SCENE_REACH: Final = 70
"""How far a scene goes beyond its bar on the largest wall, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """Somebody gives their marks in secret; the others have the crisis or the board to look at, and a question."""

    person: PersonShown
    says: str
    caption: str
    question: str
    about: Pictured | WallBoard
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsequenceAverages:
    """The last two average marks of a consequence: `parts` from 0 to 1, `texts` as they are written.

    `quarter` is its quarter of the place, as well as the last of them says.
    """

    id: str
    icon: str
    title: str
    parts: tuple[float, ...]
    texts: tuple[str, ...]
    quarter: Scenery


@dataclass(frozen=True, slots=True, kw_only=True)
class Averages:
    """How the table thinks its area would cope, before and after."""

    title: str
    scale: str
    legend: tuple[str, ...]
    rows: tuple[ConsequenceAverages, ...]


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar on its track: hatched for what was; plain for what is, with what is seen there at its end."""

    part: float
    fill: Colour
    hatched: bool
    scene: RoundScene | None = None

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the track and the bar."""
        radius = rect.height // 3
        shapes.paint_rounded(surface, rect, palette().board_line, radius)
        bar = pygame.Rect(rect.left, rect.top, max(rect.height, round(rect.width * self.part)), rect.height)
        shapes.paint_rounded(surface, bar, self.fill, radius)
        if self.scene is not None and self.part:
            side = rect.height * 9 // 5
            disc = rects.square((min(bar.right, rect.right - side // 2), rect.centery), side)
            self.scene.paint(surface, disc, mood)
        if not self.hatched:
            return
        clip = surface.get_clip()
        surface.set_clip(clip.clip(bar.inflate(-radius, 0)))
        step = max(8, rect.height // 2)
        for left in range(bar.left - bar.height, bar.right, step):
            start, end = (left, bar.bottom), (left + bar.height, bar.top)
            pygame.draw.line(surface, palette().card, start, end, max(2, step // 4))
        surface.set_clip(clip)

    @property
    def growing_seconds(self) -> float:
        """How long it takes to grow: what was is quick."""
        return BEFORE_SECONDS if self.hatched else AFTER_SECONDS

    def grown(self, at: float) -> "_Bar":
        """The bar that many seconds after it has begun to grow."""
        part = min(1.0, max(0.0, at / self.growing_seconds))
        return replace(self, part=self.part * (1 - (1 - part) ** 3))

    def reach(self) -> int:
        """A scene, which is higher than the bar; else nothing beyond the rectangle."""
        return 1 if self.scene is None else SCENE_REACH


def lay_out_marking(layout: Layout, shown: Marking) -> None:
    """What there is to talk about, large; who gives their marks, small."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    area = layout.inset(layout.rect, 40, 32)
    body, foot = layout.stack(area, (REST, layout.px(118)), 20)
    left, right = layout.row(body, (body.width * 56 // 100, REST), 36)
    light = palette().light_ink
    title = [WallText(id="title", text=shown.title, colour=light, size=84, smallest=44, role=Role.HEADING)]
    head, picture = layout.stack(left, (layout.px(110), REST), 10)
    write(layout, head, title, vertical="middle")
    if isinstance(shown.about, WallBoard):
        lay_out_board(layout, shown.about, picture)
    else:
        layout.add(Item(id="scene", rect=picture, look=CardPictureLook(picture=shown.about, radius=layout.px(22))))
    head, sheet = layout.stack(right, (layout.px(110), REST), 10)
    caption = WallText(id="caption", text=shown.caption, colour=light, face=Face.TEXT_BOLD, size=52)
    write_line(layout, head, caption)
    ask(layout, "question", sheet, shown.question, size=92)
    layout.panel("marking-ground", foot, palette().bar, radius=26)
    inner = layout.inset(foot, 28, 8)
    at, words = layout.row(inner, (inner.height, REST), 24)
    disc(layout, "marking-disc", at, shown.person)
    write_line(layout, words, WallText(id="marking", text=shown.says, colour=light, size=54))


def lay_out_averages(layout: Layout, shown: Averages) -> None:
    """A row for each consequence: before hatched, after plain, the last average very large."""
    layout.panel("ground", layout.rect, palette().board, radius=0)
    area = layout.inset(layout.rect, 48, 36)
    head, legend, body = layout.stack(area, (layout.px(116), layout.px(64), REST), 14)
    ink = palette().ink
    title = WallText(id="title", text=shown.title, colour=ink, size=88, smallest=54, role=Role.HEADING)
    write_line(layout, head, title)
    _legend(layout, shown, legend)
    rows = layout.stack(body, [REST] * max(1, len(shown.rows)), 18)
    gains = [average.parts[-1] - average.parts[0] for average in shown.rows]
    for average, rect, gain in zip(shown.rows, rows, gains, strict=False):
        if gain > 0 and gain == max(gains) and gains.count(gain) == 1:
            edge = rect.inflate(layout.px(16), layout.px(16))
            layout.panel(f"average-most-{average.id}", edge, palette().accent, radius=28)
        _average(layout, average, rect)


def _legend(layout: Layout, shown: Averages, area: pygame.Rect) -> None:
    """How far the scale goes, and what each bar stands for."""
    style = Type(Face.TEXT, layout.px(46))
    left = area.left
    texts = [(-1, shown.scale), *enumerate(shown.legend)]
    for index, text in texts:
        if index >= 0:
            swatch = pygame.Rect(left, area.top, layout.px(90), area.height).inflate(0, -layout.px(26))
            last = index == len(shown.legend) - 1
            look = _Bar(1.0, colours.DONE if last else BEFORE, hatched=not last)
            layout.add(Item(id=f"swatch-{index}", rect=swatch, look=look))
            left = swatch.right + layout.px(16)
        width = width_of(text, style) + 4
        rect = pygame.Rect(left, area.top, width, area.height)
        layout.label(f"legend-{index}", rect, text, style, palette().ink, vertical="middle")
        left = rect.right + layout.px(48)


def _average(layout: Layout, average: ConsequenceAverages, rect: pygame.Rect) -> None:
    paper(layout, f"average-{average.id}", rect, palette().card)
    inner = layout.inset(rect, 32, 14)
    ink = palette().ink
    name, bars, number = layout.row(inner, (layout.px(560), REST, layout.px(220)), 28)
    icon, words = layout.row(name, (layout.px(72), REST), 18)
    layout.symbol(f"average-icon-{average.id}", icon, average.icon, layout.px(62), ink)
    write_line(layout, words, WallText(id=f"average-name-{average.id}", text=average.title, colour=ink, size=58))
    count = len(average.parts)
    lines = layout.stack(layout.inset(bars, 0, 8), [REST] * count, 10)
    for index, (part, text, line) in enumerate(zip(average.parts, average.texts, lines, strict=True)):
        last = index == count - 1
        track, figure = rects.row(line, (REST, layout.px(110) if count > 1 else 0), layout.px(16))
        high = min(track.height, layout.px(58 if last else 44))
        scene = RoundScene(average.quarter) if last else None
        look = _Bar(part, colours.DONE if last else BEFORE, hatched=not last, scene=scene)
        layout.add(Item(id=f"bar-{average.id}-{index}", rect=rects.place(track, track.width, high), look=look))
        if not last:
            small = WallText(id=f"average-{average.id}-{index}", text=text, colour=ink, size=max(SMALLEST, 48))
            write_line(layout, figure, small)
    large = WallText(
        id=f"average-last-{average.id}", text=average.texts[-1], colour=ink, face=Face.TITLE_800, size=140, smallest=72
    )
    write_line(layout, number, large, align="right")
