"""The words of a box in the typography of its language."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from enacting.language.words import typography_of

Value = TypeVar("Value")

NOT_WORDS = frozenset(
    {"id", "family", "colour", "shape", "icon", "echo", "image", "url", "ground", "ask_in", "documented", "confidence"}
    | {"kind", "language", "version", "fits", "families", "licence", "usual_length", "decision", "art", "neutral"}
    | {"quarter"}
)


def typeset_words(value: Value, language: str) -> Value:
    """The same value with its texts as that language prints them, recursively; ids and colours are left unchanged."""
    return _typeset(value, typography_of(language))


def _typeset(value: Value, typeset: Callable[[str], str]) -> Value:
    if isinstance(value, str):
        return typeset(value) if type(value) is str else value  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_typeset(child, typeset) for child in value)  # type: ignore[return-value]
    if isinstance(value, Mapping):
        return {key: _typeset(child, typeset) for key, child in value.items()}  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        changes: dict[str, Any] = {
            field.name: _typeset(getattr(value, field.name), typeset)
            for field in fields(value)
            if field.name not in NOT_WORDS
        }
        return replace(value, **changes)
    return value
