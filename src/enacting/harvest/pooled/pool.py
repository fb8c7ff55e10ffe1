"""Sessions read one after the other, each let go once its facts are kept.

Law: a file that cannot be read is named, and the others are pooled all the same; what is kept does not grow with what
the files hold but with what people wrote.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from enacting.engine.board import Box
from enacting.engine.cards import CardId, ConsequenceId
from enacting.harvest.left_out import LeftOut, look_or_leave_out
from enacting.harvest.pooled.table_facts import TableFacts, facts_of
from enacting.language.words import shared_own_words
from enacting.session.journal import SUFFIX
from enacting.session.known_boxes import KnownBoxes


def _unseen(done: int, count: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class CardIdentity:
    """What a card is called, where and when it was, and the mark by which it is known, as far as it has them."""

    title: str
    place: str = ""
    year: str = ""
    icon: str = ""
    shape: str = ""
    colour: str = ""


@dataclass(slots=True)
class PrintedBox:
    """The cards of a box in the language of the report, of all versions that were played, the last one read on top."""

    title: str
    scale: tuple[int, int]
    words: Mapping[str, str] = field(default_factory=dict)
    consequences: dict[ConsequenceId, CardIdentity] = field(default_factory=dict)
    mechanisms: dict[CardId, CardIdentity] = field(default_factory=dict)
    postures: dict[CardId, CardIdentity] = field(default_factory=dict)
    crises: dict[CardId, CardIdentity] = field(default_factory=dict)
    contexts: dict[CardId, CardIdentity] = field(default_factory=dict)
    troubles: dict[CardId, CardIdentity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Many sessions: those of a day in order, then those of the next; the boxes that were played, by their ids."""

    tables: tuple[TableFacts, ...]
    boxes: Mapping[str, PrintedBox]
    left_out: tuple[LeftOut, ...]

    @property
    def own_words(self) -> Mapping[str, str]:
        """What the box calls things; our own names where several boxes call them differently."""
        return shared_own_words([box.words for box in self.boxes.values()])


def sessions_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files that these paths name, each once: those of a folder, and of a pattern such as `workshops/*.session`.

    Of a folder that has none itself, such as that of a stick, those of the folders in it.
    A shell of Windows leaves patterns as they are. A path that leads nowhere stays, for what reads it to say so.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            files: Iterable[Path] = list(path.glob(f"*{SUFFIX}")) or path.glob(f"*/*{SUFFIX}")
        elif "*" in path.name and not path.exists():
            files = path.parent.glob(path.name)
        else:
            files = (path,)
        found.update(dict.fromkeys(sorted(files)))
    return tuple(found)


def read_pool(files: Iterable[Path], language: str, progress: Callable[[int, int], None] = _unseen) -> Pool:
    """Read the sessions; `progress` is told how many are done, and of how many.

    Of several copies of a session, the one in which most was decided is counted, and the others are left out.
    """
    files = tuple(dict.fromkeys(files))
    known, boxes, seen = KnownBoxes(), dict[str, PrintedBox](), set[str]()
    tables: dict[object, _PooledSession] = {}
    left_out: list[LeftOut] = []
    for done, file in enumerate(files, start=1):
        session = look_or_leave_out(file, known)
        if isinstance(session, LeftOut):
            left_out.append(session)
        else:
            read = _PooledSession(file, len(session.log()), facts_of(session, language))
            begun = (session.header.created, session.header.setup.seed, read.facts.box)
            other = tables.get(begun)
            if other is None or other.decisions < read.decisions:
                tables[begun] = read
            if other is not None:
                copy = other if tables[begun] is read else read
                left_out.append(LeftOut(copy.file, "pooled.same_session"))
            if read.facts.digest not in seen:
                seen.add(read.facts.digest)
                _add(session.boxes.box(language), boxes)
        progress(done, len(files))
    in_order = sorted((read.facts for read in tables.values()), key=lambda table: table.day)
    return Pool(tables=tuple(in_order), boxes=boxes, left_out=tuple(left_out))


@dataclass(frozen=True, slots=True)
class _PooledSession:
    """A session that was read, and how many decisions its file holds."""

    file: Path
    decisions: int
    facts: TableFacts


def _add(box: Box, boxes: dict[str, PrintedBox]) -> None:
    about = box.description
    printed = boxes.setdefault(about.id, PrintedBox(about.title, (about.scale.least, about.scale.most)))
    printed.title, printed.words = about.title, about.words
    printed.consequences.update({each.id: CardIdentity(each.title, icon=each.icon) for each in about.consequences})
    printed.mechanisms.update(
        {each.id: CardIdentity(each.title, each.place, each.year, each.art.icon) for each in box.mechanisms.values()}
    )
    printed.postures.update(
        {each.id: CardIdentity(each.title, shape=each.shape, colour=each.colour) for each in box.postures.values()}
    )
    printed.crises.update({each.id: CardIdentity(each.title, icon=each.art.icon) for each in box.crises.values()})
    printed.contexts.update({each.id: CardIdentity(each.title, icon=each.art.icon) for each in box.contexts.values()})
    printed.troubles.update({each.id: CardIdentity(each.title, icon=each.art.icon) for each in box.troubles.values()})
