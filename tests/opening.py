"""The system's own program that shows files, replaced by one that only notes what it was asked to show."""

import os
import sys
import time
from pathlib import Path


class Opener:
    """Stands before the programs of the system in a `PATH` of its own; it opens nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._log = folder / "opened"
        folder.mkdir(parents=True, exist_ok=True)
        program = folder / ("open" if sys.platform == "darwin" else "xdg-open")
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{self._log}"\n', encoding="utf-8")
        program.chmod(0o755)

    @property
    def path(self) -> str:
        """The value for `PATH`."""
        return os.pathsep.join([str(self.folder), os.environ.get("PATH", "")])

    def opened(self, count: int, *, seconds: float = 20) -> list[Path]:
        """What it was asked to show, once it was asked `count` times; fewer when it was not within that time."""
        end = time.monotonic() + seconds
        while len(asked := self._asked()) < count and time.monotonic() < end:
            time.sleep(0.01)
        return asked

    def _asked(self) -> list[Path]:
        return [Path(line) for line in self._log.read_text(encoding="utf-8").splitlines()] if self._log.exists() else []
