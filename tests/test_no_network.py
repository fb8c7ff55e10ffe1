"""No module of ours loads what reaches a network, and a session played to its report asks for no socket.

This holds on every system; tests/window/test_nothing_leaves.py also sees what is not written in Python.
"""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pygame
import pytest
from imports import imported_by
from ui.alone import Alone

from enacting.system import paths
from enacting.ui.destinations import Home

ROOT = Path(__file__).resolve().parents[1]
OURS = sorted(file for folder in ("src", "assets") for file in (ROOT / folder).rglob("*.py"))
REACHING = {
    *("socket", "_socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "poplib", "imaplib", "xmlrpc"),
    *("socketserver", "asyncio", "multiprocessing", "webbrowser", "requests", "httpx", "urllib3", "aiohttp"),
}
"""The modules with which Python reaches other machines, or other programs through a socket."""

LOADS_ALL = """
import importlib, pkgutil, sys
import enacting
for module in pkgutil.walk_packages(enacting.__path__, "enacting."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(*sys.modules)
"""


def is_reaching(module: str) -> bool:
    """Whether it is one of those, or in one of them."""
    return any(f"{module}.".startswith(f"{name}.") for name in REACHING)


def test_no_module_of_ours_imports_what_reaches_a_network() -> None:
    assert len(OURS) > 150
    assert {file.name: [name for name in imported_by(file) if is_reaching(name)] for file in OURS} == {
        file.name: [] for file in OURS
    }


def test_nothing_that_they_import_does_either() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "SDL_VIDEODRIVER": "dummy"}

    done = subprocess.run(
        [sys.executable, "-c", LOADS_ALL], env=environment, capture_output=True, text=True, check=True, timeout=300
    )

    loaded = done.stdout.splitlines()[-1].split()
    assert "enacting.ui.window.app" in loaded
    assert [name for name in loaded if is_reaching(name)] == []


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """What Python has been asked of sockets since the beginning of these tests; this cannot be switched off again."""
    heard: list[str] = []
    sys.addaudithook(lambda event, _: heard.append(event) if event.startswith("socket.") else None)
    return heard


def test_a_whole_session_asks_for_no_socket(asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    pygame.display.init()
    asked.clear()

    alone = Alone("en")
    alone.play()
    alone.walk.app.go_to(Home())

    assert len(list((tmp_path / "harvest").iterdir())) == 2
    assert asked == []


def test_a_socket_would_be_noticed(asked: list[str]) -> None:
    asked.clear()

    with socket.socket() as probe:
        probe.connect_ex(("127.0.0.1", 9))

    assert asked == ["socket.__new__", "socket.connect"]
