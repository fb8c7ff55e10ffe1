"""Laying items out: a sheet collects them; a column stacks them downward and scrolls when there are too many.

Law: the height of what is written comes from the text itself, so that a larger text makes room for itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pygame

from enacting.engine.cards import CardId
from enacting.language.words import Words
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Colour, Scale, palette
from enacting.ui.graphics.typeset import Align, Face, Type, Vertical, width_of, wrap_text
from enacting.ui.items import paint
from enacting.ui.items.item import Intent, Item, Look, Reading, Role
from enacting.ui.items.keys import shown_key
from enacting.ui.items.paint import Button, ButtonStyle, Label
from enacting.ui.writing.text_field import Field


class Layout:
    """The items of a screen being laid out, in painting order."""

    def __init__(
        self,
        size: tuple[int, int],
        scale: Scale,
        words: Words,
        scrolled: Mapping[str, int] | None = None,
        held: CardId | None = None,
    ) -> None:
        """`held` is the card in hand: the places that take it light up."""
        self.rect = pygame.Rect(0, 0, *size)
        self.scale = scale
        self.words = words
        self.items: list[Item] = []
        self.scrolled = scrolled or {}
        self.held = held
        self.extents: dict[str, tuple[int, int]] = {}
        self._reading = Reading.CONTENT

    @contextmanager
    def read_as(self, reading: Reading) -> Iterator[None]:
        """What is laid out meanwhile is read at that moment."""
        before, self._reading = self._reading, reading
        yield
        self._reading = before

    def px(self, length: float) -> int:
        """A length of the 1080 design, in pixels."""
        return self.scale.px(length)

    def em(self, count: float) -> int:
        """That many times the size of body text, in pixels."""
        return round(self.scale.text(theme.BODY) * count)

    @property
    def columns(self) -> float:
        """How many ems the window is wide: about 96 usually, 48 when text is twice as large."""
        return self.rect.width / self.scale.text(theme.BODY)

    def add(self, item: Item) -> Item:
        """Put one more item on top."""
        if self._reading is not Reading.CONTENT and item.reading is Reading.CONTENT:
            item = replace(item, reading=self._reading)
        self.items.append(item)
        return item

    def panel(
        self,
        name: str,
        rect: pygame.Rect,
        fill: Colour | None,
        *,
        radius: float = theme.RADIUS_PANEL,
        border: Colour | None = None,
        border_width: float = 2,
        shadow: float = 0,
        dashed: bool = False,
    ) -> Item:
        """A plain rounded rectangle."""
        look = paint.Panel(
            fill=fill,
            radius=self.px(radius),
            border=border,
            border_width=self.px(border_width) if border else 0,
            shadow=self.px(shadow),
            dashed=dashed,
        )
        return self.add(Item(id=name, rect=rect, look=look))

    def label(
        self,
        name: str,
        rect: pygame.Rect,
        text: str,
        style: Type,
        colour: Colour,
        *,
        align: Align = "left",
        vertical: Vertical = "top",
        balanced: bool = False,
        smallest: int = 0,
        role: Role = Role.TEXT,
        says: str = "",
    ) -> Item:
        """Text in a rectangle of its own; `says` is what is read when the words on it are not enough."""
        look = Label(
            text=text, type=style, colour=colour, align=align, vertical=vertical, balanced=balanced, smallest=smallest
        )
        return self.add(Item(id=name, rect=rect, look=look, role=role, name=says or text))

    def button(
        self,
        name: str,
        rect: pygame.Rect,
        text: str,
        intent: Intent | None,
        *,
        style: ButtonStyle | None = None,
        size: float = theme.BODY,
        icon: str = "",
        icon_after: bool = False,
        second: str = "",
        keys: str = "",
        main: bool = False,
        chosen: bool = False,
        role: Role = Role.BUTTON,
        align: Align = "centre",
        says: str = "",
        state: str = "",
        dashed: bool = False,
        border_width: float = 2,
        halo: bool = False,
        pad: float = 12,
    ) -> Item:
        """A button; `says` is its name when the words on it are not enough."""
        style = style or paint.styles().soft
        face = Face.TITLE_700 if style is paint.styles().main else Face.TEXT_BOLD
        look = Button(
            text=text,
            type=Type(face, self.scale.text(size)),
            style=paint.styles().chosen if chosen and style is paint.styles().soft else style,
            radius=self.px(12),
            smallest=max(theme.SMALLEST_TEXT, self.scale.text(theme.SMALL) - 2),
            icon=icon,
            icon_after=icon_after,
            second=second,
            align=align,
            pad=self.px(pad),
            dashed=dashed,
            border_width=self.px(border_width),
            halo=self.px(5) if halo else 0,
            key=self._shown_key(keys, text),
        )
        spoken = says or (f"{text}, {second}" if second else text)
        return self.add(
            Item(
                id=name,
                rect=rect,
                look=look,
                role=role,
                name=spoken,
                state=state or self._state_of(intent),
                keys=keys,
                intent=intent,
                main=main,
                chosen=chosen,
            )
        )

    def _shown_key(self, keys: str, text: str) -> str:
        """The key to show on a button: none that its words already begin with."""
        shown = shown_key(keys, self.words)
        return "" if shown and text.startswith(shown) else shown

    def _state_of(self, intent: Intent | None) -> str:
        """The state of a button that has none of its own."""
        return self.words("common.unavailable") if intent is None else ""

    def icon_button(
        self,
        name: str,
        centre: tuple[int, int],
        side: int,
        icon: str,
        says: str,
        intent: Intent | None,
        *,
        style: ButtonStyle | None = None,
        keys: str = "",
        chosen: bool = False,
        tip: bool = True,
        short: str = "",
    ) -> Item:
        """A square button that is only an icon; with `tip`, its name is shown under the pointer, or `short`."""
        rect = pygame.Rect(0, 0, side, side)
        rect.center = centre
        look = Button(
            text="",
            type=Type(Face.TEXT, max(8, side * 9 // 20)),
            style=paint.styles().ready if chosen else style or paint.styles().in_bar,
            radius=self.px(10),
            smallest=8,
            icon=icon,
            border_width=self.px(2),
            key=self._shown_key(keys, ""),
        )
        return self.add(
            Item(
                id=name,
                rect=rect,
                look=look,
                role=Role.BUTTON,
                name=says,
                state=self._state_of(intent),
                keys=keys,
                intent=intent,
                chosen=chosen,
                tip=tip,
                short=short,
            )
        )

    def field(
        self,
        name: str,
        rect: pygame.Rect,
        field: Field,
        says: str,
        *,
        focused: bool,
        placeholder: str = "",
        intent: Intent | None = None,
        size: float = theme.BODY,
    ) -> Item:
        """A text field; Enter does `intent`."""
        style = Type(Face.TEXT_BOLD if not field.text.multiline else Face.TEXT, self.scale.text(size))
        pad = self.px(12)
        field.lie(paint.entry_inside(rect, style, pad, multiline=field.text.multiline), style)
        if not focused:
            field.scroll = (0, 0)  # What is not being edited shows its beginning.
        look = paint.Entry(
            text=field.text,
            type=style,
            placeholder=placeholder,
            focused=focused,
            radius=self.px(10),
            pad=pad,
            scroll=field.scroll,
        )
        return self.add(
            Item(
                id=name,
                rect=rect,
                look=look,
                role=Role.FIELD,
                name=says,
                state=field.text.text,
                intent=intent,
                editing=True,
            )
        )

    def text_height(self, text: str, style: Type, width: int, *, balanced: bool = False) -> int:
        """How high that text is when it is that wide."""
        return wrap_text(text, style, width, balanced=balanced).height

    def button_width(self, text: str, size: float = theme.BODY, *, icon: bool = False) -> int:
        """How wide a button must be for its words on one line."""
        style = Type(Face.TITLE_700, self.scale.text(size))
        return width_of(text, style) + self.px(36) + (round(style.size * 1.7) if icon else 0)

    def button_height(self, size: float = theme.BODY) -> int:
        """How high a button with one line is: never under 44 design pixels."""
        return max(self.target(), round(self.scale.text(size) * 2.1))

    def target(self) -> int:
        """The smallest side of what can be pointed at: 44 design pixels, never under 24 pixels."""
        return max(theme.SMALLEST_TARGET, self.px(44))

    def unbroken(self, text: str, style: Type, width: int) -> Type:
        """That type, or the largest smaller one in which no word of the text must be cut in two."""
        for size in range(style.size, theme.SMALLEST_TEXT - 1, -1):
            if not wrap_text(text, style.with_size(size), width).broken:
                return style.with_size(size)
        return style


class Column:
    """Items one below the other in a rectangle, scrolled when they are higher than it."""

    def __init__(self, layout: Layout, rect: pygame.Rect, pane: str, *, dark: bool = False) -> None:
        self.layout = layout
        self.view = rect
        self.pane = pane
        self.dark = dark
        self.gutter = layout.px(14)
        self.left, self.width = rect.left, rect.width - self.gutter
        self._offset = layout.scrolled.get(pane, 0)
        self._y = rect.top
        self._first = len(layout.items)

    @property
    def y(self) -> int:
        """Where the next thing goes, before scrolling."""
        return self._y

    def room(self) -> int:
        """How much of the view is still free below."""
        return max(0, self.view.bottom - self._y)

    def gap(self, length: float) -> None:
        """Leave a distance of the design."""
        self._y += self.layout.px(length)

    def block(self, height: int) -> pygame.Rect:
        """The rectangle of the next thing, over the whole width."""
        rect = pygame.Rect(self.left, self._y, self.width, height)
        self._y += height
        return rect

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
    ) -> Item:
        """Text over the whole width, as high as it needs."""
        height = self.layout.text_height(text, style, self.width, balanced=balanced)
        return self.layout.label(
            name, self.block(height), text, style, colour, balanced=balanced, role=role, align=align
        )

    def heading(self, name: str, text: str, size: float = theme.TITLE_SMALL, colour: Colour | None = None) -> Item:
        """A title over the whole width."""
        style = Type(Face.TITLE_700, self.layout.scale.text(size))
        return self.text(name, text, style, colour or palette().text, balanced=True, role=Role.HEADING)

    def row(self, height: int, count: int, gap: float = theme.GAP) -> list[pygame.Rect]:
        """Rectangles of equal width side by side."""
        return split(self.block(height), count, self.layout.px(gap))

    def end(self) -> None:
        """Scroll what was laid out: clip it to the view, and add a bar when it does not all fit."""
        height, seen = self._y - self.view.top, self.view.height
        self.layout.extents[self.pane] = (height, seen)
        offset = min(self._offset, max(0, height - seen))
        for index in range(self._first, len(self.layout.items)):
            item = self.layout.items[index]
            clip = self.view.inflate(self.layout.px(12), self.layout.px(8))
            self.layout.items[index] = replace(
                item,
                rect=item.rect.move(0, -offset),
                pane=item.pane or self.pane,
                clip=clip.clip(item.clip) if item.clip else clip,
            )
        if height > seen:
            width = self.layout.px(8)
            bar = pygame.Rect(self.view.right - width, self.view.top, width, seen)
            look: Look = paint.Scroll(begin=offset / height, end=(offset + seen) / height, dark=self.dark)
            self.layout.add(Item(id=f"scroll-{self.pane}", rect=bar, look=look))


def split(rect: pygame.Rect, count: int, gap: int) -> list[pygame.Rect]:
    """`count` rectangles of equal width side by side."""
    width = (rect.width - gap * (count - 1)) / count
    return [
        pygame.Rect(round(rect.left + index * (width + gap)), rect.top, int(width), rect.height)
        for index in range(count)
    ]


def grid(rect: pygame.Rect, count: int, across: int, height: int, gap: int) -> list[pygame.Rect]:
    """`count` rectangles in rows of `across`, each `height` high, from the top of the rectangle."""
    rows = []
    for first in range(0, count, across):
        line = pygame.Rect(rect.left, rect.top + first // across * (height + gap), rect.width, height)
        rows.extend(split(line, across, gap)[: min(across, count - first)])
    return rows


def weighted(rect: pygame.Rect, weights: Sequence[float], gap: int) -> list[pygame.Rect]:
    """Rectangles side by side whose widths are in proportion to the weights."""
    room, total = rect.width - gap * (len(weights) - 1), sum(weights)
    rects, left = [], float(rect.left)
    for weight in weights:
        width = room * weight / total
        rects.append(pygame.Rect(round(left), rect.top, int(width), rect.height))
        left += width + gap
    return rects
