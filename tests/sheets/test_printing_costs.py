"""What printing costs: seconds of both processes, the memory of the larger one, the size of the files."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts the memory of processes in another way")
@pytest.mark.parametrize(
    ("measure", "seconds", "megabytes", "file"), [("whole_box", 4, 300, 5), ("dense_cards", 2, 160, 5)]
)
def test_printing_costs_no_more_than_it_may(measure: str, seconds: float, megabytes: float, file: float) -> None:
    command = [sys.executable, "-m", "benchmarks.printing", measure]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    found = json.loads(done.stdout)
    assert found["seconds"] <= seconds
    assert found["megabytes"] <= megabytes
    assert found["file"] <= file
