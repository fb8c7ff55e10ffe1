"""The words of the game: what a box explains, in alphabetical order."""

from __future__ import annotations

import pygame

from enacting.engine.board import Box, GlossaryEntry
from enacting.language.glossary_order import in_order
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.layout import Column, Sheet
from enacting.ui.window.app import App, Dialog


class Glossary(Dialog):
    """Every word with what it means; Page Up and Page Down go through them."""

    def __init__(self, app: App, box: Box) -> None:
        super().__init__(app)
        self.entries = in_order(box.description.glossary)

    def lay_out(self, sheet: Sheet) -> None:
        """A word and its meaning side by side, one below the other where text is large."""
        inside = self.panel(sheet, 60, sheet.rect.height)
        button = round(sheet.button_height(22) * 1.1)
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - sheet.px(18))
        column = Column(sheet, area, "glossary")
        column.heading("glossary-title", sheet.words("glossary.title"), theme.TITLE)
        column.gap(14)
        for entry in self.entries:
            _entry(column, entry)
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        text = sheet.words("common.close")
        sheet.button("close", foot, text, self.app.close, dress=paint.styles().main, size=22, main=True)


def _entry(column: Column, entry: GlossaryEntry) -> None:
    sheet = column.sheet
    bold, body = paint.strong(sheet.scale, 21), paint.body(sheet.scale, 21)
    aside = sheet.em(13)
    if column.width < 3 * aside:
        column.text(f"word-{entry.id}", entry.title, bold, palette().text)
        column.text(f"meaning-{entry.id}", entry.text, body, palette().text)
        column.gap(16)
        return
    room = column.width - aside
    within = aside - sheet.px(20)
    height = max(sheet.text_height(entry.title, bold, within), sheet.text_height(entry.text, body, room))
    line = column.block(sheet.px(2))
    sheet.panel(f"line-{entry.id}", line, palette().line, radius=0)
    column.gap(10)
    rect = column.block(height)
    sheet.label(f"word-{entry.id}", pygame.Rect(rect.left, rect.top, within, height), entry.title, bold, palette().text)
    meaning = pygame.Rect(rect.left + aside, rect.top, room, height)
    sheet.label(f"meaning-{entry.id}", meaning, entry.text, body, palette().text)
    column.gap(10)
