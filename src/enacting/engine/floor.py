"""Giving the floor: who speaks and, if the table wants it kept, for how long (RULES 4.2)."""

from collections.abc import Iterator

from enacting.engine.agenda import Outcome
from enacting.engine.events import FloorEnded, FloorGiven, SpeechKept, SpeechNotKept
from enacting.engine.game import FACILITATOR, Game, PlayerId, replace, require_present
from enacting.engine.moves import EndFloor, GiveFloor, KeepSpeech, Move
from enacting.engine.refusals import Reason, require


def give_floor(game: Game, move: GiveFloor) -> Outcome:
    """Let somebody speak, instead of the person who was speaking (RULES 4.2)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    require_present(game, move.player)
    require(game.floor != move.player, Reason.ALREADY_HAS_FLOOR)

    return replace(game, floor=move.player), (FloorGiven(player=move.player),)


def end_floor(game: Game, move: EndFloor) -> Outcome:
    """Nobody in particular speaks any more (RULES 4.2)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    require(game.floor is not None, Reason.NOBODY_HAS_FLOOR)

    speaker = PlayerId(game.floor or "")
    return replace(game, floor=None), (FloorEnded(player=speaker),)


def keep_speech(game: Game, move: KeepSpeech) -> Outcome:
    """Keep the share of speech from now on, or keep it no more (RULES 4.2)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    require(move.kept is not game.speech_kept, Reason.NOTHING_CHANGES)

    return replace(game, speech_kept=move.kept), (SpeechKept() if move.kept else SpeechNotKept(),)


def with_time(game: Game, seconds: int) -> Game:
    """The same game, `seconds` later: the part's time, and the speaker's where it is kept, have grown."""
    if game.activity >= len(game.agenda):
        return game
    part, spent, speaker, speech = game.agenda[game.activity][0].id, game.spent_seconds, game.floor, game.speech_seconds
    spent = {**spent, part: spent.get(part, 0) + seconds}
    if speaker is None or not game.speech_kept:
        return replace(game, spent_seconds=spent)
    return replace(game, spent_seconds=spent, speech_seconds={**speech, speaker: speech.get(speaker, 0) + seconds})


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now."""
    yield EndFloor(by=FACILITATOR)
    yield KeepSpeech(by=FACILITATOR, kept=not game.speech_kept)
    for player in game.present:
        yield GiveFloor(by=FACILITATOR, player=player.id)
