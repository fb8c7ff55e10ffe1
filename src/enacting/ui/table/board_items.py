"""The board: seats with their postures and mechanisms, the crisis in the middle, the threads between proposals.

Law: a seat lights up exactly when the rules accept what is held.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pygame

from enacting.engine.board import ActivityKind, Seat, SeatId
from enacting.engine.cards import CardId, PostureCard
from enacting.engine.game import FACILITATOR, Proposal
from enacting.engine.moves import LinkProposals, Move, MoveProposal, PlacePosture, Propose, TakeBack
from enacting.language.words import Words
from enacting.ui.destinations import LinkForm, ProposalForm, ReadCard
from enacting.ui.faces.table_look import CARD_SHAPE, BoardCard, CrisisRing, SeatGround
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type, fitted, width_of
from enacting.ui.items import paint
from enacting.ui.items.item import Intent, Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.table.threads import Ties, lay_out_threads, tied_once

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out(layout: Layout, table: Table, area: pygame.Rect, ties: Ties = tied_once) -> None:
    """Everything on the board, in that rectangle; `ties` finds the threads of the links."""
    layout.add(Item(id="board", rect=area, look=paint.Paper(unit=layout.scale.unit, radius=layout.px(18))))
    inside = area.inflate(-layout.px(12), -layout.px(12))
    places: dict[CardId, pygame.Rect] = {}
    for seat in table.box.board.seats:
        _seat(layout, table, seat, seat_rect(seat, inside), places)
    crisis = _crisis(layout, table, inside)
    lay_out_threads(layout, table, inside, places, crisis, ties)


def seat_rect(seat: Seat, area: pygame.Rect) -> pygame.Rect:
    """Where a seat is, in pixels."""
    return pygame.Rect(
        round(area.left + seat.x * area.width / 100),
        round(area.top + seat.y * area.height / 100),
        round(seat.width * area.width / 100),
        round(seat.height * area.height / 100),
    )


def lays(table: Table, card: CardId, seat: SeatId) -> tuple[Move, Intent] | None:
    """The move that lays the card held on a seat, and what letting it go there does; None where it cannot lie."""
    game = table.game
    if game.turn is not None and card in game.turn.hand:
        by = game.turn.player
        if card in game.box.postures:
            place = PlacePosture(by=by, card=card, seat=seat)
            return place, place
        return Propose(by=by, card=card, seat=seat), ProposalForm(card, seat)
    if card in game.later:
        return TakeBack(by=FACILITATOR, card=card, seat=seat), ProposalForm(card, seat, from_later=True)
    move = MoveProposal(by=FACILITATOR, card=card, seat=seat)
    return move, move


def _seat(layout: Layout, table: Table, seat: Seat, rect: pygame.Rect, places: dict[CardId, pygame.Rect]) -> None:
    game, words = table.game, layout.words
    posture = game.postures.get(seat.id)
    card = table.box.postures[posture] if posture is not None else None
    held = layout.held
    laid = lays(table, held, seat.id) if held is not None else None
    drop = laid[1] if laid is not None and table.allows(laid[0]) else None
    colour = theme.colour_of(card.colour) if card is not None else None
    side = next(one.title for one in table.box.description.posture_families if one.id == seat.family)
    name = _seat_name(layout, table, seat, card, side)
    here = [one for one in shown_proposals(table) if one.seat == seat.id]
    if here:
        held_here = words.list_of([table.box.mechanisms[one.card].title for one in here])
        name = words("table.seat_holds", seat=name, cards=held_here)
    layout.add(
        Item(
            id=f"seat-{seat.id}",
            rect=rect,
            look=SeatGround(colour=colour, highlighted=drop is not None, unit=layout.scale.unit),
            role=Role.SEAT,
            name=name,
            state=words("table.takes_card") if drop is not None else "",
            intent=ReadCard(card.id) if card is not None and held is None else None,
            drop=drop,
            reads=posture,
        )
    )
    inside = rect.inflate(-2 * layout.px(16), -2 * layout.px(12))
    head = min(max(layout.px(40), layout.em(1.9)), rect.height // 3)
    top = pygame.Rect(inside.left, inside.top, inside.width, head)
    if card is None:
        _empty_seat(layout, table, seat, rect, side, lit=drop is not None)
        return
    below = _heading(layout, table, seat, card, side, top) + layout.px(10)
    room = pygame.Rect(inside.left, below, inside.width, inside.bottom - below)
    if not here:
        _hint(layout, seat, card, room, lit=drop is not None)
        return
    widest = max(layout.px(150), layout.em(7.5))
    for proposal, place in zip(here, card_places(room, len(here), widest, layout.px(14)), strict=True):
        places[proposal.card] = place
        _card(layout, table, proposal, place)


def _seat_name(layout: Layout, table: Table, seat: Seat, card: PostureCard | None, side: str) -> str:
    """A seat in words: its posture and side, or that it is free and which of its side it is."""
    if card is None:
        same = [one.id for one in table.box.board.seats if one.family == seat.family]
        return layout.words("table.empty_seat", side=side, number=same.index(seat.id) + 1)
    if card.family != seat.family:
        return layout.words("table.seat_of_other", posture=card.title, side=side)
    return layout.words("table.seat_of", posture=card.title, side=side)


def _heading(layout: Layout, table: Table, seat: Seat, card: PostureCard, side: str, rect: pygame.Rect) -> int:
    """The posture's shape, icon and name, and its side of the board; returns where it ends.

    The side stands beside the name, or in small letters below it. What has no room is left out, the name last; that a
    posture lies on the other side is always said.
    """
    title, small = Type(Face.TITLE_700, layout.scale.text(27)), paint.body(layout.scale, 18)
    smallest = max(11, round(title.size * 0.4))
    needed = width_of(card.title, title.with_size(max(smallest, round(title.size * 0.8)))) + 4
    elsewhere = card.family != seat.family
    note = layout.words("table.other_side", side=side) if elsewhere else side
    note_width = width_of(note, small) + 2 + layout.px(8)
    mark = pygame.Rect(rect.left, rect.top, rect.height * 8 // 10, rect.height * 8 // 10)
    mark.centery = rect.centery
    look = paint.Mark(shape=card.shape, fill=theme.colour_of(card.colour), icon="")
    layout.add(Item(id=f"mark-{seat.id}", rect=mark, look=look))
    left = mark.right + layout.px(8)
    if needed + mark.width + layout.px(8) <= rect.right - left:
        icon = mark.move(mark.width + layout.px(8), 0)
        symbol = paint.Symbol(icon=card.art.icon, weight=Weight.FILL, size=icon.height, colour=palette().ink)
        layout.add(Item(id=f"icon-{seat.id}", rect=icon, look=symbol))
        left = icon.right + layout.px(10)
    room = rect.right - left
    shows_note = needed + note_width <= room
    below = pygame.Rect(left, 0, room, rect.height * 9 // 20)
    below.bottom = rect.bottom
    low = None if shows_note else fitted(note, paint.types_down(small, theme.SMALLEST_TEXT), room, below.height)
    area = pygame.Rect(left, rect.top, room - note_width if shows_note else room, rect.height)
    if low is not None:
        area.height = below.top - rect.top
    layout.label(
        f"posture-{seat.id}",
        area,
        card.title,
        title,
        palette().ink,
        vertical="middle",
        smallest=smallest,
        role=Role.DECOR,
    )
    colour = theme.CRISIS if elsewhere else palette().ink_second
    if shows_note:
        area = pygame.Rect(rect.right - note_width, rect.top, note_width, rect.height)
        layout.label(f"side-{seat.id}", area, note, small, colour, vertical="middle", align="right", role=Role.DECOR)
    elif low is not None:
        layout.label(f"side-{seat.id}", below, note, low.type, colour, vertical="middle", role=Role.DECOR)
    elif elsewhere:
        area = pygame.Rect(rect.left, rect.bottom, rect.width, small.line_height)
        layout.label(f"side-{seat.id}", area, note, small, colour, smallest=theme.SMALLEST_TEXT, role=Role.DECOR)
        return area.bottom
    return rect.bottom


def _empty_seat(layout: Layout, table: Table, seat: Seat, rect: pygame.Rect, side: str, *, lit: bool) -> None:
    area = rect.inflate(-2 * layout.px(20), -2 * layout.px(16))
    title = Type(Face.TITLE_700, layout.scale.text(26))
    half = pygame.Rect(area.left, area.top, area.width, area.height // 2)
    layout.label(
        f"side-{seat.id}",
        half,
        side,
        title,
        palette().ink_second,
        align="centre",
        vertical="bottom",
        smallest=11,
        role=Role.DECOR,
    )
    text = layout.words("table.place_posture_here" if lit else "table.empty")
    under = pygame.Rect(area.left, half.bottom, area.width, area.height - half.height)
    layout.label(
        f"hint-{seat.id}",
        under,
        text,
        paint.body(layout.scale, 19),
        palette().ink_second,
        align="centre",
        smallest=10,
        role=Role.DECOR,
    )


def _hint(layout: Layout, seat: Seat, card: PostureCard, room: pygame.Rect, *, lit: bool) -> None:
    """What an empty place invites to: to lay the card that is held, or else to answer the posture's question."""
    text, style = layout.words("table.place_here"), paint.body(layout.scale, 20)
    if not lit:
        text, style = card.question, paint.body(layout.scale, 18)
        room = room.inflate(-layout.em(2), -layout.em(0.5))
        if fitted(text, [style], room.width, room.height, balanced=True) is None:
            return
    layout.label(
        f"hint-{seat.id}",
        room,
        text,
        style,
        palette().ink_second,
        align="centre",
        vertical="middle",
        balanced=True,
        smallest=10,
        role=Role.DECOR,
    )


def shown_proposals(table: Table) -> tuple[Proposal, ...]:
    """The proposals on the board, the one being decided last."""
    turn = table.game.turn
    pending = turn.proposal if turn is not None else None
    return (*table.game.proposals, pending) if pending is not None else table.game.proposals


def card_places(room: pygame.Rect, count: int, widest: int, gap: int) -> list[pygame.Rect]:
    """Where `count` cards lie in a room: as large as they can, side by side then row by row."""
    best, across = 0, 1
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        width = min(
            (room.width - gap * (columns - 1)) // columns,
            round((room.height - gap * (rows - 1)) / rows / CARD_SHAPE),
            widest,
        )
        if width > best:
            best, across = width, columns
    best = max(best, 16)
    size = (best, round(best * CARD_SHAPE))
    return [
        pygame.Rect(room.left + index % across * (size[0] + gap), room.top + index // across * (size[1] + gap), *size)
        for index in range(count)
    ]


def tilt_of(card: CardId) -> float:
    """Each card lies a little askew, always in the same way."""
    return (zlib.crc32(card.encode()) % 5 - 2) * 0.6


def _card(layout: Layout, table: Table, proposal: Proposal, rect: pygame.Rect) -> None:
    game, words = table.game, layout.words
    card = table.box.mechanisms[proposal.card]
    pending = game.turn is not None and game.turn.proposal is not None and game.turn.proposal.card == proposal.card
    arranging = table.doing is not None and table.doing.kind is ActivityKind.ARRANGE
    answers = [one.title for one in table.box.description.consequences if one.id in proposal.answers]
    said = (
        words("table.card_said", title=card.title, place=card.place, answers=words.list_of(answers))
        if answers
        else f"{card.title}, {card.place}"
    )
    held = layout.held
    link = None
    if arranging and held is not None and held != card.id and game.proposal(held) is not None:
        move = LinkProposals(by=FACILITATOR, source=held, target=card.id)
        if table.allows(move):
            link = LinkForm(held, card.id)
    layout.add(
        Item(
            id=f"card-{card.id}",
            rect=rect,
            look=BoardCard(
                card=card,
                look=table.look(card, layout.scale),
                tilt=tilt_of(card.id),
                chosen=pending or link is not None,
                away=held == card.id,
            ),
            role=Role.CARD,
            name=said,
            state=_card_state(words, pending=pending, held=held == card.id, takes=link is not None),
            intent=_card_intent(table, card.id, lifts=arranging and held is None),
            lifts=card.id if arranging else None,
            drop=link,
            reads=card.id,
            glides=True,
        )
    )


def _card_state(words: Words, *, pending: bool, held: bool, takes: bool) -> str:
    if pending:
        return words("table.being_decided")
    return words("table.in_hand") if held else words("table.can_be_linked") if takes else ""


def _card_intent(table: Table, card: CardId, *, lifts: bool) -> Intent:
    if lifts:
        return lambda: table.app.pick_up(card)
    return ReadCard(card)


def _crisis(layout: Layout, table: Table, area: pygame.Rect) -> pygame.Rect:
    place = table.box.board.crisis
    side = round(min(place.size * area.height / 100, area.width * 0.3))
    rect = pygame.Rect(0, 0, side, side)
    rect.center = (round(area.left + place.x * area.width / 100), round(area.top + place.y * area.height / 100))
    game, card = table.game, table.box.crises[table.game.crisis]
    counts = game.answered()
    full = 3
    answered = tuple((one.icon, min(1.0, counts[one.id] / full)) for one in table.box.description.consequences)
    said = [
        layout.words("table.answered", consequence=one.title, count=counts[one.id])
        for one in table.box.description.consequences
    ]
    layout.add(
        Item(
            id="crisis",
            rect=rect,
            look=CrisisRing(
                card=card, answered=answered, revealed=game.revealed, smallest=max(9, layout.scale.text(12) * 3 // 4)
            ),
            role=Role.CARD,
            name=f"{card.title}. {' '.join(said)}" if game.revealed else layout.words("table.crisis_hidden"),
            intent=ReadCard(card.id) if game.revealed and layout.held is None else None,
            reads=card.id if game.revealed else None,
        )
    )
    return rect
