"""Parses a path typed or pasted in a field."""

import re
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

PATH_LENGTH = 1000

_ADDRESS = re.compile(r"file://(?:localhost)?(?:/(?=[A-Za-z]:))?")
"""The prefix of a file URL; on Windows it includes the slash before the drive letter."""


def parse_path(written: str) -> Path | None:
    """The typed or pasted text as a path; quotes and file URLs are accepted. None when empty."""
    text = written.strip().strip("\"'")
    if address := _ADDRESS.match(text):
        text = unquote(text[address.end() :]).replace("\0", "")
    path = Path(text)
    with suppress(RuntimeError):  # No such user: it may still be a folder name.
        path = path.expanduser()
    return path if text else None
