"""Draws pictures made to burst, each in a process of its own with limits: `python tests/heavy_pictures.py`.

Tells, as one line of JSON for each picture, its name, how its process ended (0 when it was drawn or refused), what came
of it, the seconds of processor of what took longest (to check it, to draw it or to make it small) and the megabytes it
held at most, of which the library of the window takes about thirty.
"""

import json
import os
import random
import struct
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "src")]

from pictures import Bits, chunk, jpeg, png, segment, webp, webp_of_many_codes  # noqa: E402

from enacting.box.pictures import MAX_BYTES, fit_picture  # noqa: E402
from enacting.box.problems import Problem  # noqa: E402
from enacting.ui.faces.designer_pictures import _loaded, small_copy  # noqa: E402

SIDE = 4096
MAX_SECONDS = 10
MAX_MEMORY = 1 << 30


def laced_png(depth: int, colours: int, samples: int, lacing: int) -> bytes:
    """The largest PNG picture of that kind; `lacing` is 1 for one that comes in seven passes."""
    passes = [(8, 8), (8, 8), (4, 8), (4, 4), (2, 4), (2, 2), (1, 2)] if lacing else [(1, 1)]
    squeezed = zlib.compressobj(9)
    rows = b""
    for across, down in passes:
        row = bytes(1 + SIDE // across * samples * depth // 8)
        for _ in range(SIDE // down):
            rows += squeezed.compress(row)
    rows += squeezed.flush()
    header = chunk(b"IHDR", struct.pack(">2I5B", SIDE, SIDE, depth, colours, 0, 0, lacing))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def png_of_empty_blocks() -> bytes:
    """A PNG picture whose eight megabytes are blocks of packing that say nothing, each with tables of its own."""
    bits = Bits()
    for _ in range(8):
        bits.write(0b100, 3)
        bits.write(0, 10)
        bits.write(14, 4)
        for length in (
            0,
            0,
            1,
            *[0] * 14,
            1,
        ):  # How lengths are told: in one bit, 1 for a run of zeros and 0 for a one.
            bits.write(length, 3)
        bits.write(0b1 | 127 << 1, 8)
        bits.write(0b1 | 107 << 1, 8)
        bits.write(0b000, 3)  # One letter, the end; one distance; and the end.
    piece = bits.ended()[:-2]
    blocks = b"\x78\xda" + piece * ((MAX_BYTES - 400) // len(piece))
    rows = zlib.compressobj(9, zlib.DEFLATED, -15)
    black = bytes((1 + 4 * SIDE) * SIDE)
    packed = rows.compress(black) + rows.flush() + zlib.adler32(black).to_bytes(4, "big")
    header = chunk(b"IHDR", struct.pack(">2I5B", SIDE, SIDE, 8, 6, 0, 0, 0))
    room = MAX_BYTES - 400 - len(packed)
    pixels = blocks[: 2 + room // len(piece) * len(piece)] + packed
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def squeezed_zeros(megabytes: int) -> bytes:
    """So many megabytes of nothing, packed."""
    squeezed = zlib.compressobj(9)
    return b"".join(squeezed.compress(bytes(1 << 20)) for _ in range(megabytes)) + squeezed.flush()


def layered_jpeg(components: int, *, sampling: int = 0x11) -> bytes:
    """The largest JPEG picture, in forty layers that each say a little of every block."""
    codes = b"\1" + bytes(15) + b"\0"
    frame = struct.pack(">BHHB", 8, SIDE, SIDE, components)
    frame += b"".join(bytes((component + 1, 0x11 if component else sampling, 0)) for component in range(components))
    head = segment(0xDB, b"\0" + b"\1" * 64) + segment(0xC4, b"\0" + codes + b"\x10" + codes) + segment(0xC2, frame)
    every = b"".join(bytes((component + 1, 0)) for component in range(components))
    data = bytes((MAX_BYTES - 4000) // 40)
    scans = segment(0xDA, bytes((components,)) + every + b"\0\0\1") + data
    for number in range(39):
        scans += segment(0xDA, bytes((1, 1 + number % components, 0, 1, 63, 0))) + data
    return b"\xff\xd8" + head + scans + b"\xff\xd9"


def noise(before: bytes, after: bytes, *, without: bytes = b"") -> bytes:
    """A picture of eight megabytes of nothing that makes sense."""
    body = random.Random(7).randbytes(MAX_BYTES - len(before) - len(after) - 100)
    return before + body.translate(None, without) + after


_JPEG = jpeg(SIDE, SIDE)
_LARGE_WEBP = webp(SIDE, SIDE)

HEAVY: dict[str, Callable[[], bytes]] = {
    "plain": lambda: png(SIDE, SIDE),
    "laced-16-bits": lambda: laced_png(16, 6, 4, 1),
    "16-bits": lambda: laced_png(16, 6, 4, 0),
    "laced-grey": lambda: laced_png(8, 0, 1, 1),
    "empty-blocks": png_of_empty_blocks,
    "layers": lambda: layered_jpeg(3),
    "layers-of-a-quarter": lambda: layered_jpeg(3, sampling=0x22),
    "layers-of-a-sixteenth": lambda: layered_jpeg(3, sampling=0x44),
    "grey-layers": lambda: layered_jpeg(1),
    "noise-in-a-jpeg": lambda: noise(_JPEG[:-2], b"\xff\xd9", without=b"\xff"),
    "fill-in-a-jpeg": lambda: _JPEG[:-2] + b"\xff" * (MAX_BYTES - 400) + b"\0\xff\xd9",
    "fill-before-a-jpeg": lambda: _JPEG[:2] + b"\xff" * (MAX_BYTES - 400) + _JPEG[2:],
    "segments": lambda: _JPEG[:2] + segment(0xFE, b"") * 19_000 + _JPEG[2:],
    "tables": lambda: _JPEG[:2] + segment(0xC4, b"\0\1" + bytes(15) + b"\0") * 19_000 + _JPEG[2:],
    "chunks": lambda: png(SIDE, SIDE, chunk(b"tEXt", b"") * 19_000),
    "unpacking-text": lambda: png(9, 9, chunk(b"zTXt", b"a\0\0" + squeezed_zeros(200))),
    "unpacking-colours": lambda: png(9, 9, chunk(b"iCCP", b"a\0\0" + squeezed_zeros(200))),
    "webp": lambda: _LARGE_WEBP,
    "groups-in-a-small-webp": lambda: webp_of_many_codes(480, 480, 14_400),
    "groups-in-a-webp": lambda: webp_of_many_codes(1024, 1024, 65_536),
}
"""By name: what makes the picture."""


def main(names: Sequence[str]) -> None:
    """Measure each of these pictures."""
    for name in names:
        content = HEAVY[name]()
        told, telling = os.pipe()
        child = os.fork()
        if child == 0:
            os._exit(_ending(name, content, telling))
        os.close(telling)
        with os.fdopen(told) as heard:
            outcome, _, seconds = heard.read().partition(",")
        _, status, used = os.wait4(child, 0)
        line = {
            "name": name,
            "status": status,
            "outcome": outcome,
            "seconds": float(seconds or MAX_SECONDS),
            "megabytes": used.ru_maxrss >> 10,
        }
        print(json.dumps(line), flush=True)


def _ending(name: str, content: bytes, telling: int) -> int:
    """Check a picture, draw it and make it small: all that is ever done with one."""
    import resource  # Not on Windows, where the pictures themselves are tried all the same.

    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    times = [time.process_time()]
    fit = fit_picture(f"art/{name}.png", content)
    problem = fit if isinstance(fit, Problem) else None
    times.append(time.process_time())
    drawn = _loaded(content)
    times.append(time.process_time())
    small_copy(content)
    times.append(time.process_time())
    outcome = problem.key if problem is not None else "drawn" if drawn is not None else "not drawn"
    longest = max(after - before for before, after in pairwise(times))
    os.write(telling, f"{outcome},{longest:.2f}".encode())
    return 0 if problem is None or drawn is None else 1


if __name__ == "__main__":
    main(sys.argv[1:] or list(HEAVY))
