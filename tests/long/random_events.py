"""A million random events: `python tests/long/random_events.py [COUNT] [SEED]`. Takes some twenty-five minutes.

Every life of five thousand events has a seed of its own, told when something breaks. Every thousand events the file of
the session is read again and must give the table on the screen; memory and open files are told forty times, and must be
flat: from the second quarter on, nothing more is taken for good.
"""

import importlib
import os
import pkgutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

import pygame  # noqa: E402
from ui.random_events import BOX, Wanderer, lasting_megabytes, open_handles, resident_megabytes, shut_in  # noqa: E402

import enacting.ui  # noqa: E402
from enacting.ui.window.app import Screen  # noqa: E402

LIFE, EACH, TIMES_TOLD = 5_000, 1_000, 40
BOXES = (BOX, BOX.parent / "enacting-the-commons")
MAX_GROWTH = 1.1
"""The memory taken for good in the last quarter, compared with the second one."""


def main(count: int, seed: int) -> None:
    """So many events, from that seed on."""
    pygame.display.init()
    began, handled, checked, accidents, lives = time.monotonic(), 0, 0, 0, 0
    told: list[tuple[float, int]] = []
    met: set[str] = set()
    while handled < count:
        with tempfile.TemporaryDirectory() as folder, shut_in(Path(folder), seed) as clock:
            wanderer = Wanderer(seed, Path(folder), clock, BOXES[seed % 2])
            wanderer.wander(LIFE, EACH)
            wanderer.drain()
            assert not pygame.event.peek(pump=False)
            wanderer.leave()
        handled, checked, seed = handled + wanderer.handled, checked + wanderer.checked, seed + 1
        accidents, lives = accidents + wanderer.accidents, lives + wanderer.lives
        met |= wanderer.screens
        del wanderer
        if handled >= (len(told) + 1) * count / TIMES_TOLD:
            most = resident_megabytes()
            told.append((lasting_megabytes(), open_handles()))
            print(
                f"{handled:,} events, {checked} times the same table, {accidents} accidents, {lives} starts, "
                f"{most:.0f} MB, {told[-1][0]:.1f} MB of them for good, {told[-1][1]} files open, "
                f"{time.monotonic() - began:.0f} s",
                flush=True,
            )
    never = sorted(all_screens() - met)
    print(f"{handled:,} events, 0 exceptions, {time.monotonic() - began:.0f} s; screens never met: {', '.join(never)}")
    is_flat(told)


def is_flat(told: list[tuple[float, int]]) -> None:
    """Look at the second and the last quarter of what was told."""
    quarter = len(told) // 4
    assert quarter, "too few events to tell"
    second, last = told[quarter : 2 * quarter], told[-quarter:]
    before, after = (median(megabytes for megabytes, _ in part) for part in (second, last))
    print(f"{before:.1f} MB for good in the second quarter, {after:.1f} MB in the last one")
    assert after <= before * MAX_GROWTH, "memory grows"
    assert {files for _, files in second} == {files for _, files in last}, "files stay open"


def all_screens() -> set[str]:
    """The names of the screens there are."""
    for module in pkgutil.walk_packages(enacting.ui.__path__, "enacting.ui."):
        importlib.import_module(module.name)
    return {kind.__name__ for kind in _kinds(Screen)}


def _kinds(kind: type) -> set[type]:
    below: set[type] = set(kind.__subclasses__())
    return below.union(*map(_kinds, below))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
