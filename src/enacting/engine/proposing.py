"""Mechanisms: draw three, keep one, discuss it, propose it under a posture, or pass (RULES 4.1 to 4.3)."""

from collections.abc import Iterator

from enacting.engine.agenda import Outcome, empty_hands, next_turn
from enacting.engine.board import ActivityKind
from enacting.engine.cards import CardId
from enacting.engine.events import (
    CardsPutBack,
    Dropped,
    KeptForLater,
    MechanismKept,
    MechanismsDrawn,
    MechanismWritten,
    Proposed,
    TurnPassed,
)
from enacting.engine.game import (
    Actor,
    Game,
    Proposal,
    Step,
    Turn,
    WrittenMechanism,
    has_kind,
    replace,
    require_kind,
    require_sound,
    require_turn,
    with_set_aside,
)
from enacting.engine.moves import (
    DrawMechanisms,
    Drop,
    KeepForLater,
    KeepMechanism,
    Move,
    Pass,
    Propose,
    WriteMechanism,
)
from enacting.engine.refusals import Reason, require
from enacting.engine.written import MECHANISM_ICONS, clean_mechanism, mechanism_id, with_written

EXAMPLE_WORDS = "A"


def draw_mechanisms(game: Game, move: DrawMechanisms) -> Outcome:
    """Draw as many cards as the box says, or what is left; a single card is kept at once (RULES 4.1).

    What was played on paper is drawn card by card (RULES 1).
    """
    require_kind(game, ActivityKind.MECHANISMS)
    turn = require_turn(game, move.by)
    require(turn.step is Step.DRAW, Reason.NOT_TIME_TO_DRAW)
    require(game.mechanism_pile, Reason.PILE_EMPTY)

    count = game.box.description.draw if game.setup.from_paper is None else 1
    drawn, rest = game.mechanism_pile[:count], game.mechanism_pile[count:]
    step = Step.DISCUSS if len(drawn) == 1 else Step.KEEP
    after = replace(game, turn=replace(turn, step=step, hand=drawn), mechanism_pile=rest)
    return after, (MechanismsDrawn(player=turn.player, cards=drawn),)


def keep_mechanism(game: Game, move: KeepMechanism) -> Outcome:
    """Keep one card; the others go under the pile (RULES 4.1)."""
    require_kind(game, ActivityKind.MECHANISMS)
    turn = require_turn(game, move.by)
    require(turn.step is Step.KEEP, Reason.NOT_TIME_TO_KEEP)
    require(move.card in turn.hand, Reason.CARD_NOT_IN_HAND)

    back = tuple(card for card in turn.hand if card != move.card)
    after = replace(
        game,
        turn=replace(turn, step=Step.DISCUSS, hand=(move.card,)),
        mechanism_pile=game.mechanism_pile + back,
    )
    return after, (MechanismKept(player=turn.player, card=move.card), CardsPutBack(cards=back))


def write_mechanism(game: Game, move: WriteMechanism) -> Outcome:
    """Write a card instead of drawing some; it is discussed, proposed and put aside like any other (RULES 4.1)."""
    require_kind(game, ActivityKind.MECHANISMS)
    turn = require_turn(game, move.by)
    require(turn.step is Step.DRAW, Reason.NOT_TIME_TO_DRAW)
    mechanism = WrittenMechanism(
        title=move.title, text=move.text, family=move.family, icon=move.icon, who=move.who, limits=move.limits
    )

    written = (*game.written, clean_mechanism(game.box, mechanism))
    card = mechanism_id(len(written))
    after = replace(
        game,
        box=with_written(game.box, game.setup, written),
        written=written,
        turn=replace(turn, step=Step.DISCUSS, hand=(card,)),
    )
    return after, (MechanismWritten(player=turn.player, card=card),)


def propose(game: Game, move: Propose) -> Outcome:
    """Lay the card in hand under a posture, with what it answers and who commits (RULES 4.3)."""
    require_kind(game, ActivityKind.MECHANISMS)
    turn = require_turn(game, move.by)
    require(turn.step is Step.DISCUSS, Reason.NOT_TIME_TO_PLACE)
    require(move.card in turn.hand, Reason.CARD_NOT_IN_HAND)
    require_sound(game, turn.player, move.seat, move.answers, move.allies)

    proposal = Proposal(card=move.card, seat=move.seat, answers=move.answers, allies=move.allies, by=turn.player)
    after = replace(game, turn=Turn(player=turn.player, step=Step.DECIDE, proposal=proposal))
    return after, (Proposed(player=turn.player, card=move.card, seat=move.seat),)


def keep_for_later(game: Game, move: KeepForLater) -> Outcome:
    """Put the card on the later pile, before or after it was proposed (RULES 4.4)."""
    turn, card = _card_to_put_aside(game, move.by)

    game = with_set_aside(game)
    after, events = next_turn(replace(game, turn=Turn(player=turn.player), later=(*game.later, card)))
    return after, (KeptForLater(card=card), *events)


def drop(game: Game, move: Drop) -> Outcome:
    """Discard the card, before or after it was proposed (RULES 4.4)."""
    turn, card = _card_to_put_aside(game, move.by)

    game = with_set_aside(game)
    after, events = next_turn(replace(game, turn=Turn(player=turn.player), discard=(*game.discard, card)))
    return after, (Dropped(card=card), *events)


def _card_to_put_aside(game: Game, by: Actor) -> tuple[Turn, CardId]:
    require_kind(game, ActivityKind.MECHANISMS)
    turn = require_turn(game, by)
    require(turn.step in (Step.DISCUSS, Step.DECIDE), Reason.NOTHING_TO_PUT_ASIDE)
    return turn, turn.proposal.card if turn.proposal else turn.hand[0]


def pass_turn(game: Game, move: Pass) -> Outcome:
    """Let the next player have the turn: cards drawn go under their pile, a card kept goes to later (RULES 4)."""
    require_kind(game, ActivityKind.MECHANISMS, ActivityKind.POSTURES)
    turn = require_turn(game, move.by)

    emptied = replace(empty_hands(game), turn=Turn(player=turn.player))
    after, events = next_turn(emptied)
    return after, (TurnPassed(player=turn.player), *events)


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now."""
    turn = game.turn
    if turn is None:
        return
    by = turn.player
    yield Pass(by=by)
    if not has_kind(game, ActivityKind.MECHANISMS):
        return
    yield DrawMechanisms(by=by)
    yield WriteMechanism(
        by=by,
        title=EXAMPLE_WORDS,
        text=EXAMPLE_WORDS,
        family=game.box.description.mechanism_families[0].id,
        icon=MECHANISM_ICONS[0],
    )
    yield KeepForLater(by=by)
    yield Drop(by=by)
    for card in turn.hand:
        yield KeepMechanism(by=by, card=card)
        if turn.step is Step.DISCUSS:
            for seat in game.box.board.seats:
                yield Propose(by=by, card=card, seat=seat.id)
