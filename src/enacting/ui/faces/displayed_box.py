"""A box as it is printed on the screen: its words in the typography of the language."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from enacting.engine.board import Box
from enacting.language.words import Words
from enacting.ui.graphics.cache import Identity, LruCache

Printed = TypeVar("Printed")

NOT_WORDS = frozenset(
    {"id", "family", "colour", "shape", "icon", "echo", "image", "url", "ground", "ask_in", "documented", "confidence"}
    | {"kind", "language", "version", "licence", "usual_length", "decision", "art", "neutral"}
)


def printed(box: Box, words: Words) -> Box:
    """The same box with every word it shows set in good typography; the same object each time for the same box."""
    return _printed.get((Identity(box), words), lambda: _set(box, words))


_printed: LruCache[tuple[Identity, Words], Box] = LruCache(6)


def _set(thing: Printed, words: Words) -> Printed:
    """The same thing, its texts set, all the way down; ids and colours are left alone."""
    if isinstance(thing, str):
        return words.typeset(thing) if type(thing) is str else thing  # type: ignore[return-value]
    if isinstance(thing, tuple):
        return tuple(_set(one, words) for one in thing)  # type: ignore[return-value]
    if isinstance(thing, Mapping):
        return {key: _set(value, words) for key, value in thing.items()}  # type: ignore[return-value]
    if is_dataclass(thing) and not isinstance(thing, type):
        changes: dict[str, Any] = {
            field.name: _set(getattr(thing, field.name), words)
            for field in fields(thing)
            if field.name not in NOT_WORDS
        }
        return replace(thing, **changes)
    return thing
