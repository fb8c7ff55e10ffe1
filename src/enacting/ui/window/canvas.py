"""Painting: only what has changed since the last frame, in few areas.

Law: when nothing has changed nothing is painted; the result is what painting everything would give.
"""

from collections.abc import Sequence

import pygame

from enacting.ui.graphics.cache import evict_unused_surfaces
from enacting.ui.graphics.scenery import Watch, begin_frame, watching
from enacting.ui.graphics.theme import palette
from enacting.ui.items.item import Item, Look, Mood
from enacting.ui.window.stage import WindowSurface

Visual = tuple[Item, pygame.Rect, Mood]
"""An item, where it is shown now, and its mood."""

Painted = tuple[str, pygame.Rect, pygame.Rect, Look, Mood]
"""What was painted of an item: its id, its rectangle, the whole area painted, its look and mood."""


class Canvas:
    """The surface of a window, and what was last painted on it."""

    def __init__(self, stage: WindowSurface) -> None:
        self.stage = stage
        self.frames_drawn = 0
        self._painted: list[Painted] = []
        self._size = (0, 0)
        self._palette = palette()
        self._unready: dict[str, Watch] = {}

    def invalidate(self) -> None:
        """Paint everything next time: the content of the surface may have been lost."""
        self._painted = []

    def paint(self, visuals: Sequence[Visual]) -> bool:
        """Paint what differs from the last frame, and show it; returns whether anything did."""
        seen = [(item.id, rect, item.painted_area(rect), item.look, mood) for item, rect, mood in visuals]
        if self._palette is not palette():
            self._palette = palette()
            self.invalidate()
        surface = self.stage.surface()
        if surface.get_size() != self._size:
            self._size = surface.get_size()
            evict_unused_surfaces()
        begin_frame()
        changed = _changed_areas(self._painted, seen, surface.get_size())
        ready = self._ready_now()
        if ready:
            again = [key[2].clip(surface.get_rect()) for key in seen if key[0] in ready]
            changed = _merged_areas([*changed, *again])
        if not changed:
            return False
        for area in changed:
            surface.set_clip(area)
            surface.fill(palette().table)
            for (item, rect, mood), key in zip(visuals, seen, strict=True):
                if key[2].colliderect(area):
                    with watching() as watch:
                        _paint_item(surface, item, rect, mood, area)
                    if watch.missing:
                        self._unready[item.id] = watch
                    elif area.contains(key[2].clip(surface.get_rect())):
                        self._unready.pop(item.id, None)  # A part of it alone leaves the rest to be painted again.
        surface.set_clip(None)
        self._painted = seen
        self.stage.show()
        self.frames_drawn += 1
        return True

    def _ready_now(self) -> set[str]:
        """The items that were painted before a scene of theirs was ready, which is so now."""
        ready = {name for name, watch in self._unready.items() if watch.can_go_on}
        for name in ready:
            del self._unready[name]
        return ready


def _paint_item(surface: pygame.Surface, item: Item, rect: pygame.Rect, mood: Mood, area: pygame.Rect) -> None:
    """Paint an item within an area, and within its own clip."""
    clip = area.clip(item.clip) if item.clip is not None else area
    if not clip.width or not clip.height:
        return
    surface.set_clip(clip)
    item.look.paint(surface, rect, mood)
    surface.set_clip(area)


def _changed_areas(
    before: list[Painted],
    after: list[Painted],
    size: tuple[int, int],
) -> list[pygame.Rect]:
    """The areas to repaint: where an item was added, removed, moved or changed. Few and large."""
    window = pygame.Rect(0, 0, *size)
    if not before:
        return [window]
    if [key[0] for key in before] != [key[0] for key in after]:
        old_by_id, new_by_id = {key[0]: key for key in before}, {key[0]: key for key in after}
        pairs = [(old_by_id.get(name), new_by_id.get(name)) for name in {**old_by_id, **new_by_id}]
    else:
        pairs = list(zip(before, after, strict=True))
    areas: list[pygame.Rect] = []
    for previous, current in pairs:
        if previous is current or (previous is not None and current is not None and previous == current):
            continue
        areas.extend(key[2] for key in (previous, current) if key is not None)
    return _merged_areas([area.clip(window) for area in areas])


def _merged_areas(areas: list[pygame.Rect]) -> list[pygame.Rect]:
    """The areas, with those that overlap merged."""
    merged: list[pygame.Rect] = []
    for area in areas:
        if not area.width or not area.height:
            continue
        while (hit := area.collidelist(merged)) >= 0:
            area = area.union(merged.pop(hit))
        merged.append(area)
    return merged
