"""Builders: what a person types and presses, what is then on the disk, and what the room sees of it."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame
from ui.walks import Walk

from enacting.session.session import Session
from enacting.ui.window.room_window import Showing


def press(walk: Walk, *keys: int, mod: int = 0) -> None:
    """Press keys one after the other."""
    for key in keys:
        walk.loop.handle(pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))
        walk.loop.handle(pygame.Event(pygame.KEYUP, key=key, mod=mod))
        walk.app.items()


def write(walk: Walk, text: str) -> None:
    """Type a text into the field that has the focus."""
    walk.app.items()
    walk.loop.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_UNKNOWN, mod=0, unicode=""))
    walk.loop.handle(pygame.Event(pygame.TEXTINPUT, text=text))
    walk.loop.handle(pygame.Event(pygame.KEYUP, key=pygame.K_UNKNOWN, mod=0))
    walk.app.items()


def focus_on(walk: Walk, name: str) -> None:
    """Press Tab until the item of that id has the focus."""
    for _ in range(len(walk.app.items())):
        if walk.app.focus == name:
            return
        press(walk, pygame.K_TAB)
    raise AssertionError(f"Tab does not reach {name}")


def on_disk(walk: Walk) -> Session:
    """The session of the table as its file has it now, read from a copy of it."""
    with TemporaryDirectory() as folder:
        return Session.look(Path(shutil.copy(walk.table.session.path, folder)))


def in_the_room(walk: Walk) -> list[str]:
    """All that the room's window says of the moment in large letters."""
    room = walk.app.room
    assert room is not None
    if room.showing is not Showing.LARGE:
        room.show(Showing.LARGE)
    walk.app.changed()
    walk.loop.draw()
    walk.loop.draw()
    return [item.name for item in room.items]
