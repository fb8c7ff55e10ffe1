"""A disk that fails at each thing asked of it, in every manner: `python tests/long/failing.py`. Takes two minutes.

The normal tests leave out half of the manners, and most of the deaths after which a session is opened again.
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

from on_failing_disk import compiled, folder_in_memory, runs_of  # noqa: E402

SCENARIOS = ("playing", "dying", "opening", "starting", "going_on_elsewhere", "rescuing", "settling")


def main() -> None:
    """Play every scenario in every manner."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        disk = compiled(Path(folder))
        for scenario in SCENARIOS:
            with folder_in_memory() as place:
                print(f"{scenario}: {runs_of(scenario, disk, place)} times, nothing lost", flush=True)
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
