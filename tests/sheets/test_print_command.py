"""The commands that put a box on paper: the files they write, what they tell, and what they refuse."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pygame
import pytest
from boxes import tiny_box_files, with_edit, write_box
from sheets.rendered import words_of

SAME_WORKER = pytest.mark.xdist_group("printed")


def enacting(*arguments: object, here: Path) -> subprocess.CompletedProcess[str]:
    """What the command says from that folder, without a screen."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    command = [sys.executable, "-m", "enacting", *map(str, arguments)]
    return subprocess.run(
        command, cwd=here, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


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
    assert "La ville signe un pacte avec des habitants." in " ".join(words_of(cards))


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


def test_a_box_is_drawn_in_its_own_language_even_if_the_program_does_not_speak_it(tmp_path: Path) -> None:
    files = {name: text.replace("language: fr", "language: de") for name, text in tiny_box_files().items()}
    write_box(tmp_path / "mine", {name: text for name, text in files.items() if name != "en.yaml"})

    done = enacting("sheet", "mine", "--out", "paper", "--language", "de", here=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert [Path(line).name for line in done.stdout.splitlines()] == ["tiny-box-de.png"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "wall").write_text("a file where a folder is wanted", encoding="utf-8")

    done = enacting("sheet", "--out", "wall/out", "--language", "en", here=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("“wall/out” cannot be written: ")


def test_what_is_printed_can_be_chosen(tmp_path: Path) -> None:
    write_box(tmp_path / "mine", tiny_box_files())
    asked = "--language fr --second-language en --decks crisis --cards garden --backs apart --paper letter --board a4"

    done = enacting("print", "mine", "--out", "paper", *asked.split(), here=tmp_path)

    names = ["tiny-box-fr+en.pdf", "tiny-box-fr+en-backs.pdf", "tiny-box-fr+en-board.pdf"]
    assert (done.returncode, done.stderr) == (0, "")
    assert [Path(line).name for line in done.stdout.splitlines()] == names
    said = " ".join(words_of((tmp_path / "paper" / names[0]).read_bytes()))
    assert "Jardin partagé" in said
    assert "Shared garden" in said
    assert "La maire" not in said


def test_part_of_a_box_is_printed_without_the_board(tmp_path: Path) -> None:
    write_box(tmp_path / "mine", tiny_box_files())

    done = enacting("print", "mine", "--out", "paper", "--language", "fr", "--decks", "crisis", here=tmp_path)

    assert [Path(line).name for line in done.stdout.splitlines()] == ["tiny-box-fr.pdf"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--cards", "gardn"], "The box has no card “gardn”. Nothing was written. Did you mean “garden”?"),
        (["--decks", "trouble"], "There is no card to print: the decks you asked for have none. Nothing was written."),
        (["--second-language", "en"], "The second language must be different from the first."),
        (["--second-language", "de"], "The box is not available in “de”. It is available in: fr, en."),
    ],
)
def test_what_cannot_be_printed_is_told_and_nothing_is_written(tmp_path: Path, asked: list[str], told: str) -> None:
    write_box(tmp_path / "mine", tiny_box_files())

    done = enacting("print", "mine", "--out", "paper", "--language", "en", *asked, here=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{told}\n")
    assert not list(tmp_path.glob("paper/*"))


@pytest.mark.parametrize(
    "asked",
    ["--bleed 9", "--bleed x", "--copies 0", "--copies 101", "--decks cards", "--size 63x88", "--back-offset=99,0"],
)
def test_a_choice_beyond_what_can_be_is_refused_by_the_command(tmp_path: Path, asked: str) -> None:
    done = enacting("print", *asked.split(), here=tmp_path)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert asked.split("=")[0].split()[0] in done.stderr


def test_a_letter_that_no_font_has_is_told_and_the_box_is_printed(tmp_path: Path) -> None:
    write_box(tmp_path / "mine", with_edit("mechanism.yaml", "Des voisins cultivent", "Des \u0378 cultivent"))

    done = enacting("print", "mine", "--out", "paper", "--language", "fr", "--cards", "garden", here=tmp_path)

    assert done.returncode == 0
    assert done.stderr.startswith("Aucune police de cet ordinateur ne contient")
    assert "U+0378" in done.stderr
    assert "U+0378" in " ".join(words_of((tmp_path / "paper" / "tiny-box-fr.pdf").read_bytes()))
