"""Arrows go to the nearest item in their direction, measured from edge to edge."""

import pygame
import pytest

from enacting.ui.items.item import Item, nearest
from enacting.ui.items.panels import Overlay


def item(name: str, x: int, y: int, width: int, height: int) -> Item:
    """An item in that place."""
    return Item(id=name, rect=pygame.Rect(x, y, width, height), look=Overlay())


def found(here: Item, others: list[Item], arrow: int) -> str:
    """The id of the item that an arrow leads to, "" for none."""
    other = nearest(here, [here, *others], arrow)
    return other.id if other is not None else ""


def test_a_wide_item_is_not_passed_over_for_a_small_one_behind_it() -> None:
    here, wide, behind = item("here", 0, 100, 100, 40), item("wide", 0, 50, 900, 40), item("behind", 0, 0, 100, 40)

    assert found(here, [behind, wide], pygame.K_UP) == "wide"
    assert found(behind, [here, wide], pygame.K_DOWN) == "wide"


def test_from_a_wide_item_an_arrow_leads_to_what_is_below_any_of_it() -> None:
    wide, below = item("wide", 0, 0, 900, 40), item("below", 800, 60, 80, 40)

    assert found(wide, [below], pygame.K_DOWN) == "below"


def test_of_a_row_below_a_wide_item_the_nearest_to_its_middle_is_chosen() -> None:
    wide = item("wide", 0, 0, 900, 40)
    row = [item(str(index), 300 * index, 60, 280, 40) for index in range(3)]

    assert found(wide, row, pygame.K_DOWN) == "1"


def test_what_lies_straight_ahead_comes_before_what_is_nearer_but_aside() -> None:
    here, aside, ahead = item("here", 0, 0, 50, 50), item("aside", 60, 90, 50, 50), item("ahead", 150, 0, 50, 50)

    assert found(here, [aside, ahead], pygame.K_RIGHT) == "ahead"


def test_an_arrow_stays_in_its_column_where_it_can() -> None:
    """From the timer of the new system to the field of its name, not to a space of the board beside them."""
    timer, field, seat = (
        item("timer", 1490, 778, 132, 132),
        item("name", 1496, 141, 382, 60),
        item("s", 973, 360, 452, 247),
    )

    assert found(timer, [field, seat], pygame.K_UP) == "name"


@pytest.mark.parametrize("arrow", [pygame.K_UP, pygame.K_LEFT])
def test_an_arrow_never_leads_the_other_way_nor_to_what_lies_beside(arrow: int) -> None:
    here, below, right = item("here", 0, 0, 50, 50), item("below", 0, 60, 50, 50), item("right", 60, 2, 50, 50)

    assert found(here, [below, right], arrow) == ""
