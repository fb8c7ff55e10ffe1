"""Style and types, as tests: the test command of the README says everything at once."""

import re
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


def test_nobody_goes_through_things_without_a_name() -> None:
    nameless = re.compile(r"\bfor one in\b")
    files = [
        file
        for name in ("assets", "benchmarks", "docs", "packaging", "src", "tests")
        for file in (ROOT / name).rglob("*.py")
    ]

    found = [
        file.relative_to(ROOT) for file in files if file != Path(__file__) and nameless.search(file.read_text("utf-8"))
    ]

    assert found == []
