"""Builder: pictures that somebody else made, in a box, a bundle and a session; drawn, kept and put in a report."""

import random
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path

from boxes import with_edit
from heavy_pictures import HEAVY
from hostile.kinds import Kind, Room, mutated
from pictures import exif_segment, jpeg, photograph, png, riff, segment, webp, webp_of_many_codes, with_segment

from enacting.box import BrokenBox, load, load_files
from enacting.box.packing import pack_box
from enacting.box.picture_formats import UnfitPicture, plain_picture
from enacting.harvest.making import as_it_is
from enacting.ui.faces.designer_pictures import _decoded, small_copy, upright

NAMES = ("art/x.png", "art/x.jpg", "art/x.webp")
LOSSY = b"\xd0\x03\0\x9d\x01\x2a\x1e\0\x14\0" + bytes(60)
BAITS = (
    b'<svg width="16000" height="16000"><rect width="9" height="9"/></svg>',
    b"GIF89a\xff\xff\xff\xff",
    b"/* XPM */",
    b"P6 60000 60000 255 ",
    b"gimp xcf file\0",
    b"BM" + bytes(50),
    b"\0\0\1\0\1\0",
    b"PK\3\4",
)


@cache
def sound(number: int) -> bytes:
    """A picture that is drawn."""
    make = (
        lambda: photograph(60, 40),
        lambda: with_segment(photograph(60, 40), exif_segment(1 + number % 8)),
        lambda: jpeg(64, 48, layers=9),
        lambda: png(60, 40),
        lambda: webp(60, 40),
        lambda: webp_of_many_codes(64, 48, 40),
        lambda: riff((b"VP8 ", LOSSY)),
        lambda: riff((b"VP8X", b"\x10\0\0\0\x1d\0\0\x13\0\0"), (b"ALPH", b"\0" + bytes(600)), (b"VP8 ", LOSSY)),
    )
    return make[number % len(make)]()


def hostile_picture(chance: random.Random) -> tuple[str, bytes]:
    """What it is, and its bytes."""
    whole = sound(chance.randrange(64))
    match chance.randrange(8):
        case 0:
            name = chance.choice(sorted(HEAVY))
            return name, _heavy(name)
        case 1:
            bait = chance.choice(BAITS)
            return f"bait {bait[:8]!r}", b"\xff\xd8\xff\xc0\x01\x11" + chance.randbytes(270) + bait
        case 2:
            bait = chance.choice(BAITS)
            at = chance.randrange(len(whole))
            return f"bait {bait[:8]!r} inside", whole[:at] + bait + whole[at:]
        case 3:
            return "two in one", whole + sound(chance.randrange(64))
        case 4:
            marker, body = chance.randrange(0xC0, 0xFF), chance.randbytes(chance.randrange(40))
            return f"segment {marker:02x}", with_segment(photograph(), segment(marker, body))
        case 5:
            return "cut short", whole[: chance.randrange(len(whole))]
        case 6:
            return "noise", whole[:12] + chance.randbytes(chance.randrange(2000))
        case _:
            return "changed", mutated(whole, chance, chance.randrange(1, 6))


@lru_cache(maxsize=1)
def _heavy(name: str) -> bytes:
    return HEAVY[name]()


def lay(chance: random.Random, room: Room) -> str:
    """A box that shows that picture, in a folder."""
    name = chance.choice(NAMES)
    what, content = hostile_picture(chance)
    folder = _box(room)
    (folder / "art").mkdir(parents=True)
    for file, text in with_edit("posture.yaml", "{icon: bank}", f"{{icon: bank, image: {name}}}").items():
        (folder / file).write_text(text, encoding="utf-8")
    (folder / name).write_bytes(content)
    return f"{what} as {name}"


def _box(room: Room) -> Path:
    return room.data / "boxes" / "mine"


def look_at(room: Room) -> None:
    """Load the box: it is refused, or its picture is what it was said to be."""
    with suppress(BrokenBox):
        room.timed(load, _box(room))


def use(room: Room) -> None:
    """Draw the picture as it came, whatever the box says of it; then pack the box, and make a report's picture."""
    [file] = (_box(room) / "art").iterdir()
    content = file.read_bytes()
    found = room.timed(_decoded, content)
    size = found[0].get_size() if found is not None else None
    del found
    try:
        plain = plain_picture(content)
    except UnfitPicture:
        assert size is None
        assert small_copy(content) is None and as_it_is(content) is None
        return
    assert size is None or size == plain.size
    small = room.timed(small_copy, content)
    assert small is None or b"Exif" not in small
    try:
        packed = room.timed(pack_box, _box(room), room.data, upright=upright)
    except BrokenBox:
        return
    assert load(packed).digest == load_files(dict(load(packed).content())).digest


KINDS = (Kind("pictures", lay, look_at, use, own_megabytes=60),)
