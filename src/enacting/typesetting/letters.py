"""The letters of a document: which of them our own fonts lack, and how those that no font has are printed.

Law: a letter without a glyph would be an empty box, or stop a whole PDF file that follows a standard: it is looked for
in the fonts of the system, and where they lack it too, its name stands in its place.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Set
from functools import cache
from typing import Any, Final

from enacting.language.characters import writable
from enacting.language.directions import with_directions_closed
from enacting.system.paths import assets_folder
from enacting.typesetting.document import MissingCharacter

NAME_BEGINS, NAME_ENDS = "\ufdd0", "\ufdd1"
"""What the name of a letter stands between: two code points that are no characters, so that no text can hold them.

`boxed-names.typ` draws a box in their place.
"""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"})
"""The general categories that need no glyph of their own: spaces, joiners, marks on the letter before."""


def writable_data(value: Any) -> Any:
    """The same data, without what no document may contain in any of its texts, each with its directions closed."""
    match value:
        case str():
            return with_directions_closed(writable(value))
        case Mapping():
            return {key: writable_data(child) for key, child in value.items()}
        case list() | tuple():
            return [writable_data(child) for child in value]
        case _:
            return value


def letters_beyond_ours(data: Any) -> str:
    """The letters of all texts of the data that none of our fonts has, each once, in order."""
    seen: set[str] = set()
    _collect(data, seen)
    return "".join(sorted(letter for letter in seen if not _is_ours(letter) and not _is_unseen(letter)))


def with_names(value: Any, missing: Set[str]) -> Any:
    """The same data, with its name in place of each of these letters; a run of them is one box."""
    return _replaced(value, re.compile(f"[{re.escape(''.join(sorted(missing)))}]+"))


def missing_characters(letters: Iterable[str]) -> tuple[MissingCharacter, ...]:
    """What is reported of these characters."""
    return tuple(MissingCharacter(letter, _name(letter)) for letter in sorted(letters))


def _replaced(value: Any, run: re.Pattern[str]) -> Any:
    match value:
        case str() if value.startswith("<svg"):
            return run.sub(lambda found: f"[{_named(found[0])}]", value)  # No template reaches into a picture.
        case str():
            return run.sub(lambda found: f"{NAME_BEGINS}{_named(found[0])}{NAME_ENDS}", value)
        case Mapping():
            return {key: _replaced(child, run) for key, child in value.items()}
        case list() | tuple():
            return [_replaced(child, run) for child in value]
        case _:
            return value


def _named(run: str) -> str:
    """One letter by its name; several by what their names have in common and their number: `arabic letter × 7`."""
    names = [_name(letter).split() for letter in run]
    if len(run) == 1:
        return " ".join(names[0])
    shared: list[str] = []
    for words in zip(*names, strict=False):
        if len(set(words)) > 1:
            break
        shared.append(words[0])
    return f"{' '.join(shared) or _name(run[0])} × {len(run)}"


def _name(letter: str) -> str:
    return unicodedata.name(letter, "").lower() or f"U+{ord(letter):04X}"


def _collect(value: Any, seen: set[str]) -> None:
    match value:
        case str():
            seen.update(value)
        case Mapping():
            for child in value.values():
                _collect(child, seen)
        case list() | tuple():
            for child in value:
                _collect(child, seen)


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in _UNSEEN


def _is_ours(letter: str) -> bool:
    code = ord(letter)
    # Inter has signs of its own at private code points, where no text means them and PDF/A forbids them.
    return unicodedata.category(letter) != "Co" and any(first <= code <= last for first, last in _covered())


@cache
def _covered() -> tuple[tuple[int, int], ...]:
    """The ranges of code points that one of our fonts or another has."""
    table = json.loads((assets_folder() / "fonts" / "coverage.json").read_text(encoding="utf-8"))
    return tuple({(first, last) for ranges in table.values() for first, last in ranges})
