"""Blank sheets to play on paper with the structure of a box: one for the table, one for each person.

Law: what is asked follows the parts and activities of the box, so that what is written can be typed in afterwards.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from enacting.engine.board import ActivityKind, Box
from enacting.language.words import Words
from enacting.sheets.card_content import Language
from enacting.sheets.choices import EDGE_MM, PrintChoices
from enacting.typesetting import Document, Typeset, Typesetter
from enacting.typesetting.viewing import ACTUAL_SIZE

PROPOSALS: Final = 12
"""How many proposals a table has room for: more than a long session adopts."""
LINKS: Final = 6
VERDICTS: Final = 6
OWN_PROPOSALS: Final = 4
NEXT_STEPS: Final = 4
NOTES: Final = 4

Block = Mapping[str, Any]
"""A piece of a sheet; `is` says which."""
Cell = Mapping[str, Any]
"""A cell of a table to be filled in: empty, with `ticks` to choose among, or with what is `said` in it."""
EMPTY: Final[Cell] = {}


def sheets_pdf(language: Language, choices: PrintChoices, typesetter: Typesetter) -> Typeset:
    """The sheet of the table, then `choices.sheets` sheets for people. Raises `CannotTypeset`."""
    words, sheet = language.words, choices.sheet
    person = _sheet(words, "person", list(_person(language.box, words)))
    data = {
        "title": words("printing.sheets.title", box=language.box.description.title),
        "lang": language.code,
        "width": sheet.width,
        "height": sheet.height,
        "edge": EDGE_MM,
        "sheets": [_sheet(words, "table", list(_table(language.box, words))), *[person] * choices.sheets],
    }
    return typesetter.typeset(Document("paper-session.typ", data, language.fonts), preferences=ACTUAL_SIZE)


def _sheet(words: Words, whose: str, blocks: Sequence[Block]) -> Mapping[str, Any]:
    return {"title": words(f"printing.sheets.{whose}"), "blocks": blocks}


def _table(box: Box, words: Words) -> Iterator[Block]:
    """What the table decides together, activity by activity."""
    yield _fields(words, "date", "where", "people")
    for _, activity in box.activities():
        match activity.kind:
            case ActivityKind.REVEAL:
                yield _heading(activity.title)
                yield _fields(words, "crisis", *(["place"] if box.contexts else []))
            case ActivityKind.POSTURES:
                yield _heading(activity.title)
                rows = [[{"said": str(number)}, EMPTY] for number, _ in enumerate(box.board.seats, 1)]
                yield _grid(words, ("space", "posture"), (1, 3), rows)
            case ActivityKind.MECHANISMS:
                yield _heading(activity.title)
                yield {"is": "note", "text": words("printing.sheets.proposals_how")}
                columns = ("mechanism", "posture", "addresses", "by", "allies", "decision")
                outcomes = _ticks(words, "adopted", "later", "dropped", "reserved")
                row = [EMPTY, EMPTY, _consequences(box), EMPTY, EMPTY, outcomes]
                yield _grid(words, columns, (2.2, 1.3, 1.5, 1, 1.5, 1.6), [row] * PROPOSALS)
            case ActivityKind.ARRANGE:
                yield _heading(activity.title)
                yield _fields(words, "system")
                yield _grid(words, ("source", "link", "target"), (1, 1, 1), [[EMPTY] * 3] * LINKS)
            case ActivityKind.TROUBLE:
                yield _heading(activity.title)
                yield _fields(words, "trouble")
                verdicts = [[EMPTY, _ticks(words, "stands", "gives_way"), EMPTY]] * VERDICTS
                yield _grid(words, ("mechanism", "holds", "change"), (1.3, 0.8, 2), verdicts)
            case ActivityKind.TAKEAWAYS:
                yield _heading(words("printing.sheets.next_steps"))
                yield _grid(words, ("what", "who", "when"), (2.2, 1.2, 1), [[EMPTY] * 3] * NEXT_STEPS)
            case ActivityKind.PRESENT | ActivityKind.RATE | ActivityKind.DISCUSS:
                pass
    yield _heading(words("printing.sheets.notes"))
    yield {"is": "lines", "count": NOTES}


def _person(box: Box, words: Words) -> Iterator[Block]:
    """What each person keeps for themselves, and their own proposals."""
    scale = box.description.scale
    yield _fields(words, "name", *(["persona"] if box.personas else []))
    for _, activity in box.activities():
        match activity.kind:
            case ActivityKind.RATE:
                yield _heading(activity.title)
                yield {"is": "note", "text": words("printing.sheets.secret", least=scale.least, most=scale.most)}
                yield {
                    "is": "scale",
                    "rows": [consequence.title for consequence in box.description.consequences],
                    "marks": [str(mark) for mark in range(scale.least, scale.most + 1)],
                }
            case ActivityKind.MECHANISMS:
                yield _heading(words("printing.sheets.own_proposals"))
                rows = [[EMPTY, EMPTY, _consequences(box), EMPTY]] * OWN_PROPOSALS
                yield _grid(words, ("mechanism", "posture", "addresses", "allies"), (2, 1.3, 1.5, 1.5), rows)
            case ActivityKind.TAKEAWAYS:
                yield _heading(activity.title)
                yield {"is": "lines", "count": 3}
            case _:
                pass
    yield _heading(words("printing.sheets.reservations"))
    yield {"is": "lines", "count": 4}


def _consequences(box: Box) -> Cell:
    """The consequences to be ticked, each by as many letters as tell it from the others."""
    titles = [consequence.title for consequence in box.description.consequences]
    length = next((size for size in range(3, 12) if len({title[:size] for title in titles}) == len(titles)), 12)
    return {"ticks": [title if len(title) <= length else f"{title[:length].rstrip()}." for title in titles]}


def _ticks(words: Words, *names: str) -> Cell:
    return {"ticks": [words(f"printing.sheets.{name}") for name in names]}


def _heading(text: str) -> Block:
    return {"is": "heading", "text": text}


def _fields(words: Words, *names: str) -> Block:
    return {"is": "fields", "labels": [words(f"printing.sheets.{name}") for name in names]}


def _grid(words: Words, columns: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[Cell]]) -> Block:
    """A table to be filled in."""
    headings = [words(f"printing.sheets.{column}") for column in columns]
    return {"is": "grid", "headings": headings, "widths": list(widths), "rows": [list(row) for row in rows]}
