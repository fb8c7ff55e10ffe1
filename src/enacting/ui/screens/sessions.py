"""The sessions on this computer, to be taken up again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pygame

from enacting import paths
from enacting.journal import Summary
from enacting.ui import paint, theme
from enacting.ui.app import App
from enacting.ui.library import sessions
from enacting.ui.screen import Dialog
from enacting.ui.sheet import Column, Sheet
from enacting.words import Words


class Sessions(Dialog):
    """A list, the latest first."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.sessions = sessions()

    def lay_out(self, sheet: Sheet) -> None:
        """Each session with its date, its people and how far it went."""
        words = sheet.words
        inside = self.panel(sheet, 44, sheet.em(10) + len(self.sessions) * sheet.em(5))
        button = sheet.button_height()
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - sheet.px(16))
        column = Column(sheet, area, "sessions")
        column.heading("sessions-title", words("sessions.title"), theme.TITLE)
        column.gap(6)
        folder = words("sessions.folder", folder=paths.sessions_folder())
        column.text("sessions-folder", folder, paint.body(sheet.scale, 17), theme.TEXT_SECOND)
        column.gap(14)
        for index, session in enumerate(self.sessions):
            sheet.button(
                f"session-{index}",
                column.block(max(sheet.px(84), sheet.em(4))),
                session.title,
                self._resumes(session),
                second=self._about(session),
                icon="play",
                align="left",
                size=22,
                main=index == 0,
                pad=18,
            )
            column.gap(10)
        column.end()
        foot = pygame.Rect(inside.right - sheet.em(10), inside.bottom - button, sheet.em(10), button)
        sheet.button("close", foot, words("common.close"), self.app.close, dress=paint.ON_PAPER)

    def _about(self, session: Summary) -> str:
        words = self.app.words
        when = datetime.fromtimestamp(session.changed)
        day = words("common.date", day=when.day, month=words(f"month.{when.month}"), year=when.year)
        time = words("common.time", hour=when.hour, minute=f"{when.minute:02}")
        return f"{day}, {time} · {about_session(session, words)}"

    def _resumes(self, session: Summary) -> Callable[[], None]:
        def resume_it() -> None:
            from enacting.ui.screens.table import resume

            self.app.close()
            resume(self.app, session.path)

        return resume_it


def about_session(session: Summary, words: Words) -> str:
    """How many people play it, and how far it went."""
    if session.trouble:
        return words("journal.listed")
    people, actions = words("title.people", count=len(session.players)), words("title.actions", count=session.moves)
    return f"{people} · {actions}"
