"""The words that a box explains, in the order in which people look words up."""

import unicodedata
from collections.abc import Iterable

from enacting.engine.board import GlossaryEntry

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'"})


def in_order(entries: Iterable[GlossaryEntry]) -> tuple[GlossaryEntry, ...]:
    """The entries in alphabetical order: a letter with an accent stands with the plain one, a capital with a small."""
    return tuple(sorted(entries, key=lambda entry: _plain(entry.title)))


def _plain(title: str) -> str:
    apart = unicodedata.normalize("NFKD", title.casefold().translate(_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
