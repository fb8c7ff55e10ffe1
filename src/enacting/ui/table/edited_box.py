"""The box of a session on the disk, looked at from time to time while it is played: what has been written in it?

Law: the table never waits for it, and never hears of a version that is broken.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from enacting.session.new_texts import OfferedTexts, new_texts

if TYPE_CHECKING:
    from enacting.box.folder_watch import FolderWatch
    from enacting.box.loading import Boxes
    from enacting.engine.game import Game

LOOK_EVERY: Final = 2.0
"""How often the files are looked at, in seconds."""


class EditedBox:
    """The last good version of a box since the table was opened; None of any for a box that nobody can edit.

    `is_news` says that nobody has been told of it yet.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.boxes: Boxes | None = None
        self.is_news = False
        self._watch: FolderWatch | None = None
        self._looked = float("-inf")
        self._looking: threading.Thread | None = None
        self._offered: tuple[Boxes, Game, OfferedTexts] | None = None

    def look(self, now: float) -> None:
        """Have the files looked at aside, and read if they were saved; `now` is in monotonic seconds."""
        is_looking = self._looking is not None and self._looking.is_alive()
        if self.folder is None or now - self._looked < LOOK_EVERY or is_looking:
            return
        self._looked = now
        self._looking = threading.Thread(target=self._look, args=(self.folder, now), daemon=True)
        self._looking.start()

    def new_texts(self, boxes: Boxes, game: Game) -> OfferedTexts:
        """What that version would change at a table whose session began with `boxes`."""
        edited = self.boxes
        if edited is None:
            return OfferedTexts()
        if self._offered is None or self._offered[0] is not edited or self._offered[1] is not game:
            self._offered = edited, game, new_texts(boxes, game, edited)
        return self._offered[2]

    def _look(self, folder: Path, now: float) -> None:
        from enacting.box.folder_watch import FolderWatch
        from enacting.box.loading import load
        from enacting.box.problems import BrokenBox

        is_first = self._watch is None
        self._watch = self._watch or FolderWatch(folder)
        if self._watch.changed(now) and not is_first:
            with suppress(BrokenBox, OSError):
                self.boxes, self.is_news = load(folder), True
