"""Making a proposal: the posture that carries it, the consequences it answers, the allies who commit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pygame

from enacting.engine.board import SeatId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.game import FACILITATOR, PlayerId, Proposal
from enacting.engine.moves import Amend, Propose, TakeBack
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import grid, split
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


class ProposeDialog(Dialog):
    """What goes with a mechanism laid under a posture."""

    def __init__(
        self,
        app: App,
        table: Table,
        card: CardId,
        seat: SeatId,
        *,
        from_later: bool = False,
        amends: Proposal | None = None,
    ) -> None:
        super().__init__(app)
        self.table = table
        self.card = card
        self.seat = seat
        self.from_later = from_later
        self.amends = amends
        self.answers: list[ConsequenceId] = list(amends.answers) if amends else []
        self.allies: list[PlayerId] = list(amends.allies) if amends else []

    def arrive(self) -> None:
        """Begin with what it answers: a proposal that answers nothing is rare."""
        self.app.focus = f"answer-{self.table.box.description.consequences[0].id}"

    def lay_out(self, layout: Layout) -> None:
        """Three questions, then the button that asks the table."""
        words, table = layout.words, self.table
        game = table.game
        high = max(layout.px(58), layout.em(2.5))
        allies = [one for one in game.present if not self._is_proposer(one.id)]
        across = 4 if layout.columns >= 64 else 2
        rows = -(-len(allies) // across) + 1 + (-(-len(game.postures) // 3))
        inside = self.panel(layout, 46, rows * (high + layout.px(12)) + layout.em(15))
        button = max(layout.px(76), layout.em(2.9))
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        area = pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - layout.px(16))
        column = Column(layout, area, "propose")
        posture = table.box.postures[game.postures[self.seat]]
        title = f"{table.box.mechanisms[self.card].title} → {posture.title}"
        column.heading("propose-title", title, theme.TITLE)
        column.gap(14)
        self._question(column, "propose-posture", words("propose.posture"))
        seats = [seat for seat in table.box.board.seats if seat.id in game.postures]
        self._choices(
            column,
            seats,
            3,
            high,
            lambda seat: table.box.postures[game.postures[seat.id]].title,
            lambda seat: seat.id == self.seat,
            self._sets_seat,
            "seat",
        )
        column.gap(14)
        asked = game.setup.proposals
        answers_wanted = min(asked.least_answers, len(table.box.description.consequences))
        self._question(column, "propose-answers", self._at_least("propose.answers", answers_wanted))
        consequences = table.box.description.consequences
        self._choices(
            column,
            consequences,
            across,
            high,
            lambda one: one.title,
            lambda one: one.id in self.answers,
            self._toggles_answer,
            "answer",
        )
        if allies:
            column.gap(14)
            self._question(
                column, "propose-allies", self._at_least("propose.allies", min(asked.least_allies, len(allies)))
            )
            self._choices(
                column,
                allies,
                across,
                high,
                lambda one: one.name,
                lambda one: one.id in self.allies,
                self._toggles_ally,
                "ally",
            )
        column.end()
        cancel, ask = split(foot, 2, layout.px(16))
        cancel.width = round(foot.width * 0.32)
        ask = pygame.Rect(
            cancel.right + layout.px(16), foot.top, foot.right - cancel.right - layout.px(16), foot.height
        )
        key = "propose.amend" if self.amends else "propose.take_back" if self.from_later else "propose.ask"
        layout.button("cancel", cancel, words("common.cancel"), self.app.close, style=paint.styles().on_paper, size=24)
        layout.button(
            "propose",
            ask,
            words(key),
            self._propose,
            style=paint.styles().main,
            size=26,
            main=True,
            icon="arrow-right",
            icon_after=True,
        )

    def _at_least(self, key: str, count: int) -> str:
        """A question of the dialog, with how many must be chosen where there is such a number."""
        words = self.app.words
        return words(f"{key}_at_least", count=count) if count else words(key)

    def _question(self, column: Column, name: str, text: str) -> None:
        style = Type(Face.TITLE_700, column.layout.scale.text(23))
        column.text(name, text, style, palette().text, role=Role.HEADING)
        column.gap(8)

    def _choices(
        self,
        column: Column,
        things: Any,
        across: int,
        high: int,
        title: Callable[[Any], str],
        chosen: Callable[[Any], bool],
        act: Callable[[Any], Callable[[], None]],
        kind: str,
    ) -> None:
        layout, gap = column.layout, column.layout.px(10)
        rows = -(-len(things) // across)
        block = column.block(rows * (high + gap))
        for thing, rect in zip(things, grid(block, len(things), across, high, gap), strict=True):
            is_chosen = chosen(thing)
            layout.button(
                f"{kind}-{thing.id}",
                rect,
                title(thing),
                act(thing),
                size=20,
                chosen=is_chosen,
                role=Role.CHOICE,
                icon="check" if is_chosen else "",
                state=layout.words("common.chosen") if is_chosen else "",
                pad=8,
            )

    def _is_proposer(self, player: PlayerId) -> bool:
        if self.from_later:
            return False
        turn = self.table.game.turn
        return turn is not None and turn.player == player

    def _sets_seat(self, seat: Any) -> Callable[[], None]:
        def act() -> None:
            self.seat = seat.id

        return act

    def _toggles_answer(self, consequence: Any) -> Callable[[], None]:
        return lambda: _toggle(self.answers, consequence.id)

    def _toggles_ally(self, player: Any) -> Callable[[], None]:
        return lambda: _toggle(self.allies, player.id)

    def _propose(self) -> None:
        """Play what has been chosen; what the rules refuse says why, and everything chosen stays."""
        self.table.play_from_dialog(self._move())

    def _move(self) -> Amend | TakeBack | Propose:
        """The move for what has been chosen."""
        order = [consequence.id for consequence in self.table.box.description.consequences]
        answers = tuple(sorted(self.answers, key=order.index))
        allies = tuple(player.id for player in self.table.game.present if player.id in self.allies)
        if self.from_later:
            return TakeBack(by=FACILITATOR, card=self.card, seat=self.seat, answers=answers, allies=allies)
        turn = self.table.game.turn
        assert turn is not None
        if self.amends is not None:
            return Amend(by=turn.player, seat=self.seat, answers=answers, allies=allies)
        return Propose(by=turn.player, card=self.card, seat=self.seat, answers=answers, allies=allies)


def _toggle(chosen: list[Any], thing: Any) -> None:
    if thing in chosen:
        chosen.remove(thing)
    else:
        chosen.append(thing)
