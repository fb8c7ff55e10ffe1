"""Making a proposal: the posture that carries it, the consequences it answers, the allies who commit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from enacting.engine.board import SeatId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.game import FACILITATOR, PlayerId, Proposal
from enacting.engine.moves import Amend, Propose, TakeBack
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Act, Role
from enacting.ui.items.layout import Layout
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

Id = TypeVar("Id", ConsequenceId, PlayerId)


@dataclass(frozen=True, slots=True)
class ProposalChoice:
    """An answer to one of the questions."""

    name: str
    text: str
    act: Act
    chosen: bool


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
        words, table, game = layout.words, self.table, self.table.game
        rules, consequences = game.setup.proposals, table.box.description.consequences
        allies = [player for player in game.present if not self._is_proposer(player.id)]
        per_row = 4 if layout.columns >= 64 else 2
        title = f"{table.box.mechanisms[self.card].title} → {table.box.postures[game.postures[self.seat]].title}"
        key = "propose.amend" if self.amends else "propose.take_back" if self.from_later else "propose.ask"
        footer = (
            Action("cancel", words("common.cancel"), self.app.close),
            Action("propose", words(key), self._propose, "arrow-right", main=True, icon_after=True, share=2),
        )
        with dialog(layout, "propose", title, width=46, footer=footer, large_footer=True) as column:
            postures = [
                ProposalChoice(
                    f"seat-{seat.id}",
                    table.box.postures[game.postures[seat.id]].title,
                    self._sets_seat(seat.id),
                    seat.id == self.seat,
                )
                for seat in table.box.board.seats
                if seat.id in game.postures
            ]
            _question(column, "propose-posture", words("propose.posture"), postures, 3)
            answers = [
                ProposalChoice(
                    f"answer-{consequence.id}",
                    consequence.title,
                    self._toggles(self.answers, consequence.id),
                    consequence.id in self.answers,
                )
                for consequence in consequences
            ]
            wanted = min(rules.least_answers, len(consequences))
            text = self._at_least("propose.answers", wanted, of=len(consequences))
            _question(column, "propose-answers", text, answers, per_row)
            people = [
                ProposalChoice(
                    f"ally-{player.id}", player.name, self._toggles(self.allies, player.id), player.id in self.allies
                )
                for player in allies
            ]
            if people:
                text = self._at_least("propose.allies", min(rules.least_allies, len(people)), of=len(people))
                _question(column, "propose-allies", text, people, per_row)

    def _at_least(self, key: str, count: int, *, of: int) -> str:
        """A question of the dialog about `of` things, with how many must be chosen where there is such a number."""
        words = self.app.words
        return words(f"{key}_at_least", count=count) if count else words(key, count=of)

    def _is_proposer(self, player: PlayerId) -> bool:
        if self.from_later:
            return False
        turn = self.table.game.turn
        return turn is not None and turn.player == player

    def _sets_seat(self, seat: SeatId) -> Act:
        def act() -> None:
            self.seat = seat

        return act

    def _toggles(self, chosen: list[Id], value: Id) -> Act:
        def act() -> None:
            if value in chosen:
                chosen.remove(value)
            else:
                chosen.append(value)

        return act

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


def _question(column: Column, name: str, text: str, choices: Sequence[ProposalChoice], per_row: int) -> None:
    """A question and its answers."""
    layout = column.layout
    column.gap(Space.MEDIUM)
    style = Type(Face.TITLE_700, layout.scale.text(23))
    column.text(name, text, style, palette().text, role=Role.HEADING)
    column.gap(Space.SMALL)
    places = column.grid(len(choices), per_row, layout.row_height())
    for choice, rect in zip(choices, places, strict=True):
        layout.choice(
            choice.name,
            rect,
            choice.text,
            choice.act,
            chosen=choice.chosen,
            size=20,
            icon="check" if choice.chosen else "",
            pad=8,
        )
