"""RULES 3: in turn, draw a posture, discuss it, place it on any empty seat, until all are placed."""

from dataclasses import replace

import pytest
from tables import (
    AMINA,
    HELPER,
    LEFT,
    LEO,
    PARTNER,
    RIGHT,
    SPARE,
    a_table,
    after,
    at_part,
    events_of,
    refused,
    tiny_box,
)

from enacting.engine.board import ActivityId, PartId, SeatId
from enacting.engine.events import (
    ActivityEnded,
    ActivityStarted,
    PartStarted,
    PostureDrawn,
    PosturePlaced,
    TurnPassed,
    TurnStarted,
)
from enacting.engine.game import FACILITATOR, Game, Step, Zone
from enacting.engine.moves import DrawPosture, EndActivity, KeepForLater, Pass, PlacePosture
from enacting.engine.refusals import Reason


def at_postures(players: int = 2) -> Game:
    """The helper lies on top of the pile, the partner under it, and Amina begins."""
    return at_part("postures", a_table(players))


def helper_drawn(players: int = 2) -> Game:
    return after(at_postures(players), DrawPosture(by=AMINA))


# In turn, a player draws one posture card.


def test_the_first_player_begins() -> None:
    game = at_postures()

    assert game.turn is not None
    assert game.turn.player == AMINA
    assert game.turn.step is Step.DRAW
    assert refused(game, DrawPosture(by=LEO)) is Reason.NOT_YOUR_TURN


def test_a_player_draws_the_top_posture() -> None:
    game = at_postures()

    assert events_of(game, DrawPosture(by=AMINA)) == (PostureDrawn(player=AMINA, card=HELPER),)
    game = after(game, DrawPosture(by=AMINA))
    assert game.turn is not None
    assert game.turn.hand == (HELPER,)
    assert game.posture_pile == (PARTNER,)


def test_a_player_draws_one_posture_only() -> None:
    assert refused(helper_drawn(), DrawPosture(by=AMINA)) is Reason.NOT_TIME_TO_DRAW


def test_postures_are_drawn_in_their_part_only() -> None:
    assert refused(a_table(), DrawPosture(by=AMINA)) is Reason.NOT_THIS_ACTIVITY
    assert refused(at_part("mechanisms", a_table()), DrawPosture(by=AMINA)) is Reason.NOT_THIS_ACTIVITY


def test_the_facilitator_may_play_for_the_player_in_turn() -> None:
    game = after(at_postures(), DrawPosture(by=FACILITATOR), PlacePosture(by=FACILITATOR, card=HELPER, seat=RIGHT))

    assert game.postures == {RIGHT: HELPER}


# Then the player places the card on any empty seat of the board.


def test_placing_gives_the_turn_to_the_next_player() -> None:
    game = helper_drawn()
    move = PlacePosture(by=AMINA, card=HELPER, seat=RIGHT)

    assert events_of(game, move) == (
        PosturePlaced(card=HELPER, seat=RIGHT, own_side=True),
        TurnStarted(player=LEO),
    )
    game = after(game, move)
    assert game.postures == {RIGHT: HELPER}
    assert game.turn is not None
    assert game.turn.player == LEO
    assert game.turn.hand == ()


@pytest.mark.parametrize(("seat", "own_side"), [(LEFT, False), (RIGHT, True), (SPARE, True)])
def test_the_other_side_is_no_error_but_it_is_said(seat: SeatId, own_side: bool) -> None:
    placed = events_of(helper_drawn(), PlacePosture(by=AMINA, card=HELPER, seat=seat))[0]

    assert placed == PosturePlaced(card=HELPER, seat=seat, own_side=own_side)


def test_nobody_places_in_the_turn_of_another() -> None:
    assert refused(helper_drawn(), PlacePosture(by=LEO, card=HELPER, seat=RIGHT)) is Reason.NOT_YOUR_TURN


def test_a_posture_is_drawn_before_it_is_placed() -> None:
    assert refused(at_postures(), PlacePosture(by=AMINA, card=HELPER, seat=RIGHT)) is Reason.NOT_TIME_TO_PLACE


def test_only_the_posture_in_hand_is_placed() -> None:
    assert refused(helper_drawn(), PlacePosture(by=AMINA, card=PARTNER, seat=RIGHT)) is Reason.CARD_NOT_IN_HAND


def test_a_posture_is_placed_on_a_seat_of_the_board() -> None:
    move = PlacePosture(by=AMINA, card=HELPER, seat=SeatId("moon"))

    assert refused(helper_drawn(), move) is Reason.UNKNOWN_SEAT


def test_a_seat_holds_one_posture() -> None:
    game = after(helper_drawn(), PlacePosture(by=AMINA, card=HELPER, seat=LEFT), DrawPosture(by=LEO))

    assert refused(game, PlacePosture(by=LEO, card=PARTNER, seat=LEFT)) is Reason.SEAT_TAKEN
    assert refused(game, PlacePosture(by=LEO, card=PARTNER, seat=SPARE)) is None


def test_postures_are_placed_in_their_part_only() -> None:
    move = PlacePosture(by=AMINA, card=HELPER, seat=RIGHT)

    assert refused(at_part("mechanisms", a_table()), move) is Reason.NOT_THIS_ACTIVITY


# It goes on until all are placed.


def test_it_goes_on_until_all_are_placed() -> None:
    game = after(helper_drawn(), PlacePosture(by=AMINA, card=HELPER, seat=LEFT), DrawPosture(by=LEO))
    last = PlacePosture(by=LEO, card=PARTNER, seat=SPARE)

    assert events_of(game, last) == (
        PosturePlaced(card=PARTNER, seat=SPARE, own_side=False),
        ActivityEnded(activity=ActivityId("postures")),
        PartStarted(part=PartId("mechanisms")),
        ActivityStarted(activity=ActivityId("mechanisms")),
        TurnStarted(player=AMINA),
    )
    assert after(game, last).postures == {LEFT: HELPER, SPARE: PARTNER}


def test_who_plays_alone_places_them_all() -> None:
    game = helper_drawn(players=1)

    game = after(
        game,
        PlacePosture(by=AMINA, card=HELPER, seat=RIGHT),
        DrawPosture(by=AMINA),
        PlacePosture(by=AMINA, card=PARTNER, seat=LEFT),
    )

    assert game.postures == {RIGHT: HELPER, LEFT: PARTNER}
    assert game.part is not None
    assert game.part.id == "mechanisms"


# Anyone may pass (RULES 4), and the facilitator may go on early (RULES 7).


def test_who_passes_puts_the_posture_under_the_pile() -> None:
    game = helper_drawn()

    assert events_of(game, Pass(by=AMINA)) == (TurnPassed(player=AMINA), TurnStarted(player=LEO))
    game = after(game, Pass(by=AMINA))
    assert game.posture_pile == (PARTNER, HELPER)
    assert game.zones()[HELPER] == [Zone.PILE]


def test_the_last_posture_may_be_passed_on_too() -> None:
    game = after(helper_drawn(), PlacePosture(by=AMINA, card=HELPER, seat=LEFT), DrawPosture(by=LEO), Pass(by=LEO))

    assert game.posture_pile == (PARTNER,)
    assert game.turn is not None
    assert game.turn.player == AMINA


def test_a_posture_is_neither_dropped_nor_kept_for_later() -> None:
    assert refused(helper_drawn(), KeepForLater(by=AMINA)) is Reason.NOT_THIS_ACTIVITY


def test_ending_early_lays_the_postures_left_on_their_home_seats() -> None:
    game = helper_drawn()

    events = events_of(game, EndActivity(by=FACILITATOR))
    game = after(game, EndActivity(by=FACILITATOR))

    assert events[:2] == (
        PosturePlaced(card=PARTNER, seat=LEFT, own_side=True),
        PosturePlaced(card=HELPER, seat=RIGHT, own_side=True),
    )
    assert game.postures == {LEFT: PARTNER, RIGHT: HELPER}


def test_a_home_seat_is_on_the_postures_own_side_though_another_comes_first() -> None:
    game = after(at_part("postures", a_table(seed=2)), DrawPosture(by=AMINA))
    game = after(game, PlacePosture(by=AMINA, card=PARTNER, seat=RIGHT))

    game = after(game, EndActivity(by=FACILITATOR))

    assert game.postures == {RIGHT: PARTNER, SPARE: HELPER}


def test_a_posture_whose_side_is_full_is_laid_on_the_other_side() -> None:
    game = after(helper_drawn(), PlacePosture(by=AMINA, card=HELPER, seat=LEFT))

    game = after(game, EndActivity(by=FACILITATOR))

    assert game.postures == {LEFT: HELPER, RIGHT: PARTNER}


def test_only_the_facilitator_ends_before_all_are_placed() -> None:
    assert refused(at_postures(), EndActivity(by=AMINA)) is Reason.ACTIVITY_NOT_FINISHED


# A short game starts with the six already placed.


def test_with_the_postures_placed_there_is_nothing_to_draw() -> None:
    game = at_part("mechanisms", a_table(postures_placed=True))

    assert game.postures == {LEFT: PARTNER, RIGHT: HELPER}
    assert game.turn is not None


def test_a_box_with_as_many_seats_as_postures_fills_its_board() -> None:
    box = tiny_box()
    box = replace(box, board=replace(box.board, seats=box.board.seats[:2]))

    game = at_part("mechanisms", a_table(box=box))

    assert game.postures == {LEFT: PARTNER, RIGHT: HELPER}
