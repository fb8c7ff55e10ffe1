"""Choosing the box of a session: those we ship, the person's own, or a folder from anywhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from enacting.language.words import Words
from enacting.system import paths
from enacting.ui.dialogs.choose import Option, OptionsDialog
from enacting.ui.dialogs.message import show_failure
from enacting.ui.dialogs.one_field import FieldDialog, FieldPrompt
from enacting.ui.dialogs.written_path import PATH_LENGTH, parse_path
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.layout import Layout
from enacting.ui.library import Library
from enacting.ui.window.app import App
from enacting.ui.window.system_programs import show_in_system

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

Take = Callable[["Boxes"], None]

_FOLDER: Final = FieldPrompt(
    name="other-box",
    title="boxes.another",
    text="boxes.how",
    field="box-path",
    label="boxes.path",
    max_length=PATH_LENGTH,
    button="open-box",
    accept="boxes.open",
)


def choose_box(app: App, library: Library, take: Take) -> None:
    """Show the boxes that there are; `take` is given the one chosen, once it is known to be right."""
    words, folders = app.words, library.folders()
    options = [_option(folder, words) for folder in folders]
    options.append(Option("folder-open", words("boxes.another"), words("boxes.another_text"), None))
    chosen = next(folder for folder in folders if os.path.realpath(folder) == os.path.realpath(library.folder))

    def choose(folder: Path | None) -> None:
        if folder is None:
            app.open(OtherBox(app, library, take))
        else:
            take_box(app, library, folder, take)

    app.open(ChooseBox(app, words("setup.box"), options, choose, chosen))


def take_box(app: App, library: Library, path: Path, take: Take) -> bool:
    """Load the box at that path and give it to `take`; when it is broken, say why and keep the one before."""
    from enacting.box.loading import find_box

    try:
        boxes = library.take(find_box(path))
    except Exception as failure:
        show_failure(app, failure)
        return False
    take(boxes)
    return True


def _option(folder: Path, words: Words) -> Option:
    from enacting.box.cover import cover_of

    cover = cover_of(folder, words.language)
    if cover is None:
        return Option("warning", folder.name, words("boxes.unreadable"), folder)
    if not cover.minutes:
        return Option("package", words.typeset(cover.title), words.typeset(cover.subtitle), folder)
    least, most = words.duration(cover.minutes[0]), words.duration(cover.minutes[-1])
    length = least if least == most else words("boxes.from_to", least=least, most=most)
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

    def __init__(self, app: App, library: Library, take: Take) -> None:
        super().__init__(app, _FOLDER, self._open)
        self.library = library
        self.take = take

    def height(self, layout: Layout, button: int) -> int:
        """Higher, for what is below the field."""
        return layout.em(19)

    def rows(self, column: Column) -> None:
        """How to say which folder, the field, and where a box can be put to be always in the list."""
        super().rows(column)
        layout, words = column.layout, column.layout.words
        column.gap(18)
        own = words("boxes.own", folder=paths.boxes_folder())
        column.text("own-boxes-text", own, paint.body(layout.scale, 18), palette().text_second)
        column.gap(8)
        layout.button(
            "own-boxes",
            column.block(layout.button_height(18)),
            words("boxes.show_own"),
            self._show_own,
            style=paint.styles().soft,
            size=18,
            icon="folder-open",
            align="left",
        )

    def dropped(self, path: Path) -> None:
        """Open what was dropped."""
        if take_box(self.app, self.library, path, self.take):
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
