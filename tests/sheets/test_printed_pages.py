"""Printed pages as a printer draws them: how large things are, where to cut, what lies behind what, and the words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest
from boxes import tiny_box_files, with_edit
from pictures import png
from sheets.rendered import Rendered, dark, middles, pages, sizes_mm, white, words_of

from enacting.box import load_files
from enacting.engine.board import Box
from enacting.engine.cards import CardId, MechanismCard
from enacting.sheets.added_cards import AIDS
from enacting.sheets.board_pdf import board_pdf
from enacting.sheets.card_content import content_of
from enacting.sheets.card_fit import Fit, fits_of
from enacting.sheets.cards_pdf import (
    MAX_CARDS,
    Picture,
    PrintedDecks,
    cards_pdf,
    fits_by_name,
    printed_decks,
    with_less_where_small,
)
from enacting.sheets.choices import CARD_SIZES, Backs, BoardPaper, CutLines, PrintChoices
from enacting.sheets.decks import decks_of, printed_in
from enacting.sheets.paper import grid_of
from enacting.sheets.printing import with_added
from enacting.typesetting import Typeset, Typesetter

NEAR = 0.2
"""How near in millimetres what is printed must be to where it should be."""
SHIFTED = 1.5


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as made:
        yield made


@cache
def printed(typesetter: Typesetter, choices: PrintChoices, *languages: str) -> tuple[Typeset, Mapping[str, Fit]]:
    """The tiny box, printed so."""
    boxes = load_files(tiny_box_files())
    read = tuple(printed_in(boxes, language) for language in languages or ("fr",))
    decks = with_added(printed_decks(read, decks_of(read[0].box), choices.copies), choices)
    return set_in_type(decks, choices, typesetter)


def set_in_type(
    decks: PrintedDecks, choices: PrintChoices, typesetter: Typesetter, picture: Picture = lambda name: None
) -> tuple[Typeset, Mapping[str, Fit]]:
    fits = fits_by_name(decks, choices, typesetter)
    return cards_pdf(decks, fits, choices, typesetter, picture=picture), fits


def page_of(typesetter: Typesetter, choices: PrintChoices, number: int = 0) -> Rendered:
    (page,) = pages(printed(typesetter, choices)[0].pdf, only=(number,))
    return page


@pytest.mark.parametrize("size", CARD_SIZES)
def test_cards_are_as_large_as_they_should_be_between_their_cut_marks(typesetter: Typesetter, size: str) -> None:
    choices = PrintChoices(size=size)
    grid, bleed, trim = grid_of(choices), choices.bleed_mm, choices.trim
    page = page_of(typesetter, choices)

    # Along the marks above the first row, and along those left of the first column.
    across = middles(page.row(grid.top + 1.5, grid.left - 1, grid.sheet.width / 2 + trim.width), grid.left - 1)
    down = middles(page.column(grid.left + 1.5, grid.top - 1, grid.top + grid.cell.height + 1), grid.top - 1)

    left, top = grid.left + bleed, grid.top + bleed
    for expected, found in ((left, across), (left + trim.width, across), (top, down), (top + trim.height, down)):
        assert min(abs(expected - at) for at in found) < 0.1, (expected, found)


def test_the_ruler_of_every_page_is_fifty_millimetres_long(typesetter: Typesetter) -> None:
    for paper in ("a4", "letter"):
        choices = PrintChoices(paper=paper)
        for page in pages(printed(typesetter, choices)[0].pdf, only=(0, 1)):
            assert longest_line(page, choices) == pytest.approx(50, abs=NEAR)


def longest_line(page: Rendered, choices: PrintChoices) -> float:
    """The length of the longest thin dark line in the margin that has the ruler."""
    grid = grid_of(choices)
    if grid.strip == "below":
        y = grid.top + grid.rows * grid.cell.height
        lines = [page.row(y + step / 20, 5, 205) for step in range(1, 40)]
    else:
        x = grid.left + grid.columns * grid.cell.width
        lines = [page.column(x + step / 20, 5, grid.sheet.height - 5) for step in range(1, 40)]
    return max(longest_run(line) for line in lines) / page.mm


def longest_run(colours: list[tuple[int, int, int]]) -> int:
    best = run = 0
    for colour in colours:
        run = run + 1 if dark(colour) else 0
        best = max(best, run)
    return best


@pytest.mark.parametrize("backs", [Backs.LONG_EDGE, Backs.SHORT_EDGE])
@pytest.mark.parametrize("size", ["94x134", "a6"])
def test_the_marks_of_a_back_fall_on_those_of_its_face(typesetter: Typesetter, size: str, backs: Backs) -> None:
    choices = PrintChoices(size=size, backs=backs)
    grid = grid_of(choices)
    face, back = (page_of(typesetter, choices, number) for number in (0, 1))
    is_upright = grid.sheet.height > grid.sheet.width

    def seen_through(x: float, y: float) -> tuple[float, float]:
        """Where a point of the face is on the page of the back once the sheet is turned."""
        sideways = is_upright is (backs is Backs.LONG_EDGE)
        return (grid.sheet.width - x, y) if sideways else (x, grid.sheet.height - y)

    left, top, bleed = grid.left, grid.top, choices.bleed_mm
    marks = [(left + bleed, top + 1.5), (left + 1.5, top + bleed), (left + bleed + choices.trim.width, top + 1.5)]
    for x, y in marks:
        assert dark_near(face, x, y), (x, y)
        assert dark_near(back, *seen_through(x, y)), (x, y)


def dark_near(page: Rendered, x: float, y: float) -> bool:
    return any(dark(page.colour(x + across / 20, y + down / 20)) for across in range(-3, 4) for down in range(-3, 4))


def test_backs_can_be_shifted_for_a_printer_that_shifts(typesetter: Typesetter) -> None:
    plain = PrintChoices(size="tarot")
    shifted = PrintChoices(size="tarot", back_offset=(SHIFTED, -SHIFTED))
    left, top, right, bottom = left_top_right_bottom(page_of(typesetter, plain, 1))

    found = left_top_right_bottom(page_of(typesetter, shifted, 1))

    assert found == pytest.approx((left + SHIFTED, top - SHIFTED, right + SHIFTED, bottom - SHIFTED), abs=0.1)
    assert left_top_right_bottom(page_of(typesetter, shifted)) == left_top_right_bottom(page_of(typesetter, plain))


def left_top_right_bottom(page: Rendered) -> tuple[float, float, float, float]:
    """Where ink begins and ends along the middle of the cards."""
    across = [index for index, colour in enumerate(page.row(100, 0, 209)) if not white(colour)]
    down = [index for index, colour in enumerate(page.column(100, 0, 290)) if not white(colour)]
    return across[0] / page.mm, down[0] / page.mm, across[-1] / page.mm, down[0] / page.mm + 1


@pytest.mark.parametrize("cut_lines", list(CutLines))
@pytest.mark.parametrize("offset", [(0.0, 0.0), (4.0, 4.0)])
def test_nothing_is_printed_within_five_millimetres_of_the_edge(
    typesetter: Typesetter, cut_lines: CutLines, offset: tuple[float, float]
) -> None:
    choices = PrintChoices(cut_lines=cut_lines, back_offset=offset)

    for page in pages(printed(typesetter, choices)[0].pdf, 300, only=(0, 1, 2, 3)):
        left, top, right, bottom = page.printed
        assert min(left, top) >= 5 - NEAR
        assert right <= 210 - 5 + NEAR
        assert bottom <= 297 - 5 + NEAR


def test_a_file_asks_to_be_printed_at_its_size_and_turned_as_its_backs_need(typesetter: Typesetter) -> None:
    asked = {
        backs: printed(typesetter, PrintChoices(backs=backs))[0].pdf
        for backs in (Backs.LONG_EDGE, Backs.SHORT_EDGE, Backs.FOLD)
    }

    wishes = {backs: re.findall(rb"/PrintScaling/None/Duplex/(\w+)", pdf) for backs, pdf in asked.items()}
    assert wishes == {
        Backs.LONG_EDGE: [b"DuplexFlipLongEdge"],
        Backs.SHORT_EDGE: [b"DuplexFlipShortEdge"],
        Backs.FOLD: [b"Simplex"],
    }


def test_every_page_says_to_print_at_a_hundred_percent(typesetter: Typesetter) -> None:
    pdf = printed(typesetter, PrintChoices())[0].pdf

    assert [text for text in words_of(pdf) if "100" not in text or "50 mm" not in text.replace("\u00a0", " ")] == []


def test_the_words_of_a_card_are_text_in_a_file_that_follows_its_standard(typesetter: Typesetter) -> None:
    done, _ = printed(typesetter, PrintChoices())

    said = " ".join(words_of(done.pdf))
    assert "La ville signe un pacte avec des habitants." in said
    assert "Des voisins cultivent" in said
    assert done.standards == ("ua-1",)
    assert b"/Lang(fr)" in done.pdf
    assert b"/Subtype/Image" not in done.pdf


def test_two_languages_share_a_card_that_says_title_text_and_question(typesetter: Typesetter) -> None:
    said = " ".join(words_of(printed(typesetter, PrintChoices(), "fr", "en")[0].pdf))

    assert "Jardin partagé" in said
    assert "Shared garden" in said
    assert "Documenté" not in said


def test_in_grey_no_pixel_has_a_tint(typesetter: Typesetter) -> None:
    choices = PrintChoices(grey=True)

    for page in pages(printed(typesetter, choices)[0].pdf, 60, only=(0, 1, 2)):
        red, green, blue = (page.pixels[channel::3] for channel in range(3))
        assert red == green == blue
    assert len(set(page.pixels)) > 20


def test_backs_that_save_ink_are_mostly_white(typesetter: Typesetter) -> None:
    def ink(choices: PrintChoices) -> float:
        (page,) = pages(printed(typesetter, choices)[0].pdf, 40, only=(1,))
        return 1 - sum(page.pixels) / (255 * len(page.pixels))

    assert ink(PrintChoices(saves_ink=True)) < 0.25 * ink(PrintChoices())


def test_copies_are_printed_one_after_the_other(typesetter: Typesetter) -> None:
    once = words_of(printed(typesetter, PrintChoices(backs=Backs.NONE))[0].pdf)
    twice = words_of(printed(typesetter, PrintChoices(backs=Backs.NONE, copies=2))[0].pdf)

    assert " ".join(twice).count("Jardin partagé") == 2 * " ".join(once).count("Jardin partagé")


def test_many_cards_are_in_several_files_of_whole_sheets() -> None:
    language = printed_in(load_files(tiny_box_files()), "fr")
    decks = printed_decks((language,), decks_of(language.box), copies=50)

    parts = decks.parts(per_sheet=7)

    sizes = [sum(map(len, part.names.values())) for part in parts]
    assert sum(sizes) == 50 * len(decks.cards)
    assert max(sizes) <= MAX_CARDS
    assert len(parts) == 3
    joined: dict[str, tuple[str, ...]] = {}
    for part in parts:
        joined |= {deck: (*joined.get(deck, ()), *names) for deck, names in part.names.items()}
    assert joined == decks.names


def test_blank_cards_have_lines_to_write_on_and_aids_the_order_of_the_session(typesetter: Typesetter) -> None:
    choices = PrintChoices(backs=Backs.NONE, blanks=2, aids=3)

    said = words_of(printed(typesetter, choices)[0].pdf)

    assert sum(text.count("Sa question") for text in said) == 2
    assert sum(text.count("La séance") for text in said) == 3
    assert AIDS == "aid"


def test_what_a_card_says_less_of_it_says_larger(typesetter: Typesetter) -> None:
    _, fits = printed(typesetter, PrintChoices())

    assert all(fit.fits for fit in fits.values())
    assert fits["garden"].points < fits["mayor"].points < fits["how-was-it"].points


# The board


@pytest.mark.parametrize(
    ("paper", "sizes"),
    [(BoardPaper.A3, [(420, 297)]), (BoardPaper.A4, [(210, 297)] * 2), (BoardPaper.LETTER, [(215.9, 279.4)] * 2)],
)
def test_the_board_is_on_one_large_sheet_or_two_smaller_ones(
    typesetter: Typesetter, paper: BoardPaper, sizes: list[tuple[float, float]]
) -> None:
    language = printed_in(load_files(tiny_box_files()), "fr")

    pdf = board_pdf(language, PrintChoices(board=paper), typesetter).pdf

    assert [tuple(round(side, 1) for side in size) for size in sizes_mm(pdf)] == sizes
    assert b"/PrintScaling/None" in pdf
    for page, (width, height) in zip(pages(pdf, 300), sizes, strict=True):
        left, top, right, bottom = page.printed
        assert min(left, top, width - right, height - bottom) >= 5 - NEAR


def test_the_two_sheets_of_the_board_show_the_same_where_they_overlap(typesetter: Typesetter) -> None:
    language = printed_in(load_files(tiny_box_files()), "fr")
    pdf = board_pdf(language, PrintChoices(board=BoardPaper.A4), typesetter).pdf

    first, second = pages(pdf, only=(0, 1))

    x = first.printed[2]
    for y in range(10, 250, 7):
        for step in (1.5, 4, 7.5):
            ours, theirs = first.colour(x - step, y), second.colour(5 + 10 - step, y)
            assert max(abs(a - b) for a, b in zip(ours, theirs, strict=True)) < 60, (y, step)


def test_the_spaces_of_the_board_have_the_name_of_their_side_and_each_quarter_its_consequence(
    typesetter: Typesetter,
) -> None:
    language = printed_in(load_files(tiny_box_files()), "fr")

    (said,) = words_of(board_pdf(language, PrintChoices(), typesetter).pdf)

    box = language.box
    titles = {family.id: family.title for family in box.description.posture_families}
    for seat in box.board.seats:
        assert titles[seat.family] in said
    for consequence in box.description.consequences:
        assert consequence.title in said


# What does not fit, and pictures


def test_a_card_that_says_too_much_is_told_and_none_of_its_text_is_over_another(typesetter: Typesetter) -> None:
    files = with_edit("mechanism.yaml", "Des voisins cultivent", "Des voisins, " * 150 + "cultivent")
    language = printed_in(load_files(files), "fr")
    decks = printed_decks((language,), decks_of(language.box))

    _, fits = set_in_type(decks, PrintChoices(), typesetter)

    assert fits["garden"].lines_over > 5
    assert fits["garden"].points == 7.5
    assert all(fit.fits for name, fit in fits.items() if name != "garden")


def test_a_small_card_leaves_out_what_it_has_no_room_for_from_its_sources_to_its_rows(typesetter: Typesetter) -> None:
    long, longer = "Des voisins, " * 55, "Des voisins, " * 150
    files = with_edit("mechanism.yaml", "Des voisins cultivent", f"{long}cultivent")
    files["mechanism.yaml"] = files["mechanism.yaml"].replace("  place: Lille\n", f"  place: Lille\n  who: {long}ici\n")
    files["posture.yaml"] = files["posture.yaml"].replace("L'acteur public agit", f"{longer}agissent")
    language = printed_in(load_files(files), "fr")
    decks = printed_decks((language,), decks_of(language.box))
    tarot = PrintChoices(size="tarot")
    whole = fits_by_name(decks, tarot, typesetter)

    less, fits, names = with_less_where_small(decks, whole, tarot, typesetter)

    assert set(names) == {name for name, fit in whole.items() if fit.lines_over} == {"garden", "partner"}
    assert fits["garden"].fits
    said = {card.name: [block["is"] for block in card.content["blocks"]] for card in less.cards}
    assert {"title", "text", "question"} <= set(said["garden"])
    assert "row" not in said["garden"]
    assert said["partner"] == ["title", "sub", "text", "question"]
    assert fits["partner"].lines_over > 0, "what does not fit even so is told"
    assert with_less_where_small(decks, whole, PrintChoices(), typesetter) == (decks, whole, ())


def test_a_box_in_any_language_is_printed_in_it(typesetter: Typesetter) -> None:
    files = tiny_box_files(en="")
    files["game.yaml"] = files["game.yaml"].replace("language: fr", "language: pt-BR")
    files["mechanism.yaml"] = files["mechanism.yaml"].replace("Des voisins cultivent", "حديقة مشتركة, Ձեռնարկ, 😀")
    language = printed_in(load_files(files), "pt-BR")

    done, fits = set_in_type(printed_decks((language,), decks_of(language.box)), PrintChoices(), typesetter)

    assert b"/Lang(pt)" in done.pdf
    assert (done.standards, done.missing) == (("ua-1",), ())
    assert all(fit.fits for fit in fits.values())


def test_a_soft_hyphen_lets_a_long_word_of_a_title_fit(typesetter: Typesetter) -> None:
    language = printed_in(load_files(tiny_box_files()), "fr")

    def fit(title: str) -> Fit:
        card = replace(language.box.mechanisms[CardId("garden")], title=title)
        return fits_of(
            [content_of(card, (replace(language, box=with_card(language.box, card)),))], PrintChoices(), typesetter
        )[0]

    word = "Donaudampfschifffahrtsgesellschaftskapitänswitwenverein"
    assert fit(word).word_cut
    assert not fit(word.replace("schiff", "schiff\u00ad").replace("kapitän", "\u00adkapitän")).word_cut


def with_card(box: Box, card: MechanismCard) -> Box:
    return replace(box, mechanisms={**box.mechanisms, card.id: card})


def test_a_picture_of_the_designer_is_printed_where_the_scene_would_be(typesetter: Typesetter) -> None:
    files = with_edit("mechanism.yaml", "art: {icon: tree}", "art: {icon: tree, image: art/garden.png}")
    language = printed_in(load_files({**files, "art/garden.png": png(600, 300)}), "fr")
    decks = printed_decks((language,), decks_of(language.box))

    def picture(name: str) -> bytes | None:
        return png(600, 300) if name == "art/garden.png" else None

    done, _ = set_in_type(decks, PrintChoices(), typesetter, picture)

    assert done.pdf.count(b"/Subtype/Image") == 1


def test_a_scene_is_printed_as_a_drawing(typesetter: Typesetter) -> None:
    files = with_edit("mechanism.yaml", "art: {icon: tree}", "art: {icon: tree, scene: [sky clear, house 50 80 60]}")
    language = printed_in(load_files(files), "fr")
    decks = printed_decks((language,), decks_of(language.box))

    done, _ = set_in_type(decks, PrintChoices(), typesetter)

    (page,) = pages(done.pdf, 150, only=(2,))
    assert b"/Subtype/Image" not in done.pdf
    assert not white(page.colour(30, 15))
