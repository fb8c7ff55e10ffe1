"""The words of a box as a table for translators, and back: a row for each text, found again by where it is.

Law: only words go out and come back. A row that is not understood is reported, and changes nothing.
"""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from enacting.box.checking import LONGEST_CREDITS, LONGEST_TEXT, LONGEST_TITLE
from enacting.box.draft import GAME_FILE, Deck
from enacting.box.loading import Boxes
from enacting.box.reading import read, text_at
from enacting.box.rewriting import Path, rewritten
from enacting.box.tables import NoTable, rows_of
from enacting.box.translating import WORDS
from enacting.engine.board import Box

_COLUMNS: Final = 4
"""Of a table: where the text is, how long it may be, the text, its translation."""
_FORMULA: Final = re.compile(r"['\s]*[=+\-@]")
"""The beginning of a cell that a spreadsheet would take for a formula."""
_STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
_LISTS: Final = {
    "consequence": "consequences",
    "posture_family": "posture_families",
    "mechanism_family": "mechanism_families",
    "length": "lengths",
    "part": "parts",
    "glossary": "glossary",
}
"""The lists of `game.yaml` in which the things of each section are written."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A text: its path in a translation, its path in the files of the box, and what it says in both languages."""

    path: Path
    file: str
    place: Path
    text: str
    translation: str

    @property
    def where(self) -> str:
        """Its name in a table, such as `mechanism/pact/title`; lists count from 1."""
        return "/".join(str(step + 1) if isinstance(step, int) else step for step in self.path)

    @property
    def limit(self) -> int:
        """How many characters it may have."""
        return {"title": LONGEST_TITLE, "credits": LONGEST_CREDITS}.get(str(self.path[-1]), LONGEST_TEXT)


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row of a table: the text as it was when the table was written, its translation, and whether that is unsure."""

    text: str
    translation: str
    uncertain: bool = False


def units(boxes: Boxes, language: str) -> tuple[Unit, ...]:
    """The texts of a box, in the order of its files, with what they say in that language, empty where nothing."""
    box = boxes.box(boxes.written)
    file = f"{language}.yaml"
    words = read(file, boxes.files[file]).node if file in boxes.files else None
    found: list[Unit] = []
    for path, source, place, text in _texts_of(box):
        translation = text if language == boxes.written else text_at(words, *path)
        found.append(Unit(path, source, place, text, translation))
    return tuple(found)


def changed_files(boxes: Boxes, language: str, translations: Mapping[str, str]) -> dict[str, str]:
    """The files that change when these texts, by where they are, are those of that language. `CannotRewrite`."""
    changes: dict[str, dict[Path, str]] = {}
    all_units = units(boxes, language)
    lists = _half_translated(all_units, translations)
    for unit in all_units:
        new = _tidy(translations.get(unit.where, unit.translation))
        if new and new != unit.translation and unit.path[:-1] not in lists:
            own = language == boxes.written
            changes.setdefault(unit.file if own else f"{language}.yaml", {})[unit.place if own else unit.path] = new
    return {file: rewritten(boxes.files.get(file, ""), words) for file, words in changes.items()}


def certain(rows: Mapping[str, TextRow]) -> dict[str, str]:
    """The translations of a table, by where they are, but for those that are marked as uncertain."""
    return {where: row.translation for where, row in rows.items() if not row.uncertain}


def unknown_rows(boxes: Boxes, language: str, translations: Mapping[str, str]) -> tuple[str, ...]:
    """The rows of a table that are no text of the box."""
    known = {unit.where for unit in units(boxes, language)}
    return tuple(where for where in translations if where not in known)


def outdated(found: Sequence[Unit], rows: Mapping[str, TextRow]) -> tuple[str, ...]:
    """The texts, by where they are, that have changed since an earlier table while their translation has not.

    What an earlier table marks as uncertain stays so until it is translated otherwise.
    """
    return tuple(
        unit.where
        for unit in found
        if (row := rows.get(unit.where)) is not None
        and unit.translation not in ("", unit.text)
        and _tidy(row.translation) == _tidy(unit.translation)
        and (row.uncertain or _tidy(row.text) != _tidy(unit.text))
    )


def _half_translated(all_units: Sequence[Unit], translations: Mapping[str, str]) -> set[Path]:
    """The lists that have no translation yet, and would not be translated whole: they would have another length."""
    lists: dict[Path, list[bool]] = {}
    for unit in all_units:
        if isinstance(unit.path[-1], int) and not unit.translation:
            lists.setdefault(unit.path[:-1], []).append(bool(_tidy(translations.get(unit.where, ""))))
    return {path for path, done in lists.items() if not all(done)}


def _tidy(text: str) -> str:
    return "\n".join(" ".join(line.split(" ")).strip() for line in text.replace("\r\n", "\n").strip().split("\n"))


def _texts_of(box: Box) -> Iterator[tuple[Path, str, Path, str]]:
    """Path in a translation, file, place in it, and words of every text that can be translated."""
    description = box.description
    for key in WORDS["game"]:
        yield from _parts(("game", key), GAME_FILE, (key,), getattr(description, key))
    for section, name in _LISTS.items():
        for index, item in enumerate(getattr(description, name)):
            for key in WORDS[section]:
                yield from _parts((section, item.id, key), GAME_FILE, (name, index, key), getattr(item, key))
    for number, part in enumerate(description.parts):
        for index, activity in enumerate(part.activities):
            for key in WORDS["activity"]:
                place = ("parts", number, "activities", index, key)
                yield from _parts(("activity", activity.id, key), GAME_FILE, place, getattr(activity, key))
    decks: Mapping[Deck, Mapping[Any, Any]] = {
        Deck.POSTURE: box.postures,
        Deck.MECHANISM: box.mechanisms,
        Deck.CONTEXT: box.contexts,
        Deck.CRISIS: box.crises,
        Deck.PERSONA: box.personas,
        Deck.QUESTION: box.questions,
        Deck.TROUBLE: box.troubles,
    }
    for deck, cards in decks.items():
        for index, card in enumerate(cards.values()):
            for key in WORDS[deck.value]:
                yield from _parts((deck.value, card.id, key), deck.file, (index, key), getattr(card, key))


def _parts(path: Path, file: str, place: Path, value: object) -> Iterator[tuple[Path, str, Path, str]]:
    """A text, or each text of a list or of entries; none where there is nothing."""
    match value:
        case str():
            if value:
                yield path, file, place, value
        case tuple():
            for index, part in enumerate(value):
                yield (*path, index), file, (*place, index), part
        case Mapping():
            for name, part in value.items():
                yield (*path, name), file, (*place, name), part


# CSV


def as_csv(found: Sequence[Unit], heads: Sequence[str], separator: str) -> str:
    """The table, which spreadsheets open; nothing in it is a formula."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator, lineterminator="\r\n")
    writer.writerow(heads)
    for unit in found:
        writer.writerow([unit.where, unit.limit, _safe(unit.text), _safe(unit.translation)])
    return "\ufeff" + written.getvalue()


def from_csv(text: str) -> dict[str, TextRow]:
    """The rows of a table, by where their texts are. `NoTable` when it is no such table."""
    rows = rows_of(text)
    if len(rows[0]) < _COLUMNS:
        raise NoTable(", ".join(rows[0]))
    return {
        row[0]: TextRow(_unsafe(row[_COLUMNS - 2]), _unsafe(row[_COLUMNS - 1]))
        for row in rows[1:]
        if len(row) >= _COLUMNS and row[0]
    }


def _safe(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _unsafe(text: str) -> str:
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


# PO


def as_po(found: Sequence[Unit], language: str, uncertain: Collection[str] = ()) -> str:
    """The texts as a PO file, which tools of translators read; some, by where they are, marked as uncertain."""
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    mark = "#, fuzzy\n"
    return head + "".join(
        f"\n#. max {unit.limit}\n{mark if unit.where in uncertain else ''}"
        f"msgctxt {_po(unit.where)}\nmsgid {_po(unit.text)}\nmsgstr {_po(unit.translation)}\n"
        for unit in found
    )


def from_po(text: str) -> dict[str, TextRow]:
    """The entries of a PO file, by their context."""
    found: dict[str, TextRow] = {}
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").removeprefix("\ufeff")):
        lines = [line for line in block.split("\n") if not line.startswith("#~")]
        uncertain = any(line.startswith("#,") and "fuzzy" in line for line in lines)
        values: dict[str, str] = {}
        key = ""
        for line in lines:
            begins = re.match(r"(msgctxt|msgid|msgstr)\s", line)
            key = begins[1] if begins is not None else key
            piece = _STRING.search(line) if not line.startswith("#") else None
            if piece is not None:
                values[key] = values.get(key, "") + _from_po(piece[1])
        if values.get("msgctxt"):
            found[values["msgctxt"]] = TextRow(values.get("msgid", ""), values.get("msgstr", ""), uncertain)
    return found


def _po(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _from_po(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]), text)
