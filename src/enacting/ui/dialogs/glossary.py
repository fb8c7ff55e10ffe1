"""The glossary of a box, in alphabetical order."""

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
    """Every word and its meaning; Page Up and Page Down scroll."""

    def __init__(self, app: App, box: Box) -> None:
        super().__init__(app)
        self.entries = in_order(box.description.glossary)

    def lay_out(self, layout: Layout) -> None:
        """Each word beside its meaning, or above it where the text is large."""
        inner = self.panel(layout, 60, layout.rect.height)
        button = round(layout.button_height(22) * 1.1)
        area = pygame.Rect(inner.left, inner.top, inner.width, inner.height - button - layout.px(18))
        column = Column(layout, area, "glossary")
        column.heading("glossary-title", layout.words("glossary.title"), theme.TITLE)
        column.gap(14)
        for entry in self.entries:
            _entry(column, entry)
        column.end()
        footer = pygame.Rect(inner.left, inner.bottom - button, inner.width, button)
        text = layout.words("common.close")
        layout.button("close", footer, text, self.app.close, style=paint.styles().main, size=22, main=True)


def _entry(column: Column, entry: GlossaryEntry) -> None:
    layout = column.layout
    bold, body = paint.strong(layout.scale, 21), paint.body(layout.scale, 21)
    word_column = layout.em(13)
    if column.width < 3 * word_column:
        column.text(f"word-{entry.id}", entry.title, bold, palette().text)
        column.text(f"meaning-{entry.id}", entry.text, body, palette().text)
        column.gap(16)
        return
    meaning_width = column.width - word_column
    word_width = word_column - layout.px(20)
    height = max(layout.text_height(entry.title, bold, word_width), layout.text_height(entry.text, body, meaning_width))
    line = column.block(layout.px(2))
    layout.panel(f"line-{entry.id}", line, palette().line, radius=0)
    column.gap(10)
    rect = column.block(height)
    layout.label(
        f"word-{entry.id}", pygame.Rect(rect.left, rect.top, word_width, height), entry.title, bold, palette().text
    )
    meaning = pygame.Rect(rect.left + word_column, rect.top, meaning_width, height)
    layout.label(f"meaning-{entry.id}", meaning, entry.text, body, palette().text)
    column.gap(10)
