"""Choosing one thing in a list: a persona, a box, a person, a seat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Column, Sheet
from enacting.ui.window.app import App, Dialog


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen."""

    icon: str
    title: str
    text: str
    value: Any


class Choose(Dialog):
    """A list; choosing closes it."""

    def __init__(
        self, app: App, title: str, options: Sequence[Option], choose: Callable[[Any], None], chosen: Any = None
    ) -> None:
        super().__init__(app)
        self.title = title
        self.options = options
        self.choose = choose
        self.chosen = chosen

    def lay_out(self, sheet: Sheet) -> None:
        """The options, then a button to leave things as they are."""
        high = max(sheet.px(70), sheet.em(3.4))
        width = min(sheet.em(38), sheet.rect.width - sheet.px(56)) - sheet.px(94)
        heights = [self._option_height(sheet, option, width, high) for option in self.options]
        inside = self.panel(sheet, 38, sum(heights) + len(heights) * sheet.px(10) + sheet.em(7))
        button = sheet.button_height()
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - sheet.px(16))
        column = Column(sheet, area, "options")
        column.heading("choose-title", self.title)
        column.gap(14)
        for index, option in enumerate(self.options):
            self._option(sheet, column, index, option, high)
            column.gap(10)
        column.end()
        foot = pygame.Rect(inside.right - sheet.em(10), inside.bottom - button, sheet.em(10), button)
        sheet.button("cancel", foot, sheet.words("common.cancel"), self.app.close, dress=paint.styles().on_paper)

    def _option_height(self, sheet: Sheet, option: Option, width: int, least: int) -> int:
        title, text = paint.strong(sheet.scale, 21), paint.body(sheet.scale, 18)
        room = width - sheet.px(86)
        needed = sheet.text_height(option.title, title, room) + sheet.text_height(option.text, text, room)
        return max(least, needed + sheet.px(24))

    def _option(self, sheet: Sheet, column: Column, index: int, option: Option, high: int) -> None:
        title, text = paint.strong(sheet.scale, 21), paint.body(sheet.scale, 18)
        room = column.width - sheet.px(86)
        needed = sheet.text_height(option.title, title, room) + sheet.text_height(option.text, text, room)
        rect = column.block(self._option_height(sheet, option, column.width, high))
        is_chosen = option.value == self.chosen
        sheet.add(
            Item(
                id=f"option-{index}",
                rect=rect,
                look=paint.Button(
                    text="",
                    type=title,
                    dress=paint.styles().soft,
                    radius=sheet.px(12),
                    smallest=theme.SMALLEST_TEXT,
                    border_width=sheet.px(5) if is_chosen else sheet.px(2),
                ),
                role=Role.CHOICE,
                name=f"{option.title}. {option.text}",
                state=sheet.words("common.chosen") if is_chosen else "",
                intent=self._chooses(option),
                main=is_chosen,
            )
        )
        side = sheet.px(40)
        icon = pygame.Rect(rect.left + sheet.px(20), 0, side, side)
        icon.centery = rect.centery
        sheet.add(
            Item(
                id=f"option-icon-{index}",
                rect=icon,
                look=paint.Symbol(icon=option.icon, weight=Weight.DUOTONE, size=side, colour=palette().text),
            )
        )
        left, top = icon.right + sheet.px(16), rect.top + (rect.height - needed) // 2
        line = sheet.text_height(option.title, title, room)
        sheet.label(
            f"option-title-{index}",
            pygame.Rect(left, top, room, line),
            option.title,
            title,
            palette().text,
            role=Role.DECOR,
        )
        area = pygame.Rect(left, top + line, room, needed - line)
        sheet.label(f"option-text-{index}", area, option.text, text, palette().text_second, role=Role.DECOR)

    def _chooses(self, option: Option) -> Callable[[], None]:
        def choose() -> None:
            self.app.close()
            self.choose(option.value)

        return choose
