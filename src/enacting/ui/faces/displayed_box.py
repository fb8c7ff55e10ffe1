"""A box as it is displayed: its words in the typography of the language."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from enacting.engine.board import Box
from enacting.language.words import Words
from enacting.ui.graphics.cache import Identity, LruCache

Value = TypeVar("Value")

NOT_WORDS = frozenset(
    {"id", "family", "colour", "shape", "icon", "echo", "image", "url", "ground", "ask_in", "documented", "confidence"}
    | {"kind", "language", "version", "fits", "families", "licence", "usual_length", "decision", "art", "neutral"}
    | {"quarter"}
)


def typeset_box(box: Box, words: Words) -> Box:
    """The same box with every text it shows in the typography of the language; cached by box and words."""
    return _cache.get((Identity(box), words), lambda: _typeset(box, words))


_cache: LruCache[tuple[Identity, Words], Box] = LruCache(6)


def _typeset(value: Value, words: Words) -> Value:
    """The same value with its texts typeset, recursively; ids and colours are left unchanged."""
    if isinstance(value, str):
        return words.typeset(value) if type(value) is str else value  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_typeset(child, words) for child in value)  # type: ignore[return-value]
    if isinstance(value, Mapping):
        return {key: _typeset(child, words) for key, child in value.items()}  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        changes: dict[str, Any] = {
            field.name: _typeset(getattr(value, field.name), words)
            for field in fields(value)
            if field.name not in NOT_WORDS
        }
        return replace(value, **changes)
    return value
