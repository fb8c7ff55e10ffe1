"""Tables of spreadsheets are read whatever their system and their separator."""

import pytest

from enacting.box.tables import NoTable, decoded, rows_of

FRENCH = "title;text\nL’été à Liège;Élus, œuvres… déçus\n"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("cp1252", "cp1252"),
        ("mac_roman", "mac_roman"),
    ],
)
@pytest.mark.parametrize(
    "text", [FRENCH, "title;text\nStraße in Köln;Äpfel für Jörg\n", "título;año\ncorazón;mañana\n"]
)
def test_accents_come_back_from_each_encoding_that_spreadsheets_save_in(text: str, written: str, found: str) -> None:
    read, encoding = decoded(text.encode(written))

    assert (read.removeprefix("\ufeff"), encoding) == (text, found)


def test_any_bytes_are_a_text() -> None:
    text, _ = decoded(bytes(range(256)))

    assert len(text) == 256


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("before", ["", "\ufeff", "sep={}\r\n", '"sep={}"\r\n'])
def test_the_separator_is_found_even_where_names_of_columns_hold_others(separator: str, before: str) -> None:
    head = f'"where; as it is, here"{separator}title\r\n'

    rows = rows_of(f'{before.format(separator)}{head}a{separator}"b\nc"\r\n')

    assert rows == [["where; as it is, here", "title"], ["a", "b\nc"]]


@pytest.mark.parametrize("text", ["", "title;text", "sep=;\ntitle;text", "a\n" + "x" * 200_000])
def test_what_has_no_row_below_its_head_is_no_table(text: str) -> None:
    with pytest.raises(NoTable):
        rows_of(text)
