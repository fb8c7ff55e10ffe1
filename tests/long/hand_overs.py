"""Ten thousand hand-overs of the laptop: `python tests/long/hand_overs.py [COUNT]`. Takes some ten minutes.

Two tables do the same things and only their secret marks differ; whatever differs on their screens before somebody
says "It's me" is a secret told, and ends the run with the seed.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

import pygame  # noqa: E402
from clocks import clock_in_hand  # noqa: E402
from ui.hand_overs import Pair  # noqa: E402

from enacting.system import paths  # noqa: E402

EACH = 50


def main(count: int) -> None:
    """Hand the laptop over that many times."""
    pygame.display.init()
    began, lifted, frames, seed = time.monotonic(), 0, 0, 0
    while lifted < count:
        with tempfile.TemporaryDirectory() as folder, clock_in_hand() as clock:
            os.environ[paths.DATA_VARIABLE] = folder
            pair = Pair(seed, clock)
            try:
                while pair.lifted < EACH:
                    pair.hand_over()
            except AssertionError:
                print(f"seed {seed}: a secret was told after {pair.lifted} hand-overs")
                raise
        lifted, frames, seed = lifted + pair.lifted, frames + pair.frames, seed + 1
    print(f"{lifted} hand-overs, {frames} frames behind the curtain, 0 secrets, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
