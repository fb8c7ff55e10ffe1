"""Cards of a spreadsheet as the text of a deck: a row for each card, a column for each key.

Law: no cell is ever read as anything but a text; a column that is not known is reported and left out.
"""

import dataclasses
import json
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from enacting.box.card_ids import card_id
from enacting.box.draft import Deck
from enacting.box.problems import Instead
from enacting.box.shaping import MAY_BE_BLANK
from enacting.box.tables import NoTable, rows_of

_BETWEEN: Final = re.compile(r"\s*[\n|]\s*")
"""What stands between the items of a list in a cell."""
_NOTHING: Final = frozenset({"", "null", "none", "nan", "n/a", "#n/a"})

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """The text of the cards, their ids, and the columns that were left out, each with the keys it could have been."""

    text: str
    ids: tuple[str, ...]
    unknown: tuple[Instead, ...]


def cards_from_table(table: str, deck: Deck, taken: Sequence[str]) -> Imported:
    """The cards of a table in CSV, with ids that are not `taken`. Raises `NoTable`."""
    rows = rows_of(table)
    heads = [_path(head) for head in rows[0]]
    known = dict(_columns(deck.kind))
    unknown = tuple(Instead(".".join(path), _names(deck.kind)) for path in heads if path and not _is_known(path, known))
    if not any(_is_known(path, known) for path in heads):
        raise NoTable(deck.value)
    ids: list[str] = []
    texts: list[str] = []
    for row in rows[1:]:
        cells = {path: cell.strip() for path, cell in zip(heads, row, strict=False) if _is_known(path, known)}
        cells = {path: cell for path, cell in cells.items() if cell.casefold() not in _NOTHING}
        if cells:
            ids.append(_id(cells, {*taken, *ids}))
            texts.append(_card({**cells, ("id",): ids[-1]}, deck, known))
    return Imported("\n".join(texts), tuple(ids), unknown)


def _path(head: str) -> Path:
    """The keys that a column is named after: `art.icon`, `consequences.economic`."""
    return tuple(step.strip() for step in head.strip().split(".") if step.strip())


def _columns(kind: type) -> Iterator[tuple[Path, bool]]:
    """The columns that a kind of card may have, and whether a cell holds a list; `*` stands for any id."""
    for name, expected in typing.get_type_hints(kind).items():
        origin, arguments = typing.get_origin(expected), typing.get_args(expected)
        if dataclasses.is_dataclass(expected):
            yield from ((((name, field.name)), field.name == "scene") for field in dataclasses.fields(expected))
        elif origin is tuple and dataclasses.is_dataclass(arguments[0]):
            yield from (((name, "*", field.name), False) for field in dataclasses.fields(arguments[0]))
        elif origin is tuple:
            yield (name,), True
        elif origin is not None:
            yield (name, "*"), False
        else:
            yield (name,), False


def _names(kind: type) -> tuple[str, ...]:
    return tuple(".".join(path) for path, _ in _columns(kind))


def _is_known(path: Path, known: Mapping[Path, bool]) -> bool:
    return _pattern(path, known) is not None


def _pattern(path: Path, known: Mapping[Path, bool]) -> Path | None:
    for pattern in known:
        same = len(pattern) == len(path) and all(step in ("*", own) for step, own in zip(pattern, path, strict=True))
        if same and path:
            return pattern
    return None


def _id(cells: Mapping[Path, str], taken: set[str]) -> str:
    """The id of a card: its own, or one made of its title, with a number when another card has it."""
    return card_id(cells.get(("id",), cells.get(("title",), cells.get(("text",), ""))), taken)


def _card(cells: Mapping[Path, str], deck: Deck, known: Mapping[Path, bool]) -> str:
    """A card as it is written in its deck, its keys in the order of the game."""
    keys = [field.name for field in dataclasses.fields(deck.kind)]
    lines: list[str] = []
    for key in keys:
        below = {path[1:]: cell for path, cell in cells.items() if path[0] == key}
        if not below and key in MAY_BE_BLANK:
            lines.append(f'{key}: ""')
        elif below:
            is_list = any(known[pattern] for path in cells if path[0] == key and (pattern := _pattern(path, known)))
            lines += _lines(key, below, is_list=is_list)
    return "".join(f"{'  ' if number else '- '}{line}\n" for number, line in enumerate(lines))


def _lines(key: str, below: Mapping[Path, str], *, is_list: bool) -> list[str]:
    if () in below:
        return [f"{key}: {_items(below[()]) if is_list else _quoted(below[()])}"]
    numbered: dict[str, dict[str, str]] = {}
    for path, cell in below.items():
        if len(path) > 1:
            numbered.setdefault(path[0], {})[path[1]] = cell
    if numbered:
        return [f"{key}:", *(f"  - {_entries(entries)}" for _, entries in sorted(numbered.items()))]
    if is_list:
        return [f"{key}: {{{', '.join(_scene_or_text(path[0], cell) for path, cell in below.items())}}}"]
    return [f"{key}: {_entries({path[0]: cell for path, cell in below.items()})}"]


def _scene_or_text(key: str, cell: str) -> str:
    return f"{key}: {_items(cell) if key == 'scene' else _quoted(cell)}"


def _entries(entries: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{name}: {_quoted(cell)}' for name, cell in entries.items())}}}"


def _items(cell: str) -> str:
    return f"[{', '.join(_quoted(item) for item in _BETWEEN.split(cell) if item)}]"


def _quoted(text: Any) -> str:
    return json.dumps(str(text), ensure_ascii=False)
