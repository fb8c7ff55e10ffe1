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
        text += sum(self._height(layout, one, width) + layout.px(10) for one in self.paragraphs)
        button = round(layout.button_height(22) * 1.2)
        inside = self.panel(layout, 42, text + button + layout.px(44))
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - layout.px(20))
        column = Column(layout, area, "paragraphs")
        column.heading("paragraphs-title", self.title, theme.TITLE)
        column.gap(14)
        for index, one in enumerate(self.paragraphs):
            self._paragraph(column, index, one)
            column.gap(10)
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        rects = layout.row(foot, shares(*[layout.button_width(one.text, 22) for one in self.choices]), 16)
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

    def _type(self, layout: Layout, one: Paragraph) -> Type:
        return paint.body(layout.scale, 18 if one.quiet else 20 if one.icon else theme.BODY)

    def _indent(self, layout: Layout, one: Paragraph) -> int:
        return layout.em(1.7) if one.icon else 0

    def _height(self, layout: Layout, one: Paragraph, width: int) -> int:
        return layout.text_height(one.text, self._type(layout, one), width - self._indent(layout, one))

    def _paragraph(self, column: Column, index: int, one: Paragraph) -> None:
        layout, style, indent = column.layout, self._type(column.layout, one), self._indent(column.layout, one)
        rect = column.block(self._height(layout, one, column.width))
        if one.icon:
            side = round(style.size * 1.2)
            place = pygame.Rect(rect.left, rect.top + (style.line_height - side) // 2, side, side)
            look = paint.Symbol(icon=one.icon, weight=Weight.BOLD, size=side, colour=palette().text_second)
            layout.add(Item(id=f"paragraph-icon-{index}", rect=place, look=look))
        area = pygame.Rect(rect.left + indent, rect.top, rect.width - indent, rect.height)
        colour = palette().text_second if one.quiet else palette().text
        layout.label(f"paragraph-{index}", area, one.text, style, colour)

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
