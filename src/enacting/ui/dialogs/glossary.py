"""The words of the game: what a box explains, in alphabetical order."""

from __future__ import annotations

import pygame

from enacting.engine.board import Box, GlossaryEntry
from enacting.language.glossary_order import in_order
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.layout import Layout
from enacting.ui.window.app import App, Dialog


class GlossaryDialog(Dialog):
    """Every word with what it means; Page Up and Page Down go through them."""

    def __init__(self, app: App, box: Box) -> None:
        super().__init__(app)
        self.entries = in_order(box.description.glossary)

    def lay_out(self, layout: Layout) -> None:
        """A word and its meaning side by side, one below the other where text is large."""
        inside = self.panel(layout, 60, layout.rect.height)
        button = round(layout.button_height(22) * 1.1)
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - layout.px(18))
        column = Column(layout, area, "glossary")
        column.heading("glossary-title", layout.words("glossary.title"), theme.TITLE)
        column.gap(14)
        for entry in self.entries:
            _entry(column, entry)
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        text = layout.words("common.close")
        layout.button("close", foot, text, self.app.close, style=paint.styles().main, size=22, main=True)


def _entry(column: Column, entry: GlossaryEntry) -> None:
    layout = column.layout
    bold, body = paint.strong(layout.scale, 21), paint.body(layout.scale, 21)
    aside = layout.em(13)
    if column.width < 3 * aside:
        column.text(f"word-{entry.id}", entry.title, bold, palette().text)
        column.text(f"meaning-{entry.id}", entry.text, body, palette().text)
        column.gap(16)
        return
    room = column.width - aside
    within = aside - layout.px(20)
    height = max(layout.text_height(entry.title, bold, within), layout.text_height(entry.text, body, room))
    line = column.block(layout.px(2))
    layout.panel(f"line-{entry.id}", line, palette().line, radius=0)
    column.gap(10)
    rect = column.block(height)
    layout.label(
        f"word-{entry.id}", pygame.Rect(rect.left, rect.top, within, height), entry.title, bold, palette().text
    )
    meaning = pygame.Rect(rect.left + aside, rect.top, room, height)
    layout.label(f"meaning-{entry.id}", meaning, entry.text, body, palette().text)
    column.gap(10)
