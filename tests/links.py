"""Symbolic links for tests, where the system makes them: Windows asks for a special right, and Wine makes none."""

from pathlib import Path

import pytest


def make_link(link: Path, target: Path) -> None:
    """Make the link, or skip the test where there can be none."""
    try:
        link.symlink_to(target, target_is_directory=target.is_dir())
    except OSError as refusal:
        pytest.skip(f"no link can be made here: {refusal.strerror}")
    if not link.is_symlink():
        pytest.skip("this system makes no links")
