"""The lines of a field, and where its caret, its selection and a point are in them."""

from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui.writing.editing import BOX, CTRL, STYLE, WIDTHS, marked, press, typed

from enacting.ui.graphics.typeset import Face, Type, width_of
from enacting.ui.writing.edited_text import EditedText
from enacting.ui.writing.field_lines import (
    caret_rect,
    displayed_text,
    field_lines,
    index_at,
    index_lines_away,
    line_end,
    line_start,
    scroll_to_caret,
    selection_rects,
)
from enacting.ui.writing.text_field import TextField


def test_a_single_line_is_one_line_however_long() -> None:
    lines = field_lines(EditedText.of("long " * 30), STYLE, 100)

    assert [(line.start, line.end, line.flows) for line in lines] == [(0, 150, False)]


def test_lines_are_wrapped_after_spaces() -> None:
    lines = field_lines(EditedText.of("wide wide  wide", multiline=True), STYLE, width_of("wide wide", STYLE) + 2)

    assert [(line.text, line.start, line.end, line.flows) for line in lines] == [
        ("wide wide  ", 0, 11, True),
        ("wide", 11, 15, False),
    ]


def test_a_newline_begins_a_line_even_at_the_end() -> None:
    lines = field_lines(EditedText.of("a\n\nb\n", multiline=True), STYLE, 300)

    assert [(line.text, line.start, line.end, line.flows) for line in lines] == [
        ("a", 0, 1, False),
        ("", 2, 2, False),
        ("b", 3, 4, False),
        ("", 5, 5, False),
    ]
    assert [line.top for line in lines] == [0, STYLE.line_height, 2 * STYLE.line_height, 3 * STYLE.line_height]


def test_a_word_wider_than_a_line_is_cut() -> None:
    lines = field_lines(EditedText.of("mmmmmmm", multiline=True), STYLE, width_of("mmm", STYLE) + 2)

    assert [line.text for line in lines] == ["mmm", "mmm", "m"]


@pytest.mark.parametrize("width", [-5, 0, 1, 3])
def test_a_field_too_narrow_for_a_letter_has_a_letter_a_line(width: int) -> None:
    lines = field_lines(EditedText.of("ab c", multiline=True), STYLE, width)

    assert [line.text for line in lines] == ["a", "b ", "c"]


def test_what_is_composed_is_laid_out_with_the_rest() -> None:
    text = EditedText("ab", 1, 1, "日本")

    assert [line.text for line in field_lines(text, STYLE, 300)] == ["a日本b"]
    assert caret_rect(text, STYLE, BOX).left == BOX.left + width_of("a日本", STYLE)


def test_a_point_in_what_is_composed_is_where_it_will_be_written() -> None:
    text = marked("a^old|b").compose("mmmm")
    middle = BOX.left + width_of("amm", STYLE)

    assert index_at((middle, BOX.centery), text, STYLE, BOX) == 1
    assert index_at((BOX.right, BOX.centery), text, STYLE, BOX) == 5
    assert index_at((BOX.left, BOX.centery), text, STYLE, BOX) == 0


def test_a_single_line_slides_for_the_caret_to_be_seen() -> None:
    text = EditedText.of("m" * 60)

    caret = caret_rect(text, STYLE, BOX)

    assert caret.right == BOX.right
    assert caret_rect(text.to(0), STYLE, BOX).left == BOX.left


def test_a_field_slides_only_if_the_caret_would_be_out_of_sight() -> None:
    sliding = TextField(EditedText.of("m" * 60))
    sliding.place(BOX, STYLE)
    before = sliding.scroll

    for point in ((BOX.left + 1, BOX.centery), BOX.center, (BOX.right - 1, BOX.centery)):
        sliding.click(sliding.index_at(point))
        sliding.click(sliding.index_at(point))
        assert abs(sliding.scroll[0] - before[0]) <= width_of("m", STYLE) + BOX.width // 4
        assert BOX.contains(sliding.caret_rect())
    sliding.handle(press(pygame.K_HOME))

    assert sliding.scroll == (0, 0)


def test_a_click_in_sight_slides_nothing() -> None:
    sliding = TextField(EditedText.of("m" * 60))
    sliding.place(BOX, STYLE)
    before = sliding.scroll

    sliding.click(sliding.index_at(BOX.center))

    assert sliding.scroll == before
    assert abs(sliding.caret_rect().left - BOX.centerx) <= width_of("m", STYLE)


def test_a_multiline_field_slides_up_for_the_caret_to_be_seen() -> None:
    sliding = TextField(EditedText.of("a\n" * 20, multiline=True))
    sliding.place(BOX, STYLE)

    assert sliding.caret_rect().bottom == BOX.bottom
    sliding.handle(press(pygame.K_HOME, CTRL))
    assert sliding.caret_rect().top == BOX.top


def test_a_field_that_has_become_short_slides_back() -> None:
    sliding = TextField(EditedText.of("m" * 60))
    sliding.place(BOX, STYLE)

    sliding.handle(press(pygame.K_a, CTRL))
    sliding.handle(typed("m"))

    assert sliding.scroll == (0, 0)


def test_a_field_erased_from_its_end_stays_full() -> None:
    sliding = TextField(EditedText.of("m" * 60))
    sliding.place(BOX, STYLE)

    for _ in range(20):
        sliding.handle(press(pygame.K_BACKSPACE))

        assert sliding.caret_rect().right == BOX.right


def test_going_back_beyond_the_edge_shows_what_precedes() -> None:
    sliding = TextField(EditedText.of("m" * 60))
    sliding.place(BOX, STYLE)
    left_edges = []

    for _ in range(20):
        sliding.handle(press(pygame.K_LEFT))
        left_edges.append(sliding.caret_rect().left)

    assert min(left_edges) < BOX.left + width_of("m", STYLE)
    assert max(after - before for before, after in pairwise(left_edges)) > width_of("mm", STYLE)


def test_a_single_line_is_in_the_middle_of_the_height_and_lines_begin_at_the_top() -> None:
    assert caret_rect(EditedText(), STYLE, BOX).centery == BOX.centery
    assert caret_rect(EditedText(multiline=True), STYLE, BOX).top == BOX.top


def test_spaces_that_hang_over_the_end_of_a_line_leave_the_caret_in_the_field() -> None:
    text = EditedText.of("wide" + " " * 80, multiline=True)

    assert BOX.contains(caret_rect(text, STYLE, BOX))


def test_the_caret_is_thick_enough_to_be_seen_and_grows_with_the_text() -> None:
    assert caret_rect(EditedText(), Type(Face.TEXT, 11), BOX).width == 2
    assert caret_rect(EditedText(), Type(Face.TEXT, 40), BOX).width == 4


def test_a_selection_is_a_rectangle_a_line_with_a_sliver_for_each_newline() -> None:
    text = marked("a^b\n\nc|d", multiline=True)
    step, a, ab, c = STYLE.line_height, width_of("a", STYLE), width_of("ab", STYLE), width_of("c", STYLE)

    rects = selection_rects(text, STYLE, (0, 0, 300, 300))

    assert [tuple(rect) for rect in rects] == [(a, 0, ab - a + 5, step), (0, step, 5, step), (0, 2 * step, c, step)]


def test_nothing_selected_has_no_rectangle() -> None:
    assert selection_rects(marked("ab|c"), STYLE, BOX) == ()


def test_what_is_composed_hides_the_selection_it_will_replace() -> None:
    assert selection_rects(marked("a^b|c").compose("´"), STYLE, BOX) == ()


def test_points_outside_the_field_are_the_nearest_places_of_the_text() -> None:
    text = EditedText.of("one\ntwo", multiline=True)

    assert index_at((-999, -999), text, STYLE, BOX) == 0
    assert index_at((999, -999), text, STYLE, BOX) == 3
    assert index_at((999, 999), text, STYLE, BOX) == 7


def test_a_point_right_of_a_wrapped_line_stays_on_that_line() -> None:
    text = EditedText.of("wide wide wide", multiline=True)
    area = pygame.Rect(0, 0, width_of("wide wide ", STYLE), 100)

    index = index_at((area.right - 1, 5), text, STYLE, area)

    assert index == 9
    assert caret_rect(text.to(index), STYLE, area).top == 0


VISIBLE = st.text(st.sampled_from("aim W.é字\n"), max_size=60)


@given(VISIBLE, WIDTHS, st.booleans())
def test_a_click_on_the_caret_finds_the_caret(written: str, width: int, multiline: bool) -> None:
    area = pygame.Rect(7, 9, width, 60)
    text = EditedText.of(written, multiline=multiline)

    for index in range(len(text.text) + 1):
        at = text.to(index)
        caret = caret_rect(at, STYLE, area)
        found = at.to(index_at((caret.left, caret.centery), at, STYLE, area))

        assert caret_rect(found, STYLE, area, scroll=scroll_to_caret(at, STYLE, area.size)) == caret


@given(st.text(max_size=60), st.text(max_size=3), WIDTHS, st.booleans(), st.data())
def test_lines_hold_the_whole_text_and_the_caret_is_in_sight(
    written: str, composition: str, width: int, multiline: bool, data: st.DataObject
) -> None:
    area = pygame.Rect(7, 9, width, 60)
    text = EditedText.of(written, multiline=multiline)
    text = text.to(data.draw(st.integers(0, len(text.text)))).compose(composition)

    lines = field_lines(text, STYLE, width)

    assert "".join(line.text + ("" if line.flows else "\n") for line in lines) == displayed_text(text) + "\n"
    assert all(displayed_text(text)[line.start : line.end] == line.text for line in lines)
    assert area.contains(caret_rect(text, STYLE, area))


@given(st.text(max_size=60), WIDTHS, st.integers(-3, 3), st.integers(-10, 300))
def test_the_ends_of_a_line_and_the_lines_around_are_places_of_the_text(
    written: str, width: int, rows: int, column: int
) -> None:
    text = EditedText.of(written, multiline=True)

    start, end = line_start(text, STYLE, width), line_end(text, STYLE, width)
    away = index_lines_away(text, STYLE, width, rows=rows, column=column)

    assert 0 <= start <= end <= len(text.text)
    assert text.to(away).caret == away
