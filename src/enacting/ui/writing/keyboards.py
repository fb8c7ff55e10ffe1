"""Which key is meant, on any keyboard: letters by place where it has none of ours, arrows on the keypad.

Law: only the event is read, never the state of the keyboard.
"""

from typing import Final

import pygame

FIRST_NOT_TYPING: Final = 1 << 30
"""Keys from there on write nothing."""
_LAST_LATIN: Final = 0x24F
_WITHOUT_NUM_LOCK: Final = {
    pygame.K_KP0: pygame.K_INSERT,
    pygame.K_KP1: pygame.K_END,
    pygame.K_KP2: pygame.K_DOWN,
    pygame.K_KP3: pygame.K_PAGEDOWN,
    pygame.K_KP4: pygame.K_LEFT,
    pygame.K_KP6: pygame.K_RIGHT,
    pygame.K_KP7: pygame.K_HOME,
    pygame.K_KP8: pygame.K_UP,
    pygame.K_KP9: pygame.K_PAGEUP,
    pygame.K_KP_PERIOD: pygame.K_DELETE,
}


def meant_key(event: pygame.event.Event) -> int:
    """The key by its letter; the Latin letter at the same place, the arrow of the keypad without Num Lock."""
    key, scancode = int(event.key), int(getattr(event, "scancode", 0))
    if _LAST_LATIN < key < FIRST_NOT_TYPING and pygame.KSCAN_A <= scancode <= pygame.KSCAN_Z:
        return pygame.K_a + scancode - pygame.KSCAN_A
    is_digit = event.mod & pygame.KMOD_NUM or getattr(event, "unicode", "")
    return key if is_digit else _WITHOUT_NUM_LOCK.get(key, key)


def is_alt_gr(event: pygame.event.Event) -> bool:
    """Whether AltGr is held, which writes letters of its own: Windows sends it as Ctrl with the right Alt."""
    return bool(event.mod & pygame.KMOD_MODE or (event.mod & pygame.KMOD_RALT and event.mod & pygame.KMOD_CTRL))
