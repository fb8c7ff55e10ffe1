"""Wine, where programs of Windows are run on Linux: to compile with the Python of Windows, and to try the bundle.

Debian's Wine 8 lacks a library that programs written in Rust ask for since Windows 10, `bcryptprimitives.dll`: a small
one of our own is put in the folder of that Wine, never in a bundle.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bundles.layout import PACKAGING

_DEBIAN = Path("/usr/lib/wine/wine64")


def wine_program() -> Path | None:
    """Wine's loader of 64-bit programs; None where there is none."""
    found = shutil.which("wine64") or shutil.which("wine")
    if found is not None:
        return Path(found)
    return _DEBIAN if _DEBIAN.is_file() else None


@dataclass(frozen=True, slots=True)
class Wine:
    """One Windows of its own, in a folder: its registry, its disk C, its users."""

    program: Path
    prefix: Path
    display: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """The variables that its programs are started with."""
        ours = {
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",  # No .NET nor browser is offered for download.
            "DISPLAY": self.display,
        }
        return {**os.environ, **ours, **dict(self.variables)}

    def command(self, *arguments: str | Path) -> list[str]:
        """That program of Windows with its arguments, as a command of Linux."""
        return [str(self.program), *map(str, arguments)]

    def run(
        self, *arguments: str | Path, check: bool = True, timeout: float = 300, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end; its streams are pipes, without which this Wine's console stands in the way."""
        return subprocess.run(
            self.command(*arguments),
            check=check,
            timeout=timeout,
            cwd=cwd,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

    @staticmethod
    def path(path: Path) -> str:
        """How Windows calls a file of Linux: `Z:\\home\\lea`."""
        return "Z:" + str(path).replace("/", "\\")

    def stop(self) -> None:
        """End every program of this Windows, and no other."""
        server = shutil.which("wineserver") or "/usr/lib/wine/wineserver"
        subprocess.run([server, "-k"], env=self.environment(), check=False, timeout=60)


def start(prefix: Path, *, display: str = "", variables: Mapping[str, str] | None = None) -> Wine:
    """A Windows in that folder, made if it is not there; `FileNotFoundError` where Wine is not installed."""
    program = wine_program()
    if program is None:
        raise FileNotFoundError("wine64")
    wine = Wine(program, prefix, display, variables or {})
    system = prefix / "drive_c" / "windows" / "system32"
    if not system.is_dir():
        prefix.mkdir(parents=True, exist_ok=True)
        wine.run("wineboot", "--init", check=False)
    library = system / "bcryptprimitives.dll"
    if not library.is_file():
        _build_library(library)
    return wine


def _build_library(file: Path) -> None:
    source = PACKAGING / "wine" / "bcryptprimitives.c"
    command = ["x86_64-w64-mingw32-gcc", "-O2", "-Wall", "-Werror", "-shared", "-nostartfiles", "-Wl,-e,0"]
    subprocess.run([*command, str(source), "-o", str(file), "-ladvapi32"], check=True)
