"""Soft sounds for what happens on the table, off by default.

Law: a computer without sound loses nothing: after a failure the sounds stay silent and are not tried again.
"""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from enacting.system.paths import assets_folder

VOLUME = 0.6


@dataclass(frozen=True, slots=True)
class Cue:
    """A sound, so many seconds from now."""

    sound: str
    delay: float = 0.0


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
