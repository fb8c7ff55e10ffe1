"""Names of keys: for items, and for people."""

from collections.abc import Collection, Sequence
from typing import Final

import pygame

from enacting.language.words import Words
from enacting.ui.writing.keyboards import is_alt_gr, meant_key

DIGITS = {getattr(pygame, f"K_{digit}"): str(digit) for digit in range(10)} | {
    getattr(pygame, f"K_KP{digit}"): str(digit) for digit in range(10)
}
DIGIT_ROW = {pygame.KSCAN_1 + index: str((index + 1) % 10) for index in range(10)}
"""The digit row by scancode: on AZERTY it writes & é " without shift, but digits are printed on it too."""
REPEATING_KEYS = (
    pygame.K_TAB,
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_UP,
    pygame.K_DOWN,
    pygame.K_PAGEUP,
    pygame.K_PAGEDOWN,
)
"""Keys that repeat while they are held down, outside a field."""
SINGLE_PRESS_KEYS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_ESCAPE)
"""Keys that act once however long they are held down, even in a field."""
NAMED_KEYS = {
    pygame.K_F1: "f1",
    pygame.K_F5: "f5",
    pygame.K_F6: "f6",
    pygame.K_F8: "f8",
    pygame.K_F9: "f9",
    pygame.K_F11: "f11",
    pygame.K_PLUS: "+",
    pygame.K_KP_PLUS: "+",
    pygame.K_EQUALS: "+",
}
"""The key = is also that of + on QWERTY and AZERTY; what it writes is not known outside a field."""
GO: Final = "ctrl+return"
"""The key of what ends a form, whichever of its fields is being written in."""


def without_late_repeats(events: Sequence[pygame.event.Event], down: Collection[int]) -> list[pygame.event.Event]:
    """The events without the repeats of keys that are released by the end; `down` are the keys held before them.

    While a slow frame is drawn pygame repeats any key, because it has not read yet that it was released.
    """
    kept, held = list[pygame.event.Event](), set(down)
    for index, event in enumerate(events):
        if event.type == pygame.KEYUP:
            held.discard(event.key)
        if event.type == pygame.KEYDOWN:
            if event.key in held and _is_released(event.key, events[index:]):
                continue
            held.add(event.key)
        kept.append(event)
    return kept


def _is_released(key: int, events: Sequence[pygame.event.Event]) -> bool:
    return any(event.type == pygame.KEYUP and event.key == key for event in events)


def key_name(event: pygame.event.Event) -> str:
    """The name of a key for items: `n`, `1`, `f1`, `ctrl+z`; as printed on the keyboard. "" for other keys."""
    if event.unicode == "+":
        return "+"
    if is_alt_gr(event):
        return ""
    command = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
    key = meant_key(event)
    if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
        return GO if command else ""
    if event.key in NAMED_KEYS:
        name = NAMED_KEYS[event.key]
    elif key in DIGITS:
        name = DIGITS[key]
    elif pygame.K_a <= key <= pygame.K_z:
        name = chr(key)
    elif getattr(event, "scancode", 0) in DIGIT_ROW:
        name = DIGIT_ROW[event.scancode]
    else:
        return ""
    if command and event.mod & pygame.KMOD_SHIFT:
        return f"ctrl+shift+{name}"
    return f"ctrl+{name}" if command else name


def shown_key(keys: str, words: Words) -> str:
    """A key as people write it: N, F1, Ctrl+Z."""
    if len(keys) < 2:
        return keys.upper()
    return "+".join(part.upper() if len(part) == 1 else words(f"key.{part}") for part in keys.split("+"))
