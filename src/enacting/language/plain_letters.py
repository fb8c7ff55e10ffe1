"""Letters without their accents, for names of files, for looking things up and for terminals that lack them.

Law: one table for every use.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

LETTERS: Final[Mapping[str, str]] = {
    "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŧ": "t",
    "Æ": "AE", "Œ": "OE", "ẞ": "SS", "Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "TH", "Ħ": "H", "Ŧ": "T",
}  # fmt: skip
"""The letters of Europe that do not come apart into a plain letter and an accent, and how people type them without."""

_TABLE: Final = str.maketrans(dict(LETTERS))
_DASHES: Final = re.compile("['’‐‑–—]")
_VOICED: Final = "\u3099\u309a"
"""What makes another letter of a kana, and is no accent."""
_SAME_SIGNS: Final = str.maketrans("’ʼ\u2010\u2011", "''--")


def without_accents(text: str) -> str:
    """The text with plain letters, as many as it takes; what has no plain letter stays as it is."""
    apart = unicodedata.normalize("NFKD", text).translate(_TABLE)
    plain = "".join(letter for letter in apart if letter in _VOICED or not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", plain)


def folded(text: str) -> str:
    """The text without capitals, accents and invisible signs, with one kind of hyphen and of apostrophe."""
    if text.isascii():
        return text.lower()
    seen = "".join(letter for letter in text.casefold() if not _is_unseen(letter))
    return without_accents(seen).casefold().translate(_SAME_SIGNS)


def _is_unseen(letter: str) -> bool:
    """Whether it only joins letters, turns them round or says in what style they are drawn."""
    return unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f"


def letters_of(text: str) -> Iterator[str]:
    """The text cut where a reader sees one letter end: each letter with the accents and the like that belong to it."""
    letter = ""
    for character in text:
        if letter and not _belongs_to(character, letter):
            yield letter
            letter = ""
        letter += character
    if letter:
        yield letter


def _belongs_to(character: str, letter: str) -> bool:
    """Whether the character only completes that letter: a mark, a joiner, a later part of a Korean syllable."""
    if character.isascii():
        return False
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return True
    return "\u1160" <= character <= "\u11ff" and "\u1100" <= letter[0] <= "\u11ff"


def slug(text: str, length: int) -> str:
    """At most that many of a to z, 0 to 9 and hyphens, as a name any system takes; empty when nothing is left.

    Letters of other alphabets go, with signs that no keyboard has a key for.
    """
    plain = _DASHES.sub("-", without_accents(text)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:length].rstrip("-")
