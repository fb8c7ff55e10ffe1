"""The positions of a caret: between two characters as people count them, and at the ends of words.

Law: a letter with its accents, or an emoji with its parts, is one character. Indices are in code points.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise

_JOINER = "\u200d"
_EXTENDING = re.compile("[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


@lru_cache(maxsize=64)
def caret_stops(text: str) -> tuple[int, ...]:
    """The indices at which a caret may be, from 0 to the length of the text."""
    flags = 0
    stops = [0]
    for index, (before, after) in enumerate(pairwise(text), start=1):
        flags = flags + 1 if _is_flag_half(before) else 0
        if not _is_joined(before, after) and not (flags % 2 and _is_flag_half(after)):
            stops.append(index)
    return (*stops, len(text)) if text else (0,)


def _is_joined(before: str, after: str) -> bool:
    """Whether the two are parts of one character: an accent on a letter, a tone or a profession on an emoji."""
    if before == "\n" or after == "\n":
        return False
    if before == _JOINER and unicodedata.category(after) in ("So", "Sk"):
        return True
    return unicodedata.category(after) in ("Mn", "Mc", "Me") or _EXTENDING.match(after) is not None


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def snapped_to_stop(text: str, index: int) -> int:
    """The first stop from that index on."""
    stops = caret_stops(text)
    return stops[min(bisect_left(stops, index), len(stops) - 1)]


def stop_before(text: str, index: int) -> int:
    """The last stop before that index; 0 at the start."""
    stops = caret_stops(text)
    return stops[max(0, bisect_left(stops, index) - 1)]


def whole_characters_within(text: str, max_length: int) -> str:
    """The text cut to `max_length` code points without splitting a character."""
    stops = caret_stops(text)
    return text[: stops[max(0, bisect_right(stops, max_length) - 1)]]


class _CharacterKind(Enum):
    SPACE = auto()
    WORD = auto()
    PUNCTUATION = auto()


def _kind_of(character: str) -> _CharacterKind:
    if character.isspace():
        return _CharacterKind.SPACE
    return _CharacterKind.WORD if character.isalnum() or character == "_" else _CharacterKind.PUNCTUATION


def _kinds(text: str) -> tuple[_CharacterKind, ...]:
    return tuple(_kind_of(text[stop]) for stop in caret_stops(text)[:-1])


def previous_word(text: str, index: int) -> int:
    """The start of the word at or before that index."""
    stops, kinds = caret_stops(text), _kinds(text)
    at = bisect_left(stops, index)
    while at and kinds[at - 1] is _CharacterKind.SPACE:
        at -= 1
    return stops[_run_start(kinds, at)]


def next_word(text: str, index: int) -> int:
    """The start of what follows the word at that index, and the spaces after it."""
    stops, kinds = caret_stops(text), _kinds(text)
    at = _run_end(kinds, bisect_left(stops, index))
    while at < len(kinds) and kinds[at] is _CharacterKind.SPACE:
        at += 1
    return stops[at]


def word_around(text: str, index: int) -> tuple[int, int]:
    """Start and end of the word, or the run of spaces or of punctuation, at that index."""
    stops, kinds = caret_stops(text), _kinds(text)
    at = min(bisect_left(stops, index), max(0, len(kinds) - 1))
    return stops[_run_start(kinds, min(at + 1, len(kinds)))], stops[_run_end(kinds, at)]


def _run_start(kinds: tuple[_CharacterKind, ...], end: int) -> int:
    start = end
    while start and kinds[start - 1] is kinds[end - 1]:
        start -= 1
    return start


def _run_end(kinds: tuple[_CharacterKind, ...], start: int) -> int:
    end = start
    while end < len(kinds) and kinds[end] is kinds[start]:
        end += 1
    return end
