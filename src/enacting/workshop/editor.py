"""Opens a file at a line, in the editor that this computer has."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from enacting.ui.window.system_programs import show_in_system

Arguments = Callable[[Path, int, int], Sequence[str]]


def _after_colon(file: Path, line: int, column: int) -> Sequence[str]:
    return (f"{file}:{line}:{column}",)


EDITORS: Final[Sequence[tuple[str, Arguments]]] = (
    ("code", lambda file, line, column: ("--goto", f"{file}:{line}:{column}")),
    ("codium", lambda file, line, column: ("--goto", f"{file}:{line}:{column}")),
    ("subl", _after_colon),
    ("zed", _after_colon),
    ("notepad++", lambda file, line, column: (f"-n{line}", f"-c{column}", str(file))),
    ("kate", lambda file, line, column: ("--line", str(line), "--column", str(column), str(file))),
    ("gnome-text-editor", lambda file, line, column: (f"+{line}:{column}", str(file))),
    ("gedit", lambda file, line, column: (f"+{line}:{column}", str(file))),
    ("geany", lambda file, line, column: ("--line", str(line), "--column", str(column), str(file))),
    ("pluma", lambda file, line, column: (f"+{line}", str(file))),
    ("xed", lambda file, line, column: (f"+{line}", str(file))),
    ("mousepad", lambda file, line, column: (f"--line={line}", f"--column={column}", str(file))),
)
"""Editors that have a window and take a line, those made for structured text first."""


def open_at(file: Path, line: int, column: int) -> bool:
    """Open a file there, or at its beginning where no editor takes a line; returns whether anything opened.

    `VISUAL` is asked before the others, where it names one of these editors.
    """
    command = _command(file, line, column)
    if command is None:
        return show_in_system(file)
    try:
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return show_in_system(file)
    return True


def _command(file: Path, line: int, column: int) -> list[str] | None:
    arguments = dict(EDITORS)
    preferred = shlex.split(os.environ.get("VISUAL", ""))
    name = Path(preferred[0]).stem if preferred else ""
    for editor in dict.fromkeys([name, *arguments]):
        program = shutil.which(preferred[0] if editor == name and preferred else editor)
        if editor in arguments and program is not None:
            return [program, *arguments[editor](file, line, column)]
    return None
