"""Help: what to do now, then how to use the pointer and the keys, with a button to the glossary."""

from __future__ import annotations

import pygame

from enacting.engine.board import ActivityKind, Box
from enacting.system.paths import guides_page
from enacting.ui.destinations import Glossary, Tour
from enacting.ui.dialogs.message import show_file
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Intent, Role
from enacting.ui.items.keys import shown_key
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split
from enacting.ui.window.app import App, Dialog

KEYS = (
    *("tab", "arrows", "enter", "escape", "v", "n", "q", "p", "+", "1", "a", "h", "r", "ctrl+z", "ctrl+y"),
    *("f1", "f5", "f6", "f8", "f11"),
)


class HelpDialog(Dialog):
    """Help for a topic: a screen, or a moment of the game. The glossary button needs a box."""

    def __init__(self, app: App, topic: str, what_now: str = "", *, box: Box | None = None) -> None:
        super().__init__(app)
        self.topic = topic
        self.box = box
        self.what_now = what_now

    def explained_box(self) -> Box | None:
        """The box it was opened with."""
        return self.box

    def lay_out(self, layout: Layout) -> None:
        """What to do now, then links, the pointer and the keys."""
        words = layout.words
        inner = self.panel(layout, 52, layout.em(60))
        button = round(layout.button_height(22) * 1.1)
        area = pygame.Rect(inner.left, inner.top, inner.width, inner.height - button - layout.px(18))
        column = Column(layout, area, "help")
        body = paint.body(layout.scale, 21)
        column.heading("help-title", words("help.title"), theme.TITLE)
        column.gap(10)
        for index, line in enumerate(words(f"help.{self.topic}", count=self._count()).split("\n")):
            if line.strip():
                column.text(f"help-now-{index}", line, body, palette().text)
                column.gap(6)
        if self.what_now:
            column.text("help-what-now", self.what_now, body, palette().text)
        column.gap(8)
        button_height = layout.button_height(21)
        buttons: tuple[tuple[str, str, Intent, str], ...] = (
            ("tour", words("title.tour"), Tour(), "path"),
            ("guides", words("pages.open"), self._guides, "books"),
        )
        for name, text, intent, icon in buttons:
            column.gap(8)
            place = column.block(button_height)
            place.width = min(place.width, layout.em(23))
            layout.button(name, place, text, intent, style=paint.styles().on_paper, size=21, icon=icon)
        column.gap(16)
        self._heading(column, "help-point-title", words("help.pointing_title"))
        column.text("help-point", words("help.pointing"), body, palette().text)
        column.gap(16)
        self._heading(column, "help-keys-title", words("help.keys_title"))
        self._keys(column)
        column.end()
        footer = pygame.Rect(inner.left, inner.bottom - button, inner.width, button)
        if self.box is not None and self.box.description.glossary:
            glossary, footer = split(footer, 2, layout.px(14))
            text = words("glossary.title")
            layout.button(
                "glossary", glossary, text, Glossary(), style=paint.styles().on_paper, size=22, icon="book-open"
            )
        layout.button(
            "close", footer, words("common.close"), self.app.close, style=paint.styles().main, size=22, main=True
        )

    def _count(self) -> int | None:
        """How many things of the box the help for this topic speaks of, if it does."""
        if self.box is None:
            return None
        counts: dict[str, int] = {
            ActivityKind.REVEAL: len(self.box.description.consequences),
            ActivityKind.MECHANISMS: self.box.description.draw,
        }
        return counts.get(self.topic)

    def _guides(self) -> None:
        show_file(self.app, guides_page(self.app.words.language), "pages.opened")

    def _heading(self, column: Column, name: str, text: str) -> None:
        style = Type(Face.TITLE_700, column.layout.scale.text(24))
        column.text(name, text, style, palette().text, role=Role.HEADING)
        column.gap(8)

    def _keys(self, column: Column) -> None:
        layout, words = column.layout, column.layout.words
        body, bold = paint.body(layout.scale, 20), paint.strong(layout.scale, 20)
        key_width = layout.em(9)
        for key in KEYS:
            meaning = words(f"help.key_{key.replace('+', '_').strip('_') or 'plus'}")
            meaning_width = column.width - key_width
            rect = column.block(max(bold.line_height, layout.text_height(meaning, body, meaning_width)) + layout.px(6))
            shown = (
                words("key.1_9")
                if key == "1"
                else words(f"key.{key}")
                if words.has(f"key.{key}")
                else shown_key(key, words)
            )
            name = pygame.Rect(rect.left, rect.top, key_width - layout.px(10), rect.height)
            layout.label(f"help-key-{key}", name, shown, bold, palette().text, smallest=theme.SMALLEST_TEXT)
            layout.label(
                f"help-does-{key}",
                pygame.Rect(rect.left + key_width, rect.top, meaning_width, rect.height),
                meaning,
                body,
                palette().text,
            )
