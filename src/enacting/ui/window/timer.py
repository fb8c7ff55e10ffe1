"""The timer of a discussion: it suggests and never forces. Past its end it counts the overrun.

It measures nothing itself: the session gives the time spent, so that a resumed session, an undo and a dialog left open
all show the same.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Timer:
    """`key` says what is timed. `before` are the seconds spent on it up to the last move, `since` those after it."""

    key: object = None
    planned: float = 0.0
    before: float = 0.0
    since: float = 0.0
    _added: dict[object, list[float]] = field(default_factory=dict)

    def start(self, key: object, planned: float, before: float = 0.0) -> None:
        """Time that: its planned seconds, and the seconds spent on it up to the last move."""
        self.key, self.planned, self.before = key, planned, before

    def update(self, since: float) -> bool:
        """Set the seconds since the last move; returns whether the displayed second has changed."""
        previous, self.since = self.left, since
        return self.left != previous

    def add(self, seconds: float) -> None:
        """Add that many seconds; past the end, that many from now on."""
        overrun = max(0.0, self.spent - self.total)
        self._added.setdefault(self.key, []).append(overrun + seconds)

    def take_back(self) -> None:
        """Take back what was added last."""
        self._added[self.key].pop()

    @property
    def added(self) -> float:
        """The seconds added to what is timed."""
        return sum(self._added.get(self.key, ()))

    @property
    def total(self) -> float:
        """The planned seconds with those added; 0 when nothing is timed."""
        return self.planned + self.added if self.planned else 0.0

    @property
    def spent(self) -> float:
        """Seconds spent on it."""
        return self.before + self.since

    @property
    def left(self) -> int:
        """Whole seconds left, negative past the end."""
        return round(self.total - self.spent)

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self.total > 0 and self.left < 0

    @property
    def part(self) -> float:
        """The part of the time that is left, 0 to 1."""
        return max(0.0, min(1.0, self.left / self.total)) if self.total else 0.0

    @property
    def text(self) -> str:
        """The time left: 3:42, or +0:20 past the end."""
        seconds = abs(self.left)
        return f"{'+' if self.left < 0 else ''}{seconds // 60}:{seconds % 60:02}"
