"""The fonts of a box: how they may be called, how much they may weigh, and whether they can be used."""

import re
from pathlib import Path
from typing import Final

from enacting.box.bundle import is_reserved
from enacting.box.font_formats import MAX_POINTS_TOGETHER, PlainFont, UnfitFont, plain_font
from enacting.box.problems import TOP, Problem, problem
from enacting.language.plain_letters import slug
from enacting.system.untrusted_files import read_beginning

FOLDER: Final = "fonts"
"""Where the fonts of a box are, each with the text of its licence beside it."""
_NAME = re.compile(r"fonts/(?P<file>[a-z0-9_-]{1,60}\.(?:ttf|otf))")
_LICENCE = re.compile(r"fonts/(?P<file>[A-Za-z0-9_-]{1,60}\.txt)")
MAX_BYTES: Final = 8 << 20
MAX_FONTS: Final = 4
MAX_FILES: Final = 40
"""Of the folder of the fonts: more are not looked at."""
MAX_LICENCE: Final = 64 << 10


def is_font_name(name: str) -> bool:
    """Whether a font of a box can have that name, such as `fonts/ethiopic.ttf`, on every system."""
    found = _NAME.fullmatch(name)
    return found is not None and not is_reserved(found["file"])


def is_licence_name(name: str) -> bool:
    """Whether that is the name of a text beside the fonts, such as `fonts/OFL.txt`."""
    found = _LICENCE.fullmatch(name)
    return found is not None and not is_reserved(found["file"])


def font_name_like(written: str) -> str:
    """A name that a font of a box can have, as near to that one as can be; empty when it has no ending of ours."""
    stem, _, ending = written.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return f"{FOLDER}/{slug(stem, 60) or 'font'}.{ending.lower()}" if ending.lower() in ("ttf", "otf") else ""


def fit_font(name: str, font: Path | bytes, max_points: int = MAX_POINTS_TOGETHER) -> PlainFont | Problem:
    """The font with the outlines of its letters alone, or why it cannot be used."""
    try:
        content = font if isinstance(font, bytes) else bytes(read_beginning(font, MAX_BYTES + 1))
    except OSError as error:
        return problem(name, TOP, "file_closed", why=error.strerror or "")
    if len(content) > MAX_BYTES:
        return problem(name, TOP, "font_heavy", most=MAX_BYTES >> 20)
    try:
        return plain_font(content, max_points=max_points)
    except UnfitFont as unfit:
        return problem(name, TOP, unfit.key)


def fit_licence(licence: Path | bytes) -> bytes | None:
    """The text of a licence; nothing when it cannot be read or is too long to be one."""
    try:
        content = licence if isinstance(licence, bytes) else bytes(read_beginning(licence, MAX_LICENCE + 1))
    except OSError:
        return None
    return content if len(content) <= MAX_LICENCE else None
