"""Every screen of the game in every window: `python tests/long/every_window.py [LANGUAGE]...`.

The test command lays them out where there is least room; this does so at each size, text size and theme, in each
language, and tells every fault of a law of layout. It takes five to ten minutes.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

import pygame  # noqa: E402
from clocks import clock_in_hand  # noqa: E402
from ui.layout_laws import LAWS, MIN_CONTRAST  # noqa: E402
from ui.walks import SIZES, Window, every_screen  # noqa: E402

from enacting.language.words import languages  # noqa: E402
from enacting.system import paths  # noqa: E402

TEXT_SIZES = (1.0, 1.25, 1.5, 2.0)


def main(among: list[str]) -> None:
    """Walk through the game in those languages, once for each theme, and tell what breaks a law."""
    began, faults, screens = time.monotonic(), list[str](), 0
    pygame.display.init()
    for language in among:
        for name in MIN_CONTRAST:
            windows = [Window(*size, text, name) for size in SIZES for text in TEXT_SIZES]
            with tempfile.TemporaryDirectory() as folder, clock_in_hand():
                os.environ[paths.DATA_VARIABLE] = str(Path(folder) / "data")
                for frame in every_screen(language, Path(folder), windows):
                    screens += 1
                    faults += [f"{law.__name__}: {frame}: {fault}" for law in LAWS for fault in law(frame)]
            print(f"{language}, {name}: {screens} screens so far, {len(faults)} faults", flush=True)
    print("\n".join(faults))
    print(f"{screens} screens, {len(faults)} faults, {time.monotonic() - began:.0f} s")
    assert not faults


if __name__ == "__main__":
    main(sys.argv[1:] or list(languages()))
