"""Many files in one, to be mailed and carried on a key: a ZIP archive read with care, and written the same everywhere.

Law: reading gives every file or raises `BrokenBundle`; nothing is ever written on the disk under a name from the
archive, and nothing is unpacked beyond the limits, whatever the archive says of itself. What is written reads back.
"""

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from enacting.letters import printable

SUFFIXES = (".box", ".zip")
"""The first is what we write, so that a double click can open it; the other is what people make by hand."""

_NAME = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9._-]{0,79}/){0,3}[A-Za-z0-9_][A-Za-z0-9._-]{0,79}(?<!\.)")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LEFT_BY_SYSTEMS = re.compile(r"__MACOSX/.*|(?:.*/)?(?:\.DS_Store|Thumbs\.db|desktop\.ini)")
"""What macOS and Windows add to the archives people make by hand: never read."""
_ENDING = struct.Struct("<4s4H2LH")
"""The last bytes of an archive: signature, two disks, two counts, size and place of the list, length of a comment."""
_LONGEST_ENTRY = 1024
"""In the list of files, on average, in bytes."""
_PIECE = 1 << 16
_LONGEST_QUOTE = 60
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE = stat.S_IFREG | 0o644
_MADE_ON_UNIX = 3
_DAMAGE = (zipfile.BadZipFile, zlib.error, ValueError, EOFError, NotImplementedError, RuntimeError, struct.error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a bundle may hold, in bytes; `ratio` is what is unpacked to what is packed."""

    packed: int = 64 << 20
    unpacked: int = 256 << 20
    ratio: int = 100
    entries: int = 1000


LIMITS = Limits()


class BrokenBundle(Exception):
    """A bundle that is not read, or not written; `words(error.word_key, **error.fields)` is the sentence to show."""

    def __init__(self, path: Path, key: str, /, **fields: str | int) -> None:
        super().__init__(f"{path.name}: {key} {fields or ''}".rstrip())
        self.path = path
        self.key = key
        self.fields = fields

    @property
    def word_key(self) -> str:
        """The key of the sentence: what is wrong, then what would be right."""
        return f"problem.{self.key}"


def is_reserved(name: str) -> bool:
    """Whether Windows keeps that file name for itself, with whatever ending."""
    return _RESERVED.match(name) is not None


def read_bundle(
    path: Path, limits: Limits = LIMITS, *, only: Callable[[str], bool] = lambda name: True
) -> dict[str, bytes]:
    """The files of a bundle by name, or those wanted `only`; names are like `art/tree.png`. Else `BrokenBundle`."""
    try:
        with path.open("rb") as opened:
            packed = os.fstat(opened.fileno()).st_size
            count = _count(path, opened, packed, limits)
            with zipfile.ZipFile(opened) as archive:
                if len(archive.infolist()) != count:
                    raise BrokenBundle(path, "bundle_damaged")
                return _unpacked(path, archive, packed, limits, only)
    except OSError as error:
        raise BrokenBundle(path, "file_closed", why=error.strerror or "") from error
    except _DAMAGE as error:
        raise BrokenBundle(path, "bundle_damaged") from error


def write_bundle(path: Path, files: Mapping[str, bytes]) -> None:
    """Write these files as one, in place of what was there; the same files give the same bytes on every system.

    They are not compressed: what compresses does it differently from one system to the next. `OSError` when the disk
    says no; `BrokenBundle`, with nothing written, for what `read_bundle` would not read.
    """
    _check_names(path, files)
    _check_count(path, len(files), LIMITS)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = _MADE_ON_UNIX
            entry.external_attr = _ORDINARY_FILE << 16
            archive.writestr(entry, content)
    if written.tell() > LIMITS.packed:
        raise BrokenBundle(path, "bundle_heavy", most=LIMITS.packed >> 20)
    beside = path.with_name(f"{path.name}.part")
    try:
        with beside.open("wb") as opened:
            opened.write(written.getbuffer())
            opened.flush()
            os.fsync(opened.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _count(path: Path, opened: io.BufferedReader, packed: int, limits: Limits) -> int:
    """How many files there are, by the last bytes, before their list is read: a whole archive, and a short list."""
    if packed > limits.packed:
        raise BrokenBundle(path, "bundle_heavy", most=limits.packed >> 20)
    if packed < _ENDING.size:
        raise BrokenBundle(path, "not_a_bundle")
    opened.seek(max(0, packed - _ENDING.size - 20))
    last = opened.read()
    count: int
    signature, disk, first_disk, here, count, length, place, comment = _ENDING.unpack(last[-_ENDING.size :])
    is_archive = signature == b"PK\x05\x06" and (disk, first_disk, comment) == (0, 0, 0)
    if not is_archive or here != count or place + length != packed - _ENDING.size or last.startswith(b"PK\x06\x07"):
        raise BrokenBundle(path, "not_a_bundle")
    _check_count(path, count, limits)
    if length > limits.entries * _LONGEST_ENTRY:
        raise BrokenBundle(path, "not_a_bundle")
    return count


def _check_count(path: Path, count: int, limits: Limits) -> None:
    if count > limits.entries:
        raise BrokenBundle(path, "bundle_crowded", count=count, most=limits.entries)


def _unpacked(
    path: Path, archive: zipfile.ZipFile, packed: int, limits: Limits, only: Callable[[str], bool]
) -> dict[str, bytes]:
    """The files of an open archive, counted while they are unpacked."""
    entries = [one for one in archive.infolist() if not _LEFT_BY_SYSTEMS.fullmatch(one.orig_filename)]
    _check_names(path, [one.orig_filename.removesuffix("/") for one in entries])
    for entry in entries:
        _check_entry(path, entry)
    files: dict[str, bytes] = {}
    room = min(limits.unpacked, limits.ratio * packed)
    for entry in entries:
        if not entry.is_dir() and only(entry.filename):
            files[entry.filename] = _content(archive, entry, room)
            room -= len(files[entry.filename])
            if room < 0:
                raise BrokenBundle(path, "bundle_bursts", most=limits.unpacked >> 20, ratio=limits.ratio)
    return files


def _check_names(path: Path, names: Collection[str]) -> None:
    """Every name can be a file's on every system, and no two are the same there."""
    seen: set[str] = set()
    for name in names:
        if _NAME.fullmatch(name) is None or any(map(is_reserved, name.split("/"))):
            raise BrokenBundle(path, "bundle_name", name=_quoted(name))
        if name.lower() in seen:
            raise BrokenBundle(path, "bundle_name_twice", name=name)
        seen.add(name.lower())


def _check_entry(path: Path, entry: zipfile.ZipInfo) -> None:
    """An ordinary file or folder, packed in the usual way, and not under a password."""
    name = _quoted(entry.filename)
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BrokenBundle(path, "file_is_link", name=name)
    if entry.flag_bits & 1:
        raise BrokenBundle(path, "bundle_locked", name=name)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BrokenBundle(path, "bundle_method", name=name)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """The content of a file, no longer than one byte over the room left."""
    content = bytearray()
    with archive.open(entry) as opened:
        while len(content) <= room and (piece := opened.read(_PIECE)):
            content += piece
    return bytes(content[: room + 1])


def _quoted(name: str) -> str:
    return printable(name if len(name) <= _LONGEST_QUOTE else name[: _LONGEST_QUOTE - 1] + "…")
