"""What changed between two versions of a box."""

from pathlib import Path

import pytest
from boxes import tiny_box_files, with_edit, write_box

from enacting.box.differences import Change, Difference, TextChange, as_lines, changed_cards, differences
from enacting.box.loading import Boxes, load_files
from enacting.cli import CANNOT_RUN, OK, PROBLEMS_FOUND, main
from enacting.language.words import words_in


def boxes(files: dict[str, str]) -> Boxes:
    return load_files(dict(files))


def test_a_box_does_not_differ_from_itself() -> None:
    assert differences(boxes(tiny_box_files()), boxes(tiny_box_files())) == ()


def test_a_reworded_card_says_which_text_and_how_it_read_before() -> None:
    after = boxes(with_edit("mechanism.yaml", "Qui peut le rompre ?", "Qui le signe ?"))

    (difference,) = differences(boxes(tiny_box_files()), after)

    assert difference == Difference(
        "mechanism.yaml",
        "pact",
        "Pacte de collaboration",
        Change.CHANGED,
        (TextChange("fr", "question", "Qui peut le rompre ?", "Qui le signe ?"),),
    )


def test_a_translation_alone_is_a_change_of_its_language() -> None:
    after = boxes(with_edit("en.yaml", "fear: To be alone", "fear: To be left alone"))

    (difference,) = differences(boxes(tiny_box_files()), after)

    assert difference.texts == (TextChange("en", "fear", "To be alone", "To be left alone"),)


def test_what_is_the_same_in_every_language_is_said_once() -> None:
    after = boxes(with_edit("mechanism.yaml", "art: {icon: drop}", "art: {icon: tree}"))

    (difference,) = differences(boxes(tiny_box_files()), after)

    assert [(text.language, text.key) for text in difference.texts] == [("fr", "art.icon")]


def test_cards_added_and_removed_are_named_and_their_order_does_not_count() -> None:
    cards = tiny_box_files()["mechanism.yaml"].split("- id: ")[1:]
    *others, last = cards
    alone = tiny_box_files(en="")
    without = boxes(alone | {"mechanism.yaml": "".join(f"- id: {card}" for card in reversed(others))})
    whole = boxes(alone)

    assert [(found.id, found.change) for found in differences(without, whole)] == [("map", Change.ADDED)]
    assert [(found.id, found.change) for found in differences(whole, without)] == [("map", Change.REMOVED)]
    assert last.startswith("map")


def test_the_game_and_the_board_are_compared_too() -> None:
    game, board = with_edit("game.yaml", "draw: 2", "draw: 3"), with_edit("board.yaml", "x: 70", "x: 69")

    assert [(found.file, found.texts) for found in differences(boxes(tiny_box_files()), boxes(game))] == [
        ("game.yaml", (TextChange("fr", "draw", "2", "3"),))
    ]
    assert [found.file for found in differences(boxes(tiny_box_files()), boxes(board))] == ["board.yaml"]


def test_the_cards_to_look_at_are_those_that_changed_in_any_language() -> None:
    after = boxes(with_edit("en.yaml", "fear: To be alone", "fear: To be left alone"))

    (card,) = changed_cards(boxes(tiny_box_files()), after)

    assert card.id in after.by_language["fr"].personas


@pytest.mark.parametrize(("language", "sentence"), [("fr", "a changé"), ("en", "has changed")])
def test_the_lines_show_the_text_before_and_after(language: str, sentence: str) -> None:
    after = boxes(with_edit("mechanism.yaml", "Qui peut le rompre ?", "Qui le signe ?"))

    lines = list(as_lines(differences(boxes(tiny_box_files()), after), words_in(language)))

    assert lines[0].startswith("mechanism.yaml: pact")
    assert lines[0].endswith(sentence)
    assert lines[1:] == ["  question (fr)", "    - Qui peut le rompre ?", "    + Qui le signe ?"]


def test_the_command_compares_two_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = write_box(tmp_path / "old", tiny_box_files())
    new = write_box(tmp_path / "new", with_edit("mechanism.yaml", "Qui peut le rompre ?", "Qui le signe ?"))

    assert main(["diff", str(old), str(new), "--language", "en"]) == PROBLEMS_FOUND
    assert "+ Qui le signe ?" in capsys.readouterr().out
    assert main(["diff", str(old), str(old), "--language", "en"]) == OK
    assert capsys.readouterr().out.strip() == "Nothing has changed."
    assert main(["diff", str(old), str(tmp_path / "none"), "--language", "en"]) == CANNOT_RUN
