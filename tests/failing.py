"""What sessions do on a disk that fails: run in a program of its own, on the disk of `failing_disk.c`.

Each scenario is played again and again, with the first thing asked of the disk failing, then the second, until none
is left to fail. Law of all: what was called saved is on disk, and once the disk works again everything is.
"""

import ctypes
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from enum import IntEnum
from itertools import count
from pathlib import Path

from boxes import tiny_box_files
from tables import a_setup

from enacting.box.loading import load_files
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndPart, WriteNote
from enacting.session.journal import CannotWrite, DamagedSession, Journal, JournalError, Row, copy_of, rescue
from enacting.session.session import Session
from enacting.ui.window.settings import Settings, read_settings, write_settings

TEN = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
BOXES = load_files(tiny_box_files())
WRONG, DEAD = 1, 9
"""How a program ends when something else went wrong, and when `failing_disk.c` killed it."""


class Manner(IntEnum):
    """How the disk fails, as in `failing_disk.c`."""

    REFUSE = 0
    FULL = 1
    HALF = 2
    DIE = 3


class Disk:
    """The disk under a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.failed = 0
        self._shim = ctypes.CDLL(None)
        self._shim.disk_disarm.restype = ctypes.c_long

    def fail(self, at: int, manner: Manner, *, ever: bool) -> None:
        """Fail the thing asked for at that place, counted from 1, and all after it if `ever`."""
        self._shim.disk_arm(os.fsencode(self.folder), ctypes.c_long(at), int(ever), int(manner))

    def work(self) -> int:
        """Work again; how many things failed."""
        self.failed = int(self._shim.disk_disarm())
        return self.failed


SOME = len(sys.argv) > 3 and sys.argv[3] == "some"
"""Whether to leave out what would take long: the normal tests."""

FAILURES = [(manner, ever) for manner in (Manner.REFUSE, Manner.FULL, Manner.HALF) for ever in (False, True)]
if SOME:
    FAILURES = [(Manner.FULL, True), (Manner.HALF, False)]


def places_to_fail(root: Path) -> Iterator[tuple[Disk, Path, int]]:
    """A disk with an empty folder, and what to fail next, until the last scenario has gone by without failing."""
    folder = root / "disk"
    for at in count(1):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        disk = Disk(folder)
        yield disk, folder, at
        if not disk.failed:
            return


def note(number: int) -> WriteNote:
    """A note long enough for the file to grow now and then."""
    return WriteNote(by=FACILITATOR, text=f"Note {number} " + "x" * 250)


STEPS: tuple[Callable[[Session], object], ...] = (
    lambda session: session.play(note(1)),
    lambda session: session.play(note(2)),
    lambda session: session.undo(),
    lambda session: session.play(note(3)),
    lambda session: session.play(EndPart(by=FACILITATOR)),
    lambda session: session.undo(),
    lambda session: session.redo(),
    lambda session: session.speak("en"),
    lambda session: session.play(note(4)),
    lambda session: session.play(note(5)),
)


def started(folder: Path) -> Session:
    """A session of two moves in that folder."""
    session = Session.start(BOXES, a_setup(3), folder / "a.session", "fr", "Atelier", TEN)
    session.play(note(-1))
    session.play(note(0))
    return session


def on_disk(path: Path, aside: Path) -> tuple[Row, ...]:
    """The rows that another program would find in that file, were this one killed now."""
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(path.parent, aside)
    with closing(Journal.open(aside / path.name)) as journal:
        return journal.rows()


def playing(root: Path) -> int:
    """Play while the disk fails: nothing is called saved that is not; once it works, trying again saves all."""
    runs = 0
    for manner, ever in FAILURES:
        for disk, folder, at in places_to_fail(root):
            session = started(folder)
            disk.fail(at, manner, ever=ever)
            saved = 2
            for step in STEPS:
                step(session)
                saved = saved if session.unsaved else len(session.log())
                assert (session.failure is None) == (session.unsaved == 0)
            disk.work()
            found = on_disk(session.path, root / "aside")
            assert len(session.log()) == 2 + len(STEPS)
            assert len(found) >= saved, f"{manner!r} {ever} at {at}: {saved} were called saved, {len(found)} are"
            with suppress(JournalError):
                session.save()
            assert session.unsaved == 0, f"{manner!r} {ever} at {at}: {session.failure}"
            session.close()
            with closing(Journal.open(session.path)) as journal:
                assert journal.rows() == session._rows(), f"{manner!r} {ever} at {at}"
            runs += 1
    return runs


def dying(root: Path) -> int:
    """Die at each thing asked of the disk: all that was said to be saved is there, and at most one move more."""
    runs = 0
    for disk, folder, at in places_to_fail(root):
        path = folder / "a.session"
        disk.failed, said = _in_a_child(lambda say, disk=disk, at=at: _play_and_die(disk, at, say))  # type: ignore[misc]
        with closing(Journal.open(path)) as journal:
            assert len(journal.rows()) - 2 - said in (0, 1), at
            journal.append("played", "the next one")
        if copy_of(path).exists():
            Journal.open(copy_of(path)).close()
        runs += 1
    return runs


def _play_and_die(disk: Disk, at: int, say: Callable[[], None]) -> None:
    session = started(disk.folder)
    disk.fail(at, Manner.DIE, ever=False)
    for step in STEPS:
        step(session)
        say()
    disk.work()


def _in_a_child(act: Callable[[Callable[[], None]], None]) -> tuple[int, int]:
    """Do that in a program of its own; 1 if it died, and how many times it said that something was done."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:

        def say() -> None:
            os.write(into, b".")

        try:
            act(say)
        except BaseException:
            traceback.print_exc()
            os._exit(WRONG)
        os._exit(0)
    os.close(into)
    with open(out, "rb") as pipe:  # noqa: PTH123
        said = len(pipe.read())
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in (0, DEAD)
    return int(ended == DEAD), said


def opening(root: Path) -> int:
    """Open, on a failing disk, a session whose program died while writing: refused or opened, never called damaged."""
    runs = 0
    for died_at in count(1, 6 if SOME else 1):
        torn = root / "torn"
        shutil.rmtree(torn, ignore_errors=True)
        torn.mkdir()
        disk = Disk(torn)
        started(torn).close()
        died, said = _in_a_child(
            lambda say, disk=disk, at=died_at: _append_and_die(disk, at, say)  # type: ignore[misc]
        )
        for ever in (False, True):
            runs += sum(1 for _ in _opened(root, torn, 2 + said, ever=ever))
        if not died:
            return runs
    raise AssertionError("it dies at last")


def _append_and_die(disk: Disk, at: int, say: Callable[[], None]) -> None:
    journal = Journal.open(disk.folder / "a.session")
    disk.fail(at, Manner.DIE, ever=False)
    journal.append("played", "x" * 5000)
    say()
    journal.append("played", "y" * 5000)
    say()
    disk.work()


def _opened(root: Path, torn: Path, least: int, *, ever: bool) -> Iterator[None]:
    for disk, folder, at in places_to_fail(root):
        shutil.copytree(torn, folder, dirs_exist_ok=True)
        disk.fail(at, Manner.REFUSE, ever=ever)
        try:
            Journal.open(folder / "a.session").close()
        except DamagedSession as wrong:
            disk.work()
            raise AssertionError(f"a disk that fails at {at} was taken for damage") from wrong
        except JournalError:
            pass
        disk.work()
        with closing(Journal.open(folder / "a.session")) as journal:
            assert len(journal.rows()) - least in (0, 1)
        yield


def starting(root: Path) -> int:
    """Start a session: it is there, or nothing is."""
    runs = 0
    for manner, ever in FAILURES:
        for disk, folder, at in places_to_fail(root):
            path = folder / "sessions" / "a.session"
            disk.fail(at, manner, ever=ever)
            try:
                session = Session.start(BOXES, a_setup(3), path, "fr", "Atelier", TEN)
            except CannotWrite:
                disk.work()
                if not ever:
                    assert not path.exists(), at
            else:
                disk.work()
                session.play(note(1))
                assert session.unsaved == 0
                session.close()
                Journal.open(path).close()
            runs += 1
    return runs


def going_on_elsewhere(root: Path) -> int:
    """Go on in another folder that fails: the session stays where it was, and loses nothing."""
    runs = 0
    for ever in (False, True):
        for disk, folder, at in places_to_fail(root):
            home = root / "home"
            shutil.rmtree(home, ignore_errors=True)
            session = started(home)
            disk.fail(at, Manner.FULL, ever=ever)
            try:
                session.continue_at(folder / "stick" / "b.session")
            except CannotWrite:
                assert session.path.parent == home
            disk.work()
            session.play(note(1))
            assert session.unsaved == 0
            session.close()
            with closing(Journal.open(session.path)) as journal:
                assert len(journal.rows()) == 3
            runs += 1
    return runs


def rescuing(root: Path) -> int:
    """Rescue a damaged session: there is a file in its place at every moment, and what was damaged is still there."""
    runs = 0
    for ever in (False, True):
        for disk, folder, at in places_to_fail(root):
            path = folder / "a.session"
            started(folder).close()
            shutil.rmtree(folder / "copies")
            whole = path.read_bytes()
            damaged = whole.replace(b"Note 0", b"Note 9")
            path.write_bytes(damaged)
            disk.fail(at, Manner.REFUSE, ever=ever)
            refused = False
            try:
                rescue(path)
            except CannotWrite:
                refused = True
            disk.work()
            assert any(file.read_bytes() == damaged for file in folder.iterdir() if file.is_file()), at
            if refused and not ever:
                assert not list(folder.glob("*.rescued")), f"what was not put in place is left at {at}"
            if refused and path.read_bytes() == damaged:
                rescue(path)
            with closing(Journal.open(path)) as journal:
                assert len(journal.rows()) == 1
            runs += 1
    return runs


def settling(root: Path) -> int:
    """Keep the settings: those before, or the new ones, never none."""
    before, after = Settings(language="fr", text_size=2.0), Settings(language="en", text_size=1.5)
    runs = 0
    for manner, ever in FAILURES:
        for disk, folder, at in places_to_fail(root):
            file = folder / "settings.json"
            write_settings(file, before)
            disk.fail(at, manner, ever=ever)
            with suppress(OSError):
                write_settings(file, after)
            disk.work()
            assert read_settings(file) in (before, after), at
            assert read_settings(file) == after or disk.failed
            runs += 1
    return runs


SCENARIOS = {
    scenario.__name__: scenario
    for scenario in (playing, dying, opening, starting, going_on_elsewhere, rescuing, settling)
}


def main() -> None:
    """Play one scenario, and say how many times it was played."""
    sys.stdout.write(f"{SCENARIOS[sys.argv[1]](Path(sys.argv[2]))}\n")
