"""Which sounds what happened makes, each when its movement is seen. The end of a discussion is always silent."""

from __future__ import annotations

from collections.abc import Iterable

from enacting.engine.events import (
    Adopted,
    ContextRevealed,
    CrisisRevealed,
    Dropped,
    Event,
    KeptForLater,
    Linked,
    MechanismKept,
    MechanismsDrawn,
    OpinionGiven,
    PartStarted,
    PersonaPresented,
    PostureDrawn,
    PosturePlaced,
    ProposalMoved,
    Proposed,
    QuestionAsked,
    SessionEnded,
    SystemNamed,
    TakenBack,
    TroubleDrawn,
    TurnStarted,
)
from enacting.engine.game import Game
from enacting.ui.table.announcements import STAMP_RESTS
from enacting.ui.table.movements import shows_ratings
from enacting.ui.window.motion import STAMP_SECONDS
from enacting.ui.window.sound import Cue

ROOM_FOR_ONE = 0.6
"""Seconds before another sound of the same moment."""


def sounds_of(events: Iterable[Event], game: Game) -> tuple[Cue, ...]:
    """The sounds of what happened, the first at once; of those that would be heard together, only the first."""
    events = tuple(events)
    if shows_ratings(events, game):
        return (Cue("ratings"),)
    cues: list[Cue] = []
    for event in events:
        name = _sound_of(event)
        if not name:
            continue
        follows_stamp = any(cue.sound == "adopt" for cue in cues)
        cue = Cue(name, STAMP_SECONDS + STAMP_RESTS if follows_stamp else 0.0)
        if all(abs(cue.delay - other.delay) >= ROOM_FOR_ONE for other in cues):
            cues.append(cue)
    return tuple(cues)


def _sound_of(event: Event) -> str:
    """The name of the sound of an event; "" for none."""
    match event:
        case PostureDrawn() | MechanismsDrawn():
            return "draw"
        case ContextRevealed() | PersonaPresented() | TroubleDrawn() | QuestionAsked():
            return "turn-over"
        case CrisisRevealed():
            return "crisis"
        case PosturePlaced() | Proposed() | MechanismKept() | ProposalMoved() | TakenBack():
            return "place"
        case OpinionGiven():
            return "disc"
        case Adopted():
            return "adopt"
        case KeptForLater() | Dropped():
            return "aside"
        case PartStarted():
            return "part"
        case TurnStarted():
            return "turn"
        case Linked():
            return "link"
        case SystemNamed():
            return "name"
        case SessionEnded():
            return "end"
        case _:
            return ""
