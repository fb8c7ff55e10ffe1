"""The pace of a session: what is left at this pace, when it was meant to end, what would bring it back."""

from datetime import datetime

import pytest
from tables import LEO, a_setup, a_table, at_part, tiny_box

from enacting.engine.game import FACILITATOR, Game, Plan
from enacting.engine.moves import AddPlayer, ChangePlan, DrawMechanisms, EndActivity, Move, Pass, SkipPart
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.session.pace import (
    Remedy,
    Stretch,
    advice,
    planned_end,
    seconds_left,
    seconds_while,
    turn_seconds,
    turns_left,
)

BOX = tiny_box(mechanisms=60)
PASS = Pass(by=FACILITATOR)
TEN, HALF_PAST_TEN, NOON = (datetime(2026, 3, 12, *at) for at in ((10, 0), (10, 30), (12, 0)))


def at_mechanisms(players: int = 3, rounds: int = 3, turns: int = 0, discussion: int = 120) -> Game:
    """The mechanisms of a session whose turns are planned to last three minutes, and its debrief ten."""
    plan = Plan(
        minutes={part.id: 10 for part in BOX.description.parts},
        rounds=rounds,
        turns=turns,
        posture_seconds=60,
        mechanism_seconds=discussion,
        postures_placed=True,
    )
    game, _ = set_up(BOX, a_setup(players, plan=plan))
    return at_part("mechanisms", game)


def played(game: Game, *moves: tuple[Move, float], now: float = 0) -> tuple[Stretch, ...]:
    """Each move with the seconds before it, and those since the last one."""
    stretches = []
    for move, seconds in moves:
        stretches.append((game, seconds))
        game, _ = apply(game, move)
    return (*stretches, (game, now))


def mechanisms(game: Game) -> int:
    """Where the mechanisms are in the agenda."""
    return next(index for index, (_, activity) in enumerate(game.agenda) if activity.kind == "mechanisms")


# Time spent


def test_the_time_of_a_turn_is_that_of_all_its_moves() -> None:
    stretches = played(at_mechanisms(), (PASS, 100), (DrawMechanisms(by=LEO), 20), now=7)

    assert seconds_while(stretches, lambda game: game.turn and game.turn.player) == 27
    assert seconds_while(stretches, lambda game: game.activity) == 127


# Time left


def test_before_anything_has_been_played_everything_lasts_as_planned() -> None:
    game = at_mechanisms(players=3, rounds=3)

    # 9 turns of 3 minutes, then the new system and the debrief, ten minutes each.
    assert seconds_left(((game, 0.0),)) == 9 * 180 + 600 + 600


def test_the_turn_being_played_has_less_and_less_left_and_then_nothing() -> None:
    game = at_mechanisms(players=3, rounds=3)

    assert seconds_left(((game, 50.0),)) == 9 * 180 - 50 + 1200
    assert seconds_left(((game, 500.0),)) == 8 * 180 + 1200


def test_turns_to_come_last_as_those_played_the_plan_counting_as_one_more() -> None:
    stretches = played(at_mechanisms(), (PASS, 300), (PASS, 360))

    assert turn_seconds(stretches, mechanisms(stretches[-1][0])) == (180 + 300 + 360) / 3
    assert seconds_left(stretches) == 7 * 280 + 1200


def test_turns_played_with_longer_discussions_say_nothing_of_shorter_ones() -> None:
    shorter = ChangePlan(by=FACILITATOR, rounds=3, turns=0, posture_seconds=60, mechanism_seconds=60)

    stretches = played(at_mechanisms(), (PASS, 300), (shorter, 10), (PASS, 80), (PASS, 140))

    assert turn_seconds(stretches, mechanisms(stretches[-1][0])) == (120 + 140) / 2


def test_what_is_left_counts_the_people_of_the_table() -> None:
    stretches = played(at_mechanisms(players=2, rounds=2), (AddPlayer(by=FACILITATOR, name="Ada"), 0))

    assert turns_left(stretches[-1][0], mechanisms(stretches[-1][0])) == 6


def test_turns_end_with_the_plan_or_with_the_cards() -> None:
    few = tiny_box(mechanisms=4)
    placed = a_table(3, box=few, rounds=3, postures_placed=True)

    assert turns_left(at_mechanisms(players=3, rounds=3, turns=5), mechanisms(at_mechanisms())) == 5
    assert turns_left(placed, mechanisms(placed)) == 4


def test_a_part_that_will_be_skipped_takes_no_time() -> None:
    game = at_mechanisms(players=3, rounds=1)
    system = next(part.id for part in BOX.description.parts if part.id == "system")

    stretches = played(game, (SkipPart(by=FACILITATOR, part=system), 0))

    assert seconds_left(stretches) == 3 * 180 + 600


def test_the_whole_session_lasts_what_was_planned() -> None:
    game, _ = set_up(BOX, a_setup(3, plan=at_mechanisms(rounds=1).setup.plan))

    # The postures are placed: opening, mechanisms (3 turns of 3 minutes), system, debrief.
    assert seconds_left(((game, 0.0),)) == pytest.approx(600 + 540 + 600 + 600, abs=60)


def test_nothing_is_left_when_the_session_is_over() -> None:
    assert seconds_left(((at_part("nothing", a_table()), 40.0),)) == 0


# The end that was planned


def test_a_session_is_meant_to_end_so_long_after_its_beginning() -> None:
    assert planned_end(TEN, HALF_PAST_TEN, 90, 1800) == datetime(2026, 3, 12, 11, 30)


def test_a_break_does_not_put_off_the_end() -> None:
    assert planned_end(TEN, NOON, 90, 3600) == datetime(2026, 3, 12, 11, 30)


def test_a_session_taken_up_on_another_day_ends_after_what_is_left_of_its_plan() -> None:
    next_week = datetime(2026, 3, 19, 14, 0)

    assert planned_end(TEN, next_week, 90, 1800) == datetime(2026, 3, 19, 15, 0)


# What to do


def late_by(seconds: float, **game: int) -> dict[Remedy, tuple[int, float]]:
    """The advice to a table that is so late, as it begins the mechanisms."""
    return {one.remedy: (one.count, one.saves) for one in advice(((at_mechanisms(**game), 0.0),), seconds)}


def test_a_table_late_by_less_than_five_minutes_is_left_in_peace() -> None:
    assert late_by(299) == {}
    assert late_by(300) != {}


def test_cards_fewer_are_as_many_as_bring_it_back() -> None:
    assert late_by(300, players=3, rounds=1) == {Remedy.CARDS: (2, 360), Remedy.DISCUSSIONS: (60, 180)}


def test_a_round_fewer_is_advised_to_who_is_late_by_most_of_a_round() -> None:
    assert late_by(500, players=3, rounds=3) == {
        Remedy.ROUNDS: (1, 540),
        Remedy.CARDS: (3, 540),
        Remedy.DISCUSSIONS: (60, 540),
    }


def test_the_first_turn_and_the_one_being_played_stay() -> None:
    assert late_by(5000, players=3, rounds=1)[Remedy.CARDS] == (2, 360)


def test_shorter_discussions_last_what_brings_it_back_and_a_minute_at_least() -> None:
    assert late_by(600, players=3, rounds=3, discussion=240)[Remedy.DISCUSSIONS] == (165, 9 * 75)
    assert Remedy.DISCUSSIONS not in late_by(600, discussion=60)


def test_following_an_advice_gives_back_what_it_says() -> None:
    stretches = played(at_mechanisms(players=3, rounds=3), (PASS, 400), (PASS, 420), now=30)

    for one in advice(stretches, 900):
        game, lasted = stretches[-1]
        after, _ = apply(game, one.move)
        followed = (*stretches[:-1], (game, lasted), (after, 0.0))
        assert seconds_left(stretches) - seconds_left(followed) == pytest.approx(one.saves)


def test_cards_fewer_leave_no_round_that_nobody_plays() -> None:
    cards = next(one for one in advice(((at_mechanisms(players=3, rounds=3), 0.0),), 900) if one.remedy is Remedy.CARDS)

    assert (cards.count, cards.move.turns, cards.move.rounds) == (5, 4, 2)


def test_cards_fewer_can_be_asked_for_again() -> None:
    stretches = played(at_mechanisms(players=3, rounds=2), (PASS, 180))
    first = next(one for one in advice(stretches, 300) if one.remedy is Remedy.CARDS)

    again = played(stretches[-1][0], (first.move, 0))

    assert turns_left(again[-1][0], mechanisms(again[-1][0])) == 3
    assert [one.count for one in advice(again, 300) if one.remedy is Remedy.CARDS] == [2]


def test_there_is_no_advice_once_the_mechanisms_are_behind() -> None:
    game = at_part("system", at_mechanisms())

    assert advice(((game, 0.0),), 900) == ()
    assert advice(played(game, (EndActivity(by=FACILITATOR), 0)), 900) == ()
