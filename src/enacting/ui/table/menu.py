"""The menu of a session: going on, settings, help, leaving. Nothing is lost by leaving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from enacting.session.metadata import read_metadata
from enacting.ui.destinations import Glossary, Home, Overview, Parts, Preferences, Recap, ScreenText, Speech
from enacting.ui.dialogs.write_privacy_notice import show_notice
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Intent
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import grid, split
from enacting.ui.table.write_report import ask_report_of
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


ROOM_FOR_TWO: Final = 56
"""How many ems wide a window must be for two columns."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A button of the menu."""

    name: str
    text: str
    intent: Intent
    icon: str


class Menu(Dialog):
    """What is not part of playing."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def lay_out(self, layout: Layout) -> None:
        """Going on, then two columns of what can be seen of the session and of the game; leaving comes last."""
        words, session = layout.words, self.table.session
        across = 2 if layout.columns >= ROOM_FOR_TWO else 1
        high, gap = max(layout.px(60), layout.em(2.5)), layout.px(12)
        safe = words("menu.safe" if session.failure is None else "unsaved.menu", file=session.path.name)
        style, title = paint.body(layout.scale, 18), Type(Face.TITLE_700, layout.scale.text(theme.TITLE_SMALL))
        width = min(layout.em(24 * across), layout.rect.width - layout.px(56)) - layout.px(94)
        text = layout.text_height(session.title, title, width, balanced=True) + layout.text_height(safe, style, width)
        inside = self.panel(layout, 24 * across, text + self._lines(across) * (high + gap) + layout.px(44))
        column = Column(layout, inside, "menu")
        column.heading("menu-title", session.title, theme.TITLE_SMALL)
        column.gap(4)
        column.text("menu-safe", safe, style, palette().text_second)
        column.gap(14)
        go_on = Entry("go-on", words("menu.go_on"), self.app.close, "play")
        self._entry(layout, column.block(high), go_on, main=True)
        if across == 2:
            self._in_two_columns(column, high, gap)
        else:
            for entry in (*self._session(), *self._game(), *self._ways_out()):
                column.gap(12)
                self._entry(layout, column.block(high), entry)
        column.end()

    def _lines(self, across: int) -> int:
        """How many buttons are one above the other."""
        groups = len(self._session()), len(self._game()), len(self._ways_out())
        return 2 + max(groups[:2]) if across == 2 else 1 + sum(groups)

    def _in_two_columns(self, column: Column, high: int, gap: int) -> None:
        layout, between = column.layout, column.layout.px(24)
        groups = self._session(), self._game()
        column.gap(24)
        area = column.block(max(map(len, groups)) * (high + gap) - gap)
        for entries, side in zip(groups, split(area, 2, between), strict=True):
            for entry, rect in zip(entries, grid(side, len(entries), 1, high, gap), strict=True):
                self._entry(layout, rect, entry)
        column.gap(24)
        for entry, rect in zip(self._ways_out(), split(column.block(high), 2, between), strict=True):
            self._entry(layout, rect, entry)

    def _entry(self, layout: Layout, rect: pygame.Rect, entry: Entry, *, main: bool = False) -> None:
        layout.button(
            entry.name,
            rect,
            entry.text,
            entry.intent,
            style=paint.styles().main if main else paint.styles().soft,
            size=21,
            icon=entry.icon,
            align="left",
            main=main,
            keys="h" if entry.name == "overview" else "",
            pad=18,
        )

    def _session(self) -> list[Entry]:
        """What is known of the session, and what can be written of it."""
        words, table = self.app.words, self.table
        return [
            Entry("recap", words("recap.title"), self._then(Recap()), "clipboard-text"),
            Entry("overview", words("overview.title"), self._then(Overview()), "path"),
            Entry("parts", words("menu.parts"), self._then(Parts()), "list"),
            Entry("speech", words("speech.title"), self._then(Speech()), "microphone"),
            Entry("harvest", words("naming.title"), self._then(lambda: ask_report_of(table)), "file-text"),
            Entry("notice", words("notice.button"), self._then(self._notice), "info"),
        ]

    def _game(self) -> list[Entry]:
        """The same for any session."""
        words, app = self.app.words, self.app
        glossary = Entry("glossary", words("glossary.title"), self._then(Glossary()), "book-open")
        return [
            Entry("help", words("title.help"), self._then(self.table.help), "question"),
            *([glossary] if self.table.box.description.glossary else []),
            Entry("read", words("menu.read"), self._then(app.read_screen_aloud), "speaker-high"),
            Entry("text", words("menu.text"), self._then(ScreenText()), "text-aa"),
            Entry("settings", words("title.settings"), self._then(Preferences()), "gear"),
        ]

    def _ways_out(self) -> list[Entry]:
        words = self.app.words
        return [
            Entry("leave", words("menu.leave"), self._then(Home()), "house"),
            Entry("quit", words("menu.quit"), self._then(self.app.quit), "sign-out"),
        ]

    def _then(self, intent: Intent) -> Act:
        def close_then() -> None:
            self.app.close()
            self.app.perform(intent)

        return close_then

    def _notice(self) -> None:
        show_notice(self.app, read_metadata(self.table.session.path).days)
