"""Files that somebody else may have written: read whole within a bound, or not at all; links are never followed.

Law: only an ordinary file is ever opened. A link, a pipe, a device or a folder under a file's name is refused without
being opened, and no more than the bound is read, even if the file claims another size.
"""

import os
import stat
from pathlib import Path
from typing import Final

_READ: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_JUNCTION: Final = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
_PIECE: Final = 1 << 20


class NotOrdinary(OSError):
    """A link, a pipe, a device: not a file to be read."""


class TooLarge(OSError):
    """More bytes than such a file can have."""


def read_file(path: Path, max_bytes: int) -> bytearray:
    """The content of an ordinary file of at most that many bytes; `NotOrdinary`, `TooLarge` or another `OSError`."""
    content = read_beginning(path, max_bytes + 1)
    if len(content) > max_bytes:
        raise TooLarge(path)
    return content


def read_beginning(path: Path, max_bytes: int) -> bytearray:
    """The content of an ordinary file, up to that many bytes; `NotOrdinary` or another `OSError`.

    The file is looked at before it is opened, for opening is enough to wake some devices, and again once it is open.
    """
    there = os.lstat(path)
    _must_be_ordinary(path, there)
    handle = os.open(path, _READ)
    try:
        opened = os.fstat(handle)
        _must_be_ordinary(path, opened)
        if os.name == "posix" and not os.path.samestat(there, opened):  # Elsewhere the two may count disks otherwise.
            raise NotOrdinary(path)
        content = bytearray()
        while piece := os.read(handle, min(_PIECE, max_bytes - len(content))):
            content += piece
        return content
    finally:
        os.close(handle)


def read_text(path: Path, max_bytes: int) -> str:
    """The UTF-8 text of an ordinary file of at most that many bytes; `OSError`, or `ValueError` when it is no text."""
    return read_file(path, max_bytes).decode("utf-8")


def is_link(path: Path) -> bool:
    """Whether that name leads elsewhere: a link, or a junction of Windows. A file that a cloud keeps is no link."""
    try:
        there = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISLNK(there.st_mode) or getattr(there, "st_reparse_tag", 0) == _JUNCTION


def is_private_folder(path: Path) -> bool:
    """Whether that is a folder, no link, which only the person who runs the program may look into or write to."""
    return _keeps_out(path, 0o077)


def is_own_folder(path: Path) -> bool:
    """Whether that is a folder, no link, which only the person who runs the program may write to."""
    return _keeps_out(path, 0o022)


def is_shared_folder(path: Path) -> bool:
    """Whether anybody may put a file there, as in the temporary folder of a system."""
    try:
        return os.name == "posix" and bool(path.stat().st_mode & stat.S_IWOTH)
    except OSError:
        return False


def _keeps_out(path: Path, others: int) -> bool:
    """Windows keeps the folders of a person apart by other means: there, any folder that is no link will do."""
    try:
        there = os.lstat(path)
    except OSError:
        return False
    if not stat.S_ISDIR(there.st_mode) or is_link(path):
        return False
    return os.name != "posix" or (there.st_uid == os.geteuid() and not stat.S_IMODE(there.st_mode) & others)


def _must_be_ordinary(path: Path, there: os.stat_result) -> None:
    if stat.S_ISDIR(there.st_mode):
        raise IsADirectoryError(path)
    if not stat.S_ISREG(there.st_mode):
        raise NotOrdinary(path)
