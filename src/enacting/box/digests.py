"""The digests that go along with a box in one file: two people see that they have the same, and what has changed.

The form is that of the program `sha256sum`, so that anybody can check it without the game.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Final

NAME: Final = "SHA256SUMS"
_LINE: Final = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<name>[A-Za-z0-9_./-]{1,250})")
_MAX_LINES: Final = 1000


def digests_of(files: Mapping[str, bytes]) -> bytes:
    """A line for each file, by name."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return "".join(lines).encode()


def changed_files(digests: bytes, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The names of the files that are not what the digests say, those that are missing too; what is unclear is left."""
    said = [_LINE.fullmatch(line) for line in digests.decode("ascii", "replace").splitlines()[:_MAX_LINES]]
    return tuple(
        line["name"]
        for line in said
        if line is not None and hashlib.sha256(files.get(line["name"], b"")).hexdigest() != line["digest"]
    )
