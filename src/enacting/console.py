"""What the commands print, on whatever standard output and error there are.

Law: nothing here raises but `OutputFailed`, and a letter that the terminal lacks is replaced, never fatal.
"""

import codecs
import os
import sys
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from typing import Final, TextIO

from enacting.language.characters import printable

NEAREST: Final[Mapping[str, str]] = {
    "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"', "\u2026": "...",
    "\u2013": "-", "\u2014": "-", "\u0153": "oe", "\u0152": "OE", "\u00e6": "ae", "\u00c6": "AE", "\u2192": "->",
}  # fmt: skip
"""Letters that do not come apart by themselves, and what is written for them where they cannot be."""
REPLACED_BY_NEAREST: Final = "enacting.nearest"
WINDOW_TITLE: Final = "Enacting the Commons"


class OutputFailed(Exception):
    """The standard output takes nothing more. `reason` is the system's own, empty when whoever read it has left."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


def prepare() -> None:
    """Let the standard streams take every text."""
    codecs.register_error(REPLACED_BY_NEAREST, _nearest)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=REPLACED_BY_NEAREST)


def _nearest(failure: UnicodeError) -> tuple[str, int]:
    """Write an accent's letter without it, and what is left as `?`; for `codecs.register_error`."""
    if not isinstance(failure, UnicodeEncodeError):
        raise failure
    text = failure.object[failure.start : failure.end]
    return "".join(map(_plain, text)), failure.end


def _plain(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", NEAREST.get(letter, letter))
    return "".join(part for part in apart if part.isascii()) or ("" if unicodedata.combining(letter) else "?")


def say(text: str) -> None:
    """Print one line, in which a name from elsewhere cannot disturb the terminal. `OutputFailed` when it cannot be."""
    try:
        print(printable(text), flush=True)
    except BrokenPipeError:
        raise OutputFailed from None
    except (OSError, ValueError) as failure:
        raise OutputFailed(getattr(failure, "strerror", None) or str(failure)) from failure


def complain(text: str) -> None:
    """Print one line on the standard error; nobody can be told where that fails too.

    After a double click on Windows there is no such stream: the line is shown in a small window.
    """
    if sys.stderr is None:
        _show_in_a_window(printable(text))
        return
    with suppress(OSError, ValueError):
        print(printable(text), file=sys.stderr, flush=True)


def _show_in_a_window(text: str) -> None:
    """Show a sentence in a window of Windows and wait until it is closed; elsewhere, nothing is shown."""
    if sys.platform == "win32":
        import ctypes

        error, in_front = 0x10, 0x10000
        ctypes.windll.user32.MessageBoxW(None, text, WINDOW_TITLE, error | in_front)


def finish() -> None:
    """Print what is still held back, and let Python end without a word of its own. `OutputFailed` when it cannot be."""
    failed: OutputFailed | None = None
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError) as failure:
            _discard(stream)
            if stream is sys.stdout:
                reason = "" if isinstance(failure, BrokenPipeError) else getattr(failure, "strerror", None) or ""
                failed = OutputFailed(reason)
    if failed is not None:
        raise failed


def _discard(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere: Python flushes it once more when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
