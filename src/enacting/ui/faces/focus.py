"""All of a card, as high as it needs to be."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

import pygame

from enacting.engine.cards import Card
from enacting.ui.faces.card_text import add_details, add_main, add_origin, add_postures
from enacting.ui.faces.face_cache import cached_face
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.face_parts import blank, large_corner_radius, paint_band, paint_top, text_size
from enacting.ui.faces.text_column import TextColumn
from enacting.ui.graphics import theme
from enacting.ui.graphics.shapes import round_corners


def focus_face(card: Card, width: int, look: FaceLook) -> pygame.Surface:
    """All of the card at reading size, as high as it needs to be. Shared, not to be painted on.

    Where it is wide enough, its art is beside its title, its text and its question, and the rest below in two columns.
    """
    return cached_face("focus", card, (width, 0), look, lambda: _focus_face(card, width, look))


def focus_height(card: Card, width: int, look: FaceLook) -> int:
    """The height of the focus face of that width."""
    return _focus_plan(card, width, look).height


def focus_fits(card: Card, width: int, look: FaceLook) -> bool:
    """Whether no word is wider than a line in the focus face of that width."""
    size = partial(text_size, look.scale, 1.0)
    column = TextColumn(_column_width(width, look), size)
    for add in _PARTS:
        add(column, card, look)
    return not column.broken


@dataclass(frozen=True, slots=True)
class _FocusPlan:
    """How high the face is, where its art is, and each column of text with its left and its top."""

    height: int
    art: tuple[int, int]
    footer_height: int
    columns: tuple[tuple[TextColumn, int, int], ...]


_PARTS = (add_main, add_details, add_postures, add_origin)
_ART_BESIDE: Final = 0.4
"""What part of the width the art takes where the text is beside it."""


def _focus_plan(card: Card, width: int, look: FaceLook) -> _FocusPlan:
    size = partial(text_size, look.scale, 1.0)
    plan = _plan_beside if _has_two_columns(width, look) else _plan_in_one
    return plan(card, width, look, size)


def _has_two_columns(width: int, look: FaceLook) -> bool:
    return width >= text_size(look.scale, 1.0, theme.BODY) * 36


def _column_width(width: int, look: FaceLook) -> int:
    """The width of the narrowest column."""
    padding = look.scale.px(24)
    return (width - 3 * padding) // 2 if _has_two_columns(width, look) else width - 2 * padding


def _plan_in_one(card: Card, width: int, look: FaceLook, size: Callable[[float], int]) -> _FocusPlan:
    padding, footer_height = look.scale.px(24), size(theme.SMALL) * 2
    art_height = min(round(width * 0.56), look.scale.px(300))
    column = TextColumn(_column_width(width, look), size)
    for add in _PARTS:
        add(column, card, look)
    height = art_height + column.height + 2 * padding + footer_height
    return _FocusPlan(height, (width, art_height), footer_height, ((column, padding, art_height + padding),))


def _plan_beside(card: Card, width: int, look: FaceLook, size: Callable[[float], int]) -> _FocusPlan:
    """The art beside what is said first; the rest below in two columns, as even as they can be."""
    padding, footer_height = look.scale.px(24), size(theme.SMALL) * 2
    art_width = round(width * _ART_BESIDE)
    main = TextColumn(width - art_width - 2 * padding, size)
    _PARTS[0](main, card, look)
    art_height = max(main.height + 2 * padding, round(art_width * 0.8))
    best: tuple[TextColumn, TextColumn] | None = None
    for split in (4, 3, 2, 1):
        left, right = (TextColumn(_column_width(width, look), size) for _ in range(2))
        for column, parts in ((left, _PARTS[1:split]), (right, _PARTS[split:])):
            for add in parts:
                add(column, card, look)
        if best is None or max(left.height, right.height) < max(best[0].height, best[1].height):
            best = (left, right)
    assert best is not None
    below = max(best[0].height, best[1].height)
    columns = (
        (main, art_width + padding, padding),
        (best[0], padding, art_height + padding),
        (best[1], 2 * padding + _column_width(width, look), art_height + padding),
    )
    height = art_height + (below + 2 * padding if below else 0) + footer_height
    return _FocusPlan(height, (art_width, art_height), footer_height, columns)


def _focus_face(card: Card, width: int, look: FaceLook) -> pygame.Surface:
    plan = _focus_plan(card, width, look)
    surface = blank((width, plan.height))
    paint_top(surface, card, plan.art, look, look.scale.text(theme.SMALL))
    for column, left, top in plan.columns:
        column.paint(surface, left, top)
    paint_band(
        surface, card, pygame.Rect(0, plan.height - plan.footer_height, width, plan.footer_height), look, look.fill
    )
    round_corners(surface, large_corner_radius(look))
    return surface
