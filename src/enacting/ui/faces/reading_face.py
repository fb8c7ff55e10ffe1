"""A card at reading size: its text and question, as large as the panel allows."""

import math
from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial

import pygame

from enacting.engine.cards import Card, MechanismCard, PersonaCard, PostureCard
from enacting.ui.faces.card_text import add_confidence, add_main, add_sections_in_brief
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.face_parts import blank, large_corner_radius, paint_band, paint_top, text_size
from enacting.ui.faces.text_column import TextColumn
from enacting.ui.graphics import theme
from enacting.ui.graphics.cache import Identity, LruCache, surface_bytes
from enacting.ui.graphics.scenery import get_when_ready
from enacting.ui.graphics.shapes import round_corners
from enacting.ui.graphics.theme import mixed, palette


@dataclass(frozen=True, slots=True)
class ReadingFace:
    """A face at reading size, and whether all of it fits."""

    surface: pygame.Surface
    fits: bool


def reading_face(card: Card, size: tuple[int, int], look: FaceLook) -> ReadingFace:
    """The card with its text and question, as large as fits in that size. Its surface is not to be painted on."""
    key = (Identity(card), size, look, palette().name)
    return get_when_ready(_faces, key, lambda: _reading_face(card, size, look))


def reading_fits(card: Card, size: tuple[int, int], look: FaceLook) -> bool:
    """Whether all of the card can be read in that size; nothing is painted."""
    return _planned(card, size, look).fits


def reading_part(card: Card, size: tuple[int, int], look: FaceLook) -> float:
    """How large the type of that card is in that size, 1 being the usual size; 0 where it does not fit."""
    plan = _planned(card, size, look)
    return plan.part if plan.fits else 0.0


def _planned(card: Card, size: tuple[int, int], look: FaceLook) -> "ReadingPlan":
    return _plans.get((Identity(card), size, look, palette().name), lambda: reading_plan(card, size, look))


_faces: LruCache[Hashable, ReadingFace] = LruCache(24, 64_000_000, lambda reading: surface_bytes(reading.surface))
_plans: LruCache[Hashable, "ReadingPlan"] = LruCache(64)


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """The text of a card, the height of each strip, and the pixels that do not fit.

    `part` is how large its type is, 1 being the usual size.
    """

    column: TextColumn
    footer: TextColumn
    art: int
    band: int
    overflow: int
    part: float

    @property
    def fits(self) -> bool:
        """Whether all of the card can be read."""
        return not self.overflow

    @property
    def splits_word(self) -> bool:
        """Whether a word is cut in two: it was too long in any type."""
        return self.column.broken or self.footer.broken


def reading_plan(card: Card, size: tuple[int, int], look: FaceLook, *, floor: float = 0.7) -> ReadingPlan:
    """The largest type that fits, between `floor` and 1 times its usual size.

    The picture shrinks before the text is much smaller than the player asked for. A word is cut in two only where it is
    too long in any of these types.
    """
    width, height = size
    min_part = floor / max(1.0, look.scale.text_size)
    parts = [step / 100 for step in range(100, math.floor(min_part * 100) - 1, -5)]
    attempts = [(part, 0.26) for part in parts if part >= 0.85] + [(part, 0.1) for part in parts]
    splitting: ReadingPlan | None = None
    for part, art_part in attempts:
        column, footer = _main_column(card, width, look, part), _footer_column(card, width, look, part)
        band = _family_band(card, look, column)
        spare = height - band - column.height - 2 * column.size(20) - footer.height
        if spare < round(height * art_part):
            continue
        plan = ReadingPlan(column, footer, min(spare, round(height * 0.48)), band, overflow=0, part=part)
        if not plan.splits_word:
            return plan
        splitting = splitting or plan
    min_art = round(height * 0.1)
    return splitting or ReadingPlan(column, footer, max(spare, min_art), band, max(0, min_art - spare), part)


def _main_column(card: Card, width: int, look: FaceLook, part: float) -> TextColumn:
    size = partial(text_size, look.scale, part)
    column = TextColumn(width - 2 * size(22), size)
    add_main(column, card, look)
    if isinstance(card, PersonaCard | PostureCard):
        add_sections_in_brief(column, card, look)
    return column


def _footer_column(card: Card, width: int, look: FaceLook, part: float) -> TextColumn:
    """The level of confidence, at the bottom of the card."""
    size = partial(text_size, look.scale, part)
    column = TextColumn(width - 2 * size(22), size)
    add_confidence(column, card, look)
    return column


def _reading_face(card: Card, size: tuple[int, int], look: FaceLook) -> ReadingFace:
    plan = _planned(card, size, look)
    column, footer = plan.column, plan.footer
    surface = blank(size)
    paint_top(surface, card, (size[0], plan.art), look, column.size(theme.SMALL))
    if plan.band:
        band = pygame.Rect(0, plan.art, size[0], plan.band)
        paint_band(surface, card, band, look, mixed(look.fill, theme.BLACK, 0.18))
    left = (size[0] - column.width) // 2
    column.paint(surface, left, plan.art + plan.band + column.size(18))
    footer.paint(surface, left, size[1] - footer.height - footer.size(14))
    round_corners(surface, large_corner_radius(look))
    return ReadingFace(surface, plan.fits)


def _family_band(card: Card, look: FaceLook, column: TextColumn) -> int:
    """The height of the band with the family; a posture has its family under its title instead."""
    return column.size(theme.SMALL) * 2 if look.family and isinstance(card, MechanismCard) else 0
