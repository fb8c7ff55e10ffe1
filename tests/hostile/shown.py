"""Builder: a window whose folder of sessions holds several hostile files, gone through by somebody who opens each."""

import random

import pygame
from hostile import journals, sessions, special
from hostile.kinds import Kind, Room
from ui.random_events import Watched

from enacting.system import paths
from enacting.ui.destinations import SessionList
from enacting.ui.sessions.sessions_screen import SessionsScreen
from enacting.ui.start import new_loop
from enacting.ui.table.open_session import resume
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.welcome.title import TitleScreen
from enacting.ui.window.loop import MainLoop
from enacting.ui.window.settings import NOTHING, Settings

MAKERS = (sessions.changed_by_chance, sessions.made_by_hand, journals.beside_a_session, special.special)
BOX = paths.shipped_boxes_folder() / "enacting-the-commons-mini"
MAX_TICKS = 3000


def several(chance: random.Random, room: Room) -> str:
    """A few files of the other kinds, each under a name of its own."""
    what = []
    for number in range(chance.randrange(1, 4)):
        if (room.sessions / "one.session").is_symlink():
            break
        what.append(chance.choice(MAKERS)(chance, room))
        for file in list(room.sessions.iterdir()):
            if file.name.startswith("x.session"):
                file.rename(file.with_name(f"{number}{file.name}"))
    (room.sessions / "sound.session").write_bytes(sessions.released("tiny"))
    return ", ".join(what)


def show(room: Room) -> None:
    """The title, then the sessions, each chosen; all that is shown of them is waited for."""
    loop, title = opened_window()
    room.timed(title.arrive)
    room.timed(loop.draw)
    room.timed(loop.app.go_to, SessionList())
    screen = loop.app.screen
    assert isinstance(screen, SessionsScreen)
    assert screen.catalogue.sessions, "even a sound session is not listed"
    for listed in screen.catalogue.sessions:
        screen._choose(listed.path)
        room.timed(loop.draw)
        for _ in range(MAX_TICKS):
            if not screen.is_busy:
                break
            room.timed(loop.tick)
        room.timed(loop.draw)


def open_each(room: Room) -> None:
    """Open each session: a table, or a sentence; then go back to the title."""
    loop, title = opened_window()
    for listed in list(title.sessions):
        room.timed(resume, loop.app, listed.path)
        room.timed(loop.draw)
        close_tables(loop)
        room.timed(loop.app.show_only, title)
        room.timed(loop.draw)


def close_tables(loop: MainLoop) -> None:
    """Let go of the sessions that are open."""
    for screen in loop.app.screens:
        if isinstance(screen, TableScreen):
            screen.table.session.close()


def opened_window() -> tuple[MainLoop, TitleScreen]:
    """A window on its title, the box read."""
    pygame.display.init()
    loop = new_loop(Watched((1280, 720)), Settings(language="en", offered=NOTHING, reduce_motion=True), BOX)
    title = loop.app.screen
    assert isinstance(title, TitleScreen)
    title.library.boxes()
    return loop, title


KINDS = (Kind("window", several, show, open_each, share=3, own_megabytes=190),)
