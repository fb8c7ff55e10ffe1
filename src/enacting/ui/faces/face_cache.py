"""Faces are drawn once: the same card with the same look is the same surface."""

from collections.abc import Callable

import pygame

from enacting.engine.cards import Card
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.graphics.cache import Identity, surface_cache
from enacting.ui.graphics.scenery import get_when_ready
from enacting.ui.graphics.theme import palette

cached_faces = surface_cache(max_entries=500, megabytes=128)


def cached_face(
    form: str, card: Card, size: tuple[int, int], look: FaceLook, make: Callable[[], pygame.Surface]
) -> pygame.Surface:
    """The face of that form for that card, size and look; made now if it is not cached."""
    # Cards contain mappings and have no hash, so their identity is the key.
    return get_when_ready(cached_faces, (form, Identity(card), size, look, palette().name), make)
