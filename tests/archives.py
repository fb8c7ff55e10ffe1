"""Builders: ZIP archives, right and wrong, written as a program or as somebody with bad intentions would."""

import io
import stat
import zipfile
from collections.abc import Iterable
from pathlib import Path

Entry = tuple[str | zipfile.ZipInfo, bytes]


def archive(entries: Iterable[Entry], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive with these entries in this order, the same name twice if it is there twice."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as packed:
        for name, content in entries:
            packed.writestr(name, content)
    return written.getvalue()


def archive_of(files: dict[str, str], **more: bytes) -> bytes:
    """An archive of texts, and of other files by name with `__` for a point."""
    entries: list[Entry] = [(name, text.encode()) for name, text in files.items()]
    return archive(entries + [(name.replace("__", "."), content) for name, content in more.items()])


def link(name: str, to: str) -> Entry:
    """An entry that is a link to somewhere."""
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry, to.encode()


def locked(name: str) -> bytes:
    """An archive whose only file is marked as under a password."""
    content = bytearray(archive([(name, b"secret")], method=zipfile.ZIP_STORED))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def saying(content: bytes, *, count: int) -> bytes:
    """The same archive, which says at its end that it holds so many files."""
    return content[:-14] + count.to_bytes(2, "little") * 2 + content[-10:]


def overlapping(count: int, size: int) -> bytes:
    """Many files that all are the same few bytes of the archive: nothing repeats, and it unpacks to a lot."""
    single = archive([("a0.txt", bytes(size))])
    start = single.index(b"PK\x01\x02")
    entry = single[start:-22]
    entries = b"".join(entry.replace(b"a0.txt", b"%06d" % number) for number in range(count))
    ending = single[-22:-14] + count.to_bytes(2, "little") * 2 + len(entries).to_bytes(4, "little") + single[-6:]
    return single[:start] + entries + ending


def crowded(count: int) -> bytes:
    """So many empty files."""
    return archive(((f"a{number}.txt", b"") for number in range(count)), method=zipfile.ZIP_STORED)


def written(path: Path, content: bytes) -> Path:
    """That file, written."""
    path.write_bytes(content)
    return path
