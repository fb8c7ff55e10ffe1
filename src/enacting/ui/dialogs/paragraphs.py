"""A dialog that says much: paragraphs, and lists of files or of names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from enacting.ui.dialogs.message import Choice
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Item
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import shares
from enacting.ui.window.app import App, Dialog


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Something said in a dialog; with an icon it is one of a list."""

    text: str
    icon: str = ""
    quiet: bool = False


class Paragraphs(Dialog):
    """A title, paragraphs and lists which scroll when there are many, and answers that stay in sight."""

    def __init__(
        self,
        app: App,
        title: str,
        paragraphs: Sequence[Paragraph],
        choices: Sequence[Choice],
        closed: Act | None = None,
    ) -> None:
        """`closed` is called whichever way it closes."""
        super().__init__(app)
        self.title = title
        self.paragraphs = paragraphs
        self.choices = choices
        self.closed = closed

    def lay_out(self, layout: Layout) -> None:
        """As high as what it says, in the window."""
        title = paint.title(layout.scale)
        width = min(layout.em(42), layout.rect.width - layout.px(136)) - layout.px(94)
        text = layout.text_height(self.title, title, width, balanced=True)
        text += sum(self._height(layout, paragraph, width) + layout.px(10) for paragraph in self.paragraphs)
        button = round(layout.button_height(22) * 1.2)
        inner = self.panel(layout, 42, text + button + layout.px(44))
        area = pygame.Rect(inner.left, inner.top, inner.width, inner.height - button - layout.px(20))
        column = Column(layout, area, "paragraphs")
        column.heading("paragraphs-title", self.title, theme.TITLE)
        column.gap(14)
        for index, paragraph in enumerate(self.paragraphs):
            self._paragraph(column, index, paragraph)
            column.gap(10)
        column.end()
        footer = pygame.Rect(inner.left, inner.bottom - button, inner.width, button)
        rects = layout.row(footer, shares(*[layout.button_width(choice.text, 22) for choice in self.choices]), 16)
        for index, (choice, rect) in enumerate(zip(self.choices, rects, strict=True)):
            style = (
                paint.styles().main
                if choice.main
                else paint.styles().danger
                if choice.danger
                else paint.styles().on_paper
            )
            act = self._answer(choice)
            layout.button(f"answer-{index}", rect, choice.text, act, style=style, size=22, main=choice.main)

    def _type(self, layout: Layout, paragraph: Paragraph) -> Type:
        return paint.body(layout.scale, 18 if paragraph.quiet else 20 if paragraph.icon else theme.BODY)

    def _indent(self, layout: Layout, paragraph: Paragraph) -> int:
        return layout.em(1.7) if paragraph.icon else 0

    def _height(self, layout: Layout, paragraph: Paragraph, width: int) -> int:
        return layout.text_height(
            paragraph.text, self._type(layout, paragraph), width - self._indent(layout, paragraph)
        )

    def _paragraph(self, column: Column, index: int, paragraph: Paragraph) -> None:
        layout, style, indent = (
            column.layout,
            self._type(column.layout, paragraph),
            self._indent(column.layout, paragraph),
        )
        rect = column.block(self._height(layout, paragraph, column.width))
        if paragraph.icon:
            side = round(style.size * 1.2)
            place = pygame.Rect(rect.left, rect.top + (style.line_height - side) // 2, side, side)
            look = paint.Symbol(icon=paragraph.icon, weight=Weight.BOLD, size=side, colour=palette().text_second)
            layout.add(Item(id=f"paragraph-icon-{index}", rect=place, look=look))
        area = pygame.Rect(rect.left + indent, rect.top, rect.width - indent, rect.height)
        colour = palette().text_second if paragraph.quiet else palette().text
        layout.label(f"paragraph-{index}", area, paragraph.text, style, colour)

    def _answer(self, choice: Choice) -> Act:
        def answer() -> None:
            self.back()
            if choice.act is not None:
                choice.act()

        return answer

    def back(self) -> None:
        """Escape closes."""
        self.app.close()
        if self.closed is not None:
            self.closed()
