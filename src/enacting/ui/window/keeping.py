"""What is being written is kept a second after the last key, without anybody asking for it."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

KEPT_AFTER_SECONDS: Final = 1.0

Value = TypeVar("Value")


class Keeper(Generic[Value]):
    """Writes a value once it has stayed the same for a while; never the one that is kept already."""

    def __init__(self, kept: Value, write: Callable[[Value], None]) -> None:
        self._seen = self._kept = kept
        self._since = 0.0
        self._write = write

    def look(self, value: Value, now: float) -> None:
        """Look at the value as it is at that second."""
        if value != self._seen:
            self._seen, self._since = value, now
        if now - self._since >= KEPT_AFTER_SECONDS:
            self.keep(value)

    def keep(self, value: Value) -> None:
        """Keep the value at once."""
        self._seen = value
        if value != self._kept:
            self._kept = value
            self._write(value)
