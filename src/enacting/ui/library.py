"""The boxes and sessions a person can open, loaded while the first screen is already shown."""

from __future__ import annotations

import os
import re
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from enacting.system import paths

if TYPE_CHECKING:
    from enacting.box.loading import Boxes
    from enacting.session.journal import Summary
    from enacting.session.metadata import Metadata


MAX_SESSIONS: Final = 1000
"""How many sessions of one folder are listed: the most recently played."""


class Library:
    """The box to play, loaded in the background: the first call to `boxes` waits until it is loaded."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._chosen = [folder]
        self._boxes: Boxes | None = None
        self._failure: Exception | None = None
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Start loading without waiting."""
        if self._thread is None and self._boxes is None:
            self._thread = threading.Thread(target=self._load, daemon=True)
            self._thread.start()

    def ready(self) -> bool:
        """Whether the box is loaded."""
        return self._boxes is not None

    def boxes(self) -> Boxes:
        """The box in each of its languages; raises `BrokenBox` with every problem."""
        self.begin()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._failure is not None:
            failure, self._failure = self._failure, None
            raise failure
        assert self._boxes is not None
        return self._boxes

    def shipped(self, name: str) -> Boxes:
        """The box we ship of that name, whichever is chosen; raises `BrokenBox`."""
        from enacting.box.loading import load

        folder = paths.shipped_boxes_folder() / name
        return self.boxes() if folder == self.folder else load(folder)

    def choose(self, folder: Path) -> None:
        """Select another box."""
        self.folder, self._boxes, self._thread = folder, None, None

    def take(self, folder: Path) -> Boxes:
        """Select another box and load it; when it is broken, keep the previous box and raise `BrokenBox`."""
        before = self.folder, self._boxes
        self.choose(folder)
        try:
            boxes = self.boxes()
        except Exception:
            self.folder, self._boxes = before
            raise
        if folder not in self._chosen:
            self._chosen.append(folder)
        return boxes

    def forget(self, folder: Path) -> None:
        """No longer offer a box that was opened in this run, unless it is the one that is selected."""
        self._chosen = [
            kept for kept in self._chosen if kept == self.folder or os.path.realpath(kept) != os.path.realpath(folder)
        ]

    def folders(self) -> list[Path]:
        """Every box that can be chosen, each once: the shipped ones, the person's own, those opened in this run."""
        from enacting.box.loading import own_boxes, shipped_boxes

        found: dict[Path, Path] = {}
        shipped = (paths.shipped_boxes_folder() / name for name in shipped_boxes())
        for folder in (*shipped, *own_boxes(), *self._chosen):
            found.setdefault(Path(os.path.realpath(folder)), folder)  # Never fails, not even on a cycle of links.
        return list(found.values())

    def folder_of(self, box_id: str) -> Path | None:
        """The folder of the box of that id, the selected one first; None for one that is not in a folder."""
        folders = (folder for folder in (self.folder, *self.folders()) if folder.is_dir())
        return next((folder for folder in folders if _id_in(folder) == box_id), None)

    def _load(self) -> None:
        from enacting.box.loading import load
        from enacting.ui.faces.designer_pictures import upright

        try:
            self._boxes = upright(load(self.folder))
        except Exception as failure:
            self._failure = failure


def _id_in(folder: Path) -> str:
    """The id that the game file of a box gives; "" where there is none to be read."""
    from enacting.box.draft import GAME_FILE
    from enacting.box.reading import MAX_BYTES
    from enacting.system.untrusted_files import read_beginning

    try:
        text = read_beginning(folder / GAME_FILE, MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
    found = re.search(r"^id:[ \t]*[\"']?([\w-]+)", text, re.MULTILINE)
    return found[1] if found is not None else ""


def try_box() -> Boxes:
    """The box for five minutes alone: the cards of the small box, with parts and questions for one person."""
    from enacting.box.loading import load_over

    return load_over(paths.shipped_boxes_folder() / "enacting-the-commons-mini", paths.assets_folder() / "try-box")


Stamp = tuple[Path, int, int, int, int]
"""A file as it is now: another stamp when anything in it has changed."""


class SessionIndex:
    """Every session in every folder where sessions are saved; a file is read again only when it has changed."""

    def __init__(self) -> None:
        self._known: dict[Stamp, Summary] = {}
        self._stamps: dict[Path, Stamp] = {}

    def find_all(self) -> list[Summary]:
        """All sessions now, the most recently played first, including those that cannot be read."""
        from enacting.session.journal import SUFFIX, summary
        from enacting.system.save_folders import places

        files = [file for place in places() for file in _files_in(place.folder, SUFFIX)]
        before, self._known, self._stamps = self._known, {}, {}
        for file in files:
            stamp = self._stamps[file] = stamp_of(file)
            known = before.get(stamp)
            self._known[stamp] = known if known is not None and not known.trouble else summary(file)
        return sorted(self._known.values(), key=lambda session: session.changed, reverse=True)

    def stamp(self, session: Summary) -> Stamp:
        """The stamp of its file when it was found."""
        return self._stamps.get(session.path) or stamp_of(session.path)


def stamp_of(file: Path) -> Stamp:
    """The stamp of that file; zeros when it cannot be read."""
    try:
        info = file.lstat()
    except OSError:
        return file, 0, 0, 0, 0
    return file, info.st_mtime_ns, info.st_ctime_ns, info.st_size, info.st_ino


def is_overdue(session: Summary, metadata: Metadata, today: date) -> bool:
    """Whether the session has been kept for longer than its metadata says."""
    last = metadata.due(session.changed)
    return last is not None and last < today


def _files_in(folder: Path, suffix: str) -> list[Path]:
    """What there is in that folder with that ending, only the latest where there is more than anybody could go through.

    Nothing where there is no folder, or it may not be looked into.
    """
    try:
        found = [file for file in folder.iterdir() if file.suffix == suffix]
    except OSError:
        return []
    return found if len(found) <= MAX_SESSIONS else sorted(found, key=lambda file: stamp_of(file)[1])[-MAX_SESSIONS:]
