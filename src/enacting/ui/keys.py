"""Names of keys: what items call them, and what people read."""

import pygame

from enacting.words import Words

DIGITS = {getattr(pygame, f"K_{digit}"): str(digit) for digit in range(10)} | {
    getattr(pygame, f"K_KP{digit}"): str(digit) for digit in range(10)
}
HELD = (
    pygame.K_TAB,
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_UP,
    pygame.K_DOWN,
    pygame.K_PAGEUP,
    pygame.K_PAGEDOWN,
)
"""Keys that go on while they are held, outside a field."""
ONCE = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_ESCAPE)
"""Keys that do one thing however long they are held, even in a field."""
NAMED_KEYS = {
    pygame.K_F1: "f1",
    pygame.K_F5: "f5",
    pygame.K_F8: "f8",
    pygame.K_F11: "f11",
    pygame.K_PLUS: "+",
    pygame.K_KP_PLUS: "+",
    pygame.K_EQUALS: "+",
}
"""The key of = is the one of + on QWERTY and AZERTY; what it writes is not known outside a field."""


def key_name(event: pygame.event.Event) -> str:
    """The name items give to a key: `n`, `1`, `f1`, `ctrl+z`; letters as printed on the person's own keyboard."""
    command = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
    if event.key in NAMED_KEYS:
        name = NAMED_KEYS[event.key]
    elif event.key in DIGITS:
        name = DIGITS[event.key]
    elif pygame.K_a <= event.key <= pygame.K_z:
        name = chr(event.key)
    else:
        return "+" if event.unicode == "+" else "?" if event.unicode == "?" else ""
    if command and event.mod & pygame.KMOD_SHIFT:
        return f"ctrl+shift+{name}"
    return f"ctrl+{name}" if command else name


def shown_key(keys: str, words: Words) -> str:
    """A key as people write it: N, F1, Ctrl+Z."""
    if len(keys) < 2:
        return keys.upper()
    return "+".join(part.upper() if len(part) == 1 else words(f"key.{part}") for part in keys.split("+"))
