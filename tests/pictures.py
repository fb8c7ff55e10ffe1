"""Builders: the first bytes of pictures of any size, which is all that is looked at before one is drawn."""

import struct


def png(width: int, height: int) -> bytes:
    """The first bytes of a PNG picture of that size."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


def jpeg(width: int, height: int, layers: int = 1) -> bytes:
    """The first bytes of a JPEG picture of that size, then the marks of as many layers."""
    return (
        b"\xff\xd8\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(10) + b"\xff\xda\x00\x02" * layers
    )


def webp(width: int, height: int) -> bytes:
    """The first bytes of a WebP picture of that size."""
    return b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + (width - 1 | height - 1 << 14).to_bytes(4, "little") + bytes(5)
