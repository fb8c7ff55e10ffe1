"""Whether something is a word of a language, so that a person called Rose does not take the flower out of every text.

Law: words are looked up without capitals and accents. A language without a list has no words here.
"""

import lzma
from collections.abc import Iterable
from functools import cache, lru_cache

from enacting.language.plain_letters import folded
from enacting.system.paths import assets_folder

KEPT = 1024
"""How many words are remembered: the set-up asks about the same names again and again."""


def is_word(text: str, languages: Iterable[str]) -> bool:
    """Whether one of the languages has the word, however it is written."""
    return any(_has(folded(text), language) for language in languages)


@lru_cache(maxsize=KEPT)
def _has(word: str, language: str) -> bool:
    return bool(word) and f"\n{word}\n".encode() in _words_of(language)


@cache
def _words_of(language: str) -> bytes:
    """Every word of the language, each on a line of its own, in one text: it is looked into much less than it holds."""
    try:
        packed = (assets_folder() / "vocabulary" / f"{language}.txt.xz").read_bytes()
    except OSError:
        return b""
    return b"\n" + lzma.decompress(packed)
