from collections.abc import Callable
from itertools import pairwise

import pygame
import pytest

from enacting.language.words import words_in
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.column import Stack
from enacting.ui.items.item import Item
from enacting.ui.items.layout import Layout
from enacting.ui.items.stepper import lay_out_stepper

SIZE = (1920, 1080)


def laid_out(value: str, steps: list[int], text_size: float = 1.0) -> dict[str, Item]:
    """A stepper in a stack 400 pixels wide, whose buttons add to `steps`."""
    layout = Layout(SIZE, Scale.for_window(SIZE, text_size), words_in("en"))

    def step(direction: int) -> Callable[[], None]:
        return lambda: steps.append(direction)

    lay_out_stepper(Stack(layout, pygame.Rect(100, 100, 400, 0)), "end", "Ends at", step, ("Earlier", "Later"), value)
    return {item.id: item for item in layout.items}


def press(item: Item) -> None:
    assert callable(item.intent)
    item.intent()


def test_one_button_lowers_the_number_and_the_other_raises_it() -> None:
    steps: list[int] = []
    items = laid_out("21:30", steps)

    press(items["end-less"])
    press(items["end-more"])

    assert steps == [-1, 1]
    assert (items["end-less"].name, items["end-more"].name) == ("Earlier", "Later")


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
def test_the_label_the_number_and_its_buttons_are_side_by_side_within_the_stack(text_size: float) -> None:
    items = laid_out("21:30", [], text_size)

    rects = [items[f"end-{part}"].rect for part in ("label", "less", "value", "more")]

    assert rects == sorted(rects, key=lambda rect: rect.left)
    assert all(left.right <= right.left for left, right in pairwise(rects))
    assert (rects[0].left, rects[-1].right) == (100, 500)


def test_without_a_value_the_two_buttons_are_beside_the_label() -> None:
    assert set(laid_out("", [])) == {"end-label", "end-less", "end-more"}
