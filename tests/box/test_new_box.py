"""A new box is right from the start, in the language asked for, and explains every key."""

import random
import re
from pathlib import Path

import pytest
from boxes import tiny_box_files, write_box
from engine.playing import broken_laws, replayed, whole_game

from enacting.box import load
from enacting.box.cover import Cover, cover_of
from enacting.box.draft import Deck
from enacting.box.loading import find_box
from enacting.box.new_box import FolderTaken, icon_names, icon_page, make_box
from enacting.engine.board import ActivityKind, Description
from enacting.engine.cards import POSTURE_SHAPES
from enacting.engine.game import NewPlayer, Setup
from enacting.engine.planning import plan_for
from enacting.language.words import languages, words_in
from enacting.system.paths import assets_folder

EXAMPLE = {"fr": "Exemple : ", "en": "Example: "}


@pytest.mark.parametrize("language", languages())
def test_a_new_box_is_right_and_is_written_in_the_language_asked_for(tmp_path: Path, language: str) -> None:
    files = make_box(tmp_path / "our-town", language)

    boxes = load(tmp_path / "our-town")
    assert boxes.written == language
    assert set(boxes.by_language) == {"fr", "en"}
    assert boxes.warnings == ()
    assert boxes.by_language[language].description.id == "our-town"
    assert (tmp_path / "our-town" / "LICENCE.md") in files
    assert (tmp_path / "our-town" / "LICENCE.md").read_text(encoding="utf-8").startswith("# Licence")


def test_a_new_box_says_the_same_whichever_language_it_was_written_in(tmp_path: Path) -> None:
    for language in languages():
        make_box(tmp_path / language / "box", language)

    french, english = (load(tmp_path / language / "box") for language in ("fr", "en"))

    for language in languages():
        one, other = french.by_language[language], english.by_language[language]
        assert one.description == other.description
        assert one.board == other.board
        for deck in ("postures", "mechanisms", "crises", "personas", "questions"):
            assert _without_sources(getattr(one, deck)) == _without_sources(getattr(other, deck)), deck


def _without_sources(deck: dict[str, object]) -> list[str]:
    """The cards of a deck in words, without their sources, which are not translated."""
    return [re.sub(r"sources=\(.*\)", "", repr(card)) for card in deck.values()]


@pytest.mark.parametrize("language", languages())
def test_a_new_box_has_two_cards_of_each_kind_all_said_to_be_examples(tmp_path: Path, language: str) -> None:
    make_box(tmp_path / "new", language)

    for said, box in load(tmp_path / "new").by_language.items():
        decks = (box.postures, box.mechanisms, box.crises, box.personas, box.questions)
        assert [len(deck) for deck in decks] == [2, 2, 2, 2, 2]
        titles = [getattr(card, "title", "") or getattr(card, "text", "") for deck in decks for card in deck.values()]
        assert [title for title in (*titles, box.description.title) if not title.startswith(EXAMPLE[said])] == []


@pytest.mark.parametrize("language", languages())
def test_a_new_box_names_every_value_that_can_be_chosen(tmp_path: Path, language: str) -> None:
    make_box(tmp_path / "new", language)

    texts = {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "new").glob("*.yaml")}
    assert [shape for shape in POSTURE_SHAPES if shape not in texts["posture.yaml"]] == []
    assert [kind for kind in ActivityKind if f"kind: {kind}" not in texts["game.yaml"]] == []
    assert [
        word for word in ("rays", "waves", "orbits", "cracks", "scales", "bubbles") if word not in texts["game.yaml"]
    ] == []
    assert [word for word in ("consent", "majority", "facilitator") if word not in texts["game.yaml"]] == []
    assert [
        word for word in ("documented", "partly", "inference", "proposal") if word not in texts["posture.yaml"]
    ] == []
    assert "enacting icons" in texts["game.yaml"]


@pytest.mark.parametrize("language", languages())
def test_a_new_box_shows_every_key_a_card_can_have(tmp_path: Path, language: str) -> None:
    make_box(tmp_path / "new", language)

    for deck in Deck:
        text = (tmp_path / "new" / deck.file).read_text(encoding="utf-8")
        keys = deck.kind.__dataclass_fields__
        assert [key for key in keys if not re.search(rf"^[ #-]+{key}:", text, re.MULTILINE)] == [], deck
    text = (tmp_path / "new" / "game.yaml").read_text(encoding="utf-8")
    assert [
        key for key in Description.__dataclass_fields__ if not re.search(rf"^(# )?{key}:", text, re.MULTILINE)
    ] == []


@pytest.mark.parametrize(
    ("folder", "name"), [("our-town", "our-town"), ("Notre Ville", "my-box"), ("a" * 61, "my-box"), ("été", "my-box")]
)
def test_the_folder_gives_its_name_to_the_box_when_it_can(tmp_path: Path, folder: str, name: str) -> None:
    make_box(tmp_path / folder, "fr")

    assert load(tmp_path / folder).by_language["fr"].description.id == name


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    make_box(tmp_path / "empty", "en")

    assert load(tmp_path / "empty").written == "en"


def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(FolderTaken):
        make_box(tmp_path, "fr")
    with pytest.raises(FolderTaken):
        make_box(tmp_path / "mine.txt", "fr")

    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("players", [1, 4, 9])
def test_a_game_of_a_new_box_ends_and_can_be_replayed(tmp_path: Path, language: str, players: int) -> None:
    make_box(tmp_path / "new", language)
    box = load(tmp_path / "new").by_language[language]
    people = tuple(NewPlayer(name=f"P{number}") for number in range(players))
    plan = plan_for(box, minutes=60, players=players)
    setup = Setup(seed=players, players=people, plan=plan, decision=box.description.decision, crisis=None)

    for seed in range(5):
        game, moves, _ = whole_game(box, setup, random.Random(seed).randrange(1000))

        assert game.over
        assert broken_laws(game) == []
        assert replayed(box, setup, moves) == game


def test_the_page_of_icons_shows_each_icon_with_its_name() -> None:
    page = icon_page(words_in("en"))

    shipped = sorted(file.stem for file in (assets_folder() / "icons" / "duotone").glob("*.svg"))
    assert list(icon_names()) == shipped
    assert page.count("<svg") == len(shipped)
    assert re.findall(r"<figcaption>(.+?)</figcaption>", page) == shipped
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


# The cover of a box


def test_the_cover_of_a_box_is_in_the_language_of_the_window(tmp_path: Path) -> None:
    folder = write_box(
        tmp_path / "box", {**tiny_box_files(), "en.yaml": "game:\n  title: Tiny box\n\n  subtitle: Try\n"}
    )

    assert cover_of(folder, "en") == Cover("Tiny box", "Try", (30, 60))
    assert cover_of(folder, "fr") == Cover("Petite boîte", "Pour essayer", (30, 60))


def test_the_cover_of_a_box_written_on_windows_is_in_the_language_of_the_window(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    (folder / "en.yaml").write_bytes(b"game:\r\n  title: Tiny box\r\n\r\n  subtitle: Try\r\n")

    assert cover_of(folder, "en") == Cover("Tiny box", "Try", (30, 60))


def test_the_cover_of_a_box_that_has_not_that_language_is_in_its_own(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", {**tiny_box_files(), "en.yaml": "game: {subtitle: Try}\nposture: {}\n"})

    assert cover_of(folder, "de") == Cover("Petite boîte", "Pour essayer", (30, 60))
    assert cover_of(folder, "en") == Cover("Petite boîte", "Try", (30, 60))


@pytest.mark.parametrize("text", ["", "title: [", "- a list", "title: {a: b}", "titre: Sans titre", "\0"])
def test_a_box_that_cannot_be_read_has_no_cover(tmp_path: Path, text: str) -> None:
    folder = write_box(tmp_path / "box", {**tiny_box_files(), "game.yaml": text})

    assert cover_of(folder, "fr") is None
    assert cover_of(tmp_path / "nowhere", "fr") is None


def test_a_box_of_the_persons_own_folder_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENACTING_DATA", str(tmp_path))
    make_box(tmp_path / "boxes" / "our-town", "fr")

    assert find_box("our-town") == tmp_path / "boxes" / "our-town"
