"""The trace of an accident: where it happened, the seed and the moves, and no word of anybody."""

import random
from contextlib import closing
from dataclasses import fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from boxes import tiny_box_files, with_edit
from tables import NAMES, a_setup, random_moves, snapshot

from enacting import __version__
from enacting.box.loading import load_files
from enacting.engine.game import FACILITATOR, Game, NewPlayer, Written
from enacting.engine.moves import LeaveTakeaway, Move, Rate, WriteNote
from enacting.engine.refusals import IllegalMove
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.session.accident_trace import (
    MAX_TRACES,
    Circumstances,
    accident_place,
    trace_text,
    without_words,
    write_trace,
)
from enacting.session.move_text import move_from_text, setup_from_text
from enacting.session.session import Session
from enacting.system import paths

NOW = datetime(2026, 3, 12, 10, 0)
TITLE = "Atelier chez Marguerite Ducasse"
NOTE = "Jean-Philippe dit que le robinet de la rue Mouffetard fuit, appeler le 06 12 34 56 78"


def a_session(folder: Path) -> Session:
    boxes = load_files(tiny_box_files())
    return Session.start(boxes, a_setup(3), folder / "a.session", "fr", TITLE, NOW)


def circumstances(session: Session | None = None) -> Circumstances:
    return Circumstances(now=NOW, screens=["Title", "Table"], window=["window: 1280x720"], session=session)


def an_accident(message: str = "") -> Exception:
    """A failure that has really been raised."""
    try:
        raise ValueError(message)
    except ValueError as failure:
        return failure


def played(session: Session, moves: int, seed: int = 1) -> None:
    """Random moves, with what people write in them, and now and then a step back."""
    chance = random.Random(seed)
    for number, (_, move) in enumerate(random_moves(session.game, chance, moves)):
        try:
            session.play(move)
        except IllegalMove:
            return
        if number % 7 == 3:
            session.undo()
            session.redo()


def test_a_trace_tells_the_version_the_system_the_screens_and_the_place() -> None:
    text = trace_text(an_accident(), circumstances())

    lines = text.splitlines()
    assert lines[0] == f"enacting {__version__}, 2026-03-12 10:00"
    assert "Python 3." in lines[1]
    assert lines[2:4] == ["window: 1280x720", "screens: Title Table"]
    assert "ValueError: " in lines[5]
    assert lines[6].startswith("  test_accident_trace.py:")
    assert lines[7] == "    raise ValueError(message)"


def test_no_word_of_people_is_in_it(tmp_path: Path) -> None:
    with closing(a_session(tmp_path)) as session:
        session.play(WriteNote(by=FACILITATOR, text=NOTE))
        failure = an_accident(f"no such name: {NAMES[0]} ({NOTE}) in {tmp_path / 'a.session'}, {TITLE!r}")

        text = trace_text(failure, circumstances(session))

    words = {word for text in (*NAMES[:3], TITLE, NOTE) for word in text.replace("-", " ").replace(",", " ").split()}
    said = set(text.replace('"', " ").replace(":", " ").split())
    assert "Marguerite" in words
    assert words & said <= {"le", "la", "de", "que"}
    assert "…" in text
    assert str(tmp_path) not in text


def test_no_mark_given_in_secret_is_in_it(tmp_path: Path) -> None:
    rated = load_files(with_edit("game.yaml", "kind: reveal", "kind: rate"))
    told = []
    for mark in (2, 5):
        path = tmp_path / f"{mark}.session"
        with closing(Session.start(rated, a_setup(3), path, "fr", TITLE, NOW)) as session:
            marks = {consequence.id: mark for consequence in session.game.box.description.consequences}
            for player in session.game.players:
                session.play(Rate(by=player.id, player=player.id, marks=marks))
            session.undo()
            told.append(trace_text(an_accident(f"no average of {marks}, {mark}"), circumstances(session)))

    assert told[0] == told[1]
    assert told[0].count('"move":"Rate"') == 4


def test_the_program_and_the_box_may_be_named(tmp_path: Path) -> None:
    with closing(a_session(tmp_path)) as session:
        card = next(iter(session.game.box.mechanisms))

        text = trace_text(an_accident(f"{card} is not in list, Marguerite"), circumstances(session))

    assert f"ValueError: {card} is not in list, …" in text


def test_a_cause_is_told_too() -> None:
    try:
        try:
            dict[str, str]()[TITLE]
        except KeyError as cause:
            raise RuntimeError from cause
    except RuntimeError as failure:
        text = trace_text(failure, circumstances())

    assert text.index("RuntimeError") < text.index("KeyError: '… … … …'")


def failing_in(file: str, depth: int = 0) -> Exception:
    """A failure raised in a file of that name, so many calls deep."""
    source = "def fall(depth):\n    return fall(depth - 1) if depth else 1 / 0\nfall(depth)"
    try:
        exec(compile(source, file, "exec"), {"depth": depth})
    except ZeroDivisionError as failure:
        return failure
    raise AssertionError("it must fail")


def test_a_file_is_named_from_the_program_on_and_nothing_before_it_is_told() -> None:
    text = trace_text(failing_in("/home/enacting/Marguerite/enacting/ui/window/app.py"), circumstances())

    assert "  enacting/ui/window/app.py:2 fall" in text
    assert "Marguerite" not in text


def test_a_trace_holds_the_last_sixty_places_and_five_causes() -> None:
    failure = failing_in("deep.py", depth=100)
    for _ in range(8):
        following = ValueError()
        following.__cause__ = failure
        failure = following

    deep = trace_text(failing_in("deep.py", depth=100), circumstances())
    long = trace_text(failure, circumstances())

    assert deep.count("  deep.py:2 fall") == 60
    assert long.count("ValueError") == 5
    assert "ZeroDivisionError" not in long


def test_the_place_of_an_accident_is_its_kind_its_file_and_its_line() -> None:
    assert accident_place(failing_in("deep.py")) == ("ZeroDivisionError", "deep.py", 2)
    assert accident_place(ValueError()) == ("ValueError", "", 0)


@pytest.mark.parametrize("seed", range(5))
def test_the_moves_of_a_trace_give_the_same_table(tmp_path: Path, seed: int) -> None:
    with closing(a_session(tmp_path)) as session:
        played(session, 120, seed)
        text = trace_text(an_accident(), circumstances(session))
        told, zones = len(session.log()), session.game.zones()

    lines = text.splitlines()
    setup = next(line for line in lines if line.startswith("setup: ")).removeprefix("setup: ")
    game, _ = set_up(load_files(tiny_box_files()).box("en"), setup_from_text(setup))
    rows = [line.split(" ", 2) for line in lines[lines.index("unsaved: 0") + 1 :]]
    games: list[Game] = [game]
    ahead: list[Game] = []
    for _, kind, said in rows:
        if kind == "played":
            games.append(apply(games[-1], move_from_text(said))[0])
            ahead.clear()
        elif kind == "undone":
            ahead.append(games.pop())
        elif kind == "redone":
            games.append(ahead.pop())

    assert len(rows) == told
    assert games[-1].zones() == zones


def test_the_same_text_always_has_the_same_number() -> None:
    numbers: dict[str, str] = {}
    first = LeaveTakeaway(by=FACILITATOR, player=a_table_player(), words="Merci Marguerite")
    other = replace(first, words="Merci à vous")

    hidden = [without_words(move, numbers) for move in (first, other, first)]

    assert [takeaway.words for takeaway in hidden] == ["text 1", "text 2", "text 1"]


def a_table_player() -> Any:
    game, _ = set_up(load_files(tiny_box_files()).box("en"), a_setup(2))
    return game.players[0].id


def test_these_are_the_texts_that_people_write() -> None:
    kinds = (NewPlayer, *get_args(Move))

    free = sorted(
        f"{kind.__name__}.{field.name}"
        for kind in kinds
        for field in fields(kind)
        if any(isinstance(mark, Written) for mark in get_args(get_type_hints(kind, include_extras=True)[field.name]))
    )

    assert free == [
        "AddNextStep.what",
        "AddNextStep.when",
        "AddNextStep.who",
        "AddPlayer.name",
        "Amend.words",
        "CorrectNextStep.what",
        "CorrectNextStep.when",
        "CorrectNextStep.who",
        "CorrectNote.text",
        "GiveOpinion.words",
        "JudgeProposal.words",
        "LeaveTakeaway.words",
        "LeaveWord.word",
        "LinkProposals.words",
        "NameSystem.name",
        "NewPlayer.name",
        "RenamePlayer.name",
        "RewordLink.words",
        "WriteMechanism.limits",
        "WriteMechanism.text",
        "WriteMechanism.title",
        "WriteMechanism.who",
        "WriteNote.text",
    ]


def test_what_cannot_be_told_is_left_out(tmp_path: Path) -> None:
    class Odd(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    with closing(a_session(tmp_path)) as session:
        before = snapshot(session.game)

        text = trace_text(Odd(), circumstances(session))

        assert snapshot(session.game) == before
    assert "Odd: …" in text


def test_a_trace_is_kept_in_its_folder_and_only_the_last_ones_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))

    files = [
        write_trace(an_accident(), replace(circumstances(), now=NOW + timedelta(seconds=number)))
        for number in range(MAX_TRACES + 3)
    ]

    assert sorted((tmp_path / "traces").iterdir()) == files[-20:]


def test_where_the_usual_folder_cannot_be_written_another_takes_the_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "elsewhere"))
    (tmp_path / "elsewhere").mkdir()

    file = write_trace(an_accident(), circumstances())

    assert file is not None
    assert file.is_relative_to(tmp_path / "elsewhere")
