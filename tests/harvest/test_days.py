"""The day that a next step says."""

from datetime import date

import pytest

from enacting.harvest.days import day_in

SESSION = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-03-12", date(2027, 3, 12)),
        ("avant le 12 mars 2027", date(2027, 3, 12)),
        ("le 1er février", date(2027, 2, 1)),
        ("15 déc.", date(2026, 12, 15)),
        ("1 December 2026", date(2026, 12, 1)),
        ("by the 3rd of May", date(2027, 5, 3)),
        ("March 12th, 2027", date(2027, 3, 12)),
        ("25/03/2027", date(2027, 3, 25)),
        ("3.3.2027", date(2027, 3, 3)),
        ("12/13/2027", date(2027, 12, 13)),
        ("1er décembre", SESSION),
        ("29 février 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_in_the_ways_people_write_it(text: str, day: date) -> None:
    assert day_in(text, SESSION) == day


@pytest.mark.parametrize(
    "text",
    [
        *("", "lundi", "au printemps", "mars 2027", "dans 12 jours", "12 maisons", "31 février 2027", "2027"),
        *(
            "3/12",
            "12/3",
            "le 12 de ce mois",
            "le 12 mars ou le 3 avril",
            "12 ju",
            "12/2027",
            "à 18 h 30",
            "1.5",
            "99/99",
        ),
    ],
)
def test_what_is_no_day_or_could_be_two_is_not_guessed(text: str) -> None:
    assert day_in(text, SESSION) is None
