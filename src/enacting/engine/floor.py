"""Giving the floor: who speaks, and for how long (RULES 4.2)."""

from collections.abc import Iterator

from enacting.engine.agenda import Outcome
from enacting.engine.events import FloorEnded, FloorGiven
from enacting.engine.game import FACILITATOR, Game, PlayerId, but, require_present
from enacting.engine.moves import EndFloor, GiveFloor, Move
from enacting.engine.refusals import Reason, require


def give_floor(game: Game, move: GiveFloor) -> Outcome:
    """Let somebody speak, instead of whoever was speaking (RULES 4.2)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    require_present(game, move.player)
    require(game.floor != move.player, Reason.ALREADY_HAS_FLOOR)

    return but(game, floor=move.player), (FloorGiven(player=move.player),)


def end_floor(game: Game, move: EndFloor) -> Outcome:
    """Nobody in particular speaks any more (RULES 4.2)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    require(game.floor is not None, Reason.NOBODY_HAS_FLOOR)

    speaker = PlayerId(game.floor or "")
    return but(game, floor=None), (FloorEnded(player=speaker),)


def with_time(game: Game, seconds: int) -> Game:
    """The same game, `seconds` later: the part's time, and the speaker's, have grown."""
    if game.activity >= len(game.agenda):
        return game
    part, spent, speaker, speech = game.agenda[game.activity][0].id, game.spent_seconds, game.floor, game.speech_seconds
    spent = {**spent, part: spent.get(part, 0) + seconds}
    if speaker is None:
        return but(game, spent_seconds=spent)
    return but(game, spent_seconds=spent, speech_seconds={**speech, speaker: speech.get(speaker, 0) + seconds})


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now."""
    yield EndFloor(by=FACILITATOR)
    for one in game.present:
        yield GiveFloor(by=FACILITATOR, player=one.id)
