"""Where the monitors of an X server are now: SDL remembers on X11 where they were when they were plugged in.

Structures and functions as in X11/extensions/Xrandr.h (RandR 1.5), from the libraries that SDL itself uses.
"""

import ctypes
from ctypes import POINTER, c_char_p, c_int, c_ulong, c_void_p
from functools import cache
from typing import Final

import pygame

_X11: Final = "libX11.so.6"
_XRANDR: Final = "libXrandr.so.2"


class _Monitor(ctypes.Structure):
    """XRRMonitorInfo."""

    _fields_ = (
        ("name", c_ulong),
        ("primary", c_int),
        ("automatic", c_int),
        ("noutput", c_int),
        ("x", c_int),
        ("y", c_int),
        ("width", c_int),
        ("height", c_int),
        ("mwidth", c_int),
        ("mheight", c_int),
        ("outputs", c_void_p),
    )


class _Server:
    """A connection of our own to the X server; `OSError` when there is none."""

    def __init__(self) -> None:
        self._x11, self._xrandr = ctypes.CDLL(_X11), ctypes.CDLL(_XRANDR)
        self._x11.XOpenDisplay.argtypes, self._x11.XOpenDisplay.restype = [c_char_p], c_void_p
        self._x11.XDefaultRootWindow.argtypes, self._x11.XDefaultRootWindow.restype = [c_void_p], c_ulong
        get, free = self._xrandr.XRRGetMonitors, self._xrandr.XRRFreeMonitors
        get.argtypes, get.restype = [c_void_p, c_ulong, c_int, POINTER(c_int)], POINTER(_Monitor)
        free.argtypes, free.restype = [POINTER(_Monitor)], None
        self._display = self._x11.XOpenDisplay(None)
        if not self._display:
            raise OSError("no X server")
        self._root = self._x11.XDefaultRootWindow(self._display)

    def monitors(self) -> tuple[pygame.Rect, ...]:
        """Where the monitors in use are, in pixels; none when the server does not say."""
        count = c_int()
        found = self._xrandr.XRRGetMonitors(self._display, self._root, 1, ctypes.byref(count))
        if not found:
            return ()
        places = tuple(
            pygame.Rect(monitor.x, monitor.y, monitor.width, monitor.height) for monitor in found[: max(0, count.value)]
        )
        self._xrandr.XRRFreeMonitors(found)
        return places


def x11_monitors() -> tuple[pygame.Rect, ...]:
    """Where the monitors in use are, in pixels, the primary one first; none where they cannot be asked for."""
    server = _server()
    return server.monitors() if server is not None else ()


@cache
def _server() -> _Server | None:
    if pygame.display.get_driver() != "x11":
        return None
    try:
        return _Server()
    except (OSError, AttributeError):
        return None
