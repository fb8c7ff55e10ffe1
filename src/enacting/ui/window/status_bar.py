"""A line along the bottom of the window that stays, whatever is shown above it, until what it says is no longer so."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items import paint
from enacting.ui.items.item import Intent, Item, Reading
from enacting.ui.items.layout import Sheet, split

BUTTON_SIZE = 19
MOST_FOR_BUTTONS = 0.45
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

    def shown(self, sheet: Sheet) -> str:
        """What is shown on that sheet."""
        return self.short if self.short and sheet.columns < ROOMY_COLUMNS else self.text


def line_height(sheet: Sheet, line: Line) -> int:
    """How high the line is in that window."""
    return _places(sheet, line)[2].height


def line_items(sheet: Sheet, line: Line) -> list[Item]:
    """The sentence, and the answers beside it or below."""
    text, row, area = _places(sheet, line)
    fill = palette().refused if line.alarm else palette().raised
    with sheet.read_as(Reading.NEWS):
        sheet.panel("line", area, fill, radius=0)
        ink = theme.label_on(fill)
        sheet.label("line-says", text, line.shown(sheet), _style(sheet), ink, vertical="middle", says=line.text)
        gap = sheet.px(12)
        for answer, rect in zip(line.answers, split(row, len(line.answers), gap), strict=True):
            sheet.button(answer.name, rect, answer.text, answer.intent, dress=paint.styles().on_paper, size=BUTTON_SIZE)
    return sheet.items


def _style(sheet: Sheet) -> Type:
    return paint.strong(sheet.scale, 20)


def _places(sheet: Sheet, line: Line) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
    """Where the sentence, the row of answers, and the line around them are."""
    across, down, gap = sheet.px(20), sheet.px(10), sheet.px(12)
    inside = pygame.Rect(across, 0, sheet.rect.width - 2 * across, 0)
    widest = max(sheet.button_width(answer.text, BUTTON_SIZE) for answer in line.answers)
    buttons = len(line.answers) * (widest + gap) - gap
    row = pygame.Rect(inside.right - buttons, 0, buttons, sheet.button_height(BUTTON_SIZE))
    beside = buttons <= inside.width * MOST_FOR_BUTTONS
    text = inside.copy()
    if beside:
        text.width -= buttons + across
    elif buttons > inside.width:
        row.left, row.width = inside.left, inside.width
    text.height = sheet.text_height(line.shown(sheet), _style(sheet), text.width)
    height = max(text.height, row.height) if beside else text.height + gap + row.height
    area = pygame.Rect(0, sheet.rect.height - height - 2 * down, sheet.rect.width, height + 2 * down)
    if beside:
        text.centery = row.centery = area.centery
    else:
        text.top, row.bottom = area.top + down, area.bottom - down
    return text, row, area
