"""Help: what to do now, then how to use the pointer and the keys, with a button to the glossary."""

from __future__ import annotations

from enacting.engine.board import ActivityKind, Box
from enacting.system.paths import guides_page
from enacting.ui.destinations import About, Glossary, Tour
from enacting.ui.dialogs.message import show_file
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Role
from enacting.ui.items.keys import GO, shown_key
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.window.app import App, Dialog

KEYS = (
    *("tab", "arrows", "enter", GO, "escape", "v", "n", "q", "p", "+", "1", "a", "h", "r", "ctrl+z", "ctrl+y"),
    *("f1", "f5", "f6", "f8", "f9", "f11"),
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
        words, body = layout.words, body_type(layout.scale, 21)
        footer = [Action("close", words("common.close"), self.app.close, main=True)]
        if self.box is not None and self.box.description.glossary:
            footer.insert(0, Action("glossary", words("glossary.title"), Glossary(), "book-open"))
        with dialog(layout, "help", words("help.title"), width=52, footer=footer) as column:
            for index, line in enumerate(words(f"help.{self.topic}", count=self._count()).split("\n")):
                if line.strip():
                    column.gap(Space.SMALL)
                    column.text(f"help-now-{index}", line, body, palette().text)
            if self.what_now:
                column.gap(Space.SMALL)
                column.text("help-what-now", self.what_now, body, palette().text)
            self._links(column)
            self._heading(column, "help-point-title", words("help.pointing_title"))
            column.text("help-point", words("help.pointing"), body, palette().text)
            self._heading(column, "help-keys-title", words("help.keys_title"))
            self._keys(column)

    def _links(self, column: Column) -> None:
        layout, words = column.layout, column.layout.words
        column.gap(Space.SMALL)
        for link in (
            Action("tour", words("title.tour"), Tour(), "path"),
            Action("guides", words("pages.open"), self._guides, "books"),
            Action("about", words("about.title"), About(), "info"),
        ):
            column.gap(Space.SMALL)
            rect = column.block(layout.button_height(21))
            rect.width = min(rect.width, layout.em(23))
            layout.action(rect, link, size=21)

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
        column.gap(Space.LARGE)
        style = Type(Face.TITLE_700, column.layout.scale.text(24))
        column.text(name, text, style, palette().text, role=Role.HEADING)
        column.gap(Space.SMALL)

    def _keys(self, column: Column) -> None:
        layout, words = column.layout, column.layout.words
        body, bold = body_type(layout.scale, 20), bold_type(layout.scale, 20)
        key_width = layout.em(9)
        for key in KEYS:
            text = words(f"help.key_{key.replace('+', '_').strip('_') or 'plus'}")
            name = "key.1_9" if key == "1" else f"key.{key}"
            shown = words(name) if words.has(name) else shown_key(key, words)
            within = key_width - layout.px(Space.MEDIUM)
            height = max(bold.line_height, layout.text_height(text, body, column.width - key_width))
            key_rect, text_rect = column.row(height, (within, REST))
            layout.label(f"help-key-{key}", key_rect, shown, bold, palette().text, smallest=theme.SMALLEST_TEXT)
            layout.label(f"help-does-{key}", text_rect, text, body, palette().text)
            column.gap(Space.SMALL)
