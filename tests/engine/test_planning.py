"""RULES 1: the length is a budget, shared between the parts; at least a third for the debrief."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import USUAL_PARTS, a_plan, activity, part, rich_box, tiny_box

from enacting.engine.board import ActivityKind, Box, Part, PartId
from enacting.engine.game import Plan
from enacting.engine.planning import people_without_turn, plan_for, planned_seconds, shortest_say

DEBRIEF = USUAL_PARTS[-1].id
MANY = tiny_box(mechanisms=40, draw=3)

MINUTES = st.integers(min_value=1, max_value=600)
PLAYERS = st.integers(min_value=1, max_value=9)


def minutes_of(plan: Plan) -> dict[str, int]:
    return {str(part): minutes for part, minutes in plan.minutes.items()}


def test_the_usual_plan() -> None:
    plan = plan_for(MANY, minutes=90, players=4)

    assert minutes_of(plan) == {"opening": 9, "postures": 13, "mechanisms": 28, "system": 8, "debrief": 32}
    assert plan.rounds == 2
    assert plan.mechanism_seconds == 150
    assert plan.posture_seconds == 120
    assert plan.postures_placed is False


@given(minutes=MINUTES, players=PLAYERS, placed=st.booleans())
def test_the_minutes_of_the_parts_make_the_length(minutes: int, players: int, placed: bool) -> None:
    plan = plan_for(MANY, minutes=minutes, players=players, postures_placed=placed)

    assert sum(plan.minutes.values()) == minutes
    assert min(plan.minutes.values()) >= 0


@given(minutes=MINUTES, players=PLAYERS, placed=st.booleans(), share=st.integers(min_value=0, max_value=100))
def test_a_third_at_least_is_for_the_debrief(minutes: int, players: int, placed: bool, share: int) -> None:
    box = tiny_box(parts=(*USUAL_PARTS[:-1], replace(USUAL_PARTS[-1], share=share)))

    plan = plan_for(box, minutes=minutes, players=players, postures_placed=placed)

    assert 3 * plan.minutes[DEBRIEF] >= minutes
    assert sum(plan.minutes.values()) == minutes


def test_a_third_that_is_no_whole_minute_is_rounded_up() -> None:
    box = tiny_box(parts=(*USUAL_PARTS[:-1], replace(USUAL_PARTS[-1], share=5)))

    assert plan_for(box, minutes=91, players=3).minutes[DEBRIEF] == 31


def test_a_debrief_with_a_small_share_takes_its_third_from_the_longest_parts() -> None:
    parts = (
        part("play", 80, activity(ActivityKind.MECHANISMS)),
        part("system", 10, activity(ActivityKind.ARRANGE)),
        part("debrief", 10, activity(ActivityKind.TAKEAWAYS)),
    )

    plan = plan_for(tiny_box(parts=parts), minutes=90, players=3)

    assert minutes_of(plan) == {"play": 51, "system": 9, "debrief": 30}


def test_a_debrief_may_have_more_than_a_third() -> None:
    parts = (part("play", 40, activity(ActivityKind.MECHANISMS)), part("end", 60, activity(ActivityKind.TAKEAWAYS)))

    plan = plan_for(tiny_box(parts=parts), minutes=100, players=3)

    assert minutes_of(plan) == {"play": 40, "end": 60}


def test_with_the_postures_placed_their_part_takes_no_time() -> None:
    plan = plan_for(MANY, minutes=90, players=4, postures_placed=True)

    assert minutes_of(plan) == {"opening": 10, "postures": 0, "mechanisms": 33, "system": 9, "debrief": 38}
    assert plan.postures_placed is True


def test_more_minutes_make_more_rounds() -> None:
    rounds = [plan_for(MANY, minutes=minutes, players=3).rounds for minutes in (45, 90, 150, 240)]

    assert rounds == [1, 2, 4, 6]


def test_more_players_make_fewer_rounds() -> None:
    rounds = [plan_for(MANY, minutes=150, players=players).rounds for players in (1, 2, 3, 5, 9)]

    assert rounds == [6, 6, 4, 2, 1]


@given(minutes=MINUTES, players=PLAYERS)
def test_there_are_one_to_six_rounds(minutes: int, players: int) -> None:
    assert 1 <= plan_for(MANY, minutes=minutes, players=players).rounds <= 6


def test_there_are_no_more_rounds_than_mechanisms_for_them() -> None:
    assert plan_for(tiny_box(mechanisms=7), minutes=600, players=3).rounds == 2
    assert plan_for(tiny_box(mechanisms=2), minutes=600, players=3).rounds == 1


@given(minutes=MINUTES, players=PLAYERS)
def test_a_discussion_lasts_a_round_number_of_seconds_never_too_few(minutes: int, players: int) -> None:
    plan = plan_for(MANY, minutes=minutes, players=players)

    assert plan.mechanism_seconds % 15 == plan.posture_seconds % 15 == 0
    assert 60 <= plan.mechanism_seconds <= 6 * 60
    assert 30 <= plan.posture_seconds <= 2 * 60


@pytest.mark.parametrize(("minutes", "players"), [(90, 3), (90, 5), (150, 4), (150, 9), (240, 6)])
def test_the_turns_of_an_ordinary_session_fit_in_its_mechanisms_part(minutes: int, players: int) -> None:
    plan = plan_for(MANY, minutes=minutes, players=players)

    turns = plan.rounds * players
    assert turns * (plan.mechanism_seconds + 60) <= 60 * plan.minutes[PartId("mechanisms")]


@pytest.mark.parametrize(("players", "turns"), [(3, 0), (5, 0), (6, 4), (9, 4)])
def test_when_time_is_too_short_for_everybody_only_some_have_a_turn(players: int, turns: int) -> None:
    parts = (
        part("play", 40, activity(ActivityKind.MECHANISMS, minutes=1.5)),
        part("rest", 25, activity(ActivityKind.ARRANGE)),
        part("debrief", 35, activity(ActivityKind.TAKEAWAYS)),
    )

    plan = plan_for(tiny_box(parts=parts, mechanisms=12), minutes=20, players=players)

    assert minutes_of(plan) == {"play": 8, "rest": 5, "debrief": 7}
    assert (plan.rounds, plan.turns) == (1, turns)


@given(minutes=st.integers(min_value=45, max_value=600), players=PLAYERS)
def test_with_three_quarters_of_an_hour_everybody_has_a_turn(minutes: int, players: int) -> None:
    short = minutes < 90

    plan = plan_for(MANY, minutes=minutes, players=players, postures_placed=short)

    assert plan.turns == 0


def two_parts_of_mechanisms() -> Box:
    return tiny_box(
        mechanisms=40,
        parts=(
            part("first", 30, activity(ActivityKind.MECHANISMS, "m-first", minutes=4)),
            part("second", 30, activity(ActivityKind.MECHANISMS, "m-second", minutes=4)),
            part("debrief", 40, activity(ActivityKind.TAKEAWAYS)),
        ),
    )


def test_two_parts_of_mechanisms_play_their_rounds_in_the_time_of_both() -> None:
    plan = plan_for(two_parts_of_mechanisms(), minutes=150, players=3)

    assert minutes_of(plan) == {"first": 45, "second": 45, "debrief": 60}
    assert plan.rounds == 4
    assert plan.mechanism_seconds == 165


def test_a_box_without_mechanisms_or_postures_to_play_needs_no_time_for_them() -> None:
    plan = plan_for(tiny_box(parts=(part("talk", 100, activity(ActivityKind.TAKEAWAYS)),)), minutes=30, players=3)

    assert plan == Plan(
        minutes={PartId("talk"): 30},
        rounds=0,
        turns=0,
        posture_seconds=0,
        mechanism_seconds=0,
        postures_placed=False,
        writes_on=True,
    )


def test_a_box_without_shares_gives_all_its_time_to_the_last_part() -> None:
    parts = tuple(replace(part, share=0) for part in USUAL_PARTS)

    plan = plan_for(tiny_box(parts=parts), minutes=60, players=3)

    assert minutes_of(plan) == {"opening": 0, "postures": 0, "mechanisms": 0, "system": 0, "debrief": 60}


# How long one thing is meant to last


def lasting(plan: Plan, of: Part, people: int) -> list[float]:
    """The seconds of each activity of that part."""
    return [planned_seconds(plan, of, each, people) for each in of.activities]


def test_a_part_is_shared_between_its_activities_and_the_people_who_speak() -> None:
    opening, postures, mechanisms, system, debrief = USUAL_PARTS

    assert lasting(a_plan(), opening, 2) == [120, 120, 120]  # Ten minutes for one reveal, two people and two ratings.
    assert lasting(a_plan(), debrief, 2) == [120, 120, 120]
    assert lasting(a_plan(), opening, 0) == [200, 200, 200]
    assert lasting(a_plan(), system, 2) == [600]
    assert lasting(a_plan(), postures, 2) == [60 + 30]
    assert lasting(a_plan(), mechanisms, 2) == [120 + 60]


def test_a_part_for_which_no_minutes_were_planned_lasts_what_its_activities_say() -> None:
    plan = replace(a_plan(), minutes={})

    assert lasting(plan, USUAL_PARTS[0], 2) == [60, 30, 30]


def test_trouble_takes_its_share_only_where_it_was_chosen() -> None:
    system = next(found for found in rich_box().description.parts if found.id == "system")
    kinds = [each.kind for each in system.activities]

    without, chosen = lasting(a_plan(), system, 2), lasting(a_plan(trouble=True), system, 2)

    trouble = kinds.index(ActivityKind.TROUBLE)
    assert without[trouble] == 0
    assert chosen[trouble] > 0
    assert sum(without) == sum(chosen) == 600


def test_the_shortest_say_is_that_of_one_person_in_the_parts_that_have_time() -> None:
    short = replace(a_plan(), minutes={PartId("opening"): 2, PartId("debrief"): 10})
    skipped = replace(a_plan(), minutes={PartId("debrief"): 10})

    assert shortest_say(tiny_box(), short, 2) == 24
    assert shortest_say(tiny_box(), skipped, 2) == 120
    assert shortest_say(tiny_box(parts=(USUAL_PARTS[2],)), a_plan(), 2) is None


def test_those_without_a_turn_are_counted_only_where_turns_are() -> None:
    assert [people_without_turn(a_plan(turns=turns), 5) for turns in (0, 3, 5, 6)] == [0, 2, 0, 0]
