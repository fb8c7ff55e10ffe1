"""Words that people leave: one each, the name of the system, and those that somebody wants erased."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from ui.keyboard import on_disk, press, write
from ui.walks import SEED, USUAL, Walk, Window

from enacting.engine.board import ActivityKind
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndActivity, EverybodyAgrees, NameSystem, WriteNote
from enacting.session.journal import copy_of
from enacting.system import paths
from enacting.ui.destinations import LinkForm, Notes
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.setup.setup_screen import SetupScreen

ANGRY = "They decided without us, the farmers"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "documents"))
    yield


@pytest.fixture
def walk() -> Walk:
    """Four people, in English; the first discusses a mechanism."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    walk.click("plan-placed", "start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity", "draw")
    assert walk.table.game.turn is not None
    walk.click(f"keep-{walk.table.game.turn.hand[0]}")
    return walk


def go_to(walk: Walk, kind: ActivityKind) -> None:
    """Go on to the first step of that kind."""
    while walk.table.doing is not None and walk.table.doing.kind is not kind:
        walk.table.play(EndActivity(by=FACILITATOR))


def files_with(folder: Path, text: str) -> list[str]:
    """The files below that folder that hold these words."""
    return [file.name for file in folder.rglob("*") if file.is_file() and text.encode() in file.read_bytes()]


def test_the_bin_of_a_note_says_which_of_the_two_it_does(walk: Walk) -> None:
    walk.table.play(WriteNote(by=FACILITATOR, text=ANGRY))
    walk.app.go_to(Notes())
    walk.click("remove-note-1")
    assert isinstance(walk.app.screen, MessageDialog)
    assert "stay in the history" in " ".join(walk.app.screen.texts)
    assert walk.table.game.notes

    walk.click("answer-1")

    assert not walk.table.game.notes
    walk.table.undo()
    assert [note.text for note in walk.table.game.notes] == [ANGRY]


def test_the_words_of_a_note_are_erased_from_the_session_its_history_and_its_second_copy(
    walk: Walk, tmp_path: Path
) -> None:
    walk.table.play(WriteNote(by=FACILITATOR, text=ANGRY))
    walk.table.session.backup()
    turn = walk.table.game.turn
    assert copy_of(walk.table.session.path).name in files_with(tmp_path, ANGRY)
    walk.app.go_to(Notes())

    walk.click("remove-note-1", "answer-2", "answer-1", "answer-0")

    assert walk.at_table
    assert files_with(tmp_path, ANGRY) == []
    assert not walk.table.game.notes
    assert walk.table.game.turn == turn
    assert on_disk(walk).game == walk.table.game


def test_each_person_leaves_a_word_beside_their_sentence(walk: Walk) -> None:
    go_to(walk, ActivityKind.TAKEAWAYS)
    walk.click("write-p2")
    walk.app.focus_on("farewell")
    write(walk, "curious")
    press(walk, pygame.K_RETURN)
    write(walk, "I will call the town hall.")
    walk.click("keep-takeaway")

    assert walk.table.game.farewells == {"p2": "curious"}
    assert walk.table.game.takeaways == {"p2": "I will call the town hall."}


def test_a_word_alone_is_enough(walk: Walk) -> None:
    go_to(walk, ActivityKind.TAKEAWAYS)
    walk.click("write-p2")
    walk.fill("farewell", "curious", 24)
    walk.click("keep-takeaway")

    assert walk.table.game.farewells == {"p2": "curious"}
    assert not walk.table.game.takeaways


def test_the_words_are_the_last_picture(walk: Walk) -> None:
    go_to(walk, ActivityKind.TAKEAWAYS)
    for player, word in (("p2", "tired"), ("p1", "Curious")):
        walk.click(f"write-{player}")
        walk.fill("farewell", word, 24)
        walk.click("keep-takeaway")
    walk.table.play(EndActivity(by=FACILITATOR))

    shown = [item.name for item in walk.app.items() if item.id == "farewells"]

    assert shown == ["Curious · tired"]


def test_the_sentence_of_one_person_is_erased_where_it_is_written(walk: Walk, tmp_path: Path) -> None:
    go_to(walk, ActivityKind.TAKEAWAYS)
    walk.click("write-p2")
    walk.fill("takeaway", ANGRY, multiline=True)
    walk.click("keep-takeaway", "write-p2", "erase-words", "answer-1", "answer-0")

    assert files_with(tmp_path, ANGRY) == []
    assert walk.table.game.takeaways == {"p2": "…"}


def adopted(walk: Walk) -> None:
    """A proposal is on the board, and the new system is arranged."""
    assert walk.table.game.turn is not None
    walk.table.place(walk.table.game.turn.hand[0], next(iter(walk.table.game.postures)))
    walk.table.propose()
    walk.table.play(EverybodyAgrees(by=FACILITATOR))
    go_to(walk, ActivityKind.ARRANGE)


def test_a_system_that_would_leave_without_a_name_is_asked_for_one(walk: Walk) -> None:
    adopted(walk)
    walk.click("go-on")
    assert isinstance(walk.app.screen, MessageDialog)

    walk.click("answer-0")

    assert walk.app.focus == "system-name"
    assert walk.table.is_arranging


def test_a_system_may_leave_without_a_name(walk: Walk) -> None:
    adopted(walk)

    walk.click("go-on", "answer-1")

    assert not walk.table.is_arranging


def test_a_system_with_a_name_typed_and_not_kept_yet_is_not_asked_about(walk: Walk) -> None:
    adopted(walk)
    walk.fill("system-name", "The spring", 60)
    walk.app.changed()

    walk.click("go-on")

    assert walk.table.game.system_name == "The spring"
    assert not walk.table.is_arranging


def test_the_name_of_the_system_is_written_across_the_top_of_the_board(walk: Walk) -> None:
    go_to(walk, ActivityKind.ARRANGE)
    seat = f"seat-{walk.table.box.board.seats[0].id}"
    assert "board-name" not in [item.id for item in walk.app.items()]
    before = walk.item(seat).rect.top

    walk.table.play(NameSystem(by=FACILITATOR, name="The spring"))

    (name,) = (item for item in walk.app.items() if item.id == "board-name")
    assert name.name == "The spring"
    assert before < name.rect.bottom <= walk.item(seat).rect.top


def adopt_one(walk: Walk) -> Walk:
    """One proposal lies on the board."""
    assert walk.table.game.turn is not None
    walk.table.place(walk.table.game.turn.hand[0], next(iter(walk.table.game.postures)))
    walk.click("propose")
    walk.table.play(EverybodyAgrees(by=FACILITATOR))
    return walk


def test_the_second_rating_asks_about_the_system_that_was_named(walk: Walk) -> None:
    adopt_one(walk)
    go_to(walk, ActivityKind.ARRANGE)
    walk.table.play(NameSystem(by=FACILITATOR, name="The spring"))

    go_to(walk, ActivityKind.RATE)
    walk.click("its-me")

    (question,) = (item.name for item in walk.app.items() if item.id == "marks-text")
    assert question.startswith("With “The spring”, how well would our area cope?")


def test_what_there_is_none_of_is_not_counted_in_the_debrief(walk: Walk) -> None:
    adopt_one(walk)
    go_to(walk, ActivityKind.DISCUSS)

    said = "\n".join(item.name for item in walk.app.items())
    assert "1 mechanism and 1 posture used." in said


def test_after_a_link_the_keyboard_is_on_the_card_it_comes_from(walk: Walk) -> None:
    for _ in range(2):
        turn = walk.table.game.turn
        assert turn is not None
        walk.table.place(turn.hand[0], next(iter(walk.table.game.postures)))
        walk.table.propose()
        walk.table.play(EverybodyAgrees(by=FACILITATOR))
        walk.click("draw")
        assert walk.table.game.turn is not None
        walk.click(f"keep-{walk.table.game.turn.hand[0]}")
    source, target = (proposal.card for proposal in walk.table.game.proposals)
    go_to(walk, ActivityKind.ARRANGE)

    walk.app.go_to(LinkForm(source, target))
    press(walk, pygame.K_RETURN)

    assert walk.table.game.links
    assert walk.app.focus == f"card-{source}"
