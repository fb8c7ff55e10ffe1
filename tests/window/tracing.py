"""What a program asks of the network, read from what strace wrote about it.

Law: nothing goes anywhere but to a socket of this machine that has a name in the list below; what is not understood is
told as well.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

ALLOWED = (
    r"@?/tmp/\.X11-unix/X\d+",  # the display
    r"/run/user/\d+/wayland-\d+",
    r"@?/run/user/\d+/bus|/(?:var/)?run/dbus/system_bus_socket|@?/tmp/dbus-[A-Za-z0-9]+",  # D-Bus
    r"/run/user/\d+/at-spi/bus[-_0-9]*|.*/\.cache/at-spi/bus[-_0-9]*",  # screen readers
    r"/run/user/\d+/pulse/native|/var/run/pulse/native|/tmp/pulse-[A-Za-z0-9]+/native",  # sound
    r"/run/user/\d+/pipewire-\d+(?:-manager)?|/(?:var/)?run/pipewire/pipewire-\d+",
)
"""The addresses on this machine that the window may speak to."""

REACHING = ("connect", "sendto", "sendmsg", "sendmmsg")
OFFERING = ("bind", "listen", "accept", "accept4")

_CALL = re.compile(r"^\d+ +([a-z0-9_]+)\((.*)")
_FAMILY = re.compile(r"^(AF_\w+|PF_\w+|\w+)")
_ADDRESS = re.compile(r"sa_family=(AF_\w+|\w+)(?:, sun_path=(@?\"[^\"]*\"))?")


def under_strace(told: Path) -> list[str]:
    """What runs a program that becomes it, and writes what it and its children ask of the network in a file."""
    which = ["-e", "trace=%network", "-e", "signal=none", "-s", "200"]
    return ["strace", "-D", "-f", "-q", "--seccomp-bpf", *which, "-o", str(told)]


def why_not(folder: Path) -> str:
    """Why strace cannot be used here; "" when it can."""
    if shutil.which("strace") is None:
        return "no strace"
    told = folder / "can-it"
    command = [*under_strace(told), "xprop", "-root", "-display", ":99999"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    except subprocess.TimeoutExpired:
        return "strace does not answer"
    if told.is_file() and "AF_UNIX" in told.read_text(encoding="utf-8", errors="replace"):
        return ""
    return f"tracing is forbidden here: {done.stderr.strip()}"


def leaks(lines: Iterable[str]) -> list[str]:
    """The calls that are not allowed, each as strace tells it."""
    return [line for line in lines if _leaks(line)]


def _leaks(line: str) -> bool:
    call = _CALL.match(line)
    if call is None:
        return not re.match(r"^\d+ +(<\.\.\. \w+ resumed>|\+\+\+ |--- )", line)
    name, about = call.groups()
    if name in ("socket", "socketpair"):
        family = _FAMILY.match(about)
        return family is None or family[1] != "AF_UNIX"
    if name in OFFERING:
        return True
    addresses = _ADDRESS.findall(about)
    if any(family != "AF_UNIX" for family, _ in addresses):
        return True
    return name in REACHING and any(not _is_allowed(path) for _, path in addresses)


def _is_allowed(path: str) -> bool:
    return any(re.fullmatch(known, path.replace('"', "")) for known in ALLOWED)
