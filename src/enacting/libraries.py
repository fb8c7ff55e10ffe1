"""Whether the drawing library that is installed is the right one, and the only one, before anything draws.

The distributions `pygame` and `pygame-ce` own the same folder: whichever is installed last replaces the files of the
other without a word, and removing one breaks both.
"""

import importlib
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

WANTED = "pygame-ce"
FOLDER_MARK = "\npygame/__init__.py,"


class Repair(NamedTuple):
    """A sentence about the installation, as the key of its words, and the commands that mend it."""

    word_key: str
    commands: tuple[str, ...]


def repair_needed() -> Repair | None:
    """What to do before the game can draw; None when all is well."""
    owners = owners_of_pygame(sys.path)
    if len(owners) > 1:
        return Repair("command.two_pygames", _commands(owners))
    try:
        pygame = importlib.import_module("pygame")
    except ImportError:
        return Repair("command.no_pygame", _commands(owners))
    if not getattr(pygame, "IS_CE", 0):
        return Repair("command.old_pygame", _commands(owners))
    return None


def owners_of_pygame(folders: Iterable[str]) -> list[str]:
    """The names of the distributions installed in those folders that own the folder `pygame`, in alphabetical order.

    Their lists of files are read here, because `importlib.metadata` loads what reaches a network.
    """
    owners = set()
    for record in (file for folder in folders for file in Path(folder).glob("*.dist-info/RECORD")):
        with suppress(OSError):
            if FOLDER_MARK in "\n" + record.read_text(encoding="utf-8", errors="replace"):
                owners.add(record.parent.name.partition("-")[0].replace("_", "-"))
    return sorted(owners)


def _commands(owners: Iterable[str]) -> tuple[str, ...]:
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    names = " ".join(sorted({*owners, WANTED}))
    return (f"{python} -m pip uninstall --yes {names}", f"{python} -m pip install {WANTED}")
