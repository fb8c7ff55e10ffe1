"""Loads hostile boxes, each in a process of its own which the system would end: `python tests/box/measuring.py`.

Tells, as one line of JSON for each box, its name, how its process ended (0 when the box was refused), the seconds of
processor it took and the megabytes it held at most, of which the program itself takes about seventy.
"""

import json
import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

from box.hostile_boxes import HOSTILE  # noqa: E402
from boxes import tiny_box_files  # noqa: E402

from enacting.box import BrokenBox, format_problem, load, load_files  # noqa: E402
from enacting.language.words import languages, words_in  # noqa: E402

MAX_SECONDS = 10
MAX_MEMORY = 1 << 30


def main(names: Sequence[str]) -> None:
    """Measure each of these boxes."""
    load_files(tiny_box_files())
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            child = os.fork()
            if child == 0:
                os._exit(_ending(name, Path(folder)))
            _, status, used = os.wait4(child, 0)
        seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss >> 10
        line = {"name": name, "status": status, "seconds": round(seconds, 2), "megabytes": megabytes}
        print(json.dumps(line), flush=True)


def _ending(name: str, folder: Path) -> int:
    """Build a box and have it refused, with all that is said of it: 0 when it is."""
    built = HOSTILE[name][0](folder)
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    try:
        load(built) if isinstance(built, Path) else load_files(built)
    except BrokenBox as broken:
        for language in languages():
            for problem in broken.shown:
                format_problem(problem, words_in(language))
        return 0
    return 1


if __name__ == "__main__":
    main(sys.argv[1:] or list(HOSTILE))
