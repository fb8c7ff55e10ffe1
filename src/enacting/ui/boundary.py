"""One boundary around the main loop: whatever goes wrong in the window, the session stays and somebody is told.

Law: an accident is never shown nor printed, it is written in a file; the session is closed as it should be, or kept in
memory as long as the disk does not take it; and nothing is tried again unless a person asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from enacting.session.accident_trace import Circumstances, accident_place, write_trace
from enacting.session.journal import JournalError, free_path
from enacting.system import clock as clocks
from enacting.system.save_folders import places_that_take
from enacting.ui.destinations import LookAt, Resume
from enacting.ui.dialogs.accident import AccidentScreen, RecoveryAction
from enacting.ui.window.app import App, Screen
from enacting.ui.window.loop import MainLoop
from enacting.ui.window.settings import Settings

if TYPE_CHECKING:
    from enacting.language.words import Words
    from enacting.session.session import Session

AGAIN_SECONDS: Final = 3.0
"""An accident in the same place so soon after going on would come each time."""
MAX_ACCIDENTS, STORM_SECONDS = 5, 10.0
"""More than that in so short a time are not caused by anybody: the window gives up."""


class GaveUp(Exception):
    """Not even the friendly screen can be shown. `lost` counts the actions that no disk took."""

    def __init__(self, trace: Path | None, session: Path | None, lost: int = 0) -> None:
        super().__init__("the window cannot be shown")
        self.trace = trace
        self.session = session
        self.lost = lost

    def said(self, words: Words) -> str:
        """The sentence for the terminal."""
        trace = self.trace if self.trace is not None else words("broken.no_trace")
        if self.session is None:
            return words("broken.terminal_nothing_open", trace=trace)
        key = "broken.terminal_unsaved" if self.lost else "broken.terminal"
        return words(key, trace=trace, file=self.session, count=self.lost)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    """The session that was open: its file, and itself where the disk has not taken all of it."""

    path: Path
    read_only: bool
    live: Session | None


class Boundary:
    """Runs an application until the person leaves, begun again after each accident.

    `make` gives the main loop of an application without any screen; `title` its first screen.
    """

    def __init__(
        self,
        make: Callable[[Settings | None], MainLoop],
        title: Callable[[App], Screen],
        *,
        clock: Callable[[], float] = clocks.seconds,
    ) -> None:
        self._make = make
        self._title = title
        self._clock = clock
        self._place: tuple[str, str, int] | None = None
        self._went_on = float("-inf")
        self._accidents: list[float] = []
        self._left: _Left | None = None

    def run(self, begin: Callable[[MainLoop], None]) -> None:
        """Show the title, do what was asked for at the beginning, and run; `GaveUp` when nothing can be shown."""
        loop = self._make(None)
        try:
            loop.app.open(self._title(loop.app))
            begin(loop)
        except Exception as failure:
            loop = self.after(loop, failure)
        while loop.app.running:
            try:
                loop.run()
            except Exception as failure:
                loop = self.after(loop, failure)

    def after(self, loop: MainLoop, failure: Exception) -> MainLoop:
        """What is shown after an accident: another application, on the friendly screen."""
        app = loop.app
        session = _session_of(app)
        trace = write_trace(failure, _circumstances(app, session))
        left = _let_go(session) if session is not None else self._left
        self._left = left
        again = self._is_again(failure)
        with suppress(Exception):
            app.aloud.stop()
        with suppress(Exception):
            app.close_room()
        if self._is_storm():
            raise self._given_up(trace)
        for _ in range(2):
            try:
                mended = self._make(app.settings)
                if loop.bridge is None:
                    mended.bridge = None
                mended.app.open(self._screen(mended.app, trace, again=again))
                mended.draw()
            except Exception as worse:
                write_trace(worse, _circumstances(app, None))
                loop.bridge = None  # If it is what cannot be told any more, the screen may still be shown.
            else:
                return mended
        raise self._given_up(trace)

    def _screen(self, app: App, trace: Path | None, *, again: bool) -> AccidentScreen:
        left = self._left
        ways = []
        if left is not None and not again:
            ways.append(RecoveryAction("go-on", "broken.go_on", lambda: self._go_on(app)))
        if left is not None or not again:
            ways.append(RecoveryAction("to-title", "broken.to_title", lambda: self._to_title(app)))
        return AccidentScreen(
            app,
            trace=trace,
            file=left.path if left is not None else None,
            unsaved=left.live if left is not None else None,
            ways=ways,
            again=again,
        )

    def _is_again(self, failure: Exception) -> bool:
        before, self._place = self._place, accident_place(failure)
        return before == self._place and self._clock() - self._went_on < AGAIN_SECONDS

    def _is_storm(self) -> bool:
        now = self._clock()
        self._accidents = [*(one for one in self._accidents if now - one < STORM_SECONDS), now]
        return len(self._accidents) >= MAX_ACCIDENTS

    def _given_up(self, trace: Path | None) -> GaveUp:
        left = self._left
        if left is None:
            return GaveUp(trace, None)
        return GaveUp(trace, *_saved_anywhere(left.live)) if left.live is not None else GaveUp(trace, left.path)

    # What a person asks for

    def _to_title(self, app: App) -> None:
        if not app.screen.can_close():
            return
        self._went_on, self._left = self._clock(), None
        app.show_only(self._title(app))

    def _go_on(self, app: App) -> None:
        """The session where it stood: from its file, or from memory where the disk has not taken all of it."""
        from enacting.ui.table.open_session import show

        left = self._left
        assert left is not None
        self._went_on = self._clock()
        app.show_only(self._title(app))
        if left.live is not None:
            show(app, left.live)
        elif left.read_only:
            app.go_to(LookAt(left.path))
        else:
            app.go_to(Resume(left.path))
        self._left = None


def _session_of(app: App) -> Session | None:
    """The session on the table, if there is one."""
    from enacting.ui.table.table_screen import TableScreen

    return next((screen.table.session for screen in reversed(app.screens) if isinstance(screen, TableScreen)), None)


def _circumstances(app: App, session: Session | None) -> Circumstances:
    window = [f"language: {app.settings.language}, theme: {app.settings.theme}, text: {app.settings.text_size}"]
    with suppress(Exception):
        window.append(f"window: {'x'.join(map(str, app.size))}, room: {app.room is not None}")
    return Circumstances(
        now=datetime.now(),
        screens=[type(screen).__name__ for screen in app.screens],
        window=window,
        session=session,
    )


def _let_go(session: Session) -> _Left:
    """Close the session, unless something of it is in memory only."""
    if session.unsaved:
        with suppress(JournalError, OSError):
            session.save()
    if session.unsaved:
        return _Left(path=session.path, read_only=False, live=session)
    with suppress(Exception):
        session.close()
    return _Left(path=session.path, read_only=session.read_only, live=None)


def _saved_anywhere(session: Session) -> tuple[Path, int]:
    """Write a session wherever it can be, nobody being there to choose; its file, and how many actions are lost."""
    for place in places_that_take():
        with suppress(JournalError, OSError):
            session.continue_at(free_path(place.folder / session.path.name))
            break
    lost = session.unsaved
    with suppress(Exception):
        session.close()
    return session.path, lost
