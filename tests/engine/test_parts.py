"""RULES 7: the facilitator goes to the next activity or part early, or leaves a part out; no card is lost."""

import pytest
from tables import (
    AMINA,
    HELPER,
    LEFT,
    LEO,
    M1,
    M2,
    M3,
    M4,
    PARTNER,
    RIGHT,
    USUAL_PARTS,
    a_table,
    activity,
    after,
    at_activity,
    at_part,
    events_of,
    part,
    refused,
    tiny_box,
    with_mechanism_in_hand,
    with_proposal,
)

from enacting.engine.board import ActivityId, ActivityKind, Box, PartId
from enacting.engine.events import (
    ActivityEnded,
    ActivityStarted,
    Event,
    PartKept,
    PartSkipped,
    PartStarted,
    PlanChanged,
    PosturePlaced,
    SessionEnded,
    TurnStarted,
)
from enacting.engine.game import FACILITATOR, Game, PlayerId, Zone, replace
from enacting.engine.moves import (
    ChangePlan,
    DoNotRate,
    DrawMechanisms,
    DrawPosture,
    EndActivity,
    EndPart,
    KeepPart,
    Pass,
    PlacePosture,
    RevealCrisis,
    SkipPart,
    WriteNote,
)
from enacting.engine.refusals import Reason

END_ACTIVITY, END_PART = EndActivity(by=FACILITATOR), EndPart(by=FACILITATOR)
POSTURES_LAID = (
    PosturePlaced(card=PARTNER, seat=LEFT, own_side=True),
    PosturePlaced(card=HELPER, seat=RIGHT, own_side=True),
)


def skip(name: str) -> SkipPart:
    return SkipPart(by=FACILITATOR, part=PartId(name))


def doing(game: Game) -> str:
    return str(game.doing.id) if game.doing else "nothing"


# Going on by itself, or by the facilitator.


def test_a_session_goes_through_all_activities_in_the_order_of_the_box() -> None:
    game = a_table()
    seen = []

    while not game.over:
        seen.append(doing(game))
        game = after(game, END_ACTIVITY)

    assert seen == [
        "reveal",
        "present",
        "before",
        "postures",
        "mechanisms",
        "arrange",
        "after",
        "feelings",
        "takeaways",
    ]


def test_going_on_inside_a_part_does_not_begin_a_part() -> None:
    assert events_of(a_table(), END_ACTIVITY) == (
        ActivityEnded(activity=ActivityId("reveal")),
        ActivityStarted(activity=ActivityId("present")),
    )


def test_going_on_from_the_last_activity_of_a_part_begins_the_next_part() -> None:
    game = at_activity("before", a_table())

    assert events_of(game, END_ACTIVITY) == (
        ActivityEnded(activity=ActivityId("before")),
        PartStarted(part=PartId("postures")),
        ActivityStarted(activity=ActivityId("postures")),
        TurnStarted(player=AMINA),
    )


@pytest.mark.parametrize("name", ["reveal", "present", "before", "postures", "mechanisms", "after"])
def test_only_the_facilitator_ends_what_people_have_not_finished(name: str) -> None:
    game = at_activity(name, a_table())

    assert refused(game, EndActivity(by=AMINA)) is Reason.ACTIVITY_NOT_FINISHED
    assert refused(game, END_ACTIVITY) is None


@pytest.mark.parametrize("name", ["arrange", "feelings", "takeaways"])
def test_anybody_ends_an_activity_of_the_whole_table(name: str) -> None:
    assert refused(at_activity(name, a_table()), EndActivity(by=LEO)) is None


def test_each_activity_begins_afresh() -> None:
    game = after(at_activity("before", a_table(2)), DoNotRate(by=AMINA, player=AMINA))
    game = at_activity("after", game)

    assert game.done == ()
    assert refused(game, DoNotRate(by=AMINA, player=AMINA)) is None


# Going to the next part early.


def test_a_part_is_ended_early() -> None:
    assert events_of(a_table(), END_PART) == (
        ActivityEnded(activity=ActivityId("reveal")),
        PartStarted(part=PartId("postures")),
        ActivityStarted(activity=ActivityId("postures")),
        TurnStarted(player=AMINA),
    )
    assert doing(after(a_table(), END_PART)) == "postures"


def test_only_the_facilitator_ends_and_skips_parts() -> None:
    assert refused(a_table(), EndPart(by=AMINA)) is Reason.ONLY_FACILITATOR
    assert refused(a_table(), SkipPart(by=AMINA, part=PartId("system"))) is Reason.ONLY_FACILITATOR


def test_ending_the_last_part_ends_the_session() -> None:
    game = at_part("debrief", a_table())

    assert events_of(game, END_PART) == (ActivityEnded(activity=ActivityId("after")), SessionEnded())
    assert after(game, END_PART).over


def test_after_the_session_there_is_nothing_to_end_or_skip() -> None:
    game = at_part("after the session", a_table())

    for move in (END_ACTIVITY, END_PART, skip("system"), RevealCrisis(by=AMINA), Pass(by=AMINA)):
        assert refused(game, move) is Reason.SESSION_OVER


def test_who_ends_the_opening_early_leaves_the_crisis_face_up() -> None:
    assert after(a_table(), END_PART).revealed


# Hands go back where they belong.


@pytest.mark.parametrize("end", [END_ACTIVITY, END_PART])
def test_a_posture_in_hand_is_laid_on_its_home_seat(end: EndActivity | EndPart) -> None:
    game = after(at_part("postures", a_table()), DrawPosture(by=AMINA))

    assert events_of(game, end)[:2] == POSTURES_LAID
    assert after(game, end).postures == {LEFT: PARTNER, RIGHT: HELPER}


@pytest.mark.parametrize("end", [END_ACTIVITY, END_PART])
def test_the_postures_already_placed_stay_where_they_are(end: EndActivity | EndPart) -> None:
    game = at_part("postures", a_table())
    game = after(game, DrawPosture(by=AMINA), PlacePosture(by=AMINA, card=HELPER, seat=LEFT))

    assert after(game, end).postures == {LEFT: HELPER, RIGHT: PARTNER}


@pytest.mark.parametrize("end", [END_ACTIVITY, END_PART])
def test_cards_drawn_go_back_under_the_pile(end: EndActivity | EndPart) -> None:
    game = after(at_part("mechanisms", a_table()), DrawMechanisms(by=AMINA), end)

    assert game.mechanism_pile == (M3, M4, M2, M1)
    assert game.later == ()
    assert game.turn is None


@pytest.mark.parametrize("end", [END_ACTIVITY, END_PART])
def test_a_card_kept_goes_to_the_later_pile(end: EndActivity | EndPart) -> None:
    game = after(with_mechanism_in_hand(a_table()), end)

    assert game.later == (M2,)
    assert game.mechanism_pile == (M3, M4, M1)


@pytest.mark.parametrize("end", [END_ACTIVITY, END_PART])
def test_an_open_proposal_goes_to_the_later_pile(end: EndActivity | EndPart) -> None:
    game = after(with_proposal(a_table()), end)

    assert game.later == (M2,)
    assert game.proposals == ()
    assert game.zones()[M2] == [Zone.LATER]


def test_postures_not_reached_in_a_part_ended_early_are_laid_all_the_same() -> None:
    game = a_table(box=talk_then_postures())

    assert events_of(game, END_PART)[:2] == POSTURES_LAID
    assert after(game, END_PART).postures == {LEFT: PARTNER, RIGHT: HELPER}


def test_a_crisis_not_reached_in_a_part_ended_early_is_face_up_all_the_same() -> None:
    game = a_table(box=talk_then_reveal())
    assert not game.revealed

    assert after(game, END_PART).revealed


def talk_then_postures() -> Box:
    return tiny_box(
        parts=(
            part("start", 50, activity(ActivityKind.DISCUSS, "feelings"), activity(ActivityKind.POSTURES)),
            part("play", 50, activity(ActivityKind.MECHANISMS)),
        )
    )


def talk_then_reveal() -> Box:
    return tiny_box(
        parts=(
            part("start", 50, activity(ActivityKind.DISCUSS, "feelings"), activity(ActivityKind.REVEAL)),
            part("play", 50, activity(ActivityKind.TAKEAWAYS)),
        )
    )


# Leaving a part out.


def test_a_part_left_out_is_passed_over_when_its_time_comes() -> None:
    game = at_activity("mechanisms", a_table())

    assert events_of(game, skip("system")) == (PartSkipped(part=PartId("system")),)
    game = after(game, skip("system"))
    assert doing(game) == "mechanisms"
    assert game.skipped == (PartId("system"),)
    assert events_of(game, END_ACTIVITY) == (
        ActivityEnded(activity=ActivityId("mechanisms")),
        PartSkipped(part=PartId("system")),
        PartStarted(part=PartId("debrief")),
        ActivityStarted(activity=ActivityId("after")),
    )


def test_a_part_of_several_activities_is_left_out_once() -> None:
    game = after(at_part("system", a_table()), skip("debrief"))

    assert events_of(game, END_ACTIVITY) == (
        ActivityEnded(activity=ActivityId("arrange")),
        PartSkipped(part=PartId("debrief")),
        SessionEnded(),
    )


def test_several_parts_may_be_left_out() -> None:
    game = after(a_table(), skip("postures"), skip("mechanisms"), skip("system"), END_PART)

    assert doing(game) == "after"


def test_with_the_postures_left_out_they_are_laid_on_their_home_seats() -> None:
    game = after(at_activity("before", a_table()), skip("postures"))

    assert events_of(game, END_ACTIVITY) == (
        ActivityEnded(activity=ActivityId("before")),
        PartSkipped(part=PartId("postures")),
        *POSTURES_LAID,
        PartStarted(part=PartId("mechanisms")),
        ActivityStarted(activity=ActivityId("mechanisms")),
        TurnStarted(player=AMINA),
    )


def test_with_the_crisis_left_out_it_lies_face_up() -> None:
    parts = (
        part("talk", 50, activity(ActivityKind.DISCUSS, "feelings")),
        part("crisis", 10, activity(ActivityKind.REVEAL)),
        part("end", 40, activity(ActivityKind.TAKEAWAYS)),
    )
    game = a_table(box=tiny_box(parts=parts))

    game = after(game, skip("crisis"), END_PART)

    assert doing(game) == "takeaways"
    assert game.revealed


def test_a_part_begun_or_over_is_not_left_out() -> None:
    game = at_part("mechanisms", a_table())

    assert refused(game, skip("mechanisms")) is Reason.PART_IS_BEHIND
    assert refused(game, skip("postures")) is Reason.PART_IS_BEHIND
    assert refused(at_activity("feelings", a_table()), skip("debrief")) is Reason.PART_IS_BEHIND


def test_a_part_is_left_out_once_and_belongs_to_the_box() -> None:
    game = after(a_table(), skip("system"))

    assert refused(game, skip("system")) is Reason.PART_ALREADY_SKIPPED
    assert refused(game, skip("holidays")) is Reason.UNKNOWN_PART


# Activities with nothing to do are passed over without a word.


def test_the_postures_part_is_passed_over_when_they_are_placed() -> None:
    game = at_activity("before", a_table(postures_placed=True))

    events = events_of(game, END_ACTIVITY)

    assert PartStarted(part=PartId("postures")) not in events
    assert events[1] == PartStarted(part=PartId("mechanisms"))


def test_a_box_with_nothing_but_one_activity_is_a_session() -> None:
    box = tiny_box(parts=(part("end", 100, activity(ActivityKind.TAKEAWAYS)),))

    game = a_table(box=box)

    assert doing(game) == "takeaways"
    assert after(game, END_ACTIVITY).over


def test_mechanisms_wait_for_a_posture_to_carry_them() -> None:
    """A box whose mechanisms come before its postures has nowhere to lay them: it passes them over."""
    parts = (
        part("play", 50, activity(ActivityKind.MECHANISMS)),
        part("postures", 50, activity(ActivityKind.POSTURES)),
    )

    assert doing(a_table(box=tiny_box(parts=parts))) == "postures"


def test_two_parts_of_mechanisms_each_play_all_their_rounds_with_one_pile() -> None:
    parts = (
        part("mechanisms", 50, activity(ActivityKind.MECHANISMS, "first")),
        part("more", 50, activity(ActivityKind.MECHANISMS, "second")),
    )
    first = with_proposal(a_table(box=tiny_box(parts=parts)))

    second = after(first, Pass(by=AMINA), Pass(by=LEO))

    assert doing(second) == "second"
    assert second.round == 1
    assert second.turn is not None
    assert second.turn.player == AMINA
    assert second.mechanism_pile == (M3, M4, M1)
    assert second.later == (M2,)


def test_what_is_written_stays_whatever_is_ended_or_skipped() -> None:
    game = after(a_table(), WriteNote(by=AMINA, text="Hm"), skip("system"), END_PART, END_PART, END_PART, END_PART)

    assert game.over
    assert [note.text for note in game.notes] == ["Hm"]


def test_the_parts_of_the_usual_box_are_told_in_order() -> None:
    game, told = a_table(), list[Event]()

    while not game.over:
        told.extend(events_of(game, END_PART))
        game = after(game, END_PART)

    started = [event.part for event in told if isinstance(event, PartStarted)]
    assert started == [part.id for part in USUAL_PARTS[1:]]
    assert told[-1] == SessionEnded()


# The plan changes on the way.


def changes_plan(
    rounds: int = 1, turns: int = 0, posture_seconds: int = 60, mechanism_seconds: int = 120
) -> ChangePlan:
    return ChangePlan(
        by=FACILITATOR,
        rounds=rounds,
        turns=turns,
        posture_seconds=posture_seconds,
        mechanism_seconds=mechanism_seconds,
    )


def rounds_played(game: Game) -> list[tuple[int, PlayerId]]:
    """Round and player of each turn of mechanisms still to be played, when everybody passes."""
    turns = []
    while game.doing is not None and game.doing.kind is ActivityKind.MECHANISMS:
        assert game.turn is not None
        turns.append((game.round, game.turn.player))
        game = after(game, Pass(by=FACILITATOR))
    return turns


def test_a_round_less_ends_the_mechanisms_a_round_earlier() -> None:
    game = at_part("mechanisms", a_table(2, rounds=3))

    game = after(game, changes_plan(rounds=2))

    assert rounds_played(game) == [(1, AMINA), (1, LEO), (2, AMINA), (2, LEO)]


def test_a_plan_may_count_turns_over_more_than_a_round() -> None:
    game = at_part("mechanisms", a_table(2, rounds=3))

    assert rounds_played(after(game, changes_plan(rounds=3, turns=3))) == [(1, AMINA), (1, LEO), (2, AMINA)]


def test_a_plan_already_fulfilled_lets_the_turn_be_played() -> None:
    game = after(at_part("mechanisms", a_table(2, rounds=3)), Pass(by=AMINA), Pass(by=LEO), Pass(by=AMINA))

    game = after(game, changes_plan(rounds=1))

    assert rounds_played(game) == [(2, LEO)]


def test_changing_the_plan_is_told_and_keeps_the_minutes_of_the_parts() -> None:
    game = a_table()

    changed = after(game, changes_plan(mechanism_seconds=60))

    assert events_of(game, changes_plan(mechanism_seconds=60)) == (PlanChanged(),)
    assert changed.setup.plan.mechanism_seconds == 60
    assert changed.setup.plan.minutes == game.setup.plan.minutes


def test_only_the_facilitator_changes_the_plan_while_there_is_something_to_change() -> None:
    assert refused(a_table(), replace(changes_plan(rounds=2), by=AMINA)) is Reason.ONLY_FACILITATOR
    assert refused(a_table(), changes_plan()) is Reason.NOTHING_CHANGES
    assert refused(at_part("nothing", a_table()), changes_plan(rounds=2)) is Reason.SESSION_OVER


@pytest.mark.parametrize(
    "move",
    [
        changes_plan(rounds=0),
        changes_plan(rounds=7),
        changes_plan(turns=-1),
        changes_plan(turns=55),
        changes_plan(posture_seconds=14),
        changes_plan(mechanism_seconds=1201),
    ],
)
def test_a_plan_has_limits(move: ChangePlan) -> None:
    assert refused(a_table(), move) is Reason.PLAN_OFF_LIMITS


# A part left before its end is noted.


def test_a_part_left_in_the_middle_of_its_turns_is_cut_short() -> None:
    by_part = after(at_part("mechanisms", a_table()), END_PART)
    by_activity = after(at_part("postures", a_table()), END_ACTIVITY)

    assert by_part.cut_short == ("opening", "postures", "mechanisms")
    assert by_activity.cut_short == ("opening", "postures")


def test_a_part_left_in_its_last_activity_without_turns_is_not_cut_short() -> None:
    game = at_activity("before", a_table())

    assert after(game, END_ACTIVITY).cut_short == ()
    assert after(at_part("system", game), END_PART).cut_short == ("postures", "mechanisms")


def test_a_part_that_was_to_be_left_out_is_played_after_all() -> None:
    game = a_table(2)
    left_out = after(game, skip("debrief"))

    kept = after(left_out, KeepPart(by=FACILITATOR, part=PartId("debrief")))

    assert events_of(left_out, KeepPart(by=FACILITATOR, part=PartId("debrief"))) == (PartKept(part=PartId("debrief")),)
    assert kept.skipped == game.skipped == ()
    assert at_part("debrief", kept).over is False


def test_a_part_left_out_whose_time_has_passed_is_not_played_any_more() -> None:
    game = at_part("mechanisms", after(a_table(2), skip("postures")))

    assert refused(game, KeepPart(by=FACILITATOR, part=PartId("postures"))) is Reason.PART_IS_BEHIND
    assert refused(game, KeepPart(by=AMINA, part=PartId("postures"))) is Reason.ONLY_FACILITATOR
