"""Letters without their accents, for names of files, for looking things up and for terminals that lack them.

Law: one table for every use.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

LETTERS: Final[Mapping[str, str]] = {
    "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŧ": "t",
    "Æ": "AE", "Œ": "OE", "ẞ": "SS", "Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "TH", "Ħ": "H", "Ŧ": "T",
}  # fmt: skip
"""The letters of Europe that do not come apart into a plain letter and an accent, and how people type them without."""

_TABLE: Final = str.maketrans(dict(LETTERS))
_DASHES: Final = re.compile("['’‐‑–—]")


def without_accents(text: str) -> str:
    """The text with plain letters, as many as it takes; what has no plain letter stays as it is."""
    apart = unicodedata.normalize("NFKD", text).translate(_TABLE)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def slug(text: str, length: int) -> str:
    """At most that many of a to z, 0 to 9 and hyphens, as a name any system takes; empty when nothing is left.

    Letters of other alphabets go, with signs that no keyboard has a key for.
    """
    plain = _DASHES.sub("-", without_accents(text)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:length].rstrip("-")
