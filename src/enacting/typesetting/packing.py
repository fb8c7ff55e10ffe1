"""A PDF file made smaller: what a screen reader is told of its structure, and its links, are many small objects.

typst writes each of them as it is, with a line in the table of places. Here they are compressed together in one object
stream, and the table in another (ISO 32000-1, 7.5.7 and 7.5.8), as PDF/UA-1 and PDF/A-2 allow.
"""

import re
import zlib
from itertools import pairwise
from typing import Final

_END: Final = re.compile(rb"trailer\n<<(.*?)>>\s*startxref\n(\d+)\n%%EOF\s*\Z", re.DOTALL)
_TABLE: Final = re.compile(rb"xref\n0 (\d+)\n")
_OBJECT: Final = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_SMALL: Final = (b"<</Type/StructElem", b"<</Type/Annot")
_LINE: Final = 20
_FREE, _PLACED, _PACKED = 0, 1, 2


def packed(pdf: bytes) -> bytes:
    """The same document in fewer bytes. `ValueError` for a file that is laid out in another way than typst does."""
    end = _END.search(pdf)
    table = _TABLE.match(pdf, int(end[2])) if end is not None else None
    if end is None or table is None:
        raise ValueError("not laid out as typst does")
    count = int(table[1])
    lines = [pdf[place : place + _LINE] for place in range(table.end(), table.end() + _LINE * count, _LINE)]
    places = {number: int(line[:10]) for number, line in enumerate(lines) if line[17:18] == b"n"}

    small: dict[int, bytes] = {}
    out = bytearray(pdf[: min(places.values())])
    entries: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
    starts = [*sorted(places.values()), int(end[2])]
    follows = dict(pairwise(starts))
    for number, place in places.items():
        whole = pdf[place : follows[place]]
        found = _OBJECT.match(whole)
        if found is not None and found[2].startswith(_SMALL):
            entries[number] = (_PACKED, count, len(small))
            small[number] = found[2]
        else:
            entries[number] = (_PLACED, len(out), 0)
            out += whole

    entries[count] = (_PLACED, len(out), 0)
    out += _stream(count, *_object_stream(small))
    entries[count + 1] = (_PLACED, len(out), 0)
    start = len(out)
    rows = b"".join(
        b"%c%b%b" % (kind, first.to_bytes(4, "big"), second.to_bytes(2, "big"))
        for kind, first, second in (entries.get(number, (_FREE, 0, 0)) for number in range(count + 2))
    )
    names = re.sub(rb"/Size \d+", b"", end[1])
    out += _stream(count + 1, b"/Type/XRef/Size %d/W[1 4 2]%b" % (count + 2, names), rows)
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def _object_stream(objects: dict[int, bytes]) -> tuple[bytes, bytes]:
    """The dictionary and the content of a stream of these objects by their numbers."""
    heads, bodies = [], bytearray()
    for number, body in objects.items():
        heads.append(b"%d %d" % (number, len(bodies)))
        bodies += body + b"\n"
    head = b" ".join(heads) + b"\n"
    return b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head)), head + bodies


def _stream(number: int, names: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, 9)
    return b"%d 0 obj\n<<%b/Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream\nendobj\n\n" % (
        number,
        names,
        len(data),
        data,
    )
