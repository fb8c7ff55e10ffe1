"""What the window of the room shows of a table: the board, the card and the time; one thing large where no board is.

Law: nothing of what is given in secret, no note, no field and no button of the facilitator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.board import ActivityKind
from enacting.engine.game import Step
from enacting.ui.faces.large_view import MIN_TYPE, lay_out_large_view
from enacting.ui.faces.spoken_words import spoken_card
from enacting.ui.faces.table_look import ReadingCard
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type, fitted
from enacting.ui.items import paint
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split
from enacting.ui.table.board_items import lay_out as lay_out_board
from enacting.ui.table.frame import part_title
from enacting.ui.table.room_moment import card_thing, moment, with_time
from enacting.ui.window.room_window import Room, Showing

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ON_BOARD = (ActivityKind.POSTURES, ActivityKind.MECHANISMS, ActivityKind.ARRANGE)


def lay_out(layout: Layout, table: Table, room: Room) -> int:
    """What the facilitator has chosen to show of it; the number of its pages."""
    if room.showing is Showing.CARD and room.card is not None:
        thing = with_time(table, card_thing(table, table.card(room.card), layout.scale), None)
        return lay_out_large_view(layout, thing, room.page)
    if room.showing is Showing.LARGE or table.doing is None or table.doing.kind not in ON_BOARD:
        return lay_out_large_view(layout, moment(table, layout.scale), room.page)
    if table.game.turn is not None and table.game.turn.step is Step.KEEP:
        _drawn(layout, table)
    else:
        _board(layout, table)
    return 1


def _board(layout: Layout, table: Table) -> None:
    """The board at the left; at the right the card being talked about and the time."""
    high, wide = layout.rect.height, layout.rect.width
    edge = round(high * 0.025)
    head = round(high * 0.075)
    layout.panel("ground", layout.rect, palette().table, radius=0)
    side = round(wide * 0.28)
    board = pygame.Rect(edge, edge + head, wide - 3 * edge - side, high - 2 * edge - head)
    _head(layout, table, pygame.Rect(edge, edge // 2, wide - 2 * edge, head))
    lay_out_board(layout, table, board)
    right = pygame.Rect(board.right + edge, board.top, side, board.height)
    thing = moment(table, layout.scale)
    clock = min(side, round(high * 0.26))
    time = pygame.Rect(right.left, right.bottom - clock, side, clock)
    _time(layout, table, time)
    turn = table.game.turn
    shown = None
    if turn is not None and turn.proposal is not None:
        shown = table.card(turn.proposal.card)
    elif turn is not None and turn.hand:
        shown = table.card(turn.hand[0])
    room = pygame.Rect(right.left, right.top, side, time.top - right.top - edge)
    if shown is not None:
        look = ReadingCard(card=shown, look=table.look(shown, layout.scale))
        layout.add(
            Item(
                id=f"side-{shown.id}",
                rect=room,
                look=look,
                role=Role.CARD,
                name=spoken_card(shown, table.box, layout.words),
                glides=True,
            )
        )
    else:
        layout.panel("public-paper", room, palette().panel, radius=theme.RADIUS_LARGE)
        inside = room.inflate(-2 * edge, -2 * edge)
        texts = [thing.title, *(block.text for block in thing.blocks[:1])]
        sizes = [Type(Face.TITLE_700, size) for size in range(round(high * 0.05), round(high * 0.02), -1)]
        text = "\n".join(texts)
        fits = fitted(text, sizes, inside.width, inside.height)
        style = fits.type if fits is not None else sizes[-1]
        layout.label("public-text", inside, text, style, palette().text)


def _head(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """Which part it is, and whose turn."""
    game, words = table.game, layout.words
    parts = table.box.description.parts
    index = next((index for index, part in enumerate(parts) if game.part is not None and part.id == game.part.id), 0)
    style = Type(Face.TITLE_700, round(layout.rect.height * 0.042))
    left, right = area.copy(), area.copy()
    left.width = right.width = area.width // 2
    right.right = area.right
    sizes = round(layout.rect.height * 0.025)
    layout.label(
        "public-part", left, part_title(table, index), style, palette().light_ink, vertical="middle", smallest=sizes
    )
    if game.turn is not None:
        text = words("room.turn", name=table.name_of(game.turn.player))
        layout.label(
            "public-turn", right, text, style, palette().accent, align="right", vertical="middle", smallest=sizes
        )


def _time(layout: Layout, table: Table, rect: pygame.Rect) -> None:
    thing = with_time(table, moment(table, layout.scale), None)
    side = min(rect.size)
    clock = pygame.Rect(0, rect.top, side, side)
    clock.centerx = rect.centerx
    look = paint.Clock(
        text=table.timer.text,
        under=thing.time_caption or layout.words("table.discussion"),
        part=table.timer.part,
        paused=table.session.paused,
        over=table.timer.over,
    )
    layout.add(Item(id="timer", rect=clock, look=look, role=Role.TIMER, name=thing.spoken_time))


def _drawn(layout: Layout, table: Table) -> None:
    """The cards to choose from, to be read together."""
    turn = table.game.turn
    assert turn is not None
    high = layout.rect.height
    edge = round(high * 0.03)
    layout.panel("ground", layout.rect, palette().table, radius=0)
    text = layout.words("table.choose_one", name=table.name_of(turn.player))
    style = Type(Face.TITLE_700, round(high * MIN_TYPE))
    head = pygame.Rect(edge, edge, layout.rect.width - 2 * edge, round(high * 0.13))
    layout.label(
        "drawn-title", head, text, style, palette().light_ink, align="centre", vertical="middle", role=Role.HEADING
    )
    room = pygame.Rect(edge, head.bottom + edge, head.width, layout.rect.height - head.bottom - 2 * edge)
    width = min((room.width - 2 * edge * (len(turn.hand) - 1)) // len(turn.hand), round(room.height * 0.68))
    row = pygame.Rect(0, room.top, width * len(turn.hand) + 2 * edge * (len(turn.hand) - 1), room.height)
    row.centerx = room.centerx
    for name, rect in zip(turn.hand, split(row, len(turn.hand), 2 * edge), strict=True):
        card = table.card(name)
        look = ReadingCard(card=card, look=table.look(card, layout.scale))
        layout.add(
            Item(
                id=f"card-{name}",
                rect=rect,
                look=look,
                role=Role.CARD,
                name=spoken_card(card, table.box, layout.words),
                glides=True,
            )
        )
