"""A window of the system, and the errors where there is no usable display."""

import os
import sys

import pygame

from enacting.ui.access.screen_reader import ScreenReaderBridge
from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.theme import palette
from enacting.ui.window.stage import WindowSurface
from enacting.ui.window.x11_monitors import x11_monitors

INVISIBLE_DRIVERS = ("offscreen", "dummy", "evdev")
CONSOLE_DRIVERS = ("kmsdrm",)
"""Drivers of the console of the machine, which may be far away: used only when named in SDL_VIDEODRIVER."""
WAYLAND_VARIABLES = ("XDG_RUNTIME_DIR", "WAYLAND_DISPLAY")
WINDOW_CLASS = "enacting-the-commons"
"""The name of the window for the desktop: the desktop file, and so the icon, have it too."""
ACCELERATION = "SDL_FRAMEBUFFER_ACCELERATION"
SMALLEST = (1024, 600)
USUAL = (1280, 720)
SCOUT = (2, 2)
TITLE_BAR = 60
"""Pixels that the system may need for a title bar and a task bar."""
CENTRED_ON_DISPLAY = 0x2FFF0000
"""With the number of a display, the value by which SDL centres a window there (SDL_WINDOWPOS_CENTERED_DISPLAY)."""


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
        os.environ.setdefault("SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS", "0")  # Two windows fill a display each.
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
        self._windowed = pygame.Rect(0, 0, *size)
        """Where the window was before it filled the display."""
        self._hidden_scout: pygame.Window | None = None
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
            self._windowed = self.place()
            self._window.set_fullscreen(True)
            return
        self._window.set_windowed()
        if _fills_display(self._windowed.size):
            self._window.maximize()  # As it was; at its ordinary size it would be larger than the display.
        else:
            self._window.size, self._window.position = self._windowed.size, self._windowed.topleft

    def resize(self, size: tuple[int, int]) -> None:
        """Change the size, in points."""
        self._window.size = size

    def place(self) -> pygame.Rect:
        """Where the window is on the desktop, in points."""
        return pygame.Rect(self._window.position, self._window.size)

    def displays(self) -> tuple[pygame.Rect, ...]:
        """Where the displays of the system are on the desktop, in points."""
        monitors = x11_monitors()
        if monitors:
            return monitors
        sizes = pygame.display.get_desktop_sizes()
        if len(sizes) == 1:
            return (pygame.Rect((0, 0), sizes[0]),)
        return tuple(_display_at(self._scout(), number, size) for number, size in enumerate(sizes))

    def _scout(self) -> pygame.Window:
        """A window that is never shown: where SDL would centre it says where a display is, which pygame does not."""
        if self._hidden_scout is None:
            self._hidden_scout = pygame.Window("", SCOUT, hidden=True)
        return self._hidden_scout

    def go_to(self, display: pygame.Rect, *, full_screen: bool) -> None:
        """Go to the display at that place, and fill it or be an ordinary window in its middle."""
        if self._full:
            self.toggle_full_screen()
        self._window.restore()
        width, height = self._window.size
        self._window.position = (display.centerx - width // 2, display.centery - height // 2)
        if full_screen:
            self.toggle_full_screen()

    def focus(self) -> None:
        """Come to the front, and take the keyboard."""
        self._window.focus()

    def open_another(self, title: str) -> WindowSurface:
        """Open a window for the room; the keyboard stays with this one."""
        room = RealWindow(title, SMALLEST, full_screen=False, accessible=False)
        self._window.focus()
        return room

    def owns(self, event: pygame.event.Event) -> bool:
        """Whether the event belongs to this window."""
        return getattr(event, "window", None) is self._window

    def close(self) -> None:
        """Close the window."""
        if self._hidden_scout is not None:
            self._hidden_scout.destroy()
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


def _display_at(scout: pygame.Window, number: int, size: tuple[int, int]) -> pygame.Rect:
    """Where the display of that number and size is."""
    scout.position = (CENTRED_ON_DISPLAY | number, CENTRED_ON_DISPLAY | number)
    left, top = scout.position
    return pygame.Rect(left - (size[0] - SCOUT[0]) // 2, top - (size[1] - SCOUT[1]) // 2, *size)


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
