"""A session as a machine of states, for tests that play it in any order."""

import random
import shutil
import tempfile
from pathlib import Path

import hypothesis.strategies as st
from boxes import tiny_box_files
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sessions import TEN, Wristwatch
from tables import a_setup, snapshot, varied

from enacting.box.loading import load_files
from enacting.engine.game import FACILITATOR, Game, PlayerId
from enacting.engine.moves import AddPlayer, Move, RemovePlayer
from enacting.engine.refusals import IllegalMove
from enacting.engine.rules import legal_moves, refusal
from enacting.session.journal import Kind, copy_of
from enacting.session.session import NothingToRedo, NothingToUndo, Session

BOXES = load_files(tiny_box_files())


class SessionMachine(RuleBasedStateMachine):
    """A session, and beside it the games it must have come through."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.watch = Wristwatch()

    @initialize(players=st.integers(1, 4), seed=st.integers(0, 9))
    def begin(self, players: int, seed: int) -> None:
        """Set the table."""
        path = self.folder / "a.session"
        setup = a_setup(players, seed=seed)
        self.session = Session.start(BOXES, setup, path, "fr", "Atelier", TEN, clock=self.watch)
        self.games: list[Game] = [self.session.game]
        self.ahead: list[Game] = []
        self.language = "fr"
        self.kinds: list[Kind] = []

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "session"):
            self.session.close()
        shutil.rmtree(self.folder)

    # What is done

    @rule(choice=st.integers(0, 10_000))
    def play_any_legal_move(self, choice: int) -> None:
        """One of the moves there are, with words and marks of its own where that is allowed."""
        kinds = {type(move): move for move in legal_moves(self.session.game)}
        if not kinds:
            return
        move = list(kinds.values())[choice % len(kinds)]
        other = varied(move, self.session.game, random.Random(choice))
        self._play(other if refusal(self.session.game, other) is None else move)

    @rule(name=st.text(max_size=30))
    def somebody_joins(self, name: str) -> None:
        """Under any name at all."""
        self._play(AddPlayer(by=FACILITATOR, name=name))

    @rule(number=st.integers(1, 6))
    def somebody_leaves(self, number: int) -> None:
        """Who may not be there."""
        self._play(RemovePlayer(by=FACILITATOR, player=PlayerId(f"p{number}")))

    def _play(self, move: Move) -> None:
        before, log = self.session.game, self.session.log()
        try:
            self.session.play(move)
        except IllegalMove:
            assert self.session.game is before
            assert self.session.log() == log
        else:
            self.games.append(self.session.game)
            self.ahead.clear()
            self.kinds.append(Kind.PLAYED)

    @rule(times=st.integers(1, 5))
    def undo(self, times: int) -> None:
        """Some moves back, or as far as the set-up."""
        for _ in range(times):
            try:
                self.session.undo()
            except NothingToUndo:
                assert len(self.games) == 1
                return
            self.ahead.append(self.games.pop())
            self.kinds.append(Kind.UNDONE)

    @rule(times=st.integers(1, 5))
    def redo(self, times: int) -> None:
        """Some moves on again."""
        for _ in range(times):
            try:
                self.session.redo()
            except NothingToRedo:
                assert self.ahead == []
                return
            self.games.append(self.ahead.pop())
            self.kinds.append(Kind.REDONE)

    @rule(language=st.sampled_from(["fr", "en"]))
    def speak(self, language: str) -> None:
        """One language or the other."""
        self.session.speak(language)
        if language != self.language:
            self.language = language
            self.kinds.append(Kind.LANGUAGE)

    @rule(seconds=st.sampled_from([0.4, 30.0, 299.0, 4000.0]))
    def time_passes(self, seconds: float) -> None:
        """At the table, or while the laptop sleeps."""
        self.watch.later(seconds)
        self.session.keep_time()

    @rule()
    def pause_or_go_on(self) -> None:
        """The time stands still, or goes on."""
        if self.session.paused:
            self.session.go_on()
        else:
            self.session.pause()

    @rule()
    def close_and_resume(self) -> None:
        """As people do at the end of the morning."""
        self.session.close()
        self.session = Session.resume(self.session.path, clock=self.watch)

    @rule()
    def be_killed_and_resume(self) -> None:
        """Nothing is closed: the file is as it was at the last move."""
        self.session._journal.close()
        self.session = Session.resume(self.session.path, clock=self.watch)

    @precondition(lambda self: copy_of(self.session.path).is_file())
    @rule()
    def look_at_the_second_copy(self) -> None:
        """Which is the beginning of the same story."""
        copy = Session.look(copy_of(self.session.path))
        rows = [(entry.kind, entry.move) for entry in copy.log()]
        assert rows == [(entry.kind, entry.move) for entry in self.session.log()][: len(rows)]

    # What is always so

    @invariant()
    def the_table_is_what_was_played(self) -> None:
        """However often it was closed meanwhile."""
        if not hasattr(self, "session"):
            return
        assert snapshot(self.session.game) == snapshot(self.games[-1])
        assert [entry.kind for entry in self.session.log()] == self.kinds
        assert len(self.session.moves()) == len(self.games) - 1
        assert len(self.session.taken_back()) == len(self.ahead)
        assert self.session.language == self.language
        assert self.session.unsaved == 0

    @invariant()
    def every_card_is_somewhere_once(self) -> None:
        """In one zone."""
        if hasattr(self, "session"):
            assert all(len(zones) == 1 for zones in self.session.game.zones().values())
