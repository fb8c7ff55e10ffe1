"""Five lines say where a table is, at any moment of a session, and nothing secret."""

import random

import pytest
from tables import AMINA, M2, RIGHT, a_table, after, at_activity, at_part, random_moves, tiny_box, with_adopted
from tables import with_mechanism_in_hand as in_hand
from tables import with_proposal as proposed

from enacting.engine.game import FACILITATOR, Game
from enacting.engine.moves import Rate, RevealCrisis
from enacting.language.words import languages, words_in
from enacting.session.recap import recap

BOX = tiny_box(mechanisms=30)


def lines(game: Game, ends: str = "16:40") -> tuple[str, ...]:
    return recap(game, game.box, words_in("en"), minutes=42, ends=ends)


def test_before_anything_the_crisis_is_face_down() -> None:
    assert lines(a_table()) == (
        "The crisis card is still face down.",
        "Postures placed: 0 of 2. No proposal has been adopted yet.",
        "Now: opening, reveal.",
        "Everyone together: it is no one’s turn.",
        "Time: 42\N{NO-BREAK SPACE}min played; the session will end at about 16:40.",
    )


def test_the_crisis_is_told_once_it_is_known() -> None:
    assert lines(after(a_table(), RevealCrisis(by=AMINA)))[0].startswith("The crisis: ")


def test_a_card_in_hand_and_an_open_proposal_are_told() -> None:
    assert lines(in_hand(a_table()))[2:4] == (
        "Now: mechanisms. The table is talking about Mechanism 2.",
        "It’s Amina’s turn, round 1 of 1.",
    )
    assert lines(proposed(a_table()))[2] == "Now: mechanisms. The table is deciding on Mechanism 2, under partner."


def test_the_latest_proposals_are_named_and_the_others_counted() -> None:
    game = with_adopted(a_table(6, box=BOX), 6, seat=RIGHT)

    built = lines(game)[1]

    titles = [BOX.mechanisms[proposal.card].title for proposal in game.proposals]
    assert built.startswith("Postures placed: 2 of 2. 6 proposals have been adopted: ")
    assert built.endswith(f"{titles[3]}, {titles[4]} and {titles[5]}. There were 2 more before that.")
    assert f"{titles[1]}," not in built


def test_the_new_system_says_what_nothing_answers_yet() -> None:
    game = at_part("system", with_adopted(a_table()))

    assert game.proposals[0].card == M2
    assert lines(game)[2] == "Now: system. Not addressed yet: Political."


def test_the_person_expected_to_speak_is_named() -> None:
    assert lines(at_activity("present", a_table()))[3] == "It’s Amina’s turn."


def test_the_question_of_the_debrief_is_told() -> None:
    assert lines(at_activity("feelings", a_table()))[2] == "Now: debrief, feelings. The question: how"


def test_a_session_that_is_over_ends_at_no_time() -> None:
    assert lines(at_part("nothing", a_table()))[2:] == (
        "The session is over.",
        "Everyone together: it is no one’s turn.",
        "Time: 42\N{NO-BREAK SPACE}min played.",
    )


def test_marks_are_not_told() -> None:
    game = at_activity("before", a_table())
    one, other = (
        after(game, Rate(by=FACILITATOR, player=AMINA, marks=dict.fromkeys(game.answered(), mark))) for mark in (1, 5)
    )

    assert lines(one) == lines(other)


@pytest.mark.parametrize("language", languages())
def test_at_any_moment_there_are_five_lines(language: str) -> None:
    for game, _ in random_moves(a_table(4, box=BOX, rounds=2), random.Random(5)):
        told = recap(game, game.box, words_in(language), minutes=1)
        assert len(told) == 5
        assert all(line.strip() for line in told)
