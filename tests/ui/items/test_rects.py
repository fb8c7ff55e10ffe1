import itertools

import pygame
import pytest

from enacting.ui.items.rects import (
    REST,
    Anchor,
    Share,
    Size,
    flow,
    flow_height,
    grid,
    grid_height,
    inset,
    place,
    row,
    shares,
    split,
    square,
    stack,
)

AREA = pygame.Rect(10, 20, 100, 60)


def spans(rects: list[pygame.Rect]) -> list[tuple[int, int]]:
    return [(rect.left, rect.width) for rect in rects]


def test_a_row_gives_fixed_widths_and_shares_what_is_left() -> None:
    rects = row(AREA, [20, REST, Share(2)], gap=5)

    assert spans(rects) == [(10, 20), (35, 23), (63, 46)]
    assert {(rect.top, rect.height) for rect in rects} == {(20, 60)}


def test_a_stack_gives_fixed_heights_and_shares_what_is_left() -> None:
    body, footer = stack(AREA, [REST, 15], gap=5)

    assert body == pygame.Rect(10, 20, 100, 40)
    assert footer == pygame.Rect(10, 65, 100, 15)


def test_shares_are_empty_where_the_fixed_sizes_leave_nothing() -> None:
    assert spans(row(AREA, [80, REST, 40], gap=5)) == [(10, 80), (95, 0), (100, 40)]


@pytest.mark.parametrize(
    ("sizes", "gap"), [([7, REST, REST], 3), (shares(3, 5, 7), 4), ([REST] * 7, 2), ([30, 30, REST], 0)]
)
def test_what_is_side_by_side_neither_overlaps_nor_leaves_the_rectangle(sizes: list[Size], gap: int) -> None:
    rects = row(AREA, sizes, gap)

    assert all(AREA.contains(rect) for rect in rects)
    assert all(gap - 1 <= right.left - left.right <= gap + 1 for left, right in itertools.pairwise(rects))


def test_a_rectangle_is_split_in_equal_widths() -> None:
    assert spans(split(AREA, 3, 5)) == [(10, 30), (45, 30), (80, 30)]


def test_a_grid_fills_row_after_row_and_says_how_high_it_is() -> None:
    cells = grid(AREA, 5, 2, height=20, gap=10)

    assert [cell.topleft for cell in cells] == [(10, 20), (65, 20), (10, 50), (65, 50), (10, 80)]
    assert {cell.size for cell in cells} == {(45, 20)}
    assert grid_height(5, 2, height=20, gap=10) == 80
    assert grid_height(0, 2, height=20, gap=10) == 0


def test_what_does_not_fit_in_a_line_goes_to_the_next_and_each_line_is_filled() -> None:
    rects = flow(AREA, [40, 50, 60], height=20, gap=10)

    assert [rect.topleft for rect in rects] == [(10, 20), (60, 20), (10, 50)]
    assert [rect.right for rect in rects] == [50, 110, 110]
    assert flow_height(100, [40, 50, 60], height=20, gap=10) == 50


def test_what_is_wider_than_a_line_has_one_of_its_own() -> None:
    rects = flow(AREA, [300, 20], height=20)

    assert rects == [pygame.Rect(10, 20, 100, 20), pygame.Rect(10, 40, 100, 20)]


def test_a_margin_is_the_same_on_both_sides() -> None:
    assert inset(AREA, 10) == pygame.Rect(20, 30, 80, 40)
    assert inset(AREA, 10, 5) == pygame.Rect(20, 25, 80, 50)


@pytest.mark.parametrize(
    ("at", "expected"),
    [("center", (50, 45)), ("topright", (90, 20)), ("midbottom", (50, 70)), ("midleft", (10, 45))],
)
def test_a_size_is_placed_at_a_point_of_a_rectangle(at: Anchor, expected: tuple[int, int]) -> None:
    assert place(AREA, 20, 10, at) == pygame.Rect(expected, (20, 10))


def test_a_square_is_around_its_centre() -> None:
    assert square((50, 50), 20) == pygame.Rect(40, 40, 20, 20)
