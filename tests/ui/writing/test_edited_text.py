"""What a text may hold, and what writing and erasing make of it."""

import time

import pytest
from ui.writing.editing import (
    E_ACUTE_IN_TWO,
    FAMILY,
    FRANCE,
    WAVE,
    drawn,
    marked,
)

from enacting.ui.writing.edited_text import EditedText, cleaned_input


def test_text_goes_where_the_caret_is() -> None:
    assert drawn(marked("to| gether").insert("wn")) == "town| gether"


def test_text_takes_the_place_of_the_selection() -> None:
    assert drawn(marked("the ^old| commons").insert("new")) == "the new| commons"
    assert drawn(marked("the |old^ commons").insert("new")) == "the new| commons"


def test_inserting_changes_nothing_in_the_text_before() -> None:
    before = marked("to|")

    before.insert("wn")

    assert before == marked("to|")


@pytest.mark.parametrize(
    "piece",
    ["a b c ", "é’à ", "e\u0301", "\u0301", "\u200b", "👨\u200d👩\u200d👧", "\n", "\t", "\u1100\u1161\u11a8", "\udcff"],
)
def test_a_megabyte_that_is_pasted_is_cut_at_once(piece: str) -> None:
    pasted = piece * (1_000_000 // len(piece))
    started = time.process_time()

    text = EditedText.of("", max_length=1000, multiline=True).insert(pasted)

    assert time.process_time() - started < 0.25
    assert text.text == EditedText.of(piece * 2000, max_length=1000, multiline=True).text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\0b", "ab"),
        ("a\x1b[31mb\x7f\x9f", "a[31mb"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("a\ud83db", "ab"),
        ("\ufeffa\u200bb\u00adc\u034fd\u3164", "abcd"),
        ("a\tb", "a b"),
        ("l’été : 5 €", "l’été : 5 €"),
        ("\u00a0\u202f", "\u00a0\u202f"),
        (E_ACUTE_IN_TWO, "é"),
        (FAMILY + WAVE + FRANCE, FAMILY + WAVE + FRANCE),
        ("\ue000\U0001fae8", "\U0001fae8"),
        ("e" + "\u0315" * 9, "e\u0315\u0315"),
    ],
)
def test_what_cannot_be_seen_or_kept_is_left_out(written: str, kept: str) -> None:
    assert cleaned_input(written, multiline=True) == kept
    assert cleaned_input(written, multiline=False) == kept


def test_pasted_newlines_become_spaces_in_a_single_line() -> None:
    assert EditedText().insert("un\r\ndeux\ntrois\n\nquatre\u2028cinq").text == "un deux trois quatre cinq"


def test_a_newline_pasted_after_a_name_is_left_out_in_a_single_line() -> None:
    assert EditedText().insert("Awa\r\n").text == "Awa"


def test_pasted_newlines_stay_in_a_multiline_field_all_of_one_kind() -> None:
    assert EditedText(multiline=True).insert("un\r\ndeux\rtrois\u2029\n").text == "un\ndeux\ntrois\n\n"


def test_what_is_composed_is_cleaned_too() -> None:
    assert EditedText().compose("a\0\nb").composition == "a b"


def test_nothing_is_erased_when_nothing_can_be_inserted() -> None:
    assert drawn(marked("^all|").insert("\0\u202e")) == "^all|"


def test_text_is_cut_at_the_limit_and_what_follows_the_caret_stays() -> None:
    assert drawn(EditedText("abyz", 2, 2, max_length=6).insert("cdefg")) == "abcd|yz"


def test_a_selection_makes_room() -> None:
    assert drawn(EditedText("abc", 3, 1, max_length=3).insert("xyz")) == "axy|"


def test_a_text_read_from_elsewhere_is_mended() -> None:
    assert drawn(EditedText.of("a\0b\nc\n", max_length=3)) == "ab |"


@pytest.mark.parametrize(("caret", "anchor"), [(-1, 0), (3, 0), (0, -1), (0, 3)])
def test_a_caret_outside_the_text_is_a_mistake(caret: int, anchor: int) -> None:
    with pytest.raises(ValueError, match="outside 0 to 2"):
        EditedText("ab", caret, anchor)


def test_a_text_beyond_its_limit_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="3 characters in a field of 2"):
        EditedText("abc", max_length=2)


def test_erasing_takes_the_selection_first() -> None:
    assert drawn(marked("the ^old| commons").backspace()) == "the | commons"
    assert drawn(marked("the ^old| commons").delete()) == "the | commons"
    assert drawn(marked("the ^old| commons").backspace_word()) == "the | commons"
    assert drawn(marked("the ^old| commons").delete_word()) == "the | commons"


def test_there_is_nothing_to_erase_at_the_ends() -> None:
    assert marked("|a").backspace() == marked("|a")
    assert marked("a|").delete() == marked("a|")
    assert marked("|a").backspace_word() == marked("|a")
    assert marked("a|").delete_word() == marked("a|")
