"""What no text may hold, wherever it comes from: characters that command, turn the text round, hide or pile up.

Law: one list for everybody. In a box they are refused, with their place; from what people type they are left out
(`cleaned`); in what a terminal shows they become `?` (`printable`), in a document U+FFFD (`writable`); what is drawn is
without them (`drawable`).
"""

import re
import unicodedata
from collections.abc import Iterator

MAX_MARKS = 2
"""Accents, joiners and the like in a row on one letter, once it is composed."""

_MAX_LOOSE_MARKS = 30
"""The same before it is composed: composing takes the square of their number, and no language needs more."""

FIXED_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
"""Spaces that look like an ordinary one and are none."""

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ue000-\uf8ff"
    "\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U0001fffe\U0001ffff"
    "\U0002fffe\U0002ffff\U0003fffe-\U0010ffff"
)
_JOINING = "\u200c\u200d\ufe00-\ufe0f"
_CIRCLING = "\u20dd-\u20e0\u20e2-\u20e4"
"""What joins letters or circles them without counting as an accent."""
_TAGS = "\U000e0000-\U000e01ef"
"""What only says more about the character before, as in some flags."""

SOFT_HYPHEN = "\u00ad"
"""Where a long word may be cut: who writes a box may use it, and nobody else."""

_REFUSED = re.compile(f"[{_CONTROL}{_DIRECTION}{_INVISIBLE}]")
_REFUSED_IN_BOXES = re.compile(f"(?!{SOFT_HYPHEN}){_REFUSED.pattern}")
_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff]")
"""What editors and web pages leave between words: nobody means anything by it."""
_KINDS = {
    "zero_width": _ZERO_WIDTH,
    "control_character": re.compile(f"[{_CONTROL}]"),
    "direction_character": re.compile(f"[{_DIRECTION}]"),
    "invisible_character": re.compile(f"[{_INVISIBLE}]"),
}
_JOINS = re.compile(f"[{_JOINING}{_CIRCLING}]")
_UNPRINTABLE = re.compile(f"[{_CONTROL}\ufffe\uffff]")
_UNDRAWABLE = re.compile(f"[{_CONTROL}{_DIRECTION}{_INVISIBLE}{_JOINING}{_TAGS}]")


def refused(text: str) -> Iterator[tuple[int, str]]:
    """Where each refused character is, and why: `control_character`, `direction_character`, `invisible_character`.

    `zero_width` are the invisible ones that do no harm.

    A newline and a tab are no control characters here, and soft hyphens are taken.
    """
    # The alphabet of a text is looked at first, which is much quicker.
    if any(map(_REFUSED_IN_BOXES.match, set(text))):
        for match in _REFUSED_IN_BOXES.finditer(text):
            yield match.start(), next(kind for kind, pattern in _KINDS.items() if pattern.match(match[0]))


def without_refused(text: str) -> str:
    """The text without the characters that are refused."""
    return _REFUSED_IN_BOXES.sub("", text)


def without_zero_width(text: str) -> str:
    """The text without the characters that have no width and mean nothing."""
    return _ZERO_WIDTH.sub("", text)


def composed(text: str) -> str:
    """Each letter with its accents as one character, where there is one (NFC); in a time that grows with the text."""
    return unicodedata.normalize("NFC", _without_piles(text, _MAX_LOOSE_MARKS))


def is_composed(text: str) -> bool:
    """Whether composing would certainly change nothing, and no mark lies loose on its letter."""
    return text.isascii() or not (any(map(_is_mark, set(text))) or not unicodedata.is_normalized("NFC", text))


def is_piled_up(text: str) -> bool:
    """Whether a letter of that composed text carries too many marks."""
    return next(_too_many(text, MAX_MARKS), None) is not None


def cleaned(text: str) -> str:
    """The text composed, without what is refused and without marks beyond what a letter may carry."""
    if text.isascii() and text.isprintable():
        return text
    return _without_piles(composed(_REFUSED.sub("", text)), MAX_MARKS)


def printable(text: str) -> str:
    """The text on one line, with `?` in place of what could disturb a terminal, a sentence or the eye."""
    shown = text.replace(SOFT_HYPHEN, "")
    return re.sub("[\n\t]", "?", _REFUSED.sub("?", _without_piles(shown, _MAX_LOOSE_MARKS)))


def writable(text: str) -> str:
    """The text with U+FFFD in place of what no document may contain, with line breaks of one kind."""
    return _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n"))


def drawable(text: str) -> str:
    """The text composed, without what cannot be drawn: control characters, invisible marks, lone surrogates."""
    spaced = text.replace("\t", " ").replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", _UNDRAWABLE.sub("", spaced))


def drawable_in_lines(text: str) -> str:
    """The same with its soft hyphens, for who breaks it into lines."""
    return SOFT_HYPHEN.join(map(drawable, text.split(SOFT_HYPHEN)))


def _without_piles(text: str, max_marks: int) -> str:
    extra = set(_too_many(text, max_marks))
    return "".join(letter for index, letter in enumerate(text) if index not in extra) if extra else text


def _too_many(text: str, max_marks: int) -> Iterator[int]:
    """Where each mark is that comes after `max_marks` others."""
    marks = set() if text.isascii() else {letter for letter in set(text) if _is_mark(letter)}
    if not marks:
        return
    count = 0
    for index, letter in enumerate(text):
        count = count + 1 if letter in marks else 0
        if count > max_marks:
            yield index


def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) > 0 or _JOINS.match(letter) is not None
