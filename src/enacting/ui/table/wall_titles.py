"""What the wall shows for a while before it follows the table again: that a part begins, the averages of the ratings.

Law: whatever is done next ends it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from enacting.engine.averages import averages
from enacting.engine.board import ActivityKind
from enacting.engine.events import ActivityEnded, Event, PartStarted
from enacting.engine.game import Game

PART_SECONDS: Final = 4.0
RATINGS_SECONDS: Final = 30.0
TALKS: Final = (ActivityKind.DISCUSS, ActivityKind.TAKEAWAYS)


class WallTitle(StrEnum):
    """What is shown for a while."""

    PART = "part"
    RATINGS = "ratings"


@dataclass(slots=True)
class WallTitles:
    """What is still to be shown, and until when."""

    _ends: dict[WallTitle, float] = field(default_factory=dict)

    @property
    def shown(self) -> WallTitle | None:
        """What is shown now."""
        return next(iter(self._ends), None)

    def follow(self, events: Iterable[Event], game: Game, now: float) -> None:
        """Start again after these events."""
        self._ends.clear()
        kinds = {activity.id: activity.kind for _, activity in game.box.activities()}
        for event in events:
            if isinstance(event, PartStarted):
                self._ends[WallTitle.PART] = now + PART_SECONDS
            rated = isinstance(event, ActivityEnded) and kinds[event.activity] is ActivityKind.RATE
            if rated and averages(game) and game.doing is not None and game.doing.kind in TALKS:
                self._ends[WallTitle.RATINGS] = now + RATINGS_SECONDS

    def tick(self, now: float) -> bool:
        """Whether something has been shown long enough."""
        over = [title for title, end in self._ends.items() if now >= end]
        for title in over:
            del self._ends[title]
        return bool(over)
