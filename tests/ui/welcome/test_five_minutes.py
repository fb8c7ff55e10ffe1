"""Five minutes alone: one click, a whole small session, and nothing said that only makes sense for a table."""

import re
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from clocks import clock_in_hand
from ui.alone import Alone
from ui.walks import SEED, USUAL, Walk, Window

from enacting.box import find_box, load
from enacting.engine.board import ActivityKind
from enacting.engine.game import NewPlayer
from enacting.engine.setup import set_up
from enacting.language.words import ALONE, languages, words_in
from enacting.session.journal import peek
from enacting.system import paths
from enacting.ui.destinations import Home
from enacting.ui.library import try_box
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.welcome.five_minutes import MINUTES, begin_try, setup_for_one
from enacting.ui.welcome.title import TitleScreen
from enacting.ui.window.settings import NOTHING

FOR_SEVERAL = {
    "en": r"\b(everybody|everyone|each person|the table|all together|in turn|aloud|pass the laptop"
    r"|the others|who joins)\b",
    "fr": r"\b(tout le monde|chaque personne|la table|tous ensemble|à tour de rôle|à voix haute|passez l’ordinateur"
    r"|les autres|qui s’engage)\b",
}
"""What is not said to one person, but of what happens at a table."""

OF_A_TABLE = {
    "en": r".*(at a table|a real table|with a table|end of a session|with others).*|people",
    "fr": r".*(à une table|une vraie table|avec une table|fin d’une séance|à plusieurs).*|les personnes",
}
"""What tells how a table would do it, and the button of the bar with which somebody arrives."""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


# The session


@pytest.mark.parametrize("language", languages())
def test_five_minutes_alone_go_from_one_click_to_a_report(language: str, tmp_path: Path) -> None:
    alone = Alone(language)

    alone.play()

    table = alone.walk.table
    assert table.game.over
    assert len(table.game.proposals) == 2
    assert len(table.game.links) == 1
    assert table.game.ratings == {}
    assert [file.suffix for file in table.harvest_files] == [".html", ".md"]
    assert all(file.is_file() for file in table.harvest_files)
    saved = list((tmp_path / "sessions").glob("*.session"))
    table.app.go_to(Home())
    assert [peek(file).title for file in saved] == [words_in(language)("try.session")]


def test_no_time_goes_by_before_the_first_card_is_turned_over() -> None:
    with clock_in_hand() as clock:
        walk = Walk("en", [Window(*USUAL, 1.0)])
        begin_try(walk.app, seed=SEED)
        whole = walk.table.timer.left

        for _ in range(60):
            clock.later(0.5)
            walk.loop.tick()
        assert walk.table.timer.left == whole

        walk.click("reveal")
        clock.later(2)
        walk.loop.tick()
        assert walk.table.timer.left == walk.table.timer.total - 2


@pytest.mark.parametrize("language", languages())
def test_nothing_is_said_that_only_makes_sense_for_several(language: str) -> None:
    alone = Alone(language)

    alone.play()

    said = sorted(set(alone.heard))
    of_one = [sentence for sentence in said if not re.fullmatch(OF_A_TABLE[language], sentence, re.IGNORECASE)]
    odd = [sentence for sentence in of_one if re.search(FOR_SEVERAL[language], sentence, re.IGNORECASE)]
    assert len(said) > 60
    assert odd == []


@pytest.mark.parametrize("language", languages())
def test_the_report_of_one_person_does_not_speak_of_a_table(language: str) -> None:
    alone = Alone(language)
    alone.play()

    text = alone.walk.table.harvest_files[1].read_text(encoding="utf-8")

    assert words_in(language, alone=True)("harvest.decided.consent") in text
    assert words_in(language)("harvest.decided.consent") not in text


def test_the_end_of_a_try_leads_to_the_set_up_of_a_real_session() -> None:
    alone = Alone("en")
    alone.play()

    alone.click("prepare")

    setup = alone.walk.app.screen
    assert isinstance(setup, SetupScreen)
    assert len(setup.choices.rows) == 4
    assert setup.choices.box.description.id == "enacting-the-commons"


def test_a_try_left_in_the_middle_is_taken_up_again_from_the_title() -> None:
    alone = Alone("en")
    alone.click("try", "reveal")

    alone.walk.app.go_to(Home())

    assert isinstance(alone.walk.app.screen, TitleScreen)
    assert alone.walk.app.settings.offered == NOTHING
    assert alone.walk.item("resume").name == "Resume “Five minutes to try”, 1 person · 1 action"
    alone.click("resume")
    assert alone.walk.table.game.revealed


def test_when_somebody_else_arrives_the_words_are_for_several_again() -> None:
    alone = Alone("en")
    alone.click("try")
    before = alone.walk.app.words("table.everybody")

    alone.click("people")
    alone.walk.fill("person-new", "Ada", 24)
    alone.click("add-person")

    assert before == "Now"
    assert alone.walk.app.words("table.everybody") == "Everyone"


# The box


@pytest.mark.parametrize("language", languages())
def test_the_box_of_the_try_is_whole_in_every_language(language: str) -> None:
    boxes = try_box()

    assert boxes.warnings == ()
    assert language in boxes.by_language
    assert boxes.box(language).description.id == "enacting-the-commons-try"
    kinds = [activity.kind for _, activity in boxes.box(language).activities()]
    assert ActivityKind.RATE not in kinds
    assert kinds.count(ActivityKind.DISCUSS) == 2


@pytest.mark.parametrize("language", languages())
def test_the_cards_and_questions_of_the_try_are_those_of_the_small_box(language: str) -> None:
    own, small = try_box().box(language), load(find_box("enacting-the-commons-mini")).box(language)

    assert (own.postures, own.mechanisms, own.crises, own.personas) == (
        *(small.postures, small.mechanisms, small.crises, small.personas),
    )
    assert own.questions
    assert [card.text for card in own.questions.values()] == [small.questions[name].text for name in own.questions]


def test_the_plan_of_a_try_is_five_minutes_and_two_cards() -> None:
    box = try_box().box("en")

    setup = setup_for_one(box, "Robin", 7)
    game, _ = set_up(box, setup)

    assert sum(setup.plan.minutes.values()) == MINUTES
    assert setup.plan.rounds == 2
    assert setup.players == (NewPlayer(name="Robin"),)
    assert len(game.present) == 1
    assert len(game.postures) == 4


def test_a_crisis_set_aside_is_not_drawn_for_one_person_either() -> None:
    box = load(find_box("enacting-the-commons")).by_language["en"]

    assert setup_for_one(box, "Robin", 7).excluded_crises == box.crises_set_aside() == ("far-right-takeover",)


# The words


@pytest.mark.parametrize("language", languages())
def test_every_sentence_for_one_person_takes_the_place_of_one_for_several(language: str) -> None:
    usual, alone = words_in(language), words_in(language, alone=True)
    keys = [key.removeprefix(ALONE) for key in usual._sentences if key.startswith(ALONE)]

    assert keys
    assert [key for key in keys if not usual.has(key) and not usual.has(key.rpartition(".")[0])] == []
    assert [key for key in keys if alone._sentences[key] == usual._sentences.get(key)] == []
