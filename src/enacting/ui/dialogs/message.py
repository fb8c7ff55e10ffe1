"""A message with buttons under it, and the messages shown when something fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pygame

from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split
from enacting.ui.window.app import App, Dialog
from enacting.ui.window.system_programs import show_in_system


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to a message; `act` None only closes it."""

    text: str
    act: Callable[[], None] | None = None
    main: bool = False
    danger: bool = False


class MessageDialog(Dialog):
    """A title, some lines, some answers."""

    def __init__(self, app: App, title: str, lines: Sequence[str], choices: Sequence[Choice] = ()) -> None:
        super().__init__(app)
        self.title = title
        self.lines = lines
        self.choices = choices or (Choice(app.words("common.understood"), main=True),)

    def lay_out(self, layout: Layout) -> None:
        """The lines scroll when there are many; the answers stay in sight."""
        style, width = paint.body(layout.scale), layout.em(34)
        width = min(width, layout.rect.width - layout.px(150))
        title = layout.text_height(self.title, paint.title(layout.scale), width, balanced=True)
        text = title + sum(layout.text_height(line, style, width) + layout.px(10) for line in self.lines)
        button = round(layout.button_height(22) * 1.2)
        inner = self.panel(layout, 40, text + button + layout.em(3))
        area = pygame.Rect(inner.left, inner.top, inner.width, inner.height - button - layout.px(20))
        column = Column(layout, area, "message")
        column.heading("message-title", self.title, theme.TITLE)
        column.gap(14)
        for index, line in enumerate(self.lines):
            column.text(f"message-line-{index}", line, style, palette().text)
            column.gap(10)
        column.end()
        footer = pygame.Rect(inner.left, inner.bottom - button, inner.width, button)
        for index, (choice, rect) in enumerate(
            zip(self.choices, split(footer, len(self.choices), layout.px(16)), strict=True)
        ):
            layout.button(
                f"answer-{index}",
                rect,
                choice.text,
                self._answer(choice),
                style=paint.styles().main
                if choice.main
                else paint.styles().danger
                if choice.danger
                else paint.styles().on_paper,
                size=22,
                main=choice.main,
                role=Role.BUTTON,
            )

    def _answer(self, choice: Choice) -> Callable[[], None]:
        def answer() -> None:
            self.app.close()
            if choice.act is not None:
                choice.act()

        return answer


def show_failure(app: App, failure: Exception) -> None:
    """Show what went wrong in the person's language; an unexpected failure is raised."""
    lines = failure_lines(app, failure)
    if lines is None:
        raise failure
    app.open(MessageDialog(app, lines[0], lines[1:]))


def failure_lines(app: App, failure: Exception) -> list[str] | None:
    """A title, then the lines that explain it; None for an unexpected failure."""
    from enacting.box.problems import BrokenBox, format_problem
    from enacting.session.journal import JournalError

    if isinstance(failure, BrokenBox):
        problems = [format_problem(problem, app.words) for problem in failure.shown]
        more = [app.words("command.more_problems", count=failure.more)] if failure.more else []
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
