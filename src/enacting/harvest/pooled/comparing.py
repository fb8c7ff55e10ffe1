"""A few tables of one hall side by side: what they share, and where they differ."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.written import is_written
from enacting.harvest.pooled.table_facts import TableFacts

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A mechanism that several tables adopted, by their places in what is compared; under which posture each did."""

    card: CardId
    tables: tuple[int, ...]
    postures: tuple[tuple[CardId, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What several tables built, of cards printed in the same box.

    `only_one` counts the mechanisms that one table alone adopted; postures and consequences are those of every table,
    then those of some.
    """

    shared: tuple[Shared, ...]
    only_one: int
    postures_of_all: tuple[CardId, ...]
    postures_of_some: tuple[CardId, ...]
    answered_by_all: tuple[ConsequenceId, ...]
    answered_by_some: tuple[ConsequenceId, ...]

    @property
    def placed_otherwise(self) -> tuple[Shared, ...]:
        """The mechanisms that tables placed under different postures."""
        return tuple(each for each in self.shared if len(each.postures) > 1)


def compare(tables: Sequence[TableFacts]) -> Comparison:
    """Compare tables that played with the same box; what a table wrote itself is no other table's."""
    adopted: dict[CardId, dict[CardId, list[int]]] = {}
    for place, table in enumerate(tables):
        for each in table.adopted:
            if each.posture is not None and not is_written(each.card):
                adopted.setdefault(each.card, {}).setdefault(each.posture, []).append(place)
    found = [
        Shared(
            card=card,
            tables=tuple(sorted(place for places in postures.values() for place in places)),
            postures=tuple((posture, tuple(places)) for posture, places in postures.items()),
        )
        for card, postures in adopted.items()
    ]
    shared = [each for each in found if len(each.tables) > 1]
    all_postures, some_postures = _apart(({each.posture for each in table.adopted} for table in tables), len(tables))
    all_answers, some_answers = _apart(
        ({answer for each in table.adopted for answer in each.answers} for table in tables), len(tables)
    )
    return Comparison(
        shared=tuple(sorted(shared, key=lambda each: (-len(each.tables), each.card))),
        only_one=len(found) - len(shared),
        postures_of_all=tuple(each for each in all_postures if each is not None),
        postures_of_some=tuple(each for each in some_postures if each is not None),
        answered_by_all=tuple(all_answers),
        answered_by_some=tuple(some_answers),
    )


def _apart(sets: Iterable[set[T]], count: int) -> tuple[list[T], list[T]]:
    """What is in every set, and what is in some of them, in the order of their ids."""
    counts = Counter(each for members in sets for each in members)
    ids = sorted(counts, key=str)
    return [each for each in ids if counts[each] == count], [each for each in ids if counts[each] < count]
