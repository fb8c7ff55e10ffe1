"""The picture of the place on the board, drawn once for each state and size, and how one becomes the next."""

from dataclasses import dataclass
from typing import Final

import pygame

from enacting.scenes.place import LivingPlace, Raised, draw_place, draw_raised, raised_since, sky_of_place, without
from enacting.ui.graphics import shapes
from enacting.ui.graphics.scenery import scenery_surface, watching
from enacting.ui.graphics.theme import palette
from enacting.ui.items.item import Look, Mood
from enacting.ui.items.marks import GROUND_SECONDS

HERO_SECONDS: Final = 0.32
HERO_SIZES: Final = (0.8, 1.05, 1.0)
"""How large what a card brings is at first, before it is there, and in the end."""


@dataclass(frozen=True, slots=True)
class PlaceScenery:
    """The place as something that is drawn aside when it takes long."""

    place: LivingPlace

    @property
    def series(self) -> str:
        """The places of one crisis follow one another."""
        return f"place {self.place.seed} {self.place.colour}"

    def svg(self, size: tuple[int, int]) -> str:
        """The place in that size as the text of an SVG picture."""
        return draw_place(self.place, size)

    def sky(self) -> tuple[str, ...]:
        """The colours of the bands of its sky, from the top, then that of its ground."""
        return sky_of_place(self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePicture:
    """The place in a frame of paper, which is `border` wide and lies around the rectangle."""

    place: LivingPlace
    border: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the shadow, the picture and its frame."""
        frame = rect.inflate(2 * self.border, 2 * self.border)
        radius = 3 * self.border
        shadow = shapes.Shadow(blur=max(4, 2 * self.border), offset_y=max(1, self.border // 2), alpha=70)
        shapes.paint_shadow(surface, frame, radius, shadow)
        surface.blit(self.picture(rect.size), rect)
        shapes.paint_outline(surface, frame, palette().card, self.border + 1, radius)

    @property
    def changing_seconds(self) -> float:
        """How long the place takes to mend."""
        return GROUND_SECONDS

    def is_ready(self, before: Look, size: tuple[int, int]) -> bool:
        """Whether all the pictures are drawn that it takes to come from that one."""
        assert isinstance(before, PlacePicture)
        with watching() as watch:
            _Mending(before.place, self.place, 0.0).draw(size)
            scenery_surface(PlaceScenery(self.place), size)
        return not watch.missing

    def changed_from(self, before: Look, at: float) -> Look:
        """The place that many seconds after it was that one: its ground mends while what was brought rises."""
        assert isinstance(before, PlacePicture)
        return MendingPlace(place=self.place, border=self.border, before=before.place, at=at)

    def picture(self, size: tuple[int, int]) -> pygame.Surface:
        """What is in the frame. Shared, not to be painted on."""
        return scenery_surface(PlaceScenery(self.place), size)

    def reach(self) -> int:
        """The frame and its shadow."""
        return 5 * self.border


@dataclass(frozen=True, slots=True, kw_only=True)
class MendingPlace(PlacePicture):
    """The place while it becomes what it is, `at` seconds after it was `before`."""

    before: LivingPlace
    at: float

    def picture(self, size: tuple[int, int]) -> pygame.Surface:
        """What is in the frame at that moment."""
        return _Mending(self.before, self.place, self.at).draw(size)


@dataclass(frozen=True, slots=True)
class RaisedScenery:
    """What a card has brought, alone on a clear ground."""

    place: LivingPlace
    raised: Raised
    whole: tuple[int, int]

    @property
    def series(self) -> str:
        """Nothing is shown in its stead."""
        return ""

    def svg(self, size: tuple[int, int]) -> str:
        """It alone as the text of an SVG picture."""
        return draw_raised(self.place, self.raised, self.whole)[1]

    def sky(self) -> tuple[str, ...]:
        """The colours of the place: it is not shown before it is ready."""
        return sky_of_place(self.place)


@dataclass(frozen=True, slots=True)
class _Mending:
    """A place that was `before`, `at` seconds ago."""

    before: LivingPlace
    place: LivingPlace
    at: float

    def draw(self, size: tuple[int, int]) -> pygame.Surface:
        """The old ground under the new one, and what was brought before it."""
        raised = raised_since(self.before, self.place)
        old = scenery_surface(PlaceScenery(self.before), size)
        new = scenery_surface(PlaceScenery(without(self.place, raised)), size)
        drawn = old.copy()
        new.set_alpha(round(255 * min(1.0, self.at / GROUND_SECONDS)))
        drawn.blit(new, (0, 0))
        new.set_alpha(255)
        begins = GROUND_SECONDS - HERO_SECONDS
        grown = hero_size(min(1.0, (self.at - begins) / HERO_SECONDS))
        for rising in raised:
            box, _ = draw_raised(self.place, rising, size)
            area = pygame.Rect(*(round(length) for length in box))
            hero = scenery_surface(RaisedScenery(self.place, rising, size), area.size)
            if self.at >= begins:
                larger = pygame.transform.smoothscale(hero, (round(area.width * grown), round(area.height * grown)))
                drawn.blit(larger, larger.get_rect(midbottom=area.midbottom))
        return drawn


def hero_size(part: float) -> float:
    """How large something that rises is: it goes a little too far, then back."""
    first, most, last = HERO_SIZES
    if part < 0.6:
        return first + (most - first) * (1 - (1 - part / 0.6) ** 2)
    return most + (last - most) * (part - 0.6) / 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterGround:
    """All of a quarter of the place: nothing is drawn but an edge under the pointer."""

    width: int
    radius: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the edge, when it is pointed at."""
        if mood.hovered:
            shapes.paint_outline(surface, rect, palette().accent, self.width, self.radius)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0
