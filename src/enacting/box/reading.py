"""The text of a file into nodes that know their line and column.

Law: every text stays as written (`no` is no, `010` is 010); nothing is ever built but `Text`, `Items` and `Entries`,
from parsing events, so that no input can run, grow or nest beyond the limits below.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn

import yaml

from enacting.box.mistakes import explained
from enacting.box.problems import TOP, Place, Problem, problem, quoted

MOST_BYTES = 1 << 20
MOST_DEPTH = 20
MOST_NODES = 50_000
MOST_MARKS = 2
"""Accents piled on one letter."""
_MOST_LETTERS_TOLD = 50

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ue000-\uf8ff\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff"
)
_REFUSED = re.compile(f"[{_CONTROL}{_DIRECTION}{_INVISIBLE}]")
_REFUSED_AS = {
    "control_character": re.compile(f"[{_CONTROL}]"),
    "direction_character": re.compile(f"[{_DIRECTION}]"),
    "invisible_character": re.compile(f"[{_INVISIBLE}]"),
}
_FIXED_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_FIXED_IN_MARGIN = re.compile(f"^(?P<margin>[ ]*(?:- +)?)[{_FIXED_SPACES}]", re.MULTILINE)
_TAB = re.compile(r"^(?![ \t]*#)(?P<before>[^\t\n]*)\t", re.MULTILINE)
_GLUED_HASH = re.compile(r"[ \t]+(?P<hash>#(?:[^\s#!]| ?\d))")


class Text(NamedTuple):
    """A text as written, without the spaces around it."""

    value: str
    place: Place


class Items(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    place: Place


class Entry(NamedTuple):
    """A key's place, and what it is given."""

    place: Place
    node: "Node"


class Entries(NamedTuple):
    """Keys and what they are given, in the order of the file."""

    entries: Mapping[str, Entry]
    place: Place


Node = Text | Items | Entries


@dataclass(slots=True)
class Reading:
    """What could be read of a file: `text` with plain line ends, `node` unless it is empty or unreadable."""

    file: str
    text: str = ""
    node: Node | None = None
    problems: list[Problem] = field(default_factory=list)


class _Stop(Exception):
    """Nothing more can be read of this file; its problem is noted already."""


def read(file: str, content: bytes | str) -> Reading:
    """Read one file. What is wrong is in `problems`; an empty file has neither node nor problem."""
    reading = Reading(file)
    try:
        reading.text = _decoded(reading, content)
        _look_at_letters(reading)
        reading.node = _Builder(reading).whole()
    except _Stop:
        reading.node = None
    except yaml.YAMLError as error:
        reading.node = None
        if not reading.problems:
            reading.problems.append(explained(file, reading.text, error))
    return reading


def place_of(node: Node | None, *path: str | int) -> Place:
    """Where the value at that path is; as near to it as the file goes when it is not there."""
    place = TOP if node is None else node.place
    for step in path:
        below: Node | None = None
        if isinstance(node, Entries) and step in node.entries:
            below = node.entries[str(step)].node
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            below = node.items[step]
        if below is None:
            return place
        node, place = below, below.place
    return place


def place_of_key(node: Node | None, *path: str | int) -> Place:
    """Where the last key of that path is written, rather than what it is given."""
    *above, last = path
    holder = node_at(node, *above)
    if isinstance(holder, Entries) and last in holder.entries:
        return holder.entries[str(last)].place
    return place_of(node, *path)


def node_at(node: Node | None, *path: str | int) -> Node | None:
    """The node at that path, if there is one."""
    for step in path:
        if isinstance(node, Entries) and step in node.entries:
            node = node.entries[str(step)].node
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def text_at(node: Node | None, *path: str | int) -> str:
    """The text at that path; empty when there is none."""
    found = node_at(node, *path)
    return found.value if isinstance(found, Text) else ""


def _decoded(reading: Reading, content: bytes | str) -> str:
    """Text with plain line ends and without the mark some editors put first."""
    if len(content) > MOST_BYTES:
        _stop(reading, TOP, "file_too_big", most=MOST_BYTES // 1024)
    text = content if isinstance(content, str) else _from_utf8(reading, content)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _from_utf8(reading: Reading, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        _stop(reading, Place(line, column), "not_utf8")


def _stop(reading: Reading, place: Place, key: str, /, **fields: str | int) -> NoReturn:
    reading.problems.append(problem(reading.file, place, key, **fields))
    raise _Stop


def _look_at_letters(reading: Reading) -> None:
    """Refuse what cannot be seen or would deceive the eye; control characters end the reading."""
    text, file = reading.text, reading.file
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        _stop(reading, TOP, "file_too_big", most=MOST_BYTES // 1024)
    found = [_refused(file, match, _place_in(text, match.start())) for match in _refused_in(text)]
    found += [
        problem(file, _place_in(text, match.end("margin")), "fixed_space_in_margin")
        for match in _first(_FIXED_IN_MARGIN.finditer(text))
    ]
    found += [problem(file, _place_in(text, match.end("before")), "tab") for match in _first(_TAB.finditer(text))]
    reading.problems.extend(found)
    if any(one.key == "control_character" for one in found):
        raise _Stop


def _refused_in(text: str) -> Iterator[re.Match[str]]:
    """The refused letters, told up to a limit; the alphabet of a text is looked at first, which is much quicker."""
    if any(map(_REFUSED.match, set(text))):
        yield from _first(_REFUSED.finditer(text))


def _first(matches: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    for _, match in zip(range(_MOST_LETTERS_TOLD), matches, strict=False):
        yield match


def _refused(file: str, match: re.Match[str], place: Place) -> Problem:
    key = next(key for key, letters in _REFUSED_AS.items() if letters.match(match[0]))
    return problem(file, place, key, code=f"U+{ord(match[0]):04X}")


def _place_in(text: str, index: int) -> Place:
    return Place(text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1)


class _Builder:
    """Builds nodes from the parsing events of one file, and notes what is wrong on the way."""

    def __init__(self, reading: Reading) -> None:
        self._file = reading.file
        self._problems = reading.problems
        self._lines = reading.text.split("\n")
        self._has_loose_accents = _has_loose_accents(reading.text)
        self._events: Iterator[yaml.Event] = yaml.parse(reading.text, Loader=yaml.CLoader)
        self._nodes = 0

    def whole(self) -> Node | None:
        """The only document of the file; nothing when the file is empty."""
        node: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._note(_start(event), "second_document")
                    raise _Stop
                first = next(self._events)
                node = self._node(first, 1)
                if isinstance(node, Text) and not node.value:
                    node = None
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        place = _start(event)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._note(place, "too_many", most=MOST_NODES)
            raise _Stop
        if depth > MOST_DEPTH:
            self._note(place, "too_deep", most=MOST_DEPTH)
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self._note(place, "starts_with_sign", sign="*")
            return Text(f"*{event.anchor}", place)
        self._refuse_marks(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(place, depth)
        return self._entries(event, place, depth)

    def _refuse_marks(self, event: yaml.Event, place: Place) -> None:
        """`&name` and `!name` do something else than being read: refused, with what was probably meant."""
        if getattr(event, "anchor", None) is not None:
            self._note(place, "starts_with_sign", sign="&")
        if getattr(event, "tag", None) is not None:
            self._note(place, "starts_with_sign", sign="!")

    def _text(self, event: yaml.ScalarEvent, place: Place) -> Text:
        value = event.value
        if not event.style:
            self._look_for_hash(event)
        if event.style == '"' or self._has_loose_accents:
            value = self._clean(value, place)
        return Text(value.strip(" \n"), place)

    def _look_for_hash(self, event: yaml.ScalarEvent) -> None:
        """A ` #` ends a text without quotes and the rest is lost: said, unless it looks like a real comment."""
        assert event.end_mark is not None
        line, column = event.end_mark.line, event.end_mark.column
        if line >= len(self._lines):
            return
        rest = _GLUED_HASH.match(self._lines[line], column)
        if rest is not None:
            self._note(
                Place(line + 1, rest.start("hash") + 1),
                "cut_by_hash",
                lost=quoted(self._lines[line][rest.start("hash") :]),
            )

    def _clean(self, value: str, place: Place) -> str:
        """The text composed, each letter with its accents; what an escape smuggled in is refused."""
        if value.isascii() and value.isprintable():
            return value
        value = unicodedata.normalize("NFC", value)
        for match in _refused_in(value):
            self._problems.append(_refused(self._file, match, place))
        piled = 0
        for letter in value:
            piled = piled + 1 if unicodedata.combining(letter) else 0
            if piled > MOST_MARKS:
                self._note(place, "marks_piled_up")
                break
        return value

    def _items(self, place: Place, depth: int) -> Items:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Items(tuple(items), place)

    def _entries(self, holder: yaml.Event, place: Place, depth: int) -> Entries:
        in_braces = bool(getattr(holder, "flow_style", False))
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            given = next(self._events)
            value = self._node(given, depth + 1)
            if not isinstance(key, Text):
                self._note(key.place, "key_not_text")
            elif in_braces and _nothing_given(event, given):
                self._explain_lone_word(key, place, list(entries.values()))
            elif self._key_is_good(key, entries):
                entries[key.value.rstrip(_FIXED_SPACES)] = Entry(key.place, value)
        return Entries(entries, place)

    def _explain_lone_word(self, key: Text, brace: Place, before: list[Entry]) -> None:
        """A word between braces with nothing after it: glued to its colon, not meant so, or cut off by a comma."""
        glued = re.fullmatch(r"([\w-]+):([^/].*)", key.value)
        if glued is not None:
            self._note(key.place, "space_missing", right=f"{glued[1]}: {quoted(glued[2])}")
        elif not before:
            self._note(brace, "starts_with_sign", sign="{")
        elif key.value.isdecimal() and isinstance(last := before[-1].node, Text) and last.value.isdecimal():
            self._note(last.place, "decimal_comma", right=f"{last.value}.{key.value}")
        else:
            self._note(key.place, "comma_in_braces", lost=quoted(key.value))

    def _key_is_good(self, key: Text, entries: Mapping[str, Entry]) -> bool:
        """Whether the key can be kept; why not is noted."""
        if key.value == "<<":
            self._note(key.place, "merge")
        elif key.value in entries:
            self._note(key.place, "written_twice", name=quoted(key.value), line=entries[key.value].place.line)
        elif key.value.startswith("-"):
            self._note(key.place, "dash_glued", name=quoted(key.value.lstrip("-")))
        else:
            if key.value.endswith(tuple(_FIXED_SPACES)):
                self._note(key.place, "fixed_space_in_key", name=quoted(key.value))
            return True
        return False

    def _note(self, place: Place, key: str, /, **fields: str | int) -> None:
        self._problems.append(problem(self._file, place, key, **fields))


def _has_loose_accents(text: str) -> bool:
    """Whether some accents are not part of their letter, or could be."""
    return any(map(unicodedata.combining, set(text))) or not unicodedata.is_normalized("NFC", text)


def _start(event: yaml.Event) -> Place:
    assert event.start_mark is not None
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _nothing_given(key: yaml.Event, given: yaml.Event) -> bool:
    """Whether a key between braces has no colon after it: `{title: Water, land}`."""
    if not isinstance(given, yaml.ScalarEvent) or given.value or given.style:
        return False
    assert given.start_mark is not None
    assert key.end_mark is not None
    return given.start_mark.index <= key.end_mark.index
