"""Choosing the folder a session is saved in: the usual one, another writable place, or any folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from enacting.language.words import Words
from enacting.system import paths
from enacting.system.save_folders import PlaceKind, SaveFolder, places, places_that_take, takes
from enacting.system.synced_folders import service_of
from enacting.ui.dialogs.field_dialog import FieldDialog, FieldPrompt
from enacting.ui.dialogs.message import Choice, MessageDialog
from enacting.ui.dialogs.options_dialog import Option, OptionsDialog
from enacting.ui.dialogs.written_path import PATH_LENGTH, parse_path
from enacting.ui.window.app import App

TakeFolder = Callable[[Path], None]

LOOK_SECONDS: Final = 2.0
"""How often to look for newly plugged-in sticks."""

ICONS: Final = {
    PlaceKind.USUAL: "house",
    PlaceKind.DOCUMENTS: "file-text",
    PlaceKind.DESKTOP: "desktop",
    PlaceKind.STICK: "usb",
    PlaceKind.TEMPORARY: "clock",
}

_FOLDER_PROMPT: Final = FieldPrompt(
    name="other-folder",
    title="places.another",
    text="places.how",
    field="folder-path",
    label="places.path",
    max_length=PATH_LENGTH,
    button="keep-there",
    accept="places.keep",
)


def choose_place(app: App, take: TakeFolder) -> None:
    """Let the person choose a place; `take` is called with the chosen folder, checked to be writable."""
    app.open(ChoosePlace(app, take))


def place_name(place: SaveFolder, words: Words) -> str:
    """The display name of that place."""
    return words(f"places.{place.kind}", name=place.name)


def with_save_folder(app: App, take: Callable[[Path], None]) -> None:
    """Call `take` with the usual folder; when it is not writable, say so first and offer other folders."""
    usual, words = paths.sessions_folder(), app.words
    if takes(usual):
        take(usual)
        return
    other = next(iter(places_that_take()), None)
    another = Choice(words("places.choose"), lambda: choose_place(app, take), main=other is None)
    if other is None:
        choices, text = [another], words("places.nowhere", folder=usual)
    else:
        folder = other.folder
        choices = [Choice(words("places.keep"), lambda: take(folder), main=True), another]
        text = words("places.protected", folder=usual, place=place_name(other, words), other=folder)
    app.open(MessageDialog(app, words("places.protected_title"), [text], [*choices, Choice(words("common.cancel"))]))


class ChoosePlace(OptionsDialog):
    """The list of places, updated as sticks come and go; a folder can be dropped on it."""

    title_key = "places.title"

    def __init__(self, app: App, take: TakeFolder) -> None:
        self.take = take
        self._places = places()
        self._looked_at = app.clock()
        super().__init__(app, app.words(self.title_key), self._options(app.words), self._chosen)

    def tick(self, now: float) -> bool:
        """Look for sticks; True when one was plugged in or removed."""
        if now - self._looked_at < LOOK_SECONDS:
            return False
        self._looked_at = now
        before, self._places = self._places, places()
        if self._places == before:
            return False
        self.options = self._options(self.app.words)
        return True

    def dropped(self, path: Path) -> None:
        """Use the folder that was dropped."""
        if take_folder(self.app, path, self.take):
            self.app.close()

    def _options(self, words: Words) -> list[Option]:
        options = [
            Option(ICONS[place.kind], place_name(place, words), _describe_folder(folder, words), folder)
            for place, folder in self.offered()
        ]
        return [*options, Option("folder-open", words("places.another"), words("places.another_text"), None)]

    def offered(self) -> list[tuple[SaveFolder, Path]]:
        """The places to choose from, each with its folder."""
        return [(place, place.folder) for place in places_that_take()]

    def _chosen(self, folder: Path | None) -> None:
        if folder is None:
            self.app.open(OtherFolder(self.app, self.take))
        else:
            take_folder(self.app, folder, self.take)


def _describe_folder(folder: Path, words: Words) -> str:
    """The path, and the cloud service that synchronises it, if any."""
    service = service_of(folder)
    return words("places.cloud", folder=folder, service=service) if service else str(folder)


def take_folder(app: App, folder: Path, take: TakeFolder) -> bool:
    """Call `take` with that folder, or say that it is not writable."""
    if not takes(folder):
        app.show_message(app.words("places.refused", folder=folder), alarm=True)
        return False
    take(folder)
    return True


class OtherFolder(FieldDialog):
    """The path of a folder, typed, pasted or dropped."""

    def __init__(self, app: App, take: TakeFolder) -> None:
        super().__init__(app, _FOLDER_PROMPT, self._accept)
        self.take = take

    def dropped(self, path: Path) -> None:
        """Use the folder that was dropped."""
        self.app.close()
        if not take_folder(self.app, path, self.take):
            self.app.open(OtherFolder(self.app, self.take))

    def _accept(self) -> None:
        written = parse_path(self.typed)
        if written is not None and take_folder(self.app, written, lambda folder: None):
            self.app.close()
            self.take(written)
