"""What is seen of a session without opening it: how far it went, and its board made small, a little at a time.

Law: all of it is in memory and goes with the window; nothing given in secret is in it. A file is only ever read in the
window's own thread: closing it in another would give up the lock that the window may just have taken.
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
"""The size in which most pictures are kept, in pixels."""

MAX_SMALL, MAX_LARGE, MAX_BOXES = 80, 6, 8
"""How many pictures of each size, and how many boxes, are remembered: about 70 MB together."""

IDLE_AFTER: Final = 0.25
BUSY_SECONDS, IDLE_SECONDS = 0.006, 0.03
"""How long may be worked between two frames, while somebody does something and when nobody does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPreview:
    """How far a session went: the `part` it is in, of `parts`, counted from 1; `titles` of that part by language."""

    over: bool
    part: int
    parts: int
    titles: Mapping[str, str]
    written: str
    names: tuple[str, ...]

    def progress(self, words: Words) -> str:
        """How far it went, in words."""
        if self.over:
            return words("sessions.over")
        title = words.typeset(self.titles.get(words.language, self.titles[self.written]))
        return words("sessions.part", number=self.part, count=self.parts, title=title)


class _Unreadable(Exception):
    """The box that a session holds cannot be read."""


class PreviewLoader:
    """Every session there is, what is known of each, and its picture."""

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
        """Every session there is now, those played last first; what was known of others is forgotten."""
        found = self._sessions.found()
        here = {self._sessions.stamp(one) for one in found}
        self._previews = {stamp: one for stamp, one in self._previews.items() if stamp in here}
        for kept in (self._small, self._large):
            for key in [key for key in kept if isinstance(key, tuple) and key[0] not in here]:
                del kept[key]
        return found

    def of(self, session: Summary) -> SessionPreview | None:
        """What is known of that session by now; None as well when it cannot be read."""
        return self._previews.get(self._sessions.stamp(session))

    def read(self, session: Summary) -> SessionPreview | None:
        """What can be known of that session, read now if need be; None when it cannot be read."""
        stamp = self._sessions.stamp(session)
        if stamp not in self._previews:
            try:
                header = look(session.path).header
                self._begin_reading(header)
                self._join()
                self._previews[stamp] = _preview_of(Session.look(session.path, boxes=self._boxes_of(header)))
            except Exception:  # What somebody else wrote may lead anywhere: it stays with that file.
                self._previews[stamp] = None
        return self._previews[stamp]

    def picture(self, session: Summary, words: Words, *, large: bool = False) -> SmallBoard | None:
        """Its board, in that language and the colours of now; None as long as it is not made."""
        key, kept = self._key(session, words), self._large if large else self._small
        found = kept.get(key)
        if found is None and large:
            return self._small.get(key)
        if found is not None:
            kept.move_to_end(key)
        return found

    def has_none(self, session: Summary) -> bool:
        """Whether it is known that there will be no picture of that session."""
        return self._previews.get(self._sessions.stamp(session), ...) is None

    def work(self, app: App, wanted: Sequence[Summary]) -> bool:
        """Make a little of what is wanted, the first of them large too; True when more can be seen than before."""
        until = clocks.seconds() + (IDLE_SECONDS if app.idle_seconds >= IDLE_AFTER else BUSY_SECONDS)
        changed = False
        while clocks.seconds() <= until:
            if self._making is None:
                self._making = self._next(app, wanted)
            if self._making is None:
                break
            before = len(self._previews), len(self._small), len(self._large)
            goes_on = next(self._making, None)
            if goes_on is None:
                self._making, changed = None, True
            changed = changed or before != (len(self._previews), len(self._small), len(self._large))
            if goes_on is False:
                break
        return changed

    def is_busy(self, app: App, wanted: Sequence[Summary]) -> bool:
        """Whether something of what is wanted is still to be made."""
        return self._making is not None or self._missing(app, wanted) is not None

    def _next(self, app: App, wanted: Sequence[Summary]) -> Iterator[bool] | None:
        """What makes the first picture that is missing."""
        session = self._missing(app, wanted)
        return self._make(app, session) if session is not None else None

    def _missing(self, app: App, wanted: Sequence[Summary]) -> Summary | None:
        for number, session in enumerate(wanted):
            kept = self._large if number == 0 else self._small
            if self._key(session, app.words) not in kept and not self.has_none(session):
                return session
        return None

    def _key(self, session: Summary, words: Words) -> tuple[Stamp, str, theme.Colour, theme.Colour]:
        return self._sessions.stamp(session), words.language, palette().panel, palette().board

    def _make(self, app: App, session: Summary) -> Iterator[bool]:
        """Read a session and draw its board, a step at a time; False when there is nothing to do but wait.

        A session that cannot be read or drawn has no picture, whatever the reason.
        """
        try:
            yield from self._steps(app, session)
        except Exception:
            self._previews[self._sessions.stamp(session)] = None

    def _steps(self, app: App, session: Summary) -> Iterator[bool]:
        from enacting.ui.table.table import Table  # The first frame, which has no board, does not wait for it.

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
        if asked:  # The threads take long to find: it is done in another thread too, and remembered.
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
            _keep(self._large, key, SmallBoard(surface), MAX_LARGE)
            _keep(self._small, key, SmallBoard(pygame.transform.smoothscale(surface, SMALL)), MAX_SMALL)

    # Boxes, which take long to read and are mostly the same

    def _begin_reading(self, header: Header) -> None:
        """Begin to read the box of a session in another thread, unless it is at hand."""
        content = _content(header)
        if any(one == content for one, _ in self._boxes):
            return
        if self._library.ready() and self._library.boxes().content() == content:
            self._take(content, self._library.boxes())
            return
        self._begin(lambda: self._read(content))

    def _begin(self, act: Callable[[], object]) -> None:
        """Do that in another thread, once the one before is done."""
        self._join()
        self._thread = threading.Thread(target=act, daemon=True)
        self._thread.start()

    @property
    def _is_waiting(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _read(self, content: Mapping[str, str | bytes]) -> None:
        from enacting.box.loading import load_kept_files

        try:
            self._take(content, load_kept_files(content))
        except Exception:  # As above; in another thread, nobody else would hear of it.
            self._take(content, None)

    def _take(self, content: Mapping[str, str | bytes], boxes: Boxes | None) -> None:
        self._boxes = [(content, boxes), *self._boxes][:MAX_BOXES]

    def _join(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _boxes_of(self, header: Header) -> Boxes:
        content = _content(header)
        found = next((boxes for one, boxes in self._boxes if one == content), None)
        if found is None:
            raise _Unreadable
        return found


def _content(header: Header) -> dict[str, str | bytes]:
    return {**header.files, **header.pictures}


def _keep(kept: OrderedDict[object, SmallBoard], key: object, picture: SmallBoard, most: int) -> None:
    kept[key] = picture
    while len(kept) > most:
        kept.popitem(last=False)


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
        names=tuple(cleaned(one.name) for one in game.present),
    )
