"""The settings of a person: kept, and as usual where they cannot be read, which is told."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from enacting.ui.window.settings import Settings, are_settings_damaged, read_settings, write_settings

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
MINE = Settings(language="fr", text_size=1.5, theme="dark", crises_aside=("box/storm",))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "settings.json"
    write_settings(file, MINE)
    return file


def test_what_was_kept_is_read_back(file: Path) -> None:
    assert read_settings(file) == MINE
    assert not are_settings_damaged(file)


def test_no_settings_yet_are_as_usual_and_not_damaged(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none" / "settings.json") == Settings()
    assert not are_settings_damaged(tmp_path / "none" / "settings.json")
    (tmp_path / "file").touch()
    assert not are_settings_damaged(tmp_path / "file" / "settings.json")


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"null", b"[]", b"7", b'"x"', b"\xff\xfe{}", b"caf\xe9", b"[" * 100_000, b'{"a":' * 100_000),
        *(b"9" * 5000, b"{}" + b" " * (1 << 20)),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_file_that_is_no_settings_is_as_usual_and_told(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    assert read_settings(file) == Settings()
    assert are_settings_damaged(file)


@pytest.mark.parametrize(
    "value", [None, 7, 1e999, [], {}, [[]], [7], "x" * 100, True, -1, 10**400], ids=lambda value: repr(value)[:9]
)
@pytest.mark.parametrize("name", list(Settings.__dataclass_fields__))
def test_a_value_of_another_kind_leaves_the_others_as_they_were(file: Path, name: str, value: object) -> None:
    stored = json.loads(file.read_text())
    file.write_text(json.dumps({**stored, name: value}))

    found = read_settings(file)

    for other in Settings.__dataclass_fields__:
        assert type(getattr(found, other)) is type(getattr(MINE, other))
        assert other == name or getattr(found, other) == getattr(MINE, other)


def test_a_value_of_another_kind_is_told_and_a_new_key_is_not(file: Path) -> None:
    file.write_text(json.dumps({"sound": "loud"}))
    assert are_settings_damaged(file)

    file.write_text(json.dumps({"sound": True, "of_a_later_version": [1]}))
    assert not are_settings_damaged(file)
    assert read_settings(file) == Settings(sound=True)


def _link(file: Path) -> None:
    file.symlink_to(file.with_name("other.json"))
    file.with_name("other.json").write_text('{"sound": true}')


@posix
@pytest.mark.timeout(20)
@pytest.mark.parametrize("lay", [_link, lambda file: file.symlink_to(file), os.mkfifo, Path.mkdir])
def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path, lay: Callable[[Path], None]) -> None:
    lay(tmp_path / "settings.json")

    assert read_settings(tmp_path / "settings.json") == Settings()
    assert are_settings_damaged(tmp_path / "settings.json")


@posix
def test_keeping_settings_writes_through_no_link(file: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("the only copy")
    (tmp_path / "settings.json.new").symlink_to(victim)

    write_settings(file, Settings(sound=True))

    assert victim.read_text() == "the only copy"
    assert read_settings(file) == Settings(sound=True)
