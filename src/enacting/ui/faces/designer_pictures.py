"""A designer's own pictures, loaded once; one that cannot be drawn leaves the card its icon.

Law: a picture that somebody else may have made is decoded in `_decoded` alone, from what `plain_picture` wrote anew.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from enacting.box.picture_formats import UPRIGHT, PlainPicture, UnfitPicture, plain_picture
from enacting.engine.cards import Card, QuestionCard
from enacting.ui.graphics.cache import LruCache, weight_of

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

REPORT_SIDE = 800
"""The longer side of a picture in the report, in pixels."""
KEPT_SIDE = 1280
"""The same of a picture that is kept to be drawn: as wide as a printed card."""

_QUARTERS_AND_MIRROR: Final = {
    2: (0, True), 3: (2, False), 4: (2, True), 5: (3, True), 6: (3, False), 7: (1, True), 8: (1, False)
}  # fmt: skip
"""For each orientation of Exif: quarter turns to the left, then whether left and right change places."""


_Loaded = tuple[bytes, pygame.Surface | None]
"""A file and its picture: both are held as long as the picture is kept."""


def _weight(loaded: _Loaded) -> int:
    content, drawn = loaded
    return len(content) + (weight_of(drawn) if drawn is not None else 0)


_kept: LruCache[tuple[bytes, str], _Loaded] = LruCache(64, 128_000_000, _weight, lasting=True)


def picture_of(card: Card, pictures: Mapping[str, bytes]) -> pygame.Surface | None:
    """The picture the card names, None when it names none or it cannot be drawn."""
    if isinstance(card, QuestionCard) or card.art.image not in pictures:
        return None
    content, name = pictures[card.art.image], card.art.image
    return _kept.get((content, name), lambda: (content, _loaded(content)))[1]


def _loaded(content: bytes) -> pygame.Surface | None:
    found = _decoded(content)
    if found is None:
        return None
    picture = found[1]
    small = _reduced(found[0], KEPT_SIDE)
    del found  # It may be large, and what follows is another one.
    return _upright(small.convert(pygame.Surface((1, 1), pygame.SRCALPHA)), picture)


def small_copy(content: bytes) -> bytes | None:
    """The same picture upright, no larger than a page needs, and nothing but what is drawn; None when nothing is."""
    found = _decoded(content)
    if found is None:
        return None
    drawn, picture = found
    if max(drawn.get_size()) <= REPORT_SIDE and picture.orientation == UPRIGHT:
        return picture.content
    return _written(_upright(_reduced(drawn, REPORT_SIDE), picture))


def upright_copy(content: bytes) -> bytes:
    """The same picture drawn the right way up, so that no program needs to turn it; as it is when it already is.

    `UnfitPicture` for one that no box can hold.
    """
    if plain_picture(content).orientation == UPRIGHT:
        return content
    found = _decoded(content)
    return _written(_upright(_with_colours(found[0]), found[1])) if found is not None else content


def upright(boxes: Boxes) -> Boxes:
    """The same boxes with every picture the right way up."""
    return replace(boxes, pictures={name: upright_copy(content) for name, content in boxes.pictures.items()})


def _decoded(content: bytes) -> tuple[pygame.Surface, PlainPicture] | None:
    """The picture as it is before it is turned; None when it cannot be drawn."""
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
    """The picture with its longer side no longer than that."""
    whole = _with_colours(drawn)
    part = side / max(whole.get_size())
    if part >= 1:
        return whole
    size = max(1, round(whole.get_width() * part)), max(1, round(whole.get_height() * part))
    return pygame.transform.smoothscale(whole, size)


def _with_colours(drawn: pygame.Surface) -> pygame.Surface:
    """The picture with a colour of its own in each place, as most have already: others take them from a list."""
    if drawn.get_bytesize() > 1 and drawn.get_colorkey() is None:
        return drawn
    return drawn.convert(pygame.Surface((1, 1), pygame.SRCALPHA))


def _written(drawn: pygame.Surface) -> bytes:
    written = io.BytesIO()
    pygame.image.save(drawn, written, "small.png" if drawn.get_flags() & pygame.SRCALPHA else "small.jpg")
    return plain_picture(written.getvalue()).content
