"""A line of a scene is read whole, or everything wrong with it is named at its place."""

import pytest

from enacting.scenes.parts import PARTS
from enacting.scenes.reading import Fault, example_of, read_hero, read_line, read_scene


def mistakes_in(line: str) -> list[tuple[Fault, int, str]]:
    """Each mistake of a line: what, where, and what was written there."""
    return [(mistake.fault, mistake.at, mistake.written) for mistake in read_line(line)[1]]


def test_a_line_is_a_part_its_numbers_and_its_words_in_any_order() -> None:
    one, other = read_line("house 32 64.5 40 lit flip")[0], read_line("house lit 32 64.5 flip 40")[0]

    assert one == other
    assert one is not None
    assert (one.part.name, one.numbers) == ("house", (32.0, 64.5, 40.0))
    assert (one.words["lit"], one.words["flip"], one.words["shut"], one.words["roof"]) == (True, True, False, "roof")


def test_a_number_with_a_default_can_be_left_out() -> None:
    placed = read_line("hills 58 mid")[0]

    assert placed is not None
    assert placed.numbers == (58.0, 5.0)
    assert placed.words == {"tone": "mid"}


def test_a_word_that_counts_ends_in_its_number() -> None:
    placed = read_line("crowd 50 90 40 n7 tilt-12")[0]

    assert placed is not None
    assert (placed.words["n"], placed.words["tilt"]) == (7, -12)


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_the_example_of_a_part_is_right(part: object) -> None:
    line = example_of(part)  # type: ignore[arg-type]

    assert read_line(line)[1] == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("hause 10 20 30", [(Fault.UNKNOWN_PART, 0, "hause")]),
        ("", [(Fault.UNKNOWN_PART, 0, "")]),
        ("house 10 20 30 litt", [(Fault.UNKNOWN_WORD, 15, "litt")]),
        ("halo 10 20 30 lit", [(Fault.NO_WORDS, 14, "lit")]),
        ("house 10 20", [(Fault.NUMBER_MISSING, 11, "")]),
        ("ground", [(Fault.NUMBER_MISSING, 6, "")]),
        ("house 10 20 30 40", [(Fault.NUMBER_TOO_MANY, 15, "40")]),
        ("house 44,5 20 30", [(Fault.NUMBER_FORM, 6, "44,5")]),
        ("house 44% 20 30", [(Fault.NUMBER_FORM, 6, "44%")]),
        ("house 200 20 30", [(Fault.OUT_OF_RANGE, 6, "200")]),
        ("house 10 20 0", [(Fault.OUT_OF_RANGE, 12, "0")]),
        ("crowd 10 20 30 n99", [(Fault.OUT_OF_RANGE, 15, "n99")]),
        ("house 10 20 30 slate-roof dark-roof", [(Fault.TWO_OF_ONE, 26, "dark-roof")]),
        ("house 10 20 30 lit lit", [(Fault.TWO_OF_ONE, 19, "lit")]),
        ("  house 999 20 30 litt", [(Fault.OUT_OF_RANGE, 8, "999"), (Fault.UNKNOWN_WORD, 18, "litt")]),
    ],
)
def test_each_mistake_of_a_line_is_named_at_its_place(line: str, expected: list[tuple[Fault, int, str]]) -> None:
    assert mistakes_in(line) == expected
    assert read_line(line)[0] is None


def test_a_number_that_is_nearly_right_is_given_as_it_should_be() -> None:
    assert [mistake.right for mistake in read_line("house 44,5 20% 30")[1]] == ["44.5", "20"]


def test_a_range_is_named_with_the_number_it_is_about() -> None:
    [mistake] = read_line("house 10 20 900")[1]

    assert (mistake.part, mistake.name, mistake.minimum, mistake.maximum) == ("house", "height", 2, 160)


def test_both_ends_of_a_range_are_within_it() -> None:
    assert mistakes_in("house -20 0 2") == mistakes_in("house 120 140 160") == []


def test_a_scene_with_one_wrong_line_is_not_drawn() -> None:
    assert read_scene(("sky", "house 50 80 40")) is not None
    assert read_scene(("sky", "hause 50 80 40")) is None
    assert read_scene(()) is None


def test_what_a_card_brings_to_the_board_is_a_standing_part_with_words_alone() -> None:
    hero, mistakes = read_hero("house solar")

    assert mistakes == ()
    assert hero is not None
    assert (hero.part.name, hero.words["solar"]) == ("house", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sea", [(Fault.NOT_STANDING, 0, "sea", "")]),
        ("hause", [(Fault.UNKNOWN_PART, 0, "hause", "")]),
        ("house solr", [(Fault.UNKNOWN_WORD, 6, "solr", "")]),
        ("house 50", [(Fault.NUMBER_TOO_MANY, 6, "50", "house")]),
    ],
)
def test_each_mistake_of_it_is_named(text: str, expected: list[tuple[Fault, int, str, str]]) -> None:
    hero, mistakes = read_hero(text)

    assert hero is None
    assert [(problem.fault, problem.at, problem.written, problem.right) for problem in mistakes] == expected
