"""Words put in place of others in the text of a YAML file: nothing else of it changes, no comment and no space.

Law: what is rewritten reads as what was asked for, and every other text as before; else nothing is (`CannotRewrite`).
No library that writes YAML is used, because each lays the whole file out again.
"""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import yaml

from enacting.box.reading import Entries, Items, Node, Text, read

Path = tuple[str | int, ...]

_WIDTH: Final = 118
_BLOCK: Final = ("|", ">")


class CannotRewrite(Exception):
    """A file that cannot be read, or in which the words would not be read as they were asked for."""


@dataclass(slots=True)
class _Piece:
    """A text, a list or entries of a file: from where to where it is written, and how."""

    start: int
    end: int
    column: int
    style: str | None
    in_braces: bool
    below: dict[str | int, "_Piece"] = field(default_factory=dict)
    is_text: bool = False


def rewritten(text: str, changes: Mapping[Path, str]) -> str:
    """The text of a file with these words at these places, made where they are not there. Raises `CannotRewrite`."""
    try:
        whole = _pieces(text)
    except yaml.YAMLError as error:
        raise CannotRewrite(str(error)) from error
    edits: list[tuple[int, int, str]] = []
    missing: dict[Path, dict[Path, str]] = {}
    for path, words in changes.items():
        piece, known = _nearest(whole, path)
        if piece is not None and piece.is_text and len(known) == len(path):
            edits.append(_replacement(text, piece, words))
        else:
            missing.setdefault(known, {})[path[len(known) :]] = words
    for known, added in missing.items():
        piece, _ = _nearest(whole, known)
        edits.append(_insertion(text, piece, _tree(added)))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    _check(text, changes)
    return text


def _check(text: str, changes: Mapping[Path, str]) -> None:
    reading = read("rewritten.yaml", text)
    texts = dict(_texts(reading.node))
    if any(texts.get(path) != words for path, words in changes.items()):
        raise CannotRewrite(", ".join("/".join(map(str, path)) for path in changes if texts.get(path) != changes[path]))


def _texts(node: Node | None, path: Path = ()) -> Iterator[tuple[Path, str]]:
    match node:
        case Text(value):
            yield path, value
        case Items(items):
            for index, item in enumerate(items):
                yield from _texts(item, (*path, index))
        case Entries(entries):
            for key, entry in entries.items():
                yield from _texts(entry.node, (*path, key))


# What is written where


def _pieces(text: str) -> _Piece | None:
    """The pieces of a file, from its events; nothing when it is empty."""
    events = (event for event in yaml.parse(text, Loader=yaml.CLoader) if isinstance(event, yaml.NodeEvent | _END))
    first = next(events, None)
    return None if first is None else _piece(first, events, in_braces=False)


_END = yaml.CollectionEndEvent


def _piece(event: yaml.Event, events: Iterator[yaml.Event], *, in_braces: bool) -> _Piece:
    assert event.start_mark is not None
    assert event.end_mark is not None
    start = event.start_mark
    piece = _Piece(start.index, event.end_mark.index, start.column, getattr(event, "style", None), in_braces)
    if isinstance(event, yaml.ScalarEvent):
        piece.is_text = True
        return piece
    if not isinstance(event, yaml.CollectionStartEvent):
        return piece
    piece.in_braces = bool(event.flow_style)
    number = 0
    while not isinstance(following := next(events), yaml.CollectionEndEvent):
        key: str | int = number
        if isinstance(event, yaml.MappingStartEvent):
            key = str(getattr(following, "value", number))
            following = next(events)
        piece.below[key] = _piece(following, events, in_braces=piece.in_braces)
        number += 1
    assert following.end_mark is not None
    piece.end = following.end_mark.index
    return piece


def _nearest(whole: _Piece | None, path: Path) -> tuple[_Piece | None, Path]:
    """The piece at that path, or the lowest one above it, with its own path."""
    piece, known = whole, 0
    while piece is not None and known < len(path) and path[known] in piece.below:
        piece = piece.below[path[known]]
        known += 1
    return piece, path[:known]


# What is put there


def _replacement(text: str, piece: _Piece, words: str) -> tuple[int, int, str]:
    if piece.style not in _BLOCK:
        return piece.start, piece.end, _scalar(words, piece.style, in_braces=piece.in_braces)
    head_end = text.index("\n", piece.start) + 1
    lines = text[head_end:].split("\n")
    filled = next((line for line in lines if line.strip()), "")
    margin = filled[: len(filled) - len(filled.lstrip(" "))]
    count = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith(margin)), len(lines))
    while count and not lines[count - 1].strip():
        count -= 1
    end = head_end + len("\n".join(lines[:count]))
    return head_end, end, "\n".join(_block_lines(words, piece.style or ">", margin))


def _block_lines(words: str, style: str, margin: str) -> Iterator[str]:
    for number, line in enumerate(words.split("\n")):
        if style == "|":
            yield f"{margin}{line}".rstrip()
            continue
        if number:
            yield ""
        yield from textwrap.wrap(
            line,
            _WIDTH,
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]


def _scalar(words: str, style: str | None, *, in_braces: bool) -> str:
    """The words as one text: without quotes where they need none, else between double quotes."""
    plain = f"{{k: {words}}}" if in_braces else f"k: {words}"
    if not style and "\n" not in words and not read("k.yaml", plain).problems and _reads_as(plain, words):
        return words
    return json.dumps(words, ensure_ascii=False)


def _reads_as(plain: str, words: str) -> bool:
    return dict(_texts(read("k.yaml", plain).node)) == {("k",): words}


def _tree(added: Mapping[Path, str]) -> dict[str | int, object]:
    tree: dict[str | int, object] = {}
    for path, words in added.items():
        place = tree
        for step in path[:-1]:
            below = place.setdefault(step, {})
            assert isinstance(below, dict)
            place = below
        place[path[-1]] = words
    return tree


def _insertion(text: str, piece: _Piece | None, tree: dict[str | int, object]) -> tuple[int, int, str]:
    """Keys that were not there, at the end of the entries they belong to."""
    if piece is None:
        start = "" if not text or text.endswith("\n") else "\n"
        return len(text), len(text), start + "".join(f"{line}\n" for line in _lines(tree, ""))
    if piece.is_text:
        raise CannotRewrite("a text where entries are expected")
    if piece.in_braces:
        inner = ", ".join(_in_braces(key, value) for key, value in tree.items())
        return piece.end - 1, piece.end - 1, f", {inner}" if piece.below else inner
    margin = " " * piece.column
    last = max((_last(entry) for entry in piece.below.values()), default=piece.start)
    end = text.find("\n", last)
    at = len(text) if end < 0 else end
    return at, at, "".join(f"\n{line}" for line in _lines(tree, margin))


def _last(piece: _Piece) -> int:
    """The index of the last character of a piece, without what follows a text in lines."""
    if piece.below:
        return max(map(_last, piece.below.values())) if not piece.in_braces else piece.end - 1
    return max(piece.start, piece.end - 1)


def _lines(tree: Mapping[str | int, object], margin: str) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, dict) and not _is_list(value):
            yield f"{margin}{_key(key)}:"
            yield from _lines(value, f"{margin}  ")
        else:
            yield f"{margin}{_key(key)}: {_inline(value)}"


def _in_braces(key: str | int, value: object) -> str:
    return f"{_key(key)}: {_inline(value)}"


def _inline(value: object) -> str:
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if _is_list(value):
        return f"[{', '.join(map(_inline, value.values()))}]"
    return f"{{{', '.join(_in_braces(key, below) for key, below in value.items())}}}"


def _is_list(value: Mapping[str | int, object]) -> bool:
    return all(isinstance(key, int) for key in value)


def _key(key: str | int) -> str:
    return str(key) if re.fullmatch(r"[A-Za-z_][\w-]*", str(key)) else json.dumps(str(key), ensure_ascii=False)
