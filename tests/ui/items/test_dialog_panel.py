import pygame
import pytest

from enacting.language.words import words_in
from enacting.ui.graphics.theme import WHITE, Scale
from enacting.ui.items.actions import Action
from enacting.ui.items.dialog_panel import dialog, dialog_area
from enacting.ui.items.layout import Layout

SIZE = (1920, 1080)


def act() -> None:
    """Nothing happens."""


FOOTER = (Action("cancel", "Cancel", act), Action("accept", "Accept", act, main=True, share=2))


def layout_of(size: tuple[int, int] = SIZE) -> Layout:
    return Layout(size, Scale.for_window(size), words_in("en"))


def rect_of(layout: Layout, name: str) -> pygame.Rect:
    return next(item.rect for item in layout.items if item.id == name)


def laid_out(body_height: int, size: tuple[int, int] = SIZE, within: pygame.Rect | None = None) -> Layout:
    layout = layout_of(size)
    with dialog(layout, "ask", "A title", width=40, footer=FOOTER, within=within) as column:
        layout.panel("body", column.block(body_height), WHITE)
    return layout


def test_a_dialog_is_as_high_as_what_is_in_it_in_the_middle_of_the_window() -> None:
    low, high = laid_out(100), laid_out(250)

    assert rect_of(high, "dialog").height - rect_of(low, "dialog").height == 150
    assert abs(rect_of(low, "dialog").centery - SIZE[1] // 2) <= 1
    assert rect_of(low, "dialog").width == 800
    assert "scroll-ask" not in {item.id for item in low.items}


def test_a_dialog_is_read_from_its_title_to_its_buttons() -> None:
    layout = laid_out(100)

    assert [item.id for item in layout.items] == ["dialog", "ask-title", "body", "cancel", "accept"]


def test_everything_is_within_the_panel_and_the_buttons_below_the_body() -> None:
    layout = laid_out(100)
    panel, cancel, accept = (rect_of(layout, name) for name in ("dialog", "cancel", "accept"))

    assert all(panel.contains(item.rect) for item in layout.items)
    assert cancel.top == accept.top > rect_of(layout, "body").bottom
    assert accept.width == pytest.approx(2 * cancel.width, abs=2)


def test_many_buttons_of_a_footer_go_in_rows_of_equal_width_below_the_body() -> None:
    layout = layout_of()
    actions = [Action(f"action-{number}", "Do it", act, share=number + 1) for number in range(3)]

    with dialog(layout, "ask", width=40, footer=actions, footer_per_row=2) as column:
        body = layout.panel("body", column.block(100), WHITE)

    first, second, third = (rect_of(layout, f"action-{number}") for number in range(3))
    assert (first.top, first.width, first.height) == (second.top, second.width, second.height)
    assert (third.left, third.width) == (first.left, first.width)
    assert third.top > first.bottom > first.top > body.rect.bottom
    assert rect_of(layout, "dialog").contains(third)


@pytest.mark.parametrize("size", [SIZE, (1280, 720), (300, 200)])
def test_what_is_too_high_scrolls_while_the_buttons_stay_in_the_window(size: tuple[int, int]) -> None:
    layout = laid_out(5000, size)

    assert layout.rect.contains(rect_of(layout, "accept"))
    assert "scroll-ask" in {item.id for item in layout.items}


def test_a_dialog_stays_within_the_rectangle_it_is_given() -> None:
    below = pygame.Rect(0, 200, 1920, 880)

    assert below.contains(rect_of(laid_out(5000, within=below), "dialog"))


def test_a_dialog_of_two_columns_has_the_height_it_is_given() -> None:
    layout = layout_of()

    with dialog_area(layout, width=40, height=400, footer=FOOTER) as area:
        layout.panel("body", area, WHITE)

    assert area.height == 400
    assert rect_of(layout, "dialog").contains(area)
    assert area.bottom < rect_of(layout, "cancel").top
