"""A designer's own pictures, loaded once; one that cannot be drawn leaves the card its icon."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pygame

from enacting.engine.cards import Card, QuestionCard
from enacting.ui.kept import Kept, weight_of

REPORT_SIDE = 800
"""The longer side of a picture in the report, in pixels."""
KEPT_SIDE = 1280
"""The same of a picture that is kept to be drawn: as wide as a printed card."""


_Loaded = tuple[bytes, pygame.Surface | None]
"""A file and its picture: both are held as long as the picture is kept."""


def _weight(loaded: _Loaded) -> int:
    content, drawn = loaded
    return len(content) + (weight_of(drawn) if drawn is not None else 0)


_kept: Kept[tuple[bytes, str], _Loaded] = Kept(64, 128_000_000, _weight)


def picture_of(card: Card, pictures: Mapping[str, Path | bytes]) -> pygame.Surface | None:
    """The picture the card names, None when it names none or it cannot be drawn."""
    if isinstance(card, QuestionCard) or card.art.image not in pictures:
        return None
    kept = pictures[card.art.image]
    try:
        content = kept.read_bytes() if isinstance(kept, Path) else kept
    except OSError:
        return None
    name = card.art.image
    return _kept.get((content, name), lambda: (content, _loaded(content, name)))[1]


def _loaded(content: bytes, name: str) -> pygame.Surface | None:
    try:
        drawn = pygame.image.load(io.BytesIO(content), name)
    except pygame.error:
        return None
    clear = drawn.convert(pygame.Surface((1, 1), pygame.SRCALPHA))
    size = _size_within(clear, KEPT_SIDE)
    return clear if size is None else pygame.transform.smoothscale(clear, size)


def small_copy(content: bytes) -> bytes:
    """The same picture no larger than a page needs; as it is when it is small already, or cannot be drawn."""
    try:
        drawn = pygame.image.load(io.BytesIO(content))
    except pygame.error:
        return content
    size = _size_within(drawn, REPORT_SIDE)
    if size is None:
        return content
    is_clear = bool(drawn.get_flags() & pygame.SRCALPHA)
    whole = drawn if is_clear else pygame.Surface(drawn.get_size())
    if not is_clear:
        whole.blit(drawn, (0, 0))
    written = io.BytesIO()
    pygame.image.save(pygame.transform.smoothscale(whole, size), written, "small.png" if is_clear else "small.jpg")
    return written.getvalue()


def _size_within(drawn: pygame.Surface, side: int) -> tuple[int, int] | None:
    """The size to which it must be reduced for its longer side to be that one; None when it is small enough."""
    part = side / max(drawn.get_size())
    if part >= 1:
        return None
    return max(1, round(drawn.get_width() * part)), max(1, round(drawn.get_height() * part))
