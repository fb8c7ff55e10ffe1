"""The timer of a discussion: it suggests and never forces. Past its end it counts what is over.

It keeps no time of its own: what has been spent is told by the session, so that a session taken up again, an undo and a
dialog left open all show the same.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Timer:
    """`key` says what is timed. `before` are the seconds spent on it up to the last move, `since` those after it."""

    key: object = None
    meant: float = 0.0
    before: float = 0.0
    since: float = 0.0
    _more: dict[object, float] = field(default_factory=dict)

    def time(self, key: object, meant: float, before: float = 0.0) -> None:
        """Time that: how long it is meant to last, and what has been spent on it up to the last move."""
        self.key, self.meant, self.before = key, meant, before

    def look(self, since: float) -> bool:
        """So many seconds have passed since the last move; True when another second shows."""
        shown, self.since = self.left, since
        return self.left != shown

    def add(self, seconds: float) -> None:
        """Allow that much more; when it is over, that much from now on."""
        over = max(0.0, self.spent - self.total)
        self._more[self.key] = self._more.get(self.key, 0.0) + over + seconds

    @property
    def total(self) -> float:
        """How long it is meant to last, with what was allowed on the way; 0 when nothing is timed."""
        return self.meant + self._more.get(self.key, 0.0) if self.meant else 0.0

    @property
    def spent(self) -> float:
        """Seconds spent on it."""
        return self.before + self.since

    @property
    def left(self) -> int:
        """Whole seconds left, negative when it is over."""
        return round(self.total - self.spent)

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self.total > 0 and self.left < 0

    @property
    def part(self) -> float:
        """What is left of the whole, 0 to 1."""
        return max(0.0, min(1.0, self.left / self.total)) if self.total else 0.0

    @property
    def text(self) -> str:
        """3:42, or +0:20 when it is over."""
        seconds = abs(self.left)
        return f"{'+' if self.left < 0 else ''}{seconds // 60}:{seconds % 60:02}"
