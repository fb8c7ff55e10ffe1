"""Which way a text is written: the runs of a line from left to right, for what is written from right to left.

The Unicode bidirectional algorithm (UAX 9) is that of python-bidi, which is only loaded for a text that needs it.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks of the scripts that are written so: Hebrew, Arabic, Syriac, Thaana, N'Ko and the older ones."""


class Run(NamedTuple):
    """A part of a line that is written in one direction, in the order in which it is read."""

    text: str
    right_to_left: bool


def has_right_to_left(text: str) -> bool:
    """Whether anything in the text is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def with_directions_closed(text: str) -> str:
    """The text, with the marks at its end that close each direction it opens: what follows it is not turned around."""
    opened: list[str] = []
    for character in text:
        match unicodedata.bidirectional(character):
            case "LRE" | "RLE" | "LRO" | "RLO":
                opened.append("\u202c")
            case "LRI" | "RLI" | "FSI":
                opened.append("\u2069")
            case "PDF" if opened[-1:] == ["\u202c"]:
                opened.pop()
            case "PDI" if "\u2069" in opened:
                while opened.pop() != "\u2069":
                    pass
    return text + "".join(reversed(opened))


def begins_at_right(text: str) -> bool:
    """Whether a paragraph is written from right to left: its first letter is."""
    if not has_right_to_left(text):
        return False
    from bidi.algorithm import get_base_level

    return bool(get_base_level("".join(map(_with_a_direction, text))))


@lru_cache(maxsize=2048)
def runs_from_left(line: str) -> tuple[Run, ...]:
    """The runs of one line as they stand on it, from left to right."""
    if not has_right_to_left(line):
        return (Run(line, False),) if line else ()
    levels = _levels(line)
    bounds = [0, *(index for index in range(1, len(line)) if levels[index] != levels[index - 1]), len(line)]
    runs = [(levels[start], Run(line[start:end], bool(levels[start] % 2))) for start, end in pairwise(bounds)]
    # Rule L2: from the highest level down, what stands next to one another at that level or above is reversed.
    for level in range(max(levels), 0, -1):
        start = 0
        while start < len(runs):
            end = start
            while end < len(runs) and runs[end][0] >= level:
                end += 1
            runs[start:end] = reversed(runs[start:end])
            start = end + 1
    return tuple(run for _, run in runs)


def _with_a_direction(character: str) -> str:
    """That character, or one that goes as it does where python-bidi stops at it.

    What Unicode has not given out yet goes as the letters of its block; the marks around an isolate go with what is
    around them.
    """
    match unicodedata.bidirectional(character):
        case "":
            return "\u05d0" if has_right_to_left(character) else "a"
        case "LRI" | "RLI" | "FSI" | "PDI":
            return "·"
        case _:
            return character


def _levels(line: str) -> list[int]:
    """The embedding level of each character; odd ones are written from right to left."""
    from bidi import algorithm

    line = "".join(map(_with_a_direction, line))
    storage = algorithm.get_empty_storage()
    storage["base_level"] = algorithm.get_base_level(line)
    storage["base_dir"] = "LR"[storage["base_level"]]
    algorithm.get_embedding_levels(line, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    levels = [character["level"] for character in storage["chars"]]
    # Characters that only steer the algorithm have none; no text that is drawn holds them.
    return levels if len(levels) == len(line) else [storage["base_level"]] * len(line)
