"""Builder: what may lie beside a session under the name of what SQLite keeps there."""

import os
import random
import shutil
import sqlite3
import struct
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hostile.kinds import Kind, Room, mutated
from hostile.sessions import look_at_sessions, released, use_sessions

MAGIC = bytes.fromhex("d9d505f920a163d7")


@cache
def torn() -> tuple[bytes, bytes]:
    """A session and its journal as a power cut leaves them in the middle of a write."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.session"
        path.write_bytes(released("tiny"))
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("PRAGMA cache_size = 1")
        db.execute("PRAGMA cache_spill = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE row SET data = data || ' '")
        db.execute("UPDATE header SET value = value || ' '")
        for number in range(100, 160):
            db.execute("INSERT INTO row VALUES (?, 'played', ?, '')", (number, "x" * 4000))
        copies = path.with_name("b.session"), path.with_name("b.session-journal")
        shutil.copy(path, copies[0])
        shutil.copy(path.with_name("a.session-journal"), copies[1])
        db.execute("ROLLBACK")
        db.close()
        return copies[0].read_bytes(), copies[1].read_bytes()


def naming(victim: Path, *, pages: int, sector: int = 512, page: int = 4096) -> bytes:
    """A journal that names a file for SQLite to remove."""
    name = os.fsencode(victim)
    head = MAGIC + struct.pack(">5I", 0, 1, pages, sector, page)
    end = struct.pack(">I", 0x40000000 // page + 1) + name + struct.pack(">2I", len(name), sum(name)) + MAGIC
    return head.ljust(sector, b"\0") + end


def beside_a_session(chance: random.Random, room: Room) -> str:
    """A whole or torn session, with something beside it."""
    path = room.sessions / "x.session"
    is_torn = chance.random() < 0.5
    data = torn()[0] if is_torn else released("tiny")
    if chance.random() < 0.1:
        data = chance.choice((b"", data[:100], mutated(data, chance, 3)))
    path.write_bytes(data)
    name, make = chance.choice(COMPANIONS)
    ending = "-journal" if chance.random() < 0.8 else chance.choice(("-wal", "-shm"))
    make(chance, path.with_name(f"{path.name}{ending}"), room)
    return f"{'torn' if is_torn else 'whole'}, {name} as {ending}"


def _names_a_file(chance: random.Random, file: Path, room: Room) -> None:
    victim = chance.choice((room.victim, Path(os.path.relpath(room.victim)), room.outside))
    data = naming(victim, pages=chance.choice((0, 1, 9, 2**20)), sector=chance.choice((32, 512, 4096)))
    file.write_bytes(data if chance.random() < 0.7 else b"\0" + data[1:])


def _torn_names_a_file(chance: random.Random, file: Path, room: Room) -> None:
    name = os.fsencode(room.victim)
    file.write_bytes(
        torn()[1] + struct.pack(">I", 0x40000000 // 4096 + 1) + name + struct.pack(">2I", len(name), sum(name)) + MAGIC
    )


def _true(chance: random.Random, file: Path, room: Room) -> None:
    file.write_bytes(torn()[1])


def _changed(chance: random.Random, file: Path, room: Room) -> None:
    file.write_bytes(mutated(torn()[1], chance, chance.randrange(1, 8)))


def _numbers(chance: random.Random, file: Path, room: Room) -> None:
    numbers = [chance.choice((0, 1, 2, 9, 511, 512, 4096, 65536, 2**31, 2**32 - 1)) for _ in range(5)]
    file.write_bytes(
        (MAGIC + struct.pack(">5I", *numbers)).ljust(512, b"\0") + chance.randbytes(chance.randrange(20_000))
    )


def _noise(chance: random.Random, file: Path, room: Room) -> None:
    file.write_bytes(chance.choice((b"", b"\0", MAGIC, MAGIC * 3, chance.randbytes(5000), bytes(9000))))


def _link(chance: random.Random, file: Path, room: Room) -> None:
    file.symlink_to(chance.choice((room.victim, room.outside, file, room.outside / "none")))


def _second_name(chance: random.Random, file: Path, room: Room) -> None:
    file.hardlink_to(room.victim)


def _pipe(chance: random.Random, file: Path, room: Room) -> None:
    os.mkfifo(file)


def _folder(chance: random.Random, file: Path, room: Room) -> None:
    file.mkdir()


def _endless(chance: random.Random, file: Path, room: Room) -> None:
    with file.open("wb") as opened:
        opened.write(MAGIC + struct.pack(">5I", 2**32 - 1, 1, 2**20, 512, 65536))
        opened.truncate(1 << 33 if chance.random() < 0.8 else 60 << 20)


COMPANIONS: tuple[tuple[str, Callable[[random.Random, Path, Room], None]], ...] = (
    ("a journal that names a file", _names_a_file),
    ("a true journal that names a file", _torn_names_a_file),
    ("a true journal", _true),
    ("a changed journal", _changed),
    ("a changed journal", _changed),
    ("a journal of numbers", _numbers),
    ("noise", _noise),
    ("a link", _link),
    ("a second name", _second_name),
    ("a pipe", _pipe),
    ("a folder", _folder),
    ("an endless journal", _endless),
)

KINDS = (Kind("journal", beside_a_session, look_at_sessions, use_sessions),)
