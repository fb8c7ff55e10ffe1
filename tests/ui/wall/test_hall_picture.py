"""The pictures of a hall keep the laws of a wall: large letters, everything inside, nothing over anything else."""

from collections.abc import Iterator

import pygame
import pytest
from ui.walks import LINE, SENTENCE, SYSTEM, longest

from enacting.engine.game import SENTENCE_LENGTH, SYSTEM_NAME_LENGTH
from enacting.language.words import words_in
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.labels import Label
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Token
from enacting.ui.wall.board import WallBoard
from enacting.ui.wall.hall import (
    MAX_BOARDS,
    MAX_SENTENCES,
    HallBoards,
    HallComparison,
    HallPicture,
    HallSentence,
    HallSentences,
    HallTable,
    lay_out_hall,
)
from enacting.ui.wall.wall_text import SMALLEST

SIZES = ((1920, 1080), (1280, 720), (1024, 768), (3840, 2160))


def boards(count: int) -> HallBoards:
    """So many tables whose systems have the longest names."""
    tables = tuple(
        HallTable(
            number=str(number),
            colour=theme.PLAYERS[number % len(theme.PLAYERS)],
            name=longest(SYSTEM, SYSTEM_NAME_LENGTH),
            crisis="Mégafeu de forêt",
            board=WallBoard(says=f"board {number}", seats=()),
        )
        for number in range(1, count + 1)
    )
    return HallBoards(title="Ce que douze tables ont construit", tables=tables, shared=LINE, different=LINE * 2)


def sentences(count: int) -> HallSentences:
    """So many sentences as long as they may be."""
    said = HallSentence("12", theme.PLAYERS[0], longest(SENTENCE, SENTENCE_LENGTH))
    return HallSentences(title="Ce que nous emportons", sentences=(said,) * count)


def comparison(count: int) -> HallComparison:
    """So many lines on each side."""
    return HallComparison(
        shared_title="Ce que nous partageons",
        shared=(LINE,) * count,
        different_title="Où nous différons",
        different=(LINE,) * count,
    )


PICTURES: tuple[HallPicture, ...] = (
    *map(boards, (1, 2, 3, 4, 6, 7, MAX_BOARDS)),
    *map(sentences, (1, 3, 4, 7, MAX_SENTENCES)),
    *map(comparison, (1, 30)),
)


@pytest.fixture(params=PICTURES, ids=lambda picture: type(picture).__name__)
def layouts(request: pytest.FixtureRequest) -> Iterator[list[Layout]]:
    """A picture in each size."""
    pygame.display.init()
    laid = [Layout(size, Scale.for_window(size), words_in("fr")) for size in SIZES]
    for layout in laid:
        lay_out_hall(layout, request.param)
    yield laid


def test_every_letter_can_be_read_from_the_back_of_the_room(layouts: list[Layout]) -> None:
    for layout in layouts:
        unit = min(layout.rect.width / 1920, layout.rect.height / 1080)
        for item in layout.items:
            if isinstance(item.look, Label):
                assert item.look.type.size >= int(SMALLEST * unit), (layout.rect.size, item.id)
            if isinstance(item.look, Token):
                assert min(item.rect.size) * 11 // 20 >= int(SMALLEST * unit), (layout.rect.size, item.id)


def test_everything_is_inside_the_window_and_shown_as_it_is_written(layouts: list[Layout]) -> None:
    for layout in layouts:
        for item in layout.items:
            assert layout.rect.contains(item.rect), (layout.rect.size, item.id)
            if isinstance(item.look, Label):
                assert item.look.fits(item.rect), (layout.rect.size, item.id)


def test_no_text_lies_over_another_and_every_id_is_its_own(layouts: list[Layout]) -> None:
    for layout in layouts:
        texts = [item for item in layout.items if isinstance(item.look, Label)]
        for place, item in enumerate(texts):
            assert item.rect.collidelist([other.rect for other in texts[place + 1 :]]) == -1, item.id
        ids = [item.id for item in layout.items]
        assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("count", "rows", "columns"), [(2, 1, 2), (3, 1, 3), (4, 2, 2), (6, 2, 3), (9, 3, 3), (12, 3, 4)]
)
def test_boards_fill_the_picture_in_rows(count: int, rows: int, columns: int) -> None:
    layout = Layout(SIZES[0], Scale.for_window(SIZES[0]), words_in("fr"))

    lay_out_hall(layout, boards(count))

    places = [item.rect.topleft for item in layout.items if item.id.endswith("-board")]
    assert len(places) == count
    assert (len({y for _, y in places}), len({x for x, _ in places})) == (rows, columns)
