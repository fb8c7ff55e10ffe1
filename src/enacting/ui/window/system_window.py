"""A window of the system, and what happens where there is no display."""

import os
import sys

import pygame

from enacting.ui.access.screen_reader import Bridge
from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.theme import palette
from enacting.ui.window.stage import WindowSurface

INVISIBLE_DRIVERS = ("offscreen", "dummy", "evdev")
CONSOLE_DRIVERS = ("kmsdrm",)
"""They show on the screen of the machine itself, which may be far away: used only when asked for by name."""
WAYLAND_VARIABLES = ("XDG_RUNTIME_DIR", "WAYLAND_DISPLAY")
WINDOW_CLASS = "enacting-the-commons"
"""What the window is called among those of other programs: the file of its icon bears that name too."""
ACCELERATION = "SDL_FRAMEBUFFER_ACCELERATION"
SMALLEST = (1024, 600)
USUAL = (1280, 720)
TITLE_BAR = 60
"""Pixels that the system may keep for a title bar and a task bar."""
SECOND_DISPLAY = 0x2FFF0000 | 1
"""SDL's way to say: in the middle of the display number 1, the second one (SDL_WINDOWPOS_CENTERED_DISPLAY)."""


class NoDisplay(Exception):
    """There is no screen to show a window on; `word_key` is the sentence to show."""

    word_key = "command.no_display"


class UnknownColours(NoDisplay):
    """There is a screen, whose colours cannot be painted: 30 bits, without a graphics card to help."""

    word_key = "command.unknown_colours"


class RealWindow:
    """A window of the system."""

    def __init__(self, title: str, size: tuple[int, int], *, full_screen: bool, accessible: bool = True) -> None:
        os.environ.setdefault("SDL_WINDOWS_DPI_SCALING", "1")  # Windows must know before there is a window.
        os.environ.setdefault("SDL_IME_SHOW_UI", "1")  # What an input method proposes is shown by the system.
        os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")  # The click that comes back from the room counts.
        os.environ["SDL_VIDEO_X11_WMCLASS"] = WINDOW_CLASS  # pygame names it after the file that was started.
        if sys.platform == "linux" and not any(os.environ.get(name) for name in WAYLAND_VARIABLES):
            os.environ.setdefault("SDL_VIDEODRIVER", "x11")  # Wayland would complain on the terminal before it fails.
        self._window = _new_window(title, size)
        pygame.key.set_repeat(400, 40)
        self.bridge = Bridge(self._window) if accessible else None  # Windows wants it before the window is shown.
        self._window.show()
        self._window.minimum_size = SMALLEST
        self._window.set_icon(icon("hexagon", Weight.FILL, 64, palette().accent))
        self._full = False
        if full_screen:
            self.toggle_full_screen()
        elif _fills(size):
            self._window.maximize()

    def surface(self) -> pygame.Surface:
        """The window's surface, in pixels."""
        return self._window.get_surface()

    def show(self) -> None:
        """Show what was painted."""
        self._window.flip()

    def ratio(self) -> float:
        """2.0 on a screen of double density."""
        return self._window.get_surface().get_width() / max(1, self._window.size[0])

    def toggle_full_screen(self) -> None:
        """The desktop's own full screen, never another video mode."""
        self._full = not self._full
        if self._full:
            self._window.set_fullscreen(True)
        else:
            self._window.set_windowed()

    def resize(self, size: tuple[int, int]) -> None:
        """Take another size, in points."""
        self._window.size = size

    def displays(self) -> int:
        """How many displays the system knows."""
        return len(pygame.display.get_desktop_sizes())

    def another(self, title: str) -> WindowSurface:
        """A window for the room. The person goes on typing in this one."""
        elsewhere = self.displays() > 1
        room = RealWindow(title, SMALLEST, full_screen=False, accessible=False)
        if elsewhere:
            room._window.position = (SECOND_DISPLAY, SECOND_DISPLAY)
            room.toggle_full_screen()
        self._window.focus()
        return room

    def owns(self, event: pygame.event.Event) -> bool:
        """Whether the event happened in this window."""
        return getattr(event, "window", None) is self._window

    def close(self) -> None:
        """Close the window."""
        self._window.destroy()


def _new_window(title: str, size: tuple[int, int]) -> pygame.Window:
    """A hidden window that can be painted on; `NoDisplay` where there is none.

    SDL cannot paint in 30 bits by itself: there the graphics card does, even where painting without it was asked for.
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


def _fills(size: tuple[int, int]) -> bool:
    """Whether a window of that size, with its title bar, would leave the display."""
    width, height = pygame.display.get_desktop_sizes()[0]
    return size[0] >= width or size[1] > height - TITLE_BAR
