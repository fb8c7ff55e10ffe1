"""What is being written and chosen at a table and is not in the session yet: kept, and found again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enacting.engine.board import ActivityId, SeatId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.game import PlayerId
from enacting.session.unfinished import Begun, Unfinished
from enacting.ui.dialogs.form import ABOUT
from enacting.ui.table.arrange import LINK_FIELD
from enacting.ui.table.curtain import Marks, Rating
from enacting.ui.table.drafts import DraftKind, ProposalDraft, is_open
from enacting.ui.table.next_steps import STEP_FIELDS
from enacting.ui.table.notes import NOTE_CHOICES, NOTE_TEXT
from enacting.ui.table.reason import REASON_FIELD
from enacting.ui.table.trouble import WORDS_FIELD
from enacting.ui.table.write_card import CARD_FIELDS

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

SENTENCE_FIELDS: Final = ("takeaway", "farewell")
SYSTEM_FIELD: Final = "system-name"
TABLE_FIELDS: Final = (*SENTENCE_FIELDS, SYSTEM_FIELD, "amend-words", CARD_FIELDS)
"""How the names of the fields begin whose texts wait at the table itself, regardless of the dialog that is open."""
KEPT: Final = (
    *TABLE_FIELDS,
    NOTE_TEXT,
    *NOTE_CHOICES,
    *(f"{beginning}{ABOUT}" for beginning in (LINK_FIELD, WORDS_FIELD, REASON_FIELD)),
    STEP_FIELDS,
)
"""How the names of all that is found again begin."""
MARK: Final = "mark-"


def unfinished(table: Table) -> Unfinished:
    """What has been begun by now."""
    texts = dict(table.app.found_again)
    for screen in table.app.screens:
        texts |= screen.begun()
    aside = [draft for draft in table.drafts.values() if is_open(draft, table.game) and draft != table.placing]
    return Unfinished(
        texts={name: text for name, text in sorted(texts.items()) if name.startswith((*KEPT, MARK)) and text},
        writing=table.writing or "",
        proposal=_begun(table.placing) if table.placing is not None else None,
        aside=tuple(map(_begun, aside)),
    )


def begun_at(table: Table) -> dict[str, str]:
    """What is typed and chosen at the table itself."""
    marks = {
        f"{MARK}{consequence}{ABOUT}{activity}.{player}": str(mark)
        for (activity, player), chosen in table.curtain.begun.items()
        for consequence, mark in chosen.items()
    }
    return marks | table.app.typed(TABLE_FIELDS)


def find_again(table: Table, begun: Unfinished) -> None:
    """Come back to what had been begun, as far as it still has its place."""
    game, texts = table.game, {name: text for name, text in begun.texts.items() if name.startswith(KEPT)}
    if table.is_writing_sentences and game.is_present(PlayerId(begun.writing)):
        table.write_for(PlayerId(begun.writing))
    else:
        texts = {name: text for name, text in texts.items() if name not in SENTENCE_FIELDS}
    if not table.is_arranging:
        texts.pop(SYSTEM_FIELD, None)
    table.app.found_again.update(texts)
    table.curtain.kept = _marks(table, begun)
    proposals = (*begun.aside, *([begun.proposal] if begun.proposal is not None else []))
    drafts = {proposal: _draft(proposal) for proposal in proposals}
    for proposal, draft in drafts.items():
        if draft is not None and draft.seat in game.postures and is_open(draft, game):
            table.drafts[draft.card] = draft
            if proposal is begun.proposal:
                table.choose(draft)


def _marks(table: Table, begun: Unfinished) -> dict[Rating, Marks]:
    """The marks chosen and not given, whose names are those of this box and whose numbers are on its scale."""
    scale = table.box.description.scale
    known = {consequence.id for consequence in table.box.description.consequences}
    found: dict[Rating, dict[ConsequenceId, int]] = {}
    for name, text in begun.texts.items():
        key, _, subject = name.removeprefix(MARK).partition(ABOUT)
        activity, _, player = subject.rpartition(".")
        consequence, marks = ConsequenceId(key), {str(mark): mark for mark in range(scale.least, scale.most + 1)}
        if name.startswith(MARK) and consequence in known and text in marks:
            found.setdefault((ActivityId(activity), PlayerId(player)), {})[consequence] = marks[text]
    return {
        rating: chosen for rating, chosen in found.items() if rating[1] not in table.game.ratings.get(rating[0], ())
    }


def _begun(draft: ProposalDraft) -> Begun:
    return Begun(kind=draft.kind, card=draft.card, seat=draft.seat, answers=draft.answers, allies=draft.allies)


def _draft(begun: Begun) -> ProposalDraft | None:
    if begun.kind not in list(DraftKind):
        return None
    return ProposalDraft(
        kind=DraftKind(begun.kind),
        card=CardId(begun.card),
        seat=SeatId(begun.seat),
        answers=tuple(map(ConsequenceId, begun.answers)),
        allies=tuple(map(PlayerId, begun.allies)),
    )
