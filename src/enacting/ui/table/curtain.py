"""The curtain before the marks that people give in secret: who has lifted it, and the marks they are giving.

Law: it has been seen before it can be lifted. Drawing it forgets everything that was behind it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from enacting.engine.game import PlayerId


@dataclass(slots=True)
class Curtain:
    """`open_for` is who has lifted it, None while it is drawn. `drawn_at` is the number of frames shown by then."""

    drawn_at: int
    open_for: PlayerId | None = None
    marks: Mapping[str, int] = field(default_factory=dict)

    def lift(self, player: PlayerId, frames: int) -> bool:
        """Open it for somebody; False when nobody has seen it yet, so many frames having been shown."""
        if frames == self.drawn_at:
            return False
        self.open_for, self.marks = player, {}
        return True

    def mark(self, consequence: str, mark: int) -> None:
        """Give a mark for a consequence."""
        self.marks = {**self.marks, consequence: mark}

    def draw(self, frames: int) -> None:
        """Hide everything again, so many frames having been shown."""
        self.drawn_at, self.open_for, self.marks = frames, None, {}
