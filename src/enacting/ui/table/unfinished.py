"""What is being written and chosen at a table and is not in the session yet: kept, and found again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enacting.engine.board import SeatId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.game import PlayerId
from enacting.session.unfinished import Begun, Unfinished
from enacting.ui.table.drafts import Draft, DraftKind, is_open
from enacting.ui.table.write_card import CARD_FIELDS

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

KEPT_FIELDS: Final = ("note-text", "takeaway", "farewell", "amend-words", CARD_FIELDS)
"""How the names of the fields begin whose texts are kept: those that mean the same when they are found again."""


def unfinished(table: Table) -> Unfinished:
    """What has been begun by now."""
    texts = dict(table.app.found_again)
    texts |= {name: field.text.text for name, field in table.app.fields.items()}
    draft = table.placing
    return Unfinished(
        texts={name: text for name, text in sorted(texts.items()) if name.startswith(KEPT_FIELDS) and text.strip()},
        writing=table.writing or "",
        proposal=None
        if draft is None
        else Begun(kind=draft.kind, card=draft.card, seat=draft.seat, answers=draft.answers, allies=draft.allies),
    )


def find_again(table: Table, begun: Unfinished) -> None:
    """Come back to what had been begun, as far as it still has its place."""
    game, texts = table.game, {name: text for name, text in begun.texts.items() if name.startswith(KEPT_FIELDS)}
    if table.is_writing_sentences and game.is_present(PlayerId(begun.writing)):
        table.write_for(PlayerId(begun.writing))
    else:
        texts = {name: text for name, text in texts.items() if name not in ("takeaway", "farewell")}
    table.app.found_again.update(texts)
    draft = _draft(begun.proposal) if begun.proposal is not None else None
    if draft is not None and draft.seat in game.postures and is_open(draft, game):
        table.choose(draft)


def _draft(begun: Begun) -> Draft | None:
    if begun.kind not in list(DraftKind):
        return None
    return Draft(
        kind=DraftKind(begun.kind),
        card=CardId(begun.card),
        seat=SeatId(begun.seat),
        answers=tuple(map(ConsequenceId, begun.answers)),
        allies=tuple(map(PlayerId, begun.allies)),
    )
