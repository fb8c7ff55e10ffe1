"""The panel of a dialog: a title, a body that scrolls where it must, and a row of buttons that stays in sight."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, grid, grid_height, inset, place

LARGE_BUTTON: Final = 25
"""The size of type on the buttons of a large footer."""


@contextmanager
def dialog(
    layout: Layout,
    name: str,
    title: str = "",
    *,
    width: float,
    min_width: float = 0,
    footer: Sequence[Action] = (),
    title_size: float = theme.TITLE,
    large_footer: bool = False,
    footer_per_row: int = 0,
    within: pygame.Rect | None = None,
) -> Iterator[Column]:
    """A dialog as high as what is stacked in its body, in the middle of the window.

    `width` is in ems, and at least `min_width` pixels of the design; a large footer is for what the table waits for.
    The body is the pane `name`, and the title its item `<name>-title`. `within` is where the panel stays, the whole
    window without it. The buttons of the footer are in one row by their shares, or `footer_per_row` of equal width in
    each row.
    """
    outer_width = max(layout.em(width), layout.px(min_width))
    frame = _Frame(layout, outer_width, footer, within, large_footer=large_footer, per_row=footer_per_row)
    first = len(layout.items)
    column = Column(layout, pygame.Rect(0, 0, frame.inner_width, frame.max_body_height), name)
    if title:
        column.heading(f"{name}-title", title, title_size)
    yield column
    panel = frame.panel(column.height)
    column.show_in(frame.body(panel))
    column.end()
    layout.items.insert(first, layout.items.pop(frame.paint(panel)))
    frame.lay_out_footer(panel)


@contextmanager
def dialog_area(layout: Layout, *, width: float, height: int, footer: Sequence[Action] = ()) -> Iterator[pygame.Rect]:
    """A dialog `width` ems wide whose body is a rectangle of that height in pixels: for two columns, or for pages."""
    frame = _Frame(layout, layout.em(width), footer, None)
    panel = frame.panel(height)
    frame.paint(panel)
    yield frame.body(panel)
    frame.lay_out_footer(panel)


class _Frame:
    """What is around the body of a dialog."""

    def __init__(
        self,
        layout: Layout,
        width: int,
        footer: Sequence[Action],
        within: pygame.Rect | None,
        *,
        large_footer: bool = False,
        per_row: int = 0,
    ) -> None:
        self._layout = layout
        self._footer = footer
        self._footer_size = LARGE_BUTTON if large_footer else theme.BUTTON
        self._button_height = layout.length(76, 3) if large_footer else layout.footer_height()
        self._per_row = per_row or len(footer)
        self._footer_height = self._measure_footer() if footer else 0
        self._gap = layout.px(Space.LARGE) if footer else 0
        self._pad = layout.px(Space.HUGE)
        self._limits = layout.inset(within or layout.rect, Space.WIDE)
        self._width = max(2 * self._pad, min(width, self._limits.width))

    def _measure_footer(self) -> int:
        gap = self._layout.px(Space.MEDIUM)
        return grid_height(len(self._footer), self._per_row, self._button_height, gap)

    @property
    def inner_width(self) -> int:
        return self._width - 2 * self._pad

    @property
    def max_body_height(self) -> int:
        return max(0, self._limits.height - 2 * self._pad - self._footer_height - self._gap)

    def panel(self, body_height: int) -> pygame.Rect:
        """The panel around a body of that height, or of the largest there is room for."""
        height = min(body_height, self.max_body_height) + 2 * self._pad + self._footer_height + self._gap
        return place(self._layout.rect, self._width, height).clamp(self._limits)

    def paint(self, panel: pygame.Rect) -> int:
        """Add the panel; returns its place among the items."""
        self._layout.panel("dialog", panel, palette().panel, radius=theme.RADIUS_LARGE, shadow=24)
        return len(self._layout.items) - 1

    def body(self, panel: pygame.Rect) -> pygame.Rect:
        return self._layout.stack(inset(panel, self._pad), (REST, self._footer_height + self._gap))[0]

    def lay_out_footer(self, panel: pygame.Rect) -> None:
        if not self._footer:
            return
        layout, rect = self._layout, self._layout.stack(inset(panel, self._pad), (REST, self._footer_height))[1]
        if self._per_row == len(self._footer):
            layout.buttons(rect, self._footer, size=self._footer_size)
            return
        cells = grid(rect, len(self._footer), self._per_row, self._button_height, layout.px(Space.MEDIUM))
        for action, cell in zip(self._footer, cells, strict=True):
            layout.action(cell, action, size=self._footer_size)
