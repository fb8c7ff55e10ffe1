"""Every text fits every face of its card, or is told with its line; nothing is made smaller than its floor."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from boxes import tiny_box_files, vouched_box_files, with_edit, write_box

from enacting.box import find_box, format_problem, load, load_files, shipped_boxes
from enacting.box.checking import shipped_icons
from enacting.box.loading import Boxes
from enacting.language.words import words_in
from enacting.sheets.fit import misfits

WORD = "Anticonstitutionnellementanticonstitutionnellementanticonstitutionnellementanticonstitutionnellement"


def problems_found(files: dict[str, str]) -> list[tuple[str, int, int, str]]:
    """What does not fit: file, line, column and key of each problem."""
    return [(problem.file, problem.line, problem.column, problem.key) for problem in misfits(load_files(files))]


@cache
def shipped(name: str) -> Boxes:
    return load(find_box(name))


@pytest.mark.parametrize("name", shipped_boxes())
def test_every_text_of_a_shipped_box_fits_every_face_in_every_language(name: str) -> None:
    words = words_in("en")

    assert [format_problem(problem, words) for problem in misfits(shipped(name))] == []


@pytest.mark.parametrize("name", shipped_boxes())
def test_no_two_mechanisms_of_a_shipped_box_show_the_same_thing(name: str) -> None:
    mechanisms = shipped(name).box("fr").mechanisms.values()

    shown = [card.art.image or card.art.icon for card in mechanisms]
    assert sorted(name for name in set(shown) if shown.count(name) > 1) == []


@pytest.mark.parametrize("name", shipped_boxes())
def test_every_icon_a_shipped_card_names_is_among_ours(name: str) -> None:
    box = shipped(name).box("fr")
    decks = (box.postures, box.mechanisms, box.crises, box.personas)
    arts = [card.art for deck in decks for card in deck.values()]

    named = {icon for art in arts for icon in (art.icon, art.echo) if icon}
    assert sorted(named - shipped_icons()) == []


def test_what_is_short_fits() -> None:
    assert problems_found(tiny_box_files()) == []


def test_a_title_cut_on_the_board_is_told_where_it_is_written() -> None:
    title = "Reconnaissance juridique communautaire de l'usage civique et collectif des lieux"

    assert problems_found(with_edit("mechanism.yaml", "Jardin partagé", title)) == [
        ("mechanism.yaml", 16, 10, "title_cut")
    ]


def test_a_translated_title_is_told_in_its_translation() -> None:
    title = "Legal acknowledgement of communities' collective and civic usage of public places"[:80]

    assert problems_found(with_edit("en.yaml", "Shared garden", title)) == [("en.yaml", 45, 12, "title_cut")]


def test_a_text_left_untranslated_is_told_in_the_deck() -> None:
    files = with_edit("en.yaml", "    text: Neighbours grow food on lent land.\n", "")
    files["mechanism.yaml"] = files["mechanism.yaml"].replace("Des voisins", "Des voisins. " * 70)

    assert problems_found(files) == [("mechanism.yaml", 20, 9, "too_long_to_read")]


def test_a_card_that_says_too_much_is_told_for_each_face_with_what_to_shorten() -> None:
    files = with_edit("mechanism.yaml", "Des voisins cultivent", "Des voisins, " * 150 + "cultivent")

    problems = misfits(load_files(files))

    assert [(problem.file, problem.line, problem.column) for problem in problems] == [("mechanism.yaml", 20, 9)] * 2
    assert [problem.key for problem in problems] == ["too_long_to_print", "too_long_to_read"]
    assert format_problem(problems[1], words_in("en")).startswith(
        "mechanism.yaml:20:9: the card “garden” has too much text for the panel where it is read; shorten “text”"
    )
    assert "in 7.5-point type; shorten “text”" in format_problem(problems[0], words_in("en"))


def test_a_card_too_long_only_in_print_is_told_for_print_alone() -> None:
    limits = "La ville peut reprendre le terrain quand elle veut. " * 36
    more = f"  who: {limits}\n  limits: {limits} Encore.\n"

    files = with_edit("mechanism.yaml", "  art: {icon: tree}\n", "  art: {icon: tree}\n" + more)

    assert problems_found(files) == [("mechanism.yaml", 24, 11, "too_long_to_print")]


def test_a_word_wider_than_its_card_is_told() -> None:
    files = with_edit("persona.yaml", "goal: Dormir au frais", f"goal: {WORD} au frais")

    assert problems_found(files) == [
        ("persona.yaml", 10, 9, "word_cut_in_focus"),
        ("persona.yaml", 10, 9, "word_cut_to_read"),
    ]


def test_a_word_that_no_language_divides_is_told_for_print_too() -> None:
    files = with_edit("persona.yaml", "goal: Dormir au frais", f"goal: {'W' * 100} au frais")

    assert ("persona.yaml", 10, 9, "word_cut_in_print") in problems_found(files)


def test_a_title_is_not_divided_in_print() -> None:
    files = with_edit("persona.yaml", "title: La maire", f"title: {WORD[:49]}")

    assert "word_cut_in_print" in [key for _, _, _, key in problems_found(files)]


def test_the_title_of_a_crisis_must_fit_in_the_middle_of_the_board() -> None:
    title = "Une longue suite de catastrophes dont personne ne sait plus comment sortir vite"

    assert problems_found(with_edit("crisis.yaml", "Crue", title)) == [("crisis.yaml", 11, 10, "title_cut_in_ring")]


def test_a_box_whose_texts_do_not_fit_still_loads() -> None:
    boxes = load_files(with_edit("persona.yaml", "Dormir au frais", WORD))

    assert boxes.warnings == ()
    assert set(boxes.by_language) == {"fr", "en"}


def test_check_tells_what_does_not_fit_without_a_screen(tmp_path: Path) -> None:
    title = "Reconnaissance juridique communautaire de l'usage civique et collectif des lieux"
    files = vouched_box_files()
    claims_less = files["mechanism.yaml"].replace("confidence: documented", "confidence: partly")
    write_box(tmp_path, files | {"mechanism.yaml": claims_less.replace("Jardin partagé", title)})
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}

    done = subprocess.run(
        [sys.executable, "-m", "enacting", "check", str(tmp_path), "--language", "en"],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        "mechanism.yaml:16:10: the title of “garden” is cut off on the board; shorten “title”"
    )
