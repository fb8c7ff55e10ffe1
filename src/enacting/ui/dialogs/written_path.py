"""A path that somebody typed or pasted in a field."""

import re
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

PATH_LENGTH = 1000

_ADDRESS = re.compile(r"file://(?:localhost)?(?:/(?=[A-Za-z]:))?")
"""What is before the path in the address of a file: on Windows also the stroke before the letter of the disk."""


def parse_path(written: str) -> Path | None:
    """What somebody typed or pasted, as a path: quotes and the address of a file are understood."""
    text = written.strip().strip("\"'")
    if address := _ADDRESS.match(text):
        text = unquote(text[address.end() :]).replace("\0", "")
    path = Path(text)
    with suppress(RuntimeError):  # There is nobody of that name: it may still be the name of a folder.
        path = path.expanduser()
    return path if text else None
