"""The words of a box in the typography of its language."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from enacting.language.words import Words

Value = TypeVar("Value")

NOT_WORDS = frozenset(
    {"id", "family", "colour", "shape", "icon", "echo", "image", "url", "ground", "ask_in", "documented", "confidence"}
    | {"kind", "language", "version", "fits", "families", "licence", "usual_length", "decision", "art", "neutral"}
    | {"quarter"}
)


def typeset_words(value: Value, words: Words) -> Value:
    """The same value with its texts typeset, recursively; ids and colours are left unchanged."""
    if isinstance(value, str):
        return words.typeset(value) if type(value) is str else value  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(typeset_words(child, words) for child in value)  # type: ignore[return-value]
    if isinstance(value, Mapping):
        return {key: typeset_words(child, words) for key, child in value.items()}  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        changes: dict[str, Any] = {
            field.name: typeset_words(getattr(value, field.name), words)
            for field in fields(value)
            if field.name not in NOT_WORDS
        }
        return replace(value, **changes)
    return value
