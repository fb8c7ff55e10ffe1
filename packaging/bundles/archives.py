"""Archives that are the same bytes whenever and wherever they are made: order, dates and rights are fixed."""

import gzip
import io
import os
import stat
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bundles.layout import ROOT

FILE, PROGRAM, FOLDER = 0o644, 0o755, 0o755
_ON_UNIX = 3
_OLDEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)


def moment() -> int:
    """The date that everything built bears, in seconds since 1970: SOURCE_DATE_EPOCH, else that of the commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is not None:
        return int(given)
    command = ["git", "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True).stdout)


def write_zip(folder: Path, file: Path, seconds: int) -> Path:
    """Put the folder, under its own name, in a ZIP file, in place of what was there; the file."""
    made = datetime.fromtimestamp(seconds, UTC)
    when = max(_OLDEST_IN_ZIP, (made.year, made.month, made.day, made.hour, made.minute, made.second))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, name in _entries(folder):
            entry = zipfile.ZipInfo(name, when)
            entry.create_system = _ON_UNIX
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | _rights(path)) << 16
            archive.writestr(entry, path.read_bytes())
    return file


def write_tar(folder: Path, file: Path, seconds: int) -> Path:
    """Put the folder, under its own name, in a `.tar.gz` file, in place of what was there; the file."""
    with (
        file.open("wb") as opened,
        gzip.GzipFile("", "wb", 9, opened, mtime=seconds) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path, name in _entries(folder):
            entry = tarfile.TarInfo(name)
            entry.mtime = seconds
            entry.mode = _rights(path)
            if path.is_symlink():
                entry.type, entry.linkname = tarfile.SYMTYPE, str(path.readlink())
                archive.addfile(entry)
                continue
            content = path.read_bytes()
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return file


def _entries(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file with its name in the archive, in the order of the names."""
    files = [path for path in folder.rglob("*") if path.is_file() or path.is_symlink()]
    named = [(path, f"{folder.name}/{path.relative_to(folder).as_posix()}") for path in files]
    return iter(sorted(named, key=lambda entry: entry[1]))


def _rights(path: Path) -> int:
    return PROGRAM if path.stat().st_mode & stat.S_IXUSR else FILE
