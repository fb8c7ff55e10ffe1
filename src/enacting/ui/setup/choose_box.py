"""Choosing the box of a session: a shipped one, one of the person's own, or any folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from enacting.language.words import Words
from enacting.system import paths
from enacting.ui.dialogs.field_dialog import FieldDialog, FieldPrompt
from enacting.ui.dialogs.message import show_failure
from enacting.ui.dialogs.options_dialog import Option, OptionsDialog
from enacting.ui.dialogs.written_path import PATH_LENGTH, parse_path
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.type_styles import body_type
from enacting.ui.library import Library
from enacting.ui.window.app import App
from enacting.ui.window.system_programs import show_in_system

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

UseBoxes = Callable[["Boxes"], None]

_FOLDER_PROMPT: Final = FieldPrompt(
    name="other-box",
    title="boxes.another",
    text="boxes.how",
    field="box-path",
    label="boxes.path",
    max_length=PATH_LENGTH,
    button="open-box",
    accept="boxes.open",
)


def choose_box(app: App, library: Library, use: UseBoxes) -> None:
    """Let the person choose a box; `use` is called with it once it is loaded without errors."""
    words, folders = app.words, library.folders()
    options = [_option(folder, words) for folder in folders]
    options.append(Option("folder-open", words("boxes.another"), words("boxes.another_text"), None))
    chosen = next(folder for folder in folders if os.path.realpath(folder) == os.path.realpath(library.folder))

    def choose(folder: Path | None) -> None:
        if folder is None:
            app.open(OtherBox(app, library, use))
        else:
            take_box(app, library, folder, use)

    app.open(ChooseBox(app, words("setup.box"), options, choose, chosen))


def take_box(app: App, library: Library, path: Path, use: UseBoxes) -> bool:
    """Load the box at that path and call `use` with it; when it is broken, say why and keep the current one."""
    from enacting.box.loading import find_box

    try:
        boxes = library.take(find_box(path))
    except Exception as failure:
        show_failure(app, failure)
        return False
    use(boxes)
    return True


def _option(folder: Path, words: Words) -> Option:
    from enacting.box.cover import cover_of

    cover = cover_of(folder, words.language)
    if cover is None:
        return Option("warning", folder.name, words("boxes.unreadable"), folder)
    if not cover.minutes:
        return Option("package", words.typeset(cover.title), words.typeset(cover.subtitle), folder)
    shortest, longest = words.duration(cover.minutes[0]), words.duration(cover.minutes[-1])
    length = shortest if shortest == longest else words("boxes.from_to", least=shortest, most=longest)
    text = words("boxes.about", subtitle=cover.subtitle, length=length)
    return Option("package", words.typeset(cover.title), text, folder)


class ChooseBox(OptionsDialog):
    """The list of boxes; a folder can be dropped on it."""

    def dropped(self, path: Path) -> None:
        """Choose what was dropped."""
        self.app.close()
        self.choose(path)


class OtherBox(FieldDialog):
    """The path of a folder, typed, pasted or dropped."""

    def __init__(self, app: App, library: Library, use: UseBoxes) -> None:
        super().__init__(app, _FOLDER_PROMPT, self._open)
        self.library = library
        self.use = use

    def rows(self, column: Column) -> None:
        """How to name a folder, the field, and where to put a box so that it is always listed."""
        super().rows(column)
        layout, words = column.layout, column.layout.words
        column.gap(Space.LARGE)
        own = words("boxes.own", folder=paths.boxes_folder())
        column.text("own-boxes-text", own, body_type(layout.scale, 18), palette().text_second)
        column.gap(Space.SMALL)
        show_own = Action("own-boxes", words("boxes.show_own"), self._show_own, "folder-open")
        column.buttons((show_own,), size=18, style=button_styles().soft, align="left")

    def dropped(self, path: Path) -> None:
        """Open what was dropped."""
        if take_box(self.app, self.library, path, self.use):
            self.app.close()

    def _open(self) -> None:
        written = parse_path(self.typed)
        if written is not None:
            self.dropped(written)

    def _show_own(self) -> None:
        folder = paths.boxes_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as failure:
            show_failure(self.app, failure)
            return
        if not show_in_system(folder):
            self.app.show_message(self.app.words("boxes.own", folder=folder))
