"""The line of a designer as it would be right, ready to paste.

Law: a line is given only where it mends its problem; elsewhere the sentence alone says what to do.
"""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from enacting.box.problems import Instead, Problem
from enacting.language import characters
from enacting.language.damaged_letters import repaired
from enacting.language.plain_letters import slug

_PAIRS: Final = ("“”", "„“", "„”", "‘’", "‚‘", "«»", "″″", "′′", "＂＂")
"""Marks that editors put in place of straight ones, opening and closing."""
_ENTRY: Final = re.compile(r"^\s*+(?:- ++)*+[\w-]++[ \t]*+:[ \t]++(?=\S)")
_ITEM: Final = re.compile(r"^\s*+(?:- ++)++(?=\S)")
_TRUE: Final = frozenset({"yes", "y", "on", "oui", "vrai", "1"})
_FALSE: Final = frozenset({"no", "n", "off", "non", "faux", "0"})
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
_BREAK: Final = re.compile(r"\s*(?:<br\s*/?>|\\n)\s*", re.IGNORECASE)
_LINK: Final = re.compile(r"!?\[(?P<words>[^\[\]]{1,80})\]\([^()\s]{1,300}\)")
_EMPHASIS: Final = re.compile(r"(\*\*|__|`)(?P<words>(?! )[^*_`]{1,200}(?<! ))\1")
_LONGEST_LINE: Final = 5000
"""A longer line is not given back: nobody could see what has changed in it."""

Mend = Callable[[Problem, str, Sequence[str]], str | None]


def mended(found: Problem, lines: Sequence[str]) -> str | None:
    """The line of the problem as it would be right; nothing when that cannot be said, or is not one line's matter."""
    mend = _MENDS.get(found.key, _nearest if isinstance(found.fields.get("instead"), Instead) else None)
    if mend is None or not 0 < found.line <= len(lines) or len(lines[found.line - 1]) > _LONGEST_LINE:
        return None
    line = lines[found.line - 1]
    right = mend(found, line, lines)
    return None if right is None or right == line or "\n" in right else right


def between_quotes(value: str) -> str:
    """A text as YAML takes it, with anything in it; an editor's marks around the whole of it become straight ones."""
    bare = without_odd_quotes(value)
    escaped = bare.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def without_odd_quotes(value: str) -> str:
    """The text without curly, French, German or prime marks around the whole of it."""
    for opening, closing in _PAIRS:
        inner = value[1:-1]
        if len(value) > 2 and value[0] == opening and value[-1] == closing and not {opening, closing} & set(inner):
            return inner.strip(f" {characters.FIXED_SPACES}")
    return value


def without_markup(text: str) -> str:
    """The text with its words alone: tags, signs of emphasis and addresses of links are taken away."""
    bare = _TAG.sub("", _BREAK.sub(" ", text))
    bare = _EMPHASIS.sub(lambda match: match["words"], _LINK.sub(lambda match: match["words"], bare))
    return html.unescape(bare).replace("\u00a0", " ")


# By what is wrong


def _tab(_: Problem, line: str, __: Sequence[str]) -> str:
    bare = line.lstrip(" \t")
    margin = line[: len(line) - len(bare)].replace("\t", "  ")
    return margin + re.sub(r"\t+", " ", bare)


def _fixed_margin(_: Problem, line: str, __: Sequence[str]) -> str:
    bare = line.lstrip(f" -{characters.FIXED_SPACES}")
    margin = line[: len(line) - len(bare)]
    return re.sub(f"[{characters.FIXED_SPACES}]", " ", margin) + bare


def _fixed_key(found: Problem, line: str, _: Sequence[str]) -> str:
    start = found.column - 1
    return line[:start] + re.sub(f"[{characters.FIXED_SPACES}]+:", ":", line[start:], count=1)


def _without_refused(_: Problem, line: str, __: Sequence[str]) -> str | None:
    return characters.without_refused(line)


def _quoted_value(found: Problem, line: str, lines: Sequence[str]) -> str | None:
    return _quoted_from(line, found.column - 1, lines[found.line :])


def _quoted_where_cut(found: Problem, line: str, lines: Sequence[str]) -> str | None:
    """A text that a ` #` cuts, between quotes: its beginning is on the same line, or that line is not the first."""
    start = _ENTRY.match(line) or _ITEM.match(line)
    if start is None or line[start.end()] in "\"'|>[{":
        return None
    return _quoted_from(line, start.end(), lines[found.line :])


def _quoted_from(line: str, start: int, following: Sequence[str]) -> str | None:
    value = line[start:].rstrip()
    if "{" in line[:start]:
        inside = re.match(r"[^,{}\[\]]*", value)
        assert inside is not None
        return line[:start] + between_quotes(inside[0].strip()) + value[inside.end() :]
    if not value or _goes_on(line, following):
        return None
    return line[:start] + between_quotes(value)


def _goes_on(line: str, following: Sequence[str]) -> bool:
    """Whether the text of that line goes on in the next one: it lies further to the right, and is no key."""
    later = next((after for after in following if after.strip()), "")
    begins = re.match(r"\s*(?:- +)?", line)
    assert begins is not None
    return len(later) - len(later.lstrip(" ")) > begins.end() and _ENTRY.match(f"{later} x") is None


def _space_after_colon(found: Problem, line: str, _: Sequence[str]) -> str:
    start = max(0, found.column - 1)
    if line[start - 1 : start] == ":":
        return f"{line[:start]} {line[start:].lstrip()}"
    return line[:start] + line[start:].replace(":", ": ", 1)


def _space_after_dash(found: Problem, line: str, _: Sequence[str]) -> str | None:
    start = found.column - 1
    return f"{line[:start]}- {line[start + 1 :]}" if line[start : start + 1] == "-" else None


def _closed_quote(found: Problem, line: str, lines: Sequence[str]) -> str | None:
    mark = line[found.column - 1 : found.column]
    if mark not in ("'", '"') or _goes_on(line, lines[found.line :]):
        return None
    inner = line[found.column :].rstrip()
    if "{" in line[: found.column - 1]:
        return None
    return line[: found.column - 1] + between_quotes(inner)


def _inner_quotes(_: Problem, line: str, __: Sequence[str]) -> str | None:
    """The text between straight quotes once, with curly ones inside."""
    start = _ENTRY.match(line) or _ITEM.match(line)
    value = line[start.end() :].rstrip() if start is not None else ""
    if start is None or value[:1] not in ("'", '"'):
        return None
    mark = value[0]
    inner = value[1:-1] if value.endswith(mark) and len(value) > 1 and value.count(mark) > 2 else value
    if mark == "'":
        return line[: start.end()] + between_quotes(inner.removeprefix(mark).replace("''", "'"))
    pieces = re.split(r'(?<!\\)"', inner)
    curly = "".join(piece + ("”" if index % 2 else "“") for index, piece in enumerate(pieces[:-1])) + pieces[-1]
    return f'{line[: start.end()]}"{curly}"'


def _closed_bracket(found: Problem, line: str, _: Sequence[str]) -> str | None:
    start = found.column - 1
    bare = re.sub(r"\"(?:\\.|[^\"\\])*\"|'[^']*'", "", line[start:])
    opened = [sign for sign in bare if sign in "[{"]
    closing = "".join({"[": "]", "{": "}"}[sign] for sign in reversed(opened))
    missing = len(opened) - sum(bare.count(sign) for sign in "]}")
    return line.rstrip().rstrip(",") + closing[:missing] if missing > 0 else None


def _doubled_backslash(_: Problem, line: str, __: Sequence[str]) -> str:
    return re.sub(r'\\(?!["\\])', r"\\\\", line)


def _point(found: Problem, line: str, _: Sequence[str]) -> str:
    start = found.column - 1
    return line[:start] + re.sub(r"(?P<whole>\d+)\s*,\s*(?P<part>\d+)", r"\g<whole>.\g<part>", line[start:], count=1)


def _quoted_in_braces(found: Problem, line: str, _: Sequence[str]) -> str | None:
    """`{text: Speak, and listen, minutes: 2}`: the text before the comma and what the comma cut off, between quotes."""
    before = re.match(r".*[{,]\s*[\w-]+:\s+(?=[^\s,{}\[\]\"'])", line[: found.column - 1])
    if before is None:
        return None
    rest = line[before.end() :]
    end = re.search(r"\s*(?:,\s*[\w-]+:\s|[{}\[\]]|$)", rest)
    assert end is not None
    return line[: before.end()] + between_quotes(rest[: end.start()].strip()) + rest[end.start() :]


def _lined_up(found: Problem, line: str, lines: Sequence[str]) -> str | None:
    """The line moved under its neighbour: a card under the card before it, a key under the key before it."""
    bare = line.strip()
    for before in reversed(lines[: found.line - 1]):
        begins = re.match(r"(?P<margin> *)(?P<dash>- +)?[\w-]+:(?:\s|$)", before)
        if begins is None:
            continue
        if bare.startswith("- "):
            if begins["dash"]:
                return begins["margin"] + bare
            continue
        margin = len(begins["margin"]) + len(begins["dash"] or "")
        return " " * margin + bare if re.match(r"[\w-]+:(?:\s|$)", bare) else None
    return None


def _colon_after_key(found: Problem, line: str, _: Sequence[str]) -> str | None:
    """`place Lille`: only where the first word is a key of the game."""
    from enacting.box.known_keys import known_keys

    begins = re.match(r"(?P<margin>\s*(?:- +)?)(?P<key>[a-z_]+)\s+(?P<value>[^:]+)$", line.rstrip())
    if begins is None or begins["key"] not in known_keys():
        return None
    return f"{begins['margin']}{begins['key']}: {begins['value']}"


def _nearest(found: Problem, line: str, _: Sequence[str]) -> str | None:
    """The nearest name in place of the one that is unknown."""
    choice = found.fields["instead"]
    assert isinstance(choice, Instead)
    near = choice.nearest()
    return None if near is None else _replaced(found, line, choice.written, near)


def _replaced(found: Problem, line: str, written: str, right: str) -> str | None:
    start = found.column - 1
    if line[start : start + 1] in ("'", '"'):
        start += 1
    if not written or not line.startswith(written, start):
        return None
    return line[:start] + right + line[start + len(written) :]


def _right_id(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written, right = found.fields.get("name"), found.fields.get("right")
    return _replaced(found, line, str(written), str(right))


def _truth(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written = str(found.fields.get("value", ""))
    small = written.casefold()
    right = "true" if small in _TRUE else "false" if small in _FALSE else ""
    bare = line.replace(f'"{written}"', written, 1) if found.column > 0 and f'"{written}"' in line else line
    return _replaced(found, bare, written, right) if right else None


def _number(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written = str(found.fields.get("value", ""))
    right = re.fullmatch(r"(-?\d+)[,.](\d+)", written)
    if right is None or found.key == "should_be_whole_number":
        digits = re.fullmatch(r"\d[\d_\u00a0\u202f ]*", written)
        return _replaced(found, line, written, re.sub(r"\D", "", written)) if digits is not None else None
    return _replaced(found, line, written, f"{right[1]}.{right[2]}")


def _as_list(found: Problem, line: str, lines: Sequence[str]) -> str | None:
    start = found.column - 1
    value = line[start:].rstrip()
    if not value or "{" in line[:start] or _goes_on(line, lines[found.line :]) or value[0] in "|>{[&*!":
        return None
    return f"{line[:start]}[{value}]"


def _art_entries(found: Problem, line: str, _: Sequence[str]) -> str | None:
    """`art: tree`: the name of an icon without its key."""
    written = str(found.fields.get("value", ""))
    return _replaced(found, line, written, f"{{icon: {written}}}") if found.fields.get("name") == "art" else None


def _six_digits(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written = str(found.fields.get("value", ""))
    short = re.fullmatch(r"#?([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])", written)
    if short is not None:
        return _replaced(found, line, written, "#" + "".join(2 * digit for digit in short.groups()))
    if re.fullmatch(r"[0-9A-Fa-f]{6}", written):
        bare = line[found.column - 1 : found.column] not in ("'", '"')
        return _replaced(found, line, written, f'"#{written}"' if bare else f"#{written}")
    return None


def _month(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written = str(found.fields.get("value", ""))
    year_first = re.fullmatch(r"(\d{4})[/.-](\d{1,2})(?:[/.-]\d{1,2})?", written)
    month_first = re.fullmatch(r"(?:\d{1,2}[/.-])?(\d{1,2})[/.-](\d{4})", written)
    if year_first is not None and 1 <= int(year_first[2]) <= 12:
        return _replaced(found, line, written, f"{year_first[1]}-{int(year_first[2]):02}")
    if month_first is not None and 1 <= int(month_first[1]) <= 12:
        return _replaced(found, line, written, f"{month_first[2]}-{int(month_first[1]):02}")
    return None


def _picture_name(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written, right = str(found.fields.get("name", "")), str(found.fields.get("right", ""))
    return _replaced(found, line, written, right) if right else None


def _letters(_: Problem, line: str, __: Sequence[str]) -> str:
    return repaired(line)


def _words_alone(_: Problem, line: str, __: Sequence[str]) -> str:
    start = _ENTRY.match(line) or _ITEM.match(line) or re.match(r"\s*", line)
    assert start is not None
    return line[: start.end()] + without_markup(line[start.end() :])


def _straight_quotes(found: Problem, line: str, _: Sequence[str]) -> str | None:
    start = found.column - 1
    value = line[start:].rstrip()
    if "{" in line[:start]:
        inside = re.match(r"[^,{}\[\]]*", value)
        assert inside is not None
        return line[:start] + between_quotes(inside[0].strip()) + value[inside.end() :]
    return line[:start] + between_quotes(value)


def picture_name_like(written: str) -> str:
    """A name that a picture of a box can have, as near to that one as can be; empty when it has no ending of ours."""
    name = written.replace("\\", "/").rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    ending = {"jpeg": "jpg", "jpe": "jpg"}.get(ending.lower(), ending.lower())
    if ending not in ("png", "jpg", "webp"):
        return ""
    return f"art/{slug(stem, 60) or 'picture'}.{ending}"


_MENDS: Final[Mapping[str, Mend]] = {
    "tab": _tab,
    "fixed_space_in_margin": _fixed_margin,
    "fixed_space_in_key": _fixed_key,
    "invisible_character": _without_refused,
    "zero_width": _without_refused,
    "control_character": _without_refused,
    "direction_character": _without_refused,
    "starts_with_sign": _quoted_value,
    "colon_in_text": _quoted_value,
    "cut_by_hash": _quoted_where_cut,
    "space_missing": _space_after_colon,
    "dash_glued": _space_after_dash,
    "unclosed_quote": _closed_quote,
    "quote_in_quotes": _inner_quotes,
    "apostrophe_in_quotes": _inner_quotes,
    "unclosed_bracket": _closed_bracket,
    "backslash": _doubled_backslash,
    "decimal_comma": _point,
    "comma_in_braces": _quoted_in_braces,
    "not_lined_up": _lined_up,
    "no_colon": _colon_after_key,
    "id_form": _right_id,
    "should_be_true_or_false": _truth,
    "should_be_number": _number,
    "should_be_whole_number": _number,
    "should_be_list": _as_list,
    "should_be_entries": _art_entries,
    "not_a_colour": _six_digits,
    "not_a_month": _month,
    "picture_name": _picture_name,
    "picture_ending": _picture_name,
    "picture_elsewhere": _picture_name,
    "letters_damaged": _letters,
    "markup": _words_alone,
    "odd_quotes": _straight_quotes,
}
