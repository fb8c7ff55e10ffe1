"""What no text may hold: one list for boxes, for what people type, and for terminals."""

import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enacting.language import characters

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ON_FIRE = "\u2764\ufe0f\u200d\U0001f525"
PILE = "\u0315\u0300" * 200_000


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("plain, été, 水, नमस्ते, שָׁלוֹם\n\t" + FAMILY, []),
        ("a\x1b[2J\x00\x9b", ["control_character"] * 3),
        ("\ud800", ["control_character"]),
        ("a\u202eb\u2066c\u200f", ["direction_character"] * 3),
        ("\u200b\u2060\ufeff", ["zero_width"] * 3),
        ("\u2028\ue000\ufffe\U000e0041\U0010fffe", ["invisible_character"] * 5),
        ("Gemeinschafts\u00adgarten", []),
    ],
)
def test_each_refused_character_has_its_kind(text: str, kinds: list[str]) -> None:
    assert [kind for _, kind in characters.refused(text)] == kinds


def test_a_refused_character_has_its_place() -> None:
    assert list(characters.refused("ab\u200bc\x07")) == [(2, "zero_width"), (4, "control_character")]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("e\u0301", "é"),
        ("a\u202e\x1b\u200bb", "ab"),
        ("e" + "\u0315" * 50, "e\u0315\u0315"),
        ("\u2764" + "\ufe0f" * 50, "\u2764\ufe0f\ufe0f"),
        (FAMILY + ON_FIRE, FAMILY + ON_FIRE),
        ("ज़िंदगी", unicodedata.normalize("NFC", "ज़िंदगी")),
        ("\u1fa7", "\u1fa7"),
        (unicodedata.normalize("NFD", "\u1fa7 ǖ"), "\u1fa7 ǖ"),
    ],
)
def test_what_people_type_is_kept_without_what_is_refused(written: str, kept: str) -> None:
    assert characters.cleaned(written) == kept


@pytest.mark.parametrize(("text", "piled"), [("e\u0301\u0315", False), ("e\u0315\u0316\u0317", True), (ON_FIRE, False)])
def test_two_marks_are_not_a_pile(text: str, piled: bool) -> None:
    assert characters.is_piled_up(characters.composed(text)) is piled


def test_a_text_is_composed_when_composing_would_change_nothing() -> None:
    assert [characters.is_composed(text) for text in ("abc", "été", "水", "e\u0301", "\u212b")] == [True] * 3 + [
        False
    ] * 2


@pytest.mark.parametrize("do", [characters.composed, characters.cleaned, characters.printable, characters.is_composed])
def test_a_pile_of_accents_takes_no_time(do: object) -> None:
    assert callable(do)
    started = time.process_time()

    do("e" + PILE)

    assert time.process_time() - started < 2


def test_a_terminal_is_shown_one_line_without_commands() -> None:
    assert characters.printable("a\x1b[31m\u202eb\nc\td\ud800é\u202f;") == "a?[31m?b?c?d?é\u202f;"


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_twice_is_cleaning_once_and_leaves_nothing_refused(text: str) -> None:
    once = characters.cleaned(text)

    assert characters.cleaned(once) == once
    assert list(characters.refused(once)) == []
    assert not characters.is_piled_up(once)


def test_no_letter_of_a_language_is_refused() -> None:
    categories = {"Lu", "Ll", "Lt", "Lm", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk"}
    every = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in categories]

    assert [letter for letter in every if list(characters.refused(letter))] == []
