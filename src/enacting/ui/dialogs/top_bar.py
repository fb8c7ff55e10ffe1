"""The bar at the top of a full-window screen: a back button, the title, and buttons at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.item import Act, Intent, Reading, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import square


@dataclass(frozen=True, slots=True)
class BarButton:
    """An icon button at the right of the bar."""

    name: str
    icon: str
    text: str
    intent: Intent
    keys: str = ""


def lay_out_bar(layout: Layout, name: str, title: str, back: Act, buttons: Sequence[BarButton], says: str = "") -> int:
    """Lay out the bar and return its height. `buttons` go from right to left; `says` is read instead of the title."""
    height = max(layout.px(64), layout.em(2.4))
    layout.panel("bar", pygame.Rect(0, 0, layout.rect.width, height), palette().bar, radius=0)
    side = round(height * 0.72)
    left = layout.px(20) + side // 2
    layout.label(
        name,
        pygame.Rect(left + side, 0, layout.rect.width // 2, height),
        title,
        paint.title(layout.scale, 26),
        palette().light_ink,
        vertical="middle",
        smallest=theme.SMALLEST_TEXT,
        role=Role.HEADING,
        says=says,
    )
    with layout.read_as(Reading.ALWAYS):
        layout.icon_button("back", square((left, height // 2), side), "arrow-left", layout.words("setup.back"), back)
        right = layout.rect.width - layout.px(20) - side // 2
        for button in buttons:
            layout.icon_button(
                button.name,
                square((right, height // 2), side),
                button.icon,
                button.text,
                button.intent,
                keys=button.keys,
            )
            right -= side + layout.px(8)
    return height
