"""Which files of tests go first: the longest, so that at the end no processor waits for one of them alone."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parent
LONGEST = (
    *("ui/test_every_screen.py", "window/test_real_window.py", "test_quality.py", "window/test_play_by_mouse.py"),
    *("test_commands.py", "ui/test_random_events.py", "window/test_play_by_keyboard.py", "test_readme.py"),
    *("ui/test_missing.py", "window/test_screen_reader.py", "ui/test_boxes.py", "test_failing_disk.py"),
)
"""The files that take more than five seconds, the longest first; the others come as they are found."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put them in that order: each worker takes the next file that none has begun."""
    ranks = {TESTS / name: rank for rank, name in enumerate(LONGEST)}
    assert all(file.is_file() for file in ranks)
    items.sort(key=lambda item: ranks.get(item.path, len(ranks)))
