"""A move, or a setup, as JSON text and back: how the journal writes down what was decided.

Law: whatever is written reads back equal, and reading gives a value or raises `UnreadableMove`, nothing else.
The names of the dataclasses and of their fields are the file format: a field added later needs a default,
so that old sessions still read; nothing is ever renamed.
"""

import json
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from functools import cache
from typing import Any, Literal, NewType, Union, cast, get_args, get_origin, get_type_hints

from enacting.engine.game import Setup
from enacting.engine.moves import Move

MOVE = "move"
"""The key that holds the name of the move; no field of a move may be called so."""

MAX_CHARACTERS = 1_000_000

Reader = Callable[[object], Any]


class UnreadableMove(Exception):
    """That text is not a move, or not a setup, that this program can read; the message says where and why."""


def move_to_text(move: Move) -> str:
    """A move on one line: its name, then its fields in the order they are declared."""
    return _line({MOVE: type(move).__name__, **_plain(move)})


def move_from_text(text: str) -> Move:
    """The move written by `move_to_text`."""
    found = _object(text)
    name = found.pop(MOVE, None)
    reader = _move_readers().get(name) if isinstance(name, str) else None
    if reader is None:
        raise UnreadableMove(f"unknown move {name!r}")
    return cast(Move, reader(found))


def setup_to_text(setup: Setup) -> str:
    """A setup on one line."""
    return _line(_plain(setup))


def setup_from_text(text: str) -> Setup:
    """The setup written by `setup_to_text`."""
    return cast(Setup, _reader(Setup)(_object(text)))


def _line(tree: object) -> str:
    """JSON with accents as they are; half a surrogate pair, which UTF-8 cannot hold, is written as its escape."""
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _plain(value: Any) -> dict[str, Any]:
    """A dataclass or a mapping as a dictionary; `json` asks for what it cannot write itself."""
    if isinstance(value, Mapping):
        return dict(value)
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _object(text: str) -> dict[str, object]:
    """The JSON object in that text."""
    if len(text) > MAX_CHARACTERS:
        raise UnreadableMove("too long")
    try:
        found = json.loads(text, object_pairs_hook=_distinct, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UnreadableMove(f"not JSON: {error}") from error
    if not isinstance(found, dict):
        raise UnreadableMove("not an object")
    return found


def _distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise UnreadableMove("a key said twice")
    return found


def _no_constant(name: str) -> object:
    raise UnreadableMove(f"{name} is not a number")


@cache
def _move_readers() -> Mapping[str, Reader]:
    return {kind.__name__: _reader(kind) for kind in get_args(Move)}


@cache
def _reader(hint: Any) -> Reader:
    """What turns plain JSON into a value of that type, checking it on the way."""
    if isinstance(hint, NewType):
        return _reader(hint.__supertype__)
    shape = _SHAPES.get(get_origin(hint))
    return shape(get_args(hint)) if shape else _SIMPLE.get(hint) or _reader_of_class(hint)


def _reader_of_class(kind: type) -> Reader:
    return _choice(kind) if issubclass(kind, StrEnum) else _record(kind)


def _exactly(kind: type) -> Reader:
    def read(value: object) -> object:
        if type(value) is not kind:
            raise UnreadableMove(f"{value!r:.60} is not {kind.__name__}")
        return value

    return read


_SIMPLE: Mapping[type, Reader] = {kind: _exactly(kind) for kind in (str, int, bool, types.NoneType)}


def _any_of(hints: tuple[Any, ...]) -> Reader:
    readers = [_reader(hint) for hint in hints]

    def read(value: object) -> object:
        for reader in readers:
            try:
                return reader(value)
            except UnreadableMove as error:
                refused = error
        raise refused

    return read


def _one_of(values: tuple[object, ...]) -> Reader:
    def read(value: object) -> object:
        if value not in values:
            raise UnreadableMove(f"{value!r:.60} is not one of {values}")
        return value

    return read


def _row_of(hints: tuple[Any, ...]) -> Reader:
    """A tuple of any length, all of one type."""
    reader = _reader(hints[0])

    def read(value: object) -> object:
        if not isinstance(value, list):
            raise UnreadableMove(f"{value!r:.60} is not a list")
        return tuple([reader(item) for item in value])

    return read


def _map_of(hints: tuple[Any, ...]) -> Reader:
    key_reader, value_reader = (_reader(hint) for hint in hints)

    def read(value: object) -> object:
        return {key_reader(key): value_reader(item) for key, item in _mapping(value).items()}

    return read


_SHAPES: Mapping[Any, Callable[[tuple[Any, ...]], Reader]] = {
    types.UnionType: _any_of,
    Union: _any_of,
    Literal: _one_of,
    tuple: _row_of,
    Mapping: _map_of,
}


def _choice(kind: type[StrEnum]) -> Reader:
    values = {member.value: member for member in kind}

    def read(value: object) -> object:
        if not isinstance(value, str) or value not in values:
            raise UnreadableMove(f"{value!r:.60} is not one of {', '.join(values)}")
        return values[value]

    return read


def _record(kind: type) -> Reader:
    """A dataclass: every field known, every field without a default there."""
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    required = frozenset(field.name for field in fields(kind) if _is_required(field))

    def read(value: object) -> object:
        found = _mapping(value)
        _refuse("does not know", kind, found.keys() - readers.keys())
        _refuse("lacks", kind, required - found.keys())
        return kind(**{name: readers[name](item) for name, item in found.items()})

    return read


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _refuse(verb: str, kind: type, names: Iterable[str]) -> None:
    if names:
        raise UnreadableMove(f"{kind.__name__} {verb} {', '.join(sorted(names))}")


def _mapping(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UnreadableMove(f"{value!r:.60} is not an object")
    return value
