"""What the window of the room shows of a table: the board, the card and the time; one thing large where no board is.

Law: nothing of what is given in secret, no note, no field and no button of the facilitator.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from enacting.engine.board import ActivityKind
from enacting.engine.cards import Card, CardId
from enacting.engine.game import Step
from enacting.ui.faces.large_view import MIN_TYPE, lay_out_large_view
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import rects
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
from enacting.ui.table.board_items import lay_out as lay_out_board
from enacting.ui.table.card_items import card_for_room
from enacting.ui.table.frame import part_title
from enacting.ui.table.people import NewcomerDialog
from enacting.ui.table.prompt import PromptDialog, question_of_the_moment
from enacting.ui.table.room_moment import card_view, moment, with_time
from enacting.ui.table.wall_moment import averages_shown, crisis_shown, may_show_ratings, persona_shown, picture_of
from enacting.ui.table.wall_people import time_of
from enacting.ui.wall.people import clock as lay_out_clock
from enacting.ui.wall.pictures import Picture, lay_out_picture
from enacting.ui.wall.wall_text import WallText, write, write_line
from enacting.ui.window.room_window import Room, Showing

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ON_BOARD = (ActivityKind.POSTURES, ActivityKind.MECHANISMS, ActivityKind.ARRANGE, ActivityKind.TROUBLE)


def lay_out(layout: Layout, table: Table, room: Room) -> int:
    """What the facilitator has chosen to show of it, or else the picture of the moment; the number of its pages."""
    is_on_board = table.doing is not None and table.doing.kind in ON_BOARD and not table.session.paused
    room.shown = room.showing
    if room.showing is Showing.CARD and room.card is not None:
        return _card(layout, table, room.card, room.page)
    if room.showing is Showing.LARGE and is_on_board:
        return lay_out_large_view(layout, moment(table, layout.scale), room.page)
    if room.showing is Showing.TABLE and is_on_board:
        _table(layout, table)
    elif room.showing is Showing.RATINGS and may_show_ratings(table):
        lay_out_picture(layout, averages_shown(table))
    else:
        room.shown = Showing.FOLLOW
        lay_out_picture(layout, moment_picture(table, layout.scale))
    return 1


def _card(layout: Layout, table: Table, card: CardId, page: int) -> int:
    """A card with all its words; a crisis is whole on its own picture."""
    if card in table.box.crises:
        lay_out_picture(layout, crisis_shown(table, card, layout.scale))
        return 1
    view = with_time(table, card_view(table, table.card(card), layout.scale), None)
    return lay_out_large_view(layout, view, page)


def moment_picture(table: Table, scale: Scale) -> Picture:
    """The picture of the moment, with who has just arrived, or the question that is put to the table just now."""
    arrived = next((screen.player for screen in table.app.screens if isinstance(screen, NewcomerDialog)), None)
    if arrived is not None:
        shown = persona_shown(table, table.game.player(arrived).persona, arrived, scale)
        return replace(shown, caption=table.words("people.joins"), time=None)
    asked = (
        question_of_the_moment(table) if any(isinstance(screen, PromptDialog) for screen in table.app.screens) else None
    )
    return picture_of(table, scale, asked=asked)


def _table(layout: Layout, table: Table) -> None:
    """The table as it lies: the cards drawn, or the board."""
    if table.game.turn is not None and table.game.turn.step is Step.KEEP:
        _drawn(layout, table)
    else:
        _board(layout, table)


def _board(layout: Layout, table: Table) -> None:
    """The board at the left; at the right the card being talked about and the time."""
    height = layout.rect.height
    edge = round(height * 0.025)
    layout.panel("ground", layout.rect, palette().table, radius=0)
    head, area = rects.stack(rects.inset(layout.rect, edge, 0), (edge // 2 + round(height * 0.075), REST), edge // 2)
    _head(layout, table, head)
    board, side = rects.row(rects.stack(area, (REST, edge))[0], (REST, round(layout.rect.width * 0.28)), edge)
    lay_out_board(layout, table, board)
    upper, clock = rects.stack(side, (REST, min(side.width, round(height * 0.26))), edge)
    _time(layout, table, clock)
    card = _card_discussed(table)
    if card is not None:
        layout.add(replace(card_for_room(layout, table, card, upper), id=f"side-{card.id}"))
        return
    layout.panel("public-paper", upper, palette().panel, radius=theme.RADIUS_LARGE)
    view, ink = moment(table, layout.scale), palette().text
    texts = [WallText(id="public-title", text=view.title, colour=ink, size=60, role=Role.HEADING)]
    texts += [
        WallText(id="public-text", text=block.text, colour=ink, face=Face.TEXT, size=54, before=20)
        for block in view.blocks[:1]
    ]
    write(layout, rects.inset(upper, edge), texts)


def _card_discussed(table: Table) -> Card | None:
    """The card proposed or in hand."""
    turn = table.game.turn
    if turn is not None and turn.proposal is not None:
        return table.card(turn.proposal.card)
    return table.card(turn.hand[0]) if turn is not None and turn.hand else None


def _head(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """Which part it is, and whose turn."""
    game, words = table.game, layout.words
    parts = table.box.description.parts
    index = next((index for index, part in enumerate(parts) if game.part is not None and part.id == game.part.id), 0)
    left, right = rects.split(area, 2)
    part = WallText(id="public-part", text=part_title(table, index), colour=palette().light_ink, size=46)
    write_line(layout, left, part)
    if game.turn is not None:
        text = words("room.turn", name=table.name_of(game.turn.player))
        write_line(
            layout, right, WallText(id="public-turn", text=text, colour=palette().accent, size=46), align="right"
        )


def _time(layout: Layout, table: Table, rect: pygame.Rect) -> None:
    time = time_of(table)
    if time is not None:
        lay_out_clock(layout, rect, time)


def _drawn(layout: Layout, table: Table) -> None:
    """The cards to choose from, to be read together."""
    turn = table.game.turn
    assert turn is not None
    height = layout.rect.height
    edge = round(height * 0.03)
    layout.panel("ground", layout.rect, palette().table, radius=0)
    head, area = rects.stack(rects.inset(layout.rect, edge), (round(height * 0.13), REST), edge)
    text = layout.words("table.choose_one", name=table.name_of(turn.player))
    style = Type(Face.TITLE_700, round(height * MIN_TYPE))
    layout.label(
        "drawn-title", head, text, style, palette().light_ink, align="centre", vertical="middle", role=Role.HEADING
    )
    count, gap = len(turn.hand), 2 * edge
    width = min((area.width - gap * (count - 1)) // count, round(area.height * 0.68))
    row = rects.place(area, width * count + gap * (count - 1), area.height)
    for name, rect in zip(turn.hand, rects.split(row, count, gap), strict=True):
        layout.add(card_for_room(layout, table, table.card(name), rect))
