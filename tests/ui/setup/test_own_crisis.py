"""A crisis that people write themselves, by keyboard, and which cards may come: refused, kept, on the disk."""

from contextlib import closing
from pathlib import Path

import pygame
import pytest
from ui.keyboard import focus_on, on_disk, press, write
from ui.walks import SEED, USUAL, Walk, Window

from enacting.archive.erase_person import erase_person
from enacting.engine.cards import ConsequenceId
from enacting.engine.game import OwnCrisis
from enacting.engine.written import OWN_CRISIS
from enacting.harvest.making import make_harvest
from enacting.harvest.naming import Naming
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui.destinations import Home
from enacting.ui.faces.spoken_words import spoken_whole
from enacting.ui.setup.own_crisis import OwnCrisisDialog
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.open_session import resume

PEOPLE = ("Zébulondine Karstmann", "Wolfram", "Guillemette", "Anatolie")
ORDERS = tuple(map(ConsequenceId, ("economic", "political", "environmental", "social")))
TITLE, TEXT = "The bakery closes", "Zébulondine Karstmann retires, and nobody takes over."


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Four people in front of the set-up, in English."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup_of(walk).choices.seed = SEED
    for row, name in zip(setup_of(walk).choices.rows, PEOPLE, strict=True):
        walk.fill(row.field, name, 24)
    return walk


def setup_of(walk: Walk) -> SetupScreen:
    """The set-up."""
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    return screen


def write_crisis(walk: Walk, title: str = TITLE, text: str = TEXT, economic: str = "") -> None:
    """Write a crisis with the keyboard alone, and the first of its consequences."""
    focus_on(walk, "write-crisis")
    press(walk, pygame.K_RETURN)
    for words in (title, text, economic):
        write(walk, words)
        press(walk, pygame.K_TAB)
    focus_on(walk, "keep-crisis")
    press(walk, pygame.K_RETURN)


def test_a_crisis_is_written_with_the_keyboard_alone_and_is_on_the_disk(walk: Walk) -> None:
    write_crisis(walk, economic="No bread")
    assert walk.item("write-crisis").name == "Change it"

    walk.click("start", "reveal-context", "reveal")

    game = on_disk(walk).game
    assert game.crisis == OWN_CRISIS
    assert game.setup.own_crisis == OwnCrisis(
        title=TITLE,
        text=TEXT,
        consequences={order: "No bread" if order == "economic" else "" for order in ORDERS},
    )
    card = walk.table.box.crises[OWN_CRISIS]
    assert "Written at this table" in spoken_whole(card, walk.table.box, walk.app.words)
    assert walk.item(f"card-{OWN_CRISIS}").name.startswith(TITLE)


@pytest.mark.parametrize(("title", "text", "focus"), [("", TEXT, "own-crisis-title"), (TITLE, " ", "own-crisis-text")])
def test_a_crisis_without_its_title_or_its_text_is_refused_and_nothing_typed_is_lost(
    walk: Walk, title: str, text: str, focus: str
) -> None:
    write_crisis(walk, title, text, "No bread")

    assert isinstance(walk.app.screen, OwnCrisisDialog)
    assert walk.app.message is not None
    assert walk.app.message.text == "Give the crisis a title, and say what happens."
    assert walk.app.focus == focus
    assert walk.app.field("own-crisis-title").text.text == title
    assert walk.app.field("own-crisis-economic").text.text == "No bread"


def test_a_crisis_of_the_box_can_be_taken_instead_and_the_written_one_comes_back_to_be_changed(walk: Walk) -> None:
    write_crisis(walk)
    walk.click("leave-own")
    assert setup_of(walk).choices.setup().own_crisis is None

    walk.click("write-crisis")

    assert walk.app.field("own-crisis-title").text.text == TITLE
    press(walk, pygame.K_ESCAPE)
    assert setup_of(walk).choices.setup().own_crisis is None
    walk.click("start", "reveal-context", "reveal")
    assert walk.table.game.crisis != OWN_CRISIS


def test_a_new_session_begins_with_nothing_of_what_the_last_table_wrote(walk: Walk) -> None:
    write_crisis(walk, economic="No bread")
    walk.click("start")
    walk.app.go_to(Home())

    walk.click("new", "write-crisis")

    assert {walk.app.field(name).text.text for name in walk.ids("own-crisis-")} == {""}


def test_a_written_crisis_stays_as_it_was_written_in_another_language_and_when_resumed(walk: Walk) -> None:
    write_crisis(walk)
    walk.click("start", "reveal-context", "reveal")
    path = walk.table.session.path
    walk.table.session.speak("fr")
    walk.app.go_to(Home())

    resume(walk.app, path)

    assert walk.app.settings.language == "fr"
    assert walk.table.box.crises[OWN_CRISIS].title == TITLE
    assert "Écrit à cette table" in spoken_whole(walk.table.card(OWN_CRISIS), walk.table.box, walk.app.words)


def test_undo_turns_the_written_crisis_face_down_again(walk: Walk) -> None:
    write_crisis(walk)
    walk.click("start", "reveal-context", "reveal", "undo")

    assert not on_disk(walk).game.revealed
    assert (
        next(item.name for item in walk.app.items() if item.id == f"card-{OWN_CRISIS}")
        == "The crisis card is face down."
    )


def test_a_report_without_names_finds_them_in_the_written_crisis(walk: Walk, tmp_path: Path) -> None:
    write_crisis(walk)
    walk.click("start", "reveal-context", "reveal")

    for file in make_harvest(on_disk(walk), tmp_path / "out", "en", naming=Naming.ANONYMOUS):
        text = file.read_text(encoding="utf-8")
        assert TITLE in text
        assert "someone retires" in text
        assert "Karstmann" not in text


def test_a_person_erased_is_erased_from_the_written_crisis(walk: Walk) -> None:
    write_crisis(walk)
    walk.click("start", "reveal-context", "reveal")
    path = walk.table.session.path
    walk.app.go_to(Home())

    erase_person(path, 0, "Person 1")

    with closing(Session.resume(path)) as session:
        assert session.game.box.crises[OWN_CRISIS].text == "Person 1 retires, and nobody takes over."
    assert b"Karstmann" not in path.read_bytes()


# Which cards may come


def test_failures_may_come_at_first_and_are_left_out_with_one_press(walk: Walk) -> None:
    assert setup_of(walk).choices.setup().excluded_mechanisms == ()
    focus_on(walk, "failures")
    press(walk, pygame.K_SPACE)

    assert walk.item("failures").state == ""
    walk.click("start")
    game = on_disk(walk).game
    failures = game.box.failures()
    assert len(failures) == len(game.setup.excluded_mechanisms) > 0
    assert not set(failures) & set(game.mechanism_pile)


def test_trouble_is_left_out_of_short_sessions_and_comes_in_the_long_one_unless_said_otherwise(walk: Walk) -> None:
    came = {}
    for length in ("short", "standard", "long"):
        walk.click(f"length-{length}")
        came[length] = (walk.item("trouble").state, setup_of(walk).choices.plan.trouble)
    assert came == {"short": ("", False), "standard": ("", False), "long": ("chosen", True)}

    walk.click("trouble")
    assert not setup_of(walk).choices.plan.trouble
    walk.click("length-short", "trouble", "start")
    assert on_disk(walk).game.setup.plan.trouble
    assert "trouble" in [activity.id for _, activity in on_disk(walk).game.agenda]
