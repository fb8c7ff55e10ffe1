"""Whether a picture can be drawn without harm, by its bytes: nothing is decoded, so nothing can be made to burst."""

import re
from pathlib import Path

from enacting.box.problems import TOP, Problem, problem
from enacting.bundle import is_reserved

_NAME = re.compile(r"art/(?P<file>[a-z0-9_-]{1,60}\.(?:png|jpg|webp))")
MOST_PIXELS = 4096
"""Of width, and of height."""
MOST_BYTES = 8 << 20
MOST_TOGETHER = 56 << 20
MOST_PICTURES = 300
_MOST_LAYERS = 40
"""Of a JPEG picture: each is drawn over the whole of it, however little it says. Ten or so are usual."""

_JPEG = b"\xff\xd8\xff"
_JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG file that are followed by its height and width."""


def is_picture_name(name: str) -> bool:
    """Whether a picture of a box can have that name, such as `art/tree.png`, on every system."""
    found = _NAME.fullmatch(name)
    return found is not None and not is_reserved(found["file"])


def picture_problem(name: str, picture: Path | bytes) -> Problem | None:
    """Why a picture cannot be used, if it cannot."""
    try:
        content = picture if isinstance(picture, bytes) else _beginning(picture)
    except OSError as error:
        return problem(name, TOP, "file_closed", why=error.strerror or "")
    if len(content) > MOST_BYTES:
        return problem(name, TOP, "picture_heavy", most=MOST_BYTES >> 20)
    size = size_of(content)
    if size is None:
        return problem(name, TOP, "picture_unknown")
    if content[:3] == _JPEG and content.count(b"\xff\xda") > _MOST_LAYERS:
        return problem(name, TOP, "picture_layered")
    if not (0 < size[0] <= MOST_PIXELS and 0 < size[1] <= MOST_PIXELS):
        return problem(name, TOP, "picture_large", width=size[0], height=size[1], most=MOST_PIXELS)
    return None


def weight_of(picture: Path | bytes) -> int:
    """How many bytes a picture has."""
    return len(picture) if isinstance(picture, bytes) else picture.stat().st_size


def _beginning(picture: Path) -> bytes:
    """Enough of a picture to read it whole, or to see that it is too heavy."""
    with picture.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def size_of(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG or WebP picture; nothing for anything else."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and content[12:16] == b"IHDR" and len(content) >= 24:
        return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    if content[:3] == _JPEG:
        return _jpeg_size(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP" and len(content) >= 30:
        return _webp_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content):
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _JPEG_SIZES:
            return int.from_bytes(content[at + 7 : at + 9], "big"), int.from_bytes(content[at + 5 : at + 7], "big")
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(content[at + 2 : at + 4], "big"))
    return None


def _webp_size(content: bytes) -> tuple[int, int] | None:
    kind = content[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if kind == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = int.from_bytes(content[26:28], "little"), int.from_bytes(content[28:30], "little")
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and content[20] == 0x2F:
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return None
