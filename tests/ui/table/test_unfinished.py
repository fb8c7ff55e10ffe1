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
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndActivity
from enacting.session.unfinished import read_unfinished, unfinished_of
from enacting.system import paths
from enacting.ui.destinations import LinkForm, NextStepForm, Notes
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.open_session import resume


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
    assert read_unfinished(path).texts == {"note-text": "The farmers were not"}


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
