"""Which files of tests go first, and what hypothesis tries: the same each time and everywhere, in any time it takes."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent
LONGEST = (
    "window/test_play_by_mouse.py",
    "ui/test_every_screen.py",
    "window/test_real_window.py",
    "test_installations.py",
    "commands/test_commands.py",
    "window/test_play_by_keyboard.py",
    "test_quality.py",
    "engine/test_random_games.py",
    "test_hostile_files.py",
    "ui/test_numbers_of_the_box.py",
    "ui/wall/test_wall_laws.py",
    "ui/setup/test_choose_box.py",
    "box/test_hostile.py",
    "ui/graphics/test_missing_assets.py",
    "ui/test_destinations.py",
    "window/test_nothing_leaves.py",
    "commands/test_console.py",
    "ui/window/test_room.py",
    "engine/test_other_boxes.py",
    "box/test_heavy_pictures.py",
    "session/test_failing_disk.py",
    "ui/test_random_events.py",
    "harvest/test_table_cards.py",
    "ui/window/test_motion.py",
    "test_readme.py",
    "sheets/test_printed_pages.py",
    "ui/sessions/test_private_screens.py",
    "session/test_journal.py",
    "archive/test_erase_words.py",
    "archive/test_erasing_cut_short.py",
    "window/test_screen_reader.py",
    "window/test_private_by_keyboard.py",
    "sheets/test_print_command.py",
)
"""The longest files, the longest first, so that no processor is left alone with one of them at the end."""

# The many programs that the tests start find the game compiled, even where Python was asked to keep nothing compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile("the same everywhere", deadline=None, derandomize=True)
settings.load_profile("the same everywhere")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Four workers at least: what is tested through a real window or another program mostly waits for it."""
    return max(4, os.cpu_count() or 1)


def pytest_configure(config: pytest.Config) -> None:
    """Let each worker read the files from another place on: what one has compiled, the others find."""
    worker: dict[str, Any] | None = getattr(config, "workerinput", None)
    if worker is not None and [Path(config.invocation_params.dir, place) for place in config.args] == [TESTS]:
        files = sorted(map(str, TESTS.rglob("test_*.py")))
        first = int(worker["workerid"].removeprefix("gw")) * len(files) // worker["workercount"]
        config.args = files[first:] + files[:first]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put them in one order: each worker takes the next file that none has begun."""
    ranks = {TESTS / name: rank for rank, name in enumerate(LONGEST)}
    assert all(file.is_file() for file in ranks)
    items.sort(key=lambda item: (ranks.get(item.path, len(ranks)), item.path))
