"""A program killed at any moment has lost nothing it had acknowledged, and leaves its session free for another."""

import os
from pathlib import Path

import pytest
from killing import kill_at_random, race

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")


def test_fifty_programs_killed_at_any_moment_have_lost_nothing_they_acknowledged(tmp_path: Path) -> None:
    tally = kill_at_random(tmp_path, 50)

    assert tally.kills == 50
    assert tally.acknowledged > 150


def test_one_of_two_programs_gets_the_session_and_a_kill_frees_it(tmp_path: Path) -> None:
    assert race(tmp_path, 5) == 5
