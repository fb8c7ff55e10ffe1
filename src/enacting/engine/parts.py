"""Going on: to the next activity, to the next part, past a part left out, with another plan (RULES 7)."""

from collections.abc import Iterator

from enacting.engine.agenda import ONE_BY_ONE_KINDS, TURN_KINDS, Outcome, go_on, go_to_next_part
from enacting.engine.board import ActivityKind
from enacting.engine.events import PartKept, PartSkipped, PlanChanged
from enacting.engine.game import FACILITATOR, Game, replace
from enacting.engine.moves import ChangePlan, EndActivity, EndPart, KeepPart, Move, SkipPart
from enacting.engine.planning import MAX_ROUNDS, MAX_SECONDS, MIN_SECONDS
from enacting.engine.refusals import Reason, require


def end_activity(game: Game, move: EndActivity) -> Outcome:
    """Go on; only the facilitator may while people still have something to do (RULES 7)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR or _may_be_left(game), Reason.ACTIVITY_NOT_FINISHED)

    return go_on(_cut_short(game) if game.turn is not None else game)


def end_part(game: Game, move: EndPart) -> Outcome:
    """Go to the next part, even early (RULES 7)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)

    is_last = game.part is not None and game.doing is game.part.activities[-1]
    return go_to_next_part(game if is_last and game.turn is None else _cut_short(game))


def skip_part(game: Game, move: SkipPart) -> Outcome:
    """Leave out a part that has not begun; when its time comes it is passed over (RULES 7)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    places = [index for index, (part, _) in enumerate(game.agenda) if part.id == move.part]
    require(places, Reason.UNKNOWN_PART)
    require(places[0] > game.activity, Reason.PART_IS_BEHIND)
    require(move.part not in game.skipped, Reason.PART_ALREADY_SKIPPED)

    return replace(game, skipped=(*game.skipped, move.part)), (PartSkipped(part=move.part),)


def keep_part(game: Game, move: KeepPart) -> Outcome:
    """Play a part after all that was to be left out, if its time has not come yet (RULES 7)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    places = [index for index, (part, _) in enumerate(game.agenda) if part.id == move.part]
    require(places, Reason.UNKNOWN_PART)
    require(move.part in game.skipped, Reason.PART_NOT_SKIPPED)
    require(places[0] > game.activity, Reason.PART_IS_BEHIND)

    return replace(game, skipped=tuple(part for part in game.skipped if part != move.part)), (PartKept(part=move.part),)


def change_plan(game: Game, move: ChangePlan) -> Outcome:
    """Change rounds, turns and the length of discussions; what has been played stays played (RULES 7)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    before, most_turns = game.setup.plan, MAX_ROUNDS * game.box.description.players.most
    for value, was, minimum, maximum in (
        (move.rounds, before.rounds, 1, MAX_ROUNDS),
        (move.turns, before.turns, 0, most_turns),
        (move.posture_seconds, before.posture_seconds, MIN_SECONDS, MAX_SECONDS),
        (move.mechanism_seconds, before.mechanism_seconds, MIN_SECONDS, MAX_SECONDS),
    ):
        require(value == was or minimum <= value <= maximum, Reason.PLAN_OFF_LIMITS)
    plan = replace(
        before,
        rounds=move.rounds,
        turns=move.turns,
        posture_seconds=move.posture_seconds,
        mechanism_seconds=move.mechanism_seconds,
    )
    require(plan != before, Reason.NOTHING_CHANGES)

    return replace(game, setup=replace(game.setup, plan=plan)), (PlanChanged(),)


def _cut_short(game: Game) -> Game:
    """The same game, with the part being played noted as left before its end."""
    assert game.part is not None
    return replace(game, cut_short=(*game.cut_short, game.part.id)) if game.part.id not in game.cut_short else game


def _may_be_left(game: Game) -> bool:
    """Whether anybody may end the activity: it has no turns, and the crisis is revealed."""
    doing = game.doing
    return (
        doing is not None
        and doing.kind not in (*TURN_KINDS, *ONE_BY_ONE_KINDS)
        and (doing.kind is not ActivityKind.REVEAL or game.revealed)
    )


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now."""
    yield EndActivity(by=FACILITATOR)
    yield EndPart(by=FACILITATOR)
    plan = game.setup.plan
    for rounds in (plan.rounds - 1, plan.rounds + 1):
        yield ChangePlan(
            by=FACILITATOR,
            rounds=rounds,
            turns=0,
            posture_seconds=plan.posture_seconds,
            mechanism_seconds=plan.mechanism_seconds,
        )
    for part in game.box.description.parts:
        yield SkipPart(by=FACILITATOR, part=part.id)
        yield KeepPart(by=FACILITATOR, part=part.id)
