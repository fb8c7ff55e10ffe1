"""The plan of a session: a length and a number of players made into minutes, rounds and seconds (RULES 1)."""

from enacting.engine.board import Activity, ActivityKind, Box, Part, PartId
from enacting.engine.game import Plan

TURN_OVERHEAD_SECONDS = 60
MIN_DISCUSSION_SECONDS = 60
MAX_LATE = 1.25
"""Everybody has a turn, even when the discussions then last a quarter longer than their part; if more, only some do."""
WORTH_ANOTHER_ROUND = 0.6
"""Another round is added while each discussion keeps that part of its usual length: more cards make a better system."""
MIN_POSTURE_SECONDS = 30
POSTURE_OVERHEAD_SECONDS = 30
MAX_ROUNDS = 6
MIN_SECONDS, MAX_SECONDS = 15, 1200
"""How short and how long a discussion can be planned to be."""
MAX_MINUTES = 24 * 60
"""How long anything can be planned to be: a day. No set-up offers as much, but a file may say anything."""
MIN_SAY_SECONDS = 15
"""Less than that, nobody can introduce themselves, or rate what a crisis does."""
EACH_PERSON = (ActivityKind.PRESENT, ActivityKind.RATE, ActivityKind.TAKEAWAYS)
"""The kinds of activity whose minutes are for one person."""


def plan_for(box: Box, *, minutes: int, players: int, postures_placed: bool = False, trouble: bool = False) -> Plan:
    """Share `minutes` between the parts of the box, a third at least for the last one, the debrief."""
    shares = {part.id: 0 if postures_placed and _only_postures(part) else part.share for part in box.description.parts}
    by_part = _share_out(minutes, shares, debrief=box.description.parts[-1].id)
    rounds, turns, mechanism_seconds = _mechanisms(box, by_part, players)
    return Plan(
        minutes=by_part,
        rounds=rounds,
        turns=turns,
        posture_seconds=_postures(box, by_part),
        mechanism_seconds=mechanism_seconds,
        postures_placed=postures_placed,
        trouble=trouble and bool(box.troubles),
        writes_on=True,
    )


def shortest_say(box: Box, plan: Plan, people: int) -> float | None:
    """The fewest seconds that one person has where everybody speaks in turn; None where nobody does."""
    return min(
        (
            planned_seconds(plan, part, activity, people)
            for part, activity in box.activities()
            if activity.kind in EACH_PERSON and plan.minutes.get(part.id, 0)
        ),
        default=None,
    )


def people_without_turn(plan: Plan, people: int) -> int:
    """How many have no turn of mechanisms, for want of time."""
    return max(0, people - plan.turns) if plan.turns else 0


def planned_seconds(plan: Plan, part: Part, activity: Activity, people: int) -> float:
    """How long one go of an activity is meant to last: a turn, what one person says, or the whole activity.

    Turns are counted with what is done before and after their discussion.
    """
    match activity.kind:
        case ActivityKind.POSTURES:
            return plan.posture_seconds + POSTURE_OVERHEAD_SECONDS
        case ActivityKind.MECHANISMS:
            return plan.mechanism_seconds + TURN_OVERHEAD_SECONDS
        case _:
            return _share(plan, part, activity, max(1, people))


def _share(plan: Plan, part: Part, activity: Activity, people: int) -> float:
    """Its share of the minutes planned for its part; that of one person where each speaks once."""
    each = {
        other.id: other.minutes * (people if other.kind in EACH_PERSON else 1)
        for other in part.activities
        if plan.trouble or other.kind is not ActivityKind.TROUBLE
    }
    planned = 60.0 * plan.minutes.get(part.id, 0)
    seconds = planned * each.get(activity.id, 0) / (sum(each.values()) or 1) if planned else 60 * activity.minutes
    return seconds / people if activity.kind in EACH_PERSON else seconds


def _only_postures(part: Part) -> bool:
    return all(activity.kind is ActivityKind.POSTURES for activity in part.activities)


def _share_out(minutes: int, shares: dict[PartId, int], *, debrief: PartId) -> dict[PartId, int]:
    """Whole minutes in proportion to the shares; what rounding leaves goes to the debrief."""
    total = sum(shares.values()) or 1
    by_part = {part: minutes * share // total for part, share in shares.items()}
    by_part[debrief] = max(by_part[debrief], -(-minutes // 3))
    others = [part for part in shares if part != debrief]
    while sum(by_part.values()) > minutes and any(by_part[part] for part in others):
        by_part[max(others, key=lambda part: by_part[part])] -= 1
    by_part[debrief] += max(0, minutes - sum(by_part.values()))
    return by_part


def _mechanisms(box: Box, by_part: dict[PartId, int], players: int) -> tuple[int, int, int]:
    """Rounds of each mechanisms activity, its turns when not everybody can have one, seconds of each discussion."""
    parts = _with_kind(box, ActivityKind.MECHANISMS)
    if not parts:
        return 0, 0, 0
    seconds = 60 * sum(by_part[part] for part in {part.id for part, _ in parts}) // len(parts)
    shortest_turn = MIN_DISCUSSION_SECONDS + TURN_OVERHEAD_SECONDS
    if players * shortest_turn > seconds * MAX_LATE:
        return 1, max(1, seconds // shortest_turn), MIN_DISCUSSION_SECONDS
    usual = round(60 * parts[0][1].minutes)
    rounds = int(seconds / (players * (usual * WORTH_ANOTHER_ROUND + TURN_OVERHEAD_SECONDS)))
    rounds = max(1, min(rounds, MAX_ROUNDS, len(box.mechanisms) // (players * len(parts))))
    each = seconds // (rounds * players) - TURN_OVERHEAD_SECONDS
    return rounds, 0, _tidy(max(MIN_DISCUSSION_SECONDS, min(each, usual * 3 // 2)))


def _postures(box: Box, by_part: dict[PartId, int]) -> int:
    parts = _with_kind(box, ActivityKind.POSTURES)
    if not parts:
        return 0
    usual = round(60 * parts[0][1].minutes)
    each = 60 * sum(by_part[part.id] for part, _ in parts) // max(1, len(box.postures)) - POSTURE_OVERHEAD_SECONDS
    return _tidy(max(MIN_POSTURE_SECONDS, min(each, usual)))


def _with_kind(box: Box, kind: ActivityKind) -> list[tuple[Part, Activity]]:
    return [(part, activity) for part, activity in box.activities() if activity.kind is kind]


def _tidy(seconds: int) -> int:
    """Down to a multiple of 15 seconds, which is easier to say."""
    return max(15, seconds // 15 * 15)
