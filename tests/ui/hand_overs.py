"""Builder: two tables where the same things are done at the same time, and only the secret marks differ.

What differs on the two screens while the curtain is drawn would be a secret told.
"""

import math
import random
from collections.abc import Callable
from datetime import datetime

import pygame
from clocks import HandClock
from ui.walks import SEED, USUAL, Walk, Window

from enacting.engine.board import ActivityKind
from enacting.session.pace import Pace
from enacting.ui.destinations import Help, Menu, Notes, Parts, People
from enacting.ui.items.item import Item, text_model
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.table import CURTAIN_SECONDS
from enacting.ui.table.table_screen import OPENING_KINDS

DIALOGS = (Menu(), Help("rate"), People(), Notes(), Parts())
ON_TIME = Pace(ends=datetime(2026, 3, 12, 17), planned=datetime(2026, 3, 12, 17), advice=())


def at_the_curtain() -> Walk:
    """Four people before their first marks."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    walk.click("start", "reveal-context", "reveal", "go-on", "skip-activity")
    settle(walk)
    return walk


def give_marks(walk: Walk, *marks: int) -> None:
    """Choose those marks, and give them."""
    for consequence, mark in zip(walk.table.box.description.consequences, marks, strict=False):
        walk.click(f"mark-{consequence.id}-{mark}")
    if len(marks) == len(walk.table.box.description.consequences):
        walk.click("give-marks")


def settle(walk: Walk) -> None:
    """Let the messages go: some name the file of the session, which differs. The end that is told is the same too."""
    walk.table.pace, walk.table._pace_next = ON_TIME, math.inf
    walk.app.message = None
    walk.app.changed()


def told(items: list[Item]) -> list[tuple[object, ...]]:
    """All that an eye or an ear gets of the items."""
    seen = [(item.id, tuple(item.rect), item.look, item.name, item.state, item.keys, item.chosen) for item in items]
    return [*seen, *text_model(items)]


class Pair:
    """Two tables. What one does the other does too, with other marks. To be used while that clock is in hand."""

    def __init__(self, seed: int, clock: HandClock) -> None:
        self.chance = random.Random(seed)
        self.clock = clock
        self.walks = (at_the_curtain(), at_the_curtain())
        for walk in self.walks:
            walk.loop.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(0, 0), buttons=(0, 0, 0)))
            walk.loop.tick()
        self.lifted = 0
        self.frames = 0

    def curtain(self) -> bool:
        """Whether both wait for somebody to lift the curtain."""
        return all(
            walk.table.doing is not None
            and walk.table.doing.kind is ActivityKind.RATE
            and walk.table.curtain.open_for is None
            for walk in self.walks
        )

    def frame(self) -> None:
        """Both windows are painted; behind the curtain they show and say the same."""
        for walk in self.walks:
            settle(walk)
            walk.loop.draw()
        if self.curtain():
            self.frames += 1
            one, other = (
                [line for line in told(walk.app.items()) if line[0] != "room-picture" and ".session" not in repr(line)]
                for walk in self.walks
            )
            assert one == other

    def both(self, act: Callable[[Walk], object]) -> None:
        """Do that at both tables, and look at both."""
        for walk in self.walks:
            act(walk)
        self.frame()

    def hand_over(self) -> None:
        """The laptop goes to the next person, who does something or other with it."""
        if not self.curtain():
            doing = self.walks[0].table.doing
            early = doing is not None and doing.kind in OPENING_KINDS
            self.both(lambda walk: walk.table.redo() if early else walk.table.undo())
            return
        self.frame()
        if self.chance.random() < 0.1:
            self.both(lambda walk: walk.click("do-not-rate"))
            return
        self.both(lambda walk: walk.click("its-me"))
        self.lifted += 1
        marks = self.chance.choice((0, 1, 3, 4, 4, 4, 4))
        for consequence in self.walks[0].table.box.description.consequences[:marks]:
            for walk in self.walks:
                walk.click(f"mark-{consequence.id}-{self.chance.randint(1, 5)}")
            self.frame()
        if marks == 4 and self.chance.random() < 0.8:
            self.both(lambda walk: walk.click("give-marks"))
        else:
            self.chance.choice((self._escape, self._nobody, self._sleep, self._minimise))()
        self._something_else()

    def _something_else(self) -> None:
        what = self.chance.random()
        if what < 0.15:
            self.both(lambda walk: walk.table.undo())
        elif what < 0.25:
            self.both(lambda walk: walk.table.redo())
        elif what < 0.3:
            dialog = self.chance.choice(DIALOGS)
            self.both(lambda walk: walk.app.go_to(dialog))
            self.both(lambda walk: walk.app.close())

    def _escape(self) -> None:
        for walk in self.walks:
            walk.app.screen.back()
            walk.app.changed()
        self.frame()

    def _nobody(self) -> None:
        for _ in range(CURTAIN_SECONDS + 1):
            self._later(1)
        self.frame()

    def _sleep(self) -> None:
        self._later(3600)
        self.frame()

    def _later(self, seconds: float) -> None:
        self.clock.later(seconds)
        for walk in self.walks:
            walk.loop.tick()

    def _minimise(self) -> None:
        for walk in self.walks:
            walk.loop.handle(pygame.event.Event(pygame.WINDOWMINIMIZED))
            walk.loop.handle(pygame.event.Event(pygame.WINDOWRESTORED))
        self.frame()
