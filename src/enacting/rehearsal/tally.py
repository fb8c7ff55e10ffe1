"""What many rehearsed sessions say of a box, added up one after the other."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from enacting.engine.board import Box, PartId, SeatId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.refusals import Reason
from enacting.rehearsal.playing import Played

CROWDED: Final = 7
"""How many cards a space of the board shows well; more than that are many."""


@dataclass(slots=True)
class LengthTally:
    """The sessions of one length. Seconds by part, as played and as planned, summed over the sessions."""

    sessions: int = 0
    placed: list[int] = field(default_factory=list)
    rounds_played: int = 0
    rounds_planned: int = 0
    seconds: Counter[PartId] = field(default_factory=Counter)
    planned_seconds: Counter[PartId] = field(default_factory=Counter)
    cut_short: Counter[PartId] = field(default_factory=Counter)

    @property
    def median_placed(self) -> float:
        """The median number of cards on the board at the end."""
        return median(self.placed) if self.placed else 0.0

    def mean_minutes(self, part: PartId) -> float:
        """How long that part lasts, in minutes."""
        return self.seconds[part] / 60 / self.sessions if self.sessions else 0.0

    def mean_planned(self, part: PartId) -> float:
        """How long that part is planned to last, in minutes."""
        return self.planned_seconds[part] / 60 / self.sessions if self.sessions else 0.0


@dataclass(slots=True)
class Tally:
    """All sessions together. A card is counted once a session; the counts of spaces and consequences are of cards."""

    sessions: int = 0
    moves: int = 0
    lengths: dict[str, LengthTally] = field(default_factory=dict)
    drawn: Counter[CardId] = field(default_factory=Counter)
    placed: Counter[CardId] = field(default_factory=Counter)
    later: Counter[CardId] = field(default_factory=Counter)
    dropped: Counter[CardId] = field(default_factory=Counter)
    crises: Counter[CardId] = field(default_factory=Counter)
    by_space: Counter[SeatId] = field(default_factory=Counter)
    most_in_space: dict[SeatId, int] = field(default_factory=dict)
    crowded: Counter[SeatId] = field(default_factory=Counter)
    answered: Counter[ConsequenceId] = field(default_factory=Counter)
    unanswered: Counter[ConsequenceId] = field(default_factory=Counter)
    links: int = 0
    refused: Counter[Reason] = field(default_factory=Counter)

    def add(self, played: Played) -> None:
        """Add one session."""
        self.sessions += 1
        self.moves += played.moves
        self.drawn.update(played.drawn)
        self.placed.update(played.placed)
        self.later.update(played.later)
        self.dropped.update(played.dropped)
        self.crises[played.crisis] += 1
        self.links += played.links
        self.refused.update(played.refused)
        for space, cards in played.by_space.items():
            self.by_space[space] += cards
            self.most_in_space[space] = max(self.most_in_space.get(space, 0), cards)
            self.crowded[space] += cards > CROWDED
        for consequence, answers in played.answered.items():
            self.answered[consequence] += answers
            self.unanswered[consequence] += answers == 0
        self._add_length(played)

    def _add_length(self, played: Played) -> None:
        length = self.lengths.setdefault(played.length, LengthTally())
        length.sessions += 1
        length.placed.append(len(played.placed))
        length.rounds_played += played.rounds_played
        length.rounds_planned += played.rounds_planned
        length.seconds.update(played.seconds)
        length.planned_seconds.update(played.planned_seconds)
        length.cut_short.update(played.cut_short)


def never(box: Box, counted: Mapping[CardId, int]) -> tuple[CardId, ...]:
    """The mechanisms of the box that are not counted at all, in the order of the deck."""
    return tuple(card for card in box.mechanisms if not counted.get(card))
