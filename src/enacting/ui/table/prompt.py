"""Questions of the box to set the talk going: one beside the table, or one in large letters over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import QuestionCard
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Column, Layout, weighted
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

    def lay_out(self, layout: Layout) -> None:
        """The question, another one, back to the table."""
        words = layout.words
        question = question_of_the_moment(self.table)
        assert question is not None
        text = question.text
        style = Type(Face.TITLE_700, layout.scale.text(44 if layout.columns >= 60 else 30))
        wide = min(layout.em(44), layout.rect.width - layout.px(150))
        button = max(layout.px(66), layout.em(2.7))
        inside = self.panel(layout, 48, layout.text_height(text, style, wide, balanced=True) + button + layout.em(4))
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        area = pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - layout.px(20))
        column = Column(layout, area, "prompt")
        column.text("prompt", text, style, palette().text, balanced=True, role=Role.HEADING)
        column.end()
        other, close = weighted(foot, (1, 1), layout.px(14))
        text = words("debrief.another")
        layout.button(
            "another", other, text, self.table.next_prompt, style=paint.styles().on_paper, size=23, icon="repeat"
        )
        layout.button(
            "close", close, words("common.close"), self.app.close, style=paint.styles().main, size=23, main=True
        )
