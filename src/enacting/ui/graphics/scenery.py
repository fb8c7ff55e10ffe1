"""Scenes as surfaces: each drawn once for a size, and large ones drawn aside while the window goes on.

Law: within `drawing_ahead` no call takes much longer than `FRAME_SHARE`; what is not ready shows the colours of its
sky, and a `Watch` of what was painted says when to paint it again.
"""

import io
import queue
import threading
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import pygame

from enacting.scenes.setting import Setting
from enacting.ui.graphics.cache import Key, LruCache, Value, surface_cache
from enacting.ui.graphics.theme import colour_of

if TYPE_CHECKING:
    from enacting.scenes.reading import Scene

FRAME_SHARE: Final = 0.008
"""How many seconds of a frame may be spent on scenes; a larger one, or one more, is drawn aside."""
_PIXELS_IN_SHARE: Final = 200_000
"""How large a scene can be drawn in that time on a slow laptop."""
_PIXELS_AT_ONCE: Final = 60_000
"""How large a scene is drawn at once on a face, however long it takes: to make the face again would take longer."""

_LATEST_KEPT: Final = 4
"""How many last pictures are kept: the board's, a small one, that of the room."""

_cache: Final = surface_cache(max_entries=400, megabytes=40)


class Drawing(Hashable, Protocol):
    """A picture that is drawn once for each size; two equal drawings are the same picture."""

    @property
    def series(self) -> str:
        """Drawings of one series follow one another: while one is drawn aside, the one before is shown."""

    def svg(self, size: tuple[int, int]) -> str:
        """The picture in that size as the text of an SVG picture."""

    def sky(self) -> tuple[str, ...]:
        """The colours of the bands of its sky, from the top, then that of its ground."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """The scene of a card, a part on each line, and what it is set in."""

    lines: tuple[str, ...]
    setting: Setting

    @property
    def series(self) -> str:
        """A card has one scene."""
        return ""

    def svg(self, size: tuple[int, int]) -> str:
        """The scene in that size as the text of an SVG picture."""
        # Imported here: the first frame shows no scene, and does not wait for what draws them.
        from enacting.scenes.composing import compose

        return compose(self._scene(), size, self.setting)

    def sky(self) -> tuple[str, ...]:
        """The colours of the bands of its sky, from the top, then that of its ground."""
        from enacting.scenes.composing import sky_of

        return sky_of(self._scene(), self.setting)

    def _scene(self) -> "Scene":
        from enacting.scenes.reading import read_scene

        scene = read_scene(self.lines)
        assert scene is not None
        return scene


_Job = tuple[Drawing, tuple[int, int]]


@dataclass(slots=True)
class _Workshop:
    """What is being drawn aside.

    `on_face` says that a face is being made. `asked` is drawn, or waits to be taken in; `missing` was shown without
    being ready by what is painted now; `unfinished` holds what was made without its scenes, until they are ready.
    """

    ahead: bool = False
    on_face: bool = False
    spent: float = 0.0
    missing: set[_Job] = field(default_factory=set)
    asked: set[_Job] = field(default_factory=set)
    unfinished: dict[tuple[int, Hashable], tuple[Any, frozenset[_Job]]] = field(default_factory=dict)
    jobs: "queue.SimpleQueue[_Job]" = field(default_factory=queue.SimpleQueue)
    done: "queue.SimpleQueue[tuple[_Job, pygame.Surface | Exception]]" = field(default_factory=queue.SimpleQueue)
    thread: threading.Thread | None = None
    latest: dict[tuple[str, tuple[int, int]], pygame.Surface] = field(default_factory=dict)
    """Of each series in each size, what was drawn last."""


_workshop: Final = _Workshop()


def scenery_surface(scenery: Drawing, size: tuple[int, int]) -> pygame.Surface:
    """The picture in that size; while it is drawn aside, its sky or the one before. Shared, not to be painted on."""
    job = (scenery, size)
    if job in _cache or not _workshop.ahead:
        return _remember(job, _cache.get(job, lambda: _drawn(job)))
    pixels = size[0] * size[1]
    if (_workshop.on_face and pixels <= _PIXELS_AT_ONCE) or (
        _workshop.spent < FRAME_SHARE and pixels <= _PIXELS_IN_SHARE
    ):
        begin = time.perf_counter()
        drawn = _cache.get(job, lambda: _drawn(job))
        _workshop.spent += time.perf_counter() - begin
        return _remember(job, drawn)
    _ask(job)
    _workshop.missing.add(job)
    return _meanwhile(scenery, size)


def begin_frame() -> None:
    """A frame begins: its share of time is whole again."""
    _workshop.spent = 0.0


def is_drawing_aside() -> bool:
    """Whether something is still to be taken in."""
    return bool(_workshop.asked)


def collect() -> bool:
    """Take in one scene that was drawn aside, so that a frame paints few things again; whether there was one.

    What went wrong in drawing it is raised here, where the program deals with its faults.
    """
    if _workshop.done.empty():
        return False
    job, drawn = _workshop.done.get()
    _workshop.asked.discard(job)
    if isinstance(drawn, Exception):
        raise drawn
    _cache.get(job, lambda: drawn)
    if not _workshop.asked:
        _workshop.unfinished.clear()
    return True


@dataclass(slots=True)
class Watch:
    """The scenes that were missing in what was painted."""

    missing: frozenset[_Job] = frozenset()

    @property
    def can_go_on(self) -> bool:
        """Whether one of them is ready by now."""
        return not self.missing <= _workshop.asked


@contextmanager
def watching() -> Iterator[Watch]:
    """Watch what is painted within."""
    watch = Watch()
    before, _workshop.missing = _workshop.missing, set()
    try:
        yield watch
    finally:
        watch.missing = frozenset(_workshop.missing)
        _workshop.missing |= before


@contextmanager
def _making_face() -> Iterator[None]:
    before, _workshop.on_face = _workshop.on_face, True
    try:
        yield
    finally:
        _workshop.on_face = before


def get_when_ready(cache: LruCache[Key, Value], key: Key, make: Callable[[], Value]) -> Value:
    """The value of that key, which is cached only once all its scenes are ready; until then it is made as they come."""
    if key in cache:
        return cache.get(key, make)
    place = (id(cache), key)
    unfinished, missing = _workshop.unfinished.get(place, (None, frozenset()))
    if missing and missing <= _workshop.asked:
        _workshop.missing |= missing
        return cast(Value, unfinished)
    with watching() as watch, _making_face():
        value = make()
    if watch.missing:
        _workshop.unfinished[place] = (value, watch.missing)
        return value
    return cache.get(key, lambda: value)


@contextmanager
def drawing_ahead() -> Iterator[None]:
    """Within, large scenes are drawn aside; without, everything is drawn at once."""
    _workshop.ahead = True
    try:
        yield
    finally:
        _workshop.ahead = False


def _ask(job: _Job) -> None:
    """Have it drawn aside, once."""
    if job in _workshop.asked:
        return
    _workshop.asked.add(job)
    _workshop.jobs.put(job)
    if _workshop.thread is None:
        _workshop.thread = threading.Thread(target=_work, daemon=True, name="scenery")
        _workshop.thread.start()


def _work() -> None:
    while True:
        job = _workshop.jobs.get()
        try:
            _workshop.done.put((job, _drawn(job)))
        except Exception as failure:
            _workshop.done.put((job, failure))


def _drawn(job: _Job) -> pygame.Surface:
    drawing, size = job
    drawn = pygame.image.load_sized_svg(io.BytesIO(drawing.svg(size).encode()), size)
    return drawn.convert(pygame.Surface((1, 1), pygame.SRCALPHA))


def _meanwhile(drawing: Drawing, size: tuple[int, int]) -> pygame.Surface:
    """What is shown while a picture is drawn aside: the one before it, or the bands of its sky and its ground."""
    if (drawing.series, size) in _workshop.latest:
        return _workshop.latest[drawing.series, size]
    *bands, ground = drawing.sky()
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill(colour_of(ground))
    for index, tone in enumerate(bands):
        top, bottom = (round(size[1] * 0.72 * part / len(bands)) for part in (index, index + 1))
        surface.fill(colour_of(tone), (0, top, size[0], bottom - top))
    return surface


def _remember(job: _Job, drawn: pygame.Surface) -> pygame.Surface:
    """Keep a picture as the last of its series; those of few sizes and series are kept."""
    drawing, size = job
    if drawing.series:
        _workshop.latest.pop((drawing.series, size), None)
        _workshop.latest[drawing.series, size] = drawn
        while len(_workshop.latest) > _LATEST_KEPT:
            del _workshop.latest[next(iter(_workshop.latest))]
    return drawn
