"""A disk that fails at any moment, once or for ever: nothing is called saved that is not, and nothing is lost."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from on_failing_disk import COMPILER, compiled, folder_in_memory, runs_of

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or COMPILER is None, reason="needs Linux and a C compiler to put a disk before the system's"
)


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The failing disk."""
    return compiled(tmp_path_factory.mktemp("disk"))


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder: thousands of writes need not wait for a real disk."""
    with folder_in_memory() as folder:
        yield folder


@pytest.mark.parametrize(
    ("scenario", "least"),
    [
        ("playing", 200),
        ("dying", 100),
        ("opening", 200),
        ("starting", 120),
        ("going_on_elsewhere", 100),
        ("rescuing", 80),
        ("settling", 12),
    ],
)
def test_whatever_fails_nothing_is_called_saved_that_is_not(
    disk: Path, folder: Path, scenario: str, least: int
) -> None:
    assert runs_of(scenario, disk, folder, "some") >= least
