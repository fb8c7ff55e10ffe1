"""The frame of a screen that fills the window: a bar with its title and buttons, and panels side by side below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.item import Act, ReadingOrder, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, shares
from enacting.ui.items.type_styles import title_type


def lay_out_bar(layout: Layout, name: str, title: str, back: Act, buttons: Sequence[Action]) -> int:
    """Lay out the bar and return its height. `buttons` go from right to left."""
    height = layout.length(64, 2.4)
    bar = pygame.Rect(0, 0, layout.rect.width, height)
    side = round(height * 0.72)
    layout.panel("bar", bar, palette().bar, radius=0)
    with layout.read_as(ReadingOrder.ALWAYS):
        back_rect, rest = layout.row(layout.inset(bar, Space.LARGE, 0), (side, REST), Space.LARGE)
        layout.icon_button("back", back_rect, "arrow-left", layout.words("setup.back"), back)
        title_rect = layout.icon_buttons(rest, buttons, side)
    layout.label(
        name,
        title_rect,
        title,
        title_type(layout.scale, 26),
        palette().light_ink,
        vertical="middle",
        smallest=theme.SMALLEST_TEXT,
        role=Role.HEADING,
    )
    return height


def lay_out_panels(layout: Layout, bar_height: int, panels: Mapping[str, float]) -> list[pygame.Rect]:
    """Lay out panels side by side under the bar and return what is inside each; `panels` gives their shares by id."""
    _, below = layout.stack(layout.rect, (bar_height, REST))
    insides = []
    rects = layout.row(layout.inset(below, Space.WIDE), shares(*panels.values()), Space.WIDE)
    for name, rect in zip(panels, rects, strict=True):
        layout.panel(name, rect, palette().panel, radius=20)
        insides.append(layout.inset(rect, Space.WIDE))
    return insides
