"""Files that somebody else may have written, by the thousand: `python tests/long/hostile_files.py [COUNT] [KIND...]`.

Each case lays files in an empty folder, looks at them and uses them as the program does (`tests/hostile/kinds.py` says
what must hold). 20,000 cases take about an hour and a half on two processors. It ends with how each kind went, and with
the worst case of each sort, one a line: kept in `tests/data/hostile_files.txt`, they are among the normal tests.
"""

import faulthandler
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

from hostile.kinds import MAX_MEGABYTES, Ran, kinds, megabytes, run  # noqa: E402
from on_failing_disk import MEMORY  # noqa: E402

BATCH = 50
HANGS_AFTER = 300
"""Seconds of the clock for one case, with all that a busy machine does besides; the work of it is counted apart."""
WORST = 50


def main(count: int, names: Sequence[str]) -> None:
    """So many cases, shared between those kinds."""
    began, broken, ran = time.monotonic(), list[str](), list[Ran]()
    heaviest = dict.fromkeys(names, 0.0)
    with ProcessPoolExecutor(max_workers=os.cpu_count(), max_tasks_per_child=1) as pool:
        for name, done, failures, most in pool.map(batch, *zip(*_batches(count, names), strict=True)):
            ran += done
            broken += failures
            heaviest[name] = max(heaviest[name], most)
            for failure in failures:
                print(failure, flush=True)
    for name in names:
        longest = max((case.longest for case in ran if case.kind == name), default=(0.0, ""))
        cases = sum(case.kind == name for case in ran)
        print(f"{name}: {cases} cases, {longest[0]:.2f} s at the most ({longest[1]}), {heaviest[name]:.0f} MB")
    print(f"{len(ran) + len(broken)} cases, {len(broken)} broken, {time.monotonic() - began:.0f} s")
    for case in worst_of(ran):
        print(f"{case.kind} {case.number}  # {case.longest[0]:.2f} s, {case.what.partition(': ')[2]}")
    assert not broken


def worst_of(ran: Sequence[Ran]) -> list[Ran]:
    """The cases that took longest, one of each sort: a share of them of each kind, then of any."""
    by_sort = {(case.kind, case.what.partition(": ")[2]): case for case in sorted(ran, key=lambda case: case.longest)}
    worst = sorted(by_sort.values(), key=lambda case: case.longest, reverse=True)
    shares = {name: WORST * kind.share // 110 for name, kind in kinds().items()}
    first = [case for name, share in shares.items() for case in [case for case in worst if case.kind == name][:share]]
    return [*first, *(case for case in worst if case not in first)][:WORST]


def _batches(count: int, names: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    shares = {name: kinds()[name].share for name in names}
    each = {name: -(-count * share // sum(shares.values())) for name, share in shares.items()}
    for start in range(0, max(each.values()), BATCH):
        for name in names:
            if start < each[name]:
                yield name, start, min(start + BATCH, each[name])


def batch(name: str, start: int, end: int) -> tuple[str, list[Ran], list[str], float]:
    """A few cases in a program of their own, with the most memory it had, in megabytes."""
    ran, broken = [], []
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        for number in range(start, end):
            faulthandler.dump_traceback_later(HANGS_AFTER, exit=True)
            try:
                ran.append(run(name, number, Path(folder) / "case"))
            except AssertionError as failure:
                broken.append(f"{failure}: {failure.__cause__!r}")
            faulthandler.cancel_dump_traceback_later()
    most = megabytes()
    if most > MAX_MEGABYTES + kinds()[name].own_megabytes:
        broken.append(f"{name} {start} to {end}: {most:.0f} MB")
    return name, ran, broken, most


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, sys.argv[2:] or list(kinds()))
