"""A window too small for any screen: a sentence that asks for a larger one, and nothing to click unseen."""

from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type, fitted
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout

MIN_SIZE = (900, 500)
"""The smallest window in which screens fit, in pixels; the system keeps windows larger if it can."""
SIZES = (24, 20, 16, 13, 11)


def is_too_small(size: tuple[int, int]) -> bool:
    """Whether a window of that many pixels is too small for any screen."""
    return size[0] < MIN_SIZE[0] or size[1] < MIN_SIZE[1]


def too_small_items(layout: Layout) -> list[Item]:
    """The sentence, as large as fits; the ground alone if it does not fit."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    text, inner = layout.words("small.larger"), layout.rect.inflate(-16, -16)
    types = [Type(Face.TEXT_BOLD, size) for size in SIZES]
    paragraph = fitted(text, types, inner.width, inner.height) if inner.width > SIZES[-1] else None
    if paragraph is not None:
        layout.label(
            "larger",
            inner,
            text,
            paragraph.type,
            palette().light_ink,
            align="centre",
            vertical="middle",
            role=Role.HEADING,
        )
    return layout.items
