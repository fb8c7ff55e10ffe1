"""A file is put in place whole, or everything stays as it was."""

import os
from pathlib import Path

import pytest

from enacting.system.whole_files import write_whole


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_the_new_content_takes_the_place_of_the_old_one_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"before")

    write_whole(tmp_path / "a", b"after")

    assert (tmp_path / "a").read_bytes() == b"after"
    assert names_in(tmp_path) == ["a"]


@pytest.mark.parametrize("call", ["fsync", "fdopen"])
def test_what_fails_changes_nothing_leaves_nothing_and_names_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    (tmp_path / "a").write_bytes(b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)

    with pytest.raises(OSError, match="No space") as refused:
        write_whole(tmp_path / "a", b"after")

    assert refused.value.filename == str(tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"before"
    assert names_in(tmp_path) == ["a"]


def test_a_place_that_cannot_be_taken_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()

    with pytest.raises(OSError) as refused:
        write_whole(tmp_path / "a", b"after")

    assert refused.value.filename == str(tmp_path / "a")
    assert names_in(tmp_path) == ["a"]


def test_a_program_that_is_stopped_while_it_writes_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stop)

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", b"after")

    assert names_in(tmp_path) == []


def test_only_what_must_last_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr("os.fsync", flushed.append)

    write_whole(tmp_path / "a", b"", durable=False)
    assert flushed == []

    write_whole(tmp_path / "a", b"")
    assert len(flushed) == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights, and links only for some")
def test_nothing_is_written_through_a_link_and_others_may_read_only_what_is_for_them(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"the only copy")
    (tmp_path / "beside").symlink_to(victim)
    (tmp_path / "a").symlink_to(victim)
    usual = os.umask(0o022)

    try:
        write_whole(tmp_path / "a", b"for others", beside=tmp_path / "beside")
        write_whole(tmp_path / "mine", b"for me", rights=0o600)
    finally:
        os.umask(usual)

    assert victim.read_bytes() == b"the only copy"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "mine").stat().st_mode & 0o777 == 0o600


def test_no_other_file_of_the_folder_is_touched(tmp_path: Path) -> None:
    for name in ("a.new", "a.part", ".a.part"):
        (tmp_path / name).write_bytes(b"somebody's")

    write_whole(tmp_path / "a", b"content")

    assert names_in(tmp_path) == [".a.part", "a", "a.new", "a.part"]
    assert (tmp_path / "a.new").read_bytes() == b"somebody's"
