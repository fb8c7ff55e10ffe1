"""The board of a table as the wall shows it: without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enacting.drawing.place_of_game import place_of
from enacting.drawing.rects import Rect
from enacting.engine.cards import CardId
from enacting.engine.game import Proposal
from enacting.ui.faces.face_look import scenery_of
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Colour, Scale, palette
from enacting.ui.wall.board import WallBoard, WallCard, WallLink, WallSeat
from enacting.ui.wall.looks import Pictured

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def pictured(table: Table, card: CardId, scale: Scale) -> Pictured:
    """The picture of a card."""
    found = table.card(card)
    return Pictured(found.art, table.look(found, scale))


def wall_board(table: Table, scale: Scale) -> WallBoard:
    """The board as it stands, without what is still being decided."""
    game, box = table.game, table.box
    seats = []
    for seat in box.board.seats:
        posture = game.postures.get(seat.id)
        if posture is None:
            seats.append(WallSeat(seat=seat))
            continue
        card = box.postures[posture]
        here = tuple(_card(table, proposal, scale) for proposal in game.proposals if proposal.seat == seat.id)
        scenery = scenery_of(card, box)
        colour = theme.colour_of(card.colour)
        seats.append(WallSeat(seat=seat, colour=colour, shape=card.shape, scenery=scenery, cards=here))
    middle = box.board.place
    place = (place_of(game, box), Rect(middle.x, middle.y, middle.width, middle.height)) if middle is not None else None
    links = tuple(
        WallLink(source=link.source, target=link.target, colour=_colour(table, link.source)) for link in game.links
    )
    return WallBoard(says=_said(table), seats=tuple(seats), place=place, links=links)


def _said(table: Table) -> str:
    """What lies on the board: each proposal with its posture, or the postures as long as there is none."""
    game, box, words = table.game, table.box, table.words
    titles = {seat: box.postures[posture].title for seat, posture in game.postures.items()}
    laid = [
        words("room.laid", mechanism=box.mechanisms[proposal.card].title, posture=titles[proposal.seat])
        for proposal in game.proposals
    ]
    told = laid or list(titles.values())
    return words("wall.board", told=words.list_of(told)) if told else words("wall.empty_board")


def _card(table: Table, proposal: Proposal, scale: Scale) -> WallCard:
    people = ((proposal.by,) if proposal.by is not None else ()) + proposal.allies
    verdict = table.game.verdicts.get(proposal.card)
    return WallCard(
        id=proposal.card,
        picture=pictured(table, proposal.card, scale),
        discs=tuple(table.colour_of(player) for player in people),
        lost=verdict is not None and not verdict.holds,
    )


def _colour(table: Table, card: CardId) -> Colour:
    """The colour of the posture that carries a card."""
    proposal = table.game.proposal(card)
    posture = table.game.postures.get(proposal.seat) if proposal is not None else None
    return theme.colour_of(table.box.postures[posture].colour) if posture is not None else palette().ink
