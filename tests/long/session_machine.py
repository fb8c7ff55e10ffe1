"""Sessions as machines: `python tests/long/session_machine.py [RUNS] [STEPS]`. Takes half an hour.

Each run is fifty things done in any order: moves, undoing, redoing, another language, pauses, sleeps, closing, being
killed and resumed; after each one the table, the story and the second copy must be what was done.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

from hypothesis import HealthCheck, Phase, settings  # noqa: E402
from hypothesis.stateful import run_state_machine_as_test  # noqa: E402
from on_failing_disk import folder_in_memory  # noqa: E402
from session.machine import SessionMachine  # noqa: E402

run_machine: Callable[..., None] = run_state_machine_as_test
"""Typed here: Hypothesis does so itself only in its newest versions."""


def main(runs: int, steps: int) -> None:
    """So many runs of so many steps."""
    began = time.monotonic()
    with folder_in_memory() as folder:  # Millions of writes need not wait for a real disk.
        tempfile.tempdir = str(folder)
        run_machine(
            SessionMachine,
            settings=settings(
                max_examples=runs,
                stateful_step_count=steps,
                deadline=None,
                database=None,
                phases=(Phase.generate, Phase.shrink),
                suppress_health_check=list(HealthCheck),
            ),
        )
    print(f"{runs:,} runs of {steps} steps, nothing lost, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000, int(sys.argv[2]) if len(sys.argv) > 2 else 50)
