"""How cards, seats, piles and the crisis look on the table."""

from dataclasses import dataclass
from typing import Final

import pygame

from enacting.engine.cards import Card, CrisisCard
from enacting.ui.faces.back import back
from enacting.ui.faces.card_text import art_names
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.face_parts import corner_radius
from enacting.ui.faces.focus import focus_face
from enacting.ui.faces.on_board import board_face, title_on_board
from enacting.ui.faces.reading_face import reading_face, reading_fits, reading_part
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.art import art
from enacting.ui.graphics.cache import LruCache, surface_bytes
from enacting.ui.graphics.icons import Weight, paint_icon
from enacting.ui.graphics.scenery import Scenery, scenery_surface
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Face, Type, WrappedText, fitted, paint, write
from enacting.ui.items.item import Mood

CARD_SHAPE: Final = 1.21
"""How high a card on the board is, for a width of 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCard:
    """A card on the board, tilted by a degree or two.

    `lifted` while it is dragged; `away` shows the empty place it was taken from.
    """

    card: Card
    look: FaceLook
    tilt: float = 0.0
    lifted: bool = False
    chosen: bool = False
    away: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the card and its shadow."""
        if self.away:
            shapes.paint_dashed(surface, rect, palette().ink_second, max(2, rect.width // 50), corner_radius(rect.size))
            return
        blur = max(4, rect.width // (8 if self.lifted else 16))
        shadow = shapes.Shadow(blur=blur, offset_y=blur // 2, alpha=110 if self.lifted else 80)
        shapes.paint_shadow(surface, rect, corner_radius(rect.size), shadow)
        drawn = board_face(self.card, rect.size, self.look)
        if self.tilt:
            drawn = tilted_face(drawn, self.tilt)
        surface.blit(drawn, drawn.get_rect(center=rect.center))
        if self.chosen or mood.hovered:
            width = max(3, rect.width // 32)
            shapes.paint_outline(
                surface, rect.inflate(2 * width, 2 * width), palette().accent, width, corner_radius(rect.size) + width
            )

    def reach(self) -> int:
        """The shadow, the tilt and the outline."""
        return 28


def tilted_face(face: pygame.Surface, degrees: float) -> pygame.Surface:
    """The face rotated by a few degrees; cached by surface and angle."""
    return _tilted_faces.get((face, degrees), lambda: (face, shapes.tilted(face, degrees)))[1]


def _weight_of_both(faces: tuple[pygame.Surface, pygame.Surface]) -> int:
    return sum(map(surface_bytes, faces))


_tilted_faces: LruCache[tuple[pygame.Surface, float], tuple[pygame.Surface, pygame.Surface]] = LruCache(
    256, 96_000_000, _weight_of_both
)
"""For each face and angle, the face, held so that its id is not reused, and the tilted face."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCard:
    """A card to be read, as large as its rectangle allows."""

    card: Card
    look: FaceLook
    chosen: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the card and its shadow."""
        drawn = reading_face(self.card, rect.size, self.look).surface
        shadow = shapes.Shadow(blur=14, offset_y=5, alpha=90)
        shapes.paint_shadow(surface, rect, corner_radius(rect.size), shadow)
        surface.blit(drawn, rect)
        if mood.hovered or self.chosen:
            shapes.paint_outline(surface, rect.inflate(8, 8), palette().accent, 4, corner_radius(rect.size) + 4)

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether all of it can be read in that rectangle."""
        return reading_fits(self.card, rect.size, self.look)

    def part(self, rect: pygame.Rect) -> float:
        """How large its type is in that rectangle, 1 being as large as text is; 0 where it does not fit."""
        return reading_part(self.card, rect.size, self.look)

    def reach(self) -> int:
        """The shadow and the outline."""
        return 24


@dataclass(frozen=True, slots=True, kw_only=True)
class FannedCard:
    """A card of a fan: a picture with its title, as on the board but larger, and tilted."""

    card: Card
    look: FaceLook
    tilt: float

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the card and its shadow."""
        drawn = tilted_face(board_face(self.card, rect.size, self.look), self.tilt)
        face_rect = drawn.get_rect(center=rect.center)
        shadow = shapes.shadow_of(rect.size, corner_radius(rect.size), shapes.Shadow(blur=24, offset_y=0, alpha=120))
        tilted_shadow = tilted_face(shadow, self.tilt)
        surface.blit(tilted_shadow, tilted_shadow.get_rect(center=(rect.centerx, rect.centery + 6)))
        surface.blit(drawn, face_rect)

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether its title is whole in that rectangle."""
        title = title_on_board(self.card, rect.size, self.look)
        return not title.cut and not title.broken

    def reach(self) -> int:
        """The corners of the tilted card, and the shadow."""
        return 120


@dataclass(frozen=True, slots=True, kw_only=True)
class CardArt:
    """The art of a card alone."""

    card: Card
    look: FaceLook

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the scene, the picture or the icon of the card."""
        look = self.look
        names = art_names(self.card, look)
        drawn = art(names, rect.size, look.fill, look.ground, picture=look.picture, scenery=look.scenery)
        surface.blit(drawn, rect)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeCard:
    """All of a card; the rectangle is as high as the card needs."""

    card: Card
    look: FaceLook

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the card."""
        surface.blit(focus_face(self.card, rect.width, self.look), rect)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """A pile of cards face down, up to three deep; an empty pile shows its place."""

    kind: str
    count: int
    glow: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint up to three backs, one behind the other."""
        radius = corner_radius(rect.size)
        if not self.count:
            shapes.paint_dashed(surface, rect, palette().light_ink_second, 2, radius)
            return
        step = max(2, rect.width // 28)
        for depth in range(min(2, self.count - 1), 0, -1):
            shapes.paint_rounded(surface, rect.move(depth * step, depth * step), palette().bar, radius)
            shapes.paint_outline(surface, rect.move(depth * step, depth * step), palette().ink_second, 1, radius)
        surface.blit(back(self.kind, rect.size), rect)
        if self.glow or mood.hovered:
            shapes.paint_outline(surface, rect.inflate(8, 8), palette().accent, 4, radius + 4)

    def reach(self) -> int:
        """The cards below."""
        return 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterPile:
    """The place of the cards kept for later."""

    count: int
    glow: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the place of the pile, with a bookmark."""
        radius = corner_radius(rect.size)
        fill = palette().raised if mood.hovered else palette().bar
        shapes.paint_rounded(surface, rect, fill, radius)
        colour = palette().accent if self.glow else palette().light_ink_second
        shapes.paint_dashed(surface, rect, colour, 2, radius)
        weight = Weight.FILL if self.count else Weight.BOLD
        paint_icon(surface, "bookmark-simple", weight, rect.width * 2 // 5, colour, rect.center)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGround:
    """The ground of a seat: the scene of its posture, its colour, or a dashed place.

    `highlighted` if the card held fits there.
    """

    colour: Colour | None
    highlighted: bool
    unit: float
    scenery: Scenery | None = None

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the ground and its border."""
        radius, width = max(6, round(16 * self.unit)), max(2, round(4 * self.unit))
        if self.highlighted:
            glow = max(4, round((9 if mood.hovered else 6) * self.unit))
            shapes.paint_rounded(surface, rect.inflate(2 * glow, 2 * glow), palette().accent, radius + glow)
        if self.colour is None:
            shapes.paint_rounded(surface, rect, theme.free_seat_fill(), radius)
            shapes.paint_dashed(surface, rect, palette().ink_second, max(2, width * 2 // 3), radius)
            return
        if self.scenery is None:
            shapes.paint_rounded(surface, rect, theme.seat_fill(self.colour), radius)
            shapes.paint_outline(surface, rect, self.colour, width, radius)
            return
        border = scene_border(self.unit)
        inner = rect.inflate(-2 * border, -2 * border)
        surface.blit(scenery_surface(self.scenery, inner.size), inner)
        shapes.paint_outline(surface, rect, self.colour, border + 1, 3 * border)

    def reach(self) -> int:
        """The glow."""
        return 14


def scene_border(unit: float) -> int:
    """How wide the border of a seat is around the scene of its posture: as wide as its round corners need."""
    return max(3, round(5 * unit))


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisRing:
    """The crisis in the middle; each segment of its ring fills as proposals answer a consequence.

    `answered` has (icon, part answered, 0 to 1) for each consequence.
    """

    card: CrisisCard
    answered: tuple[tuple[str, float], ...]
    revealed: bool
    smallest: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the ring, the icon and the title."""
        side = min(rect.size)
        width = _ring_width(side)
        shapes.paint_shadow(
            surface, rect, side // 2, shapes.Shadow(blur=max(6, side // 14), offset_y=side // 30, alpha=80)
        )
        shapes.paint_at(surface, shapes.disc(side, palette().card), rect.center)
        shapes.paint_at(surface, shapes.disc(side - 2 * width, palette().card), rect.center)
        self._paint_ring(surface, rect, side, width)
        if not self.revealed:
            paint_icon(surface, "question", Weight.BOLD, side // 3, theme.on_card(theme.CRISIS), rect.center)
            return
        self._paint_middle(surface, rect, side, width)
        if mood.hovered:
            shapes.paint_at(surface, shapes.ring(side + 8, 4, palette().accent), rect.center)

    def _paint_ring(self, surface: pygame.Surface, rect: pygame.Rect, side: int, width: int) -> None:
        arc_degrees = 360 / max(1, len(self.answered))
        diameter = side - max(4, side // 40)
        for index, (_, part) in enumerate(self.answered):
            start, end = index * arc_degrees + 3, (index + 1) * arc_degrees - 3
            shapes.paint_at(surface, shapes.arc(diameter, width, palette().rule, start, end), rect.center)
            if part > 0:
                filled = start + (end - start) * min(1.0, part)
                shapes.paint_at(surface, shapes.arc(diameter, width, palette().ink, start, filled), rect.center)
        for index, (name, part) in enumerate(self.answered):
            offset = pygame.math.Vector2(0, -(diameter - width) / 2).rotate((index + 0.5) * arc_degrees)
            middle = (round(rect.centerx + offset.x), round(rect.centery + offset.y))
            badge = max(14, round(width * 1.5))
            shapes.paint_at(surface, shapes.disc(badge + max(2, badge // 8), palette().card), middle)
            shapes.paint_at(surface, shapes.disc(badge, palette().ink if part else palette().ink_second), middle)
            paint_icon(surface, name, Weight.FILL, badge * 5 // 8, palette().card, middle)

    def _paint_middle(self, surface: pygame.Surface, rect: pygame.Rect, side: int, width: int) -> None:
        name = self.card.art.icon or "warning"
        paint_icon(
            surface,
            name,
            Weight.DUOTONE,
            side // 4,
            theme.on_card(theme.CRISIS),
            (rect.centerx, rect.centery - side // 7),
        )
        title_rect = pygame.Rect(0, 0, side - 3 * width, side // 4)
        title_rect.midtop = (rect.centerx, rect.centery + side // 40)
        title = self.title_in(side)
        if title is not None:
            paint(surface, title, palette().ink, title_rect, "centre", "middle")
        else:
            write(surface, self.card.title, Type(Face.TITLE_700, self.smallest), palette().ink, title_rect, "centre")

    def title_in(self, side: int) -> WrappedText | None:
        """The whole title in a ring of that diameter; `None` if it does not fit."""
        sizes = range(max(self.smallest, side // 9), self.smallest - 1, -1)
        types = [Type(Face.TITLE_700, size) for size in sizes]
        return fitted(self.card.title, types, side - 3 * _ring_width(side), side // 4, balanced=True)

    def reach(self) -> int:
        """The shadow."""
        return 30


def _ring_width(side: int) -> int:
    return max(5, side // 11)
