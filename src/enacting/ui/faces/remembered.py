"""Faces drawn once: the same card with the same look is the same surface."""

from collections.abc import Callable

import pygame

from enacting.engine.cards import Card
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.graphics.cache import Identity, surface_cache
from enacting.ui.graphics.theme import palette

kept_faces = surface_cache(max_entries=500, megabytes=128)


def remembered(
    form: str, card: Card, size: tuple[int, int], look: FaceLook, make: Callable[[], pygame.Surface]
) -> pygame.Surface:
    """The face of that form for that card, size and look; made now if it is not remembered."""
    # Cards hold mappings and have no hash, so they are known by their place in memory, which `Same` keeps taken.
    return kept_faces.get((form, Identity(card), size, look, palette().name), make)
