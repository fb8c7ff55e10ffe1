"""Words that a name may be, and names that are none."""

import pytest

from enacting.language.vocabulary import is_word


@pytest.mark.parametrize("name", ["Rose", "Pierre", "Marc", "Aimé"])
def test_a_name_may_be_a_word_that_people_say(name: str) -> None:
    assert is_word(name, ["fr"])


@pytest.mark.parametrize("name", ["Amina", "Maria", "Rosa", "Marina", "Lina"])
def test_a_tense_that_is_only_written_makes_no_word_of_a_name(name: str) -> None:
    assert not is_word(name, ["fr"])
