"""Asking the system to show a file or a folder with its own program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def show_in_system(path: Path) -> bool:
    """Open the file or folder; False when the system has nothing to do it with."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError:  # No program is there for such files, or none is allowed.
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
