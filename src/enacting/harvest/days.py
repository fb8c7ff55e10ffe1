"""The day that somebody wrote down for a next step, where it can be read without guessing."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain
from typing import Final

from enacting.language.plain_letters import slug
from enacting.language.words import languages, words_in

SHORTEST_MONTH: Final = 3
"""How many letters of a month are enough, where only one month begins so."""
MONTHS: Final = 12

_WHOLE: Final = re.compile(r"(?<!\d)(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_FIGURES: Final = re.compile(r"(?<![\d/.])(\d\d?)([/.])(\d\d?)(?:\2(\d{4}))?(?![\d/])")
_DAY_FIRST: Final = re.compile(r"(?<!\d)(\d\d?)(?:er|st|nd|rd|th)?-(?:of-)?([a-z]+)(?:-(\d{4}))?(?![a-z0-9])")
_MONTH_FIRST: Final = re.compile(r"(?<![a-z0-9])([a-z]+)-(\d\d?)(?:st|nd|rd|th)?(?:-(\d{4}))?(?!\d)")
_ALL: Final = 1000


def day_in(text: str, after: date) -> date | None:
    """The day a text says; without a year, the first such day from `after` on.

    None where it says no day, or two, or one that has two readings: 3/12 is in March or in December.
    """
    found = set(_days(text, after))
    return found.pop() if len(found) == 1 else None


def _days(text: str, after: date) -> Iterator[date]:
    for year, month, day in _WHOLE.findall(text):
        yield from _day(year, int(month), int(day), after)
    for first, _, second, year in _FIGURES.findall(text):
        day, month = int(first), int(second)
        if month <= MONTHS and day <= MONTHS and day != month:
            continue
        if day <= MONTHS:
            day, month = month, day
        yield from _day(year, month, day, after)
    plain = slug(text, _ALL)
    named = chain(
        ((day, month, year) for day, month, year in _DAY_FIRST.findall(plain)),
        ((day, month, year) for month, day, year in _MONTH_FIRST.findall(plain)),
    )
    for day, name, year in named:
        month = _month(name)
        if month:
            yield from _day(year, month, int(day), after)


def _day(year: str, month: int, day: int, after: date) -> Iterator[date]:
    for each in (int(year),) if year else (after.year, after.year + 1):
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year or found >= after:
            yield found
            return


def _month(name: str) -> int:
    """The number of the only month whose name begins so in one of our languages, 0 where there is none."""
    if len(name) < SHORTEST_MONTH:
        return 0
    found = {number for month, number in _months() if month.startswith(name)}
    return found.pop() if len(found) == 1 else 0


@cache
def _months() -> tuple[tuple[str, int], ...]:
    return tuple(
        (slug(words_in(language)(f"month.{number}"), _ALL), number)
        for language in languages()
        for number in range(1, MONTHS + 1)
    )
