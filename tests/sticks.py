"""Builder: small disks in memory, to be filled, protected and pulled out. Only for whoever may mount one."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MEGABYTE = 1024 * 1024


class Stick:
    """A small disk plugged in at a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Write until nothing more fits."""
        with self._ballast.open("wb", buffering=0) as file:
            for size in (MEGABYTE, 4096, 1):
                try:
                    while True:
                        if file.write(bytes(size)) < size:
                            break
                except OSError:
                    continue

    def make_room(self) -> None:
        """Delete what filled it."""
        self._ballast.unlink()

    def protect(self) -> None:
        """Slide the small switch: nothing can be written any more."""
        _ran("mount", "-o", "remount,ro", str(self.folder))

    def pull_out(self) -> None:
        """Pull it out without asking: the folder is empty, and what is open there is cut off from it."""
        _ran("umount", "--lazy", str(self.folder))


@contextmanager
def stick(folder: Path, size: int = 16 * MEGABYTE) -> Iterator[Stick]:
    """A disk of that size; the test is skipped where none can be mounted."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only the system's owner may mount a disk")
    folder.mkdir(parents=True, exist_ok=True)
    if not _ran("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)):
        pytest.skip("no disk can be mounted here")
    try:
        yield Stick(folder)
    finally:
        if folder.is_mount():
            _ran("umount", "--lazy", str(folder))


def _ran(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
