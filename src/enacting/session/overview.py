"""The whole session at a glance: what happened, line by line, each with the moment it leads back to.

Law: nothing given in secret is in a line: a line says that a rating was given, never with which marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from enacting.engine.board import ActivityId, ActivityKind, PartId
from enacting.engine.events import (
    ActivityEnded,
    Adopted,
    ContextRevealed,
    CrisisRevealed,
    Dropped,
    Event,
    KeptForLater,
    Linked,
    NextStepAdded,
    PartKept,
    PartSkipped,
    PlanChanged,
    PlayerAdded,
    PlayerCameBack,
    PlayerRemoved,
    PosturePlaced,
    ProposalMoved,
    QuestionAsked,
    SystemNamed,
    TakeawayLeft,
    TakenBack,
    TurnPassed,
    Unlinked,
    WordLeft,
)
from enacting.engine.game import Game, PlayerId, has_kind
from enacting.engine.moves import PlacePosture
from enacting.session.session import LogEntry

WORTH_A_LINE: Final = (
    *(ContextRevealed, CrisisRevealed, PosturePlaced, Adopted, KeptForLater, Dropped, TurnPassed),
    *(ProposalMoved, TakenBack, Linked, Unlinked, SystemNamed, QuestionAsked, TakeawayLeft, WordLeft, NextStepAdded),
    *(PlayerAdded, PlayerRemoved, PlayerCameBack, PartSkipped, PartKept, PlanChanged),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What happened in one move: after it `count` moves are in force, and `seconds` have been played.

    `player` is whose turn it was, in which round, 0 where there is but one. `taken_back` says that redo would bring it
    back.
    """

    count: int
    seconds: int
    part: PartId
    activity: ActivityId
    player: PlayerId | None
    round: int
    event: Event
    game: Game
    taken_back: bool


def lines_of(first: Game, in_force: Sequence[LogEntry], taken_back: Sequence[LogEntry] = ()) -> tuple[Line, ...]:
    """The lines of a session, in order; moves taken back come last, in the order redo would play them."""
    lines: list[Line] = []
    before, seconds = first, 0
    for count, entry in enumerate((*in_force, *taken_back), start=1):
        seconds += entry.played.seconds
        event = _listed_event(entry, lines)
        if event is not None and not before.over:
            part, activity = before.agenda[before.activity]
            lines.append(
                Line(
                    count=count,
                    seconds=seconds,
                    part=part.id,
                    activity=activity.id,
                    player=before.turn.player if before.turn is not None else None,
                    round=_round(before),
                    event=event,
                    game=entry.game,
                    taken_back=count > len(in_force),
                )
            )
        before = entry.game
    return tuple(lines)


def _round(game: Game) -> int:
    several = game.setup.plan.rounds > 1 or game.round > 1
    return game.round if several and has_kind(game, ActivityKind.MECHANISMS) else 0


def _listed_event(entry: LogEntry, lines: Sequence[Line]) -> Event | None:
    """The event of a move that makes its line; the end of an activity when it has no other line."""
    for event in entry.events:
        dealt_by_rules = isinstance(event, PosturePlaced) and not isinstance(entry.move, PlacePosture)
        if isinstance(event, WORTH_A_LINE) and not dealt_by_rules:
            return event
    for event in entry.events:
        if isinstance(event, ActivityEnded) and not any(line.activity == event.activity for line in lines):
            return event
    return None
