"""A card to be printed and cut out, with all of its text, at 300 dots per inch.

Law: the type is never under its floor. What does not fit at the floor is reported; it is not made smaller.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import pygame

from enacting.engine.cards import Card, PersonaCard, QuestionCard
from enacting.ui.faces.back import back
from enacting.ui.faces.card_text import add_details, add_details_in_brief, add_main, add_origin, add_postures
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.face_parts import blank, paint_band, paint_top
from enacting.ui.faces.text_column import TextColumn
from enacting.ui.graphics import theme
from enacting.ui.graphics.scenery import Scenery
from enacting.ui.graphics.shapes import TOP, paint_rounded, round_corners
from enacting.ui.graphics.theme import Scale, palette

DOTS_PER_INCH = 300
WIDTH_MM, HEIGHT_MM = 100, 140
BORDER_MM = 3
"""The white border of the card, so that an imprecise cut removes nothing and leaves no line of colour."""

PREFERRED_POINTS = 9.5
FLOOR_POINTS = 7.5
FLOOR_POINTS_SMALL = 6.5
"""The floors of the main text, and of the small text of any face: remarks and sources."""

_PAD = 18
_RADIUS_MM = 4
_MIN_ART = 0.14


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """How a card is laid out in print: `points` is the size of its text, `overflow` the pixels that do not fit.

    `fits` is false too for a card that splits a word.
    """

    body: TextColumn
    origin: TextColumn
    art: int
    points: float
    overflow: int
    fits: bool


@dataclass(frozen=True, slots=True)
class PrintedScene:
    """The scene of a card as SVG, as wide as the card inside its border, and so many millimetres high."""

    svg: str
    height_mm: float


@dataclass(frozen=True, slots=True)
class PrintFace:
    """A card ready to print, and whether all of it fits. Where its `scene` lies below, the surface is transparent."""

    surface: pygame.Surface
    fits: bool
    scene: PrintedScene | None = None


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A size of type, the minimum part of the card for the picture, and whether sections are in brief."""

    points: float
    art: float
    brief: bool = False


def pixels(millimetres: float) -> int:
    """A length on paper in pixels."""
    return round(millimetres * DOTS_PER_INCH / 25.4)


def print_face(card: Card, look: FaceLook) -> PrintFace:
    """The card in print, `WIDTH_MM` by `HEIGHT_MM`."""
    plan = print_plan(card, look)
    face = _face(card, plan, look)
    surface = _on_paper(face, line_width=pixels(0.25))
    if look.scenery is None or not look.shows_scene:
        return PrintFace(surface, plan.fits)
    size = (face.width, plan.art)
    return PrintFace(_opened(surface, face, size), plan.fits, PrintedScene(*_printed(look.scenery, size)))


def _printed(scenery: Scenery, size: tuple[int, int]) -> tuple[str, float]:
    """The scene as SVG, and its height in millimetres."""
    return scenery.svg(size), size[1] * 25.4 / DOTS_PER_INCH


def _opened(paper: pygame.Surface, face: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The paper with a hole where its face is transparent: behind it lies the scene, of that size."""
    hole = pygame.Surface(size, pygame.SRCALPHA)
    hole.fill(theme.BLACK)
    round_corners(hole, pixels(_RADIUS_MM), TOP)
    hole.blit(face, (0, 0), (0, 0, *size), special_flags=pygame.BLEND_RGBA_SUB)
    opened = paper.convert(pygame.Surface((1, 1), pygame.SRCALPHA))
    opened.blit(hole, face.get_rect(center=paper.get_rect().center), special_flags=pygame.BLEND_RGBA_SUB)
    return opened


def print_back(kind: str) -> pygame.Surface:
    """The back of the cards of that kind, in the size of their faces."""
    return _on_paper(back(kind, _card_size()))


def print_plan(card: Card, look: FaceLook) -> PrintPlan:
    """The largest type in which all of the card fits.

    The picture shrinks before the type is smaller than `PREFERRED_POINTS`.
    """
    for attempt in _attempts(card):
        plan = _plan(card, look, attempt)
        if plan.fits:
            break
    return plan


def smallest_print_plan(card: Card, look: FaceLook) -> PrintPlan:
    """The card at the floor of the type: what does not fit then does not fit at all."""
    return _plan(card, look, _Attempt(FLOOR_POINTS, _MIN_ART, brief=True))


def _plan(card: Card, look: FaceLook, attempt: _Attempt) -> PrintPlan:
    height = _card_size()[1]
    body, origin = _columns(card, look, attempt)
    spare = height - _footer_height(body) - body.height - origin.height - 2 * body.size(_PAD) - _origin_gap(origin)
    overflow = max(0, round(height * attempt.art) - spare)
    fits = not overflow and not body.broken and not origin.broken
    art = max(round(height * 0.1), min(spare, round(height * 0.46)))
    return PrintPlan(body, origin, art, attempt.points, overflow, fits)


def _attempts(card: Card) -> Iterator[_Attempt]:
    """The layouts to try, in order of preference."""
    points = 14.0 if isinstance(card, QuestionCard) else 13.0 if isinstance(card, PersonaCard) else 11.5
    while points > PREFERRED_POINTS:
        yield _Attempt(points, 0.34)
        points -= 0.5
    for art_part in (0.3, 0.24):
        yield _Attempt(points, art_part)
    for art_part in (0.24, 0.18, _MIN_ART):
        yield _Attempt(points, art_part, brief=True)
    while points > FLOOR_POINTS:
        points -= 0.25
        yield _Attempt(points, _MIN_ART, brief=True)


def _columns(card: Card, look: FaceLook, attempt: _Attempt) -> tuple[TextColumn, TextColumn]:
    """The text of the card, and its origin."""
    size = partial(_size, attempt.points)
    width = _card_size()[0] - 2 * size(26)
    body, origin = TextColumn(width, size), TextColumn(width, size)
    add_main(body, card, look)
    if attempt.brief:
        add_details_in_brief(body, card, look)
    else:
        add_details(body, card, look)
        add_postures(body, card, look)
    add_origin(origin, card, look, brief=True)
    return body, origin


def _size(points: float, size: float) -> int:
    """A size of type or a distance of the design in pixels, where body text has that many points."""
    points_shown = size * points / theme.BODY
    if size >= theme.SMALL:
        points_shown = max(points_shown, FLOOR_POINTS_SMALL)
    return max(1, round(points_shown * DOTS_PER_INCH / 72))


def _face(card: Card, plan: PrintPlan, look: FaceLook) -> pygame.Surface:
    size = plan.body.size
    width, height = _card_size()
    print_look = replace(look, scale=Scale(plan.points / theme.BODY * DOTS_PER_INCH / 72))
    surface = blank((width, height))
    surface.fill(theme.WHITE)
    paint_top(surface, card, (width, plan.art), print_look, size(theme.SMALL), scene_below=True)
    left, bottom = (width - plan.body.width) // 2, height - _footer_height(plan.body) - size(_PAD)
    top, origin_top = plan.art + size(_PAD), bottom - plan.origin.height
    if isinstance(card, QuestionCard):
        top += (origin_top - _origin_gap(plan.origin) - top - plan.body.height) // 2
    plan.body.paint(surface, left, top)
    if plan.origin.height:
        surface.fill(
            palette().rule, (left, origin_top - _origin_gap(plan.origin) // 2, plan.body.width, max(2, size(1.2)))
        )
        plan.origin.paint(surface, left, origin_top)
    footer_height = _footer_height(plan.body)
    paint_band(surface, card, pygame.Rect(0, height - footer_height, width, footer_height), print_look, print_look.fill)
    round_corners(surface, pixels(_RADIUS_MM))
    return surface


def _footer_height(column: TextColumn) -> int:
    """The height of the band at the bottom."""
    return column.size(theme.SMALL) * 2


def _origin_gap(origin: TextColumn) -> int:
    """The space between the text and its origin, with a thin line in the middle; none without an origin."""
    return origin.size(22) if origin.height else 0


def _card_size() -> tuple[int, int]:
    return pixels(WIDTH_MM - 2 * BORDER_MM), pixels(HEIGHT_MM - 2 * BORDER_MM)


def _on_paper(drawn: pygame.Surface, *, line_width: int = 0) -> pygame.Surface:
    """The card in the middle of its paper, with a line of that width around it."""
    paper = pygame.Surface((pixels(WIDTH_MM), pixels(HEIGHT_MM)))
    paper.fill(theme.WHITE)
    area = drawn.get_rect(center=paper.get_rect().center)
    if line_width:
        paint_rounded(
            paper, area.inflate(2 * line_width, 2 * line_width), palette().rule, pixels(_RADIUS_MM) + line_width
        )
    paper.blit(drawn, area)
    return paper
