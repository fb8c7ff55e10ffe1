"""The opening: the crisis is revealed, each person presents their persona (RULES 2), and rates (RULES 2 and 6)."""

from collections.abc import Iterator

from enacting.engine.agenda import Outcome, mark_done, next_to_speak
from enacting.engine.board import ActivityKind
from enacting.engine.events import ContextRevealed, CrisisRevealed, PersonaPresented, Rated, RatingLeftOut
from enacting.engine.game import FACILITATOR, Game, has_kind, replace, require_kind, require_own_words
from enacting.engine.moves import DoNotRate, Move, Present, Rate, RevealContext, RevealCrisis
from enacting.engine.refusals import Reason, require


def reveal_context(game: Game, move: RevealContext) -> Outcome:
    """Turn the context card over, before the crisis; anybody may (RULES 2)."""
    require_kind(game, ActivityKind.REVEAL)
    require(game.context is not None, Reason.NO_CONTEXT)
    require(not game.context_revealed, Reason.ALREADY_REVEALED)
    assert game.context is not None

    return replace(game, context_revealed=True), (ContextRevealed(card=game.context),)


def reveal_crisis(game: Game, move: RevealCrisis) -> Outcome:
    """Turn the crisis card over, and the context with it where it still lies face down; anybody may (RULES 2)."""
    require_kind(game, ActivityKind.REVEAL)
    require(not game.revealed, Reason.ALREADY_REVEALED)

    return replace(game, revealed=True, context_revealed=True), (CrisisRevealed(card=game.crisis),)


def present(game: Game, move: Present) -> Outcome:
    """Note that somebody has presented themselves (RULES 2)."""
    require_kind(game, ActivityKind.PRESENT)
    require_own_words(game, move.by, move.player)
    require(move.player not in game.done, Reason.ALREADY_PRESENTED)

    game, events = mark_done(game, move.player)
    return game, (PersonaPresented(player=move.player), *events)


def rate(game: Game, move: Rate) -> Outcome:
    """Keep one person's marks, one for each consequence (RULES 2 and 6)."""
    require_kind(game, ActivityKind.RATE)
    require_own_words(game, move.by, move.player)
    require(move.player not in game.done, Reason.ALREADY_RATED)
    consequences = {consequence.id for consequence in game.box.description.consequences}
    scale = game.box.description.scale
    require(set(move.marks) == consequences, Reason.RATING_INCOMPLETE)
    require(all(scale.least <= mark <= scale.most for mark in move.marks.values()), Reason.RATING_OFF_SCALE)

    activity = game.agenda[game.activity][1].id
    given = {**game.ratings.get(activity, {}), move.player: dict(move.marks)}
    game, events = mark_done(replace(game, ratings={**game.ratings, activity: given}), move.player)
    return game, (Rated(player=move.player), *events)


def do_not_rate(game: Game, move: DoNotRate) -> Outcome:
    """Leave one person's rating out (RULES 2)."""
    require_kind(game, ActivityKind.RATE)
    require_own_words(game, move.by, move.player)
    require(move.player not in game.done, Reason.ALREADY_RATED)

    game, events = mark_done(game, move.player)
    return game, (RatingLeftOut(player=move.player), *events)


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now."""
    if has_kind(game, ActivityKind.REVEAL):
        yield RevealContext(by=FACILITATOR)
        yield RevealCrisis(by=FACILITATOR)
    player = next_to_speak(game)
    if player is not None and has_kind(game, ActivityKind.PRESENT):
        yield Present(by=player, player=player)
    if player is not None and has_kind(game, ActivityKind.RATE):
        lowest = game.box.description.scale.least
        yield Rate(
            by=player,
            player=player,
            marks={consequence.id: lowest for consequence in game.box.description.consequences},
        )
        yield DoNotRate(by=player, player=player)
