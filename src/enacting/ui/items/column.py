"""What is laid out from top to bottom: a stack of blocks, and a column that scrolls when they are too many.

Law: the height of a block comes from its text, so that a larger text makes room for itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Colour, Space, palette
from enacting.ui.graphics.typeset import Align, Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import Button, ButtonStyle, button_styles
from enacting.ui.items.item import Intent, Item, Look, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.panels import ScrollBar
from enacting.ui.items.rects import REST, Size, flow, flow_height, grid, grid_height
from enacting.ui.items.type_styles import body_type

Content = TypeVar("Content")


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

    def narrowed(self, max_width: int) -> "Stack":
        """A stack in the middle of the width that is left here, no wider than that."""
        width = min(max_width, self.width)
        return Stack(self.layout, pygame.Rect(self.left + (self.width - width) // 2, self._y, width, 0))

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
        style: ButtonStyle | None = None,
        align: Align = "centre",
    ) -> None:
        """Buttons as wide as their words ask for, in as many lines as that takes.

        They are all higher where the words of one take several lines even over the whole width.
        """
        layout, pixels = self.layout, self.layout.px(gap)
        widths = [layout.button_width(action.text, size, icon=bool(action.icon)) for action in actions]
        height = max(
            (layout.button_height(size, action.text, self.width, icon=bool(action.icon)) for action in actions),
            default=0,
        )
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
        self.layout.label(name, words, text, style, palette().text, vertical="middle")
        return pygame.Rect(control.left, control.top + (block_height - height) // 2, width, height)

    def side_by_side(
        self, contents: Iterable[Content], fill: Callable[["Stack", Content], None], gap: float = Space.MEDIUM
    ) -> None:
        """Stacks of equal width, each filled with one of the contents; the next block is below the highest."""
        contents = list(contents)
        area = pygame.Rect(self.left, self._y, self.width, 0)
        for content, rect in zip(contents, self.layout.split(area, len(contents), gap), strict=True):
            stack = Stack(self.layout, rect)
            fill(stack, content)
            self._y = max(self._y, stack.y)

    def button_list(
        self,
        actions: Sequence[Action],
        height: int,
        *,
        size: float = theme.BODY,
        gap: float = Space.MEDIUM,
        style: ButtonStyle | None = None,
        align: Align = "centre",
        pad: float = 12,
    ) -> None:
        """Buttons of that height, one below the other."""
        for action, rect in zip(actions, self.grid(len(actions), 1, height, gap), strict=True):
            self.layout.action(rect, action, size=size, style=style, align=align, pad=pad)

    @contextmanager
    def box(
        self,
        name: str,
        fill: Colour | None,
        *,
        pad: float = Space.MEDIUM,
        pad_y: float | None = None,
        before: int = 0,
        beside: int = 0,
        min_height: int = 0,
        radius: float = theme.RADIUS_SMALL,
        border: Colour | None = None,
        border_width: float = 2,
    ) -> Iterator["PanelStack"]:
        """A panel as high as what is stacked in it, at least `min_height` pixels within its margin.

        The margin is `pad`, and `pad_y` above and below where that is another.

        `before` and `beside` pixels are left free at its left and at its right, for what is placed in its `frame`
        afterwards.
        """
        first = len(self.layout.items)
        with self._boxed((pad, pad_y), before, beside, min_height) as box:
            yield box
        self.layout.panel(name, box.frame, fill, radius=radius, border=border, border_width=border_width)
        self.layout.items.insert(first, self.layout.items.pop())

    @contextmanager
    def button_box(
        self,
        name: str,
        says: str,
        intent: Intent,
        *,
        state: str = "",
        style: ButtonStyle | None = None,
        pad: float = Space.MEDIUM,
        pad_y: float | None = None,
        before: int = 0,
        min_height: int = 0,
        border_width: float = 2,
        role: Role = Role.BUTTON,
        main: bool = False,
        chosen: bool = False,
    ) -> Iterator["PanelStack"]:
        """The same as a button: pressed as a whole, and read as `says`; what is on it is not read by itself."""
        layout, first = self.layout, len(self.layout.items)
        with self._boxed((pad, pad_y), before, 0, min_height) as box:
            yield box
        look = Button(
            text="",
            type=body_type(layout.scale),
            style=style or button_styles().soft,
            radius=layout.px(theme.RADIUS_SMALL),
            smallest=theme.SMALLEST_TEXT,
            border_width=layout.px(border_width),
        )
        layout.add(
            Item(
                id=name,
                rect=box.frame,
                look=look,
                role=role,
                name=says,
                state=state,
                intent=intent,
                main=main,
                chosen=chosen,
            )
        )
        layout.items.insert(first, layout.items.pop())

    @contextmanager
    def _boxed(
        self, pad: tuple[float, float | None], before: int, beside: int, min_height: int
    ) -> Iterator["PanelStack"]:
        """A box, which is given its frame; what is in it is moved to the middle where it is not high enough."""
        layout, first = self.layout, len(self.layout.items)
        x, y = (layout.px(length if length is not None else pad[0]) for length in pad)
        width = self.width - 2 * x - before - beside
        box = PanelStack(layout, pygame.Rect(self.left + x + before, self._y + y, width, 0))
        yield box
        layout.shift(first, max(0, min_height - box.height) // 2)
        box.frame = self.block(max(box.height, min_height) + 2 * y)


@contextmanager
def centred(layout: Layout, rect: pygame.Rect) -> Iterator[Stack]:
    """A stack in the middle of the height of a rectangle, or from its top when it is higher."""
    first, stack = len(layout.items), Stack(layout, rect)
    yield stack
    layout.shift(first, max(0, rect.height - stack.height) // 2)


class PanelStack(Stack):
    """A stack in a panel or on a button. `frame` is all of it, once everything has been stacked in it."""

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

    def section(self, fill: Callable[["Column"], None], *, gap: float) -> None:
        """A gap, then what `fill` lays out; no gap where that is nothing."""
        end = self._y
        self.gap(gap)
        start = self._y
        fill(self)
        if self._y == start:
            self._y = end

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
            look: Look = ScrollBar(begin=offset / height, end=(offset + seen) / height, dark=self.dark)
            layout.add(Item(id=f"scroll-{self.pane}", rect=bar, look=look))


def lay_out_column(layout: Layout, rect: pygame.Rect, pane: str, *fills: Callable[[Column], None]) -> None:
    """A column with what these lay out in it, one below the other, with a gap before each that lays something out."""
    column = Column(layout, rect, pane)
    for index, fill in enumerate(fills):
        column.section(fill, gap=Space.LARGE if index else 0)
    column.end()
