"""A reservation or an objection in words: kept beside its disc and in the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enacting.engine.game import SENTENCE_LENGTH, Opinion, Player
from enacting.engine.moves import GiveOpinion
from enacting.ui.dialogs.field_dialog import FieldDialog, FieldPrompt

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


REASON_FIELD: Final = "reason-words"


class ReasonDialog(FieldDialog):
    """Why somebody has a reservation or objects, in their words."""

    def __init__(self, table: Table, player: Player, opinion: Opinion) -> None:
        proposal = table.pending
        said = proposal.reasons.get(player.id, "") if proposal is not None else ""
        must_be_written = table.game.setup.proposals.reservations_written and opinion is Opinion.RESERVE
        asked = FieldPrompt(
            name="reason",
            title="decision.reason_title",
            text="decision.reservation_text" if must_be_written else f"decision.{opinion}_text",
            field=REASON_FIELD,
            label=f"decision.{opinion}_label",
            max_length=SENTENCE_LENGTH,
            button="keep-reason",
            accept="decision.reason_keep",
        )
        card = proposal.card if proposal is not None else ""
        super().__init__(table.app, asked, self._keep, said, card, player.id, opinion)
        self.table = table
        self.player = player
        self.opinion = opinion

    def title(self) -> str:
        """Whose it is, and which of the two."""
        opinion = self.app.words(f"opinion.{self.opinion}")
        return self.app.words(self.prompt.title, name=self.player.name, opinion=opinion)

    def _keep(self) -> None:
        """Give the opinion with its words; what the rules refuse says why, and what was typed stays."""
        by = self.player.id
        self.table.play_from_dialog(GiveOpinion(by=by, player=by, opinion=self.opinion, words=self.typed))
