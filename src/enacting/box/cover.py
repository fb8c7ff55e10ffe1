"""The cover of a box: what a list of boxes shows of it, read without reading its cards.

Law: nothing here can fail; a box whose cover cannot be read has none, and `load` says why.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from enacting.box.bundle import BrokenBundle
from enacting.box.draft import GAME_FILE, items_of
from enacting.box.loading import is_bundle, read_some
from enacting.box.reading import MAX_BYTES, Node, read, text_at
from enacting.system.untrusted_files import read_beginning

_MINUTES = re.compile("[0-9]{1,4}")
_NAMES = ("title", "subtitle")
_GAME_SECTION = re.compile(r"^game:.*\n(?:(?:[ #].*)?\r?\n)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cover:
    """The names of a box in one language, and the lengths it can be played in, in minutes, the shortest first."""

    title: str
    subtitle: str
    minutes: tuple[int, ...]


def cover_of(path: Path, language: str) -> Cover | None:
    """The cover of a box in a folder or bundle, in that language or else in its own; None when it cannot be read."""
    translation = f"{language}.yaml"
    contents = _contents(path, (GAME_FILE, translation))
    game = _read(GAME_FILE, contents)
    if not text_at(game, "title"):
        return None
    words = game if text_at(game, "language") == language else _read(translation, contents, only=_GAME_SECTION)
    title, subtitle = (text_at(words, "game", key) or text_at(words, key) or text_at(game, key) for key in _NAMES)
    lengths = [text_at(length, "minutes") for length in items_of(game, "lengths")]
    return Cover(title, subtitle, tuple(sorted(int(minutes) for minutes in lengths if _MINUTES.fullmatch(minutes))))


def _contents(path: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    """Those files of a box, or the beginning of them when they are too big; without those that cannot be read."""
    if is_bundle(path):
        with suppress(BrokenBundle):
            return read_some(path, names)
    found: dict[str, bytes] = {}
    for name in names:
        with suppress(OSError):
            found[name] = bytes(read_beginning(path / name, MAX_BYTES + 1))
    return found


def _read(file: str, contents: Mapping[str, bytes], *, only: re.Pattern[str] | None = None) -> Node | None:
    """What that file says, or only a piece of it."""
    try:
        content = contents.get(file, b"").decode()
    except UnicodeDecodeError:
        return None
    if only is not None:
        found = only.search(content)
        content = found.group() if found is not None else ""
    reading = read(file, content)
    return None if reading.problems else reading.node
