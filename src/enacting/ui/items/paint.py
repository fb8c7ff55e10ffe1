"""How each kind of item looks. Each look is a value; painting it twice gives the same pixels."""

import math
from dataclasses import dataclass
from functools import cache

import pygame

from enacting.drawing.thread_routes import Thread as Curve
from enacting.engine.cards import Art as ArtNames
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.art import art
from enacting.ui.graphics.icons import Weight, paint_icon
from enacting.ui.graphics.scenery import Scenery
from enacting.ui.graphics.theme import Colour, Scale, palette
from enacting.ui.graphics.typeset import Align, Face, Type, Vertical, fitted, paint, width_of, wrap_text, write
from enacting.ui.items.item import Mood
from enacting.ui.writing.edited_text import EditedText
from enacting.ui.writing.field_painting import paint_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A rounded rectangle, with or without border and shadow; `dashed` for a place that waits."""

    fill: Colour | None = None
    radius: int = 0
    border: Colour | None = None
    border_width: int = 0
    shadow: int = 0
    dashed: bool = False
    glow: int = 0

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the panel."""
        if self.glow:
            area = rect.inflate(2 * self.glow, 2 * self.glow)
            shapes.paint_rounded(surface, area, palette().accent, self.radius + self.glow)
        if self.shadow:
            shadow = shapes.Shadow(blur=self.shadow, offset_y=self.shadow // 3, alpha=70)
            shapes.paint_shadow(surface, rect, self.radius, shadow)
        if self.fill is not None:
            shapes.paint_rounded(surface, rect, self.fill, self.radius)
        if self.border is not None and self.border_width:
            draw = shapes.paint_dashed if self.dashed else shapes.paint_outline
            draw(surface, rect, self.border, self.border_width, self.radius)

    def reach(self) -> int:
        """The shadow and the glow."""
        return max(self.shadow * 2, self.glow + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The paper of the board, with its honeycomb and its shadow."""

    unit: float
    radius: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the board's paper."""
        shapes.paint_shadow(
            surface, rect, self.radius, shapes.Shadow(blur=self.radius, offset_y=self.radius // 3, alpha=90)
        )
        shapes.paint_rounded(surface, rect, palette().board, self.radius)
        inside = rect.inflate(-self.radius, -self.radius)
        surface.blit(shapes.board_paper(inside.size, self.unit), inside)

    def reach(self) -> int:
        """The shadow."""
        return self.radius * 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """A dark veil over what is behind a dialog."""

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Darken the rectangle."""
        shapes.paint_overlay(surface, rect, palette().bar, 190)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Text in lines. `smallest` lets it shrink to that size before it is said not to fit."""

    text: str
    type: Type
    colour: Colour
    align: Align = "left"
    vertical: Vertical = "top"
    balanced: bool = False
    smallest: int = 0

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the text."""
        types = types_down(self.type, self.smallest or self.type.size)
        paragraph = fitted(self.text, types, rect.width, rect.height, balanced=self.balanced)
        if paragraph is None:
            most = max(1, rect.height // types[-1].line_height)
            paragraph = wrap_text(self.text, types[-1], rect.width, max_lines=most)
        paint(surface, paragraph, self.colour, rect, self.align, self.vertical)

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether all of the text is shown in a rectangle, with no word cut in two."""
        types = types_down(self.type, self.smallest or self.type.size)
        paragraph = fitted(self.text, types, rect.width, rect.height, balanced=self.balanced)
        return paragraph is not None and not paragraph.broken

    def reach(self) -> int:
        """Descenders may touch the line below."""
        return 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """An icon in the middle of the rectangle."""

    icon: str
    weight: Weight
    size: int
    colour: Colour

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the icon."""
        paint_icon(surface, self.icon, self.weight, self.size, self.colour, rect.center)

    def reach(self) -> int:
        """The icon may be larger than its rectangle."""
        return self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The shape of a posture, with its icon."""

    shape: str
    fill: Colour
    icon: str
    ground: Colour | None = None

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the mark."""
        shapes.paint_at(
            surface,
            shapes.posture_mark(self.shape, rect.height, self.fill, self.icon, self.ground or palette().card),
            rect.center,
        )

    def reach(self) -> int:
        """A pixel of antialiasing."""
        return 2


@dataclass(frozen=True, slots=True)
class ButtonStyle:
    """The colours of a button."""

    fill: Colour | None
    ink: Colour
    border: Colour | None = None
    hover: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonStyles:
    """The usual buttons, in the colours of a theme."""

    main: ButtonStyle
    on_paper: ButtonStyle
    soft: ButtonStyle
    chosen: ButtonStyle
    on_table: ButtonStyle
    small_on_table: ButtonStyle
    in_bar: ButtonStyle
    quiet: ButtonStyle
    danger: ButtonStyle
    waiting: ButtonStyle
    done: ButtonStyle
    ready: ButtonStyle
    cannot: ButtonStyle


def styles() -> ButtonStyles:
    """The usual buttons, in the colours of the theme that is shown."""
    return _styles_of(palette().name)


@cache
def _styles_of(name: str) -> ButtonStyles:
    colours = theme.PALETTES[name]
    soft = theme.mixed(colours.text_second, colours.panel, 0.55)
    return ButtonStyles(
        main=ButtonStyle(colours.accent, colours.on_accent, hover=theme.mixed(colours.accent, theme.WHITE, 0.25)),
        on_paper=ButtonStyle(colours.leaf, colours.text, border=colours.text, hover=colours.ask),
        soft=ButtonStyle(colours.leaf, colours.text, border=soft, hover=colours.ask),
        chosen=ButtonStyle(
            colours.text, colours.leaf, border=colours.text, hover=theme.mixed(colours.text, colours.leaf, 0.15)
        ),
        on_table=ButtonStyle(colours.raised, colours.light_ink, hover=theme.mixed(colours.raised, theme.WHITE, 0.15)),
        small_on_table=ButtonStyle(
            colours.raised, colours.light_ink, border=colours.light_ink_second, hover=colours.table
        ),
        in_bar=ButtonStyle(None, colours.light_ink, hover=colours.raised),
        quiet=ButtonStyle(None, colours.text_second, hover=colours.ask),
        danger=ButtonStyle(colours.leaf, colours.refused, border=colours.refused, hover=colours.refused_light),
        waiting=ButtonStyle(theme.mixed(colours.table, colours.raised, 0.5), colours.light_ink_second),
        done=ButtonStyle(colours.done_light, colours.done),
        ready=ButtonStyle(colours.panel, colours.text),
        cannot=ButtonStyle(colours.panel, colours.text_second, border=colours.line),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button: words, an icon before or after them, a second smaller line; its key, quietly, where there is room."""

    text: str
    type: Type
    style: ButtonStyle
    radius: int
    smallest: int
    icon: str = ""
    icon_after: bool = False
    second: str = ""
    align: Align = "centre"
    pad: int = 8
    weight: Weight = Weight.BOLD
    dashed: bool = False
    border_width: int = 2
    halo: int = 0
    key: str = ""

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the button; it lights up under the pointer and sinks when pressed."""
        if self.halo:
            area = rect.inflate(2 * self.halo, 2 * self.halo)
            shapes.paint_outline(
                surface, area, self.style.fill or palette().accent, max(2, self.halo // 2), self.radius + self.halo
            )
        fill = (self.style.hover or self.style.fill) if mood.hovered else self.style.fill
        if fill is not None:
            shapes.paint_rounded(surface, rect, fill, self.radius)
        if self.style.border is not None:
            draw = shapes.paint_dashed if self.dashed else shapes.paint_outline
            draw(surface, rect, self.style.border, self.border_width, self.radius)
        inside = self.text_rect(rect).move(0, 1 if mood.pressed else 0)
        self._paint_words(surface, inside)
        if self.icon:
            self._paint_icon(surface, rect)
        if self.key:
            self._paint_key(surface, rect)

    def key_rect(self, rect: pygame.Rect) -> pygame.Rect | None:
        """Where the key is shown: after the words, or in the corner of what has none; None where there is no room."""
        style = self._key_type(rect)
        wide = width_of(self.key, style)
        if self.text:
            place = pygame.Rect(0, 0, max(wide + 8, style.size + 4), style.size + 4)
            place.midright = rect.right - self.pad, rect.centery
            return place if place.left >= self._words_end(rect) + self.pad // 2 else None
        place = pygame.Rect(0, 0, wide + 2, style.size + 1)
        if self.icon:
            place.bottomright = rect.right - 1, rect.bottom - 1
        else:
            place.topright = rect.right - 2 * self.border_width, rect.top + 2 * self.border_width
        return place if place.width <= rect.width * 9 // 20 and place.height <= rect.height // 2 else None

    def _words_end(self, rect: pygame.Rect) -> int:
        """Where the words, or the icon after them, end at the right."""
        inside = self.text_rect(rect)
        first, second = self._split(inside)
        width = 0
        for text, types, area in ((self.text, self._types(), first), (self.second, self._second_types(), second)):
            paragraph = fitted(text, types, area.width, area.height, balanced=True) if text else None
            width = max(width, paragraph.width if paragraph is not None else area.width if text else 0)
        spare = inside.width - width
        end = inside.left + width + {"left": 0, "centre": spare // 2, "right": spare}[self.align]
        return end + (self._icon_gap() + self._icon_size() if self.icon and self.icon_after else 0)

    def _key_type(self, rect: pygame.Rect) -> Type:
        size = min(rect.size) * 3 // 10 if self.icon and not self.text else self.type.size * 3 // 5
        return Type(Face.TEXT_BOLD, max(theme.SMALLEST_TEXT, size))

    def _paint_key(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        place = self.key_rect(rect)
        if place is None:
            return
        ground = self.style.fill or palette().table
        ink = theme.mixed(self.style.ink, ground, 0.2)
        if self.text:
            shapes.paint_outline(surface, place, theme.mixed(self.style.ink, ground, 0.55), 1, place.height // 4)
        write(surface, self.key, self._key_type(rect), ink, place, "centre")

    def text_rect(self, rect: pygame.Rect) -> pygame.Rect:
        """Where the words go."""
        inside = rect.inflate(-2 * self.pad, -max(2, self.pad // 2))
        if not self.icon or not self.text:
            return inside
        room = self._icon_size() + self._icon_gap()
        if self.align == "centre" and not self.second:
            paragraph = fitted(self.text, self._types(), inside.width - room, inside.height, balanced=True)
            width = paragraph.width if paragraph else inside.width - room
            left = inside.left + (inside.width - width - room) // 2 + (0 if self.icon_after else room)
            return pygame.Rect(left, inside.top, width + 1, inside.height)
        inside.width -= room
        if not self.icon_after:
            inside.left += room
        return inside

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether all of its words are shown."""
        inside = self.text_rect(rect)
        first, second = self._split(inside)
        paragraph = fitted(self.text, self._types(), first.width, first.height, balanced=True)
        if paragraph is None or paragraph.broken:
            return False
        if not self.second:
            return True
        low = fitted(self.second, self._second_types(), second.width, second.height)
        return low is not None and not low.broken

    def _types(self) -> list[Type]:
        return types_down(self.type, self.smallest)

    def _second_types(self) -> list[Type]:
        top = max(self.smallest, round(self.type.size * 0.8))
        return types_down(Type(Face.TEXT, top), self.smallest)

    def _icon_size(self) -> int:
        return round(self.type.size * 1.25)

    def _icon_gap(self) -> int:
        return max(self.pad * 2 // 3, round(self.type.size * 0.45))

    def _split(self, inside: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect]:
        if not self.second:
            return inside, inside
        first = inside.copy()
        first.height = round(inside.height * 0.55)
        return first, pygame.Rect(inside.left, first.bottom, inside.width, inside.height - first.height)

    def _paint_words(self, surface: pygame.Surface, inside: pygame.Rect) -> None:
        first, second = self._split(inside)
        for text, types, area, vertical in (
            (self.text, self._types(), first, "bottom" if self.second else "middle"),
            (self.second, self._second_types(), second, "top"),
        ):
            if not text:
                continue
            paragraph = fitted(text, types, area.width, area.height, balanced=True)
            if paragraph is None:
                write(surface, text, types[-1], self.style.ink, area, self.align)
            else:
                paint(surface, paragraph, self.style.ink, area, self.align, vertical)  # type: ignore[arg-type]

    def _paint_icon(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        size = self._icon_size()
        if not self.text:
            away = min(rect.size) // 12 if self.key and self.key_rect(rect) is not None else 0
            centre = rect.centerx - away, rect.centery - away
            paint_icon(surface, self.icon, self.weight, size, self.style.ink, centre)
            return
        words = self.text_rect(rect)
        away = self._icon_gap() + size // 2
        x = words.right + away if self.icon_after else words.left - away
        paint_icon(surface, self.icon, self.weight, size, self.style.ink, (x, rect.centery))

    def reach(self) -> int:
        """The halo."""
        return self.halo + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A player's round token: their colour and initial."""

    letter: str
    colour: Colour
    faded: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the token."""
        side = min(rect.size)
        colour = theme.mixed(self.colour, palette().table, 0.6) if self.faded else self.colour
        shapes.paint_at(surface, shapes.disc(side, colour), rect.center)
        write(surface, self.letter, Type(Face.TITLE_700, max(8, side * 11 // 20)), palette().on_accent, rect, "centre")

    def reach(self) -> int:
        """A pixel of antialiasing."""
        return 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A ring that empties, with the time left in it. `part` is what is left, 0 to 1; when it is over, beads remain."""

    text: str
    under: str
    part: float
    paused: bool = False
    over: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the ring, the time and what it is the time of."""
        side = min(rect.size)
        width = max(3, side // 10)
        shapes.paint_at(surface, shapes.disc(side, palette().bar), rect.center)
        if self.part > 0:
            sweep = max(0.5, round(self.part * 120) * 3)
            colour = palette().light_ink_second if self.paused else palette().accent
            shapes.paint_at(surface, shapes.arc(side, width, colour, 0, sweep), rect.center)
        shapes.paint_at(surface, shapes.disc(side - 2 * width, palette().table), rect.center)
        if self.over:
            self._paint_beads(surface, rect.center, (side - width) / 2, max(3, width * 6 // 10))
        inner = pygame.Rect(0, 0, side - 2 * width, side - 2 * width)
        inner.center = rect.center
        if self.paused:
            paint_icon(
                surface, "pause", Weight.FILL, side // 7, palette().accent, (rect.centerx, inner.top + side // 8)
            )
        time = pygame.Rect(inner.left, inner.centery - side // 5, inner.width, side * 3 // 10)
        write(surface, self.text, Type(Face.TITLE_700, max(10, side // 4)), palette().light_ink, time, "centre")
        under = pygame.Rect(inner.left + width, time.bottom - side // 40, inner.width - 2 * width, side // 6)
        types = [Type(Face.TEXT, size) for size in range(max(11, side // 9), 8, -1)]
        fit = next((one for one in types if wrap_text(self.under, one, 10_000).width <= under.width), types[-1])
        write(surface, self.under, fit, palette().light_ink_second, under, "centre")

    def _paint_beads(self, surface: pygame.Surface, centre: tuple[int, int], radius: float, side: int) -> None:
        """A bead for each five minutes of a clock face: the end is told by a shape, and not by a colour."""
        bead = shapes.disc(side, palette().light_ink_second if self.paused else palette().accent)
        for hour in range(12):
            x, y = radius * math.sin(math.pi * hour / 6), radius * math.cos(math.pi * hour / 6)
            shapes.paint_at(surface, bead, (round(centre[0] + x), round(centre[1] - y)))

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A curved link with an arrow head; it is relative to the rectangle's corner."""

    thread: Curve
    colour: Colour
    width: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the thread, a dot where it starts and an arrow head where it arrives."""
        shapes.paint_thread(surface, self.thread.moved(rect.left, rect.top), self.colour, self.width)

    def reach(self) -> int:
        """Ends are larger."""
        return self.width * 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A horizontal bar for each value, one above the other: a track, then the filled part (0 to 1)."""

    values: tuple[tuple[float, Colour], ...]
    track: Colour

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the bars."""
        shapes.paint_rounded(surface, rect, self.track, max(2, rect.height // 6))
        each = rect.height // max(1, len(self.values))
        for index, (part, colour) in enumerate(self.values):
            bar = pygame.Rect(rect.left, rect.top + index * each, round(rect.width * part), each - 1)
            if bar.width > 1:
                shapes.paint_rounded(surface, bar, colour, max(2, rect.height // 6))

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Little cards in a row, one for each thing counted."""

    count: int
    colour: Colour
    gap: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint as many as there is room for, narrower when there are many."""
        if not self.count:
            return
        width = min(rect.height * 3 // 4, max(3, (rect.width + self.gap) // self.count - self.gap))
        for index in range(self.count):
            one = pygame.Rect(rect.left + index * (width + self.gap), rect.top, width, rect.height)
            if one.right <= rect.right:
                shapes.paint_rounded(surface, one, self.colour, max(2, width // 5))

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scroll:
    """A scroll bar: where the part seen begins and ends, 0 to 1."""

    begin: float
    end: float
    dark: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the track and the thumb."""
        track, thumb = (
            (palette().bar, palette().light_ink_second) if self.dark else (palette().line, palette().text_second)
        )
        shapes.paint_rounded(surface, rect, track, rect.width // 2)
        height = max(rect.width * 2, round(rect.height * (self.end - self.begin)))
        top = min(rect.bottom - height, rect.top + round(rect.height * self.begin))
        shapes.paint_rounded(surface, pygame.Rect(rect.left, top, rect.width, height), thumb, rect.width // 2)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


def types_down(style: Type, smallest: int) -> list[Type]:
    """That type, then the same one pixel smaller, down to the smallest."""
    return [style.with_size(size) for size in range(style.size, min(smallest, style.size) - 1, -1)]


def title(scale: Scale, size: float = theme.TITLE) -> Type:
    """The type of a title."""
    return Type(Face.TITLE_700, scale.text(size))


def body(scale: Scale, size: float = theme.BODY) -> Type:
    """The type of what is read."""
    return Type(Face.TEXT, scale.text(size))


def strong(scale: Scale, size: float = theme.BODY) -> Type:
    """The type of what stands out in what is read."""
    return Type(Face.TEXT_BOLD, scale.text(size))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A text field: its ground, what was typed, the caret when it is being edited."""

    text: EditedText
    type: Type
    placeholder: str
    focused: bool
    radius: int
    pad: int
    scroll: tuple[int, int]

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the field."""
        shapes.paint_rounded(surface, rect, palette().leaf, self.radius)
        border = (
            palette().text if self.focused or mood.hovered else theme.mixed(palette().text_second, palette().panel, 0.4)
        )
        shapes.paint_outline(surface, rect, border, 3 if self.focused else 2, self.radius)
        inside = entry_inside(rect, self.type, self.pad, multiline=self.text.multiline)
        paint_field(
            surface,
            inside,
            self.text,
            self.type,
            focused=self.focused,
            placeholder=self.placeholder,
            scroll=self.scroll,
        )

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


def entry_inside(rect: pygame.Rect, style: Type, pad: int, *, multiline: bool) -> pygame.Rect:
    """Where the text of a field goes: in the middle of the height for a single line."""
    if multiline:
        return rect.inflate(-2 * pad, -2 * pad)
    inside = pygame.Rect(rect.left + pad, 0, rect.width - 2 * pad, style.line_height)
    inside.centery = rect.centery
    return inside


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtTile:
    """A tile with the art of a card, or its own picture, above its title: to choose a crisis, a persona."""

    art: ArtNames
    fill: Colour
    ground: str
    title: str
    type: Type
    smallest: int
    radius: int
    chosen: bool
    picture: pygame.Surface | None = None
    scenery: Scenery | None = None

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the tile; the chosen one has a thick accent border and a tick."""
        if self.chosen:
            shapes.paint_rounded(surface, rect.inflate(10, 10), palette().accent, self.radius + 5)
        shapes.paint_rounded(surface, rect, palette().leaf, self.radius)
        foot = self.foot(rect)
        room = (rect.width, rect.height - foot.height)
        drawn = art(self.art, room, self.fill, self.ground, picture=self.picture, scenery=self.scenery).copy()
        shapes.round_corners(drawn, self.radius, shapes.TOP)
        surface.blit(drawn, rect)
        border = palette().text if mood.hovered else theme.mixed(palette().text_second, palette().panel, 0.55)
        shapes.paint_outline(surface, rect, border, 2, self.radius)
        inside = foot.inflate(-2 * self.radius, -self.radius // 2)
        paragraph = fitted(self.title, self._types(), inside.width, inside.height, balanced=True)
        if paragraph is not None:
            paint(surface, paragraph, palette().text, inside, "left", "middle")
        else:
            write(surface, self.title, self._types()[-1], palette().text, inside)
        if self.chosen:
            middle = (rect.right - self.radius * 2, rect.top + self.radius * 2)
            shapes.paint_at(surface, shapes.disc(self.radius * 3, palette().accent), middle)
            paint_icon(surface, "check", Weight.BOLD, self.radius * 2, palette().on_accent, middle)

    def foot(self, rect: pygame.Rect) -> pygame.Rect:
        """Where the title goes."""
        height = min(rect.height * 6 // 10, round(self.type.line_height * 2.3))
        return pygame.Rect(rect.left, rect.bottom - height, rect.width, height)

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether all of the title is shown."""
        inside = self.foot(rect).inflate(-2 * self.radius, -self.radius // 2)
        paragraph = fitted(self.title, self._types(), inside.width, inside.height, balanced=True)
        return paragraph is not None and not paragraph.broken

    def _types(self) -> list[Type]:
        return types_down(self.type, self.smallest)

    def reach(self) -> int:
        """The thick border."""
        return 6
