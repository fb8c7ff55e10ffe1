"""All of a card, as high as it needs to be."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pygame

from enacting.engine.cards import Card, CrisisCard, MechanismCard, PostureCard
from enacting.ui.faces.card_text import add_details, add_main, add_origin, add_postures
from enacting.ui.faces.column import Column
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.remembered import remembered
from enacting.ui.faces.shared import blank, large_corner_radius, paint_band, paint_top, text_size
from enacting.ui.graphics import theme
from enacting.ui.graphics.shapes import round_corners


def focus_face(card: Card, width: int, look: FaceLook) -> pygame.Surface:
    """All of the card at reading size, as high as it needs to be. Shared, not to be painted on.

    With room for it, what the card says in detail stands in a second column.
    """
    return remembered("focus", card, (width, 0), look, lambda: _focus_face(card, width, look))


def focus_height(card: Card, width: int, look: FaceLook) -> int:
    """How high the focus face of that width is."""
    return _focus_plan(card, width, look).height


def focus_fits(card: Card, width: int, look: FaceLook) -> bool:
    """Whether every word fits on its line in the focus face of that width."""
    size = partial(text_size, look.scale, 1.0)
    column = Column(_column_width(card, width, look), size)
    for add in _PARTS:
        add(column, card, look)
    return not column.broken


@dataclass(frozen=True, slots=True)
class _FocusPlan:
    height: int
    art_height: int
    foot: int
    columns: tuple[tuple[Column, int], ...]


def _focus_plan(card: Card, width: int, look: FaceLook) -> _FocusPlan:
    size = partial(text_size, look.scale, 1.0)
    plan = _plan_in_two if _has_two_columns(card, width, look) else _plan_in_one
    return plan(card, width, look, size)


def _has_two_columns(card: Card, width: int, look: FaceLook) -> bool:
    if not isinstance(card, PostureCard | MechanismCard | CrisisCard):
        return False
    return width >= text_size(look.scale, 1.0, theme.BODY) * 36


def _column_width(card: Card, width: int, look: FaceLook) -> int:
    pad = look.scale.px(24)
    return (width - 3 * pad) // 2 if _has_two_columns(card, width, look) else width - 2 * pad


_PARTS = (add_main, add_details, add_postures, add_origin)


def _plan_in_one(card: Card, width: int, look: FaceLook, size: Callable[[float], int]) -> _FocusPlan:
    pad, foot = look.scale.px(24), size(theme.SMALL) * 2
    art_height = min(round(width * 0.56), look.scale.px(300))
    column = Column(_column_width(card, width, look), size)
    for add in _PARTS:
        add(column, card, look)
    return _FocusPlan(art_height + column.height + 2 * pad + foot, art_height, foot, ((column, pad),))


def _plan_in_two(card: Card, width: int, look: FaceLook, size: Callable[[float], int]) -> _FocusPlan:
    """Two columns: whatever is said last goes under the question where that makes the card less high."""
    pad, foot = look.scale.px(24), size(theme.SMALL) * 2
    art_height = look.scale.px(240)
    inner = _column_width(card, width, look)
    best: tuple[Column, Column] | None = None
    for split in (4, 3, 2):
        left, right = Column(inner, size), Column(inner, size)
        for add in (_PARTS[0], *_PARTS[split:]):
            add(left, card, look)
        for add in _PARTS[1:split]:
            add(right, card, look)
        if best is None or max(left.height, right.height) < max(best[0].height, best[1].height):
            best = (left, right)
    assert best is not None
    height = art_height + max(best[0].height, best[1].height) + 2 * pad + foot
    return _FocusPlan(height, art_height, foot, ((best[0], pad), (best[1], 2 * pad + inner)))


def _focus_face(card: Card, width: int, look: FaceLook) -> pygame.Surface:
    plan = _focus_plan(card, width, look)
    surface = blank((width, plan.height))
    paint_top(surface, card, (width, plan.art_height), look, look.scale.text(theme.SMALL))
    for column, left in plan.columns:
        column.paint(surface, left, plan.art_height + look.scale.px(24))
    paint_band(surface, card, pygame.Rect(0, plan.height - plan.foot, width, plan.foot), look, look.fill)
    round_corners(surface, large_corner_radius(look))
    return surface
