"""A card to be printed and cut out, with all that it says, at 300 dots per inch.

Law: the type is never under its floor. What does not fit at the floor is said not to fit; it is not made smaller.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import pygame

from enacting.engine.cards import Card, PersonaCard, QuestionCard
from enacting.ui.faces.back import back
from enacting.ui.faces.card_text import add_details, add_details_in_brief, add_main, add_origin, add_postures
from enacting.ui.faces.column import Column
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.shared import blank, paint_band, paint_top
from enacting.ui.graphics import theme
from enacting.ui.graphics.shapes import paint_rounded, round_corners
from enacting.ui.graphics.theme import Scale, palette

DOTS_PER_INCH = 300
WIDTH_MM, HEIGHT_MM = 100, 140
BORDER_MM = 3
"""White around the card, so that a cut a little beside its line takes nothing away and leaves no line of colour."""

WISHED_POINTS = 9.5
FLOOR_POINTS = 7.5
FLOOR_POINTS_SMALL = 6.5
"""The floors of the text and of what is small on any face: remarks and sources."""

_PAD = 18
_RADIUS_MM = 4
_LEAST_ART = 0.14


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """How a card is laid out in print: `points` is the size of its text, `over` by how many pixels it is too high.

    `fits` is false also for a card that breaks a word.
    """

    body: Column
    origin: Column
    art: int
    points: float
    over: int
    fits: bool


@dataclass(frozen=True, slots=True)
class PrintFace:
    """A card ready to print, and whether all of it fits."""

    surface: pygame.Surface
    fits: bool


@dataclass(frozen=True, slots=True)
class _Try:
    """A size of type, the least part of the card for the picture, and whether sections run on after their labels."""

    points: float
    art: float
    brief: bool = False


def pixels(millimetres: float) -> int:
    """A length on paper in pixels."""
    return round(millimetres * DOTS_PER_INCH / 25.4)


def print_face(card: Card, look: FaceLook) -> PrintFace:
    """The card in print, `WIDTH_MM` by `HEIGHT_MM`."""
    plan = print_plan(card, look)
    surface = _on_paper(_face(card, plan, look), thin=pixels(0.25))
    return PrintFace(surface, plan.fits)


def print_back(kind: str) -> pygame.Surface:
    """The back of the cards of that kind, as large as their faces."""
    return _on_paper(back(kind, _inside()))


def print_plan(card: Card, look: FaceLook) -> PrintPlan:
    """The largest type in which all of the card fits; the picture gives way before the type is smaller than wished."""
    for tried in _tries(card):
        plan = _plan(card, look, tried)
        if plan.fits:
            break
    return plan


def smallest_print_plan(card: Card, look: FaceLook) -> PrintPlan:
    """The card at the floor of the type: what does not fit then does not fit at all."""
    return _plan(card, look, _Try(FLOOR_POINTS, _LEAST_ART, brief=True))


def _plan(card: Card, look: FaceLook, tried: _Try) -> PrintPlan:
    height = _inside()[1]
    body, origin = _columns(card, look, tried)
    spare = height - _foot(body) - body.height - origin.height - 2 * body.size(_PAD) - _apart(origin)
    over = max(0, round(height * tried.art) - spare)
    fits = not over and not body.broken and not origin.broken
    art = max(round(height * 0.1), min(spare, round(height * 0.46)))
    return PrintPlan(body, origin, art, tried.points, over, fits)


def _tries(card: Card) -> Iterator[_Try]:
    """What to try, the best first."""
    points = 14.0 if isinstance(card, QuestionCard) else 13.0 if isinstance(card, PersonaCard) else 11.5
    while points > WISHED_POINTS:
        yield _Try(points, 0.34)
        points -= 0.5
    for art_part in (0.3, 0.24):
        yield _Try(points, art_part)
    for art_part in (0.24, 0.18, _LEAST_ART):
        yield _Try(points, art_part, brief=True)
    while points > FLOOR_POINTS:
        points -= 0.25
        yield _Try(points, _LEAST_ART, brief=True)


def _columns(card: Card, look: FaceLook, tried: _Try) -> tuple[Column, Column]:
    """What the card says, and where it comes from."""
    size = partial(_size, tried.points)
    width = _inside()[0] - 2 * size(26)
    body, origin = Column(width, size), Column(width, size)
    add_main(body, card, look)
    if tried.brief:
        add_details_in_brief(body, card, look)
    else:
        add_details(body, card, look)
        add_postures(body, card, look)
    add_origin(origin, card, look, brief=True)
    return body, origin


def _size(points: float, size: float) -> int:
    """A size of type or a distance in pixels, where the text has that many points."""
    shown = size * points / theme.BODY
    if size >= theme.SMALL:
        shown = max(shown, FLOOR_POINTS_SMALL)
    return max(1, round(shown * DOTS_PER_INCH / 72))


def _face(card: Card, plan: PrintPlan, look: FaceLook) -> pygame.Surface:
    size = plan.body.size
    width, height = _inside()
    seen = replace(look, scale=Scale(plan.points / theme.BODY * DOTS_PER_INCH / 72))
    surface = blank((width, height))
    surface.fill(theme.WHITE)
    paint_top(surface, card, (width, plan.art), seen, size(theme.SMALL))
    left, bottom = (width - plan.body.width) // 2, height - _foot(plan.body) - size(_PAD)
    top, under = plan.art + size(_PAD), bottom - plan.origin.height
    if isinstance(card, QuestionCard):
        top += (under - _apart(plan.origin) - top - plan.body.height) // 2
    plan.body.paint(surface, left, top)
    if plan.origin.height:
        surface.fill(palette().rule, (left, under - _apart(plan.origin) // 2, plan.body.width, max(2, size(1.2))))
        plan.origin.paint(surface, left, under)
    foot = _foot(plan.body)
    paint_band(surface, card, pygame.Rect(0, height - foot, width, foot), seen, seen.fill)
    round_corners(surface, pixels(_RADIUS_MM))
    return surface


def _foot(column: Column) -> int:
    """How high the strip at the foot is."""
    return column.size(theme.SMALL) * 2


def _apart(origin: Column) -> int:
    """Between what the card says and where it comes from, with a thin line in the middle; nothing for nothing."""
    return origin.size(22) if origin.height else 0


def _inside() -> tuple[int, int]:
    return pixels(WIDTH_MM - 2 * BORDER_MM), pixels(HEIGHT_MM - 2 * BORDER_MM)


def _on_paper(drawn: pygame.Surface, *, thin: int = 0) -> pygame.Surface:
    """In the middle of its paper, with a line around as thin as that."""
    paper = pygame.Surface((pixels(WIDTH_MM), pixels(HEIGHT_MM)))
    paper.fill(theme.WHITE)
    area = drawn.get_rect(center=paper.get_rect().center)
    if thin:
        paint_rounded(paper, area.inflate(2 * thin, 2 * thin), palette().rule, pixels(_RADIUS_MM) + thin)
    paper.blit(drawn, area)
    return paper
