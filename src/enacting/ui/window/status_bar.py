"""A status line along the bottom of the window, visible under every screen as long as it applies."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.item import Intent, Item, ReadingOrder
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split
from enacting.ui.items.type_styles import bold_type

BUTTON_SIZE = 19
BUTTONS_SHARE = 0.45
"""The part of the width that buttons may take beside the sentence; otherwise they go below it."""

ROOMY_COLUMNS = 60
"""The width of a window, in ems, from which the whole sentence is shown."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An action offered by a status line."""

    name: str
    text: str
    intent: Intent


@dataclass(frozen=True, slots=True)
class StatusLine:
    """A fact to know, and what can be done about it; `alarm` when something may be lost.

    `short` is shown instead in a narrow window; the whole text is read aloud in any case.
    """

    text: str
    answers: Sequence[Answer]
    alarm: bool = False
    short: str = ""

    def shown(self, layout: Layout) -> str:
        """The text shown on that layout."""
        return self.short if self.short and layout.columns < ROOMY_COLUMNS else self.text


def status_line_height(layout: Layout, line: StatusLine) -> int:
    """The height of the line in that window."""
    return _places(layout, line)[2].height


def status_line_items(layout: Layout, line: StatusLine) -> list[Item]:
    """The sentence, with the answers beside or below it."""
    text, row, area = _places(layout, line)
    fill = palette().refused if line.alarm else palette().raised
    with layout.read_as(ReadingOrder.NEWS):
        layout.panel("line", area, fill, radius=0)
        ink = theme.label_on(fill)
        layout.label("line-says", text, line.shown(layout), _style(layout), ink, vertical="middle", says=line.text)
        gap = layout.px(12)
        for answer, rect in zip(line.answers, split(row, len(line.answers), gap), strict=True):
            layout.button(
                answer.name, rect, answer.text, answer.intent, style=button_styles().on_paper, size=BUTTON_SIZE
            )
    return layout.items


def _style(layout: Layout) -> Type:
    return bold_type(layout.scale, 20)


def _places(layout: Layout, line: StatusLine) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
    """The rectangles of the sentence, of the row of answers, and of the line around them."""
    margin_x, margin_y, gap = layout.px(20), layout.px(10), layout.px(12)
    inner = pygame.Rect(margin_x, 0, layout.rect.width - 2 * margin_x, 0)
    widest_button = max(layout.button_width(answer.text, BUTTON_SIZE) for answer in line.answers)
    buttons_width = len(line.answers) * (widest_button + gap) - gap
    row = pygame.Rect(inner.right - buttons_width, 0, buttons_width, layout.button_height(BUTTON_SIZE))
    is_beside = buttons_width <= inner.width * BUTTONS_SHARE
    text = inner.copy()
    if is_beside:
        text.width -= buttons_width + margin_x
    elif buttons_width > inner.width:
        row.left, row.width = inner.left, inner.width
    text.height = layout.text_height(line.shown(layout), _style(layout), text.width)
    height = max(text.height, row.height) if is_beside else text.height + gap + row.height
    area = pygame.Rect(0, layout.rect.height - height - 2 * margin_y, layout.rect.width, height + 2 * margin_y)
    if is_beside:
        text.centery = row.centery = area.centery
    else:
        text.top, row.bottom = area.top + margin_y, area.bottom - margin_y
    return text, row, area
