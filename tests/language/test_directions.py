"""The order in which the parts of a line stand, where some are written from right to left."""

import sys

import pytest

from enacting.language.directions import (
    Run,
    begins_at_right,
    has_right_to_left,
    runs_from_left,
    with_directions_closed,
)


@pytest.mark.parametrize("text", ["", "L’eau", "Ελένη, Олена", "Անի 12", "🌱"])
def test_what_is_written_from_left_to_right_is_one_run(text: str) -> None:
    assert runs_from_left(text) == ((Run(text, False),) if text else ())
    assert not begins_at_right(text)


def test_a_hebrew_name_in_a_french_sentence_stays_where_it_is_read() -> None:
    assert runs_from_left("Avec שרה demain") == (Run("Avec ", False), Run("שרה", True), Run(" demain", False))


def test_a_french_word_in_a_hebrew_sentence_stands_to_the_left_of_what_came_before() -> None:
    runs = runs_from_left("שלום Lille תודה")

    assert [run.text.strip() for run in runs if run.text.strip()] == ["תודה", "Lille", "שלום"]
    assert [run.right_to_left for run in runs if run.text.strip()] == [True, False, True]


def test_a_number_in_an_arabic_sentence_keeps_the_order_of_its_digits() -> None:
    runs = runs_from_left("عام 2026")

    assert [run.text.strip() for run in runs if run.text.strip()] == ["2026", "عام"]


@pytest.mark.parametrize(
    ("text", "at_right"), [("שלום", True), ("(فاطمة)", True), ("L’eau שלום", False), ("12 שלום", True)]
)
def test_a_paragraph_is_written_as_its_first_letter_is(text: str, at_right: bool) -> None:
    assert begins_at_right(text) is at_right


def test_every_letter_of_a_line_is_in_one_run() -> None:
    line = "שלום (Lille, 12 %) تونس — fin"

    assert sorted("".join(run.text for run in runs_from_left(line))) == sorted(line)


def test_the_algorithm_is_not_loaded_for_what_does_not_need_it() -> None:
    before = {name for name in sys.modules if name.startswith("bidi")}

    runs_from_left("Rien à retourner")

    assert {name for name in sys.modules if name.startswith("bidi")} == before
    assert not has_right_to_left("Rien à retourner")


@pytest.mark.parametrize("character", ["\u05ff", "\U0001e8d7", "\u0378", "\u2066", "\u2067", "\u2068", "\u2069"])
def test_a_character_not_given_out_yet_or_an_isolate_stops_nothing(character: str) -> None:
    for line in (character, f"א{character}1", f"a {character} א"):
        assert sorted("".join(run.text for run in runs_from_left(line))) == sorted(line)
        assert begins_at_right(line) in (True, False)


@pytest.mark.parametrize(
    ("text", "closers"),
    [
        ("Rien", ""),
        ("sens\u202edessus", "\u202c"),
        ("sens\u202edessus\u202c", ""),
        ("\u2067a\u202bb", "\u202c\u2069"),
        ("\u2067a\u202bb\u2069", ""),
        ("\u202ba\u2066b\u202c", "\u2069\u202c"),
        ("\u202c\u2069", ""),
    ],
)
def test_a_direction_that_a_text_opens_ends_with_it(text: str, closers: str) -> None:
    assert with_directions_closed(text) == text + closers
