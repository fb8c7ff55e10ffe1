"""Builder: a table where people play all day long, with a clock moved by hand, and a look at what that has cost."""

import gc
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pygame
from clocks import HandClock
from tables import NAMES, snapshot, varied
from ui.random_events import USUAL, Watched

from enacting.box.loading import load
from enacting.engine.game import NewPlayer, Setup
from enacting.engine.moves import EndActivity, EndPart, KeepSpeech, Move, SkipPart
from enacting.engine.planning import plan_for
from enacting.engine.rules import legal_moves, refusal
from enacting.session.journal import SUFFIX, copy_of
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui.destinations import CardsForLater, Home, Menu, Notes, Overview, Parts, People, Recap, RoomMode
from enacting.ui.graphics.cache import LruCache
from enacting.ui.library import Library
from enacting.ui.routes import open_destination
from enacting.ui.table.open_session import begin
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.welcome.title import TitleScreen
from enacting.ui.window.app import App
from enacting.ui.window.loop import MainLoop
from enacting.ui.window.settings import NOTHING, Settings
from enacting.ui.window.stage import WindowSurface

BOX = paths.shipped_boxes_folder() / "enacting-the-commons-mini"
RARE = (EndActivity, EndPart, SkipPart, KeepSpeech)
"""Moves that would bring the session to its end, or that are made once."""


class Day:
    """People who play, stop, go back, write, look elsewhere and go on. To be used within `shut_in`.

    `moves` counts what was played, taken back and played again. Nobody sees them unless a `stage` is given.
    """

    def __init__(self, seed: int, folder: Path, clock: HandClock, stage: WindowSurface | None = None) -> None:
        self.chance = random.Random(seed)
        self.folder = folder
        self.clock = clock
        self.seconds = self.frames = self.moves = self.checked = self.turned = 0
        self._library = Library(BOX)
        settings = Settings(language="fr", offered=NOTHING)
        self.app = App(
            stage or Watched((1280, 720)),
            settings,
            open_destination=open_destination,
            settings_file=paths.settings_file(),
        )
        self.loop = MainLoop(self.app)
        self.loop.text_view = None
        self.app.open(TitleScreen(self.app, self._library))
        self.begin()

    def begin(self) -> None:
        """Nine people sit down, with as many rounds as there can be."""
        boxes = load(BOX)
        box = boxes.box("fr")
        setup = Setup(
            seed=self.chance.randrange(2**31),
            players=tuple(NewPlayer(name=name) for name in NAMES),
            plan=plan_for(box, minutes=180, players=len(NAMES)),
            decision=box.description.decision,
        )
        begin(self.app, boxes, setup, "Toute la journée")

    @property
    def table(self) -> Table:
        """The table on the screen, or under what is open over it."""
        return next(screen.table for screen in reversed(self.app.screens) if isinstance(screen, TableScreen))

    @property
    def session(self) -> Session:
        """Its session."""
        return self.table.session

    # What goes on

    def second(self) -> None:
        """One second; the window looks at the time, and is painted."""
        self.clock.now += 1.0
        self.seconds += 1
        self.look()

    def look(self) -> None:
        """What the loop of the window does once."""
        self.loop.tick()
        self.loop.draw()
        self.frames += 1

    def act(self) -> None:
        """Something that people do."""
        doing: tuple[tuple[int, Callable[[], None]], ...] = (
            (60, self.play),
            (6, self.undo),
            (4, self.redo),
            (6, self.elsewhere),
            (4, self.point),
            (2, self.pause),
            (2, self.room),
            (1, self.resize),
            (1, self.sleep),
            (1, self.turn_back),
        )
        self.chance.choices([act for _, act in doing], [weight for weight, _ in doing])[0]()
        while self.app.motion.moving:
            self.clock.now += 0.05
            self.look()

    def play(self) -> None:
        """A move that the rules allow, with words of its own; some way back where there is none."""
        game = self.session.game
        kinds: dict[str, list[Move]] = {}
        for move in legal_moves(game):
            if not isinstance(move, RARE) or self.chance.random() < 0.02:
                kinds.setdefault(type(move).__name__, []).append(move)
        if game.over or not kinds:
            self.turn_back()
            return
        plain = self.chance.choice(kinds[self.chance.choice(sorted(kinds))])
        move = varied(plain, game, self.chance)
        before = len(self.session.log())
        self.app.perform(move if refusal(game, move) is None else plain)
        played = len(self.session.log()) - before
        assert played in (1, 2)  # A name of the system that was typed is kept before anything else is done.
        self.moves += played

    def undo(self) -> None:
        """One move back."""
        self.moves += self.session.can_undo
        self.table.undo()

    def redo(self) -> None:
        """One move on."""
        self.moves += self.session.can_redo
        self.table.redo()

    def turn_back(self) -> None:
        """Far back, as from the whole session."""
        before = len(self.session.moves())
        self.session.go_to(before - min(before, self.chance.randint(1, 60)))
        self.table.show_again()
        self.moves += before - len(self.session.moves())
        self.turned += 1

    def elsewhere(self) -> None:
        """Another screen for a while."""
        table = self.table
        others = (Overview(), Notes(), People(), Parts(), Menu(), Recap(), table.help)
        self.app.go_to(self.chance.choice((*others, RoomMode(), CardsForLater())))
        for _ in range(5):
            self.second()
        while not isinstance(self.app.screen, TableScreen):
            self.app.close()

    def point(self) -> None:
        """The mouse over the window."""
        for _ in range(20):
            place = (self.chance.randrange(self.app.size[0]), self.chance.randrange(self.app.size[1]))
            self.loop.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=place))
            self.look()

    def pause(self) -> None:
        """A coffee."""
        self.table.pause()
        for _ in range(60):
            self.second()
        self.table.pause()

    def room(self) -> None:
        """The window of the room, opened or closed."""
        self.table.show_room()

    def resize(self) -> None:
        """Another size, and back."""
        for size in (USUAL, (1280, 720)):
            self.app.stage.resize(size)
            self.loop.handle(pygame.event.Event(pygame.WINDOWRESIZED, x=size[0], y=size[1]))
            self.look()

    def sleep(self) -> None:
        """The lid is closed for some minutes; whoever opens it goes on."""
        self.clock.now += 600.0
        self.seconds += 600
        self.look()
        if self.session.paused:
            self.table.pause()
        while not isinstance(self.app.screen, TableScreen):
            self.app.close()

    def leave(self) -> None:
        """Back to the title; the file is not kept."""
        path = self.session.path
        self.app.close_room()
        self.app.go_to(Home())
        self.look()
        assert isinstance(self.app.screen, TitleScreen)
        assert self._files() == {path.name}
        path.unlink()

    # What it has cost

    def check(self) -> None:
        """The file gives the table, the second copy is a beginning of it, and nothing else is beside them."""
        session = self.session
        copy = self.folder / "check" / f"copy{SUFFIX}"
        session._journal.backup_to(copy)
        with closing(Session.resume(copy)) as again:
            assert snapshot(again.game) == snapshot(session.game)
            assert again.moves() == session.moves()
            assert len(again.log()) == len(session.log())
        second = Session.look(copy_of(session.path))
        rows = [(told.kind, told.move) for told in second.log()]
        assert rows == [(told.kind, told.move) for told in session.log()[: len(rows)]]
        assert self._files() <= {session.path.name, f"{session.path.name}-journal"}
        assert session.unsaved == 0 and session.copy_failure is None
        for kept in [held for held in gc.get_objects() if isinstance(held, LruCache)]:
            assert len(kept) <= kept._max_entries
            assert kept.weight <= kept._max_bytes or len(kept) == 1 or not kept._max_bytes
        self.checked += 1

    def _files(self) -> set[str]:
        """What lies in the folder of the sessions."""
        return {file.name for file in paths.sessions_folder().iterdir() if file.is_file()}
