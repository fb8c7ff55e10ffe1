"""Questions of the box to set the talk going: one beside the table, or one in large letters over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import QuestionCard
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Column, Sheet, weighted
from enacting.ui.table.side_panel import Action
from enacting.ui.window.app import App, Dialog

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


class Prompt(Dialog):
    """One question at a time."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def lay_out(self, sheet: Sheet) -> None:
        """The question, another one, back to the table."""
        words = sheet.words
        question = question_of_the_moment(self.table)
        assert question is not None
        text = question.text
        style = Type(Face.TITLE_700, sheet.scale.text(44 if sheet.columns >= 60 else 30))
        wide = min(sheet.em(44), sheet.rect.width - sheet.px(150))
        button = max(sheet.px(66), sheet.em(2.7))
        inside = self.panel(sheet, 48, sheet.text_height(text, style, wide, balanced=True) + button + sheet.em(4))
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        area = pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - sheet.px(20))
        column = Column(sheet, area, "prompt")
        column.text("prompt", text, style, palette().text, balanced=True, role=Role.HEADING)
        column.end()
        other, close = weighted(foot, (1, 1), sheet.px(14))
        text = words("debrief.another")
        sheet.button(
            "another", other, text, self.table.next_prompt, dress=paint.styles().on_paper, size=23, icon="repeat"
        )
        sheet.button(
            "close", close, words("common.close"), self.app.close, dress=paint.styles().main, size=23, main=True
        )
