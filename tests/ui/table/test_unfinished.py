"""What is being written is on the disk a second after the last key, and found again however the session was left."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.keyboard import press, write
from ui.walks import SEED, USUAL, Walk, Window

from enacting.archive.session_files import files_of
from enacting.engine.game import FACILITATOR, PlayerId
from enacting.engine.moves import AddNextStep, CorrectNextStep, EndActivity, WriteNote
from enacting.session.unfinished import read_unfinished, unfinished_of
from enacting.system import paths
from enacting.ui.destinations import Destination, Home, LinkForm, NextStepForm, Notes, ReasonForm
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.open_session import resume
from enacting.ui.table.unfinished import unfinished


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
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


def wait(walk: Walk, clock: HandClock, seconds: float) -> None:
    """Let that time pass, as the window does."""
    walk.loop.tick()
    clock.later(seconds)
    walk.loop.tick()


def after_a_kill(walk: Walk, tmp_path: Path) -> Walk:
    """Another window that takes up the session as the disk has it now: nothing was closed."""
    killed = tmp_path / "killed"
    shutil.copytree(paths.sessions_folder(), killed)
    again = Walk("en", [Window(*USUAL, 1.0)])
    resume(again.app, killed / walk.table.session.path.name)
    again.app.items()
    return again


def to_the_sentences(walk: Walk) -> None:
    """Go on to what people take away."""
    while walk.table.doing is not None and walk.table.doing.id != "takeaways":
        walk.table.play(EndActivity(by=FACILITATOR))


def test_half_a_note_is_found_again_after_a_kill(walk: Walk, clock: HandClock, tmp_path: Path) -> None:
    walk.app.go_to(Notes())
    write(walk, "The farmers were not")
    wait(walk, clock, 1.1)

    again = after_a_kill(walk, tmp_path)
    again.app.go_to(Notes())
    again.app.items()

    assert again.app.fields["note-text"].text.text == "The farmers were not"
    assert not again.table.game.notes


def test_nothing_is_written_while_somebody_types(walk: Walk, clock: HandClock) -> None:
    walk.app.go_to(Notes())
    for letter in "a note":
        write(walk, letter)
        wait(walk, clock, 0.9)

    assert not unfinished_of(walk.table.session.path).exists()


def test_half_a_sentence_to_take_away_is_found_again_with_who_says_it(
    walk: Walk, clock: HandClock, tmp_path: Path
) -> None:
    to_the_sentences(walk)
    walk.click("write-p2")
    write(walk, "Call the")
    wait(walk, clock, 1.1)

    again = after_a_kill(walk, tmp_path)

    assert again.table.writing == "p2"
    assert again.app.fields["takeaway"].text.text == "Call the"


def test_half_a_proposal_is_found_again(walk: Walk, clock: HandClock, tmp_path: Path) -> None:
    assert walk.table.game.turn is not None
    seat = next(iter(walk.table.game.postures))
    walk.table.place(walk.table.game.turn.hand[0], seat)
    assert walk.table.placing is not None
    walk.table.choose(walk.table.placing.with_ally(walk.table.game.present[2].id))
    wait(walk, clock, 1.1)

    again = after_a_kill(walk, tmp_path)

    assert again.table.placing == walk.table.placing


def test_closing_the_window_keeps_what_was_typed_that_very_second(walk: Walk) -> None:
    path = walk.table.session.path
    walk.app.go_to(Notes())
    write(walk, "The farmers were not")

    walk.app.quit()

    assert not walk.app.running
    assert read_unfinished(path).texts["note-text"] == "The farmers were not"


def test_what_is_written_in_the_session_is_no_draft_any_more(walk: Walk, clock: HandClock) -> None:
    walk.app.go_to(Notes())
    write(walk, "The farmers were not asked")
    wait(walk, clock, 1.1)
    assert unfinished_of(walk.table.session.path).exists()

    press(walk, pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    wait(walk, clock, 1.1)

    assert not unfinished_of(walk.table.session.path).exists()


def test_what_is_not_finished_goes_with_the_session(walk: Walk, clock: HandClock) -> None:
    walk.app.go_to(Notes())
    write(walk, "The farmers were not")
    wait(walk, clock, 1.1)

    path = walk.table.session.path

    assert unfinished_of(path) in [session_file.file for session_file in files_of(path)]


@pytest.mark.parametrize(
    "content", ["", "[]", '{"texts": 3, "proposal": {"kind": 1}}', '{"texts": {"note-text": 5}}', "{" * 5000]
)
def test_a_file_that_is_no_draft_is_as_good_as_none(walk: Walk, content: str) -> None:
    path = walk.table.session.path
    unfinished_of(path).write_text(content, encoding="utf-8")

    assert read_unfinished(path).is_empty


def test_esc_and_a_right_click_never_empty_a_form(walk: Walk) -> None:
    to_the_sentences(walk)
    walk.app.go_to(NextStepForm())
    walk.app.focus_on("step-what")
    write(walk, "Call the")
    press(walk, pygame.K_ESCAPE)
    walk.app.go_to(NextStepForm())
    walk.app.items()
    assert walk.app.fields["step-what"].text.text == "Call the"
    walk.app.focus_on("step-what")
    press(walk, pygame.K_END)
    write(walk, " town hall")
    walk.loop.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(3, 3), button=3))

    walk.app.go_to(NextStepForm())
    walk.app.items()
    assert walk.app.fields["step-what"].text.text == "Call the town hall"
    walk.click("keep-step")
    walk.app.go_to(NextStepForm())
    walk.app.items()

    assert walk.app.fields["step-what"].text.text == ""


def test_what_was_typed_for_one_link_is_not_found_in_another(walk: Walk) -> None:
    one, two, three = list(walk.table.box.mechanisms)[:3]
    walk.app.go_to(LinkForm(one, two))
    write(walk, "feeds it")
    press(walk, pygame.K_ESCAPE)

    walk.app.go_to(LinkForm(one, three))
    walk.app.items()
    assert walk.app.fields["link-words"].text.text == ""
    press(walk, pygame.K_ESCAPE)
    walk.app.go_to(LinkForm(one, two))
    walk.app.items()

    assert walk.app.fields["link-words"].text.text == "feeds it"


def with_a_proposal(walk: Walk) -> Walk:
    """The table decides on the mechanism in hand."""
    assert walk.table.game.turn is not None
    walk.table.place(walk.table.game.turn.hand[0], next(iter(walk.table.game.postures)))
    walk.click("propose")
    return walk


def test_a_link_a_reason_and_a_next_step_half_written_are_found_again_after_a_kill(
    walk: Walk, clock: HandClock, tmp_path: Path
) -> None:
    one, two, three = list(walk.table.box.mechanisms)[:3]
    with_a_proposal(walk)
    forms: dict[Destination, tuple[str, str]] = {
        ReasonForm(PlayerId("p2"), objects=True): ("reason-words", "Who pays"),
        NextStepForm(): ("step-what", "Call the"),
        LinkForm(one, two): ("link-words", "feeds"),
    }
    for form, (field, text) in forms.items():
        walk.app.go_to(form)
        walk.app.focus_on(field)
        write(walk, text)
        if field != "link-words":
            press(walk, pygame.K_ESCAPE)
    wait(walk, clock, 1.1)

    again = after_a_kill(walk, tmp_path)

    for form, (field, text) in forms.items():
        again.app.go_to(form)
        again.app.items()
        assert again.app.fields[field].text.text == text
        again.app.close()
    again.app.go_to(LinkForm(one, three))
    again.app.items()
    assert again.app.fields["link-words"].text.text == ""


def test_a_reason_is_found_again_when_it_is_asked_for_again(walk: Walk) -> None:
    with_a_proposal(walk)
    walk.app.go_to(ReasonForm(PlayerId("p2"), objects=True))
    write(walk, "Who pays")

    walk.loop.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(3, 3), button=3))
    walk.app.go_to(ReasonForm(PlayerId("p3"), objects=True))
    walk.app.items()
    assert walk.app.fields["reason-words"].text.text == ""
    press(walk, pygame.K_ESCAPE)
    walk.app.go_to(ReasonForm(PlayerId("p2"), objects=True))
    walk.app.items()

    assert walk.app.fields["reason-words"].text.text == "Who pays"


def test_a_form_left_as_it_was_begins_with_what_the_session_says(walk: Walk) -> None:
    to_the_sentences(walk)
    walk.table.play(AddNextStep(by=FACILITATOR, what="Call the town", who="", when=""))
    walk.app.go_to(NextStepForm(1))
    walk.app.items()
    press(walk, pygame.K_ESCAPE)
    walk.table.play(CorrectNextStep(by=FACILITATOR, step=1, what="Write to the town", who="", when=""))

    walk.app.go_to(NextStepForm(1))
    walk.app.items()

    assert walk.app.fields["step-what"].text.text == "Write to the town"


def test_cancel_leaves_nothing_to_be_found_again(walk: Walk) -> None:
    to_the_sentences(walk)
    walk.app.go_to(NextStepForm())
    walk.app.focus_on("step-what")
    write(walk, "Call the")

    walk.click("cancel")

    assert unfinished(walk.table).is_empty


def test_what_was_left_in_one_session_is_not_found_in_another(walk: Walk) -> None:
    to_the_sentences(walk)
    walk.app.go_to(NextStepForm())
    walk.app.focus_on("step-what")
    write(walk, "Call the")
    press(walk, pygame.K_ESCAPE)
    walk.app.go_to(Home())
    walk.click("new", "start")

    walk.app.go_to(NextStepForm())
    walk.app.items()

    assert walk.app.fields["step-what"].text.text == ""


def test_half_a_note_is_found_again_with_the_person_the_card_and_the_note_it_corrects(
    walk: Walk, clock: HandClock, tmp_path: Path
) -> None:
    walk.table.play(WriteNote(by=FACILITATOR, text="The farmers", person=PlayerId("p3")))
    walk.app.go_to(Notes())
    walk.click("correct-note-1", "about-0")
    walk.app.focus_on("note-text")
    press(walk, pygame.K_END)
    write(walk, " were not asked")
    wait(walk, clock, 1.1)

    again = after_a_kill(walk, tmp_path)
    again.app.go_to(Notes())
    again.click("keep-note")

    (note,) = again.table.game.notes
    assert (note.text, note.person, note.card) == ("The farmers were not asked", "p3", None)


def test_a_proposal_put_back_in_hand_is_found_again_after_a_kill(walk: Walk, clock: HandClock, tmp_path: Path) -> None:
    assert walk.table.game.turn is not None
    card, seat = walk.table.game.turn.hand[0], next(iter(walk.table.game.postures))
    walk.table.place(card, seat)
    assert walk.table.placing is not None
    walk.table.choose(walk.table.placing.with_ally(walk.table.game.present[2].id))
    begun = walk.table.placing
    press(walk, pygame.K_ESCAPE)
    wait(walk, clock, 1.1)

    again = after_a_kill(walk, tmp_path)
    assert again.table.placing is None
    again.table.place(card, seat)

    assert again.table.placing == begun


def test_an_amendment_that_was_left_goes_on_where_it_was(walk: Walk) -> None:
    with_a_proposal(walk)
    walk.click("amend", "ally-p3")
    walk.app.focus_on("amend-words")
    write(walk, "if the lease is public")
    press(walk, pygame.K_ESCAPE)

    walk.click("amend")

    assert walk.item("ally-p3").chosen
    assert walk.app.fields["amend-words"].text.text == "if the lease is public"


def test_the_name_of_the_system_is_found_again_while_it_is_being_typed(
    walk: Walk, clock: HandClock, tmp_path: Path
) -> None:
    while walk.table.doing is not None and not walk.table.is_arranging:
        walk.table.play(EndActivity(by=FACILITATOR))
    walk.app.items()
    walk.app.focus_on("system-name")
    write(walk, "Shared we")
    wait(walk, clock, 1.1)

    again = after_a_kill(walk, tmp_path)

    assert again.table.typed_system_name == "Shared we"
