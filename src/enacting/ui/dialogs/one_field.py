"""A dialog in which one thing is typed, pasted or dropped: a path, a title."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split
from enacting.ui.window.app import App, Dialog


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPrompt:
    """What is asked: the ids of the items (`name` begins them), the keys of the words, the most letters."""

    name: str
    title: str
    text: str
    field: str
    label: str
    max_length: int
    button: str
    accept: str


class FieldDialog(Dialog):
    """A title, what to type, the field, and two buttons: to cancel, and to accept as Enter does."""

    def __init__(self, app: App, asked: FieldPrompt, accept: Callable[[], None], value: str = "") -> None:
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
        return self.app.field(self.asked.field, self.value, self.asked.max_length).text.text

    def lay_out(self, layout: Layout) -> None:
        """The rows scroll where they must; the buttons stay in sight."""
        words, asked = layout.words, self.asked
        button = max(layout.px(62), layout.em(2.6))
        inside = self.panel(layout, 40, self.height(layout, button))
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        area = pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - layout.px(14))
        column = Column(layout, area, asked.name)
        column.heading(f"{asked.name}-title", self.title(), theme.TITLE)
        self.rows(column)
        column.end()
        cancel, accept = split(foot, 2, layout.px(14))
        layout.button("cancel", cancel, words("common.cancel"), self.app.close, style=paint.styles().on_paper, size=22)
        layout.button(
            asked.button, accept, words(asked.accept), self._accept, style=paint.styles().main, size=22, main=True
        )

    def title(self) -> str:
        """What the dialog is called."""
        return self.app.words(self.asked.title)

    def height(self, layout: Layout, button: int) -> int:
        """How high all of it is with buttons that high, in pixels."""
        return layout.em(11) + button

    def rows(self, column: Column) -> None:
        """What to type, then the field."""
        column.gap(10)
        text = column.layout.words(self.asked.text)
        column.text(f"{self.asked.name}-text", text, paint.body(column.layout.scale), palette().text)
        column.gap(14)
        self.entry(column)

    def entry(self, column: Column) -> None:
        """The field."""
        layout, asked, label = column.layout, self.asked, column.layout.words(self.asked.label)
        layout.field(
            asked.field,
            column.block(max(layout.px(58), layout.em(2.5))),
            self.app.field(asked.field, self.value, asked.max_length),
            label,
            placeholder=label,
            intent=self._accept,
        )
