"""The text that the system composes: dead keys and input methods."""

from contextlib import suppress

import pygame

from enacting.ui.graphics.shapes import RectLike

_is_receiving = [False]


def start_text_input(rect: RectLike) -> None:
    """Start to receive TEXTINPUT events, and place the suggestions of an input method at `rect`, in window points.

    Call it when a field gets the focus, and again when its caret has moved: input is started only once, because
    starting it again makes Windows forget a dead key.
    """
    with suppress(pygame.error):
        if not _is_receiving[0]:
            pygame.key.start_text_input()
            _is_receiving[0] = True
        pygame.key.set_text_input_rect(rect)


def stop_text_input() -> None:
    """Stop receiving TEXTINPUT events: letters are shortcuts again."""
    _is_receiving[0] = False
    with suppress(pygame.error):
        pygame.key.stop_text_input()
