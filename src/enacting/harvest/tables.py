"""The facts of a session as tables for a spreadsheet: one row a proposal, and a table for each other kind of fact.

Law: what people and cards wrote is never read as a formula, and numbers are numbers in the language of the report.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from typing import Final

from enacting.harvest.gathering import Harvest, MechanismAside
from enacting.language.characters import writable
from enacting.language.words import Words

Value = str | int | float | None

BYTE_ORDER_MARK: Final = "\ufeff"
"""By which spreadsheets know that a file is UTF-8."""
_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_SAFE: Final = "'"
"""Before a text that a spreadsheet would compute, so that it is a text."""


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """Rows under their headings; `key` is that of its name."""

    key: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def tables_of(harvest: Harvest, words: Words) -> tuple[Spreadsheet, ...]:
    """Every table of the session that has a row; that of the proposals always."""
    made = (
        _proposals(harvest, words),
        _table("notes", ("activity", "about", "person", "text"), _notes(harvest)),
        _table("takeaways", ("person", "text"), ((each.person, each.words) for each in harvest.takeaways)),
        _table("next_steps", ("what", "who", "when"), ((s.what, s.who, s.when) for s in harvest.next_steps)),
        _table("postures", ("posture", "side", "own_side", "count"), _postures(harvest, words)),
        _table("ratings", ("moment", "consequence", "mean", "people"), _ratings(harvest)),
        _table("links", ("source", "link", "target"), _links(harvest)),
        _table("aside", ("proposal", "place", "year", "outcome"), _aside(harvest, words)),
        _table("parts", ("part", "planned_minutes", "minutes", "skipped"), _parts(harvest, words)),
        _table("people", ("person", "persona", "speech_seconds"), _people(harvest)),
    )
    return tuple(table for table in made if table.rows or table.key == "proposals")


def as_csv(table: Spreadsheet, words: Words, headings: str = "harvest.csv") -> bytes:
    """The table as a CSV file that a spreadsheet of that language opens as it is; the headings are under that key."""
    written = StringIO()
    writer = csv.writer(written, delimiter=words("harvest.csv.separator"), lineterminator="\r\n")
    writer.writerow([words(f"{headings}.{heading}") for heading in table.headings])
    writer.writerows([_cell(value, words) for value in row] for row in table.rows)
    return (BYTE_ORDER_MARK + written.getvalue()).encode()


def _cell(value: Value, words: Words) -> str:
    match value:
        case None:
            return ""
        case str():
            text = writable(value)
            return f"{_SAFE}{text}" if text.lstrip(" \u00a0\u202f").startswith(_STARTS_A_FORMULA) else text
        case float():
            return f"{value:.1f}".replace(".", words("harvest.csv.decimal"))
        case _:
            return str(value)


def _table(key: str, headings: tuple[str, ...], rows: Iterable[tuple[Value, ...]]) -> Spreadsheet:
    return Spreadsheet(key, headings, tuple(rows))


def _proposals(harvest: Harvest, words: Words) -> Spreadsheet:
    consequences = {each.id: each.title for each in harvest.crisis.consequences}
    headings = (
        "proposal", "place", "year", "posture", "answers", "by", "allies", "agreeing", "reservations", "objections",
        "minutes", "confidence",
    )  # fmt: skip
    rows = (
        (
            proposal.title,
            proposal.place,
            proposal.year,
            proposal.posture,
            ", ".join(consequences[answer] for answer in proposal.answers),
            proposal.by,
            ", ".join(filter(None, proposal.allies)) or len(proposal.allies),
            len(proposal.agreeing),
            len(proposal.with_reservation),
            len(proposal.objecting),
            round(proposal.discussed_seconds / 60, 1) if proposal.discussed_seconds else None,
            words(f"harvest.confidence.{proposal.confidence}"),
        )
        for proposal in harvest.proposals
    )
    return Spreadsheet("proposals", headings, tuple(rows))


def _notes(harvest: Harvest) -> Iterable[tuple[Value, ...]]:
    yield from (("", harvest.crisis.title, note.person, note.text) for note in harvest.crisis.notes)
    for posture in harvest.postures:
        yield from (("", posture.title, note.person, note.text) for note in posture.notes)
        for proposal in posture.proposals:
            yield from (("", proposal.title, note.person, note.text) for note in proposal.notes)
    for mechanism in (*harvest.later, *harvest.dropped):
        yield from (("", mechanism.title, note.person, note.text) for note in mechanism.notes)
    for group in harvest.notes:
        yield from ((group.activity, note.about, note.person, note.text) for note in group.notes)


def _postures(harvest: Harvest, words: Words) -> Iterable[tuple[Value, ...]]:
    for posture in harvest.postures:
        yield posture.title, posture.side, _yes_or_no(posture.own_side, words), len(posture.proposals)


def _ratings(harvest: Harvest) -> Iterable[tuple[Value, ...]]:
    for moment in harvest.ratings:
        for consequence in harvest.crisis.consequences:
            yield moment.title, consequence.title, moment.averages[consequence.id], moment.ratings


def _links(harvest: Harvest) -> Iterable[tuple[Value, ...]]:
    return ((link.source_title, link.words, link.target_title) for link in harvest.links)


def _aside(harvest: Harvest, words: Words) -> Iterable[tuple[Value, ...]]:
    def rows(mechanisms: Iterable[MechanismAside], outcome: str) -> Iterable[tuple[Value, ...]]:
        return ((each.title, each.place, each.year, words(f"harvest.aside.{outcome}")) for each in mechanisms)

    yield from rows(harvest.later, "later")
    yield from rows(harvest.dropped, "dropped")


def _parts(harvest: Harvest, words: Words) -> Iterable[tuple[Value, ...]]:
    for part in harvest.parts:
        yield part.title, part.planned_minutes, round(part.spent_seconds / 60, 1), _yes_or_no(part.skipped, words)


def _people(harvest: Harvest) -> Iterable[tuple[Value, ...]]:
    return ((each.name, each.persona, each.speech_seconds) for each in harvest.people if each.name)


def _yes_or_no(truth: bool, words: Words) -> str:
    return words("harvest.csv.yes" if truth else "harvest.csv.no")
