"""A thousand kills and a hundred races: `python tests/long/kills.py [KILLS] [RACES]`. Takes some six minutes.

Programs that play and acknowledge each move are killed at any moment; nothing acknowledged may be lost, and the game
must go on at the same question. Then three programs at a time want the same session; one must get it.
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

from killing import kill_at_random, race  # noqa: E402


def main(kills: int, races: int) -> None:
    """Kill and race that many times."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_at_random(Path(folder), kills, seed=int(began))
        print(f"{tally.kills} kills, {tally.acknowledged} moves acknowledged, 0 lost, {tally.unacknowledged} more")
        print(f"{race(Path(folder), races, runners=3, seed=int(began))} races, each won by one")
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    numbers = [int(number) for number in sys.argv[1:]]
    main(*(numbers + [1000, 100][len(numbers) :]))
