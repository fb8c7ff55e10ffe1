"""Cards as the text of a deck: what a designer puts in a box, and what `loading` reads back as the same cards.

Law: whatever a card says, it is written between double quotes, so that no text of people is ever read as anything else.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import Any

from enacting.engine.cards import Art, ContextCard, CrisisCard, MechanismCard

TableCard = MechanismCard | ContextCard | CrisisCard
"""A card of a kind that tables write."""


def deck_text(cards: Sequence[TableCard], comment: str) -> str:
    """The cards below a line of comment; what a card leaves to its default value is left out."""
    lines = [f"# {' '.join(comment.split())}", *(line for card in cards for line in ("", *_lines(card)))]
    return "\n".join(lines) + "\n"


def _lines(card: TableCard) -> list[str]:
    written = [
        line
        for field in fields(card)
        if (value := getattr(card, field.name)) != _default(field)
        for line in _entry(field.name, value)
    ]
    return [f"{'  ' if index else '- '}{line}" for index, line in enumerate(written)]


def _entry(name: str, value: object) -> list[str]:
    match value:
        case Art():
            named = (("icon", value.icon), ("echo", value.echo))
            return [f"{name}: {{{', '.join(f'{key}: {_quoted(text)}' for key, text in named if text)}}}"]
        case Mapping():
            texts = [f"  {key}: {_quoted(text)}" for key, text in value.items()]
            return [f"{name}:" if texts else f"{name}: {{}}", *texts]
        case tuple():
            return [f"{name}: [{', '.join(_quoted(text) for text in value)}]"]
        case StrEnum():
            return [f"{name}: {value}"]
        case _:
            return [f"{name}: {_quoted(str(value))}"]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
