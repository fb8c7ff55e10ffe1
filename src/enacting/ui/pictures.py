"""A designer's own pictures, loaded once; one that cannot be drawn leaves the card its icon."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pygame

from enacting.engine.cards import Card, QuestionCard

REPORT_SIDE = 800
"""The longer side of a picture in the report, in pixels."""


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


def small_copy(content: bytes) -> bytes:
    """The same picture no larger than a page needs; as it is when it is small already, or cannot be drawn."""
    try:
        drawn = pygame.image.load(io.BytesIO(content))
    except pygame.error:
        return content
    part = REPORT_SIDE / max(drawn.get_size())
    if part >= 1:
        return content
    is_clear = bool(drawn.get_flags() & pygame.SRCALPHA)
    whole = drawn if is_clear else pygame.Surface(drawn.get_size())
    if not is_clear:
        whole.blit(drawn, (0, 0))
    written = io.BytesIO()
    size = (max(1, round(drawn.get_width() * part)), max(1, round(drawn.get_height() * part)))
    pygame.image.save(pygame.transform.smoothscale(whole, size), written, "small.png" if is_clear else "small.jpg")
    return written.getvalue()
