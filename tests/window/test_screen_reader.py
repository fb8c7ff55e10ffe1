"""A screen reader and the real window: what it finds, what it hears, and what it does there, through AT-SPI."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from window.driving import SECONDS, Display, Game, until

pytest.importorskip("accesskit")
PYTHON = Path("/usr/bin/python3")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"

Launch = Callable[..., Game]
Node = dict[str, Any]


def missing() -> str:
    """What this computer lacks to be listened to; "" when it lacks nothing."""
    if shutil.which("dbus-daemon") is None or not LAUNCHER.exists() or not PYTHON.exists():
        return "no AT-SPI"
    found = subprocess.run([str(PYTHON), "-c", BINDINGS], capture_output=True, check=False)
    return "" if found.returncode == 0 else "no bindings of AT-SPI"


class Listener:
    """Somebody who listens to the window."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [str(PYTHON), str(Path(__file__).with_name("listening.py"))],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def ask(self, what: str, **about: str) -> Any:
        """An answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"ask": what, **about}) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def tree(self, name: str) -> list[Node]:
        """Every node of the window, once there is one of that name."""
        found: list[Node] = []

        def there() -> bool:
            root = self.ask("tree")
            found[:] = list(nodes(root)) if root is not None and "failure" not in root else []
            return any(node["name"] == name for node in found)

        until(name, there)
        return found

    def stop(self) -> None:
        """Listen no more."""
        self._process.kill()
        self._process.wait(timeout=SECONDS)


def nodes(node: Node) -> Iterator[Node]:
    """A node and all that is in it."""
    yield node
    for child in node["children"]:
        yield from nodes(child)


@pytest.fixture
def listener(display: Display, tmp_path: Path) -> Iterator[Listener]:
    """A session with somebody who listens, from before the game begins."""
    lacks = missing()
    if lacks:
        pytest.skip(lacks)
    before = dict(display.environment)
    reading, writing = os.pipe()
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--print-address={writing}"],
        pass_fds=[writing],
        env=before,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        display.environment["DBUS_SESSION_BUS_ADDRESS"] = answer.readline().strip()
    display.environment["XDG_RUNTIME_DIR"] = str(tmp_path)
    launcher = subprocess.Popen(
        [str(LAUNCHER), "--launch-immediately"],
        env=display.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until("the bus of screen readers", lambda: _switch_on(display))
    listening = Listener(display.environment)
    listening.ask("tree")
    yield listening
    listening.stop()
    for process in (launcher, bus):
        process.terminate()
        process.wait(timeout=SECONDS)
    display.environment = before


def _switch_on(display: Display) -> bool:
    """Say that there is a screen reader, as one does when it starts."""
    target = ["--dest=org.a11y.Bus", "--print-reply", "/org/a11y/bus", "org.freedesktop.DBus.Properties.Set"]
    words = ["string:org.a11y.Status", "string:ScreenReaderEnabled", "variant:boolean:true"]
    return "method return" in display.run("dbus-send", "--session", *target, *words)


def one(found: list[Node], name: str) -> Node:
    """The only node of that name."""
    (node,) = [node for node in found if node["name"] == name]
    return node


def test_the_whole_window_is_told_with_names_roles_states_and_places(launch: Launch, listener: Listener) -> None:
    launch("window", "--language", "en")

    found = listener.tree("New session")

    assert (found[0]["role"], found[0]["name"]) == ("frame", "Enacting the Commons")
    told = [(node["role"], node["name"]) for node in found[1:]]
    assert told[0] == ("heading", "Enacting the Commons")
    assert told[1] == ("label", "A tabletop game for talking about what public action can do with the commons.")
    new = ("New session", "See the game in three minutes", "Try a five-minute solo game")
    rest = ("Sessions", "Français", "Settings", "Help", "About", "Quit")
    assert told[2:] == [("push button", name) for name in (*new, *rest)]
    assert "FOCUSED" in one(found, "New session")["states"]
    assert min(one(found, "New session")["size"]) > 20


def test_a_button_is_pressed_and_the_dialog_over_the_window_is_told(launch: Launch, listener: Listener) -> None:
    game = launch("window", "--language", "en")
    listener.tree("Settings")

    assert listener.ask("press", name="Settings") is True

    game.wait_for("text_size-1.25")
    found = listener.tree("Text size: 125%")
    dialog = next(node for node in found if node["role"] == "dialog")
    assert dialog["name"] == "Settings"
    assert "PRESSED" in one(found, "Text size: 100%")["states"]
    assert "PRESSED" not in one(found, "Text size: 125%")["states"]
    listener.ask("press", name="Text size: 125%")
    game.wait("text of 125 %", lambda view: view.state("text_size-1.25") == "chosen")


def test_the_focus_is_heard_and_can_be_asked_for(launch: Launch, listener: Listener) -> None:
    game = launch("window", "--language", "en")
    listener.tree("New session")

    game.key("Tab")
    seen = {"focused": "See the game in three minutes"}
    until("focus on the next button", lambda: seen in listener.ask("heard"))
    listener.ask("focus", name="Quit")

    game.wait("focus on Quit", lambda view: view.focus == "quit")


def test_what_cannot_be_pressed_is_disabled_and_a_field_can_be_written(launch: Launch, listener: Listener) -> None:
    game = launch("window", "--language", "en")
    listener.tree("New session")
    listener.ask("press", name="New session")
    found = listener.tree("Name of person 1")
    before = one(found, "Name of person 1")

    game.write("name-1", "Amina", clicks=True)
    until("Amina", lambda: one(listener.tree("Name of person 1"), "Name of person 1")["text"] == "Amina")
    listener.ask("press", name="Start")
    game.wait_for("reveal-context")

    assert (before["role"], "EDITABLE" in before["states"]) == ("entry", True)
    assert before["text"] == "Robin"
    found = listener.tree("Turn the place over")
    redo, menu = one(found, "Redo"), one(found, "Menu")
    assert (redo["description"], redo["states"]) == ("unavailable", [])
    assert (menu["description"], menu["states"]) == ("", ["FOCUSABLE"])


def test_what_has_just_happened_is_announced(launch: Launch, listener: Listener) -> None:
    game = launch("window", "--language", "en")
    listener.tree("New session")
    listener.ask("press", name="New session")
    listener.tree("Start")
    listener.ask("press", name="Start")
    for button in ("Turn the place over", "Turn the crisis over"):
        listener.tree(button)
        listener.ask("press", name=button)
    undo = game.wait_for("go-on").said("undo")
    listener.tree(undo)

    listener.ask("press", name=undo)

    until("an announcement", lambda: any("Undone" in str(heard.get("announced")) for heard in listener.ask("heard")))


def test_nothing_is_told_while_nobody_listens(launch: Launch) -> None:
    game = launch("window", "--language", "en")
    game.wait_for("new")
    time.sleep(0.5)

    assert game.errors() == ""
