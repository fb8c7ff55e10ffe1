"""Next steps on the screen: what will be done after the session, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enacting.engine.game import FACILITATOR, LINE_LENGTH, SENTENCE_LENGTH, NextStep
from enacting.engine.moves import AddNextStep, CorrectNextStep, Move, RemoveNextStep
from enacting.language.words import Words
from enacting.ui.destinations import NextStepForm
from enacting.ui.dialogs.form import FormDialog
from enacting.ui.dialogs.form_rows import field_row, introduction
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Role
from enacting.ui.items.keys import GO
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.window.app import App

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

STEP_FIELDS: Final = "step-"
WHAT, WHO, WHEN = FIELDS = (f"{STEP_FIELDS}what", f"{STEP_FIELDS}who", f"{STEP_FIELDS}when")
TITLE_SIZE: Final = 24


def lay_out_list(column: Column, table: Table) -> None:
    """The next steps written down, each a click from being corrected, and a button for one more."""
    words, steps = column.layout.words, table.game.next_steps
    column.heading("next-steps-title", words("next_steps.title"), TITLE_SIZE)
    column.gap(Space.TINY)
    style = body_type(column.layout.scale, 20)
    column.text("next-steps-text", words("next_steps.text"), style, palette().text_second)
    column.gap(Space.SMALL)
    for number, step in enumerate(steps, start=1):
        says = words("next_steps.numbered", number=number, step=step_text(step, words))
        with column.button_box(f"step-{number}", says, NextStepForm(number)) as box:
            bold = bold_type(column.layout.scale, 20)
            box.text(f"step-what-{number}", step.what, bold, palette().text, role=Role.DECOR)
            if who_and_when(step):
                box.text(f"step-who-{number}", who_and_when(step), style, palette().text_second, role=Role.DECOR)
        column.gap(Space.SMALL)
    column.buttons((Action("add-step", words("next_steps.add"), NextStepForm(), "plus"),), align="left")


def who_and_when(step: NextStep) -> str:
    """Who does it and when, as far as it was said."""
    return " · ".join(part for part in (step.who, step.when) if part)


def step_text(step: NextStep, words: Words) -> str:
    """The step in one line."""
    about = who_and_when(step)
    return words("common.labelled", label=step.what, text=about) if about else step.what


class NextStepDialog(FormDialog):
    """What, who and when, of a step to come; `number` is that of one written down, 0 for a new one."""

    def __init__(self, app: App, table: Table, number: int = 0) -> None:
        super().__init__(app, STEP_FIELDS, str(number))
        self.table = table
        self.number = number
        steps = table.game.next_steps
        self.step = steps[number - 1] if number else NextStep(what="")

    def arrive(self) -> None:
        """Type at once."""
        self.app.focus = self.app.focus or WHAT

    def lay_out(self, layout: Layout) -> None:
        """Three fields, and the button that keeps them."""
        words, number = layout.words, self.number
        footer = (
            Action("cancel", words("common.cancel"), self.app.close),
            *([Action("remove-step", words("next_steps.remove"), self._remove, "trash")] if number else []),
            Action("keep-step", words("next_steps.keep"), self._keep, "check", GO, main=True),
        )
        title = words("next_steps.change" if number else "next_steps.add")
        with dialog(layout, "next-step", title, width=46, footer=footer) as column:
            introduction(column, "next-step-text", words("next_steps.help"))
            texts = (self.step.what, self.step.who, self.step.when)
            lengths = (SENTENCE_LENGTH, LINE_LENGTH, LINE_LENGTH)
            for name, text, max_length in zip(FIELDS, texts, lengths, strict=True):
                column.gap(Space.MEDIUM)
                label = words(f"next_steps.{name.removeprefix('step-')}")
                column.text(f"{name}-label", label, bold_type(layout.scale, 20), palette().text_second, role=Role.DECOR)
                field_row(
                    column,
                    self.app,
                    name,
                    max_length,
                    label,
                    text=text,
                    placeholder=words(f"next_steps.{name.removeprefix('step-')}_example"),
                    multiline=name == WHAT,
                    intent=None if name == WHAT else self._keep,
                )

    def _keep(self) -> None:
        what, who, when = (self.app.field(name).text.text.strip() for name in FIELDS)
        if self.number and NextStep(what=what, who=who, when=when) == self.step:
            self.app.close()
            return
        move: Move = (
            CorrectNextStep(by=FACILITATOR, step=self.number, what=what, who=who, when=when)
            if self.number
            else AddNextStep(by=FACILITATOR, what=what, who=who, when=when)
        )
        self.table.play_from_dialog(move)

    def _remove(self) -> None:
        self.table.play_from_dialog(RemoveNextStep(by=FACILITATOR, step=self.number))
