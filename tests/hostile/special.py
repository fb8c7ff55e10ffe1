"""Builder: what is no ordinary file, and ordinary files with names, sizes and dates that no program of ours gives."""

import os
import random
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hostile.kinds import Kind, Room
from hostile.sessions import look_at_sessions, released, use_sessions

NAMES: tuple[bytes, ...] = (
    *(b"x.session", b"\xff\xfe.session", b"a\nb.session", b"\x1b[31m.session", "\u202ex.session".encode(), b".session"),
    *(
        b"-rf.session",
        b"%s{title}.session",
        b"x" * 247 + b".session",
        "e\u0301\u0301\u0301.session".encode(),
        b"CON.session",
    ),
)


def special(chance: random.Random, room: Room) -> str:
    """One thing with the name of a session, and sometimes a link in place of the folder of copies."""
    path = Path(os.fsdecode(os.fsencode(room.sessions) + b"/" + chance.choice(NAMES)))
    name, make = chance.choice(THINGS if chance.random() < 0.9 else (*THINGS, ("a large file", _large)))
    if os.path.lexists(path):
        return "nothing more"
    make(chance, path, room)
    copies = room.sessions / "copies"
    if chance.random() < 0.3 and not os.path.lexists(copies):
        copies.symlink_to(chance.choice((room.outside, copies, room.outside / "none")))
        with suppress(OSError):
            (room.outside / path.name).write_bytes(released("tiny"))
            (room.outside / f"{path.name}.slip").write_text("{}")
            (room.outside / f"{path.name}.new").write_text("mine")
    if chance.random() < 0.3 and path.exists():
        when = chance.choice((0, -1, 1, 2**31, 2**33, 2**34, 253402300800))
        with suppress(OSError, OverflowError):
            os.utime(path, (when, when))
    return name


def _link(chance: random.Random, path: Path, room: Room) -> None:
    other = room.outside / "other.session"
    other.write_bytes(released("tiny"))
    path.symlink_to(chance.choice((path, other, room.victim, room.outside, room.outside / "none", Path("/dev/zero"))))


def _ring(chance: random.Random, path: Path, room: Room) -> None:
    one, two = room.sessions / "one.session", room.sessions / "two.session"
    one.symlink_to(two)
    two.symlink_to(one)


def _pipe(chance: random.Random, path: Path, room: Room) -> None:
    os.mkfifo(path)


def _socket(chance: random.Random, path: Path, room: Room) -> None:
    here = Path.cwd()
    os.chdir(room.sessions)  # The path of a socket is short.
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("x.session")
    finally:
        os.chdir(here)


def _folder(chance: random.Random, path: Path, room: Room) -> None:
    path.mkdir()
    (path / "copies").mkdir()


def _sparse(chance: random.Random, path: Path, room: Room) -> None:
    with path.open("wb") as file:
        file.write(released("tiny") if chance.random() < 0.7 else b"")
        file.truncate(chance.choice((81 << 20, 1 << 32, 1 << 40) if chance.random() < 0.8 else (50 << 20, 79 << 20)))


def _large(chance: random.Random, path: Path, room: Room) -> None:
    """As many pages as a session may have, and a header that counts them."""
    data = bytearray(released("tiny"))
    pages = (70 << 20) // 4096
    data[28:32] = struct.pack(">I", pages)
    with path.open("wb") as file:
        file.write(data)
        file.truncate(pages * 4096)


def _whole(chance: random.Random, path: Path, room: Room) -> None:
    path.write_bytes(released("tiny"))


def _locked(chance: random.Random, path: Path, room: Room) -> None:
    path.write_bytes(released("tiny"))
    path.chmod(0)


def _second_name(chance: random.Random, path: Path, room: Room) -> None:
    path.hardlink_to(room.victim)


def _other_file(chance: random.Random, path: Path, room: Room) -> None:
    path.write_bytes(
        chance.choice((b"", b"\0", b"PK\3\4", b"SQLite format 3\0", bytes(100), bytes(200), chance.randbytes(9000)))
    )


THINGS: tuple[tuple[str, Callable[[random.Random, Path, Room], None]], ...] = (
    ("a link", _link),
    ("a ring of links", _ring),
    ("a pipe", _pipe),
    ("a socket", _socket),
    ("a folder", _folder),
    ("a sparse file", _sparse),
    ("a whole session", _whole),
    ("a whole session", _whole),
    ("a locked session", _locked),
    ("a second name", _second_name),
    ("another file", _other_file),
)

KINDS = (Kind("special", special, look_at_sessions, use_sessions, share=10),)
