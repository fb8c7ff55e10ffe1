"""Going on: to the next activity, to the next part, past a part left out (RULES 7)."""

from collections.abc import Iterator

from enacting.engine.agenda import ONE_BY_ONE_KINDS, TURN_KINDS, Outcome, go_on, go_to_next_part
from enacting.engine.board import ActivityKind
from enacting.engine.events import PartSkipped
from enacting.engine.game import FACILITATOR, Game, but
from enacting.engine.moves import EndActivity, EndPart, Move, SkipPart
from enacting.engine.refusals import Reason, require


def end_activity(game: Game, move: EndActivity) -> Outcome:
    """Go on; only the facilitator may while people still have something to do (RULES 7)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR or _may_be_left(game), Reason.ACTIVITY_NOT_FINISHED)

    return go_on(game)


def end_part(game: Game, move: EndPart) -> Outcome:
    """Go to the next part, even early (RULES 7)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)

    return go_to_next_part(game)


def skip_part(game: Game, move: SkipPart) -> Outcome:
    """Leave out a part that has not begun; when its time comes it is passed over (RULES 7)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    places = [index for index, (part, _) in enumerate(game.agenda) if part.id == move.part]
    require(places, Reason.UNKNOWN_PART)
    require(places[0] > game.activity, Reason.PART_IS_BEHIND)
    require(move.part not in game.skipped, Reason.PART_ALREADY_SKIPPED)

    return but(game, skipped=(*game.skipped, move.part)), (PartSkipped(part=move.part),)


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
    for part in game.box.description.parts:
        yield SkipPart(by=FACILITATOR, part=part.id)
