"""Letters without their accents, by one table."""

import pytest

from enacting.language.plain_letters import LETTERS, slug, without_accents


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lœtitia", "Loetitia"),
        ("Łukasz", "Lukasz"),
        ("Ørsted, Ǿ", "Orsted, O"),
        ("Đorđe", "Dorde"),
        ("Straße, STRAẞE", "Strasse, STRASSE"),
        ("e\u0301té", "ete"),
        ("李雷 · à", "李雷 · a"),
    ],
)
def test_a_letter_is_written_as_people_type_it_without_accents(text: str, expected: str) -> None:
    assert without_accents(text) == expected


def test_every_letter_of_the_table_becomes_letters_of_ascii() -> None:
    assert [letter for letter, plain in LETTERS.items() if not (plain.isascii() and plain.isalpha())] == []


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("L’été à Brœck", 60, "l-ete-a-broeck"),
        ("Nord–Sud", 60, "nord-sud"),
        ("一二三", 60, ""),
        ("../../etc", 60, "etc"),
        ("deux mots", 5, "deux"),
    ],
)
def test_a_slug_is_a_name_any_system_takes(text: str, length: int, expected: str) -> None:
    assert slug(text, length) == expected
