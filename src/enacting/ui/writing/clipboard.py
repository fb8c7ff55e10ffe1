"""The clipboard of the system, and our own where the system has none."""

from contextlib import suppress

import pygame

_fallback = [""]


def copy_to_clipboard(text: str) -> None:
    """Put a text on the clipboard of the system, and on our own in case the system has none."""
    _fallback[0] = text
    with suppress(pygame.error, ValueError):
        pygame.scrap.put_text(text)


def read_clipboard() -> str:
    """The text on the clipboard of the system, or on our own if that one is empty or missing."""
    with suppress(pygame.error, ValueError):
        return pygame.scrap.get_text() or _fallback[0]
    return _fallback[0]
