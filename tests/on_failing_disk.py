"""Builder: a program of its own, on a disk that fails on demand."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COMPILER = shutil.which("cc")
MEMORY = Path("/dev/shm")


def compiled(folder: Path) -> Path:
    """The failing disk, compiled into that folder."""
    assert COMPILER
    library = folder / "failing_disk.so"
    source = Path(__file__).with_name("failing_disk.c")
    subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """An empty folder, in memory where the system has room for that."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        yield Path(name)


def runs_of(scenario: str, disk: Path, folder: Path, *more: str) -> int:
    """How many times a scenario was played; a failure tells what was lost."""
    done = subprocess.run(
        [sys.executable, "-c", "from failing import main; main()", scenario, str(folder), *more],
        env={
            **os.environ,
            "LD_PRELOAD": str(disk),
            "PYTHONPATH": os.pathsep.join(folder for folder in sys.path if folder),
        },
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout)
