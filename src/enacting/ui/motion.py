"""Things that glide from one place to another, for a quarter of a second. Nothing loops; the state never waits."""

from dataclasses import dataclass

import pygame

from enacting.ui.item import CALM, Item

GLIDE_SECONDS = 0.26


@dataclass(slots=True)
class Glide:
    """One item on its way; its picture is drawn once."""

    begin: pygame.Rect
    end: pygame.Rect
    since: float
    picture: pygame.Surface | None = None

    def part(self, now: float) -> float:
        """How far along it is, 0 to 1."""
        return min(1.0, max(0.0, (now - self.since) / GLIDE_SECONDS))

    def rect(self, now: float) -> pygame.Rect:
        """Where it is: fast first, then slower."""
        eased = 1 - (1 - self.part(now)) ** 3
        return pygame.Rect(*(round(a + (b - a) * eased) for a, b in zip(self.begin, self.end, strict=True)))


def glides_between(before: dict[str, pygame.Rect], after: list[Item], now: float) -> dict[str, Glide]:
    """The glides that lead from where items were to where they are."""
    glides = {}
    for item in after:
        origin = before.get(item.id, item.from_rect)
        if item.glides and origin is not None and origin != item.rect and origin.width and item.rect.width:
            glides[item.id] = Glide(origin, item.rect, now)
    return glides


def paint_gliding(surface: pygame.Surface, item: Item, glide: Glide, rect: pygame.Rect) -> None:
    """Paint an item at another place and size than its own."""
    if rect.size == item.rect.size:
        item.look.paint(surface, rect, CALM)
        return
    reach = item.look.reach()
    if glide.picture is None:
        glide.picture = _picture(item, reach)
    snapshot = glide.picture
    wide, high = rect.width / item.rect.width, rect.height / item.rect.height
    size = (max(1, round(snapshot.get_width() * wide)), max(1, round(snapshot.get_height() * high)))
    scaled = pygame.transform.smoothscale(snapshot, size)
    surface.blit(scaled, (rect.left - round(reach * wide), rect.top - round(reach * high)))


def _picture(item: Item, reach: int) -> pygame.Surface:
    size = (item.rect.width + 2 * reach, item.rect.height + 2 * reach)
    canvas = pygame.Surface(size, pygame.SRCALPHA)
    item.look.paint(canvas, pygame.Rect(reach, reach, *item.rect.size), CALM)
    return canvas
