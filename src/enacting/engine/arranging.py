"""The new system: everybody moves, takes back, links and names (RULES 5)."""

from collections.abc import Iterator

from enacting.engine.agenda import Outcome
from enacting.engine.board import ActivityKind
from enacting.engine.cards import CardId
from enacting.engine.events import Linked, LinkReworded, ProposalMoved, SystemNamed, TakenBack, Unlinked
from enacting.engine.game import (
    FACILITATOR,
    LINK_LENGTH,
    SYSTEM_NAME_LENGTH,
    Game,
    Link,
    Proposal,
    clean_words,
    has_kind,
    replace,
    require_carrier,
    require_kind,
    require_sound,
)
from enacting.engine.moves import LinkProposals, Move, MoveProposal, NameSystem, RewordLink, TakeBack, Unlink
from enacting.engine.refusals import Reason, require

EXAMPLE_NAME = "A"


def move_proposal(game: Game, move: MoveProposal) -> Outcome:
    """Move an adopted proposal under another posture (RULES 5)."""
    require_kind(game, ActivityKind.ARRANGE)
    proposal = _on_board(game, move.card)
    require_carrier(game, move.seat)
    require(proposal.seat != move.seat, Reason.ALREADY_THERE)

    moved = replace(proposal, seat=move.seat)
    proposals = tuple(moved if other.card == move.card else other for other in game.proposals)
    return replace(game, proposals=proposals), (ProposalMoved(card=move.card, seat=move.seat),)


def take_back(game: Game, move: TakeBack) -> Outcome:
    """Lay a mechanism of the later pile under a posture; everybody has proposed it (RULES 5)."""
    require_kind(game, ActivityKind.ARRANGE)
    require(move.card in game.later, Reason.NOT_IN_LATER_PILE)
    require_sound(game, None, move.seat, move.answers, move.allies)

    proposal = Proposal(card=move.card, seat=move.seat, answers=move.answers, allies=move.allies, by=None)
    later = tuple(card for card in game.later if card != move.card)
    return replace(game, proposals=(*game.proposals, proposal), later=later), (
        TakenBack(card=move.card, seat=move.seat),
    )


def link_proposals(game: Game, move: LinkProposals) -> Outcome:
    """Say that one proposal makes another possible, with a word or two (RULES 5)."""
    require_kind(game, ActivityKind.ARRANGE)
    _on_board(game, move.source)
    _on_board(game, move.target)
    require(move.source != move.target, Reason.LINK_TO_ITSELF)
    require(_link(game, move.source, move.target) is None, Reason.ALREADY_LINKED)
    words = clean_words(move.words, LINK_LENGTH, may_be_empty=True)

    link = Link(source=move.source, target=move.target, words=words)
    return replace(game, links=(*game.links, link)), (Linked(source=move.source, target=move.target),)


def reword_link(game: Game, move: RewordLink) -> Outcome:
    """Change the words of a link (RULES 5)."""
    require_kind(game, ActivityKind.ARRANGE)
    link = _link(game, move.source, move.target)
    require(link is not None, Reason.NOT_LINKED)
    assert link is not None
    words = clean_words(move.words, LINK_LENGTH, may_be_empty=True)
    require(words != link.words, Reason.NOTHING_CHANGES)

    links = tuple(replace(other, words=words) if other is link else other for other in game.links)
    return replace(game, links=links), (LinkReworded(source=move.source, target=move.target),)


def unlink(game: Game, move: Unlink) -> Outcome:
    """Remove a link (RULES 5)."""
    require_kind(game, ActivityKind.ARRANGE)
    link = _link(game, move.source, move.target)
    require(link is not None, Reason.NOT_LINKED)

    links = tuple(other for other in game.links if other is not link)
    return replace(game, links=links), (Unlinked(source=move.source, target=move.target),)


def name_system(game: Game, move: NameSystem) -> Outcome:
    """Give the new system its name (RULES 5)."""
    require_kind(game, ActivityKind.ARRANGE)
    name = clean_words(move.name, SYSTEM_NAME_LENGTH)
    require(name != game.system_name, Reason.NOTHING_CHANGES)

    return replace(game, system_name=name), (SystemNamed(name=name),)


def _on_board(game: Game, card: CardId) -> Proposal:
    proposal = game.proposal(card)
    require(proposal is not None, Reason.NOT_ON_BOARD)
    assert proposal is not None
    return proposal


def _link(game: Game, source: CardId, target: CardId) -> Link | None:
    return next((link for link in game.links if (link.source, link.target) == (source, target)), None)


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now; one wording stands for all."""
    if not has_kind(game, ActivityKind.ARRANGE):
        return
    yield NameSystem(by=FACILITATOR, name=EXAMPLE_NAME)
    for seat in game.postures:
        for card in game.later:
            yield TakeBack(by=FACILITATOR, card=card, seat=seat)
        for proposal in game.proposals:
            yield MoveProposal(by=FACILITATOR, card=proposal.card, seat=seat)
    for source in game.proposals:
        for target in game.proposals:
            yield LinkProposals(by=FACILITATOR, source=source.card, target=target.card)
    for link in game.links:
        yield RewordLink(by=FACILITATOR, source=link.source, target=link.target, words=EXAMPLE_NAME)
        yield Unlink(by=FACILITATOR, source=link.source, target=link.target)
