"""Builder: every state that a power cut can leave of a session, made from what a program asked of `recording_disk.c`.

The disk keeps what was synced. What was not may be kept, lost, kept by half, full of zeros, or kept out of order; a
name that was given, changed or taken away is sure once its folder was synced.
"""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from failing import BOXES, TEN, note
from on_failing_disk import COMPILER
from tables import a_setup

from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndPart
from enacting.session.session import Session


class Left(StrEnum):
    """What is left of the writes that were not synced."""

    KEPT = "kept"
    LOST = "lost"
    HALF = "the last one kept by half"
    ZEROED = "as long, and full of zeros"
    LAST = "only the last one"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked of the disk: its letter as in `recording_disk.c`, the path, numbers or another path, the data."""

    what: str
    path: str
    more: tuple[str, ...] = ()
    data: bytes = b""


def recorded(folder: Path, library: Path, moves: int) -> list[Asked]:
    """What a program asks of the disk while it begins a session in that folder and plays; `A` is what it has said."""
    assert COMPILER
    source = Path(__file__).with_name("recording_disk.c")
    subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-w", "-o", library, source, "-ldl"], check=True)
    log = library.with_name("log")
    subprocess.run(
        [sys.executable, "-c", "from power_cuts import play; play()", str(folder), str(log), str(moves)],
        env={
            **os.environ,
            "LD_PRELOAD": str(library),
            "PYTHONPATH": os.pathsep.join(folder for folder in sys.path if folder),
        },
        check=True,
        timeout=600,
    )
    return list(_read(log.read_bytes()))


def play() -> None:
    """Begin a session and play so many moves, saying after each how many are written; run by `recorded`."""
    folder, log, moves = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    shim = ctypes.CDLL(None)
    shim.disk_record(os.fsencode(folder), os.fsencode(log))
    session = Session.start(BOXES, a_setup(3), folder / "sessions" / "a.session", "fr", "Atelier", TEN)
    shim.disk_say(ctypes.c_long(0))
    for number in range(moves):
        match number % 10:
            case 4:
                session.undo()
            case 5:
                session.redo()
            case 9 if number < 30:  # A second copy is written.
                session.play(EndPart(by=FACILITATOR))
            case _:
                session.play(note(number))
        shim.disk_say(ctypes.c_long(len(session.log())))
    session.close()
    shim.disk_say(ctypes.c_long(len(session.log())))


def _read(log: bytes) -> Iterator[Asked]:
    at = 0
    while at < len(log):
        end = log.index(b"\n", at)
        what, path, *more = log[at:end].decode().split("\t")
        at = end + 1
        size = int(more[1]) if what == "W" else 0
        yield Asked(what, path, tuple(more), log[at : at + size])
        at += size


@dataclass(slots=True)
class _File:
    """What is sure of a file, and what was done to it since: a place and bytes, or a length and None."""

    sure: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def now(self, left: Left = Left.KEPT) -> bytes:
        since = self.since
        match left:
            case Left.LOST:
                return self.sure
            case Left.LAST:
                since = since[-1:]
            case Left.HALF if since and since[-1][1] is not None:
                at, data = since[-1]
                since = [*since[:-1], (at, data[: len(data) // 2])] if data else since
            case Left.ZEROED:
                since = [(at, data if data is None else bytes(len(data))) for at, data in since]
        content = bytearray(self.sure)
        for at, data in since:
            content.extend(bytes(max(0, at - len(content))))
            if data is None:
                del content[at:]
            else:
                content[at : at + len(data)] = data
        return bytes(content)

    def sync(self) -> None:
        self.sure, self.since = self.now(), []


@dataclass(slots=True)
class Disk:
    """The names on a disk, those that are sure and those there are now; None is a folder."""

    root: str
    names: dict[str, _File | None] = field(default_factory=dict)
    sure: dict[str, _File | None] = field(default_factory=dict)

    def take(self, asked: Asked) -> None:
        """Do what was asked."""
        path = asked.path.removesuffix(" (deleted)")
        match asked.what:
            case "C":
                self.names[path] = _File()
            case "D":
                self.names[path] = None
            case "U":
                self.names.pop(path, None)
            case "R":
                self.names[asked.more[0]] = self.names.pop(path)
            case "S" if (file := self.names.get(path)) is not None:
                file.sync()
            case "S":
                inside = {name for name in {*self.names, *self.sure} if str(Path(name).parent) == path}
                self.sure = {name: file for name, file in self.sure.items() if name not in inside}
                self.sure |= {name: file for name, file in self.names.items() if name in inside}
            case "W" | "T":
                file = self.names.get(path)
                if file is not None:
                    file.since.append((int(asked.more[0]), asked.data if asked.what == "W" else None))

    def states(self) -> Iterator[tuple[str, Mapping[str, bytes]]]:
        """What a power cut may leave now: each with how it came about, and the contents of the files by their path."""
        for names, how in ((self.names, "names kept"), (self.sure, "names lost")):
            for left in Left:
                yield f"{left}, {how}", dict(self._contents(names, left))

    def _contents(self, names: Mapping[str, _File | None], left: Left) -> Iterator[tuple[str, bytes]]:
        for name, file in names.items():
            folders = [str(folder) for folder in Path(name).relative_to(self.root).parents if folder != Path()]
            if file is not None and all(f"{self.root}/{folder}" in names for folder in folders):
                yield name, file.now(left)


def cuts(asked: list[Asked], root: Path) -> Iterator[tuple[int, str, Mapping[str, bytes]]]:
    """Each state once: how many rows had been said to be written by then, how it came about, the files."""
    disk, said, seen = Disk(str(root)), -1, set()
    for call in asked:
        if call.what == "A":
            said = int(call.path)
        else:
            disk.take(call)
        if said < 0:
            continue
        for how, files in disk.states():
            key = (said, frozenset(files.items()))
            if key not in seen:
                seen.add(key)
                yield said, how, files
