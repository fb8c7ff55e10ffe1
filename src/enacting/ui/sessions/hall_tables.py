"""The tables of one hall, read from their sessions, and the pictures of them for the wall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from enacting.harvest.pooled.comparing import Comparison, Shared, compare
from enacting.harvest.pooled.pool import sessions_in
from enacting.harvest.pooled.table_facts import TableFacts, facts_of
from enacting.language.words import Words, shared_own_words
from enacting.session.journal import JournalError
from enacting.session.known_boxes import KnownBoxes
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale
from enacting.ui.table.wall_board import wall_board
from enacting.ui.wall.hall import (
    MAX_BOARDS,
    MAX_SENTENCES,
    HallBoards,
    HallComparison,
    HallPicture,
    HallSentence,
    HallSentences,
    HallTable,
)

if TYPE_CHECKING:
    from enacting.engine.board import Box
    from enacting.ui.table.table import Table
    from enacting.ui.window.app import App

T = TypeVar("T")

MAX_TABLES = 24
"""How many tables a hall may have: more could not be told apart."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A session that was read: where from, when it began, its table and its facts."""

    path: Path
    begun: tuple[str, int]
    decisions: int
    table: Table
    facts: TableFacts


@dataclass(frozen=True, slots=True)
class Added:
    """How many tables are new, what could not be read, and what there was no place for."""

    tables: int
    unread: tuple[Path, ...]
    left: tuple[Path, ...]


class HallTables:
    """The tables of a hall in the order in which they came; copies of a session are one table."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._known = KnownBoxes()
        self._read: list[_Read] = []

    def __len__(self) -> int:
        return len(self._read)

    def add(self, paths: Iterable[Path]) -> Added:
        """Read the sessions of these files and folders, and say what came of it."""
        before, unread, left = len(self._read), list[Path](), list[Path]()
        for path in sessions_in(paths):
            if len(self._read) >= MAX_TABLES:
                left.append(path)
                continue
            try:
                self._add(path)
            except (JournalError, OSError):
                unread.append(path)
        return Added(len(self._read) - before, tuple(unread), tuple(left))

    def _add(self, path: Path) -> None:
        from enacting.ui.table.table import Table

        session = self._known.look(path)
        begun = (session.header.created, session.header.setup.seed)
        read = _Read(
            path, begun, len(session.log()), Table(self._app, session), facts_of(session, self._app.words.language)
        )
        same = next((place for place, other in enumerate(self._read) if other.begun == begun), None)
        if same is None:
            self._read.append(read)
        elif self._read[same].decisions < read.decisions:
            self._read[same] = read

    @property
    def own_words(self) -> Mapping[str, str]:
        """What the box of all of them calls things; our own names where their boxes differ."""
        return shared_own_words([read.table.own_words for read in self._read])

    def forget(self) -> None:
        """Begin again without any table."""
        self._read.clear()

    def settings_changed(self) -> None:
        """The language of the window may be another."""
        for read in self._read:
            read.table.settings_changed()

    def pictures(self, words: Words, scale: Scale) -> tuple[HallPicture, ...]:
        """The pictures one after the other: the boards, what they share, the sentences. There is a table."""
        tables = [self._table(number, read, words, scale) for number, read in enumerate(self._read, start=1)]
        compared = self._compared(words)
        title = words("hall.boards", count=len(tables))
        boards = [
            HallBoards(
                title=title,
                tables=each,
                shared=_first(words("hall.shared"), compared.shared),
                different=_first(words("hall.different"), compared.different),
            )
            for each in _in_pages(tables, MAX_BOARDS)
        ]
        return (*boards, *([compared] if len(tables) > 1 else []), *self._sentences(words))

    def _table(self, number: int, read: _Read, words: Words, scale: Scale) -> HallTable:
        table, box = read.table, read.table.box
        return HallTable(
            number=str(number),
            colour=_colour(number),
            name=read.facts.system_name or words("hall.unnamed", number=number),
            crisis=box.crises[table.game.crisis].title,
            board=wall_board(table, scale),
        )

    def _sentences(self, words: Words) -> Iterable[HallSentences]:
        said = [
            HallSentence(str(number), _colour(number), text)
            for number, read in enumerate(self._read, start=1)
            for text in read.facts.takeaways
        ]
        return (HallSentences(title=words("hall.sentences"), sentences=page) for page in _in_pages(said, MAX_SENTENCES))

    def _compared(self, words: Words) -> HallComparison:
        """What the tables of the box that most of them played share, and where they differ."""
        boxes = [read.facts.box for read in self._read]
        box_of_most = max(boxes, key=boxes.count)
        read = [(number, table) for number, table in enumerate(self._read, start=1) if table.facts.box == box_of_most]
        numbers, box = [str(number) for number, _ in read], read[0][1].table.box
        comparison = compare([table.facts for _, table in read])
        return HallComparison(
            shared_title=words("hall.shared"),
            shared=tuple(_shared(comparison, box, numbers, words)) or (words("hall.nothing_shared"),),
            different_title=words("hall.different"),
            different=tuple(_different(comparison, box, numbers, words)) or (words("hall.nothing_different"),),
        )


def _in_pages(shown: Sequence[T], max_count: int) -> Iterable[tuple[T, ...]]:
    """So many at most in each page, and about as many in each."""
    pages = -(-len(shown) // max_count)
    if pages:
        size = -(-len(shown) // pages)
        yield from (tuple(shown[start : start + size]) for start in range(0, len(shown), size))


def _shared(comparison: Comparison, box: Box, numbers: Sequence[str], words: Words) -> Iterable[str]:
    for each in comparison.shared:
        tables = words.list_of([numbers[place] for place in each.tables])
        yield words("hall.chosen", title=box.mechanisms[each.card].title, tables=tables)
    if comparison.postures_of_all:
        yield words("hall.postures_of_all", titles=_postures(comparison.postures_of_all, box, words))
    if comparison.answered_by_all:
        yield words("hall.answered_by_all", titles=_consequences(comparison.answered_by_all, box, words))


def _different(comparison: Comparison, box: Box, numbers: Sequence[str], words: Words) -> Iterable[str]:
    for each in comparison.placed_otherwise:
        yield words("hall.placed", title=box.mechanisms[each.card].title, postures=_under(each, box, numbers, words))
    if comparison.postures_of_some:
        yield words("hall.postures_of_some", titles=_postures(comparison.postures_of_some, box, words))
    if comparison.answered_by_some:
        yield words("hall.answered_by_some", titles=_consequences(comparison.answered_by_some, box, words))
    if comparison.only_one:
        yield words("hall.only_one", count=comparison.only_one)


def _under(shared: Shared, box: Box, numbers: Sequence[str], words: Words) -> str:
    """Each posture with the tables that chose it."""
    return " · ".join(
        words(
            "hall.under",
            title=box.postures[posture].title,
            count=len(places),
            tables=words.list_of([numbers[place] for place in places]),
        )
        for posture, places in shared.postures
    )


def _postures(cards: Sequence[str], box: Box, words: Words) -> str:
    return words.list_of([posture.title for card, posture in box.postures.items() if card in cards])


def _consequences(ids: Sequence[str], box: Box, words: Words) -> str:
    return words.list_of([each.title for each in box.description.consequences if each.id in ids])


def _first(title: str, lines: Sequence[str]) -> str:
    """The title and the line that matters most."""
    return f"{title} — {lines[0]}"


def _colour(number: int) -> theme.Colour:
    """The colour that a table is known by."""
    return theme.PLAYERS[(number - 1) % len(theme.PLAYERS)]
