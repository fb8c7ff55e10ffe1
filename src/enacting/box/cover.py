"""The cover of a box: what a list of boxes shows of it, read without reading its cards.

Law: nothing here can fail; a box whose cover cannot be read has none, and `load` says why.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from enacting.box.draft import GAME_FILE, items_of
from enacting.box.reading import MOST_BYTES, Node, read, text_at

_NAMES = ("title", "subtitle")
_GAME_SECTION = re.compile(r"^game:.*\n(?:(?:[ #].*)?\n)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cover:
    """The names of a box in one language, and the lengths it can be played in, in minutes, the shortest first."""

    title: str
    subtitle: str
    minutes: tuple[int, ...]


def cover_of(folder: Path, language: str) -> Cover | None:
    """The cover of the box in that folder, in that language or else in its own; None when it cannot be read."""
    game = _read(folder / GAME_FILE)
    if not text_at(game, "title"):
        return None
    words = game if text_at(game, "language") == language else _read(folder / f"{language}.yaml", only=_GAME_SECTION)
    title, subtitle = (text_at(words, "game", key) or text_at(words, key) or text_at(game, key) for key in _NAMES)
    lengths = [text_at(one, "minutes") for one in items_of(game, "lengths")]
    return Cover(title, subtitle, tuple(sorted(int(one) for one in lengths if one.isdecimal())))


def _read(file: Path, *, only: re.Pattern[str] | None = None) -> Node | None:
    """What that file says, or only a piece of it."""
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1).decode()
    except (OSError, UnicodeDecodeError):
        return None
    if only is not None:
        found = only.search(content)
        content = found.group() if found is not None else ""
    return read(file.name, content).node
