"""Every key that a designer can write in any file of a box."""

import dataclasses
from functools import cache

from enacting.engine import board, cards


@cache
def known_keys() -> frozenset[str]:
    """The names of the fields of all that is printed."""
    shapes = [kind for module in (board, cards) for kind in vars(module).values() if isinstance(kind, type)]
    named = {field.name for shape in shapes if dataclasses.is_dataclass(shape) for field in dataclasses.fields(shape)}
    return frozenset(named | {"format", "language"})
