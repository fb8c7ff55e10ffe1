"""Counts over the sessions of one box: what became of each mechanism, under which postures, and the marks together."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.written import is_written
from enacting.harvest.pooled.table_facts import Marks, Outcome, TableFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class MechanismCount:
    """In how many sessions a printed mechanism was drawn, and what became of it.

    `contested` counts the sessions in which somebody dissented from it; reservations and objections are all counted.
    """

    card: CardId
    drawn: int
    adopted: int
    later: int
    dropped: int
    contested: int
    reservations: int
    objections: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PooledMarks:
    """The marks before and after of as many sessions."""

    sessions: int
    before: Marks
    after: Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleCount:
    """In how many sessions it came; what was said of proposals then, and the words on those that gave way."""

    card: CardId
    sessions: int
    judged: int
    gave_way: int
    words: tuple[str, ...]


def mechanism_counts(tables: Iterable[TableFacts]) -> list[MechanismCount]:
    """Every printed mechanism that came before a table or was drawn, the most adopted first."""
    drawn: Counter[CardId] = Counter()
    became: Counter[tuple[CardId, Outcome]] = Counter()
    contested: Counter[CardId] = Counter()
    reservations: Counter[CardId] = Counter()
    objections: Counter[CardId] = Counter()
    for table in tables:
        drawn.update(table.drawn)
        for each in table.mechanisms:
            became[each.card, each.outcome] += 1
            contested[each.card] += bool(each.reservations or each.objections)
            reservations[each.card] += each.reservations
            objections[each.card] += each.objections
    cards = {*drawn, *(card for card, _ in became)}
    counts = [
        MechanismCount(
            card=card,
            drawn=drawn[card],
            adopted=became[card, Outcome.ADOPTED],
            later=became[card, Outcome.LATER],
            dropped=became[card, Outcome.DROPPED],
            contested=contested[card],
            reservations=reservations[card],
            objections=objections[card],
        )
        for card in cards
        if not is_written(card)
    ]
    return sorted(counts, key=lambda each: (-each.adopted, -each.later, -each.drawn, each.card))


def reasons_by_mechanism(tables: Iterable[TableFacts]) -> Mapping[CardId, tuple[str, ...]]:
    """Why people had reservations and objections, each sentence once, by printed mechanism."""
    found: dict[CardId, dict[str, None]] = {}
    for table in tables:
        for each in table.mechanisms:
            if each.reasons and not is_written(each.card):
                found.setdefault(each.card, {}).update(dict.fromkeys(each.reasons))
    return {card: tuple(reasons) for card, reasons in found.items()}


def posture_counts(tables: Iterable[TableFacts]) -> Counter[CardId]:
    """How many proposals were adopted under each posture."""
    return Counter(each.posture for table in tables for each in table.adopted if each.posture is not None)


def by(
    tables: Iterable[TableFacts], key: Callable[[TableFacts], CardId | None]
) -> list[tuple[CardId | None, list[TableFacts]]]:
    """The sessions by crisis or by place, the most played first."""
    groups: dict[CardId | None, list[TableFacts]] = {}
    for table in tables:
        groups.setdefault(key(table), []).append(table)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0] or ""))


def pooled_marks(tables: Iterable[TableFacts]) -> PooledMarks | None:
    """The marks of the sessions that have enough of them before and after, together; None when no session has."""
    rated = [(table.before, table.after) for table in tables if table.before is not None and table.after is not None]
    if not rated:
        return None
    before, after = zip(*rated, strict=True)
    return PooledMarks(sessions=len(rated), before=_together(before), after=_together(after))


def trouble_counts(tables: Iterable[TableFacts]) -> list[TroubleCount]:
    """What happened to the systems, what made the most of them give way first."""
    came: dict[CardId, list[TableFacts]] = {}
    for table in tables:
        if table.trouble is not None:
            came.setdefault(table.trouble, []).append(table)
    counts = [_trouble_count(card, those) for card, those in came.items()]
    return sorted(counts, key=lambda each: (-each.gave_way, -each.sessions, each.card))


def _trouble_count(card: CardId, tables: Sequence[TableFacts]) -> TroubleCount:
    judged = [each for table in tables for each in table.adopted if each.holds is not None]
    gave_way = [each for each in judged if not each.holds]
    return TroubleCount(
        card=card,
        sessions=len(tables),
        judged=len(judged),
        gave_way=len(gave_way),
        words=tuple(dict.fromkeys(each.verdict for each in gave_way if each.verdict)),
    )


def _together(marks: Iterable[Marks]) -> Marks:
    """The marks of several sessions as those of one."""
    people = 0
    sums: Counter[ConsequenceId] = Counter()
    spread: dict[ConsequenceId, tuple[int, ...]] = {}
    for each in marks:
        people += each.people
        sums.update(each.sums)
        for consequence, counts in each.spread.items():
            before = spread.get(consequence, (0,) * len(counts))
            spread[consequence] = tuple(map(sum, zip(before, counts, strict=True)))
    return Marks(people=people, sums=sums, spread=spread)
