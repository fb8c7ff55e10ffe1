"""Many sessions as tables of facts, for spreadsheets, programs and a database: one row a proposal, and others.

Law: the columns are the same for every pool, and their ids never change their meaning: people keep queries.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Final

from enacting.engine.cards import CardId, ConsequenceId
from enacting.harvest.pooled.pool import CardIdentity, Pool, PrintedBox
from enacting.harvest.pooled.table_facts import Marks, TableFacts
from enacting.harvest.tables import Spreadsheet, Value
from enacting.language.words import Words

FORMAT: Final = 1
"""Of the JSON and of the database: goes up when a program that reads them would have to change."""

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "sessions": (
        *("session", "day", "box", "people", "crisis_id", "crisis", "place_id", "place", "decision", "system"),
        *("adopted", "links", "trouble_id", "trouble", "unfinished", "on_paper"),
    ),
    "proposals": (
        *("session", "day", "box", "people", "crisis_id", "crisis", "place_id", "place", "decision"),
        *("mechanism_id", "mechanism", "mechanism_place", "mechanism_year", "outcome", "posture_id", "posture"),
        *("addresses", "allies", "agreeing", "reservations", "objections", "amendments", "minutes", "holds"),
    ),
    "ratings": ("session", "consequence_id", "consequence", "before", "before_people", "after", "after_people"),
    "reservations": ("session", "mechanism_id", "mechanism", "outcome", "text"),
    "takeaways": ("session", "text"),
    "next_steps": ("session", "what", "when"),
    "cards": ("session", "card", "title", "text", "outcome"),
}
"""The columns of each table. `mechanism` and the like are in the language of the report, ids are those of the box."""

NO_FACE: Final = CardIdentity("")


def tables_of(pool: Pool) -> tuple[Spreadsheet, ...]:
    """Every table, those without rows too, so that a query works on any pool. `session` is a number from 1."""
    rows: dict[str, list[tuple[Value, ...]]] = {key: [] for key in COLUMNS}
    for number, table in enumerate(pool.tables, start=1):
        for key, row in _rows(table, pool.boxes[table.box]):
            rows[key].append((number, *row))
    return tuple(Spreadsheet(key, COLUMNS[key], tuple(rows[key])) for key in COLUMNS)


def as_json(pool: Pool, words: Words) -> str:
    """The same tables as JSON, each row an object by column on a line of its own, with accents as they are."""
    tables = (f'"{table.key}": [{_lines(table)}]' for table in tables_of(pool))
    head = (f'"format": {FORMAT}', f'"language": {_written(words.language)}')
    return "{" + ",\n".join((*head, *tables)) + "}\n"


def _lines(table: Spreadsheet) -> str:
    """The rows of a table; one by one, since a large pool written at once would take much memory."""
    return ",\n".join(_written(dict(zip(table.headings, row, strict=True))) for row in table.rows)


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def face_of(table: TableFacts, faces: Mapping[CardId, CardIdentity], card: CardId | None) -> CardIdentity:
    """The card as it is called at that table: printed, or written there; nothing where there is none."""
    if card is None:
        return NO_FACE
    return faces.get(card) or CardIdentity(table.titles.get(card, card))


def _rows(table: TableFacts, box: PrintedBox) -> Iterable[tuple[str, tuple[Value, ...]]]:
    """The rows of a session, each with the table that it belongs to."""
    crisis = face_of(table, box.crises, table.crisis).title
    place = face_of(table, box.contexts, table.context).title
    common = (
        *(table.day, box.title, table.people, table.crisis, crisis),
        *(table.context or "", place, table.decision.value),
    )
    trouble = face_of(table, box.troubles, table.trouble).title
    yield (
        "sessions",
        (
            *(*common, table.system_name, len(table.adopted), table.links),
            *(table.trouble or "", trouble, int(table.is_unfinished), int(table.is_from_paper)),
        ),
    )
    for each in table.mechanisms:
        face = face_of(table, box.mechanisms, each.card)
        posture = face_of(table, box.postures, each.posture).title
        minutes = round(each.discussed_seconds / 60, 1) if each.discussed_seconds else None
        yield (
            "proposals",
            (
                *(*common, each.card, face.title, face.place, face.year, each.outcome.value),
                *(each.posture or "", posture, " ".join(each.answers), each.allies, each.agreeing),
                *(each.reservations, each.objections, each.amendments, minutes),
                None if each.holds is None else int(each.holds),
            ),
        )
        yield from (("reservations", (each.card, face.title, each.outcome.value, reason)) for reason in each.reasons)
    yield from _ratings(table, box)
    yield from (("takeaways", (text,)) for text in table.takeaways)
    yield from (("next_steps", step) for step in table.next_steps)
    for card in table.cards:
        outcome = card.outcome.value if card.outcome is not None else ""
        yield "cards", (card.kind.value if card.kind is not None else "place", card.title, card.text, outcome)


def _ratings(table: TableFacts, box: PrintedBox) -> Iterable[tuple[str, tuple[Value, ...]]]:
    if table.before is None or table.after is None:
        return
    for consequence in table.before.sums:
        if consequence in table.after.sums:
            title = box.consequences[consequence].title
            before, after = (round(mean(marks, consequence), 1) for marks in (table.before, table.after))
            yield "ratings", (consequence, title, before, table.before.people, after, table.after.people)


def mean(marks: Marks, consequence: ConsequenceId) -> float:
    """The mean of what people gave."""
    return float(marks.sums[consequence] / marks.people)
