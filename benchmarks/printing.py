"""Printing, measured in a process of its own: processor seconds, memory and the size of the file.

Run as `python -m benchmarks.printing NAME` by the table; prints one JSON object. Both processes count, the one that
prints and the one that sets type; memory is the larger of the two.
"""

import json
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from enacting.box.loading import find_box, load
from enacting.sheets.choices import BoardPaper, PrintChoices
from enacting.sheets.printing import print_box
from enacting.typesetting import Typesetter

BOX = "enacting-the-commons"


def whole_box() -> dict[str, float]:
    """Every card of the shipped box in French, with scenes and backs, and its board."""
    return _printed(PrintChoices())


def dense_cards() -> dict[str, float]:
    """The postures, the first 39 mechanisms and 5 crises of the shipped box: fifty that say much, with their backs."""
    box = load(find_box(BOX)).box("fr")
    cards = (*box.postures, *tuple(box.mechanisms)[:39], *tuple(box.crises)[:5])
    return _printed(PrintChoices(cards=cards, board=BoardPaper.NONE))


def _printed(choices: PrintChoices) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        with Typesetter() as typesetter:
            done = print_box(load(find_box(BOX)), "fr", choices, Path(folder), typesetter)
        size = sum(file.stat().st_size for file in done.files)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "seconds": sum(usage.ru_utime + usage.ru_stime for usage in used),
        "megabytes": max(own_kilobytes(), used[1].ru_maxrss) / 1024,
        "file": size / 1e6,
    }


def own_kilobytes() -> int:
    """The most memory that this process had: Linux counts in `ru_maxrss` that of who started it, too."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    print(json.dumps({"whole_box": whole_box, "dense_cards": dense_cards}[sys.argv[1]]()))
