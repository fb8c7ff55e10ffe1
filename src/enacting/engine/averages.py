"""What is shown of marks given in secret: averages, and none that would say who gave which (RULES 2 and 6)."""

from typing import Final

from enacting.engine.board import ActivityId
from enacting.engine.cards import ConsequenceId
from enacting.engine.game import Game

MIN_GIVEN: Final = 3
"""From how many people an average keeps the secret: of one it is the marks; of two, each knows the other's."""
MIN_SPREAD: Final = 5
"""From how many people the marks themselves may be counted: of three, each would know those of the two others."""


def averages(game: Game) -> dict[ActivityId, dict[ConsequenceId, float]]:
    """The average mark of each consequence, for each rating that enough people gave; one alone keeps no secret."""
    minimum_given = MIN_GIVEN if len(game.players) > 1 else 1
    return {
        activity: {
            consequence.id: sum(marks[consequence.id] for marks in given.values()) / len(given)
            for consequence in game.box.description.consequences
        }
        for activity, given in game.ratings.items()
        if len(given) >= minimum_given
    }


def spreads(game: Game) -> dict[ActivityId, dict[ConsequenceId, tuple[int, ...]]]:
    """How many people gave each mark, the least first, for each rating that enough people gave."""
    scale = game.box.description.scale
    return {
        activity: {
            consequence.id: tuple(
                sum(marks[consequence.id] == mark for marks in given.values())
                for mark in range(scale.least, scale.most + 1)
            )
            for consequence in game.box.description.consequences
        }
        for activity, given in game.ratings.items()
        if len(given) >= MIN_SPREAD
    }


def kept_secret(game: Game) -> bool:
    """Whether marks were given of which nothing can be shown."""
    shown = averages(game)
    return any(given and activity not in shown for activity, given in game.ratings.items())
