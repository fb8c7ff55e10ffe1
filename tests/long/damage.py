"""Every byte of a real session, damaged: `python tests/long/damage.py [BITS]`. Takes some five minutes.

The file is cut short at every byte, one bit is flipped (or BITS, at most 8) at every byte, and every block is filled
with zeros. Each time the damage must be noticed and the good beginning given back, or nothing be changed.
"""

import random
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

from damaging import BLOCK, cut, fates, flipped, whole_session, zeroed  # noqa: E402
from on_failing_disk import folder_in_memory  # noqa: E402


def main(bits: int) -> None:
    """Damage everything."""
    began, chance = time.monotonic(), random.Random(7)
    with folder_in_memory() as folder:
        whole = whole_session(folder)
        everywhere = range(len(whole.data))
        print(f"{len(whole.data)} bytes, {len(whole.rows)} rows")
        print("cut short:", dict(fates(whole, cut(whole.data, everywhere))), flush=True)
        print("zeros:", dict(fates(whole, zeroed(whole.data, range(0, len(whole.data), BLOCK)))), flush=True)
        for _ in range(bits):
            print("flipped:", dict(fates(whole, flipped(whole.data, everywhere, chance))), flush=True)
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
