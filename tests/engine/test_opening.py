"""RULES 2: the crisis is revealed, each player presents their persona, each may rate in turn."""

import pytest
from tables import AMINA, INES, LEO, POLITICAL, SOCIAL, a_table, after, at_activity, events_of, refused

from enacting.engine.board import ActivityId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.events import (
    ActivityEnded,
    ActivityStarted,
    CrisisRevealed,
    PersonaPresented,
    Rated,
    RatingLeftOut,
)
from enacting.engine.game import FACILITATOR, Actor, PlayerId
from enacting.engine.moves import DoNotRate, EndActivity, Move, Present, Rate, RevealCrisis
from enacting.engine.refusals import Reason

BEFORE = ActivityId("before")


def rating(player: PlayerId, social: int = 2, political: int = 4, by: Actor | None = None) -> Rate:
    return Rate(by=by or player, player=player, marks={SOCIAL: social, POLITICAL: political})


# The crisis is revealed and read aloud.


@pytest.mark.parametrize("by", [FACILITATOR, AMINA, LEO])
def test_anybody_may_reveal_the_crisis(by: Actor) -> None:
    game = after(a_table(), RevealCrisis(by=by))

    assert game.revealed


def test_the_crisis_is_revealed_once() -> None:
    game = after(a_table(), RevealCrisis(by=AMINA))

    assert refused(game, RevealCrisis(by=LEO)) is Reason.ALREADY_REVEALED


def test_revealing_shows_the_crisis_of_the_session() -> None:
    assert events_of(a_table(), RevealCrisis(by=AMINA)) == (CrisisRevealed(card=CardId("drought")),)


def test_once_revealed_anybody_may_go_on() -> None:
    hidden = a_table()
    revealed = after(hidden, RevealCrisis(by=AMINA))

    assert refused(hidden, EndActivity(by=LEO)) is Reason.ACTIVITY_NOT_FINISHED
    assert refused(revealed, EndActivity(by=LEO)) is None


def test_going_on_without_revealing_leaves_the_crisis_face_up() -> None:
    game = after(a_table(), EndActivity(by=FACILITATOR))

    assert game.revealed


def test_the_crisis_is_revealed_at_its_moment_only() -> None:
    game = at_activity("present", a_table())

    assert refused(game, RevealCrisis(by=FACILITATOR)) is Reason.NOT_THIS_ACTIVITY


# Each player presents their persona.


def test_each_player_presents_themselves_once_then_rating_begins() -> None:
    game = at_activity("present", a_table())

    game = after(game, Present(by=AMINA, player=AMINA))
    assert game.done == (AMINA,)
    assert refused(game, Present(by=AMINA, player=AMINA)) is Reason.ALREADY_PRESENTED

    assert events_of(game, Present(by=LEO, player=LEO)) == (
        PersonaPresented(player=LEO),
        ActivityEnded(activity=ActivityId("present")),
        ActivityStarted(activity=BEFORE),
    )


def test_they_may_present_in_another_order() -> None:
    game = after(at_activity("present", a_table(3)), Present(by=INES, player=INES))

    assert game.done == (INES,)


def test_nobody_presents_somebody_else_but_the_facilitator() -> None:
    game = at_activity("present", a_table())

    assert refused(game, Present(by=AMINA, player=LEO)) is Reason.NOT_YOURS_TO_SAY
    assert refused(game, Present(by=FACILITATOR, player=LEO)) is None


def test_a_stranger_presents_nothing() -> None:
    game = at_activity("present", a_table())

    assert refused(game, Present(by=FACILITATOR, player=PlayerId("p9"))) is Reason.UNKNOWN_PLAYER


@pytest.mark.parametrize(
    "move",
    [Present(by=AMINA, player=AMINA), rating(AMINA), DoNotRate(by=AMINA, player=AMINA)],
    ids=lambda move: type(move).__name__,
)
def test_nobody_presents_or_rates_while_the_crisis_is_read(move: Move) -> None:
    assert refused(a_table(), move) is Reason.NOT_THIS_ACTIVITY


# Each player may rate each consequence, from 1 to 5; it can be skipped.


def test_marks_are_kept_by_activity_and_player() -> None:
    game = after(at_activity("before", a_table()), rating(AMINA, 2, 4), rating(LEO, 5, 1))

    assert game.ratings == {
        BEFORE: {AMINA: {SOCIAL: 2, POLITICAL: 4}, LEO: {SOCIAL: 5, POLITICAL: 1}},
    }


def test_the_last_to_rate_ends_the_activity() -> None:
    game = after(at_activity("before", a_table()), rating(AMINA))
    assert game.doing is not None
    assert game.doing.id == BEFORE

    game = after(game, rating(LEO))

    assert game.doing is not None
    assert game.doing.id == ActivityId("postures")


def test_what_is_told_of_a_rating_is_not_its_marks() -> None:
    game = at_activity("before", a_table())

    assert events_of(game, rating(AMINA)) == (Rated(player=AMINA),)


def test_a_rating_can_be_left_out() -> None:
    game = at_activity("before", a_table())

    assert events_of(game, DoNotRate(by=AMINA, player=AMINA)) == (RatingLeftOut(player=AMINA),)
    game = after(game, DoNotRate(by=AMINA, player=AMINA), rating(LEO))
    assert game.ratings == {BEFORE: {LEO: {SOCIAL: 2, POLITICAL: 4}}}


def test_everybody_may_leave_it_out() -> None:
    game = after(
        at_activity("before", a_table()), DoNotRate(by=AMINA, player=AMINA), DoNotRate(by=FACILITATOR, player=LEO)
    )

    assert game.ratings == {}
    assert game.part is not None
    assert game.part.id == "postures"


def test_nobody_rates_twice_not_even_after_leaving_it_out() -> None:
    rated = after(at_activity("before", a_table()), rating(AMINA))
    left_out = after(at_activity("before", a_table()), DoNotRate(by=AMINA, player=AMINA))

    for game in (rated, left_out):
        assert refused(game, rating(AMINA, 5, 5)) is Reason.ALREADY_RATED
        assert refused(game, DoNotRate(by=AMINA, player=AMINA)) is Reason.ALREADY_RATED


def test_nobody_rates_for_somebody_else_but_the_facilitator() -> None:
    game = at_activity("before", a_table())

    assert refused(game, rating(LEO, by=AMINA)) is Reason.NOT_YOURS_TO_SAY
    assert refused(game, DoNotRate(by=AMINA, player=LEO)) is Reason.NOT_YOURS_TO_SAY
    assert refused(game, rating(LEO, by=FACILITATOR)) is None


def test_a_rating_marks_every_consequence_and_no_other() -> None:
    game = at_activity("before", a_table())
    comic = ConsequenceId("comic")

    for marks in ({}, {SOCIAL: 3}, {SOCIAL: 3, POLITICAL: 3, comic: 3}, {SOCIAL: 3, comic: 3}):
        assert refused(game, Rate(by=AMINA, player=AMINA, marks=marks)) is Reason.RATING_INCOMPLETE


@pytest.mark.parametrize(
    ("mark", "reason"), [(0, Reason.RATING_OFF_SCALE), (1, None), (5, None), (6, Reason.RATING_OFF_SCALE)]
)
def test_marks_go_from_1_to_5(mark: int, reason: Reason | None) -> None:
    game = at_activity("before", a_table())

    assert refused(game, rating(AMINA, social=mark)) is reason


def test_marks_changed_afterwards_by_their_giver_do_not_change_the_game() -> None:
    marks = {SOCIAL: 2, POLITICAL: 4}
    game = after(at_activity("before", a_table()), Rate(by=AMINA, player=AMINA, marks=marks))

    marks[SOCIAL] = 5

    assert game.ratings[BEFORE][AMINA] == {SOCIAL: 2, POLITICAL: 4}
