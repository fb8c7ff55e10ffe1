"""A window of the system, and the errors where there is no usable display."""

import os
import sys

import pygame

from enacting.ui.access.screen_reader import ScreenReaderBridge
from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.theme import palette
from enacting.ui.window.stage import WindowSurface

INVISIBLE_DRIVERS = ("offscreen", "dummy", "evdev")
CONSOLE_DRIVERS = ("kmsdrm",)
"""Drivers of the console of the machine, which may be far away: used only when named in SDL_VIDEODRIVER."""
WAYLAND_VARIABLES = ("XDG_RUNTIME_DIR", "WAYLAND_DISPLAY")
WINDOW_CLASS = "enacting-the-commons"
"""The name of the window for the desktop: the desktop file, and so the icon, have it too."""
ACCELERATION = "SDL_FRAMEBUFFER_ACCELERATION"
SMALLEST = (1024, 600)
USUAL = (1280, 720)
TITLE_BAR = 60
"""Pixels that the system may need for a title bar and a task bar."""
SECOND_DISPLAY = 0x2FFF0000 | 1
"""The value by which SDL centres a window on display number 1, the second (SDL_WINDOWPOS_CENTERED_DISPLAY)."""


class NoDisplay(Exception):
    """There is no display to show a window on; `word_key` is the key of the sentence to show."""

    word_key = "command.no_display"


class UnknownColours(NoDisplay):
    """There is a display, but its colours cannot be painted: 30 bits, without a graphics card to convert them."""

    word_key = "command.unknown_colours"


class RealWindow:
    """A window of the system."""

    def __init__(self, title: str, size: tuple[int, int], *, full_screen: bool, accessible: bool = True) -> None:
        os.environ.setdefault("SDL_WINDOWS_DPI_SCALING", "1")  # Windows needs it before there is a window.
        os.environ.setdefault("SDL_IME_SHOW_UI", "1")  # The system shows the suggestions of an input method.
        os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")  # The first click on an inactive window counts.
        os.environ["SDL_VIDEO_X11_WMCLASS"] = WINDOW_CLASS  # Otherwise pygame names it after the file that was started.
        if sys.platform == "linux" and not any(os.environ.get(name) for name in WAYLAND_VARIABLES):
            os.environ.setdefault("SDL_VIDEODRIVER", "x11")  # Wayland prints errors on the terminal before failing.
        self._window = _new_window(title, size)
        pygame.key.set_repeat(400, 40)
        # Windows needs the bridge before the window is shown.
        self.bridge = ScreenReaderBridge(self._window) if accessible else None
        self._window.show()
        self._window.minimum_size = SMALLEST
        self._window.set_icon(icon("hexagon", Weight.FILL, 64, palette().accent))
        self._full = False
        if full_screen:
            self.toggle_full_screen()
        elif _fills_display(size):
            self._window.maximize()

    def surface(self) -> pygame.Surface:
        """The surface of the window, in pixels."""
        return self._window.get_surface()

    def show(self) -> None:
        """Show what was painted."""
        self._window.flip()

    def pixel_ratio(self) -> float:
        """2.0 on a display of double density."""
        return self._window.get_surface().get_width() / max(1, self._window.size[0])

    def toggle_full_screen(self) -> None:
        """Enter or leave the full screen of the desktop, never another video mode."""
        self._full = not self._full
        if self._full:
            self._window.set_fullscreen(True)
        else:
            self._window.set_windowed()

    def resize(self, size: tuple[int, int]) -> None:
        """Change the size, in points."""
        self._window.size = size

    def display_count(self) -> int:
        """The number of displays of the system."""
        return len(pygame.display.get_desktop_sizes())

    def open_another(self, title: str) -> WindowSurface:
        """Open a window for the room; the keyboard stays with this one."""
        has_other_display = self.display_count() > 1
        room = RealWindow(title, SMALLEST, full_screen=False, accessible=False)
        if has_other_display:
            room._window.position = (SECOND_DISPLAY, SECOND_DISPLAY)
            room.toggle_full_screen()
        self._window.focus()
        return room

    def owns(self, event: pygame.event.Event) -> bool:
        """Whether the event belongs to this window."""
        return getattr(event, "window", None) is self._window

    def close(self) -> None:
        """Close the window."""
        self._window.destroy()


def _new_window(title: str, size: tuple[int, int]) -> pygame.Window:
    """A hidden window that can be painted on; raises `NoDisplay` when there is none.

    SDL cannot paint in 30 bits by itself: the graphics card is used then, even if acceleration was turned off.
    """
    _find_display()
    window = pygame.Window(title, size, resizable=True, allow_high_dpi=True, hidden=True)
    try:
        window.get_surface()
    except pygame.error as failure:
        window.destroy()
        if os.environ.get(ACCELERATION) == "1":
            raise UnknownColours(str(failure)) from failure
        pygame.display.quit()
        os.environ[ACCELERATION] = "1"
        return _new_window(title, size)
    return window


def _find_display() -> None:
    try:
        pygame.display.init()
    except pygame.error as failure:
        raise NoDisplay(str(failure)) from failure
    driver = pygame.display.get_driver()
    if driver in INVISIBLE_DRIVERS or (driver in CONSOLE_DRIVERS and "SDL_VIDEODRIVER" not in os.environ):
        raise NoDisplay(driver)


def _fills_display(size: tuple[int, int]) -> bool:
    """Whether a window of that size, with its title bar, would not fit on the display."""
    width, height = pygame.display.get_desktop_sizes()[0]
    return size[0] >= width or size[1] > height - TITLE_BAR
