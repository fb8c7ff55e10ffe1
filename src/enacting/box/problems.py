"""What is wrong in a box, said to the person who wrote it: where, what, and what would be right.

Law: no sentence here. A problem has a key; its sentence is in `assets/words/<language>/problems.yaml`.
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from enacting.box.codes import code_of
from enacting.language import characters
from enacting.language.words import Words

MAX_SHOWN = 50
MAX_NAMES = 12
LONGEST_QUOTE = 60
"""How much of a designer's own text a sentence repeats, in characters."""
LONGEST_LINE = 400
"""How much of a line to paste a sentence gives."""
_FIRST_STAND_IN = 0xE000


class Severity(StrEnum):
    """Whether the box can be played all the same."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """Where something is written in a file, both numbers from 1."""

    line: int
    column: int


TOP = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Instead:
    """What could have been meant by `written`, among the names that are `known`."""

    written: str
    known: tuple[str, ...]

    def nearest(self) -> str | None:
        """The known name most like the written one, if one is like it at all; very long names are like nothing."""
        if len(self.written) > LONGEST_QUOTE:
            return None
        by_small = {name.casefold(): name for name in reversed(self.known) if len(name) <= LONGEST_QUOTE}
        close = difflib.get_close_matches(self.written.casefold(), list(by_small), n=1, cutoff=0.6)
        return by_small[close[0]] if close else None


Field = str | int | float | Instead


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one place."""

    file: str
    line: int
    column: int
    key: str
    fields: Mapping[str, Field] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    @property
    def code(self) -> str:
        """What a designer looks up, such as E214; it never changes."""
        return code_of(self.key)


def problem(file: str, place: Place, key: str, /, **fields: Field) -> Problem:
    """A problem that stops the box from being played."""
    return Problem(file, place.line, place.column, key, fields)


def warning(file: str, place: Place, key: str, /, **fields: Field) -> Problem:
    """A problem with which the box can still be played."""
    return Problem(file, place.line, place.column, key, fields, Severity.WARNING)


class BrokenBox(Exception):
    """A box that cannot be played; `problems` holds everything found, errors first, then in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(
            ", ".join(f"{problem.file}:{problem.line}:{problem.column} {problem.key}" for problem in self.shown)
        )

    @property
    def shown(self) -> tuple[Problem, ...]:
        """The first problems, as many as a person will read."""
        return self.problems[:MAX_SHOWN]

    @property
    def more(self) -> int:
        """How many problems are not shown."""
        return len(self.problems) - len(self.shown)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors before warnings, then by file, line and column; the same problem is listed once."""
    found = {
        (problem.severity, problem.file, problem.line, problem.column, problem.key, _fields_text(problem)): problem
        for problem in problems
    }
    return tuple(found[place] for place in sorted(found, key=lambda place: (place[0] is not Severity.ERROR, *place)))


def _fields_text(problem: Problem) -> str:
    return repr([value.written if isinstance(value, Instead) else value for value in problem.fields.values()])


def format_problem(problem: Problem, words: Words) -> str:
    """The problem as one line: `file:line:column: what is wrong; what would be right`."""
    return f"{_shown(problem.file)}:{problem.line}:{problem.column}: {sentence(problem, words)}"


def sentence(problem: Problem, words: Words) -> str:
    """What is wrong and what would be right, without the place."""
    filled: dict[str, object] = {}
    verbatim: list[str] = []
    for name, value in problem.fields.items():
        if isinstance(value, str):
            filled[name] = chr(_FIRST_STAND_IN + len(verbatim))
            verbatim.append(value)
        elif isinstance(value, Instead):
            filled[name] = instead(value, words)
        else:
            filled[name] = words.number(value, 0 if float(value).is_integer() else 1)
    return _put_back(words(f"problem.{problem.key}", **filled), verbatim)


def _put_back(sentence: str, verbatim: list[str]) -> str:
    """Designers' own text stands in the sentence exactly as typed: typography is for our words only."""
    for number, text in enumerate(verbatim):
        sentence = sentence.replace(chr(_FIRST_STAND_IN + number), _shown(text, LONGEST_LINE))
    return sentence


def instead(value: Instead, words: Words) -> str:
    """What could have been meant, in a few words."""
    near = value.nearest()
    if near is not None:
        return words("problem.instead.near", near=_shown(near))
    if not value.known:
        return words("problem.instead.none")
    known = ", ".join(map(_shown, value.known[:MAX_NAMES]))
    return words("problem.instead.many" if len(value.known) > MAX_NAMES else "problem.instead.known", known=known)


def quoted(text: str) -> str:
    """A designer's text, shortened to be repeated in a sentence."""
    return _cut(" ".join(text.split()), LONGEST_QUOTE)


def _shown(text: str, max_length: int = LONGEST_QUOTE) -> str:
    """The text without anything that could disturb a terminal or a page, no longer than a sentence can hold."""
    return characters.printable(_cut(text, max_length))


def _cut(text: str, max_length: int) -> str:
    return text if len(text) <= max_length else text[: max_length - 1] + "…"
