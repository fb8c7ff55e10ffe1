"""A picture is written anew with nothing but what is drawn, or refused with its reason."""

import io
import random
import struct
import zlib

import pygame
import pytest
from pictures import (
    SECRET,
    chunk,
    exif,
    exif_segment,
    jpeg,
    photograph,
    png,
    riff,
    segment,
    webp,
    webp_of_many_codes,
    with_segment,
)

from enacting.box.picture_formats import MAX_PARTS, PlainPicture, UnfitPicture, plain_picture

FRAME = struct.pack(">BHHB", 8, 20, 30, 1) + b"\1\x11\0"
LOSSY = b"\xd0\x03\0\x9d\x01\x2a" + struct.pack("<2H", 30, 20) + bytes(60)
"""A frame of a WebP picture of 30 by 20 pixels, of one colour."""
CLEAR = b"\x10\0\0\0" + (29).to_bytes(3, "little") + (19).to_bytes(3, "little")
"""The first chunk of a WebP picture of 30 by 20 pixels that has a part one can see through."""


def refusal(content: bytes) -> str:
    """Why that picture is not drawn."""
    with pytest.raises(UnfitPicture) as unfit:
        plain_picture(content)
    return unfit.value.key


def pixels(content: bytes) -> bytes:
    """What a decoder makes of a picture."""
    return pygame.image.tobytes(pygame.image.load(io.BytesIO(content)), "RGBA")


# What is kept


@pytest.mark.parametrize("make", [png, jpeg, webp])
def test_the_size_is_the_one_a_decoder_finds(make: type) -> None:
    picture = make(48, 32)

    plain = plain_picture(picture)

    assert plain.size == pygame.image.load(io.BytesIO(picture)).get_size() == (48, 32)
    assert pixels(plain.content) == pixels(picture)


@pytest.mark.parametrize(
    "picture",
    [
        with_segment(photograph(), exif_segment(1), segment(0xFE, SECRET), segment(0xE2, b"ICC_PROFILE\0" + SECRET)),
        photograph() + SECRET,
        photograph() + photograph() + SECRET,
        png(40, 20, chunk(b"tEXt", b"Author\0" + SECRET), chunk(b"eXIf", exif(6)), chunk(b"maKr", SECRET)),
        png(40, 20) + SECRET,
        riff(*[(b"VP8X", b"\x2c\0\0\0" + CLEAR[4:]), (b"ICCP", SECRET), (b"VP8 ", LOSSY), (b"EXIF", SECRET)]),
        riff((b"VP8 ", LOSSY), (b"XMP ", SECRET)) + SECRET,
    ],
    ids=["jpeg", "after jpeg", "second jpeg", "png", "after png", "webp", "after webp"],
)
def test_nothing_that_is_not_drawn_is_kept(picture: bytes) -> None:
    plain = plain_picture(picture)

    assert SECRET in picture
    assert SECRET not in plain.content
    assert b"Exif" not in plain.content
    assert pixels(plain.content) == pixels(picture)


@pytest.mark.parametrize("picture", [photograph(), png(40, 20), webp(40, 20), jpeg(40, 20, layers=9)])
def test_a_plain_picture_is_plain_already(picture: bytes) -> None:
    once = plain_picture(picture)

    assert plain_picture(once.content) == once


@pytest.mark.parametrize("kind", ["palette", "clear"])
def test_colours_and_what_can_be_seen_through_stay(kind: str) -> None:
    drawn = pygame.Surface((16, 16), pygame.SRCALPHA) if kind == "clear" else pygame.Surface((16, 16), 0, 8)
    drawn.fill((200, 20, 20, 90))
    written = io.BytesIO()
    pygame.image.save(drawn, written, "x.png")

    assert pixels(plain_picture(written.getvalue()).content) == pixels(written.getvalue())


@pytest.mark.parametrize(
    "signs", [b"", segment(0xEE, b"Adobe\0\x64\0\0\0\0\0"), segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")]
)
@pytest.mark.parametrize("ids", [b"\1\2\3", b"RGB"])
def test_the_colours_of_a_jpeg_picture_are_those_a_decoder_makes_of_its_own_signs(signs: bytes, ids: bytes) -> None:
    at = photograph().index(b"\xff\xc0")
    body = bytearray(photograph())
    body[at + 10], body[at + 13], body[at + 16] = ids
    scan = body.index(b"\xff\xda")
    body[scan + 5], body[scan + 7], body[scan + 9] = ids
    without_jfif = bytes(body[:2]) + signs + bytes(body[20:])

    assert pixels(plain_picture(without_jfif).content) == pixels(without_jfif)


def test_a_turned_picture_says_how_and_nothing_else() -> None:
    plain = plain_picture(with_segment(photograph(), exif_segment(6)))

    assert plain.orientation == 6
    assert plain_picture(plain.content) == plain
    assert SECRET not in plain.content


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"MM\0\x2a",
        exif(9),
        exif(0),
        exif(6)[:12],
        b"MM\0\x2a\xff\xff\xff\xff",
        b"II\x2a\0\x08\0\0\0\xff\xff" + bytes(9),
    ],
)
def test_what_is_not_understood_leaves_a_picture_as_it_is(said: bytes) -> None:
    assert plain_picture(with_segment(photograph(), segment(0xE1, b"Exif\0\0" + said))).orientation == 1


def test_a_lossy_webp_picture_keeps_what_can_be_seen_through() -> None:
    plain = plain_picture(riff((b"VP8X", CLEAR), (b"ALPH", b"\0" + bytes(600)), (b"VP8 ", LOSSY)))

    assert plain.size == (30, 20)
    assert plain.content == riff((b"VP8X", CLEAR), (b"ALPH", b"\0" + bytes(600)), (b"VP8 ", LOSSY))


# What is refused


SVG = b'<svg width="16000" height="16000"><rect width="9" height="9"/></svg>'
REFUSED = {
    "a drawing after a false frame": (
        b"\xff\xd8\xff\xc0\x01\x11" + b"\x08\x01\x01\x01\x01\x03" + b"\x01\x11\x11" * 3 + b"A" * 256 + SVG,
        "picture_damaged",
    ),
    "no size": (jpeg(0, 20), "picture_large"),
    "two frames": (with_segment(jpeg(30, 20), segment(0xC2, FRAME)), "picture_damaged"),
    "another frame after the first layer": (jpeg(9, 9)[:-2] + segment(0xC0, FRAME) + b"\xff\xd9", "picture_damaged"),
    "no frame": (b"\xff\xd8" + segment(0xDA, b"\1\1\0\0\0\0") + b"\xff\xd9", "picture_damaged"),
    "no layer": (b"\xff\xd8" + segment(0xC2, FRAME) + b"\xff\xd9", "picture_damaged"),
    "a frame cut short": (b"\xff\xd8" + segment(0xC2, FRAME[:5]) + b"\xff\xd9", "picture_damaged"),
    "a height told later": (jpeg(9, 9)[:-2] + segment(0xDC, b"\x40\0") + b"\xff\xd9", "picture_unusual"),
    "arithmetic coding": (with_segment(jpeg(9, 9), segment(0xC9, FRAME)), "picture_unusual"),
    "no end": (jpeg(30, 20)[:-2], "picture_damaged"),
    "a restart outside a layer": (with_segment(jpeg(30, 20), b"\xff\xd0"), "picture_damaged"),
    "a letter between segments": (with_segment(jpeg(30, 20), segment(0xFE, b"") + b"A"), "picture_damaged"),
    "a segment without length": (b"\xff\xd8\xff\xe0\0\1" + jpeg(30, 20)[2:], "picture_damaged"),
    "segments without end": (with_segment(jpeg(30, 20), segment(0xFE, b"") * MAX_PARTS), "picture_damaged"),
    "four colours": (with_segment(jpeg(9, 9), segment(0xC0, FRAME[:5] + b"\4" + b"\1\x11\0" * 4)), "picture_cmyk"),
    "twelve bits": (with_segment(jpeg(9, 9), segment(0xC1, b"\x0c" + FRAME[1:])), "picture_unusual"),
    "a changed byte": (png(30, 20).replace(b"\0\0\0\x1e", b"\0\0\0\x1f"), "picture_damaged"),
    "two headers": (png(30, 20, chunk(b"IHDR", struct.pack(">2I5B", 9, 9, 8, 0, 0, 0, 0))), "picture_damaged"),
    "pixels apart": (png(30, 20, chunk(b"IDAT", zlib.compress(b"")), chunk(b"tEXt", b"")), "picture_damaged"),
    "two palettes": (png(30, 20, chunk(b"PLTE", bytes(3)), chunk(b"PLTE", bytes(3))), "picture_damaged"),
    "an unknown chunk that matters": (png(30, 20, chunk(b"ABCD", b"")), "picture_damaged"),
    "no pixels": (png(30, 20).replace(b"IDAT", b"IDAt"), "picture_damaged"),
    "an end without its start": (png(30, 20)[:8] + chunk(b"IEND", b""), "picture_damaged"),
    "chunks without end": (png(30, 20, chunk(b"tEXt", b"") * MAX_PARTS), "picture_damaged"),
    "a png cut short": (png(30, 20)[:-13], "picture_damaged"),
    "a moving webp": (riff((b"VP8X", CLEAR), (b"ANIM", bytes(6)), (b"ANMF", bytes(24))), "picture_moving"),
    "another canvas": (riff((b"VP8X", b"\0\0\0\0" + bytes(6)), (b"VP8 ", LOSSY)), "picture_damaged"),
    "two frames in a webp": (riff((b"VP8 ", LOSSY), (b"VP8 ", LOSSY)), "picture_damaged"),
    "two kinds in a webp": (riff((b"VP8L", webp(9, 9)[20:]), (b"VP8 ", LOSSY)), "picture_damaged"),
    "no frame in a webp": (riff((b"EXIF", SECRET)), "picture_damaged"),
    "a webp cut short": (riff((b"VP8 ", LOSSY))[:-2], "picture_damaged"),
    "a webp longer than itself": (riff((b"VP8 ", LOSSY)).replace(b"VP8 \x46", b"VP8 \xff"), "picture_damaged"),
    "a frame that is not a key": (riff((b"VP8 ", b"\xd1" + LOSSY[1:])), "picture_damaged"),
    "tables without end": (webp_of_many_codes(1024, 1024, 65_536), "picture_lossless"),
    "tables without end to be seen through": (
        riff(
            (b"VP8X", b"\x10\0\0\0" + (1023).to_bytes(3, "little") * 2),
            (b"ALPH", b"\1" + webp_of_many_codes(1024, 1024, 65_536)[25:]),
            (b"VP8 ", LOSSY.replace(struct.pack("<2H", 30, 20), struct.pack("<2H", 1024, 1024))),
        ),
        "picture_lossless",
    ),
    "a bitmap": (b"BM" + bytes(60), "picture_unknown"),
    "an icon": (b"\0\0\1\0\1\0" + bytes(60), "picture_unknown"),
    "a drawing": (SVG, "picture_unknown"),
}  # fmt: skip
"""By name: a picture, and the reason it is refused for."""


@pytest.mark.parametrize("name", REFUSED)
def test_a_picture_that_two_readers_could_read_differently_or_that_could_burst_is_refused(name: str) -> None:
    content, key = REFUSED[name]

    assert refusal(content) == key


def colours(side: int, kind: int, *scans: bytes) -> bytes:
    """The structure of a JPEG picture in three colours, as fine as one another, in these scans."""
    frame = segment(kind, struct.pack(">BHHB", 8, side, side, 3) + b"\1\x11\0\2\x11\0\3\x11\0")
    return b"\xff\xd8" + frame + b"".join(segment(0xDA, scan) for scan in scans) + b"\xff\xd9"


ALL_COLOURS, FIRST_COLOUR = b"\3\1\0\2\0\3\0\0\x3f\0", b"\1\1\0\0\x3f\0"


@pytest.mark.parametrize(
    ("kind", "scans"),
    [(0xC2, (ALL_COLOURS,)), (0xC0, (FIRST_COLOUR,)), (0xC0, (ALL_COLOURS, ALL_COLOURS))],
)
def test_a_picture_in_layers_is_refused_where_too_much_would_be_held_until_the_last(
    kind: int, scans: tuple[bytes, ...]
) -> None:
    assert refusal(colours(4096, kind, *scans)) == "picture_layered"
    assert plain_picture(colours(3300, kind, *scans)).size == (3300, 3300)
    assert plain_picture(colours(4096, 0xC0, ALL_COLOURS)).size == (4096, 4096)


# Whatever the bytes


@pytest.mark.parametrize("whole", [photograph(), png(40, 20), webp(40, 20), jpeg(40, 20, 9)], ids=["a", "b", "c", "d"])
def test_any_change_of_any_byte_gives_a_picture_of_the_size_told_or_a_reason(whole: bytes) -> None:
    chance = random.Random(1)
    drawn = 0
    for place in [*range(len(whole)), *chance.choices(range(len(whole)), k=600)]:
        changed = bytearray(whole)
        changed[place] = chance.randrange(256)
        try:
            plain = plain_picture(bytes(changed))
        except UnfitPicture:
            continue
        drawn += _is_drawn_as_told(plain)

    assert drawn > 0


def _is_drawn_as_told(plain: PlainPicture) -> bool:
    """Whether a decoder draws it at all; it fails when it is in another size."""
    try:
        drawn = pygame.image.load(io.BytesIO(plain.content))
    except pygame.error:
        return False
    assert drawn.get_size() == plain.size
    return True
