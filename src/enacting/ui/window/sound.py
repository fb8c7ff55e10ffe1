"""Soft sounds for what happens on the table, off by default.

Law: a computer without sound loses nothing: after a failure the sounds stay silent and are not tried again.
"""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from enacting.engine.events import (
    Adopted,
    ContextRevealed,
    CrisisRevealed,
    Dropped,
    Event,
    KeptForLater,
    MechanismKept,
    MechanismsDrawn,
    PostureDrawn,
    PosturePlaced,
    Proposed,
    TurnStarted,
)
from enacting.system.paths import assets_folder

VOLUME = 0.6


class Sounds:
    """The sounds, each loaded when it is first played."""

    def __init__(self) -> None:
        self._loaded: dict[str, pygame.mixer.Sound] = {}
        self.silent = False

    def play(self, name: str) -> None:
        """Play that sound, if this computer can."""
        if self.silent:
            return
        try:
            self._sound(name).play()
        except (pygame.error, OSError, NotImplementedError):
            self.silent = True

    def _sound(self, name: str) -> pygame.mixer.Sound:
        if pygame.mixer.get_init() is None:
            pygame.mixer.init(22_050, -16, 1, 512)
        if name not in self._loaded:
            self._loaded[name] = pygame.mixer.Sound(assets_folder() / "sounds" / f"{name}.wav")
            self._loaded[name].set_volume(VOLUME)
        return self._loaded[name]


def sound_of(events: Iterable[Event]) -> str:
    """The name of the sound of the first event that has one; "" for none."""
    for event in events:
        match event:
            case PostureDrawn() | MechanismsDrawn() | ContextRevealed() | CrisisRevealed():
                return "draw"
            case PosturePlaced() | Proposed() | MechanismKept():
                return "place"
            case Adopted():
                return "adopt"
            case KeptForLater() | Dropped():
                return "aside"
            case TurnStarted():
                return "turn"
            case _:
                pass
    return ""
