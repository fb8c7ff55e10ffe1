"""Every way in which editors save a file is noticed, and nothing else is."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from boxes import tiny_box_files, write_box

from enacting.box.folder_watch import READ_EVERY, FolderWatch

MECHANISM = "mechanism.yaml"


def in_place(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def by_renaming(file: Path, text: str) -> None:
    other = file.with_suffix(".tmp")
    other.write_text(text, encoding="utf-8")
    other.replace(file)


def with_a_backup(file: Path, text: str) -> None:
    file.replace(file.with_suffix(".bak"))
    file.write_text(text, encoding="utf-8")


def at_the_same_date_and_size(file: Path, text: str) -> None:
    """As on a disk whose dates are no finer than two seconds, when as many letters are written in the same file."""
    status = file.stat()
    assert len(text.encode()) == status.st_size
    with file.open("r+b") as opened:
        opened.write(text.encode())
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("save", [in_place, by_renaming, with_a_backup, at_the_same_date_and_size])
def test_a_save_is_noticed_however_it_is_made(save: Callable[[Path, str], None], tmp_path: Path) -> None:
    box = write_box(tmp_path / "box", tiny_box_files())
    watch = FolderWatch(box)
    assert watch.changed(0.0)
    text = (box / MECHANISM).read_text(encoding="utf-8")

    save(box / MECHANISM, text.replace("Bologne", "Bolonye"))

    assert watch.changed(READ_EVERY)


def test_two_saves_in_the_same_instant_are_both_seen(tmp_path: Path) -> None:
    box = write_box(tmp_path / "box", tiny_box_files())
    watch = FolderWatch(box)
    assert watch.changed(0.0)
    text = (box / MECHANISM).read_text(encoding="utf-8")

    by_renaming(box / MECHANISM, text.replace("Bologne", "Naples"))
    first = watch.changed(0.05)
    by_renaming(box / MECHANISM, text.replace("Bologne", "Lille"))

    assert first
    assert watch.changed(0.1)


def test_nothing_has_changed_when_nothing_was_saved(tmp_path: Path) -> None:
    watch = FolderWatch(write_box(tmp_path / "box", tiny_box_files()))
    assert watch.changed(0.0)

    assert not any(watch.changed(now / 20) for now in range(100))


def test_a_file_written_again_with_the_same_text_is_no_change(tmp_path: Path) -> None:
    box = write_box(tmp_path / "box", tiny_box_files())
    watch = FolderWatch(box)
    assert watch.changed(0.0)

    by_renaming(box / MECHANISM, (box / MECHANISM).read_text(encoding="utf-8"))

    assert not watch.changed(0.1)


def test_a_file_more_and_a_file_less_are_changes(tmp_path: Path) -> None:
    box = write_box(tmp_path / "box", tiny_box_files())
    watch = FolderWatch(box)
    assert watch.changed(0.0)

    (box / "en.yaml").rename(tmp_path / "en.yaml")
    assert watch.changed(0.1)
    (tmp_path / "en.yaml").rename(box / "en.yaml")
    assert watch.changed(0.2)


def test_a_picture_drawn_again_is_a_change(tmp_path: Path) -> None:
    box = write_box(tmp_path / "box", tiny_box_files())
    (box / "art").mkdir()
    (box / "art" / "pact.png").write_bytes(b"one")
    watch = FolderWatch(box)
    assert watch.changed(0.0)

    (box / "art" / "pact.png").write_bytes(b"two!")

    assert watch.changed(0.1)


def test_a_folder_that_goes_away_and_comes_back_is_seen_again(tmp_path: Path) -> None:
    box = write_box(tmp_path / "box", tiny_box_files())
    watch = FolderWatch(box)
    assert watch.changed(0.0)

    box.rename(tmp_path / "elsewhere")
    assert watch.changed(0.1)
    (tmp_path / "elsewhere").rename(box)
    assert watch.changed(0.2)
