"""Texts that would be shown as nobody meant them: damaged letters, markup, `null`, what a spreadsheet left.

Law: these are warnings. The box says what is written, letter for letter.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from enacting.box.mending import without_markup, without_odd_quotes
from enacting.box.problems import Place, Problem, quoted, warning
from enacting.box.reading import Entries, Items, Node, Reading, Text, is_nothing
from enacting.box.translating import WORDS
from enacting.language.damaged_letters import damaged

_WORD_KEYS: Final = frozenset(key for keys in WORDS.values() for key in keys) - {"url"}
_SPOKEN: Final = frozenset({"say", "text", "question", "examples", "credits"})
"""Keys whose text may be a quotation from its first letter to its last."""
_MARKUP: Final = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]{0,80})?/?>|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});|\*\*(?! )[^*]+\*\*"
    r"|__(?! )[^_]+__|\[[^\[\]]{1,80}\]\([^()\s]{1,300}\)|\\n|`[^`]+`"
)
_LEFT_OVER: Final = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX)\b|#(?:REF|N/A|VALUE|NAME|DIV/0)[!?]?|\{\{|\}\}|\[object Object\]|[Ll]orem ipsum"
)
_ODD: Final = r"\.{2,}|…|[xX]{2,}|[?_]{2,}|-{2,}|\d+(?:[.,]\d+)?E\+\d+|=[A-Z]{2,}\(.*\)"
"""A whole text that stands for one still to be written, or that a spreadsheet made of one."""
_ODD_TEXT: Final = re.compile(_ODD)
_ODD_YEAR: Final = re.compile(r"(?:\d{4}\.0|\d{5}(?:\.0)?)")
"""A year as a table of numbers writes it, or a date as a spreadsheet counts it."""
_ODD_IN_FILE: Final = re.compile(
    rf"^ *(?:- +)*[\w-]+: +[\"']?(?:{_ODD})[\"']?\s*$|[,;][\"']?\s*$|year: +[\"']?\d{{4}}[\d.]", re.MULTILINE
)
_ADDRESS: Final = re.compile(r"https?://\S+")
_ADDRESS_IN_FILE: Final = re.compile(r"\burl: +[\"']?(?!https?://[^\s\"',}]+[\"']?\s*(?:[,}\n]|$))")
_LOST: Final = re.compile(r"\?(?<=[^\W\d_]\?)(?=[a-zà-öø-ÿ])(?!\w+=)|\ufffd")
_LOST_IN_FILE: Final = re.compile(r"\?(?<=[^\W\d_]\?)(?=[a-zà-öø-ÿ])(?!\w+=)")
"""The same without the character that stands for lost letters: what begins with a letter is found much quicker."""
_HINTS: Final = (
    *("<", "**", "__", "](", "\\n", "`", "{{", "}}", "[object", "orem ipsum", "\ufffd"),
    *("TODO", "FIXME", "TBD", "XXX", "#REF", "#N/A", "#VALUE", "#NAME", "#DIV"),
)
"""What is in a file where something may be found: looking for these is much quicker than for what they belong to."""
_ENTITY: Final = re.compile(r"&[a-zA-Z#]\w{1,7};")
_OPENED: Final = re.compile(r"^ *(?:- +)*[\w-]+: +[“„‘‚«″′＂]", re.MULTILINE)
_COMMENT: Final = re.compile(r"^ *#.*$", re.MULTILINE)
_MAX_TOLD: Final = 50


class _Word(NamedTuple):
    """A text with the key it is written under; `shown` when people read it."""

    key: str
    text: Text
    shown: bool


def wording_problems(reading: Reading) -> Iterator[Problem]:
    """A warning for each text of a file that would be shown as nobody meant it."""
    if reading.node is None:
        return
    yield from _damaged(reading)
    written = _COMMENT.sub("", reading.text)
    found_in_file = (
        pattern.search(written) for pattern in (_LOST_IN_FILE, _ENTITY, _OPENED, _ODD_IN_FILE, _ADDRESS_IN_FILE)
    )
    if not (any(hint in written for hint in _HINTS) or any(found_in_file)):
        return
    for key, text, shown in _words(reading.node):
        if key == "url" and text.value and _ADDRESS.fullmatch(text.value) is None:
            yield warning(reading.file, text.place, "address_form", value=quoted(text.value))
        if is_nothing(text) or not shown:
            continue
        if _ODD_TEXT.fullmatch(text.value) or (key == "year" and _ODD_YEAR.fullmatch(text.value)):
            yield warning(reading.file, text.place, "left_over", value=quoted(text.value))
        elif text.value.endswith((",", ";")):
            yield _told(reading, text, text.value[-1], "stray_end", sign=text.value[-1])
        if (found := _MARKUP.search(text.value)) is not None:
            right = without_markup(text.value)
            yield _told(reading, text, found[0], "markup", value=quoted(found[0]), right=quoted(right))
        if (found := _LEFT_OVER.search(text.value)) is not None:
            yield _told(reading, text, found[0], "left_over", value=quoted(found[0]))
        if (found := _LOST.search(text.value)) is not None and "://" not in text.value:
            around = re.search(r"\S*$", text.value[: found.start()]), re.match(r"\S*", text.value[found.end() :])
            word = "".join((around[0][0] if around[0] else "", found[0], around[1][0] if around[1] else ""))
            yield _told(reading, text, found[0], "letters_lost", word=quoted(word.replace("\ufffd", "?")))
        if text.bare and key not in _SPOKEN and without_odd_quotes(text.value) != text.value:
            bare = without_odd_quotes(text.value)
            yield warning(reading.file, text.place, "odd_quotes", value=quoted(text.value), right=f'"{quoted(bare)}"')


def _damaged(reading: Reading) -> Iterator[Problem]:
    told: set[int] = set()
    for at, written, right in damaged(reading.text):
        place = _place_in(reading.text, at)
        if place.line not in told and len(told) < _MAX_TOLD:
            told.add(place.line)
            yield warning(reading.file, place, "letters_damaged", written=written, right=right)


def shown_texts(node: Node | None) -> Iterator[Text]:
    """Every text under a node that people read."""
    return (text for _, text, shown in _words(node) if shown)


def place_of_letter(text: str, start: Place, written: str) -> Place:
    """Where some characters are written, from a place of the text of a file on."""
    at = text.find(written, _index_of(text, start))
    return start if at < 0 else _place_in(text, at)


def _words(node: Node | None, key: str = "", *, shown: bool = False) -> Iterator[_Word]:
    """Every text under a node."""
    match node:
        case Text():
            yield _Word(key, node, shown)
        case Items(items):
            for item in items:
                yield from _words(item, key, shown=shown)
        case Entries(entries):
            for name, entry in entries.items():
                is_word = name in _WORD_KEYS
                yield from _words(entry.node, name if is_word or not shown else key, shown=shown or is_word)


def _told(reading: Reading, text: Text, written: str, key: str, /, **fields: str) -> Problem:
    """A warning where that is written in the text: its first line may be far above."""
    return warning(reading.file, place_of_letter(reading.text, text.place, written), key, **fields)


def _index_of(text: str, place: Place) -> int:
    at = 0
    for _ in range(place.line - 1):
        at = text.index("\n", at) + 1
    return at + place.column - 1


def _place_in(text: str, index: int) -> Place:
    return Place(text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1)
