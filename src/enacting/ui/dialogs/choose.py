"""A dialog to choose one item of a list: a persona, a box, a person, a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.window.app import App, Dialog


@dataclass(frozen=True, slots=True)
class Option:
    """An item that can be chosen; `value` is what choosing it returns."""

    icon: str
    title: str
    text: str
    value: Any


class OptionsDialog(Dialog):
    """A list of options; choosing one closes it."""

    def __init__(
        self, app: App, title: str, options: Sequence[Option], choose: Callable[[Any], None], chosen: Any = None
    ) -> None:
        super().__init__(app)
        self.title = title
        self.options = options
        self.choose = choose
        self.chosen = chosen

    def lay_out(self, layout: Layout) -> None:
        """The options, then a button to cancel."""
        min_height = max(layout.px(70), layout.em(3.4))
        width = min(layout.em(38), layout.rect.width - layout.px(56)) - layout.px(94)
        heights = [self._option_height(layout, option, width, min_height) for option in self.options]
        inner = self.panel(layout, 38, sum(heights) + len(heights) * layout.px(10) + layout.em(7))
        button = layout.button_height()
        area = pygame.Rect(inner.left, inner.top, inner.width, inner.height - button - layout.px(16))
        column = Column(layout, area, "options")
        column.heading("choose-title", self.title)
        column.gap(14)
        for index, option in enumerate(self.options):
            self._option(layout, column, index, option, min_height)
            column.gap(10)
        column.end()
        footer = pygame.Rect(inner.right - layout.em(10), inner.bottom - button, layout.em(10), button)
        layout.button("cancel", footer, layout.words("common.cancel"), self.app.close, style=paint.styles().on_paper)

    def _option_height(self, layout: Layout, option: Option, width: int, min_height: int) -> int:
        title, text = paint.strong(layout.scale, 21), paint.body(layout.scale, 18)
        room = width - layout.px(86)
        needed = layout.text_height(option.title, title, room) + layout.text_height(option.text, text, room)
        return max(min_height, needed + layout.px(24))

    def _option(self, layout: Layout, column: Column, index: int, option: Option, min_height: int) -> None:
        title, text = paint.strong(layout.scale, 21), paint.body(layout.scale, 18)
        room = column.width - layout.px(86)
        needed = layout.text_height(option.title, title, room) + layout.text_height(option.text, text, room)
        rect = column.block(self._option_height(layout, option, column.width, min_height))
        is_chosen = option.value == self.chosen
        layout.add(
            Item(
                id=f"option-{index}",
                rect=rect,
                look=paint.Button(
                    text="",
                    type=title,
                    style=paint.styles().soft,
                    radius=layout.px(12),
                    smallest=theme.SMALLEST_TEXT,
                    border_width=layout.px(5) if is_chosen else layout.px(2),
                ),
                role=Role.CHOICE,
                name=f"{option.title}. {option.text}",
                state=layout.words("common.chosen") if is_chosen else "",
                intent=self._select(option),
                main=is_chosen,
            )
        )
        side = layout.px(40)
        icon = pygame.Rect(rect.left + layout.px(20), 0, side, side)
        icon.centery = rect.centery
        layout.add(
            Item(
                id=f"option-icon-{index}",
                rect=icon,
                look=paint.Symbol(icon=option.icon, weight=Weight.DUOTONE, size=side, colour=palette().text),
            )
        )
        left, top = icon.right + layout.px(16), rect.top + (rect.height - needed) // 2
        line = layout.text_height(option.title, title, room)
        layout.label(
            f"option-title-{index}",
            pygame.Rect(left, top, room, line),
            option.title,
            title,
            palette().text,
            role=Role.DECOR,
        )
        area = pygame.Rect(left, top + line, room, needed - line)
        layout.label(f"option-text-{index}", area, option.text, text, palette().text_second, role=Role.DECOR)

    def _select(self, option: Option) -> Callable[[], None]:
        def choose() -> None:
            self.app.close()
            self.choose(option.value)

        return choose
