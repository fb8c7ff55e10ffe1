"""A database as it was before a write that SQLite could not finish: undone in memory, from the bytes beside it.

The format is that of SQLite's own documentation (https://www.sqlite.org/fileformat2.html, "The Rollback Journal"), read
as SQLite reads it: what a power cut left half written ends the journal, and is no error. Law: nothing is opened here,
and a name that the journal gives is never followed.
"""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

MAGIC: Final = bytes.fromhex("d9d505f920a163d7")

_HEADER: Final = struct.Struct(">8s5I")
"""Magic; pages that follow, nonce for their sums, pages that the database had, size of a sector, size of a page."""
_NUMBER: Final = struct.Struct(">I")
_ENDING_BYTES: Final = 16
"""After the name of another file: its length, the sum of its bytes, magic."""
_TO_THE_END: Final = 0xFFFFFFFF
_LOCK_BYTE: Final = 0x40000000
_EVERY: Final = 200
"""Every so many bytes of a page are in its sum, counted from its end."""


class _Header(NamedTuple):
    records: int
    nonce: int
    pages: int
    sector: int
    page: int


def names_another(journal: bytes | bytearray) -> bool:
    """Whether the journal ends as where several databases are written at once: with the name of another file.

    Ours never do. SQLite would remove the file named.
    """
    return len(journal) >= _ENDING_BYTES and journal.endswith(MAGIC)


def is_hot(journal: bytes | bytearray) -> bool:
    """Whether SQLite would look for something to undo in the journal of a database that no program holds."""
    return len(journal) > 0 and journal[0] != 0


def undo(database: bytearray, journal: bytes | bytearray, max_bytes: int) -> None:
    """Make of the database what it was before the write that the journal was kept for.

    `ValueError`, and nothing has changed, when it would then be larger than `max_bytes`, or the journal does not say
    how large a page is, as those of SQLite before 2008.
    """
    first = _header_at(journal, 0)
    if first is not None and first.page == 0:
        raise ValueError("no size of a page")
    if first is None or not _is_power_of_two(first.page, 512, 65536) or not _is_power_of_two(first.sector, 32, 65536):
        return
    size = first.pages * first.page
    if size > max_bytes:
        raise ValueError(f"a database of {size} bytes")
    del database[size:]
    database.extend(bytes(size - len(database)))
    for number, content in _records(journal, first):
        if number <= first.pages:
            place = (number - 1) * first.page
            database[place : place + first.page] = content


def _records(journal: bytes | bytearray, first: _Header) -> Iterator[tuple[int, bytes]]:
    """The number and the content of each page that the journal holds whole, in order; pages count from 1."""
    size, lock_page = first.page + 2 * _NUMBER.size, _LOCK_BYTE // first.page + 1
    at = 0
    while (header := _header_at(journal, at)) is not None:
        at += first.sector
        count = (len(journal) - at) // size if header.records == _TO_THE_END else header.records
        for _ in range(count):
            record = bytes(journal[at : at + size])
            if len(record) < size:
                return
            (number,), (checksum,) = _NUMBER.unpack_from(record), _NUMBER.unpack_from(record, size - _NUMBER.size)
            content = record[_NUMBER.size : -_NUMBER.size]
            if number in (0, lock_page) or _sum(content, header.nonce) != checksum:
                return
            yield number, content
            at += size
        at = -(-at // first.sector) * first.sector


def _header_at(journal: bytes | bytearray, at: int) -> _Header | None:
    if at + _HEADER.size > len(journal):
        return None
    magic, *numbers = _HEADER.unpack_from(journal, at)
    return _Header(*numbers) if magic == MAGIC else None


def _sum(page: bytes, nonce: int) -> int:
    return (nonce + sum(page[len(page) - _EVERY : 0 : -_EVERY])) % 2**32


def _is_power_of_two(number: int, minimum: int, maximum: int) -> bool:
    return minimum <= number <= maximum and number & (number - 1) == 0
