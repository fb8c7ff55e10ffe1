"""A million random events: `python tests/long/random_events.py [COUNT] [SEED]`. Takes some forty minutes.

Every life of five thousand events has a seed of its own, told when something breaks. Every thousand events the file of
the session is read again and must give the table on the screen; memory and open files are told every twenty thousand.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

import pygame  # noqa: E402
from ui.random_events import BOX, Wanderer, lasting_megabytes, open_handles, resident_megabytes, shut_in  # noqa: E402

LIFE, EACH, TOLD = 5_000, 1_000, 20_000
BOXES = (BOX, BOX.parent / "enacting-the-commons")
MOST_GROWTH = 2000.0
"""Megabytes that may be taken for good after the first events, however many follow."""


def main(count: int, seed: int) -> None:
    """So many events, from that seed on."""
    pygame.display.init()
    began, handled, checked, told = time.monotonic(), 0, 0, 0
    first: tuple[float, int] | None = None
    while handled < count:
        with tempfile.TemporaryDirectory() as folder, shut_in(Path(folder), seed) as clock:
            wanderer = Wanderer(seed, Path(folder), clock, BOXES[seed % 2])
            wanderer.wander(LIFE, EACH)
            wanderer.drain()
            assert not pygame.event.peek(pump=False)
            wanderer.leave()
        handled, checked, seed = handled + wanderer.handled, checked + wanderer.checked, seed + 1
        if handled >= told + TOLD:
            told, most = handled, resident_megabytes()
            now = lasting_megabytes(), open_handles()
            first = first or now
            print(
                f"{handled:,} events, {checked} times the same table, {most:.0f} MB, {now[0]:.0f} MB of them for good, "
                f"{now[1]} files open, {time.monotonic() - began:.0f} s",
                flush=True,
            )
            assert now[0] - first[0] <= MOST_GROWTH, "memory grows"
            assert now[1] == first[1], "files stay open"
    print(f"{handled:,} events, 0 exceptions, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
