"""The timer of a discussion: it suggests and never forces. Past its end it counts what is over."""

from dataclasses import dataclass


@dataclass(slots=True)
class Timer:
    """`key` says what is timed: another key starts it anew. Seconds are those of the session's stopwatch."""

    key: object = None
    total: float = 0.0
    spent: float = 0.0
    _looked: float | None = None

    def time(self, key: object, total: float) -> None:
        """Time that, from the beginning if it is something else than before."""
        if key != self.key:
            self.key, self.total, self.spent, self._looked = key, total, 0.0, None

    def look(self, now: float, *, paused: bool) -> bool:
        """Count the time since the last look; True when another second shows."""
        before = self.left
        if self._looked is not None and not paused:
            passed = now - self._looked
            if 0 < passed < 5:
                self.spent += passed
        self._looked = now
        return self.left != before

    def add(self, seconds: float) -> None:
        """Allow that much more."""
        self.total += seconds

    @property
    def left(self) -> int:
        """Whole seconds left, negative when it is over."""
        return round(self.total - self.spent)

    @property
    def part(self) -> float:
        """What is left of the whole, 0 to 1."""
        return max(0.0, min(1.0, self.left / self.total)) if self.total else 0.0

    @property
    def text(self) -> str:
        """3:42, or +0:20 when it is over."""
        seconds = abs(self.left)
        return f"{'+' if self.left < 0 else ''}{seconds // 60}:{seconds % 60:02}"
