"""The archives that people download: the same bytes each time, whatever the disk says of dates and rights."""

import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bundles.archives import moment, write_tar, write_zip

WHEN = 1_780_000_000
Write = Callable[[Path, Path, int], Path]


def a_folder(folder: Path, *, dates: int, backwards: bool = False) -> Path:
    """A folder with two files, an accent and a program, made in one order or the other."""
    folder.mkdir(parents=True)
    (folder / "program").mkdir()
    files = {"été.txt": "Zoé", "program/run": "#!/bin/sh\n"}
    for name, text in reversed(files.items()) if backwards else files.items():
        (folder / name).write_text(text, encoding="utf-8")
        os.utime(folder / name, (dates, dates))
    (folder / "program" / "run").chmod(0o700)
    return folder


@pytest.mark.parametrize("write", [write_zip, write_tar])
def test_the_same_files_give_the_same_bytes(tmp_path: Path, write: Write) -> None:
    one = write(a_folder(tmp_path / "here" / "Game", dates=1_000_000_000), tmp_path / "one", WHEN)
    two = write(a_folder(tmp_path / "there" / "Game", dates=1_700_000_000, backwards=True), tmp_path / "two", WHEN)

    assert one.read_bytes() == two.read_bytes()


def test_a_zip_holds_the_folder_its_programs_and_the_date(tmp_path: Path) -> None:
    file = write_zip(a_folder(tmp_path / "Game", dates=WHEN), tmp_path / "game.zip", WHEN)

    with zipfile.ZipFile(file) as archive:
        entries = {file.filename: (oct(file.external_attr >> 16), file.date_time) for file in archive.infolist()}
        assert archive.read("Game/été.txt") == "Zoé".encode()
    day = (2026, 5, 28, 20, 26, 40)
    assert entries == {"Game/program/run": ("0o100755", day), "Game/été.txt": ("0o100644", day)}


def test_a_tar_holds_the_folder_its_programs_and_nobody(tmp_path: Path) -> None:
    file = write_tar(a_folder(tmp_path / "Game", dates=WHEN), tmp_path / "game.tar.gz", WHEN)

    with tarfile.open(file) as archive:
        entries = [(file.name, oct(file.mode), file.mtime, file.uid, file.uname) for file in archive.getmembers()]
    assert entries == [("Game/program/run", "0o755", WHEN, 0, ""), ("Game/été.txt", "0o644", WHEN, 0, "")]


def test_the_date_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")

    assert moment() == WHEN
