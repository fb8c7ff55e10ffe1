"""A line along the bottom of the window that stays, whatever is shown above it, until what it says is no longer so."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items import paint
from enacting.ui.items.item import Intent, Item, Reading
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split

BUTTON_SIZE = 19
BUTTONS_SHARE = 0.45
"""What share of the width the buttons may take beside the sentence; beyond, they go below it."""

ROOMY_COLUMNS = 60
"""How many ems wide a window must be for the whole sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Something that can be done about it."""

    name: str
    text: str
    intent: Intent


@dataclass(frozen=True, slots=True)
class Line:
    """What must be known, and what can be done about it; `alarm` when something may be lost.

    `short` is what is shown where there is little room; the whole is read aloud all the same.
    """

    text: str
    answers: Sequence[Answer]
    alarm: bool = False
    short: str = ""

    def shown(self, layout: Layout) -> str:
        """What is shown on that sheet."""
        return self.short if self.short and layout.columns < ROOMY_COLUMNS else self.text


def line_height(layout: Layout, line: Line) -> int:
    """How high the line is in that window."""
    return _places(layout, line)[2].height


def line_items(layout: Layout, line: Line) -> list[Item]:
    """The sentence, and the answers beside it or below."""
    text, row, area = _places(layout, line)
    fill = palette().refused if line.alarm else palette().raised
    with layout.read_as(Reading.NEWS):
        layout.panel("line", area, fill, radius=0)
        ink = theme.label_on(fill)
        layout.label("line-says", text, line.shown(layout), _style(layout), ink, vertical="middle", says=line.text)
        gap = layout.px(12)
        for answer, rect in zip(line.answers, split(row, len(line.answers), gap), strict=True):
            layout.button(
                answer.name, rect, answer.text, answer.intent, style=paint.styles().on_paper, size=BUTTON_SIZE
            )
    return layout.items


def _style(layout: Layout) -> Type:
    return paint.strong(layout.scale, 20)


def _places(layout: Layout, line: Line) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
    """Where the sentence, the row of answers, and the line around them are."""
    across, down, gap = layout.px(20), layout.px(10), layout.px(12)
    inside = pygame.Rect(across, 0, layout.rect.width - 2 * across, 0)
    widest = max(layout.button_width(answer.text, BUTTON_SIZE) for answer in line.answers)
    buttons = len(line.answers) * (widest + gap) - gap
    row = pygame.Rect(inside.right - buttons, 0, buttons, layout.button_height(BUTTON_SIZE))
    beside = buttons <= inside.width * BUTTONS_SHARE
    text = inside.copy()
    if beside:
        text.width -= buttons + across
    elif buttons > inside.width:
        row.left, row.width = inside.left, inside.width
    text.height = layout.text_height(line.shown(layout), _style(layout), text.width)
    height = max(text.height, row.height) if beside else text.height + gap + row.height
    area = pygame.Rect(0, layout.rect.height - height - 2 * down, layout.rect.width, height + 2 * down)
    if beside:
        text.centery = row.centery = area.centery
    else:
        text.top, row.bottom = area.top + down, area.bottom - down
    return text, row, area
