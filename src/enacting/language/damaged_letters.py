"""Letters that were damaged on the way: written in UTF-8, then read as something else (`é` has become `Ã©`).

Law: only what no language writes is taken for damage; a text that could be meant stays as it is.
"""

import re
from collections.abc import Iterator
from typing import Final

_CODECS: Final = ("cp1252", "mac_roman", "cp850")
"""What programs that do not know UTF-8 take it for: Windows, old Macs, a terminal of Windows."""
_SECONDS: Final = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What follows the beginning of a letter, read by Windows."""
_RUN: Final = re.compile(f"(?:[\u00c2-\u00f4][{_SECONDS}]|[√¬≈ƒ├┬─┼](?=[^\0-\x7f])|‚[ÄÇ]|Ô[Çé])[^\0-\x7f]{{0,200}}")
"""Characters that may be damaged, from where damage begins."""
_HINTS: Final = (
    *"ÃÂÅÄÐÑÎÏð√¬≈ƒ├┬─┼",
    "â€",
    "â‚",
    "â„",
    "â†",
    "âˆ",
    "ï»",
    "ï¬",
    "á¸",
    "áº",
    "á»",
    "‚Ä",
    "‚Ç",
    "ÔÇ",
    "Ôé",
)
"""What is in a text where letters may be damaged: looking for these is much quicker."""
_ALONE: Final = re.compile(r"(?<![^\W\d_])Ã(?=[ \u00a0])\u00a0?")
"""`à`, whose second half is a space that editors change."""
_MAX_TIMES: Final = 3
"""A file may have been damaged twice, each time it went through the same program."""
_SIGNS: Final = "ŒŠŽŸ“”‘’«»„‚‹›…–—®™©°·•\u00a0"
"""What may well follow a capital letter."""
_ORDINARY: Final = re.compile(
    "[\u00a0-\u024f\u0300-\u036f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2010-\u203a\u20ac\u2122\u2190-\u2193\u2212\ufeff\ufb01\ufb02]+"
)
"""What people of Europe write: the letters of their languages, and the signs between them."""


def repaired(text: str) -> str:
    """The text with its letters as they were; the same text when nothing in it is damaged."""
    for _ in range(_MAX_TIMES):
        before = text
        text = _ALONE.sub("à", _RUN.sub(lambda run: _letters_of(run[0]), text))
        if text == before:
            break
    return text


def damaged(text: str) -> Iterator[tuple[int, str, str]]:
    """Where a text is damaged: the index, what stands there, and what it was."""
    if not any(hint in text for hint in _HINTS):
        return
    found = [*_RUN.finditer(text), *_ALONE.finditer(text)]
    for run in sorted(found, key=lambda run: run.start()):
        right = repaired(run[0]) if len(run[0]) > 1 or run[0] != "Ã" else "à"
        if right != run[0]:
            yield run.start(), run[0], right


def _letters_of(run: str) -> str:
    """What a run of characters beyond ASCII was, where it is damaged; else itself."""
    for codec in _CODECS:
        right = _decoded(run, codec)
        if right is not None and _is_likely(run, right):
            return right
    return run


def _decoded(run: str, codec: str) -> str | None:
    """The run read as it was written; the bytes that Windows has no character for stay as they are."""
    try:
        content = b"".join(
            letter.encode("latin-1") if "\x80" <= letter <= "\x9f" else letter.encode(codec) for letter in run
        )
        return content.decode("utf-8")
    except UnicodeError:
        return None


def _is_likely(run: str, right: str) -> bool:
    """Whether that was meant: ordinary letters, and not a capital before a sign that happens to say another letter."""
    if _ORDINARY.fullmatch(right) is None:
        return False
    is_capital_before_sign = len(run) == 2 and run[0].isalpha() and run[0] not in "ÃÂ" and run[1] in _SIGNS
    return not is_capital_before_sign or right in ("œ", "Œ")
