"""Postures: draw, discuss, place (RULES 3)."""

from collections.abc import Iterator

from enacting.engine.agenda import Outcome, next_turn
from enacting.engine.board import ActivityKind
from enacting.engine.events import PostureDrawn, PosturePlaced
from enacting.engine.game import Game, Step, has_kind, replace, require_kind, require_turn
from enacting.engine.moves import DrawPosture, Move, PlacePosture
from enacting.engine.refusals import Reason, require


def draw_posture(game: Game, move: DrawPosture) -> Outcome:
    """Draw the top posture of the pile, to read it aloud and discuss it (RULES 3)."""
    require_kind(game, ActivityKind.POSTURES)
    turn = require_turn(game, move.by)
    require(turn.step is Step.DRAW, Reason.NOT_TIME_TO_DRAW)
    require(game.posture_pile, Reason.PILE_EMPTY)

    card, *rest = game.posture_pile
    drawn = replace(turn, step=Step.DISCUSS, hand=(card,))
    return replace(game, turn=drawn, posture_pile=tuple(rest)), (PostureDrawn(player=turn.player, card=card),)


def place_posture(game: Game, move: PlacePosture) -> Outcome:
    """Lay the posture in hand on an empty seat; the other side of the board is not an error (RULES 3)."""
    require_kind(game, ActivityKind.POSTURES)
    turn = require_turn(game, move.by)
    require(turn.step is Step.DISCUSS, Reason.NOT_TIME_TO_PLACE)
    require(move.card in turn.hand, Reason.CARD_NOT_IN_HAND)
    seat = next((candidate for candidate in game.box.board.seats if candidate.id == move.seat), None)
    require(seat is not None, Reason.UNKNOWN_SEAT)
    assert seat is not None
    require(move.seat not in game.postures, Reason.SEAT_TAKEN)

    placed = replace(game, turn=replace(turn, hand=()), postures={**game.postures, move.seat: move.card})
    own_side = seat.family == game.box.postures[move.card].family
    after, events = next_turn(placed)
    return after, (PosturePlaced(card=move.card, seat=move.seat, own_side=own_side), *events)


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now."""
    if not has_kind(game, ActivityKind.POSTURES) or game.turn is None:
        return
    yield DrawPosture(by=game.turn.player)
    for card in game.turn.hand:
        for seat in game.box.board.seats:
            yield PlacePosture(by=game.turn.player, card=card, seat=seat.id)
