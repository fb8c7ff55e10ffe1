"""Looks at the files of a box, to know when they have been saved.

Law: no save is missed, whatever the editor does: writing in place, renaming another file over, several times within the
same second, on a disk that tells nobody. Dates tell most saves at once; contents, read once a second, tell the rest.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from enacting.box.loading import read_files
from enacting.box.problems import BrokenBox

READ_EVERY: Final = 1.0
"""How often the contents are compared when no date has changed, in seconds."""

Content = bytes | str | Path
Dates = Mapping[str, tuple[int, int, int]]


class FolderWatch:
    """The files of a box, in a folder or in one file, as they were last seen."""

    def __init__(self, box: Path) -> None:
        self.box = box
        self._dates: Dates = {}
        self._contents: Mapping[str, Content] | None = None
        self._read_at = float("-inf")

    def changed(self, now: float) -> bool:
        """Whether anything was saved since it was last asked; at first, always. `now` is in monotonic seconds."""
        dates = self._look()
        if dates == self._dates and now - self._read_at < READ_EVERY:
            return False
        contents = self._read()
        changed = contents != self._contents or (dates != self._dates and _has_pictures(contents))
        self._dates, self._contents, self._read_at = dates, contents, now
        return changed

    def _look(self) -> Dates:
        """The date, the size and the number of each file; none for what is being replaced at this instant."""
        folders = (self.box, self.box / "art", self.box / "fonts") if self.box.is_dir() else ()
        dates: dict[str, tuple[int, int, int]] = {}
        try:
            for file in (self.box, *(file for folder in folders if folder.is_dir() for file in folder.iterdir())):
                status = file.stat()
                dates[str(file)] = (status.st_mtime_ns, status.st_size, status.st_ino)
        except OSError:
            return {}
        return dates

    def _read(self) -> Mapping[str, Content] | None:
        """What the files hold; None while they cannot be read."""
        try:
            return read_files(self.box)
        except (BrokenBox, OSError):
            return None


def _has_pictures(contents: Mapping[str, Content] | None) -> bool:
    """Whether there are pictures, whose contents are not compared."""
    return contents is None or any(isinstance(content, Path) for content in contents.values())
