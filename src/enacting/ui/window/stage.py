"""What the application draws on: a window of the system, or a surface without one.

Law: everything above this file counts in pixels of the surface; points of the system are converted below it.
"""

from typing import Protocol

import pygame


class WindowSurface(Protocol):
    """A window to draw on."""

    def surface(self) -> pygame.Surface:
        """The current surface to paint on; its size may have changed."""

    def show(self) -> None:
        """Show what was painted."""

    def pixel_ratio(self) -> float:
        """Pixels of the surface per point of the system."""

    def toggle_full_screen(self) -> None:
        """Enter full screen, or leave it."""

    def resize(self, size: tuple[int, int]) -> None:
        """Change the size, in points."""

    def place(self) -> pygame.Rect:
        """Where the window is on the desktop, in points."""

    def displays(self) -> tuple[pygame.Rect, ...]:
        """Where the displays of the system are on the desktop, in points; those of one place show the same picture."""

    def go_to(self, display: pygame.Rect, *, full_screen: bool) -> None:
        """Go to the display at that place, and fill it or be an ordinary window in its middle."""

    def focus(self) -> None:
        """Come to the front, and take the keyboard."""

    def open_another(self, title: str) -> "WindowSurface":
        """Open a second window for the room; this one keeps the keyboard."""

    def owns(self, event: pygame.event.Event) -> bool:
        """Whether the event belongs to this window."""

    def close(self) -> None:
        """Close the window."""


class OffscreenSurface:
    """A surface without a window, for pictures and tests."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._surface = pygame.Surface(size, 0, 32)

    def surface(self) -> pygame.Surface:
        """The surface."""
        return self._surface

    def show(self) -> None:
        """Do nothing: there is no window."""

    def pixel_ratio(self) -> float:
        """A point is a pixel."""
        return 1.0

    def toggle_full_screen(self) -> None:
        """Do nothing: there is no display."""

    def resize(self, size: tuple[int, int]) -> None:
        """Change the size."""
        self._surface = pygame.Surface(size, 0, 32)

    def place(self) -> pygame.Rect:
        """As if it were alone on a display of its own size."""
        return self._surface.get_rect()

    def displays(self) -> tuple[pygame.Rect, ...]:
        """As if there were one display."""
        return (self._surface.get_rect(),)

    def go_to(self, display: pygame.Rect, *, full_screen: bool) -> None:
        """Do nothing: there is no display."""

    def focus(self) -> None:
        """Do nothing: there is no keyboard."""

    def open_another(self, title: str) -> WindowSurface:
        """A second surface of the same size."""
        return OffscreenSurface(self._surface.get_size())

    def owns(self, event: pygame.event.Event) -> bool:
        """It has no events."""
        return False

    def close(self) -> None:
        """Do nothing: there is no window."""
