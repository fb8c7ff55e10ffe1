"""The pictures of a box: how they may be called, how much they may weigh, and whether they can be drawn."""

import re
from pathlib import Path
from typing import Final

from enacting.box.bundle import is_reserved
from enacting.box.picture_formats import PlainPicture, UnfitPicture, plain_picture
from enacting.box.problems import TOP, Problem, problem

FOLDER: Final = "art"
"""Where the pictures of a box are."""
_NAME = re.compile(r"art/(?P<file>[a-z0-9_-]{1,60}\.(?:png|jpg|webp))")
MAX_BYTES: Final = 8 << 20
MAX_TOGETHER: Final = 56 << 20
MAX_PICTURES: Final = 300


def is_picture_name(name: str) -> bool:
    """Whether a picture of a box can have that name, such as `art/tree.png`, on every system."""
    found = _NAME.fullmatch(name)
    return found is not None and not is_reserved(found["file"])


def fit_picture(name: str, picture: Path | bytes) -> PlainPicture | Problem:
    """The picture without anything that is not drawn, or why it cannot be used."""
    try:
        content = picture if isinstance(picture, bytes) else _beginning(picture)
    except OSError as error:
        return problem(name, TOP, "file_closed", why=error.strerror or "")
    if len(content) > MAX_BYTES:
        return problem(name, TOP, "picture_heavy", most=MAX_BYTES >> 20)
    try:
        return plain_picture(content)
    except UnfitPicture as unfit:
        return problem(name, TOP, unfit.key, **unfit.fields)


def weight_of(picture: Path | bytes) -> int:
    """How many bytes a picture has as it came; 0 when that cannot be asked."""
    try:
        return len(picture) if isinstance(picture, bytes) else picture.stat().st_size
    except OSError:
        return 0


def _beginning(picture: Path) -> bytes:
    """Enough of a picture to read it whole, or to see that it is too heavy."""
    with picture.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)
