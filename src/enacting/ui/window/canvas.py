"""Painting: only what has changed since the last frame, in as few areas as that takes.

Law: when nothing has changed nothing is painted, and what is painted is what painting everything would give.
"""

from collections.abc import Sequence

import pygame

from enacting.ui.graphics.cache import evict_unused_surfaces
from enacting.ui.graphics.theme import palette
from enacting.ui.items.item import Item, Look, Mood
from enacting.ui.window.motion import Glide
from enacting.ui.window.stage import WindowSurface

Visual = tuple[Item, pygame.Rect, Mood]
"""An item, where it is shown now, and in what mood."""

Seen = tuple[str, pygame.Rect, pygame.Rect, Look, Mood]
"""What was painted of an item: its id, its rectangle, all it touched, its look and mood."""


class Canvas:
    """The surface of a window, and what was painted on it last."""

    def __init__(self, stage: WindowSurface) -> None:
        self.stage = stage
        self.frames_drawn = 0
        self._painted: list[Seen] = []
        self._size = (0, 0)
        self._palette = palette()

    def forget(self) -> None:
        """Paint everything next time: the surface may have been lost."""
        self._painted = []

    def paint(self, visuals: Sequence[Visual], glides: dict[str, Glide]) -> bool:
        """Paint what differs from the last time, and show it. False when nothing does."""
        seen = [(item.id, rect, item.painted_area(rect), item.look, mood) for item, rect, mood in visuals]
        if self._palette is not palette():
            self._palette = palette()
            self.forget()
        surface = self.stage.surface()
        if surface.get_size() != self._size:
            self._size = surface.get_size()
            evict_unused_surfaces()
        changed = _changed_areas(self._painted, seen, surface.get_size())
        if not changed:
            return False
        for area in changed:
            surface.set_clip(area)
            surface.fill(palette().table)
            for (item, rect, mood), key in zip(visuals, seen, strict=True):
                if key[2].colliderect(area):
                    _paint_one(surface, item, rect, mood, area, glides.get(item.id))
        surface.set_clip(None)
        self._painted = seen
        self.stage.show()
        self.frames_drawn += 1
        return True


def _paint_one(
    surface: pygame.Surface, item: Item, rect: pygame.Rect, mood: Mood, area: pygame.Rect, glide: Glide | None
) -> None:
    """Paint an item within an area, and within what can be seen of it."""
    clip = area.clip(item.clip) if item.clip is not None else area
    if not clip.width or not clip.height:
        return
    surface.set_clip(clip)
    if glide is None or rect == item.rect:
        item.look.paint(surface, rect, mood)
    else:
        glide.paint(surface, item, rect)
    surface.set_clip(area)


def _changed_areas(
    before: list[Seen],
    after: list[Seen],
    size: tuple[int, int],
) -> list[pygame.Rect]:
    """The areas to paint again: where something came, went, moved or looks different. Few and large."""
    window = pygame.Rect(0, 0, *size)
    if not before:
        return [window]
    if [key[0] for key in before] != [key[0] for key in after]:
        old, new = {key[0]: key for key in before}, {key[0]: key for key in after}
        pairs = [(old.get(name), new.get(name)) for name in {**old, **new}]
    else:
        pairs = list(zip(before, after, strict=True))
    areas: list[pygame.Rect] = []
    for was, is_now in pairs:
        if was is is_now or (was is not None and is_now is not None and was == is_now):
            continue
        areas.extend(key[2] for key in (was, is_now) if key is not None)
    return _merged([area.clip(window) for area in areas])


def _merged(areas: list[pygame.Rect]) -> list[pygame.Rect]:
    """The same areas, those that touch made one."""
    merged: list[pygame.Rect] = []
    for area in areas:
        if not area.width or not area.height:
            continue
        while (hit := area.collidelist(merged)) >= 0:
            area = area.union(merged.pop(hit))
        merged.append(area)
    return merged
