"""Builder: boxes in one file that somebody else made, by chance or by hand."""

import io
import random
import struct
import zipfile
import zlib
from functools import cache
from pathlib import Path

from archives import archive, crowded, link, locked, overlapping, saying
from boxes import tiny_box_files
from hostile.kinds import Kind, Room, mutated

from enacting.box import BrokenBox, format_problem, load
from enacting.box.bundle import BrokenBundle, read_bundle
from enacting.box.cover import cover_of
from enacting.box.packing import pack_box
from enacting.language.words import words_in

NAMES = (
    "../../outside/victim.txt", "/etc/passwd", "C:\\x", "con.yaml", "a\0b.yaml", "GAME.yaml", "game.yaml/", "é.yaml",
    "art/../../x.png", "a" * 300, "\u202egnp.yaml", "__MACOSX/../../x", ".DS_Store", "",
)  # fmt: skip


@cache
def sound(method: int) -> bytes:
    """A box that plays, in one file."""
    return archive([(name, text.encode()) for name, text in tiny_box_files().items()], method=method)


def hostile_bundle(chance: random.Random) -> tuple[str, bytes]:
    """What it is, and its bytes."""
    whole = sound(chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    listed = whole.index(b"PK\1\2")
    match chance.randrange(10):
        case 0:
            name = chance.choice(NAMES)
            return f"name {name[:20]!r}", _with(_named(name), b"x")
        case 1:
            other = chance.choice(NAMES).encode("utf-8", "replace")[:200]
            entry = zipfile.ZipInfo("game.yaml")
            entry.extra = struct.pack("<2HBL", 0x7075, 5 + len(other), 1, zlib.crc32(b"game.yaml")) + other
            return "two names", archive([(entry, b"id: x")])
        case 2:
            return "link", archive([link("game.yaml", "../outside/victim.txt")])
        case 3:
            return "password", locked("game.yaml")
        case 4:
            return "overlapping", overlapping(chance.randrange(2, 900), chance.randrange(1, 60_000))
        case 5:
            return "crowded", saying(crowded(chance.choice((3, 1001, 20_000))), count=chance.choice((0, 3, 65_535)))
        case 6:
            return "squeezed", _with("big.bin", bytes(chance.choice((1 << 20, 40 << 20))))
        case 7:
            return "list changed", whole[:listed] + mutated(whole[listed:], chance, chance.randrange(1, 4))
        case 8:
            at = chance.randrange(len(whole))
            return "cut or moved", whole[at:] + whole[:at] if chance.random() < 0.5 else whole[:at]
        case _:
            return "changed", mutated(whole, chance, chance.randrange(1, 6))


def _named(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("a")
    entry.filename = name
    return entry


def _with(name: str | zipfile.ZipInfo, content: bytes) -> bytes:
    return archive([*((name, text.encode()) for name, text in tiny_box_files().items()), (name, content)])


def lay(chance: random.Random, room: Room) -> str:
    """A bundle among the person's own boxes."""
    what, content = hostile_bundle(chance)
    _file(room).parent.mkdir(parents=True)
    _file(room).write_bytes(content)
    return what


def _file(room: Room) -> Path:
    return room.data / "boxes" / "mine.zip"


def look_at(room: Room) -> None:
    """Read it, load it, and look at its cover."""
    try:
        files = room.timed(read_bundle, _file(room))
    except BrokenBundle as broken:
        words_in("fr")(broken.word_key, **broken.fields)
    else:
        _is_read_alike(_file(room), files)
    room.timed(cover_of, _file(room), "fr")
    try:
        room.timed(load, _file(room))
    except BrokenBox as broken:
        for problem in broken.shown:
            format_problem(problem, words_in("en"))


def _is_read_alike(file: Path, files: dict[str, bytes]) -> None:
    """What Python's own reader finds under the names that were read is the same, where it takes them at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as other:
            for name, content in files.items():
                assert other.read(name) == content
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, zlib.error, ValueError, EOFError):
        return


def use(room: Room) -> None:
    """Pack what could be loaded again."""
    try:
        packed = room.timed(pack_box, _file(room), room.data)
    except (BrokenBox, BrokenBundle):
        return
    assert load(packed).digest == load(_file(room)).digest


KINDS = (Kind("bundles", lay, look_at, use),)
