"""The line of a designer as it would be right, ready to paste.

Law: a line is given only where it mends its problem; elsewhere the sentence alone says what to do.
"""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from enacting.box.problems import Instead, Problem
from enacting.box.right_values import colour_meant, items_meant, month_meant, number_meant, truth_meant
from enacting.language import characters
from enacting.language.damaged_letters import repaired
from enacting.language.plain_letters import slug

_PAIRS: Final = ("“”", "„“", "„”", "‘’", "‚‘", "«»", "″″", "′′", "＂＂")
"""Marks that editors put in place of straight ones, opening and closing."""
_ENTRY: Final = re.compile(r"^\s*+(?:- ++)*+[\w-]++[ \t]*+:[ \t]++(?=\S)")
_ITEM: Final = re.compile(r"^\s*+(?:- ++)++(?=\S)")
_C1: Final = re.compile("[\x80-\x9f]")
_LINE_ENDS: Final = re.compile("[\x85\u2028\u2029]")
_LISTS_OF_NAMES: Final = frozenset({"ask_in", "fits", "documented", "postures", "families"})
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
    line = _LINE_ENDS.sub(" ", line)
    line = _C1.sub(lambda match: match[0].encode("latin-1").decode("cp1252", "ignore"), line)
    return characters.without_refused(line)


def _quoted_value(found: Problem, line: str, lines: Sequence[str]) -> str | None:
    value = line[found.column - 1 :].rstrip()
    key = re.match(r"\s*(?:- +)?(\w+): +", line[: found.column - 1])
    if value[:1] in "|>" and re.match(r"[|>] +\S", value):
        return (
            None
            if _goes_on(line, lines[found.line :])
            else line[: found.column - 1] + between_quotes(value[1:].strip())
        )
    if value[:1] == "{" and key is not None and key[1] in _LISTS_OF_NAMES:
        items = items_meant(value)
        return f"{line[: found.column - 1]}[{', '.join(items)}]" if items and all(map(_is_name, items)) else None
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
    other = _as_yaml(line)
    if other is not None:
        return other
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


def _as_yaml(line: str) -> str | None:
    """The line in the signs of YAML instead of those of another way of writing; nothing when it has none of them."""
    bare = line.strip()
    margin = line[: len(line) - len(line.lstrip(" "))]
    comment = re.fullmatch(r"//+\s*(?P<text>.*)|<!--\s*(?P<html>.*?)\s*-->|/\*\s*(?P<c>.*?)\s*\*/", bare)
    if comment is not None:
        return f"{margin}# {comment['text'] or comment['html'] or comment['c'] or ''}".rstrip()
    pair = re.fullmatch(r'"(?P<key>[\w-]+)"\s*:\s*(?P<value>.*?),?', bare)
    if pair is not None:
        return f"{margin}{pair['key']}: {pair['value']}"
    item = re.match(r"(?:[–—*•·‣▪+]|\d{1,3}[.)])\s+(?=[\w-]+:\s)", bare)
    if item is not None:
        return f"{margin}- {bare[item.end() :]}"
    return None


def _other_signs(_: Problem, line: str, __: Sequence[str]) -> str | None:
    return _as_yaml(line)


def _colon_after_key(found: Problem, line: str, lines: Sequence[str]) -> str | None:
    """`place = Lille`, where the first word is a key of the game; or a text that must go to the right."""
    from enacting.box.known_keys import known_keys

    other = _as_yaml(line)
    if other is not None:
        return other
    begins = re.match(
        r"(?P<margin>\s*(?:- +)?)(?P<key>[a-z_]+)\s*(?P<sign>[=：﹕∶]|->|)\s*(?P<value>[^:]+)$", line.rstrip()
    )
    if begins is not None and begins["key"] in known_keys() and (begins["sign"] or line[begins.end("key")].isspace()):
        return f"{begins['margin']}{begins['key']}: {begins['value']}"
    above = next((before for before in reversed(lines[: found.line - 1]) if before.strip()), "")
    if re.search(r":\s+[|>][-+]?$", above):
        return " " * (len(above) - len(above.lstrip(" -")) + 2) + line.strip()
    return None


def _nearest(found: Problem, line: str, _: Sequence[str]) -> str | None:
    """The nearest name in place of the one that is unknown."""
    choice = found.fields["instead"]
    assert isinstance(choice, Instead)
    several = items_meant(choice.written)
    if len(several) > 1:
        are_known = all(item in choice.known for item in several)
        return _replaced(found, line, choice.written, ", ".join(several)) if are_known else None
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
    right = truth_meant(written)
    bare = line.replace(f'"{written}"', written, 1) if found.column > 0 and f'"{written}"' in line else line
    return _replaced(found, bare, written, right) if right else None


def _number(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written = str(found.fields.get("value", ""))
    right = number_meant(written, whole=found.key == "should_be_whole_number")
    return _replaced(found, line, written, right) if right else None


def _right_number(found: Problem, line: str, _: Sequence[str]) -> str | None:
    """The number of the problem in place of the one that is out of bounds."""
    before = re.match(r"[-+]?[\d.]+", line[found.column - 1 :])
    right = str(found.fields.get("right", ""))
    return _replaced(found, line, before[0], right) if before is not None and right else None


def _right_pairs(found: Problem, line: str, _: Sequence[str]) -> str | None:
    """Each `key: number` of what is right in place of the number that the line gives that key."""
    right = str(found.fields.get("right", ""))
    for key, number in re.findall(r"(\w+): (-?[\d.]+)", right):
        line, count = re.subn(rf"\b({key}:\s*)-?[\d.]+", rf"\g<1>{number}", line, count=1)
        if not count:
            return None
    return line if right else None


def _right_word(found: Problem, line: str, _: Sequence[str]) -> str | None:
    """What the problem says is right, in place of what it says is written, in the same quotes or lack of them."""
    return _replaced(found, line, str(found.fields.get("name", "")), str(found.fields.get("right", "")))


def _language(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written, right = str(found.fields.get("value", "")), str(found.fields.get("right", ""))
    return _replaced(found, line, written, right) if right else None


def _first_dash(found: Problem, line: str, _: Sequence[str]) -> str | None:
    """A second `id` in a card: the dash that begins a card is missing before it."""
    return re.sub(r"^  (?=id:)", "- ", line) if found.fields.get("name") == "id" else None


def _as_list(found: Problem, line: str, lines: Sequence[str]) -> str | None:
    start = found.column - 1
    value = line[start:].rstrip()
    if not value or _goes_on(line, lines[found.line :]) or value[0] in "|>[&*!":
        return None
    if value[0] == "{" and found.fields.get("name") not in _LISTS_OF_NAMES:
        return None
    after = ""
    if "{" in line[:start]:
        inside = re.match(r"(?:\"[^\"]*\"|[^,{}\[\]\"]*)", value)
        assert inside is not None
        value, after = inside[0].strip(), value[inside.end() :]
    if found.fields.get("name") not in _LISTS_OF_NAMES:
        return f"{line[:start]}[{value}]{after}"
    items = items_meant(value)
    return f"{line[:start]}[{', '.join(items)}]{after}" if items and all(map(_is_name, items)) else None


def _is_name(text: str) -> bool:
    return re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) is not None


def _entries(found: Problem, line: str, _: Sequence[str]) -> str | None:
    """`art: tree`, `- https://example.org`: the name of an icon, or of a source, without its key."""
    written, name = str(found.fields.get("value", "")), found.fields.get("name")
    if name == "art":
        return _replaced(found, line, written, f"{{icon: {written}}}")
    value = line[found.column - 1 :].strip()
    if name != "sources" or not value or value[0] in "{[|>&*!":
        return None
    bare = value.strip("\"'")
    address = re.match(r"https?://(?P<site>[^/\s]+)\S*$", bare)
    given = (
        f'{{title: {between_quotes(address["site"])}, url: "{bare}"}}'
        if address
        else f"{{title: {between_quotes(bare)}}}"
    )
    return line[: found.column - 1] + given


def _colour(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written = str(found.fields.get("value", ""))
    right = colour_meant(written)
    if not right:
        return None
    is_bare = line[found.column - 1 : found.column] not in ("'", '"')
    return _replaced(found, line, written, f'"{right}"' if is_bare else right)


def _month(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written = str(found.fields.get("value", ""))
    right = month_meant(written)
    if not right:
        return None
    is_bare = line[found.column - 1 : found.column] not in ("'", '"')
    return _replaced(found, line, written, f'"{right}"' if is_bare else right)


def _picture_name(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written, right = str(found.fields.get("name", "")), str(found.fields.get("right", ""))
    return _replaced(found, line, written, right) if right else None


def _letters(_: Problem, line: str, __: Sequence[str]) -> str:
    return repaired(line)


def _address(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written = str(found.fields.get("value", ""))
    is_site = re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", written)
    return _replaced(found, line, written, f"https://{written}") if is_site is not None else None


def _without_end(found: Problem, line: str, _: Sequence[str]) -> str | None:
    """The line without the comma or the semicolon at the end of its text."""
    right = re.sub(r"[,;]+(?=[\"']?\s*$)", "", line)
    return right if "{" not in line else None


def _whole_year(found: Problem, line: str, _: Sequence[str]) -> str | None:
    written = str(found.fields.get("value", ""))
    year = re.fullmatch(r"(\d{4})\.0", written)
    return _replaced(found, line, written, year[1]) if year is not None else None


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
    "unreadable": _other_signs,
    "written_twice": _first_dash,
    "language_form": _language,
    "scene_number_form": _right_word,
    "scene_out_of_range": _right_word,
    "no_time": _right_number,
    "too_much_time": _right_number,
    "share_off_scale": _right_number,
    "draw_too_small": _right_number,
    "too_many_allies": _right_number,
    "too_many_answers": _right_number,
    "players_out_of_order": _right_pairs,
    "players_too_many": _right_pairs,
    "scale_out_of_order": _right_pairs,
    "scale_too_long": _right_pairs,
    "scale_out_of_sight": _right_pairs,
    "seat_without_size": _right_pairs,
    "seat_off_board": _right_pairs,
    "seats_overlap": _right_pairs,
    "seat_too_small": _right_pairs,
    "crisis_off_board": _right_pairs,
    "place_without_size": _right_pairs,
    "place_off_board": _right_pairs,
    "id_form": _right_id,
    "should_be_true_or_false": _truth,
    "should_be_number": _number,
    "should_be_whole_number": _number,
    "should_be_list": _as_list,
    "should_be_entries": _entries,
    "not_a_colour": _colour,
    "not_a_month": _month,
    "picture_name": _picture_name,
    "picture_ending": _picture_name,
    "picture_format": _picture_name,
    "address_form": _address,
    "stray_end": _without_end,
    "left_over": _whole_year,
    "font_name": _picture_name,
    "picture_elsewhere": _picture_name,
    "letters_damaged": _letters,
    "markup": _words_alone,
    "odd_quotes": _straight_quotes,
}
