"""Whatever a picture is, drawing it takes neither the time nor the memory of the game."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from heavy_pictures import HEAVY

MAX_SECONDS = 2
MAX_MEGABYTES = 256


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be limited there")
def test_no_picture_takes_more_than_two_seconds_and_256_megabytes() -> None:
    command = [sys.executable, str(Path(__file__).parents[1] / "heavy_pictures.py")]

    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

    assert [one["name"] for one in measured] == list(HEAVY)
    assert [one for one in measured if one["status"] != 0] == []
    assert [one for one in measured if one["seconds"] >= MAX_SECONDS] == []
    assert [one for one in measured if one["megabytes"] >= MAX_MEGABYTES] == []
    drawn = {one["name"] for one in measured if one["outcome"] == "drawn"}
    assert {"plain", "16-bits", "layers-of-a-quarter", "grey-layers", "webp", "empty-blocks"} <= drawn
