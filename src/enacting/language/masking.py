"""Names taken out of texts: the same text with something else wherever somebody is named.

Law: a whole name is found whatever its capitals and accents, and never inside another word. Of a name of several words,
each word with a capital is found too, and each word with a hyphen, which needs none. Nicknames and hints are not: only
people can find those.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from enacting.language.plain_letters import without_accents

SHORTEST_PART: Final = 3
"""The fewest letters that one word of a name must have to be looked for by itself."""

_USUAL_WORDS: Final = frozenset({"les", "des", "del", "los", "las", "van", "von", "der", "den", "the", "and"})
"""Words of names that are words of sentences too."""

_BEFORE, _AFTER = r"(?<!\w)(?<!\w[-\u2010\u2011])", r"(?![-\u2010\u2011]?\w)"
_NOTHING_SAID: Final = "…"
_SAME_SIGNS: Final = str.maketrans("’\u2010\u2011", "'--")


class Masks:
    """What takes the place of each name in a text."""

    def __init__(self, instead: Mapping[str, str], keep: Iterable[str] = ()) -> None:
        """`instead` gives, for each name, what is written in its place; empty names are left out.

        Names that are `keep` stay where they are written whole, even if a name is a word of them.
        """
        self._instead = {plain(name): other for name, other in instead.items() if plain(name)}
        self._kept = {plain(name) for name in keep if plain(name)} - self._instead.keys()
        self._parts: dict[str, str] = {}
        for name, other in instead.items():
            for part in _parts(name):
                if part not in self._instead and part not in self._kept:
                    self._parts.setdefault(part, other)
        self._names = _pattern({*self._instead, *self._parts, *self._kept})

    def masked(self, text: str, max_length: int | None = None) -> str:
        """The text without the names; where that would be longer than `max_length`, each becomes an ellipsis."""
        found = self._found(text)
        changed = _replaced(text, found)
        if max_length is not None and len(changed) > max_length:
            changed = _replaced(text, [(start, end, _NOTHING_SAID) for start, end, _ in found])
        return changed

    def finds(self, text: str) -> bool:
        """Whether one of the names is in the text."""
        return bool(self._found(text))

    def finds_in_path(self, path: str) -> bool:
        """Whether one of the names is in a path, where names may have lost their capitals, accents and spaces."""
        plain_path = f" {_bare(path)} "
        return any(f" {name} " in plain_path for name in map(_bare, (*self._instead, *self._parts)) if name)

    def _found(self, text: str) -> list[tuple[int, int, str]]:
        """Where each name begins and ends, and what takes its place."""
        if self._names is None:
            return []
        folded, origin = _folded(text)
        found = []
        for match in self._names.finditer(folded):
            start, end = origin[match.start()], origin[match.end() - 1] + 1
            name = " ".join(match[0].split())
            if name in self._instead:
                found.append((start, _with_marks(text, end), self._instead[name]))
            elif name in self._parts and (text[start].isupper() or "-" in name):
                found.append((start, _with_marks(text, end), self._parts[name]))
        return found


def plain(text: str) -> str:
    """The text without capitals and accents, on one line: two names that are plainly the same are the same name."""
    return " ".join(_folded(text)[0].split())


def _bare(text: str) -> str:
    """The letters and digits of the text without capitals and accents, a space wherever there is anything else."""
    return " ".join(re.findall(r"[^\W_]+", plain(text)))


def _parts(name: str) -> Iterable[str]:
    words = name.split()
    if len(words) > 1:
        for word in words:
            part = plain(word).strip("-.,")
            is_name = word[0].isupper() or "-" in part
            if len(part) >= SHORTEST_PART and part not in _USUAL_WORDS and is_name:
                yield part


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(names, key=len, reverse=True)
    if not longest_first:
        return None
    written = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    return re.compile(f"{_BEFORE}(?:{written}){_AFTER}")


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without capitals and accents, and for each of its characters the index of the one it comes from."""
    folded: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for sign in without_accents(character).casefold().translate(_SAME_SIGNS):
            folded.append(sign)
            origin.append(index)
    return "".join(folded), origin


def _with_marks(text: str, end: int) -> int:
    """Where the accents that lie loose after that place end."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _replaced(text: str, found: Iterable[tuple[int, int, str]]) -> str:
    pieces, here = [], 0
    for start, end, other in found:
        pieces += [text[here:start], other]
        here = end
    return "".join([*pieces, text[here:]])
