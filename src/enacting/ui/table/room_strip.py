"""The strip below the table while the room has a window of its own: what the room sees, and what it can be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import CardId
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.item import Item, Mood, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import bold_type
from enacting.ui.table.wall_moment import may_show_ratings
from enacting.ui.window.displays import RoomPlace
from enacting.ui.window.room_window import Room, Showing
from enacting.ui.window.too_small import is_too_small

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
    return layout.length(96, 3.2)


def lay_out(layout: Layout, table: Table, room: Room, height: int) -> None:
    """The strip along the bottom of the window."""
    words = layout.words
    area = layout.stack(layout.rect, (REST, height))[1]
    layout.panel("room-strip", area, palette().bar, radius=0)
    inner = layout.inset(area, Space.MEDIUM)
    width, height_of_room = room.size
    picture_width = round(inner.height * width / height_of_room)
    text_width = min(layout.em(13), area.width // 5)
    picture, text, buttons = layout.row(inner, (picture_width, text_width, REST), Space.MEDIUM)
    says = words(f"room.{what_is_true(room)}")
    look = Thumbnail(room.stage.surface(), room.version)
    layout.add(Item(id="room-picture", rect=picture, look=look, role=Role.TEXT, name=says))
    layout.line_label("room-says", text, says, bold_type(layout.scale, 18), palette().light_ink, role=Role.DECOR)
    _buttons(layout, table, room, buttons)


def what_is_true(room: Room) -> str:
    """The key of what can be said of the window of the room: that it is seen only when something can see it."""
    if room.minimised:
        return "is_minimised"
    if is_too_small(room.size):
        return "is_too_small"
    if room.place is not RoomPlace.APART:
        return f"is_on_{room.place}"
    return "sees_frozen" if room.frozen else f"sees_{room.shown}"


def card_of_the_moment(table: Table) -> CardId | None:
    """The card the table is talking about."""
    turn = table.game.turn
    if turn is not None and turn.proposal is not None:
        return turn.proposal.card
    if turn is not None and len(turn.hand) == 1:
        return turn.hand[0]
    return table.game.crisis if table.game.revealed else None


def _buttons(layout: Layout, table: Table, room: Room, area: pygame.Rect) -> None:
    """What ends the projection is far from the right end, where the next action of the session lies without a strip."""
    words, card = layout.words, card_of_the_moment(table)
    show_card = (lambda: room.show(Showing.CARD, card)) if card is not None else None
    freeze = words("room.thaw" if room.frozen else "room.freeze")
    actions = [
        Action("room-close", words("room.close"), table.app.close_room, "x"),
        Action("room-black", words("room.black"), lambda: _black(room), "moon", "b"),
        Action("room-freeze", freeze, room.freeze, "snowflake", "f"),
        Action("room-card", words("room.show_card"), show_card, "cards"),
        Action("room-large", words("room.show_large"), lambda: room.show(Showing.LARGE), "text-aa"),
        Action("room-table", words("room.show_table"), lambda: room.show(Showing.TABLE), "squares-four"),
        Action("room-follow", words("room.show_follow"), lambda: room.show(Showing.FOLLOW), "projector-screen"),
    ]
    if may_show_ratings(table):
        ratings = Action(
            "room-ratings", words("room.show_ratings"), lambda: room.show(Showing.RATINGS), "chart-line-up"
        )
        actions.insert(-2, ratings)
    if room.place is not RoomPlace.ONLY:
        change = Action(
            "room-display", words("room.change_displays"), table.app.change_displays, "arrows-left-right", "f9"
        )
        actions.insert(1, change)
    if room.pages > 1:
        actions.append(Action("room-page", words("room.next_page"), lambda: room.turn_page(1), "caret-right"))
    chosen = {f"room-{room.showing}", *(("room-freeze",) if room.frozen else ())}
    row = place(area, area.width, min(area.height, max(layout.target(), layout.em(2.2))))
    cells = layout.split(row, len(actions), Space.SMALL)
    if not _have_room(layout, actions, cells[0].width, icon=True):
        if _have_room(layout, actions, cells[0].width, icon=False):
            actions = [replace(action, icon="") for action in actions]
        else:
            actions = [replace(action, text="", says=action.text) for action in actions]
    for action, rect in zip(actions, cells, strict=True):
        is_chosen = action.name in chosen
        style = button_styles().ready if is_chosen else button_styles().on_table
        if action.text:
            layout.action(rect, action, size=17, style=style, chosen=is_chosen, pad=6)
        else:
            layout.icon_button(
                action.name,
                rect,
                action.icon,
                action.says,
                action.intent,
                style=style,
                keys=action.keys,
                chosen=is_chosen,
            )


def _have_room(layout: Layout, actions: list[Action], width: int, *, icon: bool) -> bool:
    """Whether the words of all buttons go in one line of that width, with their icons or without."""
    return all(layout.button_width(action.text, theme.SMALL, icon=icon) <= width for action in actions)


def _black(room: Room) -> None:
    room.show(Showing.FOLLOW if room.showing is Showing.BLACK else Showing.BLACK)
