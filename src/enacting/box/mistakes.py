"""What a designer most probably did when a file cannot be read at all.

The parser often stops far from the mistake. Each guess here looks at the lines up to where it stopped, nearest first,
and answers with the place of the mistake itself.
"""

import re
from collections.abc import Callable, Iterator

import yaml

from enacting.box.mending import between_quotes
from enacting.box.problems import Place, Problem, problem, quoted

_KEY = re.compile(r"^\s*+(?:- ++)*+(?P<key>[^\s:#\"'{\[&*!|>%@`][^:#\"'{\[]*+):[ \t]++(?P<value>\S.*)$")
_ITEM = re.compile(r"^\s*+(?:- ++)++(?P<value>\S.*)$")
_GLUED_COLON = re.compile(r"^\s*(?:- +)?(?P<key>[A-Za-zÀ-ÿ_-]+):(?P<value>[^\s/:].*)$")
_GLUED_DASH = re.compile(r"^\s*(?P<dash>-)[A-Za-zÀ-ÿ]+:(?:\s|$)")
_BLOCK = re.compile(r"(?:^|[:\-] +)[|>][+\-0-9]*\s*(?:#.*)?$")
_SIGNS = "*&!%@`?,]}"
_FAR = 400
"""How many lines above the place where the parser stopped are looked at."""
_LONGEST_LINE = 5000
_MAX_CHARACTERS = 40_000
"""How much of them is looked at: a guess may take the square of the length of its line."""

Guess = Callable[[int, str], tuple[Place, str, dict[str, str]] | None]


def explained(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """The problem of a file that cannot be read, in a designer's words."""
    lines = [line.rstrip() for line in text.split("\n")]
    stopped = _stopped_at(error, lines)
    where = str(getattr(error, "problem", "") or "")
    if "escape" in where or "hexdecimal" in where:
        return problem(file, stopped, "backslash")
    if "unexpected end of stream" in where and getattr(error, "context_mark", None) is not None:
        return _unclosed(file, error, lines)
    for number in _nearest_first(lines, stopped.line):
        for guess in _GUESSES:
            found = guess(number, lines[number - 1])
            if found is not None:
                place, key, fields = found
                return problem(file, place, key, **fields)
    return _without_guess(file, error, stopped, lines[stopped.line - 1])


def _stopped_at(error: yaml.YAMLError, lines: list[str]) -> Place:
    """Where the parser stopped; at the end of a file, the last line with something on it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Place(1, 1)
    line, column = mark.line, mark.column
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line, column = line - 1, 0
    return Place(line + 1, column + 1)


def _unclosed(file: str, error: yaml.YAMLError, lines: list[str]) -> Problem:
    """A quote that is never closed: the text it opens, or an earlier one that swallowed its opening."""
    mark = getattr(error, "context_mark", None)
    assert mark is not None
    plain = _plain_lines(lines)
    for number in range(1, mark.line + 1):
        found = _odd_quote(number, lines[number - 1]) if number in plain else None
        if found is not None and _swallows(lines, number):
            place, key, fields = found
            return problem(file, place, key, **fields)
    return problem(file, Place(mark.line + 1, mark.column + 1), "unclosed_quote")


def _swallows(lines: list[str], number: int) -> bool:
    """Whether the line after an opening quote looks like the next key rather than more of the text."""
    return number < len(lines) and _KEY.match(lines[number]) is not None


def _nearest_first(lines: list[str], last: int) -> Iterator[int]:
    """Line numbers from `last` upwards, without comments, empty lines and the insides of long texts."""
    plain = _plain_lines(lines[:last])
    characters = 0
    for number in range(last, max(0, last - _FAR), -1):
        length = len(lines[number - 1])
        if number in plain and length <= _LONGEST_LINE and characters <= _MAX_CHARACTERS:
            characters += length
            yield number


def _plain_lines(lines: list[str]) -> set[int]:
    """The numbers of the lines that are neither comments, nor empty, nor inside a text that starts with `|` or `>`."""
    plain: set[int] = set()
    block: int | None = None
    for number, line in enumerate(lines, start=1):
        bare = line.strip()
        margin = len(line) - len(line.lstrip(" "))
        if not bare or (block is not None and margin > block):
            continue
        block = None
        if bare.startswith("#"):
            continue
        plain.add(number)
        if _BLOCK.search(line):
            block = margin
    return plain


def _odd_quote(number: int, line: str) -> tuple[Place, str, dict[str, str]] | None:
    found = _KEY.match(line) or _ITEM.match(line)
    if found is None or found["value"][0] not in "\"'":
        return None
    quote, value = found["value"][0], found["value"]
    rest = re.sub(r"\\.", "", value[1:]) if quote == '"' else value[1:].replace("''", "")
    return None if quote in rest else (_at(number, found.start("value")), "unclosed_quote", {})


def _text_after_quote(number: int, line: str) -> tuple[Place, str, dict[str, str]] | None:
    found = _KEY.match(line) or _ITEM.match(line)
    if found is None or found["value"][0] not in "\"'":
        return None
    quote, value = found["value"][0], found["value"]
    closed = re.match(r'"(?:\\.|[^"\\])*"' if quote == '"' else r"'(?:''|[^'])*'", value)
    if closed is None or re.match(r"\s*(?:$|\s#|,|\}|\]|:)", value[closed.end() :]):
        return None
    key = "quote_in_quotes" if quote == '"' else "apostrophe_in_quotes"
    return _at(number, found.start("value") + closed.end() - 1), key, {"text": quoted(value)}


def _starts_with_sign(number: int, line: str) -> tuple[Place, str, dict[str, str]] | None:
    found = _KEY.match(line) or _ITEM.match(line)
    if found is None:
        return None
    value = found["value"]
    if value[0] in _SIGNS or (value[0] in "|>" and not _BLOCK.search(line)) or re.match(r"- ", value):
        return _at(number, found.start("value")), "starts_with_sign", {"sign": value[0]}
    if re.match(r"\{[^{}]*\}\s*[^\s,}\]#]|\[[^\[\]]*\]\s*[^\s,}\]#]", value):
        return _at(number, found.start("value")), "starts_with_sign", {"sign": value[0]}
    return None


def _colon_in_text(number: int, line: str) -> tuple[Place, str, dict[str, str]] | None:
    found = _KEY.match(line)
    if found is None or found["value"][0] in "\"'|>[{":
        return _colon_in_braces(number, line)
    if re.search(r":(?:\s|$)", re.sub(r"\s#.*$", "", found["value"])) is None:
        return None
    return (
        _at(number, found.start("value")),
        "colon_in_text",
        {"right": _between_quotes(found["key"].rstrip(), found["value"])},
    )


def _colon_in_braces(number: int, line: str) -> tuple[Place, str, dict[str, str]] | None:
    """`{title: Budget : three}` between braces."""
    found = re.search(r"[{,]\s*(?P<key>[\w-]+):\s+(?P<value>[^\"'\[{,}\s][^\"',{}\[\]]*:\s[^,{}]*)", line)
    if found is None:
        return None
    right = _between_quotes(found["key"], found["value"].strip())
    return _at(number, found.start("value")), "colon_in_text", {"right": right}


def _between_quotes(key: str, value: str) -> str:
    """The same line, ready to paste."""
    return f"{key}: {between_quotes(quoted(value))}"


def _space_missing(number: int, line: str) -> tuple[Place, str, dict[str, str]] | None:
    found = _GLUED_COLON.match(line)
    if found is None:
        return None
    right = f"{found['key']}: {quoted(found['value'].strip())}"
    return _at(number, found.start("value")), "space_missing", {"right": right}


def _dash_glued(number: int, line: str) -> tuple[Place, str, dict[str, str]] | None:
    found = _GLUED_DASH.match(line)
    if found is None:
        return None
    return _at(number, found.start("dash")), "dash_glued", {"name": line.strip().lstrip("-").split(":")[0]}


def _unclosed_bracket(number: int, line: str) -> tuple[Place, str, dict[str, str]] | None:
    found = _KEY.match(line)
    if found is None or found["value"][0] not in "[{":
        return None
    bare = re.sub(r"\"(?:\\.|[^\"\\])*\"|'[^']*'", "", found["value"])
    opened = bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
    if opened == 0:
        return None
    return _at(number, found.start("value")), "unclosed_bracket", {"sign": found["value"][0]}


_GUESSES: tuple[Guess, ...] = (
    _text_after_quote,
    _odd_quote,
    _space_missing,
    _dash_glued,
    _starts_with_sign,
    _colon_in_text,
    _unclosed_bracket,
)


def _without_guess(file: str, error: yaml.YAMLError, stopped: Place, line: str) -> Problem:
    where = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    if "block" in where or "document start" in where or "not allowed in this context" in where:
        margin = len(line) - len(line.lstrip(" "))
        return problem(file, Place(stopped.line, margin + 1), "not_lined_up")
    if "could not find expected ':'" in where:
        mark = getattr(error, "context_mark", None)
        return problem(file, Place(mark.line + 1, mark.column + 1) if mark else stopped, "no_colon")
    return problem(file, stopped, "unreadable")


def _at(number: int, index: int) -> Place:
    return Place(number, index + 1)
