"""Nothing that these tests copy leaves them."""

from collections.abc import Iterator

import pygame
import pytest

from enacting.ui.writing.clipboard import copy_to_clipboard


@pytest.fixture(autouse=True)
def no_clipboard() -> Iterator[None]:
    """Without a display, pygame has no clipboard: what is copied stays with us."""
    pygame.display.quit()
    copy_to_clipboard("")
    yield
    pygame.display.quit()
