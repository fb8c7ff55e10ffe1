"""Where buttons lead: a value for each screen that a button opens, so that what it does can be read without doing it.

Law: a destination holds numbers, texts, paths and ids, never a screen nor a function. `routes` alone opens them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScreenText:
    """The screen in plain words; from there, back to the screen."""


@dataclass(frozen=True, slots=True)
class NoVoice:
    """That nobody speaks on this computer, with the words to read instead."""


Destination = ScreenText | NoVoice
