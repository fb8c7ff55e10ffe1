"""How a field is painted."""

import pygame
import pytest
from ui.writing.editing import BOX, STYLE, ground, marked

from enacting.ui.graphics.theme import contrast, palette
from enacting.ui.graphics.typeset import width_of
from enacting.ui.writing.edited_text import EditedText
from enacting.ui.writing.field_lines import (
    caret_rect,
    selection_rects,
)
from enacting.ui.writing.field_painting import colours_on_leaf, paint_field


def colours_of(surface: pygame.Surface, area: pygame.Rect) -> set[tuple[int, int, int]]:
    pixels = ((x, y) for x in range(area.left, area.right) for y in range(area.top, area.bottom))
    return {tuple(surface.get_at(pixel))[:3] for pixel in pixels}  # type: ignore[misc]


def same(first: pygame.Surface, second: pygame.Surface) -> bool:
    return pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(second, "RGB")


@pytest.mark.parametrize("multiline", [False, True])
def test_nothing_is_painted_outside_the_field(multiline: bool) -> None:
    surface = ground()
    text = EditedText.of("many words " * 15, multiline=multiline).select_all().to(60, extend=True)

    paint_field(surface, BOX, text, STYLE, focused=True)
    assert len(colours_of(surface, BOX)) > 2
    surface.fill(palette().panel, BOX)

    assert same(surface, ground())


def test_the_clip_of_the_surface_is_respected_and_given_back() -> None:
    surface = ground()
    surface.set_clip((0, 0, 60, 150))

    paint_field(surface, BOX, EditedText.of("many words"), STYLE, focused=True)

    assert surface.get_clip() == pygame.Rect(0, 0, 60, 150)
    assert colours_of(surface, pygame.Rect(60, 0, 200, 150)) == {palette().panel}


def test_the_caret_is_painted_only_when_focused_and_wanted() -> None:
    caret = caret_rect(EditedText(), STYLE, BOX)
    painted = []

    for focused, caret_visible in ((True, True), (True, False), (False, True)):
        surface = ground()
        paint_field(surface, BOX, EditedText(), STYLE, focused=focused, caret_visible=caret_visible)
        painted.append(colours_of(surface, caret))

    assert painted == [{colours_on_leaf().caret}, {palette().panel}, {palette().panel}]


def test_the_selection_is_painted_only_when_focused() -> None:
    text = marked("^   |")
    (selected,) = selection_rects(text, STYLE, BOX)
    focused, unfocused = ground(), ground()

    paint_field(focused, BOX, text, STYLE, focused=True, caret_visible=False)
    paint_field(unfocused, BOX, text, STYLE, focused=False)

    assert colours_of(focused, selected) == {colours_on_leaf().selection}
    assert same(unfocused, ground())


@pytest.mark.parametrize("multiline", [False, True])
def test_a_placeholder_is_painted_in_second_ink_until_something_is_written(multiline: bool) -> None:
    empty, filled, bare = ground(), ground(), ground()
    nothing, something = EditedText(multiline=multiline), EditedText.of(" ", multiline=multiline)

    paint_field(empty, BOX, nothing, STYLE, focused=False, placeholder="Your name")
    paint_field(filled, BOX, something, STYLE, focused=False, placeholder="Your name")
    paint_field(bare, BOX, nothing, STYLE, focused=False)

    assert colours_on_leaf().second in colours_of(empty, BOX)
    assert colours_on_leaf().ink not in colours_of(empty, BOX)
    assert same(filled, ground())
    assert same(bare, ground())


def test_what_is_composed_is_underlined() -> None:
    plain, composed = ground(), ground()

    paint_field(plain, BOX, EditedText("aiai", 4, 4), STYLE, focused=False)
    paint_field(composed, BOX, EditedText("aa", 1, 1, "ia"), STYLE, focused=False)
    start, end = BOX.left + width_of("a", STYLE), BOX.left + width_of("aia", STYLE)
    underlined = [
        y
        for y in range(BOX.top, BOX.bottom)
        if all(composed.get_at((x, y))[:3] == colours_on_leaf().ink for x in range(start, end))
    ]

    assert len(underlined) == 1
    assert plain.get_at((start, underlined[0]))[:3] == palette().panel
    assert composed.get_at((start - 2, underlined[0]))[:3] == palette().panel


def test_a_line_that_slides_does_not_tremble() -> None:
    words = "".join(chr(ord("a") + index % 26) for index in range(120))
    whole = pygame.Surface((3000, 150))
    whole.fill(palette().panel)
    paint_field(whole, (0, BOX.top, 3000, BOX.height), EditedText.of(words), STYLE, focused=False)

    for slide in (1, 250, 487, 700):
        part = ground()
        paint_field(part, BOX, EditedText.of(words), STYLE, focused=False, scroll=(slide, 0))

        assert same(part.subsurface(BOX), whole.subsurface((slide, BOX.top, BOX.width, BOX.height)))


@pytest.mark.parametrize("caret", [0, 15_000, 30_000])
def test_a_line_of_thirty_thousand_letters_is_painted_to_both_edges(caret: int) -> None:
    surface = ground()

    paint_field(surface, BOX, EditedText("l" * 30_000, caret, caret, max_length=30_000), STYLE, focused=False)

    for left in (BOX.left, BOX.right - 10):
        assert len(colours_of(surface, pygame.Rect(left, BOX.top, 10, BOX.height))) > 1


def test_what_is_written_can_be_read_selected_or_not() -> None:
    assert contrast(colours_on_leaf().ink, palette().panel) >= 7
    assert contrast(colours_on_leaf().ink, colours_on_leaf().selection) >= 4.5
    assert contrast(colours_on_leaf().second, palette().panel) >= 4.5
    assert contrast(colours_on_leaf().caret, palette().panel) >= 3
