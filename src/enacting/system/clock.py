"""Seconds that go on while the computer sleeps, so that a sleep can be noticed; they are no time of day.

The usual monotonic clock stands still during sleep on Linux and macOS (PEP 418). A change of the system's date does not
touch this one.
"""

import sys
import time
from typing import Final

SLEEP_SECONDS: Final = 4.0
"""Who looks at the clock several times a second and finds that much gone has slept."""


def seconds() -> float:
    """Seconds since some moment in the past; never less than before."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()
