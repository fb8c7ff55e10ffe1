"""A message with buttons under it, and the messages shown when something fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Act
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
from enacting.ui.items.type_styles import body_type
from enacting.ui.window.app import App, Dialog
from enacting.ui.window.system_programs import show_in_system


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to a message; `act` None only closes it."""

    text: str
    act: Act | None = None
    main: bool = False
    danger: bool = False


@dataclass(frozen=True, slots=True)
class MessageParagraph:
    """A paragraph of a message. With an icon it is an entry of a list; `quiet` ones are smaller and greyer."""

    text: str
    icon: str = ""
    quiet: bool = False


class MessageDialog(Dialog):
    """A title, paragraphs and lists that scroll when there are many, and answers that stay in sight."""

    def __init__(
        self,
        app: App,
        title: str,
        paragraphs: Sequence[str | MessageParagraph],
        choices: Sequence[Choice] = (),
        *,
        closed: Act | None = None,
    ) -> None:
        """`closed` is called however it closes, before the act of the answer."""
        super().__init__(app)
        self.title = title
        self.paragraphs = [MessageParagraph(text) if isinstance(text, str) else text for text in paragraphs]
        self.choices = choices or (Choice(app.words("common.understood"), main=True),)
        self.closed = closed

    @property
    def texts(self) -> list[str]:
        """What it says, paragraph by paragraph."""
        return [paragraph.text for paragraph in self.paragraphs]

    def lay_out(self, layout: Layout) -> None:
        """The paragraphs, and each answer as wide as its words need."""
        footer = [
            Action(
                f"answer-{index}",
                choice.text,
                self._answer(choice),
                main=choice.main,
                danger=choice.danger,
                share=layout.button_width(choice.text, theme.BUTTON),
            )
            for index, choice in enumerate(self.choices)
        ]
        with dialog(layout, "message", self.title, width=42, footer=footer) as column:
            for index, paragraph in enumerate(self.paragraphs):
                column.gap(Space.MEDIUM)
                _lay_out_paragraph(column, index, paragraph)

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


def _lay_out_paragraph(column: Column, index: int, paragraph: MessageParagraph) -> None:
    layout = column.layout
    style = body_type(layout.scale, 18 if paragraph.quiet else theme.BODY)
    colour = palette().text_second if paragraph.quiet else palette().text
    if not paragraph.icon:
        column.text(f"message-line-{index}", paragraph.text, style, colour)
        return
    indent = layout.em(1.7)
    height = layout.text_height(paragraph.text, style, column.width - indent)
    icon, text = column.row(height, (indent, REST), 0)
    icon = pygame.Rect(icon.left, icon.top, round(style.size * 1.2), style.line_height)
    layout.symbol(f"message-icon-{index}", icon, paragraph.icon, icon.width, palette().text_second, weight=Weight.BOLD)
    layout.label(f"message-line-{index}", text, paragraph.text, style, colour)


def show_failure(app: App, failure: Exception) -> None:
    """Show what went wrong in the person's language; an unexpected failure is raised."""
    lines = failure_lines(app, failure)
    if lines is None:
        raise failure
    app.open(MessageDialog(app, lines[0], lines[1:]))


def failure_lines(app: App, failure: Exception) -> list[str] | None:
    """A title, then the lines that explain it; None for an unexpected failure."""
    from enacting.box.findings import describe, groups, shown_first
    from enacting.box.problems import BrokenBox
    from enacting.session.journal import JournalError

    if isinstance(failure, BrokenBox):
        shown, left = shown_first(groups(failure.problems))
        problems = [" · ".join(map(str.strip, describe(group, app.words))) for group in shown]
        more = [app.words("command.more_problems", count=left)] if left else []
        return [app.words("failure.box"), *problems, *more]
    if isinstance(failure, JournalError):
        return [app.words("failure.session"), app.words(failure.word_key, **failure.fields)]
    if isinstance(failure, OSError):
        return [
            app.words("failure.file"),
            app.words("failure.file_why", file=failure.filename or "", why=failure.strerror),
        ]
    return None


def show_file(app: App, file: Path, opened_key: str = "") -> None:
    """Open a file or a folder with the system's program, or say that it cannot be opened.

    `opened_key` is the key of the sentence shown when it was opened."""
    shown = show_in_system(file)
    if not shown or opened_key:
        app.show_message(app.words(opened_key if shown else "harvest_screen.cannot_open", folder=file))
