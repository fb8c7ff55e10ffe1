"""A dialog to choose one item of a list: a persona, a box, a person, a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import Button, button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import body_type, bold_type
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
        footer = (Action("cancel", layout.words("common.cancel"), self.app.close),)
        with dialog(layout, "choose", self.title, width=38, footer=footer) as column:
            for index, option in enumerate(self.options):
                column.gap(Space.MEDIUM)
                self._option(column, index, option)

    def _option(self, column: Column, index: int, option: Option) -> None:
        layout = column.layout
        title, text = bold_type(layout.scale, 21), body_type(layout.scale, 18)
        icon_side, pad = layout.px(40), layout.px(Space.LARGE)
        room = column.width - icon_side - 3 * pad
        title_height, text_height = (
            layout.text_height(option.title, title, room),
            layout.text_height(option.text, text, room),
        )
        height = title_height + text_height
        rect = column.block(max(layout.length(70, 3.4), height + 2 * layout.px(Space.MEDIUM)))
        is_chosen = option.value == self.chosen
        layout.add(
            Item(
                id=f"option-{index}",
                rect=rect,
                look=Button(
                    text="",
                    type=title,
                    style=button_styles().soft,
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
        icon, words = layout.row(layout.inset(rect, Space.LARGE, 0), (icon_side, REST), Space.LARGE)
        layout.symbol(f"option-icon-{index}", icon, option.icon, icon_side, palette().text, weight=Weight.DUOTONE)
        above, below = layout.stack(place(words, room, height, "midleft"), (title_height, REST))
        layout.label(f"option-title-{index}", above, option.title, title, palette().text, role=Role.DECOR)
        layout.label(f"option-text-{index}", below, option.text, text, palette().text_second, role=Role.DECOR)

    def _select(self, option: Option) -> Callable[[], None]:
        def choose() -> None:
            self.app.close()
            self.choose(option.value)

        return choose
