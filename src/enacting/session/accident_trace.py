"""What is kept of an accident of the program: where it happened, and the seed and the moves that led there.

Law: no word of people is in it, and no mark given in secret. A text is copied only where the program or the box has it
too; every name, note and sentence becomes a number, always the same for the same text, and every mark the lowest one,
so that the moves can still be played again.
"""

import linecache
import platform
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import CodeType, TracebackType
from typing import TYPE_CHECKING, Final, TypeVar

from enacting import __version__
from enacting.engine.board import Scale
from enacting.engine.cards import CardWords
from enacting.engine.moves import Move, Rate, ReprintCards
from enacting.session.move_text import move_to_text, setup_to_text
from enacting.session.written_texts import rewritten
from enacting.system import paths
from enacting.system.private_files import make_private_folder, write_private_file
from enacting.system.save_folders import TRACES, made_temporary_folder

if TYPE_CHECKING:
    from enacting.session.session import Session

Thing = TypeVar("Thing")

SUFFIX: Final = ".trace.txt"
MAX_TRACES: Final = 20
"""Older ones give way."""
MAX_FRAMES: Final = 60
MAX_CAUSES: Final = 5

_WORD: Final = re.compile(r"[^\W_]+(?:[_-][^\W_]+)*")
_HIDDEN: Final = "…"
_USUAL: Final = frozenset(
    _WORD.findall(
        "NoneType a an and argument arguments at attribute be but by bytes call callable can cannot changed codec "
        "denied depth dict directory division during empty exceeded expected file float for found from given got has "
        "have height in index int integer invalid is item iterable iteration key keyword list long maximum memory "
        "missing module must name no not object of on operand or out permission positional range recursion required "
        "sequence short size str string subscriptable such support supported surface takes than the this to tuple "
        "type unexpected unhashable unpack unsupported value values was were while width with zero"
    )
)
"""Words of Python's own messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the program was doing. `screens` are the names of the classes of the screens, the top one last."""

    now: datetime
    screens: Sequence[str]
    window: Sequence[str]
    """What is known of the window: its size, its language and the like, each a few words of the program."""
    session: "Session | None" = None


def write_trace(failure: BaseException, circumstances: Circumstances) -> Path | None:
    """Keep the trace in a file of its own, and say where; None where no folder takes it."""
    text = trace_text(failure, circumstances)
    for find in (paths.traces_folder, _temporary_traces):
        with suppress(OSError):
            folder = find()
            make_private_folder(folder)
            file = folder / f"{circumstances.now:%Y-%m-%d-%H%M%S-%f}{SUFFIX}"
            write_private_file(file, text.encode("utf-8", "backslashreplace"))
            _forget_old(folder)
            return file
    return None


def _temporary_traces() -> Path:
    folder = made_temporary_folder()
    if folder is None:
        raise PermissionError
    return folder / TRACES


def trace_text(failure: BaseException, circumstances: Circumstances) -> str:
    """The whole trace. It never raises: what cannot be described is left out, with the name of what prevented it."""
    session = circumstances.session
    parts: list[Callable[[], Iterable[str]]] = [
        lambda: _program(circumstances),
        lambda: _accident(failure, _known_words(session)),
    ]
    if session is not None:
        parts.append(lambda: _played(session))
    return "\n\n".join("\n".join(_guarded(part)) for part in parts) + "\n"


def accident_place(failure: BaseException) -> tuple[str, str, int]:
    """What happened and where, to know the same accident again: the name of the failure, the file, the line."""
    frames = list(_frames(failure.__traceback__))
    code, line = frames[-1] if frames else (None, 0)
    return type(failure).__name__, code.co_filename if code is not None else "", line


def _guarded(part: Callable[[], Iterable[str]]) -> list[str]:
    try:
        return list(part())
    except Exception as failure:
        return [f"({type(failure).__name__})"]


# Where


def _program(circumstances: Circumstances) -> Iterator[str]:
    yield f"enacting {__version__}, {circumstances.now:%Y-%m-%d %H:%M}"
    yield f"{platform.platform()}, Python {platform.python_version()}"
    yield from circumstances.window
    yield f"screens: {' '.join(circumstances.screens)}"


def _accident(failure: BaseException, known: frozenset[str]) -> Iterator[str]:
    """The failure, what it came from, and the lines of the program that led there."""
    error: BaseException | None = failure
    for _ in range(MAX_CAUSES):
        if error is None:
            return
        frames = list(_frames(error.__traceback__))
        yield f"{type(error).__name__}: {_message(error, known | _words_of(frames))}"
        for code, line in frames[-MAX_FRAMES:]:
            yield f"  {_short(code.co_filename)}:{line} {code.co_name}"
            source = linecache.getline(code.co_filename, line).strip()
            if source:
                yield f"    {source}"
        error = error.__cause__ or error.__context__


def _frames(traceback: TracebackType | None) -> Iterator[tuple[CodeType, int]]:
    while traceback is not None:
        yield traceback.tb_frame.f_code, traceback.tb_lineno
        traceback = traceback.tb_next


def _short(file: str) -> str:
    """The path of a file of the program, without what comes before: that names people too."""
    parts = Path(file).parts
    for root in ("site-packages", "enacting"):
        if root in parts:
            last = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[last:])
    return parts[-1] if parts else file


def _message(failure: BaseException, known: frozenset[str]) -> str:
    """What the failure says, where each word that the program does not know is hidden."""
    try:
        message = str(failure)[:2000]
    except Exception:
        return _HIDDEN
    return _WORD.sub(lambda found: found[0] if _harmless(found[0], known) else _HIDDEN, message)


def _harmless(word: str, known: frozenset[str]) -> bool:
    return word in known or word in _USUAL


def _words_of(frames: Iterable[tuple[CodeType, int]]) -> frozenset[str]:
    """The words that the program itself uses there: names and constants of its code, never a value."""
    found: set[str] = set()
    for code, _ in frames:
        texts = (*code.co_names, *code.co_varnames, *code.co_freevars, *code.co_cellvars, code.co_name)
        constants = (constant for constant in code.co_consts if isinstance(constant, str))
        for text in (*texts, *constants):
            found.update(_WORD.findall(text))
            found.add(text)
    return frozenset(found)


def _known_words(session: "Session | None") -> frozenset[str]:
    """The names that the box gives to its cards and places."""
    if session is None:
        return frozenset()
    box = session.boxes.box(session.boxes.written)
    cards = [card for deck in box.decks() for card in deck]
    return frozenset((*cards, *(seat.id for seat in box.board.seats)))


# What was played


def _played(session: "Session") -> Iterator[str]:
    numbers: dict[str, str] = {}
    box = session.boxes.box(session.boxes.written)
    yield f"box: {box.description.id} {session.boxes.digest}"
    yield f"setup: {setup_to_text(without_words(session.first_game.setup, numbers))}"
    yield "every mark is written as the lowest"
    yield f"unsaved: {session.unsaved}"
    for entry in session.log():
        move = without_print(without_marks(entry.move, box.description.scale)) if entry.move is not None else None
        text = move_to_text(without_words(move, numbers)) if move is not None else entry.language
        yield f"{entry.sequence} {entry.kind} {text}"


def without_marks(move: Move, scale: Scale) -> Move:
    """The same move with the lowest mark in place of every mark given in secret."""
    return replace(move, marks=dict.fromkeys(move.marks, scale.least)) if isinstance(move, Rate) else move


def without_print(move: Move) -> Move:
    """The same move without what a box prints on its cards, which may be somebody's own, but for how it is arranged."""
    if not isinstance(move, ReprintCards):
        return move
    return replace(
        move,
        reprints=tuple(
            replace(reprint, texts={name: _blank(words) for name, words in reprint.texts.items()})
            for reprint in move.reprints
        ),
    )


def _blank(words: CardWords) -> CardWords:
    if isinstance(words, str):
        return "…"
    return dict.fromkeys(words, "…") if isinstance(words, Mapping) else ("…",) * len(words)


def without_words(thing: Thing, numbers: dict[str, str]) -> Thing:
    """The same move or set-up with a number in place of whatever people wrote; `numbers` remembers which for which."""
    return rewritten(thing, lambda written, text: numbers.setdefault(text, f"text {len(numbers) + 1}") if text else "")


# Files


def _forget_old(folder: Path) -> None:
    traces = sorted(folder.glob(f"*{SUFFIX}"))
    for file in traces[:-MAX_TRACES]:
        with suppress(OSError):
            file.unlink()
