"""A designer's own pictures, loaded once; one that cannot be drawn leaves the card its icon."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pygame

from enacting.engine.cards import Card, QuestionCard


def picture_of(card: Card, pictures: Mapping[str, Path | bytes]) -> pygame.Surface | None:
    """The picture the card names, None when it names none or it cannot be drawn."""
    if isinstance(card, QuestionCard) or card.art.image not in pictures:
        return None
    kept = pictures[card.art.image]
    return _loaded(kept.read_bytes() if isinstance(kept, Path) else kept, card.art.image)


@lru_cache(maxsize=64)
def _loaded(content: bytes, name: str) -> pygame.Surface | None:
    try:
        drawn = pygame.image.load(io.BytesIO(content), name)
    except pygame.error:
        return None
    return drawn.convert(pygame.Surface((1, 1), pygame.SRCALPHA))
