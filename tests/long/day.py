"""A table that is played at for a whole day: `python tests/long/day.py [HOURS] [MOVES AN HOUR]`. Takes ten minutes.

The clock is moved by hand: the window looks at the time and is painted once a second or more, while people play, take
back, pause, sleep, look elsewhere and open the room's window. Every hour the file is read again and must give the
table, and its second copy must be a beginning of it. Once the session is closed, open files are those of before it
and memory nearly so; meanwhile only the moves take room.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

import pygame  # noqa: E402
from clocks import HandClock  # noqa: E402
from ui.days import Day  # noqa: E402
from ui.random_events import lasting_megabytes, open_handles, shut_in  # noqa: E402

MAX_KILOBYTES_A_MOVE = 20.0
"""What a move may take in memory while its session is open: the table after it, for the whole session to be shown."""
MAX_LEFT = 20.0
"""Megabytes that a day may leave behind: measured at 15, up to where random events settle too."""


def main(hours: int, moves: int) -> None:
    """So many hours of the clock, at so many moves an hour."""
    pygame.display.init()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, shut_in(Path(folder)) as clock:
        play(Path(folder), clock, 1, moves, began)
        before = lasting_megabytes(), open_handles()
        print(f"before: {before[0]:.1f} MB, {before[1]} files open", flush=True)
        play(Path(folder), clock, hours, moves, began)
        after = lasting_megabytes(), open_handles()
        print(f"after: {after[0]:.1f} MB, {after[1]} files open")
    assert after[0] - before[0] <= MAX_LEFT, "memory is not given back"
    assert after[1] == before[1], "files stay open"


def play(folder: Path, clock: HandClock, hours: int, moves: int, began: float) -> None:
    """A session of so many hours, and away from it."""
    day = Day(hours, folder, clock)
    first = lasting_megabytes(), open_handles(), len(day.session.log())
    for hour in range(hours):
        until, between = (hour + 1) * 3600, max(1, 3600 // moves)
        while day.seconds < until:
            day.second()
            if day.chance.random() < 1 / between:
                day.act()
        day.app.close_room()
        day.check()
        log, size = len(day.session.log()), day.session.path.stat().st_size
        now = lasting_megabytes(), open_handles()
        a_move = 1000 * (now[0] - first[0]) / max(1, log - first[2])
        print(
            f"hour {hour + 1}: {log:,} moves and steps back, {day.frames:,} frames, file of {size / 1000:,.0f} kB, "
            f"{now[0]:.1f} MB for good ({a_move:.1f} kB a move), {now[1]} files open, {time.monotonic() - began:.0f} s",
            flush=True,
        )
        assert now[1] == first[1], "files stay open"
    assert hours < 2 or a_move <= MAX_KILOBYTES_A_MOVE, "memory grows beyond the moves"
    day.leave()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 24, int(sys.argv[2]) if len(sys.argv) > 2 else 240)
