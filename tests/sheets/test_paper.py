"""Where cards and their backs lie on sheets, for every size of card and of paper."""

import pytest

from enacting.sheets.choices import CARD_SIZES, EDGE_MM, PAPERS, Backs, CutLines, PrintChoices
from enacting.sheets.paper import STRIP_MM, Page, PlacedCard, Side, backs_of, fold_of, grid_of, lines_of, pages_of

SIZES = [(paper, size) for paper in PAPERS for size in CARD_SIZES]
FIVE = {"mechanism": ("a", "b", "c", "d", "e")}


def cells(page: Page) -> list[tuple[str, float, float]]:
    return [(cell.card, round(cell.x, 2), round(cell.y, 2)) for cell in page.cells]


def overlap(first: PlacedCard, second: PlacedCard, width: float, height: float) -> bool:
    return abs(first.x - second.x) < width - 0.001 and abs(first.y - second.y) < height - 0.001


@pytest.mark.parametrize(
    ("paper", "size", "shown"),
    [
        ("a4", "", (4, 210, 297)),
        ("letter", "", (4, 215.9, 279.4)),
        ("a4", "100x140", (4, 210, 297)),
        ("a4", "tarot", (4, 210, 297)),
        ("a4", "a6", (2, 297, 210)),
        ("a3", "94x134", (8, 420, 297)),
    ],
)
def test_a_sheet_takes_as_many_cards_as_can_be(paper: str, size: str, shown: tuple[int, float, float]) -> None:
    grid = grid_of(PrintChoices(paper=paper, size=size))

    assert (len(grid.places), grid.sheet.width, grid.sheet.height) == shown


def test_the_usual_card_of_a_paper_has_a_real_bleed_and_the_older_one_a_white_border() -> None:
    usual = [(choices.trim.width, choices.trim.height, choices.bleed_mm) for choices in (
        PrintChoices(), PrintChoices(paper="letter"), PrintChoices(size="100x140"), PrintChoices(size="a6", bleed=2)
    )]  # fmt: skip

    assert usual == [(94, 134, 3), (94, 128, 3), (100, 140, 0), (105, 148, 2)]


@pytest.mark.parametrize("backs", list(Backs))
@pytest.mark.parametrize(("paper", "size"), SIZES)
def test_no_card_nears_the_edge_or_another_card(paper: str, size: str, backs: Backs) -> None:
    choices = PrintChoices(paper=paper, size=size, backs=backs)
    grid = grid_of(choices)

    for page in pages_of(FIVE, choices):
        for index, cell in enumerate(page.cells):
            assert cell.x >= EDGE_MM - 0.001
            assert cell.y >= EDGE_MM - 0.001
            assert cell.x + grid.cell.width <= grid.sheet.width - EDGE_MM + 0.001
            assert cell.y + grid.cell.height <= grid.sheet.height - EDGE_MM + 0.001
            assert not any(overlap(cell, other, grid.cell.width, grid.cell.height) for other in page.cells[:index])


@pytest.mark.parametrize("bleed", [None, 0, 2])
@pytest.mark.parametrize(("paper", "size"), SIZES)
def test_there_is_room_for_the_ruler_beside_the_cards(paper: str, size: str, bleed: float | None) -> None:
    grid = grid_of(PrintChoices(paper=paper, size=size, bleed=bleed))

    assert max(grid.top, grid.left) - EDGE_MM >= STRIP_MM


def test_each_deck_begins_a_sheet_and_its_backs_are_behind_its_faces() -> None:
    pages = pages_of({"posture": ("p",), **FIVE}, PrintChoices())

    assert [(page.deck, len(page.cells), page.side.value) for page in pages] == [
        ("posture", 1, "faces"),
        ("posture", 1, "backs"),
        ("mechanism", 4, "faces"),
        ("mechanism", 4, "backs"),
        ("mechanism", 1, "faces"),
        ("mechanism", 1, "backs"),
    ]


@pytest.mark.parametrize(
    ("size", "backs", "mirrored", "turned"),
    [
        ("94x134", Backs.LONG_EDGE, "x", False),
        ("94x134", Backs.SHORT_EDGE, "y", True),
        ("a6", Backs.LONG_EDGE, "y", True),
        ("a6", Backs.SHORT_EDGE, "x", False),
    ],
)
def test_a_back_lies_behind_its_card_however_the_printer_turns_the_sheet(
    size: str, backs: Backs, mirrored: str, turned: bool
) -> None:
    choices = PrintChoices(size=size, backs=backs)
    grid = grid_of(choices)

    faces, behind = pages_of({"mechanism": ("a", "b")}, choices)

    for face, back in zip(faces.cells, behind.cells, strict=True):
        across = grid.sheet.width - face.x - grid.cell.width if mirrored == "x" else face.x
        down = grid.sheet.height - face.y - grid.cell.height if mirrored == "y" else face.y
        assert (back.card, back.x, back.y, back.turned) == (face.card, across, down, turned)


def test_a_page_to_be_folded_has_each_back_across_the_fold() -> None:
    choices = PrintChoices(backs=Backs.FOLD)

    page, *others = pages_of(FIVE, choices)

    assert (page.side, len(others), fold_of(choices)) == (Side.BOTH, 2, (105, 5, 105, 292))
    assert cells(page) == [("a", 5, 8.5), ("b", 5, 148.5), ("a", 105, 8.5), ("b", 105, 148.5)]
    assert [cell.is_back for cell in page.cells] == [False, False, True, True]


def test_backs_apart_have_a_page_for_each_page_of_faces() -> None:
    choices = PrintChoices(backs=Backs.APART)

    faces, backs = pages_of(FIVE, choices), backs_of(FIVE, choices)

    assert [page.side.value for page in (*faces, *backs)] == ["faces", "faces", "backs", "backs"]
    assert cells(backs[0]) == [("a", 105, 8.5), ("b", 5, 8.5), ("c", 105, 148.5), ("d", 5, 148.5)]


def test_without_backs_there_are_faces_alone() -> None:
    assert [page.side.value for page in pages_of(FIVE, PrintChoices(backs=Backs.NONE))] == ["faces", "faces"]


def test_cut_marks_are_within_the_bleed_and_end_before_the_card() -> None:
    choices = PrintChoices(backs=Backs.NONE)
    (page,) = pages_of({"mechanism": ("a",)}, choices)

    lines = {tuple(round(number, 2) for number in line) for line in lines_of(page, choices)}

    assert (7.7, 11.5, 5.3, 11.5) in lines
    assert (8, 11.2, 8, 8.8) in lines
    assert len(lines) == 8


def test_guides_run_over_the_whole_sheet_up_to_its_margin() -> None:
    choices = PrintChoices(cut_lines=CutLines.GUIDES, backs=Backs.NONE)
    (page,) = pages_of({"mechanism": ("a", "b")}, choices)

    assert set(lines_of(page, choices)) == {
        *((x, 5, x, 292) for x in (8, 102, 108, 202)),
        *((5, y, 205, y) for y in (11.5, 145.5)),
    }
