"""A caret goes from one character to the next as people count them."""

import pytest
from ui.writing.editing import BELGIUM, E_ACUTE_IN_TWO, FAMILY, FRANCE, WAVE

from enacting.ui.writing.edited_text import EditedText


def test_the_limit_does_not_cut_a_character_in_two() -> None:
    assert EditedText(max_length=4).insert("a" + FAMILY).text == "a"
    assert EditedText(max_length=3).insert(FRANCE + BELGIUM).text == FRANCE


@pytest.mark.parametrize(
    "character", ["é", E_ACUTE_IN_TWO, "x\u0302\u0323", FAMILY, WAVE, FRANCE, "1\ufe0f\u20e3", "\n", "字"]
)
def test_what_people_count_as_one_is_stepped_over_and_erased_as_one(character: str) -> None:
    text = EditedText("a" + character + "b", 1, 1, multiline=True)
    after = 1 + len(character)

    assert text.right().caret == after
    assert text.right().left().caret == 1
    assert text.delete().text == "ab"
    assert text.to(after).backspace().text == "ab"
    assert text.to(after).backspace().caret == 1


def test_flags_side_by_side_are_apart() -> None:
    assert EditedText.of(FRANCE + BELGIUM + FRANCE).backspace().text == FRANCE + BELGIUM


def test_an_accent_does_not_join_a_newline() -> None:
    assert EditedText("\n\u0301", 0, 0, multiline=True).right().caret == 1


def test_a_caret_is_never_left_inside_a_character() -> None:
    between = EditedText(f"{FRANCE[0]}a{FRANCE[1]}", 2, 2)

    assert between.backspace() == EditedText(FRANCE, 2, 2)
