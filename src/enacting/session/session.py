"""One table being played: the only object that changes.

Law: a move that the engine refuses changes nothing; one that it takes is kept, and written by the journal at once. What
the disk refuses stays in memory: `unsaved` counts it, `failure` says why, and every later move, or `save`, writes it
first. Nothing is ever called saved that is not on disk. Resuming replays the rows, and comes back to the same game.

Time. A move carries the whole seconds since the one before. Pauses do not count, nor does a gap longer than
`MAX_GAP_SECONDS` without a call of `keep_time` (the laptop slept), nor what exceeds `MAX_SECONDS` for one move.
Taking a move back brings its seconds back with it: a timer shows again what it showed when the move was played.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, assert_never

from enacting import __version__
from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.engine.events import Event
from enacting.engine.game import Game, Setup
from enacting.engine.moves import Move
from enacting.engine.reprinting import at_table
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.language.characters import printable
from enacting.session.journal import (
    CannotWrite,
    FileGone,
    Header,
    Journal,
    JournalError,
    Kind,
    NotSaved,
    OnlyLookedAt,
    Row,
    copy_of,
    language_from,
    look,
    rescue,
)
from enacting.session.metadata import note_left
from enacting.session.move_text import UnreadableMove, move_from_text, move_to_text
from enacting.session.pace import Stretch
from enacting.system import clock as clocks

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

MAX_GAP_SECONDS: Final = 300
MAX_SECONDS: Final = 1800
PROGRAM_LENGTH: Final = 40
"""How much of the name of the version that wrote a session is shown, in characters."""

Clock = Callable[[], float]


class NothingToUndo(Exception):
    """No move is in force: undo goes as far as the set-up, never past it."""


class NothingToRedo(Exception):
    """No move was taken back since the last one played."""


class CannotReplay(JournalError):
    """The file is whole, but this version of the program cannot play it again; `row` is the one that stopped it."""

    word_key = "journal.cannot_replay"

    def __init__(self, path: Path, row: int, program: str) -> None:
        super().__init__(path, row=row, program=printable(program[:PROGRAM_LENGTH]))
        self.row = row


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One entry of the log: what was decided, and what happened.

    `move` is the one played, taken back or played again, None for a change of language. `game` is the one after.
    """

    sequence: int
    kind: Kind
    move: Move | None
    language: str
    events: tuple[Event, ...]
    game: Game

    @property
    def played(self) -> Move:
        """The move of an entry that has one."""
        assert self.move is not None
        return self.move


class Stopwatch:
    """Seconds at the table: it can be paused, and does not count the gaps where the laptop slept."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._looked = clock()
        self._seconds = 0.0
        self.paused = False

    @property
    def seconds(self) -> float:
        """Counted since the last `restart`."""
        self.look()
        return self._seconds

    def look(self) -> None:
        """Count what has passed since the last look."""
        now = self._clock()
        passed = now - self._looked
        self._looked = now
        if not self.paused and passed <= MAX_GAP_SECONDS:
            self._seconds += max(passed, 0.0)

    def pause(self) -> None:
        """Stop counting."""
        self.look()
        self.paused = True

    def forget(self) -> None:
        """Leave out what has passed since the last look."""
        self._looked = self._clock()

    def go_on(self) -> None:
        """Count again."""
        self.look()
        self.paused = False

    def restart(self, start: float) -> None:
        """Count from there; a paused watch stays paused."""
        self._seconds = start


class Session:
    """One table being played, from its set-up or from its file."""

    def __init__(self, boxes: "Boxes", journal: Journal, clock: Clock) -> None:
        """For `start` and `resume`."""
        header = journal.header
        self.boxes = boxes
        self.title = header.title
        self.language = header.language
        self.copy_failure: JournalError | None = None
        """Why the last second copy could not be written, None when it was. The session itself is safe."""
        self.failure: NotSaved | None = None
        """Why the last `unsaved` entries of the log are not on disk, None when they all are."""
        self._journal = journal
        self._first, events = set_up(boxes.by_language[boxes.written], header.setup)
        self.first_events = events
        self.last_events: tuple[Event, ...] = ()
        self._in_force: list[LogEntry] = []
        self._taken_back: list[LogEntry] = []
        self._log: list[LogEntry] = []
        self._saved = 0
        self._copied = -1
        self._watch = Stopwatch(clock)
        self._printed: dict[str, tuple[tuple[object, ...], Box]] = {}

    @classmethod
    def start(
        cls,
        boxes: "Boxes",
        setup: Setup,
        path: Path,
        language: str,
        title: str,
        now: datetime,
        *,
        clock: Clock = clocks.seconds,
    ) -> Self:
        """A new session, on disk. `IllegalMove` when the setup cannot be played, `CannotWrite` when the file cannot."""
        box = boxes.by_language[boxes.written]
        set_up(box, setup)
        content = boxes.content()
        header = Header(
            title=_writable(title),
            created=now.isoformat(timespec="seconds"),
            language=language,
            program=__version__,
            box_id=box.description.id,
            box_title=box.description.title,
            box_digest=boxes.digest,
            files={name: text for name, text in content.items() if isinstance(text, str)},
            pictures={name: picture for name, picture in content.items() if isinstance(picture, bytes)},
            setup=setup,
        )
        session = cls(boxes, Journal.create(path, header), clock)
        session.last_events = session.first_events
        session.backup()
        return session

    @classmethod
    def resume(cls, path: Path, *, clock: Clock = clocks.seconds) -> Self:
        """The session of that file, where it was left; raises a `JournalError`."""
        journal = Journal.open(path)
        try:
            return cls.replayed(journal, clock=clock)
        except BaseException:
            journal.close()
            raise

    @classmethod
    def rescue(cls, path: Path, *, clock: Clock = clocks.seconds) -> Self:
        """The session of a damaged file, up to the damage or to its second copy; the damaged file is kept aside."""
        rescue(path)
        return cls.resume(path, clock=clock)

    @classmethod
    def look(cls, path: Path, *, boxes: "Boxes | None" = None, clock: Clock = clocks.seconds) -> Self:
        """The session of that file as it is now, only to be looked at; another window may hold it meanwhile.

        `boxes` are its own where they are at hand: reading them is what takes long.
        """
        return cls.replayed(look(path), boxes=boxes, clock=clock)

    @classmethod
    def replayed(cls, journal: Journal, *, boxes: "Boxes | None" = None, clock: Clock = clocks.seconds) -> Self:
        """The session that a journal holds; `CannotReplay` when it cannot be played again."""
        from enacting.box.loading import load_kept_files

        header = journal.header
        sequence = 0
        try:
            session = cls(boxes or load_kept_files({**header.files, **header.pictures}), journal, clock)
            for row in journal.rows():
                sequence = row.sequence
                session._replay(row)
        except (JournalError, OSError):
            raise
        except Exception as error:  # What somebody else wrote may lead anywhere: it stays with that file.
            raise CannotReplay(journal.path, sequence, header.program) from error
        session.last_events = ()
        session._saved = sequence
        return session

    @property
    def path(self) -> Path:
        """The session's file. Never open it otherwise while the session is: its lock would be lost."""
        return self._journal.path

    @property
    def header(self) -> Header:
        """All that the session started from."""
        return self._journal.header

    @property
    def created(self) -> datetime:
        """When the session was started."""
        return datetime.fromisoformat(self._journal.header.created)

    @property
    def read_only(self) -> bool:
        """Whether it is only looked at: whatever would change it raises `OnlyLookedAt`."""
        return self._journal.read_only

    @property
    def game(self) -> Game:
        """What is on the table now."""
        return self._in_force[-1].game if self._in_force else self._first

    def box(self, language: str, game: Game | None = None) -> Box:
        """The box in that language, or else in its own, as the table has it by then: what it wrote, what it took."""
        game = game or self.game
        printed = self.boxes.box(language)
        cards = (game.setup.own_context, game.setup.own_crisis, game.written, game.reprints)
        before = self._printed.get(language)
        if before is None or before[0] != cards:
            before = self._printed[language] = (cards, at_table(printed, game))
        return before[1]

    # Playing

    def play(self, move: Move) -> tuple[Event, ...]:
        """Play a move, stamped with its seconds; it is on disk when this returns, or counted in `unsaved`.

        `IllegalMove` leaves everything as it was.
        """
        self._must_be_ours()
        elapsed = self.elapsed
        stamped = replace(move, seconds=min(int(elapsed), MAX_SECONDS))
        before = self.game
        game, events = apply(before, stamped)

        self._play(stamped, game, events)
        self._write()
        self._watch.restart(start=elapsed % 1)
        if (game.activity, game.round) != (before.activity, before.round):
            self.backup()
        return events

    def undo(self) -> Move:
        """Take back the last move in force, and say which; the file keeps it, and that it was taken back."""
        self._must_be_ours()
        undone = self._undo()
        self._write()
        return undone

    def redo(self) -> Move:
        """Play again the last move taken back, and say which; it keeps the seconds it had."""
        self._must_be_ours()
        again = self._redo()
        self._write()
        return again

    @property
    def can_undo(self) -> bool:
        """Whether a move is in force."""
        return bool(self._in_force)

    @property
    def can_redo(self) -> bool:
        """Whether a move was taken back since the last one played."""
        return bool(self._taken_back)

    @property
    def undo_move(self) -> Move | None:
        """The move that `undo` would take back."""
        return self._in_force[-1].move if self._in_force else None

    @property
    def last_entry(self) -> LogEntry | None:
        """The entry of the log that `undo` would take back, with what happened."""
        return self._in_force[-1] if self._in_force else None

    @property
    def redo_move(self) -> Move | None:
        """The move that `redo` would play again."""
        return self._taken_back[-1].move if self._taken_back else None

    @property
    def next_entry(self) -> LogEntry | None:
        """The entry of the log that `redo` would bring back."""
        return self._taken_back[-1] if self._taken_back else None

    def go_to(self, count: int) -> None:
        """Take moves back, or bring them back, until `count` are in force or there is nothing left to do so."""
        while len(self._in_force) > count:
            self.undo()
        while len(self._in_force) < count and self._taken_back:
            self.redo()

    def moves(self) -> tuple[Move, ...]:
        """The moves in force: played from the set-up, they give the game."""
        return tuple(entry.played for entry in self._in_force)

    @property
    def decided(self) -> int:
        """How many things were decided: moves played, taken back and brought back, and changes of language."""
        return len(self._log)

    @property
    def first_game(self) -> Game:
        """The table as it was set."""
        return self._first

    def discussed_seconds(self) -> dict[CardId, int]:
        """For how many seconds each mechanism was before the table, from when it was kept to its decision."""
        seconds: dict[CardId, int] = {}
        before = self._first
        for entry in self._in_force:
            card = before.turn.before_the_table if before.turn is not None else None
            if card is not None:
                seconds[card] = seconds.get(card, 0) + entry.played.seconds
            before = entry.game
        return seconds

    def in_force(self) -> tuple[LogEntry, ...]:
        """The entries of the moves in force, in order."""
        return tuple(self._in_force)

    def taken_back(self) -> tuple[LogEntry, ...]:
        """The entries of the moves taken back, in the order `redo` would play them again."""
        return tuple(reversed(self._taken_back))

    def stretches(self) -> tuple[Stretch, ...]:
        """Each game of the moves in force with how long it lasted; the last one still goes on."""
        games = [self._first, *(entry.game for entry in self._in_force)]
        seconds = [*(float(entry.played.seconds) for entry in self._in_force), self.elapsed]
        return tuple(zip(games, seconds, strict=True))

    def log(self) -> tuple[LogEntry, ...]:
        """Everything that was decided, moves taken back included, in the order of the table."""
        return tuple(self._log)

    @property
    def spoken(self) -> frozenset[str]:
        """Every language in which the table has played."""
        return frozenset({self.header.language, *(entry.language for entry in self.log())})

    def speak(self, language: str) -> None:
        """Change the language of the session, and remember it."""
        self._must_be_ours()
        if language != self.language:
            self._speak(language)
            self._write()

    def _must_be_ours(self) -> None:
        if self.read_only:
            raise OnlyLookedAt(self.path)

    # Time

    @property
    def elapsed(self) -> float:
        """Seconds the next move would carry, before rounding and capping."""
        again = self.redo_move
        return self._watch.seconds + (again.seconds if again else 0)

    @property
    def paused(self) -> bool:
        """Whether the time at the table is not counted for now."""
        return self._watch.paused

    def pause(self) -> None:
        """Stop counting the time."""
        self._watch.pause()

    def slept(self) -> None:
        """Leave out the time since `keep_time` was last called, and pause."""
        self._watch.forget()
        self._watch.pause()

    def go_on(self) -> None:
        """Count the time again."""
        self._watch.go_on()

    def keep_time(self) -> None:
        """Note that the program is awake: to be called from the loop, at least once every few minutes."""
        self._watch.look()

    # Keeping

    @property
    def unsaved(self) -> int:
        """How many entries of the log, the last ones, are in memory only."""
        return len(self._log) - self._saved

    def save(self) -> None:
        """Write what the disk refused, opening the file anew where that is what it takes; `JournalError` if it fails.

        Everything stays in memory meanwhile, in any case.
        """
        self._write()
        if self.failure is None:
            return
        if not self.path.exists():
            self._journal.close()  # Closed after the other one is made, it would take the other's sidecar away.
            self.continue_at(self.path)
            return
        self._take_again()
        self._write()
        if self.failure is not None:
            raise self.failure

    def _write(self) -> None:
        """Write the entries that are not on disk, in order, until the disk refuses one."""
        try:
            for entry in self._log[self._saved :]:
                self._journal.append(entry.kind, _data_of(entry))
                self._saved = entry.sequence
        except NotSaved as failure:
            self.failure = failure
        else:
            self.failure = None

    def _take_again(self) -> None:
        """Let the file go and open it again: a stick that was pulled out may be back, with less on it than was said."""
        header = self._journal.header
        self._journal.close()
        journal = Journal.open(self.path)
        rows = journal.rows()
        if journal.header != header or rows != self._rows()[: len(rows)]:
            journal.close()
            raise FileGone(self.path)
        self._journal = journal
        self._saved = len(rows)

    def _rows(self) -> tuple[Row, ...]:
        """The whole story, as the file holds it or would."""
        return tuple(Row(entry.sequence, entry.kind, _data_of(entry)) for entry in self._log)

    def backup(self) -> None:
        """Write the second copy, in the folder `copies` beside; a failure is noted in `copy_failure`."""
        try:
            self._journal.backup_to(copy_of(self.path))
        except CannotWrite as failure:
            self.copy_failure = failure
        else:
            self.copy_failure = None
            self._copied = self._saved

    def continue_at(self, path: Path) -> None:
        """Go on in another file with everything so far, as when the disk is full; `CannotWrite` changes nothing."""
        journal = Journal.create(path, self._journal.header, self._rows())
        if path != self.path:
            note_left(path, self.path)
        self._journal.close()
        self._journal = journal
        self._saved = len(self._log)
        self.failure = None
        self.backup()

    def close(self) -> None:
        """Let the file go, its second copy up to date; what is still `unsaved` is tried once more, then lost."""
        if self.unsaved:
            self._write()
        if self._copied < self._saved:
            self.backup()
        self._journal.close()

    # What the journal says, live or read again

    def _replay(self, row: Row) -> None:
        match Kind(row.kind):
            case Kind.PLAYED:
                move = move_from_text(row.data)
                if move.seconds > MAX_SECONDS:
                    raise UnreadableMove(f"{move.seconds} seconds")
                self._play(move, *apply(self.game, move))
            case Kind.UNDONE:
                self._undo()
            case Kind.REDONE:
                self._redo()
            case Kind.LANGUAGE:
                self._speak(language_from(row.data))
            case kind:
                assert_never(kind)

    def _play(self, move: Move, game: Game, events: tuple[Event, ...]) -> None:
        self._in_force.append(self._record(Kind.PLAYED, move, game, events))
        self._taken_back.clear()

    def _undo(self) -> Move:
        if not self._in_force:
            raise NothingToUndo
        undone = self._in_force.pop()
        self._taken_back.append(undone)
        self._record(Kind.UNDONE, undone.move, self.game)
        return undone.played

    def _redo(self) -> Move:
        if not self._taken_back:
            raise NothingToRedo
        again = self._taken_back.pop()
        self._in_force.append(self._record(Kind.REDONE, again.move, again.game, again.events))
        return again.played

    def _speak(self, language: str) -> None:
        self.language = language
        self._record(Kind.LANGUAGE, None, self.game)

    def _record(self, kind: Kind, move: Move | None, game: Game, events: tuple[Event, ...] = ()) -> LogEntry:
        entry = LogEntry(
            sequence=len(self._log) + 1, kind=kind, move=move, language=self.language, events=events, game=game
        )
        self._log.append(entry)
        self.last_events = events
        return entry


def _data_of(entry: LogEntry) -> str:
    """What the row of that line holds."""
    match entry.kind:
        case Kind.PLAYED:
            return move_to_text(entry.played)
        case Kind.LANGUAGE:
            return entry.language
        case _:
            return ""


def _writable(text: str) -> str:
    """The same text without half surrogate pairs, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
