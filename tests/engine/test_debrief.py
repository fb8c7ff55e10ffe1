"""RULES 6: the after rating, discussions each with the box's own questions, and a sentence each to take home."""

import pytest
from tables import (
    AMINA,
    LEO,
    POLITICAL,
    SOCIAL,
    USUAL_PARTS,
    a_table,
    activity,
    after,
    at_activity,
    events_of,
    part,
    refused,
    tiny_box,
)

from enacting.engine.agenda import questions_of
from enacting.engine.board import ActivityId, ActivityKind
from enacting.engine.cards import CardId
from enacting.engine.events import ActivityEnded, NextStepAdded, QuestionAsked, SessionEnded, TakeawayLeft
from enacting.engine.game import FACILITATOR, WORD_LENGTH, Actor, Game, NextStep, PlayerId
from enacting.engine.moves import (
    AddNextStep,
    AskQuestion,
    CorrectNextStep,
    EndActivity,
    LeaveTakeaway,
    LeaveWord,
    Rate,
    RemoveNextStep,
    RemovePlayer,
)
from enacting.engine.refusals import Reason

HOW, WHY = CardId("how"), CardId("why")
BEFORE, AFTER = ActivityId("before"), ActivityId("after")


def discussing() -> Game:
    return at_activity("feelings", a_table())


def at_takeaways(players: int = 2) -> Game:
    return at_activity("takeaways", a_table(players))


def says(player: PlayerId, words: str, by: Actor | None = None) -> LeaveTakeaway:
    return LeaveTakeaway(by=by or player, player=player, words=words)


# The after rating, shown against before.


def test_the_rating_after_is_kept_beside_the_rating_before() -> None:
    game = at_activity("before", a_table(1))
    game = after(game, Rate(by=AMINA, player=AMINA, marks={SOCIAL: 1, POLITICAL: 2}))

    game = after(at_activity("after", game), Rate(by=AMINA, player=AMINA, marks={SOCIAL: 3, POLITICAL: 5}))

    assert game.ratings == {
        BEFORE: {AMINA: {SOCIAL: 1, POLITICAL: 2}},
        AFTER: {AMINA: {SOCIAL: 3, POLITICAL: 5}},
    }


# Steps, each with the box's own questions.


def test_a_discussion_opens_with_its_first_question() -> None:
    assert discussing().question == HOW


@pytest.mark.parametrize("by", [FACILITATOR, AMINA, LEO])
def test_anybody_may_ask_another_question_and_come_back(by: Actor) -> None:
    game = discussing()

    assert events_of(game, AskQuestion(by=by, question=WHY)) == (QuestionAsked(question=WHY),)
    game = after(game, AskQuestion(by=by, question=WHY))
    assert game.question == WHY
    assert after(game, AskQuestion(by=by, question=HOW)).question == HOW


def test_the_question_being_asked_is_not_asked_again() -> None:
    assert refused(discussing(), AskQuestion(by=AMINA, question=HOW)) is Reason.QUESTION_ALREADY_ASKED


def test_a_question_is_asked_in_its_own_activity() -> None:
    parts = (
        part("talk", 50, activity(ActivityKind.DISCUSS, "facts")),
        part("debrief", 50, activity(ActivityKind.DISCUSS, "feelings")),
    )
    box = tiny_box(parts=parts)

    game = a_table(box=box)

    assert game.doing is not None
    assert game.doing.id == "feelings"
    assert questions_of(box, parts[0].activities[0]) == ()
    assert questions_of(box, parts[1].activities[0]) == (HOW, WHY)


def test_only_a_question_of_the_activity_is_asked() -> None:
    assert refused(discussing(), AskQuestion(by=AMINA, question=CardId("when"))) is Reason.UNKNOWN_QUESTION


def test_questions_are_asked_in_discussions_only() -> None:
    assert refused(at_takeaways(), AskQuestion(by=AMINA, question=HOW)) is Reason.NOT_THIS_ACTIVITY


def test_after_a_discussion_no_question_is_asked_any_more() -> None:
    game = after(discussing(), EndActivity(by=LEO))

    assert game.question is None


# Each player leaves one take-away in one sentence.


def test_each_player_leaves_a_sentence() -> None:
    game = at_takeaways()

    assert events_of(game, says(AMINA, "To listen.")) == (TakeawayLeft(player=AMINA),)
    game = after(game, says(AMINA, " To listen. "), says(LEO, "To act."))
    assert game.takeaways == {AMINA: "To listen.", LEO: "To act."}


def test_a_new_sentence_replaces_ones_own_but_not_with_the_same() -> None:
    game = after(at_takeaways(), says(AMINA, "To listen."))

    assert refused(game, says(AMINA, " To listen.")) is Reason.NOTHING_CHANGES
    assert after(game, says(AMINA, "To act.")).takeaways == {AMINA: "To act."}


def test_two_players_may_leave_the_same_sentence() -> None:
    game = after(at_takeaways(), says(AMINA, "To listen."), says(LEO, "To listen."))

    assert game.takeaways == {AMINA: "To listen.", LEO: "To listen."}


def test_nobody_leaves_the_sentence_of_another_but_the_facilitator() -> None:
    assert refused(at_takeaways(), says(LEO, "To act.", by=AMINA)) is Reason.NOT_YOURS_TO_SAY
    assert refused(at_takeaways(), says(LEO, "To act.", by=FACILITATOR)) is None


def test_who_has_left_leaves_no_new_sentence() -> None:
    game = after(at_takeaways(3), says(LEO, "To act."), RemovePlayer(by=FACILITATOR, player=LEO))

    assert refused(game, says(LEO, "To listen.", by=FACILITATOR)) is Reason.PLAYER_HAS_LEFT
    assert game.takeaways == {LEO: "To act."}


def test_a_sentence_is_neither_empty_nor_longer_than_280_characters() -> None:
    assert refused(at_takeaways(), says(AMINA, " \n ")) is Reason.EMPTY_WORDS
    assert refused(at_takeaways(), says(AMINA, "x" * 281)) is Reason.WORDS_TOO_LONG
    assert refused(at_takeaways(), says(AMINA, "x" * 280)) is None


def test_sentences_are_left_in_their_activity_only() -> None:
    assert refused(discussing(), says(AMINA, "To act.")) is Reason.NOT_THIS_ACTIVITY


# Then the harvest: the session is over.


def test_leaving_a_sentence_is_nobodys_duty() -> None:
    assert refused(at_takeaways(), EndActivity(by=AMINA)) is None


def test_after_the_last_activity_the_session_is_over() -> None:
    game = at_takeaways()

    assert events_of(game, EndActivity(by=FACILITATOR)) == (
        ActivityEnded(activity=ActivityId("takeaways")),
        SessionEnded(),
    )
    game = after(game, EndActivity(by=FACILITATOR))
    assert game.over
    assert game.doing is None
    assert game.part is None
    assert refused(game, says(AMINA, "Too late.")) is Reason.SESSION_OVER


def test_the_debrief_is_the_last_part_of_the_usual_box() -> None:
    assert USUAL_PARTS[-1].id == "debrief"


# A word each.


@pytest.mark.parametrize("activity", ["feelings", "takeaways"])
def test_each_player_leaves_a_word_which_another_one_replaces(activity: str) -> None:
    game = at_activity(activity, a_table(2))

    game = after(game, LeaveWord(by=AMINA, player=AMINA, word="curious"), LeaveWord(by=LEO, player=LEO, word=" tired "))
    game = after(game, LeaveWord(by=FACILITATOR, player=LEO, word="proud"))

    assert game.farewells == {AMINA: "curious", LEO: "proud"}
    assert refused(game, LeaveWord(by=AMINA, player=LEO, word="odd")) is Reason.NOT_YOURS_TO_SAY
    assert refused(game, LeaveWord(by=LEO, player=LEO, word="x" * (WORD_LENGTH + 1))) is Reason.WORDS_TOO_LONG


def test_a_word_is_left_in_the_debrief_only() -> None:
    assert refused(a_table(2), LeaveWord(by=AMINA, player=AMINA, word="curious")) is Reason.NOT_THIS_ACTIVITY


# What will be done next, with who and when.


def does(what: str, who: str = "", when: str = "") -> AddNextStep:
    """A next step."""
    return AddNextStep(by=FACILITATOR, what=what, who=who, when=when)


def test_a_next_step_says_what_who_and_when() -> None:
    game = after(at_takeaways(), does(" Call the town ", " Amina ", "in May"), does("Plant a hedge"))

    assert events_of(game, does("Write")) == (NextStepAdded(step=3),)
    assert game.next_steps == (
        NextStep(what="Call the town", who="Amina", when="in May"),
        NextStep(what="Plant a hedge"),
    )


def test_a_next_step_is_corrected_and_taken_away_by_its_number() -> None:
    game = after(at_takeaways(), does("Call"), does("Plant"), does("Write"))

    game = after(game, CorrectNextStep(by=AMINA, step=2, what="Plant", when="in May"), RemoveNextStep(by=LEO, step=1))

    assert game.next_steps == (NextStep(what="Plant", when="in May"), NextStep(what="Write"))
    assert refused(game, RemoveNextStep(by=LEO, step=3)) is Reason.UNKNOWN_NEXT_STEP
    assert refused(game, RemoveNextStep(by=LEO, step=0)) is Reason.UNKNOWN_NEXT_STEP


def test_next_steps_are_written_with_the_take_aways_and_after_the_end() -> None:
    assert refused(discussing(), does("Call")) is Reason.NOT_THIS_ACTIVITY
    over = after(at_takeaways(), EndActivity(by=FACILITATOR))

    assert over.over
    assert after(over, does("Call")).next_steps == (NextStep(what="Call"),)


def test_the_same_next_step_is_not_written_twice_nor_more_than_twenty() -> None:
    game = after(at_takeaways(), does("Call"))

    assert refused(game, does("Call ")) is Reason.NOTHING_CHANGES
    assert refused(game, CorrectNextStep(by=AMINA, step=1, what="Call")) is Reason.NOTHING_CHANGES
    assert refused(game, does(" ")) is Reason.EMPTY_WORDS
    assert refused(game, does("Call", "x" * 81)) is Reason.WORDS_TOO_LONG
    assert refused(game, does("Call", when="x" * 81)) is Reason.WORDS_TOO_LONG
    game = after(game, *(does(f"Step {number}") for number in range(19)))
    assert refused(game, does("One more")) is Reason.TOO_MANY_NEXT_STEPS
    assert refused(game, CorrectNextStep(by=AMINA, step=20, what="Another")) is None
