"""Names of people: proposed, pasted from a list, and so alike that one is taken for the other."""

import re
from collections.abc import Sequence

from enacting.language.plain_letters import folded
from enacting.language.words import Words

_NUMBERED = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")
_ADDRESS = re.compile(r"<[^>]*>|\(?\b\S+@\S+\b\)?")


def proposed_names(words: Words) -> list[str]:
    """The names that the game proposes, in their order: they say nothing of anybody."""
    return words("setup.pseudonyms").split(", ")


def names_in(pasted: str) -> tuple[str, ...]:
    """The names in a text that was copied from a mail, a sheet or a sentence.

    Lines are one name each, in any columns; a single line is cut at its tabs, semicolons or commas. Bullets and
    addresses are left out.
    """
    lines = [line for line in pasted.splitlines() if line.strip()]
    if len(lines) > 1:
        pieces = [re.sub(r"[\t;,]+", " ", line) for line in lines]
    else:
        separator = next((mark for mark in "\t;," if mark in pasted.strip()), None)
        pieces = pasted.split(separator) if separator else lines
    names = (" ".join(_ADDRESS.sub(" ", _NUMBERED.sub("", piece)).split()).strip('"') for piece in pieces)
    return tuple(name for name in names if name)


def are_alike(name: str, other: str) -> bool:
    """Whether two names differ by nothing but capitals, accents, spaces and signs."""
    return bool(_letters(name)) and _letters(name) == _letters(other)


def called(names: Sequence[str]) -> tuple[str, ...]:
    """What each is called where names have little room: as many of their first words as tell them apart."""
    return tuple(_called(name, [*names[:index], *names[index + 1 :]]) for index, name in enumerate(names))


def _called(name: str, others: Sequence[str]) -> str:
    words = name.split()
    beginnings = (" ".join(words[:count]) for count in range(1, len(words)))
    return next(
        (
            short
            for short in beginnings
            if len(_letters(short)) > 2 and not any(_letters(other).startswith(_letters(short)) for other in others)
        ),
        name,
    )


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", folded(name))
