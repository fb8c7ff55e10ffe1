"""The output of the commands, to any kind of standard output and error.

Law: only `OutputFailed` is raised; a character that the terminal cannot show is replaced and never fatal.
"""

import codecs
import os
import sys
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from typing import Final, TextIO

from enacting.language.characters import printable
from enacting.language.plain_letters import without_accents

ASCII_SUBSTITUTES: Final[Mapping[str, str]] = {
    "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"', "\u2026": "...",
    "\u2013": "-", "\u2014": "-", "\u2192": "->", "\u2588": "#", "\u2591": ".", "\u2212": "-",
}  # fmt: skip
"""Characters that Unicode does not decompose into ASCII, and their substitutes where they cannot be printed."""
PROGRESS_WIDTH: Final = 30
SUBSTITUTE_ERRORS: Final = "enacting.nearest"
WINDOW_TITLE: Final = "Enacting the Commons"


class OutputFailed(Exception):
    """Nothing can be written to standard output. `reason` is that of the system, empty if its reader has closed it."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


def prepare() -> None:
    """Make the standard streams accept every text."""
    codecs.register_error(SUBSTITUTE_ERRORS, _substitute)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=SUBSTITUTE_ERRORS)


def _substitute(failure: UnicodeError) -> tuple[str, int]:
    """Print characters without their accents, and others as `?`; for `codecs.register_error`."""
    if not isinstance(failure, UnicodeEncodeError):
        raise failure
    text = failure.object[failure.start : failure.end]
    return "".join(map(_ascii_of, text)), failure.end


def _ascii_of(character: str) -> str:
    decomposed = without_accents(ASCII_SUBSTITUTES.get(character, character))
    return "".join(part for part in decomposed if part.isascii()) or ("" if unicodedata.combining(character) else "?")


def print_line(text: str) -> None:
    """Print a line, without control characters that could disturb the terminal. Raises `OutputFailed`."""
    try:
        print(printable(text), flush=True)
    except BrokenPipeError:
        raise OutputFailed from None
    except (OSError, ValueError) as failure:
        raise OutputFailed(getattr(failure, "strerror", None) or str(failure)) from failure


def print_error(text: str) -> None:
    """Print a line on standard error; ignores a failure, which could not be reported.

    After a double click on Windows there is no such stream: the line is shown in a message box.
    """
    if sys.stderr is None:
        _show_error_window(printable(text))
        return
    try:
        print(printable(text), file=sys.stderr, flush=True)
    except (OSError, ValueError):
        _discard(sys.stderr)


def show_progress(text: str, share: float) -> None:
    """Show how far a long task is, from 0 to 1, on one line that the next call writes over; erased at the end.

    Only on a terminal: what is piped to a file or a program is not disturbed.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        return
    filled = round(PROGRESS_WIDTH * min(1.0, share))
    line = f"{'█' * filled}{'░' * (PROGRESS_WIDTH - filled)} {printable(text)}"
    with suppress(OSError, ValueError):
        print("\r" + (line if share < 1 else " " * len(line) + "\r"), end="", file=sys.stderr, flush=True)


def _show_error_window(text: str) -> None:
    """Show a sentence in a message box of Windows and wait until it is closed; do nothing elsewhere."""
    if sys.platform == "win32":
        import ctypes

        error, in_front = 0x10, 0x10000
        ctypes.windll.user32.MessageBoxW(None, text, WINDOW_TITLE, error | in_front)


def finish() -> None:
    """Flush both streams, so that Python ends without an error. Raises `OutputFailed` for standard output."""
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
    """Discard what a stream still buffers: Python flushes it again when it ends."""
    with suppress(OSError, ValueError):
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, stream.fileno())
        os.close(sink)
