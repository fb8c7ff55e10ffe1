"""Below the table, while the room has a window of its own: a small picture of what it sees, and what can be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import CardId
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.item import Item, Mood, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split, square
from enacting.ui.window.room_window import Room, Showing

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """The picture of the room's window, small. Two of one `version` look the same."""

    surface: pygame.Surface
    version: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the picture and its border."""
        surface.blit(pygame.transform.smoothscale(self.surface, rect.size), rect)
        shapes.paint_outline(surface, rect.inflate(4, 4), palette().light_ink_second, 2, 3)

    def reach(self) -> int:
        """The border."""
        return 4


def strip_height(layout: Layout) -> int:
    """How high the strip is."""
    return max(layout.px(118), layout.em(3.6))


def lay_out(layout: Layout, table: Table, room: Room, height: int) -> None:
    """The strip along the bottom of the window."""
    area = pygame.Rect(0, layout.rect.height - height, layout.rect.width, height)
    layout.panel("room-strip", area, palette().bar, radius=0)
    edge = layout.px(10)
    wide, high = room.size
    picture = pygame.Rect(edge, area.top + edge, round((height - 2 * edge) * wide / high), height - 2 * edge)
    words = layout.words
    says = words("room.sees_frozen" if room.frozen else f"room.sees_{room.showing}")
    look = Thumbnail(room.stage.surface(), room.version)
    layout.add(Item(id="room-picture", rect=picture, look=look, role=Role.TEXT, name=says))
    text = pygame.Rect(picture.right + edge, area.top, min(layout.em(11), area.width // 5), height)
    style = Type(Face.TEXT_BOLD, layout.scale.text(18))
    layout.label(
        "room-says",
        text,
        says,
        style,
        palette().light_ink,
        vertical="middle",
        smallest=theme.SMALLEST_TEXT,
        role=Role.DECOR,
    )
    _buttons(layout, table, room, pygame.Rect(text.right + edge, area.top, area.right - text.right - 2 * edge, height))


def card_of_the_moment(table: Table) -> CardId | None:
    """The card the table is talking about."""
    turn = table.game.turn
    if turn is not None and turn.proposal is not None:
        return turn.proposal.card
    if turn is not None and len(turn.hand) == 1:
        return turn.hand[0]
    return table.game.crisis if table.game.revealed else None


def _buttons(layout: Layout, table: Table, room: Room, area: pygame.Rect) -> None:
    words, card = layout.words, card_of_the_moment(table)
    buttons = [
        ("room-table", "squares-four", "room.show_table", lambda: room.show(Showing.TABLE), "", Showing.TABLE),
        ("room-large", "text-aa", "room.show_large", lambda: room.show(Showing.LARGE), "", Showing.LARGE),
        (
            "room-card",
            "cards",
            "room.show_card",
            (lambda: room.show(Showing.CARD, card)) if card is not None else None,
            "",
            Showing.CARD,
        ),
        ("room-freeze", "snowflake", "room.thaw" if room.frozen else "room.freeze", room.freeze, "f", None),
        ("room-black", "moon", "room.black", lambda: _black(room), "b", Showing.BLACK),
    ]
    if room.pages > 1:
        buttons.append(("room-page", "caret-right", "room.next_page", lambda: room.turn_page(1), "", None))
    buttons.append(("room-close", "x", "room.close", table.app.close_room, "", None))
    high = min(area.height - layout.px(24), max(layout.target(), layout.em(2.2)))
    row = pygame.Rect(area.left, 0, area.width, high)
    row.centery = area.centery
    roomy = area.width >= len(buttons) * layout.em(7)
    for (name, icon, key, act, keys, showing), rect in zip(
        buttons, split(row, len(buttons), layout.px(8)), strict=True
    ):
        chosen = room.frozen if name == "room-freeze" else showing is room.showing
        state = words("common.chosen") if chosen else ""
        style = paint.styles().ready if chosen else paint.styles().on_table
        if roomy:
            layout.button(
                name,
                rect,
                words(key),
                act,
                style=style,
                size=17,
                icon=icon,
                keys=keys,
                state=state,
                chosen=chosen,
                pad=6,
            )
        else:
            side = min(rect.size)
            layout.icon_button(
                name, square(rect.center, side), icon, words(key), act, style=style, keys=keys, chosen=chosen
            )


def _black(room: Room) -> None:
    room.show(Showing.TABLE if room.showing is Showing.BLACK else Showing.BLACK)
