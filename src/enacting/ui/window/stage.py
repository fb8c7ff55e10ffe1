"""What the application draws on: a surface to paint, and what it can be asked.

Law: everything above this file counts in pixels of the surface; points of the system are turned into pixels below it.
"""

from typing import Protocol

import pygame


class WindowSurface(Protocol):
    """What the application draws on."""

    def surface(self) -> pygame.Surface:
        """The surface to paint on now; its size may have changed."""

    def show(self) -> None:
        """Show what was painted."""

    def ratio(self) -> float:
        """Pixels of the surface for one point of the system."""

    def toggle_full_screen(self) -> None:
        """Go to the full screen, or come back."""

    def resize(self, size: tuple[int, int]) -> None:
        """Take another size, in points."""

    def displays(self) -> int:
        """How many displays there are."""

    def another(self, title: str) -> "WindowSurface":
        """A second one for the room, on the whole of another display where there is one."""

    def owns(self, event: pygame.event.Event) -> bool:
        """Whether the event happened in it."""

    def close(self) -> None:
        """Let go of it."""


class OffscreenSurface:
    """A surface nobody sees: for pictures and tests."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._surface = pygame.Surface(size, 0, 32)

    def surface(self) -> pygame.Surface:
        """The surface."""
        return self._surface

    def show(self) -> None:
        """Nobody sees it."""

    def ratio(self) -> float:
        """A point is a pixel."""
        return 1.0

    def toggle_full_screen(self) -> None:
        """There is no screen."""

    def resize(self, size: tuple[int, int]) -> None:
        """Take another size."""
        self._surface = pygame.Surface(size, 0, 32)

    def displays(self) -> int:
        """As if there were one."""
        return 1

    def another(self, title: str) -> WindowSurface:
        """A second surface, as large."""
        return OffscreenSurface(self._surface.get_size())

    def owns(self, event: pygame.event.Event) -> bool:
        """Nothing happens in it."""
        return False

    def close(self) -> None:
        """Nothing to let go of."""
