"""A window too small for any screen: one sentence that asks for more, and nothing that could be pressed unseen."""

from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type, fitted
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout

LEAST = (900, 500)
"""The smallest window in which screens hold, in pixels. Its edges stop at more, where the system lets them."""
SIZES = (24, 20, 16, 13, 11)


def too_small(size: tuple[int, int]) -> bool:
    """Whether no screen holds in a window of that many pixels."""
    return size[0] < LEAST[0] or size[1] < LEAST[1]


def small_items(layout: Layout) -> list[Item]:
    """The sentence, as large as there is room for; the ground alone where there is none."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    text, inside = layout.words("small.larger"), layout.rect.inflate(-16, -16)
    types = [Type(Face.TEXT_BOLD, size) for size in SIZES]
    paragraph = fitted(text, types, inside.width, inside.height) if inside.width > SIZES[-1] else None
    if paragraph is not None:
        layout.label(
            "larger",
            inside,
            text,
            paragraph.type,
            palette().light_ink,
            align="centre",
            vertical="middle",
            role=Role.HEADING,
        )
    return layout.items
