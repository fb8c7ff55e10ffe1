"""The whole session at a glance: a line for each thing decided, and the moment it leads back to."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from boxes import tiny_box_files
from tables import AMINA, a_plan, a_setup, rich_box, tiny_box

from enacting.box.loading import load_files
from enacting.engine.events import ActivityEnded, ContextRevealed, CrisisRevealed, PartSkipped, PlayerAdded
from enacting.engine.game import FACILITATOR, Game
from enacting.engine.moves import (
    AddPlayer,
    ChangePlan,
    EndActivity,
    EndPart,
    GiveFloor,
    Move,
    Pass,
    RevealContext,
    RevealCrisis,
    SkipPart,
    WriteNote,
)
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.session.journal import Kind
from enacting.session.overview import Line, lines_of
from enacting.session.session import LogEntry, Session


class Wristwatch:
    """A clock that a test moves."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Wristwatch:
    return Wristwatch()


@pytest.fixture
def session(tmp_path: Path, watch: Wristwatch) -> Iterator[Session]:
    boxes = load_files(tiny_box_files())
    begun = Session.start(
        boxes, a_setup(3), tmp_path / "a.session", "fr", "Atelier", datetime(2026, 3, 12), clock=watch
    )
    with closing(begun) as session:
        yield session


def lines(session: Session) -> tuple[Line, ...]:
    return lines_of(session.first_game, session.in_force(), session.taken_back())


def test_a_session_just_begun_has_no_line(session: Session) -> None:
    assert lines(session) == ()


def test_a_line_says_what_happened_when_and_which_moment_it_leads_to(session: Session, watch: Wristwatch) -> None:
    session.play(GiveFloor(by=FACILITATOR, player=AMINA))
    watch.now += 90
    session.play(RevealCrisis(by=FACILITATOR))

    (line,) = lines(session)

    assert isinstance(line.event, CrisisRevealed)
    assert (line.count, line.seconds, line.taken_back) == (2, 90, False)
    assert line.game == session.game
    assert line.player is None


def test_what_is_said_and_who_speaks_make_no_line(session: Session) -> None:
    session.play(GiveFloor(by=FACILITATOR, player=AMINA))
    session.play(WriteNote(by=FACILITATOR, text="La rivière"))

    assert lines(session) == ()


def test_an_activity_of_which_nothing_was_told_ends_with_a_line(session: Session) -> None:
    session.play(RevealCrisis(by=FACILITATOR))
    session.play(EndActivity(by=FACILITATOR))
    session.play(EndActivity(by=FACILITATOR))

    assert [type(line.event) for line in lines(session)] == [CrisisRevealed, ActivityEnded]


def test_moves_taken_back_come_last_until_something_new_is_played(session: Session) -> None:
    part = session.game.box.description.parts[-1].id
    session.play(RevealCrisis(by=FACILITATOR))
    session.play(SkipPart(by=FACILITATOR, part=part))

    session.undo()

    assert [(type(line.event), line.count, line.taken_back) for line in lines(session)] == [
        (CrisisRevealed, 1, False),
        (PartSkipped, 2, True),
    ]
    session.play(AddPlayer(by=FACILITATOR, name="Ada"))
    assert [type(line.event) for line in lines(session)] == [CrisisRevealed, PlayerAdded]


def lines_after(first: Game, *moves: Move) -> tuple[Line, ...]:
    """The lines of these moves, played from that game on."""
    game, entries = first, []
    for number, move in enumerate(moves, start=1):
        game, events = apply(game, move)
        entries.append(LogEntry(sequence=number, kind=Kind.PLAYED, move=move, language="en", events=events, game=game))
    return lines_of(first, entries)


def test_the_place_turned_over_and_the_crisis_have_a_line_each() -> None:
    game, _ = set_up(rich_box(), a_setup(2))

    lines = lines_after(game, RevealContext(by=FACILITATOR), RevealCrisis(by=FACILITATOR))

    assert [(type(line.event), line.count) for line in lines] == [(ContextRevealed, 1), (CrisisRevealed, 2)]
    assert [line.game.revealed for line in lines] == [False, True]


def rounds_told(rounds: int, *moves: Move) -> list[int]:
    """The round that each line gives, in the turns of a session of two people planned for so many rounds."""
    game, _ = set_up(tiny_box(mechanisms=20), a_setup(2, plan=a_plan(rounds=rounds, postures_placed=True)))
    return [line.round for line in lines_after(game, EndPart(by=FACILITATOR), *moves)]


def test_the_round_is_given_in_turns_where_there_are_several() -> None:
    turn = Pass(by=FACILITATOR)

    assert rounds_told(2, turn, turn, turn, turn) == [0, 1, 1, 2, 2]
    assert rounds_told(1, turn, turn) == [0, 0, 0]


def test_a_second_round_is_given_although_the_plan_has_become_shorter() -> None:
    turn = Pass(by=FACILITATOR)
    shorter = ChangePlan(by=FACILITATOR, rounds=1, turns=0, posture_seconds=60, mechanism_seconds=120)

    assert rounds_told(2, turn, turn, shorter, turn) == [0, 1, 1, 2, 2]
