"""What the report of a full session costs as a PDF: one process that does nothing else, and the one it starts."""

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.full_session import make_full_session


@dataclass(frozen=True, slots=True)
class Costs:
    """Processor seconds of both processes, megabytes of the larger one, megabytes of the document."""

    seconds: float
    megabytes: float
    file_megabytes: float


def report_costs() -> Costs:
    """Measured in a process of its own, start included."""
    with TemporaryDirectory() as folder:
        path = make_full_session(Path(folder) / "full.session")
        command = [sys.executable, "-m", "benchmarks.report", str(path), folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return Costs(**json.loads(done.stdout))


def main(session: Path, folder: Path) -> None:
    """Write the document and print what it cost."""
    from enacting.harvest.formats import Format
    from enacting.harvest.making import make_harvest
    from enacting.session.session import Session

    document, _ = make_harvest(Session.look(session), folder, "fr", formats=(Format.PDF,))
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    costs = {
        "seconds": sum(each.ru_utime + each.ru_stime for each in used),
        "megabytes": max(each.ru_maxrss for each in used) / 1024,
        "file_megabytes": document.stat().st_size / 1e6,
    }
    print(json.dumps(costs))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
