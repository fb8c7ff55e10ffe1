"""What `argparse` says of itself, in the language asked for: the frame of help, and what is wrong with arguments."""

import argparse
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from enacting.language.words import Words

_KEY = "arguments."
"""What the keys of these sentences begin with; the rest is the English sentence, with only its letters kept."""


@contextmanager
def arguments_in(words: Words) -> Iterator[None]:
    """Make and use parsers in the language of these words; what they do not translate stays in English."""
    module = cast(Any, argparse)
    usual = module._

    def translated(sentence: str) -> str:
        key = _KEY + re.sub(r"[^a-z]+", "_", sentence.lower()).strip("_")
        return words(key) if words.has(key) else str(usual(sentence))

    module._ = translated
    try:
        yield
    finally:
        module._ = usual


def name_of(value: str, words: Words) -> str:
    """What help calls a value to give: BOX, BOÎTE."""
    return words(f"{_KEY}name.{value}")
