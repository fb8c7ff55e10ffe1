"""The words that a box explains, in the order in which people look words up."""

from collections.abc import Iterable

from enacting.engine.board import GlossaryEntry
from enacting.language.plain_letters import without_accents


def in_order(entries: Iterable[GlossaryEntry]) -> tuple[GlossaryEntry, ...]:
    """The entries in alphabetical order: a letter with an accent stands with the plain one, a capital with a small."""
    return tuple(sorted(entries, key=lambda entry: without_accents(entry.title.replace("’", "'")).casefold()))
