"""A picture read by the structure of its format and rewritten with nothing but what is drawn.

Law: what comes out holds one picture of one known size, every part of it was recognised, and it begins in a way that
no decoder can take for another format. Where it was taken, by whom and with what is not in it. Nothing is decoded
here, and reading takes time in proportion to the length of the file.

Sources: PNG (ISO/IEC 15948), JPEG (ITU-T T.81 and T.871), WebP (RFC 9649), Exif (CIPA DC-008).
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

MAX_PIXELS: Final = 4096
"""Of width, and of height."""
MAX_LAYERS: Final = 40
"""Scans of a JPEG picture: each is drawn over the whole of it, however little it says. Ten or so are usual."""
MAX_PARTS: Final = 20_000
"""Chunks or segments of one file: far more than any program writes."""

UPRIGHT: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPicture:
    """A picture without anything that is not drawn; `size` is its width and height in pixels, before it is turned.

    `orientation` says how it must be turned to stand upright, as Exif counts it: 1 when it already does. A picture that
    must be turned says so in `content` too, and nothing else, so that any viewer shows it the right way up.
    `moved` says that there were other images after this one.
    """

    content: bytes
    size: tuple[int, int]
    orientation: int = UPRIGHT
    moved: bool = False


class UnfitPicture(Exception):
    """A picture that is not drawn; `words("problem." + key, **fields)` is the sentence to show."""

    def __init__(self, key: str, /, **fields: int) -> None:
        super().__init__(f"{key} {fields or ''}".rstrip())
        self.key = key
        self.fields = fields


def plain_picture(content: bytes) -> PlainPicture:
    """The PNG, JPEG or WebP picture in that content; `UnfitPicture` when it is none, or none that is drawn."""
    if content.startswith(_PNG):
        return _plain_png(content)
    if content.startswith(_JPEG):
        return _plain_jpeg(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _plain_webp(content)
    raise UnfitPicture("picture_unknown")


def _checked_size(width: int, height: int) -> tuple[int, int]:
    if not (0 < width <= MAX_PIXELS and 0 < height <= MAX_PIXELS):
        raise UnfitPicture("picture_large", width=width, height=height, most=MAX_PIXELS)
    return width, height


def _damaged() -> UnfitPicture:
    return UnfitPicture("picture_damaged")


# PNG

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""The bits of a sample that each colour type allows."""
_PALETTE_TYPE: Final = 3
_CHUNK: Final = struct.Struct(">I4s")


def _plain_png(content: bytes) -> PlainPicture:
    chunks = _png_chunks(content)
    name, header = next(chunks, (b"", b""))
    if name != b"IHDR" or len(header) != 13:
        raise _damaged()
    width, height, depth, colours, packing, filtering, lacing = struct.unpack(">2I5B", header)
    size = _checked_size(width, height)
    if depth not in _DEPTHS.get(colours, ()) or packing or filtering or lacing > 1:
        raise _damaged()
    palette, clear, pixels, moved = b"", b"", [], False
    for name, body in chunks:
        moved = moved or name == b"acTL"
        if name == b"IDAT":
            pixels.append(body)
        elif name == b"PLTE" and not (palette or pixels) and body and len(body) <= 768 and len(body) % 3 == 0:
            palette = body
        elif name == b"tRNS" and not (clear or pixels) and len(body) <= 256:
            clear = body
        elif name[:1].isupper():
            raise _damaged()
    if not pixels or (colours == _PALETTE_TYPE and not palette):
        raise _damaged()
    drawn = [(b"IHDR", header), (b"PLTE", palette), (b"tRNS", clear), (b"IDAT", b"".join(pixels))]
    written = b"".join(_png_chunk(name, body) for name, body in drawn if body) + _png_chunk(b"IEND", b"")
    return PlainPicture(content=_PNG + written, size=size, moved=moved)


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks before the end mark, each with its name; those that hold pixels follow one another."""
    at, before = len(_PNG), set[bytes]()
    last = b""
    for _ in range(MAX_PARTS):
        if at + 12 > len(content):
            raise _damaged()
        length, name = _CHUNK.unpack_from(content, at)
        end = at + 8 + length
        if end + 4 > len(content) or not name.isalpha():
            raise _damaged()
        if zlib.crc32(content[at + 4 : end]) != int.from_bytes(content[end : end + 4], "big"):
            raise _damaged()
        if name == b"IEND":
            return
        if (name == b"IHDR" and before) or (name == b"IDAT" and b"IDAT" in before and last != b"IDAT"):
            raise _damaged()
        yield name, content[at + 8 : end]
        before.add(name)
        at, last = end + 4, name
    raise _damaged()


def _png_chunk(name: bytes, body: bytes) -> bytes:
    return _CHUNK.pack(len(body), name) + body + zlib.crc32(name + body).to_bytes(4, "big")


# JPEG

_JPEG: Final = b"\xff\xd8\xff"
_SOF: Final = {0xC0, 0xC1, 0xC2}
"""Frames that are drawn: baseline, extended and progressive, with Huffman coding."""
_DHT, _EOI, _SOS, _DQT, _DRI, _APP0, _APP1, _APP14, _COM = 0xC4, 0xD9, 0xDA, 0xDB, 0xDD, 0xE0, 0xE1, 0xEE, 0xFE
_NEXT_MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""What ends the data of a scan: not a stuffed byte, a fill byte or a restart."""
_FILL: Final = re.compile(rb"\xff+")
_JFIF_MARKER: Final = b"JFIF\0\1\1\0\0\1\0\1\0\0"
_RGB_MARKER: Final = b"Adobe\0\x64\0\0\0\0\0"
"""What says that the three colours are luminance and chrominance, or that they are red, green and blue."""
_CMYK: Final = 4


_PROGRESSIVE: Final = 0xC2
_MAX_COEFFICIENT_BYTES: Final = 64 << 20
"""What a decoder may hold of a picture that comes in layers until the last of them: two bytes for each sample."""


@dataclass(slots=True)
class _Jpeg:
    """What is kept of a JPEG picture while it is read."""

    frame: bytes = b""
    kind: int = 0
    layers: int = 0
    is_jfif: bool = False
    transform: int | None = None
    exif: bytes = b""


def _plain_jpeg(content: bytes) -> PlainPicture:
    found, segments, at = _Jpeg(), bytearray(), 2
    for _ in range(MAX_PARTS):
        marker, at = _marker(content, at)
        if marker == _EOI:
            return _written_jpeg(found, bytes(segments))
        end = at + int.from_bytes(content[at : at + 2], "big")
        body = content[at + 2 : end]
        if end > len(content) or end < at + 2:
            raise _damaged()
        at = end
        if marker == _SOS:
            at = _scan_end(content, end)
            _count_scan(found, body)
            segments += _segment(_SOS, body) + content[end:at]
        elif marker in _SOF:
            _check_frame(found, body)
            found.frame, found.kind = body, marker
            segments += _segment(marker, body)
        elif marker in (_DHT, _DQT, _DRI):
            segments += _segment(marker, body)
        elif marker == _COM or _APP0 <= marker < _APP0 + 16:
            _note_application(found, marker, body)
        else:
            raise UnfitPicture("picture_unusual")
    raise _damaged()


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """The marker there, after any number of fill bytes, and where what follows it is."""
    fill = _FILL.match(content, at)
    if fill is None or fill.end() >= len(content) or content[fill.end()] == 0:
        raise _damaged()
    return content[fill.end()], fill.end() + 1


def _scan_end(content: bytes, at: int) -> int:
    following = _NEXT_MARKER.search(content, at)
    if following is None:
        raise _damaged()
    return following.start()


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def _count_scan(found: _Jpeg, body: bytes) -> None:
    if not found.frame or not body or len(body) != 4 + 2 * body[0]:
        raise _damaged()
    found.layers += 1
    is_layered = found.kind == _PROGRESSIVE or found.layers > 1 or body[0] < found.frame[5]
    if found.layers > MAX_LAYERS or (is_layered and _coefficient_bytes(found.frame) > _MAX_COEFFICIENT_BYTES):
        raise UnfitPicture("picture_layered")


def _coefficient_bytes(frame: bytes) -> int:
    """How much is held of that frame until its last layer: blocks of eight by eight, fewer of coarser colours."""
    height, width = struct.unpack_from(">2H", frame, 1)
    factors_x, factors_y = [byte >> 4 for byte in frame[7::3]], [byte & 15 for byte in frame[7::3]]
    max_factor_x, max_factor_y = max(1, *factors_x, 1), max(1, *factors_y, 1)
    return sum(
        128 * -(-width * factor_x // (8 * max_factor_x)) * -(-height * factor_y // (8 * max_factor_y))
        for factor_x, factor_y in zip(factors_x, factors_y, strict=True)
    )


def _check_frame(found: _Jpeg, body: bytes) -> None:
    """One frame, of eight bits a sample, grey or in three colours."""
    if found.frame or len(body) < 6 or len(body) != 6 + 3 * body[5]:
        raise _damaged()
    _checked_size(int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big"))
    if body[5] == _CMYK:
        raise UnfitPicture("picture_cmyk")
    if body[0] != 8 or body[5] not in (1, 3):
        raise UnfitPicture("picture_unusual")


def _note_application(found: _Jpeg, marker: int, body: bytes) -> None:
    """Remember how the colours are coded and how the picture is turned: nothing else that programs add is drawn."""
    if marker == _APP0 and body.startswith(b"JFIF\0"):
        found.is_jfif = True
    elif marker == _APP14 and body.startswith(b"Adobe") and len(body) >= 12:
        found.transform = body[11]
    elif marker == _APP1 and body.startswith(b"Exif\0\0") and not found.exif:
        found.exif = body[6:]


def _written_jpeg(found: _Jpeg, segments: bytes) -> PlainPicture:
    if not found.layers:
        raise _damaged()
    width, height = int.from_bytes(found.frame[3:5], "big"), int.from_bytes(found.frame[1:3], "big")
    orientation = _orientation(found.exif)
    markers = _segment(_APP14, _RGB_MARKER) if _is_rgb(found) else _segment(_APP0, _JFIF_MARKER)
    if orientation != UPRIGHT:
        markers += _segment(_APP1, _EXIF_ORIENTATION + orientation.to_bytes(2, "big") + bytes(6))
    content = b"\xff\xd8" + markers + segments + bytes((0xFF, _EOI))
    return PlainPicture(content=content, size=(width, height), orientation=orientation)


def _is_rgb(found: _Jpeg) -> bool:
    """Whether three colours are red, green and blue: what decoders make of the same signs, in the same order."""
    if found.frame[5] != 3 or found.is_jfif:
        return False
    if found.transform is not None:
        return found.transform == 0
    return found.frame[6::3] == b"RGB"


# How a picture is turned

_EXIF_ORIENTATION: Final = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01"
"""An Exif block whose one entry is the orientation: its value, and the end of the list, follow."""
_ORIENTATION: Final = 0x0112
_SHORT: Final = 3


def _orientation(exif: bytes) -> int:
    """How the picture is turned, 1 to 8; 1 when it is not said, or not understood."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None:
        return UPRIGHT
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}2HIH", exif, first + 2 + 12 * number)
            if (tag, kind) == (_ORIENTATION, _SHORT):
                return int(value) if 1 <= value <= 8 else UPRIGHT
    except struct.error:
        pass
    return UPRIGHT


# WebP

_GROUP_BYTES: Final = 6_000
"""Of the tables that a decoder of pictures without loss builds for a group of five codes, each written in four bits."""
_LARGEST_GROUP_BYTES: Final = 12_000
"""The same for five codes that are written at length."""
_BITS_OF_A_GROUP: Final = 36
"""At least: 16 to be named by a block of the picture, 20 for its five codes."""
_MAX_GROUPS: Final = 1 << 16
_MAX_LOSSLESS_BYTES: Final = 150_000_000


def _plain_webp(content: bytes) -> PlainPicture:
    canvas: tuple[int, int] | None = None
    alpha, frame = b"", b""
    for name, body in _webp_chunks(content):
        if name in (b"ANIM", b"ANMF"):
            raise UnfitPicture("picture_moving")
        if name == b"VP8X" and canvas is None and not frame and len(body) == 10:
            canvas = 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
        elif name == b"ALPH" and canvas and not (alpha or frame) and body:
            alpha = _webp_chunk(name, body)
            hidden = body
        elif name in (b"VP8 ", b"VP8L") and not frame:
            frame, size = _webp_chunk(name, body), _checked_size(*_frame_size(name, body))
            if name == b"VP8L":
                _check_lossless(size, len(body))
        elif name in (b"VP8X", b"ALPH", b"VP8 ", b"VP8L"):
            raise _damaged()
    if not frame or (canvas is not None and canvas != size):
        raise _damaged()
    if not alpha:
        return PlainPicture(content=_riff(frame), size=size)
    if frame.startswith(b"VP8L"):
        raise _damaged()
    if hidden[0] & 3:
        _check_lossless(size, len(hidden))
    sides = b"".join((side - 1).to_bytes(3, "little") for side in size)
    return PlainPicture(content=_riff(_webp_chunk(b"VP8X", b"\x10\0\0\0" + sides) + alpha + frame), size=size)


def _webp_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, end = 12, 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise _damaged()
    for _ in range(MAX_PARTS):
        if at + 8 > end:
            return
        name, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise _damaged()
        yield name, content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    raise _damaged()


def _webp_chunk(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)


def _riff(chunks: bytes) -> bytes:
    return b"RIFF" + (4 + len(chunks)).to_bytes(4, "little") + b"WEBP" + chunks


def _frame_size(name: bytes, body: bytes) -> tuple[int, int]:
    if name == b"VP8 " and len(body) >= 10 and not body[0] & 1 and body[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<2H", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    if name == b"VP8L" and len(body) >= 5 and body[0] == 0x2F and body[4] >> 5 == 0:
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    raise _damaged()


def _check_lossless(size: tuple[int, int], length: int) -> None:
    """Refuse what could make a decoder build more tables than there is room for: a group of codes for each few pixels.

    There are no more groups than blocks of four pixels by four, and none takes less than a few bytes of the file.
    """
    width, height = size
    blocks = min(_MAX_GROUPS, -(-width // 4) * -(-height // 4))
    tables = min(blocks * _LARGEST_GROUP_BYTES, 8 * length // _BITS_OF_A_GROUP * _GROUP_BYTES)
    if 8 * width * height + tables > _MAX_LOSSLESS_BYTES:
        raise UnfitPicture("picture_lossless")
