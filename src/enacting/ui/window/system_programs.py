"""Showing a file or a folder with the program that the system has for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


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
