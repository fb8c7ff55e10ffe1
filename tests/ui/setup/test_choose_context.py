"""Where the table plays: chosen, drawn, described or left out, by click and by keyboard, and what is on the disk."""

from contextlib import closing
from pathlib import Path

import pygame
import pytest
from ui.keyboard import focus_on, in_the_room, on_disk, press, write
from ui.walks import SEED, USUAL, Walk, Window

from enacting.archive.erase_person import erase_person
from enacting.engine.cards import CardId
from enacting.engine.game import OwnContext
from enacting.engine.written import OWN_CONTEXT
from enacting.harvest.making import make_harvest
from enacting.harvest.naming import Naming
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui.destinations import Home
from enacting.ui.faces.spoken_words import spoken_whole
from enacting.ui.items.item import Item
from enacting.ui.setup.choose_context import OwnContextDialog
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.open_session import resume

SEASIDE = CardId("seaside-resort")
PEOPLE = ("Zébulondine Karstmann", "Wolfram", "Guillemette", "Anatolie")


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


def option(walk: Walk, beginning: str) -> Item:
    """The option of the dialog whose name begins so."""
    return next(walk.item(name) for name in walk.ids("option-") if walk.item(name).name.startswith(beginning))


def describe(walk: Walk, title: str, *lines: str) -> None:
    """Describe a place of our own, with the keyboard alone."""
    focus_on(walk, "context")
    press(walk, pygame.K_RETURN)
    focus_on(walk, option(walk, "Our own place").id)
    press(walk, pygame.K_RETURN)
    write(walk, title)
    for line in lines:
        press(walk, pygame.K_TAB)
        write(walk, line)
    focus_on(walk, "keep-context")
    press(walk, pygame.K_RETURN)


def choose(walk: Walk, beginning: str) -> None:
    """Click the option whose name begins so."""
    walk.click("context")
    walk.click(option(walk, beginning).id)


# Chosen, drawn, left out


def test_chance_chooses_the_place_at_first(walk: Walk) -> None:
    assert walk.item("context").name == (
        "Where you play: Drawn at random. One of 8 places, turned over before the crisis"
    )

    walk.click("start")

    game = on_disk(walk).game
    assert (game.setup.context, game.setup.without_context) == (None, False)
    assert game.context in game.box.contexts
    fits = game.box.crises[game.crisis].fits
    assert not fits or game.context in fits


def test_a_place_that_is_chosen_is_the_one_turned_over(walk: Walk) -> None:
    choose(walk, "Seaside resort")
    assert "Seaside resort" in walk.item("context").name

    walk.click("start", "reveal-context")

    assert on_disk(walk).game.setup.context == SEASIDE
    assert on_disk(walk).game.context_revealed
    assert walk.item(f"card-{SEASIDE}").name.startswith("Seaside resort")


def test_without_a_place_the_crisis_is_turned_over_alone(walk: Walk) -> None:
    choose(walk, "No place")
    walk.click("start")

    assert on_disk(walk).game.context is None
    assert walk.ids("reveal") == ["reveal"]
    walk.click("reveal")
    assert walk.ids("context") == []


def test_the_option_chosen_says_so(walk: Walk) -> None:
    choose(walk, "Seaside resort")
    walk.click("context")

    states = {walk.item(name).name.split(".")[0]: walk.item(name).state for name in walk.ids("option-")}
    assert [name for name, state in states.items() if state] == ["Seaside resort"]


# Described


def test_a_place_is_described_with_the_keyboard_alone_and_is_on_the_disk(walk: Walk) -> None:
    describe(walk, "Our valley", "4,000 people", "A river", "No train")

    assert walk.item("context").name == "Where you play: Our valley. 4,000 people, A river, No train"
    walk.click("start", "reveal-context")
    game = on_disk(walk).game
    assert game.setup.own_context == OwnContext(title="Our valley", lines=("4,000 people", "A river", "No train"))
    assert game.context == OWN_CONTEXT
    card = game.box.contexts[OWN_CONTEXT]
    assert "Written at this table" in spoken_whole(card, game.box, walk.app.words)


def test_a_place_without_a_name_is_refused_and_nothing_typed_is_lost(walk: Walk) -> None:
    describe(walk, "  ", "4,000 people")

    assert isinstance(walk.app.screen, OwnContextDialog)
    assert walk.app.message is not None
    assert walk.app.message.text == "Give the place a name."
    assert walk.app.focus == "own-context-title"
    assert walk.app.field("own-context-line-0").text.text == "4,000 people"

    write(walk, "Our valley")
    walk.click("keep-context")
    assert setup_of(walk).choices.context.own == OwnContext(title="Our valley", lines=("4,000 people",))


def test_escape_keeps_what_was_typed_and_the_choice_made_before(walk: Walk) -> None:
    choose(walk, "Our own place")
    write(walk, "Our val")
    press(walk, pygame.K_ESCAPE)

    assert setup_of(walk).choices.context.own is None
    choose(walk, "Our own place")
    assert walk.app.field("own-context-title").text.text == "Our val"


def test_a_new_session_begins_with_nothing_of_what_the_last_table_described(walk: Walk) -> None:
    describe(walk, "Our valley", "Karstmann's orchard")
    walk.click("start")
    walk.app.go_to(Home())

    walk.click("new")
    choose(walk, "Our own place")

    assert walk.app.field("own-context-title").text.text == ""
    assert walk.app.field("own-context-line-0").text.text == ""


def test_a_described_place_stays_as_it_was_written_in_another_language_and_when_resumed(walk: Walk) -> None:
    describe(walk, "Our valley", "A river")
    walk.click("start", "reveal-context")
    path = walk.table.session.path
    walk.table.session.speak("fr")
    walk.app.go_to(Home())

    resume(walk.app, path)

    assert walk.app.settings.language == "fr"
    assert walk.table.box.contexts[OWN_CONTEXT].title == "Our valley"
    assert walk.item(f"card-{OWN_CONTEXT}").name.startswith("Our valley")
    assert "Écrit à cette table" in spoken_whole(walk.table.card(OWN_CONTEXT), walk.table.box, walk.app.words)


def test_undo_turns_the_place_face_down_again(walk: Walk) -> None:
    describe(walk, "Our valley")
    walk.click("start", "reveal-context")
    walk.click("undo")

    assert not on_disk(walk).game.context_revealed
    assert walk.item("reveal-context").name == "Turn the place over"
    assert next(item.name for item in walk.app.items() if item.id == f"card-{OWN_CONTEXT}") == "The place, face down"


def test_the_place_lies_beside_the_crisis_and_can_be_read_during_the_whole_session(walk: Walk) -> None:
    describe(walk, "Our valley")
    walk.click("start", "reveal-context", "reveal")
    assert walk.item("context").name == "Read Our valley"

    walk.click("go-on", "skip-activity", "skip-activity")
    walk.click("context")

    assert any(item.name.startswith("Our valley") and item.id != "context" for item in walk.app.items())


# Without names


def test_a_report_without_names_finds_them_in_what_was_written_of_the_place(walk: Walk, tmp_path: Path) -> None:
    describe(walk, "Chez Zébulondine Karstmann", "Where Wolfram lives")
    walk.click("start", "reveal-context")

    files = make_harvest(on_disk(walk), tmp_path / "out", "en", naming=Naming.ANONYMOUS)

    for file in files:
        text = file.read_text(encoding="utf-8")
        assert "Chez someone" in text
        assert "Karstmann" not in text
        assert "Wolfram" not in text


def test_a_person_erased_is_erased_from_the_place(walk: Walk) -> None:
    describe(walk, "Chez Zébulondine Karstmann", "Where Wolfram lives")
    walk.click("start", "reveal-context")
    path = walk.table.session.path
    walk.app.go_to(Home())

    erase_person(path, 0, "Person 1")

    with closing(Session.resume(path)) as session:
        own = session.game.setup.own_context
        assert own == OwnContext(title="Chez Person 1", lines=("Where Wolfram lives",))
        assert session.game.box.contexts[OWN_CONTEXT].title == "Chez Person 1"
    assert b"Karstmann" not in path.read_bytes()


# The room


def test_the_room_sees_the_place_once_it_is_turned_over_then_the_crisis(walk: Walk) -> None:
    describe(walk, "Our valley", "A river")
    walk.click("start")
    walk.app.open_room()
    assert "Our valley" not in in_the_room(walk)
    assert "The place" in in_the_room(walk)

    walk.click("reveal-context")
    assert "Our valley" in in_the_room(walk)

    walk.click("reveal")
    assert walk.table.box.crises[walk.table.game.crisis].title in in_the_room(walk)
