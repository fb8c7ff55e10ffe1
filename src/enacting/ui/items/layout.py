"""Laying items out: the lengths of the design in pixels, rectangles divided by them, and the items put there."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pygame

from enacting.engine.cards import CardId
from enacting.engine.game import PlayerId
from enacting.language.characters import SOFT_HYPHEN
from enacting.language.words import Words
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Colour, Scale, Space, palette
from enacting.ui.graphics.typeset import Align, Face, Type, Vertical, width_of, wrap_text
from enacting.ui.items import rects
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import Button, ButtonStyle, button_styles
from enacting.ui.items.field_look import TextFieldLook, field_text_rect
from enacting.ui.items.item import DiscOf, Held, Intent, Item, ReadingOrder, Role
from enacting.ui.items.keys import shown_key
from enacting.ui.items.labels import Label
from enacting.ui.items.marks import Symbol, Token
from enacting.ui.items.panels import Panel
from enacting.ui.items.rects import Share, Size
from enacting.ui.writing.text_field import TextField


class Layout:
    """The items of a screen being laid out, in painting order."""

    def __init__(
        self,
        size: tuple[int, int],
        scale: Scale,
        words: Words,
        scrolled: Mapping[str, int] | None = None,
        held: Held | None = None,
        focus: str = "",
    ) -> None:
        """`held` is what is in hand: the places that take it light up. `focus` is the id of the focused item."""
        self.rect = pygame.Rect(0, 0, *size)
        self.scale = scale
        self.words = words
        self.items: list[Item] = []
        self.scrolled = scrolled or {}
        self.hand = held
        self.held: CardId | None = None if isinstance(held, DiscOf) else held
        self.disc: PlayerId | None = held.player if isinstance(held, DiscOf) else None
        self.focus = focus
        self.extents: dict[str, tuple[int, int]] = {}
        self._reading = ReadingOrder.CONTENT
        self._fields: dict[str, TextField] = {}

    @contextmanager
    def read_as(self, reading: ReadingOrder) -> Iterator[None]:
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

    def length(self, design: float, ems: float) -> int:
        """A length of the design, or that many ems where the text is so large that this is more, in pixels."""
        return max(self.px(design), self.em(ems))

    @property
    def columns(self) -> float:
        """How many ems the window is wide: about 96 usually, 48 when text is twice as large."""
        return self.rect.width / self.scale.text(theme.BODY)

    # Dividing a rectangle: gaps and margins are lengths of the design, sizes are pixels

    def row(self, rect: pygame.Rect, sizes: Sequence[Size], gap: float = 0) -> list[pygame.Rect]:
        """Rectangles side by side: of these widths, or shares of what is left."""
        return rects.row(rect, sizes, self.px(gap))

    def stack(self, rect: pygame.Rect, sizes: Sequence[Size], gap: float = 0) -> list[pygame.Rect]:
        """Rectangles one below the other: of these heights, or shares of what is left."""
        return rects.stack(rect, sizes, self.px(gap))

    def split(self, rect: pygame.Rect, count: int, gap: float = Space.MEDIUM) -> list[pygame.Rect]:
        """`count` rectangles of equal width side by side."""
        return rects.split(rect, count, self.px(gap))

    def inset(self, rect: pygame.Rect, x: float, y: float | None = None) -> pygame.Rect:
        """The rectangle within a margin of `x` at the sides and `y` above and below (`x` without it)."""
        return rects.inset(rect, self.px(x), None if y is None else self.px(y))

    # Items

    def add(self, item: Item) -> Item:
        """Put one more item on top; soft hyphens are seen and not said."""
        if SOFT_HYPHEN in item.name:
            item = replace(item, name=item.name.replace(SOFT_HYPHEN, ""))
        if self._reading is not ReadingOrder.CONTENT and item.reading is ReadingOrder.CONTENT:
            item = replace(item, reading=self._reading)
        self.items.append(item)
        return item

    def shift(self, first: int, y: int) -> None:
        """Move the items from that index on downwards, in pixels."""
        if y == 0:
            return
        for index, item in enumerate(self.items[first:], start=first):
            self.items[index] = replace(item, rect=item.rect.move(0, y))
            self.move_field(item.id, 0, y)

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
        look = Panel(
            fill=fill,
            radius=self.px(radius),
            border=border,
            border_width=self.px(border_width) if border else 0,
            shadow=self.px(shadow),
            dashed=dashed,
        )
        return self.add(Item(id=name, rect=rect, look=look, reading=self._reading))

    def line(self, name: str, rect: pygame.Rect) -> Item:
        """A thin line along the top of the rectangle: between the rows of a list."""
        return self.panel(name, pygame.Rect(rect.left, rect.top, rect.width, 1), palette().line, radius=0)

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
        return self.add(Item(id=name, rect=rect, look=look, role=role, name=says or text, reading=self._reading))

    def line_label(
        self,
        name: str,
        rect: pygame.Rect,
        text: str,
        style: Type,
        colour: Colour,
        *,
        align: Align = "left",
        role: Role = Role.TEXT,
        says: str = "",
    ) -> Item:
        """Text in a row, in the middle of its height: smaller rather than cut where there is little room."""
        return self.label(
            name,
            rect,
            text,
            style,
            colour,
            align=align,
            vertical="middle",
            smallest=theme.SMALLEST_LABEL,
            role=role,
            says=says,
        )

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
        style = style or button_styles().soft
        face = Face.TITLE_700 if style is button_styles().main else Face.TEXT_BOLD
        look = Button(
            text=text,
            type=Type(face, self.scale.text(size)),
            style=button_styles().chosen if chosen and style is button_styles().soft else style,
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
                state=state or (self.words("common.chosen") if chosen else self._state_of(intent)),
                keys=keys,
                intent=intent,
                main=main,
                chosen=chosen,
                reading=self._reading,
            )
        )

    def choice(
        self,
        name: str,
        rect: pygame.Rect,
        text: str,
        intent: Intent | None,
        *,
        chosen: bool,
        size: float = theme.BODY,
        keys: str = "",
        icon: str = "",
        says: str = "",
        pad: float = 12,
    ) -> Item:
        """A button of a group of which one is chosen."""
        return self.button(
            name,
            rect,
            text,
            intent,
            chosen=chosen,
            size=size,
            keys=keys,
            icon=icon,
            says=says,
            pad=pad,
            role=Role.CHOICE,
        )

    def action(
        self,
        rect: pygame.Rect,
        action: Action,
        *,
        size: float = theme.BODY,
        style: ButtonStyle | None = None,
        align: Align = "centre",
        chosen: bool = False,
        pad: float = 12,
    ) -> Item:
        """The button of an action; `style` is that of an action that is neither main nor dangerous."""
        styles = button_styles()
        usual = styles.main if action.main else styles.danger if action.danger else style or styles.on_paper
        return self.button(
            action.name,
            rect,
            action.text,
            action.intent,
            style=action.style or usual,
            size=size,
            icon=action.icon,
            icon_after=action.icon_after,
            keys=action.keys,
            main=action.main,
            chosen=chosen,
            says=action.says,
            align=align,
            pad=pad,
        )

    def buttons(
        self,
        rect: pygame.Rect,
        actions: Sequence[Action],
        *,
        size: float = theme.BUTTON,
        gap: float = Space.MEDIUM,
        style: ButtonStyle | None = None,
        align: Align = "centre",
        pad: float = 12,
    ) -> None:
        """A row of buttons over the whole rectangle, by their shares of its width."""
        places = self.row(rect, [Share(action.share) for action in actions], gap)
        for action, place in zip(actions, places, strict=True):
            self.action(place, action, size=size, style=style, align=align, pad=pad)

    def icon_buttons(
        self,
        rect: pygame.Rect,
        actions: Sequence[Action],
        side: int,
        *,
        gap: float = Space.SMALL,
        style: ButtonStyle | None = None,
    ) -> pygame.Rect:
        """Square buttons from the right end of the rectangle, the first one outermost; returns what is left of it.

        They are read from left to right.
        """
        right, first = rect.right, len(self.items)
        for action in actions:
            place = pygame.Rect(right - side, rect.top, side, rect.height)
            says = action.says or action.text
            self.icon_button(
                action.name,
                place,
                action.icon,
                says,
                action.intent,
                style=action.style or style,
                keys=action.keys,
                short=action.text if action.says else "",
            )
            right = place.left - self.px(gap)
        self.items[first:] = reversed(self.items[first:])
        return pygame.Rect(rect.left, rect.top, right - rect.left, rect.height)

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
        rect: pygame.Rect,
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
        """A square button that is only an icon, in the middle of the rectangle.

        With `tip`, its name is shown under the pointer, or `short`.
        """
        side = min(rect.size)
        square = rects.square(rect.center, side)
        look = Button(
            text="",
            type=Type(Face.TEXT, max(8, side * 9 // 20)),
            style=button_styles().ready if chosen else style or button_styles().in_bar,
            radius=self.px(10),
            smallest=8,
            icon=icon,
            border_width=self.px(2),
            key=self._shown_key(keys, ""),
        )
        return self.add(
            Item(
                id=name,
                rect=square,
                look=look,
                role=Role.BUTTON,
                name=says,
                state=self._state_of(intent),
                keys=keys,
                intent=intent,
                chosen=chosen,
                tip=tip,
                short=short,
                reading=self._reading,
            )
        )

    def field(
        self,
        name: str,
        rect: pygame.Rect,
        field: TextField,
        says: str,
        *,
        placeholder: str = "",
        intent: Intent | None = None,
        size: float = theme.BODY,
    ) -> Item:
        """A text field; Enter does `intent`."""
        style = Type(Face.TEXT_BOLD if not field.text.multiline else Face.TEXT, self.scale.text(size))
        pad, focused = self.px(12), self.focus == name
        self._fields[name] = field
        field.place(field_text_rect(rect, style, pad, multiline=field.text.multiline), style)
        if not focused:
            field.scroll = (0, 0)  # What is not being edited shows its beginning.
        look = TextFieldLook(
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
                reading=self._reading,
            )
        )

    def move_field(self, name: str, x: int, y: int) -> None:
        """Follow a field that moves with what is around it."""
        if name in self._fields:
            field = self._fields[name]
            field.rect = field.rect.move(x, y)

    def token(self, name: str, rect: pygame.Rect, letter: str, colour: Colour) -> Item:
        """The token of a person: a disc with a letter, in the middle of the rectangle."""
        square = rects.square(rect.center, min(rect.size))
        look = Token(letter=letter, colour=colour)
        return self.add(Item(id=name, rect=square, look=look, reading=self._reading))

    def symbol(
        self, name: str, rect: pygame.Rect, icon: str, size: int, colour: Colour, *, weight: Weight = Weight.FILL
    ) -> Item:
        """An icon of that size in pixels, in the middle of the rectangle."""
        look = Symbol(icon=icon, weight=weight, size=size, colour=colour)
        return self.add(Item(id=name, rect=rect, look=look, reading=self._reading))

    # How large things are

    def text_height(self, text: str, style: Type, width: int, *, balanced: bool = False) -> int:
        """How high that text is when it is that wide."""
        return wrap_text(text, style, width, balanced=balanced).height

    def button_width(self, text: str, size: float = theme.BODY, *, icon: bool = False) -> int:
        """How wide a button must be for its words on one line."""
        style = Type(Face.TITLE_700, self.scale.text(size))
        return width_of(text, style) + self._button_margin(style, icon=icon)

    def button_height(self, size: float = theme.BODY, text: str = "", width: int = 0, *, icon: bool = False) -> int:
        """How high a button is, for one line or for these words within a width: never under 44 design pixels."""
        style = Type(Face.TITLE_700, self.scale.text(size))
        line = max(self.target(), round(style.size * 2.1))
        if not text or self.button_width(text, size, icon=icon) <= width:
            return line
        room = width - self._button_margin(style, icon=icon)
        return line + self.text_height(text, style, room) - style.line_height

    def _button_margin(self, style: Type, *, icon: bool) -> int:
        """What is beside the words of a button: its margins, and its icon."""
        return self.px(36) + (round(style.size * 1.7) if icon else 0)

    def row_height(self) -> int:
        """How high a field is, or a row of a list with controls in it."""
        return self.length(60, 2.5)

    def icon_side(self) -> int:
        """The side of a button with an icon alone."""
        return max(self.target(), self.em(1.8))

    def footer_height(self) -> int:
        """How high the buttons of a dialog are."""
        return self.length(62, 2.6)

    def action_height(self) -> int:
        """How high the next action of a session is."""
        return self.length(70, 2.9)

    def target(self) -> int:
        """The smallest side of what can be pointed at: 44 design pixels, never under 24 pixels."""
        return max(theme.SMALLEST_TARGET, self.px(44))

    def unbroken(self, text: str, style: Type, width: int) -> Type:
        """That type, or the largest smaller one in which no word of the text must be cut in two."""
        for size in range(style.size, theme.SMALLEST_TEXT - 1, -1):
            if not wrap_text(text, style.with_size(size), width).broken:
                return style.with_size(size)
        return style
