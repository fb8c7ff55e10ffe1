"""Previews of sessions without opening them: how far each went, and a small picture of its board, made step by step.

Law: previews stay in memory and never hold anything given in secret. Files are only read in the window's own thread:
closing one in another thread would release the lock that the window may just have taken.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from enacting.drawing.thread_routes import Ground, Tie, Wanted
from enacting.language.characters import cleaned
from enacting.language.words import Words
from enacting.session.journal import Header, Summary, look
from enacting.session.session import Session
from enacting.system import clock as clocks
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items.item import CALM
from enacting.ui.library import Library, SessionIndex, Stamp
from enacting.ui.table.board_view import SHAPE, SmallBoard, items_of
from enacting.ui.table.threads import tied_once

if TYPE_CHECKING:
    from enacting.box.loading import Boxes
    from enacting.ui.window.app import App

SMALL: Final = (480, 270)
"""The size of small pictures, in pixels."""

MAX_SMALL, MAX_LARGE, MAX_BOXES = 80, 6, 8
"""How many pictures of each size, and how many boxes, are cached: about 70 MB together."""

IDLE_AFTER: Final = 0.25
BUSY_SECONDS, IDLE_SECONDS = 0.006, 0.03
"""How long work may take between two frames, while the person is active and when idle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPreview:
    """How far a session went: it is in `part` of `parts`, counted from 1; `titles` of that part by language."""

    over: bool
    part: int
    parts: int
    titles: Mapping[str, str]
    written: str
    names: tuple[str, ...]

    def progress(self, words: Words) -> str:
        """How far it went, as text."""
        if self.over:
            return words("sessions.over")
        title = words.typeset(self.titles.get(words.language, self.titles[self.written]))
        return words("sessions.part", number=self.part, count=self.parts, title=title)


class _Unreadable(Exception):
    """The box that a session holds cannot be read."""


class PreviewLoader:
    """Every session, its preview and its picture."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._sessions = SessionIndex()
        self._previews: dict[Stamp, SessionPreview | None] = {}
        self._small: OrderedDict[object, SmallBoard] = OrderedDict()
        self._large: OrderedDict[object, SmallBoard] = OrderedDict()
        self._boxes: list[tuple[Mapping[str, str | bytes], Boxes | None]] = []
        self._thread: threading.Thread | None = None
        self._making: Iterator[bool] | None = None

    def sessions(self) -> list[Summary]:
        """Every session now, the most recently played first; the cache of others is dropped."""
        found = self._sessions.find_all()
        here = {self._sessions.stamp(session) for session in found}
        self._previews = {stamp: preview for stamp, preview in self._previews.items() if stamp in here}
        for pictures in (self._small, self._large):
            for key in [key for key in pictures if isinstance(key, tuple) and key[0] not in here]:
                del pictures[key]
        return found

    def of(self, session: Summary) -> SessionPreview | None:
        """The preview of that session if it is already made; None also when it cannot be read."""
        return self._previews.get(self._sessions.stamp(session))

    def read(self, session: Summary) -> SessionPreview | None:
        """The preview of that session, made now if needed; None when it cannot be read."""
        stamp = self._sessions.stamp(session)
        if stamp not in self._previews:
            try:
                header = look(session.path).header
                self._begin_reading(header)
                self._join()
                self._previews[stamp] = _preview_of(Session.look(session.path, boxes=self._boxes_of(header)))
            except Exception:  # A foreign file may fail in any way: only that file is affected.
                self._previews[stamp] = None
        return self._previews[stamp]

    def picture(self, session: Summary, words: Words, *, large: bool = False) -> SmallBoard | None:
        """The picture of its board in that language and the current colours; None until it is made."""
        key, pictures = self._key(session, words), self._large if large else self._small
        found = pictures.get(key)
        if found is None and large:
            return self._small.get(key)
        if found is not None:
            pictures.move_to_end(key)
        return found

    def has_none(self, session: Summary) -> bool:
        """Whether that session is known to have no picture."""
        return self._previews.get(self._sessions.stamp(session), ...) is None

    def work(self, app: App, wanted: Sequence[Summary]) -> bool:
        """Make part of the wanted pictures, the first of them large too; True when something new can be shown."""
        until = clocks.seconds() + (IDLE_SECONDS if app.idle_seconds >= IDLE_AFTER else BUSY_SECONDS)
        changed = False
        while clocks.seconds() <= until:
            if self._making is None:
                self._making = self._next(app, wanted)
            if self._making is None:
                break
            before = len(self._previews), len(self._small), len(self._large)
            has_more = next(self._making, None)
            if has_more is None:
                self._making, changed = None, True
            changed = changed or before != (len(self._previews), len(self._small), len(self._large))
            if has_more is False:
                break
        return changed

    def is_busy(self, app: App, wanted: Sequence[Summary]) -> bool:
        """Whether a wanted picture is still missing."""
        return self._making is not None or self._missing(app, wanted) is not None

    def _next(self, app: App, wanted: Sequence[Summary]) -> Iterator[bool] | None:
        """The steps that make the first missing picture."""
        session = self._missing(app, wanted)
        return self._make(app, session) if session is not None else None

    def _missing(self, app: App, wanted: Sequence[Summary]) -> Summary | None:
        for number, session in enumerate(wanted):
            pictures = self._large if number == 0 else self._small
            if self._key(session, app.words) not in pictures and not self.has_none(session):
                return session
        return None

    def _key(self, session: Summary, words: Words) -> tuple[Stamp, str, theme.Colour, theme.Colour]:
        return self._sessions.stamp(session), words.language, palette().panel, palette().board

    def _make(self, app: App, session: Summary) -> Iterator[bool]:
        """Read a session and draw its board step by step; yields False while waiting for another thread.

        A session that cannot be read or drawn for any reason has no picture.
        """
        try:
            yield from self._steps(app, session)
        except Exception:
            self._previews[self._sessions.stamp(session)] = None

    def _steps(self, app: App, session: Summary) -> Iterator[bool]:
        from enacting.ui.table.table import Table  # Imported here so that the first frame does not wait for it.

        stamp, key = self._sessions.stamp(session), self._key(session, app.words)
        header = look(session.path).header
        yield True
        self._begin_reading(header)
        while self._is_waiting:
            yield False
        self._join()
        seen = Session.look(session.path, boxes=self._boxes_of(header))
        self._previews[stamp] = _preview_of(seen)
        yield True
        table, asked = Table(app, seen), list[tuple[tuple[Wanted, ...], Ground]]()

        def ask(wanted: tuple[Wanted, ...], ground: Ground) -> tuple[Tie, ...]:
            asked.append((wanted, ground))
            return ()

        items = items_of(table, ask)
        if asked:  # Routing the threads is slow: it is done in another thread too, and cached.
            self._begin(lambda: tied_once(*asked[0]))
            while self._is_waiting:
                yield False
            items = items_of(table)
        yield True
        surface = pygame.Surface(SHAPE, 0, 32)
        surface.fill(palette().table)
        for item in items:
            yield True
            item.look.paint(surface, item.rect, CALM)
        if key == self._key(session, app.words):
            _store(self._large, key, SmallBoard(surface), MAX_LARGE)
            _store(self._small, key, SmallBoard(pygame.transform.smoothscale(surface, SMALL)), MAX_SMALL)

    # Boxes, which are slow to read and mostly the same

    def _begin_reading(self, header: Header) -> None:
        """Start reading the box of a session in another thread, unless it is cached."""
        content = _content(header)
        if any(known == content for known, _ in self._boxes):
            return
        if self._library.ready() and self._library.boxes().content() == content:
            self._store_boxes(content, self._library.boxes())
            return
        self._begin(lambda: self._read(content))

    def _begin(self, act: Callable[[], object]) -> None:
        """Run that in another thread, after the previous one has ended."""
        self._join()
        self._thread = threading.Thread(target=act, daemon=True)
        self._thread.start()

    @property
    def _is_waiting(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _read(self, content: Mapping[str, str | bytes]) -> None:
        from enacting.box.loading import load_kept_files

        try:
            self._store_boxes(content, load_kept_files(content))
        except Exception:  # As above; a failure in another thread would be lost.
            self._store_boxes(content, None)

    def _store_boxes(self, content: Mapping[str, str | bytes], boxes: Boxes | None) -> None:
        self._boxes = [(content, boxes), *self._boxes][:MAX_BOXES]

    def _join(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _boxes_of(self, header: Header) -> Boxes:
        content = _content(header)
        found = next((boxes for known, boxes in self._boxes if known == content), None)
        if found is None:
            raise _Unreadable
        return found


def _content(header: Header) -> dict[str, str | bytes]:
    return {**header.files, **header.pictures}


def _store(pictures: OrderedDict[object, SmallBoard], key: object, picture: SmallBoard, maximum: int) -> None:
    pictures[key] = picture
    while len(pictures) > maximum:
        pictures.popitem(last=False)


def _preview_of(session: Session) -> SessionPreview:
    game, boxes = session.game, session.boxes
    parts = [part.id for part in boxes.by_language[boxes.written].description.parts]
    here = parts.index(game.part.id) if game.part is not None else len(parts) - 1
    return SessionPreview(
        over=game.over,
        part=here + 1,
        parts=len(parts),
        titles={language: box.description.parts[here].title for language, box in boxes.by_language.items()},
        written=boxes.written,
        names=tuple(cleaned(player.name) for player in game.present),
    )
