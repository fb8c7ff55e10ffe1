"""Builders: whole pictures of any size, small in bytes, and the pieces to make wrong ones with."""

import io
import struct
import zlib

_EXIF = b"Exif\0\0"
SECRET = b"made by Zebulon at 48.8566 N 2.3522 E"
"""What a camera writes in a picture without anybody noticing."""


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG picture."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, *more: bytes) -> bytes:
    """A black PNG picture of that size, with more chunks before its pixels; without pixels when it is too large."""
    header = chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0))
    rows = bytes((width + 1) * height) if width * height <= 4096 * 4096 else b""
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(more) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def segment(marker: int, body: bytes) -> bytes:
    """A segment of a JPEG picture."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def jpeg(width: int, height: int, layers: int = 1, *more: bytes) -> bytes:
    """A grey progressive JPEG picture of that size in as many layers, with more segments at its beginning."""
    one_code = b"\1" + bytes(15) + b"\0"
    tables = segment(0xDB, b"\0" + b"\1" * 64) + segment(0xC4, b"\0" + one_code + b"\x10" + one_code)
    frame = segment(0xC2, struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0")
    first, others = segment(0xDA, b"\1\1\0\0\0\0"), segment(0xDA, b"\1\1\0\1\x3f\0") * (layers - 1)
    return b"\xff\xd8" + b"".join(more) + tables + frame + first + others + b"\xff\xd9"


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    """A WebP picture made of those chunks."""
    body = b"".join(
        name + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2) for name, content in chunks
    )
    return b"RIFF" + (4 + len(body)).to_bytes(4, "little") + b"WEBP" + body


def webp(width: int, height: int) -> bytes:
    """A WebP picture without loss, of one colour and that size."""
    bits = Bits()
    _begin_lossless(bits, width, height)
    bits.write(0b000, 3)  # No transform, no cache, no groups of codes.
    for _ in range(5):
        bits.write(0b0001, 4)  # A code of one symbol, which is 0.
    return riff((b"VP8L", bits.ended()))


def webp_of_many_codes(width: int, height: int, groups: int) -> bytes:
    """A WebP picture without loss that has so many groups of codes: a decoder builds tables for each of them."""
    bits = Bits()
    _begin_lossless(bits, width, height)
    bits.write(0b0, 1)
    bits.write(0b0, 1)
    bits.write(0b1, 1)  # There are groups,
    bits.write(0, 3)  # one for each block of four pixels by four, named in a picture of its own:
    bits.write(0b0, 1)
    for symbols in (280, 256):
        bits.write(0b0, 1)  # its green and its red are codes of 256 symbols in eight bits,
        bits.write(12 - 4, 4)
        for length in (0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1):
            bits.write(length, 3)
        bits.write(0b0, 1)
        for symbol in range(symbols):
            bits.write(symbol < 256, 1)
    for _ in range(3):
        bits.write(0b0001, 4)
    for block in range(-(-width // 4) * -(-height // 4)):
        group = block % groups
        bits.write(_MIRRORED[group & 0xFF] | _MIRRORED[group >> 8] << 8, 16)
    for _ in range(groups):
        bits.write(0b0001_0001_0001_0001_0001, 20)
    return riff((b"VP8L", bits.ended()))


_MIRRORED = [int(f"{byte:08b}"[::-1], 2) for byte in range(256)]


class Bits:
    """Bits one after the other, the lowest of each number first."""

    def __init__(self) -> None:
        self._written = bytearray()
        self._bits = self._count = 0

    def write(self, value: int, count: int) -> None:
        self._bits |= value << self._count
        self._count += count
        while self._count >= 8:
            self._written.append(self._bits & 0xFF)
            self._bits >>= 8
            self._count -= 8

    def ended(self) -> bytes:
        return bytes(self._written) + bytes((self._bits, 0))


def _begin_lossless(bits: Bits, width: int, height: int) -> None:
    bits.write(0x2F, 8)
    bits.write(width - 1, 14)
    bits.write(height - 1, 14)
    bits.write(0, 4)


def exif(orientation: int, order: str = ">") -> bytes:
    """What a camera says of a picture: how it is turned, and much that nobody asked for."""
    head = b"MM\0\x2a" if order == ">" else b"II\x2a\0"
    entries = struct.pack(f"{order}2HI2H", 0x0112, 3, 1, orientation, 0)
    entries += struct.pack(f"{order}2H2I", 0x010F, 2, len(SECRET), 38)
    return head + struct.pack(f"{order}IH", 8, 2) + entries + bytes(4) + SECRET


def exif_segment(orientation: int, order: str = ">") -> bytes:
    """The same as a segment of a JPEG picture."""
    return segment(0xE1, _EXIF + exif(orientation, order))


def photograph(width: int = 40, height: int = 20) -> bytes:
    """A JPEG picture, red at the top left and blue elsewhere, as the library of the window writes it."""
    import pygame

    drawn = pygame.Surface((width, height), 0, 24)
    drawn.fill((0, 0, 250))
    drawn.fill((250, 0, 0), (0, 0, width // 2, height // 2))
    written = io.BytesIO()
    pygame.image.save(drawn, written, "photograph.jpg")
    return written.getvalue()


def with_segment(picture: bytes, *segments: bytes) -> bytes:
    """The same JPEG picture with more segments at its beginning."""
    return picture[:2] + b"".join(segments) + picture[2:]
