"""Whether the drawing library that is installed is the right one, and the only one, before anything draws.

The distributions `pygame` and `pygame-ce` own the same folder: whichever is installed last replaces the files of the
other without a word, and removing one breaks both.
"""

import importlib
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from typing import NamedTuple

WANTED = "pygame-ce"
FOLDER_MARK = "pygame/__init__.py,"


class Repair(NamedTuple):
    """A sentence about the installation, as the key of its words, and the commands that mend it."""

    word_key: str
    commands: tuple[str, ...]


def repair_needed() -> Repair | None:
    """What to do before the game can draw; None when all is well."""
    owners = owners_of_pygame(distributions())
    if len(owners) > 1:
        return Repair("command.two_pygames", _commands(owners))
    try:
        pygame = importlib.import_module("pygame")
    except ImportError:
        return Repair("command.no_pygame", _commands(owners))
    if not getattr(pygame, "IS_CE", 0):
        return Repair("command.old_pygame", _commands(owners))
    return None


def owners_of_pygame(installed: Iterable[Distribution]) -> list[str]:
    """The names of the distributions that have put files in the folder `pygame`, in alphabetical order."""
    return sorted({each.name for each in installed if FOLDER_MARK in f"{each.read_text('RECORD') or ''}"})


def _commands(owners: Iterable[str]) -> tuple[str, ...]:
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    names = " ".join(sorted({*owners, WANTED}))
    return (f"{python} -m pip uninstall --yes {names}", f"{python} -m pip install {WANTED}")
