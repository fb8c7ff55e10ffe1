"""What if: a copy of a session from one of its moments, to be played on.

Law: the original session is only read, or closed as it is; it never changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import datetime
from itertools import count
from pathlib import Path

from enacting.archive.copying import copy_from
from enacting.language.words import Words, languages, words_in
from enacting.session.journal import SUFFIX, JournalError, summary
from enacting.session.overview import Line
from enacting.session.session import Session
from enacting.system.save_folders import takes
from enacting.ui.dialogs.message import Choice, MessageDialog, MessageParagraph, show_failure
from enacting.ui.dialogs.save_elsewhere import with_save_folder
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.type_styles import body_type
from enacting.ui.setup.setup_choices import TITLE_LENGTH
from enacting.ui.table.open_session import open_or_offer, resume
from enacting.ui.table.overview_dialog import OverviewDialog
from enacting.ui.table.past import Past, PastTable
from enacting.ui.table.table import Table
from enacting.ui.table.unsaved import loses_nothing
from enacting.ui.window.app import App

Copy = Callable[[int, str], None]
"""Makes a copy with that many moves under that title, and opens it."""


def choose_moment(app: App, path: Path) -> None:
    """Show the session of that file, to be copied from one of its moments or entirely."""
    session = open_or_offer(app, path, Session.look)
    if session is not None:
        app.open(ChooseMoment(app, Table(app, session)))


def ask_copy_of(past: PastTable) -> None:
    """Ask whether to go on from that moment in a copy; the session being played is closed once it is made."""
    app, session = past.app, past.session

    def copy(moves: int, title: str) -> None:
        def go_on(*, discard: bool = False) -> None:
            if discard or loses_nothing(past, lambda: go_on(discard=True)):
                _copy(app, session, moves, title, lambda copied: leave_for(copied, title, discard=discard))

        go_on()

    def leave_for(copied: Path, title: str, *, discard: bool) -> None:
        if discard or loses_nothing(past, lambda: leave_for(copied, title, discard=True)):
            session.close()
            app.show_only(app.screens[0])
            _go_on_in(app, copied, title)

    _ask(app, session, past.moment, copy)


class ChooseMoment(OverviewDialog):
    """The overview of a session file; each line leads to its moment, which can be copied."""

    def _introduction(self, column: Column) -> None:
        style = body_type(column.layout.scale, 20)
        column.text("what-if-text", column.layout.words("what_if.nothing_yet"), style, palette().text_second)
        column.gap(Space.MEDIUM)

    def _to_come(self, column: Column) -> None:
        """Left out: what was to come does not matter here."""

    def _footer(self) -> tuple[Action, ...]:
        words = self.app.words
        return (
            Action("copy-whole", words("what_if.whole"), self._ask_whole, "copy"),
            Action("close", words("common.close"), self.app.close, main=True),
        )

    def _looks_at(self, line: Line) -> Callable[[], None]:
        return lambda: self.app.open(Moment(self.app, self.table, self.lines, self.lines.index(line)))

    def _ask_whole(self) -> None:
        _ask(self.app, self.table.session, None, lambda moves, title: _copy(self.app, self.table.session, moves, title))


class Moment(Past):
    """One of the moments of a session file."""

    def status_line(self) -> None:
        """No status bar: the only action here is to copy."""

    def _ways_on(self) -> tuple[Action, ...]:
        words, chosen = self.app.words, button_styles().chosen
        return (
            Action("copy-here", words("what_if.here"), self._ask_copy, "copy", main=True, style=chosen, share=32),
            Action("come-back", words("what_if.list"), self.back, share=32),
        )

    def _ask_copy(self) -> None:
        session = self.table.session
        _ask(self.app, session, self.moment, lambda moves, title: _copy(self.app, session, moves, title))


def _ask(app: App, session: Session, line: Line | None, copy: Copy) -> None:
    """Ask to copy the session from that moment, or all of it (`line` None), and say under which title."""
    words = app.words
    title = copy_title(session.title, [session.title, *_titles_beside(session.path)], words)
    if line is None:
        moves = len(session.in_force()) + len(session.taken_back())
        question, text = words("what_if.whole_title"), words("what_if.whole_text", title=title)
    else:
        moves = line.count
        question, text = words("what_if.title", minute=line.seconds // 60), words("what_if.text", title=title)
    choices = (Choice(words("what_if.go"), lambda: copy(moves, title), main=True), Choice(words("common.cancel")))
    app.open(MessageDialog(app, question, [MessageParagraph(text)], choices))


def _go_on_in(app: App, copied: Path, title: str) -> None:
    """Open the copy, and say that it is one."""
    resume(app, copied)
    app.show_message(app.words("what_if.made", title=title))


def _copy(app: App, session: Session, moves: int, title: str, then: Callable[[Path], None] | None = None) -> None:
    """Make the copy next to the session, or in a writable folder, and open it, or call `then`."""

    def make(folder: Path) -> None:
        try:
            copied = copy_from(session, moves, folder, title, datetime.now())
        except (JournalError, OSError) as failure:
            show_failure(app, failure)
        else:
            then(copied) if then is not None else _go_on_in(app, copied, title)

    beside = session.path.parent
    if takes(beside):
        make(beside)
    else:
        with_save_folder(app, make)


def copy_title(title: str, taken: Collection[str], words: Words) -> str:
    """The title of a copy: that of the session marked as a what-if, unlike those taken, within the length limit."""
    first, used = _without_what_if(title), {title.casefold() for title in taken}
    for number in count(1):
        key = "sessions.what_if_title" if number == 1 else "sessions.what_if_again"
        end = words(key, title="", number=number)
        room = TITLE_LENGTH - len(end)
        proposed = f"{first if len(first) <= room else first[: room - 1].rstrip() + '…'}{end}"
        if proposed.casefold() not in used:
            return proposed
    raise AssertionError("numbers do not end")


def _without_what_if(title: str) -> str:
    """That title without the mark of a copy in any language."""
    for language in languages():
        words = words_in(language)
        once = words("sessions.what_if_title", title="")
        again = words("sessions.what_if_again", title="", number="0")
        title = re.sub(rf"(?:{re.escape(once)}|{re.escape(again).replace('0', chr(92) + 'd+')})$", "", title)
    return title


def _titles_beside(path: Path) -> list[str]:
    """The titles of the other sessions of that folder."""
    return [summary(file).title for file in path.parent.glob(f"*{SUFFIX}") if file != path]
