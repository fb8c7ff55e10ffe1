"""Erasing a session: what will go, asked before; then what has gone, and what has not.

Law: nothing goes that was not shown, and erasing nothing is what is done by default.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pygame

from enacting.belongings import Belonging, What, belongings_of
from enacting.erasing import Erased, erase_session, must_be_free
from enacting.journal import DamagedSession, JournalError, NotASession, summary
from enacting.ui import paint, theme
from enacting.ui.app import App
from enacting.ui.icons import Weight
from enacting.ui.item import Act, Item
from enacting.ui.screen import Dialog
from enacting.ui.screens.message import Choice, MessageDialog, tell_failure
from enacting.ui.sheet import Column, Sheet, weighted
from enacting.ui.typeset import Type
from enacting.words import Words

ICONS: Final = {
    What.SESSION: "cards",
    What.COPY: "copy",
    What.ASIDE: "warning",
    What.SLIP: "clock",
    What.REPORT: "file-html",
    What.ACCIDENT: "lightning",
}


def ask_to_erase(app: App, path: Path, after: Callable[[], None]) -> None:
    """Show what would be erased with that session, and ask; `after` is called once it is erased and that was read.

    A session that a window holds is refused.
    """
    words = app.words
    try:
        must_be_free(path)
    except JournalError as failure:
        refuse(app, failure)
        return
    lines = [Paragraph(words("erase.text", title=summary(path).title)), *_files_told(belongings_of(path), words)]
    choices = (
        Choice(words("erase.no"), main=True),
        Choice(words("erase.yes"), lambda: _erase(app, path, after), danger=True),
    )
    app.open(Paragraphs(app, words("erase.title"), lines, choices))


def _erase(app: App, path: Path, after: Act) -> None:
    try:
        erased = erase_session(path)
    except (JournalError, OSError) as failure:
        refuse(app, failure)
        return
    words = app.words
    title = words("erase.not_all" if erased.left else "erase.done")
    lines = [*kept_told(erased, words), *gone_told(erased, words), Paragraph(words("erase.traces"), quiet=True)]
    app.open(Paragraphs(app, title, lines, (Choice(words("common.close"), main=True),), after))


def refuse(app: App, failure: Exception) -> None:
    """Say in one sentence why nothing was erased."""
    words = app.words
    match failure:
        case DamagedSession() | NotASession():
            why = words("forget.damaged")
        case JournalError():
            why = words(failure.word_key, **failure.fields)
        case _:
            tell_failure(app, failure)
            return
    app.open(MessageDialog(app, words("erase.refused"), [why]))


def gone_told(erased: Erased, words: Words) -> list[Paragraph]:
    """The files that are no longer there."""
    if not erased.gone:
        return []
    return [Paragraph(words("erase.gone")), *_files_told(erased.gone, words)]


def kept_told(erased: Erased, words: Words) -> list[Paragraph]:
    """The files that are still there: those the system keeps, the whole copies elsewhere, the reports perhaps."""
    return [
        *(
            Paragraph(words("erase.left", file=one.belonging.file, why=one.why), "warning-circle")
            for one in erased.left
        ),
        *(Paragraph(words("erase.capsules", file=file), "warning-circle") for file in erased.capsules),
        *(Paragraph(words("erase.perhaps", file=file), "question") for file in erased.perhaps),
    ]


def _files_told(files: Sequence[Belonging], words: Words) -> list[Paragraph]:
    """What each file is to its session, with its name; the session itself comes first."""
    return [Paragraph(words(f"erase.what.{one.what}", file=one.file.name), ICONS[one.what]) for one in reversed(files)]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Something said in a dialog; with an icon it is one of a list."""

    text: str
    icon: str = ""
    quiet: bool = False


class Paragraphs(Dialog):
    """A title, paragraphs and lists which scroll when there are many, and answers that stay in sight."""

    def __init__(
        self,
        app: App,
        title: str,
        paragraphs: Sequence[Paragraph],
        choices: Sequence[Choice],
        closed: Act | None = None,
    ) -> None:
        """`closed` is called whichever way it closes."""
        super().__init__(app)
        self.title = title
        self.paragraphs = paragraphs
        self.choices = choices
        self.closed = closed

    def lay_out(self, sheet: Sheet) -> None:
        """As high as what it says, in the window."""
        title = paint.title(sheet.scale)
        width = min(sheet.em(42), sheet.rect.width - sheet.px(136)) - sheet.px(94)
        text = sheet.text_height(self.title, title, width, balanced=True)
        text += sum(self._height(sheet, one, width) + sheet.px(10) for one in self.paragraphs)
        button = round(sheet.button_height(22) * 1.2)
        inside = self.panel(sheet, 42, text + button + sheet.px(44))
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - sheet.px(20))
        column = Column(sheet, area, "paragraphs")
        column.heading("paragraphs-title", self.title, theme.TITLE)
        column.gap(14)
        for index, one in enumerate(self.paragraphs):
            self._paragraph(column, index, one)
            column.gap(10)
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        rects = weighted(foot, [sheet.button_width(one.text, 22) for one in self.choices], sheet.px(16))
        for index, (choice, rect) in enumerate(zip(self.choices, rects, strict=True)):
            dress = paint.MAIN if choice.main else paint.DANGER if choice.danger else paint.ON_PAPER
            act = self._answer(choice)
            sheet.button(f"answer-{index}", rect, choice.text, act, dress=dress, size=22, main=choice.main)

    def _type(self, sheet: Sheet, one: Paragraph) -> Type:
        return paint.body(sheet.scale, 18 if one.quiet else 20 if one.icon else theme.BODY)

    def _indent(self, sheet: Sheet, one: Paragraph) -> int:
        return sheet.em(1.7) if one.icon else 0

    def _height(self, sheet: Sheet, one: Paragraph, width: int) -> int:
        return sheet.text_height(one.text, self._type(sheet, one), width - self._indent(sheet, one))

    def _paragraph(self, column: Column, index: int, one: Paragraph) -> None:
        sheet, style, indent = column.sheet, self._type(column.sheet, one), self._indent(column.sheet, one)
        rect = column.block(self._height(sheet, one, column.width))
        if one.icon:
            side = round(style.size * 1.2)
            place = pygame.Rect(rect.left, rect.top + (style.line_height - side) // 2, side, side)
            look = paint.Symbol(icon=one.icon, weight=Weight.BOLD, size=side, colour=theme.TEXT_SECOND)
            sheet.add(Item(id=f"paragraph-icon-{index}", rect=place, look=look))
        area = pygame.Rect(rect.left + indent, rect.top, rect.width - indent, rect.height)
        colour = theme.TEXT_SECOND if one.quiet else theme.TEXT
        sheet.label(f"paragraph-{index}", area, one.text, style, colour)

    def _answer(self, choice: Choice) -> Act:
        def answer() -> None:
            self.back()
            if choice.act is not None:
                choice.act()

        return answer

    def back(self) -> None:
        """Escape closes."""
        self.app.close()
        if self.closed is not None:
            self.closed()
