"""Only ordinary files are read, within a bound, and nothing is written through what lies in the way."""

import os
import socket
import sys
from pathlib import Path

import pytest

from enacting.system.private_files import write_private_file
from enacting.system.untrusted_files import (
    NotOrdinary,
    TooLarge,
    is_link,
    is_own_folder,
    is_private_folder,
    is_shared_folder,
    read_beginning,
    read_file,
    read_text,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def test_a_file_is_read_up_to_its_bound_and_no_further(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"12345")

    assert read_file(file, 5) == b"12345"
    assert read_beginning(file, 3) == b"123"
    with pytest.raises(TooLarge):
        read_file(file, 4)


@posix
def test_a_file_as_large_as_no_disk_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(1 << 40)

    with pytest.raises(TooLarge):
        read_file(tmp_path / "a", 1000)


@posix
def test_a_file_that_says_it_is_empty_and_never_ends_is_refused() -> None:
    endless = Path("/proc/self/mem")
    if not endless.exists():
        pytest.skip("there is none here")

    with pytest.raises(OSError):
        read_file(endless, 1000)


@posix
@pytest.mark.timeout(20)
def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "ring").symlink_to("ring")
    (tmp_path / "gone").symlink_to("nothing")
    (tmp_path / "device").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")

    for name in ("link", "ring", "gone", "device", "pipe", "socket"):
        with pytest.raises(NotOrdinary):
            read_file(tmp_path / name, 1000)
    with pytest.raises(NotOrdinary):
        read_file(Path("/dev/null"), 1000)
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path, 1000)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "none", 1000)


def test_a_text_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"caf\xe9")

    with pytest.raises(ValueError, match="utf-8"):
        read_text(tmp_path / "a", 1000)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("before")

    write_private_file(tmp_path / "a", b"after")

    assert (tmp_path / "a").read_text() == "after"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


@posix
def test_what_is_written_goes_through_no_link(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("the only copy")
    (tmp_path / "a.new").symlink_to(victim)
    (tmp_path / "a").symlink_to(victim)

    write_private_file(tmp_path / "a", b"after")

    assert victim.read_text() == "the only copy"
    assert (tmp_path / "a").read_text() == "after"
    assert not (tmp_path / "a").is_symlink()


@posix
def test_a_file_of_ours_is_for_its_person_alone(tmp_path: Path) -> None:
    write_private_file(tmp_path / "a", b"x")

    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


@posix
def test_a_folder_is_private_when_nobody_else_may_look_into_it(tmp_path: Path) -> None:
    folder, link = tmp_path / "folder", tmp_path / "link"
    folder.mkdir()
    link.symlink_to(folder)
    found = {}
    for mode in (0o700, 0o755, 0o750, 0o701, 0o777, 0o1777):
        folder.chmod(mode)
        found[mode] = is_private_folder(folder), is_own_folder(folder), is_shared_folder(folder)

    assert found == {
        0o700: (True, True, False),
        0o755: (False, True, False),
        0o750: (False, True, False),
        0o701: (False, True, False),
        0o777: (False, False, True),
        0o1777: (False, False, True),
    }
    folder.chmod(0o700)
    assert is_link(link) and not is_link(folder)
    assert not is_private_folder(link)
    assert not is_private_folder(tmp_path / "none")


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives a folder away")
def test_the_folder_of_somebody_else_is_not_ones_own(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    os.chown(tmp_path, 12345, 12345)

    assert not is_private_folder(tmp_path)
    assert not is_own_folder(tmp_path)
