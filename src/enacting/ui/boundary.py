"""The error boundary around the main loop: whatever fails in the window, the session is kept and people are informed.

Law: the details of an accident are never shown or printed, they are written to a file; the session is closed properly,
or kept in memory until the disk accepts it; nothing is retried unless a person asks for it.
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

REPEAT_SECONDS: Final = 3.0
"""An accident in the same place this soon after resuming would happen every time."""
MAX_ACCIDENTS, STORM_SECONDS = 5, 10.0
"""This many accidents in so short a time are not caused by a person: the window gives up."""


class GaveUp(Exception):
    """Not even the accident screen can be shown. `lost` counts the actions that could not be saved anywhere."""

    def __init__(self, trace: Path | None, session: Path | None, lost: int = 0) -> None:
        super().__init__("the window cannot be shown")
        self.trace = trace
        self.session = session
        self.lost = lost

    def message(self, words: Words) -> str:
        """The sentence for the terminal."""
        trace = self.trace if self.trace is not None else words("broken.no_trace")
        if self.session is None:
            return words("broken.terminal_nothing_open", trace=trace)
        key = "broken.terminal_unsaved" if self.lost else "broken.terminal"
        return words(key, trace=trace, file=self.session, count=self.lost)


@dataclass(frozen=True, slots=True, kw_only=True)
class _OpenSession:
    """The session that was open: its file, and the session itself (`live`) where some of it is not on disk."""

    path: Path
    read_only: bool
    live: Session | None


class Boundary:
    """Runs an application until the person quits, restarting it after each accident.

    `make` returns the main loop of an application without screens; `title` returns its first screen.
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
        self._resumed_at = float("-inf")
        self._accidents: list[float] = []
        self._interrupted: _OpenSession | None = None

    def run(self, begin: Callable[[MainLoop], None]) -> None:
        """Show the title, do what was requested at startup, and run; raise `GaveUp` when nothing can be shown."""
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
        """Return the loop of a new application that shows the accident screen."""
        app = loop.app
        session = _session_of(app)
        trace = write_trace(failure, _circumstances(app, session))
        interrupted = _close_if_saved(session) if session is not None else self._interrupted
        self._interrupted = interrupted
        repeated = self._is_repeated(failure)
        with suppress(Exception):
            app.reader.stop()
        with suppress(Exception):
            app.close_room()
        if self._is_storm():
            raise self._give_up_error(trace)
        for _ in range(2):
            try:
                restarted = self._make(app.settings)
                if loop.bridge is None:
                    restarted.bridge = None
                restarted.app.open(self._screen(restarted.app, trace, repeated=repeated))
                restarted.draw()
            except Exception as second_failure:
                write_trace(second_failure, _circumstances(app, None))
                loop.bridge = None  # If the bridge is what failed, the screen may still be shown.
            else:
                return restarted
        raise self._give_up_error(trace)

    def _screen(self, app: App, trace: Path | None, *, repeated: bool) -> AccidentScreen:
        interrupted = self._interrupted
        actions = []
        if interrupted is not None and not repeated:
            actions.append(RecoveryAction("go-on", "broken.go_on", lambda: self._go_on(app)))
        if interrupted is not None or not repeated:
            actions.append(RecoveryAction("to-title", "broken.to_title", lambda: self._to_title(app)))
        return AccidentScreen(
            app,
            trace=trace,
            file=interrupted.path if interrupted is not None else None,
            unsaved=interrupted.live if interrupted is not None else None,
            actions=actions,
            repeated=repeated,
        )

    def _is_repeated(self, failure: Exception) -> bool:
        before, self._place = self._place, accident_place(failure)
        return before == self._place and self._clock() - self._resumed_at < REPEAT_SECONDS

    def _is_storm(self) -> bool:
        now = self._clock()
        self._accidents = [*(moment for moment in self._accidents if now - moment < STORM_SECONDS), now]
        return len(self._accidents) >= MAX_ACCIDENTS

    def _give_up_error(self, trace: Path | None) -> GaveUp:
        interrupted = self._interrupted
        if interrupted is None:
            return GaveUp(trace, None)
        return (
            GaveUp(trace, *_save_anywhere(interrupted.live))
            if interrupted.live is not None
            else GaveUp(trace, interrupted.path)
        )

    # What a person can choose

    def _to_title(self, app: App) -> None:
        if not app.screen.can_close():
            return
        self._resumed_at, self._interrupted = self._clock(), None
        app.show_only(self._title(app))

    def _go_on(self, app: App) -> None:
        """Resume the session where it was: from its file, or from memory where some of it is not on disk."""
        from enacting.ui.table.open_session import show

        interrupted = self._interrupted
        assert interrupted is not None
        self._resumed_at = self._clock()
        app.show_only(self._title(app))
        if interrupted.live is not None:
            show(app, interrupted.live)
        elif interrupted.read_only:
            app.go_to(LookAt(interrupted.path))
        else:
            app.go_to(Resume(interrupted.path))
        self._interrupted = None


def _session_of(app: App) -> Session | None:
    """The session on the table, if there is one."""
    return next((session for screen in reversed(app.screens) if (session := screen.played_session()) is not None), None)


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


def _close_if_saved(session: Session) -> _OpenSession:
    """Close the session, unless part of it is in memory only."""
    if session.unsaved:
        with suppress(JournalError, OSError):
            session.save()
    if session.unsaved:
        return _OpenSession(path=session.path, read_only=False, live=session)
    with suppress(Exception):
        session.close()
    return _OpenSession(path=session.path, read_only=session.read_only, live=None)


def _save_anywhere(session: Session) -> tuple[Path, int]:
    """Write a session to the first place that accepts it; return its file and the number of actions lost."""
    for place in places_that_take():
        with suppress(JournalError, OSError):
            session.continue_at(free_path(place.folder / session.path.name))
            break
    lost = session.unsaved
    with suppress(Exception):
        session.close()
    return session.path, lost
