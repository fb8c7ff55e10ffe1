"""Trouble on the finished system: drawn, then each proposal judged, by click and by keyboard, and kept on the disk."""

from contextlib import closing
from pathlib import Path

import pygame
import pytest
from ui.keyboard import focus_on, in_the_room, on_disk, press, write
from ui.walks import SEED, USUAL, Walk, Window

from enacting.archive.erase_person import erase_person
from enacting.engine.cards import CardId
from enacting.engine.game import Verdict
from enacting.harvest.making import make_harvest
from enacting.harvest.naming import Naming
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui.destinations import Help, Home
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.open_session import resume
from enacting.ui.table.session_parts import SessionPartsDialog
from enacting.ui.table.trouble import VerdictDialog

PEOPLE = ("Zébulondine Karstmann", "Wolfram", "Guillemette", "Anatolie")
WORDS = "Karstmann should not hold the only key."


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Four people, in English, whose system has two proposals; trouble is about to be drawn."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    for row, name in zip(setup.choices.rows, PEOPLE, strict=True):
        walk.fill(row.field, name, 24)
    walk.click("plan-placed", "trouble", "start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity")
    for seat in walk.table.box.board.seats[:2]:
        walk.click("draw")
        assert walk.table.game.turn is not None
        walk.click(f"keep-{walk.table.game.turn.hand[0]}", "place", f"seat-{seat.id}", "propose", "adopt")
    while walk.table.doing is not None and walk.table.doing.kind == "mechanisms":
        walk.click("pass")
    walk.click("go-on", "answer-1")
    walk.app.message = None
    return walk


def proposals(walk: Walk) -> list[CardId]:
    """The cards on the board."""
    return [proposal.card for proposal in walk.table.game.proposals]


def test_trouble_is_drawn_then_every_proposal_judged_with_the_keyboard_alone(walk: Walk) -> None:
    first, second = proposals(walk)
    focus_on(walk, "draw-trouble")
    press(walk, pygame.K_RETURN)
    assert on_disk(walk).game.trouble == walk.table.game.trouble in walk.table.box.troubles

    focus_on(walk, "judge-next")
    press(walk, pygame.K_RETURN)
    focus_on(walk, "verdict-words")
    write(walk, WORDS)
    focus_on(walk, "gives-way")
    press(walk, pygame.K_RETURN)
    focus_on(walk, "judge-next")
    press(walk, pygame.K_RETURN)
    focus_on(walk, "holds")
    press(walk, pygame.K_RETURN)

    assert on_disk(walk).game.verdicts == {
        first: Verdict(holds=False, words=WORDS),
        second: Verdict(holds=True, words=""),
    }
    assert walk.ids("judge-next") == []
    walk.click("go-on")
    doing = on_disk(walk).game.doing
    assert doing is not None
    assert doing.id != "trouble"


def test_a_card_of_the_board_is_judged_by_a_click_and_says_what_was_said_of_it(walk: Walk) -> None:
    _, second = proposals(walk)
    walk.click("draw-trouble", f"card-{second}")
    assert isinstance(walk.app.screen, VerdictDialog)
    walk.fill("verdict-words", WORDS, multiline=True)
    walk.click("gives-way")

    assert WORDS in walk.item(f"card-{second}").state
    assert walk.item(f"card-{second}").state.startswith("It gives way")


def test_a_verdict_is_said_again_and_what_was_typed_comes_back_to_be_changed(walk: Walk) -> None:
    first, _ = proposals(walk)
    walk.click("draw-trouble", f"card-{first}")
    walk.fill("verdict-words", WORDS, multiline=True)
    walk.click("gives-way", f"card-{first}")
    walk.app.items()
    assert walk.app.field("verdict-words").text.text == WORDS

    walk.click("holds")
    assert on_disk(walk).game.verdicts == {first: Verdict(holds=True, words=WORDS)}


def test_the_same_verdict_again_is_refused_and_says_so(walk: Walk) -> None:
    first, _ = proposals(walk)
    walk.click("draw-trouble", f"card-{first}", "holds", f"card-{first}")
    walk.click("holds")

    assert isinstance(walk.app.screen, VerdictDialog)
    assert walk.app.message is not None
    assert walk.app.message.text == walk.app.words("reason.nothing_changes")
    assert on_disk(walk).game.verdicts == {first: Verdict(holds=True, words="")}


def test_undo_takes_back_a_verdict_then_the_trouble(walk: Walk) -> None:
    first, _ = proposals(walk)
    walk.click("draw-trouble", f"card-{first}", "holds", "undo")
    assert on_disk(walk).game.verdicts == {}

    walk.click("undo")
    assert on_disk(walk).game.trouble is None
    assert "draw-trouble" in walk.ids("draw-trouble")


def test_trouble_can_be_left_out_when_it_comes(walk: Walk) -> None:
    walk.click("skip-activity")

    game = on_disk(walk).game
    assert game.trouble is None
    assert game.doing is not None
    assert game.doing.id != "trouble"


def test_nothing_of_the_system_moves_while_trouble_is_judged(walk: Walk) -> None:
    before = walk.table.game.proposals
    walk.click("draw-trouble", f"card-{proposals(walk)[0]}", "gives-way")

    assert walk.table.game.proposals == before
    assert walk.app.held is None


def test_help_explains_what_to_do_with_trouble(walk: Walk) -> None:
    walk.app.perform(walk.table.help)

    assert any(item.name.startswith("All together: draw trouble and read it aloud.") for item in walk.app.items())
    assert isinstance(walk.table.help, Help)


def test_a_session_resumed_in_the_middle_finds_its_trouble_and_its_verdicts_in_another_language(walk: Walk) -> None:
    first, second = proposals(walk)
    walk.click("draw-trouble", f"card-{first}")
    walk.fill("verdict-words", WORDS, multiline=True)
    walk.click("gives-way")
    path, trouble = walk.table.session.path, walk.table.game.trouble
    walk.table.session.speak("fr")
    walk.app.go_to(Home())

    resume(walk.app, path)
    walk.app.message = None

    assert trouble is not None
    assert walk.table.game.trouble == trouble
    assert any(item.name.startswith(walk.table.box.troubles[trouble].title) for item in walk.app.items())
    assert walk.item(f"card-{first}").state.startswith("Elle cède")
    walk.click("judge-next", "holds")
    assert set(on_disk(walk).game.verdicts) == {first, second}


def test_the_report_tells_the_trouble_and_the_verdicts_without_names(walk: Walk, tmp_path: Path) -> None:
    first, _ = proposals(walk)
    walk.click("draw-trouble", f"card-{first}")
    walk.fill("verdict-words", WORDS, multiline=True)
    walk.click("gives-way")
    assert walk.table.game.trouble is not None
    title = walk.table.box.troubles[walk.table.game.trouble].title

    named, anonymous = (
        make_harvest(on_disk(walk), tmp_path / naming, "en", naming=naming)[1].read_text(encoding="utf-8")
        for naming in (Naming.NAMES, Naming.ANONYMOUS)
    )

    assert all(title in report for report in (named, anonymous))
    assert WORDS in named
    assert "someone should not hold the only key." in anonymous
    assert "Karstmann" not in anonymous


def test_a_person_erased_is_erased_from_the_verdicts(walk: Walk) -> None:
    first, _ = proposals(walk)
    walk.click("draw-trouble", f"card-{first}")
    walk.fill("verdict-words", WORDS, multiline=True)
    walk.click("gives-way")
    path = walk.table.session.path
    walk.app.go_to(Home())

    erase_person(path, 0, "Person 1")

    with closing(Session.resume(path)) as session:
        assert session.game.verdicts[first].words == "Person 1 should not hold the only key."
    assert b"Karstmann" not in path.read_bytes()


def test_the_room_sees_the_trouble_once_it_is_drawn_and_not_the_words_being_typed(walk: Walk) -> None:
    walk.app.open_room()
    walk.click("draw-trouble")
    assert walk.table.game.trouble is not None
    trouble = walk.table.box.troubles[walk.table.game.trouble]
    assert {trouble.title, trouble.text, trouble.question} <= set(in_the_room(walk))

    walk.click("judge-next")
    walk.fill("verdict-words", WORDS, multiline=True)

    assert not any("Karstmann" in text for text in in_the_room(walk))


def test_a_system_without_a_proposal_has_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", "plan-placed", "trouble", "start", "reveal-context", "reveal")
    seen = []
    while walk.table.doing is not None:
        seen.append(walk.table.doing.id)
        walk.app.open(SessionPartsDialog(walk.app, walk.table))
        walk.click("end-part")
        walk.click(*walk.ids("answer-1"))

    assert "trouble" not in seen
