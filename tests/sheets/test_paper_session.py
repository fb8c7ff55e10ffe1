"""Blank sheets to play on paper: one for the table and one for each person, with the structure of the box."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from boxes import tiny_box_files
from sheets.rendered import sizes_mm, words_of

from enacting.box import load, load_files
from enacting.box.loading import Boxes
from enacting.sheets.choices import BoardPaper, PrintChoices
from enacting.sheets.decks import printed_in
from enacting.sheets.paper_session import sheets_pdf
from enacting.sheets.printing import print_box
from enacting.system.paths import shipped_boxes_folder
from enacting.typesetting import Typesetter


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as made:
        yield made


@pytest.fixture(scope="module")
def shipped() -> Boxes:
    return load(shipped_boxes_folder() / "enacting-the-commons")


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_table_has_two_pages_and_each_person_one(
    typesetter: Typesetter, shipped: Boxes, paper: str, language: str
) -> None:
    done = sheets_pdf(printed_in(shipped, language), PrintChoices(sheets=3, paper=paper), typesetter)

    said = words_of(done.pdf)
    assert len(said) == 5
    assert len(set(said[2:])) == 1
    assert (done.standards, done.missing) == (("ua-1",), ())
    sizes = {tuple(round(side, 1) for side in size) for size in sizes_mm(done.pdf)}
    assert sizes == {(210, 297) if paper == "a4" else (215.9, 279.4)}


def test_the_sheets_ask_what_the_box_has_and_nothing_else(typesetter: Typesetter, shipped: Boxes) -> None:
    tiny = load_files(tiny_box_files())

    full, small = (
        " ".join(words_of(sheets_pdf(printed_in(boxes, "fr"), PrintChoices(sheets=1), typesetter).pdf))
        for boxes in (shipped, tiny)
    )

    for asked in ("Notre avis avant", "Imprévu", "Une phrase par personne", "Lieu", "Environnementale"):
        assert asked in full
        assert asked not in small
    for asked in ("Mécanismes", "Postures", "Personnage", "Ce que je propose"):
        assert asked in small


def test_the_sheets_are_a_file_of_their_own(typesetter: Typesetter, tmp_path: Path) -> None:
    boxes = load_files(tiny_box_files())
    choices = PrintChoices(sheets=2, board=BoardPaper.NONE)

    printed = print_box(boxes, "fr", choices, tmp_path, typesetter)

    assert [file.name for file in printed.files] == [
        f"{boxes.box('fr').description.id}-fr{end}.pdf" for end in ("", "-sheets")
    ]
