"""Questions of the box to set the talk going: one beside the table, or one in large letters over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enacting.engine.cards import QuestionCard
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Layout
from enacting.ui.table.table_dialog import TableDialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def question_of_the_moment(table: Table) -> QuestionCard | None:
    """The question of this activity that lies beside the table; None where the box has none."""
    return table.box.questions[table.prompt] if table.prompt is not None else None


def another_question(table: Table) -> tuple[Action, ...]:
    """The button that brings the next question, where there is more than one."""
    if len(table.prompts()) < 2:
        return ()
    return (Action("another-question", table.words("debrief.another"), table.next_prompt, "repeat"),)


class PromptDialog(TableDialog):
    """One question at a time."""

    def lay_out(self, layout: Layout) -> None:
        """The question, another one, back to the table."""
        words, question = layout.words, question_of_the_moment(self.table)
        assert question is not None
        style = Type(Face.TITLE_700, layout.scale.text(44 if layout.columns >= 60 else 30))
        footer = (
            Action("another", words("debrief.another"), self.table.next_prompt, "repeat"),
            Action("close", words("common.close"), self.app.close, main=True),
        )
        with dialog(layout, "prompt", width=48, footer=footer) as column:
            column.text("prompt", question.text, style, palette().text, balanced=True, role=Role.HEADING)
