"""A bounded memory of things that are slow to draw: those not used for longest go first, by number and by bytes.

Law: what was drawn for one size of the window does not outlive the next two.
"""

import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final, Generic, TypeVar

import pygame

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


class LruCache(Generic[Key, Thing]):
    """Remembers what `make` returned for a key, up to `most` things that weigh `max_bytes` together.

    `lasting` is for things that do not depend on the size of the window.
    """

    def __init__(
        self,
        max_entries: int,
        max_bytes: int = 0,
        weigh: Callable[[Thing], int] = lambda thing: 0,
        *,
        lasting: bool = False,
    ) -> None:
        self._things: OrderedDict[Key, Thing] = OrderedDict()
        self._used: set[Key] = set()
        self._max_entries = max_entries
        self._most_bytes = max_bytes
        self._weigh = weigh
        self.weight = 0
        if not lasting:
            _sized.add(self)

    def __len__(self) -> int:
        return len(self._things)

    def get(self, key: Key, make: Callable[[], Thing]) -> Thing:
        """The thing of that key, made now if it is not remembered."""
        self._used.add(key)
        if key in self._things:
            self._things.move_to_end(key)
            return self._things[key]
        thing = make()
        self._things[key] = thing
        self.weight += self._weigh(thing)
        while len(self._things) > 1 and (len(self._things) > self._max_entries or self.weight > self._most_bytes):
            self._forget(next(iter(self._things)))
        return thing

    def age(self) -> None:
        """Forget what was not used since this was last called."""
        for key in [key for key in self._things if key not in self._used]:
            self._forget(key)
        self._used.clear()

    def _forget(self, key: Key) -> None:
        self.weight -= self._weigh(self._things.pop(key))
        self._used.discard(key)

    def forget(self) -> None:
        """Remember nothing."""
        self._things.clear()
        self._used.clear()
        self.weight = 0


class Identity:
    """A thing without a hash as a key: the very object, held so that its place in memory is not given to another."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and other.thing is self.thing


_sized: Final[weakref.WeakSet[LruCache[Any, Any]]] = weakref.WeakSet()


def another_size() -> None:
    """Forget what was drawn for sizes that the window has no more: all that was not used at the one it leaves now."""
    for one in _sized:
        one.age()


def weight_of(surface: pygame.Surface) -> int:
    """How many bytes the pixels of a surface take."""
    return surface.get_bytesize() * surface.width * surface.height


def surface_cache(max_entries: int, megabytes: int) -> LruCache[Hashable, pygame.Surface]:
    """A memory for surfaces."""
    return LruCache(max_entries, megabytes * 1_000_000, weight_of)
