"""The glossary of a box, in alphabetical order."""

from __future__ import annotations

from enacting.engine.board import Box, GlossaryEntry
from enacting.language.glossary_order import in_order
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.window.app import App, Dialog


class GlossaryDialog(Dialog):
    """Every word and its meaning; Page Up and Page Down scroll."""

    def __init__(self, app: App, box: Box) -> None:
        super().__init__(app)
        self.entries = in_order(box.description.glossary)

    def lay_out(self, layout: Layout) -> None:
        """Each word beside its meaning, or above it where the text is large."""
        footer = (Action("close", layout.words("common.close"), self.app.close, main=True),)
        with dialog(layout, "glossary", layout.words("glossary.title"), width=60, footer=footer) as column:
            for entry in self.entries:
                _entry(column, entry)


def _entry(column: Column, entry: GlossaryEntry) -> None:
    layout = column.layout
    bold, body = bold_type(layout.scale, 21), body_type(layout.scale, 21)
    word_width = layout.em(13)
    column.gap(Space.MEDIUM)
    if column.width < 3 * word_width:
        column.text(f"word-{entry.id}", entry.title, bold, palette().text)
        column.text(f"meaning-{entry.id}", entry.text, body, palette().text)
        return
    layout.panel(f"line-{entry.id}", column.block(layout.px(Space.HAIR)), palette().line, radius=0)
    column.gap(Space.MEDIUM)
    within = word_width - layout.px(Space.LARGE)
    height = max(
        layout.text_height(entry.title, bold, within),
        layout.text_height(entry.text, body, column.width - word_width),
    )
    word, meaning = column.row(height, (within, REST), Space.LARGE)
    layout.label(f"word-{entry.id}", word, entry.title, bold, palette().text)
    layout.label(f"meaning-{entry.id}", meaning, entry.text, body, palette().text)
