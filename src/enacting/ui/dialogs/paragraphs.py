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
from enacting.ui.items.item import Act, Item
from enacting.ui.items.layout import Column, Sheet, weighted
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

    def lay_out(self, sheet: Sheet) -> None:
        """As high as what it says, in the window."""
        title = paint.title(sheet.scale)
        width = min(sheet.em(42), sheet.rect.width - sheet.px(136)) - sheet.px(94)
        text = sheet.text_height(self.title, title, width, balanced=True)
        text += sum(self._height(sheet, one, width) + sheet.px(10) for one in self.paragraphs)
        button = round(sheet.button_height(22) * 1.2)
        inside = self.panel(sheet, 42, text + button + sheet.px(44))
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - sheet.px(20))
        column = Column(sheet, area, "paragraphs")
        column.heading("paragraphs-title", self.title, theme.TITLE)
        column.gap(14)
        for index, one in enumerate(self.paragraphs):
            self._paragraph(column, index, one)
            column.gap(10)
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        rects = weighted(foot, [sheet.button_width(one.text, 22) for one in self.choices], sheet.px(16))
        for index, (choice, rect) in enumerate(zip(self.choices, rects, strict=True)):
            dress = (
                paint.styles().main
                if choice.main
                else paint.styles().danger
                if choice.danger
                else paint.styles().on_paper
            )
            act = self._answer(choice)
            sheet.button(f"answer-{index}", rect, choice.text, act, dress=dress, size=22, main=choice.main)

    def _type(self, sheet: Sheet, one: Paragraph) -> Type:
        return paint.body(sheet.scale, 18 if one.quiet else 20 if one.icon else theme.BODY)

    def _indent(self, sheet: Sheet, one: Paragraph) -> int:
        return sheet.em(1.7) if one.icon else 0

    def _height(self, sheet: Sheet, one: Paragraph, width: int) -> int:
        return sheet.text_height(one.text, self._type(sheet, one), width - self._indent(sheet, one))

    def _paragraph(self, column: Column, index: int, one: Paragraph) -> None:
        sheet, style, indent = column.sheet, self._type(column.sheet, one), self._indent(column.sheet, one)
        rect = column.block(self._height(sheet, one, column.width))
        if one.icon:
            side = round(style.size * 1.2)
            place = pygame.Rect(rect.left, rect.top + (style.line_height - side) // 2, side, side)
            look = paint.Symbol(icon=one.icon, weight=Weight.BOLD, size=side, colour=palette().text_second)
            sheet.add(Item(id=f"paragraph-icon-{index}", rect=place, look=look))
        area = pygame.Rect(rect.left + indent, rect.top, rect.width - indent, rect.height)
        colour = palette().text_second if one.quiet else palette().text
        sheet.label(f"paragraph-{index}", area, one.text, style, colour)

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
