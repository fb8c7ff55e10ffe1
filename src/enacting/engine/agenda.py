"""Going from turn to turn, from activity to activity, from part to part: the order of play.

Shared by the topic files. Law: whenever an activity is left, no card stays in a hand or an open proposal.
"""

from enacting.engine.board import Activity, ActivityKind, Box, SeatId
from enacting.engine.cards import CardId
from enacting.engine.events import (
    ActivityEnded,
    ActivityStarted,
    Event,
    PartSkipped,
    PartStarted,
    PosturePlaced,
    SessionEnded,
    TurnStarted,
)
from enacting.engine.game import Game, PlayerId, Step, Turn, replace, with_set_aside

Outcome = tuple[Game, tuple[Event, ...]]

TURN_KINDS = (ActivityKind.POSTURES, ActivityKind.MECHANISMS)
ONE_BY_ONE_KINDS = (ActivityKind.PRESENT, ActivityKind.RATE)


def questions_of(box: Box, activity: Activity) -> tuple[CardId, ...]:
    """The questions of the box asked in that activity, in the order of the deck."""
    return tuple(card.id for card in box.questions.values() if activity.id in card.ask_in)


def begin(game: Game) -> Outcome:
    """Start the first activity that has something to do."""
    return _start(game, 0)


def go_on(game: Game) -> Outcome:
    """End the activity being played and start the next one."""
    return _leave_for(game, game.activity + 1)


def go_to_next_part(game: Game) -> Outcome:
    """End the part being played and start the next one."""
    part = game.part
    following = game.activity
    while following < len(game.agenda) and game.agenda[following][0] is part:
        following += 1
    return _leave_for(game, following)


def next_turn(game: Game) -> Outcome:
    """Give the turn to the next person at the table, or go on when the activity is finished."""
    assert game.turn is not None
    if _turns_are_over(game):
        return go_on(game)
    order = [player.id for player in game.players]
    here = order.index(game.turn.player)
    after = [player for player in game.players[here + 1 :] if player.present]
    if after:
        return _turn_or_go_on(game, after[0].id)
    game = replace(game, round=game.round + 1)
    return _turn_or_go_on(game, game.present[0].id)


def mark_done(game: Game, player: PlayerId) -> Outcome:
    """Note that somebody has had their turn; go on when everybody has."""
    return settle(replace(game, done=(*game.done, player)))


def settle(game: Game) -> Outcome:
    """Go on if the activity is one where each person speaks once, and all have."""
    doing = game.doing
    if doing is None or doing.kind not in ONE_BY_ONE_KINDS or next_to_speak(game) is not None:
        return game, ()
    return go_on(game)


def next_to_speak(game: Game) -> PlayerId | None:
    """Who comes next in an activity where each person speaks once."""
    for player in game.players:
        if player.present and player.id not in game.done:
            return player.id
    return None


def empty_hands(game: Game) -> Game:
    """The same game with no open turn: cards drawn go under their pile, a proposal or a card kept goes to later."""
    turn = game.turn
    if turn is None:
        return game
    game = with_set_aside(game)
    back_mechanisms: tuple[CardId, ...] = ()
    back_postures: tuple[CardId, ...] = ()
    later = game.later
    if turn.proposal is not None:
        later = (*later, turn.proposal.card)
    elif turn.hand and turn.hand[0] in game.box.postures:
        back_postures = turn.hand
    elif turn.step is Step.KEEP:
        back_mechanisms = turn.hand
    else:
        later = later + turn.hand
    return replace(
        game,
        turn=None,
        floor=None,
        later=later,
        posture_pile=game.posture_pile + back_postures,
        mechanism_pile=game.mechanism_pile + back_mechanisms,
    )


def home_seat(game: Game, posture: CardId) -> SeatId:
    """The first empty seat on the posture's own side, else the first empty seat."""
    family = game.box.postures[posture].family
    empty = [seat for seat in game.box.board.seats if seat.id not in game.postures]
    own = [seat for seat in empty if seat.family == family]
    return (own or empty)[0].id


def lay_out_postures(game: Game) -> Outcome:
    """Lay every posture still in the pile on its home seat, so that mechanisms have somewhere to go."""
    events: list[Event] = []
    for posture in game.box.postures:
        if posture in game.posture_pile:
            seat = home_seat(game, posture)
            game = replace(
                game,
                postures={**game.postures, seat: posture},
                posture_pile=tuple(card for card in game.posture_pile if card != posture),
            )
            own_side = game.box.seat(seat).family == game.box.postures[posture].family
            events.append(PosturePlaced(card=posture, seat=seat, own_side=own_side))
    return game, tuple(events)


def _turn_or_go_on(game: Game, player: PlayerId) -> Outcome:
    """Start that player's turn, unless the activity has nothing left to play."""
    assert game.doing is not None
    if _has_nothing_left(game, game.doing):
        return go_on(game)
    return replace(game, turn=Turn(player=player), floor=None), (TurnStarted(player=player),)


def _turns_are_over(game: Game) -> bool:
    """Whether the turn being played is the last one the plan has time for, when that is not a whole round."""
    turns = game.setup.plan.turns
    if not turns or game.doing is None or game.doing.kind is not ActivityKind.MECHANISMS:
        return False
    assert game.turn is not None
    here = [player.id for player in game.players].index(game.turn.player)
    before = sum(player.present for player in game.players[:here])
    return (game.round - 1) * len(game.present) + before + 1 >= turns


def can_play_mechanisms(game: Game) -> bool:
    """Whether there are mechanisms to draw, or the plan lets people write some once they are all drawn."""
    return bool(game.mechanism_pile or (game.setup.plan.writes_on and game.box.mechanisms))


def _has_nothing_left(game: Game, activity: Activity) -> bool:
    match activity.kind:
        case ActivityKind.POSTURES:
            return not game.posture_pile
        case ActivityKind.MECHANISMS:
            return not can_play_mechanisms(game) or not game.postures or game.round > game.setup.plan.rounds
        case ActivityKind.DISCUSS:
            return not questions_of(game.box, activity)
        case ActivityKind.REVEAL:
            return game.revealed
        case ActivityKind.TROUBLE:
            return not game.proposals or not (game.trouble or game.trouble_pile)
        case _:
            return False


def _leave_for(game: Game, index: int) -> Outcome:
    """Leave the activity being played, then start the first one from `index` on that has something to do."""
    doing = game.doing
    assert doing is not None
    game, laid = _pass_over(empty_hands(game), *(activity for _, activity in game.agenda[game.activity : index]))
    game, started = _start(game, index)
    return game, (*laid, ActivityEnded(activity=doing.id), *started)


def _pass_over(game: Game, *activities: Activity) -> Outcome:
    """The same game with what these activities leave even when cut short: postures laid, crisis revealed."""
    kinds = {activity.kind for activity in activities}
    if ActivityKind.REVEAL in kinds and not game.revealed:
        game = replace(game, revealed=True, context_revealed=True)
    if ActivityKind.POSTURES in kinds:
        return lay_out_postures(game)
    return game, ()


def _start(game: Game, index: int) -> Outcome:
    events: list[Event] = []
    came_from = game.agenda[game.activity][0].id if index else None
    while index < len(game.agenda):
        part, activity = game.agenda[index]
        fresh = replace(game, activity=index, turn=None, round=1, done=(), question=None, floor=None)
        if part.id in game.skipped:
            if PartSkipped(part=part.id) not in events:
                events.append(PartSkipped(part=part.id))
            game, laid = _pass_over(game, activity)
            events.extend(laid)
        elif not _has_nothing_left(fresh, activity):
            if part.id != came_from:
                events.append(PartStarted(part=part.id))
            events.append(ActivityStarted(activity=activity.id))
            opened, opening = _open(fresh, activity)
            return opened, (*events, *opening)
        index += 1
    events.append(SessionEnded())
    return replace(game, activity=index, turn=None, round=1, done=(), question=None, floor=None), tuple(events)


def _open(game: Game, activity: Activity) -> Outcome:
    if activity.kind in TURN_KINDS:
        player = game.present[0].id
        return replace(game, turn=Turn(player=player)), (TurnStarted(player=player),)
    if activity.kind is ActivityKind.DISCUSS:
        return replace(game, question=questions_of(game.box, activity)[0]), ()
    return game, ()
