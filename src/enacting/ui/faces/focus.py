"""All of a card, as high as it needs to be."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pygame

from enacting.engine.cards import Card, CrisisCard, MechanismCard, PostureCard
from enacting.ui.faces.card_text import add_details, add_main, add_origin, add_postures
from enacting.ui.faces.face_cache import cached_face
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.face_parts import blank, large_corner_radius, paint_band, paint_top, text_size
from enacting.ui.faces.text_column import TextColumn
from enacting.ui.graphics import theme
from enacting.ui.graphics.shapes import round_corners


def focus_face(card: Card, width: int, look: FaceLook) -> pygame.Surface:
    """All of the card at reading size, as high as it needs to be. Shared, not to be painted on.

    Where it is wide enough, the details of the card are in a second column.
    """
    return cached_face("focus", card, (width, 0), look, lambda: _focus_face(card, width, look))


def focus_height(card: Card, width: int, look: FaceLook) -> int:
    """The height of the focus face of that width."""
    return _focus_plan(card, width, look).height


def focus_fits(card: Card, width: int, look: FaceLook) -> bool:
    """Whether no word is wider than a line in the focus face of that width."""
    size = partial(text_size, look.scale, 1.0)
    column = TextColumn(_column_width(card, width, look), size)
    for add in _PARTS:
        add(column, card, look)
    return not column.broken


@dataclass(frozen=True, slots=True)
class _FocusPlan:
    height: int
    art_height: int
    footer_height: int
    columns: tuple[tuple[TextColumn, int], ...]


def _focus_plan(card: Card, width: int, look: FaceLook) -> _FocusPlan:
    size = partial(text_size, look.scale, 1.0)
    plan = _plan_in_two if _has_two_columns(card, width, look) else _plan_in_one
    return plan(card, width, look, size)


def _has_two_columns(card: Card, width: int, look: FaceLook) -> bool:
    if not isinstance(card, PostureCard | MechanismCard | CrisisCard):
        return False
    return width >= text_size(look.scale, 1.0, theme.BODY) * 36


def _column_width(card: Card, width: int, look: FaceLook) -> int:
    padding = look.scale.px(24)
    return (width - 3 * padding) // 2 if _has_two_columns(card, width, look) else width - 2 * padding


_PARTS = (add_main, add_details, add_postures, add_origin)


def _plan_in_one(card: Card, width: int, look: FaceLook, size: Callable[[float], int]) -> _FocusPlan:
    padding, footer_height = look.scale.px(24), size(theme.SMALL) * 2
    art_height = min(round(width * 0.56), look.scale.px(300))
    column = TextColumn(_column_width(card, width, look), size)
    for add in _PARTS:
        add(column, card, look)
    return _FocusPlan(
        art_height + column.height + 2 * padding + footer_height, art_height, footer_height, ((column, padding),)
    )


def _plan_in_two(card: Card, width: int, look: FaceLook, size: Callable[[float], int]) -> _FocusPlan:
    """Two columns: the last parts go under the question if that makes the card less high."""
    padding, footer_height = look.scale.px(24), size(theme.SMALL) * 2
    art_height = look.scale.px(240)
    column_width = _column_width(card, width, look)
    best: tuple[TextColumn, TextColumn] | None = None
    for split in (4, 3, 2):
        left, right = TextColumn(column_width, size), TextColumn(column_width, size)
        for add in (_PARTS[0], *_PARTS[split:]):
            add(left, card, look)
        for add in _PARTS[1:split]:
            add(right, card, look)
        if best is None or max(left.height, right.height) < max(best[0].height, best[1].height):
            best = (left, right)
    assert best is not None
    height = art_height + max(best[0].height, best[1].height) + 2 * padding + footer_height
    return _FocusPlan(height, art_height, footer_height, ((best[0], padding), (best[1], 2 * padding + column_width)))


def _focus_face(card: Card, width: int, look: FaceLook) -> pygame.Surface:
    plan = _focus_plan(card, width, look)
    surface = blank((width, plan.height))
    paint_top(surface, card, (width, plan.art_height), look, look.scale.text(theme.SMALL))
    for column, left in plan.columns:
        column.paint(surface, left, plan.art_height + look.scale.px(24))
    paint_band(
        surface, card, pygame.Rect(0, plan.height - plan.footer_height, width, plan.footer_height), look, look.fill
    )
    round_corners(surface, large_corner_radius(look))
    return surface
