"""Builder: somebody who does anything at all to the window, by chance, and a look at whether it still holds.

Half of what is done is done blindly; the other half aims at what is on the screen, to get anywhere in a session.
"""

import ctypes
import gc
import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pygame
import pytest
from clocks import HandClock, clock_in_hand
from tables import random_moves, snapshot

if sys.platform != "win32":
    import resource

from enacting.session.journal import SUFFIX
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui.access.screen_reader import ScreenReaderBridge
from enacting.ui.boundary import Boundary, GaveUp
from enacting.ui.dialogs.accident import AccidentScreen
from enacting.ui.graphics import theme
from enacting.ui.graphics.cache import LruCache
from enacting.ui.items.item import Item
from enacting.ui.library import Library
from enacting.ui.routes import open_destination
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.welcome.title import TitleScreen
from enacting.ui.window.app import App
from enacting.ui.window.loop import MainLoop
from enacting.ui.window.settings import Settings
from enacting.ui.window.stage import OffscreenSurface, WindowSurface

BOX = paths.shipped_boxes_folder() / "enacting-the-commons-mini"
MAX_SESSIONS = 8
USUAL = (1024, 600)
SIZES = ((1, 1), (2, 700), (300, 200), (640, 480), (900, 500), (1024, 600), (1280, 720), (1600, 900), (1000, 1400))
KEYS = (
    *(pygame.K_TAB, pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_BACKSPACE),
    *(pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_PAGEDOWN),
    *(pygame.K_HOME, pygame.K_END, pygame.K_DELETE, pygame.K_INSERT),
    *(pygame.K_F1 + number for number in range(12)),
    *range(pygame.K_a, pygame.K_z + 1),
    *range(pygame.K_0, pygame.K_9 + 1),
    *(pygame.K_PLUS, pygame.K_MINUS, pygame.K_QUESTION, pygame.K_COMMA, 0, 0x40000123),
)
MODS = (0, 0, 0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_CTRL | pygame.KMOD_SHIFT, pygame.KMOD_ALT)
LETTERS = "aeiourstln éœ’ż<&\"'-ÇМ水ع\U0001f333\u0301\u200b\u202e\u00ad\x00\n\t\ud83c"
"""What can be typed or come from elsewhere; no stroke nor tilde, which would name folders outside the test's."""


class Watched(OffscreenSurface):
    """A surface that knows which events happened in it, as a window does."""

    def another(self, title: str) -> WindowSurface:
        """A second one, as large."""
        return Watched(self.surface().get_size())

    def owns(self, event: pygame.event.Event) -> bool:
        """Whether the event happened in it."""
        return getattr(event, "window", None) is self


class Fault(Exception):
    """What a fault of the program would raise."""


class Listener:
    """In the place of the system: wants to be told the whole window each time, and counts them."""

    def __init__(self) -> None:
        self.told = 0

    def update_if_active(self, tree: Callable[[], object]) -> None:
        """Take the tree."""
        tree()
        self.told += 1

    def update_window_focus_state(self, focused: bool) -> None:
        """Nothing depends on it."""


class Heard(ScreenReaderBridge):
    """A screen reader that listens all the time."""

    def __init__(self) -> None:
        super().__init__(None)  # type: ignore[arg-type]
        self.listening = True

    def _adapter_of(self, window: pygame.Window) -> Listener | None:
        return Listener() if sys.platform == "linux" else None

    @property
    def told(self) -> int:
        """How many times the window was told."""
        return self._adapter.told if self._adapter is not None else 0

    def ask(self, action: str, number: int, text: str) -> None:
        """Put a request in the queue, as the thread of the system does."""
        self._requests.put((action, number, text))


class Wanderer:
    """Does things by chance to an application, opened again whenever it was left. To be used within `shut_in`."""

    def __init__(self, seed: int, folder: Path, clock: HandClock, box: Path = BOX) -> None:
        self.seed = seed
        self.chance = random.Random(seed)
        self.folder = folder
        self.handled = self.checked = self.lives = self.moves = self.accidents = 0
        self.screens: set[str] = set()
        self._pointed: Counter[str] = Counter()
        self._full = False
        self._library = Library(box)
        self._library.boxes()
        self._clock = clock
        (folder / "dropped.txt").write_text("nothing")
        self.loop = self._opened()

    @property
    def app(self) -> App:
        """The application that the loop runs."""
        return self.loop.app

    def _opened(self) -> MainLoop:
        self.lives += 1
        self._stage, self._bridge = Watched(USUAL), Heard() if self.chance.random() < 0.2 else None
        self._settings = Settings(
            language=self.chance.choice(("fr", "en")),
            text_size=self.chance.choice((1.0, 1.0, 2.0)),
            reduce_motion=self.chance.random() < 0.5,
            speak_focus=self.chance.random() < 0.2,
            sound=self.chance.random() < 0.2,
            theme=self.chance.choice(theme.THEMES),
        )
        self._boundary = Boundary(
            self._made, lambda app: TitleScreen(app, self._library), clock=lambda: self._clock.now
        )
        loop = self._made(None)
        loop.app.open(TitleScreen(loop.app, self._library))
        return loop

    def _made(self, settings: Settings | None) -> MainLoop:
        app = App(
            self._stage,
            settings or self._settings,
            open_destination=open_destination,
            settings_file=paths.settings_file(),
        )
        loop = MainLoop(app, self._bridge)
        loop.text_view = None
        return loop

    @property
    def table(self) -> Table | None:
        """The table on the screen, if there is one."""
        return next((screen.table for screen in self.app.screens if isinstance(screen, TableScreen)), None)

    # Doing things

    def burst(self) -> None:
        """Some events as the system would give them between two frames; time passes, and the window is painted."""
        for _ in range(self.chance.randint(1, 40)):
            for kind, attributes in self._something():
                pygame.event.post(pygame.event.Event(kind, attributes))
        self.drain()
        self._clock.now += self.chance.choice((0.01, 0.05, 0.2, 0.5)) if self.chance.random() < 0.97 else self._long()
        self.loop.tick()
        if not self.app.running:
            self._again()
        self.loop.draw()
        self.screens.add(type(self.app.screen).__name__)
        if self.chance.random() < 0.05:
            self._break()
        if self.chance.random() < (0.2 if self._full else 0.02):
            self._fill(full=not self._full)

    def drain(self) -> None:
        """Do what the events of the queue ask for."""
        for event in pygame.event.get():
            self.handled += 1
            self.loop.handle(event)
            if not self.app.running:
                self._again()

    def wander(self, events: int, each: int) -> None:
        """So many events, and a look after `each`; a failure tells how to find it again."""
        last, end = self.handled, self.handled + events
        try:
            while self.handled < end:
                self.burst()
                if self.handled - last >= each:
                    last = self.handled
                    self.check()
        except Exception as failure:
            screens = " ".join(type(screen).__name__ for screen in self.app.screens)
            failure.add_note(f"seed {self.seed}, after {self.handled} events, at {self.app.size}, on {screens}")
            raise

    def _long(self) -> float:
        return self.chance.choice((1.0, 3.9, 5.0, 70.0, 400.0, 4000.0))

    def _fill(self, *, full: bool) -> None:
        """No file of this process may grow any more, as on a full disk; or there is room again."""
        self._full = full
        max_bytes(self.chance.choice((0, 4096, 40_000, 80_000)) if full else None)

    def _break(self) -> None:
        """Something of the program breaks: the friendly screen comes, or the program is opened again after too many."""
        table = self.table
        self.accidents += 1
        try:
            raise Fault
        except Fault as fault:
            with suppress(GaveUp):
                self.loop = self._boundary.after(self.loop, fault)
                assert isinstance(self.app.screen, AccidentScreen)
                self._fill(full=False)
                self._compare(table)
                return
        self._again(table)

    def _compare(self, table: Table | None) -> None:
        """What was on that table is on the disk, unless that was full and somebody was told so."""
        if table is not None and not table.session.unsaved and not table.session.read_only:
            with closing(Session.resume(table.session.path)) as again:
                assert snapshot(again.game) == snapshot(table.game)

    def _again(self, table: Table | None = None) -> None:
        """The program was left: everything must be on the disk; it is opened again."""
        self._fill(full=False)
        self._compare(table or self.table)
        pygame.event.clear()
        self.forget()
        self.loop = self._opened()

    def forget(self) -> None:
        """Keep few sessions, as looking at each takes time."""
        table = self.table
        held = table.session.path if table is not None and self.app.running else None
        files = sorted(self.folder.rglob(f"*{SUFFIX}"), key=lambda file: file.stat().st_mtime)
        for file in files[:-MAX_SESSIONS]:
            if file != held:
                file.unlink()

    def _something(self) -> list[tuple[int, dict[str, Any]]]:
        weighted: tuple[tuple[int, Callable[[], list[tuple[int, dict[str, Any]]]]], ...] = (
            (30, self._click),
            (12, self._press_key),
            (8, self._write),
            (20, self._move),
            (5, self._button),
            (4, self._drag),
            (3, self._wheel),
            (2, self._compose),
            (2, self._system),
            (2, self._in_the_room),
            (2, self._ask_for),
            (1, self._resize),
        )
        return self.chance.choices([act for _, act in weighted], [weight for weight, _ in weighted])[0]()

    def _live(self) -> list[Item]:
        return [item for item in self.app.shown if item.live]

    def _target(self) -> tuple[int, int]:
        """The middle of something that can be pointed at; more often what the screen proposes, or what is new."""
        live = self._live()
        if not live:
            return self._anywhere()
        main = [item for item in live if item.main]
        away = ("back", "close", "menu", "leave", "quit")
        ahead = [item for item in live if item.id not in away] if self.chance.random() < 0.7 else live
        item = main[0] if main and self.chance.random() < 0.3 else self.chance.choice(ahead or live)
        if self.chance.random() < 0.2:
            item = min(live, key=lambda item: self._pointed[item.id])
        self._pointed[item.id] += 1
        return item.seen.center

    def _anywhere(self) -> tuple[int, int]:
        width, height = self.app.size
        return self.chance.randint(-5, width + 5), self.chance.randint(-5, height + 5)

    def _click(self) -> list[tuple[int, dict[str, Any]]]:
        place = self._target()
        down = (pygame.MOUSEBUTTONDOWN, {"pos": place, "button": 1})
        up = (pygame.MOUSEBUTTONUP, {"pos": place, "button": 1})
        return [(pygame.MOUSEMOTION, {"pos": place}), *[down, up] * self.chance.choice((1, 1, 1, 2))]

    def _move(self) -> list[tuple[int, dict[str, Any]]]:
        """The mouse goes somewhere, over whatever is on the way: most events are of that kind."""
        start, end, steps = self.loop.input.pointer.position, self.chance.choice((self._target, self._anywhere))(), 12
        way = [
            (round(start[0] + (end[0] - start[0]) * step / steps), round(start[1] + (end[1] - start[1]) * step / steps))
            for step in range(1, steps + 1)
        ]
        return [(pygame.MOUSEMOTION, {"pos": place}) for place in way]

    def _button(self) -> list[tuple[int, dict[str, Any]]]:
        kind = self.chance.choice((pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP))
        return [(kind, {"pos": self._anywhere(), "button": self.chance.choice((1, 1, 2, 3, 8))})]

    def _drag(self) -> list[tuple[int, dict[str, Any]]]:
        lifted = [item.seen.center for item in self._live() if item.lifts is not None]
        start = self.chance.choice(lifted) if lifted else self._anywhere()
        end = self._target()
        return [
            (pygame.MOUSEBUTTONDOWN, {"pos": start, "button": 1}),
            *[(pygame.MOUSEMOTION, {"pos": self._anywhere()}) for _ in range(self.chance.randint(1, 3))],
            (pygame.MOUSEMOTION, {"pos": end}),
            (pygame.MOUSEBUTTONUP, {"pos": end, "button": 1}),
        ]

    def _wheel(self) -> list[tuple[int, dict[str, Any]]]:
        return [(pygame.MOUSEWHEEL, {"x": 0, "y": self.chance.choice((-9, -1, 1, 9))})]

    def _press_key(self, **more: object) -> list[tuple[int, dict[str, Any]]]:
        key, mod = self.chance.choice(KEYS), self.chance.choice(MODS)
        letter = chr(key) if 32 <= key < 127 else ""
        down = (pygame.KEYDOWN, {"key": key, "mod": mod, "unicode": letter, "scancode": 0, **more})
        up = (pygame.KEYUP, {"key": key, "mod": mod, **more})
        typed = [(pygame.TEXTINPUT, {"text": letter, **more})] if letter and not mod & pygame.KMOD_CTRL else []
        return [down, *typed, *([up] if self.chance.random() < 0.9 else [])]

    def _text(self, most: int) -> str:
        return "".join(self.chance.choice(LETTERS) for _ in range(self.chance.randint(0, most)))

    def _write(self) -> list[tuple[int, dict[str, Any]]]:
        """Text in a field; now and then very much of it."""
        fields = [item.seen.center for item in self._live() if item.editing]
        place = self.chance.choice(fields) if fields else self._anywhere()
        text = self._text(400 if self.chance.random() < 0.1 else 12)
        return [
            (pygame.MOUSEBUTTONDOWN, {"pos": place, "button": 1}),
            (pygame.MOUSEBUTTONUP, {"pos": place, "button": 1}),
            (pygame.TEXTINPUT, {"text": text}),
        ]

    def _compose(self) -> list[tuple[int, dict[str, Any]]]:
        return [(pygame.TEXTEDITING, {"text": self._text(6), "start": self.chance.randint(0, 6), "length": 1})]

    def _system(self) -> list[tuple[int, dict[str, Any]]]:
        """What does not come from a hand: focus, the window put away, a file dropped, the program asked to end."""
        dropped = (self.folder, self.folder / "dropped.txt", self.folder / "nothing", self._library.folder)
        kind = self.chance.choice(
            (
                *(pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN),
                *(pygame.WINDOWRESTORED, pygame.WINDOWEXPOSED, pygame.WINDOWENTER, pygame.WINDOWLEAVE),
                *(pygame.DROPFILE, pygame.DROPFILE, pygame.WINDOWDISPLAYCHANGED, pygame.CLIPBOARDUPDATE),
            )
        )
        if self.chance.random() < 0.04:
            kind = self.chance.choice((pygame.QUIT, pygame.WINDOWCLOSE))
        return [(kind, {"file": str(self.chance.choice(dropped))} if kind == pygame.DROPFILE else {})]

    def _ask_for(self) -> list[tuple[int, dict[str, Any]]]:
        """What a screen reader asks, perhaps of something that is gone by now; it needs no event."""
        if self._bridge is not None:
            action = self.chance.choice(("press", "focus", "write", "wake"))
            self._bridge.ask(action, self.chance.randint(0, 400), self._text(12))
        return []

    def _in_the_room(self) -> list[tuple[int, dict[str, Any]]]:
        """What happens in the room's window, also after it was closed."""
        room = self.app.room.stage if self.app.room is not None else Watched((10, 10))
        kind = self.chance.choice((pygame.WINDOWEXPOSED, pygame.WINDOWCLOSE, pygame.MOUSEBUTTONDOWN, pygame.KEYDOWN))
        if kind == pygame.KEYDOWN:
            return self._press_key(window=room)
        if kind == pygame.WINDOWEXPOSED and self.app.room is not None:
            room.resize(self.chance.choice(SIZES))
            kind = pygame.WINDOWRESIZED
        return [(kind, {"window": room, "pos": (5, 5), "button": 1})]

    def _resize(self) -> list[tuple[int, dict[str, Any]]]:
        """The window has another size at once, and is told of it before or after the next frame."""
        usual = self.app.size != USUAL and self.chance.random() < 0.7
        self.app.stage.resize(USUAL if usual else self.chance.choice(SIZES))
        kinds = (pygame.WINDOWRESIZED, pygame.WINDOWSIZECHANGED)
        return [(kind, {"x": 1, "y": 1}) for kind in kinds if self.chance.random() < 0.9]

    def leave(self) -> None:
        """Close the session and the program for good."""
        self._let_go()
        self.app.close_room()
        self.app.running = False

    def _let_go(self) -> None:
        """Hold no session any more; who is asked whether to lose something insists."""
        self._fill(full=False)
        for screen in [*self.app.screens] * 2:
            screen.can_close()
        if self.table is not None:
            self.table.session.close()

    # Looking

    def begin(self, moves: int = 0) -> None:
        """Begin a session, and play so many moves: what is done by chance alone seldom comes to its end."""
        self._let_go()
        self.app.show_only(TitleScreen(self.app, self._library))
        self.app.stage.resize(USUAL)
        setup = SetupScreen(self.app, self._library, self._library.boxes(), seed=self.chance.randrange(2**31))
        self.app.open(setup)
        start = next(item for item in self.app.items() if item.id == "start")
        self.app.activate(start)
        table = self.table
        assert table is not None
        for _, move in random_moves(table.game, self.chance, moves):
            table.play(move)

    def check(self) -> None:
        """The file of the session, read again, gives the very table that is on the screen."""
        table = self.table
        if table is None:
            self.begin(self.chance.choice((0, 0, 20, 60, 150)))
            return
        session = table.session
        self._fill(full=False)
        if session.read_only or session.failure is not None:
            return
        copy = self.folder / "check" / "copy.session"
        session._journal.backup_to(copy)
        with closing(Session.resume(copy)) as again:
            assert snapshot(again.game) == snapshot(session.game)
            assert again.moves() == session.moves()
            assert [entry.move for entry in again.taken_back()] == [entry.move for entry in session.taken_back()]
            assert again.language == session.language
        self.checked += 1
        self.moves = max(self.moves, len(session.log()))


def max_bytes(size: int | None) -> None:
    """No file of this process may grow beyond that, as where a disk is full; None for no limit."""
    if sys.platform == "win32":
        return
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


def lasting_megabytes() -> float:
    """How much memory this process takes for good: what is only kept to be quick, up to a limit, is forgotten first."""
    for held in gc.get_objects():
        if isinstance(held, LruCache):
            held.clear()
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    return resident_megabytes()


def resident_megabytes() -> float:
    """How much memory this process takes now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def open_handles() -> int:
    """How many files this process has open."""
    return len(list(Path("/proc/self/fd").iterdir()))


@contextmanager
def shut_in(folder: Path, seed: int = 0) -> Iterator[HandClock]:
    """Meanwhile all that the program writes or starts stays in that folder, and time and chance are in our hands."""
    chance = random.Random(seed)
    with clock_in_hand() as clock, pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.DATA_VARIABLE, str(folder))
        patch.setenv("PATH", str(folder))
        patch.chdir(folder)
        patch.setattr("tempfile.tempdir", str(folder))
        patch.setattr("random.SystemRandom", lambda: chance)
        try:
            yield clock
        finally:
            max_bytes(None)
