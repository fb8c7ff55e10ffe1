"""What is asked of the programs of the system: to show a file or a folder, to take a picture in the clipboard."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

CLIPBOARD_SECONDS: Final = 10
PICTURE_VARIABLE: Final = "ENACTING_PICTURE"
"""By which a script is given a file: a path in its text could be read as a part of it."""


def show_in_system(path: Path) -> bool:
    """Open the file or folder; returns whether the system has a program for it."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError:  # There is no program for such files, or none is allowed.
            return False
        return True
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None:
        return False
    try:
        subprocess.Popen([program, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return True


def copy_picture(png: Path) -> bool:
    """Put a PNG picture in the clipboard; returns whether the system has a program that takes it."""
    command = _clipboard_command(png)
    if command is None:
        return False
    try:
        # xclip goes on in the background to hold what was copied: its output must not be waited for.
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=CLIPBOARD_SECONDS,
            check=False,
            env={**os.environ, PICTURE_VARIABLE: str(png)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _clipboard_command(png: Path) -> list[str] | None:
    """The command that takes the picture in, as far as this system has one. No path is part of a script."""
    if sys.platform == "win32":
        script = (
            "Add-Type -AssemblyName System.Windows.Forms, System.Drawing;"
            f"[Windows.Forms.Clipboard]::SetImage([Drawing.Image]::FromFile($env:{PICTURE_VARIABLE}))"
        )
        return ["powershell", "-NoProfile", "-STA", "-Command", script]
    if sys.platform == "darwin":
        script = "on run files\nset the clipboard to (read (POSIX file (item 1 of files)) as «class PNGf»)\nend run"
        return ["osascript", "-e", script, str(png)]
    program = shutil.which("xclip")
    return [program, "-selection", "clipboard", "-t", "image/png", "-i", str(png)] if program else None
