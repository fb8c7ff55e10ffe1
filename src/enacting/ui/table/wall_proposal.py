"""A proposal of a table as the wall shows it: as it is made, as it is decided on, once it is adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enacting.drawing.place_of_game import struck_quarters
from enacting.engine.board import SeatId
from enacting.engine.cards import CardId
from enacting.engine.events import Adopted
from enacting.engine.game import Opinion, PlayerId, Proposal
from enacting.scenes.quarters import MOST
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale
from enacting.ui.table.decision import ICONS, agreed_text, objectors, reasons_given
from enacting.ui.table.drafts import DraftKind, ProposalDraft
from enacting.ui.table.wall_board import pictured
from enacting.ui.table.wall_people import person_of, time_of
from enacting.ui.wall.backdrops import quarter_scene
from enacting.ui.wall.deciding import AdoptedCard, Answered, Committing, Mended, OpinionGroup, Opinions, ProposedCard
from enacting.ui.wall.turns import Shape

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def committing(table: Table, draft: ProposalDraft, scale: Scale) -> Committing:
    """What is being answered and who joins in."""
    words, game, box = table.words, table.game, table.box
    crisis = box.crises[game.crisis]
    answers = tuple(
        Answered(
            id=consequence.id,
            icon=consequence.icon,
            title=consequence.title,
            text=crisis.consequences.get(consequence.id, ""),
            chosen=consequence.id in draft.answers,
        )
        for consequence in box.description.consequences
    )
    by = draft.by(game)
    people = [player.id for player in game.present if player.id != by]
    amended = game.turn.proposal if game.turn is not None and draft.kind is DraftKind.AMEND else None
    return Committing(
        card=_card(table, draft.card, draft.seat, by, draft.allies, scale),
        reasons=" · ".join(reasons_given(table, amended)) if amended is not None else "",
        asks_answers=words("propose.answers", count=len(answers)),
        answers=answers,
        asks_allies=words("propose.allies", count=len(people)),
        joined=tuple(person_of(table, player) for player in people if player in draft.allies),
        others=tuple(person_of(table, player) for player in people if player not in draft.allies),
    )


def opinions(table: Table, scale: Scale) -> Opinions:
    """What people say of the proposal being decided."""
    words, game = table.words, table.game
    assert game.turn is not None
    assert game.turn.proposal is not None
    proposal = game.turn.proposal
    silent = [player.id for player in game.present if player.id not in proposal.opinions]
    against = [player.name for player in objectors(table, proposal)]
    return Opinions(
        card=_card(table, proposal.card, proposal.seat, proposal.by, proposal.allies, scale),
        question=words(f"decision.{game.setup.decision}_question"),
        agreed=agreed_text(table, proposal),
        sides=tuple(_side(table, proposal, opinion) for opinion in Opinion),
        silent=tuple(person_of(table, player) for player in silent),
        asks=words("decision.acceptable", names=words.list_of(against)) if against else "",
        time=time_of(table),
    )


def _side(table: Table, proposal: Proposal, opinion: Opinion) -> OpinionGroup:
    words = table.words
    people = [player.id for player in table.game.present if proposal.opinions.get(player.id) is opinion]
    reasons = [proposal.reasons[player] for player in people if player in proposal.reasons]
    return OpinionGroup(
        opinion=opinion,
        title=words(f"opinion.{opinion}"),
        icon=ICONS[opinion],
        people=tuple(person_of(table, player) for player in people),
        reasons=tuple(words("wall.says", text=reason) for reason in reasons),
    )


def adopted(table: Table, event: Adopted, scale: Scale) -> AdoptedCard:
    """The proposal that has just been adopted, and who comes next."""
    words, game = table.words, table.game
    proposal = game.proposal(event.card)
    assert proposal is not None
    names = [table.name_of(ally) for ally in proposal.allies]
    key = "wall.adopted_with" if names and proposal.by else "wall.adopted_by"
    by = words(key, name=table.name_of(proposal.by), names=words.list_of(names)) if proposal.by else ""
    mended = tuple(
        Mended(
            id=struck.consequence.id,
            title=struck.consequence.title,
            quarter=quarter_scene(struck.quarter.kind, struck.quarter.state),
            count=struck.quarter.state,
            most=MOST,
        )
        for struck in struck_quarters(game, table.box)
        if struck.consequence.id in proposal.answers
    )
    following = words("wall.next", name=table.name_of(game.turn.player)) if game.turn is not None else ""
    return AdoptedCard(
        card=_card(table, proposal.card, proposal.seat, proposal.by, proposal.allies, scale),
        stamp=words("wall.adopted"),
        by=by,
        agreed=agreed_text(table, proposal),
        mended=mended,
        following=following,
    )


def _card(
    table: Table, card: CardId, seat: SeatId, by: PlayerId | None, allies: tuple[PlayerId, ...], scale: Scale
) -> ProposedCard:
    posture = table.box.postures[table.game.postures[seat]]
    return ProposedCard(
        picture=pictured(table, card, scale),
        title=table.box.mechanisms[card].title,
        posture=Shape(title=posture.title, shape=posture.shape, colour=theme.colour_of(posture.colour)),
        proposer=person_of(table, by) if by is not None else None,
        allies=tuple(person_of(table, player) for player in allies),
    )
