"""Builder: a real session, damaged in every way, and what becomes of it."""

import random
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from boxes import tiny_box_files
from tables import a_setup, random_moves

from enacting.box.loading import load_files
from enacting.session.journal import (
    CannotWrite,
    DamagedSession,
    Header,
    Journal,
    JournalError,
    NewerFormat,
    NotASession,
    Row,
    salvage,
)
from enacting.session.session import Session

TEN = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
MOVES = 30
BLOCK = 512


@dataclass(frozen=True)
class Whole:
    """A session as it was before anything happened to it; `path` is where it is damaged, `copy` its second copy."""

    path: Path
    data: bytes
    header: Header
    rows: tuple[Row, ...]


def whole_session(folder: Path) -> Whole:
    """A session of thirty moves, closed, without its second copy."""
    path = folder / "a.session"
    session = Session.start(load_files(tiny_box_files()), a_setup(3), path, "fr", "Atelier", TEN)
    for _, move in random_moves(session.game, random.Random(3), MOVES):
        session.play(move)
    session.close()
    shutil.rmtree(folder / "copies")
    with closing(Journal.open(path)) as journal:
        return Whole(path, path.read_bytes(), journal.header, journal.rows())


Damage = tuple[str, bytes]
"""What was done, and what it left."""


def cut(data: bytes, sizes: Iterable[int]) -> Iterator[Damage]:
    """The file cut short at each of these sizes."""
    return ((f"cut at {size}", data[:size]) for size in sizes)


def flipped(data: bytes, offsets: Iterable[int], chance: random.Random) -> Iterator[Damage]:
    """The file with one bit flipped at each of these offsets."""
    for offset in offsets:
        bit = chance.randrange(8)
        yield f"bit {bit} of {offset}", data[:offset] + bytes([data[offset] ^ 1 << bit]) + data[offset + 1 :]


def zeroed(data: bytes, starts: Iterable[int]) -> Iterator[Damage]:
    """The file with a block of zeros at each of these offsets, and with nothing but zeros after it."""
    for start in starts:
        yield f"zeros at {start}", data[:start] + bytes(BLOCK) + data[start + BLOCK :]
        yield f"zeros from {start}", data[:start] + bytes(len(data) - start)


def fates(whole: Whole, damages: Iterable[Damage]) -> Counter[str]:
    """How many were noticed, by the error, and how many changed nothing; each is checked."""
    return Counter(_fate(whole, what, data) for what, data in damages if data != whole.data)


def _fate(whole: Whole, what: str, data: bytes) -> str:
    whole.path.write_bytes(data)
    try:
        with closing(Journal.open(whole.path)) as journal:
            assert (journal.header, journal.rows()) == (whole.header, whole.rows), what
            journal.append("played", "the next one")
    except DamagedSession as damage:
        if damage.own_rows is not None:
            header, rows = salvage(whole.path)
            assert header == whole.header, what
            assert rows == whole.rows[: damage.good_rows], what
            assert damage.own_rows == damage.good_rows <= damage.total, what
        return "DamagedSession"
    except (NotASession, NewerFormat, CannotWrite) as refused:
        return type(refused).__name__
    except JournalError as other:
        raise AssertionError(f"{what}: {other}") from other
    with closing(Journal.open(whole.path)) as journal:
        assert journal.rows()[:-1] == whole.rows, what
    return "harmless"
