"""What the forms in which people write a card of their own are made of: an introduction, and a field on a row."""

from __future__ import annotations

from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.column import Column
from enacting.ui.items.item import Intent
from enacting.ui.items.type_styles import body_type
from enacting.ui.window.app import App


def introduction(column: Column, name: str, text: str) -> None:
    """A few words below the title, on what is written here."""
    column.gap(Space.TINY)
    column.text(name, text, body_type(column.layout.scale, 20), palette().text_second)


def field_row(
    column: Column,
    app: App,
    name: str,
    max_length: int,
    label: str,
    *,
    text: str = "",
    placeholder: str = "",
    multiline: bool = False,
    size: float = 22,
    intent: Intent | None = None,
) -> None:
    """The field of that name over the whole width, higher when it takes several lines; `text` is there at first."""
    layout = column.layout
    layout.field(
        name,
        column.block(layout.length(104, 4.4) if multiline else layout.row_height()),
        app.field(name, text, max_length, multiline=multiline),
        label,
        placeholder=placeholder or label,
        intent=intent,
        size=size,
    )
