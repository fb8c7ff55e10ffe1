"""Erasing words: one note or one sentence taken out of a session for good, its history and its second copy included.

Law: the rewritten session plays to the same game but for these words, and none of them is left in it; otherwise
nothing is written. That something was said stays, as an ellipsis.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from enacting.archive.erase_person import (
    MAX_REPORT_BYTES,
    UNREADABLE,
    Named,
    replayed_rows,
    said_elsewhere,
    typed_in,
    words_of,
    write_without,
)
from enacting.archive.erase_session import Erased, must_be_free
from enacting.engine.game import NoteId, PlayerId, Written
from enacting.engine.moves import CorrectNote, LeaveTakeaway, LeaveWord, Move, WriteNote
from enacting.session.journal import Header, JournalError, Kind, Row
from enacting.session.move_text import UnreadableMove
from enacting.session.session import LogEntry, Session
from enacting.session.written_texts import rewritten
from enacting.system.untrusted_files import read_file
from enacting.system.whole_files import PART

Said = NoteId | PlayerId
"""What is erased: a note, by its number, or the sentence and the word that somebody leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedWords:
    """Where the session is now, and what became of the files that said these words."""

    path: Path
    files: Erased


def texts_of(session: Session, said: Said) -> tuple[str, ...]:
    """Every text that was ever written as that note, or as the sentence or the word of that person."""
    moves = (entry for entry in session.log() if entry.kind is Kind.PLAYED)
    return tuple(dict.fromkeys(text.strip() for entry in moves for text in _texts(entry, said) if text.strip()))


def _texts(entry: LogEntry, said: Said) -> Iterator[str]:
    match entry.move:
        case WriteNote(text=text) if entry.game.notes[-1].id == said:
            yield text
        case CorrectNote(note=note, text=text) if note == said:
            yield text
        case LeaveTakeaway(player=player, words=words) if player == said:
            yield words
        case LeaveWord(player=player, word=word) if player == said:
            yield word


def words_elsewhere(session: Session, said: Said) -> Named:
    """Where these words are said beside the session."""
    return said_elsewhere(session.path, _WithoutWords(session, said))


def erase_words_of(path: Path, said: Said) -> ErasedWords:
    """Rewrite the session without these words, and erase the reports that say them.

    `JournalError` when another window holds it, or it cannot be: nothing has changed.
    """
    must_be_free(path)
    session = Session.look(path)
    written, files = write_without(path, session, _WithoutWords(session, said))
    return ErasedWords(path=written, files=files)


class _WithoutWords:
    """A session rewritten without some texts; each has an ellipsis of its own length in its place.

    What was equal stays equal and what was not does not, so that every correction still changes something.
    """

    def __init__(self, session: Session, said: Said) -> None:
        self._session = session
        self._instead = {text: "…" * number for number, text in enumerate(texts_of(session, said), start=1)}

    def header(self, header: Header) -> Header:
        """The header without them."""
        return replace(rewritten(header, self._erased), setup=rewritten(header.setup, self._erased))

    def rows(self) -> tuple[Row, ...]:
        """Every row again, played on the way."""
        return replayed_rows(self._session, rewritten(self._session.header.setup, self._erased), self._tried)

    def _tried(self, entry: LogEntry) -> tuple[Move]:
        return (rewritten(entry.played, self._erased),)

    def _erased(self, written: Written, text: str) -> str:
        return text if written.is_name else self._instead.get(text.strip(), text)

    def named_in(self, report: Path) -> bool:
        """Whether a report says one of them; one that cannot be read is taken to."""
        if report.name.endswith(PART) or report.suffix in UNREADABLE:
            return True
        try:
            said = _plain(words_of(read_file(report, MAX_REPORT_BYTES).decode("utf-8", "replace")))
        except OSError:
            return True
        return any(_plain(text) in said for text in self._instead)

    def named_in_path(self, path: str) -> bool:
        """No file is named after a note."""
        return False

    def named_in_session(self, path: Path) -> bool:
        """Whether another session holds one of them, as far as it can be read."""
        try:
            return any(text.strip() in self._instead for text in typed_in(path))
        except (JournalError, UnreadableMove):
            return True


def _plain(text: str) -> str:
    return " ".join(text.split())
