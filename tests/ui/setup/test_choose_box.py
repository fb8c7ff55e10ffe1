"""Any box can be chosen in the window, wherever it lies, and played to its end: the small one and a new one as well."""

import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from ui.layout_laws import LAWS
from ui.walks import USUAL, WINDOWS, Walk, Window

from enacting.box.draft import Deck
from enacting.box.new_box import make_box
from enacting.box.packing import pack_box
from enacting.engine.cards import CardId
from enacting.language.words import languages
from enacting.system import paths
from enacting.ui.demo import Demonstration
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.setup.choose_box import OtherBox
from enacting.ui.setup.setup_screen import SetupScreen

SMALL = paths.shipped_boxes_folder() / "enacting-the-commons-mini"


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read or written beside the test."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))


def at_setup(language: str = "en") -> tuple[Walk, SetupScreen]:
    """Somebody who prepares a session of the box that is first proposed."""
    walk = Walk(language, [Window(*USUAL, 1.0)])
    walk.click("new")
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    return walk, screen


def offered(walk: Walk) -> list[str]:
    """What each option of the list says."""
    names = [item.name for item in walk.app.items() if item.id.startswith("option-") and item.live]
    return [name.replace("\u00a0", " ") for name in names]


def drop(walk: Walk, path: Path) -> None:
    """Drop that path on the window."""
    walk.loop.handle(pygame.event.Event(pygame.DROPFILE, file=str(path)))


# Choosing


def test_boxes_are_offered_by_their_titles_and_lengths_in_the_language_of_the_window() -> None:
    titles = {}
    for language in ("en", "fr"):
        walk, _ = at_setup(language)
        walk.click("box")
        titles[language] = [tuple(re.split(r"[.·] ", name)) for name in offered(walk)]

    assert [said[0] for said in titles["en"]] == [
        "Enacting the Commons",
        "Enacting the Commons, in brief",
        "Another box…",
    ]
    assert [said[0] for said in titles["fr"]] == [
        "Enacting the Commons",
        "Enacting the Commons, en bref",
        "Une autre boîte…",
    ]
    assert [said[2] for said in titles["en"][:2]] == ["45 min to 2 hr 30 min", "20 min to 30 min"]
    assert [said[2] for said in titles["fr"][:2]] == ["de 45 min à 2 h 30", "de 20 min à 30 min"]
    assert [said[1] for said in titles["en"]] != [said[1] for said in titles["fr"]]


def test_the_small_box_is_taken_with_its_lengths_and_people_stay_four() -> None:
    walk, screen = at_setup()

    walk.click("box", "option-1")

    assert screen.choices.box.description.id == "enacting-the-commons-mini"
    assert screen.choices.minutes == 20
    assert len(screen.choices.rows) == 4
    assert walk.app.screen is screen


def test_the_people_entered_stay_when_another_box_is_chosen() -> None:
    walk, screen = at_setup()
    walk.click("add-player")
    first, second, third = (row for row in screen.choices.rows[:3])
    walk.fill(first.field, "Amina", 24)
    first.persona, second.persona, third.persona = CardId("mayor"), CardId("journalist"), ""

    walk.click("box", "option-1")

    names = [walk.app.field(row.field).text.text for row in screen.choices.rows]
    assert (len(names), names[0]) == (5, "Amina")
    assert [row.persona for row in screen.choices.rows] == ["mayor", None, "", None, None]


def test_the_boxes_of_the_persons_own_folder_are_offered() -> None:
    make_box(paths.boxes_folder() / "our-town", "en")
    (paths.boxes_folder() / "no box").mkdir()
    walk, screen = at_setup("fr")

    walk.click("box")
    assert offered(walk)[2].startswith("Exemple : la petite ville de Valbrune.")
    walk.click("option-2")

    assert screen.choices.box.description.id == "our-town"
    assert screen.choices.box.language == "fr"


def test_the_box_of_the_command_line_is_offered_once(tmp_path: Path) -> None:
    make_box(tmp_path / "elsewhere", "en")
    _, screen = at_setup()
    screen.library.take(tmp_path / "elsewhere")
    screen.library.take(Path(os.path.relpath(SMALL)))

    folders = screen.library.folders()

    assert [folder.name for folder in folders] == ["enacting-the-commons", "enacting-the-commons-mini", "elsewhere"]


def test_a_broken_box_says_why_and_the_one_before_stays(tmp_path: Path) -> None:
    make_box(paths.boxes_folder() / "broken", "en")
    deck = paths.boxes_folder() / "broken" / "mechanism.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("family: places", "family: place"), encoding="utf-8")
    walk, screen = at_setup()

    walk.click("box", "option-2")

    message = walk.app.screen
    assert isinstance(message, MessageDialog)
    assert any(line.startswith("mechanism.yaml:9:") and "places" in line for line in message.texts)
    assert screen.choices.box.description.id == "enacting-the-commons"
    assert screen.library.folder.name == "enacting-the-commons"
    walk.app.close()
    walk.click("start")
    assert walk.table.box.description.id == "enacting-the-commons"


def test_the_window_says_of_a_broken_box_what_check_says_causes_first_and_the_same_once(tmp_path: Path) -> None:
    make_box(paths.boxes_folder() / "broken", "en")
    deck = paths.boxes_folder() / "broken" / "mechanism.yaml"
    starred = re.sub(r"family: (\w+)", r"family: *\1", deck.read_text(encoding="utf-8"))
    deck.write_text(starred, encoding="utf-8")
    (paths.boxes_folder() / "broken" / "persona.json").write_text("{}", encoding="utf-8")
    walk, _ = at_setup()

    walk.click("box", "option-2")

    message = walk.app.screen
    assert isinstance(message, MessageDialog)
    said = [line for line in message.texts if ".yaml:" in line or ".json:" in line]
    assert said[0].startswith("mechanism.yaml:9:11: a text cannot start with * here")
    assert said[0].endswith("1 other looks the same, at line 42")
    assert said[-1].startswith("persona.json:1:1: “persona.json” is not read")


def test_a_box_whose_cover_cannot_be_read_is_offered_by_its_folder(tmp_path: Path) -> None:
    make_box(paths.boxes_folder() / "broken", "en")
    (paths.boxes_folder() / "broken" / "game.yaml").write_text("title: [", encoding="utf-8")
    walk, _ = at_setup()

    walk.click("box")

    assert offered(walk)[2].startswith("broken. This box cannot be read.")


@pytest.mark.parametrize("written", ["{folder}", ' "{folder}" ', "{uri}", "{folder}/game.yaml"])
def test_a_path_can_be_typed_or_pasted(tmp_path: Path, written: str) -> None:
    folder = tmp_path / "a box"
    make_box(folder, "en")
    walk, screen = at_setup()
    walk.click("box", "option-2")

    walk.fill("box-path", written.format(folder=folder, uri=folder.as_uri()), 1000)
    walk.click("open-box")

    assert walk.app.screens[-1] is screen
    assert screen.choices.box.description.id == "my-box"
    walk.click("box")
    assert len(offered(walk)) == 4


def test_a_path_where_there_is_no_box_says_so_and_can_be_corrected(tmp_path: Path) -> None:
    walk, screen = at_setup()
    walk.click("box", "option-2")
    walk.fill("box-path", str(tmp_path / "nowhere"), 1000)

    walk.click("open-box")

    message = walk.app.screen
    assert isinstance(message, MessageDialog)
    assert "nowhere" in message.texts[0]
    walk.app.close()
    assert isinstance(walk.app.screen, OtherBox)
    assert walk.app.field("box-path").text.text == str(tmp_path / "nowhere")
    assert screen.choices.box.description.id == "enacting-the-commons"


def test_nothing_typed_opens_nothing() -> None:
    walk, _ = at_setup()
    walk.click("box", "option-2")

    walk.click("open-box")

    assert isinstance(walk.app.screen, OtherBox)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a person, with a box two folders down and much else."""
    make_box(tmp_path / "home" / "towns" / "our-town", "en")
    (tmp_path / "home" / "towns" / "letters").mkdir()
    (tmp_path / "home" / "towns" / ".hidden").mkdir()
    (tmp_path / "home" / "towns" / "budget.csv").write_text("a", encoding="utf-8")
    (tmp_path / "home" / "towns" / "holiday.zip").write_text("no box", encoding="utf-8")
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    return tmp_path / "home"


def test_a_box_is_looked_for_from_folder_to_folder_and_only_boxes_and_folders_are_shown(home: Path) -> None:
    walk, screen = at_setup()

    walk.click("box", "option-2", "look-for-box")
    assert offered(walk)[0] == f"My folder. {home}"
    walk.click("option-0")
    assert offered(walk) == ["Back. Where to begin", "towns"]
    walk.click("option-1")
    assert offered(walk) == [
        f"Back. {home}",
        "holiday.zip. This file is no box that can be read.",
        "our-town. Example: the small town of Valbrune",
        "letters",
    ]
    walk.click("option-2")

    assert walk.app.screens[-1] is screen
    assert screen.choices.box.description.id == "our-town"


def test_a_box_that_cannot_be_read_leaves_the_folder_on_the_screen_and_one_can_go_back(home: Path) -> None:
    walk, screen = at_setup()
    walk.click("box", "option-2", "look-for-box", "option-0", "option-1")
    shown = offered(walk)

    walk.click("option-1")

    assert isinstance(walk.app.screen, MessageDialog)
    walk.app.close()
    assert offered(walk) == shown
    walk.click("option-0", "option-0")
    assert offered(walk)[0] == f"My folder. {home}"
    walk.click("type-path")
    assert isinstance(walk.app.screen, OtherBox)
    assert screen.choices.box.description.id == "enacting-the-commons"


def test_a_folder_that_may_not_be_opened_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk, _ = at_setup()
    walk.click("box", "option-2", "look-for-box", "option-0")
    shutil.rmtree(home / "towns")

    walk.click("option-1")

    assert walk.app.message is not None
    assert "towns" in walk.app.message.text
    assert offered(walk) == ["Back. Where to begin", "towns"]


def test_a_box_opened_from_elsewhere_stays_on_the_list_until_it_is_taken_off(tmp_path: Path) -> None:
    make_box(tmp_path / "elsewhere", "en")
    walk, _ = at_setup()
    walk.click("box")
    assert "remove-box" not in walk.ids("remove-box")
    walk.app.close()
    drop(walk, tmp_path / "elsewhere")
    kept = walk.app.settings

    again, _ = at_setup()
    again.app.apply_settings(kept)
    again.click("box")
    assert offered(again)[2].startswith("Example: the small town of Valbrune")
    again.click("remove-box", "option-0")

    assert again.app.settings.boxes == ()
    assert len(offered(again)) == 3
    assert (tmp_path / "elsewhere" / "game.yaml").is_file()


def test_a_box_that_is_no_longer_there_is_not_listed(tmp_path: Path) -> None:
    make_box(tmp_path / "stick", "en")
    walk, _ = at_setup()
    walk.app.apply_settings(replace(walk.app.settings, boxes=(str(tmp_path / "stick"), str(tmp_path / "gone"))))

    walk.click("box")

    assert len(offered(walk)) == 4


@pytest.mark.parametrize("opened", [(), ("box",), ("box", "option-2")])
def test_a_folder_can_be_dropped_on_the_window(tmp_path: Path, opened: tuple[str, ...]) -> None:
    make_box(tmp_path / "dropped", "en")
    walk, screen = at_setup()
    walk.click(*opened)

    drop(walk, tmp_path / "dropped")

    assert walk.app.screen is screen
    assert screen.choices.box.description.id == "dropped"


def test_a_box_in_one_file_can_be_dropped_typed_and_listed(tmp_path: Path) -> None:
    make_box(tmp_path / "our-town", "en")
    file = pack_box(tmp_path / "our-town", tmp_path)
    walk, screen = at_setup()

    drop(walk, file)
    assert screen.choices.box.description.id == "our-town"
    walk.click("box", "option-1")
    assert screen.choices.box.description.id == "enacting-the-commons-mini"
    walk.click("box")
    assert offered(walk)[2].startswith("Example: the small town of Valbrune.")
    walk.click("option-3")
    walk.fill("box-path", str(file), 1000)
    walk.click("open-box")

    assert screen.choices.box.description.id == "our-town"


def test_the_files_of_the_persons_own_folder_are_offered(tmp_path: Path) -> None:
    paths.boxes_folder().mkdir(parents=True)
    make_box(tmp_path / "our-town", "en")
    pack_box(tmp_path / "our-town", paths.boxes_folder())
    (paths.boxes_folder() / "broken.zip").write_bytes(b"Dear all")
    walk, screen = at_setup()

    walk.click("box")

    assert offered(walk)[2].startswith("broken.zip. This box cannot be read.")
    walk.click("option-3")
    assert screen.choices.box.description.id == "our-town"


def test_a_broken_file_says_why_and_the_box_before_stays(tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"Dear all")
    walk, screen = at_setup()

    drop(walk, tmp_path / "broken.zip")

    message = walk.app.screen
    assert isinstance(message, MessageDialog)
    assert message.texts[0].startswith("broken.zip:1:1: this is not a whole ZIP file")
    assert screen.choices.box.description.id == "enacting-the-commons"


def test_ten_thousand_mistakes_that_look_the_same_are_told_as_one(tmp_path: Path) -> None:
    make_box(tmp_path / "wrong", "en")
    (tmp_path / "wrong" / "persona.yaml").write_text("- [a: &x {b: c}]\n" * 10_000, encoding="utf-8")
    walk, _ = at_setup()

    drop(walk, tmp_path / "wrong")

    message = walk.app.screen
    assert isinstance(message, MessageDialog)
    assert [line.split(": ")[1][:31] for line in message.texts] == [
        "too many things in one list; us",
        "a text cannot start with & here",
    ]
    assert "499 others look the same" in message.texts[1]


def test_a_box_with_mistakes_of_many_kinds_tells_the_first_fifty(tmp_path: Path) -> None:
    make_box(tmp_path / "wrong", "en")
    for deck in Deck:
        cards = "".join(f"- {{id: {deck.value}-{number}, key-{number}: a, title: }}\n" for number in range(30))
        (tmp_path / "wrong" / deck.file).write_text(cards, encoding="utf-8")
    walk, _ = at_setup()

    drop(walk, tmp_path / "wrong")

    message = walk.app.screen
    assert isinstance(message, MessageDialog)
    assert len(message.texts) == 51
    assert message.texts[-1].startswith("… and ")


def test_what_is_no_box_can_be_dropped_without_harm(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    walk, screen = at_setup()

    drop(walk, tmp_path / "letter.txt")

    assert isinstance(walk.app.screen, MessageDialog)
    assert screen.choices.box.description.id == "enacting-the-commons"


@pytest.mark.parametrize("language", languages())
def test_choosing_a_box_keeps_the_laws_of_layout_in_every_window(tmp_path: Path, home: Path, language: str) -> None:
    make_box(paths.boxes_folder() / "our-town", language)
    shutil.copytree(paths.boxes_folder() / "our-town", paths.boxes_folder() / "a-folder-with-a-very-long-name-of-a-box")
    (paths.boxes_folder() / "a-folder-with-a-very-long-name-of-a-box" / "game.yaml").write_text("[", encoding="utf-8")
    walk, _ = at_setup(language)
    walk.windows = WINDOWS

    walk.click("box")
    walk.show("the boxes")
    walk.click("option-4")
    walk.show("another box")
    walk.click("look-for-box")
    walk.show("where to look")
    walk.click("option-0")
    walk.show("in a folder")
    walk.app.close()
    walk.click("box", "option-1")
    walk.show("setup of the small box")

    assert [fault for frame in walk.shown for law in LAWS for fault in law(frame)] == []


# Rounds and turns of the plan


def test_a_plan_can_have_fewer_turns_than_people_and_more_again() -> None:
    walk, screen = at_setup()
    seen = []

    for button in ("less", "less", "less", "less", "less", "more", "more", "more", "more", "more"):
        walk.click(f"plan-rounds-{button}")
        assert screen.choices.plan is not None
        seen.append((screen.choices.plan.rounds, screen.choices.plan.turns))

    assert seen == [(1, 0), (1, 3), (1, 2), (1, 1), (1, 1), (1, 2), (1, 3), (1, 0), (2, 0), (3, 0)]


# Playing to the end


def whole_session(box: Path, out: Path, language: str, players: int) -> tuple[list[str], str]:
    """Play a session through the items of the window, without a screen: the pictures made, and the report in text."""
    demonstration = Demonstration(out, box=box, players=players, seed=5, language=language, size=(1024, 600))
    files = demonstration.play()
    report = next(file for file in files if file.suffix == ".md")
    pictures = [file.stem[3:] for file in files if file.suffix == ".png" and not file.stem.endswith("-audience")]
    return pictures, report.read_text(encoding="utf-8")


def test_the_small_box_is_played_to_its_report(tmp_path: Path) -> None:
    pictures, report = whole_session(SMALL, tmp_path, "en", 9)

    assert pictures[-6:] == ["takeaways", "over", "menu", "help", "people", "card"]
    assert pictures.count("mechanism-keep") == 1
    assert "Enacting the Commons, in brief" in report
    assert sum(name.startswith("persona-") for name in pictures) == 9


def test_a_new_box_is_played_to_its_report(tmp_path: Path) -> None:
    make_box(tmp_path / "new", "fr")

    pictures, report = whole_session(tmp_path / "new", tmp_path, "fr", 4)

    assert {"crisis", "marks-before", "posture-place", "mechanism-keep", "system", "marks-after"} <= set(pictures)
    assert "Exemple : Compagnon" in report.replace("\u00a0", " ")
