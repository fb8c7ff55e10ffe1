"""The styles of type of the window."""

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale
from enacting.ui.graphics.typeset import Face, Type


def title_type(scale: Scale, size: float = theme.TITLE) -> Type:
    """The type of a title."""
    return Type(Face.TITLE_700, scale.text(size))


def body_type(scale: Scale, size: float = theme.BODY) -> Type:
    """The type of body text."""
    return Type(Face.TEXT, scale.text(size))


def bold_type(scale: Scale, size: float = theme.BODY) -> Type:
    """The type of emphasised body text."""
    return Type(Face.TEXT_BOLD, scale.text(size))


def sizes_down(style: Type, smallest: int) -> list[Type]:
    """That type in each size down to `smallest`, in pixels."""
    return [style.with_size(size) for size in range(style.size, min(smallest, style.size) - 1, -1)]
