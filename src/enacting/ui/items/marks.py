"""Small drawn signs: icons, postures, tokens, counts, bars, threads. Each look is a value."""

from dataclasses import dataclass, replace
from typing import Final

import pygame

from enacting.drawing.thread_routes import Thread
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.icons import Weight, paint_icon
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Face, Type, width_of, write
from enacting.ui.items.item import Look, Mood

LINK_SECONDS: Final = 0.45
"""How long a thread takes to draw itself."""
BEFORE_SECONDS, PAUSE_SECONDS, AFTER_SECONDS = 0.3, 0.8, 0.7
"""How long a bar takes to grow, the pause after it, and how long the bar after it takes."""
SMALLEST_LETTER: Final = 6
"""How small, in pixels, the letters of a disc may be that lies on the smallest of cards."""
GROUND_SECONDS: Final = 0.6
"""How long the ground of the place takes to mend, and what counts its answers to be filled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """An icon in the middle of the rectangle."""

    icon: str
    weight: Weight
    size: int
    colour: Colour

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the icon."""
        paint_icon(surface, self.icon, self.weight, self.size, self.colour, rect.center)

    def reach(self) -> int:
        """The icon may be larger than its rectangle."""
        return self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class PostureMark:
    """The shape of a posture, with its icon."""

    shape: str
    fill: Colour
    icon: str
    ground: Colour | None = None

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the mark."""
        shapes.paint_at(
            surface,
            shapes.posture_mark(self.shape, rect.height, self.fill, self.icon, self.ground or palette().card),
            rect.center,
        )

    def reach(self) -> int:
        """A pixel of antialiasing."""
        return 2


def letter_type(letter: str, side: int) -> Type:
    """In what type a letter, or two, is written on a disc that wide, and leaves its edge free."""
    usual = Type(Face.TITLE_700, max(8, side * 11 // 20))
    while usual.size > SMALLEST_LETTER and width_of(letter, usual) > side * 4 // 5:
        usual = usual.with_size(usual.size - 1)
    return usual


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """The round token of a player: colour and initial."""

    letter: str
    colour: Colour
    faded: bool = False

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the token; under the pointer it has a ring."""
        side = min(rect.size)
        colour = theme.mixed(self.colour, palette().table, 0.6) if self.faded else self.colour
        shapes.paint_at(surface, shapes.disc(side, colour), rect.center)
        if mood.hovered:
            shapes.paint_at(surface, shapes.ring(side, max(2, side // 12), palette().on_accent), rect.center)
        write(surface, self.letter, letter_type(self.letter, side), palette().on_accent, rect, "centre")

    def reach(self) -> int:
        """A pixel of antialiasing."""
        return 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """The token of a person where it lies on a card or on a mat: with an edge, and a ring of paper that wide around it.

    Without a colour it counts those for whom there is no room.
    """

    letter: str
    colour: Colour | None
    ring: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the ring of paper, the edge, the disc and its letter."""
        side = min(rect.size)
        fill = self.colour or palette().ink
        edge = max(1, side // 14)
        shapes.paint_at(surface, shapes.disc(side + 2 * self.ring + 2, palette().ink_second), rect.center)
        shapes.paint_at(surface, shapes.disc(side + 2 * self.ring, palette().card), rect.center)
        shapes.paint_at(surface, shapes.disc(side, theme.mixed(fill, palette().ink, 0.35)), rect.center)
        shapes.paint_at(surface, shapes.disc(side - 2 * edge, fill), rect.center)
        if mood.hovered:
            shapes.paint_at(surface, shapes.ring(side, max(2, side // 12), palette().on_accent), rect.center)
        ink = palette().on_accent if self.colour is not None else palette().card
        write(surface, self.letter, letter_type(self.letter, side), ink, rect, "centre")

    def reach(self) -> int:
        """The ring and its edge."""
        return self.ring + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyRing:
    """The place that a token has left, to which it comes back."""

    colour: Colour

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint a dashed circle."""
        side = min(rect.size)
        place = pygame.Rect(0, 0, side, side)
        place.center = rect.center
        shapes.paint_dashed(surface, place, self.colour, max(2, side // 16), side // 2)

    def reach(self) -> int:
        """A pixel of antialiasing."""
        return 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hexagons:
    """Hexagons in a row on a ground of paper, as many filled as counted; `rising` of them are only partly there."""

    count: int
    most: int
    fill: Colour
    empty: Colour
    rising: int = 0
    part: float = 1.0

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the ground and the row."""
        shapes.paint_rounded(surface, rect, palette().card, rect.height // 2)
        side, step = rect.height * 3 // 4, rect.width / (self.most + 0.3)
        for index in range(self.most):
            middle = (round(rect.left + step * (index + 0.65)), rect.centery)
            if index >= self.count - self.rising:
                shapes.paint_at(surface, shapes.hexagon(side, max(1, side // 9), self.empty), middle)
            if index < self.count:
                is_rising = index >= self.count - self.rising
                within = max(1, round(side * self.part)) if is_rising else side
                shapes.paint_at(surface, shapes.hexagon(within, 0, self.fill), middle)

    @property
    def changing_seconds(self) -> float:
        """How long one more takes to be filled: as long as the place takes to mend."""
        return GROUND_SECONDS

    def is_ready(self, before: Look, size: tuple[int, int]) -> bool:
        """Nothing is drawn beforehand."""
        return True

    def changed_from(self, before: Look, at: float) -> Look:
        """The row that many seconds after it was that one: those that are new fill from their middle."""
        assert isinstance(before, Hexagons)
        part = 1 - (1 - min(1.0, at / GROUND_SECONDS)) ** 2
        return replace(self, rising=max(0, self.count - before.count), part=part)

    def reach(self) -> int:
        """A pixel of antialiasing."""
        return 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A horizontal bar for each value, stacked: a track, then the filled part (0 to 1)."""

    values: tuple[tuple[float, Colour], ...]
    track: Colour

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the bars."""
        shapes.paint_rounded(surface, rect, self.track, max(2, rect.height // 6))
        bar_height = rect.height // max(1, len(self.values))
        for index, (part, colour) in enumerate(self.values):
            bar = pygame.Rect(rect.left, rect.top + index * bar_height, round(rect.width * part), bar_height - 1)
            if bar.width > 1:
                shapes.paint_rounded(surface, bar, colour, max(2, rect.height // 6))

    @property
    def growing_seconds(self) -> float:
        """How long it takes until all of them are there."""
        return BEFORE_SECONDS + (PAUSE_SECONDS + AFTER_SECONDS) * (len(self.values) - 1)

    def grown(self, at: float) -> "Bars":
        """The first bar alone, then after a pause the next one too."""
        values = []
        for index, (part, colour) in enumerate(self.values):
            lasts = AFTER_SECONDS if index else BEFORE_SECONDS
            begins = (BEFORE_SECONDS + PAUSE_SECONDS) if index else 0.0
            done = min(1.0, max(0.0, (at - begins) / lasts))
            values.append((part * (1 - (1 - done) ** 3), colour))
        return replace(self, values=tuple(values))

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Glow:
    """Light around what lies over it, with an edge."""

    radius: int
    width: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the light and its edge."""
        edge = rect.inflate(2 * self.width, 2 * self.width)
        shapes.paint_glow(surface, edge, palette().accent, self.radius + self.width, 3 * self.width)
        shapes.paint_outline(surface, edge, palette().accent, self.width, self.radius + self.width)

    def reach(self) -> int:
        """The edge and the light outside."""
        return 4 * self.width + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadLook:
    """A curved link with an arrow head, relative to the top left of the rectangle."""

    thread: Thread
    colour: Colour
    width: int

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the thread, a dot where it starts and an arrow head where it arrives."""
        shapes.paint_thread(surface, self.thread.moved(rect.left, rect.top), self.colour, self.width)

    @property
    def growing_seconds(self) -> float:
        """How long it takes to draw itself."""
        return LINK_SECONDS

    def grown(self, at: float) -> "ThreadLook":
        """The thread from where it starts, with its head."""
        part = 1 - (1 - min(1.0, at / LINK_SECONDS)) ** 2
        return replace(self, thread=self.thread.until(max(0.08, part)))

    def reach(self) -> int:
        """The ends are larger than the thread."""
        return self.width * 4
