"""Nodes into the engine's own cards and board, every mistake at once, each at its line and column.

Law: the shapes are the engine's dataclasses and nothing else; pydantic checks them, and is imported here only, when
the first box is loaded.
"""

import dataclasses
import re
import typing
from collections.abc import Hashable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from enacting.box.problems import Field, Instead, Problem, problem, quoted
from enacting.box.reading import Entries, Items, Node, Text, is_nothing, node_at, place_of, place_of_key

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")
Path = tuple[str | int, ...]

_WHOLE = re.compile(r"-?\d{1,9}")
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")
MAY_BE_BLANK = ("subtitle", "credits", "place", "year")
"""Keys that must be written, so that they are not forgotten, but can be given nothing: `year: ""`."""
_TRUTH = {"true": True, "false": False}
_KEYS = {
    "string_type": "should_be_text",
    "int_type": "should_be_whole_number",
    "float_type": "should_be_number",
    "bool_type": "should_be_true_or_false",
    "tuple_type": "should_be_list",
    "dict_type": "should_be_entries",
    "mapping_type": "should_be_entries",
    "dataclass_type": "should_be_entries",
}
"""Our key for each kind of mistake pydantic can find in plain text, lists and entries."""


class _NotThat:
    """Stands for a text that is not the number or the true/false that is wanted, so that it is refused."""


def shaped(expected: type[T], node: Node, file: str) -> tuple[T | None, list[Problem]]:
    """The node as one of the engine's dataclasses, or what is wrong with it."""
    from pydantic import ValidationError

    problems = _empty_texts(expected, node, file)
    try:
        value: T = _adapter(cast(Hashable, expected)).validate_python([_plain(node, expected)])[0]
    except ValidationError as error:
        problems.extend(
            _problem_from(detail, expected, node, file)
            for detail in error.errors(include_url=False, include_input=False)
        )
        return None, problems
    return (value if not problems else None), problems


def keys_of(expected: object) -> tuple[str, ...]:
    """The keys a dataclass knows."""
    return tuple(_hints(expected)) if _is_dataclass(expected) else ()


@cache
def _adapter(expected: Any) -> "TypeAdapter[list[Any]]":
    """The checker of a shape; in a list, because that is how strictness about keys reaches a plain dataclass."""
    from pydantic import ConfigDict, TypeAdapter

    return TypeAdapter(list[expected], config=ConfigDict(extra="forbid"))


@cache
def _hints(expected: Any) -> Mapping[str, Any]:
    return typing.get_type_hints(expected)


def _is_dataclass(expected: object) -> bool:
    return isinstance(expected, type) and dataclasses.is_dataclass(expected)


def _plain(node: Node, expected: Any) -> object:
    """Texts, lists and dictionaries; a text becomes a number or true/false only where one is wanted.

    A key that may be left out is, where it is given what programs write for nothing.
    """
    if isinstance(node, Text):
        return _scalar(node.value, expected)
    if isinstance(node, Items):
        return [_plain(item, _below(expected, 0)) for item in node.items]
    return {
        key: _plain(entry.node, _below(expected, key))
        for key, entry in node.entries.items()
        if not (is_nothing(entry.node) and _may_be_left_out(expected, key))
    }


def _scalar(text: str, expected: object) -> object:
    if expected is int:
        return int(text) if _WHOLE.fullmatch(text) else _NotThat()
    if expected is float:
        return float(text) if _NUMBER.fullmatch(text) else _NotThat()
    if expected is bool:
        return _TRUTH.get(text, _NotThat())
    return text


@lru_cache(maxsize=4096)
def _below(expected: Any, step: str | int) -> Any:
    """What is wanted one step further down; `object` where nothing is known there."""
    if _is_dataclass(expected):
        return _without_none(_hints(expected).get(str(step), object))
    arguments = typing.get_args(expected)
    if typing.get_origin(expected) is tuple:
        return arguments[0]
    return arguments[1] if len(arguments) == 2 else object


def _without_none(expected: Any) -> Any:
    """What is wanted when something that may be left out is written."""
    kinds = [kind for kind in typing.get_args(expected) if kind is not type(None)]
    return kinds[0] if type(None) in typing.get_args(expected) and len(kinds) == 1 else expected


def _expected_at(expected: Any, path: Path) -> Any:
    for step in path:
        expected = _below(expected, step)
    return expected


def _problem_from(error: "ErrorDetails", expected: type, node: Node, file: str) -> Problem:
    """One of pydantic's errors with our key and the designer's line and column."""
    path: Path = tuple(error["loc"][1:])
    name = _name(path)
    match error["type"]:
        case "missing":
            return problem(file, place_of(node, *path[:-1]), "missing_key", name=name)
        case "unexpected_keyword_argument":
            known = Instead(name, keys_of(_expected_at(expected, path[:-1])))
            return problem(file, place_of_key(node, *path), "unknown_key", name=quoted(name), instead=known)
        case "enum":
            choices = Instead(_written(node, path), _choices(_expected_at(expected, path)))
            return problem(
                file, place_of(node, *path), "not_one_of", name=name, value=quoted(choices.written), instead=choices
            )
        case "string_type" if (right := _cut_by_colon(node, path)) is not None:
            return problem(file, place_of(node, *path), "colon_in_text", right=right)
        case kind:
            return problem(file, place_of(node, *path), _KEYS[kind], **_named(name, node, path))


def _named(name: str, node: Node, path: Path) -> dict[str, Field]:
    return {"name": name, "value": quoted(_written(node, path))}


def _cut_by_colon(node: Node, path: Path) -> str | None:
    """The text that a colon made into a key and a text, between quotes; nothing if it is something else."""
    found = node_at(node, *path)
    if not isinstance(found, Entries) or len(found.entries) != 1:
        return None
    [(before, entry)] = found.entries.items()
    if not isinstance(entry.node, Text) or (path and isinstance(path[-1], str) and " " not in before):
        return None
    return f'"{quoted(before)} : {quoted(entry.node.value)}"'


def _name(path: Path) -> str:
    """The key a person would name: the nearest one that is a word."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _written(node: Node, path: Path) -> str:
    """What is written there, as one line; the first words of a list or of entries."""
    found = node_at(node, *path)
    if isinstance(found, Text):
        return found.value
    if isinstance(found, Items):
        return "[…]"
    if isinstance(found, Entries):
        return "".join(f"{key}: …" for key in list(found.entries)[:1])
    return ""


def _choices(expected: Any) -> tuple[str, ...]:
    assert isinstance(expected, type)
    assert issubclass(expected, StrEnum)
    return tuple(member.value for member in expected)


def _empty_texts(expected: Any, node: Node, file: str, above: str = "") -> list[Problem]:
    """A text that must be there and has nothing in it; also an empty item of a list or of entries."""
    if isinstance(node, Text):
        return [] if node.value or expected is not str else [problem(file, node.place, "empty_text", name=above)]
    if isinstance(node, Items):
        below = _below(expected, 0)
        return [found for item in node.items for found in _empty_texts(_text_or(below), item, file, above)]
    found: list[Problem] = []
    for key, entry in node.entries.items():
        if not (_is_dataclass(expected) and _may_be_empty(expected, key)):
            found += _empty_texts(_text_or(_below(expected, key)), entry.node, file, key)
        elif not isinstance(entry.node, Text):
            found += _empty_texts(_below(expected, key), entry.node, file, key)
    return found


def _text_or(expected: Any) -> Any:
    """`str` for anything that is a text underneath, such as an id."""
    while hasattr(expected, "__supertype__"):
        expected = expected.__supertype__
    return expected


@cache
def _may_be_left_out(expected: Any, key: str) -> bool:
    """Whether that is a key with a default value."""
    return _is_dataclass(expected) and any(
        field.name == key
        and (field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING)
        for field in dataclasses.fields(expected)
    )


@cache
def _may_be_empty(expected: Any, key: str) -> bool:
    """Whether a key can be given nothing."""
    return key in MAY_BE_BLANK or any(
        field.name == key and field.default == "" for field in dataclasses.fields(expected)
    )
