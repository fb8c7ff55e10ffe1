"""A window that is given another size again and again: `python tests/long/sizes.py [SIZES] [MOVES]`.

People play a few moves at each size. What was drawn for the sizes before is given back: after the first sixty sizes
the program takes no more memory than it has by then, but for the moves themselves. Without a display nobody sees the
window; with one, it is the real one, which takes some 130 MB more. It takes one to three minutes.
"""

import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ["SDL_AUDIODRIVER"] = "dummy"
if "DISPLAY" not in os.environ:
    os.environ["SDL_VIDEODRIVER"] = "dummy"
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

import pygame  # noqa: E402
from ui.days import Day  # noqa: E402
from ui.random_events import resident_megabytes, shut_in  # noqa: E402

from enacting.ui.window.system_window import RealWindow  # noqa: E402

SETTLED = 60
"""How many sizes it takes until memory is what it will be."""
MAX_MORE = 60.0
"""Megabytes more than then, at any later size: sizes differ, and so does what is drawn for them."""


def main(sizes: int, moves: int) -> None:
    """So many sizes, with so many moves at each."""
    began, chance = time.monotonic(), random.Random(3)
    pygame.display.init()
    stage = RealWindow("sizes", (1280, 720), full_screen=False, accessible=False) if "DISPLAY" in os.environ else None
    settled = most = 0.0
    with tempfile.TemporaryDirectory() as folder, shut_in(Path(folder)) as clock:
        day = Day(1, Path(folder), clock, stage)
        for number in range(1, sizes + 1):
            for _ in range(moves):
                day.act()
            size = chance.randrange(1024, 1930), chance.randrange(600, 1090)
            day.app.stage.resize(size)
            day.loop.handle(pygame.event.Event(pygame.WINDOWRESIZED, x=size[0], y=size[1]))
            day.look()
            now = resident_megabytes()
            if number <= SETTLED:
                settled = max(settled, now)
            most = max(most, now)
            if number % SETTLED == 0:
                print(
                    f"{number} sizes: {now:.0f} MB, {most:.0f} at the most, {time.monotonic() - began:.0f} s",
                    flush=True,
                )
            assert now <= settled + MAX_MORE or number <= SETTLED, "memory follows the number of sizes"
        day.leave()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400, int(sys.argv[2]) if len(sys.argv) > 2 else 3)
