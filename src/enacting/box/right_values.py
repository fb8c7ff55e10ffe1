"""What a value that is refused was probably meant to be: a number with its unit, a month in letters, a colour's name.

Law: a value is given only where there is no doubt; empty otherwise.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from enacting.language.words import languages, words_in

_TRUE: Final = frozenset({"true", "yes", "y", "on", "oui", "vrai", "o", "x", "1", "ja", "si", "sí", "sim", "✓", "✔"})
_FALSE: Final = frozenset({"false", "no", "n", "off", "non", "faux", "0", "nein", "não", "✗", "-"})
_UNIT: Final = re.compile(r"[+≈~]?\s*(?P<number>-?\d+(?:[.,]\d+)?)\s*(?:%|[a-zà-ÿ]{1,12}\.?)?", re.IGNORECASE)
_HOURS: Final = re.compile(r"(?P<hours>\d{1,2})\s*(?:h|hr|hrs|heures?|hours?)\.?\s*(?P<minutes>\d{1,2})?\s*(?:min)?")
_CLOCK: Final = re.compile(r"(?P<whole>\d{1,3}):(?P<seconds>[0-5]\d)")
_POWER: Final = re.compile(r"\d{1,3}(?:[.,]\d+)?[eE]\+?\d")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[ _\u00a0\u202f'’]\d{3})+")
_PARTS: Final = {"½": ".5", "¼": ".25", "¾": ".75"}
_COLOURS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("black", "noir"), "#000000"), **dict.fromkeys(("white", "blanc"), "#FFFFFF"),
    **dict.fromkeys(("grey", "gray", "gris"), "#808080"), **dict.fromkeys(("red", "rouge"), "#C0392B"),
    **dict.fromkeys(("green", "vert"), "#2A6F4E"), **dict.fromkeys(("blue", "bleu"), "#2F5B8C"),
    **dict.fromkeys(("yellow", "jaune"), "#C9A227"), "orange": "#C8641E",
    **dict.fromkeys(("purple", "violet"), "#54426B"), **dict.fromkeys(("pink", "rose"), "#B5527C"),
    **dict.fromkeys(("brown", "marron", "brun"), "#7A4B2A"),
}  # fmt: skip
_RGB: Final = re.compile(r"rgba?\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\b.*", re.IGNORECASE)


def number_meant(written: str, *, whole: bool) -> str:
    """The number in `6 min`, `70%`, `1h30`, `6½`, `2,5` or `deux`."""
    text = " ".join(written.split())
    hours, clock = _HOURS.fullmatch(text.lower()), _CLOCK.fullmatch(text)
    if hours is not None:
        found = float(hours["hours"]) * 60 + float(hours["minutes"] or 0)
    elif clock is not None:
        found = float(clock["whole"]) + float(clock["seconds"]) / 60
    elif _GROUPED.fullmatch(text) is not None:
        found = float(re.sub(r"\D", "", text))
    elif _POWER.fullmatch(text) is not None:
        found = float(text.replace(",", "."))
    elif text[-1:] in _PARTS and text[:-1].strip().isascii() and text[:-1].strip().isdigit():
        found = float(text[:-1].strip() + _PARTS[text[-1]])
    elif (with_unit := _UNIT.fullmatch(text)) is not None:
        found = float(with_unit["number"].replace(",", "."))
    elif text.casefold() in _number_words():
        found = float(_number_words()[text.casefold()])
    else:
        return ""
    if whole and not found.is_integer():
        return ""
    return plain_number(found)


def plain_number(value: float) -> str:
    """A number as it is written in a box: `6`, `6.5`."""
    return f"{round(value, 2):g}" if abs(value) < 1e6 else f"{value:.0f}"


def truth_meant(written: str) -> str:
    """`true` or `false`."""
    small = written.strip().casefold()
    return "true" if small in _TRUE else "false" if small in _FALSE else ""


def month_meant(written: str) -> str:
    """A month such as `2026-11`."""
    text = " ".join(written.split()).casefold()
    year_first = re.fullmatch(r"(\d{4})[/.-](\d{1,2})(?:[/.-]\d{1,2})?", text)
    month_first = re.fullmatch(r"(?:\d{1,2}[/.-])?(\d{1,2})[/.-](\d{4}|\d\d)", text)
    named = re.fullmatch(r"(?:\d{1,2}(?:er|st|nd|rd|th)? )?([^\W\d]+)\.?,? (\d{4})", text)
    year, month = "", 0
    if year_first is not None:
        year, month = year_first[1], int(year_first[2])
    elif month_first is not None:
        year, month = month_first[2], int(month_first[1])
    elif named is not None:
        year, month = named[2], _months().get(named[1], 0)
    return f"{year if len(year) == 4 else f'20{year}'}-{month:02}" if 1 <= month <= 12 else ""


def colour_meant(written: str) -> str:
    """A colour such as `#3B4A6B`."""
    text = written.strip()
    bare = text.removeprefix("#").removeprefix("0x")
    rgb = _RGB.fullmatch(text)
    if rgb is not None and all(int(part) < 256 for part in rgb.groups()):
        return "#" + "".join(f"{int(part):02X}" for part in rgb.groups())
    if text.casefold() in _COLOURS:
        return _COLOURS[text.casefold()]
    bare = re.sub("[oO]", "0", re.sub("[lI]", "1", bare)) if text.startswith("#") else bare
    if re.fullmatch(r"[0-9A-Fa-f]{3}", bare):
        return "#" + "".join(2 * digit for digit in bare)
    return f"#{bare[:6]}" if re.fullmatch(r"[0-9A-Fa-f]{6}(?:[0-9A-Fa-f]{2})?", bare) else ""


def items_meant(written: str) -> tuple[str, ...]:
    """The items of a list written as a text: `one, two`, `(one; two)`."""
    inner = re.fullmatch(r"[({\[]?(?P<inner>[^()\[\]{}]*)[)}\]]?", written.strip().strip("\"'"))
    if inner is None:
        return ()
    items = [item.strip().strip("\"'") for item in re.split(r"[,;|]", inner["inner"])]
    return tuple(item for item in items if item)


def pairs(**values: float) -> str:
    """`x: 70, width: 30`."""
    return ", ".join(f"{key}: {plain_number(value)}" for key, value in values.items())


@cache
def _number_words() -> Mapping[str, str]:
    names: dict[str, str] = {"one": "1", "un": "1", "une": "1"}
    for words in map(words_in, languages()):
        names |= {words(f"number.{number}").casefold(): str(number) for number in range(2, 10)}
    return names


@cache
def _months() -> Mapping[str, int]:
    """The months by their name in each language of the program, and by its first letters."""
    names: dict[str, int] = {}
    for words in map(words_in, languages()):
        written: Sequence[str] = [words(f"month.{number}").casefold() for number in range(1, 13)]
        names |= {name: number for number, name in enumerate(written, 1)}
        short = [name[:length] for length in (4, 3) for name in written]
        names |= {name: 1 + index % 12 for index, name in enumerate(short) if short.count(name) == 1}
    return names
