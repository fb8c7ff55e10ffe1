"""How numbers are said in each language."""

import pytest

from enacting.language.words import words_in


@pytest.mark.parametrize(("language", "text"), [("fr", "−1\u202f234,5"), ("en", "−1,234.5")])
def test_a_number_below_zero_has_a_minus_sign_and_not_a_hyphen(language: str, text: str) -> None:
    """A screen reader says one of them only."""
    assert words_in(language).number(-1234.5, 1) == text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_sentence_says_a_scale_below_zero_with_a_minus_sign(language: str) -> None:
    """Whatever sentence: numbers are given to it as they are."""
    sentence = words_in(language)("rating.text", least=-2, most=2)

    assert "−2" in sentence
    assert "-2" not in sentence
