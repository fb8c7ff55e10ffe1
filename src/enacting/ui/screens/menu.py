"""The menu of a session: going on, settings, help, leaving. Nothing is lost by leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.ui import paint, theme
from enacting.ui.app import App
from enacting.ui.item import Act
from enacting.ui.screen import Dialog
from enacting.ui.sheet import Column, Sheet

if TYPE_CHECKING:
    from enacting.ui.screens.table import Table


class Menu(Dialog):
    """What is not part of playing."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def lay_out(self, sheet: Sheet) -> None:
        """A column of buttons, and the sentence that says the session is safe."""
        words, table = sheet.words, self.table
        glossary = table.box.description.glossary
        rows = (
            ("go-on", words("menu.go_on"), self.app.close, "play"),
            ("recap", words("recap.title"), self._then(table.recap), "clipboard-text"),
            ("overview", words("overview.title"), self._then(table.overview), "path"),
            ("parts", words("menu.parts"), self._then(table.parts), "list"),
            ("speech", words("speech.title"), self._then(table.speech), "microphone"),
            ("harvest", words("menu.harvest"), self._then(self._harvest), "file-text"),
            ("read", words("menu.read"), self._then(self.app.aloud.screen), "speaker-high"),
            ("text", words("menu.text"), self._then(self.app.show_text), "text-aa"),
            ("settings", words("title.settings"), self._then(self._settings), "gear"),
            ("help", words("title.help"), self._then(table.help), "question"),
            *((("glossary", words("glossary.title"), self._then(self._glossary), "book-open"),) if glossary else ()),
            ("leave", words("menu.leave"), self._leave, "house"),
            ("quit", words("menu.quit"), self._quit, "sign-out"),
        )
        high = max(sheet.px(60), sheet.em(2.5))
        inside = self.panel(sheet, 28, len(rows) * (high + sheet.px(12)) + sheet.em(7))
        column = Column(sheet, inside, "menu")
        column.heading("menu-title", table.session.title, theme.TITLE_SMALL)
        column.gap(4)
        column.text(
            "menu-safe",
            words("menu.safe" if table.session.failure is None else "unsaved.menu", file=table.session.path.name),
            paint.body(sheet.scale, 18),
            theme.TEXT_SECOND,
        )
        column.gap(14)
        for index, (name, text, act, icon) in enumerate(rows):
            sheet.button(
                name,
                pygame.Rect(column.block(high)),
                text,
                act,
                dress=paint.MAIN if index == 0 else paint.SOFT,
                size=21,
                icon=icon,
                align="left",
                main=index == 0,
                keys="h" if name == "overview" else "",
                pad=18,
            )
            column.gap(12)
        column.end()

    def _then(self, act: Act) -> Act:
        def close_then() -> None:
            self.app.close()
            act()

        return close_then

    def _harvest(self) -> None:
        self.table.write_harvest()
        if self.table.harvest_files:
            self.app.say(self.app.words("menu.harvest_written", folder=self.table.harvest_files[0].parent))

    def _glossary(self) -> None:
        from enacting.ui.screens.glossary import Glossary

        self.app.open(Glossary(self.app, self.table.box))

    def _settings(self) -> None:
        from enacting.ui.screens.settings import SettingsScreen

        self.app.open(SettingsScreen(self.app))

    def _leave(self) -> None:
        self.app.close()
        self.table.leave()

    def _quit(self) -> None:
        self.app.close()
        self.app.quit()
