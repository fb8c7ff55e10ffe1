"""A clock that a test moves by hand, in the place of the system's: how fast or busy the machine is does not matter."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


class HandClock:
    """Seconds that pass only when a test says so. It can also stand in for the module `time` of `system.clock`."""

    CLOCK_BOOTTIME = CLOCK_MONOTONIC = 0

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def clock_gettime(self, _: int) -> float:
        """Seconds since some moment in the past, as Linux and macOS give them."""
        return self.now

    def monotonic(self) -> float:
        """The same, as Windows gives them."""
        return self.now

    def later(self, seconds: float) -> None:
        """Let that many seconds pass."""
        self.now += seconds


@contextmanager
def clock_in_hand() -> Iterator[HandClock]:
    """Meanwhile every window and session that uses the system's clock uses this one, so that no two can differ."""
    clock = HandClock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("enacting.system.clock.time", clock)
        yield clock


@contextmanager
def processor_seconds_at_most(most: float) -> Iterator[None]:
    """What is done meanwhile takes no more of the processor than that, however busy the machine is otherwise."""
    began = time.process_time()
    yield
    assert time.process_time() - began <= most
