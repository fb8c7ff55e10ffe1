"""A dialog with one text field: a path, a title."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from enacting.ui.dialogs.form import FormDialog
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type
from enacting.ui.window.app import App


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPrompt:
    """What is asked: the ids of the items (`name` is their prefix), the keys of the texts, the length limit."""

    name: str
    title: str
    text: str
    field: str
    label: str
    max_length: int
    button: str
    accept: str


class FieldDialog(FormDialog):
    """A title, what to type, the field, and two buttons: cancel, and accept, which Enter does too."""

    def __init__(
        self, app: App, prompt: FieldPrompt, accept: Callable[[], None], value: str = "", *subject: str
    ) -> None:
        super().__init__(app, prompt.field, *subject)
        self.prompt = prompt
        self.value = value
        self._accept = accept

    def arrive(self) -> None:
        """Focus the field."""
        self.app.focus = self.app.focus or self.prompt.field

    def select_all(self) -> None:
        """Select what the field proposes: what is typed takes its place."""
        field = self.app.field(self.prompt.field, self.value, self.prompt.max_length)
        field.click(0)
        field.click(len(field.text.text), extend=True)

    @property
    def typed(self) -> str:
        """The text of the field."""
        return self.app.field(self.prompt.field, self.value, self.prompt.max_length).text.text

    def lay_out(self, layout: Layout) -> None:
        """The rows, scrolled when needed; the buttons stay in sight."""
        words, prompt = layout.words, self.prompt
        footer = (
            Action("cancel", words("common.cancel"), self.app.close),
            Action(prompt.button, words(prompt.accept), self._accept, main=True),
        )
        with dialog(layout, prompt.name, self.title(), width=40, footer=footer) as column:
            self.rows(column)

    def title(self) -> str:
        """The title of the dialog."""
        return self.app.words(self.prompt.title)

    def rows(self, column: Column) -> None:
        """What to type, then the field."""
        column.gap(Space.MEDIUM)
        text = column.layout.words(self.prompt.text)
        column.text(f"{self.prompt.name}-text", text, body_type(column.layout.scale), palette().text)
        column.gap(Space.MEDIUM)
        self.entry(column)

    def entry(self, column: Column) -> None:
        """The field."""
        layout, prompt, label = column.layout, self.prompt, column.layout.words(self.prompt.label)
        layout.field(
            prompt.field,
            column.block(layout.row_height()),
            self.app.field(prompt.field, self.value, prompt.max_length),
            label,
            placeholder=label,
            intent=self._accept,
        )
