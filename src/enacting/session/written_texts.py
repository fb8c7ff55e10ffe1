"""What people wrote: every text of theirs in a move, a set-up, a game or a header, found by the types of the fields.

Law: the one list is the types themselves. A field holds a text of people when its type says so (`Written`); whoever
masks, hides or erases what people wrote asks here, so that a new field is treated as the others are.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from enacting.engine.game import Game, Written
from enacting.engine.reprinting import at_table

Thing = TypeVar("Thing")
Change = Callable[[Written, str], str]
"""Gives what takes the place of a text of that kind."""

_Rewriter = Callable[[Any, Change], Any]


def rewritten(thing: Thing, change: Change) -> Thing:
    """The same thing with `change` made to every text that people wrote in it, in the order of the fields."""
    kind: Any = type(thing)
    rewriter = _rewriter(kind)
    changed: Any = thing if rewriter is None else rewriter(thing, change)
    if isinstance(changed, Game):
        changed = _printed_anew(changed)
    return changed  # type: ignore[no-any-return]


def written_in(thing: object) -> tuple[tuple[Written, str], ...]:
    """Every text that people wrote in it, and what kind of text each is."""
    found: list[tuple[Written, str]] = []

    def keep(written: Written, text: str) -> str:
        found.append((written, text))
        return text

    rewritten(thing, keep)
    return tuple(found)


def without_texts(thing: Thing) -> Thing:
    """The same thing with nothing that people wrote, but for whether they did: two are equal when the same was done."""
    return rewritten(thing, lambda written, text: "…" if text else "")


def _printed_anew(game: Game) -> Game:
    """The game with the cards that its table wrote printed from their texts, which the box holds too."""
    return replace(game, box=at_table(game.box, game))


# From a type to what rewrites its values; None for a type that can hold no text of people.


@cache
def _rewriter(hint: Any) -> _Rewriter | None:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        written = next((mark for mark in arguments[1:] if isinstance(mark, Written)), None)
        return _rewriter(arguments[0]) if written is None else _text_rewriter(written)
    if origin is tuple:
        return _tuple_rewriter(arguments)
    if origin is Mapping:
        return _mapping_rewriter(arguments[1])
    if origin in (UnionType, Union):
        return _union_rewriter(arguments)
    return _record_rewriter(hint) if isinstance(hint, type) and is_dataclass(hint) else None


def _text_rewriter(written: Written) -> _Rewriter:
    return lambda text, change: change(written, text)


def _tuple_rewriter(hints: tuple[Any, ...]) -> _Rewriter | None:
    """Of a tuple of any length, all of one type; no other holds a text of people."""
    rewriter = _rewriter(hints[0]) if hints[-1] is Ellipsis else None
    if rewriter is None:
        return None
    return lambda items, change: tuple(rewriter(item, change) for item in items)


def _mapping_rewriter(hint: Any) -> _Rewriter | None:
    """Of the values: keys are ids."""
    rewriter = _rewriter(hint)
    if rewriter is None:
        return None
    return lambda items, change: {key: rewriter(value, change) for key, value in items.items()}


def _union_rewriter(hints: tuple[Any, ...]) -> _Rewriter | None:
    """Of one dataclass among types that hold no text of people."""
    rewriters = {hint: rewriter for hint in hints if (rewriter := _rewriter(hint)) is not None}
    if not rewriters:
        return None

    def rewrite(value: Any, change: Change) -> Any:
        rewriter = rewriters.get(type(value))
        return value if rewriter is None else rewriter(value, change)

    return rewrite


def _record_rewriter(kind: type) -> _Rewriter | None:
    hints = get_type_hints(kind, include_extras=True)
    found = {each.name: _rewriter(hints[each.name]) for each in fields(kind)}
    rewriters = {name: rewriter for name, rewriter in found.items() if rewriter is not None}
    if not rewriters:
        return None
    return lambda thing, change: replace(
        thing, **{name: rewriter(getattr(thing, name), change) for name, rewriter in rewriters.items()}
    )
