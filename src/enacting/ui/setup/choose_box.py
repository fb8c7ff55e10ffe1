"""Choosing the box of a session: a shipped one, one of the person's own, or any folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
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
from enacting.ui.setup.browse_boxes import BrowseBoxes
from enacting.ui.window.app import App
from enacting.ui.window.system_programs import show_in_system

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

MAX_KEPT: Final = 20
"""How many boxes that lie elsewhere stay on the list: those opened last."""

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
    app.open(ChooseBox(app, library, use))


def take_box(app: App, library: Library, path: Path, use: UseBoxes) -> bool:
    """Load the box at that path and call `use` with it; when it is broken, say why and keep the current one."""
    from enacting.box.loading import find_box

    try:
        boxes = library.take(find_box(path))
    except Exception as failure:
        show_failure(app, failure)
        return False
    _remember(app, library.folder)
    use(boxes)
    return True


def _remember(app: App, box: Path) -> None:
    """Keep a box that lies elsewhere on the list, for the next time the game is opened."""
    kept = app.settings.boxes
    if not _is_listed_anyway(box) and str(box) not in kept:
        app.apply_settings(replace(app.settings, boxes=(*kept, str(box.absolute()))[-MAX_KEPT:]))


def _is_listed_anyway(box: Path) -> bool:
    return box.parent in (paths.shipped_boxes_folder(), paths.boxes_folder())


def _listed(app: App, library: Library) -> list[Path]:
    """Every box that can be chosen, each once; those that lie elsewhere only while they are there."""
    found = {os.path.realpath(folder): folder for folder in library.folders()}
    for kept in map(Path, app.settings.boxes):
        if kept.exists():
            found.setdefault(os.path.realpath(kept), kept)
    return list(found.values())


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

    def __init__(self, app: App, library: Library, use: UseBoxes) -> None:
        self.library = library
        self.use = use
        words, folders = app.words, _listed(app, library)
        options = [_option(folder, words) for folder in folders]
        options.append(Option("folder-open", words("boxes.another"), words("boxes.another_text"), None))
        chosen = next(folder for folder in folders if os.path.realpath(folder) == os.path.realpath(library.folder))
        super().__init__(app, words("setup.box"), options, self._take, chosen)

    def footer(self) -> tuple[Action, ...]:
        """To cancel, and to take a box that lies elsewhere off the list."""
        if not self._removable():
            return super().footer()
        return (*super().footer(), Action("remove-box", self.app.words("boxes.remove"), self._remove, "trash"))

    def _removable(self) -> list[Path]:
        kept = {os.path.realpath(path) for path in self.app.settings.boxes}
        return [option.value for option in self.options if option.value and os.path.realpath(option.value) in kept]

    def _remove(self) -> None:
        """Ask which one; its files stay where they are."""
        app, words = self.app, self.app.words
        options = [replace(_option(box, words), text=str(box)) for box in self._removable()]
        app.close()
        app.open(OptionsDialog(app, words("boxes.remove_which"), options, self._take_off))

    def _take_off(self, box: Path) -> None:
        app, real = self.app, os.path.realpath(box)
        kept = tuple(path for path in app.settings.boxes if os.path.realpath(path) != real)
        app.apply_settings(replace(app.settings, boxes=kept))
        self.library.forget(box)
        app.show_message(app.words("boxes.removed"))
        choose_box(app, self.library, self.use)

    def _take(self, folder: Path | None) -> None:
        if folder is None:
            self.app.open(OtherBox(self.app, self.library, self.use))
        else:
            take_box(self.app, self.library, folder, self.use)

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
        """A button to look for it, the field for its path, and where a box is always listed."""
        words = column.layout.words
        column.gap(Space.MEDIUM)
        look = Action("look-for-box", words("boxes.look"), self._look, "folder-open")
        column.buttons((look,), align="left")
        super().rows(column)
        layout = column.layout
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

    def _look(self) -> None:
        app, library, use = self.app, self.library, self.use
        app.close()
        app.open(
            BrowseBoxes(
                app, lambda path: take_box(app, library, path, use), lambda: app.open(OtherBox(app, library, use))
            )
        )

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
