"""The displays of the computer: which one the window of the room goes to, and whether it shows another picture.

Law: displays are told apart by where they are, never by their number; two at the same place show the same picture.
Places are rectangles of the desktop, in points.
"""

from collections.abc import Sequence
from enum import StrEnum

import pygame


class RoomPlace(StrEnum):
    """Where the window of the room is, as seen from the window of the game."""

    APART = "apart"
    """On a display that shows another picture than the game's."""
    SAME = "same"
    """On the display of the game, although there is another one."""
    ONLY = "only"
    """All displays show the same picture, or there is one."""


def display_of(window: pygame.Rect, displays: Sequence[pygame.Rect]) -> pygame.Rect:
    """The display on which the middle of a window lies, else the nearest one."""

    def distance(display: pygame.Rect) -> tuple[bool, float]:
        away = pygame.Vector2(display.center).distance_squared_to(window.center)
        return not display.collidepoint(window.center), away

    return min(displays, key=distance)


def displays_apart(window: pygame.Rect, displays: Sequence[pygame.Rect]) -> tuple[pygame.Rect, ...]:
    """The displays that show another picture than the one of that window, in their order."""
    own = display_of(window, displays)
    return tuple(display for display in displays if not _show_the_same(display, own))


def room_place(room: pygame.Rect, game: pygame.Rect, displays: Sequence[pygame.Rect]) -> RoomPlace:
    """Where the window of the room is, as seen from that of the game."""
    apart = displays_apart(game, displays)
    if not apart:
        return RoomPlace.ONLY
    return RoomPlace.APART if display_of(room, displays) in apart else RoomPlace.SAME


def _show_the_same(one: pygame.Rect, other: pygame.Rect) -> bool:
    """Whether two displays show the same picture; where they only touch or are scaled, their middles lie apart."""
    return one.collidepoint(other.center) and other.collidepoint(one.center)
