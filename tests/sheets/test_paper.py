"""A box on paper: pages with their backs and cut marks, and the files that the command writes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pygame
import pytest
from boxes import tiny_box_files, with_edit, write_box

from enacting.box import find_box, load, load_files, shipped_boxes
from enacting.box.draft import Deck
from enacting.sheets.board import draw_board
from enacting.sheets.decks import drawn_box
from enacting.sheets.paper import cut_marks, pages_of
from enacting.sheets.pdf import cards_pdf
from enacting.ui.faces.printing import WIDTH_MM
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette

SAME_WORKER = pytest.mark.xdist_group("printed")


def enacting(*arguments: object, here: Path) -> subprocess.CompletedProcess[str]:
    """What the command says from that folder, without a screen."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    command = [sys.executable, "-m", "enacting", *map(str, arguments)]
    return subprocess.run(
        command, cwd=here, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_each_deck_begins_a_sheet_and_its_backs_are_behind_its_faces() -> None:
    decks = drawn_box(load_files(tiny_box_files()), "fr").decks()
    five = {Deck.MECHANISM: (*decks[Deck.MECHANISM], decks[Deck.MECHANISM][0])}

    pages = pages_of({**decks, **five})

    assert [(page.deck.value, len(page.cards), page.backs) for page in pages] == [
        ("posture", 2, False),
        ("posture", 2, True),
        ("mechanism", 4, False),
        ("mechanism", 4, True),
        ("mechanism", 1, False),
        ("mechanism", 1, True),
        ("crisis", 2, False),
        ("crisis", 2, True),
        ("persona", 2, False),
        ("persona", 2, True),
        ("question", 2, False),
        ("question", 2, True),
    ]


@pytest.mark.parametrize("name", shipped_boxes())
def test_every_card_of_a_shipped_box_is_on_one_page(name: str) -> None:
    decks = drawn_box(load(find_box(name)), "fr").decks()

    faces = [card.id for page in pages_of(decks) for card in page.cards if not page.backs]
    assert faces == [card.id for cards in decks.values() for card in cards]


def test_a_back_turned_along_the_long_edge_lies_behind_its_card() -> None:
    faces, backs = pages_of(drawn_box(load_files(tiny_box_files()), "fr").decks())[2:4]

    for (card, left, top), (same, back_left, back_top) in zip(faces.positions(), backs.positions(), strict=True):
        assert (card, top) == (same, back_top)
        assert back_left == 210 - left - WIDTH_MM


def test_cut_marks_are_at_every_edge_and_touch_no_card() -> None:
    marks = cut_marks()

    assert {x for x, _, other, _ in marks if x == other} == {5, 105, 205}
    assert {y for _, y, _, other in marks if y == other} == {8.5, 148.5, 288.5}
    assert len(marks) == 12
    for x, y, other_x, other_y in marks:
        inside = 4 < (x + other_x) / 2 < 206 and 7.5 < (y + other_y) / 2 < 289.5
        assert not inside


def test_the_board_on_paper_shows_its_seats_and_the_place_of_the_crisis() -> None:
    board = draw_board(drawn_box(load_files(tiny_box_files()), "fr"))

    assert board.get_size() == (3307, 2339)
    assert board.get_at((5, 5))[:3] == theme.WHITE
    assert board.get_at((1653, 1320))[:3] == palette().card


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """A box in one language, printed; one of its cards says too much."""
    here = tmp_path_factory.mktemp("printed")
    limits = "La ville peut reprendre le terrain quand elle veut. " * 36
    more = f"  who: {limits}\n  limits: {limits}\n"
    files = with_edit("mechanism.yaml", "  art: {icon: tree}\n", "  art: {icon: tree}\n" + more)
    write_box(here / "mine", {name: text for name, text in files.items() if name != "en.yaml"})
    return enacting("print", "mine", "--out", "paper", "--language", "fr", here=here), here / "paper"


@SAME_WORKER
def test_print_writes_the_cards_and_the_board(printed: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    done, folder = printed

    names = ["tiny-box-fr.pdf", "tiny-box-fr-board.pdf"]
    assert [Path(line).name for line in done.stdout.splitlines()] == names
    assert sorted(file.name for file in folder.iterdir()) == sorted(names)


@SAME_WORKER
def test_the_file_holds_every_page_and_says_the_words_of_the_cards(
    printed: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    cards, board = ((printed[1] / f"tiny-box-fr{end}.pdf").read_bytes() for end in ("", "-board"))

    assert len(re.findall(rb"/Type\s*/Page\b", cards)) == 10
    assert len(re.findall(rb"/Type\s*/Page\b", board)) == 1
    assert "La ville signe un pacte avec des habitants.".encode("utf-16-be").hex().upper().encode() in cards
    assert b"/Lang(fr)" in cards


@SAME_WORKER
def test_print_tells_a_card_that_does_not_fit_on_paper(
    printed: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    done, _ = printed

    assert done.returncode == 1
    assert done.stderr.startswith(
        "mechanism.yaml:23:8: la carte «\u202fgarden\u202f» a trop de texte pour être imprimée"
    )
    assert len(done.stderr.splitlines()) == 1


def test_sheet_writes_a_picture_in_each_language_of_the_box(tmp_path: Path) -> None:
    write_box(tmp_path / "mine", tiny_box_files())

    done = enacting("sheet", "mine", here=tmp_path)

    names = ["tiny-box-fr.png", "tiny-box-en.png"]
    assert (done.returncode, done.stderr) == (0, "")
    assert [Path(line) for line in done.stdout.splitlines()] == [Path("sheet") / name for name in names]
    assert sorted(file.name for file in (tmp_path / "sheet").iterdir()) == sorted(names)


def test_sheet_writes_a_picture_in_the_language_asked_for(tmp_path: Path) -> None:
    write_box(tmp_path / "mine", tiny_box_files())

    done = enacting("sheet", "mine", "--out", "paper", "--language", "en", here=tmp_path)

    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, str(Path("paper/tiny-box-en.png")), "")
    assert pygame.image.load(tmp_path / "paper" / "tiny-box-en.png").get_width() == 2564


def test_a_language_the_box_does_not_speak_is_told(tmp_path: Path) -> None:
    write_box(tmp_path / "mine", tiny_box_files(en=""))

    done = enacting("sheet", "mine", "--language", "en", here=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "The box is not available in “en”. It is available in: fr.\n"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "wall").write_text("a file where a folder is wanted", encoding="utf-8")

    done = enacting("sheet", "--out", "wall/out", "--language", "en", here=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("“wall/out” cannot be written: ")


def test_a_scene_is_printed_as_a_drawing_and_not_as_pixels() -> None:
    with_scene = with_edit(
        "mechanism.yaml", "art: {icon: tree}", "art: {icon: tree, scene: [sky clear, house 50 80 60]}"
    )
    plain, drawn = (cards_pdf(drawn_box(load_files(files), "fr")) for files in (tiny_box_files(), with_scene))

    assert b"/Subtype/Form" not in plain.replace(b"/Subtype /Form", b"/Subtype/Form")
    assert b"/Subtype/Form" in drawn.replace(b"/Subtype /Form", b"/Subtype/Form")
