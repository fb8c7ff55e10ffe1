"""Trouble on the screen: a card is drawn over the finished system, and each proposal holds or gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from enacting.engine.cards import CardId
from enacting.engine.game import FACILITATOR, SENTENCE_LENGTH
from enacting.engine.moves import DrawTrouble, EndActivity, JudgeProposal
from enacting.ui.destinations import VerdictForm
from enacting.ui.dialogs.form import FormDialog
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table import side_panel
from enacting.ui.window.app import App

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

WORDS_FIELD: Final = "verdict-words"
ICONS: Final = {True: "check-circle", False: "warning"}
"""What is shown on a card whose proposal holds, and on one that gives way."""


def lay_out_side(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """The trouble drawn, what the table does with it, how far it is, the next action."""
    game, words = table.game, layout.words
    assert table.doing is not None
    drawn = table.box.troubles[game.trouble] if game.trouble is not None else None
    others: tuple[Action, ...] = ()
    if drawn is None:
        text, main = (
            table.doing.text,
            Action("draw-trouble", words("trouble.draw"), DrawTrouble(by=FACILITATOR), "cards"),
        )
        others = (Action("skip-activity", words("table.skip_activity"), EndActivity(by=FACILITATOR), "fast-forward"),)
    else:
        left = [proposal.card for proposal in game.proposals if proposal.card not in game.verdicts]
        text = words("trouble.judge", count=len(left)) if left else words("trouble.all_judged")
        end = Action("go-on", words("table.go_on_activity"), EndActivity(by=FACILITATOR))
        main = Action("judge-next", words("trouble.judge_next"), VerdictForm(left[0]), "scales") if left else end
        others = (end,) if left else ()
    side_panel.lay_out(
        layout,
        table,
        area,
        card=drawn,
        who=words("table.everybody"),
        name=drawn.title if drawn is not None else table.doing.title,
        text=text,
        main=main,
        others=others,
    )


def verdict_text(table: Table, card: CardId) -> str:
    """What the table said of a proposal, for people who listen; nothing where it has not yet."""
    verdict = table.game.verdicts.get(card)
    if verdict is None:
        return ""
    said = table.words("trouble.holds" if verdict.holds else "trouble.gives_way")
    return table.words("common.labelled", label=said, text=verdict.words) if verdict.words else said


def lay_out_verdict(layout: Layout, table: Table, card: CardId, rect: pygame.Rect) -> None:
    """The sign of what the table said, on the upper corner of a card of the board."""
    verdict = table.game.verdicts.get(card)
    if verdict is None:
        return
    side = layout.length(34, 1.5)
    disc = pygame.Rect(rect.right - side, rect.top, side, side)
    colour = palette().ink if verdict.holds else theme.CRISIS
    layout.panel(f"verdict-disc-{card}", disc, colour, radius=200)
    layout.symbol(f"verdict-{card}", disc, ICONS[verdict.holds], side * 7 // 10, theme.label_on(colour))


class VerdictDialog(FormDialog):
    """Does a proposal hold, and what would have to change?"""

    def __init__(self, app: App, table: Table, card: CardId) -> None:
        super().__init__(app, WORDS_FIELD, table.game.trouble or "", card)
        self.table = table
        self.card = card

    def lay_out(self, layout: Layout) -> None:
        """The trouble's question, a field for what would have to change, and the two answers."""
        words, table = layout.words, self.table
        title = table.box.mechanisms[self.card].title
        trouble = table.box.troubles[table.game.trouble] if table.game.trouble is not None else None
        verdict = table.game.verdicts.get(self.card)
        footer = (
            Action("cancel", words("common.cancel"), self.app.close),
            Action("gives-way", words("trouble.gives_way"), lambda: self._judge(holds=False), ICONS[False]),
            Action("holds", words("trouble.holds"), lambda: self._judge(holds=True), ICONS[True], main=True),
        )
        with dialog(layout, "verdict", title, width=46, footer=footer) as column:
            column.gap(Space.MEDIUM)
            if trouble is not None:
                column.text("verdict-trouble", trouble.title, bold_type(layout.scale, 23), palette().text)
                column.text("verdict-question", trouble.question, body_type(layout.scale, 23), palette().text)
                column.gap(Space.LARGE)
            label = words("trouble.change")
            column.text("verdict-label", label, bold_type(layout.scale, 20), palette().text_second)
            column.gap(Space.SMALL)
            layout.field(
                WORDS_FIELD,
                column.block(layout.length(120, 5)),
                self.app.field(WORDS_FIELD, verdict.words if verdict else "", SENTENCE_LENGTH, multiline=True),
                label,
                placeholder=words("trouble.change_placeholder"),
                size=22,
            )

    def _judge(self, *, holds: bool) -> None:
        typed = self.app.field(WORDS_FIELD).text.text.strip()
        self.table.play_from_dialog(JudgeProposal(by=FACILITATOR, card=self.card, holds=holds, words=typed))
