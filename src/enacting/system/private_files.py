"""Files that no other account of this computer may read: only the person who plays.

What is given to others, such as a report or an exported session, is not made here: it has the rights that files of the
person usually have. Windows keeps the folders of a person apart by itself.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from enacting.system.whole_files import write_whole

FILE: Final = 0o600
FOLDER: Final = 0o700


def make_private_folder(folder: Path) -> None:
    """Make the folder where it is missing, closed to others; one that is there stays as it is. `OSError`."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=FOLDER, exist_ok=True)


def new_private_file(path: Path) -> int:
    """An empty file that was not there before, open to be written; `OSError` when there is one."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE)


def write_private_file(path: Path, content: bytes) -> None:
    """Put that content in place of a file, as `write_whole` does; `OSError` has changed nothing.

    What a power cut leaves of it is `NAME.new`, so that it is known, and goes with the file or with the next one.
    """
    write_whole(path, content, beside=path.with_name(f"{path.name}.new"), rights=FILE)


def keep_draft(file: Path, content: bytes) -> None:
    """Keep what somebody has begun; nothing leaves no file. Typing is never interrupted for it."""
    with suppress(OSError):
        if content:
            make_private_folder(file.parent)
            write_private_file(file, content)
        else:
            file.unlink(missing_ok=True)


def close_to_others(folder: Path) -> None:
    """Close a folder of the program's own, and the files in it, that an earlier version left open to others."""
    if os.name != "posix" or folder.is_symlink():
        return
    with suppress(OSError):
        folder.chmod(FOLDER)
        for file in folder.iterdir():
            if file.is_file() and not file.is_symlink():
                file.chmod(FILE)
