"""The pace of a session: what is left at this pace, when it was meant to end, what would bring it back."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tables import AMINA, LEFT, LEO, POLITICAL, SOCIAL, a_setup, a_table, after, at_activity, at_part, tiny_box

from enacting.engine.board import Box
from enacting.engine.game import FACILITATOR, Game, Plan
from enacting.engine.moves import (
    AddPlayer,
    ChangePlan,
    DrawMechanisms,
    DrawPosture,
    EndActivity,
    KeepMechanism,
    LeaveTakeaway,
    Move,
    Pass,
    PlacePosture,
    Propose,
    Rate,
    SkipPart,
)
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.session.pace import (
    Advice,
    Pace,
    Remedy,
    Stretch,
    Timed,
    advice,
    announced_end,
    pace_of,
    planned_end,
    seconds_left,
    seconds_while,
    timed,
    timed_for,
    timer_seconds,
    turn_seconds,
    turns_left,
)

BOX = tiny_box(mechanisms=60)
PASS = Pass(by=FACILITATOR)
TEN, HALF_PAST_TEN, NOON = (datetime(2026, 3, 12, *at) for at in ((10, 0), (10, 30), (12, 0)))


def begun(players: int = 2, *, box: Box = BOX, opening: int = 10, postures_placed: bool = True) -> Game:
    """A session at its beginning. With two people, each thing of the opening and the debrief lasts two minutes."""
    plan = Plan(
        minutes={part.id: 10 for part in box.description.parts} | {box.description.parts[0].id: opening},
        rounds=1,
        posture_seconds=60,
        mechanism_seconds=120,
        postures_placed=postures_placed,
    )
    game, _ = set_up(box, a_setup(players, plan=plan))
    return game


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


def test_time_spent_in_the_same_place_earlier_is_not_counted() -> None:
    here, elsewhere = at_part("mechanisms", begun()), begun()

    assert seconds_while(((here, 10.0), (elsewhere, 20.0), (here, 30.0)), lambda game: game.activity) == 30


# What the timer times


def kept(game: Game) -> Game:
    """The card in hand that is discussed, one of two drawn."""
    game = after(game, DrawMechanisms(by=AMINA))
    assert game.turn is not None
    return after(game, KeepMechanism(by=AMINA, card=game.turn.hand[0]))


def test_the_timer_shows_how_long_each_thing_is_meant_to_last() -> None:
    start = begun()

    assert timer_seconds(start) == 120
    assert timer_seconds(at_activity("present", start)) == 120
    assert timer_seconds(at_activity("arrange", start)) == 600
    assert timer_seconds(at_activity("takeaways", start)) == 120


def test_a_turn_is_timed_in_two_the_choice_of_a_card_then_its_discussion() -> None:
    postures = at_part("postures", begun(postures_placed=False))
    mechanisms = at_part("mechanisms", begun())

    assert (timed_for(postures), timer_seconds(postures)) == (Timed.CHOICE, 30)
    drawn = after(postures, DrawPosture(by=AMINA))
    assert (timed_for(drawn), timer_seconds(drawn)) == (Timed.DISCUSSION, 60)
    assert (timed_for(mechanisms), timer_seconds(mechanisms)) == (Timed.CHOICE, 60)
    assert (timed_for(kept(mechanisms)), timer_seconds(kept(mechanisms))) == (Timed.DISCUSSION, 120)


def test_what_is_timed_outside_turns_is_a_person_or_a_step() -> None:
    assert timed_for(at_activity("before", begun())) is Timed.PERSON
    assert timed_for(at_activity("takeaways", begun())) is Timed.PERSON
    assert timed_for(at_activity("arrange", begun())) is Timed.STEP


def test_the_timer_shows_quarters_of_a_minute_and_one_at_least() -> None:
    assert timer_seconds(begun(3)) == 90  # Ten minutes for seven things: 86 seconds each.
    assert timer_seconds(begun(5)) == 60  # For eleven: 55 seconds.
    assert timer_seconds(begun(9, opening=1)) == 15  # A minute for nineteen: 3 seconds.


def test_nothing_is_timed_when_the_session_is_over() -> None:
    over = at_part("nothing", begun())

    assert (timer_seconds(over), timed(over)) == (0, None)


def test_the_timer_begins_again_with_each_card_discussed_and_goes_on_while_it_is_decided() -> None:
    drawing = at_part("mechanisms", begun(postures_placed=True))
    chosen = after(drawing, DrawMechanisms(by=AMINA))
    discussing = kept(drawing)
    assert discussing.turn is not None
    card = discussing.turn.hand[0]
    seat = next(iter(discussing.postures))
    deciding = after(discussing, Propose(by=AMINA, card=card, seat=seat))

    assert timed(drawing) == timed(chosen) == ("mechanisms", 1, AMINA, None)
    assert timed(discussing) == timed(deciding) == ("mechanisms", 1, AMINA, card)
    assert timed(after(drawing, PASS)) == ("mechanisms", 1, LEO, None)


def test_the_timer_begins_again_with_each_person_who_speaks() -> None:
    rating = at_activity("before", begun())
    rated = after(rating, Rate(by=AMINA, player=AMINA, marks={SOCIAL: 1, POLITICAL: 1}))
    leaving = at_activity("takeaways", begun())
    left = after(leaving, LeaveTakeaway(by=AMINA, player=AMINA, words="Demain"))

    assert (timed(rating), timed(rated)) == (("before", ()), ("before", (AMINA,)))
    assert (timed(leaving), timed(left)) == (("takeaways", ()), ("takeaways", ((AMINA, "Demain"),)))


# Time left


def test_what_one_person_has_said_is_no_longer_left() -> None:
    later = 2 * 180 + 600 + 600  # Two turns, the new system, the debrief.
    rating = at_activity("before", begun())
    rated = after(rating, Rate(by=AMINA, player=AMINA, marks={SOCIAL: 1, POLITICAL: 1}))
    stretches = ((rating, 70.0), (rated, 30.0))

    assert seconds_left(((rating, 50.0),)) == 120 - 50 + 120 + later
    assert seconds_left(stretches) == 120 - 30 + later
    assert seconds_left((*stretches[:1], (rated, 500.0))) == later


def test_what_the_debrief_has_heard_is_no_longer_left() -> None:
    leaving = at_activity("takeaways", begun())
    left = after(leaving, LeaveTakeaway(by=AMINA, player=AMINA, words="Demain"))

    assert seconds_left(((leaving, 50.0),)) == 120 - 50 + 120
    assert seconds_left(((leaving, 50.0), (left, 30.0))) == 120 - 30


def test_the_first_thing_of_a_session_counts_what_it_has_taken() -> None:
    start = begun()

    assert seconds_left(((start, 0.0),)) == 600 + 360 + 600 + 600
    assert seconds_left(((start, 45.0),)) == 600 - 45 + 360 + 600 + 600


def test_what_is_left_is_that_of_the_game_as_it_is_now() -> None:
    stretches = ((begun(), 300.0), (at_part("system", begun()), 50.0))

    assert seconds_left(stretches) == 600 - 50 + 600


def test_a_turn_lasts_while_its_card_is_drawn_and_discussed() -> None:
    drawing = at_part("mechanisms", begun())

    assert seconds_left(((drawing, 30.0), (kept(drawing), 20.0))) == 180 - 30 - 20 + 180 + 600 + 600


def test_turns_are_measured_although_the_session_began_with_something_else() -> None:
    turns = played(at_mechanisms(), (PASS, 300), (PASS, 360))
    stretches = ((begun(3), 400.0), *turns)

    assert turn_seconds(stretches, mechanisms(turns[-1][0])) == (180 + 300 + 360) / 3


def test_without_a_card_left_no_turn_is_left() -> None:
    game = replace(at_part("mechanisms", begun()), mechanism_pile=())

    assert seconds_left(((game, 0.0),)) == 600 + 600
    assert advice(((game, 0.0),), 900) == ()


def test_turns_to_write_cards_are_counted_when_no_card_is_left() -> None:
    game = replace(at_mechanisms(players=3, rounds=2), mechanism_pile=())
    writing = replace(game, setup=replace(game.setup, plan=replace(game.setup.plan, writes_on=True)))

    assert (turns_left(game, game.activity), turns_left(writing, game.activity)) == (0, 6)


def test_postures_take_a_turn_each_and_the_one_in_hand_one_more() -> None:
    start = at_part("postures", begun(postures_placed=False))
    index = start.activity
    drawn = after(start, DrawPosture(by=AMINA))
    assert drawn.turn is not None
    placed = after(drawn, PlacePosture(by=AMINA, card=drawn.turn.hand[0], seat=LEFT))

    assert [turns_left(game, index) for game in (start, drawn, placed)] == [2, 2, 1]
    assert seconds_left(((start, 20.0),)) == 90 - 20 + 90 + 2 * 180 + 600 + 600


def test_a_card_in_hand_is_a_turn_although_the_pile_is_empty() -> None:
    game = at_part("mechanisms", begun(3, box=tiny_box(mechanisms=4, draw=1)))
    last = replace(game, mechanism_pile=game.mechanism_pile[:1])
    drawn = after(last, DrawMechanisms(by=AMINA))

    assert (turns_left(last, last.activity), turns_left(drawn, last.activity)) == (1, 1)


def test_turns_to_come_are_counted_from_the_person_whose_turn_it_is() -> None:
    game = at_mechanisms(players=3, rounds=2)
    index = game.activity

    assert [turns_left(each, index) for each, _ in played(game, *[(PASS, 1.0)] * 5)] == [6, 5, 4, 3, 2, 1]


def test_the_turn_being_played_is_left_even_when_the_plan_has_become_shorter() -> None:
    game = after(at_mechanisms(players=3, rounds=2), PASS, PASS)
    shorter = replace(game, setup=replace(game.setup, plan=replace(game.setup.plan, turns=1)))

    assert turns_left(shorter, game.activity) == 1


def test_questions_that_nobody_wrote_take_no_time() -> None:
    without = replace(BOX, questions={})

    assert seconds_left(((at_part("debrief", begun(box=without)), 0.0),)) == 480
    assert seconds_left(((at_part("debrief", begun()), 0.0),)) == 600


def test_a_crisis_that_is_known_takes_no_time_to_reveal() -> None:
    opening, *others = BOX.description.parts
    reveal, *activities = opening.activities
    parts = (replace(opening, activities=(activities[0], reveal, activities[1])), *others)
    start = begun(box=tiny_box(parts=parts, mechanisms=60))
    known = replace(start, revealed=True)

    assert seconds_left(((start, 0.0),)) - seconds_left(((known, 0.0),)) == 120


def test_turns_of_another_activity_say_nothing_of_these() -> None:
    game = at_part("postures", begun(postures_placed=False))
    stretches = played(game, (DrawPosture(by=AMINA), 500.0), (EndActivity(by=FACILITATOR), 400.0))

    assert turn_seconds(stretches, mechanisms(stretches[-1][0])) == 180


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


def test_an_hour_of_breaks_is_still_part_of_the_day() -> None:
    two = datetime(2026, 3, 12, 14, 0)

    assert planned_end(TEN, two, 90, 3 * 3600) == datetime(2026, 3, 12, 11, 30)
    assert planned_end(TEN, two, 90, 3 * 3600 - 1) == two + timedelta(minutes=90) - timedelta(seconds=3 * 3600 - 1)


def test_the_pace_is_what_is_left_from_now_beside_what_was_planned() -> None:
    game = begun()

    pace = pace_of(((game, 1800.0),), TEN, HALF_PAST_TEN)

    # Five parts of ten minutes; the first thing has taken all of its time, 2,040 seconds are left.
    assert pace.planned == datetime(2026, 3, 12, 10, 50)
    assert pace.ends == HALF_PAST_TEN + timedelta(seconds=2040)
    assert pace.late_seconds == 840
    assert pace.advice == advice(((game, 1800.0),), 840)
    assert pace.advice


def test_what_is_timed_lasts_at_least_as_long_as_it_was_given() -> None:
    game = at_mechanisms(players=3, rounds=3)

    assert seconds_left(((game, 50.0),), given_seconds=3600) == 3600 + 8 * 180 + 1200
    assert seconds_left(((game, 50.0),), given_seconds=60) == 9 * 180 - 50 + 1200


def ending(late: float) -> Pace:
    """A pace so late, in seconds."""
    return Pace(ends=NOON + timedelta(seconds=late), planned=NOON, advice=())


def test_a_session_is_late_from_five_minutes_on() -> None:
    assert (ending(299).is_late, ending(300).is_late, ending(-900).is_late) == (False, True, False)


def test_how_late_it_is_is_shown_to_five_minutes() -> None:
    assert [ending(late).late_minutes for late in (0, 149, 151, 300, 449, 451, -300)] == [0, 0, 5, 5, 5, 10, -5]


def test_how_late_it_is_agrees_with_the_two_times_that_are_shown() -> None:
    planned = NOON + timedelta(minutes=49, seconds=40)
    for late in range(300, 1200, 10):
        pace = Pace(ends=planned + timedelta(seconds=late), planned=planned, advice=())
        shown = announced_end(pace.ends) - planned.replace(second=0)
        assert shown == timedelta(minutes=pace.late_minutes)


def test_the_end_is_announced_to_five_minutes() -> None:
    def at(minute: int, second: int = 0) -> datetime:
        return datetime(2026, 3, 12, 12, minute, second)

    assert announced_end(at(0)) == at(0)
    assert announced_end(at(2, 29)) == at(0)
    assert announced_end(at(2, 30)) == at(5)
    assert announced_end(at(7, 29).replace(microsecond=999_999)) == at(5)
    assert announced_end(at(58)) == datetime(2026, 3, 12, 13, 0)


def test_the_end_is_announced_with_the_advice_that_is_followed() -> None:
    follows = Advice(
        remedy=Remedy.ROUNDS,
        count=1,
        move=ChangePlan(by=FACILITATOR, rounds=1, turns=0, posture_seconds=60, mechanism_seconds=60),
        saves=600,
    )

    assert announced_end(datetime(2026, 3, 12, 12, 31), follows) == datetime(2026, 3, 12, 12, 20)


# What to do


def late_by(seconds: float, **game: int) -> dict[Remedy, tuple[int, float]]:
    """The advice to a table that is so late, as it begins the mechanisms."""
    return {
        advised.remedy: (advised.count, advised.saves) for advised in advice(((at_mechanisms(**game), 0.0),), seconds)
    }


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

    for advised in advice(stretches, 900):
        game, lasted = stretches[-1]
        after, _ = apply(game, advised.move)
        followed = (*stretches[:-1], (game, lasted), (after, 0.0))
        assert seconds_left(stretches) - seconds_left(followed) == pytest.approx(advised.saves)


def test_cards_fewer_leave_no_round_that_nobody_plays() -> None:
    cards = next(
        advised
        for advised in advice(((at_mechanisms(players=3, rounds=3), 0.0),), 900)
        if advised.remedy is Remedy.CARDS
    )

    assert (cards.count, cards.move.turns, cards.move.rounds) == (5, 4, 2)


def test_cards_fewer_can_be_asked_for_again() -> None:
    stretches = played(at_mechanisms(players=3, rounds=2), (PASS, 180))
    first = next(advised for advised in advice(stretches, 300) if advised.remedy is Remedy.CARDS)

    again = played(stretches[-1][0], (first.move, 0))

    assert turns_left(again[-1][0], mechanisms(again[-1][0])) == 3
    assert [advised.count for advised in advice(again, 300) if advised.remedy is Remedy.CARDS] == [2]


def test_there_is_no_advice_once_the_mechanisms_are_behind() -> None:
    game = at_part("system", at_mechanisms())

    assert advice(((game, 0.0),), 900) == ()
    assert advice(played(game, (EndActivity(by=FACILITATOR), 0)), 900) == ()


def test_a_round_fewer_is_advised_from_half_a_round_on() -> None:
    assert Remedy.ROUNDS not in late_by(359, players=4, rounds=3)
    assert late_by(360, players=4, rounds=3)[Remedy.ROUNDS] == (1, 720)


def test_rounds_fewer_are_as_many_as_bring_it_back_and_leave_the_one_being_played() -> None:
    second = played(at_mechanisms(players=2, rounds=4), (PASS, 180), (PASS, 180), now=0)

    assert late_by(900, players=2, rounds=4)[Remedy.ROUNDS] == (2, 720)
    assert late_by(9000, players=2, rounds=4)[Remedy.ROUNDS] == (3, 1080)
    assert [advised.count for advised in advice(second, 9000) if advised.remedy is Remedy.ROUNDS] == [2]


def test_a_plan_in_turns_or_of_one_round_has_no_round_to_give() -> None:
    assert Remedy.ROUNDS not in late_by(900, players=3, rounds=3, turns=7)
    assert Remedy.ROUNDS not in late_by(900, players=3, rounds=1)


def test_advice_before_the_mechanisms_is_about_all_of_them() -> None:
    start, _ = set_up(BOX, a_setup(3, plan=at_mechanisms(rounds=3).setup.plan))

    found = {advised.remedy: (advised.count, advised.move) for advised in advice(((start, 0.0),), 900)}

    assert {remedy: count for remedy, (count, _) in found.items()} == {
        Remedy.ROUNDS: 2,
        Remedy.CARDS: 5,
        Remedy.DISCUSSIONS: 60,
    }
    assert found[Remedy.ROUNDS][1].rounds == 1
    assert [advised.count for advised in advice(((start, 0.0),), 9000) if advised.remedy is Remedy.ROUNDS] == [2]
    assert found[Remedy.CARDS][1].turns == 4


def test_cards_fewer_while_playing_count_the_turns_behind() -> None:
    stretches = played(at_mechanisms(players=3, rounds=3), *[(PASS, 180.0)] * 4)

    cards = next(advised for advised in advice(stretches, 500) if advised.remedy is Remedy.CARDS)

    # Four turns are behind and five left; three fewer bring it back.
    assert (cards.count, cards.move.turns, cards.move.rounds, cards.saves) == (3, 6, 2, 540)


def test_advice_changes_nothing_else_of_the_plan() -> None:
    plan = at_mechanisms(rounds=3).setup.plan

    for advised in advice(((at_mechanisms(rounds=3), 0.0),), 500):
        changed = {"rounds": plan.rounds, "turns": plan.turns, "mechanism_seconds": plan.mechanism_seconds}
        kept = {name for name, value in changed.items() if getattr(advised.move, name) == value}
        assert advised.move.posture_seconds == plan.posture_seconds
        assert (
            kept
            == {
                Remedy.ROUNDS: {"turns", "mechanism_seconds"},
                Remedy.CARDS: {"mechanism_seconds"} | ({"rounds"} if advised.move.rounds == plan.rounds else set()),
                Remedy.DISCUSSIONS: {"rounds", "turns"},
            }[advised.remedy]
        )


def test_mechanisms_that_will_be_skipped_give_no_time_back() -> None:
    start = begun()
    skipped = after(start, SkipPart(by=FACILITATOR, part=at_part("mechanisms", start).agenda[start.activity + 4][0].id))

    assert advice(((start, 0.0),), 900) != ()
    assert advice(((skipped, 0.0),), 900) == ()


def test_the_last_round_but_one_can_be_given_up() -> None:
    assert late_by(900, players=3, rounds=2)[Remedy.ROUNDS] == (1, 540)


def test_one_card_fewer_is_enough_when_turns_are_long() -> None:
    assert late_by(300, players=3, rounds=1, discussion=300)[Remedy.CARDS] == (1, 360)


def test_the_last_turn_has_nothing_to_give_once_its_time_is_over() -> None:
    last = played(at_mechanisms(players=2, rounds=1), (PASS, 180), now=500)

    assert advice(last, 900) == ()


def test_the_only_turn_left_is_shorter_by_all_that_is_late() -> None:
    last = played(at_mechanisms(players=2, rounds=1, discussion=600), (PASS, 660), now=0)

    assert [(advised.remedy, advised.count, advised.saves) for advised in advice(last, 300)] == [
        (Remedy.DISCUSSIONS, 300, 300)
    ]


def test_discussions_that_last_longer_than_planned_are_advised_to_be_shorter_than_the_plan() -> None:
    slow = played(at_mechanisms(players=9, rounds=3), *[(PASS, 400.0)] * 4)

    assert [advised.count for advised in advice(slow, 300) if advised.remedy is Remedy.DISCUSSIONS] == [105]


def test_advice_is_about_the_plan_as_it_is_now() -> None:
    before, now = at_mechanisms(discussion=240), at_mechanisms(discussion=60)

    assert [advised.remedy for advised in advice(((before, 5.0), (now, 0.0)), 600)] == [Remedy.ROUNDS, Remedy.CARDS]
    assert advice(((before, 5.0), (at_part("system", now), 0.0)), 600) == ()


def test_shorter_discussions_are_advised_first_because_they_take_nobodys_turn() -> None:
    found = advice(((at_mechanisms(players=3, rounds=3), 0.0),), 900)

    assert [advised.remedy for advised in found] == [Remedy.DISCUSSIONS, Remedy.ROUNDS, Remedy.CARDS]


def test_fewer_cards_say_whose_turns_go() -> None:
    first, second, third = (player.id for player in at_mechanisms(players=3).players)
    cards = next(
        advised
        for advised in advice(((at_mechanisms(players=3, rounds=1), 0.0),), 300)
        if advised.remedy is Remedy.CARDS
    )

    assert (cards.count, cards.without) == (2, (second, third))
    assert first == AMINA
