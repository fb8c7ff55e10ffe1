"""Ten thousand changed boxes: `python tests/long/hostile_decks.py [COUNT]`. Takes some five minutes.

Each is loaded within two seconds, or refused with nothing but `BrokenBox`; what can be played loads again to the same
box. The first that does not is made as small as can be and printed.
"""

import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

from box.mutants import Mutant, loaded, mutants, read_again  # noqa: E402
from hypothesis import HealthCheck, Phase, given, settings  # noqa: E402

MAX_SECONDS = 2


def main(count: int) -> None:
    """Load that many changed boxes."""
    began, slowest = time.monotonic(), 0.0
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:

        @settings(
            max_examples=count,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(mutants())
        def load_one(mutant: Mutant) -> None:
            nonlocal slowest
            started = time.process_time()
            boxes = loaded(mutant, Path(folder))
            seconds = time.process_time() - started
            assert seconds < MAX_SECONDS
            assert boxes is None or read_again(boxes) == boxes
            slowest = max(slowest, seconds)
            seen["refused" if boxes is None else "played"] += 1
            seen["in one file"] += isinstance(mutant, bytes)

        load_one()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    told = ", ".join(f"{number} {what}" for what, number in sorted(seen.items()))
    print(f"{told}; slowest {slowest:.2f} s, {megabytes} MB, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
