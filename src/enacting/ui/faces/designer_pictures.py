"""Pictures of designers, loaded once; the card of a picture that cannot be drawn shows its icon.

Law: an untrusted picture is decoded in `_decoded` alone, from what `plain_picture` rewrote.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from enacting.box.picture_formats import UPRIGHT, PlainPicture, UnfitPicture, plain_picture
from enacting.engine.cards import Card
from enacting.ui.graphics.cache import LruCache, surface_bytes

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

REPORT_SIDE = 800
"""The longer side of a picture in the report, in pixels."""
DISPLAY_SIDE = 1280
"""The longer side of a picture that is cached to be drawn: the width of a printed card."""

_QUARTERS_AND_MIRROR: Final = {
    2: (0, True), 3: (2, False), 4: (2, True), 5: (3, True), 6: (3, False), 7: (1, True), 8: (1, False)
}  # fmt: skip
"""For each Exif orientation: quarter turns anticlockwise, then whether it is mirrored from left to right."""


_CachedPicture = tuple[bytes, pygame.Surface | None]
"""A file and its picture: the file counts in the size of the cache, as its key holds it."""


def _weight(loaded: _CachedPicture) -> int:
    content, drawn = loaded
    return len(content) + (surface_bytes(drawn) if drawn is not None else 0)


_cache: LruCache[tuple[bytes, str], _CachedPicture] = LruCache(64, 128_000_000, _weight, size_independent=True)


def picture_of(card: Card, pictures: Mapping[str, bytes]) -> pygame.Surface | None:
    """The picture that the card names; `None` if it names none or the picture cannot be drawn."""
    if card.art.image not in pictures:
        return None
    content, name = pictures[card.art.image], card.art.image
    return _cache.get((content, name), lambda: (content, _loaded(content)))[1]


def _loaded(content: bytes) -> pygame.Surface | None:
    found = _decoded(content)
    if found is None:
        return None
    picture = found[1]
    small = _reduced(found[0], DISPLAY_SIDE)
    del found  # It may be large, and the conversion below makes another copy.
    return _upright(small.convert(pygame.Surface((1, 1), pygame.SRCALPHA)), picture)


def small_copy(content: bytes, *, side: int = REPORT_SIDE) -> bytes | None:
    """The picture upright, no larger than `side` and without metadata; `None` if it cannot be drawn."""
    found = _decoded(content)
    if found is None:
        return None
    drawn, picture = found
    if max(drawn.get_size()) <= side and picture.orientation == UPRIGHT:
        return picture.content
    return _written(_upright(_reduced(drawn, side), picture))


def upright_copy(content: bytes) -> bytes:
    """The picture rotated as its Exif orientation says, so that no program needs to; unchanged if it is upright.

    Raises `UnfitPicture` for a picture that no box may contain.
    """
    if plain_picture(content).orientation == UPRIGHT:
        return content
    found = _decoded(content)
    return _written(_upright(_with_colours(found[0]), found[1])) if found is not None else content


def upright(boxes: Boxes) -> Boxes:
    """The same boxes with every picture upright."""
    return replace(boxes, pictures={name: upright_copy(content) for name, content in boxes.pictures.items()})


def _decoded(content: bytes) -> tuple[pygame.Surface, PlainPicture] | None:
    """The picture as stored, before its orientation is applied; `None` if it cannot be drawn."""
    try:
        picture = plain_picture(content)
        drawn = pygame.image.load(io.BytesIO(picture.content))
    except (UnfitPicture, pygame.error):
        return None
    return (drawn, picture) if drawn.get_size() == picture.size else None


def _upright(drawn: pygame.Surface, picture: PlainPicture) -> pygame.Surface:
    if picture.orientation == UPRIGHT:
        return drawn
    quarters, mirrored = _QUARTERS_AND_MIRROR[picture.orientation]
    turned = pygame.transform.rotate(drawn, 90 * quarters)
    return pygame.transform.flip(turned, True, False) if mirrored else turned


def _reduced(drawn: pygame.Surface, side: int) -> pygame.Surface:
    """The picture scaled down so that its longer side is at most `side` pixels."""
    full = _with_colours(drawn)
    ratio = side / max(full.get_size())
    if ratio >= 1:
        return full
    size = max(1, round(full.get_width() * ratio)), max(1, round(full.get_height() * ratio))
    return pygame.transform.smoothscale(full, size)


def _with_colours(drawn: pygame.Surface) -> pygame.Surface:
    """The picture with a colour in each pixel instead of an index into a palette."""
    if drawn.get_bytesize() > 1 and drawn.get_colorkey() is None:
        return drawn
    return drawn.convert(pygame.Surface((1, 1), pygame.SRCALPHA))


def _written(drawn: pygame.Surface) -> bytes:
    written = io.BytesIO()
    pygame.image.save(drawn, written, "small.png" if drawn.get_flags() & pygame.SRCALPHA else "small.jpg")
    return plain_picture(written.getvalue()).content
