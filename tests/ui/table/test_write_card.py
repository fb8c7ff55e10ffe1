"""A mechanism that somebody writes instead of drawing one: by click and by keyboard, and what is on the disk."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from journals import files_of_at_most
from ui.keyboard import focus_on, in_the_room, on_disk, press, write
from ui.walks import SEED, USUAL, Walk, Window

from enacting.archive.erase_person import erase_person
from enacting.engine.game import FACILITATOR, Step, WrittenMechanism
from enacting.engine.moves import EndActivity, EndPart
from enacting.engine.written import mechanism_id
from enacting.harvest.making import make_harvest
from enacting.harvest.naming import Naming
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui.destinations import Home
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.faces.spoken_words import spoken_whole
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.open_session import resume
from enacting.ui.table.turn import task
from enacting.ui.table.write_card import WriteCardDialog

PEOPLE = ("Zébulondine Karstmann", "Wolfram", "Guillemette", "Anatolie")
TITLE, TEXT = "Night bus of the valley", "Zébulondine Karstmann drives whoever has no car."
CARD = mechanism_id(1)


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Four people, in English; the first is about to draw a mechanism."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    for row, name in zip(setup.choices.rows, PEOPLE, strict=True):
        walk.fill(row.field, name, 24)
    walk.click("plan-placed", "start", "reveal-context", "reveal", "go-on", "skip-activity", "skip-activity")
    walk.app.message = None
    return walk


def write_card(walk: Walk, title: str = TITLE, text: str = TEXT, who: str = "", limits: str = "") -> None:
    """Write a card with the keyboard alone, for the second family, with the second icon."""
    focus_on(walk, "write-card")
    press(walk, pygame.K_RETURN)
    for words in (title, text, who, limits):
        write(walk, words)
        press(walk, pygame.K_TAB)
    family = walk.table.box.description.mechanism_families[1].id
    for name in (f"family-{family}", "icon-house-line", "keep-card"):
        focus_on(walk, name)
        press(walk, pygame.K_RETURN)


def test_a_card_is_written_with_the_keyboard_alone_is_in_hand_and_on_the_disk(walk: Walk) -> None:
    pile = walk.table.game.mechanism_pile
    write_card(walk, who="Six drivers", limits="Winter")

    game = on_disk(walk).game
    assert game.written == (
        WrittenMechanism(
            title=TITLE,
            text=TEXT,
            family=walk.table.box.description.mechanism_families[1].id,
            icon="house-line",
            who="Six drivers",
            limits="Winter",
        ),
    )
    assert game.turn is not None
    assert (game.turn.step, game.turn.hand) == (Step.DISCUSS, (CARD,))
    assert game.mechanism_pile == pile
    said = spoken_whole(walk.table.card(CARD), walk.table.box, walk.app.words)
    assert all(part in said for part in (TITLE, TEXT, "Six drivers", "Winter", "Written at this table"))


def test_when_every_mechanism_has_been_drawn_the_turn_offers_to_write_one(walk: Walk) -> None:
    in_force = walk.table.session._in_force
    in_force[-1] = replace(in_force[-1], game=replace(walk.table.game, mechanism_pile=()))

    assert "draw" not in walk.ids("draw")
    assert walk.item("write-card").main
    assert task(walk.table, "mechanism", Step.DRAW) == walk.app.words("table.mechanism_write")
    write_card(walk)
    assert on_disk(walk).game.written[0].title == TITLE


@pytest.mark.parametrize(("title", "text"), [("", TEXT), (TITLE, "  ")])
def test_a_card_without_a_name_or_a_text_is_refused_and_nothing_typed_is_lost(
    walk: Walk, title: str, text: str
) -> None:
    write_card(walk, title, text, "Six drivers")

    assert isinstance(walk.app.screen, WriteCardDialog)
    assert walk.app.message is not None
    assert walk.app.message.text == walk.app.words("reason.empty_words")
    assert walk.app.field("written-title").text.text == title
    assert walk.app.field("written-who").text.text == "Six drivers"
    assert walk.item("icon-house-line").chosen
    assert on_disk(walk).game.written == ()


def test_escape_keeps_what_was_typed_for_the_next_try(walk: Walk) -> None:
    walk.click("write-card")
    write(walk, "Night b")
    press(walk, pygame.K_ESCAPE)
    assert walk.at_table

    walk.click("write-card")
    assert walk.app.field("written-title").text.text == "Night b"


def test_what_was_typed_for_a_card_is_gone_once_it_is_written_and_at_another_table(walk: Walk) -> None:
    write_card(walk)
    walk.click("drop", "write-card")
    assert walk.app.field("written-title").text.text == ""
    write(walk, "Karstmann's idea")
    press(walk, pygame.K_ESCAPE)
    path = walk.table.session.path
    walk.app.go_to(Home())

    resume(walk.app, path)
    walk.app.message = None
    walk.click("write-card")

    assert walk.app.field("written-title").text.text == ""


def test_a_written_card_is_placed_adopted_linked_kept_for_later_and_dropped_like_any_other(walk: Walk) -> None:
    seats = [seat.id for seat in walk.table.box.board.seats]
    write_card(walk)
    walk.click("place", f"seat-{seats[0]}", walk_answer(walk), "propose", "adopt")
    write_card(walk, "A second card")
    walk.click("place", f"seat-{seats[1]}", "propose", "adopt")
    write_card(walk, "A third card")
    walk.click("later")
    write_card(walk, "A fourth card")
    walk.click("drop")
    walk.table.play(EndActivity(by=FACILITATOR))
    walk.app.message = None
    if walk.table.doing is not None and walk.table.doing.kind == "mechanisms":
        walk.table.play(EndActivity(by=FACILITATOR))
    walk.click(f"card-{CARD}", f"card-{mechanism_id(2)}", "keep-link")

    game = on_disk(walk).game
    assert [proposal.card for proposal in game.proposals] == [CARD, mechanism_id(2)]
    assert [(link.source, link.target) for link in game.links] == [(CARD, mechanism_id(2))]
    assert game.later == (mechanism_id(3),)
    assert mechanism_id(4) in game.discard


def walk_answer(walk: Walk) -> str:
    """The first of the consequences that a proposal may answer, by the id of its button."""
    return f"answer-{walk.table.box.description.consequences[0].id}"


def test_undo_takes_the_written_card_back_and_redo_brings_it_again(walk: Walk) -> None:
    write_card(walk)
    walk.click("undo")

    game = on_disk(walk).game
    assert game.written == ()
    assert game.turn is not None
    assert game.turn.step is Step.DRAW
    assert "draw" in walk.ids("draw")

    walk.click("redo")
    assert on_disk(walk).game.written[0].title == TITLE


def test_a_written_card_stays_as_it_was_written_in_another_language_and_when_resumed(walk: Walk) -> None:
    write_card(walk)
    path = walk.table.session.path
    walk.table.session.speak("fr")
    walk.app.go_to(Home())

    resume(walk.app, path)

    assert walk.app.settings.language == "fr"
    said = spoken_whole(walk.table.card(CARD), walk.table.box, walk.app.words)
    assert all(part in said for part in (TITLE, TEXT, "Écrit à cette table"))
    assert walk.item("read-card").name


def test_a_report_says_that_a_card_was_written_here_and_without_names_finds_them_in_it(
    walk: Walk, tmp_path: Path
) -> None:
    write_card(walk)
    walk.click("place", f"seat-{walk.table.box.board.seats[0].id}", "propose", "adopt")

    named, anonymous = (
        make_harvest(on_disk(walk), tmp_path / naming, "en", naming=naming)[1].read_text(encoding="utf-8")
        for naming in (Naming.NAMES, Naming.ANONYMOUS)
    )

    assert TEXT in named
    assert "someone drives whoever has no car" in anonymous
    assert "Karstmann" not in anonymous
    assert all("written at this table" in report for report in (named, anonymous))


def test_a_person_erased_is_erased_from_the_cards_written_and_taken_back(walk: Walk) -> None:
    write_card(walk)
    walk.click("undo")
    write_card(walk, "Karstmann's bus")
    path = walk.table.session.path
    walk.app.go_to(Home())

    erase_person(path, 0, "Person 1")

    with closing(Session.resume(path)) as session:
        assert session.game.written[0].title == "Person 1's bus"
        assert session.game.box.mechanisms[CARD].text == "Person 1 drives whoever has no car."
    assert b"Karstmann" not in path.read_bytes()


def test_the_room_sees_a_written_card_in_large_and_not_while_it_is_being_written(walk: Walk) -> None:
    walk.app.open_room()
    walk.click("write-card")
    write(walk, TITLE)
    assert TITLE not in in_the_room(walk)
    press(walk, pygame.K_ESCAPE)
    walk.app.forget_fields("written-")

    write_card(walk)

    assert {TITLE, TEXT} <= set(in_the_room(walk))


# Saved for whoever writes a box


def end(walk: Walk) -> None:
    """Go on to the end of the session."""
    while not walk.table.game.over:
        walk.table.play(EndPart(by=FACILITATOR))
    walk.app.message = None


def test_the_cards_are_saved_at_the_end_with_the_keyboard_beside_the_report(walk: Walk) -> None:
    write_card(walk)
    end(walk)
    focus_on(walk, "save-cards")
    press(walk, pygame.K_RETURN)

    [deck] = paths.harvest_folder().glob("*/mechanism.yaml")
    text = deck.read_text(encoding="utf-8")
    assert TITLE in text
    assert "someone drives whoever has no car" in text
    assert "Karstmann" not in text
    said = [item.name for item in walk.app.items()]
    assert "mechanism.yaml" in said
    assert any(str(deck.parent) in text for text in said)


def test_a_table_that_wrote_nothing_or_took_it_back_is_not_asked_to_save_cards(walk: Walk) -> None:
    write_card(walk)
    walk.click("undo")
    end(walk)

    assert walk.ids("save-cards") == []
    assert walk.ids("leave") == ["leave"]


def test_cards_that_the_disk_refuses_are_said_not_to_be_saved(walk: Walk) -> None:
    write_card(walk)
    end(walk)
    with files_of_at_most(0):
        walk.click("save-cards")

    assert isinstance(walk.app.screen, MessageDialog)
    assert list(paths.harvest_folder().glob("*/*.yaml")) == []
