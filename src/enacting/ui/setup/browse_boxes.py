"""Looking for a box in the folders of this computer, without any window of the system."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from enacting.box.bundle import SUFFIXES
from enacting.box.cover import cover_of
from enacting.box.draft import GAME_FILE
from enacting.language.words import Words
from enacting.system import paths
from enacting.system.save_folders import PlaceKind, SaveFolder, places
from enacting.ui.dialogs.options_dialog import Option, OptionsDialog
from enacting.ui.dialogs.save_elsewhere import ICONS, place_name
from enacting.ui.items.actions import Action
from enacting.ui.window.app import App

MAX_SHOWN: Final = 200
"""How many folders and boxes of one folder are listed."""
PLACES: Final = (PlaceKind.DOCUMENTS, PlaceKind.DESKTOP, PlaceKind.STICK)
"""Of the places that the game knows, those in which people keep their own files."""


class BrowseBoxes(OptionsDialog):
    """The folders to begin with, then what is in the one that was opened: its folders and its boxes, nothing else."""

    def __init__(self, app: App, take: Callable[[Path], bool], type_path: Callable[[], None]) -> None:
        self.folder: Path | None = None
        self.take = take
        self.type_path = type_path
        super().__init__(app, app.words("boxes.look"), _starts(app.words), self._choose)

    def dropped(self, path: Path) -> None:
        """Open what was dropped."""
        self._choose(path)

    def footer(self) -> tuple[Action, ...]:
        """To cancel, and to type a path instead."""
        words = self.app.words
        return (*super().footer(), Action("type-path", words("boxes.type_path"), self._type_path, "pencil-simple"))

    def _select(self, option: Option) -> Callable[[], None]:
        return lambda: self._choose(option.value)

    def _choose(self, path: Path | None) -> None:
        """Go into a folder, or back to the places for None; take a box."""
        if path is not None and (path.is_file() or (path / GAME_FILE).is_file()):
            if self.take(path) and self in self.app.screens:
                self.app.screens.remove(self)
                self.app.changed()
            return
        words = self.app.words
        try:
            options = _starts(words) if path is None else [_up(path, words), *_inside(path, words)]
        except OSError:
            self.app.show_message(words("boxes.closed_folder", folder=path), alarm=True)
            return
        self.folder, self.options = path, options
        self.title = words("boxes.look") if path is None else words("boxes.look_in", folder=path.name or path)
        self.app.scrolled.pop("choose", None)
        self.app.focus = "option-0"
        self.app.changed()

    def _type_path(self) -> None:
        self.app.close()
        self.type_path()


def _starts(words: Words) -> list[Option]:
    """Where a person would look first: each folder that is there, once."""
    found = {Path.home(): Option(ICONS[PlaceKind.USUAL], words("boxes.home"), str(Path.home()), Path.home())}
    for place in places():
        folder = place.folder.parent
        if place.kind in PLACES and folder.is_dir():
            found[folder] = Option(
                ICONS[place.kind], place_name(SaveFolder(place.kind, folder), words), str(folder), folder
            )
    own = paths.boxes_folder()
    if own.is_dir():
        found[own] = Option("package", words("boxes.your_boxes"), str(own), own)
    return list(found.values())


def _up(folder: Path, words: Words) -> Option:
    """The way back: to the folder around, or to the places from the top of a disk and from where one began."""
    begins = {start.value for start in _starts(words)}
    above = None if folder in begins or folder.parent == folder else folder.parent
    where = words("boxes.places") if above is None else str(above)
    return Option("arrow-u-up-left", words("boxes.up"), where, above)


def _inside(folder: Path, words: Words) -> Iterator[Option]:
    """The boxes of a folder, then its other folders, by name; `OSError` where it may not be looked into."""
    with os.scandir(folder) as listed:
        entries = [entry for entry in listed if not entry.name.startswith(".")]
    boxes, folders = list[Path](), list[Path]()
    for entry in sorted(entries, key=lambda entry: entry.name.casefold()):
        path = Path(entry.path)
        try:
            is_box = path.name.lower().endswith(SUFFIXES) if entry.is_file() else (path / GAME_FILE).is_file()
            if is_box or entry.is_dir():
                (boxes if is_box else folders).append(path)
        except OSError:
            continue  # On a disk that does not answer, or not ours to look at.
    for path in boxes[:MAX_SHOWN]:
        cover = cover_of(path, words.language)
        yield Option("package", path.name, words.typeset(cover.title) if cover else words("boxes.not_a_box"), path)
    for path in folders[: MAX_SHOWN - len(boxes)]:
        yield Option("folder-open", path.name, "", path)
    left = len(boxes) + len(folders) - MAX_SHOWN
    if left > 0:
        yield Option("folder-open", words("boxes.more", count=left), words("boxes.more_text"), folder)
