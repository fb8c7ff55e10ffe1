"""A cache of values that are slow to draw: the least recently used go first, limited by number and by bytes.

Law: what was drawn for one size of the window does not outlive the next two.
"""

import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final, Generic, TypeVar

import pygame

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class LruCache(Generic[Key, Value]):
    """Keeps what `make` returned for a key: at most `max_entries` values of `max_bytes` in total.

    `size_independent` values do not depend on the size of the window and survive its changes.
    """

    def __init__(
        self,
        max_entries: int,
        max_bytes: int = 0,
        weigh: Callable[[Value], int] = lambda value: 0,
        *,
        size_independent: bool = False,
    ) -> None:
        self._used: OrderedDict[Key, Value] = OrderedDict()
        self._unused: OrderedDict[Key, Value] = OrderedDict()
        self._max_entries = max_entries
        self._max_bytes = max_bytes
        self._weigh = weigh
        self.weight = 0
        if not size_independent:
            _size_dependent.add(self)

    def __len__(self) -> int:
        return len(self._used) + len(self._unused)

    def __contains__(self, key: Key) -> bool:
        return key in self._used or key in self._unused

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value of that key, made now if it is not cached."""
        try:
            value = self._used[key]
        except KeyError:
            pass
        else:
            self._used.move_to_end(key)
            return value
        if key in self._unused:
            value = self._used[key] = self._unused.pop(key)
            return value
        value = make()
        self._used[key] = value
        self.weight += self._weigh(value)
        while len(self) > 1 and (len(self) > self._max_entries or self.weight > self._max_bytes):
            _, oldest = (self._unused or self._used).popitem(last=False)
            self.weight -= self._weigh(oldest)
        return value

    def evict_unused(self) -> None:
        """Drop what was not used since the last call."""
        self.weight -= sum(map(self._weigh, self._unused.values()))
        self._unused, self._used = self._used, OrderedDict()

    def clear(self) -> None:
        """Drop everything."""
        self._used.clear()
        self._unused.clear()
        self.weight = 0


class Identity:
    """An unhashable object as a key: equal to itself alone, and held so that its id is not reused."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and other.value is self.value


_size_dependent: Final[weakref.WeakSet[LruCache[Any, Any]]] = weakref.WeakSet()


def evict_unused_surfaces() -> None:
    """Drop what was not used since the size of the window last changed; called at each change of size."""
    for cache in _size_dependent:
        cache.evict_unused()


def surface_bytes(surface: pygame.Surface) -> int:
    """How many bytes the pixels of a surface take."""
    return surface.get_bytesize() * surface.width * surface.height


def surface_cache(max_entries: int, megabytes: int) -> LruCache[Hashable, pygame.Surface]:
    """A cache of surfaces, limited by their number and by the bytes of their pixels."""
    return LruCache(max_entries, megabytes * 1_000_000, surface_bytes)
