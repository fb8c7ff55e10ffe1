"""How long a session is kept: formatting and changing it. Nothing is ever erased automatically."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from enacting.language.words import Words, format_day
from enacting.session.journal import Summary
from enacting.session.metadata import FOR_EVER, Metadata, days_step, read_metadata, write_metadata
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.column import Column
from enacting.ui.items.rects import REST
from enacting.ui.items.type_styles import bold_type
from enacting.ui.window.app import App


def format_keep_days(days: int, words: Words) -> str:
    """How long a session is kept."""
    return words("keep.for_ever") if days == FOR_EVER else words("keep.days", count=days)


def format_keep_until(session: Summary, metadata: Metadata, today: date, words: Words) -> str:
    """Until when that session is kept, or since when it is overdue to be erased."""
    due = metadata.due(session.changed)
    if due is None:
        return words("sessions.keep_for_ever")
    return words("sessions.keep_past" if due < today else "sessions.keep_until", date=format_day(due, words))


def change_keep_days(app: App, path: Path, direction: int) -> None:
    """Keep that session one step longer (`direction` 1) or shorter (-1)."""
    metadata = read_metadata(path)
    try:
        write_metadata(path, replace(metadata, days=days_step(metadata.days, direction)))
    except OSError:
        app.show_message(app.words("sessions.keep_failed"), alarm=True)


def lay_out_warning(column: Column, name: str, text: str, icon: str = "warning") -> None:
    """A highlighted warning with its icon."""
    layout, style = column.layout, bold_type(column.layout.scale, 17)
    side, pad = layout.em(1.4), layout.px(Space.MEDIUM)
    height = layout.text_height(text, style, column.width - 3 * pad - side)
    rect = column.block(height + 2 * pad)
    layout.panel(f"{name}-panel", rect, palette().ask, radius=12, border=palette().warning)
    icon_rect, text_rect = layout.row(layout.inset(rect, Space.MEDIUM), (side, REST), Space.MEDIUM)
    icon_rect.height = side
    layout.symbol(f"{name}-icon", icon_rect, icon, side, palette().warning, weight=Weight.BOLD)
    layout.label(f"{name}-text", text_rect, text, style, palette().text)
    column.gap(Space.MEDIUM)
