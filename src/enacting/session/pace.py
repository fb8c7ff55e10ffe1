"""The pace of a session: how long what is left will take, and what would bring it back to its planned end.

Law: nothing is guessed from one table to another. Turns still to come last as long as those already played with
discussions of the same length, the plan itself counting as one turn more; everything else lasts as planned.
What is timed now lasts at least as long as the table has given it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from enacting.engine.agenda import TURN_KINDS, questions_of
from enacting.engine.board import Activity, ActivityKind, Part
from enacting.engine.game import FACILITATOR, Game, PlayerId, Step
from enacting.engine.moves import ChangePlan
from enacting.engine.planning import EACH_PERSON, MIN_DISCUSSION_SECONDS, TURN_OVERHEAD_SECONDS, planned_seconds
from enacting.engine.rules import apply, refusal

Stretch = tuple[Game, float]
"""What lay on the table, and for how many seconds it lay so."""

WORTH_SAYING_SECONDS: Final = 300
"""Later than that, something is worth doing about it."""
LONGEST_BREAK_SECONDS: Final = 3600
"""After a longer break the session was put off: its end is no longer the time on the clock that was planned."""
SHORTER_BY: Final = 15
SHOWN_TO_MINUTES: Final = 5


class Remedy(StrEnum):
    """How a session can be made shorter, what costs people least first."""

    DISCUSSIONS = "discussions"
    ROUNDS = "rounds"
    CARDS = "cards"


class Timed(StrEnum):
    """What the time of the timer is for."""

    CHOICE = "choice"
    DISCUSSION = "discussion"
    PERSON = "person"
    STEP = "step"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A change of the plan, and the seconds it gives back. `count`: rounds or cards fewer, seconds of a discussion.

    `without` are those whose turns go, in order; empty where everybody's do, or nobody's.
    """

    remedy: Remedy
    count: int
    move: ChangePlan
    saves: float
    without: tuple[PlayerId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """When the session ends at this pace, when it was meant to, and what would bring it back; times of the day."""

    ends: datetime
    planned: datetime
    advice: tuple[Advice, ...]

    @property
    def late_seconds(self) -> float:
        """How late it is; negative when it is early."""
        return (self.ends - self.planned).total_seconds()

    @property
    def late_minutes(self) -> int:
        """How late it is, as it is shown: from the end that was planned to the one that is announced."""
        planned = self.planned.replace(second=0, microsecond=0)
        return round((announced_end(self.ends) - planned).total_seconds() / 60)

    @property
    def is_late(self) -> bool:
        """Whether something is worth doing about it."""
        return self.late_seconds >= WORTH_SAYING_SECONDS


def announced_end(ends: datetime, follows: Advice | None = None) -> datetime:
    """The end as it is shown, with that advice followed: rounded to five minutes, as an estimate deserves."""
    ends = ends - timedelta(seconds=follows.saves) if follows is not None else ends
    past = timedelta(minutes=ends.minute % SHOWN_TO_MINUTES, seconds=ends.second, microseconds=ends.microsecond)
    return (
        ends
        - past
        + (timedelta(minutes=SHOWN_TO_MINUTES) if past >= timedelta(minutes=SHOWN_TO_MINUTES / 2) else timedelta())
    )


def pace_of(stretches: Sequence[Stretch], created: datetime, now: datetime, given_seconds: float = 0) -> Pace:
    """The pace of a session created at one time of the day, at another one.

    `given_seconds` is how long what is timed lasts yet, where it was given more than planned.
    """
    minutes = sum(stretches[-1][0].setup.plan.minutes.values())
    planned = planned_end(created, now, minutes, sum(lasted for _, lasted in stretches))
    ends = now + timedelta(seconds=seconds_left(stretches, given_seconds))
    return Pace(ends=ends, planned=planned, advice=advice(stretches, (ends - planned).total_seconds()))


# Time spent


def seconds_while(stretches: Sequence[Stretch], same: Callable[[Game], object]) -> float:
    """For how long, up to now, `same` has been saying of the game what it says now."""
    now, seconds = same(stretches[-1][0]), 0.0
    for game, lasted in reversed(stretches):
        if same(game) != now:
            break
        seconds += lasted
    return seconds


def planned_end(created: datetime, now: datetime, minutes: int, spent_seconds: float) -> datetime:
    """When the session is meant to end: as planned at its start or, when it was put off, after what is left of it."""
    planned = timedelta(minutes=minutes)
    breaks = (now - created).total_seconds() - spent_seconds
    if breaks <= LONGEST_BREAK_SECONDS:
        return created + planned
    return now + planned - timedelta(seconds=spent_seconds)


def timed(game: Game) -> object:
    """What the timer times: a discussion, what one person says, or the whole activity; when it changes, time begins."""
    doing, turn = game.doing, game.turn
    if doing is None:
        return None
    if turn is not None:
        card = turn.proposal.card if turn.proposal else turn.hand[0] if turn.step is Step.DISCUSS else None
        return doing.id, game.round, turn.player, card
    if doing.kind is ActivityKind.TAKEAWAYS:
        return doing.id, tuple(game.takeaways.items())
    return doing.id, game.done


def timed_for(game: Game) -> Timed:
    """What the time of the timer is for."""
    if game.turn is not None:
        return Timed.CHOICE if game.turn.step in (Step.DRAW, Step.KEEP) else Timed.DISCUSSION
    return Timed.PERSON if game.doing is not None and game.doing.kind in EACH_PERSON else Timed.STEP


def timer_seconds(game: Game) -> float:
    """How long what is timed is meant to last, to the quarter of a minute; 0 when the session is over.

    A turn is timed in two: drawing and choosing a card, then the discussion.
    """
    if game.over:
        return 0
    part, activity = game.agenda[game.activity]
    if activity.kind in TURN_KINDS:
        discussion = _discussion(game, activity)
        return _planned(game, part, activity) - discussion if timed_for(game) is Timed.CHOICE else discussion
    return max(15.0, round(_planned(game, part, activity) / 15) * 15.0)


# Time left


def seconds_left(stretches: Sequence[Stretch], given_seconds: float = 0) -> float:
    """How long it takes to the end of the session, at this pace."""
    game = stretches[-1][0]
    if game.over:
        return 0
    coming = range(game.activity + 1, len(game.agenda))
    return _left_here(stretches, given_seconds) + sum(_whole(stretches, index) for index in coming)


def turn_seconds(stretches: Sequence[Stretch], index: int) -> float:
    """How long a turn of that activity lasts: the mean of those played, and of the plan as if it were one more."""
    game = stretches[-1][0]
    part, activity = game.agenda[index]
    played: dict[object, float] = {}
    others: set[object] = set()
    for stage, lasted in stretches:
        if stage.turn is None or stage.activity != index:
            continue
        turn = (stage.round, stage.turn.player)
        played[turn] = played.get(turn, 0) + lasted
        if _discussion(stage, activity) != _discussion(game, activity):
            others.add(turn)
    if game.turn is not None and game.activity == index:
        others.add((game.round, game.turn.player))
    measured = [seconds for turn, seconds in played.items() if turn not in others]
    return (_planned(game, part, activity) + sum(measured)) / (1 + len(measured))


def turns_left(game: Game, index: int) -> int:
    """How many turns of that activity are still to be played, the one being played included."""
    _, activity = game.agenda[index]
    here = game.turn if index == game.activity else None
    in_hand = here is not None and here.step is not Step.DRAW
    if activity.kind is ActivityKind.POSTURES:
        return len(game.posture_pile) + in_hand
    plan, people = game.setup.plan, [player.id for player in game.present]
    turns = min(plan.turns or len(people) * plan.rounds, len(people) * plan.rounds)
    if here is not None:
        turns = max(1, turns - (game.round - 1) * len(people) - people.index(here.player))
    return turns if plan.writes_on else min(turns, len(game.mechanism_pile) + in_hand)


def _left_here(stretches: Sequence[Stretch], given_seconds: float) -> float:
    """What is left of the activity being played."""
    game = stretches[-1][0]
    index = game.activity
    part, activity = game.agenda[index]
    match activity.kind:
        case ActivityKind.POSTURES | ActivityKind.MECHANISMS:
            spent = seconds_while(stretches, lambda game: (game.activity, game.round, game.turn and game.turn.player))
            each, count = turn_seconds(stretches, index), turns_left(game, index)
        case ActivityKind.PRESENT | ActivityKind.RATE:
            spent = seconds_while(stretches, lambda game: (game.activity, game.done))
            each, count = _planned(game, part, activity), sum(player.id not in game.done for player in game.present)
        case ActivityKind.TAKEAWAYS:
            spent = seconds_while(stretches, lambda game: (game.activity, game.takeaways))
            each, count = (
                _planned(game, part, activity),
                sum(player.id not in game.takeaways for player in game.present),
            )
        case _:
            spent = seconds_while(stretches, lambda game: game.activity)
            each, count = _planned(game, part, activity), 1
    return max(0.0, each - spent, given_seconds) + each * (count - 1) if count else 0


def _whole(stretches: Sequence[Stretch], index: int) -> float:
    """How long an activity still to come lasts."""
    game = stretches[-1][0]
    part, activity = game.agenda[index]
    if part.id in game.skipped or _has_nothing_to_do(game, activity):
        return 0
    if activity.kind in TURN_KINDS:
        return turns_left(game, index) * turn_seconds(stretches, index)
    count = len(game.present) if activity.kind in EACH_PERSON else 1
    return count * _planned(game, part, activity)


def _has_nothing_to_do(game: Game, activity: Activity) -> bool:
    if activity.kind is ActivityKind.REVEAL:
        return game.revealed
    return activity.kind is ActivityKind.DISCUSS and not questions_of(game.box, activity)


def _planned(game: Game, part: Part, activity: Activity) -> float:
    return planned_seconds(game.setup.plan, part, activity, len(game.present))


def _discussion(game: Game, activity: Activity) -> int:
    plan = game.setup.plan
    return plan.posture_seconds if activity.kind is ActivityKind.POSTURES else plan.mechanism_seconds


# What to do about it


def advice(stretches: Sequence[Stretch], late_seconds: float) -> tuple[Advice, ...]:
    """What would bring a session that is so late back to its planned end, or as near as can be.

    Shorter discussions come first: they take nobody's turn.
    """
    game = stretches[-1][0]
    index = _mechanisms_to_come(game)
    if late_seconds < WORTH_SAYING_SECONDS or index is None:
        return ()
    found = [
        _with(stretches, remedy, count, changed)
        for remedy, count, changed in (
            *_shorter_discussions(stretches, index, late_seconds),
            *_fewer_rounds(stretches, index, late_seconds),
            *_fewer_cards(stretches, index, late_seconds),
        )
    ]
    return tuple(piece for piece in found if piece is not None and piece.saves > 0)


def _mechanisms_to_come(game: Game) -> int | None:
    """The first mechanisms activity being played or to come."""
    for index in range(game.activity, len(game.agenda)):
        part, activity = game.agenda[index]
        if activity.kind is ActivityKind.MECHANISMS and part.id not in game.skipped:
            return index
    return None


Change = tuple[Remedy, int, ChangePlan]


def _fewer_rounds(stretches: Sequence[Stretch], index: int, late: float) -> list[Change]:
    """As few rounds less as bring it back; none when the session is not late by most of a round."""
    game = stretches[-1][0]
    plan = game.setup.plan
    spare = plan.rounds - (game.round if index == game.activity else 1)
    lasts = len(game.present) * turn_seconds(stretches, index)
    count = min(spare, max(1, round(late / lasts)))
    if plan.turns or spare < 1 or late < lasts / 2:
        return []
    return [(Remedy.ROUNDS, count, _changed(game, rounds=plan.rounds - count))]


def _fewer_cards(stretches: Sequence[Stretch], index: int, late: float) -> list[Change]:
    """As few turns less as bring it back; the one being played, or the first one, stays."""
    game = stretches[-1][0]
    plan, people = game.setup.plan, len(game.present)
    left = turns_left(game, index)
    count = min(left - 1, -int(-late // turn_seconds(stretches, index)))
    if count < 1:
        return []
    before = 0
    if index == game.activity and game.turn is not None:
        before = (game.round - 1) * people + [player.id for player in game.present].index(game.turn.player)
    turns = before + left - count
    rounds = min(plan.rounds, -(-turns // people))
    return [(Remedy.CARDS, count, _changed(game, rounds=rounds, turns=turns))]


def _shorter_discussions(stretches: Sequence[Stretch], index: int, late: float) -> list[Change]:
    """Discussions as long as brings it back, of a minute at least."""
    game = stretches[-1][0]
    plan = game.setup.plan
    target = turn_seconds(stretches, index) - late / max(1, turns_left(game, index)) - TURN_OVERHEAD_SECONDS
    seconds = max(MIN_DISCUSSION_SECONDS, int(target // SHORTER_BY) * SHORTER_BY)
    seconds = min(seconds, plan.mechanism_seconds - SHORTER_BY)
    if seconds < MIN_DISCUSSION_SECONDS:
        return []
    return [(Remedy.DISCUSSIONS, seconds, _changed(game, mechanism_seconds=seconds))]


def _changed(
    game: Game, *, rounds: int | None = None, turns: int | None = None, mechanism_seconds: int | None = None
) -> ChangePlan:
    plan = game.setup.plan
    return ChangePlan(
        by=FACILITATOR,
        rounds=plan.rounds if rounds is None else rounds,
        turns=plan.turns if turns is None else turns,
        posture_seconds=plan.posture_seconds,
        mechanism_seconds=plan.mechanism_seconds if mechanism_seconds is None else mechanism_seconds,
    )


def _with(stretches: Sequence[Stretch], remedy: Remedy, count: int, move: ChangePlan) -> Advice | None:
    """That change with what it saves, None when the rules refuse it."""
    game, lasted = stretches[-1]
    if refusal(game, move) is not None:
        return None
    after, _ = apply(game, move)
    changed = (*stretches[:-1], (game, lasted), (after, 0.0))
    return Advice(
        remedy=remedy,
        count=count,
        move=move,
        saves=seconds_left(stretches) - seconds_left(changed),
        without=_turns_to_come(game)[-count:] if remedy is Remedy.CARDS else (),
    )


def _turns_to_come(game: Game) -> tuple[PlayerId, ...]:
    """Whose turns of mechanisms are still to come, in order, the one being played included."""
    index = _mechanisms_to_come(game)
    assert index is not None
    people = [player.id for player in game.present]
    here = people.index(game.turn.player) if index == game.activity and game.turn is not None else 0
    return tuple(people[(here + turn) % len(people)] for turn in range(turns_left(game, index)))
