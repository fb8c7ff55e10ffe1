"""Who plays, in the set-up: names typed and pasted, those to ask about, those that cannot be drawn."""

from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.keyboard import focus_on, press, write
from ui.walks import USUAL, Walk, Window

from enacting.engine.game import NAME_LENGTH
from enacting.engine.planning import shortest_say
from enacting.system import paths
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.setup.setup_choices import SetupChoices
from enacting.ui.setup.setup_people import initial_of
from enacting.ui.setup.setup_screen import SetupScreen


@pytest.mark.parametrize(
    ("language", "name", "asked"),
    [
        ("en", "Will", True),
        ("en", "A", True),
        ("en", "Rose", True),
        ("en", "Chloé", False),
        ("fr", "Will", False),
        ("fr", "Mésange", False),
    ],
)
def test_a_name_that_is_a_word_of_the_language_is_asked_about(language: str, name: str, asked: bool) -> None:
    walk = Walk(language, [Window(*USUAL, 1.0)])
    walk.click("new")
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    field = screen.choices.rows[0].field

    walk.fill(field, name, 24)
    walk.app.focus = field
    assert not walk.ids(f"ask-{field}")
    walk.app.focus = "start"
    walk.app.changed()

    assert [item.id for item in walk.app.items() if item.id.startswith("ask-name-")] == (
        [f"ask-{field}"] if asked else []
    )


# Names as people come with them.


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))


@pytest.fixture
def walk() -> Walk:
    """The set-up, in English, with the names that it proposes."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    return walk


def choices_of(walk: Walk) -> SetupChoices:
    """What has been chosen."""
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    return screen.choices


def names(walk: Walk) -> list[str]:
    """The name in each row."""
    choices = choices_of(walk)
    return [choices.name_of(row) for row in choices.rows]


def click_on(walk: Walk, name: str) -> None:
    """Click where that item is."""
    place = walk.item(name).seen.center
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        walk.loop.handle(pygame.Event(kind, pos=place, button=1))


def paste(walk: Walk, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Press Ctrl+V with that text on the clipboard."""
    monkeypatch.setattr("enacting.ui.writing.text_field.read_clipboard", lambda: text)
    press(walk, pygame.K_v, mod=pygame.KMOD_CTRL)


def test_a_suggested_name_that_is_clicked_is_replaced_by_typing(walk: Walk) -> None:
    click_on(walk, "name-2")
    write(walk, "Awa")

    assert names(walk)[1] == "Awa"


def test_a_name_of_ones_own_that_is_clicked_is_not_replaced(walk: Walk) -> None:
    click_on(walk, "name-2")
    write(walk, "Awa")
    click_on(walk, "name-1")
    click_on(walk, "name-2")
    press(walk, pygame.K_END)
    write(walk, "tif")

    assert names(walk)[1] == "Awatif"


@pytest.mark.parametrize(
    "pasted",
    [
        "Amina\nBruno\nChloé\nDriss\nElsa\n",
        "1. Amina\r\n2. Bruno\r\n3. Chloé\r\n4. Driss\r\n5. Elsa",
        "Amina, Bruno, Chloé, Driss, Elsa",
        "Amina;Bruno;Chloé;Driss;Elsa",
        "Amina\tBruno\tChloé\tDriss\tElsa",
        "Amina <a@example.org>\nBruno <b@example.org>\nChloé\nDriss\nElsa",
    ],
)
def test_a_list_of_names_fills_the_rows(walk: Walk, pasted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    click_on(walk, "name-1")
    paste(walk, pasted, monkeypatch)

    assert names(walk) == ["Amina", "Bruno", "Chloé", "Driss", "Elsa"]


def test_the_columns_of_a_sheet_are_one_name(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    click_on(walk, "name-1")
    paste(walk, "Amina\tBenali\nBruno\tDurand\n", monkeypatch)

    assert names(walk)[:2] == ["Amina Benali", "Bruno Durand"]


def test_a_list_begins_in_the_row_it_is_pasted_in(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = names(walk)
    click_on(walk, "name-3")
    paste(walk, "Amina\nBruno", monkeypatch)

    assert names(walk) == [*before[:2], "Amina", "Bruno"]


def test_names_that_find_no_room_are_counted(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    click_on(walk, "name-1")
    paste(walk, "\n".join(f"Person {letter}" for letter in "ABCDEFGHIJK"), monkeypatch)

    assert len(names(walk)) == 9
    assert walk.app.message is not None
    assert walk.app.message.text == "There was no room for 2 names: 9 people at most."


def test_a_pasted_list_is_undone_in_one_go(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = names(walk)
    click_on(walk, "name-1")
    paste(walk, "Amina\nBruno\nChloé\nDriss\nElsa", monkeypatch)

    press(walk, pygame.K_z, mod=pygame.KMOD_CTRL)

    assert names(walk) == before


def test_somebody_who_was_removed_is_brought_back_by_ctrl_z(walk: Walk) -> None:
    before = names(walk)
    choices_of(walk).rows[1].persona = ""
    walk.click("remove-name-2")
    assert len(names(walk)) == 3

    press(walk, pygame.K_z, mod=pygame.KMOD_CTRL)

    assert names(walk) == before
    assert choices_of(walk).rows[1].persona == ""


def test_enter_after_the_last_name_adds_nobody(walk: Walk) -> None:
    click_on(walk, "name-4")
    write(walk, "Driss")
    press(walk, pygame.K_RETURN, pygame.K_RETURN)

    assert walk.app.focus == "start"
    assert len(names(walk)) == 4


def test_enter_after_each_name_asks_for_the_next(walk: Walk) -> None:
    click_on(walk, "name-4")
    write(walk, "Driss")
    press(walk, pygame.K_RETURN)
    write(walk, "Elsa")
    press(walk, pygame.K_RETURN)
    walk.app.focus_on("start")

    assert names(walk)[3:] == ["Driss", "Elsa"]
    assert len(choices_of(walk).setup().players) == 5


def test_ctrl_and_enter_start_the_session_from_the_field_of_a_name(walk: Walk) -> None:
    click_on(walk, "name-4")
    write(walk, "Driss")
    assert walk.item("start").keys == "ctrl+return"

    press(walk, pygame.K_RETURN, mod=pygame.KMOD_CTRL)

    assert walk.at_table
    assert [player.name for player in walk.table.game.players][3:] == ["Driss"]


def test_enter_at_a_full_table_says_so(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    click_on(walk, "name-1")
    paste(walk, "\n".join(f"Person {letter}" for letter in "ABCDEFGHI"), monkeypatch)
    click_on(walk, choices_of(walk).rows[-1].field)
    press(walk, pygame.K_RETURN)

    assert len(names(walk)) == 9
    assert walk.app.message is not None
    assert walk.app.message.text == "The table is full: 9 people at most."


def test_two_names_that_look_alike_are_shown_and_asked_about(walk: Walk) -> None:
    walk.fill("name-1", "Élodie", 24)
    walk.fill("name-2", "elodie", 24)
    walk.app.changed()
    shown = [item.name for item in walk.app.items() if item.id == "alike-0"]
    assert shown == ["“Élodie” and “elodie” look alike: people, and the report, may mistake one for the other."]

    walk.click("start")

    assert isinstance(walk.app.screen, MessageDialog)
    walk.click("answer-0")
    assert isinstance(walk.app.screen, SetupScreen)


def test_letters_that_cannot_be_drawn_are_said_beside_the_name(walk: Walk) -> None:
    walk.fill("name-1", "李雷", 24)
    walk.fill("name-2", "Chloé Ørsted", 24)
    walk.app.changed()

    told = [(item.id, item.name) for item in walk.app.items() if item.id.startswith("not-drawn-")]

    assert told == [
        ("not-drawn-name-1", "The game cannot show 2 letters of this name. Please write it in Latin letters too.")
    ]
    assert initial_of("李 Lei") == "L"


# The set-up is never lost.


def wait(walk: Walk, clock: HandClock, seconds: float) -> None:
    """Let that time pass, as the window does."""
    walk.loop.tick()
    clock.later(seconds)
    walk.loop.tick()


def right_click(walk: Walk, name: str) -> None:
    """Press the right button where that item is."""
    walk.loop.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=walk.item(name).seen.center, button=3))


def test_a_right_click_in_a_field_leaves_nothing(walk: Walk) -> None:
    walk.fill("name-1", "Awa", 24)

    right_click(walk, "name-1")

    assert isinstance(walk.app.screen, SetupScreen)
    assert walk.app.focus == "name-1"
    assert names(walk)[0] == "Awa"


def test_a_set_up_that_was_left_is_found_again(walk: Walk) -> None:
    click_on(walk, "name-1")
    write(walk, "Awa")
    choices_of(walk).rows[1].persona = ""
    walk.click("remove-name-3", "length-long", "plan-placed")
    walk.fill("session-title", "Council", 60)
    plan = choices_of(walk).plan
    people = names(walk)
    right_click(walk, "start")
    assert not isinstance(walk.app.screen, SetupScreen)

    walk.click("new")

    assert names(walk) == people
    assert choices_of(walk).rows[1].persona == ""
    assert (choices_of(walk).minutes, choices_of(walk).plan) == (150, plan)
    assert choices_of(walk).title() == "Council"


def test_a_set_up_is_on_the_disk_a_second_after_the_last_key(walk: Walk, clock: HandClock) -> None:
    click_on(walk, "name-1")
    write(walk, "Awa")
    wait(walk, clock, 0.9)
    assert not paths.setup_draft_file().exists()
    wait(walk, clock, 1.3)

    after_a_kill = Walk("en", [Window(*USUAL, 1.0)])
    after_a_kill.click("new")

    assert names(after_a_kill)[0] == "Awa"


def test_a_set_up_that_nobody_touched_leaves_nothing(walk: Walk, clock: HandClock) -> None:
    wait(walk, clock, 5)
    press(walk, pygame.K_ESCAPE)

    assert not paths.setup_draft_file().exists()


def test_a_set_up_that_has_become_a_session_is_forgotten(walk: Walk, clock: HandClock) -> None:
    walk.fill("name-1", "Awa", 24)
    wait(walk, clock, 1.3)
    assert paths.setup_draft_file().exists()

    walk.click("start")

    assert walk.at_table
    assert not paths.setup_draft_file().exists()


def test_a_set_up_begun_anew_is_as_the_game_proposes_it(walk: Walk) -> None:
    proposed = names(walk)
    walk.fill("name-1", "Awa", 24)
    walk.app.changed()

    walk.click("anew", "answer-1")

    assert names(walk) == proposed
    assert not paths.setup_draft_file().exists()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"setup": "{}"}', '{"setup": 3, "title": 1, "minutes": "a"}'])
def test_a_file_that_is_no_set_up_is_as_good_as_none(content: str) -> None:
    paths.setup_draft_file().parent.mkdir(parents=True, exist_ok=True)
    paths.setup_draft_file().write_text(content, encoding="utf-8")

    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")

    assert len(names(walk)) == 4


# A session that is too short for so many.


def warnings(walk: Walk) -> list[str]:
    """What is said of the length."""
    walk.app.changed()
    return [item.name for item in walk.app.items() if item.id.startswith("too-short-")]


def test_a_session_too_short_for_nine_says_so_where_it_is_chosen(walk: Walk) -> None:
    assert warnings(walk) == []
    choices_of(walk).take_names(choices_of(walk).rows[0], "\n".join(f"Person {letter}" for letter in "ABCDEFGHI"))

    walk.click("length-short")

    seconds = round(shortest_say(choices_of(walk).box, choices_of(walk).plan, 9) or 0)
    assert seconds < 15
    assert warnings(walk) == [
        f"Too short for 9: {seconds} seconds each to introduce themselves and to rate.",
    ]
    while not choices_of(walk).plan.turns:
        walk.click("plan-rounds-less")
    walk.click("plan-rounds-less")
    assert warnings(walk)[1:] == ["With 9, 2 people would have no turn."]


def test_a_session_long_enough_says_nothing(walk: Walk) -> None:
    choices_of(walk).take_names(choices_of(walk).rows[0], "\n".join(f"Person {letter}" for letter in "ABCDEFGHI"))

    walk.click("length-long")

    assert warnings(walk) == []


# By keyboard.


def test_tab_stops_once_at_the_crises_and_arrows_go_from_one_to_the_other(walk: Walk) -> None:
    stops = set()
    for _ in range(120):
        press(walk, pygame.K_TAB)
        stops.add(walk.app.focus)
    assert [stop for stop in stops if stop.startswith(("crisis-", "aside-"))] == ["crisis-random"]

    walk.app.focus_on("crisis-random")
    press(walk, pygame.K_DOWN, pygame.K_SPACE)

    assert choices_of(walk).crises.chosen is not None
    assert walk.app.focus == f"crisis-{choices_of(walk).crises.chosen}"


def test_a_long_name_is_cut_at_its_limit_and_a_nickname_is_suggested(walk: Walk) -> None:
    focus_on(walk, "name-1")
    write(walk, "Jean-Baptiste de La Rochefoucauld")

    assert walk.app.field("name-1").text.text == "Jean-Baptiste de La Rochefoucauld"[:NAME_LENGTH]
    assert walk.app.message is not None
    assert walk.app.words("setup.name_full", most=NAME_LENGTH) in walk.app.message.text
