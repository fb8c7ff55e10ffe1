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

    assert [run["name"] for run in measured] == list(HEAVY)
    assert [run for run in measured if run["status"] != 0] == []
    assert [run for run in measured if run["seconds"] >= MAX_SECONDS] == []
    assert [run for run in measured if run["megabytes"] >= MAX_MEGABYTES] == []
    drawn = {run["name"] for run in measured if run["outcome"] == "drawn"}
    assert {"plain", "16-bits", "layers-of-a-quarter", "grey-layers", "webp", "empty-blocks"} <= drawn
