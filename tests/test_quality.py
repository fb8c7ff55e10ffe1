"""Style and types, as tests: the test command of the README says everything at once."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.xdist_group("quality")


def test_ruff_finds_nothing_to_say() -> None:
    ran("ruff", "check", ".")


def test_ruff_would_format_nothing_differently() -> None:
    ran("ruff", "format", "--check", ".")


def test_mypy_finds_no_wrong_type() -> None:
    ran("mypy")


def ran(*command: str) -> None:
    """Run a tool of this Python; it must be content."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
