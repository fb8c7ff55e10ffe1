"""Choosing the crisis in the set-up, setting some aside, and the words of the game: by click and by keyboard."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from ui.walks import Walk

from enacting.engine.cards import CardId
from enacting.system import paths
from enacting.ui.destinations import Home
from enacting.ui.dialogs.glossary import GlossaryDialog
from enacting.ui.items.item import Item
from enacting.ui.setup.setup_choices import CrisisChoice
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.window.settings import Settings, read_settings, write_settings

HEATWAVE, WATERS = CardId("long-heatwave"), CardId("rising-waters")
FAR_RIGHT, NEUTRAL = CardId("far-right-takeover"), CardId("brutal-change-of-majority")


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Somebody in front of the set-up, in English."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [])
    walk.click("new")
    return walk


def setup_of(walk: Walk) -> SetupScreen:
    """The set-up."""
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    return screen


def told(walk: Walk, name: str) -> Item:
    """What is on the screen under that id, live or not."""
    return next(item for item in walk.app.items() if item.id == name)


def press(walk: Walk, *keys: int) -> None:
    """Press keys one after the other."""
    for key in keys:
        walk.loop.handle(pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        walk.loop.handle(pygame.Event(pygame.KEYUP, key=key, mod=0))


def test_a_crisis_chosen_low_in_the_list_stays_in_sight_and_is_named_below(walk: Walk) -> None:
    walk.app.stage = walk.stages[1280, 720]
    walk.app.settings = replace(walk.app.settings, text_size=1.5)
    walk.app.changed()
    for crisis in [*setup_of(walk).choices.box.crises.values()][4:]:
        walk.app.items()
        walk.app.focus_on(f"crisis-{crisis.id}")

        walk.click(f"crisis-{crisis.id}")

        tile = walk.item(f"crisis-{crisis.id}")
        assert tile.seen.height >= tile.rect.height - 1, crisis.title
        assert told(walk, "chosen-crisis").name == crisis.title


# Setting a crisis aside.


def test_only_what_the_box_sets_aside_is_so_at_first(walk: Walk) -> None:
    assert setup_of(walk).choices.setup().excluded_crises == (FAR_RIGHT,)
    assert walk.item(f"crisis-{FAR_RIGHT}").state == "set aside"
    assert walk.item("crisis-random").name == "Random (out of 16)"
    assert not any(item.id == "about-note" for item in walk.app.items())


def test_what_the_box_sets_aside_is_brought_in_for_one_session_only(walk: Walk) -> None:
    walk.click(f"aside-{FAR_RIGHT}")
    assert walk.item("crisis-random").name == "Random (out of 17)"
    walk.click("start")
    assert walk.table.game.setup.excluded_crises == ()
    walk.app.go_to(Home())

    walk.click("new")

    assert setup_of(walk).choices.setup().excluded_crises == (FAR_RIGHT,)


def test_a_crisis_set_aside_is_said_and_is_not_drawn(walk: Walk) -> None:
    walk.click(f"aside-{WATERS}", f"aside-{HEATWAVE}")

    assert setup_of(walk).choices.setup().excluded_crises == (HEATWAVE, WATERS, FAR_RIGHT)
    assert walk.item(f"crisis-{WATERS}").state == "set aside"
    assert walk.item(f"aside-{WATERS}").name == "Put back “Rising waters”"
    assert walk.item("crisis-random").name == "Random (out of 14)"


def test_a_crisis_set_aside_is_put_back_by_its_corner(walk: Walk) -> None:
    walk.click(f"aside-{WATERS}", f"aside-{WATERS}")

    assert setup_of(walk).choices.setup().excluded_crises == (FAR_RIGHT,)
    assert walk.item(f"crisis-{WATERS}").state == ""


def test_choosing_a_crisis_set_aside_puts_it_back(walk: Walk) -> None:
    walk.click(f"aside-{WATERS}", f"crisis-{WATERS}")

    assert setup_of(walk).choices.setup().crisis == WATERS
    assert setup_of(walk).choices.setup().excluded_crises == (FAR_RIGHT,)


def test_setting_the_chosen_crisis_aside_leaves_it_to_chance(walk: Walk) -> None:
    walk.click(f"crisis-{WATERS}", f"aside-{WATERS}")

    assert setup_of(walk).choices.setup().crisis is None
    assert setup_of(walk).choices.setup().excluded_crises == (WATERS, FAR_RIGHT)


def test_the_last_crisis_cannot_be_set_aside(walk: Walk) -> None:
    others = [name for name in walk.ids("aside-") if name not in (f"aside-{HEATWAVE}", f"aside-{FAR_RIGHT}")]

    walk.click(*others, f"aside-{HEATWAVE}")

    assert setup_of(walk).choices.crises.remaining == (HEATWAVE,)
    assert walk.app.message is not None
    assert walk.app.message.text == "At least one crisis must remain."
    assert walk.item("crisis-random").name == "The only one left"


def test_the_keyboard_sets_a_crisis_aside(walk: Walk) -> None:
    walk.app.focus = walk.item(f"crisis-{WATERS}").id

    press(walk, pygame.K_TAB, pygame.K_RETURN)

    assert walk.app.focus == f"aside-{WATERS}"
    assert setup_of(walk).choices.setup().excluded_crises == (WATERS, FAR_RIGHT)


def test_what_was_set_aside_is_so_again_for_the_next_session_of_the_box(walk: Walk) -> None:
    walk.click(f"aside-{WATERS}", "start")
    assert walk.table.game.setup.excluded_crises == (WATERS, FAR_RIGHT)
    walk.app.go_to(Home())

    walk.click("new")

    assert walk.app.settings.crises_aside == ("enacting-the-commons/rising-waters",)
    assert setup_of(walk).choices.setup().excluded_crises == (WATERS, FAR_RIGHT)


def test_other_boxes_keep_what_they_have_set_aside(walk: Walk) -> None:
    walk.app.settings = replace(walk.app.settings, crises_aside=("other-box/storm", "enacting-the-commons/gone"))

    walk.click(f"aside-{WATERS}", "start")

    assert walk.app.settings.crises_aside == ("other-box/storm", "enacting-the-commons/rising-waters")


def test_a_box_never_begins_with_every_crisis_set_aside(walk: Walk) -> None:
    box = setup_of(walk).choices.box

    assert CrisisChoice(box, tuple(box.crises)).excluded == (FAR_RIGHT,)
    assert CrisisChoice(box, (WATERS, "no-longer-there")).excluded == (WATERS, FAR_RIGHT)
    sensitive = {name: replace(card, set_aside=True) for name, card in box.crises.items()}
    assert CrisisChoice(replace(box, crises=sensitive)).remaining == tuple(box.crises)


def test_settings_keep_what_is_set_aside_and_nothing_else_by_that_name(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    write_settings(file, Settings(crises_aside=("box/storm", "box/flood")))

    assert read_settings(file).crises_aside == ("box/storm", "box/flood")

    file.write_text('{"crises_aside": ["box/storm", 3], "text_size": 2.0}', encoding="utf-8")
    assert read_settings(file) == Settings(crises_aside=("box/storm",), text_size=2.0)
    file.write_text('{"crises_aside": "box/storm"}', encoding="utf-8")
    assert read_settings(file).crises_aside == ()


# A sensitive crisis.


def test_a_crisis_chosen_shows_its_note_to_whoever_facilitates(walk: Walk) -> None:
    walk.click(f"crisis-{FAR_RIGHT}")

    assert told(walk, "about-note-label").name == "For the facilitator"
    assert told(walk, "about-note").name == setup_of(walk).choices.box.crises[FAR_RIGHT].note


def test_one_click_takes_the_neutral_variant_instead(walk: Walk) -> None:
    walk.click(f"aside-{NEUTRAL}", f"crisis-{FAR_RIGHT}", "take-neutral")

    assert setup_of(walk).choices.setup().crisis == NEUTRAL
    assert NEUTRAL not in setup_of(walk).choices.setup().excluded_crises
    assert "take-neutral" not in walk.ids("take")


def test_chance_warns_of_a_sensitive_crisis_until_it_is_set_aside(walk: Walk) -> None:
    walk.click(f"aside-{FAR_RIGHT}")
    assert "Far-right takeover" in told(walk, "about-note").name

    walk.click("put-sensitive-aside")

    assert setup_of(walk).choices.setup().excluded_crises == (FAR_RIGHT,)
    assert not any(item.id == "about-note" for item in walk.app.items())


def test_the_note_is_not_on_the_table_but_in_the_card_read_at_will(walk: Walk) -> None:
    walk.click(f"crisis-{FAR_RIGHT}", "start", "reveal-context", "reveal")
    note = walk.table.box.crises[FAR_RIGHT].note
    assert [item.id for item in walk.app.items() if note in item.name] == []

    walk.app.focus = walk.item(f"card-{FAR_RIGHT}").id
    press(walk, pygame.K_v)

    spoken = told(walk, "focus-card").name
    assert spoken.index("For the facilitator") < spoken.index(note)


# Questions beside the table, from the opening on.


def test_a_question_lies_beside_the_crisis_and_another_can_follow(walk: Walk) -> None:
    walk.click("start")
    assert "another-question" not in walk.ids("another")
    walk.click("reveal-context", "reveal")
    first = walk.table.prompts()[:2]
    shown = [item.reads for item in walk.app.items() if item.live and item.reads in first]

    walk.click("another-question")

    assert shown == [first[0]]
    assert [item.reads for item in walk.app.items() if item.live and item.reads in first] == [first[1]]


def test_a_question_can_be_asked_while_people_wait_for_the_laptop_but_not_over_somebody_s_marks(walk: Walk) -> None:
    walk.click("start", "reveal-context", "reveal", "go-on", "skip-activity")
    assert walk.ids("prompt") == ["prompt"]

    walk.click("its-me")

    assert walk.ids("prompt") == []


# The words of the game.


def test_the_words_of_the_game_are_a_key_and_a_button_away(walk: Walk) -> None:
    press(walk, pygame.K_F1)
    walk.app.focus = walk.item("glossary").id
    press(walk, pygame.K_RETURN)
    assert isinstance(walk.app.screen, GlossaryDialog)

    press(walk, pygame.K_ESCAPE, pygame.K_ESCAPE)

    assert isinstance(walk.app.screen, SetupScreen)
    walk.click("glossary")
    assert isinstance(walk.app.screen, GlossaryDialog)


def test_the_words_of_the_game_are_in_the_menu_of_a_session(walk: Walk) -> None:
    walk.click("start", "menu", "glossary")

    assert isinstance(walk.app.screen, GlossaryDialog)
    assert told(walk, "word-commons").name == "Commons"
    assert told(walk, "meaning-consent").name.startswith("Perfect agreement is not needed")


def test_page_down_goes_through_the_words_and_not_through_what_is_behind(walk: Walk) -> None:
    walk.click("glossary")
    before = told(walk, "word-commons").rect.top

    press(walk, pygame.K_PAGEDOWN)

    assert told(walk, "word-commons").rect.top < before
    assert walk.app.scrolled["crises"] == 0
