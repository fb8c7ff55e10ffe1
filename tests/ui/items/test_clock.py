"""The ring of the timer: the time in it, and what it is the time for where that has room."""

import pygame

from enacting.ui.items.clock import Clock
from enacting.ui.items.item import CALM


def painted(under: str, side: int) -> bytes:
    """The pixels of a ring of that size."""
    pygame.display.init()
    surface = pygame.Surface((side, side))
    Clock(text="1:28", under=under, part=0.7).paint(surface, surface.get_rect(), CALM)
    return pygame.image.tobytes(surface, "RGB")


def test_what_the_time_is_for_stands_in_a_ring_with_room_for_it() -> None:
    assert painted("discussion", 132) != painted("", 132)


def test_what_has_no_room_in_the_ring_is_left_out_whole() -> None:
    assert painted("discussion", 52) == painted("", 52)
