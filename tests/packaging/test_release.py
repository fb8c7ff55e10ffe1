"""A release says what is missing for it, one sentence each, and its sums are those of its files."""

import hashlib
import subprocess
from pathlib import Path

import pytest
from release import NotReady, _same_bytes, missing, write_sums


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A checkout that could be released as 1.2.3."""
    package = tmp_path / "src" / "enacting"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text('__version__ = "1.2.3"\n', encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text("# Changes\n\n## 1.2.3 - 2026-12-01\n\n- All.\n", encoding="utf-8")
    formats = tmp_path / "tests" / "data" / "formats" / "1.2.3"
    formats.mkdir(parents=True)
    (formats / "session").touch()
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message", "All")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def test_a_checkout_that_is_ready_lacks_nothing(ready: Path) -> None:
    assert list(missing(ready)) == []


def test_a_change_log_that_does_not_begin_with_the_version_is_told(ready: Path) -> None:
    (ready / "CHANGELOG.md").write_text("# Changes\n\n## Unreleased\n\n- More.\n", encoding="utf-8")
    git(ready, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qam", "Log")

    assert list(missing(ready)) == ["The first section of CHANGELOG.md must be `## 1.2.3 - <date>`."]


def test_what_is_not_committed_is_told(ready: Path) -> None:
    (ready / "new").touch()

    assert list(missing(ready)) == ["Commit first: the release is built from a commit."]


def test_a_version_that_is_tagged_is_told(ready: Path) -> None:
    git(ready, "tag", "v1.2.3")

    [told] = missing(ready)
    assert told.startswith("v1.2.3 is tagged already")


def test_formats_that_are_not_kept_are_told(ready: Path) -> None:
    git(ready, "rm", "-rq", "tests")
    git(ready, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "Less")

    assert list(missing(ready)) == ["Keep what this version writes: python tests/data/formats/make.py"]


def test_two_builds_that_differ_are_no_release(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"one")
    second.write_bytes(b"one")
    _same_bytes([first], [second])
    second.write_bytes(b"two")

    with pytest.raises(NotReady, match="not the same bytes"):
        _same_bytes([first], [second])


def test_the_sums_are_those_of_the_files_in_the_form_that_sha256sum_reads(tmp_path: Path) -> None:
    for name in ("b.zip", "a.whl"):
        (tmp_path / name).write_bytes(name.encode())

    sums = write_sums([tmp_path / "b.zip", tmp_path / "a.whl"], tmp_path)

    lines = sums.read_text(encoding="ascii").splitlines()
    assert lines == [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a.whl", "b.zip")]
