"""Putting a file in place whole: it is written beside its place, and takes its name once it is on the disk.

Law: whatever happens, under that name is the file that was there or the new one, never half of one. Nothing is written
through a link.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

PART: Final = ".part"
"""How the name of a file ends as long as it is half written."""
ORDINARY: Final = 0o666
"""The rights of a file for others, less what the person's own settings take away."""


def write_whole(
    path: Path, content: bytes | bytearray, *, beside: Path | None = None, rights: int = ORDINARY, durable: bool = True
) -> None:
    """Put that content in place of a file; `OSError`, which names that file, has changed nothing and left nothing.

    It is first written under a name of its own, `.NAME-0a1b2c3d.part`, or `beside`, where a file or link of that name
    goes. One that is `durable` is on the disk before it is in its place: only what nobody needs after a power cut can
    do without.
    """
    # Not by `tempfile`, which tries ten thousand names in a folder that Windows protects.
    fresh = beside if beside is not None else path.with_name(f".{path.name}-{secrets.token_hex(4)}{PART}")
    try:
        if beside is not None:
            fresh.unlink(missing_ok=True)
        _write_new(fresh, content, rights, durable=durable)
        _take_place(fresh, path)
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _write_new(fresh: Path, content: bytes | bytearray, rights: int, *, durable: bool) -> None:
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), rights)
    with _gone_if_it_fails(fresh), os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        if durable:
            os.fsync(file.fileno())


def _take_place(fresh: Path, path: Path) -> None:
    with _gone_if_it_fails(fresh):
        fresh.replace(path)


@contextmanager
def _gone_if_it_fails(fresh: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def replace_durably(fresh: Path, path: Path) -> None:
    """Let a file that is whole and on the disk take the place of another, and the folder remember it. `OSError`."""
    fresh.replace(path)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Have the folder remember its new file through a power cut; Windows does so by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
