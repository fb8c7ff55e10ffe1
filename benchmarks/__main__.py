"""`python -m benchmarks`: one table of figures beside their goals. The window needs Xvfb, or a display."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.engine import moves_per_second, replay_milliseconds
from benchmarks.pooling import make_sessions
from benchmarks.report import report_costs

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def a_display() -> Iterator[dict[str, str] | None]:
    """The environment of a display of our own, large enough for 4K; None where Xvfb is missing."""
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    read, write = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(write), "-screen", "0", "3840x2160x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    with tempfile.TemporaryDirectory() as data:
        yield {
            **os.environ,
            "DISPLAY": f":{number}",
            "SDL_VIDEODRIVER": "x11",
            "SDL_FRAMEBUFFER_ACCELERATION": "0",
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
            "ENACTING_DATA": data,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
        }
    server.terminate()
    server.wait()


def measured(environment: dict[str, str], *arguments: object) -> dict[str, float]:
    """What one process of `benchmarks.window` prints."""
    command = [sys.executable, "-m", "benchmarks.window", *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def first_frame_seconds(environment: dict[str, str]) -> float:
    """From the start of the process to its first frame: the median of seven."""
    times = []
    for _ in range(7):
        begin = time.time()
        times.append(measured(environment, "first_frame")["at"] - begin)
    return sorted(times)[3]


def row(what: str, figure: str, goal: str, reached: bool | None) -> None:
    """One line of the table."""
    verdict = "" if reached is None else "yes" if reached else "NO"
    print(f"{what:<58} {figure:>20} {goal:>14}  {verdict}")


def _printing_rows() -> None:
    """What printing costs."""
    goals = {"whole_box": ("the whole box on paper", 4, 300, 5.0), "dense_cards": ("fifty dense cards", 2, 160, 5.0)}
    for name, (what, seconds, megabytes, file) in goals.items():
        found = _found("benchmarks.printing", name)
        row(f"{what}: processor, s", f"{found['seconds']:.2f}", str(seconds), found["seconds"] <= seconds)
        row("  memory, MB", f"{found['megabytes']:.0f}", str(megabytes), found["megabytes"] <= megabytes)
        row("  file, MB", f"{found['file']:.2f}", f"{file:g}", found["file"] <= file)


def _preview_rows() -> None:
    """How soon a designer sees what was saved."""
    found = _found("benchmarks.preview")
    for name, what, goal in (("shipped", "the shipped box", 300), ("large", "a box of 2,000 cards", 500)):
        row(f"from saving {what} to seeing it: p95, ms", f"{found[name]:.0f}", str(goal), found[name] <= goal)


def _pooling_rows() -> None:
    """What one report of a thousand sessions costs."""
    with tempfile.TemporaryDirectory() as folder:
        make_sessions(Path(folder))
        found = _found("benchmarks.pooling", folder)
    row(f"one report of {found['sessions']:,.0f} sessions, s", f"{found['seconds']:.1f}", "20", found["seconds"] <= 20)
    row("  processor, s", f"{found['processor']:.1f}", "", None)
    row("  memory, MB", f"{found['megabytes']:.0f}", "100", found["megabytes"] <= 100)


def _found(module: str, *arguments: str) -> dict[str, float]:
    """What a benchmark prints that runs in a process of its own."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {**os.environ, "PYTHONPATH": paths, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def main() -> None:
    """Measure everything and print the table."""
    row("what", "figure", "goal", None)
    speed = moves_per_second()
    row("engine, moves per processor second (log, undo, validation)", f"{speed:,.0f}", "100,000", speed >= 100_000)
    replay, with_reading = replay_milliseconds()
    row("replay of 150 moves, ms", f"{replay:.2f}", "2", replay <= 2)
    row("replay of 150 moves read from their text, ms", f"{with_reading:.2f}", "", None)
    _printing_rows()
    _preview_rows()
    _pooling_rows()
    report = report_costs()
    row("report of 9 people, 27 proposals, 120 notes: processor, s", f"{report.seconds:.2f}", "2", report.seconds <= 2)
    row("  memory of the larger of its two processes, MB", f"{report.megabytes:.0f}", "120", report.megabytes <= 120)
    row("  size, MB", f"{report.file_megabytes:.2f}", "0.5", report.file_megabytes <= 0.5)
    with a_display() as environment:
        if environment is None:
            print("Xvfb is missing: the window is not measured.")
            return
        first = first_frame_seconds(environment)
        row("first frame from process start, s", f"{first:.2f}", "0.6", first <= 0.6)
        for width, height, goal in ((1920, 1080, 8), (3840, 2160, 16)):
            frames = measured(environment, "dragging", width, height)
            name = f"{width}x{height}, {frames['cards']:.0f} cards"
            row(f"dragging at {name}: p95, ms", f"{frames['p95']:.2f}", str(goal), frames["p95"] <= goal)
            row("  median, ms", f"{frames['median']:.2f}", "", None)
            row("  p95 in copies of a frame's pixels", f"{frames['p95'] / frames['floor']:.1f}", "", None)
            row("  everything painted again, ms", f"{frames['whole']:.2f}", "", None)
            row("  memory, MB", f"{frames['megabytes']:.0f}", "", None)
        flight = measured(environment, "flying", 1920, 1080)
        row("cards flying at 1920x1080: p95 of a frame, ms", f"{flight['p95']:.2f}", "16.7", flight["p95"] <= 16.7)
        row("  median, ms", f"{flight['median']:.2f}", "", None)
        stamped = measured(environment, "adopting", 1920, 1080)
        row("an adoption at 1920x1080: p95 of a frame, ms", f"{stamped['p95']:.2f}", "16.7", stamped["p95"] <= 16.7)
        row("  median, ms", f"{stamped['median']:.2f}", "", None)
        quiet = measured(environment, "idle", 10)
        row("frames drawn in 10 idle seconds", f"{quiet['frames']:.0f}", "0", quiet["frames"] == 0)
        row("  share of one processor", f"{100 * quiet['processor']:.1f} %", "", None)


if __name__ == "__main__":
    main()
