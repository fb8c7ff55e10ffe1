"""Many files in one, to be mailed and carried on a key: a ZIP archive read with care, and written the same everywhere.

Law: reading gives every file or raises `BrokenBundle`; nothing is ever written on the disk under a name from the
archive, and nothing is unpacked beyond the limits, whatever the archive says of itself. What is written reads back.

The archive is read here, and not by the library of Python: what that one takes for the name of a file changes from one
version to the next. Here the name that was checked is the one that is used, and there is no other. Source: APPNOTE.TXT
of PKWARE, 6.3.
"""

import io
import os
import re
import stat
import struct
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from enacting.language.characters import printable
from enacting.system.whole_files import write_whole

SUFFIXES = (".box", ".zip")
"""The first is what we write, so that a double click can open it; the other is what people make by hand."""

_NAME = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9._-]{0,79}/){0,3}[A-Za-z0-9_][A-Za-z0-9._-]{0,79}(?<!\.)")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LEFT_BY_SYSTEMS = re.compile(r"__MACOSX/.*|(?:.*/)?(?:\.DS_Store|Thumbs\.db|desktop\.ini|Icon\r)")
"""What macOS and Windows add to the archives people make by hand: never read."""
_HARMFUL = re.compile(r"(?:^|[/\\])\.\.?(?:[/\\]|$)|^[/\\]|^[A-Za-z]:")
"""A name that leads out of the folder where it would be unpacked."""
_LOCAL = struct.Struct("<4s5H3L2H")
"""Before each file: signature, version, flags, method, time, day, checksum, packed and whole size, lengths of the name
and of what is added to it."""
_LISTED = struct.Struct("<4s6H3L5H2L")
"""In the list of files: signature, two versions, the same as before a file from its flags on, length of a comment,
disk, attributes of two kinds, and the place of what comes before the file."""
_ENDING = struct.Struct("<4s4H2LH")
"""The last bytes of an archive: signature, two disks, two counts, size and place of the list, length of a comment."""
_FILE_SIGNATURE, _LISTED_SIGNATURE, _ENDING_SIGNATURE = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_LONGEST_COMMENT = 0xFFFF
_ENDING_BEFORE = 20
"""The length of what comes before the ending of an archive too large for it."""
_LONGEST_ENTRY = 1024
"""In the list of files, on average, in bytes."""
_STORED, _DEFLATED = 0, 8
_LOCKED = 0x2041
"""The flags of a file under a password."""
_UTF8 = 0x0800
_LONGEST_QUOTE = 60
_VERSION = 20
_FIRST_DAY = 1 << 5 | 1
"""The first of January 1980, the first day that an archive can hold."""
_ORDINARY_FILE = stat.S_IFREG | 0o644
_MADE_ON_UNIX = 3 << 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a bundle may hold, in bytes; `ratio` is what is unpacked to what is packed."""

    packed: int = 64 << 20
    unpacked: int = 128 << 20
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
    """Whether Windows keeps that file name for itself, with any ending."""
    return _RESERVED.match(name) is not None


Choice = Callable[[Sequence[str]], Mapping[str, str]]
"""Of the names of the files in an archive, those wanted, each with the name that it is given."""


def every_file(names: Sequence[str]) -> Mapping[str, str]:
    """All of them, under their own names."""
    return {name: name for name in names}


def read_bundle(path: Path, limits: Limits = LIMITS, *, choose: Choice = every_file) -> dict[str, bytes]:
    """The files of a bundle by name, or those chosen; names are like `art/tree.png`. Else `BrokenBundle`.

    What is not chosen is passed over, under any name.
    """
    try:
        with path.open("rb") as opened:
            packed = os.fstat(opened.fileno()).st_size
            entries = _entries(path, opened, packed, limits)
            return _unpacked(path, opened, entries, packed, limits, choose)
    except OSError as error:
        raise BrokenBundle(path, "file_closed", why=error.strerror or "") from error
    except struct.error as error:
        raise BrokenBundle(path, "bundle_damaged") from error


def list_bundle(path: Path) -> tuple[str, ...]:
    """The names of the files of a bundle, as they are written in it. Else `BrokenBundle`."""
    listed: list[str] = []

    def note(names: Sequence[str]) -> Mapping[str, str]:
        listed.extend(names)
        return {}

    read_bundle(path, choose=note)
    return tuple(listed)


def is_good_name(name: str) -> bool:
    """Whether a file of a bundle can have that name on every system."""
    return _NAME.fullmatch(name) is not None and not any(map(is_reserved, name.split("/")))


def write_bundle(path: Path, files: Mapping[str, bytes]) -> None:
    """Write these files as one, in place of what was there; the same files give the same bytes on every system.

    They are not compressed: what compresses does it differently from one system to the next. `OSError` when the disk
    says no; `BrokenBundle`, with nothing written, for what `read_bundle` would not read.
    """
    _check_names(path, files)
    _check_count(path, len(files), LIMITS)
    written, listed = bytearray(), bytearray()
    for name, content in sorted(files.items()):
        name_bytes, place = name.encode("ascii"), len(written)
        same = (0, _STORED, 0, _FIRST_DAY, zlib.crc32(content), len(content), len(content), len(name_bytes), 0)
        listed += (
            _LISTED.pack(
                _LISTED_SIGNATURE, _MADE_ON_UNIX | _VERSION, _VERSION, *same, 0, 0, 0, _ORDINARY_FILE << 16, place
            )
            + name_bytes
        )
        written += _LOCAL.pack(_FILE_SIGNATURE, _VERSION, *same) + name_bytes + content
        if len(written) > LIMITS.packed:
            raise BrokenBundle(path, "bundle_heavy", most=LIMITS.packed >> 20)
    ending = _ENDING.pack(_ENDING_SIGNATURE, 0, 0, len(files), len(files), len(listed), len(written), 0)
    written += listed + ending
    if len(written) > LIMITS.packed:
        raise BrokenBundle(path, "bundle_heavy", most=LIMITS.packed >> 20)
    write_whole(path, written)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A file or folder of the list: `place` is where what comes before it begins."""

    name: str
    name_bytes: bytes
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    kind: int
    place: int

    @property
    def is_folder(self) -> bool:
        return self.name.endswith("/")


def _entries(path: Path, opened: io.BufferedReader, packed: int, limits: Limits) -> list[_Entry]:
    """The list of files, read whole once its last bytes have said that it is short."""
    count, length, ending = _count(path, opened, packed, limits)
    opened.seek(ending - length)
    listed, at, entries = opened.read(length), 0, []
    for _ in range(count):
        (
            signature, _, _, flags, method, _, _, checksum, squeezed, size,
            name_length, more, comment, disk, _, attributes, place,
        ) = _LISTED.unpack_from(listed, at)  # fmt: skip
        named = listed[at + _LISTED.size : at + _LISTED.size + name_length]
        at += _LISTED.size + name_length + more + comment
        if signature != _LISTED_SIGNATURE or disk or at > length:
            raise BrokenBundle(path, "bundle_damaged")
        entries.append(
            _Entry(
                name=named.decode("utf-8" if flags & _UTF8 else "cp437", "backslashreplace"),
                name_bytes=named,
                flags=flags,
                method=method,
                checksum=checksum,
                packed=squeezed,
                size=size,
                kind=stat.S_IFMT(attributes >> 16),
                place=place,
            )
        )
    if at != length:
        raise BrokenBundle(path, "bundle_damaged")
    return entries


def _count(path: Path, opened: io.BufferedReader, packed: int, limits: Limits) -> tuple[int, int, int]:
    """How many files there are, how long their list is and where it ends: a whole archive, and a short list.

    A comment may come last: a web site or a program that packs leaves one.
    """
    if packed > limits.packed:
        raise BrokenBundle(path, "bundle_heavy", most=limits.packed >> 20)
    opened.seek(max(0, packed - _ENDING.size - _LONGEST_COMMENT - _ENDING_BEFORE))
    last = opened.read()
    at = _ending_in(last)
    if at is None:
        raise BrokenBundle(path, "not_a_bundle")
    count: int
    length: int
    _, disk, first_disk, here, count, length, place, _ = _ENDING.unpack_from(last, at)
    ending = packed - len(last) + at
    is_large = last[max(0, at - _ENDING_BEFORE) : at].startswith(b"PK\x06\x07")
    if (disk, first_disk) != (0, 0) or here != count or place + length != ending or is_large:
        raise BrokenBundle(path, "not_a_bundle")
    _check_count(path, count, limits)
    if length > limits.entries * _LONGEST_ENTRY:
        raise BrokenBundle(path, "not_a_bundle")
    return count, length, ending


def _ending_in(last: bytes) -> int | None:
    """Where the last bytes of an archive begin: the only place from which a comment reaches the end of the file."""
    places = [at for at in _places_of(_ENDING_SIGNATURE, last) if at + _ENDING.size <= len(last)]
    fitting = [at for at in places if at + _ENDING.size + _ENDING.unpack_from(last, at)[-1] == len(last)]
    return fitting[0] if len(fitting) == 1 else None


def _places_of(signature: bytes, content: bytes) -> Iterator[int]:
    at = content.find(signature)
    while at >= 0:
        yield at
        at = content.find(signature, at + 1)


def _check_count(path: Path, count: int, limits: Limits) -> None:
    if count > limits.entries:
        raise BrokenBundle(path, "bundle_crowded", count=count, most=limits.entries)


def _unpacked(
    path: Path,
    opened: io.BufferedReader,
    listed: Sequence[_Entry],
    packed: int,
    limits: Limits,
    choose: Choice,
) -> dict[str, bytes]:
    """The files of an open archive, counted while they are unpacked."""
    ours = [entry for entry in listed if not _LEFT_BY_SYSTEMS.fullmatch(entry.name)]
    for name in (entry.name.removesuffix("/") for entry in ours):
        if _HARMFUL.search(name) is not None or printable(name) != name or any(map(is_reserved, name.split("/"))):
            raise BrokenBundle(path, "bundle_name", name=_quoted(name))
    chosen = choose([entry.name for entry in ours])
    entries = [entry for entry in ours if entry.name in chosen]
    _check_names(path, [chosen[entry.name].removesuffix("/") for entry in entries])
    for entry in entries:
        _check_entry(path, entry)
    files: dict[str, bytes] = {}
    room = min(limits.unpacked, limits.ratio * packed)
    to_read = {entry.name for entry in entries if not entry.is_folder}
    end_before = 0
    for entry in sorted(listed, key=lambda entry: entry.place):
        start = _start(path, opened, entry)
        if entry.place < end_before:
            raise BrokenBundle(path, "bundle_damaged")
        end_before = start + entry.packed
        if entry.name in to_read:
            content = _content(path, opened, entry, start, room)
            files[chosen[entry.name]] = content
            room -= len(content)
            if room < 0:
                raise BrokenBundle(path, "bundle_bursts", most=limits.unpacked >> 20, ratio=limits.ratio)
    return files


def _check_names(path: Path, names: Collection[str]) -> None:
    """Every name can be a file's on every system, and no two are the same there."""
    seen: set[str] = set()
    for name in names:
        if not is_good_name(name):
            raise BrokenBundle(path, "bundle_name", name=_quoted(name))
        if name.lower() in seen:
            raise BrokenBundle(path, "bundle_name_twice", name=name)
        seen.add(name.lower())


def _check_entry(path: Path, entry: _Entry) -> None:
    """An ordinary file or folder, packed in the usual way, and not under a password."""
    name = _quoted(entry.name)
    if entry.kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BrokenBundle(path, "file_is_link", name=name)
    if entry.flags & _LOCKED:
        raise BrokenBundle(path, "bundle_locked", name=name)
    if entry.method not in (_STORED, _DEFLATED):
        raise BrokenBundle(path, "bundle_method", name=name)


def _start(path: Path, opened: io.BufferedReader, entry: _Entry) -> int:
    """Where the content of a file begins: what comes before it must call it by the name it has in the list."""
    opened.seek(entry.place)
    signature, _, flags, method, *_, name_length, more = _LOCAL.unpack(opened.read(_LOCAL.size))
    is_same = (flags & _LOCKED, method) == (entry.flags & _LOCKED, entry.method)
    if signature != _FILE_SIGNATURE or not is_same or opened.read(name_length) != entry.name_bytes:
        raise BrokenBundle(path, "bundle_damaged")
    return entry.place + _LOCAL.size + int(name_length) + int(more)


def _content(path: Path, opened: io.BufferedReader, entry: _Entry, start: int, room: int) -> bytes:
    """The content of a file, or one byte more than there is room for."""
    opened.seek(start)
    packed = opened.read(entry.packed)
    content = packed[: room + 1] if entry.method == _STORED else _inflated(path, packed, min(room, entry.size))
    if len(content) <= room and (
        len(packed) < entry.packed or len(content) != entry.size or zlib.crc32(content) != entry.checksum
    ):
        raise BrokenBundle(path, "bundle_damaged")
    return content


def _inflated(path: Path, packed: bytes, max_bytes: int) -> bytes:
    """What is packed there, or one byte more than the most."""
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacking.decompress(packed, max_bytes + 1)
    except zlib.error as error:
        raise BrokenBundle(path, "bundle_damaged") from error
    if len(content) <= max_bytes and not (unpacking.eof and not unpacking.unused_data):
        raise BrokenBundle(path, "bundle_damaged")
    return content


def _quoted(name: str) -> str:
    return printable(name if len(name) <= _LONGEST_QUOTE else name[: _LONGEST_QUOTE - 1] + "…")
