"""Builder: files that somebody else may have written, and all that the program does with them.

A kind lays hostile files in a folder, always the same for the same number, then has the program use them. To add one:
a module beside, with a `Kind` in its `KINDS`, and its name in `MODULES`. Law of every kind: only what the program tells
people in a sentence is raised; looking changes nothing; nothing outside the folder of the player is touched.
"""

import os
import random
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from enacting.system.paths import DATA_VARIABLE

MODULES = ("sessions", "journals", "special", "kept", "shown", "bundles", "pictures")
MAX_SECONDS = 2.0
"""How much work one thing that a person waits for may be."""
MAX_MEGABYTES = 256

Found = TypeVar("Found")


@dataclass(frozen=True)
class Room:
    """Where a case takes place: `data` is the player's, nothing in `outside` may change."""

    data: Path
    outside: Path
    times: list[tuple[float, str]] = field(default_factory=list)

    def timed(self, act: Callable[..., Found], *given: object, **more: object) -> Found:
        """Do one thing that a person waits for, and note how much work that was, in seconds."""
        began = time.process_time()
        try:
            return act(*given, **more)
        finally:
            self.times.append((time.process_time() - began, getattr(act, "__qualname__", repr(act))))

    @property
    def sessions(self) -> Path:
        """The folder of the sessions."""
        return self.data / "sessions"

    @property
    def victim(self) -> Path:
        """Somebody's only copy of something."""
        return self.outside / "victim.txt"


@dataclass(frozen=True)
class Kind:
    """`make` lays the files and says what they are; `look` only looks; `use` does the rest."""

    name: str
    make: Callable[[random.Random, Room], str]
    look: Callable[[Room], object]
    use: Callable[[Room], object]
    share: int = 20
    """How many of a hundred cases or so are of that kind."""
    own_megabytes: int = 0
    """What the program takes besides, whatever the files: the window with its cards and its pictures."""


@dataclass(frozen=True)
class Ran:
    """How a case went."""

    kind: str
    number: int
    what: str
    longest: tuple[float, str]
    """The seconds of work of the thing that took longest, and which it was."""


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its name."""
    return {kind.name: kind for name in MODULES for kind in import_module(f"hostile.{name}").KINDS}


def laid(kind: str, number: int, place: Path) -> tuple[Room, str]:
    """The files of that case in an empty folder, and what they are."""
    shutil.rmtree(place, ignore_errors=True)
    room = Room(place / "data", place / "outside")
    room.sessions.mkdir(parents=True)
    room.outside.mkdir()
    room.victim.write_text("the only copy")
    (room.outside / "page.html").write_text("a page of somebody")
    os.environ[DATA_VARIABLE] = str(room.data)
    return room, f"{kind} {number}: {kinds()[kind].make(random.Random(f'{kind} {number}'), room)}"


def run(kind: str, number: int, place: Path) -> Ran:
    """Play that case in an empty folder; `AssertionError` when a law is broken."""
    room, what = laid(kind, number, place)
    chosen = kinds()[kind]
    outside, inside = _contents(room.outside), _contents(room.data)
    try:
        chosen.look(room)
        assert _contents(room.data) == inside, f"{what}: looking changed {_changed(inside, _contents(room.data))}"
        chosen.use(room)
    except Exception as error:
        raise AssertionError(what) from error
    assert _contents(room.outside) == outside, f"{what}: touched {_changed(outside, _contents(room.outside))}"
    longest = max(room.times)
    assert longest[0] <= MAX_SECONDS, f"{what}: {longest[1]} took {longest[0]:.1f} s"
    return Ran(kind, number, what, longest)


def megabytes() -> float:
    """The most memory that this program has had."""
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def mutated(data: bytes, chance: random.Random, times: int) -> bytes:
    """The bytes with bits flipped, pieces moved, cut, doubled, zeroed."""
    changed = bytearray(data)
    for _ in range(times):
        size = len(changed)
        if size < 2:
            break
        at, length = chance.randrange(size), chance.choice((1, 2, 4, 8, 100, 512, 4096))
        match chance.randrange(7):
            case 0 | 1:
                changed[at] ^= 1 << chance.randrange(8)
            case 2:
                changed[at] = chance.choice((0, 1, 127, 128, 255))
            case 3:
                changed[at : at + length] = bytes(len(changed[at : at + length]))
            case 4:
                other = chance.randrange(size)
                changed[at : at + length] = changed[other : other + length]
            case 5:
                del changed[at : at + length]
            case 6:
                changed[at : at + length] = chance.randbytes(length)
    return bytes(changed)


def _contents(folder: Path) -> dict[str, object]:
    return {str(file.relative_to(folder)): _content(file) for file in _all_in(folder)}


def _content(file: Path) -> object:
    there = file.lstat()
    if stat.S_ISREG(there.st_mode) and there.st_size < 1 << 22:
        return file.read_bytes(), there.st_mode
    return there.st_mode, there.st_size, there.st_mtime_ns


def _all_in(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.iterdir()):
        yield file
        if stat.S_ISDIR(file.lstat().st_mode):
            yield from _all_in(file)


def _changed(before: dict[str, object], after: dict[str, object]) -> list[str]:
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
