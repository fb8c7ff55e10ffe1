"""The menu of a session: going on, settings, help, leaving. Nothing is lost by leaving."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from enacting.session.metadata import read_metadata
from enacting.ui.destinations import Glossary, Home, NewTexts, Overview, Parts, Preferences, Recap, ScreenText, Speech
from enacting.ui.dialogs.write_privacy_notice import show_notice
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Stack
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Act, Intent
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type
from enacting.ui.table.table_dialog import TableDialog
from enacting.ui.table.write_report import ask_report_of, make_board_pictures, print_table

ROOM_FOR_TWO: Final = 56
"""How many ems wide a window must be for two columns."""


class MenuDialog(TableDialog):
    """What is not part of playing."""

    def lay_out(self, layout: Layout) -> None:
        """Going on, then two columns of what can be seen of the session and of the game; leaving comes last."""
        words, session, columns = layout.words, self.table.session, 2 if layout.columns >= ROOM_FOR_TWO else 1
        safe = words("menu.safe" if session.failure is None else "unsaved.menu", file=session.path.name)
        go_on = Action("go-on", words("menu.go_on"), self.app.close, "play", main=True)
        with dialog(layout, "menu", session.title, width=24 * columns, title_size=theme.TITLE_SMALL) as column:
            column.gap(Space.TINY)
            column.text("menu-safe", safe, body_type(layout.scale, 18), palette().text_second)
            column.gap(Space.MEDIUM)
            if columns == 1:
                _lay_out_entries(column, (go_on, *self._session(), *self._game(), *self._ways_out()))
            else:
                _lay_out_entries(column, (go_on,))
                for groups in ((self._session(), self._game()), ([entry] for entry in self._ways_out())):
                    column.gap(Space.WIDE)
                    column.side_by_side(groups, _lay_out_entries, Space.WIDE)

    def _session(self) -> list[Action]:
        """What is known of the session, and what can be written of it."""
        words, table = self.app.words, self.table
        new_texts = Action("new-texts", words("new_texts.button"), self._then(NewTexts()), "note-pencil")
        return [
            Action("recap", words("recap.title"), self._then(Recap()), "clipboard-text"),
            Action("overview", words("overview.title"), self._then(Overview()), "path", keys="h"),
            Action("parts", words("menu.parts"), self._then(Parts()), "list"),
            Action("speech", words("speech.title"), self._then(Speech()), "microphone"),
            Action("harvest", words("naming.title"), self._then(lambda: ask_report_of(table)), "file-text"),
            Action(
                "board-picture", words("board_picture.make"), self._then(lambda: make_board_pictures(table)), "image"
            ),
            Action("print-table", words("standing.make"), self._then(lambda: print_table(table)), "cards"),
            Action("notice", words("notice.button"), self._then(self._notice), "info"),
            *([new_texts] if table.offers_new_texts else []),
        ]

    def _game(self) -> list[Action]:
        """The same for any session."""
        words, app = self.app.words, self.app
        glossary = Action("glossary", words("glossary.title"), self._then(Glossary()), "book-open")
        return [
            Action("help", words("title.help"), self._then(self.table.help), "question"),
            *([glossary] if self.table.box.description.glossary else []),
            Action("read", words("menu.read"), self._then(app.read_screen_aloud), "speaker-high"),
            Action("text", words("menu.text"), self._then(ScreenText()), "text-aa"),
            Action("settings", words("title.settings"), self._then(Preferences()), "gear"),
        ]

    def _ways_out(self) -> list[Action]:
        words = self.app.words
        return [
            Action("leave", words("menu.leave"), self._then(Home()), "house"),
            Action("quit", words("menu.quit"), self._then(self.app.quit), "sign-out"),
        ]

    def _then(self, intent: Intent) -> Act:
        def close_then() -> None:
            self.app.close()
            self.app.perform(intent)

        return close_then

    def _notice(self) -> None:
        show_notice(self.app, read_metadata(self.table.session.path).days)


def _lay_out_entries(column: Stack, entries: Sequence[Action]) -> None:
    style = button_styles().soft
    column.button_list(entries, column.layout.row_height(), size=21, style=style, align="left", pad=18)
