"""The text of a file into nodes that know their line and column.

Law: every text stays as written (`no` is no, `010` is 010); nothing is ever built but `Text`, `Items` and `Entries`,
from parsing events, so that no input can run, grow or nest beyond the limits below.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple, NoReturn, TypeVar

import yaml

from enacting.box.mending import mended
from enacting.box.mistakes import explained
from enacting.box.problems import TOP, Place, Problem, problem, quoted, warning
from enacting.language import characters

MAX_BYTES = 1 << 20
MAX_DEPTH = 20
MAX_EVENTS = 50_000
"""A text is one event; a list or entries are two, and what is in them."""
MAX_ITEMS = 500
"""In one list, or under one key: what is checked by pairs stays quick."""
MAX_PROBLEMS = 1000
"""In one file; more would not be read, and the first ones cause the others."""
_MAX_LETTERS_TOLD = 50
_WORDS_AROUND = 30
"""How much of the text on each side of an invisible character is repeated."""

_MAX_MENDED = 60
"""Lines of one file that are read as they were probably meant, so that the mistakes after them are reported too."""
_MAX_READ_AGAIN = 1_500_000
"""Characters read again for that, over all the attempts."""
_MAX_NULS = 3
"""A file with more of them is no text, or is written in UTF-16."""

_FIXED_IN_MARGIN = re.compile(f"^(?P<margin>[ ]*(?:- +)?)[{characters.FIXED_SPACES}]", re.MULTILINE)
_TAB = re.compile(r"^(?![ \t]*#)(?P<before>[^\t\n]*)\t", re.MULTILINE)
_DIRECTIVE = re.compile("^%", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
_NOT_PLAIN = re.compile(r"\ufeff?\s*(?:\{\\rtf|<!doctype html|<html)", re.IGNORECASE)
"""Makes YAML read the rest otherwise; the parser compares each with all those before."""
_GLUED_HASH = re.compile(r"[ \t]+(?P<hash>#(?:[^\s#!]| ?\d))")

NOTHING = frozenset({"null", "Null", "NULL", "~", ".nan", ".NaN", ".NAN", "nan", "NaN", "None"})
"""What programs write for nothing, without quotes."""

T = TypeVar("T")


class Text(NamedTuple):
    """A text as written, without the spaces around it; `bare` when it stands without quotes on its line."""

    value: str
    place: Place
    bare: bool = False


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
    """What could be read of a file: `text` with plain line ends, `node` unless it is empty or unreadable.

    `events` is how much there was to read.
    """

    file: str
    text: str = ""
    node: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    events: int = 0


class _Stop(Exception):
    """Nothing more can be read of this file; its problem is noted already."""


def read(file: str, content: bytes | str) -> Reading:
    """Read one file. What is wrong is in `problems`; an empty file has no node and no problem.

    A line that cannot be read is taken as it was probably meant, where that is known, so that the others can be too.
    """
    reading = Reading(file)
    try:
        reading.text = _decoded(reading, content)
        _look_at_letters(reading)
        _look_at_conflicts(reading)
        _read_as_meant(reading)
    except _Stop:
        reading.node = None
    return reading


def _read_as_meant(reading: Reading) -> None:
    """Build the node of a file, line after line that cannot be read being mended first."""
    lines = characters.without_zero_width(reading.text).split("\n")
    mended_lines = {found.line for found in reading.problems if _mend(found, lines)}
    for attempt in range(_MAX_MENDED + 1):
        trial = Reading(reading.file, "\n".join(lines))
        try:
            _look_at_brackets(trial)
            trial.node = _Builder(trial).whole()
        except _Stop:
            trial.node = None
        except yaml.YAMLError as error:
            found = explained(reading.file, trial.text, error)
            is_new = found.line not in mended_lines
            if is_new or not reading.problems:
                reading.problems.append(found)
            mended_lines.add(found.line)
            if is_new and (attempt + 2) * len(trial.text) < _MAX_READ_AGAIN and _mend(found, lines):
                continue
            reading.events += trial.events
            return
        reading.node = trial.node
        reading.events += trial.events
        reading.problems += trial.problems
        return


def _mend(found: Problem, lines: list[str]) -> bool:
    """Put the line as it was probably meant in the place of the one that is wrong, where that is known.

    A line that is not lined up may not be the one that is wrong: it is left as it is.
    """
    right = mended(found, lines) if found.key != "not_lined_up" else None
    if right is not None:
        lines[found.line - 1] = right
    return right is not None


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


def is_nothing(node: Node | None) -> bool:
    """Whether that is what a program writes for nothing."""
    return isinstance(node, Text) and node.bare and node.value in NOTHING


def _decoded(reading: Reading, content: bytes | str) -> str:
    """Text with plain line ends and without the mark some editors put first."""
    if len(content) > MAX_BYTES:
        _stop(reading, TOP, "file_too_big", most=MAX_BYTES // 1024)
    text = content if isinstance(content, str) else _from_utf8(reading, content)
    if text.count("\0") > _MAX_NULS:
        _stop(reading, TOP, "not_text")
    if _NOT_PLAIN.match(text):
        _stop(reading, TOP, "not_plain_text")
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
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        _stop(reading, TOP, "file_too_big", most=MAX_BYTES // 1024)
    found = [_refused(file, text, at, kind, _place_in(text, at)) for at, kind in _refused_among(text)]
    found += [
        problem(file, _place_in(text, match.end("margin")), "fixed_space_in_margin")
        for match in _first(_FIXED_IN_MARGIN.finditer(text))
    ]
    found += [problem(file, _place_in(text, match.end("before")), "tab") for match in _first(_TAB.finditer(text))]
    directive = _DIRECTIVE.search(text)
    if directive is not None:
        found.append(problem(file, _place_in(text, directive.start()), "starts_with_sign", sign="%"))
    reading.problems.extend(found)
    if directive is not None or any(refused.key == "control_character" for refused in found):
        raise _Stop


def _refused_among(text: str) -> Iterator[tuple[int, str]]:
    """The first refused characters; too many of those that do no harm do."""
    harmless = harmful = 0
    for at, kind in characters.refused(text):
        if kind == "zero_width" and harmless < _MAX_LETTERS_TOLD:
            harmless += 1
            yield at, kind
        else:
            harmful += 1
            yield at, "invisible_character" if kind == "zero_width" else kind
        if harmful == _MAX_LETTERS_TOLD:
            return


def _look_at_brackets(reading: Reading) -> None:
    """Refuse brackets that nest too deep before the parser reads them.

    The parser reads ahead, to the end of a line at most, before it says that a list begins; with too many levels there
    it gives up with words of its own, at a depth that depends on its version. So it is first shown the text without
    the brackets beyond one level too many: too deep is then found as anywhere, and brackets of a sentence do no harm.
    """
    shallow = "\n".join(map(_shallow, reading.text.split("\n")))
    if shallow == reading.text:
        return
    trial = Reading(reading.file, shallow)
    with suppress(yaml.YAMLError, _Stop):
        _Builder(trial).whole()
    if any(wrong.key == "too_deep" for wrong in trial.problems):
        reading.problems.extend(trial.problems)
        raise _Stop


def _shallow(line: str) -> str:
    """The line without the brackets that would nest deeper than one level too many."""
    if line.count("[") + line.count("{") <= MAX_DEPTH:
        return line
    depth, letters = 0, []
    for letter in line:
        if letter in "[{":
            if depth > MAX_DEPTH:
                continue
            depth += 1
        elif letter in "]}":
            depth = max(0, depth - 1)
        letters.append(letter)
    return "".join(letters)


def _look_at_conflicts(reading: Reading) -> None:
    """Lines that a program left between two versions which it could not make into one."""
    found = _CONFLICT.search(reading.text)
    if found is not None:
        _stop(reading, _place_in(reading.text, found.start()), "conflict_mark", sign=found[0][:7])


def _first(found: Iterator[T]) -> Iterator[T]:
    return islice(found, _MAX_LETTERS_TOLD)


def _refused(file: str, text: str, at: int, kind: str, place: Place) -> Problem:
    """What is wrong with a character: nobody sees it, so the words around it say where it is."""
    code = f"U+{ord(text[at]):04X}"
    if kind != "zero_width":
        return problem(file, place, kind, code=code)
    before = re.search(r"\S*\s?\Z", text[max(0, at - _WORDS_AROUND) : at])
    after = re.match(r"\s?\S*", text[at + 1 : at + 1 + _WORDS_AROUND])
    assert before is not None
    assert after is not None
    around = [quoted(characters.without_refused(found[0])) for found in (before, after)]
    return warning(file, place, kind, code=code, before=around[0], after=around[1])


def _place_in(text: str, index: int) -> Place:
    return Place(text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1)


class _Builder:
    """Builds nodes from the parsing events of one file, and notes what is wrong on the way."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._file = reading.file
        self._problems = reading.problems
        self._lines = reading.text.split("\n")
        self._is_composed = characters.is_composed(reading.text)
        self._parser: Iterator[yaml.Event] = yaml.parse(reading.text, Loader=yaml.CLoader)

    def whole(self) -> Node | None:
        """The only document of the file; nothing when the file is empty."""
        node: Node | None = None
        documents = 0
        for event in self._parser:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._note(_start(event), "second_document")
                    raise _Stop
                node = self._node(self._next(), 1)
                if isinstance(node, Text) and not node.value:
                    node = None
        return node

    def _next(self) -> yaml.Event:
        """The next event, as long as there are not too many."""
        event = next(self._parser)
        self._reading.events += 1
        if self._reading.events > MAX_EVENTS:
            self._note(_start(event), "too_many", most=MAX_EVENTS)
            raise _Stop
        return event

    def _node(self, event: yaml.Event, depth: int) -> Node:
        place = _start(event)
        if depth > MAX_DEPTH:
            self._note(place, "too_deep", most=MAX_DEPTH)
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
            if value in NOTHING:
                self._report(warning(self._file, place, "nothing_written", value=value))
        if event.style == '"' or not self._is_composed:
            value = self._clean(value, place)
        return Text(value.strip(" \n"), place, not event.style)

    def _look_for_hash(self, event: yaml.ScalarEvent) -> None:
        """A ` #` ends a text without quotes and the rest is lost: a problem, unless it looks like a real comment."""
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
        value = characters.composed(value)
        for at, kind in _first(characters.refused(value)):
            self._report(_refused(self._file, value, at, kind, place))
        value = characters.without_zero_width(value)
        if characters.is_piled_up(value):
            self._note(place, "marks_piled_up")
        return value

    def _items(self, place: Place, depth: int) -> Items:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            self._count(len(items), event)
            items.append(self._node(event, depth + 1))
        return Items(tuple(items), place)

    def _entries(self, holder: yaml.Event, place: Place, depth: int) -> Entries:
        in_braces = bool(getattr(holder, "flow_style", False))
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            self._count(len(entries), event)
            key = self._node(event, depth + 1)
            given = self._next()
            value = self._node(given, depth + 1)
            if not isinstance(key, Text):
                self._note(key.place, "key_not_text")
            elif in_braces and _nothing_given(event, given):
                self._explain_lone_word(key, place, list(entries.values()))
            elif self._key_is_good(key, entries):
                entries[key.value.rstrip(characters.FIXED_SPACES)] = Entry(key.place, value)
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
            if key.value.endswith(tuple(characters.FIXED_SPACES)):
                self._note(key.place, "fixed_space_in_key", name=quoted(key.value))
            return True
        return False

    def _count(self, before: int, event: yaml.Event) -> None:
        """Refuse one more in a list or entries where there are enough."""
        if before >= MAX_ITEMS:
            self._note(_start(event), "too_many_here", most=MAX_ITEMS)
            raise _Stop

    def _note(self, place: Place, key: str, /, **fields: str | int) -> None:
        self._report(problem(self._file, place, key, **fields))

    def _report(self, wrong: Problem) -> None:
        self._problems.append(wrong)
        if len(self._problems) >= MAX_PROBLEMS:
            raise _Stop


def _start(event: yaml.Event) -> Place:
    assert event.start_mark is not None
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _nothing_given(key: yaml.Event, given: yaml.Event) -> bool:
    """Whether a key between braces has no colon after it: `{title: Water, land}`."""
    if not isinstance(given, yaml.ScalarEvent) or given.value or given.style:
        return False
    assert given.start_mark is not None
    assert key.end_mark is not None
    return bool(given.start_mark.index <= key.end_mark.index)
