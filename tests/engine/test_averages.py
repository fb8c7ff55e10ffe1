"""What is shown of marks given in secret (RULES 2 and 6)."""

import pytest
from tables import AMINA, INES, LEO, POLITICAL, SOCIAL, a_table, after, at_activity

from enacting.engine.averages import averages, kept_secret, spreads
from enacting.engine.game import Game, PlayerId
from enacting.engine.moves import Rate


def rated(players: int, *given: tuple[PlayerId, int, int]) -> Game:
    """A table where these people have rated before the session: social, then political."""
    marks = [Rate(by=by, player=by, marks={SOCIAL: social, POLITICAL: political}) for by, social, political in given]
    return after(at_activity("before", a_table(players)), *marks)


def test_the_marks_of_three_people_have_an_average() -> None:
    game = rated(4, (AMINA, 1, 5), (LEO, 2, 5), (INES, 4, 5))

    ((activity, means),) = averages(game).items()
    assert activity == "before"
    assert means == {SOCIAL: 7 / 3, POLITICAL: 5}
    assert not kept_secret(game)


@pytest.mark.parametrize("players", [2, 4])
def test_the_marks_of_two_people_are_kept_secret_for_each_would_know_the_other_s(players: int) -> None:
    game = rated(players, (AMINA, 1, 5), (LEO, 2, 5))

    assert averages(game) == {}
    assert kept_secret(game)


def test_a_person_who_plays_alone_sees_their_own_marks() -> None:
    game = rated(1, (AMINA, 1, 5))

    assert averages(game) == {"before": {SOCIAL: 1, POLITICAL: 5}}
    assert not kept_secret(game)


def test_without_any_mark_there_is_neither_average_nor_secret() -> None:
    game = rated(3)

    assert averages(game) == {}
    assert not kept_secret(game)


def test_how_many_gave_each_mark_is_said_of_five_people_and_not_of_four() -> None:
    people = [player.id for player in a_table(6).players]
    given = [(by, mark, 3) for by, mark in zip(people, (1, 2, 2, 5, 5), strict=False)]

    assert spreads(rated(6, *given[:4])) == {}
    assert spreads(rated(6, *given)) == {"before": {SOCIAL: (1, 2, 0, 0, 2), POLITICAL: (0, 0, 5, 0, 0)}}
