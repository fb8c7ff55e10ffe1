"""A reservation in words, where the session asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enacting.engine.game import SENTENCE_LENGTH, Opinion, Player
from enacting.engine.moves import GiveOpinion
from enacting.ui.dialogs.field_dialog import FieldDialog, FieldPrompt

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ASKED = FieldPrompt(
    name="reservation",
    title="decision.reservation_title",
    text="decision.reservation_text",
    field="reservation-words",
    label="decision.reservation_label",
    max_length=SENTENCE_LENGTH,
    button="keep-reservation",
    accept="decision.reservation_keep",
)


class Reservation(FieldDialog):
    """What somebody's reservation is, in their words."""

    def __init__(self, table: Table, player: Player) -> None:
        super().__init__(table.app, ASKED, self._keep)
        self.table = table
        self.player = player

    def title(self) -> str:
        """Whose reservation it is."""
        return self.app.words(self.prompt.title, name=self.player.name)

    def _keep(self) -> None:
        """Give the opinion with its words; what the rules refuse says why, and what was typed stays."""
        move = GiveOpinion(by=self.player.id, player=self.player.id, opinion=Opinion.RESERVE, words=self.typed)
        self.table.play_from_dialog(move)
