"""Several tables of one hall: their sessions are dropped here, and make pictures for the wall.

Law: sessions are only looked at; nothing of them is copied to this computer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pygame

from enacting.system.save_folders import PlaceKind, SaveFolder, places
from enacting.ui.destinations import Help
from enacting.ui.dialogs.save_elsewhere import ChoosePlace, OtherFolder
from enacting.ui.dialogs.top_bar import lay_out_bar, lay_out_panels
from enacting.ui.dialogs.written_path import parse_path
from enacting.ui.graphics.theme import Scale, Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type
from enacting.ui.sessions.hall_tables import MAX_TABLES, HallTables
from enacting.ui.wall.hall import HallPicture, lay_out_hall
from enacting.ui.window.app import App, Screen
from enacting.ui.window.room_window import Room

MAX_NAMED: Final = 3
"""How many files that cannot be read are named in a message."""
PLACES: Final = (PlaceKind.STICK, PlaceKind.DOCUMENTS, PlaceKind.DESKTOP, PlaceKind.USUAL)


class HallScreen(Screen):
    """Where sessions are dropped, then the picture that the room sees."""

    def __init__(self, app: App, first: Path | None = None) -> None:
        super().__init__(app)
        self.tables = HallTables(app)
        self.page = 0
        if first is not None:
            self.add([first])

    @property
    def own_words(self) -> Mapping[str, str]:
        """What the box of the tables calls things; our own names where their boxes differ."""
        return self.tables.own_words

    def add(self, paths: Sequence[Path]) -> None:
        """Add the sessions of these files and folders, and say what came of it."""
        words, came = self.app.words, self.tables.add(paths)
        said = [words("hall.added", count=came.tables) if came.tables else words("hall.added_none")]
        if came.unread:
            names = words.list_of([path.name for path in came.unread[:MAX_NAMED]])
            said.append(words("hall.unread", count=len(came.unread), names=names))
        if came.left:
            said.append(words("hall.full", most=MAX_TABLES, count=len(came.left)))
        self.app.show_message(" ".join(said), alarm=bool(came.unread or came.left))
        self.page = 0
        self.app.changed()

    def dropped(self, path: Path) -> None:
        """Add the session, or those of the folder, that was dropped."""
        self.add([path])

    def settings_changed(self) -> None:
        """The language of the window may be another."""
        self.tables.settings_changed()

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """The bar; below it, what the room sees, or what to do before the first session is there."""
        height = lay_out_bar(layout, "hall-title", self._title(), self.app.close, self._actions())
        if not len(self.tables):
            self._lay_out_how(layout, height)
            return
        size = (layout.rect.width, layout.rect.height - height)
        below = Layout(size, Scale.for_window(size), layout.words)
        lay_out_hall(below, self._picture(below.scale))
        layout.items.extend(replace(item, id=f"wall-{item.id}", rect=item.rect.move(0, height)) for item in below.items)

    def lay_out_for_room(self, layout: Layout, room: Room) -> int:
        """The same picture, over the whole window of the room."""
        if not len(self.tables):
            return 0
        lay_out_hall(layout, self._picture(layout.scale))
        return 1

    def _picture(self, scale: Scale) -> HallPicture:
        pictures = self.tables.pictures(self.app.words, scale)
        self.page = min(self.page, len(pictures) - 1)
        return pictures[self.page]

    def _title(self) -> str:
        words = self.app.words
        if not len(self.tables):
            return words("hall.title")
        count = len(self.tables.pictures(words, self.app.scale))
        return words("hall.page", title=words("hall.title"), number=self.page + 1, count=count)

    def _actions(self) -> list[Action]:
        """From right to left."""
        app, words = self.app, self.app.words
        actions = [
            Action("help", words("title.help"), Help("hall"), "question", "f1"),
        ]
        if len(self.tables):
            actions.append(self._choosing())
            room = (
                (words("hall.close_room"), app.close_room)
                if app.room is not None
                else (
                    words("hall.open_room"),
                    app.open_room,
                )
            )
            actions += [
                Action("hall-clear", words("hall.clear"), self._clear, "trash"),
                Action("hall-room", *room, "projector-screen", "f8"),
                Action("hall-next", words("hall.next"), lambda: self.turn_page(1), "caret-right"),
                Action("hall-previous", words("hall.previous"), lambda: self.turn_page(-1), "caret-left"),
            ]
        return actions

    def _choosing(self) -> Action:
        choose = self.app.words("hall.choose")
        return Action("hall-folder", choose, lambda: self.app.open(HallPlace(self.app, self)), "folder-open")

    def _lay_out_how(self, layout: Layout, height: int) -> None:
        words = layout.words
        (area,) = lay_out_panels(layout, height, {"hall-panel": 100})
        column = Column(layout, area, "hall")
        column.heading("hall-how-title", words("hall.how_title"))
        for number, key in enumerate(("hall.how", "hall.how_folder", "hall.how_safe")):
            column.gap(Space.LARGE)
            column.text(f"hall-how-{number}", words(key), body_type(layout.scale, 22), palette().text)
        column.gap(Space.WIDE)
        column.buttons([replace(self._choosing(), main=True)], align="centre")
        column.end()

    # What can be done

    def turn_page(self, direction: int) -> None:
        """Show the next picture, or the one before; after the last comes the first."""
        if len(self.tables):
            self.page = (self.page + direction) % len(self.tables.pictures(self.app.words, self.app.scale))
            self.app.changed()

    def arrow(self, key: int) -> bool:
        """Left and right turn the page as on a projector, where no button has the focus."""
        if self.app.focus or key not in (pygame.K_LEFT, pygame.K_RIGHT):
            return False
        self.turn_page(1 if key == pygame.K_RIGHT else -1)
        return True

    def _clear(self) -> None:
        self.tables.forget()
        self.page = 0
        self.app.changed()


class HallPlace(ChoosePlace):
    """Where the sessions of the other tables are: a stick, the documents, the desktop."""

    title_key = "hall.where"

    def __init__(self, app: App, hall: HallScreen) -> None:
        self.hall = hall
        super().__init__(app, self._add)

    def offered(self) -> list[tuple[SaveFolder, Path]]:
        """Folders that are there: nothing is written in them."""
        found = [(place, self._folder(place)) for place in places() if place.kind in PLACES]
        found.sort(key=lambda pair: PLACES.index(pair[0].kind))
        return [(place, folder) for place, folder in found if folder.is_dir()]

    def _folder(self, place: SaveFolder) -> Path:
        return place.folder if place.kind is PlaceKind.USUAL else place.folder.parent

    def dropped(self, path: Path) -> None:
        """Add what was dropped."""
        self.app.close()
        self.hall.add([path])

    def _add(self, folder: Path) -> None:
        self.hall.add([folder])

    def _chosen(self, folder: Path | None) -> None:
        if folder is None:
            self.app.open(HallFolder(self.app, self._add))
        else:
            self._add(folder)


class HallFolder(OtherFolder):
    """The path of a folder, typed, pasted or dropped; it need not be writable."""

    def dropped(self, path: Path) -> None:
        """Use the folder that was dropped."""
        self.app.close()
        self.take(path)

    def _accept(self) -> None:
        written = parse_path(self.typed)
        if written is not None:
            self.dropped(written)
