"""Giving a session another title."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from enacting.journal import JournalError
from enacting.remaking import TITLE_LENGTH, rename_session
from enacting.ui import paint, theme
from enacting.ui.app import App
from enacting.ui.screen import Dialog
from enacting.ui.screens.message import tell_failure
from enacting.ui.sheet import Column, Sheet, split


class Rename(Dialog):
    """The title, in a field; `after` is given where the session is now."""

    def __init__(self, app: App, path: Path, title: str, after: Callable[[Path], None]) -> None:
        super().__init__(app)
        self.path = path
        self.title = title
        self.after = after
        app.forget_fields("new-title")

    def arrive(self) -> None:
        """Type at once, in place of the title there is."""
        field = self.app.field("new-title", self.title, TITLE_LENGTH)
        field.click(0)
        field.click(len(field.text.text), extend=True)
        self.app.focus = "new-title"

    def lay_out(self, sheet: Sheet) -> None:
        """The field, and what becomes of the files."""
        words = sheet.words
        style, button = paint.body(sheet.scale), max(sheet.px(62), sheet.em(2.6))
        inside = self.panel(sheet, 40, sheet.em(11) + button)
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        area = pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - sheet.px(14))
        column = Column(sheet, area, "rename")
        column.heading("rename-title", words("rename.title"), theme.TITLE)
        column.gap(14)
        sheet.field(
            "new-title",
            column.block(max(sheet.px(58), sheet.em(2.5))),
            self.app.field("new-title", self.title, TITLE_LENGTH),
            words("rename.field"),
            focused=self.app.focus == "new-title",
            placeholder=words("rename.field"),
            intent=self._keep,
        )
        column.gap(14)
        column.text("rename-text", words("rename.text"), style, theme.TEXT_SECOND)
        column.end()
        cancel, keep = split(foot, 2, sheet.px(14))
        sheet.button("cancel", cancel, words("common.cancel"), self.app.close, dress=paint.ON_PAPER, size=22)
        sheet.button("keep-title", keep, words("rename.keep"), self._keep, dress=paint.MAIN, size=22, main=True)

    def _keep(self) -> None:
        title = self.app.field("new-title").text.text.strip()
        if not title:
            return
        self.app.close()
        try:
            path = rename_session(self.path, title)
        except (JournalError, OSError) as failure:
            tell_failure(self.app, failure)
        else:
            self.after(path)
