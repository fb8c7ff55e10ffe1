"""Erasing killed before each change of the disk, one after the other: `python tests/long/erasing.py`.

The normal tests kill before every fifth; this takes them all.
"""

import os
import sys
import time
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "src")]

from archive import test_erasing_cut_short as killed  # noqa: E402


def main() -> int:
    """Run those tests with every kill; the exit code of pytest."""
    os.environ[killed.STEP_VARIABLE] = "1"
    began = time.monotonic()
    code = pytest.main(["-n", "0", "-q", "--timeout", "3600", str(killed.__file__), "-k", "killed_anywhere"])
    print(f"every kill, {time.monotonic() - began:.0f} s")
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
