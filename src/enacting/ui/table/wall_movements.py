"""What moves on the wall when something has happened: slower than at the laptop, for twelve people follow it.

Law: as in the window of the game, a movement only changes how items are painted that are already in their place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from enacting.engine.averages import averages
from enacting.engine.events import (
    Adopted,
    CrisisRevealed,
    Event,
    PartStarted,
    SessionEnded,
    SystemNamed,
    TakeawayLeft,
    TurnStarted,
)
from enacting.engine.game import Game
from enacting.ui.items.marks import AFTER_SECONDS, BEFORE_SECONDS, PAUSE_SECONDS
from enacting.ui.table.movements import (
    CONSEQUENCE_SECONDS,
    MARKS_SECONDS,
    SCENE_SECONDS,
    TITLE_SECONDS,
    shows_ratings,
)
from enacting.ui.window.motion import Appear, Movements, Stamp

STAMP_AFTER: Final = 0.35
"""Seconds in which the card is seen before it is stamped."""
MENDED_SECONDS: Final = 0.6
WORDS_SECONDS: Final = 0.3
NAME_SECONDS: Final = 0.6
ROW_SECONDS: Final = BEFORE_SECONDS + PAUSE_SECONDS + AFTER_SECONDS
"""How long a row of ratings takes; the next one begins after it."""


def wall_movements_of(movements: Movements, events: Iterable[Event], game: Game) -> Movements:
    """The movements of the wall: those of the window of the game, without what that announces, and its own."""
    events = tuple(events)
    stamps: dict[str, Stamp] = {}
    appearing: dict[str, Appear] = {}
    growing: dict[str, float] = {}
    for event in events:
        match event:
            case CrisisRevealed():
                appearing |= _crisis_appears(game)
            case Adopted():
                stamps["stamp"] = Stamp(delay=STAMP_AFTER)
                appearing |= _adoption_appears(game)
            case PartStarted():
                appearing |= {name: Appear(WORDS_SECONDS) for name in ("words-ground", "number", "title", "line")}
            case TurnStarted():
                appearing |= {name: Appear(WORDS_SECONDS) for name in ("turn-caption", "turn-name", "does")}
            case TakeawayLeft():
                appearing |= {f"last-{part}": Appear(WORDS_SECONDS) for part in ("ground", "disc", "disc-ring", "text")}
            case SessionEnded():
                appearing |= _sentences_come(game)
            case SystemNamed():
                appearing |= {name: Appear(NAME_SECONDS) for name in ("name", "title")}
            case _:
                pass
    if shows_ratings(events, game):
        growing, appearing = _ratings_unroll(game)
    return replace(
        movements,
        stamps={**movements.stamps, **stamps},
        appearing={**movements.appearing, **appearing},
        growing={**movements.growing, **growing},
        announcements=(),
    )


def _crisis_appears(game: Game) -> dict[str, Appear]:
    """The scene, then the title, then each consequence."""
    found = {"scene": Appear(SCENE_SECONDS)}
    found |= {name: Appear(TITLE_SECONDS, SCENE_SECONDS) for name in ("words-ground", "title", "text")}
    delay = SCENE_SECONDS + TITLE_SECONDS
    for consequence in game.box.description.consequences:
        for name in ("", "edge-", "badge-", "icon-", "name-", "text-"):
            found[f"quarter-{name}{consequence.id}"] = Appear(CONSEQUENCE_SECONDS, delay)
        delay += CONSEQUENCE_SECONDS
    return found


def _adoption_appears(game: Game) -> dict[str, Appear]:
    """After the stamp its word and the names, then what mends."""
    after = STAMP_AFTER + 0.15
    found = {name: Appear(WORDS_SECONDS, after) for name in ("stamp-word", "adopted-by")}
    for consequence in game.box.description.consequences:
        for name in ("", "icon-", "marks-"):
            found[f"mended-{name}{consequence.id}"] = Appear(MENDED_SECONDS, after + WORDS_SECONDS)
    found |= {name: Appear(WORDS_SECONDS, after + WORDS_SECONDS) for name in ("following-ground", "following")}
    return found


def _sentences_come(game: Game) -> dict[str, Appear]:
    """The sentences of the last picture, one after the other, then the thanks."""
    found = {}
    count = sum(player.id in game.takeaways for player in game.players)
    for index in range(count):
        names = (f"sentence-{part}-{index}" for part in ("ground", "disc"))
        for name in (*names, f"sentence-disc-{index}-ring", f"sentence-{index}"):
            found[name] = Appear(WORDS_SECONDS, index * WORDS_SECONDS)
    return found | {name: Appear(WORDS_SECONDS, count * WORDS_SECONDS) for name in ("thanks-ground", "thanks")}


def _ratings_unroll(game: Game) -> tuple[dict[str, float], dict[str, Appear]]:
    """Row after row: what was thought before, a pause, what is thought after and its number."""
    bars: dict[str, float] = {}
    numbers: dict[str, Appear] = {}
    last = min(len(averages(game)), 2) - 1
    for row, consequence in enumerate(game.box.description.consequences):
        begins = row * ROW_SECONDS
        after = begins + (BEFORE_SECONDS + PAUSE_SECONDS if last else 0.0)
        bars[f"bar-{consequence.id}-0"] = begins
        bars[f"bar-{consequence.id}-{last}"] = after
        numbers[f"average-{consequence.id}-0"] = Appear(MARKS_SECONDS, begins)
        numbers[f"average-last-{consequence.id}"] = Appear(MARKS_SECONDS, after + AFTER_SECONDS - MARKS_SECONDS)
        numbers[f"average-most-{consequence.id}"] = Appear(
            MARKS_SECONDS, len(game.box.description.consequences) * ROW_SECONDS
        )
    return bars, numbers
