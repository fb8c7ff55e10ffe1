"""What floats above the screens: a message, the ring around the focused item, the tooltip."""

from dataclasses import dataclass

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.shapes import paint_outline
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Align, width_of
from enacting.ui.items.item import Item, Mood, ReadingOrder, Role
from enacting.ui.items.keys import shown_key
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Symbol
from enacting.ui.items.type_styles import body_type, bold_type, sizes_down


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence shown over the bar until a time, or until it is replaced."""

    text: str
    until: float
    alarm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusRing:
    """The ring around the focused item: accent, with ink on both sides to be visible on any ground."""

    width: int
    radius: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the ring."""
        paint_outline(surface, rect.inflate(4, 4), palette().on_accent, self.width + 4, self.radius + 2)
        paint_outline(surface, rect, palette().accent, self.width, self.radius)

    def reach(self) -> int:
        """The ink outside."""
        return 4


def message_items(layout: Layout, message: Message) -> list[Item]:
    """A sentence over the left of the bar; the actions at its right stay visible.

    A long one is in smaller type, so that it takes at most a quarter of the height of the window where it can: what to
    do next, below it, stays in sight.
    """
    padding = layout.px(14)
    rect = pygame.Rect(0, 0, 0, 0)
    for style in sizes_down(bold_type(layout.scale), bold_type(layout.scale, theme.SMALL).size):
        rect.width = min(layout.rect.width * 55 // 100, width_of(message.text, style) + 2 * padding + 4)
        rect.height = layout.text_height(message.text, style, rect.width - 2 * padding) + 2 * padding
        if rect.height <= layout.rect.height // 4:
            break
    rect.topleft = (layout.px(10), layout.px(5))
    fill, ink = (
        (palette().refused, theme.label_on(palette().refused))
        if message.alarm
        else (palette().bar, palette().light_ink)
    )
    layout.panel("message-panel", rect, fill, border=palette().accent, shadow=16)
    inner = rect.inflate(-2 * padding, -2 * padding)
    with layout.read_as(ReadingOrder.NEWS):
        layout.label("message", inner, message.text, style, ink, align="centre", vertical="middle")
    return layout.items


def speaking_items(layout: Layout, text: str) -> list[Item]:
    """The sign that something is being read aloud, and how to stop it: over the left of the bar, like a message."""
    style = bold_type(layout.scale, theme.SMALL)
    side = round(style.size * 1.3)
    rect = pygame.Rect(layout.px(10), layout.px(5), 0, style.line_height + layout.px(16))
    rect.width = min(layout.rect.width - 2 * rect.left, width_of(text, style) + side + layout.px(40))
    layout.panel("speaking-panel", rect, palette().bar, border=palette().accent, shadow=16)
    icon = pygame.Rect(rect.left + layout.px(12), rect.top, side, rect.height)
    look = Symbol(icon="speaker-high", weight=Weight.FILL, size=side, colour=palette().accent)
    layout.add(Item(id="speaking-icon", rect=icon, look=look))
    words = pygame.Rect(icon.right + layout.px(8), rect.top, rect.right - icon.right - layout.px(12), rect.height)
    layout.label("speaking", words, text, style, palette().light_ink, vertical="middle", smallest=11, role=Role.DECOR)
    return layout.items


def focus_ring(layout: Layout, focused: Item) -> Item:
    """The ring around the focused item."""
    margin = 2 * layout.px(5)
    look = FocusRing(width=max(3, layout.px(theme.FOCUS_WIDTH)), radius=layout.px(14))
    return Item(id="focus-ring", rect=focused.seen.inflate(margin, margin), look=look)


def tip_items(layout: Layout, item: Item) -> list[Item]:
    """The tooltip of an item: its name and its key, below it or above, in as many lines as that takes."""
    keys = shown_key(item.keys, layout.words)
    name = item.short or item.name
    text = f"{name}   {keys}" if keys else name
    style = body_type(layout.scale, theme.SMALL)
    width = min(width_of(text, style) + 2, layout.rect.width * 45 // 100)
    height = layout.text_height(text, style, width)
    rect = pygame.Rect(0, 0, width + layout.px(24), height + layout.px(12))
    rect.midtop = (item.rect.centerx, item.rect.bottom + layout.px(6))
    if rect.bottom > layout.rect.bottom:
        rect.bottom = item.rect.top - layout.px(6)
    rect.clamp_ip(layout.rect.inflate(-8, -8))
    layout.panel("tip-panel", rect, palette().bar, radius=8, border=palette().light_ink_second, border_width=1)
    inner = rect.inflate(-layout.px(24), -layout.px(12))
    align: Align = "centre" if height == style.line_height else "left"
    layout.label("tip", inner, text, style, palette().light_ink, align=align, vertical="middle", role=Role.DECOR)
    return layout.items
