"""What is wrong with a box as it is reported: causes first, repeats once, the line as it is and as it would be.

The command and the window tell the same problems, through `groups` and `describe`.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from enacting.box.mending import mended
from enacting.box.problems import MAX_SHOWN, Problem, Severity, format_problem, sentence
from enacting.box.reading import read
from enacting.language import characters
from enacting.language.words import Words

MAX_OF_A_KIND: Final = 5
"""Problems of one file and one key reported in full, when they are not the same to the letter."""
MAX_PLACES: Final = 12
"""Places named where others look the same."""
_WIDTH: Final = 110
"""Of the piece of a long line that is shown, in characters."""
_MUST_BE_TRIED: Final = frozenset(
    {
        "not_lined_up",
        "no_colon",
        "unreadable",
        "written_twice",
        "unclosed_bracket",
        "unclosed_quote",
        "quote_in_quotes",
        "apostrophe_in_quotes",
    }
)
"""Problems whose mended line is given only once the file has been read with it: the mistake may be elsewhere."""
_MAX_TRIED: Final = 200_000
"""Characters of a file that is read again for that."""


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """A problem, and the others of its file that look the same."""

    first: Problem
    others: tuple[Problem, ...] = ()


def groups(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    """The problems, errors and their causes first; in a file, those that look the same are one."""
    ordered = sorted(problems, key=_rank)
    found: list[ProblemGroup] = []
    for _, alike in itertools.groupby(sorted(ordered, key=_kind), key=_kind):
        found += _groups_of_a_kind(list(alike))
    return tuple(sorted(found, key=lambda group: _rank(group.first)))


def describe(group: ProblemGroup, words: Words) -> list[str]:
    """What a group says in two lines at most: the first problem, and where the others are."""
    return [format_problem(group.first, words), *_others(group, words)]


def describe_at_length(group: ProblemGroup, texts: Mapping[str, str], words: Words) -> list[str]:
    """The same with the code, the line and a caret, and the line as it would be right."""
    first = group.first
    label = words(f"check.{first.severity}", code=first.code)
    return [f"{format_problem(first, words)} [{label}]", *_shown_line(first, texts, words), *_others(group, words)]


def as_data(problem: Problem, texts: Mapping[str, str], words: Words) -> dict[str, object]:
    """The problem for other programs."""
    lines = _lines(problem, texts)
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": str(problem.severity),
        "code": problem.code,
        "key": problem.key,
        "message": sentence(problem, words),
        "source": lines[problem.line - 1] if 0 < problem.line <= len(lines) else None,
        "mended": line_to_paste(problem, texts),
    }


def counts(problems: Iterable[Problem]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    severities = [problem.severity for problem in problems]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def shown_first(found: Sequence[ProblemGroup]) -> tuple[Sequence[ProblemGroup], int]:
    """As many groups as a person will read, and how many problems are in the others."""
    return found[:MAX_SHOWN], sum(1 + len(group.others) for group in found[MAX_SHOWN:])


def line_to_paste(problem: Problem, texts: Mapping[str, str]) -> str | None:
    """The line as it would be right, where that is known."""
    lines = _lines(problem, texts)
    right = mended(problem, lines)
    if right is None or problem.key not in _MUST_BE_TRIED:
        return right
    return right if _is_right(problem, lines, right) else None


def _is_right(problem: Problem, lines: Sequence[str], right: str) -> bool:
    """Whether the file is read better with that line: the problem is gone, and no other has come."""
    before = "\n".join(lines)
    if len(before) > _MAX_TRIED:
        return False
    after = "\n".join((*lines[: problem.line - 1], right, *lines[problem.line :]))
    known = {(other.line, other.key) for other in read(problem.file, before).problems}
    left = {(other.line, other.key) for other in read(problem.file, after).problems}
    return (problem.line, problem.key) not in left and left <= known


def _rank(problem: Problem) -> tuple[bool, str, str, int, int]:
    return problem.severity is not Severity.ERROR, problem.code[1], problem.file, problem.line, problem.column


def _kind(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.key, str(problem.severity)


def _groups_of_a_kind(alike: Sequence[Problem]) -> list[ProblemGroup]:
    """Problems of one file and one key: the same to the letter are one, and so are all beyond the first few."""
    same: dict[str, list[Problem]] = {}
    for problem in alike:
        same.setdefault(repr(sorted(problem.fields.items(), key=lambda field: field[0])), []).append(problem)
    found = [ProblemGroup(first, tuple(others)) for first, *others in same.values()]
    if len(found) <= MAX_OF_A_KIND:
        return found
    last = found[MAX_OF_A_KIND - 1]
    rest = [problem for group in found[MAX_OF_A_KIND:] for problem in (group.first, *group.others)]
    return [*found[: MAX_OF_A_KIND - 1], ProblemGroup(last.first, (*last.others, *rest))]


def _others(group: ProblemGroup, words: Words) -> list[str]:
    if not group.others:
        return []
    places = list(dict.fromkeys(str(other.line) for other in group.others))
    listed = ", ".join(places[:MAX_PLACES]) + ("…" if len(places) > MAX_PLACES else "")
    return ["  " + words("check.same", count=len(group.others), lines=listed)]


def _lines(problem: Problem, texts: Mapping[str, str]) -> Sequence[str]:
    text = texts.get(problem.file)
    return text.split("\n") if text else ()


def _shown_line(problem: Problem, texts: Mapping[str, str], words: Words) -> list[str]:
    """The line of the problem with a caret below, then the line to paste."""
    lines = _lines(problem, texts)
    if not 0 < problem.line <= len(lines) or not lines[problem.line - 1].strip():
        return []
    line, column = lines[problem.line - 1], problem.column - 1
    start = max(0, column - _WIDTH // 2) if len(line) > _WIDTH else 0
    piece = "".join(map(_visible, line[start : start + _WIDTH]))
    before, after = "…" if start else "", "…" if start + _WIDTH < len(line) else ""
    number = str(problem.line)
    margin = " " * len(number)
    shown = [
        f"  {number} | {before}{piece}{after}",
        f"  {margin} | {' ' * (len(before) + min(max(0, column - start), len(piece)))}^",
    ]
    right = line_to_paste(problem, texts)
    return shown if right is None else [*shown, f"  {margin} = {words('check.paste')}", f"  {number} | {right}"]


def _visible(letter: str) -> str:
    """Any character, as one that takes one place on a terminal."""
    return " " if letter == "\t" else letter if characters.printable(letter) == letter else "·"
