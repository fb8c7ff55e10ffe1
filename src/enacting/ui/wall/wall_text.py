"""Writing for a wall: letters that can be read at four metres.

Law: sizes are pixels of a window 1080 high, and grow with the window; the text size that a person has chosen changes
nothing here. No letter is smaller than `SMALLEST`, or than `ALOUD` where it is to be read aloud.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import pygame

from enacting.ui.graphics.theme import CONTRAST, Colour, palette
from enacting.ui.graphics.typeset import Align, Face, Type, Vertical, wrap_text
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout

SMALLEST: Final = 40
ALOUD: Final = 54
_STEPS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class WallText:
    """A text in a column. It is as large as `size` where there is room, and never smaller than `smallest`.

    `before` is the distance from what is above it; `says` is what is read where the words on it are not enough.
    """

    id: str
    text: str
    colour: Colour
    face: Face = Face.TITLE_700
    size: int = ALOUD
    smallest: int = SMALLEST
    role: Role = Role.TEXT
    before: int = 0
    says: str = ""


def write(
    layout: Layout,
    area: pygame.Rect,
    texts: Sequence[WallText],
    *,
    vertical: Vertical = "top",
    align: Align = "left",
) -> pygame.Rect:
    """Write the texts one below the other, all as large as fits; returns the rectangle that they use."""
    texts, types = _as_written(layout, area, texts)
    lines = zip(texts, types, strict=True)
    heights = [wrap_text(text.text, kind, area.width, balanced=True).height for text, kind in lines]
    used = sum(heights) + sum(layout.px(text.before) for text in texts[1:])
    spare = area.height - used
    top = area.top + {"top": 0, "middle": spare // 2, "bottom": spare}[vertical]
    start = top
    for index, (text, kind, height) in enumerate(zip(texts, types, heights, strict=True)):
        top += layout.px(text.before) if index else 0
        rect = pygame.Rect(area.left, top, area.width, height)
        layout.label(
            text.id, rect, text.text, kind, text.colour, align=align, balanced=True, role=text.role, says=text.says
        )
        top += height
    return pygame.Rect(area.left, start, area.width, used)


def write_line(layout: Layout, area: pygame.Rect, text: WallText, *, align: Align = "left") -> None:
    """Write one text in the middle of the height of a rectangle."""
    write(layout, area, (text,), vertical="middle", align=align)


def paper(layout: Layout, name: str, rect: pygame.Rect, fill: Colour) -> Item:
    """A sheet that words lie on."""
    border = palette().ink if palette().name == CONTRAST else None
    return layout.panel(name, rect, fill, radius=22, shadow=12, border=border, border_width=3)


def used_height(layout: Layout, area: pygame.Rect, texts: Sequence[WallText]) -> int:
    """How high the texts are as `write` writes them there."""
    return _height(layout, *_as_written(layout, area, texts), area.width)


def height_of(layout: Layout, texts: Sequence[WallText], width: int, *, largest: bool = True) -> int:
    """How high these texts are in a column of that width, at their largest or at their smallest."""
    sizes = _smaller(layout, texts)
    return _height(layout, texts, sizes[0 if largest else -1], width)


def fits(layout: Layout, area: pygame.Rect, texts: Sequence[WallText]) -> bool:
    """Whether the texts have room there in some size, no word cut in two."""
    return any(_fits(layout, area, texts, types) for types in _smaller(layout, texts))


def _as_written(
    layout: Layout, area: pygame.Rect, texts: Sequence[WallText]
) -> tuple[Sequence[WallText], Sequence[Type]]:
    """The texts with the largest types in which they have room; else the smallest, and as much as fits of the longest.

    An ellipsis says that something was left out: the laptop and the report have all of it.
    """
    smaller = _smaller(layout, texts)
    largest = next((types for types in smaller if _fits(layout, area, texts, types)), None)
    if largest is not None:
        return texts, largest
    smallest = smaller[-1]
    longest = max(range(len(texts)), key=lambda index: len(texts[index].text))
    words = texts[longest].text.split(" ")

    def first(count: int) -> list[WallText]:
        if count == len(words):
            return list(texts)
        cut = replace(texts[longest], text=f"{' '.join(words[:count]).rstrip(' ,;:')}…", says=texts[longest].text)
        return [*texts[:longest], cut, *texts[longest + 1 :]]

    def is_too_high(count: int) -> bool:
        return _height(layout, first(count), smallest, area.width) > area.height

    return first(max(1, bisect_left(range(1, len(words) + 1), True, key=is_too_high))), smallest


def _smaller(layout: Layout, texts: Sequence[WallText]) -> list[list[Type]]:
    """The types of the texts, from the largest to the smallest, all becoming smaller together."""
    return [
        [Type(text.face, layout.px(text.size - (text.size - text.smallest) * step / _STEPS)) for text in texts]
        for step in range(_STEPS + 1)
    ]


def _fits(layout: Layout, area: pygame.Rect, texts: Sequence[WallText], types: Sequence[Type]) -> bool:
    broken = any(
        wrap_text(text.text, kind, area.width, balanced=True).broken for text, kind in zip(texts, types, strict=True)
    )
    return not broken and _height(layout, texts, types, area.width) <= area.height


def _height(layout: Layout, texts: Sequence[WallText], types: Sequence[Type], width: int) -> int:
    """How high the texts are in these types, in a column of that width."""
    gaps = sum(layout.px(text.before) for text in texts[1:])
    lines = zip(texts, types, strict=True)
    return gaps + sum(wrap_text(text.text, kind, width, balanced=True).height for text, kind in lines)
