"""Letters damaged by a program that does not know UTF-8 are found and repaired; what people write is left alone."""

import pytest

from enacting.language.damaged_letters import damaged, repaired

WRITTEN = [
    "Les élus et l’eau – « déjà » une œuvre, 20 € à l’été.",
    "ÇA À ÊTRE LIBERTÉ… ÉŒ « É » “Électricité” «é",
    "Gärten für Bürger, „JA“ – 20 °C",
    "Zażółć gęślą jaźń",
    "NÃO, a MAÇÃ É “boa”",
    "Київ, Привет, Ελληνικά",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_what_people_write_is_left_alone(text: str) -> None:
    assert repaired(text) == text
    assert list(damaged(text)) == []


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("text", ["Les élus et l’eau à l’été", "Für Bürger, „schön“", "déjà « vu »"])
def test_a_text_read_as_something_else_is_repaired(text: str, codec: str) -> None:
    assert repaired(text.encode().decode(codec, "surrogateescape")) == text


def test_a_text_damaged_twice_is_repaired() -> None:
    once = "des élus".encode().decode("cp1252")

    assert repaired(once.encode().decode("cp1252")) == "des élus"


def test_damage_is_told_where_it_is_with_what_it_was() -> None:
    assert list(damaged("Les Ã©lus et lâ€™eau Ã  boire")) == [(4, "Ã©", "é"), (14, "â€™", "’"), (21, "Ã", "à")]
