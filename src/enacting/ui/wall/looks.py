"""What pictures for the wall are made of: scenes, cards with their scene, a stamp. Each look is a value."""

from dataclasses import dataclass

import pygame

from enacting.engine.cards import Art
from enacting.ui.faces.back import back
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.table_look import tilted_face
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.art import art
from enacting.ui.graphics.cache import surface_cache
from enacting.ui.graphics.icons import Weight, paint_icon
from enacting.ui.graphics.scenery import Drawing, scenery_surface
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Face, Type, width_of, write
from enacting.ui.items.item import Mood


@dataclass(frozen=True, slots=True)
class Pictured:
    """The picture of a card: what it names, and the look of its face."""

    art: Art
    look: FaceLook

    def surface(self, size: tuple[int, int]) -> pygame.Surface:
        """The picture in that size: shared, not to be painted on."""
        look = self.look
        return art(
            self.art, size, look.fill, look.ground, disc_part=0.8, picture=look.picture, scenery=look.scenery, echoes=()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPictureLook:
    """The picture of a card over the whole rectangle, its corners rounded."""

    picture: Pictured
    radius: int = 0

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the picture."""
        drawn = self.picture.surface(rect.size)
        if self.radius:
            drawn = drawn.copy()
            shapes.round_corners(drawn, self.radius)
        surface.blit(drawn, rect)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A drawn scene over the whole rectangle."""

    drawing: Drawing

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the scene."""
        surface.blit(scenery_surface(self.drawing, rect.size), rect)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


@dataclass(frozen=True, slots=True)
class RoundScene:
    """A drawn scene in a disc with an edge of paper."""

    drawing: Drawing

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the disc."""
        side = min(rect.size)
        inner = side - 2 * max(2, side // 24)
        shapes.paint_at(surface, shapes.disc(side, palette().card), rect.center)
        drawn = scenery_surface(self.drawing, (inner, inner)).copy()
        shapes.round_corners(drawn, inner // 2)
        surface.blit(drawn, drawn.get_rect(center=rect.center))

    def reach(self) -> int:
        """A pixel of antialiasing."""
        return 1


@dataclass(frozen=True, slots=True)
class FaceDownCard:
    """The back of a card, tilted by a few degrees."""

    kind: str
    tilt: float

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the back and its shadow."""
        turned = tilted_face(back(self.kind, rect.size), self.tilt)
        shadow = shapes.shadow_of(rect.size, rect.width // 14, shapes.Shadow(blur=30, offset_y=0, alpha=130))
        turned_shadow = tilted_face(shadow, self.tilt)
        surface.blit(turned_shadow, turned_shadow.get_rect(center=(rect.centerx, rect.centery + 10)))
        surface.blit(turned, turned.get_rect(center=rect.center))

    def reach(self) -> int:
        """The corners of the tilted card, and the shadow."""
        return 160


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallCard:
    """A card on the board of the wall: its picture, and the discs of those who carry it, the proposer's first.

    `lost` crosses a card that gives way; `glow` marks the last one that came.
    """

    picture: Pictured
    discs: tuple[Colour, ...] = ()
    glow: bool = False
    lost: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the card, its shadow and its discs."""
        border, radius = max(2, rect.width // 24), max(3, rect.width // 10)
        if self.glow:
            shapes.paint_rounded(surface, rect.inflate(2 * border, 2 * border), palette().accent, radius + border)
        shapes.paint_shadow(surface, rect, radius, shapes.Shadow(blur=max(4, border * 2), offset_y=border, alpha=90))
        shapes.paint_rounded(surface, rect, palette().card, radius)
        inner = rect.inflate(-2 * border, -2 * border)
        surface.blit(self.picture.surface(inner.size), inner)
        if self.lost:
            paint_icon(surface, "x", Weight.BOLD, min(rect.size) * 2 // 3, theme.CRISIS, rect.center)
        self._paint_discs(surface, rect)

    def _paint_discs(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        side = max(6, min(rect.width * 3 // 10, rect.width // max(1, len(self.discs))))
        for index, colour in enumerate(self.discs):
            middle = (rect.left + side // 2 + index * (side - side // 8), rect.bottom)
            shapes.paint_at(surface, shapes.disc(side + max(2, side // 5), palette().card), middle)
            shapes.paint_at(surface, shapes.disc(side, colour), middle)

    def reach(self) -> int:
        """The shadow and the discs."""
        return 40


@dataclass(frozen=True, slots=True, kw_only=True)
class WallClock:
    """The time left in a thin ring, its figures as large as they can be. `part` is what is left, 0 to 1."""

    text: str
    part: float
    paused: bool
    over: bool

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the ring and the figures; past the end the ring is dashed."""
        side = min(rect.size)
        width = max(3, side // 14)
        middle = rect.center
        colour = palette().light_ink_second if self.paused else palette().accent
        shapes.paint_at(surface, shapes.disc(side, palette().bar), middle)
        if self.part > 0:
            shapes.paint_at(surface, shapes.arc(side, width, colour, 0, max(1.0, round(self.part * 120) * 3)), middle)
        if self.over:
            square = pygame.Rect(0, 0, side, side)
            square.center = middle
            shapes.paint_dashed(surface, square, colour, width, side // 2)
        figures = pygame.Rect(0, 0, side * 9 // 10, side // 2)
        figures.center = middle
        write(surface, self.text, self.type(side), palette().light_ink, figures, "centre", "middle")

    def type(self, side: int) -> Type:
        """The type of the figures in a ring so wide."""
        return Type(Face.TITLE_700, side * 34 // 100 if len(self.text) <= 4 else side * 26 // 100)

    def reach(self) -> int:
        """A pixel of antialiasing."""
        return 1


@dataclass(frozen=True, slots=True)
class RubberStamp:
    """A round stamp with a word across it, turned by a few degrees."""

    word: str

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the stamp."""
        turned = tilted_face(_stamp(self.word, min(rect.size)), -10.0)
        surface.blit(turned, turned.get_rect(center=rect.center))

    def reach(self) -> int:
        """Its corners when it is turned."""
        return 40


def _stamp(word: str, side: int) -> pygame.Surface:
    """The stamp upright."""
    return _stamps.get((word, side), lambda: _drawn_stamp(word, side))


def _drawn_stamp(word: str, side: int) -> pygame.Surface:
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    middle = (side // 2, side // 2)
    shapes.paint_at(surface, shapes.disc(side - 2, theme.WHITE), middle)
    for part, width in ((1.0, 30), (0.86, 60)):
        shapes.paint_at(surface, shapes.ring(round((side - 2) * part), max(2, side // width), theme.CRISIS), middle)
    band = pygame.Rect(0, 0, side, side // 3)
    band.center = middle
    shapes.paint_rounded(surface, band, theme.CRISIS, side // 30)
    sizes = [Type(Face.TITLE_800, size) for size in range(side // 4, 8, -1)]
    style = next((style for style in sizes if width_of(word, style) <= side * 88 // 100), sizes[-1])
    write(surface, word, style, theme.WHITE, band, "centre", "middle")
    for offset in (-1, 0, 1):
        at = (side // 2 + offset * side // 7, band.bottom + side // 8)
        paint_icon(surface, "star", Weight.FILL, side // 9, theme.CRISIS, at)
    paint_icon(surface, "check", Weight.BOLD, side // 6, theme.CRISIS, (side // 2, band.top - side // 8))
    return surface


_stamps = surface_cache(max_entries=6, megabytes=4)


@dataclass(frozen=True, slots=True)
class MatLook:
    """Where opinions of one kind lie: told apart by its form. `kind` is `round`, `dashed` or `cut`."""

    kind: str
    fill: Colour
    edge: Colour
    width: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the mat and its edge."""
        radius = min(rect.size) // 9
        if self.kind == "cut":
            outer, inner = _cut(rect, radius), _cut(rect.inflate(-2 * self.width, -2 * self.width), radius)
            pygame.draw.polygon(surface, self.edge, outer)
            pygame.draw.polygon(surface, self.fill, inner)
            return
        shapes.paint_rounded(surface, rect, self.fill, radius)
        draw = shapes.paint_dashed if self.kind == "dashed" else shapes.paint_outline
        draw(surface, rect, self.edge, self.width, radius)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 1


def _cut(rect: pygame.Rect, cut: int) -> list[tuple[int, int]]:
    """A rectangle without its corners."""
    left, top, right, bottom = rect.left, rect.top, rect.right - 1, rect.bottom - 1
    return [
        (left + cut, top),
        (right - cut, top),
        (right, top + cut),
        (right, bottom - cut),
        (right - cut, bottom),
        (left + cut, bottom),
        (left, bottom - cut),
        (left, top + cut),
    ]
