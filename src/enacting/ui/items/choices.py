"""A title and buttons as wide as their words, of which one is chosen, or any number of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Role
from enacting.ui.items.rects import flow, flow_height

TITLE_SIZE = 22


@dataclass(frozen=True, slots=True)
class OptionButton:
    """A button: the end of its id, its words, whether it is chosen, what a press does, and an icon if it has one."""

    value: str
    text: str
    is_chosen: bool
    act: Act
    icon: str = ""


def lay_out_choices(
    column: Column, name: str, title: str, options: Sequence[OptionButton], *, taken: tuple[str, str] | None = None
) -> None:
    """The title and its buttons. Of several that can be chosen, `taken` says whether one is, and is not."""
    layout, words = column.layout, column.layout.words
    column.heading(f"{name}-title", title, TITLE_SIZE)
    column.gap(Space.SMALL)
    if not options:
        return
    size, gap, ticks = theme.SMALL, layout.px(Space.SMALL), taken is not None
    icons = [("check-circle" if each.is_chosen else "circle") if ticks else each.icon for each in options]
    pairs = list(zip(options, icons, strict=True))
    widths = [layout.button_width(each.text, size, icon=bool(icon)) for each, icon in pairs]
    height = max(layout.button_height(size, each.text, column.width, icon=bool(icon)) for each, icon in pairs)
    block = column.block(flow_height(column.width, widths, height, gap))
    for (each, icon), rect in zip(pairs, flow(block, widths, height, gap), strict=True):
        layout.button(
            f"{name}-{each.value}",
            rect,
            each.text,
            each.act,
            size=size,
            icon=icon,
            chosen=each.is_chosen and not ticks,
            state=taken[0 if each.is_chosen else 1] if taken is not None else "",
            border_width=3 if each.is_chosen else 1,
            role=Role.CHOICE,
            says=words("common.labelled", label=title, text=each.text),
            pad=8,
        )
