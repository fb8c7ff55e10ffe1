"""Driving the real window: a display of its own, a mouse and a keyboard, and eyes that read the text view.

Law: nothing is clicked that a person could not click, and nothing waits for a fixed time where it can look instead.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "openbox", "xdotool", "xprop", "import", "xclip")
PICTURES_VARIABLE = "ENACTING_WINDOW_PICTURES"
"""Names a folder where the tests keep a picture of what they pass by, to be looked at."""

SECONDS = 60.0
"""How long to wait before giving up: only a test that fails waits so long, and a busy machine is slow."""
STEADY_SECONDS = 0.45
"""Longer than what has changed takes no press, and no second one of a key: `DOUBLE_CLICK_SECONDS` of the window."""
ACTING_KEYS = ("Return", "space")
MOVING_KEYS = ("Tab", "shift+Tab", "Left", "Right", "Up", "Down")


class DidNotHappen(AssertionError):
    """What was waited for did not come; the message says what was on the screen instead."""


def missing_programs() -> list[str]:
    """The programs these tests need that this computer does not have."""
    return [name for name in NEEDED if shutil.which(name) is None]


def until(what: str, found: Callable[[], object], seconds: float = SECONDS) -> None:
    """Look again and again until it is so."""
    end = time.monotonic() + seconds
    while not found():
        if time.monotonic() > end:
            raise DidNotHappen(what)
        time.sleep(0.01)


class Display:
    """A screen nobody sees, with a window manager."""

    def __init__(self, home: Path, *, bits: int = 24, size: tuple[int, int] = (1920, 1080)) -> None:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(writing),
                "-screen",
                "0",
                f"{size[0]}x{size[1]}x{bits}",
                "-noreset",
                "-nolisten",
                "tcp",
            ],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("SDL_", "WAYLAND_", "XDG_"))}
        self.environment = {
            **kept,
            "DISPLAY": f":{number}",
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT / "src"),
            "SDL_FRAMEBUFFER_ACCELERATION": "0",
            "SDL_AUDIODRIVER": "dummy",
        }
        self._manager = subprocess.Popen(
            ["openbox"], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            until("a window manager", lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))
        except DidNotHappen:
            self.stop()
            raise
        self.run("xdotool", "mousemove", "1919", "1079")

    def run(self, *command: str, given: str | None = None) -> str:
        """What a program of the display answers."""
        done = subprocess.run(
            command, env=self.environment, input=given, capture_output=True, text=True, check=False, timeout=SECONDS
        )
        return done.stdout

    def speak(self, *layout: str) -> None:
        """Take the keyboard of another country."""
        self.run("setxkbmap", *layout)

    def stop(self) -> None:
        """Let go of the display."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(timeout=SECONDS)


@dataclass(frozen=True)
class Thing:
    """One item of the screen, as the text view tells it."""

    id: str
    role: str
    name: str
    state: str
    keys: str
    rect: tuple[int, int, int, int]
    seen: tuple[int, int, int, int]
    live: bool
    pane: str

    def holds(self, point: tuple[int, int]) -> bool:
        """Whether that pixel is in the part of it that can be seen."""
        left, top, width, height = self.seen
        return left <= point[0] < left + width and top <= point[1] < top + height


@dataclass(frozen=True)
class View:
    """The whole screen in words."""

    frame: int = 0
    size: tuple[int, int] = (0, 0)
    focus: str = ""
    order: tuple[str, ...] = ()
    held: str | None = None
    is_moment: bool = False
    things: tuple[Thing, ...] = ()
    by_id: dict[str, Thing] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path) -> "View":
        """The view of that file; an empty one when nothing has been drawn yet."""
        try:
            lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        except FileNotFoundError:
            return cls()
        head = lines[0]
        things = tuple(
            Thing(**{**line, "rect": tuple(line["rect"]), "seen": tuple(line["seen"])}) for line in lines[1:]
        )
        return cls(
            frame=head["frame"],
            size=tuple(head["size"]),
            focus=head["focus"],
            order=tuple(head["order"]),
            held=head["held"],
            is_moment=head["moment"],
            things=things,
            by_id={thing.id: thing for thing in things},
        )

    def has(self, name: str) -> bool:
        """Whether that item can be clicked."""
        return name in self.by_id and self.by_id[name].live

    def live(self, beginning: str = "") -> list[str]:
        """The items that can be clicked whose names begin so."""
        return [thing.id for thing in self.things if thing.live and thing.id.startswith(beginning)]

    def said(self, name: str) -> str:
        """The words of that item, "" when it is not there."""
        return self.by_id[name].name if name in self.by_id else ""

    def state(self, name: str) -> str:
        """The state of that item, the text of a field."""
        return self.by_id[name].state if name in self.by_id else ""

    def text(self) -> str:
        """Every word of the screen."""
        return "\n".join(thing.name for thing in self.things if thing.name)

    def log(self) -> tuple[object, ...]:
        """What a click must change: everything but the time that passes and the sentence shown for a while."""
        calm = (thing for thing in self.things if thing.role != "timer" and not thing.id.startswith("message"))
        return (self.held, self.size, *((thing.id, thing.name, thing.state, thing.rect, thing.live) for thing in calm))

    def point_on(self, name: str) -> tuple[int, int] | None:
        """A pixel where a click reaches that item and no other; None when everything of it is covered."""
        thing = self.by_id[name]
        left, top, width, height = thing.seen
        places = (0.5, 0.25, 0.75, 0.1, 0.9, 0.03, 0.97)
        for down in places:
            for across in places:
                point = (int(left + across * width), int(top + down * height))
                above = next((item for item in reversed(self.things) if item.live and item.holds(point)), None)
                if above is thing:
                    return point
        return None


class Game:
    """The program running in its window, with a hand on its mouse and its keyboard.

    `program` is the command that starts it; `under` is a command that runs that one and becomes it; `environment` is
    added to the display's, where "" takes away. `path` says how the program calls a file of this computer.
    """

    def __init__(
        self,
        display: Display,
        data: Path,
        *arguments: str,
        pictures: Path,
        under: Sequence[str] = (),
        environment: Mapping[str, str] = MappingProxyType({}),
        program: Sequence[str] = (sys.executable, "-m", "enacting"),
        path: Callable[[Path], str] = str,
    ) -> None:
        self.display = display
        self.data = data
        self.pictures = pictures
        data.mkdir(parents=True, exist_ok=True)
        self._file = data / "text-view"
        self._file.unlink(missing_ok=True)
        self._errors = (data / "errors").open("w+", encoding="utf-8")
        here = {"ENACTING_DATA": path(data), "ENACTING_TEXT_VIEW": path(self._file), **environment}
        kept = {name: value for name, value in {**display.environment, **here}.items() if value}
        self.process = subprocess.Popen([*under, *program, *arguments], env=kept, stderr=self._errors)
        self._stamp: tuple[int, int] = (0, 0)
        self._view = View()
        self._last_key = ""
        self.window = ""
        try:
            self.wait("a first frame", lambda view: view.frame > 0)
        except DidNotHappen:
            self.stop()
            raise
        found = display.run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid))
        self.window = found.split()[-1]
        self.activate()

    # Eyes

    def view(self) -> View:
        """The screen as it is now."""
        with suppress(FileNotFoundError):
            told = self._file.stat()
            if (told.st_mtime_ns, told.st_ino) != self._stamp:
                self._view = View.read(self._file)
                self._stamp = (told.st_mtime_ns, told.st_ino)
        return self._view

    def wait(self, what: str, found: Callable[[View], object], seconds: float = SECONDS) -> View:
        """The first view of which that is true."""
        end = time.monotonic() + seconds
        while not found(view := self.view()):
            if time.monotonic() > end or self.process.poll() is not None:
                raise DidNotHappen(self._missed(what))
            time.sleep(0.004)
        return view

    def wait_for(self, *names: str) -> View:
        """The first view where one of these items can be clicked."""
        return self.wait(" or ".join(names), lambda view: any(view.has(name) for name in names))

    def _missed(self, what: str) -> str:
        view = self.view()
        kept = self._keep("missed", "root")  # Of a window that is gone, `import` would wait for a hand to show another.
        ended = self.process.poll()
        about = f"ended with {ended}: {self.errors()}" if ended is not None else f"picture: {kept}"
        return f"no {what}; focus {view.focus!r}, held {view.held!r}, can be clicked: {view.live()}; {about}"

    def errors(self) -> str:
        """What the program said on its error output."""
        self._errors.seek(0)
        return self._errors.read()

    def picture(self, name: str) -> Path | None:
        """Keep a picture of the window, where the variable asks for it."""
        if not os.environ.get(PICTURES_VARIABLE):
            return None
        self.settle()
        return self._keep(name, self.window)

    def _keep(self, name: str, window: str) -> Path:
        where = Path(os.environ.get(PICTURES_VARIABLE) or self.pictures)
        where.mkdir(parents=True, exist_ok=True)
        return self.window_picture(where / f"{len(list(where.glob('*.png'))) + 1:03}-{name}.png", window)

    def settle(self, seconds: float = 0.3) -> None:
        """Let what moves arrive: wait until nothing has been drawn for so many seconds."""
        frame, since, begun = -1, time.monotonic(), time.monotonic()
        while time.monotonic() - since < seconds:
            if time.monotonic() - begun > SECONDS:
                raise DidNotHappen(self._missed("rest: it goes on drawing"))
            if self.view().frame != frame:
                frame, since = self.view().frame, time.monotonic()
            time.sleep(0.01)

    def window_picture(self, file: Path, window: str = "") -> Path:
        """A picture of the window as it is on the display; `root` is the whole display."""
        self.display.run("import", "-window", window or self.window, str(file))
        return file

    # Hands

    def _do(self, *words: str) -> None:
        if any(word in ("click", "mousedown", "key", "type") for word in words):
            self.wait("an end to what is shown for a moment", lambda view: not view.is_moment)
        self.display.run("xdotool", *words)
        if "key" in words:
            self._last_key = words[-1]

    def _over(self, name: str) -> tuple[str, ...]:
        """The words that put the pointer over an item."""
        view = self.wait_for(name)
        if view.by_id[name].pane and view.by_id[name].seen[3] < min(12, view.by_id[name].rect[3]):
            view = self._scroll_to(name)
        point = view.point_on(name)
        if point is None:
            raise DidNotHappen(self._missed(f"free pixel of {name}"))
        return ("mousemove", "--window", self.window, str(point[0]), str(point[1]))

    def _wait_for_rest(self) -> None:
        """Wait until nothing but the time that passes has changed for longer than what has changed takes no press."""
        before, since = self.view().log(), time.monotonic()
        end = since + SECONDS
        while time.monotonic() - since < STEADY_SECONDS and time.monotonic() < end:
            time.sleep(0.01)
            if (now := self.view().log()) != before:
                before, since = now, time.monotonic()

    def _scroll_to(self, name: str) -> View:
        """Turn the wheel over the pane of an item until it is in sight."""
        for _ in range(60):
            view = self.view()
            thing = view.by_id[name]
            if thing.seen[3] >= min(thing.rect[3], 30):
                return view
            other = next(
                item for item in view.things if item.pane == thing.pane and item.seen[3] > 5 and item.seen[2] > 5
            )
            left, top, width, height = other.seen
            down = thing.rect[1] > other.seen[1]
            place = ("mousemove", "--window", self.window, str(left + width // 2), str(top + height // 2))
            before = thing.rect
            self._do(*place, "click", "5" if down else "4")
            self.wait(f"{name} to scroll", lambda view, before=before: view.by_id[name].rect != before)  # type: ignore[misc]
        raise DidNotHappen(self._missed(f"{name} in sight"))

    def click(self, name: str, *, changes: bool = True) -> View:
        """Click an item once it has been in sight for as long as a press needs; a click that changes nothing is a dead
        button."""
        self.wait_for(name)
        self._wait_for_rest()
        place = self._over(name)
        before = self.view()
        self._do(*place, "click", "1")
        return self._changed(f"change after a click on {name}", before) if changes else before

    def drag(self, source: str, target: str) -> View:
        """Take an item with the button down, and let it go over another."""
        self.wait_for(source)
        self._wait_for_rest()
        place = self._over(source)
        x, y = int(place[3]), int(place[4])
        self._do(*place, "mousedown", "1", "mousemove", "--window", self.window, str(x + 6), str(y + 4))
        self._do("mousemove", "--window", self.window, str(x + 20), str(y + 15))
        self.wait(f"{source} held", lambda view: view.held is not None)
        place = self._over(target)
        self._do(*place)
        before = self.view()
        self._do("mouseup", "1")
        return self._changed(f"change after {source} was dropped on {target}", before)

    def _changed(self, what: str, before: View) -> View:
        return self.wait(what, lambda view: view.frame > before.frame and view.log() != before.log())

    def activate(self) -> None:
        """Give the window the keyboard, as a click on its title does."""
        self._do("windowactivate", "--sync", self.window)

    def key(self, *keys: str, changes: bool = False) -> View:
        """Press keys, one after the other; the same one again only once what it is for has been in sight."""
        if keys[0] not in MOVING_KEYS and keys[0] == self._last_key:
            self._wait_for_rest()
        before = self.view()
        self._do("key", *keys)
        return self._changed(f"change after {' '.join(keys)}", before) if changes else before

    def type(self, text: str) -> None:
        """Type a text; letters that no key writes at once need a long delay."""
        for plain, letters in groupby(text, str.isascii):
            self._do("type", "--delay", "12" if plain else "150", "".join(letters))

    def go_to(self, name: str) -> View:
        """Tab until an item has the focus."""
        for _ in range(6):
            view = self.wait(f"{name} in the Tab order", lambda view: name in view.order)
            if view.focus == name:
                return view
            count, here = len(view.order), view.order.index(view.focus) if view.focus in view.order else -1
            steps = view.order.index(name) - here
            ahead, back = steps % count, -steps % count
            many = ["Tab"] * ahead if ahead <= back or here < 0 else ["shift+Tab"] * back
            self._do("key", *many)
            with suppress(DidNotHappen):
                return self.wait(f"focus on {name}", lambda view: view.focus == name, seconds=10)
        raise DidNotHappen(self._missed(f"focus on {name}"))

    def press(self, name: str, key: str = "") -> View:
        """Tab to an item and press that key; else Enter, or Space after Enter, which are no double press together."""
        self.go_to(name)
        return self.key(key or ACTING_KEYS[self._last_key == ACTING_KEYS[0]], changes=True)

    def write(self, name: str, text: str, *, clicks: bool) -> View:
        """Write in a field in place of what is there."""
        if clicks:
            self.click(name, changes=False)
        else:
            self.go_to(name)
        self.wait(f"focus on {name}", lambda view: view.focus == name)
        self._do("key", "ctrl+a")
        self.type(text)
        return self.wait(f"“{text}” in {name}, not {self.view().state(name)!r}", lambda view: view.state(name) == text)

    def resize(self, width: int, height: int) -> View:
        """Give the window another size than it has, as by its border."""
        before = self.view()
        assert before.size != (width, height)
        self._do("windowsize", self.window, str(width), str(height))
        return self.wait(f"{width}x{height}", lambda view: view.size == (width, height))

    # Ending

    def kill(self) -> None:
        """As when the battery dies."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=SECONDS)

    def ended(self, seconds: float = SECONDS) -> int:
        """The exit code, once the program has ended by itself."""
        return self.process.wait(timeout=seconds)

    def stop(self) -> None:
        """End it whatever its state; its errors are part of the test."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()
        self._errors.close()
