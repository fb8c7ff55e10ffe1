"""A number with a button to lower it and a button to raise it."""

from collections.abc import Callable

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Stack
from enacting.ui.items.item import Act
from enacting.ui.items.type_styles import body_type, bold_type

Step = Callable[[int], Act]
"""Makes what lowers a number, given -1, and what raises it, given 1."""

SIZE = 19


def lay_out_stepper(stack: Stack, name: str, label: str, step: Step, says: tuple[str, str], value: str = "") -> None:
    """A row: the label, the button that lowers, the value where the label does not say it, the button that raises.

    `says` are the names of the two buttons. The items are `<name>-label`, `<name>-less`, `<name>-value`, `<name>-more`.
    """
    layout = stack.layout
    side, value_width = max(layout.target(), layout.em(1.7)), layout.em(4.6) if value else 0
    gap = Space.TINY if value else Space.SMALL
    width = 2 * side + layout.px(gap) + (value_width + layout.px(gap) if value else 0)
    control = stack.labelled(f"{name}-label", label, body_type(layout.scale, SIZE), width, side)
    less, *values, more = layout.row(control, (side, value_width, side) if value else (side, side), gap)
    style = button_styles().soft
    layout.icon_button(f"{name}-less", less, "minus", says[0], step(-1), style=style, tip=False)
    for rect in values:
        layout.label(
            f"{name}-value",
            rect,
            value,
            bold_type(layout.scale, SIZE),
            palette().text,
            align="centre",
            vertical="middle",
            smallest=theme.SMALLEST_TEXT,
        )
    layout.icon_button(f"{name}-more", more, "plus", says[1], step(1), style=style, tip=False)
