"""A session kept as text, with the places where a tour of it stops; played again, it is written nowhere.

A file of lines: the set-up, then the moves as the journal writes them, and between them the stops. Law: what people
wrote or are called is not text of a language but the key of a sentence, so that one recording speaks every language.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from enacting import __version__
from enacting.engine.game import Setup
from enacting.engine.moves import Move
from enacting.language.words import Words
from enacting.session.journal import Header, Journal, Row
from enacting.session.move_text import UnreadableMove, move_from_text, move_to_text, setup_from_text, setup_to_text
from enacting.session.session import MAX_GAP_SECONDS, Session
from enacting.system.paths import assets_folder
from enacting.system.untrusted_files import read_text

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

MAX_BYTES: Final = 1 << 20

STOP: Final = "stop"
"""The key that distinguishes a stop from a move."""
SAID: Final = "tour.said."
"""What the keys of the sentences written in a recording begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A place where the tour stops, after so many moves.

    `shows` says what it is about: groups of items, the best first; the first group of which something is there is
    meant. `board` says that the board is seen while the table decides.
    """

    name: str
    moves: int
    shows: tuple[tuple[str, ...], ...]
    board: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A session that was played once: the id of its box, its set-up, its moves and the stops of the tour."""

    box: str
    setup: Setup
    moves: tuple[Move, ...]
    stops: tuple[Stop, ...]


class UnreadableRecording(Exception):
    """The file of a recording is missing, or damaged."""


def recording_file() -> Path:
    """The session that the tour shows."""
    return assets_folder() / "tour" / "recorded.jsonl"


def write_recording(recording: Recording, file: Path) -> None:
    """Write a recording, one line for each thing."""
    lines = [json.dumps({"box": recording.box}), setup_to_text(recording.setup)]
    for count, move in enumerate((*recording.moves, None)):
        lines += [_stop_text(stop) for stop in recording.stops if stop.moves == count]
        if move is not None:
            lines.append(move_to_text(move))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _stop_text(stop: Stop) -> str:
    return json.dumps({STOP: stop.name, "shows": stop.shows, **({"board": True} if stop.board else {})})


def read_recording(file: Path) -> Recording:
    """The recording written by `write_recording`; `UnreadableRecording` when it is something else."""
    try:
        # Ours comes with the program, which some installers make of links.
        return _recording(read_text(Path(os.path.realpath(file)), MAX_BYTES))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, UnreadableMove) as error:
        raise UnreadableRecording(file.name) from error


def _recording(text: str) -> Recording:
    box, setup, *rest = text.splitlines()
    moves: list[Move] = []
    stops: list[Stop] = []
    for line in rest:
        found = json.loads(line)
        if STOP in found:
            shows = tuple(tuple(group) for group in found["shows"])
            stops.append(Stop(name=found[STOP], moves=len(moves), shows=shows, board=found.get("board", False)))
        else:
            moves.append(move_from_text(line))
    return Recording(box=json.loads(box)["box"], setup=setup_from_text(setup), moves=tuple(moves), stops=tuple(stops))


class InMemoryJournal(Journal):
    """The journal of a session that is only shown: nothing reaches the disk."""

    def __init__(self, header: Header) -> None:
        self.path = recording_file()
        self.header = header

    def append(self, kind: str, data: str) -> None:
        """Write nothing."""

    def rows(self) -> tuple[Row, ...]:
        """No row was written."""
        return ()

    def backup_to(self, path: Path) -> None:
        """Write no second copy."""

    def close(self) -> None:
        """Nothing is held."""


class Replay:
    """A recording played again in one language, up to any of its moves; its clock goes at the pace of the table."""

    def __init__(self, recording: Recording, boxes: "Boxes", words: Words, clock: Callable[[], float]) -> None:
        """`IllegalMove` when that box, or the rules, no longer allow what was played."""
        self._boxes = boxes
        self._clock = clock
        self._ahead = 0.0
        self._moves = tuple(_with_sentences(move, words) for move in recording.moves)
        self._header = Header(
            title=words("tour.session"),
            created=datetime.now().isoformat(timespec="seconds"),
            language=words.language,
            program=__version__,
            box_id=recording.box,
            box_title=boxes.box(words.language).description.title,
            box_digest=boxes.digest,
            files={},
            pictures={},
            setup=_with_sentences(recording.setup, words),
        )
        self.session = self._begun()
        self.go_to(len(self._moves))
        self.go_to(0)

    def go_to(self, count: int) -> None:
        """Stand after `count` moves, in `session`: on from here, or from the beginning again."""
        if count < len(self.session.in_force()):
            self.session = self._begun()
        for move in self._moves[len(self.session.in_force()) : count]:
            self._ahead += min(move.seconds, MAX_GAP_SECONDS)
            self.session.play(move)

    def _begun(self) -> Session:
        return Session(self._boxes, InMemoryJournal(self._header), self._seconds)

    def _seconds(self) -> float:
        return self._clock() + self._ahead


def _with_sentences(value: Any, words: Words) -> Any:
    """The same with every text that is the key of a sentence replaced by the sentence."""
    if isinstance(value, str):
        return words(value) if value.startswith(SAID) else value
    if isinstance(value, tuple):
        return tuple(_with_sentences(item, words) for item in value)
    if isinstance(value, Mapping) or not hasattr(value, "__dataclass_fields__"):
        return value
    return replace(value, **{field.name: _with_sentences(getattr(value, field.name), words) for field in fields(value)})
