"""Erasing a person: the session is rewritten with their name replaced everywhere, moves taken back included.

Law: the rewritten session plays to the same game but for names and words, and none of that person's names is left in
it; otherwise nothing is written. What they did stays, under a name that says nothing.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from enacting.archive.copying import rewrite_session
from enacting.archive.erase_session import Erased, erase_all, must_be_free
from enacting.archive.session_files import (
    FileKind,
    SessionFile,
    alike_of,
    away_from,
    capsules_of,
    files_of,
    is_away,
    known_of,
    left_behind,
    perhaps_reports_of,
    session_files_of,
)
from enacting.archive.unfinished_erasures import (
    PendingErasure,
    PendingRewrite,
    begin_erasing,
    end_erasing,
    give_up_erasing,
    list_of,
)
from enacting.engine.game import (
    NAME_LENGTH,
    Game,
    PlayerId,
    Setup,
    Written,
)
from enacting.engine.moves import (
    AddPlayer,
    Move,
    RenamePlayer,
)
from enacting.engine.refusals import IllegalMove, Reason
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.harvest.writing import is_part_of
from enacting.language.masking import NO_CHOICES, Choices, MaskedSentence, Masks, plain
from enacting.session.journal import Header, JournalError, Kind, Row, copy_of, look
from enacting.session.metadata import write_metadata
from enacting.session.move_text import UnreadableMove, move_from_text, move_to_text
from enacting.session.session import LogEntry, Session
from enacting.session.written_texts import rewritten, without_texts, written_in
from enacting.system.untrusted_files import read_file
from enacting.system.whole_files import PART

READABLE: Final = (".html", ".md", ".json")
UNREADABLE: Final = (".pdf", ".png")
"""The reports whose words are looked for and, in vain, those that hold them packed or drawn."""
MAX_REPORT_BYTES: Final = 128 << 20
"""More than a report with all its pictures."""


class CannotErase(JournalError):
    """The session cannot be rewritten without that person; nothing has changed."""

    word_key = "forget.cannot"


@dataclass(slots=True, eq=False)
class KnownPerson:
    """Somebody of a session. `names` are all those they had, the present one last; `came` is the row they came with."""

    player: PlayerId
    names: list[str]
    came: int = 0
    renamed: list[int] = field(default_factory=list)
    """The rows where their name changed."""

    @property
    def name(self) -> str:
        """The name they have now, or had last."""
        return self.names[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedPerson:
    """Where the session is now, the name given, the names replaced, the texts changed as they are now, the files."""

    path: Path
    instead: str
    names: tuple[str, ...]
    texts: tuple[str, ...]
    files: Erased


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Where else somebody is named: `reports` go with them, `capsules` given away and sessions `alike` stay."""

    reports: tuple[SessionFile, ...]
    capsules: tuple[Path, ...]
    alike: tuple[Path, ...]


def people_of(session: Session) -> tuple[KnownPerson, ...]:
    """Everybody who ever was at that table, in moves taken back too, in the order they came."""
    people = [KnownPerson(player.id, [player.name]) for player in session.first_game.players]
    here = {person.player: person for person in people}
    added: dict[int, KnownPerson] = {}
    for entry in session.log():
        match entry.move:
            case AddPlayer() as move if entry.kind is not Kind.UNDONE:
                newcomer = added.get(id(move))
                if newcomer is None:
                    newcomer = KnownPerson(entry.game.players[-1].id, [move.name.strip()], came=entry.sequence)
                    added[id(move)] = newcomer
                    people.append(newcomer)
                here[newcomer.player] = newcomer
            case RenamePlayer() as move if entry.kind is Kind.PLAYED:
                here[move.player].renamed.append(entry.sequence)
                here[move.player].names.append(move.name.strip())
            case _:
                pass
    for player in session.game.players:  # A change of name may have been taken back.
        here[player.id].names.append(player.name)
    return tuple(people)


def free_name(people: Iterable[KnownPerson], proposed: Callable[[int], str]) -> str:
    """The first of the names proposed for 1, 2, 3… that no person of the session ever had."""
    taken = {plain(name) for person in people for name in person.names}
    number = 1
    while plain(proposed(number)) in taken:
        number += 1
    return proposed(number)


def named_elsewhere(session: Session, person: int) -> Named:
    """Where that person of `people_of` is named beside their session."""
    return said_elsewhere(session.path, _Without(session, person, ""))


class Without(Protocol):
    """A session rewritten without something that people wrote."""

    def header(self, header: Header) -> Header:
        """Its header."""

    def rows(self) -> tuple[Row, ...]:
        """Every row again."""

    def named_in(self, report: Path) -> bool:
        """Whether a report says it."""

    def named_in_path(self, path: str) -> bool:
        """Whether a path says it."""

    def named_in_session(self, path: Path) -> bool:
        """Whether another session says it."""


def said_elsewhere(path: Path, without: Without) -> Named:
    """Where else that is said, beside the session of that file."""
    return Named(
        reports=tuple(
            session_file
            for session_file in session_files_of(path)
            if session_file.what is FileKind.REPORT and without.named_in(session_file.file)
        ),
        capsules=tuple(session for session in capsules_of(path) if without.named_in_session(session)),
        alike=tuple(session for session in alike_of(path) if without.named_in_session(session)),
    )


def changes_without(session: Session, person: int, instead: str) -> tuple[MaskedSentence, ...]:
    """Each sentence that erasing that person of `people_of` changes, or may have to, moves taken back included."""
    return _Without(session, person, instead).changes()


def erase_person(path: Path, person: int, instead: str, choices: Choices = NO_CHOICES) -> ErasedPerson:
    """Rewrite the session without that person of `people_of`, and erase whatever still names them.

    `choices` are what people said of `changes_without`.
    `JournalError` when another window holds it, or it cannot be: nothing has changed.
    """
    must_be_free(path)
    session = Session.look(path)
    without = _Without(session, person, instead, choices)
    written, files = write_without(path, session, without)
    return ErasedPerson(
        path=written,
        instead=instead,
        names=tuple(dict.fromkeys(without.person.names)),
        texts=tuple(without.changed),
        files=files,
    )


def write_without(path: Path, session: Session, without: Without) -> tuple[Path, Erased]:
    """Rewrite a session, and erase whatever still says what it is without; where it is now, and what was erased."""
    named = said_elsewhere(path, without)
    asides = [session_file for session_file in files_of(path) if session_file.what is FileKind.ASIDE]
    behind, known = left_behind(path), known_of(path)
    perhaps = tuple(report for report in perhaps_reports_of(path) if without.named_in(report))
    erasure = _Erasure(path, session.header.created[:10], (*named.reports, *behind))
    written = rewrite_session(
        path, lambda header, rows: (without.header(header), without.rows()), around_replacing=erasure.begun
    )
    erased, left = erase_all(erasure.list.there)
    gone = (*asides, *erased)
    with suppress(OSError):
        write_metadata(
            written,
            replace(
                known,
                reports=tuple(report for report in known.reports if Path(report).is_file() or is_away(Path(report))),
                capsules=tuple(capsule for capsule in known.capsules if not without.named_in_path(capsule)),
                left=tuple(former for former in known.left if not without.named_in_path(former)),
            ),
        )
    away = end_erasing(erasure.list).out_of_reach
    return written, Erased(
        gone=gone,
        left=left,
        capsules=named.capsules,
        perhaps=perhaps,
        alike=named.alike,
        away=away,
    )


class _Erasure:
    """What goes with somebody beside the session, from before it is rewritten."""

    def __init__(self, path: Path, day: str, session_files: tuple[SessionFile, ...]) -> None:
        self._path = path
        self._own = {session_file.file: session_file for session_file in files_of(path)}
        reports, capsules = away_from(path)
        self.list = PendingErasure(session=path, day=day, session_files=session_files, away=reports, capsules=capsules)

    @contextmanager
    def begun(self, fresh: Path, target: Path, old: Sequence[Path]) -> Iterator[None]:
        """The list is on the disk while the session is replaced, and no longer when that fails."""
        own = (self._own[file] for file in old if file in self._own and file != copy_of(target))
        earlier = list_of(target)
        self.list = begin_erasing(
            replace(
                self.list,
                session=target,
                session_files=(*self.list.session_files, *own),
                rewriting=PendingRewrite(fresh=fresh, target=target),
            )
        )
        try:
            yield
        except OSError:
            give_up_erasing(self.list, earlier)
            raise


class _Without:
    """A session rewritten without a person."""

    def __init__(self, session: Session, person: int, instead: str, choices: Choices = NO_CHOICES) -> None:
        self._session = session
        people = people_of(session)
        self.person = people[person]
        self._instead = dict(_one_for_each(self.person.names, instead))
        others = [name for known_person in people if known_person is not self.person for name in known_person.names]
        self._masks = Masks(
            dict.fromkeys(self._instead, instead), keep=others, languages=session.spoken, choices=choices
        )
        self.changed: dict[str, None] = {}
        """The texts that were changed, as they are now."""

    def changes(self) -> tuple[MaskedSentence, ...]:
        """Each sentence that would change or may, once."""
        session = self._session
        moves = [entry.move for entry in session.log() if entry.kind is Kind.PLAYED]
        written = [found for thing in (session.header, *moves) for found in written_in(thing)]
        texts = [text for kind, text in written if not kind.is_name]
        return tuple(dict.fromkeys(change for text in texts for change in self._masks.changes(text)))

    def header(self, header: Header) -> Header:
        """The header without that person."""
        return replace(rewritten(header, self._masked), setup=self._setup(header.setup))

    def named_in(self, report: Path) -> bool:
        """Whether a report says one of their names, as far as it can be read; a half of one is no use to anybody.

        A document or a picture is taken to say what the texts say that were written with it.
        """
        if report.name.endswith(PART):
            return True
        if report.suffix in UNREADABLE:
            texts = [text for text in _matching_texts(report) if text.is_file()]
            return not texts or any(map(self.named_in, texts))
        try:
            return self._masks.finds(words_of(read_file(report, MAX_REPORT_BYTES).decode("utf-8", "replace")))
        except OSError:
            return True

    def named_in_path(self, path: str) -> bool:
        """Whether a path says one of their names."""
        return self._masks.finds_in_path(path)

    def named_in_session(self, path: Path) -> bool:
        """Whether another session says one of their names, as far as it can be read."""
        try:
            return any(map(self._masks.finds, typed_in(path)))
        except (JournalError, UnreadableMove):
            return True

    def rows(self) -> tuple[Row, ...]:
        """Every row again, played on the way."""
        return replayed_rows(self._session, self._setup(self._session.header.setup), self._tried)

    def _tried(self, entry: LogEntry) -> Iterator[Move]:
        """The move without that person, then the same in words that differ: what was corrected may be only the name."""
        move = self._move(entry)
        yield move
        for end in (" …", " ……"):
            other = rewritten(move, partial(_ending, end))
            if other != move:
                yield other

    def _move(self, entry: LogEntry) -> Move:
        move = entry.played
        match move:
            case AddPlayer() if entry.sequence == self.person.came:
                return replace(move, name=self._instead[move.name.strip()])
            case RenamePlayer() if entry.sequence in self.person.renamed:
                return replace(move, name=self._instead[move.name.strip()])
        return rewritten(move, self._masked)

    def _setup(self, setup: Setup) -> Setup:
        setup = rewritten(setup, self._masked)
        if self.person.came:
            return setup
        place = [player.id for player in self._session.first_game.players].index(self.person.player)
        players = list(setup.players)
        players[place] = replace(players[place], name=self._instead[players[place].name.strip()])
        return replace(setup, players=tuple(players))

    def _masked(self, written: Written, text: str) -> str:
        if written.is_name:  # Who bears their name is known, and changed by itself.
            return text
        masked = self._masks.masked(text, written.max_length)
        if masked != text:
            self.changed[masked] = None
        return masked


def replayed_rows(session: Session, setup: Setup, tried: Callable[[LogEntry], Iterable[Move]]) -> tuple[Row, ...]:
    """Every row again, played on the way from that set-up: of the moves `tried` for an entry, the first that can be.

    `CannotErase` when one of them no longer can be, or the game is another one but for its texts.
    """
    game, _ = set_up(session.boxes.box(session.boxes.written), setup)
    in_force: list[tuple[Move, Game]] = []
    taken_back: list[tuple[Move, Game]] = []
    rows = []
    for entry in session.log():
        now = in_force[-1][1] if in_force else game
        match entry.kind:
            case Kind.PLAYED:
                in_force.append(_played(session, now, tried(entry)))
                taken_back.clear()
            case Kind.UNDONE:
                taken_back.append(in_force.pop())
            case Kind.REDONE:
                in_force.append(taken_back.pop())
            case Kind.LANGUAGE:
                pass
        data = move_to_text(in_force[-1][0]) if entry.kind is Kind.PLAYED else ""
        rows.append(Row(entry.sequence, entry.kind, entry.language if entry.kind is Kind.LANGUAGE else data))
    last = in_force[-1][1] if in_force else game
    if without_texts(last) != without_texts(session.game):
        raise CannotErase(session.path)
    return tuple(rows)


def _played(session: Session, game: Game, tried: Iterable[Move]) -> tuple[Move, Game]:
    """The first of the moves that can be played, and the game after it."""
    for move in tried:
        try:
            return move, apply(game, move)[0]
        except IllegalMove as refused:
            if refused.reason is not Reason.NOTHING_CHANGES:
                raise CannotErase(session.path) from refused
    raise CannotErase(session.path)


def _matching_texts(report: Path) -> Iterator[Path]:
    """The files that hold in words what that document or picture shows: its name is theirs, with a part after it."""
    for suffix in READABLE:
        for text in report.parent.glob(f"*{suffix}"):
            if report.stem == text.stem or (report.stem.startswith(f"{text.stem}-") and is_part_of(report, text)):
                yield text


def _ending(end: str, written: Written, text: str) -> str:
    """The text with that end, where it is not the name of a person."""
    return text if written.is_name or not text else text.strip()[: written.max_length - len(end)] + end


def _one_for_each(names: Iterable[str], instead: str) -> Iterator[tuple[str, str]]:
    """What takes the place of each name: `instead` for that of now, the same with a number for those before."""
    for place, name in enumerate(dict.fromkeys(reversed(list(names)))):
        end = f" ({place + 1})" if place else ""
        yield name, f"{instead[: NAME_LENGTH - len(end)]}{end}"


def typed_in(path: Path) -> Iterator[str]:
    """Everything that people typed in a session."""
    seen = look(path)
    yield from (text for _, text in written_in(seen.header))
    for row in seen.rows():
        if row.kind == Kind.PLAYED:
            yield from (text for _, text in written_in(move_from_text(row.data)))


def words_of(report: str) -> str:
    """What a report says, without its markup, its pictures and its fonts."""
    text = re.sub(r"(?s)<style>.*?</style>|data:[\w/+-]+;base64,[A-Za-z0-9+/=]+", " ", report)
    text = re.sub(r"<[^<>]*>", " ", re.sub(r"</?bdi>", "", text))
    return html.unescape(text).replace("\\", "")
