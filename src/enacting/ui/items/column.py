"""What is laid out from top to bottom: a stack of blocks, and a column that scrolls when they are too many.

Law: the height of a block comes from its text, so that a larger text makes room for itself.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Colour, Space, palette
from enacting.ui.graphics.typeset import Align, Face, Type
from enacting.ui.items import paint
from enacting.ui.items.actions import Action
from enacting.ui.items.item import Item, Look, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, Size, flow, flow_height, grid, grid_height


class Stack:
    """Blocks one below the other, from the top of a rectangle and over its width."""

    def __init__(self, layout: Layout, rect: pygame.Rect) -> None:
        self.layout = layout
        self.left, self.top, self.width = rect.left, rect.top, rect.width
        self._y = rect.top

    @property
    def y(self) -> int:
        """Where the next block goes, before scrolling."""
        return self._y

    @property
    def height(self) -> int:
        """How high what was laid out is."""
        return self._y - self.top

    def gap(self, length: float) -> None:
        """Leave a distance, in pixels of the design."""
        self._y += self.layout.px(length)

    def block(self, height: int) -> pygame.Rect:
        """The next block, of that height in pixels."""
        rect = pygame.Rect(self.left, self._y, self.width, height)
        self._y += height
        return rect

    def row(self, height: int, sizes: Sequence[Size], gap: float = Space.MEDIUM) -> list[pygame.Rect]:
        """The next block, divided side by side."""
        return self.layout.row(self.block(height), sizes, gap)

    def split(self, height: int, count: int, gap: float = Space.MEDIUM) -> list[pygame.Rect]:
        """The next block, divided in equal widths."""
        return self.layout.split(self.block(height), count, gap)

    def grid(self, count: int, per_row: int, height: int, gap: float = Space.MEDIUM) -> list[pygame.Rect]:
        """A block for `count` rectangles in rows of `per_row`, each `height` pixels high."""
        pixels = self.layout.px(gap)
        return grid(self.block(grid_height(count, per_row, height, pixels)), count, per_row, height, pixels)

    def text(
        self,
        name: str,
        text: str,
        style: Type,
        colour: Colour,
        *,
        balanced: bool = False,
        role: Role = Role.TEXT,
        align: Align = "left",
        says: str = "",
    ) -> Item:
        """Text over the whole width, as high as it needs."""
        height = self.layout.text_height(text, style, self.width, balanced=balanced)
        return self.layout.label(
            name, self.block(height), text, style, colour, balanced=balanced, role=role, align=align, says=says
        )

    def heading(self, name: str, text: str, size: float = theme.TITLE_SMALL, colour: Colour | None = None) -> Item:
        """A title over the whole width."""
        style = Type(Face.TITLE_700, self.layout.scale.text(size))
        return self.text(name, text, style, colour or palette().text, balanced=True, role=Role.HEADING)

    def buttons(
        self,
        actions: Sequence[Action],
        *,
        size: float = theme.BODY,
        gap: float = Space.MEDIUM,
        style: paint.ButtonStyle | None = None,
        align: Align = "centre",
    ) -> None:
        """Buttons as wide as their words ask for, in as many lines as that takes."""
        layout, pixels = self.layout, self.layout.px(gap)
        widths = [layout.button_width(action.text, size, icon=bool(action.icon)) for action in actions]
        height = layout.button_height(size)
        block = self.block(flow_height(self.width, widths, height, pixels))
        for action, rect in zip(actions, flow(block, widths, height, pixels), strict=True):
            layout.action(rect, action, size=size, style=style, align=align)

    def icon_line(
        self,
        name: str,
        icon: str,
        text: str,
        style: Type,
        colour: Colour | None = None,
        *,
        weight: Weight = Weight.FILL,
        icon_colour: Colour | None = None,
    ) -> Item:
        """An icon, then a text over the rest of the width; `<name>-icon` is the item of the icon."""
        layout = self.layout
        side = round(style.size * 1.7)
        room = self.width - side - layout.px(Space.MEDIUM)
        mark, words = self.row(max(side, layout.text_height(text, style, room)), (side, REST), Space.MEDIUM)
        mark.height = min(side, mark.height)
        layout.symbol(f"{name}-icon", mark, icon, side * 7 // 10, icon_colour or palette().text_second, weight=weight)
        return layout.label(name, words, text, style, colour or palette().text, vertical="middle")

    def labelled(self, name: str, text: str, style: Type, width: int, height: int) -> pygame.Rect:
        """A row with words at the left and, at the right, a control of that width and height: its rectangle."""
        room = self.width - width - self.layout.px(Space.MEDIUM)
        block_height = max(height, self.layout.text_height(text, style, room))
        words, control = self.row(block_height, (REST, width))
        self.layout.label(name, words, text, style, palette().text, vertical="middle", smallest=theme.SMALLEST_BODY)
        return pygame.Rect(control.left, control.top + (block_height - height) // 2, width, height)

    @contextmanager
    def box(
        self,
        name: str,
        fill: Colour | None,
        *,
        pad: float = Space.MEDIUM,
        radius: float = theme.RADIUS_SMALL,
        beside: int = 0,
        min_height: int = 0,
    ) -> Iterator["Box"]:
        """A panel as high as what is stacked in it; `beside` pixels are left free at its right, for what is placed
        in its `frame` afterwards."""
        layout, pixels = self.layout, self.layout.px(pad)
        first, top = len(layout.items), self._y
        inner = Box(layout, pygame.Rect(self.left + pixels, top + pixels, self.width - 2 * pixels - beside, 0))
        yield inner
        inner.frame = self.block(max(inner.height, min_height) + 2 * pixels)
        layout.panel(name, inner.frame, fill, radius=radius)
        layout.items.insert(first, layout.items.pop())


class Box(Stack):
    """A stack in a panel. `frame` is the whole panel, once everything has been stacked in it."""

    frame: pygame.Rect


class Column(Stack):
    """A stack that scrolls when it is higher than its rectangle; `end()` says that all of it is there."""

    def __init__(self, layout: Layout, rect: pygame.Rect, pane: str, *, dark: bool = False) -> None:
        """`pane` is the name by which the scrolling is remembered."""
        self.gutter = layout.px(14)
        super().__init__(layout, pygame.Rect(rect.left, rect.top, rect.width - self.gutter, rect.height))
        self.view = rect
        self.pane = pane
        self.dark = dark
        self._offset = layout.scrolled.get(pane, 0)
        self._moved = 0, 0
        self._first = len(layout.items)

    def room(self) -> int:
        """How much of the view is still free below."""
        return max(0, self.view.bottom - self._y)

    def show_in(self, view: pygame.Rect) -> None:
        """Show what was laid out in another rectangle, of the same width."""
        self._moved = view.left - self.left, view.top - self.top
        self.view = view

    def end(self) -> None:
        """Scroll what was laid out: clip it to the view, and add a bar when it does not all fit."""
        layout, height, seen = self.layout, self.height, self.view.height
        layout.extents[self.pane] = (height, seen)
        offset = min(self._offset, max(0, height - seen))
        clip = self.view.inflate(layout.px(12), layout.px(8))
        x, y = self._moved
        for index in range(self._first, len(layout.items)):
            item = layout.items[index]
            layout.items[index] = replace(
                item,
                rect=item.rect.move(x, y - offset),
                pane=item.pane or self.pane,
                clip=clip.clip(item.clip.move(x, y)) if item.clip else clip,
            )
            layout.move_field(item.id, x, y - offset)
        if height > seen:
            width = layout.px(8)
            bar = pygame.Rect(self.view.right - width, self.view.top, width, seen)
            look: Look = paint.Scroll(begin=offset / height, end=(offset + seen) / height, dark=self.dark)
            layout.add(Item(id=f"scroll-{self.pane}", rect=bar, look=look))
