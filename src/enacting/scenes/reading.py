"""A scene as a designer writes it, one part on each line, into parts that are placed; or what is wrong with a line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile
from typing import Final

from enacting.scenes.grammar import Flag, Number, ScenePart, Value, Word, WordChoice, WordCount, spellings
from enacting.scenes.parts import PARTS

MAX_LINES: Final = 24
"""In one scene; a picture with more is no longer seen at once."""

_ANYWHERE: Final = "50 100 50"
_TOKEN: Final = re.compile(r"\S+")
_NUMBER: Final = re.compile(r"-?\d{1,4}(?:\.\d{1,2})?")
_NEARLY: Final = re.compile(r"(-?\d{1,4})(?:,(\d{1,2}))?%?")
_COUNT: Final = re.compile(r"([a-z]+)(-?\d{1,4})")


class Fault(StrEnum):
    """What can be wrong with a line."""

    UNKNOWN_PART = "unknown_part"
    NOT_STANDING = "not_standing"
    UNKNOWN_WORD = "unknown_word"
    NO_WORDS = "no_words"
    TWO_OF_ONE = "two_of_one"
    NUMBER_MISSING = "number_missing"
    NUMBER_TOO_MANY = "number_too_many"
    NUMBER_FORM = "number_form"
    OUT_OF_RANGE = "out_of_range"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in a line, at that index of its text.

    `written` is what was written there, `right` an example of what would be right, `known` the names there are; `part`
    and `name` are those of the part and of the number or word it is about, `minimum` and `maximum` its range.
    """

    fault: Fault
    at: int
    written: str
    part: str = ""
    name: str = ""
    right: str = ""
    known: tuple[str, ...] = ()
    minimum: int = 0
    maximum: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A part with its numbers and the value of each of its words."""

    part: ScenePart
    numbers: tuple[float, ...]
    words: Mapping[str, Value] = field(default_factory=dict)


Scene = tuple[Placed, ...]
"""Placed parts, from back to front."""


def read_line(text: str) -> tuple[Placed | None, tuple[Mistake, ...]]:
    """A part placed, or everything wrong with the line."""
    tokens = [(found.start(), found.group()) for found in _TOKEN.finditer(text)]
    at, name = tokens[0] if tokens else (0, "")
    part = PARTS.get(name)
    if part is None:
        return None, (Mistake(Fault.UNKNOWN_PART, at, name, known=tuple(PARTS)),)
    reader = _Reader(part)
    for at, token in tokens[1:]:
        reader.take(at, token)
    reader.finish(len(text.rstrip()))
    if reader.mistakes:
        return None, tuple(reader.mistakes)
    return Placed(part, tuple(reader.numbers), {**part.defaults, **reader.words}), ()


@dataclass(frozen=True, slots=True)
class Hero:
    """A part with its words but without a place: what a card brings to the middle of the board."""

    part: ScenePart
    words: Mapping[str, Value]


def read_hero(text: str) -> tuple[Hero | None, tuple[Mistake, ...]]:
    """A standing part with its words, or everything wrong with it."""
    name, _, rest = text.strip().partition(" ")
    part = PARTS.get(name)
    if part is None:
        return None, (Mistake(Fault.UNKNOWN_PART, 0, name, known=_standing()),)
    if not part.stands:
        return None, (Mistake(Fault.NOT_STANDING, 0, name),)
    placed, mistakes = read_line(f"{name} {_ANYWHERE} {rest}")
    if placed is None:
        return None, tuple(_moved(mistake, -len(_ANYWHERE) - 1) for mistake in mistakes)
    return Hero(part, placed.words), ()


def _moved(mistake: Mistake, by: int) -> Mistake:
    """The same mistake in a line without numbers; a number there is always one too many."""
    right = mistake.part if mistake.fault is Fault.NUMBER_TOO_MANY else mistake.right
    return replace(mistake, at=max(0, mistake.at + by), right=right)


def _standing() -> tuple[str, ...]:
    return tuple(name for name, part in PARTS.items() if part.stands)


@lru_cache(maxsize=512)
def read_scene(lines: tuple[str, ...]) -> Scene | None:
    """The scene of these lines; None when there are none, or when one of them is wrong."""
    placed = [read_line(line)[0] for line in lines]
    found = tuple(part for part in placed if part is not None)
    return found if found and len(found) == len(lines) else None


class _Reader:
    """Reads the numbers and the words of one line, and notes what is wrong."""

    def __init__(self, part: ScenePart) -> None:
        self.part = part
        self.numbers: list[float] = []
        self.words: dict[str, Value] = {}
        self.mistakes: list[Mistake] = []
        self._written: dict[str, str] = {}

    def take(self, at: int, token: str) -> None:
        """One number or word."""
        nearly = _NEARLY.fullmatch(token)
        if _NUMBER.fullmatch(token):
            self._take_number(at, token)
        elif nearly:
            right = nearly[1] + (f".{nearly[2]}" if nearly[2] else "")
            self.numbers.append(float(right))
            self._note(Fault.NUMBER_FORM, at, token, right=right)
        else:
            self._take_word(at, token)

    def finish(self, end: int) -> None:
        """After the last word: numbers that are not written take their default, if they have one."""
        for number in self.part.numbers[len(self.numbers) :]:
            if number.default is None:
                self._note(Fault.NUMBER_MISSING, end, "", name=number.name, right=example_of(self.part))
                return
            self.numbers.append(number.default)

    def _take_number(self, at: int, token: str) -> None:
        if len(self.numbers) >= len(self.part.numbers):
            self._note(Fault.NUMBER_TOO_MANY, at, token, right=example_of(self.part))
            return
        number = self.part.numbers[len(self.numbers)]
        value = float(token)
        self.numbers.append(value)
        if not number.minimum <= value <= number.maximum:
            self._note(Fault.OUT_OF_RANGE, at, token, name=number.name, minimum=number.minimum, maximum=number.maximum)

    def _take_word(self, at: int, token: str) -> None:
        found = self._meaning(at, token)
        if found is None:
            return
        word, value = found
        if word.name in self._written:
            self._note(Fault.TWO_OF_ONE, at, token, right=self._written[word.name])
            return
        self._written[word.name] = token
        self.words[word.name] = value

    def _meaning(self, at: int, token: str) -> tuple[Word, Value] | None:
        counted = _COUNT.fullmatch(token)
        for word in self.part.understood:
            match word:
                case Flag(name=name) if token == name:
                    return word, True
                case WordChoice(options=options) if token in options:
                    return word, token
                case WordCount(name=name, minimum=minimum, maximum=maximum) if counted and counted[1] == name:
                    value = int(counted[2])
                    if minimum <= value <= maximum:
                        return word, value
                    self._note(Fault.OUT_OF_RANGE, at, token, name=name, minimum=minimum, maximum=maximum)
                    return None
        known = tuple(spelling for word in self.part.understood for spelling in spellings(word))
        self._note(Fault.UNKNOWN_WORD if known else Fault.NO_WORDS, at, token, known=known)
        return None

    def _note(
        self,
        fault: Fault,
        at: int,
        written: str,
        *,
        name: str = "",
        right: str = "",
        known: tuple[str, ...] = (),
        minimum: int = 0,
        maximum: int = 0,
    ) -> None:
        self.mistakes.append(
            Mistake(
                fault,
                at,
                written,
                self.part.name,
                name=name,
                right=right,
                known=known,
                minimum=minimum,
                maximum=maximum,
            )
        )


_EXAMPLES: Final[Mapping[str, int]] = {
    "x": 50,
    "foot": 80,
    "height": 40,
    "top": 70,
    "y": 40,
    "to-x": 90,
    "to-y": 90,
    "left": 10,
    "width": 80,
    "depth": 30,
}


def example_of(part: ScenePart) -> str:
    """A line with that part, right as it stands."""
    needed: Sequence[Number] = tuple(takewhile(lambda number: number.default is None, part.numbers))
    return " ".join((part.name, *(str(_EXAMPLES[number.name]) for number in needed)))
