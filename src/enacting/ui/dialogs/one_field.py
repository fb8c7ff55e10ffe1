"""A dialog with one text field: a path, a title."""

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
    """What is asked: the ids of the items (`name` is their prefix), the keys of the texts, the length limit."""

    name: str
    title: str
    text: str
    field: str
    label: str
    max_length: int
    button: str
    accept: str


class FieldDialog(Dialog):
    """A title, what to type, the field, and two buttons: cancel, and accept, which Enter does too."""

    def __init__(self, app: App, prompt: FieldPrompt, accept: Callable[[], None], value: str = "") -> None:
        super().__init__(app)
        self.prompt = prompt
        self.value = value
        self._accept = accept
        app.forget_fields(prompt.field)

    def arrive(self) -> None:
        """Focus the field."""
        self.app.focus = self.prompt.field

    @property
    def typed(self) -> str:
        """The text of the field."""
        return self.app.field(self.prompt.field, self.value, self.prompt.max_length).text.text

    def lay_out(self, layout: Layout) -> None:
        """The rows, scrolled when needed; the buttons stay in sight."""
        words, prompt = layout.words, self.prompt
        button = max(layout.px(62), layout.em(2.6))
        inner = self.panel(layout, 40, self.height(layout, button))
        footer = pygame.Rect(inner.left, inner.bottom - button, inner.width, button)
        area = pygame.Rect(inner.left, inner.top, inner.width, footer.top - inner.top - layout.px(14))
        column = Column(layout, area, prompt.name)
        column.heading(f"{prompt.name}-title", self.title(), theme.TITLE)
        self.rows(column)
        column.end()
        cancel, accept = split(footer, 2, layout.px(14))
        layout.button("cancel", cancel, words("common.cancel"), self.app.close, style=paint.styles().on_paper, size=22)
        layout.button(
            prompt.button, accept, words(prompt.accept), self._accept, style=paint.styles().main, size=22, main=True
        )

    def title(self) -> str:
        """The title of the dialog."""
        return self.app.words(self.prompt.title)

    def height(self, layout: Layout, button: int) -> int:
        """The height of the content with buttons of that height, in pixels."""
        return layout.em(11) + button

    def rows(self, column: Column) -> None:
        """What to type, then the field."""
        column.gap(10)
        text = column.layout.words(self.prompt.text)
        column.text(f"{self.prompt.name}-text", text, paint.body(column.layout.scale), palette().text)
        column.gap(14)
        self.entry(column)

    def entry(self, column: Column) -> None:
        """The field."""
        layout, prompt, label = column.layout, self.prompt, column.layout.words(self.prompt.label)
        layout.field(
            prompt.field,
            column.block(max(layout.px(58), layout.em(2.5))),
            self.app.field(prompt.field, self.value, prompt.max_length),
            label,
            placeholder=label,
            intent=self._accept,
        )
