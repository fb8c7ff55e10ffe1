"""A dialog in which one thing is typed, pasted or dropped: a path, a title."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.layout import Column, Sheet, split
from enacting.ui.window.app import App, Dialog


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked: the ids of the items (`name` begins them), the keys of the words, the most letters."""

    name: str
    title: str
    text: str
    field: str
    label: str
    most: int
    button: str
    accept: str


class OneField(Dialog):
    """A title, what to type, the field, and two buttons: to cancel, and to accept as Enter does."""

    def __init__(self, app: App, asked: Asked, accept: Callable[[], None], value: str = "") -> None:
        super().__init__(app)
        self.asked = asked
        self.value = value
        self._accept = accept
        app.forget_fields(asked.field)

    def arrive(self) -> None:
        """Type at once."""
        self.app.focus = self.asked.field

    @property
    def typed(self) -> str:
        """What is in the field."""
        return self.app.field(self.asked.field, self.value, self.asked.most).text.text

    def lay_out(self, sheet: Sheet) -> None:
        """The rows scroll where they must; the buttons stay in sight."""
        words, asked = sheet.words, self.asked
        button = max(sheet.px(62), sheet.em(2.6))
        inside = self.panel(sheet, 40, self.height(sheet, button))
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        area = pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - sheet.px(14))
        column = Column(sheet, area, asked.name)
        column.heading(f"{asked.name}-title", self.title(), theme.TITLE)
        self.rows(column)
        column.end()
        cancel, accept = split(foot, 2, sheet.px(14))
        sheet.button("cancel", cancel, words("common.cancel"), self.app.close, dress=paint.styles().on_paper, size=22)
        sheet.button(
            asked.button, accept, words(asked.accept), self._accept, dress=paint.styles().main, size=22, main=True
        )

    def title(self) -> str:
        """What the dialog is called."""
        return self.app.words(self.asked.title)

    def height(self, sheet: Sheet, button: int) -> int:
        """How high all of it is with buttons that high, in pixels."""
        return sheet.em(11) + button

    def rows(self, column: Column) -> None:
        """What to type, then the field."""
        column.gap(10)
        text = column.sheet.words(self.asked.text)
        column.text(f"{self.asked.name}-text", text, paint.body(column.sheet.scale), palette().text)
        column.gap(14)
        self.entry(column)

    def entry(self, column: Column) -> None:
        """The field."""
        sheet, asked, label = column.sheet, self.asked, column.sheet.words(self.asked.label)
        sheet.field(
            asked.field,
            column.block(max(sheet.px(58), sheet.em(2.5))),
            self.app.field(asked.field, self.value, asked.most),
            label,
            focused=self.app.focus == asked.field,
            placeholder=label,
            intent=self._accept,
        )
