"""What is shown of a session without opening it: its title, when it was played, how far it went, its board."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import pygame

from enacting.archive.copying import plain_title
from enacting.language.characters import printable
from enacting.language.words import Words, format_day, format_time
from enacting.session.journal import Summary
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Colour, Space, palette
from enacting.ui.graphics.typeset import Type
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.panels import Panel
from enacting.ui.items.rects import REST, place
from enacting.ui.sessions.session_previews import PreviewLoader

_TROUBLES = {
    "journal.newer_format": "sessions.newer",
    "journal.session_in_use": "sessions.in_use",
    "journal.not_a_file": "sessions.not_a_file",
    "journal.cannot_read": "sessions.cannot_read",
    "journal.strange_journal": "sessions.strange_journal",
}
"""The texts for files that are not damaged; the others cannot be opened as they are."""


class SummaryLine(NamedTuple):
    """A line about a session: an icon, words, and their colour."""

    name: str
    icon: str
    text: str
    colour: Colour


def shown_title(session: Summary, words: Words) -> str:
    """The title of a session, safe to display no matter who wrote it."""
    return words.typeset(plain_title(session.title)) or printable(session.path.stem)


def format_last_played(session: Summary, words: Words) -> str:
    """The day and the time it was last played."""
    when = datetime.fromtimestamp(session.changed)
    return words("sessions.when", day=format_day(when, words), time=format_time(when, words))


def about_session(session: Summary, words: Words) -> str:
    """How many people play it, and how far it went."""
    if session.trouble:
        return words("sessions.trouble")
    people, actions = words("title.people", count=len(session.players)), words("title.actions", count=session.moves)
    return f"{people} · {actions}"


def progress_line(previews: PreviewLoader, session: Summary, words: Words) -> SummaryLine:
    """How far a session went, or what is wrong with it."""
    if session.trouble:
        return SummaryLine(
            "trouble", "warning", words(_TROUBLES.get(session.trouble, "journal.listed")), palette().warning
        )
    preview = previews.of(session)
    if preview is None:
        return SummaryLine("progress", "hourglass", words("title.actions", count=session.moves), palette().text_second)
    icon, colour = ("flag-checkered", palette().done) if preview.over else ("hourglass", palette().text_second)
    return SummaryLine("progress", icon, preview.progress(words), colour)


def line_height(layout: Layout, line: SummaryLine, style: Type, width: int) -> int:
    """The height of a line with its icon in that width, in pixels."""
    indent = _icon_side(style) + layout.px(Space.SMALL) if line.icon else 0
    return layout.text_height(line.text, style, width - indent)


def lay_out_line(layout: Layout, name: str, rect: pygame.Rect, line: SummaryLine, style: Type, role: Role) -> None:
    """Lay out a line after its icon."""
    if line.icon:
        side = _icon_side(style)
        icon, rect = layout.row(rect, (side, REST), Space.SMALL)
        icon.height = style.line_height
        layout.symbol(f"{name}-icon", icon, line.icon, side, line.colour, weight=Weight.BOLD)
    layout.label(name, rect, line.text, style, line.colour, role=role)


def lay_out_picture(
    layout: Layout, previews: PreviewLoader, name: str, rect: pygame.Rect, session: Summary, *, large: bool = False
) -> None:
    """Lay out the board of a session, or a placeholder until it is made."""
    words, role = layout.words, Role.TEXT if large else Role.DECOR
    picture = previews.picture(session, words, large=large)
    if picture is not None:
        title = words("sessions.picture", title=shown_title(session, words))
        layout.add(Item(id=name, rect=rect, look=picture, role=role, name=title if large else ""))
        return
    never = bool(session.trouble) or previews.has_none(session)
    spoken = large and not never
    layout.add(
        Item(
            id=name,
            rect=rect,
            look=Panel(fill=palette().line, radius=layout.px(8)),
            role=Role.TEXT if spoken else Role.DECOR,
            name=words("sessions.no_picture") if spoken else "",
        )
    )
    side, icon = min(rect.size) // 3, "warning" if never else "hexagon"
    symbol = place(rect, side, side)
    layout.symbol(f"{name}-none", symbol, icon, side, palette().text_second, weight=Weight.BOLD)


def _icon_side(style: Type) -> int:
    return round(style.size * 1.15)
