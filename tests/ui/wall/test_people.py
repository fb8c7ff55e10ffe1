"""Names of people on the wall: as much of a name as goes on its line, in the way people shorten names."""

import pytest

from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.wall.people import shown_name

STYLE = Type(Face.TEXT_BOLD, 40)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Amina", "Amina"),
        ("Jean-Baptiste", "Jean-B."),
        ("Marie-Christine Delacroix", "Marie-C."),
        ("Anne de La Grange", "Anne"),
        ("Wolfeschlegelsteinhausen", "Wolfesc…"),
    ],
)
def test_a_long_name_is_shortened_as_people_do_it(name: str, shown: str) -> None:
    assert shown_name(name, STYLE, 180) == shown
