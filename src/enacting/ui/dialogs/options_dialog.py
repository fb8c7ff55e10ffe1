"""A dialog to choose one item of a list: a persona, a box, a person, a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import place
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
        """The options, then the buttons."""
        with dialog(layout, "choose", self.title, width=38, footer=self.footer()) as column:
            for index, option in enumerate(self.options):
                column.gap(Space.MEDIUM)
                self._option(column, index, option)

    def footer(self) -> tuple[Action, ...]:
        """The buttons below the options."""
        return (Action("cancel", self.app.words("common.cancel"), self.app.close),)

    def _option(self, column: Column, index: int, option: Option) -> None:
        layout, is_chosen = column.layout, option.value == self.chosen
        icon_side = layout.px(40)
        with column.button_box(
            f"option-{index}",
            f"{option.title}. {option.text}" if option.text else option.title,
            self._select(option),
            state=layout.words("common.chosen") if is_chosen else "",
            pad=Space.LARGE,
            pad_y=Space.MEDIUM,
            before=icon_side + layout.px(Space.LARGE),
            min_height=layout.length(46, 2.3),
            border_width=5 if is_chosen else 2,
            role=Role.CHOICE,
            main=is_chosen,
        ) as box:
            title, text = bold_type(layout.scale, 21), body_type(layout.scale, 18)
            box.text(f"option-title-{index}", option.title, title, palette().text, role=Role.DECOR)
            if option.text:
                box.text(f"option-text-{index}", option.text, text, palette().text_second, role=Role.DECOR)
        icon = place(layout.inset(box.frame, Space.LARGE, 0), icon_side, box.frame.height, "midleft")
        layout.symbol(f"option-icon-{index}", icon, option.icon, icon_side, palette().text, weight=Weight.DUOTONE)

    def _select(self, option: Option) -> Callable[[], None]:
        def choose() -> None:
            self.app.close()
            self.choose(option.value)

        return choose
