"""The curtain before the marks that people give in secret: who has lifted it, and the marks they are giving.

Law: it has been seen before it can be lifted. What was chosen behind it when it is drawn again is kept for that person
and that activity, and is not shown any more: whoever lifts it sees that a mark was chosen, never which.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from enacting.engine.board import ActivityId
from enacting.engine.cards import ConsequenceId
from enacting.engine.game import PlayerId

Marks = Mapping[ConsequenceId, int]
Rating = tuple[ActivityId, PlayerId]
"""Whose marks, and in which activity: people give them before and after."""


@dataclass(slots=True)
class Curtain:
    """`open_for` is whose marks are being given, None while it is drawn; `drawn_at` the number of frames shown by then.

    `marks` are those chosen since it was lifted, `kept` those chosen before, by everybody who has not given them yet.
    """

    drawn_at: int
    open_for: Rating | None = None
    marks: Marks = field(default_factory=dict)
    kept: dict[Rating, Marks] = field(default_factory=dict)

    def lift(self, rating: Rating, frames: int) -> bool:
        """Open it for somebody; False when nobody has seen it yet, so many frames having been shown."""
        if frames == self.drawn_at:
            return False
        self.open_for, self.marks = rating, {}
        return True

    def mark(self, consequence: ConsequenceId, mark: int) -> None:
        """Give a mark for a consequence."""
        self.marks = {**self.marks, consequence: mark}

    @property
    def hidden(self) -> Marks:
        """What the person who has lifted it had chosen before."""
        return self.kept.get(self.open_for, {}) if self.open_for is not None else {}

    @property
    def chosen(self) -> Marks:
        """All that they have chosen, shown or not."""
        return {**self.hidden, **self.marks}

    @property
    def begun(self) -> Mapping[Rating, Marks]:
        """All that anybody has chosen and not given yet."""
        return self.kept if self.open_for is None else {**self.kept, self.open_for: self.chosen}

    def draw(self, frames: int) -> None:
        """Hide everything again, so many frames having been shown."""
        self.kept = dict(self.begun)
        self.drawn_at, self.open_for, self.marks = frames, None, {}

    def forget(self, player: PlayerId) -> None:
        """Somebody's marks have been given, or never will be."""
        self.kept = {rating: marks for rating, marks in self.kept.items() if rating[1] != player}
